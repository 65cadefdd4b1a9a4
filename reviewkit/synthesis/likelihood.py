"""The likelihood and the restricted likelihood of τ², and every local maximum of them.

Up to a constant, with ``w = 1/(v + τ²)``, W = diag(w), residuals r and ``Q = Σwr²``:

    -2·l(τ²)  = Σ ln(v + τ²) + Q                       likelihood, ML
    -2·lᵣ(τ²) = Σ ln(v + τ²) + Q + ln det(X'WX)        restricted likelihood, REML

(Viechtbauer 2005, doi:10.3102/10769986030003261).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

import numpy as np
import numpy.typing as npt

from reviewkit.synthesis.batch import Batch, one_batch
from reviewkit.synthesis.plain import SmallMean
from reviewkit.synthesis.projection import Array, Projection, over_studies
from reviewkit.synthesis.roots import Positions, falling_root

Likelihood = Literal["ML", "REML"]
Number = TypeVar("Number", float, Array)

GRID = 96
"""Points at which the sign of the score is looked at, to find every local maximum: neighbouring
ones about 15% apart."""

COARSE_GRID = 24
"""The same in a batch of many fits: neighbouring points a factor of about 2 apart."""

GRID_FLOOR = 1e-4
"""First point of that grid after 0, relative to the smallest sampling variance."""

BLOCK = 1 << 14
"""Numbers held at once while a grid is looked at: 128 kB, which a processor keeps near (measured:
of 8 kB to 2 MB the fastest)."""


@dataclass(frozen=True, slots=True)
class Maximum:
    """The highest point of the likelihoods of m fits, each of shape (m,): where, of how many."""

    tau2: Array
    of: Positions


def highest_maximum(batch: Batch, kind: Likelihood, *, points: int = GRID) -> Maximum:
    """Return the τ² ≥ 0 at which each likelihood is highest, and how many local maxima it has.

    The sign of the derivative is looked at over a grid and each maximum refined by Newton's
    method. The grid ends where the derivative is negative for certain: it is below
    ``S/τ⁴ - n/(τ² + max v)``, S being the sum of squares about the unweighted fit and n the
    residual degrees of freedom (REML) or the number of studies (ML). Two maxima between
    neighbouring points of the grid would be seen as one.
    """
    fits, roots = local_maxima(batch, kind, points=points)
    m = batch.y.shape[1]
    of = np.bincount(fits, minlength=m)
    if len(fits) == m:
        return Maximum(roots, of)
    heights = log_likelihood(batch.take(fits), kind, roots)
    order = np.lexsort((-heights, fits))
    first = np.searchsorted(fits[order], np.arange(m))
    return Maximum(roots[order][first], of)


def local_maxima(batch: Batch, kind: Likelihood, *, points: int = GRID) -> tuple[Positions, Array]:
    """Return every local maximum as a fit's position and the τ² of the maximum, sorted by both."""
    small = batch.small_mean() if kind == "REML" else None
    if small is not None:
        found = _maxima_of_small(batch, small, points)
        return np.zeros(len(found), dtype=np.intp), np.array(found)
    grid = _grid(batch, kind, points)
    scores = _scores(batch, kind, grid)
    above = scores > 0
    below = ~above
    fits, places = np.nonzero((above[:-1] & below[1:]).T)
    ends = grid[places, fits], grid[places + 1, fits]
    levels = scores[places, fits], scores[places + 1, fits]
    roots = _refined(batch, kind, fits, ends, levels)
    at_zero, at_end = np.flatnonzero(below[0]), np.flatnonzero(above[-1])
    if len(at_zero) + len(at_end) == 0:
        return fits, roots
    # The end is a bound: only rounding lets the likelihood still rise there.
    fits = np.concatenate([at_zero, fits, at_end])
    roots = np.concatenate([np.zeros(len(at_zero)), roots, grid[-1, at_end]])
    order = np.argsort(fits, kind="stable")
    return fits[order], roots[order]


def _maxima_of_small(batch: Batch, small: SmallMean, points: int) -> list[float]:
    """Return every local maximum of one small mean's restricted likelihood."""
    end = _end(small.plain_squares(), len(small.y) - 1, max(small.v))
    first = GRID_FLOOR * min(small.v)
    grid = np.zeros(points + 1)
    grid[1:] = first * np.exp(_fractions(points) * math.log(max(end / first, 2.0)))
    w = 1 / (batch.v + grid)
    projected = batch.project(w)
    scores = _score(projected, "REML", w * projected.residuals(batch.y))
    above = scores > 0
    roots = [] if above[0] else [0.0]
    for i in np.flatnonzero(above[:-1] & ~above[1:]).tolist():
        bracket, levels = grid[i : i + 2].tolist(), scores[i : i + 2].tolist()
        roots.append(small.restricted_maximum(bracket, levels))
    return [*roots, float(grid[-1])] if above[-1] else roots


