"""Markdown: blocks from markdown-it-py, each character led back to its place in the file.

The parser gives lines for blocks and nothing for what is inside them, so the characters are found
again: a block's text in its lines, the words of a span in the block's text, each search beginning
where the last one ended. Code, pictures, comments, addresses of links and note marks are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from reviewkit.prose.blocks import Block, spliced
from reviewkit.prose.text import BlockKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST_MARKED = 10_000
"""Characters of a block from which on its inner markup is left standing: the parser's time can grow
with the square of a block's length, and no paragraph is that long."""
LONGEST_PARSED = 1_000_000
"""Characters from which on a file is read in parts, cut at blank lines."""

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.*?\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_TITLE = re.compile(r"^title:[ \t]*([\"']?)(.+?)\1[ \t]*$", re.MULTILINE)
_MARKUP = re.compile(r"[\\`*_\[\]<>&!~]")
_NOTE = re.compile(r"\[\^[^\]\s]{1,64}\]:?[ \t]*")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_BREAKS = ("softbreak", "hardbreak")
_SOUGHT = {
    "text_special": "{markup}",
    "image": "![{words}",
    "softbreak": "\n",
    "hardbreak": "\n",
}
"""What an inline token looks like in the source, its line ends made spaces; else its content."""
_LINK_END = re.compile(
    r"\]\((?:[^()\s]|\([^()\s]*+\))*+(?:\s+(?:\"[^\"]*+\"|'[^']*+'))?\s*\)|\]\[[^\]]*+\]|\]"
)


def title(text: str) -> str:
    """Return the title that the front matter gives, or nothing."""
    front = _FRONT_MATTER.match(text)
    found = _TITLE.search(front.group()) if front else None
    return found.group(2) if found else ""


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
    front = _FRONT_MATTER.match(text)
    begin = front.end() if front else 0
    while begin < len(text):
        end = _part_end(text, begin)
        yield from _part(text[begin:end], base + begin, place)
        begin = end


def _part_end(text: str, begin: int) -> int:
    """Return where a part of about `LONGEST_PARSED` characters ends, at a blank line if any."""
    if len(text) - begin <= LONGEST_PARSED:
        return len(text)
    for mark in ("\n\n", "\n"):
        cut = text.rfind(mark, begin + 1, begin + LONGEST_PARSED)
        if cut > begin:
            return cut + len(mark)
    return begin + LONGEST_PARSED


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.disable(["inline", "text_join"])  # inline: block by block, and only where needed
    return parser


def _part(text: str, base: int, place: str) -> Iterator[Block]:
    # The parser reads \r as a line end; one character for another, so that offsets stay.
    source = re.sub(r"\r(?!\n)", "\n", text).replace("\r\n", " \n").replace("\0", " ")
    lines = [found.start() for found in _LINE.finditer(source)] + [len(source)]
    environment: dict[str, object] = {}
    open_: list[str] = []
    depth = 0
    cell_from = 0
    for token in _parser().parse(source, environment):
        name = token.type
        if name.endswith("_open"):
            open_.append(token.tag)
            depth += token.tag in ("ul", "ol")
            if token.tag == "tr":
                cell_from = 0
        elif name.endswith("_close"):
            open_.pop()
            depth -= token.tag in ("ul", "ol")
        elif name == "html_block" and token.map:
            yield from _html(source, lines[token.map[0]], lines[token.map[1]], base, place)
        elif name == "inline" and token.map and token.content:
            kind, level = _kind(open_, depth)
            first, last = lines[token.map[0]], lines[token.map[1]]
            content = token.content
            if kind == "cell":
                cell_from = max(cell_from, first)
                where = _located(content, source, cell_from, last)
                cell_from = where[-1] + 1
            else:
                where = _led_back(content, source, lines, token.map[0], token.map[1])
            shown, offsets = _without_notes(*_shown(content, where, environment))
            offsets = _moved(offsets, base)
            if shown:
                yield Block(text=shown, offsets=offsets, kind=kind, place=place, depth=level)


def _kind(open_: Sequence[str], depth: int) -> tuple[BlockKind, int]:
    """Return the kind of block that stands in these elements, and its depth."""
    inner = open_[-1] if open_ else ""
    if inner in ("td", "th"):
        return "cell", 0
    if inner[:1] == "h" and inner[1:].isdigit():
        return "heading", int(inner[1:])
    if "li" in open_[-3:]:
        return "bullet", depth
    if "blockquote" in open_[-3:]:
        return "quote", 0
    return "paragraph", 0


