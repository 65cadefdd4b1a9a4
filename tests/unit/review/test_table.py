"""The multiverse of a body as a table: the main analysis marked, each specification told."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit.review import beyond, table
from tests.unit.builder import Folder
from tests.unit.review.test_readings import CROSSOVER, ONE_CORRELATION, SPREAD, claim, trials

MID = """
outcomes: {onset: {mid: {value: "%s", unit: minutes, source: a test, basis: convention}}}
"""


def test_each_specification_is_a_row_the_main_one_first_and_marked(tmp_path: Path) -> None:
    folder = Folder(tmp_path).review(ONE_CORRELATION)
    graded = claim(folder.study("alpha", CROSSOVER, onset=SPREAD), 2)
    frame = graded.multiverse("onset")
    assert list(frame["main"]) == [True, False]
    assert list(frame["alpha/spread"]) == ["se", "sd"]
    # As SE the change of 5 with SE 3 crosses no difference, as SD with SE 0.75 it does not.
    assert list(frame["threshold"]) == ["crosses", "beyond"]
    assert list(frame["certainty"]) == ["moderate", "low"]
    assert list(frame["estimate"]) == [-5.0, -5.0]
    assert frame["upper"][0] > 0 > frame["upper"][1]
    assert set(frame["claim"]) == {"sooner"}
    assert set(frame["turns_on"]) == {"alpha/spread"}
    assert (graded.claims["sooner"].ruling.verdict, *frame["verdict"]) == ("overstated",) * 3


@pytest.mark.parametrize(
    ("mid", "side"), [("1", "beyond"), ("4", "crosses"), ("12", "crosses"), ("20", "within")]
)
def test_the_side_of_a_minimal_important_difference(tmp_path: Path, mid: str, side: str) -> None:
    """A difference of 10 minutes with a standard error of √10: from about 4 to 16."""
    folder = Folder(tmp_path).study("alpha").review(MID % mid)
    folder.body("onset", "uses: [{result: alpha#onset}]", "threshold: {target: mid}")
    assert beyond(folder.grade().bodies["onset"].main) == side


def test_without_an_interval_there_is_no_side(tmp_path: Path) -> None:
    silent = "groups: {bath: {after: (left out)}, none: {after: (left out)}}"
    folder = Folder(tmp_path).study("alpha", onset=silent)
    folder.body("onset", "uses: [{result: alpha#onset}]")
    assert beyond(folder.grade().bodies["onset"].main) == "no interval"


def test_a_body_on_which_no_claim_rests_has_rows_without_a_verdict(tmp_path: Path) -> None:
    folder = trials(Folder(tmp_path), "19", "27", "33")
    folder.review("analysis: {estimator: {main: REML, alternatives: [PM, DL, EB], why: a test}}")
    folder.body("onset", "uses: [{result: alpha#onset}, {result: beta#onset}]")
    columns = table(folder.grade(), "onset")
    assert [taken["estimator"] for taken in columns["options"]] == ["REML", "PM", "DL", "EB"]
    assert columns["claim"] == columns["says"] == columns["verdict"] == [None] * 4


def test_a_verdict_is_told_with_what_stands_beside_as_in_the_main_analysis(tmp_path: Path) -> None:
    folder = Folder(tmp_path).review(ONE_CORRELATION).study("alpha", CROSSOVER, onset=SPREAD)
    folder.study("beta", CROSSOVER, onset=SPREAD)
    folder.body("onset", "uses: [{result: alpha#onset}]")
    folder.body("other", "uses: [{result: beta#onset}]")
    folder.claim("sooner", "body: onset", "beside: [{body: other, why: another trial}]")
    graded = folder.grade()
    assert len(graded.claims["sooner"].multiverse.specifications) == 4
    columns = table(graded, "onset")
    assert columns["certainty"] == ["moderate", "low"]
    by_spread = {
        spec["alpha/spread"]: outcome
        for spec, outcome in zip(
            graded.claims["sooner"].multiverse.specifications,
            graded.claims["sooner"].outcomes,
            strict=True,
        )
        if spec["beta/spread"] == "se"
    }
    assert columns["verdict"] == [by_spread[spread].verdict for spread in ("se", "sd")]
