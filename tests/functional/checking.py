"""Running ``reviewkit check`` in tests, on invented texts and the review that is shipped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from reviewkit.cli import main
from tests.functional.commands import FLAGSHIP

BOLD = "Scalp massage makes your hair thicker."
CAREFUL = "It is unclear whether scalp massage makes hair thicker."
SHOP = "Our shop opens at nine."


def check(*arguments: str | Path, stdin: str | bytes = "") -> Result:
    """Run the command in this process; anything but an exit is raised, so that a bug shows."""
    typed = ["check", *map(str, arguments)]
    if "--evidence" not in typed and "--no-evidence" not in typed:
        typed += ["--evidence", str(FLAGSHIP)]
    typed = [argument for argument in typed if argument != "--no-evidence"]
    return CliRunner().invoke(main, typed, input=stdin, catch_exceptions=False)


def found(*arguments: str | Path, stdin: str | bytes = "") -> list[dict[str, Any]]:
    """Return what ``--format json`` prints."""
    files: list[dict[str, Any]] = json.loads(
        check(*arguments, "--format", "json", stdin=stdin).stdout
    )
    return files


def write(path: Path, *sentences: str) -> Path:
    """Write a text, each sentence a paragraph."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{sentence}\n\n" for sentence in sentences), encoding="utf-8")
    return path
