"""Refuse numbers that cannot be what they are called, before any arithmetic.

An impossible input (SD below 0, half a participant, more events than people) is a mistake of the
caller and raises ValueError. A possible input for which the statistic is undefined (an SD of
change of 0, one participant, an empty group) raises NotEstimable.
"""

from __future__ import annotations

import math

from reviewkit.errors import NotEstimable

LEAST_FOR_SPREAD = 2
"""People needed for a standard deviation: one person does not vary."""


def finite(**numbers: float) -> None:
    """Raise ValueError unless every number is finite."""
    for name, value in numbers.items():
        if not math.isfinite(value):
            raise ValueError(f"{name} is not a finite number: {value}")


def standard_deviation(**numbers: float) -> None:
    """Raise ValueError unless every number can be an SD or SE: finite and not negative."""
    finite(**numbers)
    for name, value in numbers.items():
        if value < 0:
            raise ValueError(f"{name} cannot be negative: {value}")


def correlation(r: float) -> None:
    """Raise ValueError unless -1 ≤ r ≤ 1."""
    if not -1 <= r <= 1:
        raise ValueError(f"a correlation lies between -1 and 1, not {r}")


def sample_size(**counts: int) -> None:
    """Raise ValueError unless every count is a whole number of at least 1."""
    for name, value in counts.items():
        if value < 1 or value != int(value):
            raise ValueError(f"{name} is not a whole number of at least 1: {value}")


def events(count: int, total: int) -> None:
    """Raise ValueError unless `count` can be the events among `total`.

    Nobody observed (0 of 0) is possible, but yields no proportion: NotEstimable.
    """
    if count != int(count) or total != int(total) or not 0 <= count <= total:
        raise ValueError(f"{count} events among {total} are impossible")
    if total == 0:
        raise NotEstimable("a group without people has no proportion of events")


def level(value: float) -> None:
    """Raise ValueError unless `value` can be a coverage: a proportion between 0 and 1."""
    if not 0 < value < 1:
        raise ValueError(f"level is a proportion between 0 and 1 (0.95 for 95%), not {value}")
