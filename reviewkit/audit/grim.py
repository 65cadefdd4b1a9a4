"""GRIM for percentages and means: whether whole people can give the number that is printed.

A percentage of 20 people is a multiple of 5, so a printed 23% fits no count of 20. The arithmetic
is exact (fractions of integers) and runs on the interval that a printed number stands for, closed
at both ends, because a 5 is rounded up by some and to the even digit by others.

A number that does not fit accuses nobody: another denominator, missing answers, weighting or a
slip of typesetting explain most. Brown & Heathers 2017, doi:10.1177/1948550616673876.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor, gcd

from reviewkit.audit.fit import Fit, Printed, ends, people, plain_number, whole_items

PERCENT = 100
WINDOW = 20
"""How far from a printed total others are looked for, that would explain a percentage."""
PERCENT_DECIMALS = 2
"""A percentage with d decimals is a proportion with d + 2."""
EXPLANATIONS = (
    "another denominator: some did not answer, or were left out",
    "answers that are no whole numbers, or a mean of several items",
    "weights, or an average of averages",
    "a slip in a digit, or a number cut off instead of rounded",
)
"""What explains most numbers that do not fit, the likeliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeFit(Fit):
    """Whether a printed number is that of whole people or points, and what it could be.

    Parameters
    ----------
    total
        What the whole number is divided by: people, or people times items.
    wholes
        Every whole number (count of people; sum of points) that rounds to what is printed;
        `to_dict` gives the least and the most of them.
    below, above
        The whole numbers next to what is printed (at or below it, and above it), each with the
        number it would give before rounding, for showing the arithmetic; None beyond 0 and 100%.
    power
        Share of the numbers printable with these decimals that would not fit.
    """

    total: int
    wholes: range
    below: tuple[int, float] | None
    above: tuple[int, float] | None
    power: float


def percentage_fits(printed: Printed, total: int) -> WholeFit:
    """Return which counts of `total` people round to a printed percentage.

    Count k fits if ``|100·k/total - printed| ≤ half a unit of its last digit``.

    Parameters
    ----------
    printed
        The percentage as text, without the sign, so that its decimals are kept: ``"68.90"``.
    total
        People it is a percentage of.

    Raises
    ------
    ValueError
        If `printed` is not one plain number ("about 70" and "< 5" cannot be tested).

    Examples
    --------
    >>> list(percentage_fits("77.8", 9).wholes)
    [7]
    >>> fit = percentage_fits("78.5", 9)
    >>> fit.fits, fit.below[0], round(fit.below[1], 2), fit.above[0], round(fit.above[1], 2)
    (False, 7, 77.78, 8, 88.89)
    """
    return _fit(printed, total, unit=PERCENT, extra_decimals=PERCENT_DECIMALS, most=total)


def mean_fits(printed: Printed, n: int, *, items: int = 1) -> WholeFit:
    """Return which sums of whole points round to a printed mean (GRIM).

    Sum s fits if ``|s/(n·items) - printed| ≤ half a unit of its last digit``.

    Parameters
    ----------
    printed
        The mean as text, so that its decimals are kept: ``"3.50"``.
    n
        People behind the mean.
    items
        Whole-numbered items that were averaged within each person; 1 for a single scale or count.

    Raises
    ------
    ValueError
        If `printed` is not one plain number.

    Notes
    -----
    For whole-numbered data only: not for lengths, times or measured concentrations.

    Examples
    --------
    >>> mean_fits("5.19", 28).fits
    False
    >>> list(mean_fits("5.18", 28).wholes)
    [145]
    """
    return _fit(printed, people(n) * whole_items(items), unit=1, extra_decimals=0, most=None)


def totals_that_fit(printed: Printed, near: int, *, window: int) -> tuple[WholeFit, ...]:
    """Return the totals within `window` of `near` of which some count gives the percentage.

    What would explain a percentage that does not fit its printed total: a few people who did not
    answer, say. With few decimals many totals fit, so this lists possibilities, not answers.

    Examples
    --------
    >>> [fit.total for fit in totals_that_fit("68.9", 44, window=3)]
    [45]
    """
    totals = range(max(1, near - window), near + window + 1)
    return tuple(fit for total in totals if (fit := percentage_fits(printed, total)).fits)


