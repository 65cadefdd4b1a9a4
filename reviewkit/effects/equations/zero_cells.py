"""The continuity correction: a constant added to counts so that a zero does not break a formula.

It is an invention, not data, and pulls ratios towards 1; each row that it touched says so. The
rules and their names (`add`, `to`, `drop00`) are metafor's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from reviewkit.effects.equations.solution import Array, Rows

To = Literal["only0", "if0all", "all", "none"]

HALF = 0.5
"""Haldane and Anscombe's constant (Anscombe 1956, doi:10.1093/biomet/43.3-4.461)."""

WHY = {
    "only0": "a count is 0",
    "if0all": "a count of some study is 0",
    "all": "in every table",
}
"""Why a row was corrected, as its note says."""

RULES = {
    "only0": "{add:g} added to each count of the studies in which a count is 0",
    "if0all": "{add:g} added to each count of all studies, if a count of any is 0",
    "all": "{add:g} added to each count of all studies",
    "none": "nothing added to any count",
}
"""What each rule does, for people."""


def zero_rows(cells: Sequence[Array]) -> Rows:
    """Return the rows in which a cell is 0; a missing cell is none."""
    return np.asarray(np.any(np.stack(list(cells)) == 0, axis=0))


def corrected_rows(cells: Sequence[Array], *, to: To) -> Rows:
    """Return the rows that the rule `to` corrects.

    Examples
    --------
    >>> cells = (np.array([0.0, 4.0]), np.array([9.0, 5.0]))
    >>> corrected_rows(cells, to="only0").tolist(), corrected_rows(cells, to="if0all").tolist()
    ([True, False], [True, True])
    """
    zero = zero_rows(cells)
    if to == "only0":
        return zero
    if to == "if0all":
        return np.full_like(zero, bool(zero.any()))
    if to == "all":
        return np.full_like(zero, fill_value=True)
    if to == "none":
        return np.full_like(zero, fill_value=False)
    raise ValueError(f"to is one of {', '.join(RULES)}, not {to!r}")


def corrected(cells: Sequence[Array], *, add: float, to: To) -> tuple[tuple[Array, ...], Rows]:
    """Return the cells after correction and the whole rows that it touched.

    In a row with missing cells the others are corrected too: a mean over studies may count them.

    Parameters
    ----------
    cells
        Counts with and without the event, of all arms; one array a cell, one element a study.
    add
        What is added to every cell of a row that is corrected.
    to
        ``only0``: the rows with a zero cell; ``if0all``: all rows if any has one; ``all``: every
        row; ``none``: no row.

    Raises
    ------
    ValueError
        If `add` is negative or `to` unknown.

    Examples
    --------
    >>> cells, touched = corrected((np.array([0.0, 4.0]), np.array([9.0, 5.0])), add=0.5,
    ...                            to="only0")
    >>> [cell.tolist() for cell in cells], touched.tolist()
    ([[0.5, 4.0], [9.5, 5.0]], [True, False])
    """
    if add < 0:
        raise ValueError(f"a continuity correction cannot be negative: {add}")
    whole = ~np.isnan(np.stack(list(cells))).any(axis=0)
    mended = np.asarray(corrected_rows(cells, to=to) & (add > 0))
    return tuple(cell + np.where(mended, add, 0.0) for cell in cells), mended & whole


def note(add: float, to: To, *, has_zero: bool) -> str:
    """Return what a corrected row says of itself.

    Examples
    --------
    >>> note(0.5, "only0", has_zero=True)
    '0.5 added to each count (a count is 0)'
    """
    why = WHY["only0"] if has_zero else WHY.get(to, "")
    return f"{add:g} added to each count ({why})"
