"""Mean change: cases by hand, written as arithmetic; t quantiles from printed tables."""

from __future__ import annotations

import re
from math import sqrt
from typing import Any

import pytest

from reviewkit.effects import mean_change, mean_change_from_sd_change, sd_change, sd_from_se
from reviewkit.errors import NotEstimable

T_975_8 = 2.306
"""Student's t, 8 degrees of freedom, upper 2.5%, as printed in tables."""

exactly = pytest.approx


@pytest.mark.parametrize(
    ("before", "after", "r", "expected"),
    [
        (3.0, 4.0, 0.0, 5.0),
        (3.0, 4.0, 1.0, 4.0 - 3.0),
        (3.0, 4.0, -1.0, 4.0 + 3.0),
        (2.0, 2.0, 0.5, 2.0),
        (0.003, 0.001, 0.5, sqrt(0.003**2 + 0.001**2 - 2 * 0.5 * 0.003 * 0.001)),
        (6.4, 7.1, 0.8, sqrt(6.4**2 + 7.1**2 - 2 * 0.8 * 6.4 * 7.1)),
        (0.0, 4.0, 0.3, 4.0),
    ],
)
def test_sd_of_change(before: float, after: float, r: float, expected: float) -> None:
    assert sd_change(before, after, r) == exactly(expected, rel=1e-12)


def test_sd_of_change_keeps_its_digits_near_r_1() -> None:
    assert sd_change(1.0, 1.0, 1 - 1e-14) == exactly(sqrt(2e-14), rel=0.01)


def test_sd_from_se() -> None:
    assert sd_from_se(0.5, 16) == 0.5 * 4


def test_mean_change_by_hand() -> None:
    effect = mean_change(
        n=9, mean_before=0.085, sd_before=0.003, mean_after=0.092, sd_after=0.001, r=0.5
    )
    se = sqrt(9e-6 + 1e-6 - 3e-6) / 3
    assert effect.measure == "MC"
    assert effect.estimate == exactly(0.007, rel=1e-12)
    assert effect.se == exactly(se, rel=1e-12)
    assert effect.df == 8
    assert effect.n == 9
    assert effect.ci is not None
    assert effect.ci.upper == exactly(0.007 + T_975_8 * se, abs=0.0005 * se)
    assert effect.ci.lower == exactly(0.007 - T_975_8 * se, abs=0.0005 * se)
    assert effect.ci.method == "t"
    assert effect.statistic == exactly(0.007 / se, rel=1e-12)


def test_p_is_that_of_the_t_distribution() -> None:
    # t = 2.306 with 8 df is the two-sided 5% point.
    effect = mean_change_from_sd_change(n=9, change=T_975_8, sd_change=3.0)
    assert effect.statistic == exactly(T_975_8)
    assert effect.p == exactly(0.05, abs=0.0001)


def test_interval_touches_zero_where_p_is_the_complement_of_the_level() -> None:
    effect = mean_change_from_sd_change(n=16, change=1.0, sd_change=2.0)
    assert effect.p is not None
    at_p = mean_change_from_sd_change(n=16, change=1.0, sd_change=2.0, level=1 - effect.p)
    assert at_p.ci is not None
    assert at_p.ci.lower == exactly(0.0, abs=1e-12)


def test_provenance() -> None:
    effect = mean_change(n=9, mean_before=1, sd_before=2, mean_after=3, sd_after=4, r=0.7)
    assert dict(effect.inputs) == {
        "n": 9,
        "mean_before": 1,
        "sd_before": 2,
        "mean_after": 3,
        "sd_after": 4,
        "r": 0.7,
    }
    assert effect.assumptions == ("correlation r = 0.7 between before and after assumed",)
    assert "SD_change = √(SD_before² + SD_after² - 2·r·SD_before·SD_after)" in effect.formula
    assert effect.source.startswith("10.")


def test_a_reported_correlation_is_no_assumption() -> None:
    effect = mean_change(
        n=9, mean_before=1, sd_before=2, mean_after=3, sd_after=4, r=0.7, r_basis="reported"
    )
    assert effect.assumptions == ()


def test_one_person_has_no_standard_error() -> None:
    with pytest.raises(NotEstimable, match="one person") as refusal:
        mean_change_from_sd_change(n=1, change=1, sd_change=1)
    assert refusal.value.reason == "a change in one person has no standard error"


def test_equal_sds_and_r_1_leave_no_spread() -> None:
    with pytest.raises(NotEstimable, match="SD of the change is 0"):
        mean_change(n=9, mean_before=1, sd_before=2, mean_after=3, sd_after=2, r=1)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"n": 0}, "n is not a whole number of at least 1: 0"),
        ({"n": 9.5}, "n is not a whole number of at least 1: 9.5"),
        ({"sd_before": -1.0}, "sd_before cannot be negative: -1.0"),
        ({"mean_after": float("nan")}, "mean_after is not a finite number: nan"),
        ({"r": 1.1}, "a correlation lies between -1 and 1, not 1.1"),
        ({"level": 95}, "level is a proportion between 0 and 1 (0.95 for 95%), not 95"),
    ],
)
def test_impossible_numbers_are_refused(wrong: dict[str, float], message: str) -> None:
    right: dict[str, Any] = {
        "n": 9,
        "mean_before": 1.0,
        "sd_before": 2.0,
        "mean_after": 3.0,
        "sd_after": 4.0,
        "r": 0.5,
    }
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        mean_change(**(right | wrong))
