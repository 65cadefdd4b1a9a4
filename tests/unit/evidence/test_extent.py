from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from reviewkit.evidence.extent import ACCESS, ROLES, extents, read_of, size_of
from reviewkit.records.provenance import Access
from reviewkit.records.study import People
from tests.unit.builder import Folder


@pytest.mark.parametrize(
    ("people", "size"),
    [
        ("{analysed: '40'}", 40),
        ("{analysed: not in what was read, randomised: '60', enrolled: '61'}", 60),
        ("{analysed: (left out), reached: '1899', received: '327'}", 327),
        ("{analysed: (left out), planned: '80'}", 80),
        ("{analysed: not reported}", None),
    ],
)
def test_the_size_is_the_head_count_closest_to_the_results(
    tmp_path: Path, people: str, size: int | None
) -> None:
    pieces = (f"population: {{n: {people}}}", "{arms: (left out), results: (left out)}")
    evidence = Folder(tmp_path).study("alpha", *pieces).load()
    assert size_of(evidence.studies["alpha"]) == size


def test_the_best_that_was_read_counts(tmp_path: Path) -> None:
    study = Folder(tmp_path).study("alpha").load().studies["alpha"]
    assert {read.access for read in study.read.values()} == {"full-text", "abstract", "secondary"}
    assert read_of(study) == "full-text"


def test_every_kind_of_reading_has_its_rank() -> None:
    assert sorted(ACCESS) == sorted(get_args(Access))


def test_roles_are_those_of_the_records() -> None:
    assert set(ROLES) <= set(People.model_fields)


def test_every_study_has_a_row(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha").study("beta", "{population: {n: {analysed: '7'}}}")
    folder.change("studies/beta.yaml", "{arms: (left out), results: (left out)}")
    folder.study("gamma", "{design: {type: laboratory}, arms: (left out), results: (left out)}")
    folder.change("studies/gamma.yaml", "{population: {n: {analysed: (left out)}}}")
    found = extents(folder.load()).set_index("study")
    assert list(found.index) == ["alpha", "beta", "gamma"]
    assert list(found["people"][:2]) == [40, 7]
    assert list(found["people"].isna()) == [False, False, True]
    assert list(found["read"]) == ["full-text"] * 3


def test_a_review_without_studies_has_a_frame_all_the_same(tmp_path: Path) -> None:
    found = extents(Folder(tmp_path).load())
    assert found.empty
    assert "people" in found
