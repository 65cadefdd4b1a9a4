"""Bayesian random effects: brute force, limits, and cases by hand."""

from __future__ import annotations

import json
from itertools import pairwise
from math import exp, log, sqrt
from typing import Any

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.special import ndtr

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import (
    HalfCauchy,
    HalfNormal,
    LogNormal,
    LogT,
    bayes,
    pool,
    rhodes,
    turner,
)
from reviewkit.synthesis.bayes import PRIOR_DECIDES
from reviewkit.synthesis.mixture import Mixture
from reviewkit.synthesis.priors import TauPrior
from reviewkit.synthesis.published_priors import (
    COMPARISONS,
    DOUBTFUL,
    OUTCOMES,
    RHODES_LOCATIONS,
    RHODES_ROWS,
    RHODES_SCALES,
    TURNER_LOCATIONS,
    TURNER_SCALES,
)

PRIORS: tuple[TauPrior, ...] = (
    HalfNormal(0.5),
    HalfCauchy(0.3),
    LogNormal(-1.0, 0.8),
    LogT(-1.0, 0.8),
)
names = [prior.name.split()[0] for prior in PRIORS]
each_prior = pytest.mark.parametrize("prior", PRIORS, ids=names)

Y, V = np.array([0.1, 0.9, 0.4]), np.array([0.04, 0.09, 0.02])


def density(prior: TauPrior, tau: float) -> float:
    """The density of τ itself."""
    return exp(float(prior.log_density(np.array([log(tau)]))[0])) / tau


@each_prior
def test_a_prior_has_a_density_and_quantiles_that_agree(prior: TauPrior) -> None:
    for p in (0.1, 0.5, 0.9):
        end = prior.quantile(p)
        found, _ = quad(
            lambda u: exp(float(prior.log_density(np.array([u]))[0])), log(end) - 60, log(end)
        )
        assert found == pytest.approx(p, abs=1e-6)


def brute_force(prior: TauPrior, x: float, *, new: bool = False) -> float:
    """P(effect < x | y) by a plain sum over a grid of τ and μ of the joint density.

    The error is that of the midpoint rule: for a step h of μ it is h²/24 times the slope of the
    density at x, about 5e-6 here, and what lies outside the grid, less than 1e-5.
    """
    u = np.linspace(log(1e-7), log(1e3), 600)
    step = 0.004
    mu = x + step * (np.arange(-5000, 5000) + 1 / 2)
    chance = total = 0.0
    for block in np.array_split(u, 40):
        tau2 = np.exp(2 * block)[:, None, None]
        spread = V + tau2
        fit = -((Y - mu[None, :, None]) ** 2) / (2 * spread) - np.log(spread) / 2
        joint = np.exp(fit.sum(2) + prior.log_density(block)[:, None])
        below = ndtr((x - mu) / np.sqrt(tau2[:, :, 0])) if new else mu < x
        chance += float((joint * below).sum())
        total += float(joint.sum())
    return chance / total


@pytest.mark.parametrize("prior", PRIORS[:2], ids=names[:2])
def test_brute_force_over_mean_and_heterogeneity(prior: TauPrior) -> None:
    found = bayes(Y, V, prior=prior, mid=0.2)
    assert found.chances is not None
    assert found.chances.above_mid == pytest.approx(1 - brute_force(prior, 0.2), abs=2e-5)
    assert found.chances.below_mid == pytest.approx(brute_force(prior, -0.2), abs=2e-5)
    assert found.prediction_chances is not None
    new = brute_force(prior, 0.2, new=True)
    assert found.prediction_chances.above_mid == pytest.approx(1 - new, abs=2e-5)


