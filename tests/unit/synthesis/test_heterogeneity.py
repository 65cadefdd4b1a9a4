"""τ², its interval, and the restricted likelihood behind it."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import cochran_q, heterogeneity, leave_one_out, pool, q_profile, tau2
from reviewkit.synthesis.batch import one_batch
from reviewkit.synthesis.likelihood import reml_maxima, restricted_log_likelihood
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.tau2 import Tau2Method, residual_q

UNEQUAL = (np.array([0.1, 0.9, 0.4, 1.5]), np.array([0.05, 0.02, 0.1, 0.2]))
BIMODAL = (np.array([0.0, 0.0, 3.0, 3.0]), np.array([0.001, 0.001, 1.0, 1.0]))

CHI2_975_1, CHI2_025_1 = 5.0239, 0.000982
"""Chi-square, 1 degree of freedom, lower 97.5% and 2.5% points, as printed in tables."""


def test_q_by_hand() -> None:
    # Weights 1 and 1/2, mean 1: Q = 1·1 + (1/2)·4 = 3; p of 3 with 1 df as printed in tables.
    test = cochran_q(np.array([0.0, 3.0]), np.array([1.0, 2.0]))
    assert test.q == pytest.approx(3, rel=1e-12)
    assert test.p == pytest.approx(0.0833, abs=5e-5)


def test_dl_by_hand() -> None:
    # Q = 3; Σw - Σw²/Σw = 1.5 - 1.25/1.5 = 2/3; (3 - 1)/(2/3) = 3
    assert tau2(np.array([0.0, 3.0]), np.array([1.0, 2.0]), method="DL") == pytest.approx(3)


@pytest.mark.parametrize("method", ["REML", "DL", "PM"])
def test_no_tau2_below_zero(method: Tau2Method) -> None:
    assert tau2(np.array([1.0, 1.1]), np.array([1.0, 2.0]), method=method) == 0


def test_pm_solves_its_equation() -> None:
    y, v = UNEQUAL
    assert residual_q(one_batch(y, v), tau2(y, v, method="PM"))[0] == pytest.approx(
        len(y) - 1, rel=1e-12
    )


@pytest.mark.parametrize(("y", "v"), [UNEQUAL, BIMODAL])
def test_reml_is_the_highest_point_of_the_likelihood(y: Array, v: Array) -> None:
    best = tau2(y, v, method="REML")
    top = restricted_log_likelihood(best, y, v)
    elsewhere = [restricted_log_likelihood(t, y, v) for t in np.linspace(0, 10, 5001)]
    assert top >= max(elsewhere)


def test_restricted_likelihood_of_two_equal_variances_by_hand() -> None:
    # v = 1, y = ±1, τ² = 1: w = 1/2 each, Q = 1; ½[2·ln ½ - ln 1 - 1]
    found = restricted_log_likelihood(1.0, np.array([-1.0, 1.0]), np.array([1.0, 1.0]))
    assert found == pytest.approx((2 * log(0.5) - log(1.0) - 1) / 2, rel=1e-12)


def test_both_maxima_are_found() -> None:
    y, v = BIMODAL
    maxima = reml_maxima(y, v)
    assert len(maxima) == 2
    for at in maxima:
        around = [restricted_log_likelihood(t, y, v) for t in (at * 0.99, at * 1.01)]
        assert restricted_log_likelihood(at, y, v) >= max(around)


def test_q_profile_by_hand() -> None:
    # Two studies with v = 1, d apart: Q(τ²) = d²/2/(1 + τ²), so a limit is d²/2/χ² - 1.
    ci = q_profile(np.array([0.0, 4.0]), np.array([1.0, 1.0]))
    assert ci is not None
    assert ci.lower == pytest.approx(8 / CHI2_975_1 - 1, rel=1e-3)
    assert ci.upper == pytest.approx(8 / CHI2_025_1 - 1, rel=1e-3)


def test_lower_limit_is_zero_where_chance_would_do() -> None:
    ci = q_profile(np.array([0.0, 1.0]), np.array([1.0, 1.0]))
    assert ci is not None
    assert ci.lower == 0


def test_i2_interval_follows_that_of_tau2() -> None:
    y, v = UNEQUAL
    found = heterogeneity(y, v)
    assert found.tau2_ci is not None
    assert found.i2_ci is not None
    assert found.i2_ci.lower < found.i2 < found.i2_ci.upper
    assert found.h2 == pytest.approx(1 / (1 - found.i2), rel=1e-12)


def test_dl_i2_is_that_of_q() -> None:
    y, v = UNEQUAL
    q = cochran_q(y, v)
    assert heterogeneity(y, v, method="DL").i2 == pytest.approx(1 - q.df / q.q, rel=1e-12)


def test_leave_one_out_is_the_pool_of_the_others() -> None:
    y, v = UNEQUAL
    fits = leave_one_out(y, v, test="z", level=0.9)
    assert len(fits) == 4
    one = pool(y[[0, 2, 3]], v[[0, 2, 3]], test="z", level=0.9)
    found = (fits.estimate[1], fits.se[1], fits.lower[1], fits.p[1], fits.tau2[1], fits.q_p[1])
    assert found == pytest.approx(
        (one.estimate, one.se, one.ci.lower, one.p, one.tau2, one.q_p), rel=1e-12
    )


def test_leave_one_out_of_two_leaves_single_studies() -> None:
    fits = leave_one_out([1.0, 2.0], [1.0, 1.0])
    assert fits.estimate.tolist() == [2.0, 1.0]
    assert (fits.k.tolist(), fits.tau2.tolist()) == ([1, 1], [0.0, 0.0])


def test_leave_one_out_of_one() -> None:
    with pytest.raises(NotEstimable, match="without the only study"):
        leave_one_out([1.0], [1.0])
