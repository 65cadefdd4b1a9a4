"""No honest sample and no honest test is flagged: `python -m tests.simulation.soundness`.

The full run takes some minutes and writes its counts to `full.json`, which docs/audit-power.md
prints; CI runs the same on a few thousand.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from multiprocessing import Pool
from pathlib import Path
from typing import cast

from reviewkit.audit import (
    debit,
    grimmer,
    mean_fits,
    percentage_fits,
    sprite,
    statistics_in,
)
from reviewkit.audit.pvalues import DFS
from tests.simulation import honest

SEED = 20_261_128
FULL = 100_000
RECORD = Path(__file__).with_name("full.json")


def grim_flags(seed: int, count: int) -> Iterator[str]:
    """Yield the honest means and percentages that GRIM flags: half of each."""
    for one in honest.samples(seed, count // 2):
        if not mean_fits(one.mean, one.n, items=one.items).fits:
            yield str(one)
    for share in honest.shares(seed + 1, count - count // 2):
        if not percentage_fits(share.percent, share.n).fits:
            yield str(share)


def grimmer_flags(seed: int, count: int) -> Iterator[str]:
    """Yield the honest means and SDs that GRIMMER flags."""
    for one in honest.samples(seed, count):
        if not grimmer(one.mean, one.sd, one.n, items=one.items).fits:
            yield str(one)


def debit_flags(seed: int, count: int) -> Iterator[str]:
    """Yield the honest shares and SDs that DEBIT flags."""
    for one in honest.shares(seed, count):
        if not debit(one.mean, one.sd, one.n).fits:
            yield str(one)


def sprite_flags(seed: int, count: int) -> Iterator[str]:
    """Yield the honest samples that SPRITE finds none for; giving up counts as a failure too."""
    for one in honest.samples(seed, count):
        found = sprite(one.mean, one.sd, one.n, scale=one.scale, items=one.items, thorough=False)
        if found.sample is None:
            yield str(one)


def statcheck_flags(statistic: str) -> Callable[[int, int], Iterator[str]]:
    """Return the run of one kind of test, read from text as an article prints it."""

    def flags(seed: int, count: int) -> Iterator[str]:
        for text in honest.tests(seed, count, statistic):  # type: ignore[arg-type]  # a key of DFS
            found = statistics_in(text)
            if len(found) != 1 or not found[0].check().fits:
                yield text

    return flags


RUNS: dict[str, Callable[[int, int], Iterator[str]]] = {
    "GRIM": grim_flags,
    "GRIMMER": grimmer_flags,
    "DEBIT": debit_flags,
    "SPRITE": sprite_flags,
    **{f"statcheck {statistic}": statcheck_flags(statistic) for statistic in DFS},
}


def recorded() -> dict[str, dict[str, int]]:
    """Return what the last full run counted, by test."""
    return cast("dict[str, dict[str, int]]", json.loads(RECORD.read_text(encoding="utf-8")))


def run_full(name: str) -> tuple[str, list[str], float]:
    """Run one test in full; return its name, what it flagged, and the seconds it took."""
    began = time.perf_counter()
    return name, list(RUNS[name](SEED, FULL)), time.perf_counter() - began


def main() -> None:
    """Run all, two at a time, print as it goes, and record the counts."""
    counted = {}
    with Pool(2) as pool:
        for name, flags, seconds in pool.imap(run_full, RUNS, chunksize=1):
            counted[name] = {"honest": FULL, "flagged": len(flags), "seed": SEED}
            print(f"{name}: {len(flags)} of {FULL:,} in {seconds:.0f} s", *flags[:5], flush=True)
    RECORD.write_text(f"{json.dumps(counted, indent=1)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
