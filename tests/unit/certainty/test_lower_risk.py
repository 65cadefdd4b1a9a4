"""Studies at lower risk of bias alone, where they differ from those at high risk."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit.certainty import BodyGrade
from tests.unit.builder import Folder

HIGH = "appraisal: {overall: high}"
#: Mean minutes to fall asleep after a bath and without, so that an effect is their difference.
FAR, NEAR = "18.0", "27.0"


def mean(after: str, *, n: str = "200") -> str:
    groups = f"{{bath: {{n: '{n}', after: {{mean: '{after}'}}}}, none: {{n: '{n}'}}}}"
    arms = f"{{bath: {{n: '{n}'}}, none: {{n: '{n}'}}}}"
    whole = str(2 * int(n))
    return (
        f"{{population: {{n: {{analysed: '{whole}'}}}}, arms: {arms}, "
        f"results: {{onset: {{groups: {groups}}}}}}}"
    )


def graded(folder: Folder, *names: str) -> BodyGrade:
    uses = ", ".join(f"{{result: {name}#onset}}" for name in names)
    folder.body("onset", f"uses: [{uses}]")
    return folder.grade().bodies["onset"].main


def test_lower_risk_that_differs_stands_alone(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.study("alpha", mean(NEAR)).study("beta", mean(FAR), HIGH)
    found = graded(folder, "alpha", "beta")
    assert [result.effect.study for result in found.counted] == ["alpha"]
    assert found.synthesis.kind == "single"
    why = found.results[1].why_not
    assert why is not None
    assert why.startswith("not known to be at lower risk of bias")
    bias = found.domains[0].proposal
    assert bias.down == 0
    assert "they alone count" in "; ".join(bias.path)
    assert "50% of the weight" in bias.path[0]


def test_lower_risk_that_agrees_is_pooled_with_the_rest(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.study("alpha", mean(NEAR)).study("beta", mean(NEAR), HIGH)
    found = graded(folder, "alpha", "beta")
    assert len(found.counted) == 2
    assert "they alone count" not in "; ".join(found.domains[0].proposal.path)


def test_high_risk_that_dominates_is_rated_down_and_not_left_out(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.study("alpha", mean(NEAR, n="40")).study("beta", mean(FAR, n="40"), HIGH)
    folder.study("gamma", mean(FAR, n="40"), HIGH)
    found = graded(folder, "alpha", "beta", "gamma")
    assert len(found.counted) == 3
    assert found.domains[0].proposal.down == 1


ITEMS = {
    "blind": "'2.1': {answer: N, why: w, at: paper}, '2.2': {answer: N, why: w, at: paper}",
    "rest": (
        "'1.1': {answer: Y, why: w, at: paper}, '1.2': {answer: Y, why: w, at: paper}, "
        "'1.3': {answer: N, why: w, at: paper}, '2.6': {answer: Y, why: w, at: paper}, "
        "'3.1': {answer: Y, why: w, at: paper}, '4.1': {answer: N, why: w, at: paper}, "
        "'4.2': {answer: N, why: w, at: paper}, '4.3': {answer: N, why: w, at: paper}, "
        "'5.1': {answer: Y, why: w, at: paper}, '5.3': {answer: N, why: w, at: paper}"
    ),
}


@pytest.mark.parametrize(
    ("chosen", "down", "said"),
    [
        ("{answer: N, why: w, at: paper}", 0, "carry 0% of the weight"),
        ("{answer: 'Y', why: w, at: paper}", 1, "they dominate"),
        ("not in what was read", 0, "carry 0% of the weight"),
    ],
)
def test_a_body_takes_the_risk_of_the_items(
    tmp_path: Path, chosen: str, down: int, said: str
) -> None:
    items = f"{ITEMS['blind']}, {ITEMS['rest']}, '5.2': {chosen}"
    appraisals = (
        "appraisals: {one: {of: [onset], instrument: rob-2, by: project, on: 2020-01-02, "
        f"read: [paper], items: {{{items}}}}}}}"
    )
    folder = Folder(tmp_path).study("alpha", mean(NEAR), appraisals, "appraisal: (left out)")
    found = graded(folder, "alpha")
    bias = found.domains[0].proposal
    assert bias.down == down
    assert said in "; ".join(bias.path)
    assert "as a whole" not in "; ".join(bias.path)
