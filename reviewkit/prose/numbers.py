"""Numbers as a writer says them: of people, of time, shares, measurements and years.

A number is read with what it counts ("nine healthy men", "4-minute", "68.9 per cent", "from 0.085
to 0.092 mm"); one that counts nothing is left out, and so are prices, ages and steps of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reviewkit.reported import Reported, parse

Kind = Literal["people", "time", "percent", "measure", "year"]

#: Numbers in words, as far as people write them out.
_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS: dict[str, int] = {word: value for value, word in enumerate(_UNITS)}
WORDS |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
WORDS |= {
    f"{ten}{gap}{unit}": WORDS[ten] + WORDS[unit]
    for ten in _TENS
    for unit in _UNITS[1:10]
    for gap in ("-", " ")
}
WORDS |= {"a dozen": 12, "hundred": 100, "a hundred": 100, "one hundred": 100}

#: Units of time, by what they are called; each with its length in days.
DAYS = {
    "minutes": 1 / 1440,
    "hours": 1 / 24,
    "days": 1.0,
    "weeks": 7.0,
    "months": 365.25 / 12,
    "years": 365.25,
}
_TIME = {
    "minute": "minutes",
    "min": "minutes",
    "mins": "minutes",
    "hour": "hours",
    "hr": "hours",
    "hrs": "hours",
    "day": "days",
    "week": "weeks",
    "wk": "weeks",
    "wks": "weeks",
    "month": "months",
    "year": "years",
    "yr": "years",
    "yrs": "years",
}
#: Units of measurement that are spelt in several ways; others are taken as they are written.
_MEASURE = {
    "millimeter": "mm",
    "millimetre": "mm",
    "millimeters": "mm",
    "millimetres": "mm",
    "micron": "µm",
    "microns": "µm",
    "micrometer": "µm",
    "micrometre": "µm",
    "micrometers": "µm",
    "micrometres": "µm",
    "um": "µm",
    "μm": "µm",
    "mm hg": "mmHg",
    "mmhg": "mmHg",
    "beats per minute": "bpm",
    "bpm": "bpm",
    "points": "points",
    "point": "points",
    "cm": "cm",
    "mm": "mm",
    "µm": "µm",
    "ng/ml": "ng/mL",
    "pg/ml": "pg/mL",
    "µg/dl": "µg/dL",
    "°c": "°C",
}
#: Whom a study counts.
PEOPLE = [
    "men",
    "man",
    "women",
    "woman",
    "males",
    "male",
    "females",
    "female",
    "participants",
    "participant",
    "people",
    "persons",
    "person",
    "subjects",
    "subject",
    "volunteers",
    "volunteer",
    "patients",
    "patient",
    "individuals",
    "individual",
    "respondents",
    "respondent",
    "adults",
    "adult",
    "workers",
    "worker",
    "employees",
    "students",
    "student",
    "nurses",
    "nurse",
    "users",
    "user",
    "children",
    "sufferers",
    "customers",
    "clients",
    "guys",
    "ladies",
    "babies",
    "infants",
    "athletes",
    "mothers",
]

_RELATION = (
    r"(?:(?P<relation>about|around|roughly|approximately|approx\.?|some|almost|nearly|just under|"
    r"over|more than|at least|up to|less than|fewer than|under|only|just|~|≈|<|>)\s*)?"
)
_NUMBER = r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?|\.\d+|" + "|".join(
    sorted((rf"{word}\b" for word in WORDS), key=len, reverse=True)
)
_ADJECTIVES = r"(?:(?!and\b|or\b|of\b|to\b|in\b|per\b|for\b|the\b)[a-zà-ÿ][\w'’-]*,?\s+){0,4}?"
_TIMES = "|".join(sorted(({*_TIME, *(f"{name}s" for name in _TIME)}), key=len, reverse=True))
_MEASURES = "|".join(sorted(map(re.escape, _MEASURE), key=len, reverse=True))
_SAID = re.compile(
    rf"(?<![\w.,$£€#-]){_RELATION}(?P<low>{_NUMBER})"
    rf"(?:\s*(?:%|per ?cent|(?:{_MEASURES})\b)?\s*(?P<join>-|–|—|−|to|and|or|→)"
    rf"\s*(?P<high>{_NUMBER}))?"
    rf"(?:(?P<percent>\s*%|[\s-]per ?cent\b|\s*percent(?:age points?)?\b)"
    rf"|[\s-]*(?P<time>{_TIMES})\b(?![\s-]+old\b)"
    rf"|\s*(?P<measure>{_MEASURES})(?!\w)"
    rf"|[\s-]+{_ADJECTIVES}(?P<people>{'|'.join(PEOPLE)})\b)",
    re.IGNORECASE,
)
_SAMPLE = re.compile(
    r"\b(?P<before>n\s*=\s*|(?:sample|group|total|cohort|number) of |survey(?:ed)? of |study of )"
    r"(?P<low>\d[\d,]*)(?![\d.,]*\s*(?:%|years?|weeks?|months?|days?|minutes?))",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?<![\d.,$£€-])(?P<low>(?:19[5-9]|20[0-4])\d)(?![\d%]|[.,]\d|-\w|\s?(?:mm|people|men|women))"
)
_RELATIONS = {"approx": "about", "approx.": "about", "some": "about", "only": "", "just": ""}
#: Words that join two numbers of one unit which are not the ends of a range.
_APART = frozenset({"and", "or", "→"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A number in a sentence.

    Parameters
    ----------
    text
        The number as the sentence has it, without its relation and its unit.
    number
        What it is read as, its relation ("almost") included.
    kind, unit
        What it counts, and in which unit; empty for people and years.
    start, end
        Offsets in the text of the sentence.
    noun
        Whom it counts, for people.
    """

    text: str
    number: Reported
    kind: Kind
    unit: str
    start: int
    end: int
    noun: str = ""