@each_prior
def test_adaptive_quadrature_of_the_marginal_posterior(prior: TauPrior) -> None:
    def conditional(tau: float) -> tuple[float, float, float]:
        w = 1 / (V + tau**2)
        m = float((w * Y).sum() / w.sum())
        q = float((w * (Y - m) ** 2).sum())
        weight = sqrt(float(w.prod() / w.sum())) * exp(-q / 2)
        return weight * density(prior, tau), m, 1 / sqrt(float(w.sum()))

    def integrated(function: Any) -> float:
        cuts = [-300, -100, -40, -15, -6, -3, -1, 0, 1, 2, 4, 8, 20, 100, 300]
        return sum(
            quad(lambda u: exp(u) * function(exp(u)), a, b, epsabs=0, epsrel=1e-11, limit=200)[0]
            for a, b in pairwise(cuts)
        )

    def below(tau: float) -> float:
        weight, m, sd = conditional(tau)
        return weight * float(ndtr((0.3 - m) / sd))

    total = integrated(lambda tau: conditional(tau)[0])
    found = bayes(Y, V, prior=prior, mid=0.3)
    assert found.chances is not None
    expected = 1 - integrated(below) / total
    assert found.chances.above_mid == pytest.approx(expected, abs=1e-8)
    half = quad(lambda tau: conditional(tau)[0], found.tau, 200, epsrel=1e-10, limit=200)[0]
    assert half / total == pytest.approx(0.5, abs=1e-5)


def test_no_heterogeneity_is_the_common_effect() -> None:
    found, common = bayes(Y, V, prior=HalfNormal(1e-8)), pool(Y, V, method="CE")
    assert found.estimate == pytest.approx(common.estimate, rel=1e-9)
    assert found.ci.lower == pytest.approx(common.ci.lower, rel=1e-9)
    assert found.prediction.upper == pytest.approx(common.ci.upper, rel=1e-9)
    for each in found.true_effects:
        assert each.estimate == pytest.approx(common.estimate, rel=1e-9)


def test_overwhelming_heterogeneity_leaves_studies_as_they_are() -> None:
    found = bayes(Y, V, prior=LogNormal(log(1e4), 0.01))
    assert [each.estimate for each in found.true_effects] == pytest.approx(Y, abs=1e-6)
    assert found.true_effects[0].ci.width == pytest.approx(2 * 1.959964 * 0.2, rel=1e-5)


def test_one_study_keeps_the_prior_of_heterogeneity() -> None:
    prior = HalfNormal(0.5)
    found = bayes([0.4], [0.04], prior=prior)
    assert found.estimate == pytest.approx(0.4, abs=1e-12)
    assert found.tau == pytest.approx(prior.quantile(0.5), rel=1e-9)
    assert found.tau_ci.upper == pytest.approx(prior.quantile(0.975), rel=1e-9)
    assert found.ci.width > 2 * 1.959964 * 0.2
    assert found.notes == (PRIOR_DECIDES,)


def test_a_normal_prior_of_the_mean_counts_as_a_study_without_heterogeneity() -> None:
    tight = bayes(Y, V, prior=HalfNormal(1e-8), mean=(0.0, 0.1))
    w = np.append(1 / V, 1 / 0.1**2)
    expected = float((w[:3] * Y).sum() / w.sum())
    assert tight.estimate == pytest.approx(expected, rel=1e-9)
    assert tight.mean_prior == (0.0, 0.1)


def test_prior_and_data_in_conflict() -> None:
    found = bayes([-20.0, 0.0, 20.0], [0.01] * 3, prior=HalfNormal(0.5))
    # p(τ | y) is about τ⁻²·exp(-400/τ² - 2τ²), whose exponent is highest at τ⁴ = 200.
    assert found.tau == pytest.approx(200**0.25, rel=0.01)
    assert found.estimate == pytest.approx(0, abs=1e-9)


def test_many_studies_drown_the_prior() -> None:
    rng = np.random.default_rng(7)
    v = np.full(400, 0.01)
    y = rng.normal(0.3, sqrt(0.25 + 0.01), 400)
    one, other = (bayes(y, v, prior=prior) for prior in (HalfNormal(0.5), HalfCauchy(5.0)))
    assert one.tau == pytest.approx(other.tau, rel=0.01)
    assert one.tau == pytest.approx(sqrt(pool(y, v).tau2 or 0), rel=0.01)
    assert one.notes == ()


def test_chances_add_up() -> None:
    found = bayes(Y, V, prior=HalfCauchy(0.5), mid=0.25)
    assert found.chances is not None
    parts = (found.chances.above_mid, found.chances.within_mid, found.chances.below_mid)
    assert sum(parts) == pytest.approx(1, abs=1e-12)
    assert "Chance above 0.250" in found.summary()
    assert bayes(Y, V, prior=HalfCauchy(0.5)).chances is None


