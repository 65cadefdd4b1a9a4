"""GRIMMER: Anaya 2016, doi:10.7287/peerj.preprints.2400v1, by the examples of scrutiny.

The preprint was not read. Scrutiny (its documentation and tests, read 2026-11-28) follows Allard's
(2018) algorithm, which takes the sum nearest to mean × n; where that decides, the line says so.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from reviewkit.audit import grimmer
from tests.simulation.power import nearest_sum_fits

#: Tests, `pigs5`: mean, SD, n, scrutiny's answer.
PIGS5 = (
    ("7.22", "5.30", 38, False),
    ("4.74", "6.55", 31, True),
    ("5.23", "2.55", 35, False),
    ("2.57", "2.57", 30, True),
    ("6.77", "2.18", 33, False),
    ("2.68", "2.59", 34, True),
    ("7.01", "6.68", 35, False),
    ("7.38", "3.65", 32, True),
    ("3.14", "5.32", 33, False),
    ("6.89", "4.18", 37, True),
    ("5.00", "2.18", 31, True),
    ("0.24", "6.43", 34, True),
)
#: Vignette, of three items and 40 people: all fit.
THREE_ITEMS = (
    ("5.90", "2.19"),
    ("5.71", "1.42"),
    ("3.50", "1.81"),
    ("3.82", "2.43"),
    ("4.61", "1.92"),
    ("5.24", "2.51"),
)
#: Vignette, of 25 people with one decimal: it says that two do not fit, and of which kind.
ONE_DECIMAL = (
    ("8.9", "2.81"),
    ("2.6", "2.05"),
    ("7.2", "2.89"),
    ("3.6", "3.11"),
    ("9.2", "7.13"),
    ("10.4", "2.53"),
    ("7.3", "3.14"),
)


@pytest.mark.parametrize(("mean", "sd", "n", "fits"), PIGS5)
def test_scrutiny_table(mean: str, sd: str, n: int, fits: bool) -> None:
    assert grimmer(mean, sd, n).fits is fits


def test_scrutiny_reference() -> None:
    assert not grimmer("5.23", "2.55", 35).fits
    assert grimmer("5.23", "2.55", 31).fits
    assert grimmer("2.74", "0.96", 63, items=2).fits
    assert not grimmer("7.3", "2.51", 12).fits


@pytest.mark.parametrize(("mean", "sd"), THREE_ITEMS)
def test_scrutiny_items(mean: str, sd: str) -> None:
    assert grimmer(mean, sd, 40, items=3).fits


def test_where_every_sum_and_the_nearest_sum_differ() -> None:
    """Of the vignette's seven the nearest sum fails two; another sum saves one of them."""
    nearest = [mean for mean, sd in ONE_DECIMAL if not nearest_sum_fits(mean, sd, 25)]
    every = [mean for mean, sd in ONE_DECIMAL if not grimmer(mean, sd, 25).fits]
    assert nearest == ["8.9", "2.6"]
    assert every == ["2.6"]
    saved = grimmer("8.9", "2.81", 25)
    assert saved.squares is not None
    total, squares = saved.squares
    assert round(Decimal(total) / 25, 1) == Decimal("8.9")
    exact = (Decimal(25 * squares - total * total) / (25 * 24)).sqrt()
    assert Decimal("2.805") <= exact <= Decimal("2.815")
