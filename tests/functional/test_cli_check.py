"""``reviewkit check`` on an invented text: what it says, what it prints, how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reviewkit.cli import main
from tests.project.tree import ROOT

REVIEW = str(ROOT / "evidence" / "head-massage")
TEXT = (
    "Scalp massage at home\n\n"
    "Scalp massage makes your hair thicker. Our shop opens at nine. "
    "Does scalp massage lower cortisol? Scalp massage is relaxing.\n"
)
FIELDS = {"line", "column", "start", "end", "place", "sentence", "stance", "links", "numbers",
          "problems", "verdict", "certainty", "severity", "reason", "suggestion", "end_line",
          "end_column", "ignored"}  # fmt: skip


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--evidence", REVIEW, *arguments])


def findings(draft: Path) -> dict[str, dict[str, Any]]:
    (file,) = json.loads(run(str(draft), "--format", "json").stdout)
    assert file["file"] == str(draft)
    return {finding["sentence"]: finding for finding in file["findings"]}


def test_each_claim_has_its_verdict_and_place(draft: Path) -> None:
    found = findings(draft)
    thicker = found["Scalp massage makes your hair thicker."]
    assert set(thicker) == FIELDS
    assert [link["claim"] for link in thicker["links"]] == ["hair-thickness-increase"]
    assert (thicker["verdict"], thicker["severity"]) == ("overstated", "warning")
    assert thicker["certainty"] == "very low"
    assert TEXT[thicker["start"] : thicker["end"]] == thicker["sentence"]
    assert thicker["suggestion"].startswith("Scalp massage may make your hair thicker, but ")
    assert found["Scalp massage is relaxing."]["severity"] == "none"


def test_what_claims_nothing_is_not_listed(draft: Path) -> None:
    assert "Our shop opens at nine." not in findings(draft)


def test_a_question_asserts_nothing(draft: Path) -> None:
    asked = findings(draft)["Does scalp massage lower cortisol?"]
    assert (asked["stance"], asked["severity"]) == ("asks", "none")


def test_exit_code_follows_fail_on(draft: Path) -> None:
    assert run(str(draft)).exit_code == 0
    assert run(str(draft), "--fail-on", "warning").exit_code == 1
    assert run(str(draft), "--fail-on", "never").exit_code == 0


def test_a_file_that_cannot_be_read_stops_no_other(draft: Path) -> None:
    broken = draft.with_name("broken.docx")
    broken.write_bytes(b"no archive")
    result = run(str(broken), str(draft))
    assert result.exit_code == 2
    assert "broken.docx" in result.stderr
    assert "hair-thickness-increase" in result.stdout


BOTH = (
    "Two subjects\n\nScalp massage makes your hair thicker. BCG vaccination halves the risk of "
    "tuberculosis. It is the shop of nobody.\n"
)


def check_all(path: Path) -> list[dict[str, Any]]:
    """Check against every review of this repository."""
    arguments = ["check", str(path), "--evidence", str(ROOT / "evidence"), "--format", "json"]
    (file,) = json.loads(CliRunner().invoke(main, arguments).stdout)
    found: list[dict[str, Any]] = file["findings"]
    return found


def test_a_text_is_held_against_each_of_several_reviews(tmp_path: Path) -> None:
    path = tmp_path / "both.txt"
    path.write_text(BOTH, encoding="utf-8")
    found = check_all(path)
    assert [[link["claim"] for link in finding["links"]] for finding in found] == [
        ["hair-thickness-increase"],
        ["halves-tuberculosis"],
    ]
    assert [set(finding) for finding in found] == [FIELDS, FIELDS]


def test_a_text_on_one_subject_is_told_the_same_by_one_review_and_by_all(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    (alone,) = json.loads(run(str(path), "--format", "json").stdout)
    assert check_all(path) == alone["findings"]