def _refined(
    batch: Batch,
    kind: Likelihood,
    fits: Positions,
    ends: tuple[Array, Array],
    levels: tuple[Array, Array],
) -> Array:
    """Return the maxima of the fits at these positions, given scores at both ends of a bracket.

    ``score·(τ² + v)²`` is a straight line where all variances are v, so that is what is solved
    for zero, with the mean variance: first along its chord, then by Newton's method.
    """
    low, high = ends
    everyone = len(fits)
    whole = everyone == batch.y.shape[1] and bool((fits == np.arange(everyone)).all())
    chosen = batch if whole else batch.take(fits)
    mean_v = chosen.mean_v()
    level, next_level = levels[0] * (low + mean_v) ** 2, levels[1] * (high + mean_v) ** 2
    start = low + (high - low) * (level / (level - next_level))

    def function(at: Array, active: Positions) -> tuple[Array, Array]:
        part = chosen if len(active) == everyone else chosen.take(active)
        value, slope = score(part, kind, at)
        return value, slope + 2 * value / (at + mean_v[active])

    return falling_root(function, low, high, start, chosen.least_v())


def score(batch: Batch, kind: Likelihood, tau2: Array) -> tuple[Array, Array]:
    """Return twice the derivative of the log-likelihood at τ², and its own derivative."""
    w = batch.weights(tau2)
    projected = batch.project(w)
    wr = w * projected.residuals(batch.y)
    if kind == "REML":
        trace, curvature = projected.traces()
    else:
        trace, curvature = over_studies(w), over_studies(w * w)
    return over_studies(wr * wr) - trace, curvature - 2 * projected.cubed(wr)


def _score(projected: Projection, kind: Likelihood, wr: Array) -> Array:
    trace = projected.trace() if kind == "REML" else over_studies(projected.w)
    return over_studies(wr * wr) - trace


def log_likelihood(batch: Batch, kind: Likelihood, tau2: Array) -> Array:
    """Return the log-likelihood of each fit at its τ², up to the constant of its shape."""
    w = batch.weights(tau2)
    projected = batch.project(w)
    r = projected.residuals(batch.y)
    spread = np.where(w > 0, np.log(np.where(w > 0, w, 1.0)), 0.0)
    found: Array = over_studies(spread - w * r * r) / 2
    return found - projected.log_determinant() / 2 if kind == "REML" else found


def _grid(batch: Batch, kind: Likelihood, points: int) -> Array:
    """Return 0 and `points` values of τ² in geometric progression for each fit, (g, m)."""
    squares, n = batch.plain_squares(), batch.k - (batch.p if kind == "REML" else 0)
    end = _end(squares, n, batch.greatest_v())
    first = GRID_FLOOR * batch.least_v()
    grid = np.zeros((points + 1, len(first)))
    np.exp(_fractions(points)[:, None] * np.log(np.maximum(end / first, 2.0)), out=grid[1:])
    grid[1:] *= first
    return grid


def _end(squares: Number, n: Number, greatest_v: Number) -> Number:
    """Return the τ² beyond which the score is below 0 (`highest_maximum` says why)."""
    end: Number = (squares + (squares * squares + 4 * n * squares * greatest_v) ** 0.5) / (2 * n)
    return end


@cache
def _fractions(points: int) -> Array:
    return np.linspace(0.0, 1.0, points)


def _scores(batch: Batch, kind: Likelihood, grid: Array) -> Array:
    """Return the score of each fit at each of its grid points, in blocks of points."""
    wide = Batch(
        batch.y[:, None],
        batch.v[:, None],
        None if batch.include is None else batch.include[:, None],
        batch.x,
    )
    step = max(1, BLOCK // batch.y.size)
    found = np.empty_like(grid)
    for i in range(0, len(grid), step):
        w = wide.weights(grid[i : i + step])
        projected = batch.project(w)
        wr = w * projected.residuals(wide.y)
        found[i : i + step] = _score(projected, kind, wr)
    return found


def reml_maxima(y: npt.ArrayLike, v: npt.ArrayLike) -> tuple[float, ...]:
    """Return every local maximum of the restricted likelihood over τ² ≥ 0, the highest first.

    metafor climbs by Fisher scoring from one start, and where the likelihood has several maxima
    it may stop at a lower one.

    Examples
    --------
    >>> reml_maxima([0.1, 0.2, 0.3], [0.5, 0.5, 0.5])
    (0.0,)
    """
    batch = one_batch(y, v)
    _, roots = local_maxima(batch, "REML")
    heights = log_likelihood(batch.take(np.zeros(len(roots), dtype=np.intp)), "REML", roots)
    return tuple(float(root) for root in roots[np.argsort(-heights)])


def restricted_log_likelihood(tau2: float, y: npt.ArrayLike, v: npt.ArrayLike) -> float:
    """Return the restricted log-likelihood of τ² for a common mean, up to a constant."""
    return float(log_likelihood(one_batch(y, v), "REML", np.array([tau2]))[0])
