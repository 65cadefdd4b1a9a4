"""Notebooks as the house writes them: short, executed, with nothing of one machine in the outputs.

That the outputs are still what the cells give is nbval's part (`make test`); what would keep nbval
from comparing is looked for here.
"""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.project.test_tree import MACHINE_PATH
from tests.project.tree import ROOT, relative, tracked

NOTEBOOKS = tracked("notebooks")
LEAST_CELLS, MOST_CELLS = 10, 25
MOST_STATEMENTS = 6
LOGIC = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.Try,
    ast.TryStar,
)
UNSTABLE = {
    "a memory address": re.compile(r"0x[0-9a-fA-F]{6,}"),
    "a timing": re.compile(r"\b(?:Wall time|CPU times|\d[\d.]* ?(?:ms|µs|it/s))\b"),
    "a warning": re.compile(r"\w*Warning\b"),
    "a path of one machine": MACHINE_PATH,
}
OPT_OUT = re.compile(r"nbval[-_](?:skip|ignore|raises)", re.IGNORECASE)

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=relative)


def cells(path: Path, kind: str = "") -> list[dict[str, Any]]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if kind in {"", cell["cell_type"]}]


def source(cell: dict[str, Any]) -> str:
    return joined(cell["source"])


def joined(text: str | list[str]) -> str:
    """Return multi-line text of a notebook, which may be stored line by line."""
    return text if isinstance(text, str) else "".join(text)


def output_text(cell: dict[str, Any]) -> str:
    """Return everything of a cell's outputs that is text; pictures are left out."""
    parts: list[str] = []
    for output in cell["outputs"]:
        parts.append(joined(output.get("text", "")))
        parts += [
            joined(value)
            for mime, value in output.get("data", {}).items()
            if mime.startswith("text/")
        ]
    return "\n".join(parts)


def test_there_are_notebooks_and_their_names_say_the_order() -> None:
    assert len(NOTEBOOKS) >= 2
    assert all(re.fullmatch(r"\d\d-[a-z0-9.-]+\.ipynb", path.name) for path in NOTEBOOKS)
    assert all(path.parent == ROOT / "notebooks" for path in NOTEBOOKS)


@each_notebook
def test_notebook_is_of_a_size_to_read_and_says_its_question_first(path: Path) -> None:
    assert LEAST_CELLS <= len(cells(path)) <= MOST_CELLS
    assert cells(path)[0]["cell_type"] == "markdown"
    assert source(cells(path)[0]).startswith("# ")


@each_notebook
def test_cells_hold_expressions_and_no_logic(path: Path) -> None:
    for cell in cells(path, "code"):
        tree = ast.parse(source(cell))
        assert not any(isinstance(node, LOGIC) for node in ast.walk(tree)), source(cell)
        said = [node for node in tree.body if not isinstance(node, ast.Import | ast.ImportFrom)]
        assert len(said) <= MOST_STATEMENTS, source(cell)


@each_notebook
def test_notebook_was_executed_from_top_to_bottom(path: Path) -> None:
    counts = [cell["execution_count"] for cell in cells(path, "code")]
    assert counts == list(range(1, len(counts) + 1))


@each_notebook
def test_outputs_are_the_same_everywhere(path: Path) -> None:
    for cell in cells(path, "code"):
        assert "error" not in {output["output_type"] for output in cell["outputs"]}
        assert "stderr" not in {output.get("name") for output in cell["outputs"]}
        assert "execution" not in cell["metadata"], "nbclient's record_timing is to be off"
        found = [what for what, sign in UNSTABLE.items() if sign.search(output_text(cell))]
        assert found == [], source(cell)


@each_notebook
def test_no_cell_keeps_nbval_from_comparing(path: Path) -> None:
    for cell in cells(path, "code"):
        assert not OPT_OUT.search(source(cell)), source(cell)
        assert not any(OPT_OUT.search(tag) for tag in cell["metadata"].get("tags", []))
