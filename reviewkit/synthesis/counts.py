"""Counts of several studies, as arrays: what is refused, what is corrected, what each study says.

Methods for sparse data pool the counts themselves; a constant is added, if at all, only to give
each study an effect of its own, which the test of homogeneity needs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit.effects.equations.zero_cells import HALF
from reviewkit.synthesis.projection import Array

To = Literal["only0", "all", "if0all", "none"]
DoubleZero = Literal["drop", "keep"]
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
    double_zero
        ``drop`` leaves out studies in which nobody had the event, or everybody.

    Examples
    --------
    >>> Correction().add, Correction().to, Correction().double_zero
    (0.5, 'only0', 'drop')
    """

    add: float = HALF
    to: To = "only0"
    double_zero: DoubleZero = "drop"

    def __post_init__(self) -> None:
        if self.add < 0:
            raise ValueError(f"a continuity correction cannot be negative: {self.add}")


HALF_TO_ZEROS = Correction()
"""A half to every count of a study that has a zero; studies without any event are left out."""

UNTOUCHED = Correction(add=0.0, to="none", double_zero="keep")
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


def table_effects(cells: Four, *, measure: TableMeasure) -> Studies:
    """Return the effect and sampling variance of each table, NaN where a study has none.

    The formulas of `reviewkit.effects.odds_ratio`, `risk_ratio` and `risk_difference`, for arrays.
    """
    a, b, c, d = cells
    n1, n2 = a + b, c + d
    formulas: dict[TableMeasure, Callable[[], Studies]] = {
        "OR": lambda: (np.log(a / b) - np.log(c / d), 1 / a + 1 / b + 1 / c + 1 / d),
        "RR": lambda: (np.log(a / n1) - np.log(c / n2), 1 / a - 1 / n1 + 1 / c - 1 / n2),
        "RD": lambda: (a / n1 - c / n2, a * b / n1**3 + c * d / n2**3),
    }
    return _defined(formulas[measure])


def rate_effects(counts: Four, *, measure: RateMeasure) -> Studies:
    """Return the effect and sampling variance of each pair of rates, NaN where there is none.

    ``ln((x1/t1)/(x2/t2))`` with ``1/x1 + 1/x2`` (IRR); ``x1/t1 - x2/t2`` with
    ``x1/t1² + x2/t2²`` (IRD): Cochrane Handbook 6.7, doi:10.1002/9781119536604.ch6.
    """
    x1, t1, x2, t2 = counts
    formulas: dict[RateMeasure, Callable[[], Studies]] = {
        "IRR": lambda: (np.log(x1 / t1) - np.log(x2 / t2), 1 / x1 + 1 / x2),
        "IRD": lambda: (x1 / t1 - x2 / t2, x1 / t1**2 + x2 / t2**2),
    }
    return _defined(formulas[measure])


def _added(counts: Array, nothing: npt.NDArray[np.bool_], correction: Correction) -> Array:
    used = counts.copy()
    if correction.double_zero == "drop":
        used[:, nothing] = np.nan
    zero = (used == 0).any(axis=0)
    touched = {
        "only0": zero,
        "all": np.ones_like(zero),
        "if0all": np.full_like(zero, fill_value=zero.any()),
        "none": np.zeros_like(zero),
    }
    used[:, touched[correction.to]] += correction.add
    return used


def _defined(formula: Callable[[], Studies]) -> Studies:
    with np.errstate(divide="ignore", invalid="ignore"):
        y, v = formula()
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
