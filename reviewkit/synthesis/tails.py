"""Intervals and p of estimates that follow a t distribution or the normal."""

from __future__ import annotations

from functools import lru_cache

from reviewkit.effects.tails import normal_p, normal_quantile, t_p, t_quantile
from reviewkit.effects.values import Interval


def around(estimate: float, se: float, *, df: float | None, level: float) -> Interval:
    """Return ``estimate ± c·se``, c of the t distribution on `df`, or the normal for None."""
    margin = se * _quantile(level, df)
    return Interval(
        lower=estimate - margin,
        upper=estimate + margin,
        level=level,
        method="normal" if df is None else "t",
    )


@lru_cache(maxsize=256)
def _quantile(level: float, df: float | None) -> float:
    return normal_quantile(level) if df is None else t_quantile(level, df)


def two_sided_p(statistic: float, *, df: float | None) -> float:
    """Return the two-sided p of a t statistic on `df`, or of a z statistic for None."""
    return normal_p(statistic) if df is None else t_p(statistic, df)
