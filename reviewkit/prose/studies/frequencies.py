"""How often something was done, as a record says it in words."""

from __future__ import annotations

import re

_OFTEN = re.compile(
    r"\b(?P<number>daily|(?:\d+|once|twice|three times)(?= (?:per|an?) (?:day|week|month)))"
    r"(?: (?:per|an?) (?P<unit>day|week|month))?"
)
_TIMES = {"once": "1", "daily": "1", "twice": "2", "three times": "3"}


def how_often(text: str) -> tuple[str, str] | None:
    """Return how often something was done, as a number and its unit.

    Examples
    --------
    >>> how_often("2 per week"), how_often("daily"), how_often("as needed")
    (('2', 'per week'), ('1', 'per day'), None)
    """
    match = _OFTEN.search(text)
    if match is None or (match["unit"] is None and match["number"] != "daily"):
        return None
    number = _TIMES.get(match["number"], match["number"])
    return number, f"per {match['unit'] or 'day'}"
