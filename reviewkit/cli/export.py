"""``reviewkit export``: the records' shape for editors, and tables of findings for a manuscript."""

from __future__ import annotations

from pathlib import Path

import click

from reviewkit.cli.options import evidence_option

#: Endings of a file of tables.
ENDINGS = (".html", ".md", ".csv", ".docx")


@click.group(short_help="Write JSON Schema, and tables of findings.")
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


@export.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@evidence_option
@click.option("--body", "bodies", multiple=True, metavar="ID", help="Only this body; repeatable.")
@click.option("--profile", is_flag=True, help="The evidence profile, its domains apart.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def findings(
    file: Path, named: str | None, bodies: tuple[str, ...], profile: bool, force: bool
) -> None:
    """Write the summary of findings to FILE, as its ending says: .html, .md, .csv or .docx.

    A table for each intervention, a row for each body of evidence, with absolute effects where a
    risk without the intervention is known and a footnote for every rating.
    """
    from reviewkit.cli.graded import graded
    from reviewkit.cli.locate import reviews
    from reviewkit.display import joined
    from reviewkit.errors import UnknownName, UserError
    from reviewkit.report.summary.files import findings_file

    if file.suffix.lower() not in ENDINGS:
        raise UserError(f"{file} ends in none of {joined(ENDINGS, last='or')}")
    if file.exists() and not force:
        raise UserError(f"{file} is there already: name another file, or --force to write over it")
    found = reviews(named)
    if len(found) > 1:
        names = joined((folder.name for folder in found), last="or")
        raise UserError(f"there are {len(found)} reviews: choose {names} with --evidence")
    values = graded(found[0])
    for body in bodies:
        if body not in values.bodies:
            raise UnknownName(body, "body", values.bodies)
    content = findings_file(values, file.suffix.lower(), bodies=bodies or None, profile=profile)
    try:
        file.write_bytes(content)
    except OSError as error:
        raise UserError(f"cannot write to {file}: {error.strerror or error}") from None
    click.echo(f"{file}: written")
