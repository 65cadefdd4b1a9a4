"""From the scale of an estimate back to one that people read: ratios, shares, rates, r, overlap.

Functions of arrays (or numbers), element by element. The transformations of d take two normal
populations of one SD; they say how far apart such populations lie, not how many people benefit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.float64]

COHEN_1988 = "10.4324/9780203771587"
"""Cohen: Statistical power analysis for the behavioral sciences (U1, U2, U3)."""

MCGRAW_WONG_1992 = "10.1037/0033-2909.111.2.361"
"""McGraw & Wong: A common language effect size statistic."""

ROSENTHAL_RUBIN_1982 = "10.1037/0022-0663.74.2.166"
"""Rosenthal & Rubin: A simple, general purpose display of magnitude of experimental effect."""

MILLER_1978 = "10.1080/00031305.1978.10479283"
"""Miller: The inverse of the Freeman-Tukey double arcsine transformation."""

SCHWARZER_2019 = "10.1002/jrsm.1348"
"""Schwarzer, Chemaitelly, Abu-Raddad & Rücker: Seriously misleading results using inverse of
Freeman-Tukey double arcsine transformation in meta-analysis of single proportions."""

EQUAL_GROUPS = 4
"""``N²/(n1·n2)`` of two groups of one size: a in ``r = d/√(d² + a)``."""


def _numbers(values: ArrayLike) -> Array:
    return np.asarray(values, dtype=float)


def from_log(y: ArrayLike) -> Array:
    """Return the ratio, share or rate of a logarithm, ``exp(y)``."""
    return np.exp(_numbers(y))


def from_logit(y: ArrayLike) -> Array:
    """Return the share of a logit, ``1/(1 + exp(-y))``."""
    from scipy.special import expit

    return np.asarray(expit(_numbers(y)))


def from_fisher_z(y: ArrayLike) -> Array:
    """Return the correlation of Fisher's z, ``tanh(y)``."""
    return np.tanh(_numbers(y))


def from_arcsine(y: ArrayLike) -> Array:
    """Return the share of an arcsine, ``sin²(y)``; 0 and 1 beyond the ends of the scale."""
    return np.sin(np.clip(_numbers(y), 0, math.pi / 2)) ** 2


def from_square_root(y: ArrayLike) -> Array:
    """Return the rate of a square root, ``y²``; 0 below 0."""
    return np.maximum(_numbers(y), 0) ** 2


def from_double_arcsine(y: ArrayLike, n: ArrayLike) -> Array:
    """Return the share of a Freeman-Tukey double arcsine (PFT) of `n` people.

    ``p = {1 - sgn(cos 2y)·√[1 - (sin 2y + (sin 2y - 1/sin 2y)/n)²]}/2`` (Miller 1978,
    doi:10.1080/00031305.1978.10479283); 0 and 1 beyond the values of 0 and n events.

    For a pooled value no n is right: the harmonic mean is usual and can mislead by far where sizes
    differ (Schwarzer and others 2019, doi:10.1002/jrsm.1348).

    Examples
    --------
    >>> from reviewkit.effects import effect_sizes
    >>> sizes = effect_sizes("PFT", {"events": [3], "total": [20]})
    >>> from_double_arcsine(sizes.y, 20).round(6).tolist()
    [0.15]
    """
    y, n = np.broadcast_arrays(_numbers(y), _numbers(n))
    lowest = np.arcsin(np.sqrt(1 / (n + 1))) / 2
    highest = (np.arcsin(np.sqrt(n / (n + 1))) + math.pi / 2) / 2
    within = np.clip(y, lowest, highest)
    sine = np.sin(2 * within)
    inner = sine + (sine - 1 / sine) / n
    share = (1 - np.sign(np.cos(2 * within)) * np.sqrt(np.maximum(1 - inner**2, 0))) / 2
    return np.where(y <= lowest, 0.0, np.where(y >= highest, 1.0, share))


