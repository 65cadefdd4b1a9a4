"""Other packages that the benchmarks stand beside, each in an environment of its own.

They are installed under build/ and nowhere else: none is a dependency.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROSELINT = "proselint==0.16.0"
"""A linter of prose without evidence: the speed that a writer is used to."""

POOLING = ("PyMARE==0.0.13", "statsmodels==0.15.0", "PyMetaAnalysis==0.9.0")
"""Packages that pool studies."""


def environment(root: Path, name: str, *requirements: str) -> Path | None:
    """Return the folder of the commands of an environment, made if it is not there.

    None if it cannot be made, without a network say.
    """
    folder = root / "build" / name
    commands, made = folder / "bin", folder / "made.txt"
    wanted = "\n".join(requirements)
    if made.is_file() and made.read_text(encoding="utf-8") == wanted:
        return commands
    print(
        f"bench: installing {', '.join(requirements)} into {folder.relative_to(root)}", flush=True
    )
    pip = [str(commands / "python"), "-m", "pip", "--disable-pip-version-check", "install"]
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        subprocess.run([*pip, "-qq", *requirements], check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    made.write_text(wanted, encoding="utf-8")
    return commands
