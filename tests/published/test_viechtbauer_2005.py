"""Viechtbauer 2005: bias and efficiency of meta-analytic variance estimators.

J Educ Behav Stat 2005;30:261-293, doi:10.3102/10769986030003261: the two examples, pp. 271-272. The
numbers are those at which metafor's own tests compare its results with the article; the article
itself was not at hand.
"""

from __future__ import annotations

import pytest

from reviewkit.synthesis import heterogeneity, tau2
from reviewkit.synthesis.tau2 import Tau2Method

FIRST_Y = [-0.581, 0.530, 0.771, 1.031, 0.553, 0.295, 0.078, 0.573, -0.176, -0.232]
FIRST_V = [0.023, 0.052, 0.060, 0.115, 0.095, 0.203, 0.200, 0.211, 0.051, 0.040]
SECOND_Y = [0.100, -0.162, -0.090, -0.049, -0.046, -0.010, -0.431, -0.261, 0.134]
SECOND_Y += [0.019, 0.175, 0.056, 0.045, 0.103, 0.121, -0.482, 0.290, 0.342]
SECOND_V = [0.016, 0.015, 0.050, 0.050, 0.032, 0.052, 0.036, 0.024, 0.034]
SECOND_V += [0.033, 0.031, 0.034, 0.039, 0.167, 0.134, 0.096, 0.016, 0.035]
METHODS: tuple[Tau2Method, ...] = ("HS", "HE", "DL", "ML", "REML", "EB", "SJ")
PAGE_271 = (0.2282, 0.1484, 0.2768, 0.1967, 0.2232, 0.1920, 0.1992)
PAGE_272 = (0.0099, 0.0000, 0.0126, 0.0132, 0.0157, 0.0104, 0.0248)


@pytest.mark.parametrize(("method", "expected"), list(zip(METHODS, PAGE_271, strict=True)))
def test_page_271_tau2(method: Tau2Method, expected: float) -> None:
    assert tau2(FIRST_Y, FIRST_V, method=method) == pytest.approx(expected, abs=0.00005)


@pytest.mark.parametrize(("method", "expected"), list(zip(METHODS, PAGE_272, strict=True)))
def test_page_272_tau2(method: Tau2Method, expected: float) -> None:
    assert tau2(SECOND_Y, SECOND_V, method=method) == pytest.approx(expected, abs=0.00005)


def test_page_271_i2() -> None:
    assert heterogeneity(FIRST_Y, FIRST_V, method="DL").i2 == pytest.approx(0.8044, abs=0.00005)
    assert heterogeneity(FIRST_Y, FIRST_V, method="REML").i2 == pytest.approx(0.7684, abs=0.00005)
