"""Absolute effects by hand: risks, differences, and where a ratio does not fit a baseline."""

from __future__ import annotations

import json
import math

import pytest

from reviewkit.effects.absolute import Ratio, from_difference, from_ratio


def of(measure: Ratio, ratio: float, baseline: float) -> float:
    logs = math.log(ratio)
    found = from_ratio(
        measure, log_estimate=logs, log_lower=logs - 0.1, log_upper=logs + 0.1, baseline=baseline
    )
    return found.risk


def test_risk_ratio() -> None:
    assert of("RR", 0.8, 0.25) == pytest.approx(0.8 * 0.25, rel=1e-12)


def test_odds_ratio() -> None:
    odds = 0.25 / 0.75 * 0.5
    assert of("OR", 0.5, 0.25) == pytest.approx(odds / (1 + odds), rel=1e-12)


def test_hazard_ratio() -> None:
    # -ln(1 - p) is the cumulative hazard, which the ratio multiplies.
    hazard = -math.log(1 - 0.25) * 1.5
    assert of("HR", 1.5, 0.25) == pytest.approx(1 - math.exp(-hazard), rel=1e-12)


@pytest.mark.parametrize("measure", ["RR", "OR", "HR"])
def test_no_effect_changes_no_risk(measure: Ratio) -> None:
    found = from_ratio(measure, log_estimate=0.0, log_lower=-0.5, log_upper=0.5, baseline=0.3)
    assert found.difference == pytest.approx(0.0, abs=1e-12)
    assert found.lower < 0 < found.upper


@pytest.mark.parametrize("measure", ["OR", "HR"])
def test_odds_and_hazards_stay_within_one(measure: Ratio) -> None:
    found = from_ratio(measure, log_estimate=9.0, log_lower=0.0, log_upper=50.0, baseline=0.9)
    assert 0 <= found.risk <= found.risk_upper <= 1
    assert not found.capped


def test_a_risk_ratio_beyond_certainty_is_cut_and_says_so() -> None:
    found = from_ratio("RR", log_estimate=0.5, log_lower=0.0, log_upper=2.0, baseline=0.5)
    assert found.risk_upper == 1.0
    assert found.upper == 0.5
    assert found.capped


def test_people_needed_for_one_more_or_less() -> None:
    found = from_difference(estimate=-0.04, lower=-0.06, upper=-0.02, baseline=0.1)
    assert found.nnt == pytest.approx(25, rel=1e-12)
    none = from_difference(estimate=0.0, lower=-0.01, upper=0.01, baseline=0.1)
    assert none.nnt is None


@pytest.mark.parametrize("baseline", [-0.1, 1.1, math.nan])
def test_what_is_no_proportion_is_refused(baseline: float) -> None:
    with pytest.raises(ValueError, match="proportion from 0 to 1"):
        from_difference(estimate=0.0, lower=0.0, upper=0.0, baseline=baseline)
    with pytest.raises(ValueError, match="proportion from 0 to 1"):
        from_ratio("RR", log_estimate=0.0, log_lower=0.0, log_upper=0.0, baseline=baseline)


def test_plain_data() -> None:
    found = from_difference(estimate=-0.04, lower=-0.06, upper=-0.02, baseline=0.1)
    assert json.loads(json.dumps(found.to_dict()))["nnt"] == pytest.approx(25, rel=1e-12)
