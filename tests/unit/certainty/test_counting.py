"""Which results of a body count, and why the others do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.builder import Folder

WITHIN = """
contrast: within-arm
versus: (left out)
groups: (left out)
before: {mean: "30.0", sd: "10.0"}
after: {mean: "20.0", sd: "10.0"}
"""


def why_not(folder: Folder, *uses: str) -> dict[str, str | None]:
    """Return why each result does not count, by study."""
    listed = ", ".join(f"{{result: {use}#onset}}" for use in uses)
    grade = folder.body("onset", f"uses: [{listed}]").grade().bodies["onset"].main
    assert [r.use.result for r in grade.counted] == [
        r.use.result for r in grade.results if r.why_not is None
    ]
    return {result.effect.study: result.why_not for result in grade.results}


def test_what_is_seen_only_second_hand_never_counts(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", onset="at: retold").study("beta")
    assert why_not(folder, "alpha", "beta") == {
        "alpha": "seen only in a secondary source",
        "beta": None,
    }


def test_a_body_of_second_hand_results_alone_has_no_direct_evidence(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", onset=f"{WITHIN}\nat: retold")
    folder.body("onset", "uses: [{result: alpha#onset}]")
    graded = folder.claim("sooner", "body: onset").grade()
    claim, grade = graded.claims["sooner"], graded.bodies["onset"].main
    assert (claim.says, claim.certainty) == ("no direct evidence", "none")
    assert claim.ruling.verdict == "no direct evidence"
    # It is shown all the same, as the main analysis reads it.
    (result,) = grade.results
    assert result.effect.effect is not None
    assert (
        "correlation r = 0.5 between before and after assumed" in result.effect.effect.assumptions
    )


@pytest.mark.parametrize("kind", ["correction", "expression of concern"])
def test_a_retracted_study_is_left_out_and_a_corrected_one_is_not(
    tmp_path: Path, kind: str
) -> None:
    notice = "notices: [{{kind: {}, text: a notice, at: paper}}]"
    folder = Folder(tmp_path).study("alpha", notice.format("retraction"))
    folder.study("beta", notice.format(kind))
    assert why_not(folder, "alpha", "beta") == {
        "alpha": "the study has been retracted",
        "beta": None,
    }


def test_an_opinion_is_recorded_and_never_graded(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", "design: {type: opinion, allocation: not sought}")
    assert why_not(folder, "alpha") == {"alpha": "an expert's opinion: recorded, never graded"}


def test_a_contrast_that_starts_lower_is_left_out(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", onset=WITHIN).study("beta")
    folder.study("gamma", "design: {allocation: not randomised}")
    assert why_not(folder, "alpha", "beta", "gamma") == {
        "alpha": "one group, before and after, with nothing to compare: "
        "the body holds contrasts that start higher",
        "beta": None,
        "gamma": "groups compared, not randomised: the body holds contrasts that start higher",
    }


def test_cells_are_left_out_of_a_body_of_people(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", onset="setting: cells").study("beta", onset=WITHIN)
    found = why_not(folder, "alpha", "beta")
    assert found["beta"] is None
    assert str(found["alpha"]).startswith("measured in cells: evidence of mechanism only")


def test_what_does_not_count_does_not_raise_the_start(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", onset="at: retold").study("beta", onset=WITHIN)
    assert why_not(folder, "alpha", "beta")["beta"] is None


@pytest.mark.parametrize(
    ("alpha", "beta"),
    [
        ("same-people-as: [beta]", "{}"),
        ("{}", "same-people-as: [alpha]"),
        ("same-people-as: [beta]", "same-people-as: [alpha]"),
    ],
)
def test_the_same_people_are_counted_once_whichever_study_says_so(
    tmp_path: Path, alpha: str, beta: str
) -> None:
    folder = Folder(tmp_path).study("alpha", alpha).study("beta", beta).study("gamma")
    assert why_not(folder, "alpha", "beta", "gamma") == {
        "alpha": None,
        "beta": "the same people as alpha#onset, counted once (the first listed)",
        "gamma": None,
    }


def test_two_results_of_one_study_are_the_same_people(tmp_path: Path) -> None:
    second = "results: {later: {outcome: onset, contrast: between-arms, arm: bath, versus: none, "
    folder = Folder(tmp_path).study(
        "alpha", f"{second}time: 8 weeks, direction: decreases, at: paper}}}}"
    )
    folder.body("onset", "uses: [{result: alpha#later}, {result: alpha#onset}]")
    first, other = folder.grade().bodies["onset"].main.results
    assert first.why_not is None
    assert other.why_not == "the same people as alpha#later, counted once (the first listed)"


def test_a_result_that_says_nothing_is_left_out(tmp_path: Path) -> None:
    no_number = "groups: (left out)\ndirection: not in what was read\np: '.03'"
    folder = Folder(tmp_path).study("alpha", onset=no_number)
    assert why_not(folder, "alpha") == {"alpha": "its direction is not in what was read"}


def test_a_direction_that_the_numbers_give_is_known(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", onset="direction: not in what was read")
    folder.study("beta", onset=f"{WITHIN}\ndirection: not in what was read")
    assert why_not(folder, "alpha") == {"alpha": None}
    assert why_not(folder, "beta") == {"beta": None}


@pytest.mark.parametrize(
    ("time", "starts"),
    [
        ("immediate", "low"),
        ("10 minutes", "low"),
        ("about 5 to 10 minutes", "low"),
        ("2 hours", "very low"),
        ("4 weeks", "very low"),
        ("not stated", "very low"),
    ],
)
def test_immediate_is_within_minutes_and_of_a_stable_outcome(
    tmp_path: Path, time: str, starts: str
) -> None:
    stable = f"{WITHIN}\noutcome: warmth\nunit: °C\ntime: {time}"
    folder = Folder(tmp_path).study("alpha", onset=stable)
    folder.body("warm", "{question: {outcome: warmth}, uses: [{result: alpha#onset}]}")
    assert folder.grade().bodies["warm"].main.results[0].start.certainty == starts
    folder.study("alpha", onset=f"{WITHIN}\ntime: {time}")
    folder.body("warm", "{question: {outcome: onset}, uses: [{result: alpha#onset}]}")
    assert folder.grade().bodies["warm"].main.results[0].start.certainty == "very low"
