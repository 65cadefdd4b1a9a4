"""How fast studies are pooled; agreement is checked first. `python -m tests.benchmarks.pooling`.

The data are the 13 trials of BCG vaccine as log risk ratios, from the pinned reference cases, and
what R printed for them there is what every fit has to give. Packages that do the same stand beside
it, each in an environment of its own (`neighbour.py`). The page goes to docs/pooling-speed.md.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import timeit
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import numpy as np

from reviewkit.synthesis import fit_many, gosh, leave_one_out, meta_regression, pool
from reviewkit.synthesis.projection import Array
from tests.benchmarks.checker import machine
from tests.benchmarks.neighbour import POOLING, environment

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGE = ROOT / "docs" / "pooling-speed.md"
CASES = ROOT / "tests" / "oracles" / "cases" / "rma_reg.jsonl"
BCG = "rma_reg/dat.bcg|RR/~ablat/REML/knha"

MANY = 100_000
CLOSE = 1e-6
"""Relative; the packages stop their iterations at different places."""
AGREE = 1e-4
"""Relative: how far another package may be, by where it ends its iteration."""
SMALLEST = 1e-13
REPEATS, QUICK_REPEATS = 20, 200

HEAD = ("| what | best | aim, at most | differs by at most |", "|---|---|---|---|")

COMPARED = ("metafor", *(each.partition("==")[0] for each in POOLING))
"""The packages that stand beside it where they can be had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """The best of several runs of one thing, in seconds."""

    what: str
    seconds: float
    aim: str = "–"
    apart: str = "–"

    def row(self) -> str:
        """Return the line of the table."""
        return f"| {self.what} | {readable(self.seconds)} | {self.aim} | {self.apart} |"


def readable(seconds: float) -> str:
    """Return a time in its own unit, to three figures.

    >>> readable(0.0000036), readable(0.00012), readable(0.062)
    ('3.60 µs', '120 µs', '62.0 ms')
    """
    unit, factor = next((u, f) for u, f in (("s", 1), ("ms", 1e3), ("µs", 1e6)) if seconds * f >= 1)
    if unit == "ms" and seconds < 1e-3:
        unit, factor = "µs", 1e6
    value = seconds * factor
    return f"{value:.{max(0, 2 - int(np.log10(value)))}f} {unit}"


def bcg() -> dict[str, Any]:
    """Return the pinned case of the regression on latitude."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case: dict[str, Any] = json.loads(line)
        if case["id"] == BCG:
            return case
    raise LookupError(BCG)


def drawn(y: Array, v: Array) -> tuple[Array, Array]:
    """Return 100,000 sets of 13 effects drawn about the trials', with their variances."""
    rng = np.random.default_rng(20261128)
    return y + rng.normal(0, np.sqrt(v), (MANY, len(y))), np.tile(v, (MANY, 1))


def best(once: Callable[[], object], *, number: int) -> float:
    """Return the least mean time of `number` runs; the least is what the machine can do.

    What is quick is repeated more often, so that one of the runs is not interrupted.
    """
    once()
    repeats = REPEATS if number == 1 else QUICK_REPEATS
    return min(timeit.repeat(once, number=number, repeat=repeats)) / number


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """One fit by another package."""

    name: str
    version: str
    method: Literal["REML", "PM"]
    tau2: float
    estimate: float
    se: float
    seconds: float


def elsewhere(y: Array, v: Array) -> list[Elsewhere]:
    """Return what the packages that can be had give, each run in its own process."""
    answers: list[str] = []
    if folder := environment(ROOT, "pooling-elsewhere", *POOLING):
        command = [str(folder / "python"), str(HERE / "pooling_elsewhere.py")]
        answers.append(said(command, json.dumps({"y": y.tolist(), "v": v.tolist()})))
    if (rscript := shutil.which("Rscript")) and has_metafor(rscript):
        numbers = map(repr, [*y.tolist(), *v.tolist()])
        answers.append(said([rscript, str(HERE / "pooling_elsewhere.R"), *numbers], ""))
    return [Elsewhere(**each) for answer in answers for each in json.loads(answer)]


def said(command: list[str], given: str) -> str:
    """Return what a command prints, given its standard input."""
    return subprocess.run(command, input=given, check=True, capture_output=True, text=True).stdout


def has_metafor(rscript: str) -> bool:
    """Whether this R has metafor."""
    asked = 'quit(status = !requireNamespace("metafor", quietly = TRUE))'
    return subprocess.run([rscript, "-e", asked], check=False).returncode == 0


