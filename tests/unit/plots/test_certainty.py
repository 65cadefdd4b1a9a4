from __future__ import annotations

import matplotlib.pyplot as plt
import pytest
from matplotlib.axes import Axes

from reviewkit.certainty import CERTAINTY
from reviewkit.errors import NotEstimable
from reviewkit.plots import certainty
from reviewkit.plots.theme import CATEGORIES
from reviewkit.review import Graded
from tests.unit.plots.making import (
    HIGH,
    body,
    domain,
    effect,
    figure_of,
    graded,
    judgement,
    marked,
    result,
    texts,
    xs,
    ys,
)

ONE = [result("a-2000#x", effect(1, 2))]


def levels(ax: Axes) -> dict[str, float]:
    """Return where the walk stands after each step."""
    names = [label.get_text() for label in ax.get_yticklabels()]
    return {name: xs(marked(ax, name)[0])[0] for name in names}


def floors(ax: Axes) -> list[object]:
    return [patch for patch in ax.patches if patch.get_gid() == "floor"]


def test_the_walk_goes_down_by_each_domain() -> None:
    domains = [domain("risk-of-bias", 1), domain("indirectness", 0), domain("imprecision", 1)]
    ax = certainty(body(graded(ONE, begin=HIGH, domains=domains, certainty="low")))
    assert levels(ax) == {
        "start": 3,
        "risk of bias": 2,
        "indirectness": 2,
        "imprecision": 1,
        "certainty": 1,
    }
    (walk,) = marked(ax, "walk")
    assert xs(walk) == [3, 3, 2, 2, 2, 2, 1, 1, 1]
    assert ys(walk) == [0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert floors(ax) == []


def test_what_lies_below_the_scale_is_shaded_and_ends_on_the_lowest() -> None:
    ax = certainty(body(graded(ONE, domains=[domain("imprecision", 2)])))
    assert levels(ax) == {"start": 0, "imprecision": -2, "certainty": 0}
    assert len(floors(ax)) == 1
    assert "below the scale" in texts(ax)


def test_a_judgement_takes_the_place_of_the_proposal_and_both_are_told() -> None:
    ax = certainty(body(graded(ONE, begin=HIGH, domains=[domain("imprecision", 0, judged=2)])))
    assert levels(ax)["imprecision"] == 1
    told = next(text for text in texts(ax) if text.startswith("−2"))
    assert (
        told == "−2: very serious (the rule proposed not serious)\na judge has reasons of their own"
    )
    (mark,) = marked(ax, "imprecision")
    assert mark.get_markerfacecolor() == CATEGORIES[0]


def test_a_suspended_judgement_gives_way_to_the_rule() -> None:
    suspended = domain("imprecision", 1, judged=2, suspended=True)
    ax = certainty(body(graded(ONE, begin=HIGH, domains=[suspended], certainty="moderate")))
    assert levels(ax)["imprecision"] == 2
    assert "−1: serious (a judgement on other facts is suspended)\na rule's path" in texts(ax)
    (mark,) = marked(ax, "imprecision")
    assert mark.get_markerfacecolor() == "white"


def test_the_step_back_can_end_elsewhere_than_the_sum() -> None:
    overall = judgement(word="low", proposal="very low")
    domains = [domain("imprecision", 3)]
    ax = certainty(body(graded(ONE, begin=HIGH, domains=domains, certainty="low", overall=overall)))
    assert levels(ax) == {"start": 3, "imprecision": 0, "certainty": 1}
    assert texts(ax)[-1] == "low\na judge has reasons of their own"


def test_a_provisional_body_says_why_it_is_held() -> None:
    ax = certainty(
        body(graded(ONE, begin=HIGH, domains=[domain("imprecision", 0)], certainty="moderate"))
    )
    assert "held at moderate: known mainly from abstracts" in texts(ax)[-1].replace("\n", " ")


def test_the_axis_is_grades_scale() -> None:
    ax = certainty(body(graded(ONE, domains=[domain("imprecision", 0)])))
    assert [label.get_text().replace("\n", " ") for label in ax.get_xticklabels()] == list(
        CERTAINTY
    )


@pytest.mark.parametrize("word", ["none", "not graded"])
def test_what_is_not_graded_has_no_ladder(word: str) -> None:
    with pytest.raises(NotEstimable, match=f"it is {word}"):
        certainty(body(graded([], begin=None, certainty=word)))


def test_every_graded_body_of_the_review_ends_on_its_certainty(review: Graded) -> None:
    graded_bodies = [found for found in review.bodies.values() if found.main.certainty in CERTAINTY]
    assert graded_bodies
    for found in graded_bodies:
        ax = certainty(found)
        assert levels(ax)["certainty"] == CERTAINTY.index(found.main.certainty)
        plt.close(figure_of(ax))
