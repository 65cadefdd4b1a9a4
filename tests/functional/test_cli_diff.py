"""``diff``: two revisions, a revision and the folder, or two folders; what cannot be compared."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.functional.commands import change, copy_of_small, run


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=a test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the small review: first as it is, then with a number that moves a claim."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    review = copy_of_small(tmp_path)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "first")
    git(tmp_path, "tag", "first")
    change(review / "studies/early-2001.yaml", "mean: 301.5", "mean: 391.5")
    git(tmp_path, "commit", "--quiet", "-am", "second")
    return review


MOVED = """\
first → HEAD

faster-reactions
"""
BECAUSE = """\
  because of
    studies/early-2001.yaml results.reaction.groups.nap.after.mean: 301.5 → 391.5
"""


def test_two_revisions_name_the_claim_from_what_to_what_and_the_field(repository: Path) -> None:
    found = run("diff", "first", "HEAD", evidence=repository)
    assert found.exit_code == 1
    assert found.stdout.startswith(MOVED)
    assert BECAUSE in found.stdout
    assert "1 claim moved, 0 came and 0 went; 0 judgements suspended\n" in found.stdout
    assert found.stdout.endswith("1 field changed\n")


def test_a_revision_and_the_folder_as_it_is(repository: Path) -> None:
    assert run("diff", "HEAD", evidence=repository).exit_code == 0
    change(repository / "studies/early-2001.yaml", "A nap before the test", "A nap before a test")
    found = run("diff", "HEAD", evidence=repository)
    assert found.exit_code == 0
    assert "0 claims moved" in found.stdout
    assert found.stdout.endswith("1 field changed; no verdict rests on any of them\n")


def test_the_repository_is_left_as_it_was(repository: Path) -> None:
    change(repository / "studies/early-2001.yaml", "mean: 391.5", "mean: 401.5")
    status = ["git", "status", "--porcelain"]
    before = subprocess.run(status, cwd=repository, check=True, capture_output=True).stdout
    run("diff", "first", evidence=repository)
    assert subprocess.run(status, cwd=repository, check=True, capture_output=True).stdout == before


def test_two_folders(repository: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    found = run("diff", copy_of_small(other), repository, evidence=None)
    assert found.exit_code == 1
    assert BECAUSE in found.stdout


def test_a_revision_is_of_the_folder_beside_it(repository: Path) -> None:
    found = run("diff", "first", repository, evidence=None)
    assert found.exit_code == 1
    assert BECAUSE in found.stdout


def test_json_has_the_same(repository: Path) -> None:
    found = run("diff", "first", "HEAD", "--format", "json", evidence=repository)
    (review,) = json.loads(found.stdout)
    assert found.exit_code == 1
    assert (review["before"], review["after"]) == ("first", "HEAD")
    (move,) = review["moved"]
    assert move["claim"] == "faster-reactions"
    assert move["because"] == [
        {
            "file": "studies/early-2001.yaml",
            "field": "results.reaction.groups.nap.after.mean",
            "before": "301.5",
            "after": "391.5",
            "leaves": 1,
        }
    ]
    assert move["before"]["evidence"] == "favours"


def test_an_unknown_revision(repository: Path) -> None:
    found = run("diff", "no-such-tag", evidence=repository)
    assert found.exit_code == 2
    assert '"no-such-tag" is neither a folder that holds review.yaml nor a commit' in found.stderr


@pytest.mark.parametrize("name", ["--output=/dev/null", "-h~1", "HEAD:small-review", "HEAD^{tree}"])
def test_what_is_no_commit_is_refused_and_never_an_option_of_git(
    repository: Path, name: str
) -> None:
    found = run("diff", "--evidence", repository, "--", name, evidence=None)
    assert found.exit_code == 2
    assert "nor a commit that git knows" in found.stderr


def test_a_folder_that_holds_no_review(repository: Path) -> None:
    found = run("diff", "HEAD", repository / "studies", evidence=repository)
    assert found.exit_code == 2
    assert "holds no review.yaml, so it is no review's folder" in found.stderr


def test_a_folder_in_no_repository(tmp_path: Path) -> None:
    found = run("diff", "HEAD", evidence=copy_of_small(tmp_path))
    assert found.exit_code == 2
    assert "is in no git repository, so it has no revision HEAD: name two folders" in found.stderr


def test_a_revision_before_the_review_was_there(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "--orphan", "empty")
    git(repository, "rm", "-r", "--quiet", "--cached", ".")
    git(repository, "commit", "--quiet", "--allow-empty", "-m", "nothing")
    found = run("diff", "empty", "first", evidence=repository)
    assert found.exit_code == 2
    assert "holds no review at small-review" in found.stderr


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = run("diff", "first", evidence=repository)
    assert found.exit_code == 2
    assert "git cannot be run" in found.stderr


def test_records_of_a_revision_that_do_not_load_are_named_as_git_names_them(
    repository: Path,
) -> None:
    change(repository / "studies/early-2001.yaml", "mean: 391.5", "mean: many")
    git(repository, "commit", "--quiet", "-am", "broken")
    change(repository / "studies/early-2001.yaml", "mean: many", "mean: 391.5")
    found = run("diff", "HEAD", evidence=repository)
    assert found.exit_code == 2
    assert "HEAD:" in found.stderr
    assert "studies/early-2001.yaml:" in found.stderr
    assert "the records of HEAD cannot be read by this version of reviewkit" in found.stderr
