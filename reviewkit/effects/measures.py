"""Effect measures as people read them: their names, on their natural scale."""

from __future__ import annotations

import math

from reviewkit import display

#: What each measure is called in a sentence.
MEASURES = {
    "MC": "mean change",
    "MD": "mean difference",
    "MN": "mean",
    "MNLN": "mean",
    "SMD": "standardised mean difference",
    "SMDH": "standardised mean difference",
    "SMD1": "difference in SDs of group 2",
    "SMD1H": "difference in SDs of group 2",
    "SMN": "mean in SDs",
    "SMCC": "change in SDs of the change",
    "SMCR": "change in SDs of the baseline",
    "SMCRH": "change in SDs of the baseline",
    "ROM": "ratio of means",
    "ROMC": "ratio of means",
    "VR": "ratio of SDs",
    "VRC": "ratio of SDs",
    "SDLN": "SD",
    "CVR": "ratio of coefficients of variation",
    "CVRC": "ratio of coefficients of variation",
    "CVLN": "coefficient of variation",
    "PR": "share",
    "PLN": "share",
    "PLO": "share",
    "PAS": "share",
    "PFT": "share",
    "RR": "risk ratio",
    "OR": "odds ratio",
    "PETO": "odds ratio (Peto)",
    "HR": "hazard ratio",
    "RD": "risk difference",
    "AS": "arcsine difference",
    "PHI": "phi coefficient",
    "YUQ": "Yule's Q",
    "YUY": "Yule's Y",
    "PBIT": "standardised mean difference",
    "OR2D": "standardised mean difference",
    "OR2DL": "standardised mean difference",
    "OR2DN": "standardised mean difference",
    "D2OR": "odds ratio",
    "D2ORL": "odds ratio",
    "D2ORN": "odds ratio",
    "MPRR": "risk ratio",
    "MPOR": "odds ratio",
    "MPRD": "risk difference",
    "MPORC": "odds ratio",
    "MPPETO": "odds ratio (Peto)",
    "REH": "excess heterozygosity",
    "IRR": "rate ratio",
    "IRD": "rate difference",
    "IRSD": "difference of square-root rates",
    "IR": "rate",
    "IRLN": "rate",
    "IRS": "rate",
    "IRFT": "rate",
    "r": "correlation",
    "COR": "correlation",
    "UCOR": "correlation",
    "ZCOR": "correlation",
    "RPB": "point-biserial correlation",
    "RBIS": "biserial correlation",
    "PCOR": "partial correlation",
    "ZPCOR": "partial correlation",
    "SPCOR": "semi-partial correlation",
    "ARAW": "Cronbach's α",
    "AHW": "Cronbach's α",
    "ABT": "Cronbach's α",
}


#: What is said beside a ratio of the opposite (people who improved).
REVERSED = "rising as the outcome falls"


def estimate_text(
    measure: str,
    estimate: float,
    lower: float,
    upper: float,
    *,
    scale: str = "raw",
    unit: str = "",
    level: float = 0.95,
) -> str:
    """Return an estimate with its interval for people: ratios back-transformed, shares in percent.

    Parameters
    ----------
    measure
        As in `Effect`; its name is not part of the text, see `MEASURES`.
    estimate, lower, upper
        On `scale`.
    scale
        ``log`` for ratios.
    unit
        Of a raw effect.
    level
        Confidence level as a proportion.

    Examples
    --------
    >>> estimate_text("MD", -22.5, -32.1, -12.9, unit="ms")
    '−22.5 ms (95% CI −32.1 to −12.9)'
    >>> estimate_text("RR", -0.693, -1.204, -0.182, scale="log")
    '0.50 (95% CI 0.30 to 0.83)'
    >>> estimate_text("PR", 0.625, 0.548, 0.696)
    '62.5% (95% CI 54.8% to 69.6%)'
    """
    numbers = (estimate, lower, upper)
    if scale == "log":
        low, middle, high = math.exp(lower), math.exp(estimate), math.exp(upper)
        return display.estimate_with_ci(middle, low, high, level=level, null=1.0)
    if measure == "PR":
        share, low, high = (100 * number for number in numbers)
        return display.estimate_with_ci(share, low, high, unit="%", level=level)
    return display.estimate_with_ci(*numbers, unit=unit, level=level)
