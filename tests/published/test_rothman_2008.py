"""Stratified tables in Rothman, Greenland & Lash, Modern Epidemiology (3rd edition, 2008), ch. 15.

The chapter was not at hand: data (tables 15-1 and 15-2) and results are those to which metafor's
own test of the chapter holds itself, to four digits, with the places named where the chapter
prints another last digit.
"""

from __future__ import annotations

from math import exp
from typing import Any

import pytest

from reviewkit.synthesis import PooledCounts, mantel_haenszel, mantel_haenszel_rates
from reviewkit.synthesis.counts import RateMeasure, TableMeasure

TOLBUTAMIDE: dict[str, Any] = {
    "events1": [8, 22],
    "total1": [106, 98],
    "events2": [5, 16],
    "total2": [120, 85],
}
"""Deaths on tolbutamide and placebo, below 55 years and from 55."""

SMOKING: dict[str, Any] = {
    "events1": [32, 104, 206, 186, 102],
    "time1": [5.2407, 4.3248, 2.8612, 1.2663, 0.5317],
    "events2": [2, 12, 28, 28, 31],
    "time2": [1.8790, 1.0673, 0.5710, 0.2585, 0.1462],
}
"""Deaths of smokers and others by 10,000 years, at 35-44, 45-54 ... 75-84 years."""

DIGIT = 5e-5
"""Half a unit in the fourth decimal."""


def numbers(found: PooledCounts) -> tuple[float | None, ...]:
    return found.estimate, found.ci.lower, found.ci.upper, found.q, found.q_p


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("RD", (0.0349, -0.0176, 0.0874, 0.0017, 0.9669)),  # 0.088 and 0.001 in the chapter
        ("RR", (0.2818, -0.1442, 0.7078, 0.4472, 0.5037)),
        ("OR", (0.3387, -0.1731, 0.8505, 0.3474, 0.5556)),
    ],
)
def test_tolbutamide(measure: TableMeasure, expected: tuple[float, ...]) -> None:
    found = mantel_haenszel(**TOLBUTAMIDE, measure=measure, level=0.9)
    assert numbers(found) == pytest.approx(expected, abs=DIGIT)


def test_tests_of_the_odds_ratio() -> None:
    found = mantel_haenszel(**TOLBUTAMIDE, continuity=False)
    tests = (found.association, found.association_cochran, found.homogeneity)
    statistics = [test and test.statistic for test in tests]
    assert statistics == pytest.approx([1.1914, 1.1976, 0.3489], abs=DIGIT)
    assert [test and test.p for test in tests] == pytest.approx([0.2750, 0.2738, 0.5547], abs=DIGIT)
    assert exp(found.estimate) == pytest.approx(1.4031, abs=DIGIT)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("IRD", (11.4392, 6.3498, 16.5286, 26.8758, 0.0000)),
        ("IRR", (0.3539, 0.1776, 0.5303, 10.4117, 0.0340)),
    ],
)
def test_smoking(measure: RateMeasure, expected: tuple[float, ...]) -> None:
    found = mantel_haenszel_rates(**SMOKING, measure=measure, level=0.9)
    assert numbers(found) == pytest.approx(expected, abs=DIGIT)


@pytest.mark.parametrize(("continuity", "statistic"), [(True, 10.7021), (False, 11.0162)])
def test_test_of_the_rate_ratio(*, continuity: bool, statistic: float) -> None:
    found = mantel_haenszel_rates(**SMOKING, continuity=continuity).association
    assert found is not None
    assert found.statistic == pytest.approx(statistic, abs=DIGIT)
