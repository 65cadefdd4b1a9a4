"""Numbers that a record holds in words: the year, the groups, ages, and what its texts tell.

A text of a record tells no role that a machine can read, so that it can bear a number out and not
refute one; and a number that stands in its notes alone is never called wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from reviewkit.prose.patterns import lazily
from reviewkit.prose.studies.held import Held, held, not_read
from reviewkit.prose.studies.number_words import DAYS
from reviewkit.prose.studies.numbers import numbers
from reviewkit.prose.studies.said import AVERAGE, DATE, RANGE, Said, ends
from reviewkit.prose.studies.sizes import of_size
from reviewkit.prose.studies.unnamed import unnamed
from reviewkit.reported import Reported, agree, parse

#: What stands before the year in which something was done, which is none of publication.
_DONE_IN = lazily(
    r"\b(?:since|until|between|began|begun|started|conducted|done|carried out|recruited|ran|run|"
    r"took place|collected|enrolled|followed|tested|treated|measured|spring|summer|autumn|winter)"
    r"(?: [\w'’-]+){0,3}? (?:in |of )?$"
)
_PUBLISHED = lazily(r"\b(?:published|appeared|printed|came out)\b[^.;]{0,60}$")
#: What stands before the month and the year in which something was published.
_ISSUED = lazily(
    r"\b(?:published|appeared|printed|came out|paper|study|article|report|journal)\b[^.;]{0,40}$"
)
_PLAIN_AVERAGE = lazily(r"\b(?:mean|average|median)\b|±")


def year(said: Said, study: Mapping[str, Any], text: str, *, further: bool) -> Held:
    """Hold a year against that of publication.

    `further` tells that the study has been told of before: a year that comes later is wrong only if
    it is said to be that of publication.
    """
    if said.noun == DATE and not (
        study["year"] == said.text and _ISSUED.search(text, 0, said.start)
    ):
        return held(said, "unverifiable", None, f"The record of {study['id']} holds no such date.")
    if not study["year"].isdigit():
        return not_read(said, (), study["id"])
    right = study["year"] == said.text
    done = _DONE_IN.search(text, 0, said.start)
    if not right and (done or (further and not _PUBLISHED.search(text, 0, said.start))):
        return held(said, "unverifiable", None, f"The record of {study['id']} holds no such year.")
    return Held(
        said=said,
        status="correct" if right else "wrong",
        expected=study["year"],
        why=f"{study['id']} is of {study['year']}.",
        field=f"{study['id']}#citation.year",
    )


def groups(said: Said, study: Mapping[str, Any]) -> Held:
    """Hold a number of groups against the arms, which a record may hold in more than one way."""
    counted = sum(1 for arm in study["arms"] if arm["n"])
    for arms in (len(study["arms"]), counted):
        if said.number.value == arms:
            why = f"{study['id']} has {arms} groups."
            return Held(said=said, status="correct", expected=str(arms), why=why)
    return not_read(said, (), study["id"])


def age(said: Said, study: Mapping[str, Any], words: Words) -> Held:
    """Hold an age against what the record says of the people's, which is words.

    A range is wrong against a range and an average against an average; what is printed as the one
    tells nothing of the other.
    """
    text = study["age"]
    printed = [parse(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]
    right = any(agree(said.number, n) or _is_within(n, said.number) for n in printed)
    told = "" if right else words.bears_out(said)
    if told or right:
        return Held(
            said=said, status="correct", expected=said.text, why=_prints(study, told or text)
        )
    average = _PLAIN_AVERAGE.search(text) is not None
    comparable = said.noun == AVERAGE if average else said.noun == RANGE and len(printed) > 1
    if printed and comparable:
        return Held(said=said, status="wrong", expected=text, why=_prints(study, text))
    return not_read(said, (), study["id"])


def _is_within(printed: Reported, said: Reported) -> bool:
    """Whether an age is of a decade that is said: "in their twenties"."""
    return said.upper is not None and said.value <= printed.value <= said.upper


def _prints(study: Mapping[str, Any], text: str) -> str:
    return f"{study['id']} prints {text} (age)."


class Words:
    """The numbers that the texts of a record hold, read when they are first asked for."""

    def __init__(self, study: Mapping[str, Any]) -> None:
        self._study = study

    @cached_property
    def _told(self) -> list[tuple[Said, str]]:
        """Numbers, each with its text, that may bear a number out."""
        return list(_read(self._study["told"]))

    @cached_property
    def _noted(self) -> list[tuple[Said, str]]:
        return list(_read(self._study["noted"]))

    def bears_out(self, said: Said) -> str:
        """Return the text of a record that holds a number as it is told; empty if there is none."""
        return next((text for own, text in self._told if _same(said, own)), "")

    def notes(self, said: Said) -> bool:
        """Whether a note or any other text of a record holds a number."""
        return any(_same(said, own) for own, _ in (*self._noted, *self._told))


#: "The first week" of a record is a week.
#: Smaller numbers without a noun are as likely of anything else [C].
FEWEST = 5
_FIRST = lazily(r"\bthe first (?=(?:day|week|month|year|session)s?\b)")


def _read(texts: Iterable[str]) -> Iterable[tuple[Said, str]]:
    for written in texts:
        text = _FIRST.sub("1 ", written)
        found = numbers(text)
        yield from ((one, text) for one in (*found, *unnamed(text, found)))


def _same(said: Said, own: Said) -> bool:
    """Whether a number is told as a text of the record has it; one without a unit, in any."""
    if said.kind == "time" and own.kind == "time" and said.unit != own.unit:
        return said.number.exact and own.number.exact and _same_time(said, own)
    if said.kind == "age" and own.unit in {"years", ""} and own.kind in {"time", "bare"}:
        return any(agree(said.number, end.number) for end in ends(own))
    if said.kind not in {"bare", own.kind}:
        counts = own.kind == "bare" and said.kind == "people" and said.number.value >= FEWEST
        return counts and said.number.value == own.number.value
    if said.unit and own.unit and said.unit != own.unit:
        return False
    if said.kind == own.kind == "people" and said.noun and own.noun:
        return of_size(said.number, own.number) and _folk(said.noun, own.noun)
    return of_size(said.number, own.number)


def _folk(said: str, own: str) -> bool:
    """Whether two nouns may be of the same people: men are no women."""
    sexes = ({"men", "man", "males", "male"}, {"women", "woman", "females", "female"})
    return not any(said in one and own in other for one in sexes for other in sexes if one != other)


def _same_time(said: Said, own: Said) -> bool:
    low, high = said.number.interval
    there = float(own.number.value) * DAYS[own.unit] / DAYS[said.unit]
    return float(low) <= there <= float(high)