def from_double_square_root(y: ArrayLike, time: ArrayLike) -> Array:
    """Return the rate of a Freeman-Tukey transformed rate (IRFT) over `time`.

    From ``y = [√x + √(x + 1/t)]/2`` with rate x: ``x = (y - 1/(4·t·y))²``, and 0 below the value
    of no event (Freeman & Tukey 1950, doi:10.1214/aoms/1177729756).

    Examples
    --------
    >>> from reviewkit.effects import effect_sizes
    >>> sizes = effect_sizes("IRFT", {"events": [3], "time": [20]})
    >>> from_double_square_root(sizes.y, 20).round(6).tolist()
    [0.15]
    """
    y, time = np.broadcast_arrays(_numbers(y), _numbers(time))
    lowest = 1 / (2 * np.sqrt(time))
    within = np.maximum(y, lowest)
    return np.where(y <= lowest, 0.0, (within - 1 / (4 * time * within)) ** 2)


def from_bonett(y: ArrayLike) -> Array:
    """Return Cronbach's α of Bonett's transformation, ``1 - exp(-y)``; 0 below 0.

    Bonett 2002, doi:10.3102/10769986027004335, with the sign that rises with α, as in metafor.
    """
    return np.maximum(-np.expm1(-_numbers(y)), 0)


def from_hakstian_whalen(y: ArrayLike) -> Array:
    """Return Cronbach's α of Hakstian & Whalen's transformation, ``1 - (1 - y)³``, within 0 and 1.

    Hakstian & Whalen 1976, doi:10.1007/BF02291840, with the sign that rises with α, as in metafor.
    """
    return np.clip(1 - (1 - _numbers(y)) ** 3, 0, 1)


INVERSES: Mapping[str, Callable[[ArrayLike], Array]] = {
    "raw": _numbers,
    "log": from_log,
    "logit": from_logit,
    "arcsine": from_arcsine,
    "square root": from_square_root,
    "Fisher z": from_fisher_z,
    "Bonett": from_bonett,
    "Hakstian-Whalen": from_hakstian_whalen,
}
"""The inverse of each scale that has one without a size."""


def cohens_u1(d: ArrayLike) -> Array:
    """Return the share of both populations together that does not overlap, Cohen's U1.

    ``U1 = (2u - 1)/u`` with ``u = Φ(|d|/2)`` (Cohen 1988, doi:10.4324/9780203771587, eq. 2.2.1).
    """
    u = cohens_u2(np.abs(_numbers(d)))
    return np.asarray((2 * u - 1) / u)


def cohens_u2(d: ArrayLike) -> Array:
    """Return the share of each population that the same share of the other exceeds, ``Φ(d/2)``."""
    return _normal_below(_numbers(d) / 2)


def cohens_u3(d: ArrayLike) -> Array:
    """Return the share of population 2 below the mean of population 1, ``Φ(d)``."""
    return _normal_below(_numbers(d))


def superiority(d: ArrayLike) -> Array:
    """Return the probability that one of population 1 exceeds one of population 2, ``Φ(d/√2)``.

    The common language effect size (McGraw & Wong 1992, doi:10.1037/0033-2909.111.2.361).

    Examples
    --------
    >>> superiority([0.0, 0.5]).round(3).tolist()
    [0.5, 0.638]
    """
    return _normal_below(_numbers(d) / math.sqrt(2))


def r_of_equal_groups(d: ArrayLike) -> Array:
    """Return the point-biserial r of a d between groups of one size, ``d/√(d² + 4)``.

    Borenstein and others 2009, chapter 7, doi:10.1002/9780470743386.ch7, eq. 7.5. With the sizes
    known take `reviewkit.effects.conversions`.
    """
    d = _numbers(d)
    return np.asarray(d / np.sqrt(d**2 + EQUAL_GROUPS))


def binomial_display(d: ArrayLike) -> Array:
    """Return the success rate of group 1 in a table of equal margins with that r, ``(1 + r)/2``.

    Rosenthal & Rubin 1982, doi:10.1037/0022-0663.74.2.166.
    """
    return (1 + r_of_equal_groups(d)) / 2


def _normal_below(z: Array) -> Array:
    from scipy.special import ndtr

    return np.asarray(ndtr(z))
