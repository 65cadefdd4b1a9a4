"""What comes out: intervals, rows as effects, frames, back-transformation, warnings."""

from __future__ import annotations

import json
from math import exp, sqrt
from typing import Any

import numpy as np
import pytest

from reviewkit.effects import Effect, effect_sizes, md, proportion, risk_ratio, wilson
from reviewkit.errors import NotEstimable

GROUPS: dict[str, Any] = {
    "n1": [4, 8],
    "mean1": [10.0, 9.0],
    "sd1": [2.0, 2.5],
    "n2": [6, 8],
    "mean2": [7.0, 8.0],
    "sd2": [3.0, 2.5],
}


def test_a_row_is_the_effect_of_the_scalar_function() -> None:
    sizes = effect_sizes("MD", GROUPS)
    assert sizes.effect(0) == md(n1=4, mean1=10.0, sd1=2.0, n2=6, mean2=7.0, sd2=3.0)
    assert list(sizes) == [sizes.effect(0), sizes.effect(1)]
    assert len(sizes) == 2


def test_normal_interval_and_test() -> None:
    sizes = effect_sizes("GEN", {"y": [0.5, 0.0], "v": [0.04, 1.0]})
    assert sizes.se == pytest.approx([0.2, 1.0], rel=1e-12)
    assert sizes.statistic == pytest.approx([2.5, 0.0], rel=1e-12)
    assert sizes.p == pytest.approx([0.0124193307, 1.0], rel=1e-8)  # 2(1 - Φ(2.5)), tables: .01242
    assert sizes.lower == pytest.approx([0.5 - 1.959964 * 0.2, -1.959964], abs=1e-6)


def test_t_interval_of_a_mean_difference() -> None:
    sizes = effect_sizes("MD", GROUPS)
    assert sizes.interval == "t"
    assert sizes.df[1] == pytest.approx(14, rel=1e-12)
    # t(14, .975) = 2.145 as printed in tables.
    assert sizes.upper[1] == pytest.approx(1 + 2.1448 * sqrt(2 * 6.25 / 8), abs=1e-4)


def test_wilson_interval_of_a_share() -> None:
    sizes = effect_sizes("PR", {"events": [5, 0], "total": [10, 9]}, to="none")
    ci = wilson(5, 10)
    assert (sizes.lower[0], sizes.upper[0]) == (ci.lower, ci.upper)
    assert sizes.why_not == (
        None,
        "the sampling variance is 0, so there is neither interval nor test",
    )
    assert sizes.described(1) == proportion(events=0, total=9)
    with pytest.raises(NotEstimable, match="variance is 0"):
        sizes.effect(1)


def test_a_frame_has_a_row_a_study_with_its_formula_and_reasons() -> None:
    sizes = effect_sizes("SMD", {**GROUPS, "n2": [None, 8]}, labels=["a", "b"])
    frame = sizes.to_frame()
    assert list(frame.index) == ["a", "b"]
    assert frame.loc["a", "why_not"] == "not given: n2"
    assert str(frame.loc["b", "formula"]).startswith("SMD = J·(mean1 - mean2)/SD_pooled")
    assert frame.loc["b", "mean2"] == 8.0
    assert frame["p"].isna().tolist() == [True, False]


def test_a_dictionary_is_ready_for_json() -> None:
    text = json.dumps(effect_sizes("SMD", {**GROUPS, "n2": [None, 8]}).to_dict(), allow_nan=False)
    assert json.loads(text)["why_not"] == ["not given: n2", None]


def test_back_on_the_scale_that_people_read() -> None:
    sizes = effect_sizes("RR", {"events1": [4], "total1": [123], "events2": [11], "total2": [139]})
    ratio = risk_ratio(events1=4, total1=123, events2=11, total2=139).back_transformed()
    estimate, lower, upper = sizes.back_transformed()
    assert ratio.ci is not None
    assert estimate[0] == pytest.approx(ratio.estimate, rel=1e-12)
    assert (lower[0], upper[0]) == pytest.approx((ratio.ci.lower, ratio.ci.upper), rel=1e-12)
    share, _, _ = effect_sizes("PLO", {"events": [3], "total": [12]}).back_transformed()
    assert share == pytest.approx([0.25], rel=1e-12)
    with pytest.raises(ValueError, match="the inverse of the double arcsine needs a size"):
        effect_sizes("PFT", {"events": [3], "total": [12]}).back_transformed()


def test_a_ratio_beyond_all_numbers_has_no_interval_to_show() -> None:
    data = {"n1": [2], "mean1": [1e-4], "sd1": [1.0], "n2": [2], "mean2": [1.0], "sd2": [1.0]}
    reason = effect_sizes("ROM", data).why_not[0]
    assert reason == "the interval of the ratio has no end that can be computed"


def test_people_are_counted_where_there_are_people() -> None:
    table = {"events1": [4], "total1": [10], "events2": [0], "total2": [11]}
    assert effect_sizes("RR", table).n.tolist() == [21]
    rate = effect_sizes("IR", {"events": [4], "time": [10.0]})
    assert np.isnan(rate.n[0])
    assert rate.effect().n is None


def test_an_se_taken_for_an_sd_is_asked_about() -> None:
    # SDs of 10 in groups of 25; the third study printed its SEs (10/√25 = 2).
    data = {
        "n1": 25,
        "mean1": [52.0, 55.0, 54.0],
        "sd1": [10.0, 11.0, 2.0],
        "n2": 25,
        "mean2": [50.0, 50.0, 49.0],
        "sd2": [9.0, 10.0, 2.1],
    }
    sizes = effect_sizes("MD", data)
    assert sizes.warnings[:2] == ((), ())
    assert sizes.warnings[2] == (
        "a difference of 2.4 SDs is implausible: were the SD an SE, it would be 0.5",
        "sd1 is 2, the other studies have 10.5: as an SE it would be an SD of 10",
        "sd2 is 2.1, the other studies have 9.5: as an SE it would be an SD of 10.5",
    )
    # A standardised measure pools different scales: their SDs tell nothing of each other.
    assert len(effect_sizes("SMD", data).warnings[2]) == 1


@pytest.mark.parametrize("measure", ["MC", "SMCC", "SMCRH"])
def test_an_se_taken_for_an_sd_before_and_after(measure: str) -> None:
    data = {"n": 25, "mean_before": 50.0, "sd_before": 2.0, "mean_after": 55.0, "sd_after": 2.0}
    sizes = effect_sizes(measure, data, r=0.5)
    assert "a difference of 2.5 SDs is implausible" in sizes.warnings[0][0]


def test_effects_of_rows_are_effects() -> None:
    effect = effect_sizes(
        "IRR", {"events1": [4], "time1": [20.0], "events2": [9], "time2": [30]}
    ).effect()
    assert isinstance(effect, Effect)
    assert effect.scale == "log"
    assert effect.back_transformed().estimate == pytest.approx(0.2 / 0.3, rel=1e-12)
    assert dict(effect.inputs) == {"events1": 4, "time1": 20.0, "events2": 9, "time2": 30.0}
    assert effect.source == "10.2202/1557-4679.1168"
    assert exp(effect.estimate) < 1
