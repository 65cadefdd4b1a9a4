"""The edge of the program: what a user's mistake looks like, and the exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import IO, Any

import click

from reviewkit.errors import UserError, closest

CLEAN, FINDINGS, REFUSED = 0, 1, 2
#: Errors in records that a command prints which cannot run for them; `validate` prints all.
MOST_SHOWN = 3
#: What a shell reports of a program whose reader went away (128 and the number of SIGPIPE), so
#: that a closed pipe is not taken for a finding.
READER_GONE = 141

EXIT_CODES = (
    "Exit codes: 0 clean · 1 findings (a warning in a record, a verdict that moved) · "
    "2 wrong usage or invalid evidence."
)


class Refused(click.ClickException):
    """A user's mistake, told without a traceback."""

    exit_code = REFUSED

    def __init__(self, error: UserError) -> None:
        super().__init__(str(error))
        self.error = error

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the first errors in records, if there are any, and then what went wrong."""
        from reviewkit.findings import render_all

        errors = [found for found in self.error.findings if found.severity == "error"]
        parts = [render_all(errors[:MOST_SHOWN])] if errors else []
        if len(errors) > MOST_SHOWN:
            more = len(errors) - MOST_SHOWN
            parts.append(f"... and {more} more: reviewkit validate lists them all")
        parts.append(f"reviewkit: {self.error}")
        click.echo("\n\n".join(parts), file=file, err=file is None)


class Commands(click.Group):
    """A group that catches the project's own errors alone; anything else is a bug and shows.

    Parameters
    ----------
    named
        The commands; each is imported when it is asked for, from the module that has its name.
    """

    def __init__(self, *args: Any, named: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named = named

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Return the names of the commands, sorted; none is imported for it."""
        return sorted(self.named)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name in self.named and cmd_name not in self.commands:
            module = import_module(f"{__package__}.{cmd_name}")
            self.add_command(getattr(module, cmd_name), cmd_name)
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a `UserError` becomes a message and exit code 2."""
        _never_fail_to_encode()
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except UserError as error:
            raise Refused(error) from None
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(READER_GONE)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which was probably meant."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            commands = self.list_commands(ctx)
            likely = closest(name, commands)
            offered = f"did you mean {' or '.join(likely)}?" if likely else ", ".join(commands)
            raise click.UsageError(f'no command is called "{name}": {offered}', ctx)
        return super().resolve_command(ctx, args)


def _never_fail_to_encode() -> None:
    """Print a question mark for a character that an old terminal cannot show."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and str(stream.encoding).lower().replace("-", "") != "utf8":
            reconfigure(errors="replace")
