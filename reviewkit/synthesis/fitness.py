"""Log-likelihood of a model and the information criteria made of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.batch import Batch
from reviewkit.synthesis.likelihood import Likelihood, highest_maximum, log_likelihood
from reviewkit.synthesis.model import modelled
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.studies import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitness:
    """How well a model fits; only differences between models of the same studies mean something.

    Parameters
    ----------
    log_likelihood
        Of the effects, or restricted: of what is left of them beside the coefficients.
    deviance
        ML: from the model in which each study has its own effect; REML: ``-2·log_likelihood``.
    parameters
        Coefficients, and τ² unless it is fixed.
    aic, bic, aicc
        ``-2l + 2q``, ``-2l + q·ln n``, ``-2l + 2q·n/(n - q - 1)`` with n = k (ML) or k - p
        (REML), in the last at least q + 2.
    """

    log_likelihood: float
    deviance: float
    parameters: int
    aic: float
    bic: float
    aicc: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelihoodRatio:
    """The test of a model within another: twice the difference of log-likelihoods, chi-square."""

    statistic: float
    df: int
    p: float


def fitness(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    x: npt.ArrayLike | None = None,
    *,
    likelihood: Likelihood,
    tau2: float | None = None,
    tau2_known: bool = True,
    weights: Weights = None,
) -> Fitness:
    """Return the likelihood, or the restricted one, of a model at its τ².

    Parameters
    ----------
    y, v, x
        As in `reviewkit.synthesis.influence.influence`.
    likelihood
        ``ML`` or ``REML``. Restricted likelihoods of models with other columns do not compare.
    tau2
        Where to take it; None for its highest point.
    tau2_known
        Whether the value given was known (0 for a common effect) and is no parameter, or was
        estimated by another method.
    weights
        As in `reviewkit.synthesis.pool.pool`: the likelihood is then that of other coefficients
        than its own best.

    Raises
    ------
    NotEstimable
        For the restricted likelihood of as many coefficients as studies.

    Notes
    -----
    Viechtbauer 2005, doi:10.3102/10769986030003261. The restricted likelihood holds
    ``½·ln det(X'X)``, so that it does not depend on the units of X. As metafor's ``fit.stats``.

    Examples
    --------
    >>> found = fitness([0.0, 2.0], [1.0, 1.0], likelihood="ML", tau2=0.0)
    >>> round(found.log_likelihood, 4), found.parameters  # -ln(2π) - 1
    (-2.8379, 1)
    """
    model = modelled(y, v, x, weights=weights)
    batch, (k, p) = model.batch, model.basis.shape
    if k == p:
        raise NotEstimable("as many coefficients as studies leave no likelihood to compare")
    at = highest_maximum(batch, likelihood).tau2 if tau2 is None else np.array([tau2])
    n = k if likelihood == "ML" else k - p
    found = float(log_likelihood(batch, likelihood, at)[0]) - n / 2 * math.log(2 * math.pi)
    if x is None and likelihood == "REML":  # ½·ln det(X'X); an orthonormal basis has it as 0.
        found += math.log(k) / 2
    if batch.fixed is not None:
        found -= _loss(batch, at)
    saturated = -float(np.log(2 * math.pi * batch.v).sum()) / 2 if likelihood == "ML" else 0.0
    q = p + (tau2 is None or not tau2_known)
    return criteria(found, saturated=saturated, parameters=q, n=n)


def criteria(log_likelihood: float, *, saturated: float, parameters: int, n: int) -> Fitness:
    """Return the criteria of a model of so many parameters; n and the rest as in `Fitness`.

    Parameters
    ----------
    log_likelihood, saturated
        Of the model, and of that in which each effect is its own (ML; 0 for REML).
    parameters, n
        Parameters, and effects that they are counted against.

    Examples
    --------
    >>> found = criteria(-10.0, saturated=0.0, parameters=2, n=20)
    >>> found.aic, round(found.bic, 3), round(found.aicc, 3)
    (24.0, 25.991, 24.706)
    """
    q, size = parameters, max(n, parameters + 2)
    return Fitness(
        log_likelihood=log_likelihood,
        deviance=2 * (saturated - log_likelihood),
        parameters=q,
        aic=2 * (q - log_likelihood),
        bic=q * math.log(n) - 2 * log_likelihood,
        aicc=2 * q * size / (size - q - 1) - 2 * log_likelihood,
    )


def _loss(model: Batch, tau2: Array) -> float:
    """Return what the user's weights cost in likelihood beside inverse-variance weights."""
    w = model.weights(tau2)
    r = model.project(w if model.fixed is None else model.fixed).residuals(model.y)
    return float((w * r * r).sum() - model.project(w).quadratic(model.y)[0]) / 2


def likelihood_ratio(smaller: Fitness, larger: Fitness) -> LikelihoodRatio:
    """Return the test that the larger of two nested models by ML fits no better.

    Examples
    --------
    >>> y, v, x = [0.0, 1.0, 2.0, 3.0], [1.0] * 4, [[1, 0], [1, 1], [1, 2], [1, 3]]
    >>> nested = fitness(y, v, likelihood="ML"), fitness(y, v, x, likelihood="ML")
    >>> likelihood_ratio(*nested).df
    1
    """
    from scipy.special import chdtrc

    df = larger.parameters - smaller.parameters
    if df <= 0:
        raise ValueError("the larger model has more parameters than the smaller")
    statistic = 2 * (larger.log_likelihood - smaller.log_likelihood)
    return LikelihoodRatio(statistic=statistic, df=df, p=float(chdtrc(df, max(statistic, 0.0))))
