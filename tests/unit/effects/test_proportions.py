"""Proportions: intervals by their defining equations, and against printed ones."""

from __future__ import annotations

from math import comb, sqrt

import pytest

from reviewkit.effects import clopper_pearson, proportion, wilson, zero_events_limit
from reviewkit.errors import NotEstimable

Z = 1.959963984540054


def binomial_tail(events: int, total: int, p: float) -> float:
    """Probability of at least so many events."""
    return sum(comb(total, i) * p**i * (1 - p) ** (total - i) for i in range(events, total + 1))


@pytest.mark.parametrize(("events", "total"), [(7, 9), (1, 29), (15, 148), (81, 263)])
def test_wilson_limits_are_where_the_score_test_turns(events: int, total: int) -> None:
    ci = wilson(events, total)
    for limit in (ci.lower, ci.upper):
        score = (events / total - limit) / sqrt(limit * (1 - limit) / total)
        assert abs(score) == pytest.approx(Z, rel=1e-9)


@pytest.mark.parametrize(("events", "total"), [(7, 9), (1, 29), (15, 148)])
def test_clopper_pearson_limits_leave_two_and_a_half_percent_on_each_side(
    events: int, total: int
) -> None:
    ci = clopper_pearson(events, total)
    assert binomial_tail(events, total, ci.lower) == pytest.approx(0.025, rel=1e-9)
    assert 1 - binomial_tail(events + 1, total, ci.upper) == pytest.approx(0.025, rel=1e-9)


@pytest.mark.parametrize("total", [1, 9, 1000])
@pytest.mark.parametrize("interval", [wilson, clopper_pearson])
def test_none_and_all_reach_the_ends_exactly(interval: object, total: int) -> None:
    assert callable(interval)
    assert interval(0, total).lower == 0.0
    assert interval(total, total).upper == 1.0
    assert interval(0, total).upper == pytest.approx(1 - interval(total, total).lower, rel=1e-12)


def test_wilson_of_none_by_hand() -> None:
    assert wilson(0, 20).upper == pytest.approx(Z**2 / (20 + Z**2), rel=1e-12)


def test_proportion_by_hand() -> None:
    effect = proportion(events=7, total=9)
    assert effect.measure == "PR"
    assert effect.estimate == pytest.approx(7 / 9, rel=1e-12)
    assert effect.variance == pytest.approx(7 / 9 * 2 / 9 / 9, rel=1e-12)
    assert effect.ci == wilson(7, 9)
    assert effect.assumptions == ()
    assert (effect.statistic, effect.p, effect.df) == (None, None, None)


def test_proportion_with_the_exact_interval() -> None:
    effect = proportion(events=7, total=9, interval="clopper-pearson", level=0.9)
    assert effect.ci == clopper_pearson(7, 9, level=0.9)
    assert "Clopper-Pearson" in effect.formula


@pytest.mark.parametrize("events", [0, 9])
def test_at_the_ends_there_is_no_standard_error(events: int) -> None:
    effect = proportion(events=events, total=9)
    assert effect.se is None
    assert effect.variance is None
    assert effect.ci is not None


def test_correction_changes_estimate_and_se_but_not_the_interval() -> None:
    effect = proportion(events=0, total=9, to="only0")
    assert effect.estimate == pytest.approx(0.5 / 10, rel=1e-12)
    assert effect.variance == pytest.approx(0.05 * 0.95 / 10, rel=1e-12)
    assert effect.ci == wilson(0, 9)
    assert effect.assumptions == ("0.5 added to each count (a count is 0)",)


@pytest.mark.parametrize("total", [1, 3, 50, 10_000])
def test_upper_limit_of_none(total: int) -> None:
    limit = zero_events_limit(total)
    # The chance of seeing nobody, were it as common as the limit, is 5%.
    assert (1 - limit.exact) ** total == pytest.approx(0.05, rel=1e-9)
    assert limit.rule_of_three == 3 / total
    assert limit.rule_of_three > limit.exact


def test_upper_limit_is_the_one_sided_exact_interval() -> None:
    assert zero_events_limit(30).exact == pytest.approx(
        clopper_pearson(0, 30, level=0.9).upper, rel=1e-12
    )


def test_rule_of_three_belongs_to_95_percent() -> None:
    limit = zero_events_limit(30, level=0.99)
    assert limit.rule_of_three is None
    assert limit.to_dict()["exact"] == limit.exact


def test_nobody_observed() -> None:
    with pytest.raises(NotEstimable, match="without people"):
        proportion(events=0, total=0)
    with pytest.raises(ValueError, match="at least 1"):
        zero_events_limit(0)


@pytest.mark.parametrize("level", [0, 1, 95, -0.5])
def test_level_is_a_proportion(level: float) -> None:
    with pytest.raises(ValueError, match="level is a proportion"):
        clopper_pearson(1, 9, level=level)
    with pytest.raises(ValueError, match="level is a proportion"):
        wilson(1, 9, level=level)
