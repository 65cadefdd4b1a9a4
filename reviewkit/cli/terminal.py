"""Text on a terminal: as wide as there is room, in colour where it is wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import click

#: Columns of text that is piped or on a wide terminal, and the fewest that a page is set in.
WIDEST, NARROWEST = 100, 60

_STYLES: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True},
    "heading": {"bold": True, "fg": "cyan"},
    "strong": {"bold": True},
    "quiet": {"dim": True},
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    "suggestion": {"fg": "blue"},
}


class Line(Protocol):
    """One line of text without its end, and what it is: a title, an error, plain ..."""

    @property
    def text(self) -> str: ...  # noqa: D102

    @property
    def role(self) -> str: ...  # noqa: D102


def width() -> int:
    """Return the columns that text is set in."""
    if not sys.stdout.isatty():
        return WIDEST
    import shutil

    columns = shutil.get_terminal_size((WIDEST, 24)).columns
    return max(NARROWEST, min(columns, WIDEST))


def coloured() -> bool:
    """Whether colour is wanted: on a terminal, unless NO_COLOR says otherwise (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def print_lines(lines: Iterable[Line]) -> None:
    """Print lines, in colour where it is wanted; all at once, which is faster."""
    colour = coloured()
    told = [
        click.style(line.text, **_STYLES[line.role])
        if colour and line.role in _STYLES
        else line.text
        for line in lines
    ]
    if told:
        click.echo("\n".join(told))
