"""Make `.venv` from the exact pins of environment.yml; do nothing when it is there already.

Needs nothing but the standard library: it runs before anything is installed. `.venv/environment`
records what the environment was made from, by content, so that a checkout with other file times
reinstalls nothing. It reads "incomplete" while work is under way; a run that finds it so, or finds
none, starts from an empty `.venv`.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MADE_FROM = ("environment.yml", "pyproject.toml", ".ci/environment.py")
INCOMPLETE = "incomplete"

Run = Callable[[Sequence[str]], None]


class Failed(Exception):
    """A step that did not work, in words for the person at the terminal."""


def pins(environment: str) -> list[str]:
    """Read the pip list of an environment.yml: the lines under `- pip:`, without `-e .`."""
    requirements: list[str] = []
    inside = False
    for line in environment.splitlines():
        item = line.partition(" #")[0].strip()
        if not item or item.startswith("#"):
            continue
        if item == "- pip:":
            inside = True
        elif inside and line.startswith("      - "):
            requirements.append(unquoted(item.removeprefix("- ")))
        else:
            inside = False
    return [requirement for requirement in requirements if requirement != "-e ."]


def unquoted(scalar: str) -> str:
    """Return a YAML scalar without the quotes around it, if it stands in any."""
    in_quotes = scalar[:1] in {"'", '"'} and scalar[:1] == scalar[-1:]
    return scalar[1:-1] if in_quotes else scalar


def key(root: Path) -> str:
    """Digest of all that the environment is made from, the running Python's version included."""
    digest = hashlib.sha256(minor_version().encode())
    for name in MADE_FROM:
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def minor_version() -> str:
    return f"python{sys.version_info.major}.{sys.version_info.minor}"


def say(step: str) -> None:
    print(f"environment: {step}", flush=True)


def run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def prepare(root: Path, run: Run = run) -> bool:
    """Bring `root/.venv` up to date; return whether anything had to be done."""
    venv = root / ".venv"
    record = venv / "environment"
    finished = f"{key(root)} {root}\n"
    if sound(venv, root) and record.read_text(encoding="utf-8") == finished:
        return False

    if not sound(venv, root):
        say(f"creating .venv with Python {'.'.join(map(str, sys.version_info[:3]))}")
        attempt(
            run,
            [sys.executable, "-m", "venv", "--clear", str(venv)],
            "python could not create a virtual environment; on Debian and Ubuntu it needs the "
            "package python3-venv",
        )
    venv.mkdir(exist_ok=True)
    record.write_text(INCOMPLETE, encoding="utf-8")

    requirements = pins((root / "environment.yml").read_text(encoding="utf-8"))
    listed = venv / "pins.txt"
    listed.write_text("\n".join(requirements) + "\n", encoding="utf-8")
    pip = [str(venv / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    say(f"installing {len(requirements)} pinned packages (a minute or two the first time)")
    attempt(
        run,
        [*pip, "install", "-qq", "--no-deps", "-r", str(listed)],
        "pip could not install the pins (its own words are above); is the package index in reach?",
    )
    say("installing reviewkit itself, editable")
    attempt(
        run,
        [*pip, "install", "-qq", "--no-deps", "--no-build-isolation", "-e", str(root)],
        "pip could not install reviewkit from this folder (its own words are above)",
    )
    attempt(run, [*pip, "-q", "check"], "the pins of environment.yml do not fit each other")
    record.write_text(finished, encoding="utf-8")
    say("ready")
    return True


def sound(venv: Path, root: Path) -> bool:
    """Tell whether an earlier run finished `venv`, here and with this Python.

    If so, it is kept or brought up to date in place. Not so after an interruption, a move of the
    folder (scripts name their interpreter by its full path), a change of Python, or where the
    interpreter has gone: those start afresh.
    """
    record = venv / "environment"
    return (
        record.is_file()
        and record.read_text(encoding="utf-8").endswith(f" {root}\n")
        and (venv / "bin" / "python").exists()  # False for a link into nowhere
        and (venv / "lib" / minor_version()).is_dir()
    )


def attempt(run: Run, command: Sequence[str], otherwise: str) -> None:
    """Run one step; where it fails, say what that means and how to go on."""
    try:
        run(command)
    except (subprocess.CalledProcessError, OSError) as error:
        raise Failed(f"{otherwise}\n{error}") from error


def main() -> int:
    try:
        prepare(ROOT)
    except Failed as failure:
        say(f"failed: {failure}")
        say("nothing outside .venv was touched; the same command starts it afresh")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
