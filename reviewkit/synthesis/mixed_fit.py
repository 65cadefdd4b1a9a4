"""The covariances of random effects at which the likelihood is highest.

From several starts by BFGS with the exact gradient, then by Newton's method until the step is
rounding. The likelihood may have several maxima; the highest that is found is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.mixed_likelihood import (
    Blocks,
    Likelihood,
    by_covariances,
    deviance,
    solve,
)
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.random_effects import Term

SMALL_SHARE = 0.1
"""A start in which one random effect stands out gives the others this share of its size."""

SHARES = (0.75, 0.1)
"""Where correlations start, from the least that is possible (0) to 1 (1): 0.5 and -0.8 of two
levels."""

NEWTON_STEPS = 30

DIFFERENCE = 1e-5
"""Step of the differences of the gradient that Newton's method is steered by."""

SETTLED = 1e-11
"""A Newton step so small, beside the scale of the effects, ends the search."""

VANISHING = 1e-5
"""A parameter below this, beside the scale of the effects, is held against 0."""

SAME = 1e-9
"""Deviances closer than this do not tell two fits apart."""

Objective = Callable[[Array], tuple[float, Array]]


def highest_likelihood(
    blocks: Sequence[Blocks], terms: Sequence[Term], kind: Likelihood, *, scale: float
) -> tuple[Array, ...]:
    """Return the covariances G at the highest likelihood; `scale` is a typical deviation."""
    if not any(term.parameters for term in terms):
        return tuple(term.covariance(np.empty(0)) for term in terms)
    cuts = np.cumsum([term.parameters for term in terms])[:-1]

    def covariances(theta: Array) -> tuple[Array, ...]:
        parts = np.split(theta, cuts)
        return tuple(term.covariance(part) for term, part in zip(terms, parts, strict=True))

    def objective(theta: Array) -> tuple[float, Array]:
        solved = solve(blocks, covariances(theta))
        slopes = by_covariances(blocks, solved, terms, kind)
        parts = np.split(theta, cuts)
        gradient = [
            term.gradient(part, slope)
            for term, part, slope in zip(terms, parts, slopes, strict=True)
        ]
        return deviance(solved, kind), np.concatenate(gradient)

    return covariances(_lowest(objective, _starts(terms, scale), scale))


def _starts(terms: Sequence[Term], scale: float) -> list[Array]:
    """Return starts with all random effects alike, large and small, and with each standing out.

    Each with correlations that are high and, where there are any, again with low ones: from a high
    correlation the search may end at no variance at all, short of a maximum at -1.
    """
    free = [i for i, term in enumerate(terms) if term.parameters]
    sizes = [[scale] * len(terms), [SMALL_SHARE * scale] * len(terms)]
    if len(free) > 1:
        sizes += [
            [scale if i == chosen else SMALL_SHARE * scale for i in range(len(terms))]
            for chosen in free
        ]
    shares = SHARES if any(term.correlates for term in terms) else SHARES[:1]
    return [
        np.concatenate([term.start(size, share) for term, size in zip(terms, each, strict=True)])
        for share in shares
        for each in sizes
    ]


def _lowest(objective: Objective, starts: Sequence[Array], scale: float) -> Array:
    from scipy.optimize import minimize

    found = [
        minimize(objective, start, jac=True, method="BFGS", options={"gtol": 1e-8}).x
        for start in starts
    ]
    refined = [_refined(objective, theta, scale) for theta in found]
    return min(refined, key=lambda theta: objective(theta)[0])


def _refined(objective: Objective, theta: Array, scale: float) -> Array:
    """Return the minimum near `theta` to the last bits, parameters that vanish set to 0."""
    level, gradient = objective(theta)
    for _ in range(NEWTON_STEPS):
        step = -np.linalg.lstsq(_hessian(objective, theta, scale), gradient, rcond=None)[0]
        if not np.isfinite(step).all():
            raise NotEstimable("the likelihood has no maximum that can be found")
        moved = theta + step
        next_level, next_gradient = objective(moved)
        if next_level > level + SAME:
            break
        theta, level, gradient = moved, next_level, next_gradient
        if np.max(np.abs(step)) <= SETTLED * scale:
            break
    return _without_vanishing(objective, theta, level, scale)


def _without_vanishing(objective: Objective, theta: Array, level: float, scale: float) -> Array:
    small = (np.abs(theta) < VANISHING * scale) & (theta != 0)
    cut = np.where(small, 0.0, theta)
    return cut if small.any() and objective(cut)[0] <= level + SAME else theta


def _hessian(objective: Objective, theta: Array, scale: float) -> Array:
    step = DIFFERENCE * scale
    rows = [
        (objective(theta + step * unit)[1] - objective(theta - step * unit)[1]) / (2 * step)
        for unit in np.eye(len(theta))
    ]
    matrix: Array = (np.array(rows) + np.array(rows).T) / 2
    return matrix
