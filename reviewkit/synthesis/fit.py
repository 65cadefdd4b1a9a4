"""One model, fitted to many sets of studies: τ², coefficients, their covariance, the test's factor.

Everything that pools, regresses or leaves out studies comes through `fit`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from reviewkit.synthesis.batch import Batch
from reviewkit.synthesis.likelihood import GRID, Maximum
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.tau2 import Method, estimate_tau2, residual_q

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
    """

    tau2: Array
    maxima: Array
    coefficients: Array
    covariance: Array
    factor: Array
    df: Array
    q: Array


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
    w = batch.weights(found.tau2)
    projected = batch.project(w if batch.fixed is None else batch.fixed)
    covariance = (
        projected.covariance() if batch.fixed is None else projected.sandwich(batch.v + found.tau2)
    )
    df = batch.k - batch.p
    q = residual_q(batch, 0.0)
    factor = np.ones_like(found.tau2)
    if test in {"hksj", "hksj-floor"}:
        ratio = residual_q(batch, found.tau2) / np.maximum(df, 1)
        if test == "hksj-floor":
            ratio = np.maximum(ratio, 1.0)
        factor = np.where(df > 0, ratio, 1.0)
        covariance = factor[:, None, None] * covariance
    return Fit(
        tau2=found.tau2,
        maxima=found.of,
        coefficients=projected.coefficients(batch.y),
        covariance=covariance,
        factor=factor,
        df=df,
        q=q,
    )
