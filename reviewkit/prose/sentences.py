"""Blocks of text into sentences, each with its place.

A sentence ends at a full stop, question or exclamation mark (and the quotes, brackets and note
marks that close after it) before white space and a capital, a digit or an opening quote; not after
an abbreviation or an initial. A heading, a bullet and a cell hold sentences of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewkit.prose.abbreviations import BEFORE_NUMBER, EITHER, LETTERED, OPEN, OPENERS
from reviewkit.prose.blocks import Block
from reviewkit.prose.text import BlockKind, Sentence

LONGEST = 2_000
"""Characters after which a sentence is cut at the next white space: running text without any full
stop is a dump or a trap, and what reads sentences need not be linear in their length."""

_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f"
)
"""Signs of no width and of direction, and what steers a terminal: nothing that a person reads."""
_BREAK = re.compile(r"\r\n?|\n")
_STOP = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]*_]*+(?:\[[\d,;–\- ]{1,24}\]|[¹²³⁴-⁹⁰]{1,6})*+"
    rf"(?=[{_UNSEEN}]*+\s)"
)
_NEXT = re.compile(rf"[\s{_UNSEEN}]*([\"'“‘«(\[¿¡*_]*)(\w?)")
_NO_OPENING = frozenset(",;:–—-/&+=)]}")
"""Signs that carry a sentence on ("approx. – the rest")."""
_WORD_BEFORE = re.compile(r"[\w.&-]+\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_SEEN_BEFORE = 40
"""Characters looked at before a full stop: longer than any abbreviation and the word before it."""
_LONGEST_NUMBER = 3
LONGEST_LEAD_IN = 400
"""Characters: it is read again with each bullet, so a longer one would take square time."""
DEEPEST = 8
"""Lists nested deeper are read as of this depth."""
_GAP = re.compile(rf"[\s{_UNSEEN}]+")
_ODD = re.compile(rf"[^\S ]|  |[{_UNSEEN}]")
_SPACE = re.compile(r"\s")
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
_INK = re.compile(r"\S")
_BETWEEN_DIGITS = frozenset("\u00a0\u2009\u202f")
NO_BREAK = "\u00a0"
"""Stays in a sentence's text before a group of three digits, whatever no-break or thin space
stands there in the file, so that ``1 899`` is one number and ``2016 327 men`` two."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of a text begin: after a line feed, a carriage return, or the two."""

    starts: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Lines:
        """Return the lines of `text`."""
        return cls((0, *(found.end() for found in _BREAK.finditer(text))))

    def place(self, offset: int) -> tuple[int, int]:
        r"""Return line and column, both from 1.

        Examples
        --------
        >>> Lines.of("ab\ncd").place(4)
        (2, 2)
        """
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def sentences(blocks: Iterable[Block], lines: Lines) -> Iterator[Sentence]:
    """Yield the sentences of the blocks in order, with the heading and lead-in above each.

    A lead-in is the last sentence of the paragraph (or of the bullet one level up) before a list
    when no full stop ends it ("It can:", "Regular massage may help to"). It goes to the first
    sentence of each bullet; the next ones stand on their own.
    """
    heading = ""
    above = [""]  # by depth of list, the sentence that leads in what is nested below it
    for number, block in enumerate(blocks):
        depth = min(block.depth, DEEPEST) if block.kind == "bullet" else 0
        lead_in = next((text for text in reversed(above[:depth]) if text), "")
        last = ""
        for start, end in split(block.text):
            while start < end and start and block.offsets[start] == block.offsets[start - 1]:
                start += 1  # noqa: PLW2901  # the second half of what one reference stands for
            text, offsets = tidy(block.text, block.offsets, start, end)
            if not text:
                continue
            line, column = lines.place(offsets[0])
            yield Sentence(
                text=text,
                start=offsets[0],
                end=offsets[-1] + 1,
                line=line,
                column=column,
                place=block.place,
                kind=block.kind,
                heading=heading,
                lead_in=lead_in,
                block=number,
                offsets=offsets,
            )
            last, lead_in = text, ""
        leads = (
            block.kind in ("paragraph", "bullet")
            and len(last) <= LONGEST_LEAD_IN
            and _leads_in(last, block.kind)
        )
        above = [*above[:depth], *[""] * (depth - len(above)), last if leads else ""]
        if block.kind == "heading" and last:
            heading = last


