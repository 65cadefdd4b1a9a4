"""Counts from percentages, tables from margins, groups made one."""

from __future__ import annotations

from collections.abc import Callable
from statistics import mean, stdev

import pytest

from reviewkit.effects import odds_ratio
from reviewkit.effects.rebuilt import (
    Summary,
    combine_groups,
    count_from_percent,
    table_from_margins,
    table_from_odds_ratio,
)
from reviewkit.errors import NotEstimable


def test_a_percentage_of_few_people_is_one_count() -> None:
    count = count_from_percent(33.3, 12, decimals=1)
    assert count.value == 4
    assert "no other count gives it" in count.assumptions[0]


def test_a_percentage_of_many_people_is_one_of_several() -> None:
    count = count_from_percent(12, 340)
    assert count.value == 41  # 40.8
    assert "one of 40 to 42" in count.assumptions[0]  # 11.5% is 39.1, 12.5% is 42.5


def test_a_5_is_rounded_either_way() -> None:
    # 1 of 8 is 12.5%: printed as 12% or 13%, by either rule.
    assert count_from_percent(12, 8).value == count_from_percent(13, 8).value == 1


def test_a_percentage_of_other_people() -> None:
    with pytest.raises(NotEstimable, match=r"no count of 7 people gives 50%"):
        count_from_percent(50, 7)
    with pytest.raises(ValueError, match="between 0 and 100, not 120"):
        count_from_percent(120, 7)


def test_every_count_comes_back_from_its_own_percentage() -> None:
    for total in (7, 12, 99, 340):
        for events in range(total + 1):
            found = count_from_percent(round(100 * events / total, 2), total, decimals=2)
            assert found.value == events


def test_the_other_cell_follows_from_the_margins() -> None:
    table = table_from_margins(total1=20, total2=25, events=12, events2=8)
    assert (table.events1, table.events2) == (4, 8)


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: table_from_margins(total1=9, total2=9, events=4), "one of events1 and events2"),
        (
            lambda: table_from_margins(total1=9, total2=9, events=4, events1=3, events2=2),
            "3 and 2 events are not 4 in all",
        ),
        (
            lambda: table_from_margins(total1=2, total2=9, events=4, events1=3),
            "3 events among 2 are impossible",
        ),
        (lambda: table_from_odds_ratio(0, total1=9, total2=9, events=4), "above 0, not 0"),
        (lambda: table_from_odds_ratio(2, total1=9, total2=9, events=19), "19 events among 18"),
    ],
)
def test_contradictions(attempt: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        attempt()


def test_a_table_from_its_odds_ratio_as_metafor_rebuilds_it() -> None:
    # conv.2x2 of metafor, first example: OR 2.05, 240 people, 122 in group 1, 56 with the event.
    table = table_from_odds_ratio(2.05, total1=122, total2=118, events=56)
    assert (table.events1, table.events2) == (36, 20)
    large = table_from_odds_ratio(2.05, total1=1220, total2=1180, events=560)
    assert (large.events1, large.events2) == (360, 200)


@pytest.mark.parametrize("events1", [1, 4, 9])
@pytest.mark.parametrize("events2", [1, 5, 10])
def test_any_table_comes_back_from_its_odds_ratio(events1: int, events2: int) -> None:
    ratio = odds_ratio(events1=events1, total1=10, events2=events2, total2=11).back_transformed()
    table = table_from_odds_ratio(ratio.estimate, total1=10, total2=11, events=events1 + events2)
    assert (table.events1, table.events2) == (events1, events2)


def test_no_table_without_events() -> None:
    with pytest.raises(NotEstimable, match="the odds ratio is undefined"):
        table_from_odds_ratio(2, total1=9, total2=9, events=0)


def test_groups_together_are_the_people_together() -> None:
    people = [[1.0, 2.0, 4.0], [3.0, 3.5], [8.0, 9.0, 7.0, 5.0]]
    groups = [Summary(n=len(x), mean=mean(x), sd=stdev(x)) for x in people]
    whole = combine_groups(groups)
    everybody = [x for group in people for x in group]
    assert whole.n == 9
    assert float(whole.mean) == pytest.approx(mean(everybody), rel=1e-12)
    assert float(whole.sd) == pytest.approx(stdev(everybody), rel=1e-12)


def test_combining_in_steps_is_combining_at_once() -> None:
    a, b, c = (
        Summary(n=n, mean=m, sd=s) for n, m, s in ((5, 1.0, 2.0), (9, 3.0, 1.0), (4, 2.0, 3.0))
    )
    steps, once = combine_groups([combine_groups([a, b]), c]), combine_groups([a, b, c])
    assert float(steps.sd) == pytest.approx(float(once.sd), rel=1e-12)


def test_nothing_to_combine() -> None:
    with pytest.raises(ValueError, match="no group to combine"):
        combine_groups([])
    with pytest.raises(NotEstimable, match="one person"):
        combine_groups([Summary(n=1, mean=1.0, sd=0.0)])
