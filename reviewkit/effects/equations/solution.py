"""What the equations of a measure return, and the one thing they all ask of their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Rows: TypeAlias = NDArray[np.bool_]

ONE_PERSON = "a group of one person has no standard deviation"

LEAST_FOR_SPREAD = 2
"""People needed for a standard deviation: one person does not vary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """Estimates and sampling variances of one measure, one row a study.

    Parameters
    ----------
    y, v
        On the measure's scale; not finite where the equation has no value.
    refused
        ``(rows, reason)``: where the statistic is undefined and why, the weightiest first.
    df
        Degrees of freedom of the t distribution that the interval takes; None for the normal.
    """

    y: Array
    v: Array
    refused: tuple[tuple[Rows, str], ...] = ()
    df: Array | None = None


def weighted_mean(values: Array, weights: Array) -> float:
    """Return the mean of the rows in which both numbers are given; NaN if there are none."""
    given = ~(np.isnan(values) | np.isnan(weights))
    total = float(np.sum(weights[given]))
    return float(np.sum(weights[given] * values[given]) / total) if total > 0 else float("nan")


def unknown_variance_type(measure: str, vtype: str) -> ValueError:
    """Return the error for a variance type that a measure does not have."""
    return ValueError(f"{measure} has no variance of type {vtype}")
