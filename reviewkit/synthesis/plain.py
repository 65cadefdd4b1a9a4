"""One small pool in plain floats, where NumPy's cost a call is more than the arithmetic.

The same equations as `reviewkit.synthesis.likelihood.score` and `reviewkit.synthesis.tau2.solve_q`,
which hold for any number of fits and any design; tests hold the two against each other. For a
dozen studies this is five times as fast.
"""

from __future__ import annotations

from collections.abc import Callable

from reviewkit.synthesis.roots import ROUNDING, SETTLED, STEPS

UP_TO = 40
"""Studies up to which plain floats are faster."""

Function = Callable[[float], tuple[float, float]]
"""From an argument to a value and the slope there."""


def restricted_score(y: list[float], v: list[float]) -> Function:
    """Return twice the derivative of the restricted likelihood of a mean, as a function of τ²."""

    def score(tau2: float) -> tuple[float, float]:
        w = [1 / (each + tau2) for each in v]
        s1 = sum(w)
        mean = sum([a * b for a, b in zip(w, y, strict=True)]) / s1
        s2 = s3 = squares = along = cubes = 0.0
        for a, b in zip(w, y, strict=True):
            a2, wr = a * a, a * (b - mean)
            s2 += a2
            s3 += a2 * a
            squares += wr * wr
            along += a * wr
            cubes += a * wr * wr
        shared = s2 / s1
        curvature = s2 - 2 * s3 / s1 + shared * shared
        return squares - s1 + shared, curvature - 2 * (cubes - along * along / s1)

    return score


def residual_q(y: list[float], v: list[float]) -> Function:
    """Return ``Q(τ²)`` of a mean and its derivative, as a function of τ²."""

    def q(tau2: float) -> tuple[float, float]:
        w = [1 / (each + tau2) for each in v]
        mean = sum([a * b for a, b in zip(w, y, strict=True)]) / sum(w)
        total = squares = 0.0
        for a, b in zip(w, y, strict=True):
            r = b - mean
            wr = a * r
            total += wr * r
            squares += wr * wr
        return total, -squares

    return q


def inverse_q(q: Function, target: float) -> Function:
    """Return ``1/target - 1/Q(τ²)``, a straight line where all variances are equal."""

    def distance(tau2: float) -> tuple[float, float]:
        total, slope = q(tau2)
        return 1 / target - 1 / total, slope / (total * total)

    return distance


def falling_root(function: Function, low: float, high: float, start: float, scale: float) -> float:
    """Return where the function falls through zero: `reviewkit.synthesis.roots` for one."""
    at = start
    for _ in range(STEPS):
        value, slope = function(at)
        step = value / slope if slope else float("inf")
        moved = at - step
        if value > 0:
            low = at
        else:
            high = at
        inside = low <= moved <= high
        if inside and abs(step) <= SETTLED * moved + ROUNDING * scale:
            return moved
        if value == 0 or high - low <= ROUNDING * high:
            return at
        at = moved if inside else (low + high) / 2
    return at
