"""What a body of evidence says of a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewkit.effects import Interval
from reviewkit.verdict import outcome
from tests.spec.sentences import body
from tests.spec.table import Case, Table

BY_INTERVAL = Table(
    title="With an interval",
    text=(
        "The side of the estimate, never its significance. Inside ±MID: little to no difference. "
        "What is claimed is excluded where no value as large as the MID in the claimed direction "
        "is left in the interval, or, where no MID is known, where it lies wholly on the other "
        "side. “No difference” is favoured by an interval inside ±MID and by nothing else."
    ),
    usual={
        "claimed": "decreases",
        "estimate": -4.0,
        "lower": -7.0,
        "upper": -1.0,
        "mid": None,
        "measure": "MD",
    },
    cases=(
        Case("a fall, claimed", "C", {}, "favours"),
        Case("a fall that is not significant", "C", {"upper": 1.0}, "favours"),
        Case("“prevents” claims a fall", "C", {"claimed": "prevents"}, "favours"),
        Case("a fall, a rise claimed", "C", {"claimed": "increases"}, "against, excluding it"),
        Case(
            "a fall that is not significant, a rise claimed: p > .05 never contradicts",
            "C",
            {"claimed": "increases", "upper": 1.0},
            "against",
        ),
        Case(
            "the interval touches the null, a rise claimed",
            "C",
            {"claimed": "increases", "upper": 0.0},
            "against",
        ),
        Case("no difference at all", "C", {"estimate": 0.0, "lower": -1.0, "upper": 1.0}, "mixed"),
        Case("inside ±MID", "C", {"mid": 8.0}, "little to no difference, excluding it"),
        Case("the MID itself is left", "C", {"mid": 7.0}, "favours"),
        Case("beyond the MID", "C", {"mid": 0.5}, "favours"),
        Case(
            "a rise claimed, none as large as the MID is left",
            "C",
            {"claimed": "increases", "upper": 1.0, "mid": 2.0},
            "against, excluding it",
        ),
        Case(
            "a rise claimed, one as large as the MID is left",
            "C",
            {"claimed": "increases", "upper": 3.0, "mid": 2.0},
            "against",
        ),
        Case("a change of either kind", "C", {"claimed": "changes"}, "favours"),
        Case(
            "a change of either kind, inside ±MID",
            "C",
            {"claimed": "changes", "mid": 8.0},
            "little to no difference, excluding it",
        ),
        Case(
            "“no difference”, inside ±MID", "C", {"claimed": "no difference", "mid": 8.0}, "favours"
        ),
        Case(
            "“no difference”, no MID known, across the null",
            "C",
            {"claimed": "no difference", "upper": 1.0},
            "mixed",
        ),
        Case(
            "“no difference”, wholly on one side",
            "C",
            {"claimed": "no difference"},
            "against, excluding it",
        ),
        Case(
            "“no difference”, wholly beyond the MID",
            "C",
            {"claimed": "no difference", "mid": 0.5},
            "against, excluding it",
        ),
        Case(
            "“no difference”, from within the MID to beyond it",
            "C",
            {"claimed": "no difference", "mid": 2.0},
            "mixed",
        ),
    ),
)


@pytest.mark.parametrize("case", BY_INTERVAL.rows())
def test_by_interval(case: Case) -> None:
    facts = BY_INTERVAL.facts(case)
    grade = body()
    ci = Interval(lower=facts["lower"], upper=facts["upper"], level=0.95, method="t")
    synthesis = replace(grade.synthesis, estimate=facts["estimate"], ci=ci)
    found = outcome(replace(grade, synthesis=synthesis), facts["claimed"], facts["mid"])
    assert f"{found.says}{', excluding it' if found.excludes else ''}" == case.then


BY_SIZE = Table(
    title="Where a size is claimed",
    text=(
        "“Halves the risk” claims more than a fall. A body may be held against the size that is "
        "claimed: an effect that falls short of it is against the claim, though it has its "
        "direction; the claim is excluded where no effect of that size is left in the interval."
    ),
    usual={"claimed": "decreases", "estimate": -4.0, "lower": -7.0, "upper": -1.0, "size": 3.0},
    cases=(
        Case("as large as claimed", "C", {}, "favours"),
        Case("just as large", "C", {"size": 4.0}, "favours"),
        Case("smaller than claimed", "C", {"size": 5.0}, "against"),
        Case("the size itself is left", "C", {"size": 7.0}, "against"),
        Case("no effect of that size is left", "C", {"size": 8.0}, "against, excluding it"),
        Case(
            "in the other direction",
            "C",
            {"claimed": "increases"},
            "against, excluding it",
        ),
    ),
)


@pytest.mark.parametrize("case", BY_SIZE.rows())
def test_by_size(case: Case) -> None:
    facts = BY_SIZE.facts(case)
    grade = body()
    ci = Interval(lower=facts["lower"], upper=facts["upper"], level=0.95, method="t")
    synthesis = replace(grade.synthesis, estimate=facts["estimate"], ci=ci)
    found = outcome(replace(grade, synthesis=synthesis), facts["claimed"], size=facts["size"])
    assert f"{found.says}{', excluding it' if found.excludes else ''}" == case.then


BY_DIRECTION = Table(
    title="Without an interval",
    text=(
        "The side on which at least three quarters of the studies with a direction lie, if they "
        "are half of all, else mixed; never by significance. A study whose source says no "
        "difference without an interval gives no direction. “No difference” never passes without "
        "an interval."
    ),
    usual={"claimed": "decreases", "increases": 0, "decreases": 0, "neither": 0},
    cases=(
        Case("one study, a fall", "C", {"decreases": 1}, "favours"),
        Case("three of four", "C", {"decreases": 3, "increases": 1}, "favours"),
        Case("two of three", "C", {"decreases": 2, "increases": 1}, "mixed"),
        Case("one of four", "C", {"decreases": 1, "increases": 3}, "against"),
        Case("no difference is on no side", "C", {"decreases": 2, "neither": 1}, "favours"),
        Case("one does not speak for two without", "C", {"decreases": 1, "neither": 2}, "mixed"),
        Case("none shows a difference", "C", {"neither": 3}, "mixed"),
        Case("a rise claimed", "C", {"claimed": "increases", "decreases": 3}, "against"),
        Case(
            "a change of either kind",
            "C",
            {"claimed": "changes", "decreases": 2, "increases": 2},
            "favours",
        ),
        Case("a change, none shown", "C", {"claimed": "changes", "neither": 2}, "mixed"),
        Case("“no difference”", "C", {"claimed": "no difference", "neither": 9}, "mixed"),
    ),
)


@pytest.mark.parametrize("case", BY_DIRECTION.rows())
def test_by_direction(case: Case) -> None:
    facts = BY_DIRECTION.facts(case)
    up, down, neither = facts["increases"], facts["decreases"], facts["neither"]
    grade = body(says="mixed")
    (counted,) = grade.results
    directions = ["increases"] * up + ["decreases"] * down + ["no difference"] * neither
    grade = replace(
        grade,
        results=tuple(
            replace(counted, effect=replace(counted.effect, direction=direction))
            for direction in directions
        ),
        synthesis=replace(
            grade.synthesis, k=len(directions), increases=up, decreases=down, neither=neither
        ),
    )
    found = outcome(grade, facts["claimed"])
    assert (found.says, found.excludes) == (case.then, False)


def test_a_share_of_one_group_has_no_side_of_its_own() -> None:
    grade = body()
    share = replace(grade.synthesis, measure="PR", estimate=0.7, k=1, increases=1, decreases=0)
    assert outcome(replace(grade, synthesis=share), "decreases").says == "against"


def test_nothing_found_is_no_direct_evidence() -> None:
    assert outcome(body(says="nothing"), "decreases").says == "no direct evidence"
