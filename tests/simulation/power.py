"""How much each test can see, as a page: `python -m tests.simulation.power` writes it.

GRIM's power is exact; the others' are shares of slips, one to nine units of the last digit either
way, that would not fit, averaged over honest samples with fixed seeds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from statistics import mean

import numpy as np

from reviewkit.audit import debit, grimmer, mean_fits, power, sprite, statcheck
from reviewkit.audit.pvalues import p_of
from tests.project.tree import ROOT
from tests.simulation import honest
from tests.simulation.soundness import recorded

PAGE = ROOT / "docs" / "audit-power.md"
SEED = 5
SIZES = (5, 10, 20, 30, 50, 100, 200)
PLACES = (0, 1, 2, 3)
DRAWS = 60
SPRITE_SIZES, SPRITE_DRAWS = (10, 20, 50), 20
SCALE = (1, 5)
STATISTICS = (("t", 28), ("r", 84), ("z", 0))

INTRODUCTION = """\
# How much the audit can see

Written by `python -m tests.simulation.power`; a test holds it to the code. A test that flags
nothing says little where it can see little, so each answer of the audit carries its own power.

## Nothing honest is flagged

Honest samples of whole numbers (5 to 200 people, 1 to 10 items, 0 to 3 decimals; a 5 rounded up,
down, to the even digit, or as a machine prints it) and honest tests (printed as an article prints
them and read from that text; p exact or as a bound; two-sided, and one-sided where it says so).
Counted by `python -m tests.simulation.soundness`, which takes some minutes.
"""
GRIM = """\
## GRIM

Share of the means printable with these decimals that no whole sum gives: the chance that a number
made up at random is seen. For a percentage, add two to its decimals. Exact.
"""
GRIMMER = """\
## GRIMMER

Share of SDs off by one to nine units of the last digit that are seen, on answers from 1 to 5 of one
item, with the mean printed to two decimals: {draws} samples a cell.
"""
NEAREST = """\
The usual algorithm takes the one sum nearest to mean × n. On honest samples of 101 to 200 people
with little spread ({draws} of them, mean to two decimals, SD to two) it flags {nearest}; trying
every sum that the printed mean allows flags {every}.
"""
DEBIT = """\
## DEBIT

Share of SDs off by one to nine units of the last digit that are seen, mean and SD printed to as
many decimals, over every count of ones but none and all. Exact.
"""
SPRITE = """\
## SPRITE

Share of SDs off by one to nine units of the last digit that are seen, answers from 1 to 5, mean
and SD to two decimals: {draws} samples a cell. What the ends of the scale add to GRIMMER is little
unless answers lie at them.
"""
STATCHECK = """\
## Statcheck

