"""The shape of a reference case, and reading its columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Case = Mapping[str, Any]
Answer = dict[str, Any]
Solver = Callable[[Case], Answer]

PERCENT = 100


class Unsupported(Exception):
    """The case asks for something that reviewkit does not offer."""


def rows_of(case: Case, *columns: str) -> list[tuple[Any, ...]]:
    """Return the columns as rows; R's NA is None."""
    missing = [column for column in columns if column not in case["inputs"]]
    if missing:
        raise Unsupported(f"without {' '.join(missing)}")
    return list(zip(*(case["inputs"][column] for column in columns), strict=True))
