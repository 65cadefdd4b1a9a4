"""Multilevel models and cluster-robust tests: cases by hand, written as arithmetic."""

from __future__ import annotations

import json
from math import sqrt
from typing import Any

import numpy as np
import pytest

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import RandomEffect, cluster_robust, multilevel, nested, pool
from reviewkit.synthesis.mixed_model import ONE_GROUP
from reviewkit.synthesis.random_effects import Structure, term_of

# Three groups of two effects, all with v = 1. Group means 1, 4, 10; mean 5.
Y = [0.0, 2.0, 2.0, 6.0, 8.0, 12.0]
V = [1.0] * 6
GROUPS = [1, 1, 2, 2, 3, 3]
WITHIN = (2 * 1 + 2 * 4 + 2 * 4) / 3
"""Mean square within groups: deviations of 1, 2 and 2 from the group means, 3 df."""
BETWEEN = 2 * (16 + 1 + 25) / 2
"""Mean square between groups: twice the squares of the group means about 5, 2 df."""


def test_balanced_groups_have_the_variances_of_the_analysis_of_variance() -> None:
    result = multilevel(Y, V, nested([GROUPS, [1, 2, 1, 2, 1, 2]]))
    outer, inner = result.components
    assert inner.variances[0] == pytest.approx(WITHIN - 1, rel=1e-9)
    assert outer.variances[0] == pytest.approx((BETWEEN - WITHIN) / 2, rel=1e-9)
    assert result["intercept"].estimate == pytest.approx(5, rel=1e-12)
    assert result["intercept"].se == pytest.approx(sqrt(BETWEEN / 6), rel=1e-9)
    assert (outer.groups, inner.groups, result.k) == (3, 6, 6)
    assert result.residual_q.q == pytest.approx(sum((y - 5) ** 2 for y in Y), rel=1e-12)
    assert result.residual_q.df == 5


def test_maximum_likelihood_divides_by_the_groups() -> None:
    result = multilevel(Y, V, nested([GROUPS, [1, 2, 1, 2, 1, 2]]), method="ML")
    assert result.components[0].variances[0] == pytest.approx(
        (BETWEEN * 2 / 3 - WITHIN) / 2, rel=1e-9
    )


def test_predicted_effects_shrink_the_means_of_groups() -> None:
    result = multilevel(Y, V, nested([GROUPS]))
    # M of a group is 1 + σ² on the diagonal and σ² beside it: its mean has variance 1/2 + σ².
    sigma2 = result.components[0].variances[0]
    share = sigma2 / (sigma2 + 1 / 2)
    estimates = [effect.estimate for effect in result.components[0].effects]
    assert estimates == pytest.approx([share * -4, share * -1, share * 5], rel=1e-9)
    # Var(u - û) = σ²(1 - share) + share²·Var(mean), with Var(mean) = (σ² + 1/2)/3.
    se = sqrt(sigma2 * (1 - share) + share**2 * (sigma2 + 1 / 2) / 3)
    assert result.components[0].effects[0].se == pytest.approx(se, rel=1e-9)
    assert [effect.group for effect in result.components[0].effects] == [1, 2, 3]


def test_one_random_effect_an_effect_is_the_random_effects_model() -> None:
    y, v = [0.1, 0.5, 1.4, 0.3], [0.05, 0.1, 0.2, 0.02]
    several, one = multilevel(y, v, [RandomEffect(groups=range(4))]), pool(y, v, test="z")
    assert several["intercept"].estimate == pytest.approx(one.estimate, rel=1e-9)
    assert several["intercept"].se == pytest.approx(one.se, rel=1e-9)
    assert several.components[0].variances[0] == pytest.approx(one.tau2, rel=1e-8)
    assert several.prediction is not None
    assert one.prediction is not None
    assert several.prediction.lower == pytest.approx(one.prediction.lower, rel=1e-8)
    assert several.residual_q.q == pytest.approx(one.q, rel=1e-12)


def test_correlated_errors_alone_are_generalised_least_squares() -> None:
    v = [[1.0, 0.5], [0.5, 2.0]]
    result = multilevel([0.0, 3.0], v, [])
    # W = [[2, -0.5], [-0.5, 1]]/1.75: weights 1.5 and 0.5, over 2/1.75.
    assert result["intercept"].estimate == pytest.approx(0.5 * 3 / 2, rel=1e-12)
    assert result["intercept"].se == pytest.approx(sqrt(1.75 / 2), rel=1e-12)
    assert result.components == ()
    assert result.summary().startswith("2 effects: intercept 0.8")


def test_moderators_and_their_omnibus_test() -> None:
    x = [[1.0, g] for g in (0, 0, 1, 1, 2, 2)]
    result = multilevel(Y, V, nested([GROUPS]), x=x, names=["intercept", "dose"])
    assert result.tested == ("dose",)
    assert result.moderators.statistic == pytest.approx(result["dose"].statistic ** 2, rel=1e-9)
    assert result.prediction is None
    with pytest.raises(KeyError, match='no coefficient is called "age"'):
        result["age"]


