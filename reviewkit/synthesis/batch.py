"""Many sets of studies side by side, each to be fitted: what the estimators of τ² work on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewkit.synthesis.plain import UP_TO, SmallMean
from reviewkit.synthesis.projection import Array, Projection, over_studies, project
from reviewkit.synthesis.roots import Positions


@dataclass(frozen=True, slots=True)
class Batch:
    """m fits of up to k studies each.

    Parameters
    ----------
    y, v
        Effects and sampling variances, shape (k, m); finite also where a study is left out.
    include
        1 where a study belongs to a fit and 0 where not, shape (k, m); None for all of them.
    x
        The design that all fits share, shape (k, p); None for a common mean.
    fixed
        Weights of the user's own, shape (k, m), for the estimate and for the method GENQ; None
        for inverse-variance weights.
    """

    y: Array
    v: Array
    include: Array | None = None
    x: Array | None = None
    fixed: Array | None = None

    @property
    def p(self) -> int:
        """Coefficients of each fit."""
        return 1 if self.x is None else self.x.shape[1]

    @property
    def k(self) -> Array:
        """Studies of each fit, shape (m,)."""
        if self.include is None:
            return np.full(self.y.shape[1], float(len(self.y)))
        found: Array = self.include.sum(0)
        return found

    def small_mean(self) -> SmallMean | None:
        """Return the one mean of so few studies that plain floats are faster, if it is that."""
        k, m = self.y.shape
        if m != 1 or k > UP_TO or self.x is not None or self.include is not None:
            return None
        return SmallMean(self.y[:, 0].tolist(), self.v[:, 0].tolist())

    def take(self, fits: Positions) -> Batch:
        """Return the fits at these positions."""
        include = None if self.include is None else self.include[:, fits]
        fixed = None if self.fixed is None else self.fixed[:, fits]
        return Batch(self.y[:, fits], self.v[:, fits], include, self.x, fixed)

    def weights(self, tau2: Array | float) -> Array:
        """Return ``1/(v + τ²)``, 0 for studies left out; τ² of shape (m,)."""
        found: Array = (
            1 / (self.v + tau2) if self.include is None else self.include / (self.v + tau2)
        )
        return found

    def project(self, w: Array) -> Projection:
        """Return the projection of these weights, shape (k, m) or (k, g, m)."""
        return project(w, self.x)

    def ones(self) -> Array:
        """Return equal weights, 0 for studies left out."""
        return np.ones_like(self.y) if self.include is None else self.include

    def least_v(self) -> Array:
        """Return the smallest sampling variance of each fit."""
        return self._extreme(np.minimum, np.inf)

    def greatest_v(self) -> Array:
        """Return the largest sampling variance of each fit."""
        return self._extreme(np.maximum, 0.0)

    def mean_v(self) -> Array:
        """Return the mean sampling variance of each fit."""
        values = self.v if self.include is None else self.include * self.v
        return over_studies(values) / self.k

    def _extreme(self, of: np.ufunc, otherwise: float) -> Array:
        values = self.v if self.include is None else np.where(self.include > 0, self.v, otherwise)
        found: Array = of.reduce(values, 0)
        return found

    def plain_squares(self) -> Array:
        """Return the sum of squares about the unweighted fit."""
        if self.include is None and self.x is None:
            r = self.y - over_studies(self.y) / len(self.y)
            return over_studies(r * r)
        ones = self.ones()
        r = self.project(ones).residuals(self.y)
        return over_studies(ones * r * r)


def one_batch(y: npt.ArrayLike, v: npt.ArrayLike, x: Array | None = None) -> Batch:
    """Return a batch of one fit, of effects and variances of shape (k,)."""
    effects, variances = np.asarray(y, dtype=np.float64), np.asarray(v, dtype=np.float64)
    return Batch(effects[:, None], variances[:, None], x=x)
