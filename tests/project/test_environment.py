"""environment.yml against pyproject.toml, against what is installed, and against what is used."""

from __future__ import annotations

import sys
import tomllib
from functools import cache
from importlib import metadata
from typing import Any, cast

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.tree import ROOT, imported, modules, tracked

OWNERS = ("jupyterlab", "pandas", "scipy", "seaborn", "pytest", "nbval")
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "macos": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}


PARTS = {"jinja2": {"markupsafe"}, "pydantic": {"pydantic_core"}}
"""What a dependency installs apart but documents as its own: Jinja's Markup, pydantic's errors."""


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def runtime() -> list[Requirement]:
    return [Requirement(line) for line in project()["project"]["dependencies"]]


def optional() -> list[Requirement]:
    """What the package imports only where it is installed: the extras for users."""
    return [Requirement(line) for line in project()["project"]["optional-dependencies"]["docx"]]


def extras() -> list[Requirement]:
    groups = project()["project"]["optional-dependencies"].values()
    return [Requirement(line) for group in groups for line in group]


def direct() -> list[Requirement]:
    return [
        *runtime(),
        *extras(),
        *(Requirement(line) for line in project()["build-system"]["requires"]),
    ]


def environment() -> dict[str, Any]:
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    return cast("dict[str, Any]", yaml.safe_load(text))


def pip_list() -> list[str]:
    (listed,) = [entry["pip"] for entry in environment()["dependencies"] if isinstance(entry, dict)]
    return cast("list[str]", listed)


def pinned() -> dict[str, Requirement]:
    requirements = [Requirement(line) for line in pip_list() if line != "-e ."]
    return {canonicalize_name(requirement.name): requirement for requirement in requirements}


def version(pin: Requirement) -> str:
    (specifier,) = pin.specifier
    return specifier.version


def test_environment_is_one_that_conda_reads() -> None:
    read = environment()
    assert list(read) == ["name", "channels", "dependencies"]
    assert read["channels"] == ["conda-forge"]
    named = [entry for entry in read["dependencies"] if isinstance(entry, str)]
    assert named == ["python=3.11.*", "pip"]
    assert pip_list()[0] == "-e ."


def test_every_pin_is_exact_and_stands_once() -> None:
    lines = pip_list()[1:]
    for line in lines:
        (specifier,) = Requirement(line).specifier
        assert specifier.operator == "==", line
        assert "*" not in specifier.version, line
    assert len(lines) == len(pinned())


@pytest.mark.parametrize("requirement", direct(), ids=str)
def test_direct_dependency_is_pinned_within_its_bound(requirement: Requirement) -> None:
    pin = pinned()[canonicalize_name(requirement.name)]
    assert requirement.specifier, f"{requirement} has no lower bound in pyproject.toml"
    assert requirement.specifier.contains(version(pin))


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_pins_are_closed(platform: str, python: str) -> None:
    """Every requirement of a pinned package is itself pinned, at a version that it accepts."""
    place = {
        **cast("dict[str, str]", default_environment()),
        **PLATFORMS[platform],
        "python_version": python,
        "python_full_version": f"{python}.0",
        "extra": "",
    }
    applicable = {
        name: pin
        for name, pin in pinned().items()
        if pin.marker is None or pin.marker.evaluate(place)
    }
    unmet = []
    for name, own in applicable.items():
        if name not in installed():
            assert own.marker is not None, f"{name} is pinned but not installed"
            continue
        for line in metadata.requires(name) or ():
            needed = Requirement(line)
            if needed.marker is not None and not needed.marker.evaluate(place):
                continue
            pin = applicable.get(canonicalize_name(needed.name))
            if pin is None or not needed.specifier.contains(version(pin), prereleases=True):
                unmet.append(f"{name} needs {needed}")
    assert unmet == []


def test_what_runs_here_is_what_is_pinned() -> None:
    here = {
        name: version(pin)
        for name, pin in pinned().items()
        if pin.marker is None or pin.marker.evaluate()
    }
    assert {name: installed().get(name) for name in here} == here


def test_python_is_one_that_the_project_admits() -> None:
    assert project()["project"]["requires-python"] == ">=3.11"
    assert sys.version_info >= (3, 11)


@pytest.mark.parametrize("name", OWNERS)
def test_owners_package_is_named_and_pinned(name: str) -> None:
    assert name in {canonicalize_name(requirement.name) for requirement in direct()}
    assert name in pinned()


@pytest.mark.parametrize(
    "requirement", [*runtime(), *optional()], ids=lambda requirement: requirement.name
)
def test_runtime_dependency_is_imported_by_the_package(requirement: Requirement) -> None:
    assert provides(requirement.name) & package_imports()


def test_the_package_imports_nothing_undeclared() -> None:
    named = [*runtime(), *optional()]
    declared = {name for requirement in named for name in provides(requirement.name)}
    third_party = package_imports() - set(sys.stdlib_module_names) - {"reviewkit"}
    assert third_party <= declared


def test_the_tests_import_nothing_undeclared() -> None:
    declared = {name for requirement in direct() for name in provides(requirement.name)}
    tests = {name for path in tracked("tests/*.py") for name in imported(path)}
    assert tests - set(sys.stdlib_module_names) - {"reviewkit", "tests"} <= declared


def test_jupyterlab_and_nbval_run_the_notebooks() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "jupyter lab" in makefile
    assert "--nbval " in makefile
    assert len(tracked("notebooks/*.ipynb")) >= 2


@cache
def installed() -> dict[str, str]:
    return {canonicalize_name(found.name): found.version for found in metadata.distributions()}


@cache
def import_names() -> list[tuple[str, set[str]]]:
    """Return each importable top-level name with the distributions that install it."""
    return [
        (name, {str(canonicalize_name(owner)) for owner in owners})
        for name, owners in metadata.packages_distributions().items()
    ]


def provides(distribution: str) -> set[str]:
    """Return the top-level import names that a distribution installs."""
    wanted = canonicalize_name(distribution)
    own = {name for name, owners in import_names() if wanted in owners}
    return own | PARTS.get(wanted, set())


@cache
def package_imports() -> frozenset[str]:
    return frozenset(name for path in modules() for name in imported(path))
