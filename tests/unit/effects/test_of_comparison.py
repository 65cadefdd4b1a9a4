"""A comparison of groups is computed from both groups, with the people of each."""

from __future__ import annotations

from math import sqrt

import pytest

from reviewkit.effects.of_result import effect_of
from reviewkit.effects.tails import normal_p, normal_statistic
from reviewkit.records import Study
from tests.unit.builder import STUDY, laid_over, merged, parsed
from tests.unit.effects.test_of_result import WITHIN, effect, told


@pytest.mark.parametrize("contrast", ["between-arms", "between-conditions", "between-sides"])
@pytest.mark.parametrize(
    "moments",
    [
        "change: {mean: '-5.0', sd: '2.0'}",
        "before: {mean: '30.0', sd: '5.0'}\nafter: {mean: '25.0', sd: '5.0'}",
    ],
)
def test_one_groups_moments_are_never_a_comparison(contrast: str, moments: str) -> None:
    record = laid_over(merged(STUDY), {"results": {"onset": parsed(f"{WITHIN}{moments}")}})
    study = Study.model_validate({"id": "alpha", **record})
    # `check` refuses such a record: the law holds for one that never went through it, too.
    onset = study.results["onset"].model_copy(update={"contrast": contrast})
    study = study.model_copy(update={"results": {"onset": onset}})
    found = effect_of(study, "onset", {"correlation": "0.5"})
    assert (found.effect, found.standardised, found.direction) == (None, None, "decreases")
    assert found.why_not == "what is printed is of one group, not of the comparison"


def test_people_may_be_counted_in_a_groups_summary() -> None:
    found = effect(
        "groups: {bath: {n: (left out), after: {n: '8'}}, none: {n: (left out), after: {n: '9'}}}"
    )
    assert told(found) == ("MD", -10, pytest.approx(sqrt(10**2 / 8 + 10**2 / 9)))
    assert (found.n, found.n_basis) == (17, "of the groups compared")
    paths = [p.path for p in found.printed if p.name == "n"]
    assert paths == [("results", "onset", "groups", arm, "after", "n") for arm in ("bath", "none")]


@pytest.mark.parametrize("p", [1e-300, 1e-17, 1e-6, 0.05, 0.5, 0.99])
def test_a_p_comes_back_from_its_statistic(p: float) -> None:
    assert normal_p(normal_statistic(p)) == pytest.approx(p, rel=1e-9)


def test_a_tiny_p_gives_an_interval_and_one_near_1_says_why_it_gives_none() -> None:
    tiny = effect("estimate: {measure: MD, value: '-8.0'}\np: '0.00000000000000001'")
    assert told(tiny)[2] == pytest.approx(8 / normal_statistic(1e-17))
    near = effect("estimate: {measure: OR, value: '2.00'}\np: '0.9999'")
    assert near.effect is None
    assert near.why_not == "the interval of the ratio has no end that can be computed"


@pytest.mark.parametrize(
    ("measure", "unit"), [("MD", "minutes"), ("SMD", ""), ("r", ""), ("RD", ""), ("RR", "")]
)
def test_only_a_difference_has_the_unit_of_the_outcome(measure: str, unit: str) -> None:
    found = effect(f"estimate: {{measure: {measure}, value: '0.5', lower: '0.2', upper: '0.9'}}")
    assert found.unit == unit
