"""Mixtures of normal distributions: what integrating over τ makes of a posterior."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reviewkit.effects.values import Interval
from reviewkit.synthesis.projection import Array

FAR = 8.0
"""Standard deviations from a component within which a bracket for a quantile begins."""

PRECISION = 1e-13
"""Of a quantile, beside a typical standard deviation."""

ROOT_STEPS = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Mixture:
    """A mixture of normal distributions.

    Parameters
    ----------
    weights
        Above 0, summing to 1, shape (n,).
    means, sds
        Of the components, shape (n,); the sds above 0.
    """

    weights: Array
    means: Array
    sds: Array

    def below(self, x: float) -> float:
        """Return the chance of a value below x.

        Examples
        --------
        >>> Mixture(np.array([1.0]), np.array([2.0]), np.array([3.0])).below(2.0)
        0.5
        """
        from scipy.special import ndtr

        return float(np.sum(self.weights * ndtr((x - self.means) / self.sds)))

    def above(self, x: float) -> float:
        """Return the chance of a value above x, exact far out in the tail."""
        return Mixture(self.weights, -self.means, self.sds).below(-x)

    def quantile(self, p: float) -> float:
        """Return the value below which lies the chance p, to the last bits."""
        from scipy.optimize import brentq

        def beyond(x: float) -> float:
            # The smaller tail is compared, so that a small p keeps its precision.
            return self.below(x) - p if p <= 1 / 2 else (1 - p) - self.above(x)

        centre, spread = self._middle(self.means), self._middle(self.sds)
        reach = FAR * spread
        while beyond(centre - reach) > 0 or beyond(centre + reach) < 0:
            reach *= 2
        found = brentq(
            beyond, centre - reach, centre + reach, xtol=PRECISION * spread, maxiter=ROOT_STEPS
        )
        return float(found)

    def _middle(self, values: Array) -> float:
        """Return the median of the components by weight: no far component moves it."""
        order = np.argsort(values)
        at = int(np.searchsorted(np.cumsum(self.weights[order]), 1 / 2))
        return float(values[order][min(at, len(values) - 1)])

    def interval(self, level: float) -> Interval:
        """Return the interval with equal tails."""
        tail = (1 - level) / 2
        return Interval(
            lower=self.quantile(tail),
            upper=self.quantile(1 - tail),
            level=level,
            method="equal-tailed credible",
        )
