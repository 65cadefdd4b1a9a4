"""Trim and fill: how the pool would look if the funnel plot were symmetric.

It asks how much one kind of asymmetry could matter, and is no estimate of the effect without
bias: where studies differ, it fills in studies that nobody left out, and where results were
withheld for their p values it misses them (Terrin and others 2003, doi:10.1002/sim.1461; Peters
and others 2007, doi:10.1002/sim.2889).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.egger import egger
from reviewkit.synthesis.fit import Test
from reviewkit.synthesis.pool import pool
from reviewkit.synthesis.pooled import Pooled
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.result import Result
from reviewkit.synthesis.small_studies import effects_and_variances, few_studies
from reviewkit.synthesis.tau2 import Method

Side = Literal["left", "right"]
MissingEstimator = Literal["L0", "R0", "Q0"]

LEAST_STUDIES = 2
"""One study has nothing to be symmetric about but itself."""

MOST_STEPS = 100
"""As metafor's ``maxiter``."""

SENSITIVITY = (
    "Filled-in studies are no data: the filled pool shows what one kind of asymmetry could do, "
    "and is no corrected estimate."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrimAndFill(Result):
    """The number of missing studies, and the pool with mirror images in their place.

    Parameters
    ----------
    missing, missing_se
        Estimated number of missing studies, and its standard error; None where the estimator's
        variance formula gives none.
    missing_p
        Test that none is missing on that side; for ``R0`` only.
    side
        Where they are missing: ``left`` (low effects) or ``right``.
    filled_y, filled_v
        Effects and variances of the mirror images.
    filled, observed
        The pool with and without them.
    estimator
        As used.
    notes
        What a reader must know to take the numbers rightly, one sentence each.
    """

    missing: int
    missing_se: float | None
    missing_p: float | None
    side: Side
    filled_y: tuple[float, ...]
    filled_v: tuple[float, ...]
    filled: Pooled
    observed: Pooled
    estimator: MissingEstimator
    notes: tuple[str, ...]


def trim_and_fill(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    *,
    side: Side | None = None,
    estimator: MissingEstimator = "L0",
    method: Method = "REML",
    test: Test | None = None,
    level: float = 0.95,
) -> TrimAndFill:
    """Return the pool after trimming the extreme studies and filling in their mirror images.

    The k₀ most extreme effects of the far side are trimmed, the rest pooled to μ, and k₀ is
    estimated anew from the ranks of ``|y - μ|``, until it stays. With T the sum of the ranks of
    effects above μ and h the highest rank below it (missing on the left):

    ========= ===========================================
    estimator k₀
    ========= ===========================================
    L0        ``(4T - k(k + 1))/(2k - 1)``
    R0        ``k - h - 1``
    Q0        ``k - ½ - √(2k² - 4T + ¼)``
    ========= ===========================================

    Parameters
    ----------
    y, v
        Effects and sampling variances, shape (k,).
    side
        Where studies are missing; None: where the slope of `egger` by the mixed model of
        `method` points, to the right if it is negative.
    estimator
        Of the number of missing studies; Duval & Tweedie recommend ``L0`` and ``R0``.
    method, test, level
        As in `reviewkit.synthesis.pool.pool`, while trimming and for both pools.

    Raises
    ------
    NotEstimable
        For one study; without `side` for two, or if all have the same size; if the estimator is
        undefined, or its steps do not come to rest.

    Notes
    -----
    Duval & Tweedie 2000, doi:10.1111/j.0006-341X.2000.00455.x and
    doi:10.1080/01621459.2000.10473905. As metafor's ``trimfill``, which (3.8) fits the filled
    studies by z at 95% whatever the model's test and level.

    Examples
    --------
    >>> result = trim_and_fill([0.1, 0.2, 0.3, 0.7, 1.1], [0.01, 0.02, 0.02, 0.1, 0.2],
    ...                        method="CE", side="left")
    >>> result.missing, round(result.observed.estimate, 3), round(result.filled.estimate, 3)
    (2, 0.221, 0.175)
    """
    effects, variances = effects_and_variances(y, v)
    k = len(effects)
    if k < LEAST_STUDIES:
        raise NotEstimable("one study has no funnel that could be asymmetric")
    if side is None:
        slope = egger(effects, variances, model="mixed", method=method).slope.estimate
        side = "right" if slope < 0 else "left"
    turn = -1.0 if side == "right" else 1.0
    order = np.argsort(turn * effects, kind="stable")
    turned, sorted_v = turn * effects[order], variances[order]
    raw, centre = _settled(turned, sorted_v, estimator, method)
    missing = _whole(raw)
    images = turn * (2 * centre - turned[k - missing :])
    image_v = sorted_v[k - missing :]
    return TrimAndFill(
        missing=missing,
        missing_se=_se(raw, k, estimator),
        missing_p=0.5 ** (missing + 1) if estimator == "R0" else None,
        side=side,
        filled_y=tuple(images.tolist()),
        filled_v=tuple(image_v.tolist()),
        filled=pool(
            np.concatenate([effects, images]),
            np.concatenate([variances, image_v]),
            method=method,
            test=test,
            level=level,
        ),
        observed=pool(effects, variances, method=method, test=test, level=level),
        estimator=estimator,
        notes=(*few_studies(k), SENSITIVITY),
    )


def _settled(
    y: Array, v: Array, estimator: MissingEstimator, method: Method
) -> tuple[float, float]:
    """Return k₀ before rounding and the centre of the trimmed studies, once k₀ stays."""
    k, missing = len(y), 0
    for _ in range(MOST_STEPS):
        kept = k - missing
        centre = pool(y[:kept], v[:kept], method=method, test="z").estimate
        raw = _missing(y - centre, estimator)
        before, missing = missing, _whole(raw)
        if missing == before:
            return raw, centre
    raise NotEstimable(
        f"the number of missing studies does not come to rest by {estimator}; try another estimator"
    )


def _missing(off: Array, estimator: MissingEstimator) -> float:
    """Return k₀ before rounding from effects about their centre, in ascending order."""
    k = len(off)
    ranks = np.empty(k)
    ranks[np.argsort(np.abs(off), kind="stable")] = np.arange(1, k + 1)
    above = float(np.sum(ranks[off > 0]))
    if estimator == "R0":
        return k - float(np.max(ranks[off < 0], initial=0)) - 1
    if estimator == "L0":
        return (4 * above - k * (k + 1)) / (2 * k - 1)
    if estimator == "Q0":
        inside = 2 * k * k - 4 * above + 0.25
        if inside < 0:
            raise NotEstimable("nearly all effects lie on one side, where Q0 is undefined")
        return k - 0.5 - math.sqrt(inside)
    raise ValueError(f'estimator is "L0", "R0" or "Q0", not "{estimator}"')


def _whole(raw: float) -> int:
    return max(0, round(raw))


def _se(raw: float, k: int, estimator: MissingEstimator) -> float | None:
    """Return the standard error of k₀ (Duval & Tweedie 2000), None for a variance below 0."""
    if estimator == "R0":
        return math.sqrt(2 * max(0.0, raw) + 2)
    variance = (
        k * (k + 1) * (2 * k + 1)
        + 10 * raw**3
        + 27 * raw**2
        + 17 * raw
        - 18 * k * raw**2
        - 18 * k * raw
        + 6 * k**2 * raw
    ) / 24
    divisor = 2 * k - 1 if estimator == "L0" else _q0_divisor(raw, k)
    if variance < 0 or divisor is None:
        return None
    return (4 if estimator == "L0" else 2) * math.sqrt(variance) / divisor


def _q0_divisor(raw: float, k: int) -> float | None:
    inside = (k - 0.5) ** 2 - raw * (2 * k - raw - 1)
    return math.sqrt(inside) if inside > 0 else None
