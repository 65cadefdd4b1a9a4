"""Roots of many falling functions at once, by Newton's method kept inside a bracket."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]

SETTLED = 1e-10
"""A Newton step so small, relative to the root, leaves an error of its square: none."""

ROUNDING = 4 * float(np.finfo(np.float64).eps)
"""A step so small, relative to the scale of the function's argument, is rounding."""

STEPS = 500
"""Far above what halving a bracket over the whole range of a float takes near a root."""


def falling_root(
    function: Callable[[Array, Positions], tuple[Array, Array]],
    low: Array,
    high: Array,
    start: Array,
    scale: Array,
) -> Array:
    """Return where each function falls through zero.

    Parameters
    ----------
    function
        From arguments and the positions of the functions that they belong to, to values and
        derivatives.
    low, high
        Above zero at `low`, at or below it at `high`.
    start
        Where to begin, between them.
    scale
        A size beside which a step of the last bits does not matter (here: a sampling variance).
    """
    root = start.copy()
    low, high = low.copy(), high.copy()
    active = np.arange(len(root))
    for _ in range(STEPS):
        at = root[active]
        value, slope = function(at, active)
        above = value > 0
        low[active] = lower = np.where(above, at, low[active])
        high[active] = upper = np.where(above, high[active], at)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            step = -value / slope
            moved = at + step
            small = np.abs(step) <= SETTLED * np.abs(at) + ROUNDING * scale[active]
        inside = (moved >= lower) & (moved <= upper)
        root[active] = np.where(inside, moved, (lower + upper) / 2)
        closed = upper - lower <= ROUNDING * np.abs(upper)
        active = active[~(small & inside | closed | (value == 0))]
        if not active.size:
            break
    return root
