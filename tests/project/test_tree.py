"""The shape of the tree: its top level, the names and lengths of modules, what no file holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.project.tree import ROOT, modules, relative, tracked

FOLDERS = {"docs", "notebooks", "evidence", "reviewkit", "tests", ".ci", ".github"}
FILES = {
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    ".pre-commit-hooks.yaml",
    "CHANGELOG.md",
    "CITATION.cff",
    "CONTRIBUTING.md",
    "GLOSSARY.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "action.yml",
    "environment.yml",
    "pyproject.toml",
}
MOST_LINES = 400
"""Past this a module holds two concepts."""
NAMELESS = {"utils", "util", "helpers", "helper", "common", "base", "core", "types", "misc"}
LARGEST = 1_000_000
"""Bytes; nothing of ours is near it."""

# Spelt in pieces, so that this file does not hold what it forbids.
MACHINE_FOLDERS = ("work", "tmp", "farm", "root", "home", "Users")
MACHINE_PATH = re.compile(rf"(?<![\w.])/(?:{'|'.join(MACHINE_FOLDERS)})/\w")
#: What a merge leaves where both sides changed.
CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
OUTSIDE_INPUT = re.compile(r"\.\./" + r"shared|(?<!\w)\." + r"library\b")


def text_of(path: Path) -> str | None:
    """Return the text of a tracked file, or None for a picture or what is no UTF-8."""
    data = path.read_bytes()
    try:
        return None if b"\0" in data else data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def test_top_level_is_the_owners() -> None:
    names = {path.relative_to(ROOT).parts for path in tracked()}
    assert {parts[0] for parts in names if len(parts) > 1} == FOLDERS
    assert {parts[0] for parts in names if len(parts) == 1} == FILES


@pytest.mark.parametrize("path", [*modules(), *tracked(".ci/*.py")], ids=relative)
def test_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_modules_are_named_for_a_concept() -> None:
    parts = {part for path in modules() for part in path.relative_to(ROOT).with_suffix("").parts}
    assert parts & NAMELESS == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see /" + "work/main", True),
        ('"/' + 'home/jo/x"', True),
        ("https://example.org/" + "home/page", False),
        ("evidence/" + "work/x", False),
    ],
)
def test_machine_paths_are_told_from_addresses(text: str, found: bool) -> None:
    assert bool(MACHINE_PATH.search(text)) is found


@pytest.mark.parametrize("path", tracked(), ids=relative)
def test_file_holds_nothing_of_one_machine(path: Path) -> None:
    assert path.stat().st_size <= LARGEST
    text = text_of(path)
    if text is None:
        assert path.suffix == ".png" or "bad" in path.parts
        return
    hits = [
        f"{relative(path)}:{number}: {line.strip()[:100]}"
        for number, line in enumerate(text.splitlines(), start=1)
        if MACHINE_PATH.search(line) or OUTSIDE_INPUT.search(line)
    ]
    assert hits == []
    assert not CONFLICT.search(text), "a merge was left half done"
