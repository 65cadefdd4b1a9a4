"""How fast studies are pooled; agreement is checked first. `python -m tests.benchmarks.pooling`.

The data are the 13 trials of BCG vaccine as log risk ratios, from the pinned reference cases, and
what R printed for them there is what every fit has to give. Packages that do the same stand beside
it where they are installed. The table goes to the terminal and to build/pooling.md.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import timeit
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reviewkit.synthesis import fit_many, gosh, leave_one_out, meta_regression, pool
from reviewkit.synthesis.projection import Array
from tests.benchmarks.checker import machine

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "oracles" / "cases" / "rma_reg.jsonl"
BCG = "rma_reg/dat.bcg|RR/~ablat/REML/knha"

MANY = 100_000
CLOSE = 1e-6
"""Relative; the packages stop their iterations at different places."""
REPEATS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """The best of several runs of one thing, in seconds."""

    what: str
    seconds: float
    aim: str = "–"

    def row(self) -> str:
        """Return the line of the table."""
        return f"| {self.what} | {readable(self.seconds)} | {self.aim} |"


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
    """Return the least mean time of `number` runs; the least is what the machine can do."""
    once()
    return min(timeit.repeat(once, number=number, repeat=REPEATS)) / number


def neighbours(y: Array, v: Array) -> dict[str, tuple[Callable[[], float], float]]:
    """Return what other packages offer, if installed: a fit that gives τ², and what that is."""
    found: dict[str, tuple[Callable[[], float], float]] = {}
    reml, pm = (pool(y, v, method=method).tau2 or 0.0 for method in ("REML", "PM"))
    if importlib.util.find_spec("pymare"):
        pymare = importlib.import_module("pymare")
        estimators = importlib.import_module("pymare.estimators")

        def with_pymare() -> float:
            estimator = estimators.VarianceBasedLikelihoodEstimator(method="REML")
            fit = estimator.fit_dataset(pymare.Dataset(y=y, v=v))
            return float(np.ravel(fit.summary().tau2)[0])

        found["PyMARE, REML"] = (with_pymare, reml)
    if importlib.util.find_spec("statsmodels"):
        meta_analysis = importlib.import_module("statsmodels.stats.meta_analysis")

        def with_statsmodels() -> float:
            found = meta_analysis.combine_effects(y, v, method_re="iterated", use_t=True)
            return float(found.tau2)

        found["statsmodels, Paule–Mandel"] = (with_statsmodels, pm)
    return found


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
            seconds=best(lambda: pool(y, v, test="hksj"), number=200),
            aim="150 µs",
        ),
        Timed(
            what="`pool`: DerSimonian–Laird, normal",
            seconds=best(lambda: pool(y, v, method="DL", test="z"), number=200),
        ),
        Timed(
            what="`meta_regression` on latitude: REML, Hartung–Knapp",
            seconds=best(lambda: meta_regression(y, v, x, test="hksj"), number=50),
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
            seconds=best(lambda: leave_one_out(y, v, test="hksj"), number=20),
        ),
    ]
    for name, (once, tau2) in neighbours(y, v).items():
        assert np.isclose(once(), tau2, rtol=1e-4), name
        rows.append(Timed(what=name, seconds=best(once, number=20)))
    return rows


def main() -> int:
    """Print the table and write it to build/pooling.md."""
    head = ["| what | best | aim, at most |", "|---|---|---|"]
    where = f"{machine()}; 13 trials of BCG vaccine, log risk ratios; best of {REPEATS} runs."
    table = "\n".join([where, "", *head, *(row.row() for row in measured()), ""])
    target = ROOT / "build" / "pooling.md"
    target.parent.mkdir(exist_ok=True)
    target.write_text(table, encoding="utf-8")
    print(table)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
