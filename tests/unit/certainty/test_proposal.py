"""Proposals: their words, and the hash of the facts that they saw."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

import pytest

from reviewkit.certainty import (
    LEVELS,
    imprecision_branches,
    inconsistency,
    indirectness,
    publication_bias,
    rating_up,
    risk_of_bias,
    start,
)
from reviewkit.certainty.proposal import PROJECT, Quantity, Rule, Telling, branches
from reviewkit.certainty.seen import LATER, TOLD, facts_hash


@dataclass(frozen=True)
class Facts:
    estimate: float
    names: tuple[str, ...] = ()
    n: int | None = None


def test_a_rule_proposes_by_its_branch_and_tells_when_asked() -> None:
    rule: Rule[int] = Rule(
        domain="imprecision",
        branches=branches(
            "imprecision", {str(n): (n, PROJECT, "convention", "a test") for n in range(4)}
        ),
        decide=str,
        tell=lambda facts, branch: Telling((branch,), (Quantity(name="down", value=facts),)),
    )
    found = [rule(down) for down in range(4)]
    words = [proposal.level for proposal in found]
    assert [proposal.down for proposal in found] == [0, 1, 2, 3]
    assert (found[2].branch, found[2].path) == ("imprecision/2", ("2",))
    assert found[2].numbers == (Quantity(name="down", value=2),)
    assert words == ["not serious", "serious", "very serious", "extremely serious"] == list(LEVELS)


def test_the_hash_is_twelve_digits_and_known() -> None:
    """It stands in the records of every review: a change of it suspends every judgement."""
    text = b'{"estimate": "0.1", "n": null, "names": []}'
    assert facts_hash(Facts(estimate=0.1)) == hashlib.sha256(text).hexdigest()[:12]


@pytest.mark.parametrize(
    "other", [Facts(0.2), Facts(0.1, ("a",)), Facts(0.1, (), 3), Facts(0.1, ("a", "b"))]
)
def test_other_facts_have_another_hash(other: Facts) -> None:
    assert facts_hash(other) != facts_hash(Facts(0.1))


def test_the_last_bit_of_another_machine_moves_nothing() -> None:
    assert 0.1 + 0.2 != 0.3
    assert facts_hash(Facts(0.1 + 0.2)) == facts_hash(Facts(0.3))
    assert facts_hash(Facts(0.3 + 1e-9)) != facts_hash(Facts(0.3))


@dataclass(frozen=True)
class FactsSince(Facts):
    events: int | None = field(default=None, metadata=LATER)


def test_a_fact_that_a_rule_learned_to_see_later_moves_nothing_while_it_says_nothing() -> None:
    assert facts_hash(FactsSince(0.1)) == facts_hash(Facts(0.1))
    assert facts_hash(FactsSince(0.1, events=0)) != facts_hash(Facts(0.1))


@dataclass(frozen=True)
class FactsTold(Facts):
    unit: str = field(default="", metadata=TOLD)


def test_what_is_there_for_the_words_alone_moves_nothing() -> None:
    assert facts_hash(FactsTold(0.1, unit="mm")) == facts_hash(Facts(0.1))


RULES = (
    start,
    risk_of_bias,
    inconsistency,
    indirectness,
    imprecision_branches,
    publication_bias,
    rating_up,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.rpartition(".")[2])
def test_a_branch_is_named_after_its_rule_and_a_convention_is_nobody_elses(rule: Any) -> None:
    for name, branch in rule.BRANCHES.items():
        assert branch.id == f"{branch.rule}/{name}"
        assert (branch.source == PROJECT) is (branch.mark == "convention")
        assert 0 <= branch.levels <= 3
