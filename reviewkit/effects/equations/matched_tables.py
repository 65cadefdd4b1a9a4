"""Matched pairs, one event: MPRR, MPOR, MPRD, MPORC, MPPETO; and REH of genotypes.

a pairs with the event at both measurements, b at the first alone, c at the second alone, d at
neither, after any continuity correction; the first against the second.
"""

from __future__ import annotations

import numpy as np

from reviewkit.effects.equations.solution import Array, Solution, unknown_variance_type

BECKER_BALAGTAS_1993 = "10.2307/2532242"
"""Becker & Balagtas: Marginal modeling of binary cross-over data."""

CURTIN_2002 = "10.1002/sim.1206"
"""Curtin, Elbourne & Altman: Meta-analysis combining parallel and cross-over clinical trials. II:
binary outcomes."""

ZIEGLER_2011 = "10.1007/s10549-010-1295-z"
"""Ziegler, Steen & Wellek: Investigating Hardy-Weinberg equilibrium in case-control or cohort
studies or meta-analysis."""

_MARGIN = "a margin of the table is 0, so the ratio is 0, infinite or undefined"

MPRR = "log RR = ln[(a + b)/n] - ln[(a + c)/n] with n = a + b + c + d pairs"
MPRR_VARIANCES = {"LS": "SE² = (b + c)/[(a + b)(a + c)]"}


def mprr(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return the marginal log risk ratio."""
    _only_ls("MPRR", vtype)
    first, second, n = a + b, a + c, a + b + c + d
    return Solution(
        y=np.log(first / n) - np.log(second / n),
        v=(b + c) / (first * second),
        refused=(((first == 0) | (second == 0), _MARGIN),),
    )


MPOR = "log OR = logit[(a + b)/n] - logit[(a + c)/n] with n = a + b + c + d pairs"
MPOR_VARIANCES = {
    "LS": (
        "SE² = [P12(1 - P12) + P21(1 - P21) + 2·P12·P21]/[n·P1(1 - P1)P2(1 - P2)] "
        "with P12 = b/n, P21 = c/n, P1 = (a + b)/n, P2 = (a + c)/n"
    )
}


def mpor(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return the marginal log odds ratio."""
    _only_ls("MPOR", vtype)
    n = a + b + c + d
    p1, p2 = (a + b) / n, (a + c) / n
    spread = p1 * (1 - p1) * p2 * (1 - p2)
    return Solution(
        y=np.log(p1 / (1 - p1)) - np.log(p2 / (1 - p2)),
        v=_difference_spread(b / n, c / n) / (n * spread),
        refused=((spread == 0, _MARGIN),),
    )


MPRD = "RD = (b - c)/n with n = a + b + c + d pairs"
MPRD_VARIANCES = {
    "LS": "SE² = [P12(1 - P12) + P21(1 - P21) + 2·P12·P21]/n with P12 = b/n, P21 = c/n"
}


def mprd(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return the marginal risk difference."""
    _only_ls("MPRD", vtype)
    n = a + b + c + d
    return Solution(y=(b - c) / n, v=_difference_spread(b / n, c / n) / n)


def _difference_spread(p12: Array, p21: Array) -> Array:
    return np.asarray(p12 * (1 - p12) + p21 * (1 - p21) + 2 * p12 * p21)


MPORC = "log OR = ln(b/c)"
MPORC_VARIANCES = {"LS": "SE² = 1/b + 1/c"}


def mporc(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return the conditional log odds ratio of the discordant pairs; a and d do not matter."""
    _only_ls("MPORC", vtype)
    del a, d
    none = (b == 0) | (c == 0)
    why = "no pair is discordant one way, so the odds ratio is 0, infinite or undefined"
    return Solution(y=np.log(b) - np.log(c), v=1 / b + 1 / c, refused=((none, why),))


MPPETO = "log OR = 2(b - c)/(b + c)"
MPPETO_VARIANCES = {"LS": "SE² = 4/(b + c)"}


def mppeto(*, a: Array, b: Array, c: Array, d: Array, vtype: str) -> Solution:
    """Return Peto's one-step conditional log odds ratio; a and d do not matter."""
    _only_ls("MPPETO", vtype)
    del a, d
    return Solution(
        y=2 * (b - c) / (b + c),
        v=4 / (b + c),
        refused=((b + c == 0, "no pair is discordant"),),
    )


REH = "log REH = ln{P1/[2√(P0·P2)]} with P0, P1, P2 = the shares of the three genotypes"
REH_VARIANCES = {"LS": "SE² = [(1 - P1)/(4·P0·P2) + 1/P1]/n"}


def reh(*, a: Array, b: Array, c: Array, vtype: str) -> Solution:
    """Return the log relative excess heterozygosity; b are heterozygous."""
    _only_ls("REH", vtype)
    n = a + b + c
    p0, p1, p2 = a / n, b / n, c / n
    return Solution(
        y=np.log(p1) - np.log(2 * np.sqrt(p0 * p2)),
        v=((1 - p1) / (4 * p0 * p2) + 1 / p1) / n,
        refused=(((a == 0) | (b == 0) | (c == 0), "a genotype was not seen"),),
    )


def _only_ls(measure: str, vtype: str) -> None:
    if vtype != "LS":
        raise unknown_variance_type(measure, vtype)
