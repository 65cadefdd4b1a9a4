"""Ages: of people, and nothing that a study did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewkit.prose.patterns import lazily
from reviewkit.prose.studies.number_words import PEOPLE
from reviewkit.prose.studies.said import AVERAGE, RANGE, Counts, Said, made

_END = (
    r"(?!\s*(?:%|per ?cent|minutes?|mins?|hours?|days?|weeks?|months?|times|points?|mm|cm|beats)"
    r"|[.,]\d|\d)"
)
_FOLK = rf"(?:they|{'|'.join(PEOPLE)})"
#: The forms in which ages are said, in small letters.
AGES = lazily(
    r"\b(?:aged?|ages)\s+(?:of\s+|ran\s+|was\s+|were\s+)?(?:between\s+|from\s+)?(?P<low>\d+(?:\.\d+)?)"
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
