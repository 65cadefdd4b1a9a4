"""Cronbach's α of n people and m items: ARAW, AHW, ABT; with the sign that rises with α."""

from __future__ import annotations

import numpy as np

from reviewkit.effects.equations.solution import Array, Rows, Solution, unknown_variance_type

BONETT_2010 = "10.1037/a0020142"
"""Bonett: Varying coefficient meta-analytic methods for alpha reliability."""

HAKSTIAN_WHALEN_1976 = "10.1007/BF02291840"
"""Hakstian & Whalen: A k-sample significance test for independent alpha coefficients."""

BONETT_2002 = "10.3102/10769986027004335"
"""Bonett: Sample size requirements for testing and estimating coefficient alpha."""

MOST_FOR_NO_VARIANCE = 2

ARAW = "ARAW = α"
ARAW_VARIANCES = {"LS": "SE² = 2m(1 - α)²/[(m - 1)(n - 2)] with m items"}


def araw(*, alpha: Array, items: Array, n: Array, vtype: str) -> Solution:
    """Return α as it is."""
    _only_ls("ARAW", vtype)
    v = 2 * items * (1 - alpha) ** 2 / ((items - 1) * (n - 2))
    return Solution(y=alpha, v=v, refused=_refusals(items, n))


AHW = "AHW = 1 - (1 - α)^(1/3)"
AHW_VARIANCES = {"LS": "SE² = 18m(n - 1)(1 - α)^(2/3)/[(m - 1)(9n - 11)²] with m items"}


def ahw(*, alpha: Array, items: Array, n: Array, vtype: str) -> Solution:
    """Return α by Hakstian & Whalen's transformation."""
    _only_ls("AHW", vtype)
    root = np.cbrt(1 - alpha)
    v = 18 * items * (n - 1) * root**2 / ((items - 1) * (9 * n - 11) ** 2)
    return Solution(y=1 - root, v=v, refused=_refusals(items, n))


ABT = "ABT = -ln(1 - α)"
ABT_VARIANCES = {"LS": "SE² = 2m/[(m - 1)(n - 2)] with m items"}


def abt(*, alpha: Array, items: Array, n: Array, vtype: str) -> Solution:
    """Return α by Bonett's transformation, without his correction for bias."""
    _only_ls("ABT", vtype)
    y = -np.log(1 - alpha)
    v = 2 * items / ((items - 1) * (n - 2))
    certain = (alpha == 1, "an α of 1 has an infinite logarithm")
    return Solution(y=y, v=v, refused=(certain, *_refusals(items, n)))


def _refusals(items: Array, n: Array) -> tuple[tuple[Rows, str], ...]:
    return (
        (items <= 1, "one item has no reliability of this kind"),
        (n <= MOST_FOR_NO_VARIANCE, "two people or fewer yield no sampling variance of α"),
    )


def _only_ls(measure: str, vtype: str) -> None:
    if vtype != "LS":
        raise unknown_variance_type(measure, vtype)