def _html(source: str, start: int, end: int, base: int, place: str) -> Iterator[Block]:
    from reviewkit.prose.documents import page

    yield from page.fragment(source[start:end], base=base + start, place=place)


def _led_back(
    content: str, source: str, lines: Sequence[int], first: int, last: int
) -> Sequence[int]:
    """Return for each character of a block's text its offset in the source, line by line."""
    pieces: list[tuple[str, Sequence[int]]] = []
    number = first
    for line in (found.group() for found in _LINE.finditer(content)):
        words = line.strip()
        while words and number < last - 1 and source[lines[number] : lines[number + 1]].isspace():
            number += 1  # the parser strips more than it calls white space
        start, end = (lines[number], lines[number + 1]) if number < last else (lines[last],) * 2
        found = source.rfind(words, start, end) if words else start
        lead = len(line) - len(line.lstrip())
        if found < 0 or not words:
            where: Sequence[int] = _located(line, source, start, end)
        else:
            begin = found - lead
            where = [max(begin + i, start) for i in range(len(line))]
            where = [min(offset, max(end - 1, start)) for offset in where]
        pieces.append((line, where))
        number += 1
    return [offset for _, where in pieces for offset in where]


def _located(words: str, source: str, start: int, end: int) -> Sequence[int]:
    """Return where `words` stand between two offsets, character by character if need be."""
    found = source.find(words, start, end)
    if found >= 0:
        return range(found, found + len(words))
    where = []
    position = start
    for character in words:
        found = source.find(character, position, end)
        position = found if found >= 0 else position
        where.append(min(position, max(end - 1, start)))
        position += found >= 0
    return where


def _shown(
    content: str, where: Sequence[int], environment: dict[str, object]
) -> tuple[str, Sequence[int]]:
    """Return the words of a block as they are shown, and where each character stands.

    A block in which they cannot all be found again is returned as it is written.
    """
    if len(content) > LONGEST_MARKED or not _MARKUP.search(content):
        return content, where
    parsed: list[Token] = []
    _parser().inline.parse(content, _parser(), environment, parsed)
    flat = content.replace("\n", " ")
    pieces: list[tuple[str, Sequence[int]]] = []
    position = 0
    for token in parsed:
        name = token.type
        words = token.content.replace("\n", " ")
        sought = _SOUGHT.get(name, "{words}").format(words=words, markup=token.markup)
        if not sought and name != "link_close":
            continue
        if name == "code_inline":
            position = flat.find(token.markup, position) + len(token.markup)
        start = (content if name in _BREAKS else flat).find(sought, position)
        if start < 0:
            return content, where
        end = start + len(sought)
        position = end
        if name in ("text", "code_inline"):
            pieces.append((token.content, where[start:end]))
            position += len(token.markup) if name == "code_inline" else 0
        elif name == "text_special":
            pieces.append((token.content, (where[start],) * len(token.content)))
        elif name in _BREAKS:
            pieces.append(("\n", where[start:end]))
        elif name == "image" or (name == "link_close" and token.markup != "autolink"):
            position = _past_link(content, end)
    return spliced(pieces)


def _past_link(content: str, position: int) -> int:
    """Return the offset past the ``](address "title")`` or ``][label]`` at or after `position`."""
    found = _LINK_END.search(content, position)
    return found.end() if found else position


def _without_notes(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Return a text without the marks of footnotes."""
    if "[^" not in text:
        return text, offsets
    pieces = []
    position = 0
    for note in _NOTE.finditer(text):
        pieces.append((text[position : note.start()], offsets[position : note.start()]))
        position = note.end() if note.start() == 0 else note.start() + len(note.group().rstrip())
    pieces.append((text[position:], offsets[position:]))
    return spliced(pieces)


def _moved(offsets: Sequence[int], base: int) -> Sequence[int]:
    """Return the offsets moved by `base`, a range if they follow each other."""
    if not offsets:
        return offsets
    first, last = offsets[0], offsets[-1]
    following = range(first, last + 1)
    if len(following) == len(offsets) and all(
        here == there for here, there in zip(offsets, following, strict=True)
    ):
        return range(first + base, last + base + 1)
    return tuple(offset + base for offset in offsets)
