"""Standardised mean changes of one group: in units of the change SD or of the baseline SD.

SMCC (change SD) and SMCR (baseline SD) answer different questions and must not be pooled
together: with equal SDs and r = 0.9 the first is more than twice the second. Prefer the raw
change (`means`) wherever studies share a unit.
"""

from __future__ import annotations

import numpy as np

from reviewkit.effects.equations.standardising import hedges_j, too_few_df
from reviewkit.effects.means import RBasis, before_after, change_effect, printed_change
from reviewkit.effects.sizes import effect_sizes
from reviewkit.effects.values import Effect
from reviewkit.errors import NotEstimable


def small_sample_correction(df: int) -> float:
    """Return Hedges' exact J, which removes the upward bias of a standardised mean.

    ``J(m) = Γ(m/2) / (√(m/2)·Γ((m-1)/2))`` (Hedges 1981, doi:10.3102/10769986006002107); not the
    approximation ``1 - 3/(4m - 1)``.

    Raises
    ------
    NotEstimable
        For fewer than 2 degrees of freedom, where a standardised mean has no expectation.

    Examples
    --------
    >>> round(small_sample_correction(8), 4)
    0.9027
    """
    m = np.array([float(df)])
    few, reason = too_few_df(m)
    if few[0]:
        raise NotEstimable(reason)
    return float(hedges_j(m)[0])


def smcc(
    *,
    n: int,
    mean_before: float,
    sd_before: float,
    mean_after: float,
    sd_after: float,
    r: float,
    r_basis: RBasis = "assumed",
    level: float = 0.95,
) -> Effect:
    """Return the mean change in units of the SD of the change (SMCC).

    ``SMCC = J·(mean_after - mean_before)/SD_change``, ``SE² = 1/n + SMCC²/(2n)``, normal interval.
    It grows without bound as r nears 1: it tells how consistent a change is, not how large.

    Parameters
    ----------
    n, mean_before, sd_before, mean_after, sd_after, r, r_basis, level
        As in `reviewkit.effects.means.mean_change`.

    Raises
    ------
    NotEstimable
        For fewer than three people, or if the SD of the change is 0.

    Notes
    -----
    Gibbons, Hedeker & Davis 1993, doi:10.3102/10769986018003271. As metafor's SMCC (vtype "LS").

    Examples
    --------
    >>> effect = smcc(n=9, mean_before=10, sd_before=2, mean_after=12, sd_after=2, r=0.5)
    >>> round(effect.estimate, 4), round(effect.se, 4)
    (0.9027, 0.3955)
    """
    given = before_after(
        n=n, mean_before=mean_before, sd_before=sd_before, mean_after=mean_after, sd_after=sd_after
    )
    return change_effect("SMCC", given, r=r, r_basis=r_basis, level=level)


def smcc_from_sd_change(*, n: int, change: float, sd_change: float, level: float = 0.95) -> Effect:
    """Return SMCC from a printed change and the SD of the changes; no correlation is needed.

    Equations, errors and source as in `smcc`.

    Examples
    --------
    >>> effect = smcc_from_sd_change(n=9, change=2, sd_change=2)
    >>> round(effect.estimate, 4)
    0.9027
    """
    given = printed_change(n=n, change=change, sd_change=sd_change)
    return effect_sizes("SMCC", given, level=level).effect()


def smcr(
    *,
    n: int,
    mean_before: float,
    sd_before: float,
    mean_after: float,
    r: float,
    r_basis: RBasis = "assumed",
    level: float = 0.95,
) -> Effect:
    """Return the mean change in units of the baseline SD (SMCR).

    ``SMCR = J·(mean_after - mean_before)/SD_before``, ``SE² = 2(1 - r)/n + SMCR²/(2n)``, normal
    interval. The estimate does not depend on r, its precision does.

    Parameters
    ----------
    n, mean_before, sd_before, mean_after, r, r_basis, level
        As in `reviewkit.effects.means.mean_change`; the SD after is not used.

    Raises
    ------
    NotEstimable
        For fewer than three people, if the baseline SD is 0, or if the variance is 0 (no change
        at all and r = 1).

    Notes
    -----
    Becker 1988, doi:10.1111/j.2044-8317.1988.tb00901.x. As metafor's SMCR (vtype "LS"): the
    variance holds for equal SDs before and after; for unequal ones take SMCRH
    (`reviewkit.effects.effect_sizes`).

    Examples
    --------
    >>> effect = smcr(n=9, mean_before=10, sd_before=2, mean_after=12, r=0.5)
    >>> round(effect.estimate, 4), round(effect.se, 4)
    (0.9027, 0.3955)
    """
    given = before_after(n=n, mean_before=mean_before, sd_before=sd_before, mean_after=mean_after)
    return change_effect("SMCR", given, r=r, r_basis=r_basis, level=level)
