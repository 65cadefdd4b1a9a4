"""Laws of the estimators of τ², the batch kernel and meta-regression, each test named after one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import (
    cumulative,
    fit_many,
    influence,
    leave_one_out,
    meta_regression,
    pool,
    tau2,
)
from reviewkit.synthesis.batch import Batch, one_batch
from reviewkit.synthesis.likelihood import Likelihood, local_maxima, log_likelihood, score
from reviewkit.synthesis.pooled import Method, Test
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.tau2 import TAU2_METHODS, Tau2Method, estimate_tau2, residual_q

LAW = 1e-7
"""Relative: τ² is a root, and what is computed from it inherits the root's condition."""

Studies = tuple[Array, Array]

ESTIMATORS = tuple(method for method in TAU2_METHODS if method != "GENQ")
METHODS: tuple[Method, ...] = (*ESTIMATORS, "CE")
TESTS: tuple[Test, ...] = ("z", "t", "hksj", "hksj-floor")

estimators = st.sampled_from(ESTIMATORS)
methods = st.sampled_from(METHODS)
tests = st.sampled_from(TESTS)


@st.composite
def studies(draw: st.DrawFn, least: int = 2, most: int = 10) -> Studies:
    k = draw(st.integers(least, most))
    y = draw(st.lists(st.integers(-3000, 3000), min_size=k, max_size=k, unique=True))
    v = draw(st.lists(st.integers(10, 3000), min_size=k, max_size=k))
    return np.array(y) / 1000, np.array(v) / 1000  # three decimals, as effects are printed


def one_maximum(data: Studies, method: Method) -> bool:
    """Two maxima of nearly equal height may change places under rounding."""
    return method not in {"ML", "REML"} or int(estimate_tau2(one_batch(*data), method).of[0]) == 1


@given(studies(), estimators)
def test_tau2_is_never_negative(data: Studies, method: Tau2Method) -> None:
    assert tau2(*data, method=method) >= 0


@given(studies(), estimators, st.data())
def test_order_of_studies_does_not_matter(
    data: Studies, method: Tau2Method, draw: st.DataObject
) -> None:
    assume(one_maximum(data, method))
    order = np.array(draw.draw(st.permutations(range(len(data[0])))))
    other = tau2(data[0][order], data[1][order], method=method)
    assert other == pytest.approx(tau2(*data, method=method), rel=LAW, abs=1e-12)


@given(studies(), estimators, st.floats(1e-3, 1e3))
def test_tau2_goes_with_the_square_of_the_unit(
    data: Studies, method: Tau2Method, unit: float
) -> None:
    assume(one_maximum(data, method))
    other = tau2(data[0] * unit, data[1] * unit**2, method=method)
    assert other / unit**2 == pytest.approx(tau2(*data, method=method), rel=LAW, abs=1e-10)


@given(studies(), estimators, st.floats(-100, 100))
def test_tau2_does_not_feel_a_shift(data: Studies, method: Tau2Method, shift: float) -> None:
    assume(one_maximum(data, method))
    other = tau2(data[0] + shift, data[1], method=method)
    assert other == pytest.approx(tau2(*data, method=method), rel=1e-6, abs=1e-10)


@given(studies(), st.sampled_from(("PM", "EB", "SJIT")))
def test_these_solve_one_equation(data: Studies, method: Tau2Method) -> None:
    batch, found = one_batch(*data), tau2(*data, method=method)
    q, df = float(residual_q(batch, found)[0]), len(data[0]) - 1
    assert q == pytest.approx(df, rel=1e-9) if found > 0 else q <= df


@given(studies(), st.sampled_from(("ML", "REML")))
def test_the_likelihood_is_nowhere_higher(data: Studies, method: Method) -> None:
    batch = one_batch(*data)
    kind: Likelihood = "ML" if method == "ML" else "REML"
    top = log_likelihood(batch, kind, estimate_tau2(batch, method).tau2)[0]
    for t in np.concatenate([[0.0], np.geomspace(1e-6, 1e3, 60)]):
        assert log_likelihood(batch, kind, np.array([t]))[0] <= top + 1e-12


@given(studies(), st.sampled_from(("ML", "REML")), st.floats(1e-3, 5))
def test_the_score_is_the_slope_of_the_likelihood(data: Studies, method: Method, at: float) -> None:
    batch = one_batch(*data)
    kind: Likelihood = "ML" if method == "ML" else "REML"
    h = 1e-5 * (at + data[1].min())
    below, above = (log_likelihood(batch, kind, np.array([at + d]))[0] for d in (-h, h))
    slope, curve = (each[0] for each in score(batch, kind, np.array([at])))
    w = 1 / (data[1] + at)
    assert (above - below) / h == pytest.approx(slope, rel=1e-4, abs=1e-5 * float(w.sum()))
    near, far = (score(batch, kind, np.array([at + d]))[0][0] for d in (-h, h))
    assert (far - near) / (2 * h) == pytest.approx(curve, rel=1e-4, abs=1e-5 * float((w**2).sum()))


