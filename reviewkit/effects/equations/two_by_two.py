"""Two arms, one event: RR, OR, RD, AS, PETO, PHI, YUQ, YUY.

Cells after any continuity correction: a and c with the event, b and d without, in groups 1 and 2.
Group 1 against (for differences: less) group 2.
"""

from __future__ import annotations

import numpy as np

from reviewkit.effects.equations.solution import (
    Array,
    Rows,
    Solution,
    unknown_variance_type,
    weighted_mean,
)

KATZ_1978 = "10.2307/2530610"
"""Katz, Baptista, Azen & Pike: Obtaining confidence intervals for the risk ratio in cohort
studies."""

WOOLF_1955 = "10.1111/j.1469-1809.1955.tb01348.x"
"""Woolf: On estimating the relation between blood group and disease."""

HANDBOOK_CH6 = "10.1002/9781119536604.ch6"
"""Higgins, Li & Deeks: Choosing effect measures and computing estimates of effect."""

YUSUF_1985 = "10.1016/S0033-0620(85)80003-7"
"""Yusuf, Peto, Lewis, Collins & Sleight: Beta blockade during and after myocardial infarction."""

RUECKER_2009 = "10.1002/sim.3511"
"""Rücker, Schwarzer, Carpenter & Olkin: Why add anything to nothing? The arcsine difference as a
measure of treatment effect in meta-analysis with zero cells."""

YULE_1912 = "10.2307/2340126"
"""Yule: On the methods of measuring association between two attributes."""

RR = "log RR = ln(events1/total1) - ln(events2/total2)"
RR_VARIANCES = {"LS": "SE² = 1/events1 - 1/total1 + 1/events2 - 1/total2"}


