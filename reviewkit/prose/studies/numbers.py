"""Numbers as a writer says them: of people, of time, shares, measurements and years.

A number is read with what it counts ("nine healthy men", "4-minute", "68.9 per cent", "from 0.085
to 0.092 mm"); one that counts nothing is left out, and so are prices, ages and steps of a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reviewkit.prose.patterns import lazily, small
from reviewkit.prose.studies.number_words import IN_WORDS, MEASURE, PEOPLE, TIME, WORDS
from reviewkit.prose.studies.spans import shares, spans
from reviewkit.reported import Reported, parse

Kind = Literal[
    "people",
    "studies",
    "time",
    "often",
    "age",
    "groups",
    "sessions",
    "percent",
    "measure",
    "p",
    "year",
    "bare",
]

_RELATION = (
    r"(?:(?P<relation>about|around|roughly|approximately|approx\.?|some|almost|nearly|just under|"
    r"over|more than|at least|up to|less than|fewer than|under|only|just|~|≈|<|>)\s*)?"
)
_NUMBER = (
    r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?|\.\d+|"
    rf"{IN_WORDS}(?: and a half\b)?"
)
_ADJECTIVES = (
    r"(?:(?!(?:and|or|of|to|in|per|for|the|an?|had|has|have|was|were|is|are|who|that|which|with|on|"
    r"by|from|at|as|over|after|did|gave|found|study|trial|survey|paper)\b"
    rf"|{IN_WORDS})[a-zà-ÿ][\w'’-]*,?\s+){{0,4}}?"
)
_HOURS = frozenset({"h"})
_TIMES = "|".join(sorted(({*TIME, *_HOURS, *(f"{name}s" for name in TIME)}), key=len, reverse=True))
_MEASURES = "|".join(sorted(map(re.escape, MEASURE), key=len, reverse=True))
_SAID = lazily(
    rf"(?<![\w.,$£€#-]){_RELATION}(?P<low>{_NUMBER})"
    rf"(?:\s*(?:%|per ?cent|(?:{_MEASURES})\b)?\s*(?P<join>-|–|—|−|to|and|or|→)"
    rf"\s*(?P<high>{_NUMBER}))?"
    rf"(?:(?P<percent>\s*%|[\s-]per ?cent\b|\s*percent(?:age points?)?\b)"
    rf"|[\s-]*(?P<time>{_TIMES})\b(?![\s-]+(?:old|ago)\b)"
    rf"|\s*(?P<measure>{_MEASURES})(?!\w)"
    rf"|[\s-]+(?P<adjectives>{_ADJECTIVES})(?P<people>{'|'.join(PEOPLE)})\b)"
)
#: What is done a few times, where a word tells how often: "two massages a week".
_DONE = (
    rf"(?<!\d\d)(?<!\.\d)\s+(?:[\w-]+\s+)?(?!(?:{_TIMES}|{'|'.join(PEOPLE)})\b)[a-z]+s"
    r"(?=\s+(?:an?|each|every|per)\s)"
)
#: How often: "twice a week", "three times per day", "two 20-minute sessions a day".
_OFTEN = lazily(
    rf"\b(?:(?P<word>once|twice)|(?P<low>{_NUMBER})"
    rf"(?:\s+(?:[\w-]+\s+)?(?:times?|sessions?)|x|{_DONE}))"
    r"(?:\s+(?:an?|each|every|per))?\s*(?P<per>day|daily|week|weekly|month|monthly|night)\b"
)
#: "two a week", without a word for what is done.
_A_WEEK = lazily(
    rf"(?<![\w.,$£€#-])(?!\d+\.)(?P<low>{_NUMBER})\s+(?:an?|each|every|per)\s+"
    r"(?P<per>day|week|month)\b"
)
#: How many studies a review holds.
_STUDIES = lazily(
    rf"(?<![\w.,$£€#-])(?!(?:19|20)\d\d\b)(?P<low>{_NUMBER})\s+(?:[a-z][\w-]*\s+){{0,3}}?"
    r"(?:trials|studies|articles|papers|reviews|reports)\b"
)
#: People who are counted by what they did or got: "24 were analysed", "15 in each".
_DID = lazily(
    rf"(?<![\w.,$£€#-])(?!(?:19|20)\d\d\b)(?P<low>(?!\d+\.\d)(?!one\b){_NUMBER})"
    r"(?:\s+each\b|\s+in (?:number|all|total)\b|\s+of (?:them|these|those|whom)\b|\s+in each\b|\s+others?\b(?=\s+(?:were|had|got|just))|"
    r"\s+(?:(?:had|have) (?:just|only|actually|also)\s+)?"
    r"(?=(?:were|had|did|got|took|made|gave|said|kept|felt|went|began|came|dropped|"
    r"(?!(?:need|speed|seed|hundred)\b)[a-z]{2,}ed)\b(?! (?:by|from|to)\b)))"
)
#: The ends of a change or of an interval whose unit is not said: "from 93 to 4".
_FROM_TO = lazily(
    rf"\b(?:from|between)\s+(?:(?:about|around|roughly|some)\s+)?(?P<low>{_NUMBER})"
    rf"(?:\s+[a-z]+){{0,4}}?\s+(?:to|and)\s+(?:(?:about|around|roughly|some)\s+)?"
    rf"(?P<high>{_NUMBER})(?![\w%/]|[.,]\d)"
)
_SESSIONS = lazily(
    rf"(?<![\w.,$£€#-])(?!\d+\.)(?P<low>{_NUMBER})\s+(?:(?:[a-z][\w-]*\s+){{0,2}}?"
    r"(?:sessions|massages|treatments|applications|appointments|visits)\b|"
    r"times\b(?=\s*(?:[.,;:]|$|(?:in|over|for|during|within|altogether)\b)))"
)
_PER = {"day": "per day", "daily": "per day", "night": "per day", "week": "per week"}
_PER |= {"weekly": "per week", "month": "per month", "monthly": "per month"}
#: "19 of 43", with or without a share between.
_OF = lazily(
    rf"(?<![\w.,$£€#-])(?P<low>{_NUMBER})\s*(?:\([^()]{{1,12}}\)\s*)?"
    rf"(?:out )?of (?:the )?(?P<high>\d+)\b"
)
#: What stands before the whole of which a part is told: "327 of the 1,899 people".
_A_PART = lazily(rf"(?<![\w.,$£€#-])(?:{_NUMBER})\s+(?:out )?of (?:the |its |these |those )?$")
_PLUS_MINUS = lazily(rf"(?P<low>{_NUMBER})\s*(?:±|\+/-)\s*(?P<high>{_NUMBER})")
_WEEK = lazily(
    r"\b(?P<unit>weeks?|months?|days?) (?P<low>\d{1,3})(?: (?:and|or) (?P<high>\d{1,3}))?\b(?! of)"
)
_GROUPS = lazily(
    rf"(?<![\w.,$£€#-])(?P<low>{_NUMBER})\s+(?:(?:equal|parallel|treatment|study|random)\s+)?"
    r"(?:groups|arms)\b"
)
_P = lazily(
    r"\bp(?:[ -]values?)?\s*(?:(?P<relation>[<>=≤≥])\s*|(?:(?:was|is|of|at|being|equal to)\s+)+"
    r"(?P<word>(?:above|below|under|over|less than|more than|greater than)\s+)?)(?P<low>0?\.\d+)"
)
_END = (
    r"(?!\s*(?:%|per ?cent|minutes?|mins?|hours?|days?|weeks?|months?|times|points?|mm|cm|beats)"
    r"|[.,]\d|\d)"
)
_FOLK = rf"(?:they|{'|'.join(PEOPLE)})"
#: Ages: of people, and nothing that a study did.
_AGES = lazily(
    r"\b(?:aged?|ages)\s+(?:of\s+|ran\s+|was\s+|were\s+)?(?:between\s+|from\s+)?(?P<low>\d+(?:\.\d+)?)"
    r"(?:\s*(?:-|–|to|and)\s*(?P<high>\d+))?|"
    r"\b(?P<one>\d+(?:\.\d+)?)(?:\s*(?:-|–|to|and)\s*(?P<other>\d+))?[\s-]years?"
    r"(?:[\s-]old|[\s-]of age| on average)|"
    rf"\b{_FOLK}\s+(?:were\s+|was\s+)?(?:all\s+)?(?:of|from|between)\s+(?P<first>\d\d)"
    rf"\s*(?:-|–|to|and)\s*(?P<last>\d\d){_END}|"
    r"\b(?:oldest|youngest) (?:\w+ )?(?:was|were|being) (?P<extreme>\d\d)(?![\d%])|"
    rf"\bthey were (?:on average |all )?(?P<alone>\d\d)(?=\s*(?:[.,;]|$|on average))"
)
#: A number of many digits that stands alone may still be one that a study prints.
_BARE = re.compile(
    r"(?<![\w.,$£€#/-])[-−–]?(?P<low>\d{1,3}(?:,\d{3})+|\d{3,}|\d+\.\d+)(?![\w%/]|[.,]\d)"
)
_SAMPLE = lazily(
    r"\b(?P<before>n\s*=\s*|(?:sample|group|total|cohort|number) of |survey(?:ed)? of |study of )"
    r"(?P<low>(?!(?:19|20)\d\d\b)\d+(?:,\d{3})*)(?![\d.,]*\s*(?:%|years?|weeks?|months?|days?|minutes?))"
)
_YEAR = re.compile(
    r"(?<![\d.,$£€-])(?P<low>(?:19[5-9]|20[0-4])\d)(?![\d%]|[.,]\d|-\w|\s?(?:mm|people|men|women))"
)
_UNIT = lazily(
    rf"(?P<percent>\s*%|[\s-]per ?cent\b)|[\s-]*(?P<time>{_TIMES})\b"
    rf"|\s*(?P<measure>{_MEASURES})(?!\w)"
)
#: Stands as the noun of a number that follows a ±.
SPREAD = "±"
#: Stands as the noun of both numbers of "19 of 43": a part of a group, and the group.
PART = "of"
#: Stands as the noun of the year of a date ("in December 2017"), which is no year of publication.
DATE = "date"
#: Stand as the noun of an age: that of all the people, or from the youngest to the oldest.
AVERAGE, RANGE = "average", "range"
_MONTH = lazily(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"spring|summer|autumn|winter)(?: of)?,? $"
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
        Whom it counts, for people; `PART` for a part of a group and the group; `SPREAD` for what
        follows a ±; `DATE` for the year of a month.
    """

    text: str
    number: Reported
    kind: Kind
    unit: str
    start: int
    end: int
    noun: str = ""

    def shown(self, text: str) -> str:
        """Return the number with the percent sign that is attached to it in its sentence."""
        sign = "%" if self.unit == "%" and text[self.end : self.end + 1] == "%" else ""
        return self.text + sign


