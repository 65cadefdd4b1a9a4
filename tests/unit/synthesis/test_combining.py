"""Combining p values: by hand, at the limits, and what is refused."""

from __future__ import annotations

import json
import math

import pytest

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import combine, one_sided


def test_fisher_of_two_by_hand() -> None:
    found = combine([0.1, 0.2])
    assert found.statistic == pytest.approx(-2 * (math.log(0.1) + math.log(0.2)), rel=1e-12)
    # Of χ² with 4 degrees of freedom the tail is exp(-x/2)·(1 + x/2).
    product = 0.1 * 0.2
    assert found.p == pytest.approx(product * (1 - math.log(product)), rel=1e-12)


def test_stouffer_of_equal_p_grows_with_the_root_of_k() -> None:
    one = 1.6448536269514722  # Φ⁻¹(.95)
    assert combine([0.05] * 4, method="Stouffer").statistic == pytest.approx(2 * one, rel=1e-12)


def test_opposite_results_cancel_out_for_stouffer_and_not_for_fisher() -> None:
    opposite = [0.0001, 0.0001, 0.9999, 0.9999]
    assert combine(opposite, method="Stouffer").p == pytest.approx(0.5, rel=1e-9)
    assert combine(opposite).p < 0.001


def test_a_study_without_weight_to_speak_of_hardly_counts() -> None:
    alone = combine([0.01, 0.9], method="Stouffer", weights=[1, 1e-9])
    assert alone.p == pytest.approx(0.01, rel=1e-6)


def test_either_direction_is_the_same_from_both_sides() -> None:
    p = [0.02, 0.3, 0.6]
    for method in ("Fisher", "Stouffer"):
        here = combine(p, method=method)
        there = combine([1 - each for each in p], method=method)
        assert here.p_either == pytest.approx(there.p_either, rel=1e-9)
        assert here.p_either == pytest.approx(2 * min(here.p, there.p), rel=1e-9)


def test_two_sided_p_become_one_sided() -> None:
    assert one_sided(1.0, toward=True) == one_sided(1.0, toward=False) == 0.5


@pytest.mark.parametrize("p", [[], [0.03]])
def test_fewer_than_two_have_nothing_to_combine(p: list[float]) -> None:
    with pytest.raises(NotEstimable, match="nothing to combine"):
        combine(p)


def test_stouffer_of_a_p_of_one_is_undefined_and_says_so() -> None:
    with pytest.raises(NotEstimable, match="has no z"):
        combine([0.5, 1.0], method="Stouffer")
    assert combine([1.0, 1.0]).p == 1.0


@pytest.mark.parametrize("wrong", [0.0, -0.1, 1.1, math.nan])
def test_what_is_no_p_value_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="a p value lies above 0"):
        combine([0.5, wrong])


@pytest.mark.parametrize("weights", [[1.0], [1.0, 0.0], [1.0, math.inf], [1.0, -1.0]])
def test_weights_that_are_none_are_refused(weights: list[float]) -> None:
    with pytest.raises(ValueError, match="weights"):
        combine([0.5, 0.5], method="Stouffer", weights=weights)
    with pytest.raises(ValueError, match="has no weights"):
        combine([0.5, 0.5], weights=weights)


def test_summary_says_what_was_asked() -> None:
    assert "in at least one study" in combine([0.01, 0.02]).summary()
    told = combine([0.01, 0.02], method="Stouffer", weights=[1, 2]).summary()
    assert told.startswith("Stouffer's method, weighted, 2 p values: z = ")
    assert "cancel out" in told


def test_plain_data() -> None:
    plain = json.loads(json.dumps(combine([0.01, 0.02]).to_dict()))
    assert (plain["method"], plain["k"], plain["df"]) == ("Fisher", 2, 4)
