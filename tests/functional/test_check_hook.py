"""The hook for pre-commit and the GitHub Action: what they run, run here without either."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from reviewkit.prose.documents import FORMATS
from tests.functional.checking import CAREFUL, write
from tests.functional.commands import ROOT

CURE = "Scalp massage cures headaches."
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = cast("dict[str, Any]", yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8")))


@pytest.fixture(autouse=True)
def cache() -> None:
    """Share the index of the test run: what is built is looked at elsewhere."""


def run(*command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        **variables,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.run(
        command, cwd=cwd, env=environment, check=False, capture_output=True, text=True
    )


def test_the_hook_has_what_pre_commit_needs() -> None:
    assert (HOOK["id"], HOOK["language"]) == ("reviewkit-check", "python")
    assert {"markdown", "html", "plain-text"} <= set(HOOK["types_or"])
    assert {"md", "html", "txt", "ipynb"} <= set(FORMATS.values())


@pytest.mark.parametrize(("sentence", "code"), [(CURE, 1), (CAREFUL, 0)])
def test_the_hook_fails_on_a_bold_draft_alone(tmp_path: Path, sentence: str, code: int) -> None:
    write(tmp_path / "draft.md", sentence)
    write(tmp_path / "other.txt", "Our shop opens at nine.")
    done = run(*shlex.split(HOOK["entry"]), "draft.md", "other.txt", cwd=tmp_path)
    assert done.returncode == code, done.stdout + done.stderr


def step(name: str) -> dict[str, Any]:
    (found,) = (one for one in ACTION["runs"]["steps"] if one.get("name") == name)
    return dict(found)


def act(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's last step as a runner does, with its defaults where nothing is given."""
    given = {
        name: inputs.get(name.replace("-", "_"), spec["default"])
        for name, spec in ACTION["inputs"].items()
    }
    variables = {
        variable: given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for variable, value in step("Check")["env"].items()
    }
    shell = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c")
    return run(*shell, step("Check")["run"], cwd=folder, **variables)


def test_the_action_annotates_and_fails(tmp_path: Path) -> None:
    write(tmp_path / "a b" / "draft.md", CURE)
    done = act(tmp_path)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=a b/draft.md,line=1,")


def test_the_action_takes_its_inputs_as_they_are(tmp_path: Path) -> None:
    write(tmp_path / "a b.md", CURE)
    write(tmp_path / "c.md", CURE)
    write(tmp_path / "$(touch x).md", CAREFUL)
    done = act(
        tmp_path,
        paths="a b.md\n\n$(touch x).md\n",
        fail_on="never",
        format="sarif",
        output="log.sarif",
        evidence="head-massage",
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "log.sarif").read_text(encoding="utf-8") == done.stdout
    assert '"uri": "a%20b.md"' in done.stdout
    assert '"uri": "c.md"' not in done.stdout
    assert not (tmp_path / "x").exists()


def test_the_action_installs_itself() -> None:
    assert '"$GITHUB_ACTION_PATH"' in step("Install reviewkit")["run"]
    assert ACTION["runs"]["using"] == "composite"
