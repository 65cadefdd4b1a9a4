"""Running the command line in tests, on a small review that is invented from end to end."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from reviewkit.cli import main

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SMALL = HERE / "small-review"
FLAGSHIP = ROOT / "evidence" / "head-massage"
GOLDEN = HERE / "golden"


def run(*arguments: str | Path, evidence: Path | None = SMALL) -> Result:
    """Run a command in this process; anything but an exit is raised, so that a bug shows."""
    named = [] if evidence is None else ["--evidence", str(evidence)]
    typed = [str(argument) for argument in arguments]
    return CliRunner().invoke(main, [*typed, *named], catch_exceptions=False)


def run_program(
    *arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, as a user's shell does."""
    return subprocess.run(
        [sys.executable, "-m", "reviewkit", *map(str, arguments)],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def copy_of_small(folder: Path) -> Path:
    """Copy the small review, to change it."""
    return Path(shutil.copytree(SMALL, folder / "small-review"))


def change(path: Path, old: str, new: str) -> None:
    """Replace the one place in a file where `old` stands."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")
