"""Curves of people needed: they are the rule's own numbers, and marks stand where they must."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from reviewkit.certainty import (
    optimal_information_size,
    optimal_information_size_binary,
    smallest_difference,
)
from reviewkit.errors import UserError
from reviewkit.plots import Had, people_by_difference, people_by_risk


def line(ax: Axes, name: str) -> Line2D:
    (found,) = [each for each in ax.get_lines() if each.get_gid() == name]
    return found


def points(ax: Axes, name: str) -> list[tuple[float, float]]:
    data = np.asarray(line(ax, name).get_xydata(), dtype=float)
    return [(float(x), float(y)) for x, y in data]


def legend(ax: Axes) -> list[str]:
    found = ax.get_legend()
    assert found is not None
    return [text.get_text() for text in found.get_texts()]


def test_two_arms_and_pairs_are_drawn_as_the_rule_counts_them() -> None:
    ax = people_by_difference()
    arms, pairs = (
        points(ax, "two arms"),
        points(ax, "the same people twice (SD of their differences)"),
    )
    assert arms == [(d, optimal_information_size(kind="two-arm", difference=d)) for d, _ in arms]
    assert pairs == [(d, optimal_information_size(kind="paired", difference=d)) for d, _ in pairs]
    assert line(ax, "modest").get_xdata()[0] == 0.2  # type: ignore[index]


def test_a_mark_stands_on_its_curve_at_the_smallest_difference_its_people_can_see() -> None:
    ax = people_by_difference([Had(label="nine", people=9, kind="paired")])
    ((x, y),) = points(ax, "nine")
    assert x == pytest.approx(smallest_difference(9, kind="paired"))
    assert y == 9
    assert [text.get_text() for text in ax.texts] == ["1"]
    assert legend(ax)[-1] == "1  nine: 9 people, 0.93 SD"


def test_risks_have_a_curve_for_each_reduction() -> None:
    ax = people_by_risk(changes=(0.25, 0.5))
    for change in (0.25, 0.5):
        drawn = points(ax, f"a relative reduction of {change:.0%}")
        assert drawn == [(p, optimal_information_size_binary(p, rrr=change)) for p, _ in drawn]


def test_a_body_stands_at_its_risk_with_its_people() -> None:
    ax = people_by_risk([Had(label="trials", people=2000, risk=0.2)])
    assert points(ax, "trials") == [(0.2, 2000)]
    assert legend(ax)[-1] == "1  trials: 2,000 people, 20%"


def test_a_body_without_a_risk_cannot_stand_there() -> None:
    with pytest.raises(UserError, match=r"the risk without the intervention is not given of b$"):
        people_by_risk([Had(label="a", people=10, risk=0.1), Had(label="b", people=10)])


def test_curves_are_told_apart_in_grey_and_named_below() -> None:
    ax = people_by_risk()
    dashes = {str(each.get_linestyle()) for each in ax.get_lines()}
    named = legend(ax)
    assert len(dashes) == len(named) == 3
    assert "a relative reduction of 25%" in named
