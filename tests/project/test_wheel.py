"""What a wheel carries: the package, its templates and the reviews, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from importlib import resources
from pathlib import Path

import pytest

from tests.project.tree import ROOT, modules, relative, tracked

BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """A wheel of what git tracks, built away from the tree so that nothing stale gets in."""
    source = tmp_path_factory.mktemp("source")
    for path in tracked():
        copy = source / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    (source / "reviewkit" / "shipped").symlink_to(Path("..") / "evidence")
    out = tmp_path_factory.mktemp("wheel")
    building = subprocess.run(
        [sys.executable, "-c", BUILD, str(out)],
        cwd=source,
        check=False,
        capture_output=True,
        text=True,
    )
    assert building.returncode == 0, building.stderr
    (built,) = out.glob("*.whl")
    return zipfile.ZipFile(built)


def carried(wheel: zipfile.ZipFile) -> set[str]:
    return {name for name in wheel.namelist() if ".dist-info/" not in name}


def test_wheel_carries_the_package_its_templates_and_the_reviews(wheel: zipfile.ZipFile) -> None:
    code = {relative(path) for path in modules()}
    templates = {relative(path) for path in tracked("reviewkit/report/templates")}
    reviews = {
        f"reviewkit/shipped/{path.relative_to(ROOT / 'evidence').as_posix()}"
        for path in tracked("evidence")
    }
    assert templates
    assert any(name.endswith("/review.yaml") for name in reviews)
    assert carried(wheel) == code | templates | reviews | {"reviewkit/py.typed"}


def test_the_command_is_installed(wheel: zipfile.ZipFile) -> None:
    (name,) = [name for name in wheel.namelist() if name.endswith("/entry_points.txt")]
    assert "reviewkit = reviewkit.cli:main" in wheel.read(name).decode()


def test_shipped_reviews_are_the_evidence_of_the_tree() -> None:
    shipped = resources.files("reviewkit") / "shipped"
    names = {entry.name for entry in shipped.iterdir() if entry.is_dir()}
    assert names == {entry.name for entry in (ROOT / "evidence").iterdir() if entry.is_dir()}
