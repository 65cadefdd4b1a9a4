"""Viechtbauer 2005: Bias and efficiency of meta-analytic variance estimators.

J Educ Behav Stat 2005;30:261-293, doi:10.3102/10769986030003261. Two examples with seven estimators
of τ². Data and numbers, with their pages, are those at which metafor's own tests compare its
results with the article, to the four decimals given there; the article itself was not at hand. I²
and H² are not compared: the digits given there are those of metafor's looser end of iteration.
"""

from __future__ import annotations

import pytest

from reviewkit.synthesis import heterogeneity
from reviewkit.synthesis.tau2 import Tau2Method, tau2_se

HALF_UNIT = 0.5e-4

Y10 = [-0.581, 0.530, 0.771, 1.031, 0.553, 0.295, 0.078, 0.573, -0.176, -0.232]
V10 = [0.023, 0.052, 0.060, 0.115, 0.095, 0.203, 0.200, 0.211, 0.051, 0.040]

Y18 = [
    *(0.100, -0.162, -0.090, -0.049, -0.046, -0.010, -0.431, -0.261, 0.134),
    *(0.019, 0.175, 0.056, 0.045, 0.103, 0.121, -0.482, 0.290, 0.342),
]
V18 = [
    *(0.016, 0.015, 0.050, 0.050, 0.032, 0.052, 0.036, 0.024, 0.034),
    *(0.033, 0.031, 0.034, 0.039, 0.167, 0.134, 0.096, 0.016, 0.035),
]

# method, τ², its standard error
PAGE_271: list[tuple[Tau2Method, float, float]] = [
    ("HS", 0.2282, 0.1328),
    ("HE", 0.1484, 0.1234),
    ("DL", 0.2768, 0.1841),
    ("ML", 0.1967, 0.1255),
    ("REML", 0.2232, 0.1464),
    ("EB", 0.192, 0.133),
    ("SJ", 0.1992, 0.0979),
]
PAGE_272: list[tuple[Tau2Method, float, float]] = [
    ("HS", 0.0099, 0.0138),
    ("HE", 0, 0.0217),
    ("DL", 0.0126, 0.0159),
    ("ML", 0.0132, 0.0151),
    ("REML", 0.0157, 0.0167),
    ("EB", 0.0104, 0.0156),
    ("SJ", 0.0248, 0.0118),
]

CASES = [(Y10, V10, *row) for row in PAGE_271] + [(Y18, V18, *row) for row in PAGE_272]


@pytest.mark.parametrize(("y", "v", "method", "tau2", "se"), CASES)
def test_estimators_of_tau2(
    y: list[float],
    v: list[float],
    method: Tau2Method,
    tau2: float,
    se: float,
) -> None:
    assert heterogeneity(y, v, method=method).tau2 == pytest.approx(tau2, abs=HALF_UNIT)
    assert tau2_se(y, v, method=method) == pytest.approx(se, abs=HALF_UNIT)
