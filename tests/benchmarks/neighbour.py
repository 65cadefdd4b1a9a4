"""proselint, a linter of prose without evidence: the speed that a writer is used to.

It is installed into an environment of its own under build/ and nowhere else.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

VERSION = "0.16.0"


def environment(root: Path) -> Path | None:
    """Return the folder of proselint's commands, made if it is not there; None if it cannot be."""
    folder = root / "build" / f"proselint-{VERSION}"
    commands = folder / "bin"
    if (commands / "proselint").is_file():
        return commands
    print(f"bench: installing proselint {VERSION} into {folder.relative_to(root)}", flush=True)
    pip = [str(commands / "python"), "-m", "pip", "--disable-pip-version-check", "install"]
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        subprocess.run([*pip, "-qq", f"proselint=={VERSION}"], check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return commands
