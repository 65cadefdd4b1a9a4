"""The true effect of each study, as the model predicts it: between its own and the fitted one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewkit.effects.tails import normal_quantile, t_quantile
from reviewkit.errors import NotEstimable
from reviewkit.synthesis.fit import Test, fit
from reviewkit.synthesis.model import modelled
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.tau2 import Method


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicted:
    """A prediction for each study, arrays of shape (k,): its standard error and interval."""

    estimate: Array
    se: Array
    lower: Array
    upper: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Shrunken:
    """Best linear unbiased predictions.

    Parameters
    ----------
    effects
        Of the true effect of each study.
    deviations
        Of how far it lies from the fitted effect.
    shrinkage
        The share of a study's own deviation that is kept, ``λ = τ²/(τ² + v)``, shape (k,).
    """

    effects: Predicted
    deviations: Predicted
    shrinkage: Array


def blup(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    x: npt.ArrayLike | None = None,
    *,
    method: Method = "REML",
    test: Test = "hksj-floor",
    level: float = 0.95,
) -> Shrunken:
    """Return the empirical Bayes predictions of the true effects.

    ``λy + (1 - λ)xb`` with ``SE² = λv + (1 - λ)²·xCx'``; of the deviations ``λ(y - xb)`` with
    ``SE² = λv + λ²·xCx'`` (Raudenbush & Bryk 1985, doi:10.3102/10769986010002075; Robinson 1991,
    doi:10.1214/ss/1177011926). C is the covariance of b; τ² is taken as known.

    Parameters
    ----------
    y, v, x, method, test
        As in `reviewkit.synthesis.influence.influence`.
    level
        Coverage of the intervals, of the t distribution unless `test` is ``z``.

    Notes
    -----
    As metafor's ``blup`` and ``ranef``.

    Examples
    --------
    >>> found = blup([0.0, 2.0], [1.0, 1.0], method="DL", test="z")
    >>> found.effects.estimate.tolist(), found.shrinkage.tolist()
    ([0.5, 1.5], [0.5, 0.5])
    """
    model = modelled(y, v, x)
    studies, basis = model.batch, model.basis
    if len(basis) <= basis.shape[1]:
        raise NotEstimable("one study alone has no other to be drawn towards")
    found = fit(studies, method, test)
    effects, variances, tau2 = studies.y[:, 0], studies.v[:, 0], found.tau2[0]
    kept = tau2 / (tau2 + variances)
    fitted = basis @ found.coefficients[0]
    along = np.einsum("ki,ij,kj->k", basis, found.covariance[0], basis)
    quantile = normal_quantile(level) if test == "z" else t_quantile(level, float(found.df[0]))
    return Shrunken(
        effects=_predicted(
            kept * effects + (1 - kept) * fitted,
            kept * variances + (1 - kept) ** 2 * along,
            quantile,
        ),
        deviations=_predicted(
            kept * (effects - fitted), kept * variances + kept**2 * along, quantile
        ),
        shrinkage=kept,
    )


def _predicted(estimate: Array, variance: Array, quantile: float) -> Predicted:
    se = np.sqrt(variance)
    return Predicted(
        estimate=estimate, se=se, lower=estimate - quantile * se, upper=estimate + quantile * se
    )