def test_degrees_of_freedom() -> None:
    x = [[1.0, g, w] for g, w in zip((0, 0, 1, 1, 2, 2), (0, 1, 0, 1, 0, 1), strict=True)]
    groups = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    y = [0.0, 2.0, 2.0, 6.0, 8.0, 12.0, 1.0, 2.0, 4.0, 5.0]
    x = [[1.0, g, i % 2] for i, g in enumerate((0, 0, 1, 1, 2, 2, 0, 0, 1, 1))]
    random = nested([groups, [1, 2] * 5])
    contained = multilevel(y, [1.0] * 10, random, x=x, test="t", dfs="contain")
    assert contained.dfs == (5 - 3, 5 - 3, 10 - 3)
    assert contained.moderators.df_residual == 2
    assert multilevel(y, [1.0] * 10, random, x=x, test="t").dfs == (7, 7, 7)
    few = nested([[1, 1, 1, 2, 2, 2], range(6)])
    with pytest.raises(NotEstimable, match="no more groups than coefficients"):
        multilevel(Y, V, few, x=[[1.0, g] for g in (0, 0, 0, 1, 1, 1)], test="t", dfs="contain")


@pytest.mark.parametrize("structure", ["ID", "DIAG", "CS", "HCS", "UN"])
def test_structures(structure: Structure) -> None:
    rng = np.random.default_rng(3)
    groups, levels = np.repeat(np.arange(30), 3).tolist(), ["a", "b", "c"] * 30
    shared = rng.normal(size=(30, 1)) + rng.normal(size=(30, 3)) * [0.3, 0.5, 1.0]
    y = (shared + 0.1 * rng.normal(size=(30, 3))).ravel()
    effect = RandomEffect(groups=groups, levels=levels, structure=structure)
    component = multilevel(y, [0.01] * 90, [effect]).components[0]
    g = np.array(component.covariance)
    assert g == pytest.approx(g.T)
    assert np.linalg.eigvalsh(g).min() >= -1e-12
    variances, correlation = component.variances, component.correlation()
    if structure in {"ID", "CS"}:
        assert variances == pytest.approx([variances[0]] * 3)
    else:
        assert variances[2] > variances[0]
    if structure in {"ID", "DIAG"}:
        assert correlation == 0
    else:
        assert correlation is not None
        assert correlation > 0.3
    if structure in {"CS", "HCS"}:
        assert component.correlation(1, 2) == pytest.approx(correlation)


def test_a_variance_at_its_bound_is_0() -> None:
    result = multilevel([0.9, 1.0, 1.1, 1.0], [1.0] * 4, nested([[1, 1, 2, 2]]))
    assert result.components[0].variances == (0.0,)
    assert result.components[0].correlation(0, 0) is None


def test_one_level_has_no_correlation() -> None:
    effect = RandomEffect(groups=GROUPS, levels=["a"] * len(Y), structure="HCS")
    component = multilevel(Y, V, [effect]).components[0]
    assert len(component.variances) == 1
    with pytest.raises(NotEstimable, match="no number 2"):
        component.correlation()


def test_a_known_variance_stays() -> None:
    result = multilevel(Y, V, [RandomEffect(groups=GROUPS, variance=2.0)])
    assert result.components[0].variances == (2.0,)
    assert not result.components[0].estimated
    assert result.reml.aic == pytest.approx(-2 * result.reml.log_likelihood + 2, rel=1e-12)


def test_one_group_is_no_random_effect() -> None:
    result = multilevel(Y, V, [RandomEffect(groups=["a"] * 6)])
    assert result.components[0].variances == (0.0,)
    assert result.notes == (ONE_GROUP,)
    with pytest.raises(NotEstimable, match="one group cannot tell"):
        multilevel(Y, V, [RandomEffect(groups=["a"] * 6, levels=[1, 2] * 3)])


def test_numbers_are_ordered_by_size_and_words_by_letters() -> None:
    assert term_of(RandomEffect(groups=[10, 9, 10]), 3).group_labels == (9, 10)
    assert term_of(RandomEffect(groups=["b", "a", "b"]), 3).group_labels == ("a", "b")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"v": [1.0] * 5}, "a variance for each effect"),
        ({"v": [[1.0, 2.0], [2.0, 1.0]], "y": [1.0, 2.0], "random": []}, "not positive definite"),
        ({"v": [[1.0, 0.2], [0.1, 1.0]], "y": [1.0, 2.0], "random": []}, "symmetric"),
        ({"v": [-1.0] * 6}, "above 0"),
        ({"random": [RandomEffect(groups=[1, 2])]}, "6 effects, but 2 labels of groups"),
        ({"x": [[1.0]] * 5}, "a row of finite numbers"),
        ({"x": [[1.0]] * 6, "names": ["a", "b"]}, "as many names"),
        ({"method": "DL"}, 'method is "REML" or "ML"'),
        ({"test": "hksj"}, 'test is "z" or "t"'),
        ({"test": "t", "dfs": "kenward-roger"}, 'dfs is "residual" or "contain"'),
    ],
)
def test_impossible_input(options: dict[str, Any], message: str) -> None:
    given = {"y": Y, "v": V, "random": nested([GROUPS])} | options
    y, v, random = given.pop("y"), given.pop("v"), given.pop("random")
    with pytest.raises(ValueError, match=message):
        multilevel(y, v, random, **given)


