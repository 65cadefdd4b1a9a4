"""The between-study variance τ²: its estimators, for many fits at once.

========  =====================================================================================
CE        0 by assumption: one effect common to all studies
DL        ``(Q - (k - p)) / tr P`` with ``w = 1/v`` (DerSimonian & Laird 1986,
          doi:10.1016/0197-2456(86)90046-2)
HE        ``(y'Py - tr(PV)) / (k - p)`` with ``w = 1`` (Hedges & Olkin 1985)
HS, HSk   ``(c·Q - k) / Σw`` with ``w = 1/v``; c is 1, for HSk ``k/(k - p)`` (Brannick and others
          2019, doi:10.1177/1094428117741966)
SJ        ``τ₀²·Q/(k - p)`` with ``w = 1/(v + τ₀²)``, ``τ₀² = Σ(y - ȳ)²/k`` (Sidik & Jonkman 2005,
          doi:10.1111/j.1467-9876.2005.00489.x)
GENQ      ``(y'Py - tr(PV)) / tr P`` with weights of the user's own (DerSimonian & Kacker 2007,
          doi:10.1016/j.cct.2006.04.004)
ML, REML  where the (restricted) likelihood is highest (`reviewkit.synthesis.likelihood`)
PM        the root of ``Q(τ²) = k - p`` (Paule & Mandel 1982, doi:10.6028/jres.087.022)
EB        the same root, reached from the empirical Bayes view (Morris 1983; that it is the same:
          Viechtbauer and others 2015, doi:10.1037/met0000023)
DLIT      where DL, repeated with ``w = 1/(v + τ²)``, comes to rest: ``Q - (k - p) = τ²·tr P``
SJIT      the same root again: where SJ, repeated from its own result, comes to rest
PMM       the root of ``Q(τ²)`` = the median of χ² on k - p degrees of freedom (Viechtbauer 2021)
========  =====================================================================================

k studies, p coefficients, ``Q = y'Py``; P as in `reviewkit.synthesis.projection`. What comes out
below 0 is 0. EB and SJIT differ from PM in the standard error of τ² alone.
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.batch import Batch, one_batch
from reviewkit.synthesis.likelihood import GRID, Maximum, highest_maximum
from reviewkit.synthesis.projection import Array, over_studies
from reviewkit.synthesis.roots import Positions, falling_root
from reviewkit.synthesis.studies import Weights, checked

Tau2Method = Literal[
    "REML", "DL", "PM", "HE", "HS", "HSk", "SJ", "ML", "EB", "GENQ", "DLIT", "SJIT", "PMM"
]
Method = Literal[Tau2Method, "CE"]

TAU2_METHODS: tuple[Tau2Method, ...] = get_args(Tau2Method)

SOLVE_Q_IS_DF = ("PM", "EB", "SJIT")


def tau2(y: npt.ArrayLike, v: npt.ArrayLike, *, method: Tau2Method = "REML") -> float:
    """Return the variance τ² of the true effects, estimated by `method`.

    Parameters
    ----------
    y, v
        Effects and sampling variances, k ≥ 2.
    method
        See the table of this module, and `reviewkit.synthesis.pool.pool`.

    Examples
    --------
    >>> tau2(np.array([0.0, 2.0]), np.array([1.0, 1.0]), method="DL")
    1.0
    """
    return float(estimate_tau2(one_batch(y, v), method).tau2[0])


def tau2_se(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    *,
    x: Array | None = None,
    method: Tau2Method = "REML",
    tau2: float | None = None,
    weights: Weights = None,
) -> float:
    """Return the standard error of τ² by `method` (`se_of_tau2` has the equations).

    Parameters
    ----------
    y, v, x
        Effects and sampling variances, and the design if it is not a common mean.
    method, weights
        As in `reviewkit.synthesis.pool.pool`.
    tau2
        A value of τ² at which to take it; None for the estimate.

    Examples
    --------
    >>> round(tau2_se([0.0, 2.0], [1.0, 1.0], method="DL"), 4)  # √(2·4)
    2.8284
    """
    batch = checked(y, v, weights=weights, x=x)
    if len(batch.y) <= batch.p:
        raise NotEstimable("as many coefficients as studies: nothing is left for τ²")
    at = estimate_tau2(batch, method).tau2 if tau2 is None else np.array([tau2])
    return float(se_of_tau2(batch, method, at)[0])


def estimate_tau2(batch: Batch, method: Method, *, points: int = GRID) -> Maximum:
    """Return τ² of each fit and, for ML and REML, how many maxima the likelihood has.

    A fit with no more studies than coefficients says nothing on τ²: 0.
    """
    m = batch.y.shape[1]
    if method == "CE":
        return Maximum(np.zeros(m), np.ones(m, dtype=np.intp))
    enough = batch.k > batch.p
    if not enough.all():
        found = Maximum(np.zeros(m), np.ones(m, dtype=np.intp))
        if enough.any():
            some = estimate_tau2(batch.take(np.flatnonzero(enough)), method, points=points)
            found.tau2[enough], found.of[enough] = some.tau2, some.of
        return found
    if method in {"ML", "REML"}:
        return highest_maximum(batch, "ML" if method == "ML" else "REML", points=points)
    return Maximum(np.maximum(_closed_or_root(batch, method), 0.0), np.ones(m, dtype=np.intp))


def _closed_or_root(batch: Batch, method: Method) -> Array:
    df = batch.k - batch.p
    if method in SOLVE_Q_IS_DF:
        return solve_q(batch, df)
    if method == "PMM":
        from scipy.special import chdtri

        return solve_q(batch, np.asarray(chdtri(df, 0.5), dtype=np.float64))
    if method == "DLIT":
        return _rest_of_dl(batch)
    if method == "SJ":
        start = start_of_sj(batch)
        # All effects equal: τ² is 0, and so is whatever stands in for the starting value.
        return start * residual_q(batch, np.where(start > 0, start, 1.0)) / df
    projected = batch.project(estimating_weights(batch, method))
    q = projected.quadratic(batch.y)
    if method == "DL":
        return (q - df) / projected.trace_by_pairs()
    if method == "HE":
        return (q - projected.trace_of(batch.v)) / df
    if method == "GENQ":
        return (q - projected.trace_of(batch.v)) / projected.trace_of(np.ones_like(batch.v))
    scale = batch.k / df if method == "HSk" else 1.0
    return (scale * q - batch.k) / over_studies(projected.w)


def estimating_weights(batch: Batch, method: Method) -> Array:
    """Return the weights behind a closed form: equal for HE, the user's for GENQ, else ``1/v``."""
    if method == "HE":
        return batch.ones()
    if method == "GENQ":
        if batch.fixed is None:
            raise ValueError("GENQ needs weights")
        return batch.fixed
    return batch.weights(0.0)


