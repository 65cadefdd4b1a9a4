"""Laws of tests of small-study effects and of Bayesian pooling, each test named after its law."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import (
    HalfCauchy,
    HalfNormal,
    bayes,
    begg,
    egger,
    pool,
    trim_and_fill,
)
from reviewkit.synthesis.priors import TauPrior

LAW = 1e-6
FEW = settings(max_examples=25, deadline=None)

Studies = tuple[list[float], list[float]]


@st.composite
def studies(draw: st.DrawFn, least: int = 3) -> Studies:
    k = draw(st.integers(least, 12))
    y = draw(st.lists(st.integers(-3000, 3000), min_size=k, max_size=k, unique=True))
    v = draw(st.lists(st.integers(20, 4000), min_size=k, max_size=k, unique=True))
    return [each / 1000 for each in y], [each / 1000 for each in v]


priors = st.sampled_from([HalfNormal(0.5), HalfCauchy(0.5)])


@given(studies(), st.randoms(use_true_random=False))
def test_order_does_not_matter_to_begg_and_egger(data: Studies, random: Any) -> None:
    rows = list(zip(*data, strict=True))
    random.shuffle(rows)
    y, v = (list(column) for column in zip(*rows, strict=True))
    assert begg(*data).p == pytest.approx(begg(y, v).p, rel=1e-9)
    assert egger(*data).slope.statistic == pytest.approx(
        egger(y, v).slope.statistic, rel=LAW, abs=LAW
    )


@given(studies())
def test_mirroring_all_effects_turns_asymmetry_round(data: Studies) -> None:
    y, v = data
    mirrored = [-each for each in y]
    assert begg(y, v).kendall_tau == pytest.approx(-begg(mirrored, v).kendall_tau, abs=1e-12)
    one, other = egger(y, v), egger(mirrored, v)
    assert one.slope.estimate == pytest.approx(-other.slope.estimate, rel=LAW, abs=LAW)
    assert one.slope.p == pytest.approx(other.slope.p, rel=LAW, abs=LAW)


@given(studies(), st.sampled_from(["L0", "R0"]), st.sampled_from(["CE", "DL"]))
def test_trim_and_fill_mirrors(data: Studies, estimator: Any, method: Any) -> None:
    y, v = data
    mirrored = [-each for each in y]
    try:
        left = trim_and_fill(y, v, side="left", estimator=estimator, method=method)
    except NotEstimable:  # The steps do not come to rest.
        assume(False)
        raise
    right = trim_and_fill(mirrored, v, side="right", estimator=estimator, method=method)
    assert left.missing == right.missing
    assert left.filled.estimate == pytest.approx(-right.filled.estimate, rel=LAW, abs=LAW)


@given(studies(least=2), st.sampled_from(["L0", "R0"]))
def test_filling_on_the_left_never_raises_the_common_effect(data: Studies, estimator: Any) -> None:
    try:
        result = trim_and_fill(*data, side="left", estimator=estimator, method="CE")
    except NotEstimable:
        assume(False)
        raise
    assert result.filled.estimate <= result.observed.estimate + LAW
    assert result.filled.k == len(data[0]) + result.missing


@FEW
@given(studies(least=1), priors, st.floats(-10, 10))
def test_shifting_effects_shifts_the_posterior(
    data: Studies, prior: TauPrior, shift: float
) -> None:
    y, v = data
    one, other = bayes(y, v, prior=prior), bayes([each + shift for each in y], v, prior=prior)
    assert one.estimate + shift == pytest.approx(other.estimate, rel=LAW, abs=LAW)
    assert one.tau == pytest.approx(other.tau, rel=LAW)
    assert one.prediction.width == pytest.approx(other.prediction.width, rel=LAW)


@FEW
@given(studies(least=1), st.floats(0.01, 100))
def test_change_of_unit_with_that_of_the_prior(data: Studies, unit: float) -> None:
    y, v = data
    one = bayes(y, v, prior=HalfNormal(0.5))
    other = bayes(
        [unit * each for each in y], [unit**2 * each for each in v], prior=HalfNormal(0.5 * unit)
    )
    assert unit * one.estimate == pytest.approx(other.estimate, rel=LAW, abs=LAW * unit)
    assert unit * one.tau_ci.upper == pytest.approx(other.tau_ci.upper, rel=LAW)
    assert one.p_positive == pytest.approx(other.p_positive, rel=LAW, abs=LAW)


@FEW
@given(studies(least=1), priors)
def test_a_new_study_is_less_certain_than_the_mean(data: Studies, prior: TauPrior) -> None:
    result = bayes(*data, prior=prior)
    assert result.prediction.width >= result.ci.width
    assert result.ci.width >= pool(*data, method="CE").ci.width * (1 - 1e-9)


@FEW
@given(studies(), priors)
def test_true_effects_lie_between_study_and_mean(data: Studies, prior: TauPrior) -> None:
    result = bayes(*data, prior=prior)
    reach = (min(data[0]), max(data[0]))
    for each in result.true_effects:
        assert reach[0] - LAW <= each.estimate <= reach[1] + LAW


@FEW
@given(studies(least=1), st.floats(0.05, 3))
def test_chances_and_quantiles_agree(data: Studies, mid: float) -> None:
    result = bayes(*data, prior=HalfNormal(0.5), mid=mid)
    assert result.chances is not None
    parts = (result.chances.above_mid, result.chances.within_mid, result.chances.below_mid)
    assert min(parts) >= -1e-12
    assert sum(parts) == pytest.approx(1, abs=1e-12)
    at_median = bayes([each - result.estimate for each in data[0]], data[1], prior=HalfNormal(0.5))
    assert at_median.p_positive == pytest.approx(0.5, abs=1e-9)


@FEW
@given(studies(least=2))
def test_two_copies_of_all_studies_know_more(data: Studies) -> None:
    y, v = data
    once = bayes(y, v, prior=HalfNormal(0.5))
    twice = bayes(np.tile(y, 2), np.tile(v, 2), prior=HalfNormal(0.5))
    assert twice.ci.width < once.ci.width
