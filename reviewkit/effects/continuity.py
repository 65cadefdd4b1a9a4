"""The continuity correction: a constant added to counts so that a zero does not break a formula.

It is an invention, not data, and pulls ratios towards 1; an effect that used it says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

To = Literal["only0", "all", "none"]

HALF = 0.5
"""Haldane and Anscombe's constant (Anscombe 1956, doi:10.1093/biomet/43.3-4.461)."""


def corrected(
    cells: Sequence[int], *, add: float, to: To
) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Return the cells of one table after correction, and the assumption this makes.

    Parameters
    ----------
    cells
        Counts with and without the event, of all arms.
    add
        What is added to every cell of a table that is corrected.
    to
        ``only0``: tables with a zero cell; ``all``: every table; ``none``: no table.

    Notes
    -----
    metafor's rule and names for `add` and `to`. Its ``if0all`` looks at all studies of a review
    at once, so it belongs to the caller: ``all`` if any table has a zero, else ``none``.

    Examples
    --------
    >>> corrected((0, 10, 3, 7), add=0.5, to="only0")
    ((0.5, 10.5, 3.5, 7.5), ('0.5 added to each count (a count is 0)',))
    >>> corrected((1, 9, 3, 7), add=0.5, to="only0")
    ((1.0, 9.0, 3.0, 7.0), ())
    """
    if add < 0:
        raise ValueError(f"a continuity correction cannot be negative: {add}")
    has_zero = 0 in cells
    if add == 0 or to == "none" or (to == "only0" and not has_zero):
        return tuple(float(cell) for cell in cells), ()
    why = "a count is 0" if has_zero else "in every table"
    return tuple(cell + add for cell in cells), (f"{add:g} added to each count ({why})",)
