"""Lipsey & Wilson 2001: Practical meta-analysis, chapter 7, pp. 133-141.

Ten studies of programmes for young offenders, by whether they were randomised and how intense the
programme was. The numbers, by exhibit, are those at which metafor's own tests compare its results
with the book, rounded as there; the book itself was not at hand.
"""

from __future__ import annotations

import pytest

from reviewkit.synthesis import Pooled, pool
from reviewkit.synthesis.pooled import Method
from reviewkit.synthesis.regression import Regression, meta_regression

EFFECTS = [-0.33, 0.32, 0.39, 0.31, 0.17, 0.64, -0.33, 0.15, -0.02, 0.00]
VARIANCES = [0.084, 0.035, 0.017, 0.034, 0.072, 0.117, 0.102, 0.093, 0.012, 0.067]
RANDOM = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1]
INTENSITY = [7, 3, 7, 5, 7, 7, 4, 4, 5, 6]


def together(method: Method) -> Pooled:
    return pool(EFFECTS, VARIANCES, method=method, test="z")


def regressed(method: Method, columns: list[list[int]], names: list[str]) -> Regression:
    design = [[1, *row] for row in zip(*columns, strict=True)]
    return meta_regression(
        EFFECTS, VARIANCES, design, names=["intercept", *names], method=method, test="z"
    )


def test_exhibit_7_3_common_effect() -> None:
    result = together("CE")
    assert result.estimate == pytest.approx(0.1549, abs=0.00005)
    assert result.se == pytest.approx(0.0609, abs=0.00005)
    assert result.statistic == pytest.approx(2.5450, abs=0.00005)
    assert result.ci.lower == pytest.approx(0.0356, abs=0.00005)
    assert result.ci.upper == pytest.approx(0.2742, abs=0.00005)
    assert result.q == pytest.approx(14.7640, abs=0.00005)


def test_exhibit_7_3_random_effects() -> None:
    result = together("DL")
    assert result.estimate == pytest.approx(0.1534, abs=0.00005)
    assert result.se == pytest.approx(0.0858, abs=0.00005)
    assert result.ci.lower == pytest.approx(-0.0146, abs=0.00005)
    assert result.ci.upper == pytest.approx(0.3215, abs=0.00005)
    assert result.tau2 == pytest.approx(0.025955, abs=0.0000005)


def test_exhibit_7_4_groups() -> None:
    result = regressed("CE", [RANDOM], ["random"])
    assert result["intercept"].estimate == pytest.approx(0.2984, abs=0.00005)
    assert result.fitted[-1] == pytest.approx(-0.0277, abs=0.00005)
    # The book prints 7.0738 and 7.6902; metafor has 7.0739 and 7.6901.
    assert result.moderators.statistic == pytest.approx(7.0739, abs=0.00005)
    assert result.residual_q.q == pytest.approx(7.6901, abs=0.00005)
    assert result.moderators.p == pytest.approx(0.0078, abs=0.00005)


def test_exhibit_7_6_regression_common_effect() -> None:
    result = regressed("CE", [RANDOM, INTENSITY], ["random", "intensity"])
    estimates = [each.estimate for each in result.coefficients]
    errors = [each.se for each in result.coefficients]
    assert estimates == pytest.approx([0.3223, -0.3298, -0.0041], abs=0.00005)
    assert errors == pytest.approx([0.2998, 0.1304, 0.0493], abs=0.00005)
    assert result.moderators.statistic == pytest.approx(7.0807, abs=0.00005)


def test_exhibit_7_7_regression_random_effects() -> None:
    result = regressed("DL", [RANDOM, INTENSITY], ["random", "intensity"])
    estimates = [each.estimate for each in result.coefficients]
    assert estimates == pytest.approx([0.3311, -0.3269, -0.0068], abs=0.00005)
    # The book prints 5.5709; metafor has 5.5711.
    assert result.moderators.statistic == pytest.approx(5.5711, abs=0.00005)
    assert result.tau2 == pytest.approx(0.00488, abs=0.000005)
