"""Where a key stands in a TOML file, for messages; the standard library's parser keeps no places.

Lines are read by pattern, which is enough to point at a key, or at a word of its value: what cannot
be found is told with the nearest thing that can.
"""

from __future__ import annotations

import re

from reviewkit.findings import Span

_HEADER = re.compile(r"\s*\[\s*([\w.\"' -]+?)\s*\]")
_KEY = re.compile(r"\s*([\w\"'-][\w.\"' -]*?)\s*=")


def place(text: str, path: str, keys: tuple[str, ...]) -> tuple[Span | None, str | None]:
    """Return the span of a key of a TOML text, and its line; None where no part of it is found.

    Parameters
    ----------
    text, path
        The file's, and its name.
    keys
        The tables on the way and the key; the last may stand inside a value, as a key of an inline
        table or an item of a list does.
    """
    lines = text.splitlines()
    best, found = 0, (0, 0, 0)  # how many of the keys were met; line, start and end there
    here: tuple[str, ...] = ()  # the table, and the key whose value the line belongs to
    table: tuple[str, ...] = ()
    for number, line in enumerate(lines):
        end = 0
        if named := _HEADER.match(line):
            here = table = _parts(named[1])
        elif named := _KEY.match(line):
            here = (*table, *_parts(named[1]))
        if named:
            end = named.end(1)
            if keys[: len(here)] == here and len(here) > best:
                best, found = len(here), (number, named.start(1), end)
        if here == keys[:-1] and best < len(keys) and (word := _word(keys[-1], line, end)):
            best, found = len(keys), (number, *word)
    if not best:
        return None, None
    row, start, stop = found
    at = row + 1
    span = Span(path=path, line=at, column=start + 1, end_line=at, end_column=stop + 1)
    return span, lines[row]


def _word(word: str, line: str, start: int) -> tuple[int, int] | None:
    found = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])").search(line, start)
    return found.span() if found else None


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
