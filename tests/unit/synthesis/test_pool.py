"""Pooling: cases by hand, written as arithmetic."""

from __future__ import annotations

import json
from math import exp, sqrt

import pytest

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import Pooled, pool
from reviewkit.synthesis.heterogeneity import NO_TAU2_FITS, SEVERAL_MAXIMA
from reviewkit.synthesis.pool import ONE_STUDY
from reviewkit.synthesis.pooled import Method, Test

Z = 1.959964
T_1, T_2 = 12.7062, 4.3027
"""Student's t, 1 and 2 degrees of freedom, upper 2.5%, as printed in tables."""

# Three studies of equal precision: the estimate is their mean, 2, whatever τ²; Q is the sum of
# squares about it over v, (4 + 0 + 4)/1 = 8; every estimator of τ² gives 8/2 - 1 = 3.
Y, V = [0.0, 2.0, 4.0], [1.0, 1.0, 1.0]


@pytest.mark.parametrize("method", ["REML", "DL", "PM"])
def test_three_equally_precise_studies(method: Method) -> None:
    result = pool(Y, V, method=method, test="z")
    se = sqrt((1 + 3) / 3)
    assert result.estimate == pytest.approx(2, rel=1e-12)
    assert result.tau2 == pytest.approx(3, rel=1e-12)
    assert result.se == pytest.approx(se, rel=1e-12)
    assert result.ci.upper == pytest.approx(2 + Z * se, rel=1e-6)
    assert result.statistic == pytest.approx(2 / se, rel=1e-12)
    assert result.q == pytest.approx(8, rel=1e-12)
    assert result.q_df == 2
    assert result.i2 == pytest.approx(3 / (3 + 1), rel=1e-12)
    assert result.h2 == pytest.approx(4, rel=1e-12)
    assert result.weights == pytest.approx((1 / 3, 1 / 3, 1 / 3), rel=1e-12)
    assert result.prediction is not None
    assert result.prediction.upper == pytest.approx(2 + Z * sqrt(se**2 + 3), rel=1e-6)


def test_common_effect() -> None:
    result = pool([0.0, 3.0], [1.0, 2.0], method="CE")
    assert result.estimate == pytest.approx((0 / 1 + 3 / 2) / (1 / 1 + 1 / 2), rel=1e-12)
    assert result.se == pytest.approx(sqrt(1 / (1 + 1 / 2)), rel=1e-12)
    assert result.weights == pytest.approx((2 / 3, 1 / 3), rel=1e-12)
    # Q = 1·(0 - 1)² + (1/2)·(3 - 1)² = 3 with 1 df.
    assert result.q == pytest.approx(3, rel=1e-12)
    assert result.i2 == pytest.approx((3 - 1) / 3, rel=1e-12)
    assert result.h2 == pytest.approx(3, rel=1e-12)
    assert (result.tau2, result.tau2_ci, result.prediction) == (0.0, None, None)
    assert result.test == "z"


def test_hartung_knapp() -> None:
    # Weights are 1/4 each, so f = Σ(y - 2)²/4/2 = 1: the same SE as Wald, but t with 2 df.
    result = pool(Y, V, test="hksj")
    assert result.hk_factor == pytest.approx(1, rel=1e-12)
    assert result.df == 2
    assert result.ci.upper == pytest.approx(2 + T_2 * sqrt(4 / 3), rel=1e-4)
    assert result.ci.method == "t"


def test_the_floor_acts_when_the_effects_agree() -> None:
    # τ² is 0; f = [(-0.1)² + 0.1²]/1/2 = 0.01 without the floor, 1 with it.
    y = [0.9, 1.0, 1.1]
    bare, floored = pool(y, V, test="hksj"), pool(y, V)
    assert bare.hk_factor == pytest.approx(0.01, rel=1e-12)
    assert bare.se == pytest.approx(sqrt(0.01 / 3), rel=1e-12)
    assert floored.test == "hksj-floor"
    assert floored.hk_factor == 1
    assert floored.se == pytest.approx(sqrt(1 / 3), rel=1e-12)


def test_two_studies() -> None:
    result = pool([0.0, 2.0], [1.0, 1.0])
    assert result.df == 1
    # τ² = 2/1 - 1 = 1, SE = √((1 + 1)/2) = 1
    assert result.ci.upper == pytest.approx(1 + T_1, rel=1e-5)


def test_prediction_with_k_less_two_degrees_of_freedom() -> None:
    result = pool(Y, V, prediction="k-2")
    assert result.prediction is not None
    assert result.prediction.upper == pytest.approx(2 + T_1 * sqrt(4 / 3 + 3), rel=1e-5)
    assert result.prediction.method == "t"
    assert pool(Y[:2], V[:2], prediction="k-2").prediction is None


def test_one_study_is_returned_as_it_is() -> None:
    result = pool([0.5], [0.04])
    assert (result.estimate, result.se, result.k) == (0.5, 0.2, 1)
    assert result.statistic == 2.5
    assert result.ci.upper == pytest.approx(0.5 + Z * 0.2, rel=1e-6)
    assert (result.method, result.test) == ("CE", "z")
    for nothing in (result.tau2, result.tau2_ci, result.i2, result.h2, result.q, result.prediction):
        assert nothing is None
    assert result.notes == (ONE_STUDY,)


