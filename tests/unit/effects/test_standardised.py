"""Standardised mean changes: cases by hand, written as arithmetic."""

from __future__ import annotations

from math import pi, sqrt
from typing import Any

import pytest

from reviewkit.effects import smcc, smcc_from_sd_change, smcr
from reviewkit.effects.standardised import small_sample_correction
from reviewkit.errors import NotEstimable

J_8 = 6 / (2 * 15 / 8 * sqrt(pi))
"""J of 8 degrees of freedom: Γ(4)/(√4·Γ(7/2))."""


def test_correction_by_hand() -> None:
    # m = 2: Γ(1)/(√1·Γ(1/2)) = 1/√π; m = 4: Γ(2)/(√2·Γ(3/2)) = 1/(√2·√π/2)
    assert small_sample_correction(2) == pytest.approx(1 / sqrt(pi), rel=1e-12)
    assert small_sample_correction(4) == pytest.approx(sqrt(2 / pi), rel=1e-12)
    assert small_sample_correction(8) == pytest.approx(J_8, rel=1e-12)


@pytest.mark.parametrize("df", [10, 30, 100])
def test_correction_is_near_the_usual_approximation(df: int) -> None:
    assert small_sample_correction(df) == pytest.approx(1 - 3 / (4 * df - 1), abs=1 / (20 * df**2))


@pytest.mark.parametrize("df", [1, 0])
def test_no_correction_below_two_degrees_of_freedom(df: int) -> None:
    with pytest.raises(NotEstimable, match=f"at least 2 degrees of freedom, not {df}"):
        small_sample_correction(df)


def test_smcc_by_hand() -> None:
    effect = smcc(n=9, mean_before=10, sd_before=3, mean_after=12, sd_after=4, r=0)
    d = J_8 * 2 / 5
    assert effect.measure == "SMCC"
    assert effect.estimate == pytest.approx(d, rel=1e-12)
    assert effect.variance == pytest.approx(1 / 9 + d**2 / 18, rel=1e-12)
    assert effect.df is None
    assert effect.assumptions == ("correlation r = 0 between before and after assumed",)


def test_smcc_from_a_printed_sd_of_change_is_the_same() -> None:
    computed = smcc(n=9, mean_before=10, sd_before=3, mean_after=12, sd_after=4, r=0)
    printed = smcc_from_sd_change(n=9, change=2, sd_change=5)
    assert printed.estimate == pytest.approx(computed.estimate, rel=1e-12)
    assert printed.se == pytest.approx(computed.se, rel=1e-12)
    assert printed.assumptions == ()


def test_smcr_by_hand() -> None:
    effect = smcr(n=9, mean_before=10, sd_before=4, mean_after=12, r=0.75)
    d = J_8 * 2 / 4
    assert effect.measure == "SMCR"
    assert effect.estimate == pytest.approx(d, rel=1e-12)
    assert effect.variance == pytest.approx(2 * 0.25 / 9 + d**2 / 18, rel=1e-12)


def test_the_two_answer_different_questions() -> None:
    # Equal SDs and r = 0.9: SD_change = SD·√0.2, so SMCC = SMCR/√0.2, more than twice as large.
    by_change = smcc(n=9, mean_before=10, sd_before=2, mean_after=11, sd_after=2, r=0.9)
    by_baseline = smcr(n=9, mean_before=10, sd_before=2, mean_after=11, r=0.9)
    assert by_change.estimate / by_baseline.estimate == pytest.approx(1 / sqrt(0.2), rel=1e-12)


@pytest.mark.parametrize(
    ("numbers", "reason"),
    [
        ({"n": 2, "sd_before": 1}, "at least 2 degrees of freedom, not 1"),
        ({"n": 9, "sd_before": 0}, "SD at baseline is 0"),
    ],
)
def test_smcr_not_estimable(numbers: dict[str, Any], reason: str) -> None:
    with pytest.raises(NotEstimable, match=reason):
        smcr(mean_before=10, mean_after=11, r=0.5, **numbers)


def test_smcr_without_change_and_with_r_1_has_no_variance() -> None:
    with pytest.raises(NotEstimable, match="sampling variance is 0"):
        smcr(n=9, mean_before=10, sd_before=1, mean_after=10, r=1)


def test_smcc_without_spread() -> None:
    with pytest.raises(NotEstimable, match="SD of the change is 0"):
        smcc_from_sd_change(n=9, change=2, sd_change=0)
