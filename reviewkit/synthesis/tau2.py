"""The between-study variance τ²: three estimators and the Q-profile interval.

Effects `y` and sampling variances `v` are one-dimensional arrays of k ≥ 2 studies, on one scale.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit.effects.values import Interval

Array = npt.NDArray[np.float64]
Tau2Method = Literal["REML", "DL", "PM"]

GRID = 256
"""Points at which the sign of the REML score is looked at, to find every local maximum."""

GRID_FLOOR = 1e-4
"""First point of that grid after 0, relative to the smallest sampling variance."""

ROOT_XTOL = 1e-300
ROOT_STEPS = 2000
ROOT_RTOL = 4 * float(np.finfo(np.float64).eps)
"""Roots are refined to the last bits: relative precision only, at the least that brentq takes,
and in as many steps as halving the whole range of floating-point numbers could take."""


def weighted_mean(y: Array, w: Array) -> float:
    """Return the mean of `y` weighted by `w`."""
    return float(np.sum(w * y) / np.sum(w))


def weight_shared(w: Array) -> float:
    """Return ``Σw - Σw²/Σw`` as ``2·Σ wᵢwⱼ/Σw`` over pairs: above 0 where one weight dwarfs all."""
    return 2 * float(np.sum(np.triu(np.outer(w, w / np.sum(w)), 1)))


def residual_q(y: Array, v: Array, tau2: float) -> float:
    """Return ``Q(τ²) = Σ w(y - μ)²`` with ``w = 1/(v + τ²)`` and μ the weighted mean.

    It falls as τ² grows; Cochran's Q is Q(0).
    """
    w = 1 / (v + tau2)
    return float(np.sum(w * (y - weighted_mean(y, w)) ** 2))


def tau2(y: Array, v: Array, *, method: Tau2Method = "REML") -> float:
    """Return the variance τ² of the true effects, estimated by `method`.

    Parameters
    ----------
    y, v
        Effects and sampling variances, k ≥ 2.
    method
        ``REML`` restricted maximum likelihood (`tau2_reml`), ``DL`` DerSimonian-Laird
        (`tau2_dl`) or ``PM`` Paule-Mandel (`tau2_pm`).

    Examples
    --------
    >>> tau2(np.array([0.0, 2.0]), np.array([1.0, 1.0]), method="DL")
    1.0
    """
    estimators: dict[Tau2Method, Callable[[Array, Array], float]] = {
        "REML": tau2_reml,
        "DL": tau2_dl,
        "PM": tau2_pm,
    }
    return estimators[method](y, v)


def tau2_dl(y: Array, v: Array) -> float:
    """Return the DerSimonian-Laird τ²: ``max(0, (Q - (k - 1)) / (Σw - Σw²/Σw))``, ``w = 1/v``.

    DerSimonian & Laird 1986, doi:10.1016/0197-2456(86)90046-2.
    """
    w = 1 / v
    return max(0.0, (residual_q(y, v, 0.0) - (len(y) - 1)) / weight_shared(w))


def tau2_pm(y: Array, v: Array) -> float:
    """Return the Paule-Mandel τ²: the root of ``Q(τ²) = k - 1``, 0 if there is none.

    Paule & Mandel 1982, doi:10.6028/jres.087.022.
    """
    return _solve_q(y, v, float(len(y) - 1))


def tau2_reml(y: Array, v: Array) -> float:
    """Return the τ² that maximises the restricted likelihood over τ² ≥ 0.

    ``-2·l(τ²) = Σ ln(v + τ²) + ln Σw + Q(τ²)`` up to a constant, ``w = 1/(v + τ²)``
    (Viechtbauer 2005, doi:10.3102/10769986030003261).

    Notes
    -----
    metafor climbs by Fisher scoring from one start, and where the likelihood has several maxima
    it may stop at a lower one; see `reml_maxima`.
    """
    return reml_maxima(y, v)[0]


def reml_maxima(y: Array, v: Array) -> tuple[float, ...]:
    """Return every local maximum of the restricted likelihood over τ² ≥ 0, the highest first.

    The sign of the derivative is looked at over a grid and each maximum refined to machine
    precision. The grid ends where the derivative is negative for certain: it is below
    ``S/τ⁴ - (k - 1)/(τ² + max v)``, S being the sum of squares about the plain mean. Two maxima
    between neighbouring points of the grid (about 10% apart) would be seen as one.

    Examples
    --------
    >>> reml_maxima(np.array([0.1, 0.2, 0.3]), np.array([0.5, 0.5, 0.5]))
    (0.0,)
    """
    from scipy.optimize import brentq

    def score(at: float) -> float:
        return float(_reml_scores(np.array([at]), y, v)[0])

    points = np.concatenate([[0.0], _reml_grid(y, v)])
    scores = _reml_scores(points, y, v)
    maxima = [0.0] if scores[0] <= 0 else []
    for i in np.flatnonzero((scores[:-1] > 0) & (scores[1:] <= 0)):
        low, high = points[i], points[i + 1]
        root = brentq(score, low, high, xtol=ROOT_XTOL, rtol=ROOT_RTOL, maxiter=ROOT_STEPS)
        maxima.append(float(root))
    if scores[-1] > 0:  # The end is a bound: only rounding lets the likelihood still rise there.
        maxima.append(float(points[-1]))
    return tuple(sorted(maxima, key=lambda t: -restricted_log_likelihood(t, y, v)))


def restricted_log_likelihood(tau2: float, y: Array, v: Array) -> float:
    """Return the restricted log-likelihood of τ², up to a constant."""
    w = 1 / (v + tau2)
    q = residual_q(y, v, tau2)
    return float(np.sum(np.log(w)) - np.log(np.sum(w)) - q) / 2


def q_profile(y: Array, v: Array, *, level: float = 0.95) -> Interval | None:
    """Return the Q-profile interval for τ².

    All τ² ≥ 0 with ``χ²_{α/2} ≤ Q(τ²) ≤ χ²_{1-α/2}`` on k - 1 degrees of freedom (Viechtbauer
    2007, doi:10.1002/sim.2514).

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
    from scipy.special import chdtri

    df, tail = len(y) - 1, (1 - level) / 2
    if residual_q(y, v, 0.0) < (least := float(chdtri(df, 1 - tail))):
        return None
    return Interval(
        lower=_solve_q(y, v, float(chdtri(df, tail))),
        upper=_solve_q(y, v, least),
        level=level,
        method="Q-profile",
    )


