"""Confidence intervals and tests of many effects at once: normal, Student's t, Wilson."""

from __future__ import annotations

import numpy as np

from reviewkit.effects.equations.solution import Array
from reviewkit.effects.tails import normal_quantile


def quantiles(level: float, df: Array) -> Array:
    """Return the quantile by which an SE is multiplied; infinite `df` are the normal's.

    Examples
    --------
    >>> quantiles(0.95, np.array([8.0, np.inf])).round(3).tolist()
    [2.306, 1.96]
    """
    from scipy.special import stdtrit

    z = normal_quantile(level)
    finite = np.isfinite(df)
    t = stdtrit(np.where(finite, df, 1.0), 0.5 + level / 2)
    return np.where(np.isnan(df), np.nan, np.where(finite, t, z))


def p_values(statistic: Array, df: Array) -> Array:
    """Return two-sided p values that keep their relative precision far out in the tail.

    Examples
    --------
    >>> p_values(np.array([2.306, 1.96]), np.array([8.0, np.inf])).round(3).tolist()
    [0.05, 0.05]
    """
    from scipy.special import betainc, erfc

    finite = np.isfinite(df)
    some = np.where(finite, df, 1.0)
    t = betainc(some / 2, 0.5, some / (some + statistic**2))
    p = np.where(finite, t, erfc(np.abs(statistic) / np.sqrt(2)))
    return np.where(np.isnan(statistic + df), np.nan, p)


def wilson_limits(events: Array, total: Array, *, level: float) -> tuple[Array, Array]:
    """Return Wilson's score limits of proportions.

    ``[p + z²/(2n) ± z·√(p(1 - p)/n + z²/(4n²))] / (1 + z²/n)`` (Wilson 1927,
    doi:10.1080/01621459.1927.10502953).

    Examples
    --------
    >>> lower, upper = wilson_limits(np.array([5.0]), np.array([10.0]), level=0.95)
    >>> lower.round(4).tolist(), upper.round(4).tolist()
    ([0.2366], [0.7634])
    """
    z2 = normal_quantile(level) ** 2
    share = events / total
    middle = (share + z2 / (2 * total)) / (1 + z2 / total)
    spread = share * (1 - share) / total + z2 / (4 * total * total)
    margin = np.sqrt(z2 * spread) / (1 + z2 / total)
    # At the ends the limit is the observed share itself, but for rounding error.
    return (
        np.where(events == 0, 0.0, middle - margin),
        np.where(events == total, 1.0, middle + margin),
    )
