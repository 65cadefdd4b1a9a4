"""Roots of many falling functions at once, all at 0 or above, by Newton's method."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]
Function = Callable[[Array, Positions], tuple[Array, Array]]
"""From arguments and the positions of the functions that they belong to, to values and slopes."""

SETTLED = 1e-8
"""A Newton step so small, relative to the root, leaves an error of its square: none."""

ROUNDING = 4 * float(np.finfo(np.float64).eps)
"""A step so small, relative to the scale of the function's argument, is rounding."""

FREE_STEPS = 10
"""Newton steps before a bracket is kept: from a good start four or five are enough."""

STEPS = 500
"""Far above what halving a bracket over the whole range of a float takes near a root."""


def falling_root(function: Function, low: Array, high: Array, start: Array, scale: Array) -> Array:
    """Return where each function falls through zero.

    Newton's method runs freely first; where it has not come to rest within the bracket, it runs
    again and keeps the bracket.

    Parameters
    ----------
    function
        See `Function`.
    low, high
        Above zero at `low`, at or below it at `high`.
    start
        Where to begin, between them.
    scale
        A size beside which a step of the last bits does not matter (here: a sampling variance).
    """
    everyone = np.arange(len(start))
    margin = ROUNDING * scale
    root, settled = start, np.zeros(len(start), dtype=np.bool_)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        for _ in range(FREE_STEPS):
            value, slope = function(root, everyone)
            step = value / slope
            root = root - step
            settled = np.abs(step) <= SETTLED * root + margin
            if settled.all():
                break
        settled &= (root >= low) & (root <= high)
        if settled.all():
            return root
        left = np.flatnonzero(~settled)
        bracket = (low[left], high[left])
        root[left] = _bracketed(function, left, bracket, start[left], margin[left])
    return root


def _bracketed(
    function: Function, active: Positions, bracket: tuple[Array, Array], at: Array, margin: Array
) -> Array:
    """Return the roots of the functions at these positions; a step out of the bracket halves it."""
    low, high = bracket
    root = at.copy()
    place = np.arange(len(active))
    for _ in range(STEPS):
        value, slope = function(at, active[place])
        above = value > 0
        low, high = np.where(above, at, low), np.where(above, high, at)
        step = value / slope
        moved = at - step
        inside = (moved >= low) & (moved <= high)
        at = np.where(inside, moved, (low + high) / 2)
        root[place] = at
        settled = inside & (np.abs(step) <= SETTLED * at + margin)
        left = ~(settled | (high - low <= ROUNDING * high) | (value == 0))
        if not left.any():
            break
        place, at, low, high, margin = place[left], at[left], low[left], high[left], margin[left]
    return root
