""".ci/environment.py, with the steps recorded instead of run."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from tests.project.test_environment import pip_list
from tests.project.tree import ROOT


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"ci_{name}", ROOT / ".ci" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


making = script("environment")
moving = script("pins")


class Steps:
    """Stands in for `subprocess.run`: keeps each command, and makes the folders that venv makes."""

    def __init__(self, fail_at: str = "nothing") -> None:
        self.commands: list[Sequence[str]] = []
        self.fail_at = fail_at

    def __call__(self, command: Sequence[str]) -> None:
        self.commands.append(command)
        if self.fail_at in command:
            raise subprocess.CalledProcessError(1, list(command))
        if "venv" in command:
            venv = Path(command[-1])
            shutil.rmtree(venv, ignore_errors=True)
            (venv / "bin").mkdir(parents=True)
            (venv / "bin" / "python").symlink_to(sys.executable)
            (venv / "lib" / making.minor_version()).mkdir(parents=True)

    @property
    def created(self) -> bool:
        return any("venv" in command for command in self.commands)

    @property
    def installed(self) -> bool:
        return any("install" in command for command in self.commands)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in making.MADE_FROM:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_pip_list_is_read_as_yaml_reads_it() -> None:
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    assert making.pins(text) == [line for line in pip_list() if line != "-e ."]


def test_lines_outside_the_pip_list_are_no_pins() -> None:
    text = """
name: x
dependencies:
  - python=3.11.*
  - pip:
      - -e . # this folder
      # a heading
      - one==1.0 # why
      - 'two==2.0; sys_platform == "darwin"'
  - git
"""
    assert making.pins(text) == ["one==1.0", 'two==2.0; sys_platform == "darwin"']


def test_first_run_creates_and_installs_everything_pinned(tree: Path) -> None:
    steps = Steps()
    assert making.prepare(tree, steps)
    assert steps.created
    assert [command for command in steps.commands if "--no-build-isolation" in command]
    pins = (tree / ".venv" / "pins.txt").read_text(encoding="utf-8").splitlines()
    assert pins == [line for line in pip_list() if line != "-e ."]


def test_second_run_does_nothing_whatever_the_file_times(tree: Path) -> None:
    making.prepare(tree, Steps())
    for name in making.MADE_FROM:
        (tree / name).touch()
    again = Steps()
    assert not making.prepare(tree, again)
    assert again.commands == []


@pytest.mark.parametrize("name", ["environment.yml", "pyproject.toml"])
def test_a_changed_file_installs_in_place(tree: Path, name: str) -> None:
    making.prepare(tree, Steps())
    (tree / name).write_text((tree / name).read_text(encoding="utf-8") + "# moved\n")
    again = Steps()
    assert making.prepare(tree, again)
    assert again.installed
    assert not again.created


@pytest.mark.parametrize("step", ["-r", "-e", "check"])
def test_an_interrupted_environment_starts_afresh(tree: Path, step: str) -> None:
    with pytest.raises(making.Failed):
        making.prepare(tree, Steps(fail_at=step))
    again = Steps()
    assert making.prepare(tree, again)
    assert again.created
    assert again.installed


def test_an_environment_without_its_python_starts_afresh(tree: Path) -> None:
    making.prepare(tree, Steps())
    python = tree / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(tree / "gone")
    again = Steps()
    making.prepare(tree, again)
    assert again.created


def test_an_environment_of_another_python_starts_afresh(tree: Path) -> None:
    making.prepare(tree, Steps())
    (tree / ".venv" / "lib" / making.minor_version()).rename(tree / ".venv" / "lib" / "python3.9")
    again = Steps()
    making.prepare(tree, again)
    assert again.created


def test_a_folder_that_was_moved_starts_afresh(tree: Path) -> None:
    making.prepare(tree, Steps())
    moved = tree.with_name("elsewhere")
    tree.rename(moved)
    again = Steps()
    making.prepare(moved, again)
    assert again.created


def test_without_a_package_index_the_reason_is_said(tree: Path) -> None:
    with pytest.raises(making.Failed, match="is the package index in reach"):
        making.prepare(tree, Steps(fail_at="-r"))


def test_moved_pins_keep_the_head_and_put_the_named_first() -> None:
    before = "# head\n  - pip:\n      - -e .\n      # Named in pyproject.toml\n      - old==1\n"
    after = moving.rewritten(before, ["b==2", "PyYAML==6", "a==1"], ["pyyaml>=5"])
    assert after == (
        "# head\n  - pip:\n      - -e .\n      # Named in pyproject.toml\n      - PyYAML==6\n"
        "      # What those need\n      - a==1\n      - b==2\n"
    )


def test_named_are_those_of_every_table_of_pyproject() -> None:
    text = """
[build-system]
requires = ["s>=1"]
[project]
dependencies = ["d>=2"]
[project.optional-dependencies]
x = ["e>=3", "f[g]>=4"]
"""
    assert [moving.name_of(line) for line in moving.direct(text)] == ["s", "d", "e", "f"]