@given(studies(), methods, tests)
def test_the_kernel_is_the_pool(data: Studies, method: Method, test: Test) -> None:
    """In columns of one batch, with plain floats and NumPy, with the fine grid and the coarse."""
    assume(one_maximum(data, method))
    one = pool(*data, method=method, test=test)
    include = np.ones((3, len(data[0])), dtype=bool)
    include[1, 0] = False
    many = fit_many(*data, include=include, method=method, test=test)
    for i in (0, 2):
        found = (many.estimate[i], many.se[i], many.lower[i], many.p[i], many.q_p[i])
        expected = (one.estimate, one.se, one.ci.lower, one.p, one.q_p)
        assert found == pytest.approx(expected, rel=LAW, abs=1e-12)
        assert many.i2[i] == pytest.approx(one.i2, rel=LAW, abs=1e-9)
        assert many.h2[i] == pytest.approx(one.h2, rel=LAW)


@given(studies(least=3), methods, tests, st.data())
def test_a_study_left_out_is_a_study_not_there(
    data: Studies, method: Method, test: Test, draw: st.DataObject
) -> None:
    k = len(data[0])
    i = draw.draw(st.integers(0, k - 1))
    rest = np.delete(data[0], i), np.delete(data[1], i)
    assume(one_maximum(rest, method))
    one = pool(*rest, method=method, test=test)
    many = leave_one_out(*data, method=method, test=test)
    assert (many.estimate[i], many.se[i]) == pytest.approx((one.estimate, one.se), rel=LAW)


@given(studies(), methods)
def test_a_fit_does_not_feel_those_beside_it(data: Studies, method: Method) -> None:
    rng = np.random.default_rng(0)
    others = rng.normal(0, 3, (5, len(data[0])))
    alone = fit_many(*data, method=method, test="z")
    beside = fit_many(np.vstack([others, data[0]]), data[1], method=method, test="z")
    assert beside.estimate[-1] == pytest.approx(alone.estimate[0], rel=1e-12, abs=1e-14)
    assert beside.tau2[-1] == pytest.approx(alone.tau2[0], rel=1e-12, abs=1e-14)


@given(studies(), methods, tests)
def test_the_last_of_a_cumulative_analysis_is_the_pool(
    data: Studies, method: Method, test: Test
) -> None:
    assume(one_maximum(data, method))
    one = pool(*data, method=method, test=test)
    last = cumulative(*data, method=method, test=test)
    assert (last.estimate[-1], last.se[-1]) == pytest.approx((one.estimate, one.se), rel=LAW)
    assert last.estimate[0] == pytest.approx(data[0][0], rel=1e-15)


@given(studies(), methods)
def test_one_study_is_returned_as_it_is(data: Studies, method: Method) -> None:
    y, v = data[0][0], data[1][0]
    single = pool([y], [v], method=method)
    assert (single.estimate, single.tau2) == (y, None)
    assert single.se == pytest.approx(np.sqrt(v), rel=1e-15)


@given(st.integers(-3000, 3000), st.integers(10, 3000), methods, tests)
def test_a_study_twice_halves_the_variance(y: int, v: int, method: Method, test: Test) -> None:
    effect, variance = y / 1000, v / 1000
    if test == "hksj":
        with pytest.raises(NotEstimable, match="interval has no width"):
            pool([effect] * 2, [variance] * 2, method=method, test=test)
        return
    twice = pool([effect] * 2, [variance] * 2, method=method, test=test)
    assert twice.tau2 == 0
    assert twice.estimate == pytest.approx(effect, rel=1e-12, abs=1e-15)
    assert twice.se**2 == pytest.approx(variance / 2, rel=1e-12)


@given(studies(least=3), estimators, tests)
def test_all_studies_twice_keep_the_estimate(data: Studies, method: Tau2Method, test: Test) -> None:
    """By the closed forms and roots alike where τ² is given, so that only the pool is asked."""
    one = pool(*data, method=method, test=test, tau2=0.3)
    twice = pool(np.tile(data[0], 2), np.tile(data[1], 2), method=method, test=test, tau2=0.3)
    assert twice.estimate == pytest.approx(one.estimate, rel=1e-12, abs=1e-14)


