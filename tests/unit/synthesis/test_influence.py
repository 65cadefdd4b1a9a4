"""Influence, shrinkage, diagnostic coordinates and likelihoods by hand."""

from __future__ import annotations

from math import inf, log, pi, sqrt

import numpy as np
import pytest

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import baujat, blup, fitness, influence, likelihood_ratio, radial, tau2
from reviewkit.synthesis.batch import one_batch
from reviewkit.synthesis.tau2 import tau2_se
from reviewkit.synthesis.tau2_interval import profile_likelihood, wald_interval

THREE = ([0.0, 0.0, 3.0], [1.0, 1.0, 1.0])


def test_a_study_apart_by_hand() -> None:
    # Common effect: μ = 1, h = 1/3, SE² = 1/3; without the third μ = 0, SE² = 1/2
    found = influence(*THREE, method="CE", test="z")
    assert found.hat == pytest.approx([1 / 3] * 3)
    assert found.standardised.residual == pytest.approx([-1, -1, 2])
    assert found.standardised.se == pytest.approx([sqrt(1 - 1 / 3)] * 3)
    assert found.studentised.z[2] == pytest.approx(3 / sqrt(1 + 1 / 2))
    assert found.cooks_distance[2] == pytest.approx((1 - 0) ** 2 / (1 / 3))
    assert found.dffits[2] == pytest.approx((1 - 0) / sqrt(1 / 3 * 1))
    assert found.dfbetas[2, 0] == pytest.approx((1 - 0) / sqrt(1 / 3))
    assert found.covariance_ratio == pytest.approx([(1 / 2) / (1 / 3)] * 3)
    assert found.q == pytest.approx([2 * 1.5**2, 2 * 1.5**2, 0])
    # Of three studies each passes a mark: Cook's distance of the others, 0.5²·3, is beyond 0.455
    assert found.influential.all()


def test_a_study_that_alone_carries_a_coefficient_is_said() -> None:
    x = [[1, 0], [1, 0], [1, 0], [1, 1]]
    found = influence([0.1, 0.4, 0.2, 1.0], [0.1] * 4, x, test="z")
    assert found.estimable.tolist() == [True, True, True, False]
    assert np.isnan(found.studentised.z[3])
    assert np.isfinite(found.studentised.z[:3]).all()
    assert found.hat[3] == pytest.approx(1)


def test_one_study_has_no_influence() -> None:
    with pytest.raises(NotEstimable, match="nothing to compare"):
        influence([0.1], [0.1])


def test_influence_as_a_table() -> None:
    frame = influence(*THREE, [[1, 0], [1, 1], [1, 3]], test="z", method="CE").to_frame()
    assert len(frame) == 3
    assert {"studentised", "dfbetas_0", "dfbetas_1", "cooks_distance"} <= set(frame.columns)


def test_half_way_between_a_study_and_the_mean() -> None:
    # τ² = 1 by DL with v = 1: λ = 1/2, μ = 1, SE² = (1 + 1)/2 = 1
    found = blup([0.0, 2.0], [1.0, 1.0], method="DL", test="z")
    assert found.effects.estimate == pytest.approx([0.5, 1.5])
    assert found.effects.se == pytest.approx([sqrt(0.5 * 1 + 0.25 * 1)] * 2)
    assert found.deviations.estimate == pytest.approx([-0.5, 0.5])
    with pytest.raises(NotEstimable, match="one study alone"):
        blup([0.0], [1.0])


def test_parts_of_q_in_baujats_plot() -> None:
    found = baujat(*THREE, method="CE")
    assert found.x.sum() == pytest.approx(6)  # Q
    assert found.y[2] == pytest.approx((1 - 0) ** 2 / (1 / 2))
    with pytest.raises(NotEstimable, match="only study"):
        baujat([0.1], [0.1])


def test_the_slope_from_the_origin_is_the_effect() -> None:
    found = radial([0.4, -0.2], [0.04, 0.25])
    assert found.y / found.x == pytest.approx([0.4, -0.2])


def test_likelihood_by_hand() -> None:
    # Two studies, v = 1, y = ±1, τ² = 1: each N(0, 2) at 1
    found = fitness([-1.0, 1.0], [1.0, 1.0], likelihood="ML", tau2=1.0, tau2_known=False)
    assert found.log_likelihood == pytest.approx(-log(2 * pi * 2) - 1 / 2, rel=1e-12)
    assert found.deviance == pytest.approx(2 * (-log(2 * pi) - found.log_likelihood), rel=1e-12)
    assert found.parameters == 2
    assert found.aic == pytest.approx(2 * 2 - 2 * found.log_likelihood)
    assert found.bic == pytest.approx(2 * log(2) - 2 * found.log_likelihood)
    assert found.aicc == pytest.approx(2 * 2 * 4 / (4 - 2 - 1) - 2 * found.log_likelihood)


