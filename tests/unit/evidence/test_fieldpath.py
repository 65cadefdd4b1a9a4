"""Dotted paths to the fields of a study."""

from __future__ import annotations

import pytest

from reviewkit.evidence import load
from reviewkit.evidence.fieldpath import UnknownField, field_at
from tests.unit.evidence.conftest import SOUND

STUDY = load(SOUND).studies["koyama-2016"]
FOUND = [
    ("citation.year", "2016"),
    ("population.n.enrolled", "9"),
    ("population.n.analysed", "not in what was read"),
    ("results.thickness-24w.before.mean", "0.085"),
    ("not-found.0", "the test that was used"),  # names as in YAML, with hyphens
    ("conflicts.0.sponsorship", "yes"),
    ("arms.massaged.weeks", "24"),
]
LOST = [
    ("population.n.enroled", "one of analysed, enrolled", ("enrolled",)),
    ("population.n.reached", "one of analysed, enrolled; `reached` is left out", ()),
    ("results.thickness-12w.before", "one of thickness-24w", ("thickness-24w",)),
    ("results.thickness-24w.unit.factor", "the end of the path: nothing is below", ()),
    ("conflicts.7", "one of 0", ()),
]


@pytest.mark.parametrize(("path", "text"), FOUND)
def test_path_leads_to_what_the_record_says(path: str, text: str) -> None:
    assert str(field_at(STUDY, path)) == text


@pytest.mark.parametrize(("path", "expected", "likely"), LOST)
def test_path_that_leads_nowhere_says_what_stands_there(
    path: str, expected: str, likely: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownField) as unknown:
        field_at(STUDY, path)
    assert unknown.value.expected == expected
    assert unknown.value.likely == likely
