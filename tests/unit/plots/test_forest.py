from __future__ import annotations

import math
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.markers import CARETLEFTBASE, CARETRIGHTBASE
from matplotlib.patches import Polygon

from reviewkit import display
from reviewkit.plots import forest
from reviewkit.plots.forest import _DIRECTIONS
from reviewkit.plots.results import DIRECTIONS
from reviewkit.plots.theme import CATEGORIES, MUTED
from reviewkit.records.result import Direction
from reviewkit.review import Graded
from tests.project.tree import ROOT
from tests.unit.plots.making import body, effect, figure_of, graded, marked, result, texts, xs

BODIES = sorted(path.stem for path in (ROOT / "evidence" / "head-massage" / "bodies").glob("*"))


def intervals(ax: Axes) -> list[list[float]]:
    return [xs(line) for line in marked(ax, "interval")]


def diamonds(ax: Axes) -> list[Polygon]:
    found = [patch for patch in ax.patches if isinstance(patch, Polygon)]
    return [patch for patch in found if patch.get_gid() == "pooled"]


TWO = [result("a-2000#x", effect(1, 2)), result("b-2001#y", effect(2, 1), n=None)]


def test_two_effects_and_the_diamond_of_the_pool() -> None:
    grade = graded(TWO)
    pooled = grade.synthesis.pooled
    assert pooled is not None
    ax = forest(body(grade))
    assert intervals(ax) == [[-1, 3], [1, 3]]
    (diamond,) = diamonds(ax)
    corners = [float(x) for x, _ in np.asarray(diamond.get_xy(), dtype=float)[:4]]
    assert corners == [pooled.ci.lower, pooled.estimate, pooled.ci.upper, pooled.estimate]


def test_the_axis_holds_the_diamond_whole() -> None:
    grade = graded(TWO)
    pooled = grade.synthesis.pooled
    assert pooled is not None
    ax = forest(body(grade))
    left, right = ax.get_xlim()
    assert left < pooled.ci.lower < pooled.ci.upper < right
    assert marked(ax, "beyond") == []


def test_a_pool_far_wider_than_its_studies_does_not_squeeze_them() -> None:
    apart = [result("a-2000#x", effect(0, 0.1)), result("b-2001#y", effect(1, 0.1))]
    ax = forest(body(graded(apart)))
    studies = 1.2 * 1.1  # from −0.1 to 1.1, and 5% at each end
    left, right = ax.get_xlim()
    assert right - left == pytest.approx(3 * studies)
    assert [(xs(mark), mark.get_marker()) for mark in marked(ax, "beyond")] == [
        ([left], "<"),
        ([right], ">"),
    ]


def test_the_prediction_interval_is_a_line_through_the_diamond() -> None:
    far_apart = [result(f"s{i}-2000#x", effect(y, 1)) for i, y in enumerate((1.0, 5.0, 9.0))]
    grade = graded(far_apart)
    pooled = grade.synthesis.pooled
    assert pooled is not None
    assert pooled.prediction is not None
    (line,) = marked(forest(body(grade)), "prediction")
    assert xs(line) == [pooled.prediction.lower, pooled.prediction.upper]
    assert pooled.prediction.width > pooled.ci.width


def test_where_a_new_study_would_lie_is_told_in_numbers() -> None:
    log = [
        result(f"s{i}-2000#x", effect(y, 0.5, measure="RR", scale="log"))
        for i, y in enumerate((-1.0, 0.0, 1.0))
    ]
    grade = graded(log)
    pooled = grade.synthesis.pooled
    assert pooled is not None
    assert pooled.prediction is not None
    ends = (math.exp(pooled.prediction.lower), math.exp(pooled.prediction.upper))
    told = f"a new study: {display.interval(*ends)}"
    assert any(text.endswith(told) for text in texts(forest(body(grade))))


def test_more_weight_is_a_larger_square() -> None:
    light, heavy = marked(forest(body(graded(TWO))), "estimate")
    assert light.get_markersize() < heavy.get_markersize()


def test_names_tell_study_people_and_result() -> None:
    ax = forest(body(graded(TWO)))
    assert [label.get_text() for label in ax.get_yticklabels()] == [
        "a-2000, n = 10\nx",
        "b-2001, n not known\ny",
        "pooled (random effects, REML)",
    ]


