"""Effect-direction and harvest plots: what was drawn, read from the artists."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from reviewkit.plots import effect_direction, harvest
from reviewkit.plots.effect_direction import SIZES
from reviewkit.plots.harvest import BIAS, COLUMNS
from reviewkit.review import Graded

NAMES = ("pain-head-neck-no-treatment", "pain-head-neck-sham", "heart-rate-body-massage-within")
MARKS = {"increases": {"^"}, "decreases": {"v"}}


def marks(ax: Axes) -> dict[tuple[str, float], set[str]]:
    found: dict[tuple[str, float], set[str]] = {}
    for line in ax.lines:
        if "#" in str(line.get_gid()):
            x = float(np.asarray(line.get_xdata())[0])
            found.setdefault((str(line.get_gid()), x), set()).add(str(line.get_marker()))
    return found


def test_each_counted_study_has_the_mark_of_its_direction(review: Graded) -> None:
    expected = {
        (result.use.result, float(column)): MARKS.get(str(result.effect.direction), {"<", ">"})
        for column, name in enumerate(NAMES)
        for result in review.bodies[name].main.counted
    }
    assert marks(effect_direction(review, NAMES)) == expected


def test_marks_grow_with_people_and_are_hollow_without_a_number(review: Graded) -> None:
    ax = effect_direction(review, NAMES)
    people = {
        result.use.result: result.effect.n
        for name in NAMES
        for result in review.bodies[name].main.counted
    }
    for line in ax.lines:
        if (n := people.get(str(line.get_gid()), 0)) is None:
            assert line.get_markerfacecolor() == "white"
        elif n:
            assert line.get_markersize() == next(size for least, _, size in SIZES if n >= least)
    assert {None} < set(people.values())


def test_directions_are_counted_with_the_sign_test(review: Graded) -> None:
    texts = [text.get_text() for text in effect_direction(review, NAMES).texts]
    assert "4 down, 1 neither\nsign test p = .13" in texts
    assert "3 neither" in texts
    assert "risk of bias" in texts


def test_risk_of_bias_stands_beside_studies_that_were_appraised_item_by_item(
    review: Graded,
) -> None:
    texts = [text.get_text() for text in effect_direction(review, NAMES).texts]
    studies = sorted({r.effect.study for name in NAMES for r in review.bodies[name].main.counted})
    risks = [review.evidence.studies[study].risk or "not judged" for study in studies]
    assert any(review.evidence.studies[study].appraisals for study in studies)
    start = texts.index("risk of bias") + 1
    assert texts[start : start + len(risks)] == risks
    assert "not judged" not in risks


def test_no_direction_is_shown_without_the_certainty(review: Graded) -> None:
    ax = effect_direction(review, NAMES)
    assert all("very low certainty" in label.get_text() for label in ax.get_xticklabels())
    rows = [label.get_text() for label in harvest(review, NAMES).get_yticklabels()]
    assert all("very low certainty" in text for text in rows)


def bars(ax: Axes) -> dict[tuple[str, int], Rectangle]:
    return {
        (str(bar.get_gid()), round(bar.get_y() + bar.get_height())): bar
        for bar in ax.patches
        if isinstance(bar, Rectangle) and bar.get_gid()
    }


def test_each_counted_study_is_a_bar_in_the_column_of_its_direction(review: Graded) -> None:
    ax = harvest(review, NAMES)
    middles = dict(zip(COLUMNS, ax.get_xticks(), strict=True))
    drawn = bars(ax)
    for row, name in enumerate(NAMES):
        for result in review.bodies[name].main.counted:
            bar = drawn.pop((result.use.result, row))
            direction = str(result.effect.direction)
            middle = middles[direction if direction in middles else ""]
            assert min(middles.values(), key=lambda x, b=bar: abs(x - b.get_center()[0])) == middle  # type: ignore[misc]  # bound at once
    assert not drawn


def test_a_bar_is_taller_where_certainty_starts_higher_and_darker_with_less_bias(
    review: Graded,
) -> None:
    drawn = bars(harvest(review, NAMES))
    heights: dict[int | None, set[float]] = {}
    for row, name in enumerate(NAMES):
        for result in review.bodies[name].main.counted:
            bar = drawn[result.use.result, row]
            heights.setdefault(result.start.level, set()).add(round(bar.get_height(), 6))
    ordered = [heights[level] for level in sorted(heights, key=lambda level: level or 0)]
    assert all(len(found) == 1 for found in ordered)
    assert sorted(map(max, ordered)) == list(map(max, ordered))
    greys = [int(colour[1:3], 16) for colour in BIAS.values()]
    assert greys == sorted(greys)


def test_a_figure_goes_where_it_is_told(review: Graded) -> None:
    from matplotlib.figure import Figure

    for plot in (effect_direction, harvest):
        ax = Figure().add_subplot()
        assert plot(review, NAMES, ax=ax) is ax


@pytest.mark.parametrize("plot", [effect_direction, harvest])
def test_a_body_without_a_counted_result_is_drawn_empty(review: Graded, plot: object) -> None:
    empty = next(name for name, body in review.bodies.items() if not body.main.counted)
    assert plot(review, [empty]).get_figure() is not None  # type: ignore[operator]  # a function