def test_random_effects_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="each effect has one of both"):
        RandomEffect(groups=[1, 2], levels=[1])
    with pytest.raises(ValueError, match="known variance"):
        RandomEffect(groups=[1, 2], variance=-1.0)


class TestRobust:
    def test_equal_clusters(self) -> None:
        # All weights alike: the estimate is the mean of the cluster means 1, 4, 10, and CR0 is
        # their mean square deviation (16 + 1 + 25)/3 over 3; the deviations of clusters under
        # independence make A = √(3/2) of CR2, which gives the usual (16 + 1 + 25)/2 over 3.
        random = nested([GROUPS])
        cr0 = cluster_robust(Y, V, random, cluster=GROUPS, kind="CR0")
        assert cr0["intercept"].se == pytest.approx(sqrt(42) / 3, rel=1e-9)
        assert (cr0.dfs, cr0.clusters) == ((2.0,), 3)
        cr1 = cluster_robust(Y, V, random, cluster=GROUPS, kind="CR1")
        assert cr1["intercept"].se == pytest.approx(sqrt(42 / 9 * 3 / 2), rel=1e-9)
        cr2 = cluster_robust(Y, V, random, cluster=GROUPS)
        assert cr2["intercept"].se == pytest.approx(sqrt(42 / 2 / 3), rel=1e-9)
        assert cr2.dfs[0] == pytest.approx(2, rel=1e-9)
        assert cr2.moderators is not None
        assert cr2.moderators.statistic == pytest.approx(cr2["intercept"].statistic ** 2, rel=1e-9)
        assert "too few clusters" in cr2.notes[0]

    def test_the_estimate_is_that_of_the_model(self) -> None:
        random = nested([GROUPS, range(6)])
        robust, model = (
            cluster_robust(Y, V, random, cluster=GROUPS),
            multilevel(Y, V, random),
        )
        assert robust["intercept"].estimate == model["intercept"].estimate
        assert robust.variances == tuple(each.variances for each in model.components)
        with pytest.raises(KeyError, match='no coefficient is called "age"'):
            robust["age"]

    def test_too_few_clusters(self) -> None:
        with pytest.raises(NotEstimable, match="one cluster has no spread"):
            cluster_robust(Y, V, [], cluster=["a"] * 6)
        x = [[1.0, g] for g in (0, 0, 0, 1, 1, 1)]
        with pytest.raises(NotEstimable, match="2 clusters cannot carry 2"):
            cluster_robust(Y, V, [], cluster=[1, 1, 1, 2, 2, 2], x=x, kind="CR0")

    def test_a_level_of_a_factor_in_one_cluster(self) -> None:
        # Levels b and c are of one cluster each, which they fit: what the clusters say of the two
        # together is one number, so that their covariance has no inverse.
        clusters = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
        y = [0.1, 0.4, 0.2, 0.9, 0.5, 0.3, 1.4, 1.1, 2.0, 2.6]
        level = ["a"] * 6 + ["b"] * 2 + ["c"] * 2
        x = [[1.0, float(each == "b"), float(each == "c")] for each in level]
        found = cluster_robust(y, [0.1] * 10, [], cluster=clusters, x=x, kind="CR0")
        assert found.moderators is None
        alone = [[float(each == name) for name in "abc"] for each in level]
        with pytest.raises(NotEstimable, match='"x2" rests on one cluster'):
            cluster_robust(y, [0.1] * 10, [], cluster=clusters, x=alone, kind="CR1")

    def test_clusters_that_cut_groups(self) -> None:
        with pytest.raises(ValueError, match="hold whole groups"):
            cluster_robust(Y, V, nested([GROUPS]), cluster=range(6))
        with pytest.raises(ValueError, match="labels of clusters"):
            cluster_robust(Y, V, [], cluster=[1, 2])
        with pytest.raises(ValueError, match="kind is"):
            cluster_robust(Y, V, [], cluster=GROUPS, kind="CR3")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "found",
    [multilevel(Y, V, nested([GROUPS])), cluster_robust(Y, V, [], cluster=GROUPS)],
    ids=lambda found: type(found).__name__,
)
def test_to_dict_is_json(found: Any) -> None:
    assert json.loads(json.dumps(found.to_dict())) == found.to_dict()
