"""The values that kernels return, and effects made from printed estimates."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from math import log

import pytest

from reviewkit.effects import (
    Effect,
    Interval,
    generic,
    generic_from_interval,
    mean_change_from_sd_change,
    proportion,
)
from reviewkit.effects.tails import normal_p, normal_quantile, t_p, t_quantile
from reviewkit.errors import NotEstimable


def test_interval_contains_its_ends() -> None:
    ci = Interval(lower=-1.0, upper=2.0, level=0.95, method="t")
    assert -1.0 in ci
    assert 2.0 in ci
    assert 2.0000001 not in ci
    assert ci.width == 3.0


@pytest.mark.parametrize(("lower", "upper"), [(1.0, 0.0), (float("nan"), 1.0)])
def test_interval_the_wrong_way_round(lower: float, upper: float) -> None:
    with pytest.raises(ValueError, match="has no inside"):
        Interval(lower=lower, upper=upper, level=0.95, method="t")


def test_effects_are_frozen() -> None:
    effect = generic(estimate=1.0, se=1.0)
    with pytest.raises(FrozenInstanceError):
        effect.estimate = 2.0  # type: ignore[misc]  # frozen: that is the test


@pytest.mark.parametrize(
    "effect",
    [
        mean_change_from_sd_change(n=9, change=1.0, sd_change=2.0),
        proportion(events=0, total=9),
        generic(estimate=1.0, se=1.0),
    ],
)
def test_to_dict_is_json_and_whole(effect: Effect) -> None:
    there_and_back = json.loads(json.dumps(effect.to_dict()))
    assert there_and_back == effect.to_dict()
    assert set(there_and_back) == set(Effect.__slots__)


def test_tails_against_printed_tables() -> None:
    assert round(normal_quantile(0.95), 3) == 1.960
    assert round(normal_quantile(0.99), 3) == 2.576
    assert round(t_quantile(0.95, 8), 3) == 2.306
    assert round(t_quantile(0.95, 1), 3) == 12.706
    assert normal_p(0) == t_p(0, 5) == 1.0
    assert round(normal_p(1.96), 3) == 0.050


def test_far_tails_do_not_vanish() -> None:
    assert 0 < normal_p(30) < 1e-190
    assert 0 < t_p(1e6, 8) < 1e-40


def test_generic_by_hand() -> None:
    effect = generic(estimate=0.5, se=0.2, n=40)
    assert effect.statistic == 2.5
    assert effect.ci is not None
    assert effect.ci.lower == pytest.approx(0.5 - 1.959964 * 0.2, abs=1e-6)
    assert (effect.measure, effect.n) == ("GEN", 40)


def test_generic_without_se() -> None:
    with pytest.raises(NotEstimable, match="variance is 0"):
        generic(estimate=0.5, se=0.0)


def test_se_from_a_printed_interval() -> None:
    effect = generic_from_interval(estimate=2.0, lower=1.0, upper=3.0)
    assert effect.se == pytest.approx(1.0 / 1.959964, rel=1e-6)
    assert effect.ci == Interval(lower=1.0, upper=3.0, level=0.95, method="as printed")
    assert effect.assumptions == ("the printed interval was made with the normal quantile",)


def test_a_printed_ratio_goes_to_the_log_scale() -> None:
    effect = generic_from_interval(estimate=0.5, lower=0.25, upper=1.0, scale="log")
    assert effect.estimate == log(0.5)
    assert effect.ci is not None
    assert (effect.ci.lower, effect.ci.upper) == (log(0.25), 0.0)
    assert effect.back_transformed().estimate == pytest.approx(0.5, rel=1e-12)


def test_an_estimate_outside_its_interval() -> None:
    with pytest.raises(ValueError, match="the estimate 4 lies outside its interval 1 to 3"):
        generic_from_interval(estimate=4, lower=1, upper=3)


def test_a_ratio_is_above_zero() -> None:
    with pytest.raises(ValueError, match="limits above 0, not 0"):
        generic_from_interval(estimate=1, lower=0, upper=3, scale="log")
