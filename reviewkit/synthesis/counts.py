"""Counts of several studies, as arrays: what is refused, what is corrected, what each study says.

Methods for sparse data pool the counts themselves; a constant is added, if at all, only to give
each study an effect of its own, which the test of homogeneity needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit.effects.equations import person_time, two_by_two
from reviewkit.effects.equations.solution import Solution
from reviewkit.effects.equations.zero_cells import HALF, To, corrected
from reviewkit.synthesis.projection import Array

TableMeasure = Literal["OR", "RR", "RD"]
RateMeasure = Literal["IRR", "IRD"]

Four = tuple[Array, Array, Array, Array]
Studies = tuple[Array, Array]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What is done to counts before they are used.

    Parameters
    ----------
    add
        Constant added to every count of a study that is corrected.
    to
        ``only0``: studies with a count of 0; ``if0all``: all studies as soon as one has such a
        count; ``all``; ``none``. metafor's names.
    drop00
        Whether studies in which nobody had the event, or everybody, are left out. metafor's name.

    Examples
    --------
    >>> Correction().add, Correction().to, Correction().drop00
    (0.5, 'only0', True)
    """

    add: float = HALF
    to: To = "only0"
    drop00: bool = True

    def __post_init__(self) -> None:
        if self.add < 0:
            raise ValueError(f"a continuity correction cannot be negative: {self.add}")


HALF_TO_ZEROS = Correction()
"""A half to every count of a study that has a zero; studies without any event are left out."""

UNTOUCHED = Correction(add=0.0, to="none", drop00=False)
"""Counts as they are printed."""


def tables(
    *,
    events1: npt.ArrayLike,
    total1: npt.ArrayLike,
    events2: npt.ArrayLike,
    total2: npt.ArrayLike,
) -> Four:
    """Return the cells a, b (group 1: with, without the event) and c, d (group 2) of each study.

    Raises
    ------
    ValueError
        For what cannot be a count, or more events than people.
    """
    a, n1, c, n2 = _columns(events1=events1, total1=total1, events2=events2, total2=total2)
    for name, count in {"events1": a, "total1": n1, "events2": c, "total2": n2}.items():
        _whole(name, count)
    for group, (events, total) in {"1": (a, n1), "2": (c, n2)}.items():
        if (events > total).any():
            first = int(np.flatnonzero(events > total)[0])
            raise ValueError(
                f"group {group} of study {first + 1} has {events[first]:g} events among "
                f"{total[first]:g} people"
            )
    return a, n1 - a, c, n2 - c


def rates(
    *,
    events1: npt.ArrayLike,
    time1: npt.ArrayLike,
    events2: npt.ArrayLike,
    time2: npt.ArrayLike,
) -> Four:
    """Return events and person-time of both groups of each study.

    Raises
    ------
    ValueError
        For what cannot be a count, or a negative time.
    """
    x1, t1, x2, t2 = _columns(events1=events1, time1=time1, events2=events2, time2=time2)
    _whole("events1", x1)
    _whole("events2", x2)
    for name, time in {"time1": t1, "time2": t2}.items():
        if (time < 0).any():
            raise ValueError(f"{name} cannot be negative: {float(np.min(time))}")
    return x1, t1, x2, t2


def corrected_tables(cells: Four, correction: Correction) -> Four:
    """Return the cells after correction; a study that is left out has NaN in each.

    Studies that are left out do not count for ``if0all``.

    Examples
    --------
    >>> cells = tables(events1=[0, 2], total1=[10, 10], events2=[3, 4], total2=[10, 10])
    >>> [count.tolist() for count in corrected_tables(cells, Correction())]
    [[0.5, 2.0], [10.5, 8.0], [3.5, 4.0], [7.5, 6.0]]
    """
    a, b, c, d = cells
    nothing = ((a == 0) & (c == 0)) | ((b == 0) & (d == 0))
    added = _added(np.array(cells), nothing, correction)
    return (added[0], added[1], added[2], added[3])


def corrected_rates(counts: Four, correction: Correction) -> Four:
    """Return events and time after correction; the constant goes to the events alone."""
    x1, t1, x2, t2 = counts
    added = _added(np.array([x1, x2]), (x1 == 0) & (x2 == 0), correction)
    return added[0], t1, added[1], t2


def left_in(counts: Four) -> Four:
    """Return the counts with 0 throughout for a study that is left out: it has no weight then."""
    first, second, third, fourth = (np.nan_to_num(count) for count in counts)
    return first, second, third, fourth


_OF_TABLES: Mapping[TableMeasure, Callable[..., Solution]] = {
    "OR": two_by_two.odds,
    "RR": two_by_two.rr,
    "RD": two_by_two.rd,
}
_OF_RATES: Mapping[RateMeasure, Callable[..., Solution]] = {
    "IRR": person_time.irr,
    "IRD": person_time.ird,
}


def table_effects(cells: Four, *, measure: TableMeasure) -> Studies:
    """Return the effect and sampling variance of each table, NaN where a study has none.

    By the equations of `reviewkit.effects.effect_sizes`.
    """
    a, b, c, d = cells
    with np.errstate(divide="ignore", invalid="ignore"):
        return _defined(_OF_TABLES[measure](a=a, b=b, c=c, d=d, vtype="LS"))


def rate_effects(counts: Four, *, measure: RateMeasure) -> Studies:
    """Return the effect and sampling variance of each pair of rates, NaN where there is none.

    By the equations of `reviewkit.effects.effect_sizes`.
    """
    x1, t1, x2, t2 = counts
    with np.errstate(divide="ignore", invalid="ignore"):
        return _defined(_OF_RATES[measure](events1=x1, time1=t1, events2=x2, time2=t2, vtype="LS"))


def _added(counts: Array, nothing: npt.NDArray[np.bool_], correction: Correction) -> Array:
    used = counts.copy()
    if correction.drop00:
        used[:, nothing] = np.nan
    mended, _ = corrected(tuple(used), add=correction.add, to=correction.to)
    return np.array(mended)


def _defined(found: Solution) -> Studies:
    y, v = found.y, found.v
    defined = np.isfinite(y) & np.isfinite(v) & (v > 0)
    return np.where(defined, y, np.nan), np.where(defined, v, np.nan)


def _columns(**columns: npt.ArrayLike) -> Four:
    arrays = [np.asarray(column, dtype=np.float64) for column in columns.values()]
    shapes = {array.shape for array in arrays}
    if len(shapes) != 1 or arrays[0].ndim != 1:
        raise ValueError(
            f"{', '.join(columns)} are one-dimensional and of one length, not "
            f"{[array.shape for array in arrays]}"
        )
    for name, array in zip(columns, arrays, strict=True):
        if not np.isfinite(array).all():
            raise ValueError(
                f"{name} must be finite: leave out a study whose arm is not reported, with a reason"
            )
    return arrays[0], arrays[1], arrays[2], arrays[3]


def _whole(name: str, counts: Array) -> None:
    wrong = (counts < 0) | (counts != np.floor(counts))
    if wrong.any():
        raise ValueError(f"{name} holds {float(counts[wrong][0]):g}, which is no count")
