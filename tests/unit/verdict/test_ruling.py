"""One ruling: how it is shown, and which of several leads."""

from __future__ import annotations

from typing import Any

import pytest

from reviewkit.verdict import SEVERITIES, Ruling, rank, worst
from reviewkit.verdict.ruling import WORDS


def ruling(verdict: Any, severity: Any = "none", **more: Any) -> Ruling:
    facts = {"route": "benefit", "reason": "why", **more}
    return Ruling(verdict=verdict, severity=severity, **facts)


@pytest.mark.parametrize(
    ("verdict", "more", "shown"),
    [
        ("wording fits", {"certainty": "low"}, "wording fits (low certainty)"),
        ("wording fits", {"certainty": "none"}, "wording fits (no direct evidence)"),
        ("wording fits", {"certainty": "not graded"}, "wording fits (evidence of mechanism only)"),
        ("overstated", {"certainty": "low"}, "overstated"),
        ("correct", {"route": "figure"}, "correct (as printed)"),
        ("correct", {"route": "study-report"}, "correct"),
        ("no direct evidence", {"certainty": "none"}, "no direct evidence"),
    ],
)
def test_shown(verdict: str, more: dict[str, str], shown: str) -> None:
    assert ruling(verdict, **more).shown == shown


def test_what_goes_against_is_part_of_the_full_reason_and_what_does_not_is_not() -> None:
    found = Ruling(
        route="benefit",
        verdict="overstated",
        severity="warning",
        reason="why",
        against=("Beside it, that.",),
        beside=("Beside it, this.",),
    )
    assert found.full_reason == "why Beside it, that."


def test_the_gravest_leads_and_of_those_the_worst_word() -> None:
    rulings = [
        ruling("wording fits"),
        ruling("no direct evidence", "warning"),
        ruling("overstated", "warning"),
        ruling("correct", "suggestion"),
    ]
    assert worst(rulings).verdict == "overstated"
    assert worst(reversed(rulings)).verdict == "overstated"
    assert rank(ruling("correct", "suggestion")) > rank(ruling("contradicted"))


def test_of_two_alike_the_first_leads() -> None:
    first, second = ruling("overstated", reason="a"), ruling("overstated", reason="b")
    assert worst([first, second]) is first


def test_words_and_severities_from_least_to_most() -> None:
    ranks = [rank(ruling(word)) for word in WORDS]
    assert ranks == sorted(ranks, reverse=True)
    assert SEVERITIES == ("none", "suggestion", "warning", "error")
