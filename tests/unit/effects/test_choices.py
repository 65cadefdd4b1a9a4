"""What is left open about a result: readings of the paper, and assumptions of the review."""

from __future__ import annotations

import pytest

from reviewkit.effects.choices import Choice, choices_of, needs_correlation
from reviewkit.records import Review, Study
from tests.unit.builder import REVIEW, STUDY, laid_over, merged, parsed

UNREAD = """
contrast: within-arm
versus: (left out)
groups: (left out)
before: {mean: "30", spread: "9"}
after: {mean: "20", spread: "8"}
"""
BEFORE_AFTER = f"{UNREAD}readings: {{spread: {{options: [sd, se], main: se, why: not named}}}}\n"


CHANGE = "{after: (left out), change: {mean: '1', sd: '1'}}"


def choices(result: str, study: str = "{}", review: str = "{}") -> dict[str, Choice]:
    record = laid_over(merged(STUDY, study), {"results": {"onset": parsed(result)}})
    alpha = Study.model_validate({"id": "alpha", **record})
    found = choices_of(alpha, "onset", Review.model_validate(merged(REVIEW, review)))
    return {choice.name: choice for choice in found}


def test_nothing_is_open_about_what_is_printed() -> None:
    assert choices("{}") == {}


def test_a_reading_has_the_declared_option_first() -> None:
    found = choices(BEFORE_AFTER)["alpha/spread"]
    assert (found.options, found.main, found.origin) == (("se", "sd"), "se", "reading")
    assert found.why == "not named"


def test_readings_of_one_paper_share_a_name() -> None:
    """A paper means one thing by its ±, whichever of its results prints it."""
    study = "readings: {spread: {options: [sd, se], why: throughout}}"
    assert choices(UNREAD, study)["alpha/spread"].options == ("sd", "se")


def test_a_reading_of_a_spread_is_no_choice_where_none_is_printed() -> None:
    study = """
    readings: {spread: {options: [sd, se], why: throughout}}
    results: {other: {outcome: calm, contrast: within-arm, arm: bath, time: 4 weeks,
                      direction: increases, after: {mean: "5", spread: "2"}, at: paper}}
    """
    assert choices("{}", study) == {}


def test_an_impossible_reading_is_dropped() -> None:
    spread = "{main: sd, impossible: {se: more than the whole scale}}"
    record = laid_over(parsed(BEFORE_AFTER), parsed(f"readings: {{spread: {spread}}}"))
    study = laid_over(merged(STUDY), {"results": {"onset": record}})
    alpha = Study.model_validate({"id": "alpha", **study})
    first, *_ = choices_of(alpha, "onset", Review.model_validate(merged(REVIEW)))
    assert (first.name, first.options) == ("alpha/spread", ("sd",))


def test_denominators_and_allocation_are_readings_too() -> None:
    share = """
    contrast: description
    versus: (left out)
    groups: (left out)
    percent: "68.9"
    readings: {denominator: {options: ["327", "340"], why: which is not said}}
    """
    allocation = """
    design: {allocation: not in what was read}
    readings: {allocation: {options: [not randomised, randomised], why: classified}}
    """
    found = choices(share, allocation)
    assert found["alpha#onset/denominator"].options == ("327", "340")
    assert found["alpha/allocation"].options == ("not randomised", "randomised")


def test_the_correlation_is_ranged_over_the_main_value_first() -> None:
    found = choices(BEFORE_AFTER)["correlation"]
    assert (found.options, found.origin) == (("0.5", "0", "0.9"), "assumption")
    assert "correlation" not in choices(BEFORE_AFTER, review="assumptions: (left out)")


@pytest.mark.parametrize(
    ("result", "needed"),
    [
        ("{}", False),
        (BEFORE_AFTER, True),
        (f"{BEFORE_AFTER}\nchange: {{mean: '-10', sd: '4'}}", False),
        (f"{BEFORE_AFTER}\nchange: {{n: '20'}}", True),
        ("contrast: between-conditions", True),
        ("contrast: between-sides", True),
        (f"contrast: between-sides\ngroups: {{bath: {CHANGE}, none: {CHANGE}}}", True),
        ("contrast: between-conditions\ngroups: (left out)", False),
    ],
)
def test_where_an_interval_needs_the_correlation(result: str, needed: bool) -> None:
    record = laid_over(merged(STUDY), {"results": {"onset": parsed(result)}})
    alpha = Study.model_validate({"id": "alpha", **record})
    assert needs_correlation(alpha.results["onset"]) is needed
