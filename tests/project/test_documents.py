"""What the documents promise: commands, versions, licence, the ledger of moved numbers, CI."""

from __future__ import annotations

import os
import re
import tomllib
from typing import Any, cast

import click
import pytest
import yaml

from reviewkit.cli import main
from tests.project.tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://|mailto:)([^)#]+)(?:#[^)]*)?\)")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands() -> list[str]:
    assert isinstance(main, click.Group)
    return sorted(main.commands)


def option_names(command: str) -> list[str]:
    assert isinstance(main, click.Group)
    return [
        option
        for parameter in main.commands[command].params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--")
    ]


@pytest.mark.parametrize("command", commands())
def test_command_is_documented(command: str) -> None:
    assert f"reviewkit {command}" in text("README.md")


@pytest.mark.parametrize("command", commands())
def test_command_and_its_options_explain_themselves(command: str) -> None:
    assert isinstance(main, click.Group)
    found = main.commands[command]
    assert found.help
    assert found.get_short_help_str()
    undescribed = [
        option.opts
        for option in found.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert undescribed == []


def test_documented_commands_and_options_exist() -> None:
    documents = text("README.md") + text("CONTRIBUTING.md")
    for command, rest in re.findall(r"reviewkit ([a-z]+)\b([^\n`]*)", code_of(documents)):
        assert command in commands(), f"reviewkit {command}"
        for option in re.findall(r"(?<!\S)--[a-z-]+", rest):
            assert option in {*option_names(command), "--help"}, f"reviewkit {command} {option}"


def code_of(markdown: str) -> str:
    """Return the fenced blocks and inline code of a document: what a reader would type."""
    fenced = re.findall(r"^```[^\n]*\n(.*?)^```", markdown, re.MULTILINE | re.DOTALL)
    prose = re.sub(r"^```.*?^```", "", markdown, flags=re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`([^`\n]+)`", prose)
    return "\n".join([*fenced, *inline])


def test_documented_targets_of_make_exist() -> None:
    targets = set(TARGET.findall(text("Makefile")))
    named = set(
        re.findall(r"\bmake ([a-z]+)", code_of(text("README.md") + text("CONTRIBUTING.md")))
    )
    assert {"review", "test"} <= named
    assert named <= targets
    assert (
        set(re.findall(r"echo \"make ([a-z]+)", text("Makefile")))
        | {
            "help",
            "python",
            "environment",
        }
        == targets
    )


@pytest.mark.parametrize(
    "document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "GLOSSARY.md"]
)
def test_links_within_the_tree_lead_somewhere(document: str) -> None:
    broken = [target for target in LINK.findall(text(document)) if not (ROOT / target).exists()]
    assert broken == []


def test_changelog_keeps_a_ledger_of_numbers_that_changed() -> None:
    releases = re.split(r"^## ", text("CHANGELOG.md"), flags=re.MULTILINE)[1:]
    assert releases[0].startswith("[Unreleased]")
    assert all("### Numbers that changed" in release for release in releases)


def test_one_version_and_one_licence() -> None:
    citation = cast("dict[str, Any]", yaml.safe_load(text("CITATION.cff")))
    assert citation["version"] == PROJECT["version"]
    assert citation["license"] == PROJECT["license"] == "MIT"
    assert citation["title"] == PROJECT["name"]
    assert text("LICENSE").startswith("MIT License")
    holder = "reviewkit maintainers"
    assert holder in text("LICENSE")
    assert [author["name"] for author in citation["authors"]] == [holder]


def test_ci_runs_what_a_contributor_runs() -> None:
    run = ROOT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    lines = run.read_text(encoding="utf-8").splitlines()
    assert "set -euo pipefail" in lines
    assert lines[-1] == "make test"


def test_workflow_runs_ci_with_the_least_rights() -> None:
    workflow = cast("dict[Any, Any]", yaml.safe_load(text(".github/workflows/ci.yml")))
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["concurrency"]["cancel-in-progress"] is True
    (job,) = workflow["jobs"].values()
    assert "bash .ci/run" in [step.get("run") for step in job["steps"]]
    pythons = [step["with"]["python-version"] for step in job["steps"] if "python" in str(step)]
    assert pythons == ["3.11"]
