"""What ``reviewkit check`` takes: files, folders, patterns, standard input; by how many."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewkit.cli import checking
from tests.functional.checking import BOLD, CAREFUL, SHOP, check, found, write


@pytest.fixture(autouse=True)
def cache() -> None:
    """Share the index of the test run: what is built is looked at elsewhere."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names(*arguments: str) -> list[str]:
    return [file["file"] for file in found(*arguments)]


def test_folders_and_patterns_are_looked_through(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.txt", "a/d.md", "a/e.py", ".git/f.md"):
        write(tmp_path / name, SHOP)
    assert names(".") == ["b.md", "a/c.txt", "a/d.md"]
    assert names("**/*.md") == ["b.md", "a/d.md"]
    assert names("b.md", ".") == ["b.md", "a/c.txt", "a/d.md"]


def test_what_is_not_there_is_told_and_the_others_are_checked(tmp_path: Path) -> None:
    write(tmp_path / "a.md", BOLD)
    result = check("no.md", "no/*.md", "a.md")
    assert result.exit_code == 2
    assert "a.md:1:26: warning P101" in result.stdout
    assert [line.split()[0] for line in result.stderr.splitlines()] == ["no.md", "no"]


@pytest.mark.parametrize(
    ("kind", "text"), [("txt", BOLD), ("md", f"**{BOLD}**"), ("html", f"<p>{BOLD}</p>")]
)
def test_standard_input_is_read_in_the_format_that_is_named(kind: str, text: str) -> None:
    (file,) = found("-", "--stdin-format", kind, stdin=text)
    assert file["file"] == "standard input"
    assert [row["sentence"] for row in file["findings"]] == [BOLD]


def test_standard_input_that_is_no_text_is_refused() -> None:
    result = check("-", stdin=b"\xff\xff")
    assert (result.exit_code, result.stdout) == (2, "no health claims; 1 file not read\n")
    assert "standard input is not valid UTF-8" in result.stderr


@pytest.mark.parametrize(
    ("sentence", "arguments", "code"),
    [
        (BOLD, (), 0),
        (BOLD, ("--fail-on", "warning"), 1),
        (BOLD, ("--fail-on", "never"), 0),
        ("Scalp massage cures headaches.", (), 1),
        ("Scalp massage cures headaches.", ("--fail-on", "never"), 0),
        (CAREFUL, ("--fail-on", "suggestion"), 0),
    ],
)
def test_exit_code(tmp_path: Path, sentence: str, arguments: tuple[str, ...], code: int) -> None:
    assert check(write(tmp_path / "a.md", sentence), *arguments).exit_code == code


@pytest.mark.parametrize(
    "arguments",
    [(), ("a.md", "--format", "xml"), ("a.md", "--jobs", "-1"), ("a.md", "--config", "no.toml")],
)
def test_wrong_usage_is_2(arguments: tuple[str, ...]) -> None:
    assert check(*arguments).exit_code == 2


def test_several_processes_find_the_same_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        write(tmp_path / f"{number:02}.md", *[BOLD] * (number % 3), SHOP)
    (tmp_path / "07.md").write_bytes(b"\0")
    one = check(".", "--format", "json")
    monkeypatch.setattr(checking, "WORTHWHILE", 0)
    several = check(".", "--format", "json", "--jobs", "2")
    assert several.stdout == one.stdout
    assert several.stderr == one.stderr
    assert len(json.loads(one.stdout)) == 39
    assert check(".", "--jobs", "0").exit_code == 2


def test_few_small_files_are_checked_by_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.md", SHOP)
    write(tmp_path / "b.md", SHOP)
    monkeypatch.setattr("multiprocessing.Pool", None)
    assert check(".", "--jobs", "8").exit_code == 0
