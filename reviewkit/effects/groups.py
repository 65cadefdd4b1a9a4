"""Two independent groups: mean difference and standardised mean difference.

Group 1 less group 2 throughout; by convention group 1 got the treatment. Not for split-body or
crossover comparisons, whose two sides are correlated: those are paired (`means`).
"""

from __future__ import annotations

import math

from reviewkit.effects import inputs
from reviewkit.effects.standardised import small_sample_correction
from reviewkit.effects.tails import t_p, t_quantile
from reviewkit.effects.values import Effect, Interval
from reviewkit.effects.wald import wald
from reviewkit.errors import NotEstimable

WELCH_1947 = "10.1093/biomet/34.1-2.28"
"""Welch: The generalization of 'Student's' problem when several different population variances are
involved."""

HEDGES_1981 = "10.3102/10769986006002107"
"""Hedges: Distribution theory for Glass's estimator of effect size and related estimators."""


def md(
    *,
    n1: int,
    mean1: float,
    sd1: float,
    n2: int,
    mean2: float,
    sd2: float,
    level: float = 0.95,
) -> Effect:
    """Return the difference of two independent means (MD), group 1 less group 2.

    ``MD = mean1 - mean2``, ``SE² = SD1²/n1 + SD2²/n2``; interval and test from Student's t with
    ``df = SE⁴ / [(SD1²/n1)²/(n1 - 1) + (SD2²/n2)²/(n2 - 1)]`` (Welch).

    Parameters
    ----------
    n1, mean1, sd1, n2, mean2, sd2
        Participants, mean and SD of each group, in the outcome's unit.
    level
        Coverage of the interval.

    Raises
    ------
    NotEstimable
        For fewer than two people in a group, or if both SDs are 0.

    Notes
    -----
    Welch 1947, doi:10.1093/biomet/34.1-2.28. Estimate and SE are those of metafor's MD (vtype
    "LS"), whose interval takes the normal quantile and is narrower in small groups.

    Examples
    --------
    >>> effect = md(n1=10, mean1=5.0, sd1=2.0, n2=12, mean2=3.0, sd2=3.0)
    >>> effect.estimate, round(effect.se, 4), round(effect.df, 2), round(effect.p, 3)
    (2.0, 1.0724, 19.19, 0.078)
    """
    _check_groups(n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2)
    variance1, variance2 = sd1 * sd1 / n1, sd2 * sd2 / n2
    if variance1 + variance2 == 0:
        raise NotEstimable("both SDs are 0, so the difference has no standard error")
    estimate = mean1 - mean2
    se = math.sqrt(variance1 + variance2)
    # Shares of the variance, not the variances, so that tiny units do not underflow.
    share1, share2 = variance1 / se**2, variance2 / se**2
    df = 1 / (share1**2 / (n1 - 1) + share2**2 / (n2 - 1))
    margin = t_quantile(level, df) * se
    return Effect(
        measure="MD",
        estimate=estimate,
        se=se,
        ci=Interval(lower=estimate - margin, upper=estimate + margin, level=level, method="t"),
        statistic=estimate / se,
        p=t_p(estimate / se, df),
        df=df,
        n=n1 + n2,
        formula=(
            "MD = mean1 - mean2; SE² = SD1²/n1 + SD2²/n2; t with Welch's df = "
            "SE⁴/[(SD1²/n1)²/(n1 - 1) + (SD2²/n2)²/(n2 - 1)]"
        ),
        inputs=_given(n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2),
        source=WELCH_1947,
    )


def smd(
    *,
    n1: int,
    mean1: float,
    sd1: float,
    n2: int,
    mean2: float,
    sd2: float,
    level: float = 0.95,
) -> Effect:
    """Return the standardised mean difference, Hedges' g (SMD), group 1 less group 2.

    ``SMD = J(m)·(mean1 - mean2)/SD_pooled`` with
    ``SD_pooled² = [(n1 - 1)SD1² + (n2 - 1)SD2²]/m``, ``m = n1 + n2 - 2``;
    ``SE² = 1/n1 + 1/n2 + SMD²/(2(n1 + n2))``; normal interval.

    For studies that measure one thing on different scales; prefer `md` where the unit is shared.

    Parameters
    ----------
    n1, mean1, sd1, n2, mean2, sd2
        Participants, mean and SD of each group.
    level
        Coverage of the interval.

    Raises
    ------
    NotEstimable
        For fewer than four people in all or fewer than two in a group, or if both SDs are 0.

    Notes
    -----
    Hedges 1981, doi:10.3102/10769986006002107, with the exact J. As metafor's SMD (vtype "LS").

    Examples
    --------
    >>> effect = smd(n1=10, mean1=5.0, sd1=2.0, n2=12, mean2=3.0, sd2=2.0)
    >>> round(effect.estimate, 4), round(effect.se, 4)
    (0.9619, 0.4521)
    """
    _check_groups(n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2)
    df = n1 + n2 - 2
    pooled = math.sqrt(((n1 - 1) * sd1 * sd1 + (n2 - 1) * sd2 * sd2) / df)
    if pooled == 0:
        raise NotEstimable("both SDs are 0, so nothing can be standardised by them")
    estimate = small_sample_correction(df) * (mean1 - mean2) / pooled
    return wald(
        measure="SMD",
        estimate=estimate,
        variance=1 / n1 + 1 / n2 + estimate**2 / (2 * (n1 + n2)),
        level=level,
        n=n1 + n2,
        formula=(
            "SMD = J·(mean1 - mean2)/SD_pooled; SD_pooled² = [(n1 - 1)SD1² + (n2 - 1)SD2²]/m; "
            "J = Γ(m/2)/(√(m/2)·Γ((m-1)/2)) with m = n1 + n2 - 2; "
            "SE² = 1/n1 + 1/n2 + SMD²/(2(n1 + n2)); normal interval"
        ),
        given=_given(n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2),
        source=HEDGES_1981,
    )


def _check_groups(*, n1: int, mean1: float, sd1: float, n2: int, mean2: float, sd2: float) -> None:
    inputs.sample_size(n1=n1, n2=n2)
    inputs.finite(mean1=mean1, mean2=mean2)
    inputs.standard_deviation(sd1=sd1, sd2=sd2)
    if min(n1, n2) < inputs.LEAST_FOR_SPREAD:
        raise NotEstimable("a group of one person has no standard deviation")


def _given(**numbers: float) -> tuple[tuple[str, float], ...]:
    return tuple(numbers.items())
