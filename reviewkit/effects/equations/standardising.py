"""Hedges' correction and the SDs that a mean is standardised by."""

from __future__ import annotations

import numpy as np

from reviewkit.effects.equations.solution import Array, Rows

LEAST_DF = 2
"""With 1 degree of freedom a t variable has no mean, so no bias to correct."""

MANY_DF = 1000.0
"""Degrees of freedom from which J is summed as a series."""

J = "J = Γ(m/2)/(√(m/2)·Γ((m-1)/2))"


def hedges_j(m: Array) -> Array:
    """Return Hedges' exact correction for m degrees of freedom, NaN below 2.

    ``J(m) = Γ(m/2) / (√(m/2)·Γ((m-1)/2))`` (Hedges 1981, doi:10.3102/10769986006002107, eq. 6e).

    Examples
    --------
    >>> hedges_j(np.array([8.0])).round(4).tolist()
    [0.9027]
    """
    from scipy.special import gammaln

    enough = np.where(m >= LEAST_DF, m, np.nan)
    # The difference of two large logarithms of Γ loses the digits that unbiased variances need.
    few = np.minimum(enough, MANY_DF)
    exact = np.exp(gammaln(few / 2) - np.log(few / 2) / 2 - gammaln((few - 1) / 2))
    return np.where(enough < MANY_DF, exact, _by_series(enough))


def _by_series(m: Array) -> Array:
    """Return J from ``Γ(y + 1/2)/Γ(y) = √y(1 - 1/(8y) + 1/(128y²) + 5/(1024y³) - 21/(32768y⁴))``.

    With y = (m - 1)/2; the next term is below 1e-16 from m = 1000 (NIST DLMF 5.11.13).
    """
    y = (m - 1) / 2
    terms = 1 - 1 / (8 * y) + 1 / (128 * y**2) + 5 / (1024 * y**3) - 21 / (32768 * y**4)
    return np.asarray(np.sqrt((m - 1) / m) * terms)


def too_few_df(m: Array) -> tuple[Rows, str]:
    """Return the rows without a correction, and why."""
    rows = m < LEAST_DF
    found = f"{np.min(m[rows]):g}" if np.any(rows) else ""
    return rows, f"a standardised mean needs at least {LEAST_DF} degrees of freedom, not {found}"


def pooled_sd(n1: Array, sd1: Array, n2: Array, sd2: Array) -> Array:
    """Return ``√([(n1 - 1)SD1² + (n2 - 1)SD2²]/(n1 + n2 - 2))``."""
    return np.asarray(np.sqrt(((n1 - 1) * sd1**2 + (n2 - 1) * sd2**2) / (n1 + n2 - 2)))


def sd_of_change(sd_before: Array, sd_after: Array, r: Array) -> Array:
    """Return ``√(SD_before² + SD_after² - 2·r·SD_before·SD_after)``.

    The difference of SDs is taken first: near r = 1 the textbook form loses all its digits.
    """
    return np.asarray(np.hypot(sd_before - sd_after, np.sqrt(2 * (1 - r) * sd_before * sd_after)))
