"""``reviewkit validate``: everything that is wrong with the records, in one run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from reviewkit.cli.edge import FINDINGS, REFUSED
from reviewkit.cli.options import evidence_option, format_option, print_bytes

if TYPE_CHECKING:
    from reviewkit.evidence import Evidence
    from reviewkit.evidence.articles import Article, Held
    from reviewkit.findings import Finding
    from reviewkit.report.lines import Line


class Checked(NamedTuple):
    """A review's folder, its evidence if it has no error, and all that was found."""

    folder: Path
    evidence: Evidence | None
    held: tuple[Held, ...]
    findings: tuple[Finding, ...]


@click.command(short_help="Check the records.")
@evidence_option
@click.option(
    "--articles",
    "texts",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the articles under review, under any names: check each fingerprint, and list "
    "the sentences that hold no recorded claim.",
)
@format_option("text", "json", "csv")
@click.pass_context
def validate(ctx: click.Context, named: str | None, texts: Path | None, shape: str) -> None:
    """Check the records: every finding with its place, what was found and what to do.

    With the articles at hand, check the mentions against them as well. No finding holds a word of
    an article; only the text for people shows how a sentence begins.

    Exit code 2 if a record has an error, since nothing can be graded then; 1 if a warning asks
    for a decision; 0 if there are hints alone, or nothing.
    """
    from reviewkit.cli.locate import reviews
    from reviewkit.findings import to_json

    articles = None if texts is None else _articles(texts)
    checked = [_checked(folder, articles) for folder in reviews(named)]
    findings = [finding for one in checked for finding in one.findings]
    if articles is not None:
        findings += _strays(checked, articles)
    if shape == "json":
        print_bytes(f"{to_json(findings)}\n")
    elif shape == "csv":
        print_bytes(_csv(findings))
    else:
        _print(checked, findings, asked=articles is not None)
    severities = {finding.severity for finding in findings}
    ctx.exit(REFUSED if "error" in severities else FINDINGS if "warning" in severities else 0)


def _articles(folder: Path) -> tuple[Article, ...]:
    from reviewkit.evidence.articles import articles_in

    return articles_in(folder)


def _checked(folder: Path, articles: tuple[Article, ...] | None) -> Checked:
    """Check a folder, and hold it against the articles if there are any."""
    from reviewkit.cli.progress import doing
    from reviewkit.evidence import check
    from reviewkit.evidence.articles import hold

    with doing(f"checking {folder}"):
        evidence, findings = check(folder)
        held = () if evidence is None or articles is None else hold(evidence, articles)
    of_articles = (finding for one in held for finding in one.findings)
    return Checked(folder, evidence, held, (*findings, *of_articles))


def _strays(checked: Sequence[Checked], articles: tuple[Article, ...]) -> Iterator[Finding]:
    """Yield files that belong to no source, if every review could say which are its own."""
    from reviewkit.evidence.articles import strays

    if all(one.evidence is not None for one in checked):
        yield from strays([one.held for one in checked], articles)


def _print(checked: Sequence[Checked], findings: Sequence[Finding], *, asked: bool) -> None:
    """Print findings in full, but sentences without a claim as a list below their source."""
    from reviewkit.cli.terminal import print_lines
    from reviewkit.evidence.articles import LISTED
    from reviewkit.findings import render_all

    full = [finding for finding in findings if finding.code != LISTED]
    if full:
        click.echo(f"{render_all(full)}\n")
    for one in checked:
        own = [finding for finding in one.findings if finding.code != LISTED]
        records = None if one.evidence is None else _records(one.evidence)
        click.echo(_summary(str(one.folder), own, records))
        if asked and one.evidence is None:
            click.echo("the articles were not checked: mend the errors first")
        print_lines(_told(one.held))


def _told(held: Sequence[Held]) -> Iterator[Line]:
    if held:
        from reviewkit.report.articles import articles_lines

        for one in held:
            yield from articles_lines(one)


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
