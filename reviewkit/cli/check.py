"""``reviewkit check``: a writer's text, sentence by sentence, held against the reviews."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reviewkit.cli.options import evidence_option, format_option, print_bytes, print_json

if TYPE_CHECKING:
    from reviewkit.prose.documents.paths import Refusal

#: Severities that make the command fail, by what `--fail-on` names.
FAILING: Mapping[str, tuple[str, ...]] = {
    "suggestion": ("suggestion", "warning", "error"),
    "warning": ("warning", "error"),
    "error": ("error",),
    "never": (),
}
DEFAULT_FAIL_ON = "error"
#: New objects between two searches for garbage: more than a short run makes. Nearly all of them are
#: kept to its end; a single look through those of an index costs a start some 10 ms.
GARBAGE_EVERY = 250_000


@click.command(short_help="Hold a writer's text against the evidence.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@evidence_option
@format_option("text", "summary", "json", "sarif", "github")
@click.option(
    "--fail-on",
    type=click.Choice(tuple(FAILING)),
    help="The least severity that makes the exit code 1.  [default: error]",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    metavar="N",
    help="Processes for many files; 0 for as many as there are processors.",
)
@click.option(
    "--stdin-format",
    "kind",
    type=click.Choice(("txt", "md", "html", "docx", "ipynb")),
    default="txt",
    show_default=True,
    help="The format of standard input, where PATH is -.",
)
@click.option(
    "--config",
    "config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file with [tool.reviewkit.check]. Without it: .reviewkit.toml or pyproject.toml, "
    "here or in a folder above.",
)
def check(
    paths: tuple[str, ...],
    named: str | None,
    *,
    shape: str,
    fail_on: str | None,
    jobs: int,
    kind: Any,
    config: Path | None,
) -> None:
    """Say which sentences of a text claim more than their evidence carries.

    PATH is a .txt, .md, .html, .docx or .ipynb file, a folder of such, a pattern, or - for standard
    input. Where there are several reviews, a text is held against all of them. A file that cannot
    be read gets an error and the others are still checked. Exit code 1 if anything is as grave as
    --fail-on, 2 if a file could not be read.
    """
    gc.set_threshold(GARBAGE_EVERY)
    from reviewkit.cli.checking import Work, outcomes
    from reviewkit.cli.configuration import configuration
    from reviewkit.cli.excluding import is_left_out
    from reviewkit.cli.locate import reviews
    from reviewkit.index import open_index
    from reviewkit.prose.documents.paths import gather

    chosen = configuration(config)
    found = reviews(named) if named else reviews(chosen.evidence, chosen.folder)
    work = Work(indexes=[open_index(review) for review in found], settings=chosen.settings)
    sources = [
        source
        for source in gather(paths, kind=kind)
        if not (
            isinstance(source, Path) and is_left_out(str(source), chosen.exclude, chosen.folder)
        )
    ]
    refused: list[Refusal] = []
    severities: set[str] = set()
    _PRINTERS[shape](_found(outcomes(sources, work, jobs=jobs), refused, severities), refused)
    for refusal in refused:
        click.echo(refusal.message, err=True)
    failing = severities & set(FAILING[fail_on or chosen.fail_on or DEFAULT_FAIL_ON])
    sys.exit(2 if refused else 1 if failing else 0)


def _found(
    results: Iterable[dict[str, Any] | Refusal], refused: list[Refusal], severities: set[str]
) -> Iterator[dict[str, Any]]:
    """Yield what was found in each file; keep which could not be read, and how grave things are.

    Both are complete once all is yielded, and a printer may look at them only then.
    """
    from reviewkit.prose.documents.paths import Refusal

    for result in results:
        if isinstance(result, Refusal):
            refused.append(result)
            continue
        severities.update(finding["severity"] for finding in result["findings"])
        yield result


def _print_text(files: Iterable[dict[str, Any]], refused: list[Refusal]) -> None:
    from reviewkit.cli.terminal import print_lines, width
    from reviewkit.prose.output.tally import Tally
    from reviewkit.prose.output.text import lines

    columns, tally = width(), Tally()
    for file in files:
        tally.add(file)
        print_lines(lines(file, width=columns))
    click.echo(tally.line(len(refused)))


def _print_summary(files: Iterable[dict[str, Any]], _: list[Refusal]) -> None:
    from reviewkit.prose.output.summary import table

    click.echo(table(list(files)))


def _print_json(files: Iterable[dict[str, Any]], _: list[Refusal]) -> None:
    print_json(list(files))


def _print_sarif(files: Iterable[dict[str, Any]], refused: list[Refusal]) -> None:
    from reviewkit.prose.output.sarif import log

    found = list(files)
    refusals = [(refusal.file, refusal.message) for refusal in refused]
    print_json(log(found, refusals, base=Path.cwd()))


def _print_github(files: Iterable[dict[str, Any]], refused: list[Refusal]) -> None:
    from reviewkit.prose.output.github import commands, refusal
    from reviewkit.prose.output.tally import Tally

    tally = Tally()
    for file in files:
        tally.add(file)
        for command in commands(file):
            print_bytes(f"{command}\n")
    for one in refused:
        print_bytes(f"{refusal(one.file, one.message)}\n")
    print_bytes(f"{tally.line(len(refused))}\n")


_PRINTERS = {
    "text": _print_text,
    "summary": _print_summary,
    "json": _print_json,
    "sarif": _print_sarif,
    "github": _print_github,
}
