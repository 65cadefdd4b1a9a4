"""Raudenbush & Bryk 1985: Empirical Bayes meta-analysis.

J Educ Stat 1985;10:75-98, doi:10.3102/10769986010002075. Nineteen studies of teachers' expectations
and pupils' IQ (metadat's ``dat.raudenbush1985``). The numbers, with their pages, are those at which
metafor's own tests compare its results with the article, to the four decimals given there; the
article itself was not at hand. It prints Q as 35.85 and 16.58, where these data give 35.83 and
16.57.
"""

from __future__ import annotations

import numpy as np
import pytest

from reviewkit.synthesis import blup, meta_regression, pool
from reviewkit.synthesis.moderators import continuous, design

HALF_UNIT = 0.5e-4

Y = [
    *(0.03, 0.12, -0.14, 1.18, 0.26, -0.06, -0.02, -0.32, 0.27, 0.80),
    *(0.54, 0.18, -0.02, 0.23, -0.18, -0.06, 0.30, 0.07, -0.07),
]
V = [
    *(0.0156, 0.0216, 0.0279, 0.1391, 0.1362, 0.0106, 0.0106, 0.0484, 0.0269, 0.0630),
    *(0.0912, 0.0497, 0.0835, 0.0841, 0.0253, 0.0279, 0.0193, 0.0088, 0.0303),
]
WEEKS = [2, 21, 19, 0, 0, 3, 17, 24, 0, 1, 0, 0, 1, 2, 17, 5, 1, 2, 7]

FIGURE_2 = [
    *(0.0543, 0.1006, -0.0064, 0.2144, 0.1051, -0.0082, 0.0174, -0.0293, 0.1604, 0.2485),
    *(0.1618, 0.1102, 0.0646, 0.1105, -0.0288, 0.0258, 0.1905, 0.0744, 0.0248),
]


def test_random_effects_on_pages_83_to_86() -> None:
    pooled = pool(Y, V, test="z")
    assert pooled.estimate == pytest.approx(0.0837, abs=HALF_UNIT)
    assert pooled.tau2 == pytest.approx(0.0188, abs=HALF_UNIT)
    assert pooled.q == pytest.approx(35.83, abs=0.005)
    assert pooled.statistic == pytest.approx(1.621, abs=0.0005)


def test_empirical_bayes_estimates_in_figure_2() -> None:
    # To three decimals: the fourth is that of the looser end of iteration behind the list.
    found = blup(Y, V, test="z")
    assert found.effects.estimate == pytest.approx(np.array(FIGURE_2), abs=0.5e-3)


def test_weeks_of_contact_account_for_all_of_it_on_pages_90_and_92() -> None:
    weeks = design(continuous("weeks", np.minimum(WEEKS, 3)))
    model = meta_regression(Y, V, weeks.values, names=weeks.names, test="z")
    assert model.tau2 == 0
    assert model.r2 == 1
    assert model["intercept"].estimate == pytest.approx(0.4072, abs=HALF_UNIT)
    assert model["weeks"].estimate == pytest.approx(-0.1572, abs=HALF_UNIT)
    assert model["weeks"].statistic == pytest.approx(-4.388, abs=0.0005)
    assert model.residual_q.q == pytest.approx(16.57, abs=0.005)