def test_tails_of_a_mixture_keep_their_precision() -> None:
    mixture = Mixture(np.array([0.5, 0.5]), np.array([0.0, 0.0]), np.array([1.0, 2.0]))
    assert mixture.above(20.0) == pytest.approx(0.5 * 7.619853e-24, rel=1e-6)
    assert mixture.quantile(0.5) == pytest.approx(0, abs=1e-12)
    assert mixture.below(mixture.quantile(1e-6)) == pytest.approx(1e-6, rel=1e-9)


class TestPublished:
    def test_tables_are_whole(self) -> None:
        assert {len(TURNER_LOCATIONS), len(TURNER_SCALES)} == {len(OUTCOMES)}
        assert {len(row) for row in (*TURNER_LOCATIONS, *TURNER_SCALES)} == {len(COMPARISONS)}
        for area, rows in RHODES_LOCATIONS.items():
            assert {len(rows), len(RHODES_SCALES[area])} == {max(RHODES_ROWS.values()) + 1}

    def test_effects_of_outcome_and_comparison_add_up(self) -> None:
        # Both papers fitted a regression of ln τ², so that columns differ by a constant, to
        # rounding of the two numbers.
        table = np.array(TURNER_LOCATIONS)
        assert np.ptp(table - table[:, :1], axis=0).max() <= 0.03
        for area, rows in RHODES_LOCATIONS.items():
            kept = np.array(rows)
            for doubtful_area, row, column in DOUBTFUL:
                if doubtful_area == area:
                    kept[row, column] = np.nan
            off = kept - np.nanmedian(kept - kept[:, 1:2], axis=0) - kept[:, 1:2]
            assert np.nanmax(np.abs(off)) <= 0.02

    def test_turner(self) -> None:
        prior = turner("all-cause mortality", "pharmacological vs placebo")
        assert prior.quantile(0.5) == pytest.approx(exp(-3.95 / 2), rel=1e-12)
        assert prior.quantile(0.975) == pytest.approx(exp((-3.95 + 1.959964 * 1.34) / 2), rel=1e-6)
        assert "10.1002/sim.6381" in prior.source
        assert turner().quantile(0.5) == pytest.approx(exp(-2.56 / 2), rel=1e-12)

    def test_rhodes(self) -> None:
        prior = rhodes("mental health", "pharmacological vs placebo", area="cancer")
        assert prior.quantile(0.5) == pytest.approx(exp(-0.43 / 2), rel=1e-12)
        # t with 5 df: 2.5706 leaves 2.5% above.
        assert prior.quantile(0.975) == pytest.approx(exp((-0.43 + 2.5706 * 2.28) / 2), rel=1e-4)
        assert rhodes().quantile(0.5) == pytest.approx(exp(-3.44 / 2), rel=1e-12)

    def test_what_could_not_be_read_is_refused(self) -> None:
        with pytest.raises(NotEstimable, match="could not be read with certainty"):
            rhodes("mental health", "non-pharmacological vs placebo")

    def test_unknown_names(self) -> None:
        with pytest.raises(ValueError, match="outcome is one of"):
            turner("hair", "pharmacological vs placebo")  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="comparison is one of"):
            turner("pain")
        with pytest.raises(ValueError, match='no prior of "withdrawals"'):
            rhodes("withdrawals", "pharmacological vs placebo")
        with pytest.raises(ValueError, match="area is one of"):
            rhodes("pain", "pharmacological vs placebo", area="skin")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"mid": 0.0}, "minimal important difference is above 0"),
        ({"mean": (0.0, 0.0)}, "an sd above 0"),
        ({"mean": (float("inf"), 1.0)}, "a finite mean"),
    ],
)
def test_impossible_input(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        bayes(Y, V, prior=HalfNormal(0.5), **options)


@pytest.mark.parametrize("make", [HalfNormal, HalfCauchy])
def test_a_scale_is_above_0(make: Any) -> None:
    with pytest.raises(ValueError, match="above 0"):
        make(0.0)


def test_to_dict_is_json() -> None:
    found = bayes(Y, V, prior=turner("pain", "non-pharmacological vs placebo"), mid=0.2)
    assert json.loads(json.dumps(found.to_dict())) == found.to_dict()
    assert found.prior.startswith("log-normal for τ²")
