"""One model, fitted to many sets of studies: τ², coefficients, their covariance, the test's factor.

Everything that pools, regresses or leaves out studies comes through `fit`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from reviewkit.synthesis.batch import Batch
from reviewkit.synthesis.likelihood import GRID, Maximum
from reviewkit.synthesis.plain import SmallMean
from reviewkit.synthesis.projection import Array, Projection, over_studies
from reviewkit.synthesis.roots import ROUNDING, Positions
from reviewkit.synthesis.tau2 import Method, estimate_tau2

Test = Literal["hksj-floor", "hksj", "t", "z"]


@dataclass(frozen=True, slots=True)
class Fit:
    """m fits.

    Parameters
    ----------
    tau2, maxima
        τ² and the number of local maxima of its likelihood, shape (m,).
    coefficients, covariance
        Shapes (m, p) and (m, p, p); the covariance holds the factor.
    factor
        Factor on the covariance (Hartung-Knapp), after the floor; 1 without, shape (m,).
    df
        Residual degrees of freedom k - p, shape (m,).
    q
        ``Q = Σ(residual)²/v`` of the common-effect fit, on `df` degrees of freedom, shape (m,).
    shared
        ``tr P`` of that fit, shape (m,): `df` divided by it is the typical sampling variance
        behind I² and H².
    """

    tau2: Array
    maxima: Positions
    coefficients: Array
    covariance: Array
    factor: Array
    df: Array
    q: Array
    shared: Array


def fit(
    batch: Batch,
    method: Method,
    test: Test,
    *,
    tau2: float | None = None,
    points: int = GRID,
) -> Fit:
    """Return the fits of `batch` with τ² by `method`, or as given.

    With ``w = 1/(v + τ²)``: ``b = (X'WX)⁻¹X'Wy``, covariance ``f·(X'WX)⁻¹``; the factor f is 1 for
    ``z`` and ``t``, ``y'Py/(k - p)`` for ``hksj``, and the larger of that and 1 for
    ``hksj-floor``. With weights A of the user's own, ``b = (X'AX)⁻¹X'Ay`` and the covariance is
    ``f·(X'AX)⁻¹ X'A(V + τ²)AX (X'AX)⁻¹``. Fits of no more studies than coefficients have f = 1.
    """
    if tau2 is None:
        found = estimate_tau2(batch, method, points=points)
    else:
        m = batch.y.shape[1]
        found = Maximum(np.full(m, tau2), np.ones(m, dtype=np.intp))
    small = batch.small_mean() if batch.fixed is None else None
    return _fit(batch, found, test) if small is None else _fit_small(small, found, test)


def _fit(batch: Batch, found: Maximum, test: Test) -> Fit:
    df = batch.k - batch.p
    by_variance = batch.project(batch.weights(found.tau2))
    if batch.fixed is None:
        projected = by_variance
        covariance = projected.covariance()
    else:
        projected = batch.project(batch.fixed)
        covariance = projected.sandwich(batch.v + found.tau2)
    factor = np.ones_like(found.tau2)
    if test in {"hksj", "hksj-floor"}:
        ratio = _residual_variance(batch.y, by_variance) / np.maximum(df, 1)
        if test == "hksj-floor":
            ratio = np.maximum(ratio, 1.0)
        factor = np.where(df > 0, ratio, 1.0)
        covariance = factor[:, None, None] * covariance
    common = batch.project(batch.weights(0.0))
    return Fit(
        tau2=found.tau2,
        maxima=found.of,
        coefficients=projected.coefficients(batch.y),
        covariance=covariance,
        factor=factor,
        df=df,
        q=common.quadratic(batch.y),
        shared=common.trace_by_pairs(),
    )


def _fit_small(small: SmallMean, found: Maximum, test: Test) -> Fit:
    """Return what `_fit` does for one mean of few studies."""
    tau2, df, factor = float(found.tau2[0]), len(small.y) - 1, 1.0
    w, mean, _ = small.weighted(tau2)
    if df and test in {"hksj", "hksj-floor"}:
        ratio = small.residual_variance(tau2) / df
        factor = max(1.0, ratio) if test == "hksj-floor" else ratio
    return Fit(
        tau2=found.tau2,
        maxima=found.of,
        coefficients=np.array([[mean]]),
        covariance=np.array([[[factor / sum(w)]]]),
        factor=np.array([factor]),
        df=np.array([float(df)]),
        q=np.array([small.q(0.0)[0]]),
        shared=np.array([small.shared_weight()]),
    )


def _residual_variance(y: Array, projected: Projection) -> Array:
    """Return ``y'Py``, and exactly 0 where it is the rounding of effects that leave no residual."""
    found = projected.quadratic(y)
    rounding = ROUNDING**2 * over_studies(projected.w * y * y)
    return np.where(found > rounding, found, 0.0)
