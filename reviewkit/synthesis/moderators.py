"""Moderators as the columns of a design: numbers, factors, interactions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewkit.synthesis.projection import Array

INTERCEPT = "intercept"


@dataclass(frozen=True, slots=True)
class Columns:
    """Named columns of a design, shape (k, number of names)."""

    names: tuple[str, ...]
    values: Array


def continuous(name: str, values: npt.ArrayLike, *, centre: float | None = None) -> Columns:
    """Return a moderator measured in numbers, as one column.

    Parameters
    ----------
    name
        What the coefficient is called.
    values
        Shape (k,).
    centre
        Subtracted from the values, so that the intercept is the effect there; None for 0.

    Examples
    --------
    >>> continuous("latitude", [44, 55], centre=33).values.tolist()
    [[11.0], [22.0]]
    """
    numbers = np.asarray(values, dtype=np.float64)
    if numbers.ndim != 1 or not np.isfinite(numbers).all():
        raise ValueError(f'"{name}" needs one finite number a study')
    return Columns((name,), (numbers - (centre or 0.0))[:, None])


def factor(name: str, values: Sequence[str], *, reference: str | None = None) -> Columns:
    """Return a moderator of kinds, as a column of 0 and 1 for each kind but one.

    Parameters
    ----------
    name
        Coefficients are called ``name=kind``: the difference of that kind from the reference.
    values
        The kind of each study.
    reference
        The kind that the others are compared with; None for the first in the alphabet.

    Examples
    --------
    >>> factor("allocation", ["random", "alternate", "random"]).names
    ('allocation=random',)
    """
    kinds = sorted(set(values))
    base = kinds[0] if reference is None else reference
    if base not in kinds:
        raise ValueError(f'"{name}" has the kinds {", ".join(kinds)}, not "{base}"')
    others = [kind for kind in kinds if kind != base]
    return _indicators(name, values, others)


def cells(name: str, values: Sequence[str]) -> Columns:
    """Return a column of 0 and 1 for every kind: with no intercept, a mean for each.

    Examples
    --------
    >>> cells("allocation", ["random", "alternate"]).names
    ('allocation=alternate', 'allocation=random')
    """
    return _indicators(name, values, sorted(set(values)))


def interaction(one: Columns, other: Columns) -> Columns:
    """Return the products of the columns of two moderators.

    Their coefficients say how the slope of one changes with the other.

    Examples
    --------
    >>> by = interaction(continuous("dose", [1, 2]), factor("sex", ["f", "m"]))
    >>> by.names, by.values.tolist()
    (('dose:sex=m',), [[0.0], [2.0]])
    """
    names = tuple(f"{a}:{b}" for b in other.names for a in one.names)
    products = other.values[:, :, None] * one.values[:, None, :]
    return Columns(names, products.reshape(len(one.values), -1))


def design(*terms: Columns, intercept: bool = True) -> Columns:
    """Return the terms side by side, after a column of ones where there is an intercept.

    Raises
    ------
    ValueError
        For terms of different numbers of studies, and names that occur twice.

    Examples
    --------
    >>> design(continuous("dose", [1, 2])).values.tolist()
    [[1.0, 1.0], [1.0, 2.0]]
    """
    lengths = {len(term.values) for term in terms}
    if len(lengths) != 1:
        raise ValueError(f"terms of one number of studies, not of {sorted(lengths)}")
    k = lengths.pop()
    parts = [Columns((INTERCEPT,), np.ones((k, 1)))] if intercept else []
    parts += terms
    names = tuple(name for part in parts for name in part.names)
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"columns that occur twice: {', '.join(twice)}")
    return Columns(names, np.hstack([part.values for part in parts]))


def _indicators(name: str, values: Sequence[str], kinds: Sequence[str]) -> Columns:
    given = np.asarray(values)
    columns = (given[:, None] == np.asarray(kinds)[None, :]).astype(np.float64)
    return Columns(tuple(f"{name}={kind}" for kind in kinds), columns)