def _solve_q(y: Array, v: Array, target: float) -> float:
    """Return the τ² at which Q(τ²) falls to `target`, 0 if it starts below.

    Q(τ²) ≤ S/τ² with S the sum of squares about the plain mean, so the root is at most S/target.
    """
    from scipy.optimize import brentq

    if residual_q(y, v, 0.0) <= target:
        return 0.0
    end = float(np.sum((y - np.mean(y)) ** 2)) / target
    if residual_q(y, v, end) >= target:  # The end is a bound: only rounding leads beyond it.
        return end

    def above(at: float) -> float:
        return residual_q(y, v, at) - target

    root = brentq(above, 0.0, end, xtol=ROOT_XTOL, rtol=ROOT_RTOL, maxiter=ROOT_STEPS)
    return float(root)


def _reml_grid(y: Array, v: Array) -> Array:
    df = len(y) - 1
    squares = float(np.sum((y - np.mean(y)) ** 2))
    end = (squares + np.sqrt(squares**2 + 4 * df * squares * np.max(v))) / (2 * df)
    start = GRID_FLOOR * float(np.min(v))
    return np.geomspace(start, max(float(end), 2 * start), GRID)


def _reml_scores(points: Array, y: Array, v: Array) -> Array:
    """Return twice the derivative of the restricted log-likelihood at each τ² of `points`."""
    w = 1 / (v + points[:, np.newaxis])
    total = np.sum(w, axis=1, keepdims=True)
    residuals = w * (y - np.sum(w * y, axis=1, keepdims=True) / total)
    scores: Array = np.sum(residuals**2 - w + w**2 / total, axis=1)
    return scores
