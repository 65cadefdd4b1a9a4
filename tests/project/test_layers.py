"""The layers and the other import contracts of pyproject.toml: kept, and seen to bite."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.tree import PACKAGE, ROOT

CONTRACTS = ("Layers", "Numbers in, numbers out", "Kernels do not reach", "The checker starts")
TROUBLE = [
    # what is written, into which module, and the contract that has to break
    ("from reviewkit import evidence", "findings.py", "Layers"),
    ("from reviewkit import cli", "report/__init__.py", "Layers"),
    ("", "helpers_of_some_kind.py", "Layers"),
    ("from reviewkit import records", "synthesis/pool.py", "Numbers in, numbers out"),
    ("import pydantic", "effects/means.py", "Numbers in, numbers out"),
    ("from reviewkit.effects import of_result", "effects/means.py", "Kernels do not reach"),
    ("from reviewkit import evidence", "prose/sentences.py", "The checker starts"),
    ("import numpy", "prose/sentences.py", "The checker starts"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )


def broken(output: str) -> set[str]:
    """Return the contracts that import-linter names as broken (it wraps its lines)."""
    flat = " ".join(output.split())
    statuses = {name: flat[flat.index(name) :] for name in CONTRACTS}
    return {
        name
        for name, rest in statuses.items()
        if "BROKEN" in rest and ("KEPT" not in rest or rest.index("BROKEN") < rest.index("KEPT"))
    }


def test_contracts_are_kept() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert broken(result.stdout) == set()


@pytest.mark.parametrize(("line", "module", "contract"), TROUBLE)
def test_contract_bites(tmp_path: Path, line: str, module: str, contract: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        PACKAGE, tmp_path / "reviewkit", ignore=shutil.ignore_patterns("shipped", "__pycache__")
    )
    target = tmp_path / "reviewkit" / module
    if not target.parent.exists():
        target.parent.mkdir()
        (target.parent / "__init__.py").touch()
    with target.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    result = lint(tmp_path)
    assert result.returncode == 1, result.stdout + result.stderr
    assert contract in broken(result.stdout)
