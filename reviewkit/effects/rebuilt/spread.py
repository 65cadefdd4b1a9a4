"""SE and SD from what stands beside an estimate: an interval, p, t or F.

Cochrane Handbook 6.3 and 6.5.2, doi:10.1002/9781119536604.ch6. An inequality (p < .05) yields no
SE; a p or t of another test than that of this estimate yields a wrong one.
"""

from __future__ import annotations

import math
from typing import Literal

from reviewkit.effects import inputs
from reviewkit.effects.rebuilt.value import Number, Rebuilt, derived
from reviewkit.effects.tails import normal_quantile, normal_statistic, t_quantile, t_statistic
from reviewkit.errors import NotEstimable

HANDBOOK_CH6 = "10.1002/9781119536604.ch6"
"""Higgins, Li & Deeks: Choosing effect measures and computing estimates of effect."""

Printed = Literal["raw", "log"]

_NOT_OF_NONE = "an estimate of no effect yields no standard error: SE = estimate/statistic is 0/0"


def se_from_interval(
    lower: float,
    upper: float,
    *,
    level: float = 0.95,
    df: float | None = None,
    scale: Printed = "raw",
) -> Rebuilt:
    """Return the SE behind a confidence interval, ``(upper - lower)/(2·quantile)``.

    Parameters
    ----------
    lower, upper
        As printed; of a ratio (``scale="log"``) the ratio's own limits, the SE being that of its
        logarithm.
    level
        Coverage of the interval.
    df
        Degrees of freedom, if the interval was made with t; without them the normal quantile is
        taken, which makes the SE of a small study too large.
    scale
        ``log`` for a ratio.

    Examples
    --------
    >>> round(float(se_from_interval(-4.1, -0.3, df=23)), 4)
    0.9185
    """
    inputs.finite(lower=lower, upper=upper)
    if lower > upper:
        raise ValueError(f"an interval from {lower} to {upper} has no inside")
    if scale == "log" and lower <= 0:
        raise ValueError(f"a ratio has limits above 0, not {lower}")
    width = math.log(upper) - math.log(lower) if scale == "log" else upper - lower
    quantile = normal_quantile(level) if df is None else t_quantile(level, df)
    which = "the normal quantile" if df is None else f"Student's t with {df:g} df"
    ends = "ln upper - ln lower" if scale == "log" else "upper - lower"
    return derived(
        "se",
        width / 2 / quantile,
        formula=f"SE = ({ends})/(2·{'z' if df is None else 't'})",
        source=HANDBOOK_CH6,
        assumes=(f"the interval was made with {which} and is symmetric on its scale",),
        lower=lower,
        upper=upper,
        level=level,
        df=df,
    )


def se_from_p(estimate: Number, p: float, *, df: float | None = None) -> Rebuilt:
    """Return the SE behind an exact two-sided p, ``|estimate|/statistic(p)``.

    Parameters
    ----------
    estimate
        On the scale of the test: of a ratio, its logarithm.
    p
        As printed, above 0 and below 1.
    df
        Degrees of freedom, if the test was a t test.

    Raises
    ------
    NotEstimable
        For an estimate of 0, or a p of 0 or 1.

    Examples
    --------
    >>> round(float(se_from_p(-3.2, 0.0012, df=98)), 4)
    0.9591
    """
    inputs.finite(estimate=float(estimate), p=p)
    if not 0 <= p <= 1:
        raise ValueError(f"a p value lies between 0 and 1, not {p}")
    if p in {0, 1}:
        raise NotEstimable("a p of 0 or 1 yields no standard error")
    if float(estimate) == 0:
        raise NotEstimable(_NOT_OF_NONE)
    statistic = normal_statistic(p) if df is None else t_statistic(p, df)
    test = "z test" if df is None else f"t test with {df:g} df"
    return derived(
        "se",
        abs(float(estimate)) / statistic,
        formula=f"SE = |estimate|/{'z' if df is None else 't'}, with the two-sided p",
        source=HANDBOOK_CH6,
        assumes=(f"the p is that of a two-sided {test} of this estimate",),
        estimate=estimate,
        p=p,
        df=df,
    )


def se_from_t(estimate: Number, t: float) -> Rebuilt:
    """Return the SE behind a t (or z) statistic, ``|estimate/t|``.

    Examples
    --------
    >>> float(se_from_t(-3.0, -2.5))
    1.2
    """
    inputs.finite(estimate=float(estimate), t=t)
    if t == 0 or float(estimate) == 0:
        raise NotEstimable(_NOT_OF_NONE)
    if (t > 0) is not (float(estimate) > 0):
        raise ValueError(f"estimate {float(estimate):g} and t {t:g} have different signs")
    return derived(
        "se",
        float(estimate) / t,
        formula="SE = estimate/t",
        source=HANDBOOK_CH6,
        assumes=("the statistic is that of the test of this estimate against 0",),
        estimate=estimate,
        t=t,
    )


def se_from_f(estimate: Number, f: float) -> Rebuilt:
    """Return the SE behind an F statistic with 1 numerator df, ``|estimate|/√F``.

    Not for the F of more than two groups, nor of an interaction.

    Examples
    --------
    >>> float(se_from_f(-3.0, 6.25))
    1.2
    """
    inputs.finite(estimate=float(estimate), f=f)
    if f < 0:
        raise ValueError(f"F cannot be negative: {f}")
    if f == 0 or float(estimate) == 0:
        raise NotEstimable(_NOT_OF_NONE)
    return derived(
        "se",
        abs(float(estimate)) / math.sqrt(f),
        formula="SE = |estimate|/√F",
        source=HANDBOOK_CH6,
        assumes=("F has 1 numerator df and tests this estimate alone",),
        estimate=estimate,
        f=f,
    )


def sd_from_se(se: Number, n: int) -> Rebuilt:
    """Return the SD behind the SE of one group's mean (or mean change), ``SE·√n``.

    Examples
    --------
    >>> float(sd_from_se(0.001, 9))
    0.003
    """
    inputs.standard_deviation(se=float(se))
    inputs.sample_size(n=n)
    return derived(
        "sd", float(se) * math.sqrt(n), formula="SD = SE·√n", source=HANDBOOK_CH6, se=se, n=n
    )


def pooled_sd_from_se(se: Number, n1: int, n2: int) -> Rebuilt:
    """Return the SD of two groups behind the SE of their difference, ``SE/√(1/n1 + 1/n2)``.

    Examples
    --------
    >>> float(pooled_sd_from_se(1.0, 8, 8))
    2.0
    """
    inputs.standard_deviation(se=float(se))
    inputs.sample_size(n1=n1, n2=n2)
    return derived(
        "sd",
        float(se) / math.sqrt(1 / n1 + 1 / n2),
        formula="SD = SE/√(1/n1 + 1/n2)",
        source=HANDBOOK_CH6,
        assumes=("both groups have this SD",),
        se=se,
        n1=n1,
        n2=n2,
    )
