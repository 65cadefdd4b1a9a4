"""How many of how many: PR, and PLN, PLO, PAS, PFT, its transformations.

x with the event and m without, after any continuity correction; n = x + m.
"""

from __future__ import annotations

import numpy as np

from reviewkit.effects.equations.solution import (
    Array,
    Solution,
    unknown_variance_type,
    weighted_mean,
)

FREEMAN_TUKEY_1950 = "10.1214/aoms/1177729756"
"""Freeman & Tukey: Transformations related to the angular and the square root."""

WILSON_1927 = "10.1080/01621459.1927.10502953"
"""Wilson: Probable inference, the law of succession, and statistical inference."""

RUECKER_2009 = "10.1002/sim.3511"
"""Rücker, Schwarzer, Carpenter & Olkin: Why add anything to nothing? The arcsine difference as a
measure of treatment effect in meta-analysis with zero cells."""

WARTON_HUI_2011 = "10.1890/10-0340.1"
"""Warton & Hui: The arcsine is asinine: the analysis of proportions in ecology (the logit)."""

PR = "PR = events/total"
PR_VARIANCES = {
    "LS": "SE² = PR(1 - PR)/total",
    "UB": "SE² = PR(1 - PR)/(total - 1)",
    "AV": "SE² = P(1 - P)/total with P = the mean PR weighted by the totals",
}


def pr(*, x: Array, m: Array, vtype: str) -> Solution:
    """Return the proportion."""
    n = x + m
    y = x / n
    if vtype == "LS":
        return Solution(y=y, v=y * (1 - y) / n)
    if vtype == "UB":
        return Solution(y=y, v=y * (1 - y) / (n - 1))
    if vtype == "AV":
        mean = weighted_mean(y, n)
        return Solution(y=y, v=mean * (1 - mean) / n)
    raise unknown_variance_type("PR", vtype)


PLN = "log PR = ln(events/total)"
PLN_VARIANCES = {
    "LS": "SE² = 1/events - 1/total",
    "AV": "SE² = 1/(P·total) - 1/total with P = the mean PR weighted by the totals",
}


def pln(*, x: Array, m: Array, vtype: str) -> Solution:
    """Return the log proportion."""
    n = x + m
    if vtype == "LS":
        v = 1 / x - 1 / n
    elif vtype == "AV":
        v = 1 / (weighted_mean(x / n, n) * n) - 1 / n
    else:
        raise unknown_variance_type("PLN", vtype)
    return Solution(
        y=np.log(x / n),
        v=v,
        refused=((x == 0, "nobody had the event, so the logarithm has no value"),),
    )


PLO = "logit PR = ln[events/(total - events)]"
PLO_VARIANCES = {
    "LS": "SE² = 1/events + 1/(total - events)",
    "AV": "SE² = 1/(P·total) + 1/[(1 - P)total] with P = the mean PR weighted by the totals",
}


def plo(*, x: Array, m: Array, vtype: str) -> Solution:
    """Return the logit of the proportion."""
    n = x + m
    if vtype == "LS":
        v = 1 / x + 1 / m
    elif vtype == "AV":
        mean = weighted_mean(x / n, n)
        v = 1 / (mean * n) + 1 / ((1 - mean) * n)
    else:
        raise unknown_variance_type("PLO", vtype)
    return Solution(
        y=np.log(x / m),
        v=v,
        refused=(
            ((x == 0) | (m == 0), "nobody or everybody had the event: the logit has no value"),
        ),
    )


PAS = "PAS = arcsin√(events/total)"
PAS_VARIANCES = {"LS": "SE² = 1/(4·total)"}


def pas(*, x: Array, m: Array, vtype: str) -> Solution:
    """Return the arcsine of the square root of the proportion."""
    if vtype != "LS":
        raise unknown_variance_type("PAS", vtype)
    n = x + m
    return Solution(y=np.arcsin(np.sqrt(x / n)), v=1 / (4 * n))


PFT = "PFT = {arcsin√[events/(total + 1)] + arcsin√[(events + 1)/(total + 1)]}/2"
PFT_VARIANCES = {"LS": "SE² = 1/(4·total + 2)"}


def pft(*, x: Array, m: Array, vtype: str) -> Solution:
    """Return the Freeman-Tukey double arcsine of the proportion."""
    if vtype != "LS":
        raise unknown_variance_type("PFT", vtype)
    n = x + m
    y = (np.arcsin(np.sqrt(x / (n + 1))) + np.arcsin(np.sqrt((x + 1) / (n + 1)))) / 2
    return Solution(y=y, v=1 / (4 * n + 2))
