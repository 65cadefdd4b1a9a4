"""``reviewkit studies``: the studies of a review, and what of each was read."""

from __future__ import annotations

import click

from reviewkit.cli.options import evidence_option, format_option, print_bytes, print_json


@click.command(short_help="List the studies and what of each was read.")
@evidence_option
@format_option("text", "json", "csv")
def studies(named: str | None, shape: str) -> None:
    """List the studies: design, people, allocation, what was read, results and risk of bias."""
    from reviewkit.cli.graded import loaded
    from reviewkit.cli.locate import reviews
    from reviewkit.report.studies import studies_csv, studies_lines, studies_rows

    evidence = [loaded(folder) for folder in reviews(named)]
    rows = [row for review in evidence for row in studies_rows(review)]
    if shape == "json":
        print_json(rows)
    elif shape == "csv":
        print_bytes(studies_csv(rows))
    else:
        from reviewkit.cli.terminal import print_lines, width

        print_lines(studies_lines(rows, width=width()))
