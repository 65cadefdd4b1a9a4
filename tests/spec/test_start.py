"""Where certainty starts: with the contrast of the result, not with the title of the study."""

from __future__ import annotations

import pytest

from reviewkit.certainty.start import StartFacts, start
from tests.spec.table import SPELT, Case, Table

START = Table(
    title="Where certainty starts",
    text=(
        "A randomised contrast starts high, a comparison of groups that were not randomised low "
        "(Core GRADE 4). One group before and after starts very low whatever the study around it, "
        "so do surveys of people who chose themselves. Cells, tissue and animals speak of "
        "mechanism only."
    ),
    usual={
        "contrast": "between-arms",
        "allocation": "randomised",
        "design": "parallel-trial",
        "setting": "people",
        "immediate": False,
        "stable": False,
    },
    cases=(
        Case("a randomised contrast", "P", {}, "high", "a randomised contrast"),
        Case(
            "randomised order of conditions in the same people",
            "P",
            {"contrast": "between-conditions", "design": "crossover-trial"},
            "high",
        ),
        Case(
            "a side of the body chosen at random",
            "P",
            {"contrast": "between-sides", "design": "within-person"},
            "high",
        ),
        Case("randomised trials pooled by the source", "P", {"contrast": "pooled"}, "high"),
        Case("groups, not randomised", "P", {"allocation": "not randomised"}, "low"),
        Case("groups by turns", "P", {"allocation": "quasi-randomised"}, "low"),
        Case(
            "two sides of the body, not at random: as their allocation",
            "P",
            {
                "contrast": "between-sides",
                "allocation": "not randomised",
                "design": "within-person",
            },
            "low",
        ),
        Case(
            "a controlled before-after study",
            "P",
            {"design": "controlled-before-after", "allocation": "not randomised"},
            "low",
        ),
        Case(
            "randomisation that what was read does not confirm",
            "C",
            {"allocation": "not in what was read"},
            "low",
            "randomisation not confirmed",
        ),
        Case(
            "randomisation that the full text does not report",
            "C",
            {"allocation": "not reported"},
            "low",
            "randomisation not confirmed",
        ),
        Case(
            "pooled by the source, not all randomised",
            "P",
            {"contrast": "pooled", "allocation": "not randomised"},
            "low",
        ),
        Case(
            "pooled by the source, allocation unknown",
            "C",
            {"contrast": "pooled", "allocation": "not in what was read"},
            "low",
        ),
        Case(
            "one group before and after",
            "C",
            {"contrast": "within-arm", "design": "before-after", "allocation": "not sought"},
            "very low",
            "nothing to compare",
        ),
        Case(
            "the change within one arm of a randomised trial",
            "C",
            {"contrast": "within-arm"},
            "very low",
            "nothing to compare",
        ),
        Case(
            "an immediate response against a stable baseline of one's own",
            "C",
            {"contrast": "within-arm", "immediate": True, "stable": True},
            "low",
            "immediate response",
        ),
        Case(
            "an immediate response of something that does not keep still by itself",
            "C",
            {"contrast": "within-arm", "immediate": True},
            "very low",
        ),
        Case(
            "a stable outcome weeks later",
            "C",
            {"contrast": "within-arm", "stable": True},
            "very low",
        ),
        Case(
            "a case series",
            "P",
            {"contrast": "description", "design": "case-series"},
            "very low",
            "unsystematic",
        ),
        Case(
            "a narrative review's average",
            "P",
            {"contrast": "within-arm", "design": "narrative-review"},
            "very low",
            "unsystematic",
        ),
        Case(
            "a share in a survey of people who chose themselves",
            "C",
            {"contrast": "description", "design": "self-selected-survey"},
            "very low",
            "chose themselves",
        ),
        Case(
            "an association in such a survey",
            "C",
            {"contrast": "association", "design": "self-selected-survey"},
            "very low",
            "chose themselves",
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
        ),
        Case(
            "an exposure observed, not set",
            "P",
            {"contrast": "association", "design": "cohort", "allocation": "not sought"},
            "low",
            "observed association",
        ),
        Case(
            "a share of one group",
            "C",
            {"contrast": "description", "design": "cross-sectional"},
            "very low",
            "nothing to compare",
        ),
        Case(
            "an expert's opinion",
            "C",
            {"contrast": "description", "design": "opinion"},
            "not graded",
            "never graded",
        ),
        Case("cells in a dish", "C", {"setting": "cells"}, "not graded", "mechanism only"),
        Case("tissue", "C", {"setting": "tissue"}, "not graded"),
        Case("animals", "C", {"setting": "animals"}, "not graded"),
        Case("a computer model", "C", {"setting": "model"}, "not graded"),
    ),
)


@pytest.mark.parametrize("case", START.rows())
def test_start(case: Case) -> None:
    found = start(StartFacts(**START.facts(case)))
    assert found.certainty == case.then
    assert found.mark == SPELT[case.mark]
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
