"""Means, differences and spreads against the ends of the scale that people answered on.

A mean lies between the ends, whatever was answered; the ends are what they are, not rounded. Two
standard deviations beyond an end say that the answers pile up there, or that the spread is another
one: Altman & Bland 1996, doi:10.1136/bmj.313.7066.1200.
"""

from __future__ import annotations

from fractions import Fraction

from reviewkit.audit.fit import Fit, Printed, ends, plain_number, share_seen
from reviewkit.reported import Reported

#: Standard deviations that a normal distribution extends either side of its mean.
SDS = 2

_OFF = (
    "a scale with other ends: rescaled, or several scores added",
    "a score that is turned round, or a change taken for a score",
    "a slip in a digit or in the sign",
)
_BEYOND = (
    "answers that pile up at the end: a median says more, and a t test is less safe",
    "a spread of something else under the name of SD, or a slip in it",
    "a scale with other ends",
)


def mean_within(mean: Printed, least: Printed, most: Printed) -> Fit:
    """Return whether a mean lies within its scale.

    Examples
    --------
    >>> mean_within("10.4", "0", "10").fits, mean_within("9.6", "0", "10").fits
    (False, True)
    """
    low, high = _scale(least, most)
    return _within(
        plain_number(mean),
        (Fraction(low.value), Fraction(high.value)),
        what="a mean",
        told=f"a scale of {low.text} to {high.text}",
    )


def difference_within(difference: Printed, least: Printed, most: Printed) -> Fit:
    """Return whether a difference of two scores is no larger than their scale is long.

    Examples
    --------
    >>> difference_within("-11.2", "0", "10").implies
    'a difference from -10 to 10'
    """
    low, high = _scale(least, most)
    longest = Fraction(high.value - low.value)
    return _within(
        plain_number(difference),
        (-longest, longest),
        what="a difference",
        told=f"a scale of {low.text} to {high.text}",
    )


def spread_within(mean: Printed, sd: Printed, least: Printed | None, most: Printed | None) -> Fit:
    """Return whether two standard deviations from the mean stay within what can be answered.

    At the most favourable numbers that round to what is printed: a hint that a normal distribution
    describes the answers badly, since it extends beyond two SDs either side of its mean.

    Parameters
    ----------
    mean, sd
        As printed.
    least, most
        The ends of the scale; None for one that is not known, or that there is not, as for an
        amount, which has no most.

    Raises
    ------
    ValueError
        If no end is known.

    Examples
    --------
    >>> found = spread_within("22", "19.32", "0", "100")
    >>> found.fits, found.implies
    (False, '22 - 2 × 19.32 = -16.64, below 0')
    >>> spread_within("50", "19.32", "0", None).fits
    True
    """
    if least is None and most is None:
        raise ValueError("a spread is held against an end, and neither is known")
    middle, spread = plain_number(mean), plain_number(sd)
    (m0, m1), (s0, _) = ends(middle), ends(spread)
    told = []
    if least is not None and m1 - SDS * s0 < Fraction((low := plain_number(least)).value):
        at = middle.value - SDS * spread.value
        told.append(f"{middle.text} - {SDS} × {spread.text} = {at:f}, below {low.text}")
    if most is not None and m0 + SDS * s0 > Fraction((high := plain_number(most)).value):
        at = middle.value + SDS * spread.value
        told.append(f"{middle.text} + {SDS} × {spread.text} = {at:f}, above {high.text}")
    scale = " to ".join(plain_number(end).text for end in (least, most) if end is not None)
    named = f"from {scale}" if most is None else f"up to {scale}" if least is None else scale
    return Fit(
        test="mean and 2 SDs against the ends",
        printed=f"mean {middle.text}, SD {spread.text}, on a scale {named}",
        fits=not told,
        implies="; ".join(told) if told else "two SDs either side stay on the scale",
        arithmetic=f"a normal distribution extends beyond {SDS} SDs either side of its mean",
        explanations=_BEYOND if told else (),
    )


def _scale(least: Printed, most: Printed) -> tuple[Reported, Reported]:
    low, high = plain_number(least), plain_number(most)
    if low.value >= high.value:
        raise ValueError(
            f"a scale runs from a lower to a higher number, not {low.text} to {high.text}"
        )
    return low, high


def _within(number: Reported, allowed: tuple[Fraction, Fraction], *, what: str, told: str) -> Fit:
    fits = _meets(number, allowed)
    low, high = ends(number)
    power = share_seen(number, lambda slip: _meets(slip, allowed), least=-(10**18))
    return Fit(
        test="scale",
        printed=f"{what} of {number.text}, on {told}",
        fits=fits,
        implies=f"{what} from {float(allowed[0]):g} to {float(allowed[1]):g}",
        arithmetic=f"{number.text} is any number from {float(low):g} to {float(high):g}",
        explanations=() if fits else _OFF,
        informative=power > 0,
        power=power,
    )


def _meets(number: Reported, allowed: tuple[Fraction, Fraction]) -> bool:
    low, high = ends(number)
    return low <= allowed[1] and high >= allowed[0]
