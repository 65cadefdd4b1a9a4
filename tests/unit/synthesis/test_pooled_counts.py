"""Mantel-Haenszel and Peto: cases by hand, written as arithmetic."""

from __future__ import annotations

import json
from math import log, sqrt
from typing import Any

import numpy as np
import pytest

from reviewkit import effects
from reviewkit.errors import NotEstimable
from reviewkit.synthesis import (
    UNTOUCHED,
    Correction,
    PooledCounts,
    mantel_haenszel,
    mantel_haenszel_rates,
    peto,
)
from reviewkit.synthesis.counts import (
    TableMeasure,
    corrected_tables,
    rate_effects,
    rates,
    table_effects,
    tables,
)
from reviewkit.synthesis.table_tests import fitted_count

TWO: dict[str, Any] = {"events1": [2, 4], "total1": [10, 10], "events2": [5, 6], "total2": [10, 10]}
"""Cells 2 8 5 5 and 4 6 6 4, N = 20."""


def test_odds_ratio() -> None:
    result = mantel_haenszel(**TWO)
    r, s = 2 * 5 / 20 + 4 * 4 / 20, 8 * 5 / 20 + 6 * 6 / 20
    assert result.estimate == pytest.approx(log(r / s), rel=1e-12)
    p, q = (7 / 20, 8 / 20), (13 / 20, 12 / 20)
    variance = (
        (p[0] * 0.5 + p[1] * 0.8) / (2 * r**2)
        + (p[0] * 2 + q[0] * 0.5 + p[1] * 1.8 + q[1] * 0.8) / (2 * r * s)
        + (q[0] * 2 + q[1] * 1.8) / (2 * s**2)
    )
    assert result.se == pytest.approx(sqrt(variance), rel=1e-12)
    assert result.weights == pytest.approx((2 / 3.8, 1.8 / 3.8), rel=1e-12)
    assert (result.scale, result.k, result.k_informative, result.notes) == ("log", 2, 2, ())


def test_cochran_mantel_haenszel() -> None:
    # Expected 10·7/20 = 3.5 and 10·10/20 = 5; V = 10·10·7·13/(400·19) and 10·10·10·10/(400·19).
    result = mantel_haenszel(**TWO).association
    assert result is not None
    v = 10 * 10 * 7 * 13 / (400 * 19) + 10**4 / (400 * 19)
    assert result.statistic == pytest.approx((2.5 - 0.5) ** 2 / v, rel=1e-12)
    assert result.df == 1
    plain = mantel_haenszel(**TWO, continuity=False).association
    assert plain is not None
    assert plain.statistic == pytest.approx(2.5**2 / v, rel=1e-12)
    assert "continuity" not in plain.method
    cochran = mantel_haenszel(**TWO, continuity=False).association_cochran
    assert cochran is not None
    assert cochran.statistic == pytest.approx(2.5**2 / (v * 19 / 20), rel=1e-12)


def test_risk_ratio() -> None:
    result = mantel_haenszel(**TWO, measure="RR")
    r, s = (2 + 4) * 10 / 20, (5 + 6) * 10 / 20
    assert result.estimate == pytest.approx(log(r / s), rel=1e-12)
    variance = (100 * 7 / 400 - 2 * 5 / 20 + 100 * 10 / 400 - 4 * 6 / 20) / (r * s)
    assert result.se == pytest.approx(sqrt(variance), rel=1e-12)
    assert result.association is None


def test_risk_difference() -> None:
    # Equal weights of 5: the mean of -0.3 and -0.2.
    result = mantel_haenszel(**TWO, measure="RD")
    assert result.estimate == pytest.approx(-0.25, rel=1e-12)
    p = (100 * 5 - 100 * 2 + 0 + 100 * 6 - 100 * 4 + 0) / 400
    q = (2 * 5 + 8 * 5) / 40 + (4 * 4 + 6 * 6) / 40
    assert result.se == pytest.approx(sqrt((-0.25 * p + q) / 10**2), rel=1e-12)
    assert result.scale == "raw"


