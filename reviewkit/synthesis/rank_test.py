"""Begg and Mazumdar's rank test: whether small studies tell of other effects than large ones.

Kendall's rank correlation of the effects, made comparable, with their sampling variances.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit.effects.tails import normal_p
from reviewkit.errors import NotEstimable
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.result import Result
from reviewkit.synthesis.small_studies import effects_and_variances, few_studies

RankMethod = Literal["exact", "normal"]

LEAST_STUDIES = 2
"""One study has no rank."""

LEAST_FOR_TRIPLES = 3
"""Fewer studies hold no three that could be tied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankTest(Result):
    """Kendall's correlation of standardised effects with sampling variances.

    Parameters
    ----------
    kendall_tau
        Kendall's τ-b, between -1 and 1.
    p
        Two-sided p of "no correlation".
    k
        Number of studies.
    method
        ``exact``: over all orders of the studies; ``normal``: the approximation, with ties.
    notes
        What a reader must know to take the numbers rightly, one sentence each.
    """

    kendall_tau: float
    p: float
    k: int
    method: RankMethod
    notes: tuple[str, ...] = ()


def begg(y: npt.ArrayLike, v: npt.ArrayLike, *, exact: bool = True) -> RankTest:
    """Return Begg and Mazumdar's rank correlation test for funnel plot asymmetry.

    Kendall's τ-b of ``(y - μ)/√(v - 1/Σw)`` with v, ``w = 1/v`` and μ the common-effect mean.

    It sees less than `egger` and next to nothing below ten studies. Asymmetry has other causes
    than unpublished studies: small studies may differ in people, dose or care, and for odds
    ratios and standardised differences the effect is tied to its own variance.

    Parameters
    ----------
    y, v
        Effects and sampling variances, shape (k,).
    exact
        Take p from all orders of the studies, where no two share a rank; else, and with ties, from
        the normal approximation without continuity correction.

    Raises
    ------
    NotEstimable
        For one study, or if all effects or all variances are equal.

    Notes
    -----
    Begg & Mazumdar 1994, doi:10.2307/2533446; variance with ties: Kendall 1945,
    doi:10.1093/biomet/33.3.239. As metafor's ``ranktest``.

    Examples
    --------
    >>> result = begg([0.3, 0.1, 0.4, 0.9], [0.01, 0.02, 0.05, 0.2])
    >>> round(result.kendall_tau, 4), round(result.p, 4), result.method
    (0.6667, 0.3333, 'exact')
    """
    effects, variances = effects_and_variances(y, v)
    k = len(effects)
    if k < LEAST_STUDIES:
        raise NotEstimable("one study has no rank among others")
    standardised = _standardised(effects, variances)
    score = _score(standardised, variances)
    tied = (_ties(standardised), _ties(variances))
    pairs = k * (k - 1) / 2
    untied = math.prod(pairs - float(np.sum(t * (t - 1))) / 2 for t in tied)
    if untied == 0:
        raise NotEstimable("all effects or all variances are equal, so nothing can be ranked")
    has_ties = any(len(t) for t in tied)
    by_order = exact and not has_ties
    return RankTest(
        kendall_tau=score / math.sqrt(untied),
        p=_exact_p(score, k) if by_order else normal_p(score / math.sqrt(_variance(k, *tied))),
        k=k,
        method="exact" if by_order else "normal",
        notes=few_studies(k),
    )


def _standardised(y: Array, v: Array) -> Array:
    """Return the effects about their common mean, over the standard error of that difference.

    ``v - 1/Σw`` is written ``v·(Σw - w)/Σw``, so that one study that dwarfs all leaves no 0. The
    others are summed in ascending order, so that equal studies stay equal to the last bit.
    """
    w = 1 / v
    total = float(np.sum(w))
    ascending = np.sort(w)
    others = np.array([np.sum(np.delete(ascending, i)) for i in np.searchsorted(ascending, w)])
    result: Array = (y - np.sum(w * y) / total) / np.sqrt(v * others / total)
    return result


def _score(x: Array, y: Array) -> float:
    """Return the pairs of studies in the same order less those in opposite order."""
    signs = np.sign(x[:, np.newaxis] - x) * np.sign(y[:, np.newaxis] - y)
    return float(np.sum(np.triu(signs, 1)))


def _ties(x: Array) -> Array:
    """Return the sizes of the groups of equal values, two and more."""
    _, counts = np.unique(x, return_counts=True)
    sizes: Array = counts[counts > 1].astype(np.float64)
    return sizes


def _variance(k: int, t: Array, u: Array) -> float:
    """Return the variance of the score under no correlation, with ties of sizes t and u."""
    plain = k * (k - 1) * (2 * k + 5)
    tied = sum(float(np.sum(x * (x - 1) * (2 * x + 5))) for x in (t, u))
    pairs = math.prod(float(np.sum(x * (x - 1))) for x in (t, u)) / (2 * k * (k - 1))
    if k < LEAST_FOR_TRIPLES:
        return (plain - tied) / 18 + pairs
    triples = math.prod(float(np.sum(x * (x - 1) * (x - 2))) for x in (t, u))
    return (plain - tied) / 18 + pairs + triples / (9 * k * (k - 1) * (k - 2))


def _exact_p(score: float, k: int) -> float:
    """Return twice the smaller tail of the score over all orders of k studies, at most 1."""
    chances = np.ones(1)  # of the number of pairs in the same order
    for size in range(2, k + 1):
        chances = np.convolve(chances, np.full(size, 1 / size))
    same = round((score + k * (k - 1) / 2) / 2)
    return min(1.0, 2 * float(min(np.sum(chances[: same + 1]), np.sum(chances[same:]))))
