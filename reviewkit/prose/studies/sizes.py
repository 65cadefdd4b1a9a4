"""Whether a number as said may stand for one that a record prints: of one size, or one length."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reviewkit.prose.studies.number_words import DAYS
from reviewkit.prose.studies.said import Said
from reviewkit.reported import ABOUT, Reported, agree

#: How far a length of time in another unit may be off [C]: twelve weeks are called three months,
#: and five are not one.
CONVERTED = 0.1


#: How far off a number may be that is called "about" or "almost" one of fewer digits [C].
FAR = Decimal("0.1")


def of_size(said: Reported, printed: Reported) -> bool:
    """Whether a number is the one printed; a fall is told without the minus it is printed with.

    Besides what agrees with it, "about" and "almost" stand for what is rounded to a number at the
    digits that it is said with, and "over" for what is cut to it.

    Examples
    --------
    >>> from reviewkit.reported import parse
    >>> of_size(parse("almost 2,000"), parse("1899")), of_size(parse("almost 2,000"), parse("2010"))
    (True, False)
    >>> of_size(parse("over 300"), parse("340")), of_size(parse("over 300"), parse("430"))
    (True, False)
    """
    if printed.value < 0 < said.value and printed.upper is None:
        printed = replace(printed, value=-printed.value)
    return agree(said, printed) or _comes_to(said, printed)


def _comes_to(said: Reported, printed: Reported) -> bool:
    """Whether a word of approximation makes a number stand for one that is printed as such."""
    if said.upper is not None or not printed.exact:
        return False
    more = (printed.value - said.value) * (1 if said.value >= 0 else -1)
    if said.relation in {">", ">="}:
        return 0 < more < _unit(said)
    if said.relation == "~":
        return abs(more) <= reach(said)
    return said.relation == "~-" and -reach(said) <= more <= 0


def reach(said: Reported) -> Decimal:
    """Return how far from a number as said one may lie that it stands for, but for "under"."""
    if said.relation == "=":
        return said.half_unit
    size = abs(said.value if said.upper is None else said.upper)
    if said.relation in {">", ">="}:
        return max(ABOUT * size, _unit(said))
    return max(ABOUT * size, said.half_unit, min(_unit(said) / 2, FAR * size))


def _unit(said: Reported) -> Decimal:
    """Return the unit of the last digit said that counts: a hundred, of 1,900."""
    zeros = said.value.normalize().as_tuple().exponent
    coarse = zeros if isinstance(zeros, int) and said.decimals <= 0 and said.value else 0
    return Decimal(1).scaleb(max(coarse, -said.decimals))


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
