"""Transformations back undo the equations they belong to."""

from __future__ import annotations

from statistics import NormalDist
from typing import Any

import numpy as np
import pytest

from reviewkit.effects import effect_sizes
from reviewkit.effects import transformations as back

EVENTS = [1, 3, 10, 19]
SHARES = [0.05, 0.15, 0.5, 0.95]


@pytest.mark.parametrize("measure", ["PLN", "PLO", "PAS", "PR"])
def test_shares_come_back(measure: str) -> None:
    sizes = effect_sizes(measure, {"events": EVENTS, "total": 20})
    assert sizes.back_transformed()[0] == pytest.approx(SHARES, rel=1e-12)


@pytest.mark.parametrize("measure", ["IR", "IRLN", "IRS"])
def test_rates_come_back(measure: str) -> None:
    sizes = effect_sizes(measure, {"events": EVENTS, "time": 20})
    assert sizes.back_transformed()[0] == pytest.approx(SHARES, rel=1e-12)


@pytest.mark.parametrize("measure", ["ARAW", "AHW", "ABT"])
def test_reliabilities_come_back(measure: str) -> None:
    sizes = effect_sizes(measure, {"alpha": [0.0, 0.7, 0.95], "items": 5, "n": 30})
    assert sizes.back_transformed()[0] == pytest.approx([0.0, 0.7, 0.95], rel=1e-12, abs=1e-15)


def test_double_arcsine_and_double_square_root_come_back_with_their_size() -> None:
    counts = [0, 1, 5, 10, 19, 20]
    pft = effect_sizes("PFT", {"events": counts, "total": 20}).y
    assert back.from_double_arcsine(pft, 20) == pytest.approx(np.array(counts) / 20, abs=1e-9)
    irft = effect_sizes("IRFT", {"events": counts, "time": 20.0}).y
    assert back.from_double_square_root(irft, 20) == pytest.approx(np.array(counts) / 20, abs=1e-12)


def test_limits_beyond_the_scale_are_its_ends() -> None:
    assert back.from_arcsine([-0.1, 2.0]).tolist() == [0.0, 1.0]
    assert back.from_double_arcsine([-0.1, 2.0], 20).tolist() == [0.0, 1.0]
    assert back.from_square_root([-0.1]).tolist() == [0.0]
    assert back.from_double_square_root([-0.1], 20).tolist() == [0.0]


@pytest.mark.parametrize("d", [-0.8, 0.0, 0.5])
def test_overlap_of_two_normal_populations(d: float) -> None:
    below: Any = NormalDist().cdf
    assert back.cohens_u2(d) == pytest.approx(below(d / 2), rel=1e-12)
    assert back.cohens_u3(d) == pytest.approx(below(d), rel=1e-12)
    assert back.superiority(d) == pytest.approx(below(d / 2**0.5), rel=1e-12)
    u = below(abs(d) / 2)
    assert back.cohens_u1(d) == pytest.approx((2 * u - 1) / u, rel=1e-12, abs=1e-15)
    assert back.binomial_display(d) == pytest.approx(0.5 + d / (d**2 + 4) ** 0.5 / 2, rel=1e-12)
