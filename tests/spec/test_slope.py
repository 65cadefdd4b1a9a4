"""A slope: what a moderator does to an effect, across studies."""

from __future__ import annotations

import pytest

from reviewkit.certainty.slope import (
    ACROSS,
    BRANCHES_OF_IMPRECISION,
    BRANCHES_OF_INCONSISTENCY,
    BRANCHES_OF_START,
    SlopeFacts,
    imprecision_of_slope,
    inconsistency_of_slope,
)
from tests.spec.table import SPELT, Case, Table

START_OF_A_SLOPE = Table(
    title="Where the certainty of a slope starts",
    text=(
        "Studies are compared with studies: whoever was allocated to what within them, the studies "
        "were not allocated to what sets them apart. A convention."
    ),
    branches=BRANCHES_OF_START,
    cases=(
        Case("any slope", "C", {}, "low", "studies compared with studies", branch="across-studies"),
    ),
)


@pytest.mark.parametrize("case", START_OF_A_SLOPE.rows())
def test_start_of_a_slope(case: Case) -> None:
    assert (ACROSS.certainty, ACROSS.branch) == (case.then, f"start/{case.branch}")
    assert case.because in ACROSS.why


INCONSISTENCY_OF_A_SLOPE = Table(
    title="Inconsistency of a slope",
    text="One slope has no second one to differ from; what it leaves of I² is shown. A convention.",
    usual={"lower": -1.0, "upper": -0.5, "k": 13, "i2": 0.7},
    branches=BRANCHES_OF_INCONSISTENCY,
    cases=(
        Case("one slope", "C", {}, 0, "never decides", branch="one-slope"),
        Case("no slope", "C", {"lower": None, "upper": None, "i2": None}, 0, branch="one-slope"),
    ),
)


@pytest.mark.parametrize("case", INCONSISTENCY_OF_A_SLOPE.rows())
def test_inconsistency_of_a_slope(case: Case) -> None:
    found = inconsistency_of_slope(SlopeFacts(**INCONSISTENCY_OF_A_SLOPE.facts(case)))
    path = "; ".join(found.path)
    assert (found.down, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path
    assert found.branch == f"inconsistency/{case.branch}"


IMPRECISION_OF_A_SLOPE = Table(
    title="Imprecision of a slope",
    text=(
        "Its 95% interval includes a slope of 0, or there are fewer than ten studies for the "
        "moderator, the least that the Cochrane Handbook names (section 10.11.5.1), or no interval "
        "can be had: one level. A convention."
    ),
    usual={"lower": -1.0, "upper": -0.5, "k": 13, "i2": 0.7},
    branches=BRANCHES_OF_IMPRECISION,
    cases=(
        Case("clear of 0, 13 studies", "C", {}, 0, "does not include", branch="slope-clear"),
        Case("clear of 0, ten studies", "C", {"k": 10}, 0, branch="slope-clear"),
        Case("clear of 0, nine studies", "C", {"k": 9}, 1, "9 studies", branch="few-for-slope"),
        Case("0 within it", "C", {"upper": 0.5}, 1, "includes", branch="slope-crosses"),
        Case("0 at its end", "C", {"upper": 0.0}, 1, branch="slope-crosses"),
        Case(
            "no interval",
            "C",
            {"lower": None, "upper": None},
            1,
            "no interval of the slope",
            branch="no-slope",
        ),
    ),
)


@pytest.mark.parametrize("case", IMPRECISION_OF_A_SLOPE.rows())
def test_imprecision_of_a_slope(case: Case) -> None:
    found = imprecision_of_slope(SlopeFacts(**IMPRECISION_OF_A_SLOPE.facts(case)))
    path = "; ".join(found.path)
    assert (found.down, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path
    assert found.branch == f"imprecision/{case.branch}"
