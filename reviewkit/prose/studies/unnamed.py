"""Numbers of a sentence that tells of a study which count nothing that is named: "the others 25".

Anywhere else they would be prices, pages and steps; they are looked for only where a sentence is
known to tell of a study, and a word ("three ways") only bears out what the record holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.prose.patterns import lazily, small
from reviewkit.prose.studies.number_words import IN_WORDS, WORDS
from reviewkit.prose.studies.said import Said
from reviewkit.reported import parse

_ANY = lazily(
    r"(?<![\w.,/#$£€:])(?<!\d[-–—])[-−–]?(?P<low>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|\.\d+|"
    rf"{IN_WORDS})(?![\w/]|[.,]\d|-\w|[-–—]\d)",
    0,
)
#: What stands before a number that is none of a study's.
_BEFORE = lazily(
    r"(?:\b(?:pages?|pp?|steps?|chapters?|figures?|fig|tables?|volumes?|vol|issues?|no|nos|number|"
    r"phases?|types?|versions?|rooms?|sections?|parts?|tips?|rules?|myths?|facts?|reasons?|stages?|"
    r"norwood|ages?|top|line|item|question|omega|vitamin|groups?|arms?|stud(?:y|ies)|trials?|"
    r"experiments?|teams?|myths|methods?|options?|zones?|levels?|grades?|[a-z])\.?"
    r"(?: \d+,?(?: and| or| to|,))*|[@#]|\$|£|€)\s*$",
    0,
)
#: What stands behind one: money, hours, amounts of a thing, times before now.
_BEHIND = lazily(
    r"\s*(?:(?:euros?|dollars?|pounds?|pence|cents?|rupees|yen|baht|bucks|usd|eur|gbp)\b|[$£€]|"
    r"(?:am|pm|a\.m|p\.m|o[’']clock)\b|(?:ml|mg|g|kg|oz|grams?|drops?|spoons?|cups?|litres?|"
    r"liters?|inch(?:es)?|feet|km|miles?|hz|khz|volts?|watts?|stars?|th|st|nd|rd)\b|"
    r"(?:\w+ )?(?:later|earlier|ago|before that)\b|"
    r"(?:years?|months?|weeks?) (?:later|earlier|ago))",
    0,
)
#: The smallest number in words that is looked at: "one" and "zero" are mostly none.
_LEAST = 2


def unnamed(text: str, said: Iterable[Said]) -> Iterator[Said]:
    """Yield the numbers of a sentence that are not among those said of something.

    Examples
    --------
    >>> from reviewkit.prose.studies.numbers import numbers
    >>> told = "Some got 15 minutes, the others 25 (page 3)."
    >>> [one.text for one in unnamed(told, numbers(told))]
    ['25']
    """
    taken = {place for one in said for place in range(one.start, one.end)}
    low = small(text)
    for match in _ANY.finditer(low):
        if match.start("low") in taken or _BEHIND.match(low, match.end()):
            continue
        if _BEFORE.search(low, max(0, match.start() - 24), match.start("low")):
            continue
        word = " ".join(match["low"].split())
        value = WORDS.get(word)
        if value is not None and value < _LEAST:
            continue
        try:
            number = parse(match["low"] if value is None else str(value))
        except ValueError:
            continue
        start, end = match.span("low")
        yield Said(text=text[start:end], number=number, kind="bare", unit="", start=start, end=end)


def spelt(said: Said) -> bool:
    """Whether a number is written in words."""
    return not any(character.isdigit() for character in said.text)
