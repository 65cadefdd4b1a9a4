"""Markdown: blocks from markdown-it-py, each with its place in the file.

Code, pictures, comments, addresses of links and the marks of notes are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewkit.prose.blocks import Block
from reviewkit.prose.documents.dialects import front_matter, is_note, plain, unbulleted
from reviewkit.prose.documents.directives import Directive, find
from reviewkit.prose.documents.spans import led_back, located, parser, words
from reviewkit.prose.text import BlockKind

if TYPE_CHECKING:
    from markdown_it.token import Token

LONGEST_PARSED = 300_000
"""Characters from which on a file is read in parts, cut at blank lines."""

_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*+\r?\n")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")


def title(text: str) -> str:
    """Return the title that the front matter gives, or nothing."""
    return front_matter(text)[0]


def blocks(text: str, *, base: int = 0, place: str = "") -> Iterator[Block]:
    """Yield the blocks of a Markdown text.

    Parameters
    ----------
    text
        The text, front matter included.
    base
        Added to the offsets, where `text` is a part of the file.
    place
        Of the blocks, where `text` is a notebook's cell.
    """
    for begin, end in _parts(text):
        yield from _part(text[begin:end], base + begin, place)


def directives(text: str, *, base: int = 0, place: str = "") -> list[Directive]:
    """Return the directives of a Markdown text; one that is shown as code is none."""
    found = find(text, base=base, place=place)
    if not found:
        return found
    code = list(_code(text))
    starts = [start for start, _ in code]

    def shown(one: Directive) -> bool:
        start, end = one.start - base, one.end - base
        at = bisect_right(starts, start) - 1
        quoted = text[max(0, start - 1) : start] == "`" == text[end : end + 1]
        return quoted or (at >= 0 and start < code[at][1])

    return [one for one in found if not shown(one)]


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each block of code, in order."""
    for begin, end in _parts(text):
        source = _source(text[begin:end])
        lines = _line_starts(source)
        for token in parser().parse(source, {}):
            if token.type in ("fence", "code_block") and token.map:
                yield begin + lines[token.map[0]], begin + lines[token.map[1]]


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the parts that a text is read in, its front matter left out."""
    begin = front_matter(text)[1]
    while begin < len(text):
        end = _part_end(text, begin)
        yield begin, end
        begin = end


def _source(text: str) -> str:
    """Return a text as the parser reads it, one character for another, so that offsets stay."""
    return re.sub(r"\r(?!\n)", "\n", text).replace("\r\n", " \n").replace("\0", " ")


def _line_starts(source: str) -> list[int]:
    return [found.start() for found in _LINE.finditer(source)] + [len(source)]


def _part_end(text: str, begin: int) -> int:
    """Return where a part of about `LONGEST_PARSED` characters ends.

    The last blank line that is in no fence of code, so that what follows is read as what it is;
    else the end of a line.
    """
    limit = begin + LONGEST_PARSED
    if len(text) <= limit:
        return len(text)
    fences = [fence.start() for fence in _FENCE.finditer(text, begin, limit)]
    blank = [found.end() for found in _BLANK.finditer(text, begin, limit)]
    for cut in reversed(blank):
        if bisect_left(fences, cut) % 2 == 0:
            return cut
    line = text.rfind("\n", begin + 1, limit)
    return line + 1 if line > begin else limit


@dataclass(slots=True)
class _Walk:
    """The elements that are open where the tokens of a part have come to."""

    open: list[str] = field(default_factory=list)
    lists: int = 0
    note: bool = False

    def step(self, token: Token, written: str, lines: Sequence[int]) -> None:
        """Take a token that opens or closes an element."""
        if token.type == "list_item_open" and token.map and self.lists == 1:
            self.note = is_note(written, lines[token.map[0]])
        if token.nesting > 0:
            self.open.append(token.tag)
        elif token.nesting < 0:
            self.open.pop()
        self.lists += token.nesting * (token.tag in ("ul", "ol"))

    def kind(self) -> tuple[BlockKind, int]:
        """Return the kind of block that stands here, and its depth."""
        inner = self.open[-1] if self.open else ""
        if inner in ("td", "th"):
            return "cell", 0
        if inner[:1] == "h" and inner[1:].isdigit():
            return "heading", int(inner[1:])
        if "li" in self.open[-3:]:
            return ("paragraph", 0) if self.note and self.lists == 1 else ("bullet", self.lists)
        return ("quote" if "blockquote" in self.open[-3:] else "paragraph"), 0


def _part(text: str, base: int, place: str) -> Iterator[Block]:
    written = _source(text)
    source = plain(written)
    lines = _line_starts(source)
    environment: dict[str, object] = {}
    walk = _Walk()
    cell_from = 0
    for token in parser().parse(source, environment):
        walk.step(token, written, lines)
        if token.type == "tr_open":
            cell_from = 0
        elif token.type == "html_block" and token.map:
            yield from _html(source, lines[token.map[0]], lines[token.map[1]], base, place)
        elif token.type == "inline" and token.map and token.content:
            kind, depth = walk.kind()
            content = token.content
            first, last = lines[token.map[0]], lines[token.map[1]]
            if kind == "cell":
                cell_from = max(cell_from, first)
                where = located(token.content, source, cell_from, last)
                cell_from = where[-1] + 1
                content = unbulleted(content)
            else:
                where = led_back(token.content, source, lines, token.map[0], token.map[1])
            shown, offsets = words(content, where, environment)
            offsets = _moved(offsets, base)
            if shown:
                yield Block(text=shown, offsets=offsets, kind=kind, place=place, depth=depth)


def _html(source: str, start: int, end: int, base: int, place: str) -> Iterator[Block]:
    from reviewkit.prose.documents import page

    yield from page.fragment(unbulleted(source[start:end]), base=base + start, place=place)


def _moved(offsets: Sequence[int], base: int) -> Sequence[int]:
    """Return the offsets moved by `base`, a range if they follow each other."""
    if isinstance(offsets, range):
        return range(offsets.start + base, offsets.stop + base)
    following = range(offsets[0] + base, offsets[0] + base + len(offsets))
    moved = tuple(offset + base for offset in offsets)
    return following if moved == tuple(following) else moved