Share of exact p values off by one to nine units of the last digit that are seen, by the decimals of
the statistic, for p from .001 to .2: {draws} tests a cell. A bound such as p < .05 is seen to be
wrong only where it is crossed.
"""


def page() -> str:
    """Return the page."""
    parts = [
        INTRODUCTION,
        _table(
            ["test", "honest", "flagged"],
            [[name, f"{row['honest']:,}", str(row["flagged"])] for name, row in recorded().items()],
        ),
        GRIM,
        _table(
            ["people × items", *(f"to {places}" for places in (1, 2, 3))],
            [[str(n), *(_share(power(places, n)) for places in (1, 2, 3))] for n in SIZES],
        ),
        GRIMMER.format(draws=DRAWS),
        _table(
            ["people", *(f"SD to {places}" for places in (1, 2, 3))],
            [[str(n), *(_share(_grimmer(n, places)) for places in (1, 2, 3))] for n in SIZES],
        ),
        _nearest(),
        DEBIT,
        _table(
            ["people", *(f"to {places}" for places in (1, 2, 3))],
            [[str(n), *(_share(_debit(n, places)) for places in (1, 2, 3))] for n in SIZES],
        ),
        SPRITE.format(draws=SPRITE_DRAWS),
        _table(
            ["people", "GRIMMER", "SPRITE"],
            [[str(n), *map(_share, _sprite(n))] for n in SPRITE_SIZES],
        ),
        STATCHECK.format(draws=DRAWS),
        _table(
            ["test", "p to", *(f"statistic to {places}" for places in PLACES)],
            [
                [f"{name}({df})" if df else name, str(of_p)]
                + [_share(_statcheck(name, df, places, of_p)) for places in PLACES]
                for name, df in STATISTICS
                for of_p in (2, 3)
            ],
        ),
    ]
    return "\n".join(parts)


def _answers(rng: np.random.Generator, n: int) -> tuple[str, int, int]:
    """A sample of a single item from 1 to 5: its mean to two decimals, its sum and squares."""
    drawn = SCALE[0] + rng.binomial(SCALE[1] - SCALE[0], rng.uniform(0.2, 0.8), size=n)
    total, squares = int(drawn.sum()), int((drawn * drawn).sum())
    return honest.rounded(Decimal(total) / n, 2, ROUND_HALF_UP), total, squares


def _grimmer(n: int, places: int) -> float:
    rng = np.random.default_rng((SEED, n, places))
    found = []
    for _ in range(DRAWS):
        middle, total, squares = _answers(rng, n)
        sd = honest.rounded(honest.sd_of(total, squares, n, 1), places, ROUND_HALF_UP)
        found.append(grimmer(middle, sd, n).power)
    return mean(found)


def _sprite(n: int) -> tuple[float, float]:
    rng = np.random.default_rng((SEED, n))
    without, within = [], []
    for _ in range(SPRITE_DRAWS):
        middle, total, squares = _answers(rng, n)
        sd = honest.rounded(honest.sd_of(total, squares, n, 1), 2, ROUND_HALF_UP)
        without.append(grimmer(middle, sd, n).power)
        within.append(sprite(middle, sd, n, scale=SCALE).power or 0.0)
    return mean(without), mean(within)


def _debit(n: int, places: int) -> float:
    found = []
    for ones in range(1, n):
        middle = honest.rounded(Decimal(ones) / n, places, ROUND_HALF_UP)
        sd = honest.rounded(honest.sd_of(ones, ones, n, 1), places, ROUND_HALF_UP)
        found.append(debit(middle, sd, n).power)
    return mean(found)


def _statcheck(name: str, df: int, places: int, of_p: int) -> float:
    rng = np.random.default_rng((SEED, df, places, of_p))
    found = []
    for _ in range(DRAWS):
        exact = (float(df),) if df else ()
        value = honest.INVERSE[name](float(rng.uniform(0.001, 0.2)), exact)  # type: ignore[index]
        p = honest.rounded(Decimal(p_of(name, value, exact)), of_p, ROUND_HALF_UP)  # type: ignore[arg-type]
        printed = honest.rounded(Decimal(value), places, ROUND_HALF_UP)
        dfs = (str(df),) if df else ()
        found.append(statcheck(name, printed, p, dfs=dfs).power or 0.0)  # type: ignore[arg-type]
    return mean(found)


def tight_samples(count: int) -> Iterator[tuple[str, str, int]]:
    """Yield honest samples of many people with little spread: mean, SD, n."""
    rng = np.random.default_rng(SEED)
    for _ in range(count):
        n = int(rng.integers(101, 201))
        drawn = 3 + (rng.random(n) < rng.uniform(0, 0.15))
        total, squares = int(drawn.sum()), int((drawn * drawn).sum())
        sd = honest.rounded(honest.sd_of(total, squares, n, 1), 2, ROUND_HALF_UP)
        yield honest.rounded(Decimal(total) / n, 2, ROUND_HALF_UP), sd, n


def nearest_sum_fits(middle: str, sd: str, n: int) -> bool:
    """Whether the sum nearest to mean × n alone goes with the SD, as the usual algorithm has it."""
    (total,) = mean_fits(f"{round(Decimal(middle) * n) / Decimal(n):.9f}", n).wholes
    return grimmer(f"{Decimal(total) / n:.9f}", sd, n).fits


def _nearest() -> str:
    tight = list(tight_samples(500))
    nearest = mean(not nearest_sum_fits(*one) for one in tight)
    every = mean(not grimmer(*one).fits for one in tight)
    return NEAREST.format(draws=len(tight), nearest=_share(nearest), every=_share(every))


def _share(value: float) -> str:
    return f"{100 * value:.0f}%"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [" | ".join(row) for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(f"| {line} |" for line in lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
