"""From one measure to another: d to log odds ratio and back, d to r and back, table to d.

Each rests on a model of what was measured, so it is an assumption and no arithmetic identity.
"""

from __future__ import annotations

import math

import numpy as np

from reviewkit.effects.equations import two_by_two, two_groups
from reviewkit.effects.equations.solution import (
    ONE_PERSON,
    Array,
    Solution,
    unknown_variance_type,
)

CHINN_2000 = "10.1002/1097-0258(20001130)19:22<3127::AID-SIM784>3.0.CO;2-M"
"""Chinn: A simple method for converting an odds ratio to effect size for use in meta-analysis."""

SANCHEZ_MECA_2003 = "10.1037/1082-989X.8.4.448"
"""Sánchez-Meca, Marín-Martínez & Chacón-Moscoso: Effect-size indices for dichotomized outcomes in
meta-analysis."""

TATE_1954 = "10.1214/aoms/1177728730"
"""Tate: Correlation between a discrete and a continuous variable. Point-biserial correlation."""

JACOBS_VIECHTBAUER_2017 = "10.1002/jrsm.1218"
"""Jacobs & Viechtbauer: Estimation of the biserial correlation and its sampling variance for use in
meta-analysis."""

LOGISTIC = math.pi / math.sqrt(3)
"""SD of the standard logistic distribution: d on that scale is a log odds ratio."""

COX_SNELL = 1.65
"""Cox & Snell 1989: the same factor for a normal variable that was cut in two."""

_D = "d = (mean1 - mean2)/SD_pooled; SE_d² = 1/n1 + 1/n2 + d²/(2(n1 + n2))"
D2OR = f"log OR = (π/√3)·d; {_D}"
D2OR_VARIANCES = {"LS": "SE² = (π²/3)SE_d²"}
D2ORN = f"log OR = 1.65·d; {_D}"
D2ORN_VARIANCES = {"LS": "SE² = 1.65²·SE_d²"}
OR2D = "d = (√3/π)·log OR; log OR = ln(a/b) - ln(c/d)"
OR2D_VARIANCES = {"LS": "SE² = (3/π²)(1/a + 1/b + 1/c + 1/d)"}
OR2DN = "d = log OR/1.65; log OR = ln(a/b) - ln(c/d)"
OR2DN_VARIANCES = {"LS": "SE² = (1/a + 1/b + 1/c + 1/d)/1.65²"}


def _scaled(solution: Solution, factor: float) -> Solution:
    return Solution(y=solution.y * factor, v=solution.v * factor**2, refused=solution.refused)


def _uncorrected(
    *, n1: Array, mean1: Array, sd1: Array, n2: Array, mean2: Array, sd2: Array, vtype: str
) -> Solution:
    return two_groups.smd(
        n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2, vtype=vtype, correct=False
    )


def d2or(
    *, n1: Array, mean1: Array, sd1: Array, n2: Array, mean2: Array, sd2: Array, vtype: str
) -> Solution:
    """Return the log odds ratio behind d, the outcome taken as logistic in each group."""
    return _scaled(
        _uncorrected(
            n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2, vtype=_only_ls("D2OR", vtype)
        ),
        LOGISTIC,
    )


def d2orn(
    *, n1: Array, mean1: Array, sd1: Array, n2: Array, mean2: Array, sd2: Array, vtype: str
) -> Solution:
    """Return the log odds ratio behind d, the outcome taken as normal (Cox & Snell)."""
    return _scaled(
        _uncorrected(
            n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2, vtype=_only_ls("D2ORN", vtype)
        ),
        COX_SNELL,
    )


