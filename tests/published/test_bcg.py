"""BCG vaccine and tuberculosis: thirteen trials, analysed in print more than once.

The trials were brought together by Colditz and others, JAMA 1994;271:698-702,
doi:10.1001/jama.1994.03510330076038; counts as in metadat's ``dat.colditz1994``.

- van Houwelingen, Arends & Stijnen, Stat Med 2002;21:589-624, doi:10.1002/sim.1040: pp. 596-599 and
  608-609, as compared in metafor's own tests; the article itself was not at hand.
- Viechtbauer, J Stat Softw 2010;36(3), doi:10.18637/jss.v036.i03: p. 14, the output of ``rma()``
  and ``confint()`` for the log risk ratios, and the risk ratio in the text (read in the copy that
  metafor ships as its vignette).
"""

from __future__ import annotations

from math import exp, sqrt

import pytest

from reviewkit import load
from reviewkit.effects import Effect, odds_ratio, risk_ratio
from reviewkit.synthesis import Pooled, pool
from reviewkit.synthesis.pooled import Method
from reviewkit.synthesis.regression import Regression, meta_regression
from tests.project.tree import ROOT

# With and without tuberculosis, vaccinated then not vaccinated; also Table I of van Houwelingen
# 2002, p. 594.
TRIALS = [
    (4, 119, 11, 128),
    (6, 300, 29, 274),
    (3, 228, 11, 209),
    (62, 13536, 248, 12619),
    (33, 5036, 47, 5761),
    (180, 1361, 372, 1079),
    (8, 2537, 10, 619),
    (505, 87886, 499, 87892),
    (29, 7470, 45, 7232),
    (17, 1699, 65, 1600),
    (186, 50448, 141, 27197),
    (5, 2493, 3, 2338),
    (27, 16886, 29, 17825),
]
# Absolute latitude, as in the same table and dataset.
LATITUDES = [44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33]


def risk_ratios() -> list[Effect]:
    return [risk_ratio(events1=a, total1=a + b, events2=c, total2=c + d) for a, b, c, d in TRIALS]


def odds_ratios() -> list[Effect]:
    return [odds_ratio(events1=a, total1=a + b, events2=c, total2=c + d) for a, b, c, d in TRIALS]


def together(effects: list[Effect], method: Method) -> Pooled:
    variances = [effect.variance for effect in effects if effect.variance is not None]
    return pool([effect.estimate for effect in effects], variances, method=method, test="z")


def test_viechtbauer_2010_risk_ratio() -> None:
    result = together(risk_ratios(), "REML")
    assert exp(result.estimate) == pytest.approx(0.49, abs=0.005)
    assert exp(result.ci.lower) == pytest.approx(0.34, abs=0.005)
    assert exp(result.ci.upper) == pytest.approx(0.70, abs=0.005)


def test_van_houwelingen_2002_page_596() -> None:
    result = together(odds_ratios(), "CE")
    assert exp(result.estimate) == pytest.approx(0.647, abs=0.0005)
    assert exp(result.ci.lower) == pytest.approx(0.595, abs=0.0005)
    # The paper prints 0.703; the limit is 0.70237, in metafor too.
    assert exp(result.ci.upper) == pytest.approx(0.70237, abs=0.000005)


def test_viechtbauer_2010_rma() -> None:
    result = together(risk_ratios(), "REML")
    assert result.estimate == pytest.approx(-0.7145, abs=0.00005)
    assert result.se == pytest.approx(0.1798, abs=0.00005)
    assert result.statistic == pytest.approx(-3.9744, abs=0.00005)
    assert result.p < 0.0001
    assert result.ci.lower == pytest.approx(-1.0669, abs=0.00005)
    assert result.ci.upper == pytest.approx(-0.3622, abs=0.00005)
    assert result.tau2 == pytest.approx(0.3132, abs=0.00005)
    assert result.i2 == pytest.approx(0.9222, abs=0.00005)
    assert result.h2 == pytest.approx(12.86, abs=0.005)
    assert result.q == pytest.approx(152.2330, abs=0.00005)
    assert result.q_df == 12


def test_viechtbauer_2010_confint() -> None:
    limits = together(risk_ratios(), "REML").tau2_ci
    assert limits is not None
    assert limits.lower == pytest.approx(0.1197, abs=0.00005)
    assert limits.upper == pytest.approx(1.1115, abs=0.00005)


#: Quantile of the normal distribution for 95%.
Z = 1.959963984540054


def on_latitude(effects: list[Effect], method: Method) -> Regression:
    return meta_regression(
        [effect.estimate for effect in effects],
        [effect.variance for effect in effects if effect.variance is not None],
        [[1.0, latitude] for latitude in LATITUDES],
        names=["intercept", "latitude"],
        method=method,
        test="z",
    )


def test_van_houwelingen_2002_page_597() -> None:
    result = together(odds_ratios(), "ML")
    assert exp(result.estimate) == pytest.approx(0.476, abs=0.0005)
    assert exp(result.ci.lower) == pytest.approx(0.336, abs=0.0005)
    assert exp(result.ci.upper) == pytest.approx(0.675, abs=0.0005)
    assert result.tau2 == pytest.approx(0.3025, abs=0.00005)


def test_van_houwelingen_2002_page_597_interval_of_tau2() -> None:
    limits = together(odds_ratios(), "ML").tau2_ci
    assert limits is not None
    # The paper has 0.1350 to 1.1810 by Satterthwaite's approximation; by the Q-profile it is 0.130
    # to 1.181, in metafor too, whose fourth digit is as exact as its search for the root.
    assert limits.lower == pytest.approx(0.130, abs=0.0005)
    assert limits.upper == pytest.approx(1.181, abs=0.0005)


def test_van_houwelingen_2002_page_599_where_a_new_trial_would_lie() -> None:
    result = together(odds_ratios(), "ML")
    assert result.tau2 is not None
    # The paper takes the mean for known, which the prediction interval of this project does not.
    half = Z * sqrt(result.tau2)
    assert result.estimate - half == pytest.approx(-1.820, abs=0.0005)
    assert result.estimate + half == pytest.approx(0.336, abs=0.0005)
    assert result.prediction is not None
    assert result.prediction.upper > result.estimate + half


def test_van_houwelingen_2002_page_608_latitude() -> None:
    result = on_latitude(odds_ratios(), "ML")
    assert result["intercept"].estimate == pytest.approx(0.371, abs=0.0005)
    assert result["latitude"].estimate == pytest.approx(-0.0327, abs=0.00005)
    assert result["intercept"].se == pytest.approx(0.106, abs=0.0005)
    assert result["latitude"].se == pytest.approx(0.0034, abs=0.00005)
    assert result.tau2 == pytest.approx(0.004, abs=0.0005)


def test_the_records_of_the_review_are_these_trials() -> None:
    evidence = load(ROOT / "evidence" / "bcg-vaccine")
    uses = evidence.bodies["tuberculosis-by-latitude"].uses
    studies = [evidence.studies[use.result.partition("#")[0]] for use in uses]
    recorded = set()
    for study in studies:
        counts = []
        for group in study.results["tuberculosis"].groups.values():
            assert group.events is not None
            assert group.total is not None
            counts += [int(group.events), int(group.total) - int(group.events)]
        latitude = study.moderators["latitude"].value
        assert latitude is not None
        recorded.add((*counts, int(latitude)))
    assert recorded == {(*trial, place) for trial, place in zip(TRIALS, LATITUDES, strict=True)}