def test_what_does_not_count_is_grey_and_says_why() -> None:
    left_out = result("c-2002#z", effect(5, 1), why_not="seen only in a secondary source")
    ax = forest(body(graded([*TWO, left_out])))
    grey = [line for line in marked(ax, "interval") if line.get_color() == MUTED]
    assert [xs(line) for line in grey] == [[4, 6]]
    assert "5.0 (95% CI 4.0 to 6.0)\nleft out: seen only in a secondary source" in texts(ax)
    assert ax.get_yticklabels()[-1].get_color() == MUTED


def test_a_direction_without_an_interval_is_a_caret_on_the_line() -> None:
    ax = forest(body(graded([TWO[0], result("b-2001#y", direction="decreases")])))
    (caret,) = marked(ax, "direction")
    assert caret.get_marker() == CARETLEFTBASE
    assert xs(caret) == [0]
    assert "decreases; no interval printed" in texts(ax)
    assert "1 up and 1 down" in texts(ax)
    assert diamonds(ax) == []


def test_a_caret_follows_an_axis_that_rises_as_the_outcome_falls() -> None:
    ratio = result("a-2000#x", effect(1, 0.5, measure="RR", scale="log"), unit="")
    turned = replace(ratio, effect=replace(ratio.effect, reversed=True, direction="decreases"))
    left_out = result("b-2001#y", direction="decreases", why_not="second-hand")
    ax = forest(body(graded([turned, left_out])))
    (caret,) = marked(ax, "direction")
    assert caret.get_marker() == CARETRIGHTBASE
    assert "rising as the outcome falls" in ax.get_xlabel()


def test_effects_on_two_scales_share_no_axis() -> None:
    cm = result("b-2001#y", effect(2, 1), unit="cm")
    ax = forest(body(graded([TWO[0], cm])))
    assert intervals(ax) == []
    assert list(ax.get_xticks()) == []
    assert [mark.get_marker() for mark in marked(ax, "direction")] == [CARETRIGHTBASE] * 2
    assert "MD 2.0 (95% CI 1.0 to 3.0)\ncm" in texts(ax)


@pytest.mark.parametrize("direction", ["unclear", "not in what was read"])
def test_an_unknown_direction_has_no_mark(direction: str) -> None:
    ax = forest(body(graded([result("a-2000#x", direction=direction)])))
    assert marked(ax, "direction") == []
    assert f"direction {direction}" in texts(ax)


def test_every_direction_that_a_record_can_tell_has_a_mark() -> None:
    assert set(_DIRECTIONS) == set(DIRECTIONS) == set(get_args(Direction)) - {"unclear"}


def test_no_difference_is_a_hollow_mark() -> None:
    ax = forest(body(graded([result("a-2000#x", direction="no difference")])))
    (mark,) = marked(ax, "direction")
    assert (mark.get_markerfacecolor(), mark.get_markeredgecolor()) == ("white", CATEGORIES[0])


def test_ratio_axis_is_logarithmic_with_plain_numbers() -> None:
    ratios = [effect(math.log(x), math.log(3), measure="RR", scale="log") for x in (1, 1.2, 2)]
    found = [result(f"s{i}-2000#x", ratio, unit="") for i, ratio in enumerate(ratios)]
    ax = forest(body(graded(found)))
    figure_of(ax).draw_without_rendering()
    assert ax.get_xscale() == "log"
    assert intervals(ax)[2] == [pytest.approx(2 / 3), pytest.approx(6)]
    low, high = ax.get_xlim()
    ticks = zip(ax.get_xticks(), ax.get_xticklabels(), strict=True)
    shown = {float(x): label.get_text() for x, label in ticks if low <= x <= high}
    assert len(shown) >= 3
    assert [float(text) for text in shown.values()] == pytest.approx(list(shown))
    assert ax.get_xlabel() == "hair thickness: risk ratio (logarithmic axis)"


def test_a_body_without_results_says_so() -> None:
    ax = forest(body(graded([], certainty="none", begin=None)))
    assert texts(ax) == ["No result in this base answers the question."]
    assert ax.get_title(loc="left") == "thickness: nothing counts"


@pytest.mark.parametrize("name", BODIES)
def test_every_body_of_the_review_is_drawn_whole(review: Graded, name: str) -> None:
    graded_body = review.bodies[name]
    ax = forest(graded_body)
    rows = [label.get_text() for label in ax.get_yticklabels()]
    written = " ".join(texts(ax)).replace("\n", " ")
    for found in graded_body.main.results:
        assert any(row.startswith(f"{found.effect.study}, n") for row in rows)
        assert found.why_not is None or f"left out: {found.why_not}" in written
