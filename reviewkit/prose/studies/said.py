"""A number as a sentence says it, and what it counts."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from reviewkit.prose.studies.number_words import IN_WORDS, WORDS
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

#: A number in digits or in words, as a pattern.
NUMBER = (
    r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?|\.\d+|"
    rf"{IN_WORDS}(?: and a half\b)?"
)
#: A number that two studies or roles share is no chance if it has a decimal or is as large [C].
TELLING = 25
#: Stands as the noun of a number that follows a ±.
SPREAD = "±"
#: Stands as the noun of both numbers of "19 of 43": a part of a group, and the group.
PART = "of"
#: Stands as the noun of the year of a date ("in December 2017"), which is no year of publication.
DATE = "date"
#: Stand as the noun of an age: that of all the people, or from the youngest to the oldest.
AVERAGE, RANGE = "average", "range"


class Said(NamedTuple):
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
    return [said._replace(number=parse(str(end))) for end in (said.number.value, upper)]


class Counts(NamedTuple):
    """What a number counts."""

    kind: Kind
    unit: str = ""
    noun: str = ""


def made(match: re.Match[str], group: str, counts: Counts, relation: str = "") -> list[Said]:
    """Return the number of a group of a match; none if it has more digits than any paper prints."""
    text = digits(match[group])
    if text.endswith(" and a half"):
        relation, text = "about", f"{digits(text.removesuffix(' and a half'))}.5"
    try:
        number = parse(f"{relation} {text}".strip())
    except ValueError:
        return []
    return [spoken(match[group], number, counts, match.start(group))]


def spoken(text: str, number: Reported, counts: Counts, start: int) -> Said:
    """Return a number as it stands in a sentence, from its first character on."""
    return Said(
        text=text,
        number=number,
        kind=counts.kind,
        unit=counts.unit,
        start=start,
        end=start + len(text),
        noun=counts.noun,
    )


def digits(text: str) -> str:
    """Return a number in digits, if it stands in words."""
    word = " ".join(text.lower().split())
    return str(WORDS[word]) if word in WORDS else text
