"""How fast the checker is, beside proselint on the same text in the same run.

`make bench` runs it with the rest; `python -m tests.benchmarks.checker` writes its tables to
docs/checker-speed.md. No test depends on a number here.
"""

from __future__ import annotations

import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reviewkit.display import wrap
from reviewkit.prose.documents import read_text
from tests.benchmarks import neighbour
from tests.benchmarks.drafts import article, drafts

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "checker-speed.md"
INSIDE, PEAK = (Path(__file__).with_name(name) for name in ("inside.py", "peak.py"))
RUNS = 15
"""Whole processes a tool; those of the two take turns, so that a busy minute meets both."""
TURNS, PASSES = 5, 2
"""Processes a tool for speed, and how often each goes through the texts."""
COPIES = (1, 2, 4, 8)
REPEATED = 3
"""How often each length is timed; the least counts."""
MOST = 10_000_000
"""Characters of the longest text that is read."""
HUGE = 50_000_000
"""Bytes of the largest file that is read."""
WIDTH = 100
"""Columns of the page's prose."""
ABSENT = "could not be installed here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the result, with what is to be known of it."""

    title: str
    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    note: str = ""

    def markdown(self) -> str:
        """Return the table under its title."""
        lines = [" | ".join(row) for row in (self.heads, ("---",) * len(self.heads), *self.rows)]
        table = "\n".join(f"| {line} |" for line in lines)
        return "\n\n".join(part for part in (f"## {self.title}", self.note, table) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it is measured: a folder of its own, proselint's commands if there are any."""

    scratch: Path
    commands: Path | None

    @property
    def environment(self) -> dict[str, str]:
        """The environment, with caches of its own and compiled modules kept as anywhere else."""
        kept = {name: value for name, value in os.environ.items() if "BYTECODE" not in name}
        return {
            **kept,
            "PYTHONPYCACHEPREFIX": str(self.scratch / "compiled"),
            "PYTHONPATH": str(ROOT),
            "REVIEWKIT_CACHE": str(self.scratch / "cache"),
        }

    def process(self, call: Sequence[str]) -> tuple[float, float, float, int]:
        """Run a command; return seconds by the clock and of the processor, most MB, exit code."""
        found = subprocess.run(
            [sys.executable, str(PEAK), *call],
            cwd=ROOT,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        clock, processor, peak, code = json.loads(found.stdout)
        return clock, processor, peak, code

    def inside(self, tool: str, texts: list[str], passes: int, python: Path | None = None) -> Any:
        """Return what a process of `inside` tells: rows of seconds, or seconds by stage."""
        told = self.scratch / "texts.json"
        told.write_text(json.dumps(texts), encoding="utf-8")
        call = [str(python or sys.executable), str(INSIDE), tool, str(told), str(passes)]
        found = subprocess.run(
            call, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True
        )
        return json.loads(found.stdout)


def machine() -> str:
    """Return what kind of machine this is, without what would name it."""
    return (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores"
    )


def tables(scratch: Path) -> Iterator[Table]:
    """Measure everything, the quickest first."""
    place = Place(
        scratch=scratch, commands=neighbour.environment(ROOT, "proselint", neighbour.PROSELINT)
    )
    yield cold_start(place)
    yield from speed(place)
    yield linearity(place)
    yield memory(place)


def cold_start(place: Place) -> Table:
    """Time whole processes on one article, the two tools by turns."""
    say("a cold start")
    draft = place.scratch / "draft.md"
    draft.write_text(article(), encoding="utf-8")
    calls = {"reviewkit check": [str(Path(sys.executable).parent / "reviewkit"), "check"]}
    if place.commands is not None:
        calls["proselint check"] = [str(place.commands / "proselint"), "check"]
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in calls}
    for turn in range(RUNS + 1):
        for name, call in calls.items():
            measured = place.process([*call, str(draft)])[:2]
            if turn:  # the first one fills the caches
                seconds[name].append(measured)
    rows = [_start_row(name, found) for name, found in seconds.items()]
    if place.commands is None:
        rows.append(("proselint check", ABSENT, "–", "–", "–"))
    words = len(article().split())
    return Table(
        title=f"From the command to the last line: an article of {words:,} words",
        note="The index is warm. Aim: at most 0.3 s by the clock on a machine that is idle.",
        heads=("command", "seconds, median", "range", "of the processor, median", "runs"),
        rows=rows
        if place.commands is not None
        else [*rows, ("proselint check", ABSENT, "–", "–", "–")],
    )


def _start_row(name: str, found: Sequence[tuple[float, float]]) -> tuple[str, ...]:
    clock, processor = ([pair[n] for pair in found] for n in (0, 1))
    return (
        f"`{name}`",
        f"{statistics.median(clock):.2f}",
        f"{min(clock):.2f}–{max(clock):.2f}",
        f"{statistics.median(processor):.2f}",
        str(len(found)),
    )


def speed(place: Place) -> Iterator[Table]:
    """Time many documents within a process, the two tools by turns, and where the time goes."""
    rows = []
    for what, texts in (
        ("all", drafts()),
        ("those that claim nothing", drafts(silent=True)),
    ):
        say(f"many documents within one process: sentences, {what}")
        number = sentences(texts)
        for tool, found in _speeds(place, texts, number).items():
            shown = f"{statistics.median(found):,.0f}" if found else ABSENT
            extent = f"{min(found):,.0f}–{max(found):,.0f}" if found else "–"
            rows.append((tool, what, f"{number:,}", shown, extent))
    yield Table(
        title="Sentences a second on one core",
        note="By the processor's time, documents read as Markdown and checked; index and patterns "
        "warm.\nAim: 4,000.",
        heads=("tool", "sentences", "in all", "a second, median", "range"),
        rows=rows,
    )
    say("where the time goes")
    texts = drafts()
    told = place.inside("stages", texts, PASSES)
    whole = sum(told.values())
    number = sentences(texts)
    yield Table(
        title="Where it goes",
        note="Of all sentences. The clock between the stages adds a little to each.",
        heads=("stage", "µs a sentence", "share"),
        rows=[
            (name, f"{1e6 * spent / (PASSES * number):.0f}", f"{spent / whole:.0%}")
            for name, spent in sorted(told.items(), key=lambda entry: -entry[1])
        ],
    )


def sentences(texts: Sequence[str]) -> int:
    """Return how many sentences some texts have."""
    return sum(len(read_text(text, "draft", "md").sentences) for text in texts)


def _speeds(place: Place, texts: list[str], number: int) -> dict[str, list[float]]:
    """Return sentences a second, pass by pass; none for a tool that is not there."""
    pythons = {"reviewkit": Path(sys.executable), "proselint": None}
    if place.commands is not None:
        pythons["proselint"] = place.commands / "python"
    speeds: dict[str, list[float]] = {name: [] for name in pythons}
    for _ in range(TURNS):
        for name, python in pythons.items():
            if python is not None:
                passes = place.inside(name, texts, PASSES, python)
                speeds[name] += [number / sum(seconds) for seconds in passes]
    return speeds


def linearity(place: Place) -> Table:
    """Time one document of ever more copies of an article."""
    say("ever longer documents")
    texts = [article() * copies for copies in COPIES]
    passes = place.inside("reviewkit", texts, REPEATED)
    least = [min(column) for column in zip(*passes, strict=True)]
    slope = statistics.linear_regression(
        [math.log(copies) for copies in COPIES], [math.log(seconds) for seconds in least]
    ).slope
    return Table(
        title="Longer documents",
        note=f"Of a line through the logarithms, the slope is {slope:.2f}; 1 is linear.",
        heads=("copies of the article in one document", "seconds of the processor"),
        rows=[
            (str(copies), f"{seconds:.3f}") for copies, seconds in zip(COPIES, least, strict=True)
        ],
    )


def memory(place: Place) -> Table:
    """Measure the most memory that whole processes take on the largest files."""
    say("the largest files")
    text = "\n".join(drafts())
    longest = (text * (MOST // len(text) + 1))[:MOST]
    filler = "<script>" + "x" * (HUGE - len(longest.encode()) - 40) + "</script>"
    files = {
        "an article of 1,000 words": ("draft.md", article()),
        "10 million characters of plain text": ("long.txt", longest),
        "a page of 50 MB, 10 million characters of it text": (
            "page.html",
            f"<html>{filler}<p>{longest}</p></html>",
        ),
        "55 MB of plain text": ("huge.txt", text * (11 * HUGE // 10 // len(text.encode()))),
    }
    reviewkit = str(Path(sys.executable).parent / "reviewkit")
    rows = []
    for what, (name, content) in files.items():
        path = place.scratch / name
        path.write_text(content, encoding="utf-8")
        seconds, _, peak, code = place.process([reviewkit, "check", str(path)])
        refused = "refused" if code > 1 else "checked"
        rows.append((what, f"{peak:,.0f}", f"{seconds:,.1f}", refused))
        path.unlink()
    return Table(
        title="Memory",
        note="Of the whole process at its most; one run of each.",
        heads=("file", "MB", "seconds", "is"),
        rows=rows,
    )


def say(what: str) -> None:
    """Tell whoever waits what is measured now."""
    print(f"bench: {what}", flush=True)


def main() -> int:
    """Write the page of the documentation."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as scratch:
        measured = [table.markdown() for table in tables(Path(scratch))]
    told = wrap(
        f"Written by `python -m tests.benchmarks.checker` on {datetime.now(UTC):%Y-%m-%d}: "
        f"{machine()}, with a load of {load:.1f} from other work as it began: times by the clock "
        f"and ranges are wide where that is near or above the cores. "
        f"{neighbour.PROSELINT.replace('==', ' ')} is a linter of prose that holds no evidence; "
        "it stands here for the speed that writers are used to. The text is that of the labelled "
        "documents for development in `tests/scoring`, in which some six sentences in ten claim "
        "something; most texts claim less and are faster.",
        width=WIDTH,
    )
    introduction = f"# The checker's speed, as measured\n\n{told}"
    PAGE.write_text("\n\n".join([introduction, *measured]) + "\n", encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
