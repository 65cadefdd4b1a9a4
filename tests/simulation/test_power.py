"""The page of power tables is what the code computes, and its margins are those of the kernels."""

from __future__ import annotations

from reviewkit.audit import grimmer
from tests.simulation import power


def test_page_is_up_to_date() -> None:
    written = power.PAGE.read_text(encoding="utf-8")
    assert written == power.page(), "write it again: python -m tests.simulation.power"


def test_the_usual_algorithm_flags_what_is_honest_and_every_sum_does_not() -> None:
    tight = list(power.tight_samples(300))
    assert sum(not power.nearest_sum_fits(*one) for one in tight) > 30
    assert all(grimmer(*one).fits for one in tight)
