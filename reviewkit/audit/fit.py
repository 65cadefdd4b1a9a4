"""Whether printed numbers fit one another: the one shape of every audit's answer.

A number that does not fit accuses nobody. It says that what is printed cannot all be as it is
described; a slip, another denominator, a rule of rounding or a test that was not named explain
most of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from decimal import Decimal
from fractions import Fraction
from typing import Any

from reviewkit.reported import Reported, parse

#: A number as printed, or its text.
Printed = Reported | str
#: Slips of so many units of the last digit, either way, are what power is counted over.
SLIPS = range(1, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The answer of one test on printed numbers.

    Parameters
    ----------
    test
        Name of the test.
    printed
        What was printed.
    fits
        Whether it can all be true at the precision printed.
    implies
        What one part of what is printed makes of another.
    arithmetic
        How that was computed.
    explanations
        What would explain a misfit; empty where it fits.
    informative
        Whether a wrong number could be seen at all at this size and precision.
    power
        Share of wrong numbers that would be seen, each test saying of which; None where it is not
        computed.
    """

    test: str
    printed: str
    fits: bool
    implies: str
    arithmetic: str
    explanations: tuple[str, ...] = ()
    informative: bool = True
    power: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}


def plain_number(printed: Printed) -> Reported:
    """Return one plain number: no bound, no range, no "about".

    Raises
    ------
    ValueError
        If it is anything else, which cannot be tested.

    Examples
    --------
    >>> plain_number("3.50").decimals
    2
    """
    number = parse(printed) if isinstance(printed, str) else printed
    if not number.exact:
        raise ValueError(f"{number.text!r} is not one plain number, so it cannot be tested")
    return number


def people(n: int, least: int = 1) -> int:
    """Return a head count that a test can work with.

    Raises
    ------
    ValueError
        If there are fewer than `least`.

    Examples
    --------
    >>> people(20)
    20
    """
    if n < least:
        raise ValueError(f"n is a whole number of at least {least}, not {n}")
    return n


def whole_items(items: int) -> int:
    """Return a number of items, at least one.

    Raises
    ------
    ValueError
        If there is none.
    """
    if items < 1:
        raise ValueError(f"items is a whole number of at least 1, not {items}")
    return items


def ends(number: Reported) -> tuple[Fraction, Fraction]:
    """Return the rounding interval of a printed number, exactly.

    Examples
    --------
    >>> ends(parse("0.5"))
    (Fraction(9, 20), Fraction(11, 20))
    """
    low, high = number.interval
    return Fraction(low), Fraction(high)


def square_ends(number: Reported, scale: int) -> tuple[int, int]:
    """Return the whole numbers between which ``scale·x²`` lies for an x that rounds to a number.

    For an x of 0 or more: the first and the last whole number, the last below the first if there
    is none. In whole numbers throughout, which is exact and quick.

    Examples
    --------
    >>> square_ends(parse("0.5"), 100)
    (21, 30)
    """
    halves = int(number.value.scaleb(number.decimals)) * 2
    unit = (2 * 10**number.decimals) ** 2
    low, high = max(halves - 1, 0), halves + 1
    if high < 0:
        return 1, 0
    return -(-low * low * scale // unit), high * high * scale // unit


def related(number: Reported) -> str:
    """Return a number with its relation, as after the name of a statistic.

    Examples
    --------
    >>> related(parse(".03")), related(parse("< .05"))
    ('= .03', '< .05')
    """
    return number.text if number.relation != "=" else f"= {number.text}"


def share_seen(number: Reported, fits: Callable[[Reported], bool], *, least: int = 0) -> float:
    """Return the share of slips in the last digit of a printed number that a test would see.

    Slips are the numbers up to nine units of its last digit away, either way, none below `least`.

    Examples
    --------
    >>> share_seen(parse("0.5"), lambda slip: float(slip) > 0.5)
    0.35714285714285715
    """
    unit = Decimal(1).scaleb(-number.decimals)
    slips = [number.value + way * step * unit for step in SLIPS for way in (-1, 1)]
    printable = [
        Reported(text=f"{slip:f}", value=slip, decimals=number.decimals)
        for slip in slips
        if slip >= least
    ]
    return sum(not fits(slip) for slip in printable) / len(printable) if printable else 0.0


def _plain(value: Any) -> Any:
    if isinstance(value, range):
        return [value[0], value[-1]] if value else []
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
