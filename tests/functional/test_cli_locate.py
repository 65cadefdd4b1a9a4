"""Where the evidence is looked for: option, configuration file, ./evidence, what was shipped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reviewkit.cli import locate
from reviewkit.cli.locate import reviews, shipped
from reviewkit.errors import UnknownName, UserError
from tests.functional.commands import FLAGSHIP, SMALL, change, copy_of_small, run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, somewhere without a configuration file above it."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def with_review(folder: Path, name: str = "naps") -> Path:
    return Path(shutil.copytree(SMALL, folder / name))


def test_what_was_shipped_is_the_last_resort(here: Path) -> None:
    assert list(here.iterdir()) == []
    assert [folder.name for folder in reviews()] == [
        folder.name for folder in sorted(FLAGSHIP.parent.iterdir()) if folder.is_dir()
    ]
    assert all(folder.parent == shipped() for folder in reviews())


def test_evidence_in_the_working_folder_comes_before_it(here: Path) -> None:
    with_review(here / "evidence")
    assert reviews() == (Path("evidence/naps"),)


def test_a_folder_called_evidence_without_a_review_is_never_passed_over(here: Path) -> None:
    own = here / "evidence"
    own.mkdir()
    with pytest.raises(UserError, match=r"evidence/ holds no review.*: it is empty"):
        reviews()
    (own / "notes.txt").write_text("a", encoding="utf-8")
    with pytest.raises(UserError, match=r"it holds notes\.txt"):
        reviews()
    (own / "naps").mkdir()
    (own / "naps" / "review.yml").write_text("id: naps", encoding="utf-8")
    with pytest.raises(UserError, match=r"there is evidence/naps/review\.yml; rename it to"):
        reviews()


def test_a_folder_that_cannot_be_read_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", refused)
    found = run("claims", evidence=here / "evidence")
    assert found.exit_code == 2
    assert "evidence cannot be read: Permission denied" in found.stderr


def test_the_lock_of_an_installed_review_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "site-packages"
    review = with_review(home)
    monkeypatch.setattr(locate, "shipped", lambda: home)
    found = run("verify", "--write", evidence=review)
    assert found.exit_code == 2
    assert "came with reviewkit: copy it" in found.stderr
    assert not (review / "reviewkit.lock").exists()
    link = tmp_path / "link"
    link.symlink_to(home)
    monkeypatch.setattr(locate, "shipped", lambda: link)
    assert run("verify", "--write", evidence=review).exit_code == 0


@pytest.mark.parametrize("name", [".reviewkit.toml", "pyproject.toml"])
def test_a_configuration_file_comes_before_evidence(
    here: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_review(here / "evidence")
    with_review(here, "elsewhere")
    (here / name).write_text('[tool.reviewkit]\nevidence = "elsewhere"\n', encoding="utf-8")
    assert reviews() == (Path("elsewhere"),)
    (here / "deeper").mkdir()
    monkeypatch.chdir(here / "deeper")
    assert reviews() == (here / "elsewhere",)


def test_the_option_comes_before_all(here: Path) -> None:
    with_review(here / "evidence")
    (here / ".reviewkit.toml").write_text('[tool.reviewkit]\nevidence = "x"\n', encoding="utf-8")
    assert reviews("evidence/naps") == (Path("evidence/naps"),)
    assert reviews("naps") == (Path("evidence/naps"),)
    assert reviews("head-massage") == (shipped() / "head-massage",)


def test_a_configuration_without_the_setting_is_passed_over(here: Path) -> None:
    with_review(here / "evidence")
    (here / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert reviews() == (Path("evidence/naps"),)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("x = [", "cannot be read"),
        ("tool = 3\n", "`tool` is a table, not 3"),
        ("tool.reviewkit = [1]\n", "`reviewkit` is a table, not [1]"),
        (f"x = {'[' * 5000}", "cannot be read"),
        ("[tool.reviewkit]\nevidence = 3\n", "is a text, not 3"),
        ('[tool.reviewkit]\nevidence = "gone/away"\n', "there is no folder gone/away"),
    ],
)
def test_a_wrong_configuration_is_told(here: Path, content: str, says: str) -> None:
    (here / ".reviewkit.toml").write_text(content, encoding="utf-8")
    found = run("claims", evidence=None)
    assert found.exit_code == 2
    assert says in found.stderr


def test_a_name_that_no_review_has(here: Path) -> None:
    assert here == Path.cwd()
    with pytest.raises(UnknownName, match='did you mean "head-massage"'):
        reviews("head-masage")
    with pytest.raises(UserError, match=r"there are: .*head-massage"):
        reviews("zzz")
    with pytest.raises(UserError, match="there is no folder a/b"):
        reviews("a/b")


def test_a_folder_that_is_no_review_is_said_to_be_none(here: Path) -> None:
    (here / "empty").mkdir()
    found = run("validate", evidence=here / "empty")
    assert found.exit_code == 2
    assert "the review's own record is missing" in found.stdout


def test_several_reviews_are_all_taken(here: Path) -> None:
    with_review(here / "evidence", "a")
    with_review(here / "evidence", "b")
    assert reviews() == (Path("evidence/a"), Path("evidence/b"))
    assert run("validate", evidence=None).stdout.count("no findings") == 2


def test_a_name_in_several_reviews_is_asked_for(here: Path) -> None:
    for name in ("a", "b"):
        change(
            with_review(here / "evidence", name) / "review.yaml", "id: small-review", f"id: {name}"
        )
    found = run("explain", "faster-reactions", evidence=None)
    assert found.exit_code == 2
    assert '"faster-reactions" is in 2 reviews (a, b): choose one with --evidence' in found.stderr
    assert run("explain", "faster-reactions", evidence=here / "evidence" / "a").exit_code == 0


def test_a_folder_may_be_the_review_itself(tmp_path: Path, here: Path) -> None:
    assert here == Path.cwd()
    review = copy_of_small(tmp_path)
    assert reviews(str(review)) == (review,)
