"""What is told where a pool or a target that was asked for cannot be had, and what starts where."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewkit import lock
from reviewkit.certainty import BodyGrade
from tests.unit.builder import Folder

MID = (
    "outcomes: {{onset: {{mid: {{value: '5', unit: {unit}, basis: convention, source: a test}}}}}}"
)
RATIO = "groups: (left out)\nestimate: {measure: RR, value: '0.5', lower: '0.4', upper: '0.7'}"


def graded(folder: Folder, *uses: str, body: str = "{}") -> BodyGrade:
    listed = ", ".join(f"{{result: {use}#onset}}" for use in uses)
    return folder.body("onset", f"uses: [{listed}]", body).grade().bodies["onset"].main


def path_of(grade: BodyGrade, domain: str) -> tuple[str, ...]:
    (judged,) = (j for j in grade.domains if j.proposal.domain == domain)
    return judged.proposal.path


def test_a_pool_that_is_not_defined_is_counted_by_direction_with_the_reason(
    tmp_path: Path,
) -> None:
    folder = Folder(tmp_path).study("alpha").study("beta")
    folder.review("analysis: {test: {main: hksj, alternatives: [t], why: a test}}")
    grade = graded(folder, "alpha", "beta")
    assert (grade.synthesis.kind, grade.synthesis.decreases) == ("directions", 2)
    assert grade.synthesis.why_not.startswith("all effects are equal")
    assert path_of(grade, "imprecision")[0] == grade.synthesis.why_not
    assert list(lock.of(folder.claim("sooner", "body: onset").grade())) == ["sooner"]


@pytest.mark.parametrize(
    ("unit", "onset", "why"),
    [
        ("hours", "", "it is in hours and the effect in minutes"),
        ("minutes", RATIO, "it is a difference in minutes and the effect is a ratio"),
        ("minutes", "", None),
    ],
)
def test_a_target_that_cannot_be_applied_says_so(
    tmp_path: Path, unit: str, onset: str, why: str | None
) -> None:
    folder = Folder(tmp_path).review(MID.format(unit=unit)).study("alpha", onset=onset)
    grade = graded(folder, "alpha", body="threshold: {target: mid}")
    first = path_of(grade, "imprecision")[0]
    told = f"the minimal important difference is not applicable, because {why}"
    expected = "the 95% interval" if why is None else f"{told}; held against no difference"
    assert first.startswith(expected)


def test_the_want_of_controls_is_charged_alike_whatever_the_order_of_uses(tmp_path: Path) -> None:
    loose = "design: {allocation: not randomised}"
    same = "contrast: within-arm\nversus: (left out)\ngroups: (left out)\ntime: immediate"
    folder = Folder(tmp_path).review("outcomes: {onset: {stable: 'true'}}")
    folder.study("alpha", loose).study("gamma", onset=same)
    high = "appraisal: {overall: high}"
    folder.change("studies/alpha.yaml", high).change("studies/gamma.yaml", high)
    one, other = (graded(folder, *uses) for uses in (("alpha", "gamma"), ("gamma", "alpha")))
    assert [d.down for d in one.domains] == [d.down for d in other.domains]
    assert [c.start.uncontrolled for c in one.counted] == [False, True]
