"""Columns of numbers: read from a frame, a mapping or arrays, and refused when impossible.

An impossible number (an SD below 0, a correlation of 1.2) is a mistake of the caller: ValueError,
with the column, the row, what was found and what is expected. A missing one (NaN, None) is not: its
row has no effect, and says which number is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import numpy as np

from reviewkit.effects.equations.solution import Array, Rows

Kind = Literal[
    "number", "count", "size", "sd", "time", "correlation", "variance", "share", "reliability"
]

EXPECTED = {
    "number": "a finite number",
    "count": "a count of 0 or more",
    "size": "a number of people above 0",
    "sd": "0 or more",
    "time": "a time above 0",
    "correlation": "between -1 and 1",
    "variance": "0 or more",
    "share": "between 0 and 1",
    "reliability": "1 or less",
}

WHOLE: frozenset[Kind] = frozenset({"count", "size"})


class Data(Protocol):
    """Columns by name: a mapping of arrays, lists and numbers, or a frame of pandas."""

    def __contains__(self, name: Any, /) -> bool:
        """Whether there is such a column."""
        ...

    def __getitem__(self, name: Any, /) -> Any:
        """The column."""
        ...

    def __iter__(self) -> Iterator[Any]:
        """The names of the columns."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One kind of number that a design reports.

    Parameters
    ----------
    name
        As in the scalar functions of `reviewkit.effects`.
    metafor
        metafor's argument for the same, under which it may be given instead.
    kind
        What it can be.
    """

    name: str
    metafor: str
    kind: Kind = "number"


def read(columns: Iterable[Column], data: Data) -> tuple[dict[str, Array], int]:
    """Return the columns that `data` has, as arrays of one length, and that length.

    Parameters
    ----------
    columns
        What may be there.
    data
        Arrays, lists, scalars or a frame; single numbers are repeated for each row.

    Raises
    ------
    ValueError
        For arrays of different lengths, a column given under both its names, text, an infinite
        or an impossible number.
    """
    found: dict[str, Array] = {}
    for column in columns:
        names = [name for name in (column.name, column.metafor) if name in data]
        if len(set(names)) > 1:
            raise ValueError(f"{column.name} and {column.metafor} are one column: give one of them")
        if names:
            found[column.name] = _numbers(names[0], data[names[0]])
    lengths = {name: len(values) for name, values in found.items() if values.ndim}
    if len(set(lengths.values())) > 1:
        said = ", ".join(f"{name} has {length}" for name, length in lengths.items())
        raise ValueError(f"columns are of one length, one row a study: {said}")
    k = next(iter(lengths.values()), 1)
    kinds = {column.name: column.kind for column in columns}
    arrays = {name: np.broadcast_to(values, (k,)) for name, values in found.items()}
    for name, values in arrays.items():
        _check(name, values, kinds[name])
    return arrays, k


def _numbers(name: str, values: Any) -> Array:
    if hasattr(values, "to_numpy"):
        values = values.to_numpy(dtype=float, na_value=np.nan)
    try:
        numbers = np.asarray(values, dtype=float)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} is not a column of numbers: {error}") from error
    if numbers.ndim > 1:
        raise ValueError(f"{name} is a single column, not of {numbers.ndim} dimensions")
    return numbers


def _check(name: str, values: Array, kind: Kind) -> None:
    wrong = np.isinf(values)
    if kind in {"count", "sd", "variance", "share"}:
        wrong |= values < 0
    if kind in {"share", "reliability"}:
        wrong |= values > 1
    if kind in {"size", "time"}:
        wrong |= values <= 0
    if kind == "correlation":
        wrong |= np.abs(values) > 1
    if wrong.any():
        row = int(np.argmax(wrong))
        raise ValueError(f"{name}, row {row + 1}: {values[row]:g} is not {EXPECTED[kind]}")


def fractional(columns: Iterable[Column], arrays: Mapping[str, Array]) -> dict[str, Rows]:
    """Return the rows of each count that holds a fraction: split or effective sample sizes."""
    rows = {
        column.name: ~np.isnan(arrays[column.name]) & (arrays[column.name] % 1 != 0)
        for column in columns
        if column.kind in WHOLE and column.name in arrays
    }
    return {name: found for name, found in rows.items() if found.any()}
