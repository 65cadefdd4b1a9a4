"""Where certainty starts: with the contrast of the result, not with the title of the study."""

from __future__ import annotations

import pytest

from reviewkit.certainty.start import BRANCHES, StartFacts, start
from tests.spec.table import SPELT, Case, Table

START = Table(
    title="Where certainty starts",
    text=(
        "A randomised contrast starts high, a comparison of groups that were not randomised low "
        "(Core GRADE 4). One group before and after starts very low whatever the study around it, "
        "so do surveys of people who chose themselves. Cells, tissue and animals speak of "
        "mechanism only. A review may declare that comparisons which were not randomised and were "
        "appraised with ROBINS-I start high (GRADE guidelines 18); it is never mixed in."
    ),
    branches=BRANCHES,
    usual={
        "contrast": "between-arms",
        "allocation": "randomised",
        "design": "parallel-trial",
        "setting": "people",
        "immediate": False,
        "stable": False,
        "robins_i": False,
    },
    cases=(
        Case(
            "a randomised contrast", "P", {}, "high", "a randomised contrast", branch="randomised"
        ),
        Case(
            "randomised order of conditions in the same people",
            "P",
            {"contrast": "between-conditions", "design": "crossover-trial"},
            "high",
            branch="randomised",
        ),
        Case(
            "a side of the body chosen at random",
            "P",
            {"contrast": "between-sides", "design": "within-person"},
            "high",
            branch="randomised",
        ),
        Case(
            "randomised trials pooled by the source",
            "P",
            {"contrast": "pooled"},
            "high",
            branch="randomised",
        ),
        Case(
            "groups, not randomised",
            "P",
            {"allocation": "not randomised"},
            "low",
            branch="not-randomised",
        ),
        Case(
            "groups, not randomised, where the review has ROBINS-I start high",
            "P",
            {"allocation": "not randomised", "robins_i": True},
            "high",
            "appraised with ROBINS-I",
            branch="not-randomised-robins-i",
        ),
        Case(
            "one group before and after is no comparison, with ROBINS-I or without",
            "C",
            {"contrast": "within-arm", "robins_i": True},
            "very low",
            branch="before-after",
        ),
        Case(
            "groups by turns",
            "P",
            {"allocation": "quasi-randomised"},
            "low",
            branch="not-randomised",
        ),
        Case(
            "two sides of the body, not at random: as their allocation",
            "P",
            {
                "contrast": "between-sides",
                "allocation": "not randomised",
                "design": "within-person",
            },
            "low",
            branch="not-randomised",
        ),
        Case(
            "a controlled before-after study",
            "P",
            {"design": "controlled-before-after", "allocation": "not randomised"},
            "low",
            branch="not-randomised",
        ),
        Case(
            "randomisation that what was read does not confirm",
            "C",
            {"allocation": "not in what was read"},
            "low",
            "randomisation not confirmed",
            branch="randomisation-not-confirmed",
        ),
        Case(
            "randomisation that the full text does not report",
            "C",
            {"allocation": "not reported"},
            "low",
            "randomisation not confirmed",
            branch="randomisation-not-confirmed",
        ),
        Case(
            "pooled by the source, not all randomised",
            "P",
            {"contrast": "pooled", "allocation": "not randomised"},
            "low",
            branch="not-randomised",
        ),
        Case(
            "pooled by the source, allocation unknown",
            "C",
            {"contrast": "pooled", "allocation": "not in what was read"},
            "low",
            branch="randomisation-not-confirmed",
        ),
        Case(
            "one group before and after",
            "C",
            {"contrast": "within-arm", "design": "before-after", "allocation": "not sought"},
            "very low",
            "nothing to compare",
            branch="before-after",
        ),
        Case(
            "the change within one arm of a randomised trial",
            "C",
            {"contrast": "within-arm"},
            "very low",
            "nothing to compare",
            branch="before-after",
        ),
        Case(
            "an immediate response against a stable baseline of one's own",
            "C",
            {"contrast": "within-arm", "immediate": True, "stable": True},
            "low",
            "immediate response",
            branch="immediate",
        ),
        Case(
            "an immediate response of something that does not keep still by itself",
            "C",
            {"contrast": "within-arm", "immediate": True},
            "very low",
            branch="before-after",
        ),
        Case(
            "a stable outcome weeks later",
            "C",
            {"contrast": "within-arm", "stable": True},
            "very low",
            branch="before-after",
        ),
        Case(
            "a case series",
            "P",
            {"contrast": "description", "design": "case-series"},
            "very low",
            "unsystematic",
            branch="unsystematic",
        ),
        Case(
            "a narrative review's average",
            "P",
            {"contrast": "within-arm", "design": "narrative-review"},
            "very low",
            "unsystematic",
            branch="unsystematic",
        ),
        Case(
            "a share in a survey of people who chose themselves",
            "C",
            {"contrast": "description", "design": "self-selected-survey"},
            "very low",
            "chose themselves",
            branch="self-selected",
        ),
        Case(
            "an association in such a survey",
            "C",
            {"contrast": "association", "design": "self-selected-survey"},
            "very low",
            "chose themselves",
            branch="self-selected",
        ),
        Case(
            "groups compared within such a survey",
            "C",
            {
                "contrast": "between-arms",
                "design": "self-selected-survey",
                "allocation": "not randomised",
            },
            "very low",
            "chose themselves",
            branch="self-selected",
        ),
        Case(
            "an exposure observed, not set",
            "P",
            {"contrast": "association", "design": "cohort", "allocation": "not sought"},
            "low",
            "observed association",
            branch="association",
        ),
        Case(
            "a share of one group",
            "C",
            {"contrast": "description", "design": "cross-sectional"},
            "very low",
            "nothing to compare",
            branch="description",
        ),
        Case(
            "an expert's opinion",
            "C",
            {"contrast": "description", "design": "opinion"},
            "not graded",
            "never graded",
            branch="opinion",
        ),
        Case(
            "cells in a dish",
            "C",
            {"setting": "cells"},
            "not graded",
            "mechanism only",
            branch="not-people",
        ),
        Case("tissue", "C", {"setting": "tissue"}, "not graded", branch="not-people"),
        Case("animals", "C", {"setting": "animals"}, "not graded", branch="not-people"),
        Case("a computer model", "C", {"setting": "model"}, "not graded", branch="not-people"),
    ),
)


@pytest.mark.parametrize("case", START.rows())
def test_start(case: Case) -> None:
    found = start(StartFacts(**START.facts(case)))
    assert found.certainty == case.then
    assert found.mark == SPELT[case.mark]
    assert found.branch == f"start/{case.branch}"
    assert case.because in found.why


@pytest.mark.parametrize("case", START.rows())
def test_only_the_want_of_a_comparison_is_charged_at_the_start(case: Case) -> None:
    """So risk of bias may be rated down wherever there was something to compare."""
    facts = START.facts(case)
    compared = facts["contrast"] in {
        "between-arms",
        "between-conditions",
        "between-sides",
        "pooled",
        "association",
    }
    survey = facts["design"] == "self-selected-survey"
    graded = facts["setting"] == "people" and facts["design"] != "opinion"
    expected = graded and (survey or not compared)
    assert start(StartFacts(**facts)).uncontrolled is expected