def test_rates() -> None:
    given: dict[str, Any] = {
        "events1": [3, 4],
        "time1": [100, 300],
        "events2": [6, 2],
        "time2": [300, 100],
    }
    ratio = mantel_haenszel_rates(**given)
    r, s = 3 * 300 / 400 + 4 * 100 / 400, 6 * 100 / 400 + 2 * 300 / 400
    assert ratio.estimate == pytest.approx(log(r / s), rel=1e-12)
    variance = (100 * 300 * 9 + 300 * 100 * 6) / 400**2 / (r * s)
    assert ratio.se == pytest.approx(sqrt(variance), rel=1e-12)
    assert ratio.association is not None
    off = (3 - 100 * 9 / 400) + (4 - 300 * 6 / 400)
    v = (9 + 6) * 100 * 300 / 400**2
    assert ratio.association.statistic == pytest.approx((abs(off) - 0.5) ** 2 / v, rel=1e-12)
    difference = mantel_haenszel_rates(**given, measure="IRD")
    # Both weights are 75: the mean of 3/100 - 6/300 and 4/300 - 2/100.
    assert difference.estimate == pytest.approx((0.01 + (4 / 300 - 0.02)) / 2, rel=1e-12)
    parts = 3 / 100**2 + 6 / 300**2 + 4 / 300**2 + 2 / 100**2
    assert difference.se == pytest.approx(sqrt(parts / 4), rel=1e-12)


def test_peto() -> None:
    result = peto(**TWO)
    v = np.array([100 * 7 * 13, 100 * 10 * 10]) / (400 * 19)
    off = np.array([2 - 3.5, 4 - 5])
    assert result.estimate == pytest.approx(off.sum() / v.sum(), rel=1e-12)
    assert result.se == pytest.approx(1 / sqrt(v.sum()), rel=1e-12)
    assert result.q == pytest.approx((off**2 / v).sum() - off.sum() ** 2 / v.sum(), rel=1e-12)
    assert result.i2 == 0
    assert result.method == "Peto"


def test_one_study_is_its_own_odds_ratio() -> None:
    one: dict[str, Any] = {name: column[:1] for name, column in TWO.items()}
    result = mantel_haenszel(**one)
    own = effects.odds_ratio(events1=2, total1=10, events2=5, total2=10)
    assert result.estimate == pytest.approx(own.estimate, rel=1e-12)
    assert own.se is not None
    assert result.se == pytest.approx(own.se, rel=1e-12)
    assert (result.q, result.q_p, result.i2, result.homogeneity) == (None, None, None, None)
    assert peto(**one).q is None


def test_a_study_without_events_says_nothing_of_a_ratio() -> None:
    silent: dict[str, Any] = {
        "events1": [2, 4, 0],
        "total1": [10, 10, 50],
        "events2": [5, 6, 0],
        "total2": [10, 10, 50],
    }
    for method in (mantel_haenszel, peto):
        one, other = method(**TWO), method(**silent)
        assert (other.estimate, other.se, other.q) == (one.estimate, one.se, one.q)
        assert other.weights[2] == 0
        assert (other.k, other.k_informative) == (3, 2)
        assert "1 study has no weight: nobody had the event" in other.notes[0]
    difference = mantel_haenszel(**silent, measure="RD")
    assert abs(difference.estimate) < 0.25
    assert difference.k_informative == 3


def test_an_empty_arm_has_no_weight() -> None:
    with_empty: dict[str, Any] = {
        "events1": [2, 4, 3],
        "total1": [10, 10, 9],
        "events2": [5, 6, 0],
        "total2": [10, 10, 0],
    }
    measures: tuple[TableMeasure, ...] = ("OR", "RR", "RD")
    for measure in measures:
        one = mantel_haenszel(**TWO, measure=measure)
        other = mantel_haenszel(**with_empty, measure=measure)
        assert (other.estimate, other.se) == pytest.approx((one.estimate, one.se), rel=1e-12)
        assert other.k_informative == 2
    assert peto(**with_empty).estimate == pytest.approx(peto(**TWO).estimate, rel=1e-12)


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        (([0], [10], [0], [10]), "no study has events that tell its groups apart"),
        (([0, 0], [10, 9], [3, 2], [10, 8]), "the pooled ratio is 0"),
        (([3, 2], [10, 8], [0, 0], [10, 9]), "the pooled ratio is infinite"),
        (([3], [10], [0], [0]), "no study has events that tell its groups apart"),
        (([], [], [], []), "no study"),
    ],
)
def test_ratios_that_cannot_be_had(counts: tuple[list[int], ...], reason: str) -> None:
    given: dict[str, Any] = dict(zip(TWO, counts, strict=True))
    with pytest.raises(NotEstimable, match=reason):
        mantel_haenszel(**given)
    with pytest.raises(NotEstimable, match=reason):
        mantel_haenszel(**given, measure="RR")