def ends(said: Said) -> list[Said]:
    """Return both ends of a range, each as a number of its own; of another number, itself."""
    upper = said.number.upper
    if upper is None:
        return [said]
    return [replace(said, number=parse(str(end))) for end in (said.number.value, upper)]


def numbers(text: str) -> list[Said]:
    """Return the numbers that a sentence says of something, in order.

    Examples
    --------
    >>> [(said.text, said.kind, said.unit) for said in numbers("Nine men, from 0.085 to 0.092 mm")]
    [('Nine', 'people', ''), ('0.085', 'measure', 'mm'), ('0.092', 'measure', 'mm')]
    """
    found: list[Said] = []
    taken: set[int] = set()
    for said in _span(text):
        if said.start not in taken:
            found.append(said)
            taken.update(range(said.start, said.end))
    for pattern, read, signs in _FORMS:
        if signs and not any(sign in text for sign in signs):
            continue
        for match in pattern.finditer(text):
            for said in read(match):
                if said.start not in taken:
                    found.append(said)
                    taken.update(range(said.start, said.end))
    return sorted(found, key=lambda said: said.start)


@dataclass(frozen=True, slots=True)
class _Counts:
    """What a number counts."""

    kind: Kind
    unit: str = ""
    noun: str = ""


def _of(match: re.Match[str]) -> Iterator[Said]:
    text = match.string
    counts = _counts(match)
    if counts.kind == "people" and _A_PART.search(text, 0, match.start("low")):
        counts = _Counts("people", noun=PART)
    relation = (match["relation"] or "").lower()
    relation = _RELATIONS.get(relation, relation)
    if counts.kind == "people" and match["adjectives"] and _YEAR.fullmatch(match["low"]):
        counts = _Counts("year")  # "2019 followed people"
    if counts.kind == "time" and relation == "over":  # "over 24 weeks" is how long, not how much
        relation = ""
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


