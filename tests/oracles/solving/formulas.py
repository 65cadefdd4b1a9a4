"""R's formulas as far as the reference cases use them: designs and groupings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from operator import add, mul, sub, truediv
from typing import Any

import numpy as np

from tests.oracles.solving.cases import Unsupported

Columns = Mapping[str, Sequence[Any]]
Design = tuple[list[list[float]], list[str]]

OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "-": sub,
    "+": add,
    "*": mul,
    "/": truediv,
    "^": pow,
}

PART = re.compile(r"I\([^()]*\)|factor\([^()]*\)|[A-Za-z_.][\w.]*")


def argument(call: str, name: str) -> str | None:
    """Return the text of one argument of an R call, or None."""
    found = re.search(rf"\b{name}\s*=\s*", call)
    if found is None:
        return None
    depth, start = 0, found.end()
    for at, letter in enumerate(call[start:], start):
        depth += (letter in "([") - (letter in ")]")
        if depth < 0 or (depth == 0 and letter == ","):
            return call[start:at].strip()
    return call[start:].strip()


def design(formula: str, columns: Columns, k: int) -> Design:
    """Return the model matrix of a one-sided formula and its names as R has them."""
    terms = [part.strip() for part in re.split(r"(?=[+-])(?![^()]*\))", formula.lstrip("~ "))]
    signed = [(not term.startswith("-"), term.lstrip("+- ")) for term in terms if term]
    intercept = (False, "1") not in signed and (True, "0") not in signed
    kept = _crossed([term for keep, term in signed if keep and term not in {"0", "1"}])
    made: list[tuple[str, list[float]]] = [("intrcpt", [1.0] * k)] if intercept else []
    full = not intercept
    for term in kept:
        made += _columns_of(term, columns, full=full)
        full = full and not _is_factor(term, columns)
    matrix = np.array([values for _, values in made], dtype=np.float64).T
    return matrix.tolist(), [name for name, _ in made]


def groupings(formula: str) -> list[tuple[str | None, list[str]]]:
    """Return the random terms as (inner, outer groupings), inner None for an intercept."""
    text = formula.strip()
    parts = _split(text[len("list(") : -1]) if text.startswith("list(") else [text]
    found: list[tuple[str | None, list[str]]] = []
    for part in parts:
        match = re.fullmatch(r"~\s*(\S+)\s*\|\s*(\S+(?:\s*/\s*\S+)*)", part.strip())
        if match is None:
            raise Unsupported(f"random effect {part}")
        inner = None if match[1] == "1" else match[1]
        found.append((inner, [name.strip() for name in match[2].split("/")]))
    return found


def _crossed(terms: list[str]) -> list[str]:
    """Return the terms with ``a*b`` written out, those of one variable first, as R orders them."""
    found = [
        part
        for term in terms
        for part in ([*term.split("*"), term.replace("*", ":")] if "*" in term else [term])
    ]
    names = list(dict.fromkeys(part.replace(" ", "") for part in found))
    return sorted(names, key=lambda name: name.count(":"))


def _columns_of(term: str, columns: Columns, *, full: bool) -> list[tuple[str, list[float]]]:
    """Return the columns of a term: a number, a factor's dummies, or products of them."""
    parts = PART.findall(term)
    made = _single(parts[0], columns, full=full or len(parts) > 1)
    for part in parts[1:]:
        others = _single(part, columns, full=False)
        made = [
            (f"{one}:{other}", [a * b for a, b in zip(x, y, strict=True)])
            for other, y in others
            for one, x in made
        ]
    return made


def _single(part: str, columns: Columns, *, full: bool) -> list[tuple[str, list[float]]]:
    if part.startswith("I("):
        return [_computed(part[2:-1], columns)]
    if not _is_factor(part, columns):
        return [(part, [float(value) for value in columns[part]])]
    name = part[len("factor(") : -1] if part.startswith("factor(") else part
    levels = sorted(set(columns[name]))
    return [
        (f"{part}{level}", [float(value == level) for value in columns[name]])
        for level in (levels if full else levels[1:])
    ]


def _is_factor(part: str, columns: Columns) -> bool:
    if part.startswith("factor("):
        return True
    return part in columns and any(isinstance(value, str) for value in columns[part])


def _computed(expression: str, columns: Columns) -> tuple[str, list[float]]:
    """Return the column of a variable, an operator and a number, named as R deparses it."""
    match = re.fullmatch(r"\s*([\w.]+)\s*([-+*/^])\s*([\d.]+)\s*", expression)
    if match is None:
        raise Unsupported(f"expression {expression}")
    operate = OPERATIONS[match[2]]
    gap = "" if match[2] in "/^" else " "
    values = [operate(float(value), float(match[3])) for value in columns[match[1]]]
    return f"I({match[1]}{gap}{match[2]}{gap}{match[3]})", values


def _split(text: str) -> list[str]:
    """Return what stands between the commas that no bracket encloses."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]
