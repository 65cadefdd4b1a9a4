"""Intervals of τ²: Viechtbauer 2007, Stat Med 26:37-52, doi:10.1002/sim.2514.

Nine trials of diuretics in pregnancy, pre-eclampsia, log odds ratios; data as in metadat's
``dat.collins1985b``. The article was not at hand: the numbers are those of its Table II, p. 44, to
the three digits with which metafor's own test of it holds them. The intervals by bootstrap and
those of Biggerstaff & Tweedie and of Sidik & Jonkman are not offered here.
"""

from __future__ import annotations

import pytest

from reviewkit.effects import effect_sizes
from reviewkit.synthesis import heterogeneity, pool
from reviewkit.synthesis.batch import one_batch
from reviewkit.synthesis.likelihood import Likelihood
from reviewkit.synthesis.pooled import Method
from reviewkit.synthesis.tau2 import tau2_se
from reviewkit.synthesis.tau2_interval import profile_likelihood

SIZES = effect_sizes(
    "OR",
    {
        "events1": [14, 21, 14, 6, 12, 138, 15, 6, 65],
        "total1": [131, 385, 57, 38, 1011, 1370, 506, 108, 153],
        "events2": [14, 17, 24, 18, 35, 175, 20, 2, 40],
        "total2": [136, 134, 48, 40, 760, 1336, 524, 103, 102],
    },
)
DIGIT = 0.0005
Z = 1.96


@pytest.mark.parametrize(
    ("method", "expected"), [("DL", 0.230), ("ML", 0.239), ("REML", 0.301), ("SJ", 0.456)]
)
def test_estimates(method: Method, expected: float) -> None:
    assert pool(SIZES.y, SIZES.v, method=method).tau2 == pytest.approx(expected, abs=DIGIT)


def test_q_profile() -> None:
    limits = heterogeneity(SIZES.y, SIZES.v, method="DL").tau2_ci
    assert limits is not None
    assert (limits.lower, limits.upper) == pytest.approx((0.072, 2.203), abs=DIGIT)


@pytest.mark.parametrize(("kind", "lower", "upper"), [("ML", 0.027, 1.131), ("REML", 0.043, 1.475)])
def test_profile_likelihood(kind: Likelihood, lower: float, upper: float) -> None:
    limits = profile_likelihood(one_batch(SIZES.y, SIZES.v), kind, level=0.95)
    assert (limits.lower, limits.upper) == pytest.approx((lower, upper), abs=DIGIT)


@pytest.mark.parametrize(
    ("kind", "lower", "upper"), [("ML", -0.101, 0.578), ("REML", -0.131, 0.732)]
)
def test_wald(kind: Likelihood, lower: float, upper: float) -> None:
    # The paper lets the lower limit fall below 0, which reviewkit cuts there.
    tau2 = heterogeneity(SIZES.y, SIZES.v, method=kind).tau2
    margin = Z * tau2_se(SIZES.y, SIZES.v, method=kind)
    assert (tau2 - margin, tau2 + margin) == pytest.approx((lower, upper), abs=DIGIT)
