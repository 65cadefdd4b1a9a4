"""Bringing a body's results together: pooled, one alone, or counted by direction."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit.certainty import Synthesis
from reviewkit.synthesis import pool
from tests.unit.builder import Folder

NO_NUMBERS = "groups: {bath: {after: (left out)}, none: {after: (left out)}}"


def together(folder: Folder, *studies: str) -> Synthesis:
    uses = ", ".join(f"{{result: {study}#onset}}" for study in studies)
    return folder.body("onset", f"uses: [{uses}]").grade().bodies["onset"].main.synthesis


def test_one_effect_stands_alone(tmp_path: Path) -> None:
    found = together(Folder(tmp_path).study("alpha"), "alpha")
    assert (found.kind, found.k, found.n, found.weights) == ("single", 1, 40, (1.0,))
    assert (found.measure, found.unit, found.estimate) == ("MD", "minutes", 20 - 30)
    assert found.pooled is None


def test_comparable_effects_are_pooled_by_random_effects(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha")
    folder.study("beta", onset="groups: {bath: {after: {mean: '26.0', sd: '5.0'}}}")
    found = together(folder, "alpha", "beta")
    y = [20 - 30, 26 - 30]
    v = [10**2 / 20 + 10**2 / 20, 5**2 / 20 + 10**2 / 20]
    expected = pool(y, v, method="REML", test="hksj-floor")
    assert (found.kind, found.k, found.n) == ("pooled", 2, 80)
    assert found.estimate == pytest.approx(expected.estimate, rel=1e-12)
    assert found.ci == expected.ci
    assert sum(found.weights) == pytest.approx(1, abs=1e-12)
    assert found.standardised is not None
    assert -0.99 < found.standardised < -0.45


def test_a_study_without_a_spread_does_not_vanish_from_the_pool(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha").study("beta", onset=NO_NUMBERS)
    found = together(folder, "alpha", "beta")
    assert (found.kind, found.estimate, found.ci) == ("directions", None, None)
    assert (found.increases, found.decreases, found.neither) == (0, 2, 0)
    assert found.count is not None
    assert found.weights == (40 / 80, 40 / 80)


def test_two_units_are_not_pooled(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha").study("beta", onset="unit: hours")
    assert together(folder, "alpha", "beta").kind == "directions"


def test_two_measures_are_not_pooled(tmp_path: Path) -> None:
    events = (
        "groups: {bath: {after: (left out), events: '4', total: '20'}, "
        "none: {after: (left out), events: '10', total: '20'}}"
    )
    folder = Folder(tmp_path).study("alpha").study("beta", onset=events)
    assert together(folder, "alpha", "beta").kind == "directions"


def test_what_prints_no_difference_is_on_no_side(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", onset=NO_NUMBERS)
    folder.study("beta", onset=f"{NO_NUMBERS}\ndirection: no difference")
    folder.study("gamma", onset=f"{NO_NUMBERS}\ndirection: unclear")
    folder.study("delta", onset=f"{NO_NUMBERS}\ndirection: increases")
    found = together(folder, "alpha", "beta", "gamma", "delta")
    assert (found.increases, found.decreases, found.neither) == (1, 1, 2)
    assert found.count is not None
    assert (found.count.positive, found.count.negative, found.count.unclear) == (1, 1, 2)


def test_nothing_to_count_by_direction(tmp_path: Path) -> None:
    folder = Folder(tmp_path).study("alpha", onset=f"{NO_NUMBERS}\ndirection: no difference")
    assert together(folder, "alpha").count is None


def test_people_that_one_study_does_not_print_are_unknown_in_all(tmp_path: Path) -> None:
    uncounted = "population: {n: {analysed: not in what was read}}"
    folder = Folder(tmp_path).study("alpha").study("beta", uncounted, onset="groups: (left out)")
    found = together(folder, "alpha", "beta")
    assert (found.n, found.weights) == (None, (0.5, 0.5))


def test_no_result_at_all(tmp_path: Path) -> None:
    found = together(Folder(tmp_path))
    assert (found.kind, found.k, found.n, found.weights) == ("none", 0, None, ())
