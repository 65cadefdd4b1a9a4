"""Laws that pooling obeys whatever the studies; each test is named after its law."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.special import chdtri

from reviewkit.effects.values import Interval
from reviewkit.synthesis import Pooled, count_directions, pool, tau2
from reviewkit.synthesis.batch import one_batch
from reviewkit.synthesis.pooled import Method, Test
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.tau2 import Tau2Method, residual_q

LAW = 1e-6
"""Relative: τ² is a root, and what is computed from it inherits the root's condition."""

Studies = tuple[Array, Array]

RANDOM: tuple[Tau2Method, ...] = ("REML", "DL", "PM")
METHODS: tuple[Method, ...] = (*RANDOM, "CE")
TESTS: tuple[Test, ...] = ("z", "hksj", "hksj-floor")


@st.composite
def studies(draw: st.DrawFn, least: int = 2) -> Studies:
    k = draw(st.integers(least, 12))
    y = draw(st.lists(st.integers(-5000, 5000), min_size=k, max_size=k, unique=True))
    v = draw(st.lists(st.integers(10, 4000), min_size=k, max_size=k))
    return np.array(y) / 1000, np.array(v) / 1000  # three decimals, as effects are printed


methods = st.sampled_from(METHODS)
tests = st.sampled_from(TESTS)


def has_one_maximum(result: Pooled) -> bool:
    """Two maxima of nearly equal height may change places under rounding."""
    return not any("several maxima" in note for note in result.notes)


def close(x: float | None, y: float | None) -> bool:
    assert x is not None
    assert y is not None
    return x == pytest.approx(y, rel=LAW, abs=LAW)


@given(studies(), methods, tests, st.data())
def test_order_of_studies_does_not_matter(
    data: Studies, method: Method, test: Test, draw: st.DataObject
) -> None:
    order = np.array(draw.draw(st.permutations(range(len(data[0])))))
    one = pool(*data, method=method, test=test)
    assume(has_one_maximum(one))
    other = pool(data[0][order], data[1][order], method=method, test=test)
    assert close(one.estimate, other.estimate)
    assert close(one.se, other.se)
    assert close(one.tau2, other.tau2)
    assert np.array(one.weights)[order] == pytest.approx(np.array(other.weights), abs=LAW)


@given(studies(), methods, tests, st.floats(-10, 10))
def test_shifting_all_effects_shifts_the_estimate_only(
    data: Studies, method: Method, test: Test, shift: float
) -> None:
    one = pool(*data, method=method, test=test)
    assume(has_one_maximum(one))
    other = pool(data[0] + shift, data[1], method=method, test=test)
    assert close(one.estimate + shift, other.estimate)
    assert close(one.se, other.se)
    assert close(one.tau2, other.tau2)
    assert close(one.q, other.q)


@given(studies(), methods, tests, st.floats(0.01, 100))
def test_change_of_unit(data: Studies, method: Method, test: Test, factor: float) -> None:
    one = pool(*data, method=method, test=test)
    assume(has_one_maximum(one))
    other = pool(data[0] * factor, data[1] * factor**2, method=method, test=test)
    assert close(one.estimate, other.estimate / factor)
    assert close(one.se, other.se / factor)
    assert close(one.i2, other.i2)
    assert close(one.p, other.p)


@given(studies(), methods, tests)
def test_changing_all_signs_mirrors_the_result(data: Studies, method: Method, test: Test) -> None:
    one = pool(*data, method=method, test=test)
    assume(has_one_maximum(one))
    other = pool(-data[0], data[1], method=method, test=test)
    assert close(one.estimate, -other.estimate)
    assert close(one.ci.lower, -other.ci.upper)
    assert close(one.p, other.p)


@given(studies(), methods, tests)
def test_weights_are_positive_and_sum_to_one(data: Studies, method: Method, test: Test) -> None:
    result = pool(*data, method=method, test=test)
    assert min(result.weights) > 0
    assert sum(result.weights) == pytest.approx(1, rel=1e-12)


