"""The other four domains, and rating up."""

from __future__ import annotations

from math import log

import pytest

from reviewkit.certainty import CERTAINTY
from reviewkit.certainty import inconsistency as inconsistency_rule
from reviewkit.certainty import indirectness as indirectness_rule
from reviewkit.certainty import publication_bias as publication_bias_rule
from reviewkit.certainty import rating_up as rating_up_rule
from reviewkit.certainty import risk_of_bias as risk_of_bias_rule
from reviewkit.certainty.inconsistency import InconsistencyFacts, inconsistency
from reviewkit.certainty.indirectness import (
    Concerns,
    IndirectnessFacts,
    ResultConcerns,
    indirectness,
)
from reviewkit.certainty.publication_bias import (
    PublicationFacts,
    StudySponsor,
    publication_bias,
)
from reviewkit.certainty.rating_up import RatingUpFacts, rating_up
from reviewkit.certainty.risk_of_bias import (
    Appraised,
    RiskOfBiasFacts,
    StudyRisk,
    provisional,
    risk_of_bias,
)
from tests.spec.table import SPELT, Case, Table

RISK_OF_BIAS = Table(
    title="Risk of bias",
    text=(
        "Studies at high risk of bias dominate the weight (more than 65%; from 55% possibly): one "
        "level (Core GRADE 4). What is high only because items were not read counts too, since no "
        "information is never a low risk, and is told apart: a convention. They do not dominate: "
        "none; where studies at lower risk carry at least 35% and differ from them, these alone "
        "count (Core GRADE 4). A body known mainly from abstracts is provisional: one level until "
        "the papers are read, and never of high certainty, a convention. What the start charges "
        "for the want of a control is not charged again."
    ),
    # Each study: its risk with no information where nothing was read, the best and the worst that
    # the answers still allow, its share of the weight, whether its full text was read.
    usual={
        "studies": [("low", "low", "low", 1.0, True)],
        "charged_at_start": False,
        "differ": None,
        "by_item": True,
        "provisional": False,
    },
    branches=risk_of_bias_rule.BRANCHES,
    cases=(
        Case("all at low risk", "T", {}, 0, "carry 0% of the weight", branch="not-dominated"),
        Case(
            "high risk carries 66%",
            "T",
            {"studies": [("high", "high", "high", 0.66, True), ("low", "low", "low", 0.34, True)]},
            1,
            "they dominate",
            branch="high-dominates",
        ),
        Case(
            "high risk carries 65%: possibly",
            "T",
            {"studies": [("high", "high", "high", 0.65, True), ("low", "low", "low", 0.35, True)]},
            1,
            "possibly dominate",
            branch="high-dominates",
        ),
        Case(
            "high risk carries 55%: possibly",
            "T",
            {"studies": [("high", "high", "high", 0.55, True), ("low", "low", "low", 0.45, True)]},
            1,
            "possibly dominate",
            branch="high-dominates",
        ),
        Case(
            "high risk carries 54%",
            "T",
            {"studies": [("high", "high", "high", 0.54, True), ("low", "low", "low", 0.46, True)]},
            0,
            "do not dominate",
            branch="not-dominated",
        ),
        Case(
            "some concerns throughout",
            "T",
            {"studies": [("some concerns", "some concerns", "some concerns", 1.0, True)]},
            0,
            branch="not-dominated",
        ),
        Case(
            "high only by what was not read",
            "C",
            {"studies": [("high", "low", "high", 1.0, True)]},
            1,
            "of that all only because what was not read counts as no information",
            branch="high-by-what-was-not-read",
        ),
        Case(
            "high by what was not read adds to what is high as read",
            "C",
            {
                "studies": [
                    ("high", "high", "high", 0.4, True),
                    ("high", "some concerns", "high", 0.6, True),
                ]
            },
            1,
            "of that 60% only because what was not read",
            branch="high-by-what-was-not-read",
        ),
        Case(
            "high as read dominates without what was not read",
            "T",
            {"studies": [("high", "high", "high", 0.6, True), ("high", "low", "high", 0.4, True)]},
            1,
            "of that 40% only because",
            branch="high-dominates",
        ),
        Case(
            "an instrument that ends in no information, and said so",
            "T",
            {"studies": [("no information", "some concerns", "high", 1.0, True)]},
            0,
            "100% could not be judged",
            branch="not-dominated",
        ),
        Case(
            "lower risk carries 46% and differs: it alone counts",
            "T",
            {
                "studies": [
                    ("high", "high", "high", 0.54, True),
                    ("low", "low", "low", 0.46, True),
                ],
                "differ": True,
            },
            0,
            "those at lower risk carry 46% (at least 35%) and differ from them: they alone count",
            branch="lower-risk-alone",
        ),
        Case(
            "lower risk carries 35% beside what is not known, and differs",
            "T",
            {
                "studies": [
                    ("high", "high", "high", 0.4, True),
                    ("no information", "low", "high", 0.25, True),
                    ("some concerns", "some concerns", "some concerns", 0.35, True),
                ],
                "differ": True,
            },
            0,
            "those at lower risk carry 35%",
            branch="lower-risk-alone",
        ),
        Case(
            "lower risk differs and is known from an abstract",
            "C",
            {
                "studies": [
                    ("high", "high", "high", 0.54, True),
                    ("low", "low", "low", 0.46, False),
                ],
                "differ": True,
                "provisional": True,
            },
            1,
            "they alone count; known mainly from abstracts",
            branch="known-from-abstracts",
        ),
        Case(
            "lower risk carries 34% and differs: not enough to stand alone",
            "T",
            {
                "studies": [
                    ("high", "high", "high", 0.4, True),
                    ("no information", "low", "high", 0.26, True),
                    ("low", "low", "low", 0.34, True),
                ],
                "differ": True,
            },
            0,
            "could not be judged from what was read; they do not dominate",
            branch="not-dominated",
        ),
        Case(
            "lower risk does not differ: all count",
            "T",
            {
                "studies": [
                    ("high", "high", "high", 0.54, True),
                    ("low", "low", "low", 0.46, True),
                ],
                "differ": False,
            },
            0,
            "do not dominate",
            branch="not-dominated",
        ),
        Case(
            "what could still be high is not lower risk",
            "T",
            {
                "studies": [
                    ("high", "high", "high", 0.54, True),
                    ("low", "low", "high", 0.46, True),
                ],
                "differ": True,
            },
            0,
            "do not dominate",
            branch="not-dominated",
        ),
        Case(
            "judged as a whole, not by item, and said so",
            "T",
            {"studies": [("high", "high", "high", 1.0, True)], "by_item": False},
            1,
            "100% judged as a whole, not item by item",
            branch="high-dominates",
        ),
        Case(
            "known from an abstract",
            "C",
            {"studies": [("low", "low", "low", 1.0, False)], "provisional": True},
            1,
            "known mainly from abstracts",
            branch="known-from-abstracts",
        ),
        Case(
            "half of it known from an abstract: not mainly",
            "T",
            {"studies": [("low", "low", "low", 0.5, False), ("low", "low", "low", 0.5, True)]},
            0,
            branch="not-dominated",
        ),
        Case(
            "high risk, and known from an abstract: once",
            "T",
            {"studies": [("high", "high", "high", 1.0, False)], "provisional": True},
            1,
            "they dominate",
            branch="high-dominates",
        ),
        Case(
            "high risk, but the want of a control is charged at the start",
            "C",
            {"studies": [("high", "high", "high", 1.0, True)], "charged_at_start": True},
            0,
            "not again here",
            branch="charged-at-start",
        ),
        Case(
            "so with one known from an abstract, which stays provisional",
            "C",
            {
                "studies": [("high", "high", "high", 1.0, False)],
                "charged_at_start": True,
                "provisional": True,
            },
            0,
            "not again here",
            branch="charged-at-start",
        ),
    ),
)


