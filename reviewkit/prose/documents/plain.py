"""Plain text: every line a block, unless the lines were broken to fit a width.

Text has no markup, so headings are told by their looks: a short line of its own without a full
stop. What looks like a heading and is none costs little: it is still read as a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewkit.prose.blocks import Block, sliced
from reviewkit.prose.text import BlockKind

_LINE = re.compile(r"[^\r\n]+|\r\n?|\n")
_BULLET = re.compile(r"[ \t\u00a0]*(?:[•●◦▪‣∙·*–—✓✔➢►-](?=\s)|[•●◦▪‣✓✔➢►](?=\S))\s*")
_NUMBERED = re.compile(r"[ \t\u00a0]*\(?\d{1,3}[.)](?=\s)\s*")
_MARKED_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+")
_QUOTED = re.compile(r"[ \t]*>+[ \t]?")
_CELL = re.compile(r"[^\t]+")
_WORD = re.compile(r"\S+")
_CLOSED = tuple(".!;,…")

SHORTEST_HEADING = 3
"""Characters; less is a stray mark."""
LONGEST_HEADING = 14
"""Words; longer lines are read as sentences that lack their full stop."""
LONGEST_LABEL = 6
"""Words of a heading that ends in a colon ("Massage Steps:")."""
NARROWEST, WIDEST = 50, 120
"""Characters between which the longest line of a wrapped text lies."""
MOSTLY = 0.8
"""Share of lines that must be full for a text to count as wrapped."""
SMALL_WORD = 3
"""Letters up to which a word of a title may stand in lower case ("of", "and")."""
TAB = 4
"""Columns from one tab stop to the next."""
INDENT = 2
"""Columns by which a nested list stands further in, at least."""


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a plain text, in order."""
    lines = [found.span() for found in _LINE.finditer(text) if found.group()[0] not in "\r\n"]
    inked = [(start, end) for start, end in lines if not text[start:end].isspace()]
    joined = list(_unwrapped(text, inked))
    indents: list[int] = []
    for index, (begin, end) in enumerate(joined):
        kind, start, number = _kind(text, begin, end)
        if kind == "heading":
            following = joined[index + 1] if index + 1 < len(joined) else None
            earlier = joined[index - 1] if index else None
            if number and (_is_numbered(text, following) or _is_numbered(text, earlier)):
                kind, start = "bullet", number
        if kind == "bullet":
            depth = _depth(indents, len(text[begin:start].expandtabs(TAB)))
            yield from sliced(text, start, end, kind=kind, depth=depth)
            continue
        indents.clear()
        if "\t" in text[start:end].strip() and kind == "paragraph":
            for cell in _CELL.finditer(text, start, end):
                yield from sliced(text, *cell.span(), kind="cell")
        else:
            yield from sliced(text, start, end, kind=kind, depth=int(kind == "heading"))


def _kind(text: str, start: int, end: int) -> tuple[BlockKind, int, int]:
    """Return what a line is, where its words begin, and where they do past a number."""
    if marked := _MARKED_HEADING.match(text, start, end):
        return "heading", marked.end(), 0
    if quoted := _QUOTED.match(text, start, end):
        return "quote", quoted.end(), 0
    if bullet := _BULLET.match(text, start, end):
        return "bullet", bullet.end(), 0
    numbered = _NUMBERED.match(text, start, end)
    if numbered:
        if not _is_heading(text[numbered.end() : end].strip(), titled=True):
            return "bullet", numbered.end(), 0
        return "heading", start, numbered.end()
    if _is_heading(text[start:end].strip()):
        return "heading", start, 0
    return "paragraph", start, 0


def _is_numbered(text: str, line: tuple[int, int] | None) -> bool:
    return line is not None and _NUMBERED.match(text, *line) is not None


def _is_heading(line: str, *, titled: bool = False) -> bool:
    """Return whether a line looks like a heading; `titled`: only if its words are capitalised."""
    words = line[: 40 * LONGEST_HEADING].split()
    if len(line) < SHORTEST_HEADING or len(words) > LONGEST_HEADING or "\t" in line:
        return False
    if line.endswith(_CLOSED):
        return False
    capitalised = all(len(word) <= SMALL_WORD or not word[0].islower() for word in words)
    if line.endswith(":"):
        return len(words) == 1 or (capitalised and len(words) <= LONGEST_LABEL)
    if titled or re.search(r"[.!?]\s", line):
        return capitalised or (not titled and line.endswith("?") and line.count("?") == 1)
    return True


def _depth(indents: list[int], column: int) -> int:
    """Return the depth of a bullet at `column`, keeping the columns of the lists it is in."""
    while indents and column <= indents[-1] - INDENT:
        indents.pop()
    if not indents or column >= indents[-1] + INDENT:
        indents.append(column)
    return len(indents)


def _unwrapped(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the lines, those that were broken to fit a width put together again."""
    follows = [_neighbours(text, here, there) for here, there in pairwise(lines)]
    widths = [len(text[start:end].rstrip()) for start, end in lines]
    width = max(
        (
            wide
            for (start, end), wide in zip(lines, widths, strict=True)
            if " " in text[start:end].strip()
        ),
        default=0,
    )
    full = [
        joins and wide + 1 + first > width
        for joins, wide, first in zip(
            follows, widths, (_first_word(text, *line) for line in lines[1:]), strict=False
        )
    ]
    wrapped = NARROWEST <= width <= WIDEST and any(follows) and sum(full) >= MOSTLY * sum(follows)
    begin = None
    for index, (start, end) in enumerate(lines):
        begin = start if begin is None else begin
        if wrapped and index < len(full) and full[index]:
            continue
        yield begin, end
        begin = None


def _first_word(text: str, start: int, end: int) -> int:
    found = _WORD.search(text, start, end)
    return len(found.group()) if found else 0


def _neighbours(text: str, here: tuple[int, int], there: tuple[int, int]) -> bool:
    """Return whether the second line follows at once and begins nothing of its own."""
    between = text[here[1] : there[0]]
    return between in ("\n", "\r\n", "\r") and not (
        _BULLET.match(text, *there)
        or _NUMBERED.match(text, *there)
        or _MARKED_HEADING.match(text, *there)
        or _QUOTED.match(text, *there)
    )
