"""DEBIT: Heathers & Brown 2019, https://osf.io/5vb3u, by the examples of scrutiny.

The preprint's abstract was read, not its table; scrutiny's documentation and tests on 2026-11-28.
"""

from __future__ import annotations

import pytest

from reviewkit.audit import debit

#: Tests, `pigs3`: mean, SD, scrutiny's answer; of 1683 people.
PIGS3 = (
    ("0.53", "0.50", True),
    ("0.44", "0.50", True),
    ("0.77", "0.42", True),
    ("0.19", "0.35", False),
    ("0.34", "0.47", True),
    ("0.93", "0.25", True),
    ("0.12", "0.33", True),
)


@pytest.mark.parametrize(("mean", "sd", "fits"), PIGS3)
def test_scrutiny_table(mean: str, sd: str, fits: bool) -> None:
    assert debit(mean, sd, 1683).fits is fits


def test_scrutiny_vignette() -> None:
    assert not debit("0.35", "0.18", 20).fits