def test_no_study() -> None:
    with pytest.raises(NotEstimable, match="no study to pool"):
        pool([], [])


def test_equal_effects_have_no_bare_hartung_knapp_interval() -> None:
    with pytest.raises(NotEstimable, match="interval has no width"):
        pool([1.0, 1.0], [1.0, 2.0], test="hksj")
    assert pool([1.0, 1.0], [1.0, 2.0]).hk_factor == 1


def test_effects_closer_than_chance_have_no_interval_for_tau2() -> None:
    result = pool([1.0, 1.0], [1.0, 2.0])
    assert result.tau2 == 0
    assert (result.tau2_ci, result.i2_ci) == (None, None)
    assert result.notes == (NO_TAU2_FITS,)


def test_several_maxima_are_said() -> None:
    # Two precise studies agree, two imprecise ones lie far off: is it chance or heterogeneity?
    result = pool([0.0, 0.0, 3.0, 3.0], [0.001, 0.001, 1.0, 1.0])
    assert result.notes == (SEVERAL_MAXIMA,)


@pytest.mark.parametrize(
    ("y", "v", "message"),
    [
        ([1.0, 2.0], [1.0], "of one length"),
        ([[1.0, 2.0]], [[1.0, 1.0]], "one-dimensional"),
        ([1.0, float("nan")], [1.0, 1.0], "must be finite"),
        ([1.0, 2.0], [1.0, float("inf")], "must be finite"),
        ([1.0, 2.0], [1.0, -1.0], "above 0"),
    ],
)
def test_impossible_input(y: list[float], v: list[float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        pool(y, v)


def test_no_sampling_error_would_be_infinite_weight() -> None:
    with pytest.raises(NotEstimable, match="infinite weight"):
        pool([1.0, 2.0], [1.0, 0.0])


def test_level_holds_for_all_intervals() -> None:
    result = pool(Y, V, level=0.8)
    intervals = (result.ci, result.prediction, result.tau2_ci, result.i2_ci)
    assert [interval and interval.level for interval in intervals] == [0.8] * 4


def test_to_dict_is_json_and_whole() -> None:
    result = pool(Y, V)
    assert json.loads(json.dumps(result.to_dict())) == result.to_dict()
    assert set(result.to_dict()) == set(Pooled.__slots__)


def test_to_frame_is_one_tidy_row() -> None:
    frame = pool(Y, V).to_frame()
    assert len(frame) == 1
    assert frame["ci_lower"].item() == pool(Y, V).ci.lower
    assert frame["level"].item() == 0.95
    assert "weights" not in frame


def test_one_study_with_a_known_spread() -> None:
    # SE² = v + τ²; a new study's effect lies τ² further off.
    found = pool([0.3], [0.04], tau2=0.05)
    assert found.se == pytest.approx(0.09**0.5, rel=1e-15)
    assert (found.tau2, found.notes) == (0.05, ())
    assert found.prediction is not None
    wide = found.prediction.upper - found.prediction.lower
    assert wide / (found.ci.upper - found.ci.lower) == pytest.approx(
        (0.14 / 0.09) ** 0.5, rel=1e-12
    )


def test_to_frame_of_one_study_says_nothing_of_heterogeneity() -> None:
    frame = pool([0.5], [0.04]).to_frame()
    assert frame[["tau2", "tau2_ci_lower", "prediction_upper"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("z", "Wald interval"),
        ("hksj", "Hartung-Knapp interval)"),
        ("hksj-floor", "never narrower than the Wald one"),
    ],
)
def test_summary_names_the_method(test: Test, words: str) -> None:
    text = pool(Y, V, test=test).summary()
    assert text.startswith("3 studies: 2.0 (95% CI ")
    assert "random effects, REML" in text
    assert words in text
    assert "Prediction interval for a new study" in text
    assert "I² = 75.0%" in text


def test_summary_of_a_common_effect_predicts_nothing() -> None:
    text = pool(Y, V, method="CE").summary()
    assert "common effect" in text
    assert "Prediction" not in text
    assert "τ²" not in text


def test_summary_of_one_study() -> None:
    assert pool([0.5], [0.04]).summary() == f"0.50 (95% CI 0.11 to 0.89), p = .01. {ONE_STUDY}"


def test_back_on_the_scale_of_ratios() -> None:
    pooled = pool([0.1, 0.9, 0.4], [0.05, 0.02, 0.1])
    ratio = pooled.back_transformed(exp)
    assert ratio.estimate == exp(pooled.estimate)
    assert (ratio.ci.lower, ratio.ci.upper) == (exp(pooled.ci.lower), exp(pooled.ci.upper))
    assert pooled.prediction is not None
    assert ratio.prediction is not None
    assert ratio.prediction.upper == exp(pooled.prediction.upper)
    assert pool([0.1], [0.05]).back_transformed(exp).prediction is None
    with pytest.raises(ValueError, match="no inside"):
        pooled.back_transformed(lambda effect: -effect)
