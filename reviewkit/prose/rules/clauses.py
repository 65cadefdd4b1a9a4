"""How a phrase stands in its sentence: denied, in quotation marks, beside a claim that is plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewkit.prose.patterns import lazily
from reviewkit.prose.reading import Link, Reading
from reviewkit.prose.wording import PLAIN

#: Characters of a sentence that the rules look at; what is longer is no prose.
LONGEST = 4_000
#: Characters before a phrase in which its clause is looked for.
BEFORE = 160
#: What ends the hold of a denial.
_EDGE = re.compile(r"[,;:.!?()—–]|\b(?:and|but|yet)\b", re.IGNORECASE)
#: Words that deny or suspend what follows them in their clause.
_DENIAL = re.compile(
    r"\b(?:not(?! only| just)|no|never|none|nothing|nobody|neither|nor|without|hardly|rarely|"
    r"seldom|cannot|whether|if|unless|myths?|false|doubts?)\b|n['’]t\b",
    re.IGNORECASE,
)
_OPENING, _CLOSING = "\"“‘'«", "\"”’'»"
#: What may stand between a quoted phrase and its closing mark.
_BEFORE_CLOSING = ".,!"


def phrases(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern that finds any of some phrases as whole words, in either case."""
    return lazily(rf"\b(?:{'|'.join(alternatives)})(?!\w)")


def holds(text: str, hints: tuple[str, ...]) -> bool:
    """Whether any of some pieces of words stands in a text.

    Every phrase of a rule holds one of its hints: most sentences hold none, and are left at once.
    """
    lowered = f" {text.lower()} "
    for hint in hints:  # noqa: SIM110  # twice as fast as any(), and asked of every sentence
        if hint in lowered:
            return True
    return False


def text_of(reading: Reading) -> str:
    """Return as much of a sentence as is read."""
    return reading.sentence.text[:LONGEST]


def clause_before(text: str, start: int) -> str:
    """Return what stands before a phrase in its clause.

    Examples
    --------
    >>> clause_before("It is cheap, and not wholly safe", 28)
    ' not wholly '
    """
    begin = max(0, start - BEFORE)
    edges = (edge.end() for edge in _EDGE.finditer(text, begin, start))
    return text[max(edges, default=begin) : start]


def denied(text: str, start: int) -> bool:
    """Whether something before a phrase, in its clause, denies or suspends it."""
    return _DENIAL.search(clause_before(text, start)) is not None


def quoted(text: str, start: int, end: int) -> bool:
    """Whether quotation marks hold a phrase and nothing else: it is named, not said."""
    after = text[end : end + 2].lstrip(_BEFORE_CLOSING)
    return text[start - 1 : start] in tuple(_OPENING) and after[:1] in tuple(_CLOSING)


def plain_links(reading: Reading, start: int, end: int) -> Iterator[Link]:
    """Yield the claims begun in a stretch of a sentence that are put plainly, or more strongly."""
    for link in reading.links:
        if link.wording >= PLAIN and start <= link.cue_start < end:
            yield link


def verb_of(reading: Reading, link: Link) -> str:
    """Return the words of effect of a link, or its term where no effect stands."""
    return reading.sentence.text[link.verb_start : link.verb_end]
