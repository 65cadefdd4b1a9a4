"""Berkey, Hoaglin, Mosteller & Colditz 1995: a random-effects regression model for meta-analysis.

Stat Med 1995;14:395-411, doi:10.1002/sim.4780140406: the thirteen trials of BCG vaccine with
latitude, p. 408. The numbers are those at which metafor's own tests compare its results with the
article, rounded as there; the article itself was not at hand. Its empirical Bayes estimate of τ² is
the same as Paule and Mandel's.
"""

from __future__ import annotations

from math import exp

import pytest

from reviewkit.synthesis import Pooled, pool
from reviewkit.synthesis.pooled import Method
from reviewkit.synthesis.regression import Regression, meta_regression
from tests.published.test_bcg import LATITUDES, TRIALS, risk_ratios

#: Latitude at which the article centres.
CENTRE = 33.46


def smoothed_variances() -> list[float]:
    """The article's: the odds against the event averaged over trials, by each trial's size."""
    k = len(TRIALS)
    treated = sum(b / a for a, b, _, _ in TRIALS) / k
    control = sum(d / c for _, _, c, d in TRIALS) / k
    return [treated / (a + b) + control / (c + d) for a, b, c, d in TRIALS]


def effects() -> list[float]:
    return [effect.estimate for effect in risk_ratios()]


def pooled() -> Pooled:
    return pool(effects(), smoothed_variances(), method="EB", test="z")


def on_latitude(method: Method) -> Regression:
    design = [[1.0, latitude - CENTRE] for latitude in LATITUDES]
    return meta_regression(
        effects(),
        smoothed_variances(),
        design,
        names=["intercept", "latitude"],
        method=method,
        test="z",
    )


def test_page_408_random_effects() -> None:
    result = pooled()
    assert result.estimate == pytest.approx(-0.5429, abs=0.00005)
    assert result.se == pytest.approx(0.1842, abs=0.00005)
    assert result.tau2 == pytest.approx(0.2682, abs=0.00005)


def test_page_408_latitude() -> None:
    result = on_latitude("EB")
    # The article prints -0.6304; the estimate is -0.63035, in metafor too (-0.6303).
    assert result["intercept"].estimate == pytest.approx(-0.6304, abs=0.0001)
    assert result["latitude"].estimate == pytest.approx(-0.0268, abs=0.00005)
    assert result["intercept"].se == pytest.approx(0.1591, abs=0.00005)
    assert result["latitude"].se == pytest.approx(0.0110, abs=0.00005)
    assert result.tau2 == pytest.approx(0.1572, abs=0.00005)
    assert result.r2 == pytest.approx(0.41, abs=0.005)


def test_page_408_risk_ratio_at_two_latitudes() -> None:
    result = on_latitude("EB")
    start, slope = result["intercept"].estimate, result["latitude"].estimate
    assert exp(start) == pytest.approx(0.53, abs=0.005)
    assert exp(start + slope * (42 - CENTRE)) == pytest.approx(0.42, abs=0.005)


def test_page_408_common_effect() -> None:
    result = on_latitude("CE")
    # The article prints -0.5950 and 0.0039; metafor has -0.5949 and 0.0040.
    assert result["intercept"].estimate == pytest.approx(-0.5949, abs=0.00005)
    assert result["latitude"].estimate == pytest.approx(-0.0282, abs=0.00005)
    assert result["intercept"].se == pytest.approx(0.0696, abs=0.00005)
    assert result["latitude"].se == pytest.approx(0.0040, abs=0.00005)