def compared(found: Elsewhere, y: Array, v: Array) -> Timed:
    """Return the line of another package, once its numbers are those of reviewkit.

    Raises
    ------
    AssertionError
        If τ², the estimate or its standard error is another.
    """
    ours = pool(y, v, method=found.method, test="hksj")
    apart = np.array([found.tau2, found.estimate, found.se]) / [
        ours.tau2 or np.nan,
        ours.estimate,
        ours.se,
    ]
    largest = float(np.abs(apart - 1).max())
    assert largest < AGREE, (found, ours)
    return Timed(
        what=f"{found.name} {found.version}: {found.method}, Hartung–Knapp",
        seconds=found.seconds,
        apart=f"{10.0 ** np.ceil(np.log10(max(largest, SMALLEST))):.0e}",
    )


def measured() -> list[Timed]:
    """Check that all agree, then time them."""
    case = bcg()
    y, v = np.array(case["inputs"]["yi"]), np.array(case["inputs"]["vi"])
    x, expected = np.array(case["inputs"]["X"]), case["expected"]
    model = meta_regression(y, v, x, test="hksj")
    assert np.allclose(model.tau2, expected["tau2"], rtol=CLOSE)
    assert np.allclose([each.se for each in model.coefficients], expected["se"], rtol=CLOSE)
    single, kernel = pool(y, v, test="hksj"), fit_many(y, v, test="hksj")
    assert np.allclose([single.estimate, single.se], [kernel.estimate[0], kernel.se[0]], rtol=CLOSE)
    many = drawn(y, v)
    kernel = fit_many(*many, test="hksj")
    for i in range(0, MANY, MANY // 50):
        one = pool(many[0][i], many[1][i], test="hksj")
        assert np.allclose([one.tau2 or 0.0, one.se], [kernel.tau2[i], kernel.se[i]], rtol=CLOSE)
    rows = [
        Timed(
            what="`pool`: REML, Hartung–Knapp, with the Q-profile interval of τ²",
            seconds=best(lambda: pool(y, v, test="hksj"), number=10),
            aim="150 µs",
        ),
        Timed(
            what="`pool`: DerSimonian–Laird, normal",
            seconds=best(lambda: pool(y, v, method="DL", test="z"), number=10),
        ),
        Timed(
            what="`meta_regression` on latitude: REML, Hartung–Knapp",
            seconds=best(lambda: meta_regression(y, v, x, test="hksj"), number=5),
        ),
        Timed(
            what=f"`fit_many`: REML, Hartung–Knapp, each of {MANY:,}",
            seconds=best(lambda: fit_many(*many, test="hksj"), number=1) / MANY,
            aim="4 µs",
        ),
        Timed(
            what="`gosh`: REML, all 8,191 subsets",
            seconds=best(lambda: gosh(y, v, test="z"), number=1),
            aim="100 ms",
        ),
        Timed(
            what="`leave_one_out`: REML, Hartung–Knapp, 13 fits",
            seconds=best(lambda: leave_one_out(y, v, test="hksj"), number=5),
        ),
    ]
    return rows + [compared(found, y, v) for found in elsewhere(y, v)]


def load() -> str:
    """Return how busy the machine has been with other work in the last minute."""
    return f"load {os.getloadavg()[0]:.1f} before it began"


def page(rows: list[Timed], busy: str) -> str:
    """Return the page."""
    absent = [name for name in COMPARED if not any(row.what.startswith(name) for row in rows)]
    not_here = f"Not on this machine, so not compared: {', '.join(absent)}.\n" if absent else ""
    lines = "\n".join([*HEAD, *(row.row() for row in rows)])
    return f"""\
# The speed of pooling, as measured

Written by `python -m tests.benchmarks.pooling` on {datetime.now(UTC):%Y-%m-%d}:
{machine()}, {busy}.
Thirteen trials of BCG vaccine, log risk ratios; the best of {REPEATS} runs or more, since whatever
else the machine does can only add.

Agreement comes first. reviewkit has to give what metafor printed for these trials in the pinned
cases, the kernel what single fits give, and each other package the same τ², estimate and standard
error to {AGREE:.0e} (they end their iterations at different places), or nothing is written.

{lines}

{not_here}
A fit of `pool` includes the Q-profile interval of τ², I², H² and the prediction interval; the other
packages' fits are their shortest call that gives τ² and a Hartung–Knapp standard error, and do not
all hold as much. statsmodels has no REML for effects. They run in one process each, after reviewkit
and not beside it.
"""


def main() -> int:
    """Print the page and write it."""
    busy = load()
    text = page(measured(), busy)
    PAGE.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
