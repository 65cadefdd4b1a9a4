"""What a writer tells the checker inside a text: ``reviewkit: ignore=P101 reason``.

A directive is a comment (``<!-- … -->``), a line of its own, or stands in square brackets at the
end of a line. Readers cut it out of what they parse without moving anything, so that none of its
words is in a sentence and every offset stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewkit.prose.sentences import Lines
from reviewkit.prose.text import Ignore, Sentence

LONGEST = 1_000
"""Characters of a directive: a reason is a sentence or two."""

_MARK = "eviewkit:"
"""Its first letter left out: a word processor makes it a capital at the start of a line."""
_HEAD = re.compile(r"reviewkit:[ \t]{0,9}ignore(?P<file>-file)?=[ \t]{0,9}", re.IGNORECASE)
_CODES = re.compile(r"[A-Za-z]\w{0,31}(?:\s{0,9},\s{0,9}[A-Za-z]\w{0,31}){0,99}(?!\w)")
_COMMENTED = re.compile(r"<!--+\s*\Z")
_ITEM = re.compile(r"[\s>*+•-]*\Z")
"""What may stand before a directive that is a line of its own: the marks of a list or a quote."""
_LOOKED_BACK = 40
_BRACKETED = re.compile(rf"[^\]\r\n]{{0,{LONGEST}}}\](?=[ \t\u00a0]*+(?:[\r\n]|\Z))")
_LINE_END = re.compile(r"[^\r\n]*")
_VISIBLE = re.compile(r"[^\r\n]")
_WORD = re.compile(r"\w")
_UNSEEN = "\u200b"
"""Fills the place of a comment that opens a line: spaces there would make the rest of it code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """A directive as found.

    Parameters
    ----------
    codes, reason
        As written; either may be empty.
    start, end
        Of the directive with its brackets or comment marks.
    shares
        Start and end of the line or paragraph that it stands in; it is about the sentences there,
        or if there are none about those of the next block.
    everywhere
        Whether it is about the whole document.
    place
        As in `reviewkit.prose.text.Sentence`.
    """

    codes: tuple[str, ...]
    reason: str
    start: int
    end: int
    shares: tuple[int, int]
    everywhere: bool = False
    place: str = ""


def find(text: str, *, base: int = 0, place: str = "") -> list[Directive]:
    """Return the directives of a text, in order.

    Parameters
    ----------
    text
        Plain text, Markdown, or a paragraph of a document.
    base
        Added to the offsets, where `text` is a part of the file.
    place
        Of the directives.

    Examples
    --------
    >>> [(d.codes, d.reason) for d in find("It calms. [reviewkit: ignore=P101 a quote]")]
    [(('P101',), 'a quote')]
    """
    if _MARK not in text:
        return []
    lines = Lines.of(text)
    found: list[Directive] = []
    for head in _HEAD.finditer(text):
        if found and head.start() + base < found[-1].end:
            continue
        first = lines.starts[bisect_right(lines.starts, head.start()) - 1]
        stretch = _stretch(text, first, head)
        if stretch is None:
            continue
        start, end, said = stretch
        line = lines.starts[bisect_right(lines.starts, start) - 1]
        after = bisect_left(lines.starts, end)
        until = lines.starts[after] if after < len(lines.starts) else len(text)
        found.append(_directive(head, said, (start, end), (line, until), base=base, place=place))
    return found


def of_comment(
    text: str, start: int, end: int, shares: tuple[int, int], *, base: int = 0, place: str = ""
) -> Directive | None:
    """Return the directive that the comment ``text[start:end]`` is, if it is one."""
    head = _HEAD.search(text, start, min(end, start + _LOOKED_BACK))
    if head is None or not _COMMENTED.match(text, start, head.start()) or end - start > LONGEST:
        return None
    said = text[head.end() : end].removesuffix("-->")
    return _directive(head, said, (start, end), shares, base=base, place=place)


def without(text: str, found: Iterable[Directive], *, base: int = 0) -> str:
    """Return the text, as long as before, with nothing to see where the directives stood."""
    pieces: list[str] = []
    position = 0
    for one in found:
        start, end = one.start - base, one.end - base
        line, until = (edge - base for edge in one.shares)
        opens = not _WORD.search(text, line, start) and bool(text[end:until].strip())
        pieces += (
            text[position:start],
            _VISIBLE.sub(_UNSEEN if opens else " ", text[start:end]),
        )
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def ignores(
    found: Iterable[Directive], sentences: Sequence[Sentence], lines: Lines
) -> Iterator[Ignore]:
    """Yield the directives of a document with the blocks that each is about."""
    starts = [sentence.start for sentence in sentences]
    ends = [sentence.end for sentence in sentences]
    for one in found:
        begin, until = one.shares
        first, after = bisect_right(ends, begin), bisect_left(starts, until)
        if first >= after:
            first = bisect_left(starts, one.end)
            after = min(first + 1, len(starts))
        near = [sentences[first].block, sentences[after - 1].block] if first < after else [0, -1]
        line, column = lines.place(one.start)
        yield Ignore(
            codes=one.codes,
            reason=one.reason,
            start=one.start,
            end=one.end,
            line=line,
            column=column,
            place=one.place,
            everywhere=one.everywhere,
            blocks=range(near[0], near[1] + 1),
        )


def _stretch(text: str, first: int, head: re.Match[str]) -> tuple[int, int, str] | None:
    """Return where the directive of this head starts and ends, and what it says after the head."""
    before = text[max(0, head.start() - _LOOKED_BACK) : head.start()]
    if opened := _COMMENTED.search(before):
        closed = text.find("-->", head.end(), head.end() + LONGEST)
        if closed < 0:
            return None
        start = head.start() - len(opened.group())
        return start, closed + len("-->"), text[head.end() : closed]
    if before.endswith("["):
        closing = _BRACKETED.match(text, head.end())
        if closing is None:
            return None
        return head.start() - 1, closing.end(), closing.group()[:-1]
    if head.start() - first > _LOOKED_BACK or not _ITEM.match(text[first : head.start()]):
        return None
    line = _LINE_END.match(text, head.end())
    end = line.end() if line else head.end()
    return head.start(), end, text[head.end() : end]


def _directive(
    head: re.Match[str],
    said: str,
    where: tuple[int, int],
    shares: tuple[int, int],
    *,
    base: int,
    place: str,
) -> Directive:
    written = _CODES.match(said)
    codes = re.split(r"\s*,\s*", written.group()) if written else []
    reason = said[written.end() if written else 0 :].strip(" \t\r\n\u00a0:;,–—-")
    return Directive(
        codes=tuple(codes),
        reason=" ".join(reason.split()),
        start=base + where[0],
        end=base + where[1],
        shares=(base + shares[0], base + shares[1]),
        everywhere=head["file"] is not None,
        place=place,
    )
