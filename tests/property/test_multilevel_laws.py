"""Laws that multilevel models and their robust tests obey; each test is named after its law."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reviewkit.synthesis import RandomEffect, cluster_robust, multilevel, nested, pool
from reviewkit.synthesis.mixed_model import mixed_model
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.sandwich import _adjustment, dense

LAW = 1e-6
"""Relative: variances are roots, and what is computed from them inherits their condition."""

FEW = settings(max_examples=25, deadline=None)

Data = tuple[list[float], list[float], list[int]]


@st.composite
def grouped(draw: st.DrawFn) -> Data:
    k = draw(st.integers(4, 12))
    y = draw(st.lists(st.integers(-3000, 3000), min_size=k, max_size=k, unique=True))
    v = draw(st.lists(st.integers(20, 2000), min_size=k, max_size=k))
    groups = draw(st.lists(st.integers(0, k // 2), min_size=k, max_size=k))
    assume(len(set(groups)) > 1)
    return [each / 1000 for each in y], [each / 1000 for each in v], groups


def random_of(groups: list[int]) -> tuple[RandomEffect, ...]:
    return nested([groups, range(len(groups))])


def numbers(result: Any) -> tuple[float, ...]:
    variances = tuple(each.variances[0] for each in result.components)
    first = result.coefficients[0]
    return first.estimate, first.se, *variances


@FEW
@given(grouped(), st.randoms(use_true_random=False))
def test_order_of_effects_does_not_matter(data: Data, random: Any) -> None:
    rows = list(zip(*data, strict=True))
    random.shuffle(rows)
    y, v, groups = (list(column) for column in zip(*rows, strict=True))
    one = multilevel(data[0], data[1], nested([data[2]]))
    other = multilevel(y, v, nested([groups]))
    assert numbers(one) == pytest.approx(numbers(other), rel=LAW, abs=LAW)


@FEW
@given(grouped(), st.floats(0.001, 1000))
def test_change_of_unit(data: Data, unit: float) -> None:
    y, v, groups = data
    one = multilevel(y, v, random_of(groups))
    other = multilevel(
        [unit * each for each in y], [unit**2 * each for each in v], random_of(groups)
    )
    estimate, se, *variances = numbers(other)
    back = (estimate / unit, se / unit, *(each / unit**2 for each in variances))
    assert numbers(one) == pytest.approx(back, rel=LAW, abs=LAW)
    assert one.residual_q.q == pytest.approx(other.residual_q.q, rel=1e-9)


@FEW
@given(grouped(), st.floats(-50, 50))
def test_shifting_all_effects_shifts_the_mean_only(data: Data, shift: float) -> None:
    y, v, groups = data
    one = multilevel(y, v, random_of(groups))
    other = multilevel([each + shift for each in y], v, random_of(groups))
    estimate, *rest = numbers(other)
    assert numbers(one) == pytest.approx((estimate - shift, *rest), rel=1e-5, abs=1e-5)


@FEW
@given(grouped())
def test_a_random_effect_for_each_effect_is_the_random_effects_model(data: Data) -> None:
    y, v, _ = data
    one = pool(y, v, test="z")
    assume(not one.notes)
    several = multilevel(y, v, [RandomEffect(groups=range(len(y)))])
    assert several["intercept"].estimate == pytest.approx(one.estimate, rel=LAW, abs=LAW)
    assert several.components[0].variances[0] == pytest.approx(one.tau2, rel=LAW, abs=LAW)


@FEW
@given(grouped())
def test_more_random_effects_never_lower_the_likelihood(data: Data) -> None:
    y, v, groups = data
    none = multilevel(y, v, []).reml.log_likelihood
    one = multilevel(y, v, nested([groups])).reml.log_likelihood
    two = multilevel(y, v, random_of(groups)).reml.log_likelihood
    assert none <= one + 1e-9
    assert one <= two + 1e-9


@FEW
@given(grouped())
def test_the_likelihood_is_no_higher_nearby(data: Data) -> None:
    y, v, groups = data
    result = multilevel(y, v, random_of(groups))
    found = [each.variances[0] for each in result.components]
    for position in range(2):
        for change in (0.9, 1.1):
            moved = found[:]
            moved[position] = found[position] * change + 1e-3 * (change > 1)
            effects = [
                RandomEffect(groups=term.groups, variance=variance)
                for term, variance in zip(random_of(groups), moved, strict=True)
            ]
            nearby = multilevel(y, v, effects).reml.log_likelihood
            assert nearby <= result.reml.log_likelihood + 1e-9


@FEW
@given(grouped())
def test_predicted_effects_of_a_balanced_intercept_sum_to_zero(data: Data) -> None:
    y, v, groups = data
    result = multilevel(y, v, nested([groups]))
    sigma2 = result.components[0].variances[0]
    assume(sigma2 > 0)
    # Σ û/σ² = 1'Wr = 0: what generalised least squares makes of the residuals.
    total = sum(each.estimate for each in result.components[0].effects)
    assert total == pytest.approx(0, abs=1e-6)


@FEW
@given(grouped(), st.sampled_from(["CR0", "CR1", "CR2"]))
def test_robust_tests_do_not_depend_on_unit_or_order(data: Data, kind: Any) -> None:
    y, v, groups = data
    given: dict[str, Any] = {"cluster": groups, "kind": kind}
    one = cluster_robust(y, v, nested([groups]), **given)
    turned = cluster_robust(
        [10 * each for each in reversed(y)],
        [100 * each for each in reversed(v)],
        nested([groups[::-1]]),
        **given | {"cluster": groups[::-1]},
    )
    assert one["intercept"].se == pytest.approx(turned["intercept"].se / 10, rel=LAW)
    assert one.dfs == pytest.approx(turned.dfs, rel=LAW)


@FEW
@given(grouped())
def test_cr1_is_cr0_times_its_factor(data: Data) -> None:
    y, v, groups = data
    se = {
        kind: cluster_robust(y, v, nested([groups]), cluster=groups, kind=kind)["intercept"].se
        for kind in ("CR0", "CR1")
    }
    m = len(set(groups))
    assert se["CR1"] == pytest.approx(se["CR0"] * np.sqrt(m / (m - 1)), rel=1e-9)


@FEW
@given(grouped())
def test_cr2_is_unbiased_if_the_model_is_right(data: Data) -> None:
    y, v, groups = data
    model = mixed_model(y, v, nested([groups]), x=None, names=None, method="REML")
    w, _ = dense(model)
    marginal, c = np.asarray(np.linalg.inv(w), dtype=np.float64), model.covariance
    expected = np.zeros_like(c)
    for group in set(groups):
        at = np.flatnonzero(np.array(groups) == group)
        m, x = marginal[np.ix_(at, at)], model.x[at]
        g: Array = c @ x.T @ np.linalg.inv(m) @ _adjustment(m, x, c)
        expected += g @ (m - x @ c @ x.T) @ g.T
    assert expected == pytest.approx(c, rel=LAW)


@FEW
@given(grouped())
def test_satterthwaite_leaves_no_more_than_the_clusters(data: Data) -> None:
    y, v, groups = data
    result = cluster_robust(y, v, nested([groups]), cluster=groups)
    assert 0 < result.dfs[0] <= len(set(groups)) + 1e-9
