"""The page on using the checker: `python -m tests.project.checker_page` runs its commands again.

The page is written by hand but for what its console blocks print. Its texts and configurations, the
blocks with a file name behind their language, are the files that the commands are run on.
"""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner

from reviewkit.cli import main
from tests.project.tree import ROOT

PAGE = ROOT / "docs" / "checker.md"
FILE = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n\$ reviewkit ([^\n]+)\n.*?^```$", re.MULTILINE | re.DOTALL)
#: Taken only where a command names it, so that it does not decide over the others.
CONFIGURATION = ".reviewkit.toml"
OTHERS = {"notes.txt": "Our shop opens at nine.\n"}


@contextmanager
def folder(page: str) -> Iterator[Path]:
    """Give a folder with the files of the page, as the working folder."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        for file, text in [*files(page).items(), *OTHERS.items()]:
            if file != CONFIGURATION:
                (Path(name) / file).write_text(text, encoding="utf-8")
        os.chdir(name)
        try:
            yield Path(name)
        finally:
            os.chdir(here)


def files(page: str) -> dict[str, str]:
    """Return the files that the page shows, by their names."""
    return dict(FILE.findall(page))


def rendered(page: str) -> str:
    """Return the page with what its commands print now."""

    def run(block: re.Match[str]) -> str:
        output = CliRunner().invoke(main, shlex.split(block[1]), catch_exceptions=False).output
        return f"```console\n$ reviewkit {block[1]}\n{output.strip()}\n```"

    with folder(page):
        return CONSOLE.sub(run, page)


if __name__ == "__main__":
    PAGE.write_text(rendered(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
