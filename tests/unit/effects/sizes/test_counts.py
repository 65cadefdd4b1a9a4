"""Zero cells: each rule on one set of tables, and what the result says of it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from reviewkit.effects import effect_sizes
from reviewkit.effects.equations.zero_cells import To, corrected

TABLES: dict[str, Any] = {
    "events1": [0, 4, 0],
    "total1": [10, 10, 10],
    "events2": [3, 5, 0],
    "total2": [10, 10, 10],
}


def log_rr(a: float, n1: float, c: float, n2: float) -> float:
    return float(np.log(a / n1) - np.log(c / n2))


ADDED = log_rr(0.5, 11, 3.5, 11)
ADDED_TO_ALL = log_rr(4.5, 11, 5.5, 11)
PLAIN = log_rr(4, 10, 5, 10)


@pytest.mark.parametrize(
    ("to", "drop00", "expected"),
    [
        ("only0", True, [ADDED, PLAIN, np.nan]),
        ("only0", False, [ADDED, PLAIN, 0.0]),
        ("if0all", True, [ADDED, ADDED_TO_ALL, np.nan]),
        ("all", False, [ADDED, ADDED_TO_ALL, 0.0]),
        ("none", True, [np.nan, PLAIN, np.nan]),
    ],
)
def test_each_rule(to: To, drop00: bool, expected: list[float]) -> None:
    sizes = effect_sizes("RR", TABLES, to=to, drop00=drop00)
    assert sizes.y == pytest.approx(expected, rel=1e-12, nan_ok=True)


def test_the_rule_is_said_in_the_result() -> None:
    sizes = effect_sizes("RR", TABLES, to="if0all", drop00=True)
    assert sizes.choices == (
        (
            "0.5 added to each count of all studies, if a count of any is 0 (add=0.5, to=if0all): "
            "2 studies"
        ),
        (
            "studies without events, or without others, in both groups are dropped (drop00=True): "
            "1 study"
        ),
    )
    assert sizes.notes == (
        ("0.5 added to each count (a count is 0)",),
        ("0.5 added to each count (a count of some study is 0)",),
        (),
    )
    assert "says nothing of a ratio" in str(sizes.why_not[2])


def test_a_dropped_study_does_not_make_if0all_correct_the_others() -> None:
    tables = {name: values[1:] for name, values in TABLES.items()}
    sizes = effect_sizes("RR", tables, to="if0all", drop00=True)
    assert sizes.y[0] == pytest.approx(PLAIN, rel=1e-12)


@pytest.mark.parametrize("measure", ["AS", "PHI"])
def test_some_measures_need_no_correction(measure: str) -> None:
    sizes = effect_sizes(measure, TABLES)
    assert any("nothing added to any count (add=0, to=only0)" in text for text in sizes.choices)
    assert effect_sizes(measure, TABLES, add=0.5).notes[0] != ()


def test_defaults_follow_the_kind_of_measure() -> None:
    assert np.isnan(effect_sizes("OR", TABLES).y[2])
    assert effect_sizes("RD", TABLES).y[2] == 0.0


def test_an_empty_arm() -> None:
    sizes = effect_sizes("RD", {**TABLES, "total2": [10, 10, 0]})
    assert sizes.why_not == (None, None, "a group without people has no proportion of events")


def test_person_time_without_events() -> None:
    rates = {"events1": [0, 0], "time1": [10.0, 10.0], "events2": [0, 3], "time2": [10.0, 10.0]}
    sizes = effect_sizes("IRR", rates)
    assert sizes.why_not == ("no event in either group: such rates say nothing of a ratio", None)
    assert sizes.y[1] == pytest.approx(np.log(0.5 / 3.5), rel=1e-12)


def test_a_correction_is_a_known_rule_and_no_debt() -> None:
    cells = (np.array([1.0]), np.array([0.0]))
    with pytest.raises(ValueError, match="cannot be negative: -1"):
        corrected(cells, add=-1, to="all")
    with pytest.raises(ValueError, match="to is one of only0, if0all, all, none, not 'some'"):
        corrected(cells, add=0.5, to="some")  # type: ignore[arg-type]
