"""The posterior of the heterogeneity τ, as points and weights: what everything is averaged over.

Given τ all else is normal, so one integral is left, over ``u = ln τ``:

    p(u | y) ∝ p(u)·√(Πw / W)·exp(-½[Σw(y - m)² + w₀(m - m₀)²]),  w = 1/(v + τ²),
    W = Σw + w₀,  m = (Σwy + w₀m₀)/W,

with ``w₀ = 1/s₀²`` of a normal prior N(m₀, s₀²) of the mean, 0 for a flat one (Röver 2020,
doi:10.18637/jss.v093.i06, section 2). It is taken by Gauss-Legendre quadrature on panels that are
narrow at the highest point and grow away from it, as far as the density is above `NEGLIGIBLE`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.priors import TauPrior
from reviewkit.synthesis.projection import Array

NEGLIGIBLE = math.log(1e-18)
"""Log of the density, beside the highest, from which it is left out."""

PANELS = 96
NODES = 16

SCAN = np.sinh(np.linspace(-9.0, 9.0, 3601))
"""Points at which the density is looked at first, about the scale of the data, in ``ln τ``: a two
hundredth apart in the middle, further out in proportion to the distance."""

NARROWEST, WIDEST = 0.01, 3.0
"""Bounds of the width of the innermost panels, in ``ln τ``."""

LARGEST_LOG = 300.0
"""``ln τ`` beyond this is no number that τ² can hold."""


@dataclass(frozen=True, slots=True, eq=False)
class TauPosterior:
    """Points τ with their posterior weights, and the posterior of the mean given each.

    Parameters
    ----------
    tau, weights
        Points and weights, which sum to 1, shape (n,).
    means, variances
        Of the mean effect μ given τ, shape (n,).
    edges, cumulative
        ``ln τ`` at the ends of the panels and the posterior chance below each.
    """

    tau: Array
    weights: Array
    means: Array
    variances: Array
    edges: Array
    cumulative: Array

    def quantile(self, p: float, density: LogDensity) -> float:
        """Return the τ below which lies the posterior chance p."""
        from scipy.optimize import brentq

        at = int(np.clip(np.searchsorted(self.cumulative, p) - 1, 0, len(self.edges) - 2))
        low, high = float(self.edges[at]), float(self.edges[at + 1])
        whole, _ = _panel(density, low, high)
        share = float(self.cumulative[at + 1] - self.cumulative[at])
        wanted = (p - float(self.cumulative[at])) / share if share > 0 else 1 / 2

        def beyond(end: float) -> float:
            return _panel(density, low, end)[0] / whole - wanted

        found = brentq(beyond, low, high, xtol=1e-14 * max(1.0, abs(low), abs(high)))
        return math.exp(float(found))


@dataclass(frozen=True, slots=True, eq=False)
class LogDensity:
    """The log of the posterior density of ``u = ln τ``, up to a constant.

    Parameters
    ----------
    y, v
        Effects and sampling variances, shape (k,).
    prior
        Of τ.
    mean, weight
        m₀ and w₀.
    peak
        What is subtracted, so that the highest value is 0.
    """

    y: Array
    v: Array
    prior: TauPrior
    mean: float
    weight: float
    peak: float = 0.0

    def __call__(self, u: Array) -> Array:
        """Return the log-density at each u."""
        w, total, m = self.conditional(u)
        squares = np.sum(w * (self.y - m[:, None]) ** 2, axis=1)
        squares += self.weight * (m - self.mean) ** 2
        likelihood = (np.sum(np.log(w), axis=1) - np.log(total) - squares) / 2
        found: Array = likelihood + self.prior.log_density(u) - self.peak
        return found

    def conditional(self, u: Array) -> tuple[Array, Array, Array]:
        """Return w, W and m at each u, shapes (n, k), (n,) and (n,)."""
        tau2 = np.exp(2 * np.minimum(u, LARGEST_LOG))
        w = 1 / (self.v + tau2[:, None])
        total = np.sum(w, axis=1) + self.weight
        m = (np.sum(w * self.y, axis=1) + self.weight * self.mean) / total
        return w, total, m


def tau_posterior(density: LogDensity) -> tuple[TauPosterior, LogDensity]:
    """Return the points and weights, and the density with its peak at 0."""
    u = math.log(float(np.mean(density.v))) / 2 + SCAN
    u = u[np.abs(u) < LARGEST_LOG]
    seen = density(u)
    top = int(np.argmax(seen))
    density = LogDensity(
        density.y,
        density.v,
        density.prior,
        density.mean,
        density.weight,
        density.peak + float(seen[top]),
    )
    within = np.flatnonzero(seen - seen[top] > NEGLIGIBLE)
    low, high = float(u[max(within[0] - 1, 0)]), float(u[min(within[-1] + 1, len(u) - 1)])
    edges = _edges(low, high, float(u[top]), _width(density, float(u[top])))
    nodes, shares = _nodes(edges)
    masses = np.exp(density(nodes.ravel())).reshape(nodes.shape) * shares
    total = float(np.sum(masses))
    if not total > 0 or not math.isfinite(total):
        raise NotEstimable("prior and data leave no posterior that can be computed")
    _, precision, means = density.conditional(nodes.ravel())
    return (
        TauPosterior(
            tau=np.exp(nodes.ravel()),
            weights=(masses / total).ravel(),
            means=means,
            variances=1 / precision,
            edges=edges,
            cumulative=np.concatenate([[0.0], np.cumsum(np.sum(masses, axis=1)) / total]),
        ),
        density,
    )


def _width(density: LogDensity, top: float) -> float:
    """Return the width of the peak from the curvature there."""
    step = NARROWEST
    sides = density(np.array([top - step, top, top + step]))
    curvature = -(sides[0] - 2 * sides[1] + sides[2]) / step**2
    return float(np.clip(1 / math.sqrt(max(curvature, 1e-6)), NARROWEST, WIDEST))


def _edges(low: float, high: float, top: float, width: float) -> Array:
    """Return the ends of panels that are narrow about `top` and grow away from it."""
    reach = np.arcsinh((np.array([low, high]) - top) / width)
    return np.asarray(top + width * np.sinh(np.linspace(reach[0], reach[1], PANELS + 1)))


def _nodes(edges: Array) -> tuple[Array, Array]:
    """Return the points of each panel and what they count, both of shape (panels, nodes)."""
    at, weight = np.polynomial.legendre.leggauss(NODES)
    half = np.diff(edges)[:, None] / 2
    middle = (edges[:-1] + edges[1:])[:, None] / 2
    return middle + half * at, half * weight


def _panel(density: LogDensity, low: float, high: float) -> tuple[float, Array]:
    nodes, shares = _nodes(np.array([low, high]))
    values = np.exp(density(nodes.ravel()))
    return float(np.sum(values * shares.ravel())), values