@given(studies(), methods, tests)
def test_estimate_lies_among_the_effects(data: Studies, method: Method, test: Test) -> None:
    result = pool(*data, method=method, test=test)
    assert data[0].min() - LAW <= result.estimate <= data[0].max() + LAW
    assert result.estimate in result.ci


@given(studies(), st.sampled_from(RANDOM))
def test_tau2_of_zero_is_the_common_effect(data: Studies, method: Method) -> None:
    close_together = data[0] * 1e-3
    result = pool(close_together, data[1], method=method, test="z")
    assume(result.tau2 == 0)
    common = pool(close_together, data[1], method="CE")
    assert result.estimate == pytest.approx(common.estimate, rel=1e-12, abs=1e-15)
    assert result.se == pytest.approx(common.se, rel=1e-12)
    assert result.ci.lower == pytest.approx(common.ci.lower, rel=1e-9, abs=1e-12)


@given(studies(), st.sampled_from(RANDOM))
def test_floored_hartung_knapp_is_never_narrower_than_the_common_effect(
    data: Studies, method: Method
) -> None:
    floored = pool(*data, method=method)
    for narrower in (pool(*data, method="CE"), pool(*data, method=method, test="z")):
        assert floored.ci.width >= narrower.ci.width
    bare = pool(*data, method=method, test="hksj")
    assert floored.ci.width >= bare.ci.width


@given(studies(), st.sampled_from(RANDOM), tests)
def test_prediction_is_never_narrower_than_the_interval(
    data: Studies, method: Method, test: Test
) -> None:
    result = pool(*data, method=method, test=test)
    assert result.prediction is not None
    assert result.prediction.width >= result.ci.width * (1 - 1e-12)


@given(studies(), st.sampled_from(RANDOM))
def test_more_heterogeneity_evens_out_the_weights(data: Studies, method: Method) -> None:
    random, common = pool(*data, method=method), pool(*data, method="CE")
    assert max(random.weights) <= max(common.weights) + 1e-12


@given(studies())
def test_q_at_the_limits_of_tau2_is_the_chi_square_point(data: Studies) -> None:
    result = pool(*data)
    assume(result.tau2_ci is not None)
    interval = result.tau2_ci
    assert isinstance(interval, Interval)
    df = len(data[0]) - 1
    assert close(residual_q(one_batch(*data), interval.upper)[0], float(chdtri(df, 0.975)))
    if interval.lower > 0:
        assert close(residual_q(one_batch(*data), interval.lower)[0], float(chdtri(df, 0.025)))


@given(studies(), st.sampled_from(RANDOM), st.integers(2, 4))
@settings(max_examples=50)
def test_equal_variances_make_all_estimators_one(
    data: Studies, method: Tau2Method, copies: int
) -> None:
    y = np.repeat(data[0], copies)
    v = np.full(len(y), 0.5)
    expected = max(0.0, float(np.var(y, ddof=1)) - 0.5)
    assert close(tau2(y, v, method=method), expected)


@given(studies())
def test_two_copies_of_every_study_leave_the_common_effect(data: Studies) -> None:
    once = pool(*data, method="CE")
    twice = pool(np.tile(data[0], 2), np.tile(data[1], 2), method="CE")
    assert close(once.estimate, twice.estimate)
    assert close(once.se, twice.se * np.sqrt(2))


@given(st.integers(0, 60), st.integers(0, 60))
def test_swapping_directions_mirrors_the_count(positive: int, negative: int) -> None:
    assume(positive + negative > 0)
    one, other = count_directions(positive, negative), count_directions(negative, positive)
    assert one.p == other.p
    assert close(one.share, 1 - other.share)
    assert close(one.ci.lower, 1 - other.ci.upper)


@given(st.integers(1, 60), st.integers(0, 60))
def test_sign_test_cannot_go_below_its_least(positive: int, negative: int) -> None:
    result = count_directions(positive, negative)
    assert result.least_p <= result.p <= 1
