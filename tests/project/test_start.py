"""`import reviewkit` and the command line load nothing that they do not need."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import reviewkit
from tests.project.tree import ROOT, modules, parsed, relative

HEAVY = (
    "jinja2",
    "matplotlib",
    "numpy",
    "pandas",
    "pydantic",
    "rapidfuzz",
    "scipy",
    "seaborn",
    "yaml",
)


def loaded_by(statement: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter holds after `statement`."""
    code = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    printed = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return set(printed.split())


@pytest.mark.parametrize("statement", ["import reviewkit", "import reviewkit.cli"])
def test_start_is_light(statement: str) -> None:
    assert loaded_by(statement) & set(HEAVY) == set()


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A text, checked once so that the index is warm."""
    path = tmp_path_factory.mktemp("drafts") / "a.md"
    path.write_text("Scalp massage cures headaches. [reviewkit: ignore=P101]\n", encoding="utf-8")
    subprocess.run([sys.executable, "-c", checked(path, "text")], cwd=ROOT, check=True)
    return path


def checked(draft: Path, shape: str) -> str:
    """Return the statements that check a draft and go on."""
    options = ["check", str(draft), "--format", shape, "--fail-on", "never"]
    return (
        "import contextlib, io\nfrom reviewkit.cli import main\n"
        "with (contextlib.suppress(SystemExit),\n"
        "      contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO()))):\n"
        f"    main({options}, standalone_mode=False)"
    )


@pytest.mark.parametrize("shape", ["text", "summary", "json", "sarif", "github"])
def test_a_check_with_a_warm_index_is_light(draft: Path, shape: str) -> None:
    loaded = loaded_by(checked(draft, shape))
    assert "markdown_it" in loaded
    assert loaded & {*HEAVY, "rich", "multiprocessing"} == set()


def test_a_check_from_python_with_a_warm_index_is_light(draft: Path) -> None:
    call = (
        "import reviewkit\n"
        f"text = {draft.read_text(encoding='utf-8')!r}\n"
        "found = reviewkit.check(text, evidence='evidence/head-massage', kind='md')\n"
        "_ = str(found), found._repr_html_(), found.counts()"
    )
    assert loaded_by(call) & {*HEAVY, "rich", "click", "multiprocessing"} == set()


def test_import_alone_does_not_load_the_command_line() -> None:
    assert loaded_by("import reviewkit") & {"click", "rich"} == set()


def test_the_way_of_looking_sees_what_is_loaded() -> None:
    assert {"yaml", "json"} <= loaded_by("import json, yaml")


@pytest.mark.parametrize("name", reviewkit.__all__)
def test_exported_name_is_there(name: str) -> None:
    assert getattr(reviewkit, name) is not None
    assert name in dir(reviewkit)


def test_the_interfaces_that_stay_put_are_exported() -> None:
    assert {"load", "grade", "check"} <= set(reviewkit.__all__)


def test_a_name_that_is_not_exported_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = reviewkit.no_such_name


def test_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert reviewkit.__version__ == project["version"]


def test_nothing_imports_scipy_stats() -> None:
    """It costs a second where scipy.special and scipy.optimize cost a tenth."""
    importers = [
        relative(path)
        for path in modules()
        for node in ast.walk(parsed(path))
        if (
            isinstance(node, ast.Import)
            and any(a.name.startswith("scipy.stats") for a in node.names)
        )
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("scipy.stats"))
        or (
            isinstance(node, ast.ImportFrom)
            and node.module == "scipy"
            and any(alias.name == "stats" for alias in node.names)
        )
    ]
    assert importers == []
