"""Coaching in eight schools (Rubin 1981, doi:10.3102/10769986006004377), as bayesmeta printed it.

Numbers: the vignette "An introduction to meta-analysis using the bayesmeta package" of bayesmeta
3.4 (Röver 2020, doi:10.18637/jss.v093.i06): a normal prior of the mean with sd 50, a half-Cauchy
prior of τ with scale 25. bayesmeta integrates τ to seven digits, and mixes μ on a coarse grid
(its `delta` of 0.01): adaptive quadrature puts its printed medians at chances of 0.499 to 0.501,
that is, up to 0.0025 standard deviations off. The tolerances follow.
"""

from __future__ import annotations

import pytest

from reviewkit.synthesis import BayesPooled, HalfCauchy, NormalPrior, bayes

EFFECTS = (28.39, 7.94, -2.75, 6.82, -0.64, 0.63, 18.01, 12.16)
STANDARD_ERRORS = (14.9, 10.2, 16.3, 11.0, 9.4, 11.4, 10.4, 17.6)

PRINTED = 5e-7
"""Half a unit in the last digit that is printed of τ."""

GRID = 0.0025
"""What the coarse grid of bayesmeta leaves open, in standard deviations."""


@pytest.fixture(scope="module")
def schools() -> BayesPooled:
    return bayes(
        EFFECTS,
        [se**2 for se in STANDARD_ERRORS],
        prior=HalfCauchy(25),
        mean=NormalPrior(0, 50),
    )


def test_heterogeneity(schools: BayesPooled) -> None:
    assert schools.tau == pytest.approx(4.758539, abs=PRINTED)
    assert schools.tau_ci.lower == pytest.approx(0.2199559, abs=PRINTED)
    assert schools.tau_ci.upper == pytest.approx(18.0531718, abs=PRINTED)


def test_upper_limit_of_heterogeneity() -> None:
    one_sided = bayes(
        EFFECTS,
        [se**2 for se in STANDARD_ERRORS],
        prior=HalfCauchy(25),
        mean=NormalPrior(0, 50),
        level=0.9,
    )
    assert one_sided.tau_ci.upper == pytest.approx(15.16589, abs=5e-6)
    assert one_sided.ci.upper == pytest.approx(16.11009, abs=GRID * 5)


def test_mean(schools: BayesPooled) -> None:
    assert schools.estimate == pytest.approx(7.962961, abs=GRID * 5)
    assert schools.p_positive == pytest.approx(0.9487521, abs=1e-4)


def test_shrinkage(schools: BayesPooled) -> None:
    medians = {"A": 10.093581, "G": 9.786985, "H": 8.266594}
    for school, median in medians.items():
        found = schools.true_effects["ABCDEFGH".index(school)].estimate
        assert found == pytest.approx(median, abs=GRID * 8)


def test_the_prediction_holds_what_bayesmeta_holds(schools: BayesPooled) -> None:
    # Printed: the shortest interval, -10.623526 to 26.827377; nearly symmetric, so nearly that of
    # equal tails, and of the same chance.
    assert schools.prediction.lower == pytest.approx(-10.623526, abs=0.15)
    assert schools.prediction.upper == pytest.approx(26.827377, abs=0.15)
