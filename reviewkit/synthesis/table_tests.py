"""Tests on tables of counts: whether there is an association, and whether it is the same in all."""

from __future__ import annotations

import numpy as np

from reviewkit.synthesis.counts import Four, Studies
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.result import ChiSquare, chi_square

YATES = 0.5
"""Continuity correction of a difference of counts that moves in steps of 1 (Yates 1934,
doi:10.2307/2983604)."""

LEAST_FOR_HOMOGENEITY = 2
"""One study agrees with itself."""


def q_about(estimate: float, studies: Studies) -> ChiSquare | None:
    """Return Cochran's Q of the studies' own effects about a pooled one, None for fewer than two.

    ``Q = Σ (y - estimate)²/v``, one degree of freedom less than there are studies with an effect.
    """
    y, v = studies
    defined = np.isfinite(y)
    k = int(np.sum(defined))
    if k < LEAST_FOR_HOMOGENEITY:
        return None
    q = float(np.sum((y[defined] - estimate) ** 2 / v[defined]))
    return chi_square(q, k - 1, method="Cochran's Q")


def cochran_mantel_haenszel(
    cells: Four, *, continuity: bool, conditional: bool = True
) -> ChiSquare | None:
    """Return the test that no study shows an association; None if no study could.

    ``(|Σ(a - n1·m1/N)| - ½)²/ΣV``, ``V = n1·n2·m1·m2/(N²(N - 1))``; in Cochran's unconditional
    form ``V = n1·n2·m1·m2/N³``. m1 and m2 are those with and without the event.

    Notes
    -----
    Mantel & Haenszel 1959, doi:10.1093/jnci/22.4.719; Cochran 1954, doi:10.2307/3001616.
    """
    a, _, _, _ = cells
    n1, n2, m1, m2, n = margins(cells)
    variance = n1 * n2 * m1 * m2 / (n**2 * (np.maximum(n - 1, 1) if conditional else n))
    form = "Cochran-Mantel-Haenszel" if conditional else "Cochran"
    return _corrected(a - n1 * m1 / n, variance, continuity=continuity, method=form)


def mantel_haenszel_of_rates(counts: Four, *, continuity: bool) -> ChiSquare | None:
    """Return the test that no study shows a difference of rates; None if no study could.

    ``(|Σ(x1 - t1·m/T)| - ½)²/Σ(m·t1·t2/T²)`` with m events in all and ``T = t1 + t2`` (Rothman,
    Greenland & Lash 2008, Modern Epidemiology, 3rd edition).
    """
    x1, t1, x2, t2 = counts
    events, time = x1 + x2, filled(t1 + t2)
    return _corrected(
        x1 - t1 * events / time,
        events * t1 * t2 / time**2,
        continuity=continuity,
        method="Mantel-Haenszel",
    )


def tarone(cells: Four, odds_ratio: float) -> ChiSquare | None:
    """Return Tarone's test that all studies share `odds_ratio`; None for fewer than two studies.

    ``Σ(a - e)²/V - (Σ(a - e))²/ΣV`` over the studies with events and people in every margin: e is
    the count that `odds_ratio` fits to the margins, ``1/V`` the sum of the reciprocals of the four
    fitted cells.

    Notes
    -----
    Tarone 1985, doi:10.1093/biomet/72.1.91. Without the second term it is Breslow and Day's.
    """
    informative = (np.array(margins(cells)) > 0).all(axis=0)
    k = int(np.sum(informative))
    if k < LEAST_FOR_HOMOGENEITY:
        return None
    a, b, c, d = (count[informative] for count in cells)
    n1, n2, m1 = a + b, c + d, a + c
    e = fitted_count(n1, n2, m1, odds_ratio)
    variance = 1 / (1 / e + 1 / (n1 - e) + 1 / (m1 - e) + 1 / (n2 - m1 + e))
    off = a - e
    statistic = float(np.sum(off**2 / variance) - np.sum(off) ** 2 / np.sum(variance))
    return chi_square(statistic, k - 1, method="Tarone")


def fitted_count(n1: Array, n2: Array, m1: Array, odds_ratio: float) -> Array:
    """Return the count e with ``e(n2 - m1 + e) = odds_ratio·(n1 - e)(m1 - e)``, all cells above 0.

    The root of a quadratic, in the form that does not subtract nearly equal numbers.
    """
    half = odds_ratio * (n1 + m1) + (n2 - m1)
    root = np.sqrt(half**2 - 4 * odds_ratio * (odds_ratio - 1) * n1 * m1)
    with np.errstate(divide="ignore", invalid="ignore"):  # Each form is used where it is defined.
        small = 2 * odds_ratio * n1 * m1 / (half + root)
        large = (half - root) / (2 * (odds_ratio - 1))
    return np.where(half >= 0, small, large)


def margins(cells: Four) -> tuple[Array, Array, Array, Array, Array]:
    """Return the people in group 1 and 2, those with and without the event, and all of them.

    A study without people has 1 in the last, so that it can be divided by.
    """
    a, b, c, d = cells
    return a + b, c + d, a + c, b + d, filled(a + b + c + d)


def filled(totals: Array) -> Array:
    """Return `totals` with 1 for 0: what is divided by it is 0 there."""
    return np.where(totals > 0, totals, 1.0)


def _corrected(off: Array, variance: Array, *, continuity: bool, method: str) -> ChiSquare | None:
    total = float(np.sum(variance))
    if total == 0:
        return None
    correction = YATES if continuity else 0.0
    statistic = (abs(float(np.sum(off))) - correction) ** 2 / total
    return chi_square(
        statistic, 1, method=f"{method}, with continuity correction" if continuity else method
    )
