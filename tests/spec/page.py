"""The tables of rules as a page: `python -m tests.spec.page` writes it, a test holds it.

Facts and expected values are printed as they are written in the tests, so that an expected number
shows the arithmetic behind it; where that is more than a literal, its value stands beside it.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from tests.spec.table import SPELT, Case, Grid, Table

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "rules.md"
#: The order of a review: where certainty starts, what lowers it, what a sentence may then say.
ORDER = (
    "start",
    "appraisal",
    "domains",
    "imprecision",
    "slope",
    "judgements",
    "outcome",
    "statements",
    "wording",
    "benefit",
    "experience",
    "mechanism",
    "advice",
    "studies",
    "figures",
    "routes",
    "too_good",
    "reasons",
    "leaps",
    "trust_alone",
    "audit",
)
INTRODUCTION = """# The rules, as tables of cases

Written by `python -m tests.spec.page` from the tests in `tests/spec/`, which run every row.

Marks: **P** read in the primary source or its abstract; **T** read in a transcription of it; **C**
a convention of this project. A rating that turns on a convention is marked as one, whatever the
rule around it. What is usual in a table is left out of its rows; the words in quotes are those
by which the toolkit says why. Where a rule has named branches, they are listed first, each with the
levels it ends on and who says so; reports and `reviewkit explain` name the branch that was taken.
"""
_WORDS = {"True": "yes", "False": "no", "None": "not known"}


def page() -> str:
    """Return the page."""
    parts = [INTRODUCTION]
    for module in map(_module, ORDER):
        doc = (module.__doc__ or "").strip()
        title, _, rest = doc.partition("\n\n")
        parts.append(
            f"## {title.rstrip('.')}\n" + (f"\n{' '.join(rest.split())}\n" if rest else "")
        )
        parts += [_section(module, table) for table in tables(module)]
    return "\n".join(parts)


def tables(module: ModuleType) -> list[Table | Grid]:
    """Return the tables of a module, in the order in which they are written."""
    return [value for value in vars(module).values() if isinstance(value, Table | Grid)]


def every() -> Iterator[tuple[ModuleType, Table | Grid]]:
    """Yield every table with the module that it stands in."""
    for module in map(_module, ORDER):
        yield from ((module, table) for table in tables(module))


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"tests.spec.test_{name}")


def modules() -> list[str]:
    """Return the names of the modules that hold tables."""
    return sorted(path.stem.removeprefix("test_") for path in HERE.glob("test_*.py"))


def _section(module: ModuleType, table: Table | Grid) -> str:
    head = f"### {table.title}\n\n{table.text}\n"
    if isinstance(table, Grid):
        return f"{head}\n{_grid(table)}\n"
    named = f"{_branches(table)}\n\n" if table.branches else ""
    return f"{head}\n{named}{_cases(module, table)}\n"


def _branches(table: Table) -> str:
    rows = [["branch", "levels", "taken when", "source"]]
    for branch in table.branches.values():
        said = "" if branch.mark == "convention" else f"{branch.source}; "
        levels = str(branch.levels)
        rows.append([f"`{branch.id}`", levels, branch.when, f"{said}{branch.mark}"])
    return _rows(rows)


def _grid(grid: Grid) -> str:
    down, across = grid.down, grid.across
    rows = [[f"{down[0]} \\ {across[0]}", *map(str, across[1])]]
    rows += [[str(name), *cells] for name, cells in zip(down[1], grid.cells, strict=True)]
    return f"{_rows(rows)}\n\nMark: {grid.mark}, {SPELT[grid.mark]}."


def _cases(module: ModuleType, table: Table) -> str:
    written = dict(_written(module))
    branch = ["branch"] if table.branches else []
    rows = [["case", "facts", "then", *branch, "mark"]]
    for case in table.cases:
        given, then = written[table.title, case.name]
        facts = "; ".join(f"{name}: {value}" for name, value in given.items())
        taken = [f"`{case.branch}`"] if table.branches else []
        rows.append([case.name, facts, _then(case, then), *taken, case.mark])
    return _rows(rows)


def _then(case: Case, written: str) -> str:
    arithmetic = "" if written == repr(case.then) else f"`{written}` = "
    shown = f"{arithmetic}**{case.then}**"
    return f"{shown}: “{case.because}”" if case.because else shown


def _written(module: ModuleType) -> Iterator[tuple[tuple[str, str], tuple[dict[str, str], str]]]:
    """Yield the facts and the expected value of each case, as they are written."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    for table in _calls(tree, "Table"):
        title = next(ast.literal_eval(k.value) for k in table.keywords if k.arg == "title")
        for case in _calls(table, "Case"):
            name, _, given, then = case.args[:4]
            yield (title, ast.literal_eval(name)), (_facts(given), ast.unparse(then))


def _calls(below: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(below):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
            yield node


def _facts(given: ast.expr) -> dict[str, str]:
    assert isinstance(given, ast.Dict)
    return {
        ast.literal_eval(key): _value(value)
        for key, value in zip(given.keys, given.values, strict=True)
        if key is not None
    }


def _value(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return " ".join(node.value.split())
    if isinstance(node, ast.Dict):
        return ", ".join(f"{name} {value}" for name, value in _facts(node).items())
    if isinstance(node, ast.List):
        return ", ".join(map(_value, node.elts)) or "none"
    if isinstance(node, ast.Tuple):
        return f"({', '.join(map(_value, node.elts))})" if node.elts else "none"
    if isinstance(node, ast.BinOp) and isinstance(node.left, ast.List | ast.BinOp):
        between = " × " if isinstance(node.op, ast.Mult) else ", "
        return f"{_value(node.left)}{between}{_value(node.right)}"
    text = ast.unparse(node)
    return _WORDS.get(text, text)


def _rows(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
