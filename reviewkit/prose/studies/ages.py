"""Ages: of people, and nothing that a study did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewkit.prose.patterns import lazily
from reviewkit.prose.studies.number_words import PEOPLE, TENS, WORDS
from reviewkit.prose.studies.said import AVERAGE, RANGE, Counts, Said, made, spoken
from reviewkit.reported import parse

_END = (
    r"(?!\s*(?:%|per ?cent|minutes?|mins?|hours?|days?|weeks?|months?|times|points?|mm|cm|beats)"
    r"|[.,]\d|\d)"
)
_FOLK = rf"(?:they|{'|'.join(PEOPLE)})"
#: The forms in which ages are said, in small letters.
AGES = lazily(
    r"\b(?:aged?|ages)\s+(?:of\s+|ran\s+|was\s+|were\s+)?(?:between\s+|"
    r"from\s+)?(?P<low>\d+(?:\.\d+)?)"
    r"(?:\s*(?:-|–|to|and)\s*(?P<high>\d+))?|"
    r"\b(?P<one>\d+(?:\.\d+)?)(?:\s*(?:-|–|to|and)\s*(?P<other>\d+))?[\s-]years?"
    r"(?:[\s-]old|[\s-]of age| on average)|"
    rf"\b{_FOLK}\s+(?:were\s+|was\s+)?(?:all\s+)?(?:of|from|between)\s+(?P<first>\d\d)"
    rf"\s*(?:-|–|to|and)\s*(?P<last>\d\d){_END}|"
    r"\b(?:oldest|youngest) (?:\w+ )?(?:was|were|being) (?P<extreme>\d\d)(?![\d%])|"
    rf"\bthey were (?:on average |all )?(?P<alone>\d\d)(?=\s*(?:[.,;]|$|on average))",
    0,
)


def ages(match: re.Match[str]) -> Iterator[Said]:
    """Yield the ages of a match of `AGES`, each with whether it is an average or an end."""
    both = match["high"] or match["other"] or match["last"]
    about = match.string[max(0, match.start() - 16) : match.end() + 12]
    average = any(word in about for word in ("average", "mean", "median"))
    noun = RANGE if both else AVERAGE if average else ""
    for group in ("low", "high", "one", "other", "first", "last", "alone", "extreme"):
        if match[group]:
            yield from made(match, group, Counts("age", "years", noun))


_DECADE = rf"(?:{'|'.join(TENS)})".replace("ty", "ties")
#: "in their twenties", "in their twenties to forties".
DECADES = lazily(
    rf"\bin (?:their|his|her) (?:early |mid[- ]|late )?(?P<low>{_DECADE})"
    rf"(?:\s*(?:-|–|to|and|or)\s*(?P<high>{_DECADE}))?\b",
    0,
)


def decades(match: re.Match[str]) -> Iterator[Said]:
    """Yield the decades of life of a match of `DECADES`, each as a range of years."""
    for group in ("low", "high"):
        if match[group]:
            first = WORDS[match[group].replace("ties", "ty")]
            years = parse(f"{first} to {first + 9}")
            yield spoken(match[group], years, Counts("age", "years"), match.start(group))
