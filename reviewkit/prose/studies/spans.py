"""Lengths of time that are said without a number of their own: "half an hour", "a fortnight"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewkit.prose.patterns import lazily


class Span(NamedTuple):
    """A length of time as said: its words' offsets, its relation, its number and unit."""

    start: int
    end: int
    relation: str
    number: str
    unit: str


#: Parts of an hour, a year: what they come to in the smaller unit.
_PARTS = {
    ("half", "hour"): ("30", "minutes"),
    ("quarter", "hour"): ("15", "minutes"),
    ("three quarters", "hour"): ("45", "minutes"),
    ("half", "year"): ("6", "months"),
    ("quarter", "year"): ("3", "months"),
    ("half", "month"): ("2", "weeks"),
}
_RELATION = r"(?:(?P<relation>about|around|roughly|almost|nearly|just under|some)\s+)?"
_PART = lazily(
    rf"\b{_RELATION}(?P<span>(?:(?P<part>half)(?: of)?|(?:a |one )?(?P<quarter>quarter) of|"
    r"(?P<three>three[ -]quarters) of) an? (?P<unit>hour|year|month))\b",
    0,
)
#: One of a unit, where it is how long something was done: "for a month", not "twice a month".
_ONE = lazily(
    rf"(?<!time )\b(?:for|over|after|within|in|lasted|took|of|during|to)\s+{_RELATION}"
    r"(?P<span>an? (?P<unit>hour|day|week|month|year|fortnight))\b(?! (?:of|or so\b)? ?time)",
    0,
)


def spans(text: str) -> Iterator[Span]:
    """Yield the lengths of time of a sentence in small letters.

    Examples
    --------
    >>> [(span.number, span.unit) for span in spans("half an hour a day for a fortnight")]
    [('30', 'minutes'), ('2', 'weeks')]
    """
    for match in _PART.finditer(text):
        part = "half" if match["part"] else "quarter" if match["quarter"] else "three quarters"
        number, unit = _PARTS.get((part, match["unit"]), ("", ""))
        if number:
            yield _span(match, number, unit)
    for match in _ONE.finditer(text):
        two = match["unit"] == "fortnight"
        yield _span(match, "2" if two else "1", "weeks" if two else f"{match['unit']}s")


def _span(match: re.Match[str], number: str, unit: str) -> Span:
    return Span(match.start("span"), match.end("span"), match["relation"] or "", number, unit)
