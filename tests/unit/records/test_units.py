"""Units: one spelling to compare by, and no two units taken for one."""

from __future__ import annotations

import pytest

from reviewkit.records.units import DURATIONS, among, canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("month", "months"),
        ("session", "sessions"),
        ("\u00b5m", "\u03bcm"),
        ("%", "per cent"),
        ("% ", "percent"),
    ],
)
def test_spellings_of_one_unit(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)
    assert among(one, [other, "mm"])


@pytest.mark.parametrize(
    ("one", "other"), [("month", "minutes"), ("mm", "\u00b5m"), ("percent", "percent change")]
)
def test_units_that_differ(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)
    assert not among(one, [other])


def test_a_spelling_is_canonical_once_and_for_all() -> None:
    for unit in (*DURATIONS, "%", "mm", "\u00b5m"):
        assert canonical(canonical(unit)) == canonical(unit)