def or2d(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return the d behind a table, the outcome taken as a logistic variable cut in two."""
    return _scaled(two_by_two.odds(a=a, b=b, c=c, d=d, vtype=vtype), 1 / LOGISTIC)


def or2dn(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return the d behind a table, the outcome taken as a normal variable cut in two."""
    return _scaled(two_by_two.odds(a=a, b=b, c=c, d=d, vtype=vtype), 1 / COX_SNELL)


PBIT = "PBIT = z1 - z2 with z = Φ⁻¹(events/total)"
PBIT_VARIANCES = {
    "LS": "SE² = 2π[p1(1 - p1)exp(z1²)/n1 + p2(1 - p2)exp(z2²)/n2] with p = events/total"
}


def pbit(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return the difference of the probits of the risks, an estimate of d."""
    from scipy.special import ndtri

    _only_ls("PBIT", vtype)
    n1, n2 = a + b, c + d
    p1, p2 = a / n1, c / n2
    z1, z2 = ndtri(p1), ndtri(p2)
    v1 = p1 * (1 - p1) * np.exp(z1**2) / n1
    v2 = p2 * (1 - p2) * np.exp(z2**2) / n2
    zero = (a == 0) | (b == 0) | (c == 0) | (d == 0)
    return Solution(
        y=z1 - z2,
        v=2 * np.pi * (v1 + v2),
        refused=((zero, "a cell of the table is 0, so a probit is infinite"),),
    )


_H = "h = m/n1 + m/n2 with m = n1 + n2 - 2"
RPB = f"RPB = d/√(d² + h); d = (mean1 - mean2)/SD_pooled; {_H}"
RPB_VARIANCES = {
    "LS": "SE² = h²/(h + d²)³·[1/n1 + 1/n2 + d²/(2(n1 + n2))]",
    "ST": "SE² = h²/(h + d²)³·[1/n1 + 1/n2 + d²/(2(n1 + n2))]",
    "CS": "SE² = (1 - r²)²[N·r²/(4·n1·n2) + (2 - 3r²)/(2N)] with N = n1 + n2",
}


def rpb(
    *, n1: Array, mean1: Array, sd1: Array, n2: Array, mean2: Array, sd2: Array, vtype: str
) -> Solution:
    """Return the point-biserial correlation; `vtype` CS where the group sizes were not fixed."""
    of_d = _uncorrected(n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2, vtype="LS")
    y, stratified = r_of_d(of_d.y, of_d.v, n1, n2)
    if vtype in {"LS", "ST"}:
        v = stratified
    elif vtype == "CS":
        n = n1 + n2
        v = (1 - y**2) ** 2 * (n * y**2 / (4 * n1 * n2) + (2 - 3 * y**2) / (2 * n))
    else:
        raise unknown_variance_type("RPB", vtype)
    return Solution(y=y, v=v, refused=of_d.refused)


def r_of_d(d: Array, v: Array, n1: Array, n2: Array) -> tuple[Array, Array]:
    """Return the point-biserial correlation of a d and its variance by the delta method."""
    m = n1 + n2 - 2
    h = m / n1 + m / n2
    return d / np.sqrt(d**2 + h), h**2 / (h + d**2) ** 3 * v


RBIS = "RBIS = √(q1·q2)/f·RPB with q = the shares of the groups, z = Φ⁻¹(q2), f = its density"
RBIS_VARIANCES = {
    "LS": ("SE² = {q1·q2/f² - [3/2 + (1 - q1·z/f)(1 + q2·z/f)]r² + r⁴}/(N - 1), r = RBIS in ±1")
}


def rbis(
    *, n1: Array, mean1: Array, sd1: Array, n2: Array, mean2: Array, sd2: Array, vtype: str
) -> Solution:
    """Return the biserial correlation: group membership is a normal variable cut in two."""
    from scipy.special import ndtri

    _only_ls("RBIS", vtype)
    of_d = _uncorrected(n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2, vtype="LS")
    point, _ = r_of_d(of_d.y, of_d.v, n1, n2)
    n = n1 + n2
    share1, share2 = n1 / n, n2 / n
    z = ndtri(share2)
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    y = np.sqrt(share1 * share2) / density * point
    r = np.clip(y, -1, 1)
    middle = 1.5 + (1 - share1 * z / density) * (1 + share2 * z / density)
    v = (share1 * share2 / density**2 - middle * r**2 + r**4) / (n - 1)
    empty = (np.minimum(n1, n2) < 1, ONE_PERSON)
    return Solution(y=y, v=v, refused=(*of_d.refused, empty))


def _only_ls(measure: str, vtype: str) -> str:
    if vtype != "LS":
        raise unknown_variance_type(measure, vtype)
    return vtype
