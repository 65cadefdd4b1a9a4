"""What is known of an effect measure, apart from any data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from reviewkit.effects.equations.solution import Solution
from reviewkit.effects.equations.zero_cells import HALF
from reviewkit.effects.sizes.designs import Design
from reviewkit.effects.values import Scale

IntervalKind = Literal["normal", "t", "wilson"]

NORMAL = "normal interval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is known of an effect measure, apart from any data.

    Parameters
    ----------
    name
        As in metafor's ``escalc``.
    design
        What its studies report.
    columns
        What its equations take.
    equation
        From columns to a `Solution`.
    formula
        The estimate for people, under its usual correction.
    variances
        The variance for people, by the types that there are.
    source
        DOI.
    scale
        Of the estimate.
    corrects
        Whether a correction for bias is made by default; None where there is none to make.
    other_formula
        The estimate for people with the other choice of `corrects`.
    interval, interval_formula
        What the confidence interval takes.
    add
        What is added to zero cells by default; ``to`` is then ``only0``.
    drop00
        Whether studies without events (or without others) in both groups are dropped by default.
    """

    name: str
    design: Design
    columns: tuple[str, ...]
    equation: Callable[..., Solution]
    formula: str
    variances: Mapping[str, str]
    source: str
    scale: Scale = "raw"
    corrects: bool | None = None
    other_formula: str = ""
    interval: IntervalKind = "normal"
    interval_formula: str = NORMAL
    add: float = HALF
    drop00: bool = False
