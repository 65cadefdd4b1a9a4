"""Numbers that follow from others by adding: a change, a total, a pool between its parts.

Exact arithmetic on rounding intervals. That a pool with weights above 0 lies between its parts is
a property of every weighted mean (Borenstein et al. 2009, doi:10.1002/9780470743386, chapter 11).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from reviewkit.audit.fit import Fit, Printed, ends, plain_number, share_seen

_PERCENT = 100


def change_fits(before: Printed, after: Printed, change: Printed) -> Fit:
    """Return whether a printed change of a mean is that from the mean before to the mean after.

    Examples
    --------
    >>> change_fits("70.64", "31.76", "-38.88").fits
    True
    >>> change_fits("3.5", "2.1", "-1.6").implies
    'a change of -1.50 to -1.30'
    """
    first, last, printed = map(plain_number, (before, after, change))
    (b0, b1), (a0, a1) = ends(first), ends(last)
    low, high = a0 - b1, a1 - b0
    fits = _meets(ends(printed), (low, high))
    power = share_seen(printed, lambda slip: _meets(ends(slip), (low, high)), least=-(10**18))
    return Fit(
        test="change against before and after",
        printed=f"{first.text} before, {last.text} after, a change of {printed.text}",
        fits=fits,
        implies=f"a change of {_shown(low, printed.decimals)} to {_shown(high, printed.decimals)}",
        arithmetic=f"{last.text} - {first.text}",
        explanations=()
        if fits
        else (
            "a change of those alone who were measured twice",
            "an adjusted change, from a model",
            "a slip in a digit or in the sign",
        ),
        informative=power > 0,
        power=power,
    )


def percent_change_fits(before: Printed, after: Printed, percent: Printed) -> Fit:
    """Return whether a printed change in percent is that from the mean before to the mean after.

    ``100·(after - before)/before``, a rise above 0 and a fall below it. The mean of each person's
    own percentage is another number, so that a misfit is no more than a hint.

    Raises
    ------
    ValueError
        If a number is not plain, or the mean before is not above 0 at its least.

    Examples
    --------
    >>> percent_change_fits("97", "31", "-63.49").implies
    'a change of -68.7 to -67.4%'
    >>> percent_change_fits("0.085", "0.092", "8").fits
    True
    """
    first, last, printed = map(plain_number, (before, after, percent))
    (b0, b1), (a0, a1) = ends(first), ends(last)
    if b0 <= 0:
        raise ValueError(f"a percentage is of a number above 0, not of {first.text}")
    ratios = [a / b for a in (a0, a1) for b in (b0, b1)]
    low, high = (_PERCENT * (ratio - 1) for ratio in (min(ratios), max(ratios)))
    fits = _meets(ends(printed), (low, high))
    power = share_seen(printed, lambda slip: _meets(ends(slip), (low, high)), least=-(10**18))
    return Fit(
        test="percent change against before and after",
        printed=f"{first.text} before, {last.text} after, a change of {printed.text}%",
        fits=fits,
        implies=f"a change of {float(low):.1f} to {float(high):.1f}%",
        arithmetic=f"100·({last.text} - {first.text})/{first.text}",
        explanations=()
        if fits
        else (
            "the mean of each person's own percentage, which is not that of the means",
            "a change of those alone who were measured twice",
            "a slip in a digit",
        ),
        informative=power > 0,
        power=power,
    )


def arms_fit(arms: Sequence[int], total: int) -> Fit:
    """Return whether the people of all arms are those of the study.

    For arms of different people alone, never the periods of a crossover.

    Examples
    --------
    >>> arms_fit((43, 41), 86).implies
    '84 people in all'
    """
    added = sum(arms)
    return Fit(
        test="arms against total",
        printed=f"arms of {' + '.join(map(str, arms))}, {total} people",
        fits=added == total,
        implies=f"{added} people in all",
        arithmetic=f"{' + '.join(map(str, arms))} = {added}",
        explanations=()
        if added == total
        else (
            "people who dropped out, or were left out, between the two counts",
            "an arm that is not listed",
        ),
        power=1.0,
    )


def pool_fits(pooled: Printed, parts: Sequence[Printed]) -> Fit:
    """Return whether a pooled value lies between the values of all its subgroups.

    Parameters
    ----------
    pooled
        The pooled value.
    parts
        The values of the subgroups, all of them, on the same scale.

    Raises
    ------
    ValueError
        If there are fewer than two parts.

    Examples
    --------
    >>> pool_fits("15.82", ["1.16", "0.52"]).fits
    False
    >>> pool_fits("0.8", ["1.16", "0.52"]).fits
    True
    """
    if len(parts) < 2:  # noqa: PLR2004  # a pool has parts
        raise ValueError("a pool lies between at least two parts")
    value = plain_number(pooled)
    numbers = [plain_number(part) for part in parts]
    low = min(ends(number)[0] for number in numbers)
    high = max(ends(number)[1] for number in numbers)
    fits = _meets(ends(value), (low, high))
    power = share_seen(value, lambda slip: _meets(ends(slip), (low, high)), least=-(10**18))
    listed = ", ".join(number.text for number in numbers)
    return Fit(
        test="pool against its parts",
        printed=f"{value.text} pooled from {listed}",
        fits=fits,
        implies=f"a pooled value from {float(low):g} to {float(high):g}",
        arithmetic="a weighted mean lies between the least and the greatest of its parts",
        explanations=()
        if fits
        else (
            "subgroups that leave out some of the studies",
            "a difference in units under the name of a standardised one, or the other way round",
            "a slip in a digit",
        ),
        informative=power > 0,
        power=power,
    )


def _meets(one: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction]) -> bool:
    return one[0] <= other[1] and one[1] >= other[0]


def _shown(number: Fraction, decimals: int) -> str:
    return f"{float(number):.{decimals + 1}f}"