def _ages(match: re.Match[str]) -> Iterator[Said]:
    ends = match["high"] or match["other"] or match["last"]
    about = match.string[max(0, match.start() - 16) : match.end() + 12].lower()
    average = any(word in about for word in ("average", "mean", "median"))
    noun = RANGE if ends else AVERAGE if average else ""
    for group in ("low", "high", "one", "other", "first", "last", "alone", "extreme"):
        if match[group]:
            yield from _made(match, group, _Counts("age", "years", noun))


def _a_week(match: re.Match[str]) -> Iterator[Said]:
    yield from _made(match, "low", _Counts("often", _PER[match["per"].lower()]))


def _often(match: re.Match[str]) -> Iterator[Said]:
    counts = _Counts("often", _PER[match["per"].lower()])
    if match["word"]:
        times = parse("1" if match["word"].lower() == "once" else "2")
        yield _said(match["word"], times, counts, match.start("word"))
    else:
        yield from _made(match, "low", counts)


def _weeks(match: re.Match[str]) -> Iterator[Said]:
    """Yield "week 12", "months 3 and 7"."""
    counts = _Counts("time", TIME[match["unit"].lower().removesuffix("s")])
    yield from _made(match, "low", counts)
    if match["high"]:
        yield from _made(match, "high", counts)


