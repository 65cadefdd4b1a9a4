"""What the YAML parser complains of, in words for the person who wrote the file."""

from __future__ import annotations

from typing import Any

import yaml

from reviewkit.source.document import Place

_FIXES = {
    "mapping values are not allowed": "put a text that holds `: ` in quotes, or check the indent",
    "did not find expected key": "check the indent here, and quotes and brackets above",
    "could not find expected ':'": "check the indent, and that each key has its colon",
    "did not find expected ',' or ']'": "close the bracket, or quote a text that holds one",
    "did not find expected ',' or '}'": "close the brace, or quote a text that holds `,` or `}`",
    "did not find expected '-' indicator": "check the indent of the list",
    "found unexpected end of stream": "close the quotes",
    "found unexpected ':'": "put a space after the colon, or quote a text that holds one",
    "found character that cannot start any token": "put the text in quotes",
}
"""What to do, by how the parser's own sentence begins."""


def explain(error: yaml.YAMLError, lines: tuple[str, ...]) -> tuple[str, str | None, Place]:
    """Return what is wrong, how it is put right where that can be said, and the place."""
    problem = getattr(error, "problem", None) or "cannot be parsed"
    line, column = _position(getattr(error, "problem_mark", None)) or (1, 1)
    begun, _ = _position(getattr(error, "context_mark", None)) or (line, column)
    if line > len(lines):  # libyaml may count one on at the end
        line, column = len(lines), len(lines[-1]) + 1
    culprit = "".join(lines[line - 1 : line])[column - 1 : column]  # empty at a line's end
    place = (line, column, line, column + len(culprit))
    if culprit == "\t":
        return "a tab in the indent", "indent with spaces", place
    beginning = f", in what begins on line {begun}" if begun != line else ""
    fix = next((fix for start, fix in _FIXES.items() if problem.startswith(start)), None)
    return f"not valid YAML: {problem}{beginning}", fix, place


def _position(mark: Any) -> tuple[int, int] | None:
    return (mark.line + 1, mark.column + 1) if mark is not None else None
