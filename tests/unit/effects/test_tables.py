"""Two-by-two tables: cases by hand, written as arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from math import log, sqrt

import pytest

from reviewkit.effects import Effect, odds_ratio, risk_difference, risk_ratio
from reviewkit.errors import NotEstimable

Kernel = Callable[..., Effect]
KERNELS = [risk_ratio, odds_ratio, risk_difference]


def test_risk_ratio_by_hand() -> None:
    effect = risk_ratio(events1=10, total1=50, events2=20, total2=40)
    assert effect.measure == "RR"
    assert effect.scale == "log"
    assert effect.estimate == pytest.approx(log((10 / 50) / (20 / 40)), rel=1e-12)
    assert effect.variance == pytest.approx(1 / 10 - 1 / 50 + 1 / 20 - 1 / 40, rel=1e-12)
    assert effect.n == 90
    assert effect.assumptions == ()


def test_odds_ratio_by_hand() -> None:
    effect = odds_ratio(events1=10, total1=50, events2=20, total2=40)
    assert effect.estimate == pytest.approx(log(10 * 20 / (40 * 20)), rel=1e-12)
    assert effect.variance == pytest.approx(1 / 10 + 1 / 40 + 1 / 20 + 1 / 20, rel=1e-12)


def test_risk_difference_by_hand() -> None:
    effect = risk_difference(events1=10, total1=50, events2=20, total2=40)
    assert effect.scale == "raw"
    assert effect.estimate == pytest.approx(10 / 50 - 20 / 40, rel=1e-12)
    assert effect.variance == pytest.approx(0.2 * 0.8 / 50 + 0.5 * 0.5 / 40, rel=1e-12)


def test_back_transformed_risk_ratio() -> None:
    effect = risk_ratio(events1=10, total1=50, events2=20, total2=40)
    ratio = effect.back_transformed()
    assert ratio.estimate == pytest.approx(0.4, rel=1e-12)
    assert (ratio.scale, ratio.se, ratio.p) == ("raw", None, effect.p)
    assert ratio.ci is not None
    assert effect.se is not None
    # exp(ln 0.4 ± 1.96·SE); the product of the limits is the square of the estimate.
    assert ratio.ci.lower * ratio.ci.upper == pytest.approx(0.4**2, rel=1e-12)
    assert ratio.ci.upper / ratio.ci.lower == pytest.approx(
        2.718281828 ** (2 * 1.959964 * sqrt(0.105)), rel=1e-6
    )


def test_a_difference_is_not_back_transformed() -> None:
    effect = risk_difference(events1=10, total1=50, events2=20, total2=40)
    assert effect.back_transformed() is effect


def test_half_is_added_to_each_cell_if_one_is_zero_and_said_so() -> None:
    effect = odds_ratio(events1=0, total1=10, events2=5, total2=10)
    assert effect.estimate == pytest.approx(log(0.5 / 10.5 / (5.5 / 5.5)), rel=1e-12)
    assert effect.assumptions == ("0.5 added to each count (a count is 0)",)


def test_the_total_grows_with_the_correction() -> None:
    effect = risk_ratio(events1=0, total1=10, events2=5, total2=10)
    assert effect.estimate == pytest.approx(log(0.5 / 11) - log(5.5 / 11), rel=1e-12)
    assert effect.variance == pytest.approx(1 / 0.5 - 1 / 11 + 1 / 5.5 - 1 / 11, rel=1e-12)


def test_correction_of_every_table() -> None:
    effect = risk_difference(events1=1, total1=10, events2=5, total2=10, add=1.0, to="all")
    assert effect.estimate == pytest.approx(2 / 12 - 6 / 12, rel=1e-12)
    assert effect.assumptions == ("1 added to each count (in every table)",)


@pytest.mark.parametrize("kernel", [risk_ratio, odds_ratio])
def test_a_zero_without_correction_is_not_estimable(kernel: Kernel) -> None:
    with pytest.raises(NotEstimable, match="0, infinite or undefined"):
        kernel(events1=0, total1=10, events2=5, total2=10, to="none")


def test_everybody_in_one_arm_is_estimable_as_a_risk_ratio() -> None:
    effect = risk_ratio(events1=10, total1=10, events2=5, total2=10, to="none")
    assert effect.estimate == pytest.approx(log(2), rel=1e-12)


@pytest.mark.parametrize("kernel", [risk_ratio, odds_ratio])
@pytest.mark.parametrize(("events1", "events2"), [(0, 0), (10, 20)])
def test_double_zero_says_nothing_of_a_ratio(kernel: Kernel, events1: int, events2: int) -> None:
    table = {"events1": events1, "total1": 10, "events2": events2, "total2": 20}
    with pytest.raises(NotEstimable, match="nobody had the event in either arm, or everybody"):
        kernel(**table)
    assert kernel(**table, drop00=False).assumptions


def test_double_zero_does_bear_on_a_difference() -> None:
    effect = risk_difference(events1=0, total1=10, events2=0, total2=20)
    assert effect.estimate == pytest.approx(0.5 / 11 - 0.5 / 21, rel=1e-12)
    with pytest.raises(NotEstimable):
        risk_difference(events1=0, total1=10, events2=0, total2=20, drop00=True)


def test_double_zero_difference_without_correction_has_no_variance() -> None:
    with pytest.raises(NotEstimable, match="sampling variance is 0"):
        risk_difference(events1=0, total1=10, events2=0, total2=20, to="none")


@pytest.mark.parametrize("kernel", KERNELS)
def test_an_empty_arm(kernel: Kernel) -> None:
    with pytest.raises(NotEstimable, match="without people"):
        kernel(events1=0, total1=0, events2=5, total2=10)


@pytest.mark.parametrize("kernel", KERNELS)
@pytest.mark.parametrize(("events", "total"), [(11, 10), (-1, 10), (2.5, 10)])
def test_impossible_counts(kernel: Kernel, events: float, total: int) -> None:
    with pytest.raises(ValueError, match=f"{events} events among {total} are impossible"):
        kernel(events1=events, total1=total, events2=5, total2=10)


def test_negative_correction() -> None:
    with pytest.raises(ValueError, match="cannot be negative: -1"):
        odds_ratio(events1=0, total1=10, events2=5, total2=10, add=-1)