def share_of_any(printed: Printed, totals: Sequence[int]) -> WholeFit:
    """Return whether a percentage is that of a count of any of several totals it may be of.

    Examples
    --------
    >>> found = share_of_any("68.9", (327, 340))
    >>> found.fits, found.explanations[0]
    (False, 'a total nearby: 309, 312, 315, 318, 322, 325, 328, 331, 334, 338, 341, 344 or 347')
    """
    fits = [percentage_fits(printed, total) for total in totals]
    best = next((fit for fit in fits if fit.fits), fits[0])
    if best.fits:
        return best
    nearby = [str(fit.total) for fit in totals_that_fit(printed, totals[0], window=WINDOW)]
    counts = " or ".join(map(str, totals))
    listed = f"{', '.join(nearby[:-1])} or {nearby[-1]}" if nearby[1:] else "".join(nearby)
    return replace(
        best,
        printed=f"{best.printed}% of {counts}",
        implies="a whole number of people, and none gives it",
        arithmetic="; ".join(fit.arithmetic for fit in fits),
        explanations=(*((f"a total nearby: {listed}",) if nearby else ()), *best.explanations),
        informative=all(fit.informative for fit in fits),
        power=min(fit.power for fit in fits),
    )


def informative(decimals: int, total: int) -> bool:
    """Return whether a percentage with so many decimals could fail to fit so many people.

    The usual bound is ``total < 10^(decimals + 2)``: from there on every printable percentage is
    that of some count. Taking a 5 either way lowers it a little: 96 people give all whole
    percentages already, because four counts of them lie on a 5.

    Examples
    --------
    >>> informative(0, 99), informative(0, 96), informative(0, 100), informative(1, 327)
    (True, False, False, True)
    """
    return power(decimals + PERCENT_DECIMALS, total) > 0


def power(decimals: int, total: int) -> float:
    """Return the share of numbers printable with `decimals` digits that no whole number gives.

    For a proportion or a mean: of the ``10^decimals`` numbers in a unit interval, each k/total
    rounds to one, or to two if it lies on a 5. (For a percentage, add 2 to its decimals.) This is
    the chance that a number made up at random is seen, not that a slip is.

    k/total lies on a 5 where ``2·k·10^decimals ≡ total (mod 2·total)``; with g the greatest
    common divisor of 10^decimals and total, g of the k below total do if 2·g divides total, else
    none.

    Examples
    --------
    >>> power(2, 20), power(2, 28), power(2, 100)
    (0.8, 0.72, 0.0)
    """
    printable: int = 10**decimals
    if total >= printable:
        return 0.0
    shared = gcd(printable, total)
    ties = shared if total % (2 * shared) == 0 else 0
    return 1 - (total + ties) / printable


def _fit(
    printed: Printed, total: int, *, unit: int, extra_decimals: int, most: int | None
) -> WholeFit:
    if total < 1:
        raise ValueError(f"a total is a whole number of at least 1, not {total}")
    number = plain_number(printed)
    low, high = (end * total / unit for end in ends(number))
    first, last = ceil(low), floor(high)
    exact = Fraction(number.value) * total / unit
    if most is not None:
        first, last = max(first, 0), min(last, most)
    seen = power(number.decimals + extra_decimals, total)
    wholes = range(first, last + 1)
    below = _neighbour(floor(exact), total, unit, most)
    above = _neighbour(floor(exact) + 1, total, unit, most)
    sign = "%" if unit == PERCENT else ""
    return WholeFit(
        test="GRIM",
        printed=number.text,
        fits=bool(wholes),
        implies=f"{float(exact):.2f} of {total}",
        arithmetic="; ".join(
            f"{whole}/{total} = {gives:.{number.decimals + 2}f}{sign}"
            for whole, gives in filter(None, (below, above))
        ),
        explanations=() if wholes else EXPLANATIONS,
        informative=seen > 0,
        power=seen,
        total=total,
        wholes=wholes,
        below=below,
        above=above,
    )


def _neighbour(whole: int, total: int, unit: int, most: int | None) -> tuple[int, float] | None:
    if most is not None and not 0 <= whole <= most:
        return None
    return whole, whole * unit / total
