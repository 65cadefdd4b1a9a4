"""What a fitted likelihood says for comparing models: deviance and information criteria."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reviewkit.synthesis.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class FitStatistics(Result):
    """A log-likelihood with the criteria made of it; smaller criteria are better.

    Models with other moderators can be compared by the likelihood (ML) alone, models with other
    random effects by either.

    Parameters
    ----------
    log_likelihood
        With its constants.
    aic, bic, aicc
        Akaike's and Schwarz's criteria, and the first corrected for few effects.
    """

    log_likelihood: float
    aic: float
    bic: float
    aicc: float


def fit_statistics(log_likelihood: float, *, parameters: int, observations: int) -> FitStatistics:
    """Return the criteria of a model with m parameters fitted to n observations.

    ``AIC = -2l + 2m``, ``BIC = -2l + m·ln n``, ``AICc = -2l + 2mn/(n - m - 1)`` with n at least
    m + 2; n is k for ML and k - p for REML, as in metafor.

    Examples
    --------
    >>> found = fit_statistics(-10.0, parameters=2, observations=20)
    >>> found.aic, round(found.bic, 3), round(found.aicc, 3)
    (24.0, 25.991, 24.706)
    """
    m, n = parameters, max(observations, parameters + 2)
    return FitStatistics(
        log_likelihood=log_likelihood,
        aic=-2 * log_likelihood + 2 * m,
        bic=-2 * log_likelihood + m * math.log(observations),
        aicc=-2 * log_likelihood + 2 * m * n / (n - m - 1),
    )
