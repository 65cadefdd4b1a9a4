"""A printed interval against its estimate, and against the p printed with it.

A Wald interval has its estimate in the middle (of the logarithms, for a ratio) and gives the
estimate's standard error, hence a p. Altman & Bland 2011, doi:10.1136/bmj.d2304, for the normal
distribution; here the distribution may be a t as well, since papers do not say.
"""

from __future__ import annotations

import math
from fractions import Fraction

from reviewkit.audit.fit import Fit, Printed, ends, plain_number, related, share_seen
from reviewkit.audit.pvalues import PRange, fits_p, told_range
from reviewkit.effects.tails import normal_p, normal_quantile, t_p, t_quantile
from reviewkit.reported import Reported, parse

#: The fewest degrees of freedom that an unnamed t distribution is taken to have (a convention).
LEAST_DF = 5
LEVEL = 95


def interval_p(
    estimate: Printed,
    lower: Printed,
    upper: Printed,
    p: Printed,
    *,
    ratio: bool = False,
    level: Printed = str(LEVEL),
    df: int | None = None,
) -> Fit:
    """Return whether a printed p fits the printed estimate and its interval.

    With ``w = estimate / half the width``, the p is that of ``w·z`` in the normal distribution,
    or of ``w·t`` in Student's, z and t being the quantiles that the interval is made with; for a
    ratio, of the logarithms.

    Parameters
    ----------
    estimate, lower, upper, p
        As printed; a p may be a bound.
    ratio
        Whether 1, not 0, is no effect, and logarithms are taken.
    level
        Coverage of the interval in percent.
    df
        Degrees of freedom, if they are known; else anything from `LEAST_DF` up.

    Raises
    ------
    ValueError
        If a number is not plain, the interval has no width, or a ratio's is not above 0.

    Examples
    --------
    >>> interval_p("-0.88", "-1.44", "-0.31", "< .001").implies
    'p from .0020 to .011'
    >>> interval_p("3.27", "1.53", "7.02", ".002", ratio=True).fits
    True
    """
    middle, low, high = (plain_number(number) for number in (estimate, lower, upper))
    printed = parse(p) if isinstance(p, str) else p
    coverage = float(plain_number(level).value) / 100
    found = _p_range(middle, low, high, ratio=ratio, coverage=coverage, df=df)
    fits = fits_p(printed, found)
    power = share_seen(printed, lambda slip: fits_p(slip, found)) if printed.exact else None
    return Fit(
        test="interval against p",
        printed=f"{middle.text} ({low.text} to {high.text}), p {related(printed)}",
        fits=fits,
        implies=told_range(found),
        arithmetic="the half-width is z or t standard errors"
        + (", of the logarithms" if ratio else ""),
        explanations=()
        if fits
        else (
            "a p from another test or model than the interval",
            "an interval that is not symmetric: exact, profiled or bootstrapped",
            "a slip in a limit, in the estimate or in the p",
        ),
        informative=power != 0,
        power=power,
    )


def centred(estimate: Printed, lower: Printed, upper: Printed, *, ratio: bool = False) -> Fit:
    """Return whether a printed estimate lies in the middle of its interval.

    ``estimate = (lower + upper) / 2``, or ``estimate² = lower·upper`` for a ratio, at some numbers
    that round to those printed; the arithmetic is exact.

    Parameters
    ----------
    estimate, lower, upper
        As printed.
    ratio
        Whether the interval is symmetric in logarithms.

    Raises
    ------
    ValueError
        If a number is not plain, or a ratio is not above 0.

    Notes
    -----
    Power: the share of estimates one to nine units of the last digit away that would not fit.

    Examples
    --------
    >>> centred("-0.65", "-4.75", "3.55").implies
    'a middle of -0.605 to -0.595'
    >>> centred("8.8", "0.11", "17.4").fits
    True
    """
    middle, low, high = (plain_number(number) for number in (estimate, lower, upper))
    if ratio and min(low.value, middle.value) <= 0:
        raise ValueError(f"a ratio is above 0, and so are its limits, not {low.text}")
    (low0, low1), (high0, high1) = ends(low), ends(high)
    if ratio:
        first, last = max(low0, Fraction(0)) * max(high0, Fraction(0)), low1 * high1
    else:
        first, last = (low0 + high0) / 2, (low1 + high1) / 2

    def meets(number: Reported) -> bool:
        bottom, top = ends(number)
        if ratio:
            bottom, top = max(bottom, Fraction(0)) ** 2, max(top, Fraction(0)) ** 2
        return bottom <= last and top >= first

    fits = meets(middle)
    power = share_seen(middle, meets, least=0 if ratio else -(10**18))
    shown = [math.sqrt(end) if ratio else float(end) for end in (first, last)]
    decimals = middle.decimals + 1
    return Fit(
        test="centre of the interval",
        printed=f"{middle.text} ({low.text} to {high.text})",
        fits=fits,
        implies=f"a middle of {shown[0]:.{decimals}f} to {shown[1]:.{decimals}f}",
        arithmetic="√(lower·upper)" if ratio else "(lower + upper) / 2",
        explanations=()
        if fits
        else (
            "an interval that is not symmetric: exact, profiled, bootstrapped or adjusted",
            "a slip in a limit or in the estimate",
            *(() if ratio else ("a ratio, symmetric in logarithms",)),
        ),
        informative=power > 0,
        power=power,
    )


def _p_range(
    estimate: Reported,
    lower: Reported,
    upper: Reported,
    *,
    ratio: bool,
    coverage: float,
    df: int | None,
) -> PRange:
    (e0, e1), (l0, l1), (u0, u1) = (
        tuple(map(float, ends(number))) for number in (estimate, lower, upper)
    )
    if ratio:
        if min(float(lower.value), float(estimate.value)) <= 0:
            raise ValueError(f"a ratio is above 0, and so are its limits, not {lower.text}")
        tiny = 1e-12
        e0, e1, l0, l1, u0, u1 = (math.log(max(x, tiny)) for x in (e0, e1, l0, l1, u0, u1))
    narrowest, widest = (u0 - l1) / 2, (u1 - l0) / 2
    if widest <= 0:
        raise ValueError(f"an interval runs upwards, not from {lower.text} to {upper.text}")
    nearest = 0.0 if e0 <= 0 <= e1 else min(abs(e0), abs(e1))
    least = nearest / widest
    most = max(abs(e0), abs(e1)) / narrowest if narrowest > 0 else math.inf
    z = normal_quantile(coverage)
    fewest = df or LEAST_DF
    ps = [
        p
        for w in (least, most)
        for p in (
            normal_p(w * z),
            0.0 if math.isinf(w) else t_p(w * t_quantile(coverage, fewest), fewest),
        )
    ]
    return PRange(min(ps), max(ps))