@pytest.mark.parametrize("case", RISK_OF_BIAS.rows())
def test_risk_of_bias(case: Case) -> None:
    given = RISK_OF_BIAS.facts(case)
    studies = tuple(
        StudyRisk(
            study=str(i),
            overall=overall,
            at_best=best,
            at_worst=worst,
            full_text=full,
            by_item=given["by_item"],
        )
        for i, (overall, best, worst, _, full) in enumerate(given["studies"])
    )
    facts = RiskOfBiasFacts(
        appraised=Appraised(studies),
        weights=tuple(weight for *_, weight, _ in given["studies"]),
        charged_at_start=given["charged_at_start"],
        differ=given["differ"],
    )
    found = risk_of_bias(facts)
    path = "; ".join(found.path)
    assert (found.down, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path
    assert found.branch == f"risk-of-bias/{case.branch}"
    assert facts.lower_alone is ("they alone count" in path)
    assert provisional(facts) is given["provisional"]


INCONSISTENCY = Table(
    title="Inconsistency",
    text=(
        "Do the intervals differ with little overlap? No: not serious. Yes: not serious if most "
        "studies lie on one side of the threshold, or if a subgroup effect of moderate or high "
        "credibility, which the body records, explains it; else one level (Core GRADE 3), and "
        "never two. I² is shown and "
        "never decides. Where no intervals can be had, the directions are compared in the same "
        "way, a convention; most is three quarters, a convention. One study: not applicable."
    ),
    # Each study: estimate, lower and upper limit.
    usual={"intervals": [], "directions": [], "threshold": 0.0, "i2": None, "subgroup": ""},
    branches=inconsistency_rule.BRANCHES,
    cases=(
        Case(
            "one study",
            "T",
            {"intervals": [(1, 0, 2)], "directions": ["increases"]},
            0,
            "not applicable",
            branch="one-study",
        ),
        Case(
            "one study without an interval",
            "T",
            {"directions": ["increases"]},
            0,
            "one study",
            branch="one-study",
        ),
        Case(
            "intervals that overlap, on either side",
            "T",
            {"intervals": [(1, -1, 3), (-1, -3, 1)], "directions": ["increases", "decreases"]},
            0,
            "the two intervals overlap",
            branch="overlap",
        ),
        Case(
            "intervals that touch",
            "T",
            {"intervals": [(1, 0, 2), (-1, -2, 0)], "directions": ["increases", "decreases"]},
            0,
            "the two intervals overlap",
            branch="overlap",
        ),
        Case(
            "I² of 90% does not decide where intervals overlap",
            "T",
            {
                "intervals": [(1, -1, 3), (-1, -3, 1)],
                "directions": ["increases", "decreases"],
                "i2": 0.9,
            },
            0,
            "never decides",
            branch="overlap",
        ),
        Case(
            "far apart, all on one side",
            "T",
            {"intervals": [(1, 0.5, 1.5), (9, 8, 10)], "directions": ["increases"] * 2},
            0,
            "100% of the studies lie on one side",
            branch="one-side",
        ),
        Case(
            "far apart, three of four on one side",
            "T",
            {
                "intervals": [(1, 0.5, 1.5), (9, 8, 10), (5, 4, 6), (-1, -2, -0.5)],
                "directions": ["increases"] * 3 + ["decreases"],
            },
            0,
            "75% of the studies",
            branch="one-side",
        ),
        Case(
            "far apart, two of three on one side",
            "T",
            {
                "intervals": [(1, 0.5, 1.5), (9, 8, 10), (-1, -2, -0.5)],
                "directions": ["increases"] * 2 + ["decreases"],
            },
            1,
            "67% of the studies",
            branch="both-sides",
        ),
        Case(
            "far apart, the MID is the threshold: each on another side of it",
            "T",
            {
                "intervals": [(1, 0.5, 1.5), (9, 8, 10)],
                "directions": ["increases"] * 2,
                "threshold": 2.0,
            },
            1,
            "50% of the studies",
            branch="both-sides",
        ),
        Case(
            "two of three on one side, a subgroup effect of moderate credibility",
            "T",
            {
                "intervals": [(1, 0.5, 1.5), (9, 8, 10), (-1, -2, -0.5)],
                "directions": ["increases"] * 2 + ["decreases"],
                "subgroup": "moderate",
            },
            0,
            "moderate credibility",
            branch="explained",
        ),
        Case(
            "two of three on one side, a subgroup effect of low credibility",
            "T",
            {
                "intervals": [(1, 0.5, 1.5), (9, 8, 10), (-1, -2, -0.5)],
                "directions": ["increases"] * 2 + ["decreases"],
                "subgroup": "low",
            },
            1,
            "low credibility",
            branch="both-sides",
        ),
        Case(
            "directions alone: three of four agree",
            "C",
            {"directions": ["increases"] * 3 + ["decreases"]},
            0,
            "3 increases, 1 decreases",
            branch="directions-agree",
        ),
        Case(
            "directions alone: two of three",
            "C",
            {"directions": ["increases"] * 2 + ["decreases"]},
            1,
            "67% of those with a direction agree",
            branch="directions-differ",
        ),
        Case(
            "directions alone: two of three, a subgroup effect of high credibility",
            "C",
            {"directions": ["increases"] * 2 + ["decreases"], "subgroup": "high"},
            0,
            "high credibility",
            branch="directions-explained",
        ),
        Case(
            "a study without a direction neither agrees nor disagrees",
            "C",
            {"directions": ["increases"] * 2 + ["no difference"]},
            0,
            "100% of those with a direction agree",
            branch="directions-agree",
        ),
        Case(
            "one direction among several studies: nothing to compare",
            "C",
            {"directions": ["increases", "no difference", "unclear"]},
            0,
            "no two studies give a direction",
            branch="no-directions",
        ),
        Case(
            "one of two without an interval: the directions of both",
            "C",
            {"intervals": [(1, 0.5, 1.5)], "directions": ["increases", "decreases"]},
            1,
            "directions of 2 studies",
            branch="directions-differ",
        ),
    ),
)


@pytest.mark.parametrize("case", INCONSISTENCY.rows())
def test_inconsistency(case: Case) -> None:
    given = INCONSISTENCY.facts(case)
    facts = InconsistencyFacts(
        intervals=tuple(given["intervals"]),
        directions=tuple(given["directions"]),
        threshold=given["threshold"],
        i2=given["i2"],
        subgroup=given["subgroup"],
    )
    found = inconsistency(facts)
    path = "; ".join(found.path)
    assert (found.down, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path
    assert found.branch == f"inconsistency/{case.branch}"


INDIRECTNESS = Table(
    title="Indirectness",
    text=(
        "Population, intervention, comparator and outcome are asked for apart (Core GRADE 5): one "
        "level is usual, two mostly for surrogates. Proposed here, by convention: an element "
        "counts from half of the weight; two levels where the outcome and another element, or "
        "three elements, differ."
    ),
    # Each result: the elements in which it differs, and its share of the weight.
    usual={"results": [([], 1.0)]},
    branches=indirectness_rule.BRANCHES,
    cases=(
        Case("nothing differs", "T", {}, 0, "no element", branch="direct"),
        Case(
            "the population",
            "T",
            {"results": [(["population"], 1.0)]},
            1,
            "population",
            branch="differs",
        ),
        Case("the intervention", "T", {"results": [(["intervention"], 1.0)]}, 1, branch="differs"),
        Case("the comparator", "T", {"results": [(["comparator"], 1.0)]}, 1, branch="differs"),
        Case(
            "the outcome: a surrogate", "T", {"results": [(["outcome"], 1.0)]}, 1, branch="differs"
        ),
        Case(
            "population and intervention",
            "T",
            {"results": [(["population", "intervention"], 1.0)]},
            1,
            "population, intervention",
            branch="differs",
        ),
        Case(
            "a surrogate, and the population too",
            "C",
            {"results": [(["outcome", "population"], 1.0)]},
            2,
            "two levels",
            branch="surrogate-and-more",
        ),
        Case(
            "three elements",
            "C",
            {"results": [(["comparator", "intervention", "population"], 1.0)]},
            2,
            "three differences",
            branch="three-differ",
        ),
        Case(
            "in half of the weight",
            "T",
            {"results": [(["population"], 0.5), ([], 0.5)]},
            1,
            branch="differs",
        ),
        Case(
            "in less than half of it",
            "T",
            {"results": [(["population"], 0.49), ([], 0.51)]},
            0,
            branch="direct",
        ),
    ),
)


@pytest.mark.parametrize("case", INDIRECTNESS.rows())
def test_indirectness(case: Case) -> None:
    given = INDIRECTNESS.facts(case)["results"]
    results = tuple(
        ResultConcerns(result=str(i), elements=tuple(elements))
        for i, (elements, _) in enumerate(given)
    )
    facts = IndirectnessFacts(
        concerns=Concerns(results), weights=tuple(weight for _, weight in given)
    )
    found = indirectness(facts)
    path = "; ".join(found.path)
    assert (found.down, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path
    assert found.branch == f"indirectness/{case.branch}"


PUBLICATION_BIAS = Table(
    title="Publication bias",
    text=(
        "Most or all studies small and sponsored by industry: one level. Else, from ten studies "
        "on, strong asymmetry (a small-study test with p below .05, a convention); below ten, "
        "studies that are documented and unpublished: one level. "
        "Else none; never two (Core GRADE 4, figure 5). Small is under 100 people, a convention. "
        "Funding that was not seen is unknown, not none."
    ),
    # Each study: how many people, and whether industry sponsored it.
    usual={"studies": [(50, "no")], "unpublished": [], "asymmetry_p": None},
    branches=publication_bias_rule.BRANCHES,
    cases=(
        Case("small, not sponsored", "T", {}, 0, "0 of 1 studies", branch="none-documented"),
        Case(
            "small and sponsored",
            "T",
            {"studies": [(99, "yes")]},
            1,
            "most studies",
            branch="small-and-sponsored",
        ),
        Case(
            "sponsored and not small", "T", {"studies": [(100, "yes")]}, 0, branch="none-documented"
        ),
        Case(
            "half of them: not most",
            "T",
            {"studies": [(50, "yes"), (50, "no")]},
            0,
            "1 of 2 studies",
            branch="none-documented",
        ),
        Case(
            "two of three",
            "T",
            {"studies": [(50, "yes"), (50, "yes"), (50, "no")]},
            1,
            branch="small-and-sponsored",
        ),
        Case(
            "funding that was not seen",
            "T",
            {"studies": [(50, "unknown")]},
            0,
            "unknown, not none",
            branch="none-documented",
        ),
        Case(
            "how many people is not known",
            "T",
            {"studies": [(None, "yes")]},
            0,
            branch="none-documented",
        ),
        Case(
            "finished and unpublished",
            "T",
            {"unpublished": ["NCT01"]},
            1,
            "finished and unpublished: NCT01",
            branch="unpublished",
        ),
        Case(
            "nine studies, one unpublished",
            "T",
            {"studies": [(50, "no")] * 9, "unpublished": ["NCT01"]},
            1,
            branch="unpublished",
        ),
        Case(
            "ten studies, one unpublished: asymmetry is the question from here on",
            "T",
            {"studies": [(50, "no")] * 10, "unpublished": ["NCT01"]},
            0,
            "asymmetry",
            branch="asymmetry-not-tested",
        ),
        Case(
            "ten studies, strong asymmetry",
            "C",
            {"studies": [(50, "no")] * 10, "asymmetry_p": 0.049},
            1,
            "strongly suggests",
            branch="asymmetric",
        ),
        Case(
            "ten studies, no strong asymmetry, one unpublished",
            "C",
            {"studies": [(50, "no")] * 10, "asymmetry_p": 0.05, "unpublished": ["NCT01"]},
            0,
            "does not strongly suggest",
            branch="symmetric",
        ),
        Case(
            "nine studies: asymmetry is not asked",
            "T",
            {"studies": [(50, "no")] * 9, "asymmetry_p": 0.001},
            0,
            "cannot be judged",
            branch="none-documented",
        ),
        Case(
            "both reasons: never two levels",
            "T",
            {"studies": [(50, "yes")], "unpublished": ["NCT01"]},
            1,
            branch="small-and-sponsored",
        ),
    ),
)


@pytest.mark.parametrize("case", PUBLICATION_BIAS.rows())
def test_publication_bias(case: Case) -> None:
    given = PUBLICATION_BIAS.facts(case)
    facts = PublicationFacts(
        studies=tuple(
            StudySponsor(study=str(i), n=n, sponsored=sponsored)
            for i, (n, sponsored) in enumerate(given["studies"])
        ),
        unpublished=tuple(given["unpublished"]),
        asymmetry_p=given["asymmetry_p"],
    )
    found = publication_bias(facts)
    path = "; ".join(found.path)
    assert (found.down, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path
    assert found.branch == f"publication-bias/{case.branch}"


RATING_UP = Table(
    title="Rating up",
    text=(
        "Comparisons without randomisation that nothing rates down: a risk ratio above 2 or below "
        "0.5, one level; above 5 or below 0.2, two (GRADE guidelines 9; Core GRADE 4). A gradient "
        "of dose and response, a recorded judgement: one. An odds ratio counts as the risk ratio "
        "that it makes at the risk of the comparison group, a convention. Core GRADE drops "
        "plausible confounding."
    ),
    usual={
        "start": "low",
        "down": 0,
        "measure": "RR",
        "estimate": log(2.5),
        "control_risk": None,
        "gradient": False,
    },
    branches=rating_up_rule.BRANCHES,
    cases=(
        Case("RR 2.5", "P", {}, 1, branch="large"),
        Case("RR 2", "P", {"estimate": log(2)}, 0, branch="not-large"),
        Case("RR 0.4", "P", {"estimate": log(0.4)}, 1, branch="large"),
        Case("RR 6", "P", {"estimate": log(6)}, 2, branch="very-large"),
        Case("RR 5", "P", {"estimate": log(5)}, 1, branch="large"),
        Case("RR 0.15", "P", {"estimate": log(0.15)}, 2, branch="very-large"),
        Case(
            "a hazard ratio of 6",
            "P",
            {"measure": "HR", "estimate": log(6)},
            2,
            branch="very-large",
        ),
        Case(
            "an odds ratio, the risk without it unknown",
            "P",
            {"measure": "OR", "estimate": log(6)},
            0,
            "no risk ratio",
            branch="no-risk-ratio",
        ),
        Case(
            "an odds ratio of 6 where half have the event: a risk ratio of 1.7",
            "P",
            {"measure": "OR", "estimate": log(6), "control_risk": 0.5},
            0,
            "risk ratio 1.71",
            branch="not-large",
        ),
        Case(
            "an odds ratio of 6 where a tenth have the event: a risk ratio of 4",
            "C",
            {"measure": "OR", "estimate": log(6), "control_risk": 0.1},
            1,
            "risk ratio 4.00",
            branch="large-from-odds",
        ),
        Case(
            "an odds ratio of 6 of a rare event: a risk ratio of 5.7",
            "C",
            {"measure": "OR", "estimate": log(6), "control_risk": 0.01},
            2,
            "risk ratio 5.71",
            branch="very-large-from-odds",
        ),
        Case("a difference", "P", {"measure": "MD", "estimate": 100.0}, 0, branch="no-risk-ratio"),
        Case("no estimate", "P", {"estimate": None}, 0, branch="no-risk-ratio"),
        Case(
            "a gradient of dose and response",
            "P",
            {"estimate": log(1.5), "gradient": True},
            1,
            "a gradient of dose and response is recorded",
            branch="gradient",
        ),
        Case(
            "a gradient and a large effect",
            "P",
            {"gradient": True},
            2,
            "a gradient of dose and response is recorded",
            branch="gradient",
        ),
        Case(
            "a gradient of a difference",
            "P",
            {"measure": "MD", "estimate": 1.0, "gradient": True},
            1,
            branch="gradient",
        ),
        Case(
            "a randomised contrast",
            "P",
            {"start": "high", "estimate": log(6)},
            0,
            branch="randomised",
        ),
        Case(
            "something was rated down first",
            "P",
            {"down": 1, "estimate": log(6)},
            0,
            branch="rated-down",
        ),
        Case(
            "a gradient, and something was rated down",
            "P",
            {"down": 1, "gradient": True},
            0,
            branch="rated-down",
        ),
    ),
)


@pytest.mark.parametrize("case", RATING_UP.rows())
def test_rating_up(case: Case) -> None:
    facts = RATING_UP.facts(case)
    start = CERTAINTY.index(facts.pop("start"))
    found = rating_up(RatingUpFacts(start=start, **facts))
    path = "; ".join(found.path)
    assert (found.up, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path
    assert f"rating-up/{case.branch}" in found.branches
