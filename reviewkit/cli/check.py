"""``reviewkit check``: a writer's text, sentence by sentence, held against a review."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from reviewkit.cli.options import evidence_option, format_option, print_json

#: Severities that make the command fail, by what `--fail-on` names.
FAILING = {
    "suggestion": ("suggestion", "warning", "error"),
    "warning": ("warning", "error"),
    "error": ("error",),
    "never": (),
}


@click.command(short_help="Hold a writer's text against the evidence.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@evidence_option
@format_option("text", "json")
@click.option(
    "--fail-on",
    type=click.Choice(tuple(FAILING)),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
def check(paths: tuple[str, ...], named: str | None, shape: str, fail_on: str) -> None:
    """Say which sentences of a text claim more than their evidence carries.

    PATH is a .txt, .md, .html, .docx or .ipynb file. A file that cannot be read gets an error and
    the others are still checked. A first path: figures are not compared yet, and a study that is
    told of is held as a claim. Exit code 1 if anything is as grave as --fail-on, 2 if a file
    could not be read.
    """
    from reviewkit.cli.locate import one_review
    from reviewkit.index import open_index
    from reviewkit.prose.check import check as checked

    refused: list[str] = []
    index = open_index(one_review(named))
    found = list(checked(_documents(paths, refused), index))
    if shape == "json":
        print_json(found)
    else:
        for file in found:
            for line in _lines(file):
                click.echo(line)
    for message in refused:
        click.echo(message, err=True)
    severities = {finding["severity"] for file in found for finding in file["findings"]}
    if refused:
        sys.exit(2)
    sys.exit(1 if severities & set(FAILING[fail_on]) else 0)


def _documents(paths: tuple[str, ...], refused: list[str]) -> Iterator[Any]:
    from reviewkit.errors import UserError
    from reviewkit.prose.documents import read

    for path in paths:
        try:
            yield read(Path(path))
        except UserError as error:
            refused.append(f"{path}: {error}")


def _lines(file: dict[str, Any]) -> Iterator[str]:
    from reviewkit import display

    shown = [
        finding
        for finding in file["findings"]
        if finding["severity"] != "none" or finding["verdict"] == "not covered"
    ]
    for finding in shown:
        place = f"{file['file']}:{finding['line']}:{finding['column']}"
        severity = "note" if finding["severity"] == "none" else finding["severity"]
        claims = display.joined(link["claim"] for link in finding["links"])
        yield f"{place}: {severity} {finding['verdict']}{f' ({claims})' if claims else ''}"
        yield display.wrap(finding["sentence"], width=100, first="  | ", rest="  | ")
        yield display.wrap(finding["reason"], width=100, first="  ", rest="  ")
        if finding["suggestion"]:
            yield display.wrap(finding["suggestion"], width=100, first="  say  ", rest="       ")
        yield ""
    counts = [f["severity"] for f in file["findings"]]
    told = ", ".join(
        display.plural(counts.count(severity), severity)
        for severity in ("error", "warning", "suggestion")
    )
    yield f"{file['file']}: {told}; {display.plural(len(counts), 'sentence')} with a health claim"
