"""The command line: arguments, one call, render, exit code.

This package and its modules import nothing heavy, and each command is imported when it is named:
``reviewkit --help`` answers at once, and each command imports what it needs when it runs.
"""

from __future__ import annotations

import click

from reviewkit import __version__
from reviewkit.cli.edge import EXIT_CODES, Commands

__all__ = ["COMMANDS", "main"]

#: The commands, each a module of this package and in it a function of that name.
COMMANDS = (
    "validate",
    "check",
    "claims",
    "studies",
    "explain",
    "verify",
    "diff",
    "audit",
    "report",
    "export",
)
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=Commands, named=COMMANDS, context_settings=CONTEXT, epilog=EXIT_CODES)
@click.version_option(__version__, prog_name="reviewkit")
def main() -> None:
    """Graded claims from records of published studies, and where each grade comes from.

    About sentences and their evidence, not about personal care: not medical advice.
    """
