"""Correlations of n pairs: COR, UCOR, ZCOR; in a regression: PCOR, ZPCOR, SPCOR."""

from __future__ import annotations

import numpy as np

from reviewkit.effects.equations.solution import (
    Array,
    Rows,
    Solution,
    unknown_variance_type,
    weighted_mean,
)

OLKIN_PRATT_1958 = "10.1214/aoms/1177706717"
"""Olkin & Pratt: Unbiased estimation of certain correlation coefficients."""

HEDGES_1989 = "10.1037/0021-9010.74.3.469"
"""Hedges: An unbiased correction for sampling error in validity generalization studies (UB)."""

FISHER_1915 = "10.1093/biomet/10.4.507"
"""Fisher: Frequency distribution of the values of the correlation coefficient in samples from
an indefinitely large population; the variance 1/(n - 3) is of his 1921 paper in Metron."""

ALOE_BECKER_2012 = "10.3102/1076998610396901"
"""Aloe & Becker: An effect size for regression predictors in meta-analysis."""

MOST_FOR_NO_VARIANCE = 3
MOST_FOR_NO_CORRECTION = 4

LEAST_C_FOR_SERIES = 10.0
"""Term k shrinks like ``k^(2a - 1 - c)`` at worst (x = 1): below 1e-18 before the last term."""

MOST_TERMS = 1000

_LS = "SE² = (1 - {name}²)²/(n - 1)"
_AV = "SE² = (1 - R²)²/(n - 1) with R = the mean {name} weighted by n"
COR = "COR = r"
COR_VARIANCES = {"LS": _LS.format(name="r"), "AV": _AV.format(name="r")}


def cor(*, n: Array, r: Array, vtype: str) -> Solution:
    """Return the correlation as it is."""
    if vtype not in COR_VARIANCES:
        raise unknown_variance_type("COR", vtype)
    return Solution(y=r, v=_variance(r, n, vtype=vtype), refused=_refusals(n, r))


UCOR = "UCOR = r·₂F₁(1/2, 1/2; (n - 2)/2; 1 - r²)"
UCOR_VARIANCES = {
    "LS": _LS.format(name="UCOR"),
    "UB": "SE² = UCOR² - 1 + (n - 3)/(n - 2)·(1 - r²)·₂F₁(1, 1; n/2; 1 - r²)",
    "AV": _AV.format(name="UCOR"),
}


def ucor(*, n: Array, r: Array, vtype: str) -> Solution:
    """Return the correlation corrected for its bias (Olkin & Pratt's exact unbiased estimator)."""
    enough = np.where(n > MOST_FOR_NO_CORRECTION, n, np.nan)
    y = r * gauss_2f1(0.5, (enough - 2) / 2, 1 - r**2)
    if vtype == "UB":
        v = y**2 - 1 + (n - 3) / (n - 2) * (1 - r**2) * gauss_2f1(1.0, enough / 2, 1 - r**2)
    elif vtype in UCOR_VARIANCES:
        v = _variance(y, n, vtype=vtype)
    else:
        raise unknown_variance_type("UCOR", vtype)
    few = (n <= MOST_FOR_NO_CORRECTION, "4 pairs or fewer allow no correction of the bias")
    return Solution(y=y, v=v, refused=(few, *_refusals(n, r)))


def gauss_2f1(a: float, c: Array, x: Array) -> Array:
    """Return Gauss's hypergeometric function ₂F₁(a, a; c; x) for 0 ≤ x ≤ 1 and c > 2a.

    The sum of its power series, term k being the last times ``(a + k)²x/[(c + k)(1 + k)]``, where c
    is large enough for it to end soon; SciPy's else, which fails for some large c (NaN at
    a = 1/2, c = 168, x = 0.96, SciPy 1.16).

    Examples
    --------
    >>> gauss_2f1(1.0, np.array([3.0, 20.0]), np.array([1.0, 0.0])).tolist()
    [2.0, 1.0]
    """
    from scipy.special import hyp2f1

    soon = c >= LEAST_C_FOR_SERIES
    far = np.where(soon, c, LEAST_C_FOR_SERIES)
    term = np.ones_like(far * x)
    total = term.copy()
    for k in range(MOST_TERMS):
        term = term * (a + k) ** 2 * x / ((far + k) * (1 + k))
        total = total + term
        if not np.any(term > np.finfo(float).eps * total / MOST_TERMS):
            break
    return np.where(soon, total, hyp2f1(a, a, np.where(soon, LEAST_C_FOR_SERIES, c), x))


