"""Numbers as a writer says them: of people, of time, shares, measurements and years.

A number is read with what it counts ("nine healthy men", "4-minute", "68.9 per cent", "from 0.085
to 0.092 mm"); one that counts nothing is left out, and so are prices, ages and steps of a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reviewkit.prose.patterns import lazily, small
from reviewkit.prose.studies.ages import AGES, DECADES, ages, decades
from reviewkit.prose.studies.nearness import RELATION, RELATIONS, related
from reviewkit.prose.studies.number_words import IN_WORDS, MEASURE, PEOPLE, TIME
from reviewkit.prose.studies.said import (
    DATE,
    NUMBER,
    PART,
    SPREAD,
    Counts,
    Kind,
    Said,
    digits,
    made,
    spoken,
)
from reviewkit.prose.studies.spans import shares, spans
from reviewkit.reported import parse

_ADJECTIVES = (
    r"(?:(?!(?:and|or|of|to|in|per|for|the|an?|had|has|have|was|were|is|are|who|that|which|with|on|"
    r"by|from|at|as|over|after|did|gave|found|study|trial|survey|paper)\b"
    rf"|{IN_WORDS})[a-zà-ÿ][\w'’-]*,?\s+){{0,4}}?"
)
_HOURS = frozenset({"h"})
_TIMES = "|".join(sorted(({*TIME, *_HOURS, *(f"{name}s" for name in TIME)}), key=len, reverse=True))
_MEASURES = "|".join(sorted(map(re.escape, MEASURE), key=len, reverse=True))
_SAID = lazily(
    rf"(?<![\w.,$£€#-]){RELATION}(?P<low>{NUMBER})"
    rf"(?:\s*(?:%|per ?cent|(?:{_MEASURES})\b)?(?:-(?=\s))?\s*(?P<join>-|–|—|−|to|and|or|→)"
    rf"\s*(?P<high>{NUMBER}))?"
    rf"(?:(?P<percent>\s*%|[\s-]per ?cent\b|\s*percent(?:age points?)?\b)"
    rf"|[\s-]*(?P<time>{_TIMES})\b(?![\s-]+(?:old|ago)\b)"
    rf"|\s*(?P<measure>{_MEASURES})(?!\w)"
    rf"|[\s-]+(?P<adjectives>{_ADJECTIVES})(?P<people>{'|'.join(PEOPLE)})\b)",
    0,
)
#: What is done a few times, where a word tells how often: "two massages a week".
_DONE = (
    rf"(?<!\d\d)(?<!\.\d)\s+(?:[\w-]+\s+)?(?!(?:{_TIMES}|{'|'.join(PEOPLE)})\b)(?P<done>[a-z]+s)"
    r"(?=\s+(?:an?|each|every|per)\s)"
)
#: How often: "twice a week", "three times per day", "two 20-minute sessions a day".
_OFTEN = lazily(
    rf"\b(?:(?P<word>once|twice)|(?P<low>{NUMBER})"
    rf"(?:\s+(?:[\w-]+\s+)?(?:times?|sessions?)|x|{_DONE}))"
    r"(?:\s+(?:an?|each|every|per))?[\s-]*(?P<per>day|daily|week|weekly|month|monthly|night)\b",
    0,
)
#: "two a week", without a word for what is done.
_A_WEEK = lazily(
    rf"(?<![\w.,$£€#-])(?!\d+\.)(?P<low>{NUMBER})\s+(?:an?|each|every|per)\s+"
    r"(?P<per>day|week|month)\b",
    0,
)
#: How many studies a review holds.
_STUDIES = lazily(
    rf"(?<![\w.,$£€#-])(?!(?:19|20)\d\d\b)(?P<low>{NUMBER})\s+(?:[a-z][\w-]*\s+){{0,3}}?"
    r"(?:trials|studies|articles|papers|reviews|reports)\b",
    0,
)
#: People who are counted by what they did or got: "24 were analysed", "15 in each".
_DID = lazily(
    rf"(?<![\w.,$£€#-])(?!(?:19|20)\d\d\b)(?P<low>(?!\d+\.\d)(?!one\b){NUMBER})"
    r"(?:\s+each\b|\s+in (?:number|all|total)\b|\s+of (?:them|these|those|whom)\b|\s+in each\b|"
    r"\s+others?\b(?=\s+(?:were|had|got|just))|"
    r"\s+(?:(?:had|have) (?:just|only|actually|also)\s+)?"
    r"(?=(?:were|had|did|got|took|made|gave|said|kept|felt|went|began|came|dropped|"
    r"(?!(?:need|speed|seed|hundred)\b)[a-z]{2,}ed)\b(?! (?:by|from|to)\b)))",
    0,
)
#: The ends of a change or of an interval whose unit is not said: "from 93 to 4".
_FROM_TO = lazily(
    rf"\b(?:from|between)\s+(?:(?:about|around|roughly|some)\s+)?(?P<low>{NUMBER})"
    rf"(?:\s+[a-z]+){{0,4}}?\s+(?:to|and)\s+(?:(?:about|around|roughly|some)\s+)?"
    rf"(?P<high>{NUMBER})(?![\w%/]|[.,]\d)",
    0,
)
_SESSIONS = lazily(
    rf"(?<![\w.,$£€#-])(?!\d+\.)(?P<low>{NUMBER})\s+(?:(?:[a-z][\w-]*\s+){{0,2}}?"
    r"(?:sessions|treatments|applications|appointments|visits)\b|"
    r"times\b(?=\s*(?:[.,;:]|$|(?:in|over|for|during|within|altogether)\b)))",
    0,
)
#: What is had and not done so often: "seven headaches per week".
_HAD = (
    "aches",
    "attacks",
    "episodes",
    "pains",
    "events",
    "symptoms",
    "hours",
)
_PER = {"day": "per day", "daily": "per day", "night": "per day", "week": "per week"}
_PER |= {"weekly": "per week", "month": "per month", "monthly": "per month"}
#: "19 of 43", with or without a share between.
_OF = lazily(
    rf"(?<![\w.,$£€#-])(?P<low>{NUMBER})\s*(?:\([^()]{{1,12}}\)\s*)?"
    rf"(?:out )?of (?:the )?(?P<high>\d+)\b",
    0,
)
#: What stands before the whole of which a part is told: "327 of the 1,899 people".
_A_PART = lazily(rf"(?<![\w.,$£€#-])(?:{NUMBER})\s+(?:out )?of (?:the |its |these |those )?$", 0)
_PLUS_MINUS = lazily(rf"(?P<low>{NUMBER})\s*(?:±|\+/-)\s*(?P<high>{NUMBER})", 0)
_WEEK = lazily(
    r"\b(?P<unit>weeks?|months?|days?) (?P<low>\d{1,3})(?: (?:and|or) (?P<high>\d{1,3}))?\b(?! of)",
    0,
)
_GROUPS = lazily(
    rf"(?<![\w.,$£€#-])(?P<low>{NUMBER})\s+(?:(?:equal|parallel|treatment|study|random)\s+)?"
    r"(?:groups|arms)\b",
    0,
)
_P = lazily(
    r"\bp(?:[ -]values?)?\s*(?:(?P<relation>[<>=≤≥])\s*|(?:(?:was|is|of|at|being|equal to)\s+)+"
    r"(?P<word>(?:above|below|under|over|less than|more than|greater than)\s+)?)(?P<low>0?\.\d+)",
    0,
)
#: A number of many digits that stands alone may still be one that a study prints.
_BARE = re.compile(
    r"(?<![\w.,$£€#/-])[-−–]?(?P<low>\d{1,3}(?:,\d{3})+|\d{3,}|\d+\.\d+)(?![\w%/]|[.,]\d)"
)
_SAMPLE = lazily(
    r"\b(?P<before>n\s*=\s*|(?:sample|group|total|cohort|number) of |survey(?:ed)? of |study of )"
    r"(?P<low>(?!(?:19|20)\d\d\b)\d+(?:,\d{3})*)(?![\d.,]*\s*(?:%|years?|weeks?|months?|days?|"
    r"minutes?))",
    0,
)
_YEAR = re.compile(
    r"(?<![\d.,$£€-])(?P<low>(?:19[5-9]|20[0-4])\d)(?![\d%]|[.,]\d|-\w|\s?(?:mm|people|men|women))"
)
_UNIT = lazily(
    rf"(?P<percent>\s*%|[\s-]per ?cent\b)|[\s-]*(?P<time>{_TIMES})\b"
    rf"|\s*(?P<measure>{_MEASURES})(?!\w)",
    0,
)
_MONTH = lazily(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"spring|summer|autumn|winter)(?: of)?,? $",
    0,
)
_DIGIT = re.compile(r"\d")
#: Words that join two numbers of one unit which are not the ends of a range.
_APART = frozenset({"and", "or", "→"})


def numbers(text: str) -> list[Said]:
    """Return the numbers that a sentence says of something, in order.

    Examples
    --------
    >>> [(said.text, said.kind, said.unit) for said in numbers("Nine men, from 0.085 to 0.092 mm")]
    [('Nine', 'people', ''), ('0.085', 'measure', 'mm'), ('0.092', 'measure', 'mm')]
    """
    low = small(text)
    has_digits = _DIGIT.search(low) is not None
    found: list[Said] = []
    taken: set[int] = set()
    for form in _FORMS:
        if (form.digits and not has_digits) or not form.may_be_in(low):
            continue
        for said in form.read(low):
            if said.start not in taken:
                found.append(said)
                taken.update(range(said.start, said.end))
    found = [related(said, low) for said in found]
    found.sort(key=lambda said: said.start)
    return found if low == text else [_as_written(said, text) for said in found]


def _as_written(said: Said, text: str) -> Said:
    """Return a number that was read in small letters as its sentence has it."""
    written = text[said.start : said.end]
    return said if written == said.text else said._replace(text=written)


def _of(match: re.Match[str]) -> Iterator[Said]:
    text = match.string
    counts = _counts(match)
    if counts.kind == "people" and _A_PART.search(text, 0, match.start("low")):
        counts = Counts("people", noun=PART)
    relation = match["relation"] or ""
    relation = RELATIONS.get(relation, relation)
    if counts.kind == "people" and match["adjectives"] and _YEAR.fullmatch(match["low"]):
        counts = Counts("year")  # "2019 followed people"
    if counts.kind == "time" and relation == "over":  # "over 24 weeks" is how long, not how much
        relation = ""
    if not match["high"]:
        yield from made(match, "low", counts, relation)
        return
    joined = match["join"]
    from_to = joined == "to" and text[: match.start()].endswith("from ")
    between = joined == "and" and text[: match.start()].endswith("between ")
    if from_to or (joined in _APART and not between):
        yield from made(match, "low", counts, relation)
        yield from made(match, "high", counts)
        return
    low, high = digits(match["low"]), digits(match["high"])
    try:
        number = parse(f"{relation} {low} to {high}".strip())
    except ValueError:  # no range after all: "4-0.5 mm"
        yield from made(match, "high", counts)
        return
    start, end = match.start("low"), match.end("high")
    yield spoken(text[start:end], number, counts, start)


def _a_week(match: re.Match[str]) -> Iterator[Said]:
    yield from made(match, "low", Counts("often", _PER[match["per"]]))


def _often(match: re.Match[str]) -> Iterator[Said]:
    counts = Counts("often", _PER[match["per"]])
    if match["word"]:
        times = parse("1" if match["word"] == "once" else "2")
        yield spoken(match["word"], times, counts, match.start("word"))
    else:
        had = match["done"] and match["done"].endswith(_HAD)
        yield from made(match, "low", Counts("bare") if had else counts)


def _weeks(match: re.Match[str]) -> Iterator[Said]:
    """Yield "week 12", "months 3 and 7"."""
    counts = Counts("time", TIME[match["unit"].removesuffix("s")])
    yield from made(match, "low", counts)
    if match["high"]:
        yield from made(match, "high", counts)


def _share(match: re.Match[str]) -> Iterator[Said]:
    if match["low"] == "one":  # "one of 20 amino acids" counts nobody
        return
    yield from made(match, "low", Counts("people", noun=PART))
    yield from made(match, "high", Counts("people", noun=PART))


def _plain(kind: Kind) -> Callable[[re.Match[str]], Iterator[Said]]:
    def read(match: re.Match[str]) -> Iterator[Said]:
        yield from made(match, "low", Counts(kind))

    return read


def _did(match: re.Match[str]) -> Iterator[Said]:
    part = " of " in f"{match[0]} "
    yield from made(match, "low", Counts("people", noun=PART if part else ""))


def _p(match: re.Match[str]) -> Iterator[Said]:
    relation = match["relation"] or (match["word"] or "").strip()
    yield from made(match, "low", Counts("p"), relation)


def _ends(match: re.Match[str]) -> Iterator[Said]:
    """Yield both ends of what has no unit."""
    yield from made(match, "low", Counts("bare"))
    yield from made(match, "high", Counts("bare"))


def _span(text: str) -> Iterator[Said]:
    """Yield lengths of time and shares that have no number of their own."""
    for span in spans(text):
        counts = Counts("time", span.unit)
        relation = RELATIONS.get(span.relation, span.relation)
        number = parse(f"{relation} {span.number}".strip())
        yield spoken(text[span.start : span.end], number, counts, span.start)
    for share in shares(text):
        start, end = share.start, share.end
        yield spoken(text[start:end], share.number, Counts("percent", "%", PART), start)


def _year(match: re.Match[str]) -> Iterator[Said]:
    dated = _MONTH.search(match.string, max(0, match.start() - 14), match.start())
    yield from made(match, "low", Counts("year", noun=DATE if dated else ""))


def _plus_minus(match: re.Match[str]) -> Iterator[Said]:
    """Yield a mean and its spread, in the unit that follows them."""
    unit = _UNIT.match(match.string, match.end())
    counts = _counts(unit) if unit else Counts("bare")
    yield from made(match, "low", counts)
    yield from made(match, "high", Counts(counts.kind, counts.unit, SPREAD))


def _counts(match: re.Match[str]) -> Counts:
    if match["percent"]:
        return Counts("percent", "%")
    if match["time"] in _HOURS:
        return Counts("time", "hours")
    if match["time"]:
        spelt = match["time"]
        return Counts("time", TIME.get(spelt) or TIME[spelt.removesuffix("s")])
    if match["measure"]:
        return Counts("measure", MEASURE[match["measure"]])
    return Counts("people", noun=match["people"])


class Form(NamedTuple):
    """A form in which numbers are said, with what reads those of a text in small letters.

    A text needs one of `hints` to hold it, if there are any, and a digit if `digits` says so.
    """

    read: Callable[[str], Iterator[Said]]
    hints: tuple[str, ...] = ()
    digits: bool = False

    def may_be_in(self, low: str) -> bool:
        """Whether a text in small letters has a hint of the form."""
        return not self.hints or any(hint in low for hint in self.hints)


def _each(
    pattern: re.Pattern[str], read: Callable[[re.Match[str]], Iterable[Said]]
) -> Callable[[str], Iterator[Said]]:
    """Return what reads all matches of a pattern."""
    return lambda text: (said for match in pattern.finditer(text) for said in read(match))


_OFTEN_HINTS = ("day", "dail", "week", "month", "night")
#: What one form has read is no other's.
_FORMS = (
    Form(_span),
    Form(
        _each(AGES, ages),
        ("age", "year", "old", "young", "they", "of ", "from", "between"),
        digits=True,
    ),
    Form(_each(DECADES, decades), ("ties",)),
    Form(_each(_OFTEN, _often), _OFTEN_HINTS),
    Form(_each(_A_WEEK, _a_week), _OFTEN_HINTS),
    Form(_each(_PLUS_MINUS, _plus_minus), (SPREAD, "+/-")),
    Form(_each(_SAID, _of)),
    Form(_each(_WEEK, _weeks), ("week", "month", "day"), digits=True),
    Form(_each(_OF, _share), ("of ",), digits=True),
    Form(_each(_GROUPS, _plain("groups")), ("groups", "arms")),
    Form(
        _each(_SESSIONS, _plain("sessions")),
        ("sessions", "treatments", "applications", "appointments", "visits", "times"),
    ),
    Form(_each(_P, _p), ("p",), digits=True),
    Form(_each(_SAMPLE, _plain("people")), ("n", "of "), digits=True),
    Form(
        _each(_STUDIES, _plain("studies")),
        ("trials", "studies", "articles", "papers", "reviews", "reports"),
    ),
    Form(_each(_DID, _did)),
    Form(_each(_YEAR, _year), ("19", "20")),
    Form(_each(_FROM_TO, _ends), ("from", "between")),
    Form(_each(_BARE, _plain("bare")), digits=True),
)
