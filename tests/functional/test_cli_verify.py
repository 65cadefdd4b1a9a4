"""``verify``: a changed number names the claims that it moves, and nothing else moves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.functional.commands import change, copy_of_small, run


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A copy of the small review with a lock of its own."""
    review = copy_of_small(tmp_path)
    written = run("verify", "--write", evidence=review)
    assert written.exit_code == 0
    return review


def test_no_lock_is_a_finding(tmp_path: Path) -> None:
    found = run("verify", evidence=copy_of_small(tmp_path))
    assert found.exit_code == 1
    assert "there is no lock; write it with reviewkit verify --write" in found.stdout


def test_what_has_not_changed_has_not_moved(locked: Path) -> None:
    found = run("verify", evidence=locked)
    assert found.exit_code == 0
    assert found.stdout == "small-review: 4 claims, 0 moved; 0 judgements suspended\n"


def test_a_changed_number_names_the_claim_and_why(locked: Path) -> None:
    change(locked / "studies/early-2001.yaml", "mean: 301.5", "mean: 331.5")
    found = run("verify", evidence=locked)
    assert found.exit_code == 1
    assert "faster-reactions: " in found.stdout
    assert "  because of early-2001#reaction" in found.stdout
    assert "4 claims, 1 moved; 0 judgements suspended" in found.stdout


def test_a_changed_title_moves_nothing(locked: Path) -> None:
    change(locked / "studies/early-2001.yaml", "A nap before the test", "A nap before a test")
    assert run("verify", evidence=locked).exit_code == 0


def test_writing_again_settles_it(locked: Path) -> None:
    change(locked / "studies/survey-2010.yaml", "answered: 240", "answered: 241")
    assert run("verify", evidence=locked).exit_code == 1
    written = run("verify", "--write", evidence=locked)
    assert "survey-figures: " in written.stdout
    assert "written for 4 claims, 1 moved, 1 more rest on what changed" in written.stdout
    assert run("verify", evidence=locked).exit_code == 0


def test_a_judgement_whose_facts_moved_is_named(locked: Path) -> None:
    body = locked / "bodies/reaction-nap.yaml"
    judgement = (
        "judgements:\n"
        "  imprecision:\n"
        "    {is: serious, by: project, on: 2026-01-06, read: [early-2001/paper], "
        "why: one level is enough for this many people, "
        'proposal: very serious, facts: "000000000000"}\n'
    )
    body.write_text(body.read_text(encoding="utf-8") + judgement, encoding="utf-8")
    run("verify", "--write", evidence=locked)
    found = run("verify", evidence=locked)
    assert found.exit_code == 1
    assert "the judgement of imprecision is suspended" in found.stdout
    (review,) = json.loads(run("verify", "--format", "json", evidence=locked).stdout)
    (suspended,) = review["suspended"]
    assert (suspended["body"], suspended["domain"]) == ("reaction-nap", "imprecision")
    assert suspended["facts"] in run("explain", "reaction-nap", evidence=locked).stdout


def test_what_moved_as_json(locked: Path) -> None:
    change(locked / "studies/early-2001.yaml", "mean: 301.5", "mean: 331.5")
    (review,) = json.loads(run("verify", "--format", "json", evidence=locked).stdout)
    (moved,) = review["moved"]
    assert moved["claim"] == "faster-reactions"
    assert moved["before"]["mentions"] != moved["after"]["mentions"]
    assert "early-2001#reaction" in moved["parts"]


def test_a_lock_that_was_edited_is_refused(locked: Path) -> None:
    (locked / "reviewkit.lock").write_text("{}", encoding="utf-8")
    found = run("verify", evidence=locked)
    assert found.exit_code == 2
    assert "cannot be read as a lock" in found.stderr
