from __future__ import annotations

import pytest
from matplotlib.collections import PathCollection

from reviewkit.errors import UnknownName
from reviewkit.plots import claims
from reviewkit.plots.claims import COLUMNS, MARKS
from reviewkit.review import Graded
from tests.unit.plots.making import points, texts

NAMES = [name.replace("\n", " ") for name in COLUMNS]


def test_each_claim_stands_in_the_column_of_its_certainty(review: Graded) -> None:
    ax = claims(review)
    (marks,) = [found for found in ax.collections if isinstance(found, PathCollection)]
    rows = [label.get_text() for label in ax.get_yticklabels()]
    drawn = {rows[round(y)]: NAMES[round(x)] for x, y in points(marks)}
    other = {None: "not graded", "none": "no direct evidence"}
    assert drawn == {
        name: other.get(claim.certainty, claim.certainty) for name, claim in review.claims.items()
    }


def test_the_verdict_stands_beside_each_claim(review: Graded) -> None:
    written = texts(claims(review))[1:]
    assert written == [claim.ruling.shown for claim in review.claims.values()]


def test_only_some_claims_are_drawn_on_request(review: Graded) -> None:
    ax = claims(review, only=["serotonin-increase", "cortisol-reduction"])
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert names == ["cortisol-reduction", "serotonin-increase"]
    assert texts(ax)[1:] == [review.claims[name].ruling.shown for name in names]


def test_a_claim_that_is_not_there_is_not_passed_over(review: Graded) -> None:
    with pytest.raises(UnknownName, match="cortisol-reduction"):
        claims(review, only=["cortisol-reductoin"])


def test_the_legend_tells_what_is_drawn_and_no_more(review: Graded) -> None:
    legend = claims(review).get_legend()
    assert legend is not None
    told = {text.get_text() for text in legend.get_texts()}
    assert told == {claim.says or "not graded" for claim in review.claims.values()}
    assert told <= set(MARKS)


def test_every_mark_has_its_own_shape() -> None:
    shapes = [shape for shape, _ in MARKS.values()]
    assert len(set(shapes)) == len(shapes)


def test_columns_rise_with_certainty() -> None:
    assert NAMES.index("very low") < NAMES.index("low") < NAMES.index("high")


@pytest.mark.parametrize("says", ["favours", "against", "mixed", "little to no difference"])
def test_whatever_evidence_can_say_has_a_mark(says: str) -> None:
    assert says in MARKS
