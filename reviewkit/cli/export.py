"""``reviewkit export``: the records' shape for editors."""

from __future__ import annotations

from pathlib import Path

import click


@click.group(short_help="Write the records' JSON Schema.")
def export() -> None:
    """Write what other programs read."""


@export.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def schema(folder: Path) -> None:
    """Write the JSON Schema of every kind of record to FOLDER, for editors that check as one types.

    FOLDER is made if it is not there; schemas of an earlier run are written over.
    """
    from reviewkit.exchange.schema import write

    for path in write(folder):
        click.echo(path)
