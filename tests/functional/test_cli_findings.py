"""``export findings``: a table in the format that the file's ending names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional.commands import copy_of_small, run


@pytest.mark.parametrize("ending", ["html", "md", "csv", "docx"])
def test_each_format_is_written(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"findings.{ending}"
    found = run("export", "findings", file)
    assert found.exit_code == 0
    assert found.stdout == f"{file}: written\n"
    content = file.read_bytes()
    assert (
        content.startswith(b"PK") if ending == "docx" else "certainty" in content.decode().lower()
    )


def test_one_body_alone_as_a_profile(tmp_path: Path) -> None:
    file = tmp_path / "profile.csv"
    run("export", "findings", file, "--profile", "--body", "reaction-nap")
    head, row = file.read_text(encoding="utf-8").splitlines()
    assert "Risk of bias" in head
    assert row.startswith("reaction-nap,")


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "findings.md"
    file.write_text("mine", encoding="utf-8")
    found = run("export", "findings", file)
    assert found.exit_code == 2
    assert "is there already" in found.stderr
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("export", "findings", file, "--force").exit_code == 0


def test_an_unknown_ending_and_an_unknown_body(tmp_path: Path) -> None:
    found = run("export", "findings", tmp_path / "findings.pdf")
    assert found.exit_code == 2
    assert "ends in none of .html, .md, .csv or .docx" in found.stderr
    found = run("export", "findings", tmp_path / "findings.md", "--body", "reaction-naps")
    assert found.exit_code == 2
    assert 'did you mean "reaction-nap"?' in found.stderr


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    found = run("export", "findings", tmp_path / "nowhere" / "findings.md")
    assert found.exit_code == 2
    assert "cannot write to" in found.stderr


def test_of_several_reviews_one_is_to_be_chosen(tmp_path: Path) -> None:
    for name in ("one", "two"):
        copy_of_small(tmp_path / name)
    for name in ("one", "two"):
        (tmp_path / name / "small-review").rename(tmp_path / f"review-{name}")
    found = run("export", "findings", tmp_path / "findings.md", evidence=tmp_path)
    assert found.exit_code == 2
    assert "there are 2 reviews: choose review-one or review-two" in found.stderr
