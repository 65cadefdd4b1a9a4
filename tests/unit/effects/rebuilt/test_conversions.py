"""One effect in another measure, and what it means for people."""

from __future__ import annotations

from math import exp, log, pi, sqrt

import pytest

from reviewkit.effects import (
    Effect,
    effect_sizes,
    generic,
    odds_ratio,
    risk_difference,
    risk_ratio,
    smd,
)
from reviewkit.effects.rebuilt import (
    absolute_effect,
    d_from_odds_ratio,
    d_from_r,
    odds_ratio_from_d,
    r_from_d,
)
from reviewkit.errors import NotEstimable

D = smd(n1=10, mean1=5.0, sd1=2.0, n2=12, mean2=3.0, sd2=2.0)
HALVED = risk_ratio(events1=20, total1=200, events2=40, total2=200)


@pytest.mark.parametrize(("model", "factor"), [("logistic", pi / sqrt(3)), ("normal", 1.65)])
def test_d_and_odds_ratio_undo_each_other(model: str, factor: float) -> None:
    ratio = odds_ratio_from_d(D, model=model)
    assert ratio.estimate == pytest.approx(factor * D.estimate, rel=1e-12)
    assert ratio.scale == "log"
    back = d_from_odds_ratio(ratio, model=model)
    assert back.estimate == pytest.approx(D.estimate, rel=1e-12)
    assert back.se == pytest.approx(D.se, rel=1e-12)
    assert len(back.assumptions) == 2
    assert f"the outcome is {model}" in back.assumptions[0]


def test_d_and_r_undo_each_other() -> None:
    back = d_from_r(r_from_d(D, n1=10, n2=12), n1=10, n2=12)
    assert back.estimate == pytest.approx(D.estimate, rel=1e-12)
    assert back.se == pytest.approx(D.se, rel=1e-12)


def test_r_of_d_is_metafors_point_biserial() -> None:
    data = {"n1": 10, "mean1": 5.0, "sd1": 2.0, "n2": 12, "mean2": 3.0, "sd2": 2.0}
    uncorrected = effect_sizes("SMD", data, correct=False).effect()
    point = effect_sizes("RPB", data).effect()
    r = r_from_d(uncorrected, n1=10, n2=12)
    assert (r.estimate, r.se) == pytest.approx((point.estimate, point.se), rel=1e-12)


def test_d_from_a_correlation_of_equal_groups() -> None:
    # Borenstein and others 2009, eq. 7.5: r = 0.50 gives d = 2·0.5/√(1 - 0.25) = 1.1547.
    d = d_from_r(generic(estimate=0.5, se=0.1))
    assert d.estimate == pytest.approx(2 * 0.5 / sqrt(0.75), rel=1e-12)
    assert d.variance == pytest.approx(4 * 0.01 / 0.75**3, rel=1e-12)


def test_what_cannot_be_converted() -> None:
    with pytest.raises(ValueError, match="an odds ratio on the log scale is needed, not SMD"):
        d_from_odds_ratio(D)
    with pytest.raises(ValueError, match="model is one of logistic, normal, not 'probit'"):
        odds_ratio_from_d(D, model="probit")
    with pytest.raises(NotEstimable, match="infinite d"):
        d_from_r(generic(estimate=1.0, se=0.1))


def test_fewer_events_in_a_thousand() -> None:
    at = absolute_effect(HALVED, baseline=0.10)
    assert HALVED.ci is not None
    assert at.difference_ci is not None
    assert at.risk == pytest.approx(0.05, rel=1e-12)
    assert at.difference == pytest.approx(-50, rel=1e-12)
    assert at.nnt == pytest.approx(-20, rel=1e-12)
    assert at.difference_ci.lower == pytest.approx(
        1000 * (0.1 * exp(HALVED.ci.lower) - 0.1), rel=1e-12
    )


def test_the_interval_of_an_nnt_may_go_through_infinity() -> None:
    # 60 of 200 against 50 of 200: the difference is 50 in 1,000, its interval lies on both sides.
    effect = risk_difference(events1=60, total1=200, events2=50, total2=200)
    at = absolute_effect(effect, baseline=0.25)
    assert at.nnt == pytest.approx(20, rel=1e-9)
    assert at.nnt_limits is not None
    near, far = at.nnt_limits
    assert near < 0 < far


@pytest.mark.parametrize(
    ("effect", "risk"),
    [
        (odds_ratio(events1=20, total1=200, events2=40, total2=200), None),
        (
            Effect(
                measure="HR",
                estimate=log(0.5),
                se=0.1,
                ci=None,
                scale="log",
                formula="",
                inputs=(),
                source="",
            ),
            1 - 0.9**0.5,
        ),
    ],
)
def test_other_ratios(effect: Effect, risk: float | None) -> None:
    odds = exp(effect.estimate) * 0.1 / 0.9
    at = absolute_effect(effect, baseline=0.1)
    assert at.risk == pytest.approx(odds / (1 + odds) if risk is None else risk, rel=1e-12)


def test_an_odds_ratio_at_its_own_baseline_is_the_table() -> None:
    effect = odds_ratio(events1=20, total1=200, events2=40, total2=200)
    assert absolute_effect(effect, baseline=0.2).risk == pytest.approx(0.1, rel=1e-12)


def test_a_risk_above_1_is_cut_and_said() -> None:
    effect = risk_ratio(events1=40, total1=200, events2=20, total2=200)
    at = absolute_effect(effect, baseline=0.6)
    assert at.risk == 1.0
    assert at.difference == pytest.approx(400, rel=1e-12)
    assert any("cut there" in text for text in at.assumptions)


def test_no_effect_has_no_nnt() -> None:
    effect = risk_ratio(events1=20, total1=200, events2=20, total2=200)
    assert absolute_effect(effect, baseline=0.1).nnt is None
    assert absolute_effect(effect, baseline=0.0).nnt_limits is None


def test_measures_and_risks_that_yield_none() -> None:
    with pytest.raises(ValueError, match="not from SMD on the raw scale"):
        absolute_effect(D, baseline=0.1)
    with pytest.raises(ValueError, match="between 0 and 1, not 10"):
        absolute_effect(HALVED, baseline=10)
