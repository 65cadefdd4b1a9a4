"""Recorded judgements: where they stand, and where what was judged has moved."""

from __future__ import annotations

import pytest

from reviewkit.certainty.imprecision import imprecision
from reviewkit.certainty.imprecision_facts import ImprecisionFacts
from reviewkit.certainty.proposal import Proposal
from reviewkit.certainty.rating import judged
from tests.spec.table import Case, Table
from tests.unit.plots.making import body_record, judgement

JUDGEMENTS = Table(
    title="A judgement beside a proposal",
    text=(
        "A judgement keeps the hash of the facts that its maker saw. In the main analysis it is "
        "suspended when they move in any digit, so that a change of the records is seen. Under "
        "another specification a weight or a limit has other digits almost always; what was judged "
        "is the proposal, its level and the branch that led there. Where the rule proposes the "
        "same by the same branch, a judgement that stands in the main analysis is carried over and "
        "marked so; where it does not, the judgement is suspended and the proposal taken. A "
        "convention of this project."
    ),
    # An interval: its limits, and the effect in standard deviations, of 1,000 people. Where it was
    # judged, in the main analysis (if that is not this one), and here.
    usual={"judged": (-1.0, 2.0, 0.5), "main": (-1.0, 2.0, 0.5), "here": (-1.0, 2.0, 0.5)},
    cases=(
        Case("the main analysis, as it was judged", "C", {"main": "this one"}, "stands"),
        Case(
            "the main analysis, and a limit has moved",
            "C",
            {"main": "this one", "here": (-1.0, 2.1, 0.5)},
            "suspended",
        ),
        Case("another specification with the same facts", "C", {}, "stands"),
        Case(
            "another specification moves a limit, and the interval crosses as before",
            "C",
            {"here": (-1.2, 2.1, 0.5)},
            "carried",
        ),
        Case(
            "another specification, whose interval does not cross",
            "C",
            {"here": (0.1, 2.0, 0.5)},
            "suspended",
        ),
        Case(
            "another specification comes to the same level by another branch",
            "C",
            {
                "judged": (0.1, 2.0, 0.5),
                "main": (0.1, 2.0, 0.5),
                "here": (0.1, 2.0, 0.9),
            },
            "suspended",
        ),
        Case(
            "the main analysis has moved since, and the same is proposed",
            "C",
            {"main": (-1.0, 2.1, 0.5), "here": (-1.2, 2.2, 0.5)},
            "suspended",
        ),
        Case(
            "the main analysis has moved since, and these are the facts that were judged",
            "C",
            {"main": (-1.0, 2.1, 0.5)},
            "stands",
        ),
    ),
)


def proposed(lower: float, upper: float, standardised: float) -> Proposal:
    return imprecision(
        ImprecisionFacts(
            measure="MD",
            lower=lower,
            upper=upper,
            threshold=0.0,
            mid=None,
            standardised=standardised,
            estimate=(lower + upper) / 2,
            control_risk=None,
            paired=False,
            n=1000,
            k=1,
        )
    )


@pytest.mark.parametrize("case", JUDGEMENTS.rows())
def test_judgements(case: Case) -> None:
    facts = JUDGEMENTS.facts(case)
    seen = proposed(*facts["judged"])
    record = judgement(down=3, proposal=seen.level).model_copy(update={"facts": seen.facts})
    body = body_record().model_copy(update={"judgements": {"imprecision": record}})
    main = judged(body, proposed(*facts["main"]), None) if facts["main"] != "this one" else None
    found = judged(body, proposed(*facts["here"]), main)
    told = "suspended" if found.suspended else "carried" if found.carried else "stands"
    assert told == case.then
    assert found.down == (found.proposal.down if found.suspended else 3)
