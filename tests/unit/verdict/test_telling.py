"""A body told in a sentence: studies, people, contrast, effect, certainty."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit.verdict import estimate_of, finding_of, studies_of, tell
from tests.unit.builder import Folder

NO_NUMBERS = "groups: {bath: {after: (left out)}, none: {after: (left out)}}"


def told(folder: Folder, *studies: str) -> dict[str, str]:
    uses = ", ".join(f"{{result: {study}#onset}}" for study in studies)
    graded = folder.body("onset", f"uses: [{uses}]").grade()
    evidence, grade = graded.evidence, graded.bodies["onset"].main
    return {
        "studies": studies_of(evidence, grade),
        "finding": finding_of(evidence, grade) if grade.counted else "",
        "estimate": estimate_of(grade),
        "all": tell(evidence, grade),
    }


def test_one_study_with_an_interval(tmp_path: Path) -> None:
    found = told(Folder(tmp_path).study("alpha"), "alpha")
    assert found["studies"] == "1 study of 40 people, comparing groups"
    assert found["finding"] == f"time to fall asleep: {found['estimate']}"
    assert "−10.0 minutes (95% CI −16.4 to −3.6)" in found["estimate"]
    assert (
        found["all"]
        == f"1 study of 40 people, comparing groups; {found['finding']} (low certainty)."
    )


def test_a_ratio_is_told_as_a_ratio(tmp_path: Path) -> None:
    events = (
        "unit: (left out)\ngroups: {bath: {after: (left out), events: '4', total: '20'}, "
        "none: {after: (left out), events: '10', total: '20'}}"
    )
    found = told(Folder(tmp_path).study("alpha", onset=events), "alpha")
    assert "0.40 (95% CI 0.15 to 1.07)" in found["estimate"]


@pytest.mark.parametrize(
    ("direction", "words"),
    [
        ("increases", "an increase"),
        ("decreases", "a decrease"),
        ("no difference", "no difference detected"),
        ("changes", "a change"),
        ("unclear", "no clear direction"),
    ],
)
def test_one_study_without_an_interval(tmp_path: Path, direction: str, words: str) -> None:
    folder = Folder(tmp_path).study("alpha", onset=f"{NO_NUMBERS}\ndirection: {direction}")
    found = told(folder, "alpha")
    assert found["finding"] == f"time to fall asleep: {words}, no interval printed"
    assert found["estimate"] == "no estimate"


def test_studies_counted_by_direction(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for name, direction in (("a", "decreases"), ("b", "decreases"), ("c", "no difference")):
        folder.study(name, onset=f"{NO_NUMBERS}\ndirection: {direction}")
    found = told(folder, "a", "b", "c")
    assert found["finding"] == (
        "time to fall asleep: 2 studies down and 1 study without a direction "
        "(none detected, or none given)"
    )
    assert found["studies"] == "3 studies of 120 people, comparing groups"


def test_what_was_seen_in_cells_says_so(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", onset=f"setting: cells\n{NO_NUMBERS}")
    found = told(folder, "alpha")
    assert found["studies"] == "1 study in cells, comparing groups"
    assert found["all"].endswith("(evidence of mechanism only).")


def test_what_is_known_from_an_abstract_is_provisional(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", "read: {paper: {access: abstract}}")
    assert told(folder, "alpha")["all"].endswith("certainty, provisional).")


def test_nothing_found(tmp_path: Path) -> None:
    found = told(Folder(tmp_path))
    assert found["all"] == "No study in this base measured time to fall asleep after a warm bath."


def test_nothing_that_counts(tmp_path: Path) -> None:
    found = told(Folder(tmp_path).study("alpha", onset="at: retold"), "alpha")
    assert found["all"] == (
        "Nothing that counts was found of time to fall asleep after a warm bath: "
        "alpha#onset (decreases; seen only in a secondary source)."
    )
