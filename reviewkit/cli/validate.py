"""``reviewkit validate``: everything that is wrong with the records, in one run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reviewkit.cli.edge import FINDINGS, REFUSED
from reviewkit.cli.options import evidence_option, format_option, print_bytes

if TYPE_CHECKING:
    from reviewkit.evidence import Evidence
    from reviewkit.findings import Finding


@click.command(short_help="Check the records.")
@evidence_option
@format_option("text", "json", "csv")
@click.pass_context
def validate(ctx: click.Context, named: str | None, shape: str) -> None:
    """Check the records: every finding with its place, what was found and what to do.

    Exit code 2 if a record has an error, since nothing can be graded then; 1 if a warning asks
    for a decision; 0 if there are hints alone, or nothing.
    """
    from reviewkit.cli.locate import reviews
    from reviewkit.cli.progress import doing
    from reviewkit.evidence import check
    from reviewkit.findings import render_all, to_json

    findings: list[Finding] = []
    told = []
    for folder in reviews(named):
        with doing(f"checking {folder}"):
            evidence, found = check(folder)
        findings += found
        told.append(_summary(str(folder), found, None if evidence is None else _records(evidence)))
    if shape == "json":
        print_bytes(f"{to_json(findings)}\n")
    elif shape == "csv":
        print_bytes(_csv(findings))
    else:
        if findings:
            click.echo(render_all(findings))
            click.echo()
        click.echo("\n".join(told))
    severities = {finding.severity for finding in findings}
    ctx.exit(REFUSED if "error" in severities else FINDINGS if "warning" in severities else 0)


def _records(evidence: Evidence) -> str:
    from reviewkit.display import joined, plural

    return joined(
        [
            plural(len(evidence.claims), "claim"),
            plural(len(evidence.bodies), "body", "bodies"),
            plural(len(evidence.studies), "study"),
            plural(len(evidence.sources), "source"),
        ]
    )


def _summary(folder: str, findings: Sequence[Finding], records: str | None) -> str:
    """One line: what was checked, and how many findings of each severity there are."""
    from reviewkit.display import joined, plural
    from reviewkit.findings import SEVERITIES

    counts = [(s, sum(f.severity == s for f in findings)) for s in SEVERITIES]
    told = joined(plural(count, severity) for severity, count in counts if count)
    what = f"{folder}: {records}" if records else folder
    return f"{what}: {told or 'no findings'}"


def _csv(findings: Sequence[Finding]) -> str:
    from reviewkit.findings import Finding, ordered
    from reviewkit.report.tables import to_csv

    columns = tuple(Finding(code="", severity="hint", where="", message="").to_dict())
    return to_csv(columns, [finding.to_dict() for finding in ordered(findings)])
