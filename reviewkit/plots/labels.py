"""Ids and options in the words of a figure's labels."""

from __future__ import annotations

import math
from collections.abc import Mapping

from reviewkit import display
from reviewkit.certainty import BodyGrade
from reviewkit.effects import Interval
from reviewkit.effects.measures import REVERSED

MEASURES = {
    "MC": "mean change, after less before",
    "MD": "mean difference",
    "SMD": "standardised mean difference",
    "SMCC": "standardised mean change (SD of the change)",
    "SMCR": "standardised mean change (SD before)",
    "PR": "proportion",
    "RR": "risk ratio",
    "OR": "odds ratio",
    "HR": "hazard ratio",
    "RD": "risk difference",
}


def words(name: str) -> str:
    """Return an id as words.

    Examples
    --------
    >>> words("hair-thickness")
    'hair thickness'
    """
    return name.replace("-", " ")


def options(specification: Mapping[str, str]) -> dict[str, str]:
    """Return the options taken for each choice, as a label has them.

    The study is named where several studies leave the same thing open.

    Examples
    --------
    >>> options({"koyama-2016/spread": "se", "correlation": "0.5"})
    {'koyama-2016/spread': '± is SE', 'correlation': 'r = 0.5'}
    >>> list(options({"a-2000/spread": "se", "b-2001/spread": "sd"}).values())
    ['a-2000: ± is SE', 'b-2001: ± is SD']
    """
    kinds = [name.rpartition("/")[2] for name in specification]
    found = {}
    for (name, taken), kind in zip(specification.items(), kinds, strict=True):
        study = f"{name.partition('/')[0]}: " if kinds.count(kind) > 1 else ""
        found[name] = study + _option(kind, taken)
    return found


def _option(kind: str, taken: str) -> str:
    if kind == "spread":
        return f"± is {taken.upper()}"
    if kind == "denominator":
        return f"of {taken}"
    return f"r = {taken}" if kind == "correlation" else taken


def null_of(measure: str, scale: str) -> float | None:
    """Return the value of no effect as it is drawn: 1 for a ratio, none for a proportion."""
    if measure == "PR":
        return None
    return 1.0 if scale == "log" else 0.0


def drawn(value: float, scale: str) -> float:
    """Return a value as it is drawn: a ratio instead of its logarithm."""
    return math.exp(value) if scale == "log" else value


def estimate_text(estimate: float, ci: Interval, *, measure: str, scale: str) -> str:
    """Return an estimate with its interval, as the text beside a mark has it."""
    return display.estimate_with_ci(
        drawn(estimate, scale),
        drawn(ci.lower, scale),
        drawn(ci.upper, scale),
        level=ci.level,
        null=null_of(measure, scale) or 0.0,
    )


def axis_label(
    outcome: str, measure: str, scale: str, unit: str, *, reversed_: bool = False
) -> str:
    """Return the label of an axis of effects: outcome, measure, and unit or scale.

    A ratio of the opposite is said to rise as the outcome falls.

    Examples
    --------
    >>> axis_label("hair-thickness", "MC", "raw", "mm")
    'hair thickness: mean change, after less before (mm)'
    >>> axis_label("headache", "RR", "log", "")
    'headache: risk ratio (logarithmic axis)'
    >>> axis_label("headache", "RR", "log", "", reversed_=True)
    'headache: risk ratio, rising as the outcome falls (logarithmic axis)'
    """
    text = f"{words(outcome)}: {MEASURES.get(measure, measure)}"
    text = f"{text}, {REVERSED}" if reversed_ else text
    detail = "logarithmic axis" if scale == "log" else unit
    return f"{text} ({detail})" if detail else text


def title(grade: BodyGrade) -> str:
    """Return the title of a body's figure: no effect is shown without its certainty."""
    certainty = {"none": "nothing counts", "not graded": "evidence of mechanism, not graded"}
    told = certainty.get(grade.certainty, f"{grade.certainty} certainty")
    return f"{grade.body.id}: {told}"
