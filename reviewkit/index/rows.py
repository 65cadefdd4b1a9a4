"""An index as a file: a line for all that is small, then one for each row of its large tables.

A text meets few of a review's words and claims, so that most rows are never parsed: a warm start is
the faster for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

#: The large tables, each by the keys that lead to it.
TABLES = (("rulings",), ("vocabulary", "tree"))


class Rows(Mapping[str, Any]):
    """A table by name of row; a row is parsed when it is first asked for."""

    def __init__(self, lines: Mapping[str, bytes]) -> None:
        self._lines = lines
        self._parsed: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        """Return a row, as it was written."""
        if name not in self._parsed:
            self._parsed[name] = json.loads(self._lines[name])
        return self._parsed[name]

    def __contains__(self, name: object) -> bool:
        """Whether there is such a row; none is parsed for it."""
        return name in self._lines

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the rows."""
        return iter(self._lines)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._lines)


def written(index: Mapping[str, Any]) -> str:
    """Return an index as it is kept; in its first line, each large table is a list of names."""
    small = dict(index)
    rows: list[Any] = []
    for *steps, last in TABLES:
        place = small
        for step in steps:
            place[step] = dict(place[step])
            place = place[step]
        rows += place[last].values()
        place[last] = list(place[last])
    return "".join(f"{json.dumps(row, separators=(',', ':'))}\n" for row in (small, *rows))


def read(data: bytes) -> dict[str, Any]:
    """Return an index from what `written` made of it; its large tables are `Rows`.

    Raises
    ------
    ValueError
        If it was made by nothing of the kind, or is cut short.
    """
    first, *lines = data.split(b"\n")
    index = json.loads(first)
    found = iter(lines)
    try:
        for *steps, last in TABLES:
            place = index
            for step in steps:
                place = place[step]
            names = place[last]
            place[last] = Rows(dict(zip(names, found, strict=False)))
    except (KeyError, TypeError) as error:
        raise ValueError("an index without its tables") from error
    if list(found) != [b""]:
        raise ValueError("an index that is cut short, or goes on beyond its end")
    return dict(index)