def _share(match: re.Match[str]) -> Iterator[Said]:
    if match["low"].lower() == "one":  # "one of 20 amino acids" counts nobody
        return
    yield from _made(match, "low", _Counts("people", noun=PART))
    yield from _made(match, "high", _Counts("people", noun=PART))


def _plain(kind: Kind) -> Callable[[re.Match[str]], Iterator[Said]]:
    def read(match: re.Match[str]) -> Iterator[Said]:
        yield from _made(match, "low", _Counts(kind))

    return read


def _did(match: re.Match[str]) -> Iterator[Said]:
    part = " of " in f"{match[0]} "
    yield from _made(match, "low", _Counts("people", noun=PART if part else ""))


def _p(match: re.Match[str]) -> Iterator[Said]:
    relation = match["relation"] or (match["word"] or "").strip().lower()
    yield from _made(match, "low", _Counts("p"), relation)


def _ends(match: re.Match[str]) -> Iterator[Said]:
    """Yield both ends of what has no unit."""
    yield from _made(match, "low", _Counts("bare"))
    yield from _made(match, "high", _Counts("bare"))


def _span(text: str) -> Iterator[Said]:
    """Yield lengths of time that have no number of their own."""
    low = small(text)
    for span in spans(low):
        counts = _Counts("time", span.unit)
        relation = _RELATIONS.get(span.relation, span.relation)
        number = parse(f"{relation} {span.number}".strip())
        yield _said(text[span.start : span.end], number, counts, span.start)
    for share in shares(low):
        start, end = share.start, share.end
        yield _said(text[start:end], share.number, _Counts("percent", "%", PART), start)


def _year(match: re.Match[str]) -> Iterator[Said]:
    dated = _MONTH.search(match.string, max(0, match.start() - 14), match.start())
    yield from _made(match, "low", _Counts("year", noun=DATE if dated else ""))


def _plus_minus(match: re.Match[str]) -> Iterator[Said]:
    """Yield a mean and its spread, in the unit that follows them."""
    unit = _UNIT.match(match.string, match.end())
    counts = _counts(unit) if unit else _Counts("bare")
    yield from _made(match, "low", counts)
    yield from _made(match, "high", _Counts(counts.kind, counts.unit, SPREAD))


def _counts(match: re.Match[str]) -> _Counts:
    if match["percent"]:
        return _Counts("percent", "%")
    if match["time"] and match["time"].lower() in _HOURS:
        return _Counts("time", "hours")
    if match["time"]:
        spelt = match["time"].lower()
        return _Counts("time", TIME.get(spelt) or TIME[spelt.removesuffix("s")])
    if match["measure"]:
        return _Counts("measure", MEASURE[match["measure"].lower()])
    return _Counts("people", noun=match["people"].lower())


def _made(match: re.Match[str], group: str, counts: _Counts, relation: str = "") -> list[Said]:
    digits = _digits(match[group])
    if digits.endswith(" and a half"):
        relation, digits = "about", f"{_digits(digits.removesuffix(' and a half'))}.5"
    try:
        number = parse(f"{relation} {digits}".strip())
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


#: The forms in which numbers are said, each with its reader and the signs of which a text needs one
#: to hold it, if there are any; what one has read is no other's.
_FORMS: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Said]], tuple[str, ...]], ...
] = (
    (_AGES, _ages, ()),
    (_OFTEN, _often, ()),
    (_A_WEEK, _a_week, ()),
    (_PLUS_MINUS, _plus_minus, (SPREAD, "+/-")),
    (_SAID, _of, ()),
    (_WEEK, _weeks, ()),
    (_OF, _share, ()),
    (_GROUPS, _plain("groups"), ()),
    (_SESSIONS, _plain("sessions"), ()),
    (_P, _p, ()),
    (_SAMPLE, _plain("people"), ()),
    (_STUDIES, _plain("studies"), ()),
    (_DID, _did, ()),
    (_YEAR, _year, ()),
    (_FROM_TO, _ends, ()),
    (_BARE, _plain("bare"), ()),
)
