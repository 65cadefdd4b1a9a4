"""Peto's common odds ratio: for rare events, groups of like size and effects near none.

Away from those it is biased, more so the further the odds ratio lies from 1 and the more the
groups differ in size (Greenland & Salvan 1990, doi:10.1002/sim.4780090307).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.counts import UNTOUCHED, Correction, corrected_tables, left_in, tables
from reviewkit.synthesis.pooled_counts import PooledCounts, pooled_counts
from reviewkit.synthesis.result import chi_square
from reviewkit.synthesis.table_tests import LEAST_FOR_HOMOGENEITY, margins


def peto(
    *,
    events1: npt.ArrayLike,
    total1: npt.ArrayLike,
    events2: npt.ArrayLike,
    total2: npt.ArrayLike,
    pooling: Correction = UNTOUCHED,
    level: float = 0.95,
) -> PooledCounts:
    """Return the log odds ratio by Peto's method, group 1 against group 2.

    ``ln OR = Σ(O - E)/ΣV``, ``SE² = 1/ΣV``; ``O`` the events in group 1, ``E = n1·m1/N``,
    ``V = n1·n2·m1·m2/(N²(N - 1))``. Homogeneity: ``Q = Σ(O - E)²/V - (Σ(O - E))²/ΣV``.

    Parameters
    ----------
    events1, total1, events2, total2
        People with the event and people in all, by group, shape (k,).
    pooling
        What is done to the counts before they are pooled: nothing by default.
    level
        Coverage of the interval.

    Raises
    ------
    NotEstimable
        If no study has an event, a non-event and people in both groups.
    ValueError
        For what cannot be counts of events and people.

    Notes
    -----
    Yusuf, Peto, Lewis, Collins & Sleight 1985, doi:10.1016/S0033-0620(85)80003-7. As metafor's
    ``rma.peto``, which takes the degrees of freedom of Q from the studies that have an effect once
    corrected, here from those that Q is summed over.

    Examples
    --------
    >>> pooled = peto(events1=[1, 0], total1=[100, 80], events2=[3, 2], total2=[100, 80])
    >>> round(pooled.estimate, 4), round(pooled.se, 4)
    (-1.3497, 0.8215)
    """
    counts = tables(events1=events1, total1=total1, events2=events2, total2=total2)
    cells = left_in(corrected_tables(counts, pooling))
    n1, n2, m1, m2, n = margins(cells)
    off = cells[0] - n1 * m1 / n
    variances = n1 * n2 * m1 * m2 / (n**2 * np.maximum(n - 1, 1))
    informative = variances > 0
    total, k = float(np.sum(variances)), int(np.sum(informative))
    if k == 0:
        raise NotEstimable("no study has an event, a non-event and people in both groups")
    statistic = float(
        np.sum(off[informative] ** 2 / variances[informative]) - np.sum(off) ** 2 / total
    )
    return pooled_counts(
        measure="OR",
        estimate=float(np.sum(off)) / total,
        variance=1 / total,
        weights=variances,
        informative=informative,
        q=(chi_square(statistic, k - 1, method="Peto") if k >= LEAST_FOR_HOMOGENEITY else None),
        method="Peto",
        level=level,
    )
