"""The documents that the paths of a command line name: files, folders, patterns, standard input.

Inside folders, and where a pattern leaves a name open, only the known formats are taken, nothing
hidden, and links to folders are not followed, so that a loop of links ends. A path that is typed
out is taken as it is, and reading it says what is wrong with it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, NamedTuple

from reviewkit.errors import UserError
from reviewkit.prose.documents import FORMATS, LARGEST, Kind, read, read_data
from reviewkit.prose.text import Document

STANDARD = "-"
"""Stands for standard input."""
_OPEN = frozenset("*?[")
_ANY_DEPTH = "**"
_NOT_THE_WRITERS = frozenset({"node_modules", "__pycache__"})
_LOCK = "~$"
"""Begins the name of the file that Word keeps beside a document while it is open."""
_KNOWN = ", ".join(suffix for suffix in FORMATS if suffix)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """What came by standard input, and the format that it is said to be of."""

    data: bytes = field(repr=False)
    kind: Kind
    name: str = "standard input"


class Refusal(NamedTuple):
    """What could not be read, as it was named, and why: a sentence that says the name too."""

    file: str
    message: str


Source = Path | Standard


def gather(
    paths: Iterable[str], *, kind: Kind = "txt", stdin: BinaryIO | None = None
) -> Iterator[Source | Refusal]:
    """Yield what the paths name, in their order, each file once.

    Parameters
    ----------
    paths
        Files; folders, looked through with the folders in them; patterns with ``*``, ``?``,
        ``[a-z]`` and ``**`` (any folders, also none); ``-`` for standard input.
    kind
        The format of standard input.
    stdin
        Standard input; by default that of the process.

    Yields
    ------
    Path or Standard
        A document to be read, by `document` or `reviewkit.prose.documents.read`.
    Refusal
        A folder or pattern in which nothing can be read, or that cannot be looked into.
    """
    seen: set[str] = set()
    for path in paths:
        if path == STANDARD:
            if STANDARD not in seen:
                seen.add(STANDARD)
                yield _standard(kind, stdin)
            continue
        for found in _named(path):
            if isinstance(found, Refusal):
                yield found
            elif (real := _real(found)) not in seen:
                seen.add(real)
                yield Path(found)


def document(source: Source) -> Document | Refusal:
    """Read a document, or say why it cannot be; picklable, for a pool of processes."""
    try:
        if isinstance(source, Standard):
            return read_data(source.data, source.name, source.kind)
        return read(source)
    except UserError as error:
        name = source.name if isinstance(source, Standard) else str(source)
        return Refusal(file=name, message=str(error))


def _standard(kind: Kind, stdin: BinaryIO | None) -> Standard | Refusal:
    stream = stdin or getattr(sys.stdin, "buffer", None)
    name = "standard input"
    if stream is None:
        return Refusal(file=name, message=f"{name} is closed")
    try:
        return Standard(data=stream.read(LARGEST + 1), kind=kind, name=name)
    except OSError as error:
        return Refusal(file=name, message=f"{name} cannot be read: {error.strerror or error}")


def _named(path: str) -> Iterator[str | Refusal]:
    """Yield the files that one path names, and what is wrong with it."""
    found: Iterator[str | Refusal]
    if _leads_to_folder(path):
        found, why = _walk(path), f"{path} holds no document that is read ({_KNOWN})"
    elif os.path.lexists(path) or not _OPEN & set(path):
        found, why = iter([path]), ""
    else:
        found, why = _matching(path), f"{path} matches no document that is read ({_KNOWN})"
    nothing = True
    for one in found:
        nothing = False
        yield one
    if nothing:
        yield Refusal(file=path, message=why)


def _real(path: str) -> str:
    """Return what tells that two paths are one file."""
    try:
        return os.path.realpath(path)
    except ValueError:  # a null character
        return path


def _walk(folder: str) -> Iterator[str | Refusal]:
    """Yield the documents in a folder, then those in its folders, by name."""
    for _, entries in _folders(folder):
        if isinstance(entries, Refusal):
            yield entries
        else:
            yield from (entry.path for entry in entries if _is_document(entry))


def _folders(top: str) -> Iterator[tuple[str, list[os.DirEntry[str]] | Refusal]]:
    """Yield a folder and all in it, with what each holds; by a list, as they may nest deeply."""
    waiting = [top]
    while waiting:
        here = waiting.pop()
        entries = _entries(here)
        yield here, entries
        if not isinstance(entries, Refusal):
            waiting += reversed([entry.path for entry in entries if _is_folder(entry)])


def _entries(folder: str) -> list[os.DirEntry[str]] | Refusal:
    """Return what is in a folder, by name; nothing hidden."""
    try:
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not entry.name.startswith((".", _LOCK))]
    except OSError as error:
        why = f"{folder} cannot be looked into: {error.strerror or error}"
        return Refusal(file=folder, message=why)
    return sorted(entries, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) and entry.name not in _NOT_THE_WRITERS


def _is_document(entry: os.DirEntry[str]) -> bool:
    suffix = Path(entry.name).suffix.lower()
    return suffix != "" and suffix in FORMATS and not _leads_to_folder(entry.path)


def _leads_to_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112  # Path.is_dir raises where one may not look


def _matching(pattern: str) -> Iterator[str | Refusal]:
    """Yield what a pattern matches; a folder that it matches is looked through."""
    parts = [part for part, _ in groupby(part for part in pattern.split("/") if part)]
    fixed = next(place for place, part in enumerate(parts) if _OPEN & set(part))
    base = "/" * pattern.startswith("/") + "/".join(parts[:fixed])
    yield from _below(base or ".", parts[fixed:])


def _below(folder: str, parts: Sequence[str]) -> Iterator[str | Refusal]:
    """Yield what the parts of a pattern match from a folder on."""
    part, rest = parts[0], parts[1:]
    if part == _ANY_DEPTH:
        if not rest:
            yield from _walk(folder)
        for one, _ in _folders(folder) if rest else ():
            yield from _below(one, rest)
        return
    entries = _entries(folder)
    if isinstance(entries, Refusal):
        yield entries
        return
    for entry in entries:
        if fnmatchcase(entry.name, part):
            yield from _matched(entry, rest)


def _matched(entry: os.DirEntry[str], rest: Sequence[str]) -> Iterator[str | Refusal]:
    """Yield what an entry that a part of a pattern matches stands for."""
    if rest:
        if _leads_to_folder(entry.path):
            yield from _below(entry.path, rest)
    elif _is_folder(entry):
        yield from _walk(entry.path)
    elif _is_document(entry):
        yield entry.path
