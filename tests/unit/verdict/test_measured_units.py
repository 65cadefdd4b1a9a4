"""The unit of an estimate is that of its measure; a change is favoured by what excludes none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reviewkit.effects import Interval
from reviewkit.records import Study
from reviewkit.verdict import outcome
from reviewkit.verdict.units import unit_of
from tests.spec.sentences import body
from tests.unit.builder import STUDY, laid_over, merged, parsed


def study(measure: str) -> Study:
    piece = f"estimate: {{measure: {measure}, value: '0.5', lower: '0.2', upper: '0.9'}}"
    onset: dict[str, Any] = {"results": {"onset": parsed(piece)}}
    return Study.model_validate({"id": "alpha", **laid_over(merged(STUDY), onset)})


@pytest.mark.parametrize(
    ("measure", "unit"),
    [("MD", "minutes"), ("percent change", "%"), ("SMD", None), ("r", None), ("RR", None)],
)
def test_an_estimate_has_the_unit_of_its_measure(measure: str, unit: str | None) -> None:
    for field in ("value", "lower", "upper"):
        assert unit_of(study(measure), f"results.onset.estimate.{field}") == unit
    assert unit_of(study(measure), "results.onset.estimate.level") == "%"


@pytest.mark.parametrize("claimed", ["changes", "none", "unclear"])
@pytest.mark.parametrize(("upper", "says"), [(-1.0, "favours"), (0.0, "mixed"), (1.0, "mixed")])
def test_a_change_is_favoured_only_by_an_interval_that_excludes_none(
    claimed: str, upper: float, says: str
) -> None:
    grade = body(certainty="low", says="favours")
    ci = Interval(lower=-7.0, upper=upper, level=0.95, method="t")
    synthesis = replace(grade.synthesis, kind="single", measure="MD", estimate=-4.0, ci=ci)
    assert outcome(replace(grade, synthesis=synthesis), claimed).says == says
