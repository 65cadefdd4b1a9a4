"""A body that asks what a moderator does: its slope, where it starts, and what rates it down."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit.certainty import BodyGrade
from reviewkit.records import Moderator
from tests.unit.builder import Folder

MODERATORS = """
moderators:
  warmth: {label: warmth of the water, unit: °C, why: warmer water cools the body faster}
  place: {label: where they slept, levels: [home, hostel], why: hostels are louder}
  season: {label: season, levels: [spring, summer, autumn], why: nights differ}
"""
ASKED = "question: {moderator: warmth}"


def trials(tmp_path: Path, means: list[float], *, asked: str = ASKED) -> Folder:
    """Trials whose effect grows by 2 minutes a degree, each with a little of its own."""
    folder = Folder(tmp_path).review(MODERATORS)
    uses = []
    for position, mean in enumerate(means):
        name = f"trial-{position:02}"
        folder.study(
            name,
            f"moderators: {{warmth: {{value: '{36 + position}', unit: °C, at: paper}}, "
            f"place: {{level: {'hostel' if position % 2 else 'home'}, at: paper}}, "
            "season: {level: summer, at: paper}}",
            onset=f"groups: {{bath: {{after: {{mean: '{mean:.1f}'}}}}}}",
        )
        uses.append(f"{{result: {name}#onset}}")
    return folder.body("onset", f"uses: [{', '.join(uses)}]", asked)


def graded(folder: Folder) -> BodyGrade:
    return folder.grade().bodies["onset"].main


def downs(grade: BodyGrade) -> dict[str, int]:
    return {judged.proposal.domain: judged.down for judged in grade.domains}


STEADY = [30 - 2 * step + (0.3 if step % 2 else -0.3) for step in range(12)]


def test_the_estimate_is_the_slope_per_unit_of_the_moderator(tmp_path: Path) -> None:
    found = graded(trials(tmp_path, STEADY)).synthesis
    assert (found.kind, found.k, found.scale) == ("slope", 12, "raw")
    assert found.measure == "difference of mean differences per unit of warmth (°C)"
    assert found.estimate == pytest.approx(-2, abs=0.05)
    assert found.ci is not None
    assert found.ci.upper < 0
    assert sum(found.weights) == pytest.approx(1)


def test_randomised_trials_are_an_association_across_studies(tmp_path: Path) -> None:
    grade = graded(trials(tmp_path, STEADY))
    assert grade.start is not None
    assert grade.start.certainty == "low"
    assert "studies compared with studies" in grade.start.why
    assert downs(grade)["imprecision"] == 0
    assert grade.certainty == "low"


def test_one_of_two_levels_is_told_against_the_other(tmp_path: Path) -> None:
    found = graded(trials(tmp_path, STEADY, asked="question: {moderator: place}")).synthesis
    assert found.measure == "difference of mean differences, hostel against home"
    mean = [sum(STEADY[start::2]) / 6 for start in (0, 1)]
    assert found.estimate == pytest.approx(mean[1] - mean[0], abs=0.05)


def test_three_levels_have_no_one_slope(tmp_path: Path) -> None:
    grade = graded(trials(tmp_path, STEADY, asked="question: {moderator: season}"))
    assert grade.synthesis.estimate is None
    assert "season has 3 levels" in grade.synthesis.why_not
    assert (grade.synthesis.increases, grade.synthesis.decreases) == (0, 0)
    assert downs(grade)["imprecision"] == 1


def test_fewer_than_ten_studies_rate_a_slope_down(tmp_path: Path) -> None:
    grade = graded(trials(tmp_path, STEADY[:9]))
    assert grade.synthesis.ci is not None
    assert grade.synthesis.ci.upper < 0
    assert downs(grade)["imprecision"] == 1


def test_a_slope_whose_interval_includes_zero_is_rated_down(tmp_path: Path) -> None:
    level = [25.0 if step % 2 else 15.0 for step in range(12)]
    assert downs(graded(trials(tmp_path, level)))["imprecision"] == 1


def test_studies_all_in_one_place_have_no_slope(tmp_path: Path) -> None:
    folder = trials(tmp_path, STEADY)
    for position in range(12):
        folder.change(f"studies/trial-{position:02}.yaml", "moderators: {warmth: {value: '40'}}")
    found = graded(folder).synthesis
    assert found.kind == "directions"
    assert "redundant" in found.why_not


def test_a_study_that_is_not_placed_does_not_count(tmp_path: Path) -> None:
    folder = trials(tmp_path, STEADY).change(
        "studies/trial-03.yaml", "moderators: {warmth: (left out)}"
    )
    grade = graded(folder)
    assert grade.synthesis.k == 11
    (left,) = [result for result in grade.results if not result.counts]
    assert left.why_not == "its warmth of the water was not read"


@pytest.mark.parametrize(
    ("direction", "says", "verdict"),
    [
        ("decreases", "favours", "overstated"),
        ("increases", "against", "contradicted"),
        ("no difference", "against", "contradicted"),
    ],
)
def test_a_claim_rests_on_the_direction_of_the_slope(
    tmp_path: Path, direction: str, says: str, verdict: str
) -> None:
    folder = trials(tmp_path, STEADY).claim(
        "warmer", "kind: comparison", "body: onset", f"direction: {direction}"
    )
    claim = folder.grade().claims["warmer"]
    assert (claim.says, claim.certainty, claim.ruling.verdict) == (says, "low", verdict)


def test_a_moderator_is_a_number_or_one_of_some_levels() -> None:
    number = Moderator(label="age", unit="years", why="a test")
    assert number.levels == ()
