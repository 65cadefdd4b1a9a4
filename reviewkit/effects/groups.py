"""Two independent groups: mean difference and standardised mean difference.

Group 1 less group 2 throughout; by convention group 1 got the treatment. Not for split-body or
crossover comparisons, whose two sides are correlated: those are paired (`means`).
"""

from __future__ import annotations

from reviewkit.effects import inputs
from reviewkit.effects.sizes import effect_sizes
from reviewkit.effects.values import Effect


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
    given = {"n1": n1, "mean1": mean1, "sd1": sd1, "n2": n2, "mean2": mean2, "sd2": sd2}
    return effect_sizes("MD", given, level=level).effect()


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
    given = {"n1": n1, "mean1": mean1, "sd1": sd1, "n2": n2, "mean2": mean2, "sd2": sd2}
    return effect_sizes("SMD", given, level=level).effect()


def _check_groups(*, n1: int, mean1: float, sd1: float, n2: int, mean2: float, sd2: float) -> None:
    inputs.sample_size(n1=n1, n2=n2)
    inputs.finite(mean1=mean1, mean2=mean2)
    inputs.standard_deviation(sd1=sd1, sd2=sd2)
