"""Docstrings beyond what ruff checks: parameters are those of the signature, kernels show how."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.project.tree import modules, parsed, relative

KERNELS = (
    "reviewkit.audit",
    "reviewkit.effects",
    "reviewkit.effects.rebuilt",
    "reviewkit.synthesis",
)
MANY = 5
"""Parameters from which a function describes each in a section; below, its sentence does."""
DOI = re.compile(r"\b10\.\d{4,9}/\S+")
REPEATS = {"fit_many", "leave_one_out", "omnibus_of"}
"""Exported functions that run another kernel again and have no formula of their own."""
NAMES = re.compile(r"^(\*{0,2}\w+(?:, \*{0,2}\w+)*)(?: : .*)?$")

Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def section(docstring: str, title: str) -> list[str]:
    """Return the lines of one numpydoc section, or none."""
    lines = inspect.cleandoc(docstring).splitlines()
    heads = [
        number
        for number, line in enumerate(lines[1:])
        if re.fullmatch(r"-{3,}", line) and lines[number].strip()
    ]
    for position, head in enumerate(heads):
        if lines[head].strip() == title:
            end = heads[position + 1] if position + 1 < len(heads) else len(lines)
            return lines[head + 2 : end]
    return []


def listed(docstring: str) -> list[str]:
    """Return the names that the Parameters section describes."""
    entries = (NAMES.match(line) for line in section(docstring, "Parameters"))
    return [
        name.lstrip("*")
        for entry in entries
        if entry is not None
        for name in entry.group(1).split(", ")
    ]


def documented(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, Documented]]:
    """Yield each public function, method and class that has a Parameters section."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Documented) and not node.name.startswith("_"):
            if listed(ast.get_docstring(node) or ""):
                yield f"{prefix}{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from documented(node, f"{node.name}.")


def signature(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    spec = node.args
    plain = [arg.arg for arg in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)]
    starred = [arg.arg for arg in (spec.vararg, spec.kwarg) if arg is not None]
    return [name for name in (*plain, *starred) if name not in {"self", "cls"}]


def fields(node: ast.ClassDef) -> set[str]:
    """Return what a class may be given: its annotated names and those of its `__init__`."""
    annotated = {
        statement.target.id
        for statement in node.body
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    }
    given = [
        name
        for statement in node.body
        if isinstance(statement, ast.FunctionDef) and statement.name == "__init__"
        for name in signature(statement)
    ]
    return annotated | set(given)


def cases() -> list[Any]:
    return [
        pytest.param(node, id=f"{relative(path)}:{name}")
        for path in modules()
        for name, node in documented(parsed(path))
    ]


def kernels() -> list[Any]:
    """Return every function that a numeric package exports."""
    found = []
    for package in KERNELS:
        module = importlib.import_module(package)
        for name in module.__all__:
            function = getattr(module, name)
            if inspect.isfunction(function):
                found.append(pytest.param(function, id=f"{package}.{name}"))
    return found


@pytest.mark.parametrize("node", cases())
def test_parameters_are_those_of_the_signature(node: Documented) -> None:
    names = listed(ast.get_docstring(node) or "")
    if isinstance(node, ast.ClassDef):
        assert set(names) <= fields(node)
    else:
        assert sorted(names) == sorted(signature(node))


@pytest.mark.parametrize("function", kernels())
def test_kernel_shows_how_it_is_called_and_where_its_formula_stands(function: Any) -> None:
    docstring = inspect.getdoc(function) or ""
    assert any(line.startswith(">>>") for line in section(docstring, "Examples"))
    assert listed(docstring) or len(inspect.signature(function).parameters) < MANY
    if function.__name__ in REPEATS:
        return
    module = inspect.getmodule(function)
    assert module is not None
    assert DOI.search(inspect.getsource(module)), f"{module.__name__} cites no source"
