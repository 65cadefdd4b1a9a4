"""Raudenbush & Bryk 1985: empirical Bayes meta-analysis; Raudenbush 2009, the same studies again.

J Educ Stat 1985;10:75-98, doi:10.3102/10769986010002075, pp. 83-92; Handbook of Research Synthesis
and Meta-Analysis, 2nd ed. 2009, chapter 16, table 16.2, p. 301. Nineteen studies of what teachers'
expectations do to pupils, by the weeks that they had known them; data from metadat
(``dat.raudenbush1985``). The numbers are those at which metafor's own tests compare its results
with both, rounded as there; neither was at hand.
"""

from __future__ import annotations

import pytest

from reviewkit.synthesis import pool
from reviewkit.synthesis.regression import meta_regression

WEEKS = [2, 21, 19, 0, 0, 3, 17, 24, 0, 1, 0, 0, 1, 2, 17, 5, 1, 2, 7]
EFFECTS = [0.03, 0.12, -0.14, 1.18, 0.26, -0.06, -0.02, -0.32, 0.27, 0.80]
EFFECTS += [0.54, 0.18, -0.02, 0.23, -0.18, -0.06, 0.30, 0.07, -0.07]
VARIANCES = [0.0156, 0.0216, 0.0279, 0.1391, 0.1362, 0.0106, 0.0106, 0.0484, 0.0269, 0.0630]
VARIANCES += [0.0912, 0.0497, 0.0835, 0.0841, 0.0253, 0.0279, 0.0193, 0.0088, 0.0303]
#: Weeks from which more make no difference, in both.
MANY = 3


def test_pages_83_to_86_random_effects() -> None:
    result = pool(EFFECTS, VARIANCES, method="REML", test="z")
    assert result.estimate == pytest.approx(0.084, abs=0.0005)
    assert result.tau2 == pytest.approx(0.019, abs=0.0005)
    assert result.statistic == pytest.approx(1.62, abs=0.005)
    # The article prints 35.85; it is 35.83, in metafor too.
    assert result.q == pytest.approx(35.83, abs=0.005)


def test_table_16_2_common_effect() -> None:
    result = pool(EFFECTS, VARIANCES, method="CE", test="z")
    assert result.estimate == pytest.approx(0.060, abs=0.0005)


def test_pages_90_to_92_weeks_of_contact() -> None:
    design = [[1, min(weeks, MANY)] for weeks in WEEKS]
    result = meta_regression(
        EFFECTS, VARIANCES, design, names=["intercept", "weeks"], method="REML", test="z"
    )
    assert result.tau2 == pytest.approx(0, abs=0.0005)
    assert result["intercept"].estimate == pytest.approx(0.407, abs=0.0005)
    assert result["weeks"].estimate == pytest.approx(-0.157, abs=0.0005)
    assert result["weeks"].statistic == pytest.approx(-4.39, abs=0.005)
    # The article prints 16.58; it is 16.57, in metafor too.
    assert result.residual_q.q == pytest.approx(16.57, abs=0.005)
