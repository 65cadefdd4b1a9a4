"""Options that commands share, and how machine formats are printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

EVIDENCE_HELP = (
    "A review, by folder or by name. Without it: `evidence` under [tool.reviewkit] in "
    ".reviewkit.toml or pyproject.toml, else ./evidence, else the reviews that came with reviewkit."
)


def evidence_option(command: F) -> F:
    """Add ``--evidence NAME|FOLDER``."""
    return click.option("--evidence", "named", metavar="NAME|FOLDER", help=EVIDENCE_HELP)(command)


def format_option(*formats: str) -> Callable[[F], F]:
    """Add ``--format``; the first format is the default."""
    return click.option(
        "--format",
        "shape",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="Text for people; the others for machines, in UTF-8 and with nothing else on stdout.",
    )


def print_json(value: object) -> None:
    """Print JSON as UTF-8, whatever the terminal's encoding."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    print_bytes(f"{text}\n")


def print_bytes(text: str) -> None:
    """Print text for machines as UTF-8, whatever the terminal's encoding."""
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
