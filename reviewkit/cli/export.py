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
    from reviewkit.errors import UserError
    from reviewkit.exchange.schema import write

    try:
        written = write(folder)
    except OSError as error:
        raise UserError(f"cannot write to {folder}: {error.strerror or error}") from None
    for path in written:
        click.echo(path)
