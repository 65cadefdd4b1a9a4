"""Quantiles and tail probabilities of the normal and t distributions.

Only `scipy.special` is used, and only when a number is asked for: `scipy.stats` takes a second to
import, and effects are computed in commands that should answer at once.
"""

from __future__ import annotations

import math
from statistics import NormalDist

from reviewkit.effects import inputs

_STANDARD_NORMAL = NormalDist()


def normal_quantile(level: float) -> float:
    """Return z such that a standard normal lies within ±z with probability `level`.

    Examples
    --------
    >>> round(normal_quantile(0.95), 6)
    1.959964
    """
    return _STANDARD_NORMAL.inv_cdf(_upper_tail_point(level))


def normal_p(statistic: float) -> float:
    """Return the two-sided p of a z statistic, ``erfc(|z| / √2)``.

    Examples
    --------
    >>> round(normal_p(1.959964), 4)
    0.05
    """
    return math.erfc(abs(statistic) / math.sqrt(2))


def normal_statistic(p: float) -> float:
    """Return the z, above 0, that has the two-sided `p`: from its lower tail, exact for tiny p.

    Examples
    --------
    >>> round(normal_statistic(0.05), 6), round(normal_statistic(1e-17), 4)
    (1.959964, 8.5739)
    """
    return -_STANDARD_NORMAL.inv_cdf(p / 2)


def t_statistic(p: float, df: float) -> float:
    """Return the t, above 0, that has the two-sided `p` with `df`.

    Examples
    --------
    >>> round(t_statistic(0.05, 8), 4)
    2.306
    """
    from scipy.special import stdtrit

    return -float(stdtrit(df, p / 2))


def t_quantile(level: float, df: float) -> float:
    """Return t such that Student's t with `df` lies within ±t with probability `level`.

    Examples
    --------
    >>> round(t_quantile(0.95, 8), 4)
    2.306
    """
    from scipy.special import stdtrit

    return float(stdtrit(df, _upper_tail_point(level)))


def t_p(statistic: float, df: float) -> float:
    """Return the two-sided p of a t statistic, ``I(df / (df + t²); df/2, 1/2)``.

    The regularised incomplete beta function keeps its relative precision far out in the tail.

    Examples
    --------
    >>> round(t_p(2.306, 8), 4)
    0.05
    """
    from scipy.special import betainc

    return float(betainc(df / 2, 0.5, df / (df + statistic * statistic)))


def _upper_tail_point(level: float) -> float:
    inputs.level(level)
    return 0.5 + level / 2
