"""The other four domains, and rating up."""

from __future__ import annotations

from math import log

import pytest

from reviewkit.certainty import CERTAINTY
from reviewkit.certainty.inconsistency import InconsistencyFacts, inconsistency
from reviewkit.certainty.indirectness import IndirectnessFacts, ResultConcerns, indirectness
from reviewkit.certainty.publication_bias import (
    PublicationFacts,
    StudySponsor,
    publication_bias,
)
from reviewkit.certainty.rating_up import RatingUpFacts, rating_up
from reviewkit.certainty.risk_of_bias import RiskOfBiasFacts, StudyRisk, provisional, risk_of_bias
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
    cases=(
        Case("all at low risk", "T", {}, 0, "carry 0% of the weight"),
        Case(
            "high risk carries 66%",
            "T",
            {"studies": [("high", "high", "high", 0.66, True), ("low", "low", "low", 0.34, True)]},
            1,
            "they dominate",
        ),
        Case(
            "high risk carries 65%: possibly",
            "T",
            {"studies": [("high", "high", "high", 0.65, True), ("low", "low", "low", 0.35, True)]},
            1,
            "possibly dominate",
        ),
        Case(
            "high risk carries 55%: possibly",
            "T",
            {"studies": [("high", "high", "high", 0.55, True), ("low", "low", "low", 0.45, True)]},
            1,
            "possibly dominate",
        ),
        Case(
            "high risk carries 54%",
            "T",
            {"studies": [("high", "high", "high", 0.54, True), ("low", "low", "low", 0.46, True)]},
            0,
            "do not dominate",
        ),
        Case(
            "some concerns throughout",
            "T",
            {"studies": [("some concerns", "some concerns", "some concerns", 1.0, True)]},
            0,
        ),
        Case(
            "high only by what was not read",
            "C",
            {"studies": [("high", "low", "high", 1.0, True)]},
            1,
            "of that all only because what was not read counts as no information",
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
        ),
        Case(
            "high as read dominates without what was not read",
            "T",
            {"studies": [("high", "high", "high", 0.6, True), ("high", "low", "high", 0.4, True)]},
            1,
            "of that 40% only because",
        ),
        Case(
            "an instrument that ends in no information, and said so",
            "T",
            {"studies": [("no information", "some concerns", "high", 1.0, True)]},
            0,
            "100% could not be judged",
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
        ),
        Case(
            "judged as a whole, not by item, and said so",
            "T",
            {"studies": [("high", "high", "high", 1.0, True)], "by_item": False},
            1,
            "100% judged as a whole, not item by item",
        ),
        Case(
            "known from an abstract",
            "C",
            {"studies": [("low", "low", "low", 1.0, False)], "provisional": True},
            1,
            "known mainly from abstracts",
        ),
        Case(
            "half of it known from an abstract: not mainly",
            "T",
            {"studies": [("low", "low", "low", 0.5, False), ("low", "low", "low", 0.5, True)]},
            0,
        ),
        Case(
            "high risk, and known from an abstract: once",
            "T",
            {"studies": [("high", "high", "high", 1.0, False)], "provisional": True},
            1,
            "they dominate",
        ),
        Case(
            "high risk, but the want of a control is charged at the start",
            "C",
            {"studies": [("high", "high", "high", 1.0, True)], "charged_at_start": True},
            0,
            "not again here",
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
        ),
    ),
)


