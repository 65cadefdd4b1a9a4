"""The published analyses and the laws that the tests hold, read from the tests' own code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]

NUMBERS = (
    *("effects", "effect_sizes", "synthesis", "fit", "counts", "multilevel", "small_study"),
    "audit",
)
"""The files of laws that are about numbers, ``tests/property/test_…_laws.py``."""


def published() -> Iterator[list[str]]:
    """Yield a row for each published analysis: what it is, number of tests, file."""
    for file in sorted((TESTS / "published").glob("test_*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        told = ast.get_docstring(tree) or ""
        title = " ".join(told.split("\n\n")[0].split()).rstrip(".")
        dois = dict.fromkeys(map(_tidied, re.findall(r"doi:\S+", told)))
        cited = [title, *(doi for doi in dois if doi not in title)]
        yield [", ".join(cited), str(len(_tests(tree))), f"`{file.name}`"]


def laws() -> str:
    """Return the laws, file by file, each named as its test is."""
    said = []
    for name in NUMBERS:
        file = TESTS / "property" / f"test_{name}_laws.py"
        tree = ast.parse(file.read_text(encoding="utf-8"))
        told = (ast.get_docstring(tree) or "").split("\n")[0]
        about = re.sub(r"[;,] each (test is )?named after .*", ".", told)
        each = "; ".join(test.removeprefix("test_").replace("_", " ") for test in _tests(tree))
        said.append(f"**{about}** (`{file.name}`, {len(_tests(tree))}): {each}.\n")
    return "\n".join(said)


def _tidied(doi: str) -> str:
    """Return a DOI without the punctuation of the sentence around it."""
    doi = doi.rstrip(".,:;")
    return doi.rstrip(").,:;") if doi.count(")") > doi.count("(") else doi


def _tests(tree: ast.Module) -> list[str]:
    return [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
