"""``reviewkit claims``: what the evidence says of each claim, and what its mentions make of it."""

from __future__ import annotations

import click

from reviewkit.cli.options import evidence_option, format_option, print_bytes, print_json


@click.command(short_help="Grade the claims.")
@evidence_option
@format_option("text", "json", "csv")
def claims(named: str | None, shape: str) -> None:
    """Grade the claims: what the evidence says, how certain it is, and the verdict.

    The verdict is that of the claim said plainly; each mention has one of its own, counted by
    severity. `explain CLAIM` shows how a verdict came about.
    """
    from reviewkit.cli.locate import reviews
    from reviewkit.cli.progress import doing
    from reviewkit.index import open_index

    indexes = []
    for folder in reviews(named):
        with doing(f"grading the claims of {folder}"):
            indexes.append(open_index(folder))
    if shape == "json":
        print_json([row for index in indexes for row in index["claims"]])
        return
    from reviewkit.report.claims import claims_csv, claims_lines

    if shape == "csv":
        print_bytes(claims_csv([row for index in indexes for row in index["claims"]]))
        return
    from reviewkit.cli.terminal import print_lines, width

    for index in indexes:
        print_lines(claims_lines(index, width=width()))
