"""Intervals for τ²: Q-profile, profile likelihood, and Wald on three scales."""

from __future__ import annotations

import math
import sys
from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit.effects.tails import normal_quantile
from reviewkit.effects.values import Interval
from reviewkit.errors import NotEstimable
from reviewkit.synthesis.batch import Batch, one_batch
from reviewkit.synthesis.likelihood import (
    Likelihood,
    highest_maximum,
    log_likelihood,
    score,
)
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.roots import Positions, falling_root
from reviewkit.synthesis.tau2 import Method, estimate_tau2, residual_q, se_of_tau2, solve_q

WaldScale = Literal["tau2", "tau", "log"]


def q_profile(
    y: npt.ArrayLike, v: npt.ArrayLike, *, x: Array | None = None, level: float = 0.95
) -> Interval | None:
    """Return the Q-profile interval for τ².

    All τ² ≥ 0 with ``χ²_{α/2} ≤ Q(τ²) ≤ χ²_{1-α/2}`` on k - p degrees of freedom (Viechtbauer
    2007, doi:10.1002/sim.2514; with moderators Jackson and others 2014,
    doi:10.1186/1471-2288-14-103).

    Parameters
    ----------
    y, v
        Effects and sampling variances, shape (k,).
    x
        Design, shape (k, p); None for a common mean.
    level
        Coverage.

    Returns
    -------
    Interval or None
        None if no τ² fits: the studies agree more closely than their sampling errors allow, even
        for τ² = 0. metafor prints 0 to 0 there and says that the set is empty.

    Notes
    -----
    metafor stops searching for the upper limit at 100, or ten times the estimate if that is more;
    here there is no such end.

    Examples
    --------
    >>> ci = q_profile(np.array([0.0, 1.0, 3.0]), np.array([0.5, 0.5, 0.5]))
    >>> round(ci.lower, 3), round(ci.upper, 2)
    (0.133, 91.66)
    """
    return q_profile_of(one_batch(y, v, x), level=level)


def q_profile_of(batch: Batch, *, level: float) -> Interval | None:
    """Return the Q-profile interval of a batch of one fit."""
    from scipy.special import chdtri

    df, tail = len(batch.y) - batch.p, (1 - level) / 2
    greatest, least = float(chdtri(df, tail)), float(chdtri(df, 1 - tail))
    small = batch.small_mean()
    at_zero = float(residual_q(batch, 0.0)[0]) if small is None else small.q(0.0)[0]
    if at_zero < least:
        return None
    if small is None:
        both = batch.take(np.zeros(2, dtype=np.intp))
        lower, upper = solve_q(both, np.array([greatest, least])).tolist()
    else:
        lower = small.solve_q(greatest) if at_zero > greatest else 0.0
        upper = small.solve_q(least)
    return Interval(lower=lower, upper=upper, level=level, method="Q-profile")


def profile_likelihood(batch: Batch, kind: Likelihood, *, level: float) -> Interval:
    """Return the profile-likelihood interval of a batch of one fit.

    All τ² ≥ 0 whose (restricted) likelihood lies within ``χ²_{1-α}/2``, on one degree of freedom,
    of its maximum (Hardy & Thompson 1996,
    doi:10.1002/(SICI)1097-0258(19960330)15:6<619::AID-SIM188>3.0.CO;2-A); the stretch about the
    highest maximum where there are several.
    """
    from scipy.special import chdtri

    top = highest_maximum(batch, kind).tau2
    bar = log_likelihood(batch, kind, top) - float(chdtri(1, 1 - level)) / 2
    scale = batch.least_v()

    def falling(at: Array, active: Positions) -> tuple[Array, Array]:  # noqa: ARG001
        return log_likelihood(batch, kind, at) - bar, score(batch, kind, at)[0] / 2

    def rising(at: Array, active: Positions) -> tuple[Array, Array]:
        height, slope = falling(top - at, active)
        return height, -slope

    reach = np.maximum(top, scale)
    while (log_likelihood(batch, kind, top + reach) > bar).any():
        reach = reach * 2
    upper = falling_root(falling, top, top + reach, top + reach / 2, scale)
    if log_likelihood(batch, kind, np.zeros(1))[0] >= bar[0]:
        lower = np.zeros(1)
    else:
        lower = top - falling_root(rising, np.zeros(1), top, top / 2, scale)
    return Interval(
        lower=float(lower[0]), upper=float(upper[0]), level=level, method="profile likelihood"
    )


def wald_interval(tau2: float, se: float, *, scale: WaldScale, level: float) -> Interval:
    """Return the Wald interval for τ², made on the scale of τ², τ or ln τ² and cut at 0.

    The standard error moves to the other scales by the delta method. Poor for few studies: shown
    for comparison (Viechtbauer 2007, doi:10.1002/sim.2514). A limit on the scale of ln τ² that is
    larger than any floating-point number is infinite.

    Raises
    ------
    NotEstimable
        For τ² = 0 on the scales of τ and ln τ², where it has no standard error.

    Examples
    --------
    >>> wald_interval(1.0, 1.0, scale="tau2", level=0.95).lower
    0.0
    """
    margin = normal_quantile(level) * se
    if scale == "tau2":
        lower, upper = max(0.0, tau2 - margin), max(0.0, tau2 + margin)
    elif tau2 == 0:
        raise NotEstimable(f"τ² is 0, so there is no Wald interval on the scale of {scale}")
    elif scale == "tau":
        half = margin / (2 * math.sqrt(tau2))
        lower = max(0.0, math.sqrt(tau2) - half) ** 2
        upper = (math.sqrt(tau2) + half) ** 2
    else:
        lower, upper = tau2 * math.exp(-margin / tau2), math.inf
        if math.log(tau2) + margin / tau2 < math.log(sys.float_info.max):
            upper = tau2 * math.exp(margin / tau2)
    return Interval(lower=lower, upper=upper, level=level, method=f"Wald, {scale}")


def wald_of(batch: Batch, method: Method, *, scale: WaldScale, level: float) -> Interval:
    """Return the Wald interval of a batch of one fit."""
    found = estimate_tau2(batch, method).tau2
    se = float(se_of_tau2(batch, method, found)[0])
    return wald_interval(float(found[0]), se, scale=scale, level=level)
