from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from matplotlib.axes import Axes

from reviewkit.certainty import CERTAINTY, Counted
from reviewkit.plots import bodies
from reviewkit.plots.bodies import COLUMNS, DIRECTIONS, direction_of
from reviewkit.plots.labels import words
from reviewkit.review import Graded
from tests.unit.builder import Folder
from tests.unit.plots.making import body, graded, marked, result, xs, ys

UP, DOWN, FLAT = (
    result("a-2000#x", direction="increases"),
    result("b-2000#x", direction="decreases"),
    result("c-2000#x", direction="no difference"),
)


def columns_of(ax: Axes) -> list[float]:
    """Return where each column ends: the rules between them, and the edge."""
    rules = [xs(line)[0] for line in ax.lines if len(xs(line)) == 2 and len(set(xs(line))) == 1]
    return [*sorted(rules), ax.get_xlim()[1]]


def test_every_body_stands_in_the_row_of_its_outcome_and_the_column_of_its_certainty(
    review: Graded,
) -> None:
    ax = bodies(review)
    names = [label.get_text() for label in ax.get_yticklabels()]
    ends = columns_of(ax)
    assert len(ends) == len(COLUMNS)
    for name, found in review.bodies.items():
        (mark,) = marked(ax, name)
        column = next(i for i, end in enumerate(ends) if xs(mark)[0] < end)
        assert names[round(ys(mark)[0])] == words(found.main.body.question.outcome)
        assert list(COLUMNS)[column] == found.main.certainty


def test_no_two_bodies_share_a_place(review: Graded) -> None:
    ax = bodies(review)
    places = [(xs(mark)[0], ys(mark)[0]) for name in review.bodies for mark in marked(ax, name)]
    assert len(set(places)) == len(places) == len(review.bodies)


def test_direct_evidence_is_filled_and_indirect_is_hollow(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha")
    folder.body("near", "uses: [{result: alpha#onset}]")
    folder.body("far", "{uses: [{result: alpha#onset}], directness: indirect}")
    ax = bodies(folder.grade())
    (near,), (far,) = marked(ax, "near"), marked(ax, "far")
    assert far.get_markerfacecolor() == "white"
    assert near.get_markerfacecolor() == near.get_markeredgecolor()
    assert near.get_marker() == far.get_marker() == DIRECTIONS["down"][1]


@pytest.mark.parametrize(
    ("results", "direction"),
    [
        ([UP], "up"),
        ([DOWN], "down"),
        ([UP, DOWN], "some"),
        ([DOWN, FLAT], "some"),
        ([FLAT], "neither"),
        ([], "nothing"),
        ([result("d-2000#x", direction="increases", why_not="second-hand")], "nothing"),
    ],
)
def test_the_direction_is_that_of_all_that_counts(results: list[Counted], direction: str) -> None:
    found = body(graded(results, begin=None))
    assert direction_of(found.main) == direction


def test_outcomes_of_one_kind_stand_together(review: Graded) -> None:
    ax = bodies(review)
    outcomes = {words(name): o.about for name, o in review.evidence.review.outcomes.items()}
    about = [outcomes[label.get_text()] for label in ax.get_yticklabels()]
    changes = sum(first != second for first, second in pairwise(about))
    assert changes == len(set(about)) - 1


def test_columns_rise_with_certainty() -> None:
    assert tuple(COLUMNS)[2:] == CERTAINTY


def test_the_legend_tells_what_is_drawn_and_no_more(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha").body("one", "uses: [{result: alpha#onset}]")
    legend = bodies(folder.grade()).get_legend()
    assert legend is not None
    told = [text.get_text() for text in legend.get_texts()]
    assert told == ["all go down", "hollow: indirect evidence"]