@given(studies(), methods, tests)
def test_a_million_participants_outweigh_the_rest(
    data: Studies, method: Method, test: Test
) -> None:
    """The variance of an effect among 10⁶ people: with a common effect it is the pool."""
    y, v = np.append(data[0], 0.25), np.append(data[1], 4e-6)
    found = pool(y, v, method=method, test=test)
    assert np.isfinite([found.estimate, found.se, found.p, found.i2 or 0.0, found.h2 or 1.0]).all()
    assert min(y) <= found.estimate <= max(y)
    if method == "CE":
        assert found.estimate == pytest.approx(0.25, abs=0.01)


@given(studies(least=3), estimators)
def test_on_the_boundary_tau2_is_exactly_zero(data: Studies, method: Tau2Method) -> None:
    assume(method != "SJ")  # SJ is above 0 by construction unless all effects are equal
    close = pool(data[0] * 1e-4, data[1], method=method, test="z")
    common = pool(data[0] * 1e-4, data[1], method="CE")
    assert close.tau2 == 0
    assert close.estimate == common.estimate
    assert close.se == common.se


@given(studies(), methods)
def test_a_study_without_sampling_error_is_refused(data: Studies, method: Method) -> None:
    with pytest.raises(NotEstimable, match="infinite weight"):
        pool(data[0], np.append(data[1][1:], 0.0), method=method)
    with pytest.raises(NotEstimable, match="infinite weight"):
        fit_many(data[0], np.append(data[1][1:], 0.0), method=method)


@given(studies(least=4), methods, tests)
def test_a_regression_on_a_column_of_ones_is_the_pool(
    data: Studies, method: Method, test: Test
) -> None:
    assume(one_maximum(data, method))
    one = pool(*data, method=method, test=test)
    model = meta_regression(*data, np.ones((len(data[0]), 1)), method=method, test=test)
    assert model.coefficients[0].estimate == pytest.approx(one.estimate, rel=LAW, abs=1e-10)
    assert model.coefficients[0].se == pytest.approx(one.se, rel=LAW)
    assert model.tau2 == pytest.approx(one.tau2, rel=1e-6, abs=1e-9)


@given(studies(least=5), methods, st.floats(0.01, 1000), st.floats(-1000, 1000))
def test_a_regression_does_not_feel_the_unit_of_its_moderator(
    data: Studies, method: Method, unit: float, zero: float
) -> None:
    k = len(data[0])
    x = np.arange(k, dtype=float) ** 1.5
    design = np.column_stack([np.ones(k), x])
    other = np.column_stack([np.ones(k), unit * x + zero])
    assume(_one_maximum(data, design, method))
    one = meta_regression(*data, design, method=method, test="z")
    two = meta_regression(*data, other, method=method, test="z")
    assert two.coefficients[1].estimate * unit == pytest.approx(
        one.coefficients[1].estimate, rel=1e-6, abs=1e-9
    )
    assert two.fitted == pytest.approx(one.fitted, rel=1e-6, abs=1e-8)
    assert two.moderators.p == pytest.approx(one.moderators.p, rel=1e-5, abs=1e-9)


@given(studies(least=5), methods)
def test_effects_on_a_line_are_fitted_by_it(data: Studies, method: Method) -> None:
    k = len(data[0])
    x = np.column_stack([np.ones(k), np.arange(k)])
    model = meta_regression(0.5 - 0.2 * np.arange(k), data[1], x, method=method, test="z")
    assert [each.estimate for each in model.coefficients] == pytest.approx([0.5, -0.2], abs=1e-9)
    assert model.tau2 == pytest.approx(0, abs=1e-12)


@given(studies(least=4), methods, tests)
def test_leverages_sum_to_the_number_of_coefficients(
    data: Studies, method: Method, test: Test
) -> None:
    found = influence(*data, method=method, test=test)
    assert found.hat.sum() == pytest.approx(1, rel=1e-9)
    assert found.weight == pytest.approx(found.hat, rel=1e-9)
    x = np.column_stack([np.ones(len(data[0])), np.arange(len(data[0]))])
    assert influence(*data, x, method=method, test=test).hat.sum() == pytest.approx(2, rel=1e-9)


def _one_maximum(data: Studies, x: Array, method: Method) -> bool:
    if method not in {"ML", "REML"}:
        return True
    basis = np.linalg.qr(x)[0]
    batch = Batch(data[0][:, None], data[1][:, None], x=basis)
    return len(local_maxima(batch, "ML" if method == "ML" else "REML")[1]) == 1
