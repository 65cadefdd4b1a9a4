"""HTML into tags and text, with offsets, in linear time.

The standard library's parser keeps positions too, but its time grows with the square of the length
on tags that are never closed (24 kB of ``<a `` took Python 3.11.7 eleven seconds), so the tokens
are taken by one pattern, every branch of which runs on to the end of the text rather than fail.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewkit.prose.blocks import spliced

_TOKEN = re.compile(
    r"(?P<comment><!--(?:.*?-->|.*))"
    r"|<[!?][^>]*+>?"
    r"|</(?P<closed>[a-zA-Z][^\s/>]*+)[^>]*+>?"
    r"|<(?P<opened>[a-zA-Z][^\s/>]*+)"
    r"(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?+)*+)>?",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=/>\"']++)(?:\s*+=\s*+(?:\"([^\"]*+)\"?|'([^']*+)'?|([^\s>]++)))?")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_RAW = ("script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


def names(listed: str) -> frozenset[str]:
    """Return the names of elements or attributes that are listed with spaces between them."""
    return frozenset(listed.split())


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text between two offsets, as written."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A start tag; `attributes` as written."""

    name: str
    attributes: str
    start: int


@dataclass(frozen=True, slots=True)
class Closed:
    """An end tag."""

    name: str
    start: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment between two offsets, its marks included."""

    start: int
    end: int


Token = Text | Opened | Closed | Comment


def tokens(text: str) -> Iterator[Token]:
    """Yield the tags, texts and comments of a page, declarations left out.

    What stands inside scripts, styles and their like is one text.

    Examples
    --------
    >>> [type(token).__name__ for token in tokens("<p>One<!-- two --></p>")]
    ['Opened', 'Text', 'Comment', 'Closed']
    """
    position = 0
    while found := _TOKEN.search(text, position):
        if found.start() > position:
            yield Text(position, found.start())
        position = found.end()
        if found["closed"]:
            yield Closed(found["closed"].lower(), found.start())
        elif found["opened"]:
            name = found["opened"].lower()
            yield Opened(name, found["attributes"], found.start())
            if name in _RAW_END:
                end = _RAW_END[name].search(text, position)
                until = end.start() if end else len(text)
                yield Text(position, until)
                position = until
        elif found["comment"]:
            yield Comment(*found.span())
    if position < len(text):
        yield Text(position, len(text))


def attributes(written: str) -> dict[str, str]:
    """Return the attributes of a tag by their names in lower case; the first of a name counts.

    Examples
    --------
    >>> attributes(' class="a b" hidden id=x')
    {'class': 'a b', 'hidden': '', 'id': 'x'}
    """
    found: dict[str, str] = {}
    for one in _ATTRIBUTE.finditer(written):
        value = one[2] or one[3] or one[4] or ""
        found.setdefault(one[1].lower(), value)
    return found


def decoded(text: str, start: int, end: int, base: int = 0) -> tuple[str, Sequence[int]]:
    """Return a stretch of text with its character references resolved, and its offsets."""
    if text.find("&", start, end) < 0:
        return text[start:end], range(base + start, base + end)
    pieces: list[tuple[str, Sequence[int]]] = []
    position = start
    for found in _REFERENCE.finditer(text, start, end):
        shown = html.unescape(found.group())
        if shown == found.group():
            continue
        begin = found.start()
        pieces.append((text[position:begin], range(base + position, base + begin)))
        pieces.append((shown, (base + begin,) * len(shown)))
        position = found.end()
    pieces.append((text[position:end], range(base + position, base + end)))
    return spliced(pieces)
