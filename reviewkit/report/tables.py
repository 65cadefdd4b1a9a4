"""Rows as a table for a terminal, and as CSV."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any, Literal

from reviewkit.report.lines import Line, Role

NO_BREAK = "\N{NO-BREAK SPACE}"
GAP = "  "


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: the key of its values, its title, the most columns of text it takes, its side.

    `least` is how far it may be narrowed where there is less room; None for not at all.
    """

    key: str
    title: str
    width: int
    least: int | None = None
    align: Literal["left", "right"] = "left"


def table_lines(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> Iterator[Line]:
    """Yield a table as lines: no frame, columns that line up, long cells wrapped.

    What is absent is a dash. One word that is too long for its column pushes the others aside.
    """
    yield from row_lines(columns, [column.title for column in columns], role="heading")
    for row in rows:
        yield from row_lines(columns, [_shown(row[column.key]) for column in columns])


def fitted(columns: Sequence[Column], width: int) -> tuple[Column, ...]:
    """Return the columns narrowed to fit so many columns of text, those with most to spare first.

    Examples
    --------
    >>> [c.width for c in fitted([Column(key="a", title="a", width=30),
    ...                           Column(key="b", title="b", width=20, least=8)], 42)]
    [30, 10]
    """
    found = list(columns)
    while sum(column.width for column in found) + len(GAP) * (len(found) - 1) > width:
        loosest = max(found, key=_spare)
        if not _spare(loosest):
            break
        found[found.index(loosest)] = replace(loosest, width=loosest.width - 1)
    return tuple(found)


def _spare(column: Column) -> int:
    return 0 if column.least is None else column.width - column.least


def row_lines(
    columns: Sequence[Column], cells: Sequence[str], *, role: Role = "plain"
) -> Iterator[Line]:
    """Yield one row as lines. A non-breaking space keeps words together."""
    wrapped = [
        textwrap.wrap(cell, column.width, break_long_words=False)
        for cell, column in zip(cells, columns, strict=True)
    ]
    for parts in zip_longest(*wrapped, fillvalue=""):
        text = GAP.join(
            part.rjust(column.width) if column.align == "right" else part.ljust(column.width)
            for part, column in zip(parts, columns, strict=True)
        )
        yield Line(text=text.rstrip().replace(NO_BREAK, " "), role=role)


def to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV with a header, at full precision; what is absent is an empty field.

    Lists are joined by semicolons.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_field(row[column]) for column in columns])
    return text.getvalue()


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "–" if value is None or value == "" else str(value)


def _field(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(map(_field, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return repr(value)
    return "" if value is None else str(value)
