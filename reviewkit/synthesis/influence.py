"""How much each study moves the result: residuals, leverage, and fits without it.

For models with and without moderators; X is the design, ``w = 1/(v + τ²)``, C the covariance of
the coefficients (with the Hartung-Knapp factor where the test has one), b₍₋ᵢ₎ and C₍₋ᵢ₎ those of
the fit without study i (Viechtbauer & Cheung 2010, doi:10.1002/jrsm.11; Belsley, Kuh & Welsch
1980).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.batch import Batch
from reviewkit.synthesis.fit import Fit, Test, fit
from reviewkit.synthesis.model import Model, modelled
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.roots import Positions
from reviewkit.synthesis.tau2 import Method

if TYPE_CHECKING:
    import pandas as pd

DFFITS_AT, HAT_AT, DFBETAS_AT, COOK_AREA = 3.0, 3.0, 1.0, 0.5
"""Where metafor marks a study: |DFFITS| above 3·√(p/(k - p)), hat above 3·p/k, any |DFBETAS|
above 1, Cook's distance beyond the median of χ² on p degrees of freedom. Arbitrary, as it says."""

ESTIMABLE = 1e-10
"""What a study must leave of leverage to the others (1 less its own, unweighted) for them to carry
all coefficients."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Residuals:
    """Observed less fitted effects, shape (k,), their standard errors and quotients."""

    residual: Array
    se: Array
    z: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """What each of k studies does to a fit; arrays of shape (k,) but for `dfbetas`, (k, p).

    NaN marks studies without which the model cannot be fitted (`estimable` is false there): they
    alone carry a coefficient.

    Parameters
    ----------
    estimable
        Whether there is a fit without the study.
    standardised
        Residuals ``y - xb`` with the standard error that the fit itself gives them.
    studentised
        Residuals ``y - xb₍₋ᵢ₎`` from the fit without the study, with
        ``SE² = f₍₋ᵢ₎(v + τ²₍₋ᵢ₎) + x C₍₋ᵢ₎ x'``; f is 1 unless the test is Hartung-Knapp.
    hat, weight
        Leverage ``h = w·x(X'WX)⁻¹x'``, and the weight as a proportion.
    dffits
        ``(xb - xb₍₋ᵢ₎)/√(f₍₋ᵢ₎·h·(v + τ²₍₋ᵢ₎))``.
    cooks_distance
        ``(b - b₍₋ᵢ₎)'C⁻¹(b - b₍₋ᵢ₎)``.
    covariance_ratio
        ``det C₍₋ᵢ₎/det C``.
    tau2, q
        Those of the fit without the study.
    dfbetas
        ``(b - b₍₋ᵢ₎)`` over the root of the diagonal of ``f₍₋ᵢ₎(X'WX)⁻¹``, W with τ²₍₋ᵢ₎ and of
        all studies.
    influential
        Whether one of the usual marks is passed.
    """

    estimable: npt.NDArray[np.bool_]
    standardised: Residuals
    studentised: Residuals
    hat: Array
    weight: Array
    dffits: Array
    cooks_distance: Array
    covariance_ratio: Array
    tau2: Array
    q: Array
    dfbetas: Array
    influential: npt.NDArray[np.bool_]

    def to_frame(self) -> pd.DataFrame:
        """Return one row a study; a column for each coefficient's DFBETAS."""
        import pandas as pd

        columns = {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if field.name not in {"standardised", "studentised", "dfbetas"}
        }
        columns["standardised"] = self.standardised.z
        columns["studentised"] = self.studentised.z
        for i, column in enumerate(self.dfbetas.T):
            columns[f"dfbetas_{i}"] = column
        return pd.DataFrame(columns)


def influence(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    x: npt.ArrayLike | None = None,
    *,
    method: Method = "REML",
    test: Test = "hksj-floor",
) -> Influence:
    """Return what each study does to the pool, or to the regression on x.

    Parameters
    ----------
    y, v
        Effects and sampling variances, shape (k,).
    x
        The whole design, shape (k, p); None for a common mean.
    method, test
        As in `reviewkit.synthesis.pool.pool`.

    Raises
    ------
    ValueError
        For arrays that do not fit together, and numbers that no study can have.
    NotEstimable
        If there are not more studies than coefficients, or a column of x is redundant.

    Notes
    -----
    As metafor's ``influence``, ``rstandard`` and ``rstudent``.

    Examples
    --------
    >>> found = influence([0.1, 0.2, 0.15, 2.0], [0.1] * 4, method="CE", test="z")
    >>> [round(each, 2) for each in found.cooks_distance.tolist()]
    [1.17, 0.76, 0.95, 8.56]
    """
    model = modelled(y, v, x)
    whole, basis = model.batch, model.basis
    k, p = basis.shape
    if k <= p:
        raise NotEstimable("without the only study there is nothing to compare")
    full = fit(whole, method, test)
    plain_hat = np.einsum("ij,ij->i", basis, basis @ np.linalg.inv(basis.T @ basis))
    left = np.flatnonzero(1 - plain_hat > ESTIMABLE)
    without = fit(
        Batch(
            np.repeat(whole.y, len(left), 1),
            np.repeat(whole.v, len(left), 1),
            np.ascontiguousarray(1.0 - np.eye(k)[left].T),
            whole.x,
        ),
        method,
        test,
    )
    return _measures(model, full, without, left)


def _measures(model: Model, full: Fit, without: Fit, left: Positions) -> Influence:
    """Return the measures from the fit of all studies and those without each of `left`."""
    basis, turn, batch = model.basis, model.turn, model.batch
    k = len(basis)
    y, v, w = batch.y[:, 0], batch.v[:, 0], batch.weights(full.tau2)[:, 0]
    b, covariance = full.coefficients[0], full.covariance[0]
    along = np.einsum("ki,ij,kj->k", basis, covariance / full.factor[0], basis)
    hat = w * along
    tau2, factor = _spread(k, left, without.tau2), _spread(k, left, without.factor)
    change = b - _spread(k, left, without.coefficients)
    spread = _spread(k, left, without.covariance)
    fitted = basis @ b
    later = fitted - np.einsum("ki,ki->k", basis, change)
    dffits = (fitted - later) / np.sqrt(factor * hat * (v + tau2))
    cooks = np.einsum("ki,ij,kj->k", change, np.linalg.inv(covariance), change)
    all_studies = np.linalg.inv(np.einsum("ki,kl,kj->lij", basis, 1 / (v[:, None] + tau2), basis))
    diagonal = np.einsum("il,klm,im->ki", turn, all_studies, turn)
    dfbetas = change @ turn.T / np.sqrt(factor[:, None] * diagonal)
    return Influence(
        estimable=np.isin(np.arange(k), left),
        standardised=_residuals(y - fitted, v + full.tau2[0] - along),
        studentised=_residuals(
            y - later, factor * (v + tau2) + np.einsum("ki,kij,kj->k", basis, spread, basis)
        ),
        hat=hat,
        weight=w / w.sum(),
        dffits=dffits,
        cooks_distance=cooks,
        covariance_ratio=_spread(k, left, np.linalg.det(without.covariance))
        / np.linalg.det(covariance),
        tau2=tau2,
        q=_spread(k, left, without.q),
        dfbetas=dfbetas,
        influential=_influential(dffits, cooks, hat, dfbetas),
    )


def _spread(k: int, left: Positions, values: Array) -> Array:
    """Return the values at the positions `left` of k, NaN elsewhere."""
    found = np.full((k, *values.shape[1:]), np.nan)
    found[left] = values
    return found


def _residuals(residual: Array, variance: Array) -> Residuals:
    se = np.sqrt(variance)
    return Residuals(residual=residual, se=se, z=residual / se)


def _influential(dffits: Array, cooks: Array, hat: Array, dfbetas: Array) -> npt.NDArray[np.bool_]:
    from scipy.special import chdtr

    k, p = dfbetas.shape
    marked: npt.NDArray[np.bool_] = (
        (np.abs(dffits) > DFFITS_AT * np.sqrt(p / (k - p)))
        | (chdtr(p, np.nan_to_num(cooks)) > COOK_AREA)
        | (hat > HAT_AT * p / k)
        | (np.abs(dfbetas) > DFBETAS_AT).any(1)
    )
    return marked
