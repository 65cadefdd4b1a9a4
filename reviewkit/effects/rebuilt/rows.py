"""A function of one study's numbers, applied to the rows of a table."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeVar

from reviewkit.effects.sizes.columns import Data
from reviewkit.errors import NotEstimable

T = TypeVar("T")


def each(function: Callable[..., T], data: Data) -> tuple[T | NotEstimable, ...]:
    """Return what a function makes of each row, or the reason why it makes nothing of it.

    For the functions of this package, whose sources they cite (Cochrane Handbook, chapter 6,
    doi:10.1002/9781119536604.ch6, is the way in).

    Parameters
    ----------
    function
        Takes the columns by keyword; a missing number (NaN, None) is left out of the call.
    data
        Columns of one length, in a mapping or a frame, named as the function's parameters.

    Raises
    ------
    ValueError
        For columns of different lengths, and for what the function refuses as impossible.

    Examples
    --------
    >>> from reviewkit.effects.rebuilt import sd_from_se
    >>> [float(sd) for sd in each(sd_from_se, {"se": [1.0, 2.0], "n": [9, 16]})]
    [3.0, 8.0]
    """
    columns = {str(name): list(data[name]) for name in data}
    if len({len(values) for values in columns.values()}) > 1:
        raise ValueError("columns are of one length, one row a study")
    return tuple(
        _one(function, dict(zip(columns, row, strict=True)))
        for row in zip(*columns.values(), strict=True)
    )


def _one(function: Callable[..., T], row: dict[str, Any]) -> T | NotEstimable:
    given = {name: value for name, value in row.items() if not _is_missing(value)}
    try:
        return function(**given)
    except NotEstimable as reason:
        return reason


def _is_missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))
