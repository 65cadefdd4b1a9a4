"""How long the things take that people wait for; `make bench` runs it.

Whole commands in fresh processes, by the wall clock: what a person at a terminal waits for. No test
depends on these numbers. The tables go to the terminal and to build/benchmark.md; those of the
checker are made in `checker`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.checker import machine, tables
from tests.benchmarks.generated import write_review

ROOT = Path(__file__).resolve().parents[2]
REVIEWKIT = Path(sys.executable).parent / "reviewkit"
STUDIES = 1_000
MANY, SOME, FEW = 15, 7, 3
"""How often a fast, a middling and a slow command is run."""
CACHE = "REVIEWKIT_CACHE"
"""Where the index of the evidence is kept; an empty folder is a cold start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Wall times of one command, in seconds."""

    what: str
    seconds: list[float]
    aim: str

    def row(self) -> str:
        """Return the line of the table."""
        middle = statistics.median(self.seconds)
        extent = f"{min(self.seconds):.3f}–{max(self.seconds):.3f}"
        return f"| {self.what} | {middle:.3f} | {extent} | {len(self.seconds)} | {self.aim} |"


@contextmanager
def cache(folder: Path | None = None) -> Iterator[dict[str, str]]:
    """Give an environment whose cache is `folder`, or one that is empty and thrown away."""
    if folder is not None:
        yield {**os.environ, CACHE: str(folder)}
        return
    with tempfile.TemporaryDirectory() as empty:
        yield {**os.environ, CACHE: empty}


def command(*arguments: str | Path, folder: Path | None = None) -> Callable[[], float]:
    """Return a function that runs a command once and returns how long it took."""

    def once() -> float:
        with cache(folder) as environment:
            start = time.perf_counter()
            subprocess.run(arguments, cwd=ROOT, env=environment, check=True, capture_output=True)
            return time.perf_counter() - start

    return once


def measure(what: str, once: Callable[[], float], *, runs: int, aim: str = "–") -> Measured:
    """Run a command so often, after one run that is not counted."""
    print(f"bench: {what} ({runs} times)", flush=True)
    once()
    return Measured(what=what, seconds=[once() for _ in range(runs)], aim=aim)


def measurements(scratch: Path) -> Iterator[Measured]:
    """Measure everything, the quickest first."""
    yield measure("python, nothing imported", command(sys.executable, "-c", ""), runs=MANY)
    yield measure(
        "`import reviewkit`",
        command(sys.executable, "-c", "import reviewkit"),
        runs=MANY,
        aim="0.15",
    )
    claims = (REVIEWKIT, "claims", "--format", "json")
    yield measure("`reviewkit claims`, empty cache", command(*claims), runs=SOME, aim="2")
    yield measure(
        "`reviewkit claims`, warm cache", command(*claims, folder=scratch / "cache"), runs=SOME
    )
    yield measure("`reviewkit validate`", command(REVIEWKIT, "validate"), runs=SOME)
    review = write_review(scratch / "generated", STUDIES)
    yield measure(
        f"`reviewkit validate`, {STUDIES:,} generated studies",
        command(REVIEWKIT, "validate", "--evidence", review),
        runs=FEW,
        aim="5",
    )


def main() -> int:
    """Print the tables and write them to build/benchmark.md."""
    with tempfile.TemporaryDirectory() as scratch:
        rows = [measured.row() for measured in measurements(Path(scratch))]
        checker = [f"\n{table.markdown()}" for table in tables(Path(scratch))]
    where = f"{machine()}; seconds by the wall clock, whole process."
    head = ["| what | median | range | runs | aim, below |", "|---|---|---|---|---|"]
    table = "\n".join([where, "", *head, *rows, *checker, ""])
    target = ROOT / "build" / "benchmark.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text(table, encoding="utf-8")
    print(f"\n{table}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