def rr(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return the log risk ratio."""
    if vtype != "LS":
        raise unknown_variance_type("RR", vtype)
    n1, n2 = a + b, c + d
    return Solution(
        y=np.log(a / n1) - np.log(c / n2),
        v=1 / a - 1 / n1 + 1 / c - 1 / n2,
        refused=(
            (
                (a == 0) | (c == 0),
                "an arm has no event, so the risk ratio is 0, infinite or undefined",
            ),
        ),
    )


OR = "log OR = ln(a/b) - ln(c/d)"
OR_VARIANCES = {
    "LS": (
        "SE² = 1/a + 1/b + 1/c + 1/d with a, c = events and b, d = total - events of groups 1 and 2"
    )
}


def odds(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return the log odds ratio."""
    if vtype != "LS":
        raise unknown_variance_type("OR", vtype)
    return Solution(
        y=np.log(a / b) - np.log(c / d),
        v=1 / a + 1 / b + 1 / c + 1 / d,
        refused=((_zero_cell(a, b, c, d), _NO_ODDS_RATIO),),
    )


_NO_ODDS_RATIO = "a cell of the table is 0, so the odds ratio is 0, infinite or undefined"


def _zero_cell(a: Array, b: Array, c: Array, d: Array) -> Rows:
    return np.asarray((a == 0) | (b == 0) | (c == 0) | (d == 0))


RD = "RD = p1 - p2 with p = events/total"
RD_VARIANCES = {
    "LS": "SE² = p1(1 - p1)/n1 + p2(1 - p2)/n2",
    "UB": "SE² = p1(1 - p1)/(n1 - 1) + p2(1 - p2)/(n2 - 1)",
    "AV": "SE² = P1(1 - P1)/n1 + P2(1 - P2)/n2 with P = the mean p of each group, weighted by n",
}


def rd(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return the risk difference."""
    n1, n2 = a + b, c + d
    p1, p2 = a / n1, c / n2
    if vtype == "LS":
        v = p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2
    elif vtype == "UB":
        v = p1 * (1 - p1) / (n1 - 1) + p2 * (1 - p2) / (n2 - 1)
    elif vtype == "AV":
        mean1, mean2 = weighted_mean(p1, n1), weighted_mean(p2, n2)
        v = mean1 * (1 - mean1) / n1 + mean2 * (1 - mean2) / n2
    else:
        raise unknown_variance_type("RD", vtype)
    return Solution(y=p1 - p2, v=v)


AS = "AS = arcsin√p1 - arcsin√p2 with p = events/total"
AS_VARIANCES = {"LS": "SE² = 1/(4·n1) + 1/(4·n2)"}


def arcsine_difference(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return the difference of the arcsines of the square roots of the risks."""
    if vtype != "LS":
        raise unknown_variance_type("AS", vtype)
    n1, n2 = a + b, c + d
    return Solution(
        y=np.arcsin(np.sqrt(a / n1)) - np.arcsin(np.sqrt(c / n2)),
        v=1 / (4 * n1) + 1 / (4 * n2),
    )


PETO = "log OR = (a - E)/V with E = n1(a + c)/N, V = n1·n2(a + c)(b + d)/[N²(N - 1)], N = n1 + n2"
PETO_VARIANCES = {"LS": "SE² = 1/V"}


_NOTHING_EXPECTED = (
    "nobody had the event in either arm, or everybody had it in both: "
    "nothing is to be expected of an arm"
)


def peto(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return Peto's one-step log odds ratio."""
    if vtype != "LS":
        raise unknown_variance_type("PETO", vtype)
    n1, n2 = a + b, c + d
    n, events, others = n1 + n2, a + c, b + d
    expected = events * (n1 / n)
    variance = events * others * (n1 / n) * (n2 / n) / (n - 1)
    return Solution(
        y=(a - expected) / variance,
        v=1 / variance,
        refused=(
            (
                (events == 0) | (others == 0),
                _NOTHING_EXPECTED,
            ),
        ),
    )


PHI = "PHI = (a·d - b·c)/√[(a + b)(c + d)(a + c)(b + d)]"
_PHI_CS = (
    "SE² = {1 - φ² + φ(1 + φ²/2)RS/√(r1·r2·s1·s2) - (3/4)φ²[R²/(r1·r2) + S²/(s1·s2)]}/N "
    "with r, s = the shares of the rows and columns, R = r1 - r2, S = s1 - s2"
)
PHI_VARIANCES = {
    "LS": _PHI_CS,
    "CS": _PHI_CS,
    "ST": "SE² = (∂φ/∂p1)²p1(1 - p1)/n1 + (∂φ/∂p2)²p2(1 - p2)/n2 with the group sizes fixed",
}


def phi(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return the phi coefficient; `vtype` ST takes the group sizes as fixed, CS and LS do not."""
    n1, n2, events, others = a + b, c + d, a + c, b + d
    y = (a * d - b * c) / np.sqrt(n1 * n2 * events * others)
    if vtype == "ST":
        v = _phi_variance_stratified(a / n1, c / n2, n1, n2)
    elif vtype in {"LS", "CS"}:
        n = n1 + n2
        row, column = (n1 - n2) / n, (events - others) / n
        rows, columns = n1 * n2 / n**2, events * others / n**2
        v = (
            1
            - y**2
            + y * (1 + y**2 / 2) * row * column / np.sqrt(rows * columns)
            - 0.75 * y**2 * (row**2 / rows + column**2 / columns)
        ) / n
    else:
        raise unknown_variance_type("PHI", vtype)
    return Solution(
        y=y,
        v=v,
        refused=(
            (
                (n1 == 0) | (n2 == 0) | (events == 0) | (others == 0),
                "a margin of the table is 0, so there is no association to measure",
            ),
        ),
    )


def _phi_variance_stratified(p1: Array, p2: Array, n1: Array, n2: Array) -> Array:
    """Return the delta-method variance of φ = (p1 - p2)√(w1·w2)/√(P(1 - P)), w = n/N, P = Σwp."""
    w1, w2 = n1 / (n1 + n2), n2 / (n1 + n2)
    mean = w1 * p1 + w2 * p2
    spread = mean * (1 - mean)
    pull = (p1 - p2) * (1 - 2 * mean) / (2 * spread)
    slope1, slope2 = 1 - pull * w1, -1 - pull * w2
    return np.asarray(
        w1 * w2 / spread * (slope1**2 * p1 * (1 - p1) / n1 + slope2**2 * p2 * (1 - p2) / n2)
    )


YUQ = "YUQ = (OR - 1)/(OR + 1) with OR = a·d/(b·c)"
YUQ_VARIANCES = {"LS": "SE² = (1 - YUQ²)²(1/a + 1/b + 1/c + 1/d)/4"}


def yule_q(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return Yule's Q."""
    if vtype != "LS":
        raise unknown_variance_type("YUQ", vtype)
    ratio = (a / b) / (c / d)
    y = (ratio - 1) / (ratio + 1)
    v = (1 - y**2) ** 2 * (1 / a + 1 / b + 1 / c + 1 / d) / 4
    return Solution(y=y, v=v, refused=((_zero_cell(a, b, c, d), _NO_ODDS_RATIO),))


YUY = "YUY = (√OR - 1)/(√OR + 1) with OR = a·d/(b·c)"
YUY_VARIANCES = {"LS": "SE² = (1 - YUY²)²(1/a + 1/b + 1/c + 1/d)/16"}


def yule_y(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return Yule's Y, the coefficient of colligation."""
    if vtype != "LS":
        raise unknown_variance_type("YUY", vtype)
    root = np.sqrt((a / b) / (c / d))
    y = (root - 1) / (root + 1)
    v = (1 - y**2) ** 2 * (1 / a + 1 / b + 1 / c + 1 / d) / 16
    return Solution(y=y, v=v, refused=((_zero_cell(a, b, c, d), _NO_ODDS_RATIO),))
