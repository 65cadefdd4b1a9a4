"""Which effects share a random effect, and how the random effects of one group vary together.

A random effect has an outer grouping (studies) and levels within it (outcomes, arms). Effects of
one group and one level share their random effect; effects of one group and two levels have random
effects that may be correlated; effects of different groups are independent. With one level in all
it is the random intercept of a multilevel model.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit.synthesis.projection import Array

Structure = Literal["ID", "DIAG", "CS", "HCS", "UN"]
Codes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomEffect:
    """One random term of a multilevel model.

    Parameters
    ----------
    groups
        Label of the group of each effect, shape (k,).
    levels
        Label of the level of each effect within its group, shape (k,); None for one level.
    structure
        How the random effects of a group vary: ``ID`` independently, with one variance; ``DIAG``
        independently, with a variance for each level; ``CS`` one variance and one correlation;
        ``HCS`` a variance for each level and one correlation; ``UN`` freely.
    variance
        Given where it is known and not to be estimated; for one level only.

    Examples
    --------
    >>> nested([["a", "a", "b"], [1, 2, 1]])[1].groups
    (('a', 1), ('a', 2), ('b', 1))
    """

    groups: Sequence[Hashable]
    levels: Sequence[Hashable] | None = None
    structure: Structure = "CS"
    variance: float | None = None

    def __post_init__(self) -> None:
        if self.levels is not None and len(self.levels) != len(self.groups):
            raise ValueError(
                f"{len(self.groups)} groups and {len(self.levels)} levels are given: "
                "each effect has one of both"
            )
        if self.variance is not None and (self.levels is not None or self.variance < 0):
            raise ValueError("a known variance is not negative, and that of a random intercept")


def nested(columns: Sequence[Sequence[Hashable]]) -> tuple[RandomEffect, ...]:
    """Return the random intercepts of nested groupings, the outermost first.

    The second grouping counts within the first: school 1 of district 11 is not school 1 of
    district 12.

    Notes
    -----
    Konstantopoulos 2011, doi:10.1002/jrsm.35. As ``~ 1 | outer/inner`` in R.

    Examples
    --------
    >>> [len(set(term.groups)) for term in nested([[11, 11, 12, 12], [1, 2, 1, 2]])]
    [2, 4]
    """
    return tuple(
        RandomEffect(groups=tuple(columns[0]) if depth == 1 else tuple(zip(*chosen, strict=True)))
        for depth in range(1, len(columns) + 1)
        for chosen in [columns[:depth]]
    )


@dataclass(frozen=True, slots=True)
class Term:
    """A random effect with its labels as codes, and its covariance matrix as a function.

    The covariance matrix G of the J levels depends on parameters of any size; each variance is a
    square, so that 0 is within reach and nothing negative is.

    Parameters
    ----------
    outer, inner
        Codes of groups and levels, shape (k,).
    labels, group_labels
        The levels and groups in the order of their codes.
    structure, variance
        As in `RandomEffect`.
    """

    outer: Codes
    inner: Codes
    labels: tuple[Hashable, ...]
    structure: Structure
    variance: float | None
    group_labels: tuple[Hashable, ...]

    @property
    def size(self) -> int:
        """Number of levels."""
        return len(self.labels)

    @property
    def groups(self) -> int:
        """Number of groups."""
        return len(self.group_labels)

    def known(self, variance: float) -> Term:
        """Return the random intercept with its variance given."""
        return replace(self, variance=variance)

    def in_units_of(self, size: float) -> Term:
        """Return the term for effects divided by `size`."""
        return self if self.variance is None else self.known(self.variance / size**2)

    @property
    def parameters(self) -> int:
        """How many numbers G depends on."""
        j = self.size
        if self.variance is not None:
            return 0
        if j == 1 or self.structure == "ID":
            return 1
        return {"DIAG": j, "CS": 2, "HCS": j + 1, "UN": j * (j + 1) // 2}[self.structure]

    @property
    def correlates(self) -> bool:
        """Whether G has correlations to be estimated."""
        return self.variance is None and self.size > 1 and self.structure in {"CS", "HCS", "UN"}

    def start(self, sd: float, share: float) -> Array:
        """Return parameters that give each level the standard deviation `sd`.

        All correlations are alike, at this share of the way from the least that is possible to 1.
        """
        j = self.size
        if self.variance is not None:
            return np.empty(0)
        if not self.correlates:
            return np.full(self.parameters, sd)
        if self.structure == "HCS":
            return np.append(np.full(j, sd), np.arcsin(np.sqrt(share)))
        least = _least(j)
        correlation = least + (1 - least) * share
        if self.structure == "CS":
            return sd * np.sqrt([1 - correlation, 1 + (j - 1) * correlation])
        shape = sd * sd * ((1 - correlation) * np.eye(j) + correlation * np.ones((j, j)))
        factor = np.asarray(np.linalg.cholesky(shape), dtype=np.float64)
        result: Array = factor[np.tril_indices(j)]
        return result

    def covariance(self, theta: Array) -> Array:
        """Return G, shape (J, J)."""
        j = self.size
        if self.variance is not None:
            return np.array([[self.variance]])
        if j == 1 or self.structure == "ID":
            alike: Array = np.eye(j) * theta[0] ** 2
            return alike
        if self.structure == "DIAG":
            return np.diag(theta**2)
        if self.structure == "CS":
            shared = np.full((j, j), 1 / j)
            within: Array = theta[0] ** 2 * (np.eye(j) - shared) + theta[1] ** 2 * shared
            return within
        if self.structure == "HCS":
            scaled: Array = np.outer(theta[:j], theta[:j]) * _exchangeable(theta[j], j)
            return scaled
        factor = _triangle(theta, j)
        product: Array = factor @ factor.T
        return product

    def gradient(self, theta: Array, along: Array) -> Array:
        """Return the derivative of a function of G by the parameters, given `along` by G."""
        j = self.size
        if self.variance is not None:
            return np.empty(0)
        if j == 1 or self.structure == "ID":
            return np.array([2 * theta[0] * np.trace(along)])
        if self.structure == "DIAG":
            diagonal: Array = 2 * theta * np.diag(along)
            return diagonal
        if self.structure == "CS":
            shared = np.sum(along) / j
            parts: Array = 2 * theta * np.array([np.trace(along) - shared, shared])
            return parts
        if self.structure == "HCS":
            sds, angle = theta[:j], theta[j]
            by_sd = 2 * (along * _exchangeable(angle, j)) @ sds
            off = along * np.outer(sds, sds) * (1 - np.eye(j))
            by_angle = np.sum(off) * (1 + 1 / (j - 1)) * np.sin(2 * angle)
            both: Array = np.append(by_sd, by_angle)
            return both
        lower: Array = (2 * along @ _triangle(theta, j))[np.tril_indices(j)]
        return lower


def term_of(effect: RandomEffect, k: int) -> Term:
    """Return the term with its labels as codes; levels are ordered as R orders factors.

    Raises
    ------
    ValueError
        If the labels are not as many as the effects.
    """
    if len(effect.groups) != k:
        raise ValueError(f"{k} effects, but {len(effect.groups)} labels of groups")
    outer, groups = _codes(effect.groups)
    if effect.levels is None:
        return Term(outer, np.zeros(k, np.int64), ("all",), "ID", effect.variance, groups)
    inner, labels = _codes(effect.levels)
    return Term(outer, inner, labels, effect.structure, None, groups)


def _codes(labels: Sequence[Hashable]) -> tuple[Codes, tuple[Hashable, ...]]:
    distinct = tuple(sorted(set(labels), key=_order))
    places = {label: code for code, label in enumerate(distinct)}
    return np.array([places[label] for label in labels], dtype=np.int64), distinct


def _order(label: Hashable) -> tuple[tuple[int, float, str], ...]:
    """Numbers by size, before words by their letters; nested labels from the outside."""
    parts = label if isinstance(label, tuple) else (label,)
    return tuple(
        (0, float(part), "") if isinstance(part, int | float) else (1, 0.0, str(part))
        for part in parts
    )


def _least(j: int) -> float:
    """Return the least correlation that J levels can all have with each other."""
    return -1 / (j - 1)


def _exchangeable(angle: float, j: int) -> Array:
    """Return the matrix of one correlation between -1/(J - 1) and 1, which the angle runs over."""
    least = _least(j)
    correlation = least + (1 - least) * np.sin(angle) ** 2
    matrix: Array = correlation + (1 - correlation) * np.eye(j)
    return matrix


def _triangle(theta: Array, j: int) -> Array:
    factor = np.zeros((j, j))
    factor[np.tril_indices(j)] = theta
    return factor
