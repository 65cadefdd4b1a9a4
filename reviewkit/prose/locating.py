"""Where a problem stands: line and column of its first and last character.

Rules speak of words in a sentence, readers and editors of lines and columns in a file. A sentence
may run over lines, so the place of a problem is not that of its sentence and so many characters on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reviewkit.prose.text import Document


def located(document: Document, findings: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the findings with the places of their problems, the ignored ones too.

    Each problem gets `line`, `column`, `end_line` and `end_column`, each finding the last two.
    Lines and columns count from 1, columns in code points; `end_column` is exclusive.
    """
    starts = document.line_starts
    for finding in findings:
        yield _places(starts, finding) | {
            **finding,
            "problems": [problem | _places(starts, problem) for problem in finding["problems"]],
            "ignored": [problem | _places(starts, problem) for problem in finding["ignored"]],
        }


def _places(starts: Sequence[int], found: dict[str, Any]) -> dict[str, int]:
    start, end = found["start"], found["end"]
    line, column = _place(starts, start)
    # The end itself may be on the next line: its place is one on from the last character.
    end_line, end_column = _place(starts, max(end - 1, start))
    return {
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column + min(end - start, 1),
    }


def _place(starts: Sequence[int], offset: int) -> tuple[int, int]:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
