"""What is said without a number of its own: "half an hour", "a fortnight", "fell by half"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reviewkit.prose.patterns import lazily
from reviewkit.reported import Relation, Reported


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
    rf"(?<!time )\b(?:for|over|after|within|in|lasted|lasting|took|of|during|to)\s+{_RELATION}"
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
    for match in _PART.finditer(text) if "half" in text or "quarter" in text else ():
        part = "half" if match["part"] else "quarter" if match["quarter"] else "three quarters"
        number, unit = _PARTS.get((part, match["unit"]), ("", ""))
        if number:
            yield _span(match, number, unit)
    for match in _ONE.finditer(text):
        two = match["unit"] == "fortnight"
        yield _span(match, "2" if two else "1", "weeks" if two else f"{match['unit']}s")


class Share(NamedTuple):
    """A share as said: its words' offsets and what it comes to in percent."""

    start: int
    end: int
    number: Reported


#: Shares in words, in percent. Nobody says half of what is not within five points of it [C].
_SHARES = {"half": 50, "third": 33, "quarter": 25, "two thirds": 67, "three quarters": 75}
_SHARE = lazily(
    r"\b(?:(?:by|of|to|was|is)\s+)?(?P<relation>(?:more|less) than|"
    r"(?:a little |just )?(?:over|under)|about|almost|nearly|around|roughly|by|to)\s+(?:a |one )?"
    r"(?P<share>half|third|quarter|two[ -]thirds|three[ -]quarters)\b"
    r"(?=\s*(?:[.,;:)]|$|(?:of (?:the|them|those|all)|with|after|in|and|within|compared)\b))"
    r"|\b(?P<of>half|(?<=a )third|(?<=a )quarter|two[ -]thirds|three[ -]quarters)"
    r"(?= of (?:them|those|all|the (?:people|men|women|patients|participants|users|volunteers)))",
    0,
)
#: Of which a sentence needs one to hold a share.
_PARTLY = ("half", "third", "quarter")
_COMPARED: dict[str, Relation] = {
    "more": ">",
    "over": ">",
    "less": "<",
    "under": "<",
    "almost": "~-",
    "nearly": "~-",
}


def shares(text: str) -> Iterator[Share]:
    """Yield the shares of a sentence in small letters that are said in words.

    Examples
    --------
    >>> [str(share.number.value) for share in shares("it fell by half, in half the time")]
    ['50']
    """
    for match in _SHARE.finditer(text) if any(share in text for share in _PARTLY) else ():
        group = "share" if match["share"] else "of"
        word = match[group].replace("-", " ")
        said = (match["relation"] or "").split()
        compared = [_COMPARED[one] for one in said if one in _COMPARED]
        relation: Relation = compared[0] if compared else "="
        number = Reported(
            text=match[group], value=Decimal(_SHARES[word]), decimals=-1, relation=relation
        )
        yield Share(match.start(group), match.end(group), number)


def _span(match: re.Match[str], number: str, unit: str) -> Span:
    return Span(match.start("span"), match.end("span"), match["relation"] or "", number, unit)