def test_restricted_likelihood_does_not_feel_the_unit_of_a_moderator() -> None:
    y, v = [0.0, 1.4, 2.2, 2.0], [0.1] * 4
    x = np.column_stack([np.ones(4), np.arange(4)])
    one = fitness(y, v, x, likelihood="REML")
    scaled = fitness(y, v, x * [1, 100], likelihood="REML")
    assert scaled.log_likelihood == pytest.approx(one.log_likelihood, rel=1e-9)
    ones = fitness(y, v, np.ones((4, 1)), likelihood="REML")
    assert ones.log_likelihood == pytest.approx(fitness(y, v, likelihood="REML").log_likelihood)


def test_a_smaller_model_fits_no_better() -> None:
    y, v = [0.0, 1.4, 2.2, 2.0], [0.1] * 4
    x = np.column_stack([np.ones(4), np.arange(4)])
    smaller, larger = fitness(y, v, likelihood="ML"), fitness(y, v, x, likelihood="ML")
    assert likelihood_ratio(smaller, larger).statistic > 0
    with pytest.raises(ValueError, match="more parameters"):
        likelihood_ratio(larger, smaller)
    with pytest.raises(NotEstimable, match="no likelihood to compare"):
        fitness([0.1], [0.1], likelihood="ML")


def test_standard_errors_of_tau2_by_hand() -> None:
    # v = 1, y = 0 and 2, τ² = 1: w = 1/2, Σw² = 1/2, tr PP = 1/4
    y, v = [0.0, 2.0], [1.0, 1.0]
    assert tau2_se(y, v, method="ML", tau2=1.0) == pytest.approx(sqrt(2 / (1 / 2)))
    assert tau2_se(y, v, method="REML") == pytest.approx(sqrt(2 / (1 / 4)))
    # Without weights: y'Py = 2, variance 2·tr(PVPV) = 2·(1 + 1)²/1²
    assert tau2_se(y, v, method="HE") == pytest.approx(sqrt(2 * 4))
    assert tau2_se(y, v, method="PM") == pytest.approx(sqrt(2 * 4 / 1) / 1)
    with pytest.raises(NotEstimable, match="nothing is left"):
        tau2_se([0.0], [1.0])


def test_profile_interval_ends_where_the_likelihood_has_fallen() -> None:
    from reviewkit.synthesis.likelihood import log_likelihood

    y, v = [0.1, 0.9, 0.4, 1.5, 2.0], [0.05, 0.02, 0.1, 0.2, 0.1]
    batch = one_batch(y, v)
    ci = profile_likelihood(batch, "REML", level=0.95)
    top = log_likelihood(batch, "REML", np.array([tau2(y, v)]))[0]
    for limit in (ci.lower, ci.upper):
        assert limit > 0
        found = log_likelihood(batch, "REML", np.array([limit]))[0]
        assert top - found == pytest.approx(3.841458820694124 / 2, rel=1e-8)


def test_profile_interval_reaches_down_to_zero() -> None:
    ci = profile_likelihood(one_batch([0.1, 0.2], [1.0, 1.0]), "ML", level=0.9)
    assert ci.lower == 0
    assert ci.upper > 0


def test_wald_intervals_by_hand() -> None:
    z = 1.959963984540054
    assert wald_interval(4.0, 1.0, scale="tau2", level=0.95).upper == pytest.approx(4 + z)
    assert wald_interval(4.0, 1.0, scale="tau", level=0.95).upper == pytest.approx((2 + z / 4) ** 2)
    assert wald_interval(4.0, 1.0, scale="log", level=0.95).lower == pytest.approx(
        4 / np.exp(z / 4)
    )
    with pytest.raises(NotEstimable, match="no Wald interval"):
        wald_interval(0.0, 1.0, scale="log", level=0.95)


def test_a_wald_limit_beyond_any_number_is_infinite() -> None:
    # ln 1e-6 + 1.96·1e-2/1e-6, about 2e4, lies beyond ln of the largest double, 709.8.
    found = wald_interval(1e-6, 1e-2, scale="log", level=0.95)
    assert (found.lower, found.upper) == (0.0, inf)
