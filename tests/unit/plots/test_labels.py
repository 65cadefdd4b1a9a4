from __future__ import annotations

import math

import pytest

from reviewkit.effects import Interval
from reviewkit.plots import labels
from tests.unit.plots.making import effect, graded, result


@pytest.mark.parametrize(
    ("choice", "taken", "said"),
    [
        ("a-2000/spread", "sd", "± is SD"),
        ("a-2000/allocation", "not randomised", "not randomised"),
        ("a-2000#x/denominator", "1,899", "of 1,899"),
        ("correlation", "0.25", "r = 0.25"),
        ("estimator", "PM", "PM"),
    ],
)
def test_options_are_said_in_words(choice: str, taken: str, said: str) -> None:
    assert labels.options({choice: taken}) == {choice: said}


def test_the_study_is_named_where_two_leave_the_same_open() -> None:
    taken = {"a-2000/spread": "sd", "b-2001/spread": "se", "correlation": "0"}
    assert list(labels.options(taken).values()) == ["a-2000: ± is SD", "b-2001: ± is SE", "r = 0"]


@pytest.mark.parametrize(
    ("measure", "scale", "null"), [("MC", "raw", 0), ("RR", "log", 1), ("PR", "raw", None)]
)
def test_no_effect_is_0_of_a_difference_1_of_a_ratio_and_nothing_of_a_share(
    measure: str, scale: str, null: float | None
) -> None:
    assert labels.null_of(measure, scale) == null


def test_a_ratio_is_told_as_a_ratio() -> None:
    ci = Interval(lower=math.log(0.25), upper=math.log(1.0), level=0.95, method="normal")
    told = labels.estimate_text(math.log(0.5), ci, measure="RR", scale="log")
    assert told == "0.50 (95% CI 0.25 to 1.00)"


@pytest.mark.parametrize(
    ("certainty", "title"),
    [
        ("low", "thickness: low certainty"),
        ("none", "thickness: nothing counts"),
        ("not graded", "thickness: evidence of mechanism, not graded"),
    ],
)
def test_no_figure_goes_without_its_certainty(certainty: str, title: str) -> None:
    grade = graded([result("a-2000#x", effect(1, 2))], certainty=certainty)
    assert labels.title(grade) == title
