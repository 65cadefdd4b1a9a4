from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection

from reviewkit.errors import NotEstimable
from reviewkit.plots import readings
from reviewkit.plots.readings import SUSPENDED
from reviewkit.plots.theme import CATEGORIES
from reviewkit.review import Graded, GradedBody
from tests.unit.plots.making import (
    body,
    choice,
    colours,
    domain,
    effect,
    graded,
    marked,
    points,
    result,
    texts,
    xs,
)

SPREAD, R = "a-2000/spread", "correlation"
MARGINS = {("se", "0.5"): 1.5, ("se", "0"): 2.5, ("sd", "0.5"): 0.5, ("sd", "0"): 0.75}


def koyama(**changed: Any) -> GradedBody:
    """One mean change of 2, under two readings and two correlations; the main one is SE, 0.5."""
    grades = [
        graded(
            [result("a-2000#x", effect(2, margin, measure="MC"))],
            specification={SPREAD: spread, R: r},
            domains=[domain("imprecision", 0, judged=1, suspended=position > 0)] * bool(changed),
        )
        for position, ((spread, r), margin) in enumerate(MARGINS.items())
    ]
    return body(
        *grades, choices=[choice(SPREAD, "se", "sd"), choice(R, "0.5", "0", origin="assumption")]
    )


def names(ax: Axes) -> list[str]:
    return [label.get_text() for label in ax.get_yticklabels()]


def marks(ax: Axes) -> PathCollection:
    return next(found for found in ax.collections if isinstance(found, PathCollection))


def intervals(ax: Axes) -> list[list[float]]:
    lines = next(found for found in ax.collections if isinstance(found, LineCollection))
    return [[float(x) for x, _ in np.asarray(ends)] for ends in lines.get_segments()]


def test_a_row_for_each_specification_grouped_by_reading_and_rising_in_r() -> None:
    ax = readings(koyama())
    assert names(ax) == [
        "± is SE, r = 0",
        "± is SE, r = 0.5 (main)",
        "± is SD, r = 0",
        "± is SD, r = 0.5",
    ]
    assert intervals(ax) == [[-0.5, 4.5], [0.5, 3.5], [1.25, 2.75], [1.5, 2.5]]
    assert [x for x, _ in points(marks(ax))] == [2, 2, 2, 2]


def test_the_first_row_is_on_top() -> None:
    bottom, top = readings(koyama()).get_ylim()
    assert bottom > top


def test_each_reading_has_its_colour_and_an_interval_over_no_effect_is_hollow() -> None:
    ax = readings(koyama())
    edges = colours(marks(ax).get_edgecolor())
    assert edges == [CATEGORIES[0]] * 2 + [CATEGORIES[1]] * 2
    faces = colours(marks(ax).get_facecolor())
    assert faces == ["#FFFFFF", CATEGORIES[0], CATEGORIES[1], CATEGORIES[1]]


def test_each_reading_has_its_shape() -> None:
    first, _, third, _ = (
        len(np.asarray(path.vertices)) for path in marks(readings(koyama())).get_paths()
    )
    assert first != third


def test_the_main_analysis_is_in_bold() -> None:
    ax = readings(koyama())
    assert [label.get_fontweight() for label in ax.get_yticklabels()].count("bold") == 1
    assert ax.get_yticklabels()[1].get_fontweight() == "bold"


def test_estimate_and_certainty_are_written_beside_each_row() -> None:
    written = texts(readings(koyama()))
    assert written.count("very low") == len(MARGINS)
    assert "2.0 (95% CI 0.5 to 3.5)" in written


def test_a_suspended_judgement_is_marked_and_explained() -> None:
    ax = readings(koyama(domains=True))
    assert texts(ax).count(f"very low {SUSPENDED}") == len(MARGINS) - 1
    legend = ax.get_legend()
    assert legend is not None
    assert any(SUSPENDED in text.get_text() for text in legend.get_texts())


def test_axis_has_unit_and_a_line_at_no_effect() -> None:
    ax = readings(koyama())
    assert ax.get_xlabel() == "hair thickness: mean change, after less before (mm)"
    assert [xs(line)[0] for line in marked(ax, "null")] == [0]


def test_ratios_are_drawn_as_ratios() -> None:
    found = effect(math.log(2), math.log(4), measure="RR", scale="log")
    ax = readings(body(graded([result("a-2000#x", found)])))
    assert ax.get_xscale() == "log"
    assert intervals(ax) == [[pytest.approx(0.5), pytest.approx(8)]]
    assert [xs(line)[0] for line in marked(ax, "null")] == [1]
    assert names(ax) == ["as printed (main)"]


def test_a_share_is_held_against_nothing() -> None:
    ax = readings(body(graded([result("a-2000#x", effect(0.5, 0.1, measure="PR"))])))
    assert marked(ax, "null") == []
    assert ax.get_legend() is None


def test_a_body_without_an_interval_has_no_such_figure() -> None:
    with pytest.raises(NotEstimable, match="no specification of thickness gives an interval"):
        readings(body(graded([result("a-2000#x")])))


def test_the_reviews_figure_has_every_specification(review: Graded) -> None:
    hair = review.bodies["hair-thickness"]
    ax = readings(hair)
    assert len(names(ax)) == len(hair.multiverse.specifications) > 1
    drawn = sorted(intervals(ax))
    computed = [grade.synthesis.ci for grade in hair.all]
    assert drawn == sorted([ci.lower, ci.upper] for ci in computed if ci is not None)
