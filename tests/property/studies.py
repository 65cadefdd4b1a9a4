"""Studies of every design, drawn at random: for the laws of effect sizes."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from reviewkit.effects.sizes import MEASURES
from reviewkit.effects.sizes import designs as d
from reviewkit.effects.sizes.designs import Design

Data = dict[str, list[Any]]

MOST_ROWS = 6
numbers = st.floats(-100, 100)
positive = st.floats(0.5, 100)
people = st.integers(5, 500)
counts = st.integers(0, 60)

DRAWN: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("n", "n1", "n2"), people),
    **dict.fromkeys(("mean", "mean1", "mean2", "mean_before", "mean_after"), positive),
    **dict.fromkeys(
        ("sd", "sd1", "sd2", "sd_before", "sd_after", "time", "time1", "time2"), positive
    ),
    "r": st.floats(-0.95, 0.95),
    "t": st.floats(-5, 5),
    "predictors": st.integers(0, 3),
    "r2": st.floats(0, 0.95),
    "alpha": st.floats(-0.5, 0.99),
    "items": st.integers(2, 30),
    "y": numbers,
    "v": positive,
}

RATIOS_AND_DIFFERENCES = tuple(
    measure.name
    for measure in MEASURES.values()
    if measure.design in (d.TWO_GROUPS, d.TABLE, d.RATES)
)
"""Measures of two arms."""


def column(name: str) -> st.SearchStrategy[Any]:
    return DRAWN.get(name, counts)


@st.composite
def studies(draw: st.DrawFn, measure: str, *, least: int = 1) -> Data:
    """Draw the columns that a measure takes; counts may be zero."""
    k = draw(st.integers(least, MOST_ROWS))
    names = MEASURES[measure].columns
    return {name: draw(st.lists(column(name), min_size=k, max_size=k)) for name in names}


def design_of(measure: str) -> Design:
    return MEASURES[measure].design


def swapped(data: Data) -> Data:
    """Call group 1 group 2 and the other way round."""
    other = {"1": "2", "2": "1"}
    return {name[:-1] + other[name[-1]]: values for name, values in data.items()}
