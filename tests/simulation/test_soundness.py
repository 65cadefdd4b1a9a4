"""Honest samples and tests are never flagged: a few thousand of each, and the record of 100,000."""

from __future__ import annotations

import pytest

from tests.simulation.soundness import FULL, RUNS, SEED, recorded

#: So many of each in CI; the kernels that enumerate take fewer.
COUNT = 2000
FEWER = {"SPRITE": 600, "GRIMMER": 1000, "DEBIT": 1000}


@pytest.mark.parametrize("name", RUNS)
def test_nothing_honest_is_flagged(name: str) -> None:
    assert list(RUNS[name](SEED + 7, FEWER.get(name, COUNT))) == []


@pytest.mark.parametrize("name", RUNS)
def test_the_full_run_flagged_nothing(name: str) -> None:
    assert recorded()[name] == {"honest": FULL, "flagged": 0, "seed": SEED}
