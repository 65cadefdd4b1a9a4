"""``reviewkit audit``: which printed numbers cannot all be as they are printed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewkit.cli.edge import FINDINGS
from reviewkit.cli.options import evidence_option, format_option, print_json

if TYPE_CHECKING:
    from reviewkit.report.audit import Audited


@click.command(short_help="Hold printed numbers against one another.")
@evidence_option
@click.option(
    "--text",
    "file",
    metavar="FILE|-",
    help="Audit the test statistics of a plain text instead, such as t(28) = 2.20, p = .03; "
    "a hyphen reads what is piped in.",
)
@format_option("text", "json")
@click.pass_context
def audit(ctx: click.Context, named: str | None, file: str | None, shape: str) -> None:
    """Hold printed numbers against one another: shares, p values, intervals, means, spreads, pools.

    A flag says that numbers do not fit at the precision printed, by which arithmetic, and what
    would explain it. It accuses nobody, and moves no grade by itself: each says which verdicts rest
    on the result, and which would move without it.

    Exit code 1 if there is a warning: a verdict moves without the result, or what is printed cannot
    all be true and something is made of it. 0 if there are hints alone, or nothing.
    """
    from reviewkit.findings import render_all

    if file is not None and named is not None:
        raise click.UsageError(
            "--text audits a text and --evidence a review: give one of them", ctx
        )
    audited = list(_records(named) if file is None else _text(file))
    findings = [finding for _, one in audited for finding in one.findings]
    if shape == "json":
        print_json([flag.to_dict() for _, one in audited for flag in one.flags])
    else:
        from reviewkit.report.audit import CAVEAT

        if findings:
            click.echo(f"{render_all(findings)}\n")
        for name, one in audited:
            for line in one.forced:
                click.echo(line)
            click.echo(f"{name}: {one.summary()}")
        click.echo(CAVEAT)
    ctx.exit(FINDINGS if any(finding.severity == "warning" for finding in findings) else 0)


def _records(named: str | None) -> Iterator[tuple[str, Audited]]:
    from reviewkit.cli.locate import reviews
    from reviewkit.cli.progress import doing
    from reviewkit.evidence import load
    from reviewkit.report.audit import audit_records

    for folder in reviews(named):
        with doing(f"auditing {folder}"):
            yield str(folder), audit_records(load(folder))


def _text(file: str) -> Iterator[tuple[str, Audited]]:
    from reviewkit.errors import UserError
    from reviewkit.report.audit import audit_text

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise UserError(f"{file} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{file} is no UTF-8 text: save it as such") from error
    name = "<stdin>" if file == "-" else file
    yield name, audit_text(text, name)
