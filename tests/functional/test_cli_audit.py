"""`reviewkit audit`: what it prints, its exit codes, text from a file and from a pipe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewkit.cli import main
from tests.project.tree import ROOT

REVIEW = str(ROOT / "evidence" / "head-massage")
TEXT = "It rose,\nt(28) = 2.20, p = .03, and F(2, 57) = 3.12, p < .05.\nz = 2.1, p = .036.\n"


def run(*arguments: str, piped: str | bytes = "") -> tuple[int, str]:
    result = CliRunner().invoke(main, ["audit", *arguments], input=piped)
    return result.exit_code, result.output


def test_records_are_audited() -> None:
    code, output = run("--evidence", REVIEW)
    assert code == 1
    assert "warning A101 results.stable-or-regrown.percent" in output
    assert "english-barazesh-2019.yaml:" in output
    assert "accuses nobody; no grade rests on it" in output
    assert "tests of printed numbers" in output


def test_findings_have_the_shape_of_all_others() -> None:
    code, output = run("--evidence", REVIEW, "--format", "json")
    rows = json.loads(output)
    assert code == 1
    assert {row["severity"] for row in rows} == {"warning", "hint"}
    assert all(row["path"].endswith(".yaml") and row["line"] > 1 for row in rows)
    assert all(row["found"] and row["expected"] and row["fix"] for row in rows)


@pytest.mark.parametrize("piped", [True, False])
def test_text_is_audited_at_its_place(piped: bool, tmp_path: Path) -> None:
    path = tmp_path / "results.txt"
    path.write_text(TEXT, encoding="utf-8")
    code, output = run("--text", "-" if piped else str(path), piped=TEXT if piped else "")
    name = "<stdin>" if piped else str(path)
    assert code == 1
    assert f"{name}:2:1: warning A201" in output
    assert f"{name}:2:28: warning A202" in output
    assert f"{name}: 3 tests of printed numbers: 2 do not fit" in output


def test_text_that_fits_and_text_without_statistics() -> None:
    assert run("--text", "-", piped="z = 2.1, p = .036")[0] == 0
    code, output = run("--text", "-", piped="No statistics here.")
    assert code == 0
    assert "0 tests of printed numbers: 0 do not fit" in output


def test_a_file_that_cannot_be_read_is_a_users_mistake(tmp_path: Path) -> None:
    code, output = run("--text", str(tmp_path / "none.txt"))
    assert code == 2
    assert "cannot be read" in output
    code, output = run("--text", "-", piped=b"\xff\xfe\x00t")
    assert code == 2
    assert "no UTF-8 text" in output


def test_a_text_and_a_review_are_not_audited_at_once() -> None:
    code, output = run("--text", "-", "--evidence", REVIEW)
    assert code == 2
    assert "give one of them" in output
