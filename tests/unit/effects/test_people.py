"""How many people stand behind a result: the closest head count that a source gives for it."""

from __future__ import annotations

import pytest

from reviewkit.effects.people import People, people_behind
from reviewkit.records import Study
from tests.unit.builder import STUDY, laid_over, merged, parsed

ONE_GROUP = "contrast: within-arm\nversus: (left out)\ngroups: (left out)\n"
NOT_COUNTED = "groups: {bath: {n: (left out)}, none: {n: (left out)}}"


def behind(result: str, study: str = "{}") -> People:
    record = laid_over(merged(STUDY, study), {"results": {"onset": parsed(result)}})
    alpha = Study.model_validate({"id": "alpha", **record})
    return people_behind(alpha, alpha.results["onset"])


@pytest.mark.parametrize(
    ("result", "study", "n", "basis"),
    [
        ("n: '38'", "{}", 38, "of this result"),
        (
            f"{ONE_GROUP}before: {{mean: '1', n: '18'}}\nafter: {{mean: '2', n: '17'}}",
            "{}",
            17,
            "of this result",
        ),
        (f"{ONE_GROUP}change: {{mean: '1', n: '16'}}", "{}", 16, "of this result"),
        ("estimate: {measure: MD, value: '1', n: '37'}", "{}", 37, "of this result"),
        ("setting: cells", "{}", None, "not of people"),
        ("{}", "{}", 20 + 20, "of the groups compared"),
        ("contrast: between-conditions", "{}", 20, "of the groups compared"),
        ("contrast: between-sides\ngroups: {none: {n: '19'}}", "{}", 19, "of the groups compared"),
        ("groups: {none: {n: (left out)}}", "{}", 40, "analysed, of the study"),
        (
            NOT_COUNTED,
            "arms: {third: {intervention: cool-bath, n: '20', at: paper}}",
            20 + 20,
            "of the two arms compared",
        ),
        (
            NOT_COUNTED,
            "arms: {third: {intervention: cool-bath, at: paper}, none: {n: not reported}}",
            40,
            "analysed, of the study",
        ),
        (ONE_GROUP, "{}", 20, "of this arm"),
        (
            ONE_GROUP,
            "arms: {bath: {n: not reported}}",
            None,
            "of this arm, not in what was read",
        ),
        (ONE_GROUP, "design: {type: before-after}", 40, "analysed, of the study"),
        ("contrast: pooled\n" + NOT_COUNTED, "{}", None, "of this outcome, not in what was read"),
        (
            NOT_COUNTED,
            "population: {n: {analysed: not reported, received: '39', randomised: '40'}}",
            39,
            "received, of the study",
        ),
        (
            NOT_COUNTED,
            "population: {n: {analysed: (left out), answered: '39', enrolled: '40'}}",
            39,
            "answered, of the study",
        ),
        (
            NOT_COUNTED,
            "population: {n: {analysed: (left out), randomised: '40', enrolled: '41'}}",
            40,
            "randomised, of the study",
        ),
        (
            NOT_COUNTED,
            "population: {n: {analysed: (left out), enrolled: '41'}}",
            41,
            "enrolled, of the study",
        ),
        (
            NOT_COUNTED,
            "population: {n: {analysed: not in what was read}}",
            None,
            "not in what was read",
        ),
        (
            NOT_COUNTED,
            "population: {n: {analysed: (left out), reached: '1,899', planned: '60'}}",
            None,
            "not in what was read",
        ),
    ],
)
def test_the_closest_head_count(result: str, study: str, n: int | None, basis: str) -> None:
    found = behind(result, study)
    assert (found.n, found.basis) == (n, basis)


def test_people_who_were_not_counted_as_analysed_are_assumed_so_and_said() -> None:
    found = behind(NOT_COUNTED, "population: {n: {analysed: not reported, enrolled: '41'}}")
    assert found.assumed == (
        "all 41 people enrolled are taken as analysed; the number analysed is not in what was read",
    )
    assert behind(NOT_COUNTED).assumed == ()
