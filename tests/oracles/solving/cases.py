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


def level_of(case: Case) -> float:
    """Return the level of the intervals as a share; R takes it in percent, too."""
    level = float(case["call"]["options"].get("level", 95))
    return level / PERCENT if level >= 1 else max(level, 1 - level)


def rows_of(case: Case, *columns: str) -> list[tuple[Any, ...]]:
    """Return the columns as rows; R's NA is None, and ``vi`` may be given as ``sei``."""
    inputs = case["inputs"]
    if "vi" not in inputs and "sei" in inputs:
        inputs = {**inputs, "vi": [se if se is None else se**2 for se in inputs["sei"]]}
    missing = [column for column in columns if column not in inputs]
    if missing:
        raise Unsupported(f"without {' '.join(missing)}")
    return list(zip(*(inputs[column] for column in columns), strict=True))


def complete_rows(case: Case, *columns: str) -> list[tuple[Any, ...]]:
    """Return the rows in which R has no NA."""
    return [row for row in rows_of(case, *columns) if None not in row]
