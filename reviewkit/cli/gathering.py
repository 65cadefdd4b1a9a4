"""Which files a command line means: files, folders, patterns and standard input."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from reviewkit.errors import UserError
from reviewkit.prose.documents import FORMATS

#: What names standard input on a command line, and what it is called in findings.
STDIN, STDIN_NAME = "-", "<stdin>"
_WILD = frozenset("*?[")


def gathered(names: Sequence[str], exclude: Sequence[str], folder: Path) -> Iterator[str]:
    """Yield the files that are meant, each once, in order; what is named and is not there too.

    Parameters
    ----------
    names
        Files are taken whatever they end in, so that one which cannot be read is told. In a folder
        those of the formats that are read are taken, at any depth, without hidden ones.
    exclude
        Patterns of paths that are left out, also where a file is named: a hook names each.
    folder
        That the patterns are relative to.

    Raises
    ------
    UserError
        If a pattern on the command line meets no file.
    """
    seen = set()
    for name in names:
        for found in _meant(name):
            if found not in seen and not (found != STDIN and _is_left_out(found, exclude, folder)):
                seen.add(found)
                yield found


def _meant(name: str) -> Iterator[str]:
    path = Path(name)
    if name == STDIN or path.is_file():
        yield name
    elif path.is_dir():
        yield from _in(path)
    elif _WILD & set(name) and not path.exists():
        import glob

        found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 it takes absolute ones too
        if not found:
            raise UserError(f"{name} matches no file")
        for one in found:
            yield from _in(Path(one)) if Path(one).is_dir() else [one]
    else:
        yield name


def _in(folder: Path) -> Iterator[str]:
    for path, inner, files in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(files):
            suffix = PurePath(name).suffix.lower()
            if suffix and suffix in FORMATS and not name.startswith("."):
                yield os.path.join(path, name)  # noqa: PTH118 keeps what was typed, "./" and all


def _is_left_out(name: str, exclude: Sequence[str], folder: Path) -> bool:
    """Whether a pattern meets a path, a folder above it, or, without a slash, a name in it."""
    if not exclude:
        return False
    there, home = Path(os.path.abspath(name)), Path(os.path.abspath(folder))  # noqa: PTH100 links
    path = there.relative_to(home) if there.is_relative_to(home) else there
    ways = [path, *path.parents][:-1] or [path]
    return any(
        fnmatch.fnmatchcase(way.as_posix(), pattern.rstrip("/"))
        or ("/" not in pattern.rstrip("/") and fnmatch.fnmatchcase(way.name, pattern.rstrip("/")))
        for pattern in exclude
        for way in ways
    )
