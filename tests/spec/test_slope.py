"""What a moderator does to an effect.

A body whose question names a moderator (latitude, dose, kind of allocation) asks how the effect
changes with it from study to study. Its results start as an observed association across studies,
low, whoever was allocated within them; its estimate is the slope of a meta-regression. Risk of
bias, indirectness and publication bias are rated as for any body.
"""

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

START = Table(
    title="Where the certainty of a slope starts",
    text=(
        "Studies are compared with studies: whoever was allocated to what within them, the studies "
        "were not allocated to what sets them apart."
    ),
    branches=BRANCHES_OF_START,
    cases=(
        Case("any slope", "C", {}, "low", "studies compared with studies", branch="across-studies"),
    ),
)


@pytest.mark.parametrize("case", START.rows())
def test_start_of_a_slope(case: Case) -> None:
    assert (ACROSS.certainty, ACROSS.mark) == (case.then, SPELT[case.mark])
    assert ACROSS.branch == f"start/{case.branch}"
    assert case.because in ACROSS.why


IMPRECISION = Table(
    title="Imprecision of a slope",
    text=(
        "One level where the interval includes a slope of 0, where fewer than ten studies stand "
        "behind it (the usual least for a moderator, Cochrane Handbook 10.11.5.1), or where no "
        "slope can be had; never more."
    ),
    usual={"lower": -0.05, "upper": -0.01, "k": 13},
    branches=BRANCHES_OF_IMPRECISION,
    cases=(
        Case(
            "an interval below 0, thirteen studies",
            "C",
            {},
            0,
            "does not include a slope of 0",
            branch="slope-clear",
        ),
        Case("ten studies", "C", {"k": 10}, 0, "10 studies", branch="slope-clear"),
        Case(
            "nine studies",
            "C",
            {"k": 9},
            1,
            "10 a moderator are the usual least",
            branch="few-for-slope",
        ),
        Case(
            "an interval with 0 in it",
            "C",
            {"upper": 0.01},
            1,
            "includes a slope of 0",
            branch="slope-crosses",
        ),
        Case(
            "an interval that ends at 0",
            "C",
            {"upper": 0.0},
            1,
            "includes a slope of 0",
            branch="slope-crosses",
        ),
        Case(
            "both", "C", {"upper": 0.01, "k": 5}, 1, "includes a slope of 0", branch="slope-crosses"
        ),
        Case(
            "no slope",
            "C",
            {"lower": None, "upper": None},
            1,
            "no interval of the slope",
            branch="no-slope",
        ),
    ),
)


@pytest.mark.parametrize("case", IMPRECISION.rows())
def test_imprecision_of_a_slope(case: Case) -> None:
    found = imprecision_of_slope(SlopeFacts(i2=None, **IMPRECISION.facts(case)))
    path = "; ".join(found.path)
    assert (found.down, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path
    assert found.branch == f"imprecision/{case.branch}"


INCONSISTENCY = Table(
    title="Inconsistency of a slope",
    text=(
        "One slope has no other to differ from. What the moderator leaves of the differences "
        "between studies is shown and never decides."
    ),
    usual={"k": 13, "i2": 0.68},
    branches=BRANCHES_OF_INCONSISTENCY,
    cases=(
        Case(
            "two thirds of the variance left",
            "C",
            {},
            0,
            "I² left beside it = 68%",
            branch="one-slope",
        ),
        Case(
            "nearly all of it left",
            "C",
            {"i2": 0.99},
            0,
            "shown; it never decides",
            branch="one-slope",
        ),
        Case("no I²", "C", {"i2": None}, 0, "one slope over 13 studies", branch="one-slope"),
    ),
)


@pytest.mark.parametrize("case", INCONSISTENCY.rows())
def test_inconsistency_of_a_slope(case: Case) -> None:
    found = inconsistency_of_slope(
        SlopeFacts(lower=-0.05, upper=-0.01, **INCONSISTENCY.facts(case))
    )
    path = "; ".join(found.path)
    assert (found.down, found.mark) == (case.then, SPELT[case.mark]), path
    assert case.because in path
    assert found.branch == f"inconsistency/{case.branch}"