def test_differences_that_cannot_be_had() -> None:
    nobody: dict[str, Any] = dict(zip(TWO, ([0], [0], [1], [5]), strict=True))
    with pytest.raises(NotEstimable, match="no study has anybody in both"):
        mantel_haenszel(**nobody, measure="RD")
    none: dict[str, Any] = dict(zip(TWO, ([0, 0], [10, 9], [0, 0], [10, 9]), strict=True))
    with pytest.raises(NotEstimable, match="sampling variance is 0"):
        mantel_haenszel(**none, measure="RD")
    with pytest.raises(NotEstimable, match="an event, a non-event"):
        peto(**none)


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        (([11], [10], [1], [10]), "group 1 of study 1 has 11 events among 10"),
        (([1], [10], [-1], [10]), "no count"),
        (([1.5], [10], [1], [10]), "no count"),
        (([1, 2], [10], [1], [10]), "one length"),
        (([float("nan")], [10], [1], [10]), "whose arm is not reported"),
    ],
)
def test_impossible_input(counts: tuple[list[float], ...], message: str) -> None:
    given: dict[str, Any] = dict(zip(TWO, counts, strict=True))
    with pytest.raises(ValueError, match=message):
        mantel_haenszel(**given)


def test_impossible_rates() -> None:
    with pytest.raises(ValueError, match="cannot be negative"):
        mantel_haenszel_rates(events1=[1], time1=[-1], events2=[1], time2=[1])
    with pytest.raises(ValueError, match="cannot be negative"):
        Correction(add=-1)


def test_corrections() -> None:
    cells = tables(events1=[0, 2, 0], total1=[4, 4, 4], events2=[1, 2, 0], total2=[4, 4, 4])
    a = {
        correction: corrected_tables(cells, correction)[0].tolist()
        for correction in (
            Correction(to="if0all"),
            Correction(add=1, drop00=False),
            UNTOUCHED,
        )
    }
    assert a[Correction(to="if0all")][:2] == [0.5, 2.5]
    assert np.isnan(a[Correction(to="if0all")][2])
    assert a[Correction(add=1, drop00=False)] == [1, 2, 1]
    assert a[UNTOUCHED] == [0, 2, 0]


@pytest.mark.parametrize("measure", ["OR", "RR", "RD"])
def test_effects_of_arrays_are_those_of_single_tables(measure: TableMeasure) -> None:
    kernels: dict[str, Any] = {
        "OR": effects.odds_ratio,
        "RR": effects.risk_ratio,
        "RD": effects.risk_difference,
    }
    y, v = table_effects(tables(**TWO), measure=measure)
    for i in range(2):
        single = kernels[measure](**{name: column[i] for name, column in TWO.items()})
        assert (y[i], v[i]) == pytest.approx((single.estimate, single.variance), rel=1e-12)


def test_a_study_without_an_effect_is_left_out_of_q() -> None:
    y, v = rate_effects(rates(events1=[0], time1=[5], events2=[2], time2=[5]), measure="IRR")
    assert np.isnan(y).all()
    assert np.isnan(v).all()


@pytest.mark.parametrize("odds_ratio", [1e-6, 0.2, 1.0, 5.0, 1e6])
def test_the_fitted_count_has_the_odds_ratio(odds_ratio: float) -> None:
    n1, n2, m1 = np.array([10.0, 50.0, 3.0]), np.array([20.0, 4.0, 40.0]), np.array([8.0, 30, 41])
    e = fitted_count(n1, n2, m1, odds_ratio)
    assert (e * (n2 - m1 + e)).tolist() == pytest.approx(
        (odds_ratio * (n1 - e) * (m1 - e)).tolist(), rel=1e-6
    )


def test_a_million_people() -> None:
    result = mantel_haenszel(
        events1=[10, 30], total1=[1_000_000, 500_000], events2=[20, 55], total2=[1_000_000, 500_000]
    )
    # For events so rare the odds ratio is the ratio of the sums Σ a·n2/N = (10 + 15)/2 by group.
    assert result.estimate == pytest.approx(log((10 + 30) / (20 + 55)), rel=1e-4)
    assert result.se == pytest.approx(sqrt(1 / 40 + 1 / 75), rel=1e-3)


def test_to_dict_is_json_and_whole() -> None:
    found = mantel_haenszel(**TWO).to_dict()
    assert json.loads(json.dumps(found)) == found
    fields = {name for kind in PooledCounts.__mro__ for name in getattr(kind, "__slots__", ())}
    assert set(found) == fields


def test_summary_gives_ratios_as_ratios() -> None:
    assert mantel_haenszel(**TWO).summary().startswith("2 studies: odds ratio 0.34")
    assert (
        mantel_haenszel(**TWO, measure="RD").summary().startswith("2 studies: risk difference −0")
    )
