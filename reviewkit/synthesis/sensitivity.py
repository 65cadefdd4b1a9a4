"""Does the result hang on one study, on the latest, on any subset? The pool again for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.fit import Test
from reviewkit.synthesis.likelihood import GRID
from reviewkit.synthesis.many import Fits, fit_many
from reviewkit.synthesis.tau2 import Method

LEAST_STUDIES = 2
"""Without the only study there is nothing left."""

ALL_SUBSETS_UP_TO = 20
"""Studies whose 2ᵏ - 1 subsets are still fitted one and all: a million."""

Subsets = npt.NDArray[np.bool_]


def leave_one_out(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    *,
    method: Method = "REML",
    test: Test | None = None,
    level: float = 0.95,
) -> Fits:
    """Return the pool without each study in turn; fit i omits study i.

    Parameters
    ----------
    y, v, method, test, level
        As in `reviewkit.synthesis.pool.pool`.

    Raises
    ------
    NotEstimable
        For fewer than two studies.

    Notes
    -----
    As metafor's ``leave1out``.

    Examples
    --------
    >>> fits = leave_one_out([0.1, 0.2, 0.6], [0.1, 0.1, 0.1])
    >>> [round(each, 3) for each in fits.estimate.tolist()]
    [0.4, 0.35, 0.15]
    """
    k = np.size(y)
    if k < LEAST_STUDIES:
        raise NotEstimable("without the only study there is nothing to pool")
    include = ~np.eye(k, dtype=np.bool_)
    return fit_many(y, v, include=include, method=method, test=test, level=level, points=GRID)


def cumulative(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    *,
    order: Sequence[int] | None = None,
    method: Method = "REML",
    test: Test | None = None,
    level: float = 0.95,
) -> Fits:
    """Return the pool as studies are added; fit i holds the first i + 1 of them.

    The intervals are those of one look each: a reader who watches them shrink and stops at the
    first that excludes zero is misled more often than the level says.

    Parameters
    ----------
    y, v, method, test, level
        As in `reviewkit.synthesis.pool.pool`.
    order
        Positions of the studies in the order in which they are added; None for the given order.

    Raises
    ------
    ValueError
        If `order` does not name each study once.

    Notes
    -----
    Lau and others 1992, doi:10.1056/NEJM199207233270406. As metafor's ``cumul``.

    Examples
    --------
    >>> fits = cumulative([0.1, 0.3, 0.8], [0.1, 0.1, 0.1], order=[2, 0, 1])
    >>> [round(each, 3) for each in fits.estimate.tolist()]
    [0.8, 0.45, 0.4]
    """
    effects, variances = np.asarray(y, dtype=np.float64), np.asarray(v, dtype=np.float64)
    k = len(effects)
    places = np.arange(k) if order is None else np.asarray(order)
    if not np.array_equal(np.sort(places), np.arange(k)):
        raise ValueError(f"an order names each of {k} studies once, by positions from 0")
    include = np.tri(k, dtype=np.bool_)
    return fit_many(
        effects[places],
        variances[places],
        include=include,
        method=method,
        test=test,
        level=level,
        points=GRID,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Gosh:
    """The pool of many subsets of the studies.

    Parameters
    ----------
    fits
        One fit a subset.
    include
        Which studies each holds, shape (m, k).
    every
        Whether these are all subsets there are, or a random choice.
    """

    fits: Fits
    include: Subsets
    every: bool


def gosh(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    *,
    method: Method = "REML",
    test: Test | None = None,
    subsets: int | None = None,
    seed: int = 0,
) -> Gosh:
    """Return the pools of all subsets of the studies, or of random ones.

    A graphical display of study heterogeneity: two clouds instead of one say that a few studies,
    present or absent, decide the result.

    Parameters
    ----------
    y, v, method, test
        As in `reviewkit.synthesis.pool.pool`.
    subsets
        How many to draw at random, each study being in or out with equal odds; None for all
        ``2ᵏ - 1``, the ones of a single study included, sorted by size.
    seed
        Of the random choice.

    Raises
    ------
    ValueError
        If all subsets of more than 20 studies are asked for.

    Notes
    -----
    Olkin, Dahabreh & Trikalinos 2012, doi:10.1002/jrsm.1053. As metafor's ``gosh``.

    Examples
    --------
    >>> result = gosh([0.1, 0.3, 0.8], [0.1, 0.1, 0.1], method="CE")
    >>> len(result.fits), result.fits.k.tolist()
    (7, [1, 1, 1, 2, 2, 2, 3])
    """
    k = np.size(y)
    if subsets is None and k > ALL_SUBSETS_UP_TO:
        raise ValueError(f"{k} studies have 2^{k} - 1 subsets; say how many to draw")
    include = all_subsets(k) if subsets is None else random_subsets(k, subsets, seed)
    fits = fit_many(y, v, include=include, method=method, test=test)
    return Gosh(fits=fits, include=include, every=subsets is None)


def all_subsets(k: int) -> Subsets:
    """Return every non-empty subset of k studies, the smallest first, shape (2ᵏ - 1, k)."""
    numbers = np.arange(1, 1 << k)
    include = (numbers[:, None] >> np.arange(k) & 1).astype(np.bool_)
    return include[np.argsort(include.sum(1), kind="stable")]


def random_subsets(k: int, m: int, seed: int) -> Subsets:
    """Return m non-empty subsets of k studies, each study in or out with equal odds."""
    rng = np.random.default_rng(seed)
    include = rng.integers(0, 2, size=(m, k), dtype=np.int8).astype(np.bool_)
    empty = ~include.any(1)
    while empty.any():
        include[empty] = rng.integers(0, 2, size=(empty.sum(), k), dtype=np.int8).astype(np.bool_)
        empty = ~include.any(1)
    return include
