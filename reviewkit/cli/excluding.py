"""Which files a project leaves out of its checks."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path


def is_left_out(name: str, patterns: Sequence[str], folder: Path) -> bool:
    """Whether a pattern meets the path of a file, or that of a folder that it is in.

    Parameters
    ----------
    name
        The file, as named. One that is typed out is left out too: a hook types out every file.
    patterns
        With ``*``, ``?`` and ``[a-z]``, of which the first two also stand for ``/``. A pattern
        without a slash is held against each name on the way as well.
    folder
        That the patterns are relative to.
    """
    if not patterns:
        return False
    # Not by resolve(), which follows links: a file is where the project has put it.
    there, home = Path(os.path.abspath(name)), Path(os.path.abspath(folder))  # noqa: PTH100
    path = there.relative_to(home) if there.is_relative_to(home) else there
    ways = [way for way in (path, *path.parents) if way.name]
    return any(_meets(way, pattern.strip("/")) for pattern in patterns for way in ways)


def _meets(way: Path, pattern: str) -> bool:
    by_name = "/" not in pattern and fnmatchcase(way.name, pattern)
    return by_name or fnmatchcase(way.as_posix(), pattern)
