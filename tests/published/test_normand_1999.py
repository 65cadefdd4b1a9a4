"""Normand 1999: Meta-analysis: formulating, evaluating, combining, and reporting.

Stat Med 1999;18:321-359, doi:10.1002/(sici)1097-0258(19990215)18:3<321::aid-sim28>3.0.co;2-p.
Data from metadat (``dat.hine1989``, ``dat.normand1999``). The numbers, with their tables and
pages, are those at which metafor's own tests compare its results with the article, rounded as
there; the article itself was not at hand.
"""

from __future__ import annotations

from math import sqrt

import pytest

from reviewkit.effects import Effect, md, risk_difference
from reviewkit.synthesis import Pooled, pool
from reviewkit.synthesis.pooled import Method

PERCENT = 100

# Prophylactic lidocaine after a heart attack: deaths and patients, treated then control (Table I,
# p. 322).
LIDOCAINE = [
    (2, 39, 1, 43),
    (4, 44, 4, 44),
    (6, 107, 4, 110),
    (7, 103, 5, 100),
    (7, 110, 3, 106),
    (11, 154, 4, 146),
]

# Days in hospital after a stroke: n, mean, SD under specialist and under routine care.
STROKE = [
    (155, 55, 47, 156, 75, 64),
    (31, 27, 7, 32, 29, 4),
    (75, 64, 17, 71, 119, 29),
    (18, 66, 20, 18, 137, 48),
    (8, 14, 8, 13, 18, 11),
    (57, 19, 7, 52, 18, 4),
    (34, 52, 45, 33, 41, 34),
    (110, 21, 16, 183, 31, 27),
    (60, 30, 27, 52, 23, 20),
]


def lidocaine() -> list[Effect]:
    return [
        risk_difference(events1=a, total1=n1, events2=c, total2=n2) for a, n1, c, n2 in LIDOCAINE
    ]


def stroke() -> list[Effect]:
    """Mean differences with the SD pooled over both groups, as in the paper."""
    effects = []
    for n1, mean1, sd1, n2, mean2, sd2 in STROKE:
        sd = sqrt(((n1 - 1) * sd1**2 + (n2 - 1) * sd2**2) / (n1 + n2 - 2))
        effects.append(md(n1=n1, mean1=mean1, sd1=sd, n2=n2, mean2=mean2, sd2=sd))
    return effects


def together(effects: list[Effect], method: Method) -> Pooled:
    variances = [effect.variance for effect in effects if effect.variance is not None]
    return pool([effect.estimate for effect in effects], variances, method=method, test="z")


def test_table_3_risk_differences_in_percent() -> None:
    effects = lidocaine()
    estimates = [PERCENT * effect.estimate for effect in effects]
    limits = [
        (PERCENT * effect.ci.lower, PERCENT * effect.ci.upper) for effect in effects if effect.ci
    ]
    assert estimates == pytest.approx([2.8, 0.0, 2.0, 1.8, 3.5, 4.4], abs=0.05)
    assert [low for low, _ in limits] == pytest.approx([-5.5, -12, -3.6, -4.7, -2, -0.5], abs=0.05)
    assert [high for _, high in limits] == pytest.approx([11.1, 12, 7.6, 8.3, 9.1, 9.3], abs=0.05)


@pytest.mark.parametrize("method", ["CE", "DL", "REML"])
def test_table_7_pooled_risk_difference_in_percent(method: Method) -> None:
    result = together(lidocaine(), method)
    assert PERCENT * result.estimate == pytest.approx(2.94, abs=0.005)
    assert PERCENT * result.ci.lower == pytest.approx(0.4, abs=0.05)
    assert PERCENT * result.ci.upper == pytest.approx(5.5, abs=0.05)
    assert result.tau2 == 0


def test_table_8_mean_differences_in_days() -> None:
    effects = stroke()
    assert [effect.estimate for effect in effects] == [-20, -2, -55, -71, -4, 1, 11, -10, 7]
    assert [effect.variance for effect in effects] == pytest.approx(
        [40.59, 2.05, 15.28, 150.22, 20.19, 1.22, 95.38, 8.03, 20.69], abs=0.005
    )


@pytest.mark.parametrize(
    ("method", "estimate", "lower", "upper", "tau2"),
    [
        ("CE", -3.49, -5.03, -1.96, 0.0),
        ("DL", -14.10, -24.45, -3.75, 218.72),
        ("REML", -15.12, -32.67, 2.43, 685.20),
    ],
)
def test_table_9_pooled_mean_difference_in_days(
    method: Method, estimate: float, lower: float, upper: float, tau2: float
) -> None:
    result = together(stroke(), method)
    assert result.estimate == pytest.approx(estimate, abs=0.005)
    assert result.ci.lower == pytest.approx(lower, abs=0.005)
    assert result.ci.upper == pytest.approx(upper, abs=0.005)
    assert result.tau2 == pytest.approx(tau2, abs=0.005)
