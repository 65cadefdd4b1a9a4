"""Tables of findings as Markdown and CSV: the same cells and footnotes in each."""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.report.summary.tables import Table
from reviewkit.report.tables import to_csv


def to_markdown(tables: Sequence[Table], *, title: str) -> str:
    """Return tables as Markdown with pipes; footnotes follow each table."""
    parts = [f"# {title}"]
    for table in tables:
        parts.append(f"## {sentence(table.title)}")
        head = [_headed(table, position) for position in range(len(table.head))]
        lines = [_row(head), _row(["---"] * len(head)), *map(_row, table.rows)]
        parts.append("\n".join(lines))
        if table.footnotes:
            # Two spaces at the end of a line break it, so that each note stands by itself.
            notes = [f"[{mark}] {_escaped(text)}" for mark, text in table.footnotes]
            parts.append("  \n".join(notes))
    parts += dict.fromkeys(table.caption for table in tables)
    return "\n\n".join(parts) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("\n", "<br>")


def _headed(table: Table, position: int) -> str:
    """The name of a column with the heading that it stands under."""
    if table.span is None or not table.span[1] <= position < table.span[2]:
        return table.head[position]
    name = table.head[position]
    return f"{table.span[0]}: {name[0].lower()}{name[1:]}"


def to_rows(tables: Sequence[Table]) -> str:
    """Return tables as one CSV: a line a body, its footnotes whole in a last column."""
    if not tables:
        return ""
    heads = [_headed(tables[0], position) for position in range(len(tables[0].head))]
    columns = ["body", "intervention", *heads, "footnotes"]
    rows = []
    for table in tables:
        notes = dict(table.footnotes)
        for body, cells in zip(table.bodies, table.rows, strict=True):
            marks = dict.fromkeys(mark for cell in cells for mark in marks_in(cell))
            told = " ".join(f"[{mark}] {notes[mark]}" for mark in marks)
            rows.append(
                {
                    "body": body,
                    "intervention": table.title,
                    **dict(zip(heads, cells, strict=True)),
                    "footnotes": told,
                }
            )
    return to_csv(columns, rows)


def marks_in(cell: str) -> list[str]:
    """Return the marks of footnotes at the end of each line of a cell.

    Examples
    --------
    >>> marks_in("low [a,b]"), marks_in("0.5 (95% CI 0.4 to 0.6)")
    (['a', 'b'], [])
    """
    found: list[str] = []
    for line in cell.splitlines():
        _, bracket, marks = line.rpartition(" [")
        if bracket and marks.endswith("]"):
            found += marks[:-1].split(",")
    return found


def apart(line: str) -> tuple[str, str]:
    """Return a line of a cell without its marks, and the marks.

    Examples
    --------
    >>> apart("low [a,b]"), apart("low")
    (('low', 'a,b'), ('low', ''))
    """
    marks = ",".join(marks_in(line))
    return (line.removesuffix(f" [{marks}]"), marks) if marks else (line, "")


def sentence(text: str) -> str:
    """Return a text as a heading has it, with a capital.

    Examples
    --------
    >>> sentence("massage of the head")
    'Massage of the head'
    """
    return text[:1].upper() + text[1:]
