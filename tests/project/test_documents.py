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


def commands() -> dict[str, click.Command]:
    """Return every command by what is typed for it: `claims`, `export schema`."""
    found: dict[str, click.Command] = {}
    groups: list[tuple[str, click.Command]] = [("", main)]
    while groups:
        prefix, group = groups.pop()
        assert isinstance(group, click.Group)
        context = click.Context(group)
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None
            if isinstance(command, click.Group):
                groups.append((f"{prefix}{name} ", command))
            else:
                found[f"{prefix}{name}"] = command
    return found


def options(command: click.Command) -> list[click.Option]:
    return [option for option in command.params if isinstance(option, click.Option)]


@pytest.mark.parametrize("command", commands())
def test_command_is_documented(command: str) -> None:
    assert f"reviewkit {command}" in text("README.md")


@pytest.mark.parametrize("command", commands())
def test_command_and_its_options_explain_themselves(command: str) -> None:
    found = commands()[command]
    assert found.help
    assert [option.opts for option in options(found) if not option.help] == []


def test_documented_commands_and_options_exist() -> None:
    documents = text("README.md") + text("CONTRIBUTING.md")
    lines = re.findall(r"^(?!>>>).*?\breviewkit ([a-z][^\n]*)", code_of(documents), re.MULTILINE)
    assert lines
    for line in lines:
        typed = [name for name in commands() if f"{line} ".startswith(f"{name} ")]
        assert typed, f"no command begins reviewkit {line}"
        known = {opt for option in options(commands()[typed[0]]) for opt in option.opts}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", line)) <= {*known, "--help"}, line


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