def _leads_in(text: str, kind: BlockKind) -> bool:
    """Return whether a list after this sentence goes on with it."""
    return text.endswith(":") or (kind == "paragraph" and not text.endswith(_CLOSED))


_CLOSED = tuple(".!?…;\"'”’)")


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a block, white space around it left out.

    Examples
    --------
    >>> text = "Dr. Lee saw 0.5 mm. Was it real? Nobody knows"
    >>> [text[start:end] for start, end in split(text)]
    ['Dr. Lee saw 0.5 mm.', 'Was it real?', 'Nobody knows']
    """
    start = 0
    for stop in _STOP.finditer(text):
        if stop.start() >= start and _ends(text, stop.start(), stop.end()):
            yield from _short(text, start, stop.end())
            start = stop.end()
    yield from _short(text, start, len(text))


def tidy(text: str, offsets: Sequence[int], start: int, end: int) -> tuple[str, Sequence[int]]:
    """Return a stretch of a block as rules read it: white space made one space, nothing unseen."""
    stretch, where = text[start:end], offsets[start:end]
    if not _ODD.search(stretch):
        return stretch, where
    kept: list[str] = []
    places: list[int] = []
    position = 0
    for gap in _GAP.finditer(stretch):
        kept.append(stretch[position : gap.start()])
        places.extend(where[position : gap.start()])
        position = gap.end()
        space = _SPACE.search(gap.group())
        if space and places and position < len(stretch):
            kept.append(_space(stretch, gap.start(), position))
            places.append(where[gap.start() + space.start()])
    kept.append(stretch[position:])
    places.extend(where[position:])
    return "".join(kept), tuple(places)


def _space(text: str, start: int, end: int) -> str:
    """Return the one space that stands for a gap."""
    grouped = (
        text[start:end] in _BETWEEN_DIGITS
        and text[start - 1].isdigit()
        and _THREE_DIGITS.match(text, end)
    )
    return NO_BREAK if grouped else " "


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch without the white space around it, in pieces if it is too long."""
    while first := _INK.search(text, start, end):
        start = first.start()
        cut = end
        if end - start > LONGEST:
            spaces = [text.rfind(mark, start + 1, start + LONGEST) for mark in " \n"]
            cut = max(spaces) if max(spaces) > start else start + LONGEST
        yield start, start + len(text[start:cut].rstrip())
        start = cut


def _ends(text: str, stop: int, after: int) -> bool:
    """Return whether the sentence ends with the mark at `stop`, which closes before `after`."""
    if stop <= _LONGEST_NUMBER and text[:stop].isdigit():  # the number of a heading
        return False
    following = _NEXT.match(text, after)
    if following is None or following.end() == len(text) == after:
        return True
    quote, first = following.groups()
    if not first:
        return text[following.end() : following.end() + 1] not in _NO_OPENING
    if not (first.isupper() or first.isdigit() or quote.strip("(*_[")):
        return False
    if text[stop] != "." or text[stop + 1 : stop + 2] == ".":
        return True
    before = _WORD_BEFORE.search(text[max(0, stop - _SEEN_BEFORE) : stop])
    return before is None or not _goes_on(before.group(), text, stop, following.end() - 1)


def _goes_on(word: str, text: str, stop: int, following: int) -> bool:
    """Return whether a full stop after `word` belongs to an abbreviation or an initial."""
    lowered = word.lower().rstrip(".")
    if lowered in OPEN:
        return True
    if lowered in BEFORE_NUMBER:
        return text[following].isdigit()
    initial = len(word) == 1 and word.isupper()
    if not initial and lowered not in EITHER and not _INITIALS.fullmatch(word):
        return False
    after = _WORD_AFTER.match(text, following)
    opens = after is not None and after.group().lower() in OPENERS
    if not initial:
        return not opens
    previous = _WORD_BEFORE.search(text[max(0, stop - _SEEN_BEFORE) : stop - 1].rstrip())
    name = previous.group() if previous else ""
    if name.lower() in LETTERED:
        return False
    return not (opens and name[:1].islower())
