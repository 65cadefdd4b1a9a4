"""Where the evidence is: the option, a configuration file, ./evidence, or what was shipped."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Never

from reviewkit.errors import UnknownName, UserError

#: The file that makes a folder a review.
MARK = "review.yaml"
#: Endings of a file that is almost one of those.
ALMOST = (".yml", ".yaml", ".json", ".toml")
#: Names of a folder's content that an error lists.
MOST_NAMED = 5
#: Configuration files, looked for here and in every folder above; the nearest decides.
CONFIGURATION = (".reviewkit.toml", "pyproject.toml")


def reviews(named: str | None = None, base: Path | None = None) -> tuple[Path, ...]:
    """Return the folders of the reviews to work on, in the order of their names.

    Parameters
    ----------
    named
        A folder or a name, as given with ``--evidence``; None looks in the configuration file,
        then in ``./evidence``, then among the reviews that came with reviewkit.
    base
        The folder that a named folder is relative to, if not the working folder.

    Raises
    ------
    UserError
        If there is none, with what there is, or if a folder on the way cannot be read.
    """
    try:
        return _found(named, base or Path.cwd())
    except OSError as error:
        what = error.filename or named or "the working folder"
        raise UserError(f"{what} cannot be read: {error.strerror or error}") from error


def _found(named: str | None, base: Path) -> tuple[Path, ...]:
    here = Path.cwd()
    if named is not None:
        return _resolved(named, base)
    configured = _configured(here)
    if configured is not None:
        name, folder = configured
        return _resolved(name, folder)
    own = here / "evidence"
    if own.is_dir():
        return _reviews_in(own) or _holds_none(own)
    if found := _reviews_in(shipped()):
        return found
    raise UserError(
        "no evidence found: name a folder that holds review.yaml with --evidence, or run this "
        "where there is a folder evidence/"
    )


def _holds_none(folder: Path) -> Never:
    """Say what a folder holds instead of a review: what was shipped is not what was meant."""
    almost = [
        _as_typed(path)
        for inner in (folder, *sorted(path for path in folder.iterdir() if path.is_dir()))
        for path in sorted(inner.iterdir())
        if path.stem.lower() == "review" and path.suffix.lower() in ALMOST
    ]
    names = sorted(path.name for path in folder.iterdir())
    if almost:
        told = f"there is {almost[0]}; rename it to {MARK}"
    elif names:
        more = ", …" if len(names) > MOST_NAMED else ""
        told = f"it holds {', '.join(names[:MOST_NAMED])}{more}"
    else:
        told = "it is empty"
    raise UserError(
        f"{_as_typed(folder)}/ holds no review, neither {MARK} nor folders with one: {told}. "
        "Another review is chosen with --evidence"
    )


def is_installed(folder: Path) -> bool:
    """Whether a review is one of an installed package, which belongs to nobody's work.

    In a checkout the reviews that are shipped are a link to the folder evidence/.
    """
    home = shipped()
    return not home.is_symlink() and folder.resolve().is_relative_to(home.resolve())


def shipped() -> Path:
    """Return the folder of the reviews that came with reviewkit."""
    from importlib.resources import files

    return Path(str(files("reviewkit"))) / "shipped"


def _resolved(named: str, base: Path) -> tuple[Path, ...]:
    folder = base / named
    if folder.is_dir():
        return _reviews_in(folder) or (_as_typed(folder),)
    homes = (Path.cwd() / "evidence", shipped())
    for home in homes:
        if (home / named / MARK).is_file():
            return (_as_typed(home / named),)
    known = {review.name for home in homes for review in _reviews_in(home)}
    if "/" in named or not known:
        raise UserError(f"there is no folder {named}: give the folder that holds {MARK}")
    unknown = UnknownName(named, "review", known)
    if unknown.candidates:
        raise unknown
    raise UserError(f"{unknown}; there are: {', '.join(sorted(known))}")


def _reviews_in(folder: Path) -> tuple[Path, ...]:
    """The folder itself if it is a review, else the reviews right inside it."""
    if (folder / MARK).is_file():
        return (_as_typed(folder),)
    if not folder.is_dir():
        return ()
    return tuple(_as_typed(inner) for inner in sorted(folder.iterdir()) if (inner / MARK).is_file())


def _as_typed(folder: Path) -> Path:
    """Relative to the working folder where it lies inside, so that places stay short."""
    here, there = Path.cwd(), Path(os.path.abspath(folder))  # noqa: PTH100 resolve() follows links
    return there.relative_to(here) if there.is_relative_to(here) else there


def _configured(here: Path) -> tuple[str, Path] | None:
    """The `evidence` of the nearest configuration file that has one, and that file's folder."""
    for file in candidates(here):
        evidence = _setting(file)
        if evidence is not None:
            return evidence, file.parent
    return None


def candidates(here: Path) -> Iterator[Path]:
    """Yield the configuration files in a folder and all above it, the nearest first."""
    for folder in (here, *here.parents):
        for name in CONFIGURATION:
            if (folder / name).is_file():
                yield folder / name


def parsed(file: Path) -> dict[str, Any]:
    """Return what a configuration file holds; raises `UserError` if it cannot be read.

    A pyproject.toml that does not name reviewkit is not parsed: most that lie on the way are of
    others, and loading the parser takes longer than looking.
    """
    try:
        data = file.read_bytes()
        if file.name == "pyproject.toml" and b"reviewkit" not in data:
            return {}
        import tomllib

        return tomllib.loads(data.decode("utf-8"))
    except (ValueError, OSError, RecursionError) as error:
        raise UserError(f"{file} cannot be read: {error}") from None


def _setting(file: Path) -> str | None:
    settings: Any = parsed(file)
    for part in ("tool", "reviewkit"):
        settings = settings.get(part, {})
        if not isinstance(settings, Mapping):
            raise UserError(f"{file}: `{part}` is a table, not {settings!r}")
    evidence = settings.get("evidence")
    if evidence is not None and not isinstance(evidence, str):
        raise UserError(f"{file}: `evidence` under [tool.reviewkit] is a text, not {evidence!r}")
    return evidence
