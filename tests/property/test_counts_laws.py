"""Laws that pooled counts obey whatever the tables; each test is named after its law."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewkit import effects
from reviewkit.errors import NotEstimable
from reviewkit.synthesis import PooledCounts, mantel_haenszel, mantel_haenszel_rates, peto

LAW = 1e-9

Tables = dict[str, list[int]]

MEASURES = ("OR", "RR", "RD", "Peto")


@st.composite
def two_by_two(draw: st.DrawFn) -> tuple[int, int, int, int]:
    n1, n2 = draw(st.integers(1, 200)), draw(st.integers(1, 200))
    return draw(st.integers(0, n1)), n1, draw(st.integers(0, n2)), n2


tables = st.lists(two_by_two(), min_size=1, max_size=8)
measures = st.sampled_from(MEASURES)


def pooled(rows: list[Any], measure: Any) -> PooledCounts:
    columns = ("events1", "total1", "events2", "total2")
    given: dict[str, Any] = {name: [row[i] for row in rows] for i, name in enumerate(columns)}
    try:
        return peto(**given) if measure == "Peto" else mantel_haenszel(**given, measure=measure)
    except NotEstimable:
        assume(False)
        raise


@given(tables, measures, st.randoms(use_true_random=False))
def test_order_of_studies_does_not_matter(rows: Any, measure: str, random: Any) -> None:
    one = pooled(rows, measure)
    shuffled = rows[:]
    random.shuffle(shuffled)
    other = pooled(shuffled, measure)
    assert one.estimate == pytest.approx(other.estimate, rel=LAW, abs=LAW)
    assert one.se == pytest.approx(other.se, rel=LAW)


@given(tables, measures)
def test_swapping_the_groups_turns_the_sign(rows: Any, measure: str) -> None:
    one = pooled(rows, measure)
    other = pooled([(c, n2, a, n1) for a, n1, c, n2 in rows], measure)
    assert one.estimate == pytest.approx(-other.estimate, rel=LAW, abs=LAW)
    assert one.se == pytest.approx(other.se, rel=LAW)
    assert one.p == pytest.approx(other.p, rel=1e-6, abs=LAW)


@given(tables, st.sampled_from(("OR", "RD", "Peto")))
def test_counting_those_without_the_event_turns_the_sign(rows: Any, measure: str) -> None:
    one = pooled(rows, measure)
    other = pooled([(n1 - a, n1, n2 - c, n2) for a, n1, c, n2 in rows], measure)
    assert one.estimate == pytest.approx(-other.estimate, rel=LAW, abs=LAW)
    assert one.se == pytest.approx(other.se, rel=LAW)


@given(tables, st.sampled_from(("OR", "RR", "Peto")), st.integers(1, 1_000_000))
def test_a_study_without_events_changes_no_ratio(rows: Any, measure: str, n: int) -> None:
    one = pooled(rows, measure)
    other = pooled([*rows, (0, n, 0, n)], measure)
    assert (one.estimate, one.se) == pytest.approx((other.estimate, other.se), rel=LAW)
    assert other.weights[-1] == 0


@given(tables, measures, st.integers(0, 50))
def test_a_study_without_one_arm_changes_nothing(rows: Any, measure: str, events: int) -> None:
    one = pooled(rows, measure)
    other = pooled([*rows, (events, 50, 0, 0)], measure)
    assert (one.estimate, one.se) == pytest.approx((other.estimate, other.se), rel=LAW)
    assert other.k_informative == one.k_informative


@given(tables, measures)
def test_weights_sum_to_one(rows: Any, measure: str) -> None:
    weights = pooled(rows, measure).weights
    assert min(weights) >= 0
    assert sum(weights) == pytest.approx(1, rel=1e-12)


@given(tables, st.sampled_from(("OR", "RR", "RD", "Peto")))
def test_copies_of_all_studies_leave_the_estimate(rows: Any, measure: str) -> None:
    one, other = pooled(rows, measure), pooled(rows * 4, measure)
    assert one.estimate == pytest.approx(other.estimate, rel=LAW, abs=LAW)
    assert one.se == pytest.approx(2 * other.se, rel=1e-6)


@given(tables, st.integers(100, 5000))
def test_large_studies_keep_the_estimate_and_gain_precision(rows: Any, factor: int) -> None:
    one = pooled(rows, "OR")
    other = pooled([tuple(factor * count for count in row) for row in rows], "OR")
    assert one.estimate == pytest.approx(other.estimate, rel=LAW, abs=LAW)
    assert one.se == pytest.approx(np.sqrt(factor) * other.se, rel=1e-6)


@given(tables, st.floats(0.01, 1000))
def test_the_unit_of_time_does_not_matter(rows: Any, unit: float) -> None:
    given: dict[str, Any] = {
        "events1": [row[0] for row in rows],
        "time1": [row[1] for row in rows],
        "events2": [row[2] for row in rows],
        "time2": [row[3] for row in rows],
    }
    scaled = given | {name: [unit * t for t in given[name]] for name in ("time1", "time2")}
    try:
        one, other = mantel_haenszel_rates(**given), mantel_haenszel_rates(**scaled)
        less, more = (mantel_haenszel_rates(**each, measure="IRD") for each in (given, scaled))
    except NotEstimable:
        assume(False)
        raise
    assert (one.estimate, one.se) == pytest.approx((other.estimate, other.se), rel=1e-6, abs=LAW)
    assert less.estimate == pytest.approx(unit * more.estimate, rel=1e-6, abs=LAW)


@given(two_by_two(), st.sampled_from(("OR", "RR", "RD")))
def test_one_study_is_its_own_effect(row: tuple[int, int, int, int], measure: str) -> None:
    a, n1, c, n2 = row
    assume(0 < a < n1)
    assume(0 < c < n2)
    kernels: dict[str, Any] = {
        "OR": effects.odds_ratio,
        "RR": effects.risk_ratio,
        "RD": effects.risk_difference,
    }
    own = kernels[measure](events1=a, total1=n1, events2=c, total2=n2)
    one = pooled([row], measure)
    assert one.estimate == pytest.approx(own.estimate, rel=LAW, abs=LAW)
    if measure != "RD":  # Sato's variance differs from that of one study.
        assert one.se == pytest.approx(own.se, rel=LAW)
    assert (one.q, one.homogeneity, one.weights) == (None, None, (1.0,))


@given(st.lists(two_by_two(), min_size=2, max_size=2), measures)
def test_two_studies_have_one_degree_of_freedom(rows: Any, measure: str) -> None:
    result = pooled(rows, measure)
    assert result.q_df in {None, 1}
    assert result.i2 is None or 0 <= result.i2 < 1


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(1, 500)), min_size=1, max_size=6))
def test_studies_without_any_event_are_refused_with_the_reason(sizes: Any) -> None:
    n1, n2 = ([size[i] for size in sizes] for i in range(2))
    none = [0] * len(sizes)
    given_counts: dict[str, Any] = {
        "events1": none,
        "total1": n1,
        "events2": none,
        "total2": n2,
    }
    for refuse in (mantel_haenszel, peto):
        with pytest.raises(NotEstimable, match="no study has"):
            refuse(**given_counts)


@given(st.lists(st.integers(0, 40), min_size=4, max_size=8))
def test_a_million_people_give_the_ratio_of_rates(events: list[int]) -> None:
    half = len(events) // 2
    rows = [(events[i], 1_000_000, events[half + i], 1_000_000) for i in range(half)]
    odds, rates_ = (
        pooled(rows, "OR"),
        mantel_haenszel_rates(
            events1=[row[0] for row in rows],
            time1=[row[1] for row in rows],
            events2=[row[2] for row in rows],
            time2=[row[3] for row in rows],
        ),
    )
    assert odds.estimate == pytest.approx(rates_.estimate, abs=1e-3)
    assert odds.se == pytest.approx(rates_.se, rel=1e-3)