def numbers(text: str) -> list[Said]:
    """Return the numbers that a sentence says of something, in order.

    Examples
    --------
    >>> [(said.text, said.kind, said.unit) for said in numbers("Nine men, from 0.085 to 0.092 mm")]
    [('Nine', 'people', ''), ('0.085', 'measure', 'mm'), ('0.092', 'measure', 'mm')]
    """
    found = [said for match in _SAID.finditer(text) for said in _of(match, text)]
    taken = {place for said in found for place in range(said.start, said.end)}
    for match in _SAMPLE.finditer(text):
        if match.start("low") not in taken:
            found += _made(match, "low", _Counts("people"))
            taken.update(range(match.start("low"), match.end("low")))
    for match in _YEAR.finditer(text):
        if match.start("low") not in taken:
            found += _made(match, "low", _Counts("year"))
    return sorted(found, key=lambda said: said.start)


@dataclass(frozen=True, slots=True)
class _Counts:
    """What a number counts."""

    kind: Kind
    unit: str = ""
    noun: str = ""


def _of(match: re.Match[str], text: str) -> Iterator[Said]:
    counts = _counts(match)
    relation = (match["relation"] or "").lower()
    relation = _RELATIONS.get(relation, relation)
    if not match["high"]:
        yield from _made(match, "low", counts, relation)
        return
    joined = match["join"].lower()
    from_to = joined == "to" and text[: match.start()].lower().endswith("from ")
    between = joined == "and" and text[: match.start()].lower().endswith("between ")
    if from_to or (joined in _APART and not between):
        yield from _made(match, "low", counts, relation)
        yield from _made(match, "high", counts)
        return
    low, high = _digits(match["low"]), _digits(match["high"])
    try:
        number = parse(f"{relation} {low} to {high}".strip())
    except ValueError:  # no range after all: "4-0.5 mm"
        yield from _made(match, "high", counts)
        return
    start, end = match.start("low"), match.end("high")
    yield _said(text[start:end], number, counts, start)


def _counts(match: re.Match[str]) -> _Counts:
    if match["percent"]:
        return _Counts("percent", "%")
    if match["time"]:
        spelt = match["time"].lower()
        return _Counts("time", _TIME.get(spelt) or _TIME[spelt.removesuffix("s")])
    if match["measure"]:
        return _Counts("measure", _MEASURE[match["measure"].lower()])
    return _Counts("people", noun=match["people"].lower())


def _made(match: re.Match[str], group: str, counts: _Counts, relation: str = "") -> list[Said]:
    try:
        number = parse(f"{relation} {_digits(match[group])}".strip())
    except ValueError:  # more digits than any paper prints
        return []
    return [_said(match[group], number, counts, match.start(group))]


def _said(text: str, number: Reported, counts: _Counts, start: int) -> Said:
    return Said(
        text=text,
        number=number,
        kind=counts.kind,
        unit=counts.unit,
        start=start,
        end=start + len(text),
        noun=counts.noun,
    )


def _digits(text: str) -> str:
    word = " ".join(text.lower().split())
    return str(WORDS[word]) if word in WORDS else text
