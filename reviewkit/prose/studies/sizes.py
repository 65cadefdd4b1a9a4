"""Whether a number as said may stand for one that a record prints: of one size, or one length."""

from __future__ import annotations

from dataclasses import replace

from reviewkit.prose.studies.number_words import DAYS
from reviewkit.prose.studies.said import Said
from reviewkit.reported import ABOUT, Reported, agree

#: How far a length of time in another unit may be off [C]: twelve weeks are called three months,
#: and five are not one.
CONVERTED = 0.1


def of_size(said: Reported, printed: Reported) -> bool:
    """Whether a number is the one printed; a fall is told without the minus it is printed with.

    "About seven" stands for all that is rounded to seven, besides what is near it.
    """
    if printed.value < 0 < said.value and printed.upper is None:
        printed = replace(printed, value=-printed.value)
    rounded = said.relation == "~" and agree(replace(said, relation="="), printed)
    return rounded or agree(said, printed)


def same_length(said: Said, days: float) -> bool:
    """Whether a length of time as said is a number of days, rounded to the unit said."""
    own = days / DAYS[said.unit]
    low, high = said.number.interval
    slack = float(ABOUT * said.number.value) if said.number.relation in {"~", "~-"} else 0.0
    if said.number.upper is None and abs(own - float(said.number.value)) > slack + CONVERTED * own:
        return False
    return float(low) - slack <= own <= float(high) + slack


def rounds_to(said: Said, days: float) -> bool:
    """Whether a length of time as said may be a coarse way to say a number of days."""
    return abs(days / DAYS[said.unit] - float(said.number)) <= float(said.number.half_unit)
