"""R's formulas as far as the reference cases use them: designs and groupings."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.oracles.solving.cases import Unsupported

Columns = Mapping[str, Sequence[Any]]
Values = npt.NDArray[np.float64]
Design = tuple[list[list[float]], list[str]]

OPERATORS: dict[type[ast.operator], tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Add: (" + ", np.add),
    ast.Sub: (" - ", np.subtract),
    ast.Mult: (" * ", np.multiply),
    ast.Div: ("/", np.divide),
    ast.Pow: ("^", np.power),
}
"""Of arithmetic: how R deparses it, and what it is."""

FUNCTIONS: dict[str, Callable[..., Any]] = {
    "I": lambda x: x,
    "abs": np.abs,
    "exp": np.exp,
    "log": np.log,
    "max": np.max,
    "mean": np.mean,
    "median": np.median,
    "min": np.min,
    "pmax": np.maximum,
    "pmin": np.minimum,
    "sd": lambda x: np.std(x, ddof=1),
    "sqrt": np.sqrt,
}

FACTOR = re.compile(r"(?:as\.)?factor\((\w[\w.]*)\)")


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


def arguments(call: str) -> dict[str, str]:
    """Return the arguments of an R call, those without a name by their place from 1.

    >>> arguments("rma.mv(yi, V, method='ML')")
    {'1': 'yi', '2': 'V', 'method': "'ML'"}
    """
    inside = call[call.index("(") + 1 : call.rindex(")")]
    found: dict[str, str] = {}
    for place, part in enumerate(parts(inside, ","), 1):
        name, equals, value = part.partition("=")
        named = equals and re.fullmatch(r"\s*[\w.]+\s*", name)
        found.update({name.strip(): value.strip()} if named else {str(place): part})
    return found


def design(formula: str, columns: Columns, k: int) -> Design:
    """Return the model matrix of a one-sided formula and its names as R has them."""
    signed = list(_signed(formula))
    intercept = (False, "1") not in signed and (True, "0") not in signed
    kept = _crossed([term for keep, term in signed if keep and term not in {"0", "1"}])
    made: list[tuple[str, list[float]]] = [("intrcpt", [1.0] * k)] if intercept else []
    beside = {frozenset(parts(term, ":")) for term in kept}
    if intercept:
        beside.add(frozenset())
    for term in kept:
        made += _columns_of(term, columns, beside)
        if _is_factor(term, columns):
            beside.add(frozenset())
    matrix = np.array([values for _, values in made], dtype=np.float64).T
    return matrix.tolist(), [name for name, _ in made]


def groupings(formula: str) -> list[tuple[str | None, list[str]]]:
    """Return the random terms as (inner, outer groupings), inner None for an intercept."""
    text = formula.strip()
    terms = parts(text[len("list(") : -1], ",") if text.startswith("list(") else [text]
    found: list[tuple[str | None, list[str]]] = []
    for part in terms:
        match = re.fullmatch(r"~\s*(\S+)\s*\|\s*(\S+(?:\s*/\s*\S+)*)", part.strip())
        if match is None:
            raise Unsupported(f"random effect {part}")
        inner = None if match[1] == "1" else match[1]
        found.append((inner, [name.strip() for name in match[2].split("/")]))
    return found


def parts(text: str, separator: str) -> list[str]:
    """Return what stands between the separators that no bracket encloses.

    >>> parts("year, pmin(weeks, 3)", ",")
    ['year', 'pmin(weeks, 3)']
    """
    found, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        if letter == separator and depth == 0:
            found.append(text[start:at])
            start = at + 1
    return [part.strip() for part in [*found, text[start:]]]


def independent(matrix: list[list[float]], names: list[str]) -> Design:
    """Return the design without the columns that those before them make, which R drops."""
    columns = np.array(matrix)
    kept: list[int] = []
    for i in range(columns.shape[1]):
        if np.linalg.matrix_rank(columns[:, [*kept, i]]) > len(kept):
            kept.append(i)
    return columns[:, kept].tolist(), [names[i] for i in kept]


def _signed(formula: str) -> Iterator[tuple[bool, str]]:
    """Yield each term of a formula, with whether it is added or taken away."""
    depth, start = 0, 0
    text = formula.lstrip("~ ")
    for at, letter in enumerate(text + "+"):
        depth += (letter == "(") - (letter == ")")
        if letter in "+-" and depth == 0:
            term = text[start:at].strip()
            if term.strip("+- "):
                yield not term.startswith("-"), term.lstrip("+- ")
            start = at


def _crossed(terms: list[str]) -> list[str]:
    """Return the terms with ``a*b`` written out, those of one variable first, as R orders them."""
    found = [
        part
        for term in terms
        for crossed in [parts(term, "*")]
        for part in ([*crossed, ":".join(crossed)] if len(crossed) > 1 else crossed)
    ]
    return sorted(dict.fromkeys(found), key=lambda name: len(parts(name, ":")))


def _columns_of(
    term: str, columns: Columns, beside: set[frozenset[str]]
) -> list[tuple[str, list[float]]]:
    """Return the columns of a term: a number, a factor's dummies, or products of them.

    A factor leaves out its first level where the term without it is in the model, as in R.
    """
    named = parts(term, ":")
    made: list[tuple[str, list[float]]] = [("", [])]
    for part in named:
        full = frozenset(named) - {part} not in beside
        others = _single(part, columns, full=full)
        made = [
            (f"{one}:{other}", [a * b for a, b in zip(x, y, strict=True)]) if one else (other, y)
            for other, y in others
            for one, x in made
        ]
    return made


def _single(part: str, columns: Columns, *, full: bool) -> list[tuple[str, list[float]]]:
    if not _is_factor(part, columns):
        return [_computed(part, columns)]
    match = FACTOR.fullmatch(part)
    name = match[1] if match else part
    levels = sorted(set(columns[name]))
    return [
        (f"{part}{level}", [float(value == level) for value in columns[name]])
        for level in (levels if full else levels[1:])
    ]


def _is_factor(part: str, columns: Columns) -> bool:
    if FACTOR.fullmatch(part):
        return True
    return part in columns and any(isinstance(value, str) for value in columns[part])


def _computed(expression: str, columns: Columns) -> tuple[str, list[float]]:
    """Return the column that an expression of R makes, named as R deparses it."""
    renamed = {name.replace(".", "__"): np.array(values) for name, values in columns.items()}
    text = re.sub(r"([A-Za-z]\w*)\.(?=[A-Za-z])", r"\1__", expression).replace("^", "**")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as fault:
        raise Unsupported(f"expression {expression}") from fault
    name, values = _evaluated(tree, renamed)
    return name.replace("__", "."), np.asarray(values, dtype=np.float64).tolist()


def _evaluated(node: ast.expr, columns: Mapping[str, Values]) -> tuple[str, Any]:
    match node:
        case ast.Name(id=name) if name in columns:
            return name, columns[name]
        case ast.Constant(value=int() | float() as value):
            return f"{value:g}", value
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            symbol, operate = OPERATORS[type(op)]
            (one, x), (other, y) = _evaluated(left, columns), _evaluated(right, columns)
            return f"{one}{symbol}{other}", operate(x, np.asarray(y, dtype=np.float64))
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
            inside = [_evaluated(each, columns) for each in args]
            shown = ", ".join(text for text, _ in inside)
            return f"{name}({shown})", FUNCTIONS[name](*(values for _, values in inside))
    raise Unsupported(f"expression {ast.unparse(node)}")
