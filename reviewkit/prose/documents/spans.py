"""The inside of a Markdown block: its words as shown, each character led back to the file.

The parser gives lines for blocks and nothing for what is inside them, so the characters are found
again: a block's text in its lines, the words of a span in the block's text, each search beginning
where the last one ended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from reviewkit.prose.blocks import spliced

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST_MARKED = 10_000
"""Characters of a block from which on its inner markup is left standing: the parser's time can grow
with the square of a block's length, and no paragraph is that long."""

_MARKUP = re.compile(r"[\\`*_\[\]<>&!~]")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_BREAKS = ("softbreak", "hardbreak")
_BREAK_TAG = re.compile(r"<br(?![\w-])", re.IGNORECASE)
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


@cache
def parser() -> MarkdownIt:
    """Return the parser, which leaves the inside of blocks alone until it is asked for one."""
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    made.disable(["inline", "text_join"])  # inline: block by block, and only where needed
    return made


def led_back(
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
        found = source.rfind(words, start, end) if words else -1
        if found < 0:
            pieces.append((line, located(line, source, start, end)))
        else:
            lead = len(line) - len(line.lstrip())
            pieces.append((line, _within(found - lead, len(line), start, end)))
        number += 1
    return spliced(pieces)[1]


def _within(begin: int, count: int, start: int, end: int) -> Sequence[int]:
    """Return so many offsets from `begin` on, none of which leaves the line."""
    if start <= begin and begin + count <= end:
        return range(begin, begin + count)
    return [min(max(begin + i, start), max(end - 1, start)) for i in range(count)]


def located(words: str, source: str, start: int, end: int) -> Sequence[int]:
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


def words(
    content: str, where: Sequence[int], environment: dict[str, object]
) -> tuple[str, Sequence[int]]:
    """Return the words of a block as they are shown, and where each character stands.

    A block in which they cannot all be found again is returned as it is written.
    """
    if len(content) > LONGEST_MARKED or not _MARKUP.search(content):
        return content, where
    parsed: list[Token] = []
    parser().inline.parse(content, parser(), environment, parsed)
    flat = content.replace("\n", " ")
    pieces: list[tuple[str, Sequence[int]]] = []
    position = 0
    for token in parsed:
        name = token.type
        said = token.content.replace("\n", " ")
        sought = _SOUGHT.get(name, "{words}").format(words=said, markup=token.markup)
        if not sought and name != "link_close":
            continue
        if name == "code_inline":
            position = flat.find(token.markup, position) + len(token.markup)
        start = (content if name in _BREAKS else flat).find(sought, position)
        if start < 0:
            return content, where
        end = start + len(sought)
        position = end
        escapes_nothing = name == "text_special" and token.content == sought
        if name in ("text", "code_inline") or escapes_nothing:
            pieces.append((token.content, where[start:end]))
            position += len(token.markup) if name == "code_inline" else 0
        elif name == "text_special":
            pieces.append((token.content, (where[start],) * len(token.content)))
        elif name in _BREAKS or _BREAK_TAG.match(token.content if name == "html_inline" else ""):
            pieces.append(("\n", where[start : start + 1]))
        elif name == "image" or (name == "link_close" and token.markup != "autolink"):
            position = _past_link(content, end)
    return spliced(pieces)


def _past_link(content: str, position: int) -> int:
    """Return the offset past the ``](address "title")`` or ``][label]`` at or after `position`."""
    found = _LINK_END.search(content, position)
    return found.end() if found else position
