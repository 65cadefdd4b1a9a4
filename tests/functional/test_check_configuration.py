"""``[tool.reviewkit.check]``: found upwards, held against what there is, beaten by options."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional.checking import BOLD, SHOP, check, found, write
from tests.functional.commands import FLAGSHIP, GOLDEN

UNKNOWN = "Scalp massage improves sleep quality."


@pytest.fixture(autouse=True)
def cache() -> None:
    """Share the index of the test run: what is built is looked at elsewhere."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "drafts")
    write(tmp_path / "drafts" / "a.md", BOLD, UNKNOWN)
    return tmp_path


def configure(folder: Path, text: str, name: str = "pyproject.toml") -> Path:
    path = folder / name
    path.write_text(f"[tool.reviewkit.check]\n{text}", encoding="utf-8")
    return path


def test_the_nearest_file_with_the_table_decides(project: Path) -> None:
    configure(project, 'fail-on = "warning"\n')
    (project / "drafts" / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert check("a.md").exit_code == 1
    configure(project, 'fail-on = "never"\n', ".reviewkit.toml")
    assert check("a.md").exit_code == 0


def test_options_go_before_the_file(project: Path) -> None:
    configure(project, 'fail-on = "warning"\nevidence = "nowhere"\n')
    assert check("a.md", "--fail-on", "error").exit_code == 0


def test_evidence_is_relative_to_the_file(project: Path) -> None:
    (project / "ours").symlink_to(FLAGSHIP)
    configure(project, 'evidence = "ours"\n')
    assert "P101" in check("a.md", "--no-evidence").stdout
    configure(project, 'evidence = "theirs"\n')
    refused = check("a.md", "--no-evidence")
    assert refused.exit_code == 2
    assert "theirs" in refused.stderr


def test_codes_are_selected_by_family(project: Path) -> None:
    configure(project, 'select = ["P0", "P201"]\nseverity = {P001 = "warning"}\n')
    (file,) = found("a.md")
    assert [row["code"] for f in file["findings"] for row in f["problems"]] == ["P001"]
    assert check("a.md", "--fail-on", "warning").exit_code == 1


def test_codes_are_let_pass_with_a_reason(project: Path) -> None:
    configure(project, 'ignore = {P101 = "an archive of adverts"}\n')
    (file,) = found("a.md")
    (ignored,) = file["findings"][0]["ignored"]
    assert ignored["ignored"]["reason"] == "an archive of adverts"
    assert check("a.md", "--fail-on", "suggestion").exit_code == 0


def test_the_more_exact_code_goes_first(project: Path) -> None:
    configure(project, '[tool.reviewkit.check.severity]\nP101 = "error"\nP1 = "suggestion"\n')
    assert "error P101" in check("a.md").stdout


@pytest.mark.parametrize(
    "pattern", ["drafts/old", "drafts/old/*", "old", "*.txt", "drafts/*/b.txt"]
)
def test_excluded_files_are_left_out_even_where_named(project: Path, pattern: str) -> None:
    write(project / "drafts" / "old" / "b.txt", BOLD)
    configure(project, f'exclude = ["{pattern}"]\n')
    assert [file["file"] for file in found("a.md", "old/b.txt", ".")] == ["a.md"]


def test_a_named_file_is_taken(project: Path) -> None:
    configure(project, 'fail-on = "never"\n')
    other = configure(project, 'fail-on = "warning"\n', "other.toml")
    assert check("a.md", "--config", other).exit_code == 1
    other.write_text("", encoding="utf-8")
    refused = check("a.md", "--config", other)
    assert refused.exit_code == 2
    assert "has no table [tool.reviewkit.check]" in refused.stderr


WRONG = """\
evidnce = "x"
fail-on = "eror"
select = ["P999",
  "overstatd"]
ignore = {P203 = " ", P101 = "ok"}
exclude = "archive"

[tool.reviewkit.check.severity]
P304 = "fatal"
overstated = "warning"
"""


def test_all_that_is_wrong_is_told_with_its_place(project: Path) -> None:
    configure(project / "drafts", WRONG)
    result = check("a.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (GOLDEN / "configuration.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    ["select = 3", 'ignore = ["P101"]', "ignore = {P101 = 3}", "evidence = ''", "select = [1]"],
)
def test_a_value_of_another_type_is_told(project: Path, text: str) -> None:
    configure(project, f"{text}\n")
    result = check("a.md")
    assert result.exit_code == 2
    assert "error C102 tool.reviewkit.check." in result.stderr


def test_what_is_no_table_is_told(project: Path) -> None:
    (project / ".reviewkit.toml").write_text("[tool.reviewkit]\ncheck = 3\n", encoding="utf-8")
    result = check("a.md")
    assert result.exit_code == 2
    assert "2:1: error C102 tool.reviewkit.check" in result.stderr


def test_a_file_that_is_no_toml_is_told(project: Path) -> None:
    (project / ".reviewkit.toml").write_text("[tool.reviewkit", encoding="utf-8")
    result = check("a.md")
    assert result.exit_code == 2
    assert ".reviewkit.toml cannot be read" in result.stderr


def test_a_file_that_does_not_name_reviewkit_is_not_ours_to_judge(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool", encoding="utf-8")
    assert check("a.md").exit_code == 0


def test_nothing_left_to_check_is_clean(project: Path) -> None:
    write(project / "drafts" / "a.md", SHOP)
    configure(project, 'exclude = ["drafts"]\n')
    assert check("a.md").stdout == "no health claims\n"
