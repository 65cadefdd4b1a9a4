"""`reviewkit audit`: what it prints, its exit codes, text from a file and from a pipe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewkit.cli import main
from tests.project.tree import ROOT

REVIEW = str(ROOT / "evidence" / "head-massage")
SMALL = str(ROOT / "tests" / "functional" / "small-review")
TEXT = "It rose,\nt(28) = 2.20, p = .03, and F(2, 57) = 3.12, p < .05.\nz = 2.1, p = .036.\n"


def run(*arguments: str, piped: str | bytes = "") -> tuple[int, str]:
    result = CliRunner().invoke(main, ["audit", *arguments], input=piped)
    return result.exit_code, result.output


def test_records_are_audited() -> None:
    code, output = run("--evidence", REVIEW)
    assert code == 1
    assert "warning A101 results.stable-or-regrown.percent" in output
    assert "english-barazesh-2019.yaml:" in output
    assert "accuses nobody; it moves no grade by itself" in output
    assert "tests of printed numbers" in output


def test_findings_have_the_shape_of_all_others() -> None:
    code, output = run("--evidence", REVIEW, "--format", "json")
    rows = json.loads(output)
    assert code == 1
    assert {row["severity"] for row in rows} == {"warning", "hint"}
    assert all(row["path"].endswith(".yaml") and row["line"] > 1 for row in rows)
    assert all(row["found"] and row["expected"] and row["fix"] for row in rows)


def test_each_flag_says_which_verdicts_rest_on_it_and_which_move() -> None:
    """Without a spread too small for people, what is left is of high certainty."""
    code, output = run("--evidence", SMALL)
    assert code == 1
    assert "warning A304 results.reaction.groups.nap.after.spread" in output
    assert "claim faster-reactions: low certainty, overstated, severity warning → high" in output
    assert "of them with a verdict that moves without it" in output


def test_a_misfit_that_nothing_is_made_of_is_a_hint() -> None:
    """Of Uebaba 2008 no body counts these results, and no claim tells of them."""
    _, output = run("--evidence", REVIEW)
    lines = output.splitlines()
    at = next(i for i, line in enumerate(lines) if "results.foot-temperature.p" in line)
    assert "hint A201" in lines[at]
    assert "no verdict rests on it" in "\n".join(lines[at : at + 10])


def test_consequences_are_data_too() -> None:
    rows = json.loads(run("--evidence", REVIEW, "--format", "json")[1])
    (koyama,) = [row for row in rows if "koyama-2016" in row["path"]]
    consequence = koyama["consequence"]
    assert consequence["results"] == ["koyama-2016#thickness-24w"]
    assert consequence["bodies"] == ["hair-thickness"]
    assert consequence["matters"] is True
    assert {
        "kind": "body",
        "name": "hair-thickness",
        "where": "",
        "before": "very low",
        "after": "none",
    } in consequence["moves"]
    (sherman,) = [row for row in rows if "sherman-2009" in row["path"]]
    assert sherman["consequence"]["claims"]
    assert sherman["consequence"]["matters"] is False
    _, text = run("--text", "-", "--format", "json", piped="z = 2.1, p = .06")
    (row,) = json.loads(text)
    assert row["consequence"] is None


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