@pytest.mark.parametrize("case", RISK_OF_BIAS.rows())
def test_risk_of_bias(case: Case) -> None:
    given = RISK_OF_BIAS.facts(case)
    facts = RiskOfBiasFacts(
        studies=tuple(
            StudyRisk(
                study=str(i),
                overall=overall,
                at_best=best,
                at_worst=worst,
                weight=weight,
                full_text=full,
                by_item=given["by_item"],
            )
            for i, (overall, best, worst, weight, full) in enumerate(given["studies"])
        ),
        charged_at_start=given["charged_at_start"],
        differ=given["differ"],
    )
    found = risk_of_bias(facts)
    path = "; ".join(found.path)
    assert (found.down, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path
    assert facts.lower_alone is ("they alone count" in path)
    assert provisional(facts) is given["provisional"]


INCONSISTENCY = Table(
    title="Inconsistency",
    text=(
        "Do the intervals differ with little overlap? No: not serious. Yes: not serious if most "
        "studies lie on one side of the threshold, else one level (Core GRADE 3). I² is shown and "
        "never decides. Where no intervals can be had, the directions are compared in the same "
        "way, a convention; most is three quarters, a convention. One study: not applicable."
    ),
    # Each study: estimate, lower and upper limit.
    usual={"intervals": [], "directions": [], "threshold": 0.0, "i2": None},
    cases=(
        Case(
            "one study",
            "T",
            {"intervals": [(1, 0, 2)], "directions": ["increases"]},
            0,
            "not applicable",
        ),
        Case("one study without an interval", "T", {"directions": ["increases"]}, 0, "one study"),
        Case(
            "intervals that overlap, on either side",
            "T",
            {"intervals": [(1, -1, 3), (-1, -3, 1)], "directions": ["increases", "decreases"]},
            0,
            "0 of 1 pairs",
        ),
        Case(
            "intervals that touch",
            "T",
            {"intervals": [(1, 0, 2), (-1, -2, 0)], "directions": ["increases", "decreases"]},
            0,
            "0 of 1 pairs",
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
        ),
        Case(
            "far apart, all on one side",
            "T",
            {"intervals": [(1, 0.5, 1.5), (9, 8, 10)], "directions": ["increases"] * 2},
            0,
            "100% of the studies lie on one side",
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
        ),
        Case(
            "directions alone: three of four agree",
            "C",
            {"directions": ["increases"] * 3 + ["decreases"]},
            0,
            "3 increases, 1 decreases",
        ),
        Case(
            "directions alone: two of three",
            "C",
            {"directions": ["increases"] * 2 + ["decreases"]},
            1,
            "67% of those with a direction agree",
        ),
        Case(
            "a study without a direction neither agrees nor disagrees",
            "C",
            {"directions": ["increases"] * 2 + ["no difference"]},
            0,
            "100% of those with a direction agree",
        ),
        Case(
            "one direction among several studies: nothing to compare",
            "C",
            {"directions": ["increases", "no difference", "unclear"]},
            0,
            "no two studies give a direction",
        ),
        Case(
            "one of two without an interval: the directions of both",
            "C",
            {"intervals": [(1, 0.5, 1.5)], "directions": ["increases", "decreases"]},
            1,
            "directions of 2 studies",
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
    )
    found = inconsistency(facts)
    path = "; ".join(found.path)
    assert (found.down, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path


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
    cases=(
        Case("nothing differs", "T", {}, 0, "no element"),
        Case("the population", "T", {"results": [(["population"], 1.0)]}, 1, "population"),
        Case("the intervention", "T", {"results": [(["intervention"], 1.0)]}, 1),
        Case("the comparator", "T", {"results": [(["comparator"], 1.0)]}, 1),
        Case("the outcome: a surrogate", "T", {"results": [(["outcome"], 1.0)]}, 1),
        Case(
            "population and intervention",
            "T",
            {"results": [(["population", "intervention"], 1.0)]},
            1,
            "population, intervention",
        ),
        Case(
            "a surrogate, and the population too",
            "C",
            {"results": [(["outcome", "population"], 1.0)]},
            2,
            "two levels",
        ),
        Case(
            "three elements",
            "C",
            {"results": [(["comparator", "intervention", "population"], 1.0)]},
            2,
            "three differences",
        ),
        Case(
            "in half of the weight",
            "T",
            {"results": [(["population"], 0.5), ([], 0.5)]},
            1,
        ),
        Case(
            "in less than half of it",
            "T",
            {"results": [(["population"], 0.49), ([], 0.51)]},
            0,
        ),
    ),
)


@pytest.mark.parametrize("case", INDIRECTNESS.rows())
def test_indirectness(case: Case) -> None:
    facts = IndirectnessFacts(
        results=tuple(
            ResultConcerns(result=str(i), elements=tuple(elements), weight=weight)
            for i, (elements, weight) in enumerate(INDIRECTNESS.facts(case)["results"])
        )
    )
    found = indirectness(facts)
    path = "; ".join(found.path)
    assert (found.down, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path


PUBLICATION_BIAS = Table(
    title="Publication bias",
    text=(
        "Most or all studies small and sponsored by industry: one level. Else, from ten studies "
        "on, strong asymmetry; below ten, studies that are documented and unpublished: one level. "
        "Else none; never two (Core GRADE 4, figure 5). Small is under 100 people, a convention. "
        "Funding that was not seen is unknown, not none."
    ),
    # Each study: how many people, and whether industry sponsored it.
    usual={"studies": [(50, "no")], "unpublished": []},
    cases=(
        Case("small, not sponsored", "T", {}, 0, "0 of 1 studies"),
        Case("small and sponsored", "T", {"studies": [(99, "yes")]}, 1, "most studies"),
        Case("sponsored and not small", "T", {"studies": [(100, "yes")]}, 0),
        Case(
            "half of them: not most",
            "T",
            {"studies": [(50, "yes"), (50, "no")]},
            0,
            "1 of 2 studies",
        ),
        Case("two of three", "T", {"studies": [(50, "yes"), (50, "yes"), (50, "no")]}, 1),
        Case(
            "funding that was not seen",
            "T",
            {"studies": [(50, "unknown")]},
            0,
            "unknown, not none",
        ),
        Case("how many people is not known", "T", {"studies": [(None, "yes")]}, 0),
        Case(
            "finished and unpublished",
            "T",
            {"unpublished": ["NCT01"]},
            1,
            "finished and unpublished: NCT01",
        ),
        Case(
            "nine studies, one unpublished",
            "T",
            {"studies": [(50, "no")] * 9, "unpublished": ["NCT01"]},
            1,
        ),
        Case(
            "ten studies, one unpublished: asymmetry is the question from here on",
            "T",
            {"studies": [(50, "no")] * 10, "unpublished": ["NCT01"]},
            0,
            "asymmetry",
        ),
        Case(
            "both reasons: never two levels",
            "T",
            {"studies": [(50, "yes")], "unpublished": ["NCT01"]},
            1,
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
    )
    found = publication_bias(facts)
    path = "; ".join(found.path)
    assert (found.down, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path


RATING_UP = Table(
    title="Rating up",
    text=(
        "Comparisons without randomisation that nothing rates down: a risk ratio above 2 or below "
        "0.5, one level; above 5 or below 0.2, two. Core GRADE drops plausible confounding."
    ),
    usual={"start": "low", "down": 0, "measure": "RR", "estimate": log(2.5)},
    cases=(
        Case("RR 2.5", "T", {}, 1),
        Case("RR 2", "T", {"estimate": log(2)}, 0),
        Case("RR 0.4", "T", {"estimate": log(0.4)}, 1),
        Case("RR 6", "T", {"estimate": log(6)}, 2),
        Case("RR 0.15", "T", {"estimate": log(0.15)}, 2),
        Case("a hazard ratio of 6", "T", {"measure": "HR", "estimate": log(6)}, 2),
        Case("an odds ratio is no risk ratio", "T", {"measure": "OR", "estimate": log(6)}, 0),
        Case("a difference", "T", {"measure": "MD", "estimate": 100.0}, 0),
        Case("no estimate", "T", {"estimate": None}, 0),
        Case("a randomised contrast", "T", {"start": "high", "estimate": log(6)}, 0),
        Case("something was rated down first", "T", {"down": 1, "estimate": log(6)}, 0),
    ),
)


@pytest.mark.parametrize("case", RATING_UP.rows())
def test_rating_up(case: Case) -> None:
    facts = RATING_UP.facts(case)
    start = CERTAINTY.index(facts.pop("start"))
    assert rating_up(RatingUpFacts(start=start, **facts)) == case.then
