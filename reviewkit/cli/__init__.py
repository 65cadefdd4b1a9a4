"""The command line: arguments, one call, render, exit code.

This package and its modules import nothing heavy: ``reviewkit --help`` answers at once, and each
command imports what it needs when it runs.
"""

from __future__ import annotations

import click

from reviewkit import __version__
from reviewkit.cli.audit import audit
from reviewkit.cli.check import check
from reviewkit.cli.claims import claims
from reviewkit.cli.diff import diff
from reviewkit.cli.edge import EXIT_CODES, Commands
from reviewkit.cli.explain import explain
from reviewkit.cli.export import export
from reviewkit.cli.report import report
from reviewkit.cli.studies import studies
from reviewkit.cli.validate import validate
from reviewkit.cli.verify import verify

__all__ = ["main"]

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=Commands, context_settings=CONTEXT, epilog=EXIT_CODES)
@click.version_option(__version__, prog_name="reviewkit")
def main() -> None:
    """Graded claims from records of published studies, and where each grade comes from.

    About sentences and their evidence, not about personal care: not medical advice.
    """


for command in (
    validate,
    check,
    claims,
    studies,
    explain,
    verify,
    diff,
    audit,
    report,
    export,
):
    main.add_command(command)
