"""Move the pins: resolve pyproject.toml afresh and rewrite the pip list of environment.yml.

    make pins

The newest releases that fit the bounds are installed into `build/pins`, an environment of its own,
and its `pip freeze` becomes the list: first what pyproject.toml names, then what those need. What
only another platform needs (found by its marker) is pinned beside them.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Needed on macOS alone, so that no `pip freeze` on Linux shows it.
ELSEWHERE = {"appnope": 'platform_system == "Darwin"'}


def name_of(requirement: str) -> str:
    """The distribution's name in the normal form of PEP 503."""
    name = re.split(r"[\s\[<>=!~;]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def direct(pyproject: str) -> list[str]:
    """Every requirement that pyproject.toml names: to build, to run, and in its extras."""
    table = tomllib.loads(pyproject)
    project = table["project"]
    groups = [
        table["build-system"]["requires"],
        project["dependencies"],
        *project["optional-dependencies"].values(),
    ]
    return [requirement for group in groups for requirement in group]


def rewritten(environment: str, frozen: Iterable[str], named: Iterable[str]) -> str:
    """The text of environment.yml with `frozen` as its pins, those of `named` first."""
    names = {name_of(requirement) for requirement in named}
    pinned = sorted(frozen, key=name_of)
    first = [pin for pin in pinned if name_of(pin) in names]
    rest = [pin for pin in pinned if name_of(pin) not in names]
    head, _, _ = environment.partition("      # Named in pyproject.toml")
    lines = [
        "      # Named in pyproject.toml",
        *(f"      - {pin}" for pin in first),
        "      # What those need",
        *(f"      - {pin}" for pin in rest),
    ]
    return head + "\n".join(lines) + "\n"


def main() -> int:
    venv = ROOT / "build" / "pins"
    python = str(venv / "bin" / "python")
    pip = [python, "-m", "pip", "--disable-pip-version-check"]
    named = direct((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(venv)], check=True)
    subprocess.run([*pip, "install", "-qq", "--upgrade", *named, *ELSEWHERE], check=True)
    freeze = subprocess.run(
        [*pip, "freeze", "--all"], check=True, capture_output=True, text=True
    ).stdout.split()
    frozen = [
        f"{pin}; {ELSEWHERE[name_of(pin)]}" if name_of(pin) in ELSEWHERE else pin
        for pin in freeze
        if name_of(pin) != "pip"
    ]
    target = ROOT / "environment.yml"
    target.write_text(
        rewritten(target.read_text(encoding="utf-8"), frozen, named), encoding="utf-8"
    )
    print(f"pins: {len(frozen)} in environment.yml; now run make test, and note what moved")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
