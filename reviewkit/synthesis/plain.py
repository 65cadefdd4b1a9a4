"""One small pool in plain floats, where NumPy's cost a call is more than the arithmetic.

The same equations as for many fits and any design in `reviewkit.synthesis.likelihood`,
`reviewkit.synthesis.tau2` and `reviewkit.synthesis.fit`; tests hold the two against each other. A
dozen studies are pooled more than twice as fast.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from reviewkit.synthesis.roots import ROUNDING, SETTLED, STEPS

UP_TO = 40
"""Studies up to which plain floats are faster."""

Function = Callable[[float], tuple[float, float]]
"""From an argument to a value and the slope there."""


class SmallMean:
    """Effects and sampling variances of a few studies with one common mean."""

    __slots__ = ("v", "y")

    def __init__(self, y: list[float], v: list[float]) -> None:
        self.y = y
        self.v = v

    def weighted(self, tau2: float) -> tuple[list[float], float, list[float]]:
        """Return ``w = 1/(v + τ²)``, the weighted mean, and the residuals from it."""
        w = [1 / (each + tau2) for each in self.v]
        mean = sum([a * b for a, b in zip(w, self.y, strict=True)]) / sum(w)
        return w, mean, [each - mean for each in self.y]

    def q(self, tau2: float) -> tuple[float, float]:
        """Return ``Q(τ²) = Σ wr²`` and its derivative."""
        w, _, residuals = self.weighted(tau2)
        total = squares = 0.0
        for a, r in zip(w, residuals, strict=True):
            wr = a * r
            total += wr * r
            squares += wr * wr
        return total, -squares

    def restricted_score(self, tau2: float) -> tuple[float, float]:
        """Return twice the derivative of the restricted likelihood, and its own derivative."""
        w, _, residuals = self.weighted(tau2)
        s1 = sum(w)
        s2 = s3 = squares = along = cubes = 0.0
        for a, r in zip(w, residuals, strict=True):
            a2, wr = a * a, a * r
            s2 += a2
            s3 += a2 * a
            squares += wr * wr
            along += a * wr
            cubes += a * wr * wr
        shared = s2 / s1
        curvature = s2 - 2 * s3 / s1 + shared * shared
        return squares - s1 + shared, curvature - 2 * (cubes - along * along / s1)

    def restricted_maximum(self, bracket: list[float], levels: list[float]) -> float:
        """Return the maximum of the restricted likelihood, given its score at both ends."""
        (low, high), mean_v = bracket, sum(self.v) / len(self.v)
        level, next_level = levels[0] * (low + mean_v) ** 2, levels[1] * (high + mean_v) ** 2
        start = low + (high - low) * (level / (level - next_level))

        def function(tau2: float) -> tuple[float, float]:
            value, slope = self.restricted_score(tau2)
            return value, slope + 2 * value / (tau2 + mean_v)

        return falling_root(function, (low, high), start, min(self.v))

    def shared_weight(self) -> float:
        """Return ``tr P = 2·Σ wᵢwⱼ/Σw`` over pairs, with ``w = 1/v``."""
        before = pairs = 0.0
        for each in self.v:
            w = 1 / each
            pairs += w * before
            before += w
        return 2 * pairs / before

    def plain_squares(self) -> float:
        """Return the sum of squares about the unweighted mean."""
        mean = sum(self.y) / len(self.y)
        return sum([(each - mean) ** 2 for each in self.y])

    def solve_q(self, target: float) -> float:
        """Return the τ² at which Q(τ²) falls to `target`, from where it starts above."""

        def distance(tau2: float) -> tuple[float, float]:
            total, slope = self.q(tau2)
            return 1 / target - 1 / total, slope / (total * total)

        end = self.plain_squares() / target
        start = max(0.0, end - sum(self.v) / len(self.v))
        return falling_root(distance, (0.0, end), start, min(self.v))

    def residual_variance(self, tau2: float) -> float:
        """Return Q(τ²), and exactly 0 where it is the rounding of equal effects."""
        w, _, residuals = self.weighted(tau2)
        found = sum([a * r * r for a, r in zip(w, residuals, strict=True)])
        size = sum([a * b * b for a, b in zip(w, self.y, strict=True)])
        return found if found > ROUNDING**2 * size else 0.0


def falling_root(
    function: Function, bracket: tuple[float, float], start: float, scale: float
) -> float:
    """Return where the function falls through zero: `reviewkit.synthesis.roots` for one."""
    low, high = bracket
    at = start
    for _ in range(STEPS):
        value, slope = function(at)
        moved = at - value / slope if slope else math.inf
        if value > 0:
            low = at
        else:
            high = at
        inside = low <= moved <= high
        if inside and abs(moved - at) <= SETTLED * moved + ROUNDING * scale:
            return moved
        if value == 0 or high - low <= ROUNDING * high:
            return at
        at = moved if inside else (low + high) / 2
    return at