def start_of_sj(batch: Batch) -> Array:
    """Return the τ₀² that Sidik & Jonkman start from: the plain variance of the effects."""
    ones = batch.ones()
    mean = over_studies(ones * batch.y) / batch.k
    return over_studies(ones * (batch.y - mean) ** 2) / batch.k


def residual_q(batch: Batch, tau2: Array | float) -> Array:
    """Return ``Q(τ²) = Σ wr²`` with ``w = 1/(v + τ²)``; it falls as τ² grows.

    Cochran's Q is Q(0).
    """
    return batch.project(batch.weights(tau2)).quadratic(batch.y)


def solve_q(batch: Batch, target: Array) -> Array:
    """Return the τ² at which each Q(τ²) falls to its target, 0 where it starts below.

    Q(τ²) ≤ S/τ² with S the sum of squares about the unweighted fit, so the root is at most
    S/target. Newton's method is applied to ``1/target - 1/Q``, which is a straight line where all
    variances are equal, and starts from the root that it would then have.
    """
    roots = np.zeros(len(target))
    above = np.flatnonzero(residual_q(batch, 0.0) > target)
    if not len(above):
        return roots
    part = batch if len(above) == len(target) else batch.take(above)
    goal = target[above]
    end = part.plain_squares() / goal

    def function(at: Array, active: Positions) -> tuple[Array, Array]:
        some = part if len(active) == len(goal) else part.take(active)
        projected = some.project(some.weights(at))
        r = projected.residuals(some.y)
        wr = projected.w * r
        q = over_studies(wr * r)
        return 1 / goal[active] - 1 / q, -over_studies(wr * wr) / (q * q)

    low = np.zeros(len(goal))
    start = np.maximum(end - part.mean_v(), 0.0)
    roots[above] = falling_root(function, low, end, start, part.least_v())
    return roots


def _rest_of_dl(batch: Batch) -> Array:
    """Return where ``Q(τ²) - (k - p) = τ²·tr P(τ²)``, 0 where Q starts below.

    The left side falls and the right side rises; PM's root lies beyond.
    """
    df = batch.k - batch.p
    roots = solve_q(batch, df)
    above = np.flatnonzero(roots > 0)
    part = batch.take(above)

    def function(at: Array, active: Positions) -> tuple[Array, Array]:
        some = part.take(active)
        projected = some.project(some.weights(at))
        r = projected.residuals(some.y)
        wr = projected.w * r
        trace = projected.trace()
        value = over_studies(wr * r) - df[above][active] - at * trace
        slope = at * projected.trace_of_square() - trace - over_studies(wr * wr)
        return value, slope

    low = np.zeros(len(above))
    roots[above] = falling_root(function, low, roots[above], low, part.least_v())
    return roots


def se_of_tau2(batch: Batch, method: Method, tau2: Array) -> Array:
    """Return the standard error of τ² by `method`, for fits of more studies than coefficients.

    From the inverse information (ML, REML), else from the variance of the quadratic form that the
    estimator is made of, at the estimated τ² (Viechtbauer and others 2015,
    doi:10.1037/met0000023). Far from normal for few studies: not for intervals.
    """
    w = batch.weights(tau2)
    if method == "ML":
        return np.sqrt(2 / over_studies(w * w))
    if method in {"REML", "CE"}:
        return np.sqrt(2 / batch.project(w).trace_of_square())
    df = batch.k - batch.p
    if method == "DLIT":  # As DL, with the weights at which it came to rest.
        last = batch.project(w)
        shared = last.trace()
        return np.sqrt(2 * df + 4 * tau2 * shared + 2 * tau2**2 * last.trace_of_square()) / shared
    if method in {"PM", "EB", "PMM", "SJIT"}:
        return np.sqrt(2 * batch.k**2 / df) / over_studies(w)
    if method == "SJ":
        start = start_of_sj(batch)
        projected = batch.project(batch.weights(start))
        return start / df * np.sqrt(2 * projected.trace_of_square(batch.v + tau2))
    projected = batch.project(estimating_weights(batch, method))
    spread = np.sqrt(2 * projected.trace_of_square(batch.v + tau2))
    if method == "DL":
        return spread / projected.trace_by_pairs()
    if method == "HE":
        return spread / df
    if method == "GENQ":
        return spread / projected.trace_of(np.ones_like(batch.v))
    scale = batch.k / df if method == "HSk" else 1.0
    return scale * spread / over_studies(projected.w)
