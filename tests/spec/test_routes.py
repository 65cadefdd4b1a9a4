"""Which way each kind of sentence goes, and which of several leads."""

from __future__ import annotations

from typing import get_args

import pytest

from reviewkit.records.claim import Kind, Stance
from reviewkit.verdict import ROUTES
from tests.spec import page, test_benefit, test_experience
from tests.spec.sentences import BESIDE, body, claim, rulings, shown
from tests.spec.table import Case, Table

LINKS = "{kind: mechanism, links: [{name: bath and warmth, body: own}]}"

ORIGIN = "origin: {found: a handbook of 1903, on: 2020-01-02}"

NOT_GRADED = Table(
    title="Cautions, definitions, history, and what cannot be tested",
    text=(
        "Recorded with their source, not graded. Puffery and truisms are not testable, and a "
        "question asserts nothing; neither has a severity."
    ),
    usual={"kind": "caution", "piece": ORIGIN, "stance": "asserts", "untestable": None},
    cases=(
        Case("a caution", "C", {}, "not graded", "a handbook of 1903"),
        Case("a definition", "C", {"kind": "definition"}, "not graded", "a handbook of 1903"),
        Case("history", "C", {"kind": "history"}, "not graded", "a handbook of 1903"),
        Case(
            "nobody recorded where it comes from",
            "C",
            {"kind": "history", "piece": "{}"},
            "not graded",
            "no source recorded",
        ),
        Case(
            "“nothing beats it”",
            "C",
            {"kind": "benefit", "untestable": "puffery"},
            "not testable",
            "puffery",
        ),
        Case(
            "“does it help?”",
            "C",
            {"kind": "benefit", "stance": "asks"},
            "not graded",
            "asserts nothing",
        ),
    ),
)


@pytest.mark.parametrize("case", NOT_GRADED.rows())
def test_not_graded(case: Case) -> None:
    facts = NOT_GRADED.facts(case)
    record = claim(facts["piece"], body="own")
    (ruling,) = rulings(
        claim=record,
        grades={"own": body(says="nothing")},
        kinds=(facts["kind"],),
        wording=5,
        stance=facts["stance"],
        untestable=facts["untestable"],
    )
    assert (shown(ruling), case.because in ruling.reason) == (case.then, True), ruling


@pytest.mark.parametrize("kind", ["benefit", "experience", "safety", "comparison"])
def test_a_claim_that_rests_on_no_body_goes_its_own_way(kind: str) -> None:
    """As a mechanism of which a sentence makes a benefit: each of its links is graded."""
    (ruling,) = rulings(
        claim=claim(LINKS, body=None), grades={"own": body(certainty="high")}, kinds=(kind,)
    )
    assert (ruling.route, shown(ruling)) == ("mechanism", "wording fits")


def test_a_body_beside_that_found_nothing_is_not_told() -> None:
    (ruling,) = rulings(
        claim=claim(BESIDE),
        grades={"own": body(), "beside": body("beside", says="nothing")},
    )
    assert (ruling.against, ruling.beside) == ((), ())


def test_of_two_ways_the_worse_verdict_leads_and_both_are_shown() -> None:
    first, second = rulings(
        claim=claim(),
        grades={"own": body(certainty="very low")},
        kinds=("experience", "benefit"),
    )
    assert (first.route, shown(first)) == ("benefit", "overstated: warning")
    assert (second.route, shown(second)) == ("experience", "wording fits")


#: Kinds with a table of their own, and its title.
OWN = {
    "mechanism": "Mechanism",
    "advice": "Advice",
    "study-report": "Study report",
    "evidence": "Evidence",
    "figure": "The role of a number",
    "safety": "Safety",
}


def test_every_kind_has_its_way_and_its_table() -> None:
    assert set(ROUTES) == set(get_args(Kind))
    told = {
        facts["kind"]
        for table in (test_benefit.BENEFIT, test_experience.EXPERIENCE, NOT_GRADED)
        for facts in map(table.facts, table.cases)
    }
    titles = {table.title for _, table in page.every()}
    assert set(OWN.values()) <= titles
    assert told | set(OWN) == set(ROUTES)


def test_every_stance_has_a_case() -> None:
    told = {
        facts["stance"]
        for table in (test_benefit.BENEFIT, test_experience.EXPERIENCE, NOT_GRADED)
        for facts in map(table.facts, table.cases)
    }
    assert told == set(get_args(Stance))
