"""Weighted least squares of many fits at once: residuals, traces and covariances.

The first axis of every array is that of the k studies; the others are those of the fits, so that
sums over studies run along contiguous memory. For weights ``W = diag(w)`` and a design X,

    P = W - W X (X'W X)⁻¹ X'W

is what estimators of τ² are made of (Viechtbauer 2005, doi:10.3102/10769986030003261). It is never
formed: ``Py = W r`` with the residuals r, and traces come from the moments ``X' diag(c) X``.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def over_studies(values: Array) -> Array:
    """Return the sums along the first axis."""
    total: Array = np.add.reduce(values, 0)
    return total


class Projection(Protocol):
    """What weights w and a design give, for weights of shape (k, ...)."""

    w: Array

    def coefficients(self, y: Array) -> Array:
        """Return ``b = (X'WX)⁻¹X'W y``, of shape (..., p)."""

    def residuals(self, y: Array) -> Array:
        """Return ``y - Xb``, of the shape of w."""

    def quadratic(self, y: Array) -> Array:
        """Return ``y'Py = Σ wr²``."""

    def trace(self) -> Array:
        """Return ``tr P``."""

    def trace_by_pairs(self) -> Array:
        """Return ``tr P``, at some cost exact also where one weight dwarfs all."""

    def trace_of(self, d: Array) -> Array:
        """Return ``tr(PD)`` with ``D = diag(d)``."""

    def trace_of_square(self, d: Array | float = 1.0) -> Array:
        """Return ``tr(PDPD)``."""

    def cubed(self, wr: Array) -> Array:
        """Return ``y'PPPy``, given ``W r``."""

    def traces(self) -> tuple[Array, Array]:
        """Return ``tr P`` and ``tr PP``."""

    def log_determinant(self) -> Array:
        """Return ``ln det(X'WX)``."""

    def covariance(self) -> Array:
        """Return ``(X'WX)⁻¹``, of shape (..., p, p)."""

    def sandwich(self, m: Array) -> Array:
        """Return ``(X'WX)⁻¹ X'W diag(m) WX (X'WX)⁻¹``, of shape (..., p, p)."""


def project(w: Array, x: Array | None) -> Projection:
    """Return what weights of shape (k, ...) give on the design x, (k, p); a mean for None."""
    return _OfMean(w) if x is None else _OfModerators(x, w)


class _OfMean:
    """The design of one common mean: X is a column of ones, and all is scalar arithmetic."""

    __slots__ = ("total", "w")

    def __init__(self, w: Array) -> None:
        self.w = w
        self.total: Array = over_studies(w)

    def coefficients(self, y: Array) -> Array:
        return (over_studies(self.w * y) / self.total)[..., None]

    def residuals(self, y: Array) -> Array:
        return y - over_studies(self.w * y) / self.total

    def quadratic(self, y: Array) -> Array:
        r = self.residuals(y)
        return over_studies(self.w * r * r)

    def trace(self) -> Array:
        return self.total - over_studies(self.w * self.w) / self.total

    def trace_by_pairs(self) -> Array:
        """Return ``Σw - Σw²/Σw`` as ``2·Σ wᵢwⱼ/Σw`` over pairs: no digit lost to one large w."""
        w = self.w
        return 2 * over_studies(w[1:] * w.cumsum(0)[:-1]) / self.total

    def trace_of(self, d: Array) -> Array:
        return over_studies(self.w * d * (1 - self.w / self.total))

    def trace_of_square(self, d: Array | float = 1.0) -> Array:
        w, wd = self.w, self.w * d
        square = wd * wd
        shared = over_studies(w * wd) / self.total
        return over_studies(square) - 2 * over_studies(square * w) / self.total + shared * shared

    def traces(self) -> tuple[Array, Array]:
        w2 = self.w * self.w
        shared = over_studies(w2) / self.total
        square = shared * (self.total + shared) - 2 * over_studies(w2 * self.w) / self.total
        return self.total - shared, square

    def cubed(self, wr: Array) -> Array:
        square = self.w * wr
        along = over_studies(square)
        return over_studies(square * wr) - along * along / self.total

    def log_determinant(self) -> Array:
        found: Array = np.log(self.total)
        return found

    def covariance(self) -> Array:
        return (1 / self.total)[..., None, None]

    def sandwich(self, m: Array) -> Array:
        return (over_studies(self.w * self.w * m) / self.total**2)[..., None, None]


class _OfModerators:
    """A design of p columns, shared by all fits.

    Parameters
    ----------
    x
        The design, shape (k, p).
    w
        Weights, shape (k, ...).
    """

    __slots__ = ("inverse", "w", "x")

    def __init__(self, x: Array, w: Array) -> None:
        self.x = x
        self.w = w
        self.inverse: Array = np.asarray(np.linalg.inv(self._moment(w)), dtype=np.float64)

    def _moment(self, c: Array) -> Array:
        """Return ``X' diag(c) X``, of shape (..., p, p)."""
        k, p = self.x.shape
        products = (self.x[:, :, None] * self.x[:, None, :]).reshape(k, p * p)
        flat = c.reshape(k, -1).T @ products
        return flat.reshape(*c.shape[1:], p, p)

    def _along(self, c: Array) -> Array:
        """Return ``X'c``, of shape (..., p)."""
        k, p = self.x.shape
        return (c.reshape(k, -1).T @ self.x).reshape(*c.shape[1:], p)

    def coefficients(self, y: Array) -> Array:
        found: Array = (self.inverse @ self._along(self.w * y)[..., None])[..., 0]
        return found

    def residuals(self, y: Array) -> Array:
        found: Array = y - np.moveaxis(self.coefficients(y) @ self.x.T, -1, 0)
        return found

    def quadratic(self, y: Array) -> Array:
        r = self.residuals(y)
        return over_studies(self.w * r * r)

    def trace(self) -> Array:
        return self.trace_of(np.ones_like(self.w))

    def trace_by_pairs(self) -> Array:
        return self.trace()

    def trace_of(self, d: Array) -> Array:
        shared = self.inverse @ self._moment(self.w * self.w * d)
        found: Array = over_studies(self.w * d) - np.trace(shared, axis1=-2, axis2=-1)
        return found

    def trace_of_square(self, d: Array | float = 1.0) -> Array:
        wd = self.w * d
        square = wd * wd
        shared = self.inverse @ self._moment(self.w * wd)
        across = self.inverse @ self._moment(square * self.w)
        found: Array = (
            over_studies(square)
            - 2 * np.trace(across, axis1=-2, axis2=-1)
            + np.einsum("...ij,...ji->...", shared, shared)
        )
        return found

    def traces(self) -> tuple[Array, Array]:
        return self.trace(), self.trace_of_square()

    def cubed(self, wr: Array) -> Array:
        square = self.w * wr
        along = self._along(square)
        shared: Array = np.einsum("...i,...ij,...j->...", along, self.inverse, along)
        return over_studies(square * wr) - shared

    def log_determinant(self) -> Array:
        found: Array = -np.linalg.slogdet(self.inverse)[1]
        return found

    def covariance(self) -> Array:
        return self.inverse

    def sandwich(self, m: Array) -> Array:
        found: Array = self.inverse @ self._moment(self.w * self.w * m) @ self.inverse
        return found
