"""``reviewkit report``: the review as HTML, CSV and JSON."""

from __future__ import annotations

from pathlib import Path

import click

from reviewkit.cli.options import evidence_option


@click.command(short_help="Write HTML, CSV and JSON.")
@evidence_option
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder to write to: a new or empty one, or one that a report was written to before.",
)
@click.option(
    "--force",
    is_flag=True,
    help="Write into a folder that holds other files, or over changed ones.",
)
def report(named: str | None, folder: Path, force: bool) -> None:
    """Write the report: a page for each claim, article, body and study, lists of them, CSV, JSON.

    Several reviews go to a folder each. Nothing that somebody else put there is written over.
    """
    from reviewkit.cli.graded import graded
    from reviewkit.cli.locate import reviews
    from reviewkit.cli.progress import doing
    from reviewkit.report.files import report_files
    from reviewkit.report.folder import write_files

    found = reviews(named)
    for review in found:
        values = graded(review)
        with doing(f"writing the report of {values.evidence.review.id}"):
            files = report_files(values)
            home = folder if len(found) == 1 else folder / values.evidence.review.id
            write_files(home, files, force=force)
        click.echo(f"{home / 'index.html'}: {len(files)} files written")