ZCOR = "ZCOR = artanh r"
ZCOR_VARIANCES = {"LS": "SE² = 1/(n - 3)"}


def zcor(*, n: Array, r: Array, vtype: str) -> Solution:
    """Return Fisher's z of the correlation."""
    if vtype != "LS":
        raise unknown_variance_type("ZCOR", vtype)
    enough = np.where(n > MOST_FOR_NO_VARIANCE, n, np.nan)
    certain = (np.abs(r) == 1, "a correlation of 1 or -1 has an infinite z")
    return Solution(y=np.arctanh(r), v=1 / (enough - 3), refused=(certain, *_refusals(n, r)))


def _variance(y: Array, n: Array, *, vtype: str) -> Array:
    centre = weighted_mean(y, n) if vtype == "AV" else y
    enough = np.where(n > MOST_FOR_NO_VARIANCE, n, np.nan)
    return np.asarray((1 - centre**2) ** 2 / (enough - 1))


def _refusals(n: Array, r: Array) -> tuple[tuple[Rows, str], ...]:
    return (
        (n <= MOST_FOR_NO_VARIANCE, "3 pairs or fewer yield no sampling variance"),
        (np.abs(r) == 1, "a correlation of 1 or -1 has a sampling variance of 0"),
    )


PCOR = "PCOR = t/√(t² + m) with m = n - predictors - 1"
PCOR_VARIANCES = {
    "LS": "SE² = (1 - PCOR²)²/m",
    "AV": "SE² = (1 - R²)²/m with R = the mean PCOR weighted by n",
}


def pcor(*, n: Array, t: Array, predictors: Array, vtype: str) -> Solution:
    """Return the partial correlation of a coefficient tested by t."""
    m = n - predictors - 1
    y = t / np.sqrt(t**2 + m)
    if vtype not in PCOR_VARIANCES:
        raise unknown_variance_type("PCOR", vtype)
    centre = weighted_mean(y, n) if vtype == "AV" else y
    return Solution(y=y, v=(1 - centre**2) ** 2 / m)


ZPCOR = "ZPCOR = artanh PCOR; PCOR = t/√(t² + m) with m = n - predictors - 1"
ZPCOR_VARIANCES = {"LS": "SE² = 1/m"}


def zpcor(*, n: Array, t: Array, predictors: Array, vtype: str) -> Solution:
    """Return Fisher's z of the partial correlation."""
    if vtype != "LS":
        raise unknown_variance_type("ZPCOR", vtype)
    raw = pcor(n=n, t=t, predictors=predictors, vtype="LS")
    return Solution(y=np.arctanh(raw.y), v=1 / (n - predictors - 1))


SPCOR = "SPCOR = t·√(1 - R²)/√m with m = n - predictors - 1"
_SPCOR_VARIANCE = "SE² = [R⁴ - 2R² + (R² - {r}²) + 1 - (R² - {r}²)²]/n"
SPCOR_VARIANCES = {
    "LS": _SPCOR_VARIANCE.format(r="SPCOR"),
    "AV": f"{_SPCOR_VARIANCE.format(r='M')} with M = the mean SPCOR weighted by n",
}


def spcor(*, n: Array, t: Array, predictors: Array, r2: Array, vtype: str) -> Solution:
    """Return the semi-partial correlation; `r2` is that of the whole model."""
    y = t * np.sqrt(1 - r2) / np.sqrt(n - predictors - 1)
    if vtype not in SPCOR_VARIANCES:
        raise unknown_variance_type("SPCOR", vtype)
    centre = weighted_mean(y, n) if vtype == "AV" else y
    without = r2 - centre**2
    return Solution(y=y, v=(r2**2 - 2 * r2 + without + 1 - without**2) / n)
