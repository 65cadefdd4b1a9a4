"""Effect measures as people read them: their names, on their natural scale."""

from __future__ import annotations

import math

from reviewkit import display

#: What each measure is called in a sentence.
MEASURES = {
    "MC": "mean change",
    "MD": "mean difference",
    "SMD": "standardised mean difference",
    "SMCC": "change in SDs of the change",
    "SMCR": "change in SDs of the baseline",
    "PR": "share",
    "RR": "risk ratio",
    "OR": "odds ratio",
    "HR": "hazard ratio",
    "RD": "risk difference",
    "r": "correlation",
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
