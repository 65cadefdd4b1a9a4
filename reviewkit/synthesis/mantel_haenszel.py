"""Mantel and Haenszel's common effect of several tables or pairs of rates.

The counts are pooled as they are, so that a zero cell needs no invented constant. It is a
common-effect method: it says what the studies have in common, not how their effects spread.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.counts import (
    HALF_TO_ZEROS,
    UNTOUCHED,
    Correction,
    Four,
    RateMeasure,
    TableMeasure,
    corrected_rates,
    corrected_tables,
    left_in,
    rate_effects,
    rates,
    table_effects,
    tables,
)
from reviewkit.synthesis.pooled_counts import PooledCounts, pooled_counts
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.result import ChiSquare
from reviewkit.synthesis.table_tests import (
    cochran_mantel_haenszel,
    filled,
    mantel_haenszel_of_rates,
    margins,
    q_about,
    tarone,
)

METHOD = "Mantel-Haenszel"

Pooling = tuple[float, float, Array]
"""Estimate on its scale, its variance, and the weights."""


def mantel_haenszel(
    *,
    events1: npt.ArrayLike,
    total1: npt.ArrayLike,
    events2: npt.ArrayLike,
    total2: npt.ArrayLike,
    measure: TableMeasure = "OR",
    pooling: Correction = UNTOUCHED,
    studies: Correction = HALF_TO_ZEROS,
    continuity: bool = True,
    level: float = 0.95,
) -> PooledCounts:
    """Return the Mantel-Haenszel odds ratio, risk ratio or risk difference, group 1 against 2.

    With the cells a, b, c, d of each study, ``n1 = a + b``, ``n2 = c + d``, ``N = n1 + n2``:

    - OR ``ΣR/ΣS``, ``R = ad/N``, ``S = bc/N``; variance of its logarithm
      ``ΣPR/(2(ΣR)²) + Σ(PS + QR)/(2ΣRΣS) + ΣQS/(2(ΣS)²)``, ``P = (a + d)/N``, ``Q = (b + c)/N``
      (Robins, Breslow & Greenland 1986, doi:10.2307/2531052);
    - RR ``ΣR/ΣS``, ``R = a·n2/N``, ``S = c·n1/N``; ``Σ((n1·ad + n2·bc)/N²)/(ΣRΣS)``
      (Greenland & Robins 1985, doi:10.2307/2530643);
    - RD ``Σ(a·n2 - c·n1)/N / W``, ``W = Σ n1·n2/N``; ``(RD·ΣP + ΣQ)/W²`` with
      ``P = (n1²c - n2²a + n1n2(n2 - n1)/2)/N²``, ``Q = (a·d + b·c)/(2N)``
      (Sato, Greenland & Robins 1989, https://www.jstor.org/stable/2531784).

    Not where effects differ between studies: then the interval is too narrow, whatever Q says.

    Parameters
    ----------
    events1, total1, events2, total2
        People with the event and people in all, by group, shape (k,).
    measure
        ``OR``, ``RR`` or ``RD``.
    pooling
        What is done to the counts before they are pooled: nothing by default.
    studies
        What is done to them for each study's own effect, which only Q uses.
    continuity
        Whether the Cochran-Mantel-Haenszel test is corrected for continuity.
    level
        Coverage of the interval.

    Raises
    ------
    NotEstimable
        If no study is informative, or the pooled ratio is 0 or infinite.
    ValueError
        For what cannot be counts of events and people.

    Notes
    -----
    Mantel & Haenszel 1959, doi:10.1093/jnci/22.4.719; with OR come the Cochran-Mantel-Haenszel
    test of no association (Cochran 1954, doi:10.2307/3001616) and Tarone's test of one odds
    ratio (Tarone 1985, doi:10.1093/biomet/72.1.91). As metafor's ``rma.mh``; like there, a
    deviation of less than a half is corrected to beyond 0. A study whose own variance is 0, without
    events and without correction, is left out of Q, which is infinite in metafor.

    Examples
    --------
    >>> pooled = mantel_haenszel(
    ...     events1=[4, 6, 3], total1=[123, 306, 231], events2=[11, 29, 11], total2=[139, 303, 220])
    >>> round(pooled.estimate, 4), round(pooled.se, 4), round(pooled.association.statistic, 2)
    (-1.4135, 0.3155, 22.04)
    """
    counts = tables(events1=events1, total1=total1, events2=events2, total2=total2)
    used = left_in(corrected_tables(counts, pooling))
    formulas: dict[TableMeasure, Callable[[Four], Pooling]] = {
        "OR": _odds_ratio,
        "RR": _risk_ratio,
        "RD": _risk_difference,
    }
    estimate, variance, weights = formulas[measure](used)
    own = table_effects(corrected_tables(counts, studies), measure=measure)
    tests = _tests_of_odds(used, estimate, continuity=continuity) if measure == "OR" else {}
    return pooled_counts(
        measure=measure,
        estimate=estimate,
        variance=variance,
        weights=weights,
        informative=_informative(used, measure),
        q=q_about(estimate, own),
        method=METHOD,
        level=level,
        **tests,
    )


def mantel_haenszel_rates(
    *,
    events1: npt.ArrayLike,
    time1: npt.ArrayLike,
    events2: npt.ArrayLike,
    time2: npt.ArrayLike,
    measure: RateMeasure = "IRR",
    pooling: Correction = UNTOUCHED,
    studies: Correction = HALF_TO_ZEROS,
    continuity: bool = True,
    level: float = 0.95,
) -> PooledCounts:
    """Return the Mantel-Haenszel ratio or difference of incidence rates, group 1 against 2.

    With events x1, x2 in person-times t1, t2 of each study and ``T = t1 + t2``:

    - IRR ``ΣR/ΣS``, ``R = x1·t2/T``, ``S = x2·t1/T``; variance of its logarithm
      ``Σ(t1·t2(x1 + x2)/T²)/(ΣRΣS)``;
    - IRD ``Σ(x1·t2 - x2·t1)/T / W``, ``W = Σ t1·t2/T``; ``Σ(t1·t2/T)²(x1/t1² + x2/t2²)/W²``.

    Parameters
    ----------
    events1, time1, events2, time2
        Events and person-time by group, shape (k,), all times in one unit.
    measure
        ``IRR`` or ``IRD``.
    pooling, studies, continuity, level
        As in `mantel_haenszel`; a constant goes to the events alone.

    Raises
    ------
    NotEstimable
        If no study is informative, or the pooled ratio is 0 or infinite.
    ValueError
        For what cannot be events and times.

    Notes
    -----
    Greenland & Robins 1985, doi:10.2307/2530643. As metafor's ``rma.mh``.

    Examples
    --------
    >>> pooled = mantel_haenszel_rates(
    ...     events1=[7, 8], time1=[1344, 1600], events2=[11, 8], time2=[1988, 1460])
    >>> round(pooled.estimate, 4), round(pooled.se, 4)
    (-0.0755, 0.3476)
    """
    counts = rates(events1=events1, time1=time1, events2=events2, time2=time2)
    used = left_in(corrected_rates(counts, pooling))
    ratio = measure == "IRR"
    estimate, variance, weights = _rate_ratio(used) if ratio else _rate_difference(used)
    return pooled_counts(
        measure=measure,
        estimate=estimate,
        variance=variance,
        weights=weights,
        informative=_informative(used, measure),
        q=q_about(estimate, rate_effects(corrected_rates(counts, studies), measure=measure)),
        method=METHOD,
        level=level,
        association=mantel_haenszel_of_rates(used, continuity=continuity) if ratio else None,
    )


def _tests_of_odds(
    cells: Four, log_odds_ratio: float, *, continuity: bool
) -> dict[str, ChiSquare | None]:
    return {
        "association": cochran_mantel_haenszel(cells, continuity=continuity),
        "association_cochran": cochran_mantel_haenszel(
            cells, continuity=continuity, conditional=False
        ),
        "homogeneity": tarone(cells, math.exp(log_odds_ratio)),
    }


def _odds_ratio(cells: Four) -> Pooling:
    a, b, c, d = cells
    n = filled(a + b + c + d)
    r, s, p, q = a * d / n, b * c / n, (a + d) / n, (b + c) / n
    above, below = _ratio(r, s)
    variance = (
        np.sum(p * r) / (2 * above**2)
        + np.sum(p * s + q * r) / (2 * above * below)
        + np.sum(q * s) / (2 * below**2)
    )
    return math.log(above / below), float(variance), s


def _risk_ratio(cells: Four) -> Pooling:
    a, b, c, d = cells
    n1, n2, _, _, n = margins(cells)
    above, below = _ratio(a * n2 / n, c * n1 / n)
    variance = np.sum((n1 * a * d + n2 * c * b) / n**2) / (above * below)
    return math.log(above / below), float(variance), c * n1 / n


def _risk_difference(cells: Four) -> Pooling:
    a, b, c, d = cells
    n1, n2, _, _, n = margins(cells)
    weights = n1 * n2 / n
    total = _difference(weights)
    estimate = float(np.sum((a * n2 - c * n1) / n)) / total
    p = (n1**2 * c - n2**2 * a + n1 * n2 * (n2 - n1) / 2) / n**2
    q = (a * d + b * c) / (2 * n)
    return estimate, float(estimate * np.sum(p) + np.sum(q)) / total**2, weights


def _rate_ratio(counts: Four) -> Pooling:
    x1, t1, x2, t2 = counts
    time = filled(t1 + t2)
    above, below = _ratio(x1 * t2 / time, x2 * t1 / time)
    variance = np.sum(t1 * t2 * (x1 + x2) / time**2) / (above * below)
    return math.log(above / below), float(variance), x2 * t1 / time


def _rate_difference(counts: Four) -> Pooling:
    x1, t1, x2, t2 = counts
    time = filled(t1 + t2)
    weights = t1 * t2 / time
    total = _difference(weights)
    estimate = float(np.sum((x1 * t2 - x2 * t1) / time)) / total
    variance = np.sum((t2**2 * x1 + t1**2 * x2) / time**2) / total**2
    return estimate, float(variance), weights


def _ratio(r: Array, s: Array) -> tuple[float, float]:
    above, below = float(np.sum(r)), float(np.sum(s))
    if above == 0 and below == 0:
        raise NotEstimable("no study has events that tell its groups apart, so there is no ratio")
    if above == 0 or below == 0:
        raise NotEstimable(
            "in no study does one of the groups have what the ratio divides, so the pooled ratio "
            f"is {'0' if above == 0 else 'infinite'}"
        )
    return above, below


def _difference(weights: Array) -> float:
    total = float(np.sum(weights))
    if total == 0:
        raise NotEstimable("no study has anybody in both groups, so there is no difference")
    return total


def _informative(counts: Four, measure: TableMeasure | RateMeasure) -> npt.NDArray[np.bool_]:
    """Return which studies the pooled effect rests on."""
    if measure in {"IRR", "IRD"}:
        x1, t1, x2, t2 = counts
        both = (t1 > 0) & (t2 > 0)
        return both & (x1 + x2 > 0) if measure == "IRR" else both
    n1, n2, m1, m2, _ = margins(counts)
    both = (n1 > 0) & (n2 > 0)
    if measure == "RD":
        return both
    return both & (m1 > 0) & (m2 > 0) if measure == "OR" else both & (m1 > 0)
