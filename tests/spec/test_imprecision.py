"""Imprecision: does the interval cross the threshold, and if not, is there enough information?"""

from __future__ import annotations

from math import ceil, log, sqrt
from statistics import NormalDist
from typing import Any

import pytest

from reviewkit.certainty.imprecision import imprecision
from reviewkit.certainty.imprecision_branches import BRANCHES
from reviewkit.certainty.imprecision_facts import Absolute, ImprecisionFacts
from reviewkit.certainty.information_size import (
    optimal_information_size,
    optimal_information_size_binary,
)
from tests.spec.table import SPELT, Case, Table

#: Quantiles for a two-sided alpha of .05 and a power of .80.
z_alpha = NormalDist().inv_cdf(0.975)
z_beta = NormalDist().inv_cdf(0.80)

SIZE = Table(
    title="Optimal information size",
    text=(
        "The people that one adequately powered trial of two arms would need in all, at alpha .05 "
        "(two-sided) and a power of .80: per arm 2·(z + z)²·sd²/MID², or, for events, (z + "
        "z)²·[p₀(1 - p₀) + p₁(1 - p₁)]/(p₀ - p₁)² with a relative change of 25%; measured in "
        "pairs, or before and after, (z + z)²·sd²/MID² in all, with the SD of the differences: "
        "sd·√(2·(1 - r)) where pairs correlate at r. The measure is GRADE's (guidance 34), the "
        "formulas are the usual ones. Without a minimal important difference a standardised "
        "difference of 0.2 stands in, a convention."
    ),
    usual={
        "kind": "two-arm",
        "difference": 0.2,
        "sd": 1.0,
        "control_risk": None,
        "rrr": 0.25,
        "rises": False,
    },
    cases=(
        Case(
            "two arms, 0.2 SD",
            "C",
            {},
            2 * ceil(2 * (z_alpha + z_beta) ** 2 / 0.2**2),
        ),
        Case(
            "pairs, 0.2 SD of their differences",
            "C",
            {"kind": "paired"},
            ceil((z_alpha + z_beta) ** 2 / 0.2**2),
        ),
        Case(
            "one group before and after, 0.2 SD of the changes",
            "C",
            {"kind": "before-after"},
            ceil((z_alpha + z_beta) ** 2 / 0.2**2),
        ),
        Case(
            "two arms, a MID of half an SD",
            "P",
            {"difference": 0.5},
            2 * ceil(2 * (z_alpha + z_beta) ** 2 / 0.5**2),
        ),
        Case(
            "two arms, in the unit of the outcome: a MID of 10 points, an SD of 25",
            "P",
            {"difference": 10, "sd": 25},
            2 * ceil(2 * (z_alpha + z_beta) ** 2 * 25**2 / 10**2),
        ),
        Case(
            "each person under both conditions, which correlate at .8",
            "P",
            {"kind": "paired", "difference": 10, "sd": sqrt(2 * (1 - 0.8)) * 25},
            ceil((z_alpha + z_beta) ** 2 * (2 * (1 - 0.8) * 25**2) / 10**2),
        ),
        Case(
            "events: 20% without it",
            "P",
            {"control_risk": 0.20},
            2
            * ceil(
                (z_alpha + z_beta) ** 2 * (0.20 * 0.80 + 0.15 * 0.85) / (0.20 - 0.15) ** 2,
            ),
        ),
        Case(
            "events: 1% without it",
            "P",
            {"control_risk": 0.01},
            2
            * ceil(
                (z_alpha + z_beta) ** 2 * (0.01 * 0.99 + 0.0075 * 0.9925) / (0.01 - 0.0075) ** 2,
            ),
        ),
        Case(
            "events: 20% without it, 20% fewer to be seen",
            "T",
            {"control_risk": 0.20, "rrr": 0.20},
            2
            * ceil(
                (z_alpha + z_beta) ** 2 * (0.20 * 0.80 + 0.16 * 0.84) / (0.20 - 0.16) ** 2,
            ),
        ),
        Case(
            "events that become more frequent",
            "C",
            {"control_risk": 0.20, "rises": True},
            2
            * ceil(
                (z_alpha + z_beta) ** 2 * (0.20 * 0.80 + 0.25 * 0.75) / (0.25 - 0.20) ** 2,
            ),
        ),
        Case(
            "events that nine of ten have anyway: a quarter fewer without one",
            "C",
            {"control_risk": 0.90, "rises": True},
            2
            * ceil(
                (z_alpha + z_beta) ** 2 * (0.90 * 0.10 + 0.925 * 0.075) / (0.925 - 0.90) ** 2,
            ),
        ),
    ),
)


@pytest.mark.parametrize("case", SIZE.rows())
def test_optimal_information_size(case: Case) -> None:
    facts = SIZE.facts(case)
    if facts["control_risk"] is None:
        sizes = {name: facts[name] for name in ("kind", "difference", "sd")}
        found = optimal_information_size(**sizes)
    else:
        found = optimal_information_size_binary(
            facts["control_risk"], rrr=facts["rrr"], rises=facts["rises"]
        )
    assert found == case.then


IMPRECISION = Table(
    title="Imprecision",
    text=(
        "The 95% interval crosses the threshold: one level, whatever the sample. It holds both "
        "important benefit and important harm: two; where no minimal important difference is "
        "known, so does a ratio that may be below 0.75 and above 1.25, a convention after GRADE "
        "guidelines 6; with very few events, three. It does not cross and the effect is modest: "
        "none. It does not cross and the effect is implausibly large: held against the optimal "
        "information size (Core GRADE 2, figure 4). Without a usable interval: no more than 400 "
        "people, one level (Murad 2017); under 100, two, a convention. Where the minimal important "
        "difference is one of absolute risk, events per 1,000 are judged."
    ),
    branches=BRANCHES,
    usual={
        "measure": "MD",
        "lower": -1.0,
        "upper": -0.5,
        "threshold": 0.0,
        "mid": None,
        "standardised": -0.3,
        "estimate": -0.75,
        "control_risk": None,
        "paired": False,
        "n": 1000,
        "k": 1,
        "absolute": None,
        "events": None,
    },
    cases=(
        Case(
            "crosses the null",
            "T",
            {"lower": -1.0, "upper": 0.5},
            1,
            "the 95% interval crosses the threshold",
            branch="crosses",
        ),
        Case(
            "crosses it in a large sample all the same",
            "T",
            {"upper": 0.5, "n": 100_000},
            1,
            branch="crosses",
        ),
        Case("touches the null from below", "T", {"upper": 0.0}, 1, branch="crosses"),
        Case("touches the null from above", "T", {"lower": 0.0, "upper": 0.5}, 1, branch="crosses"),
        Case(
            "crosses the null, no MID known: two levels are never proposed",
            "T",
            {"lower": -9.0, "upper": 9.0},
            1,
            branch="crosses",
        ),
        Case(
            "the MID is the threshold: beyond it on one side",
            "C",
            {"threshold": 0.4, "mid": 0.4},
            0,
            branch="modest",
        ),
        Case(
            "the MID is the threshold and the interval crosses it",
            "T",
            {"threshold": 0.6, "mid": 0.6},
            1,
            "crosses the threshold",
            branch="crosses",
        ),
        Case(
            "the MID is the threshold, the interval lies within ±MID",
            "C",
            {"threshold": 2.0, "mid": 2.0},
            0,
            branch="modest",
        ),
        Case(
            "important benefit and important harm",
            "T",
            {"lower": -1.0, "upper": 1.0, "threshold": 0.5, "mid": 0.5},
            2,
            "both important benefit and important harm",
            branch="benefit-and-harm",
        ),
        Case(
            "just as large a harm as is important",
            "T",
            {"lower": -1.0, "upper": 0.5, "threshold": 0.5, "mid": 0.5},
            2,
            branch="benefit-and-harm",
        ),
        Case(
            "just as large a benefit as is important",
            "T",
            {"lower": -0.5, "upper": 1.0, "threshold": 0.5, "mid": 0.5},
            2,
            branch="benefit-and-harm",
        ),
        Case(
            "important benefit only, and less",
            "T",
            {"lower": -1.0, "upper": 0.2, "threshold": 0.5, "mid": 0.5},
            1,
            branch="crosses",
        ),
        Case(
            "a ratio that may be 0.74 or 1.26, no MID known",
            "C",
            {"measure": "RR", "lower": log(0.74), "upper": log(1.26)},
            2,
            "appreciable benefit and appreciable harm",
            branch="appreciable-both-ways",
        ),
        Case(
            "a ratio that may be 0.75, as the rough guide has it, no MID known",
            "T",
            {"measure": "RR", "lower": log(0.75) + 1e-9, "upper": log(1.26)},
            1,
            branch="crosses",
        ),
        Case(
            "a ratio that may be 0.74 or 1.24, no MID known",
            "T",
            {"measure": "RR", "lower": log(0.74), "upper": log(1.24)},
            1,
            branch="crosses",
        ),
        Case(
            "so wide a ratio, and ten events in all",
            "C",
            {"measure": "RR", "lower": log(0.1), "upper": log(10), "events": 10},
            2,
            branch="appreciable-both-ways",
        ),
        Case(
            "so wide a ratio, and nine events in all",
            "C",
            {"measure": "RR", "lower": log(0.1), "upper": log(10), "events": 9},
            3,
            "9 events in all",
            branch="very-few-events",
        ),
        Case(
            "important benefit and harm, and very few events",
            "C",
            {"lower": -1.0, "upper": 1.0, "threshold": 0.5, "mid": 0.5, "events": 3},
            3,
            "three levels considered",
            branch="very-few-events",
        ),
        Case(
            "few events and an interval that crosses only the null",
            "T",
            {"measure": "RR", "lower": log(0.76), "upper": log(1.1), "events": 9},
            1,
            branch="crosses",
        ),
        Case(
            "a ratio whose absolute effect holds the MID: 30 to 5 fewer per 1,000, MID 10",
            "T",
            {
                "measure": "RR",
                "estimate": log(0.8),
                "lower": log(0.7),
                "upper": log(0.95),
                "threshold": 10.0,
                "control_risk": 0.1,
                "absolute": Absolute(lower=-30.0, upper=-5.0, mid=10.0),
            },
            1,
            "events per 1,000 people, -30 to -5",
            branch="crosses",
        ),
        Case(
            "a ratio across 1 whose absolute effect is within the MID: 5 fewer to 3 more, MID 10",
            "T",
            {
                "measure": "RR",
                "estimate": log(0.98),
                "lower": log(0.95),
                "upper": log(1.03),
                "threshold": 10.0,
                "control_risk": 0.1,
                "absolute": Absolute(lower=-5.0, upper=3.0, mid=10.0),
            },
            0,
            "does not cross",
            branch="modest-ratio",
        ),
        Case(
            "30 fewer to 20 more per 1,000, MID 10",
            "T",
            {
                "measure": "RR",
                "lower": log(0.7),
                "upper": log(1.2),
                "threshold": 10.0,
                "control_risk": 0.1,
                "absolute": Absolute(lower=-30.0, upper=20.0, mid=10.0),
            },
            2,
            "both important benefit and important harm",
            branch="benefit-and-harm",
        ),
        Case("does not cross, modest", "C", {"standardised": -0.79}, 0, "modest", branch="modest"),
        Case(
            "implausibly large, enough people",
            "C",
            {"standardised": -0.8, "n": 2 * ceil(2 * (z_alpha + z_beta) ** 2 / 0.2**2)},
            0,
            "implausibly large",
            branch="enough-information",
        ),
        Case(
            "implausibly large, one person too few",
            "C",
            {"standardised": -0.8, "n": 2 * ceil(2 * (z_alpha + z_beta) ** 2 / 0.2**2) - 1},
            1,
            branch="too-little-information",
        ),
        Case(
            "implausibly large, 30% of the people needed",
            "C",
            {"standardised": -0.8, "n": ceil(0.30 * 786)},
            1,
            branch="too-little-information",
        ),
        Case(
            "implausibly large, under 30% of the people needed",
            "C",
            {"standardised": -0.8, "n": ceil(0.30 * 786) - 1},
            2,
            "two levels considered",
            branch="far-too-little-information",
        ),
        Case(
            "implausibly large, 800 people in two arms, more needed for a small MID",
            "C",
            # An SD is 0.75 units, the MID 0.075 of one, so that 0.1 SD is to be seen.
            {"standardised": -1.0, "mid": 0.075, "n": 800},
            0,
            "800 in two arms are enough",
            branch="enough-information",
        ),
        Case(
            "so with 799 people",
            "C",
            {"standardised": -1.0, "mid": 0.075, "n": 799},
            2,
            branch="far-too-little-information",
        ),
        Case(
            "800 people in pairs are no rule of thumb",
            "C",
            {"standardised": -1.0, "mid": 0.045, "paired": True, "n": 800},
            1,
            branch="too-little-information",
        ),
        Case(
            "in pairs, a quarter of the people are needed",
            "C",
            {"standardised": -0.8, "paired": True, "n": ceil((z_alpha + z_beta) ** 2 / 0.2**2)},
            0,
            branch="enough-information",
        ),
        Case(
            "a MID of half an SD needs fewer people than 0.2 SD",
            "C",
            # The effect is 0.75 units and 1.0 SD: an SD is 0.75 units, the MID half of one.
            {
                "standardised": -1.0,
                "threshold": 0.375,
                "mid": 0.375,
                "n": 2 * ceil(2 * (z_alpha + z_beta) ** 2 / 0.5**2),
            },
            0,
            "126 are needed",
            branch="enough-information",
        ),
        Case(
            "implausibly large, how many people is not known",
            "C",
            {"standardised": -0.8, "n": None},
            1,
            "not known",
            branch="people-unknown",
        ),
        Case(
            "its size in SDs is not known, enough people",
            "C",
            {"standardised": None},
            0,
            "not known",
            branch="enough-information",
        ),
        Case(
            "its size in SDs is not known, few people",
            "C",
            {"standardised": None, "n": 50},
            2,
            branch="far-too-little-information",
        ),
        Case(
            "a ratio, modest: 30% less",
            "T",
            {
                "measure": "RR",
                "estimate": log(0.70) + 1e-9,
                "lower": log(0.6),
                "upper": log(0.8),
                "standardised": None,
            },
            0,
            "modest",
            branch="modest-ratio",
        ),
        Case(
            "a ratio above 1, as far: modest",
            "T",
            {
                "measure": "RR",
                "estimate": log(1 / 0.75),
                "lower": log(1.1),
                "upper": log(1.6),
                "standardised": None,
            },
            0,
            "modest",
            branch="modest-ratio",
        ),
        Case(
            "a difference of risk, modest: from 20% to 15%",
            "T",
            {"measure": "RD", "estimate": -0.05, "control_risk": 0.2, "standardised": None},
            0,
            "modest",
            branch="modest-ratio",
        ),
        Case(
            "a difference of risk, large: from 20% to 10%, enough people",
            "T",
            {
                "measure": "RD",
                "estimate": -0.1,
                "lower": -0.15,
                "upper": -0.05,
                "control_risk": 0.2,
                "standardised": None,
                "n": 1806,
            },
            0,
            "implausibly large",
            branch="enough-events-information",
        ),
        Case(
            "a difference of risk without the risk it starts from",
            "C",
            {"measure": "RD", "estimate": -0.1, "lower": -0.15, "standardised": None},
            1,
            "cannot be checked",
            branch="baseline-risk-unknown",
        ),
        Case(
            "a hazard ratio, limits threefold apart",
            "C",
            {
                "measure": "HR",
                "estimate": log(0.6),
                "lower": log(0.3),
                "upper": log(0.9),
                "standardised": None,
            },
            2,
            "3.0 times",
            branch="limits-far-apart-hazard",
        ),
        Case(
            "a ratio that rises, people enough for an increase of 25%",
            "T",
            {
                "measure": "RR",
                "estimate": log(1.7),
                "lower": log(1.2),
                "upper": log(2.4),
                "standardised": None,
                "control_risk": 0.2,
                "n": 2
                * ceil((z_alpha + z_beta) ** 2 * (0.20 * 0.80 + 0.25 * 0.75) / (0.25 - 0.20) ** 2),
            },
            0,
            "a relative increase of 25%",
            branch="enough-events-information",
        ),
        Case(
            "a ratio, 40% less, limits threefold apart",
            "T",
            {
                "measure": "RR",
                "estimate": log(0.6),
                "lower": log(0.3),
                "upper": log(0.9),
                "standardised": None,
                "control_risk": 0.2,
                "n": 100_000,
            },
            2,
            "3.0 times",
            branch="limits-far-apart",
        ),
        Case(
            "an odds ratio, limits two and a half times apart",
            "T",
            {
                "measure": "OR",
                "estimate": log(0.6),
                "lower": log(0.36),
                "upper": log(0.9),
                "standardised": None,
                "control_risk": 0.2,
                "n": 100_000,
            },
            2,
            "2.5 times",
            branch="limits-far-apart",
        ),
        Case(
            "a risk ratio with limits as far apart as that, enough people",
            "T",
            {
                "measure": "RR",
                "estimate": log(0.6),
                "lower": log(0.36),
                "upper": log(0.9),
                "standardised": None,
                "control_risk": 0.2,
                "n": 1806,
            },
            0,
            "1,806 people; 1,806 are needed",
            branch="enough-events-information",
        ),
        Case(
            "and one person too few",
            "T",
            {
                "measure": "RR",
                "estimate": log(0.6),
                "lower": log(0.36),
                "upper": log(0.9),
                "standardised": None,
                "control_risk": 0.2,
                "n": 1805,
            },
            1,
            branch="too-little-events-information",
        ),
        Case(
            "events: never two levels for the information alone",
            "T",
            {
                "measure": "RR",
                "estimate": log(0.6),
                "lower": log(0.45),
                "upper": log(0.8),
                "standardised": None,
                "control_risk": 0.2,
                "n": 10,
            },
            1,
            branch="too-little-events-information",
        ),
        Case(
            "a large ratio, the risk without it unknown: unprinted is not zero",
            "C",
            {
                "measure": "RR",
                "estimate": log(0.6),
                "lower": log(0.45),
                "upper": log(0.8),
                "standardised": None,
            },
            1,
            "cannot be checked",
            branch="baseline-risk-unknown",
        ),
        Case(
            "a large ratio, how many people is not known",
            "C",
            {
                "measure": "RR",
                "estimate": log(0.6),
                "lower": log(0.45),
                "upper": log(0.8),
                "standardised": None,
                "control_risk": 0.2,
                "n": None,
            },
            1,
            branch="people-unknown",
        ),
        Case(
            "no interval, more than 400 people",
            "P",
            {"lower": None, "upper": None, "n": 401, "k": 6},
            0,
            "more than 400",
            branch="no-interval-many",
        ),
        Case(
            "no interval, 400 people",
            "P",
            {"lower": None, "upper": None, "n": 400, "k": 6},
            1,
            "no more than 400",
            branch="no-interval-few",
        ),
        Case(
            "no interval, 100 people",
            "P",
            {"lower": None, "upper": None, "n": 100, "k": 6},
            1,
            branch="no-interval-few",
        ),
        Case(
            "no interval, 99 people",
            "C",
            {"lower": None, "upper": None, "n": 99, "k": 6},
            2,
            "fewer than 100",
            branch="no-interval-very-few",
        ),
        Case(
            "no interval, nobody knows how many people",
            "C",
            {"lower": None, "upper": None, "n": None, "k": 6},
            1,
            "not known",
            branch="no-interval-people-unknown",
        ),
        Case(
            "no interval, five studies: a sign test cannot reach .05",
            "P",
            {"lower": None, "upper": None, "n": 500, "k": 5},
            0,
            "5 studies: a sign test cannot reach .05 below 6",
            branch="no-interval-many",
        ),
    ),
)


@pytest.mark.parametrize("case", IMPRECISION.rows())
def test_imprecision(case: Case) -> None:
    found = imprecision(ImprecisionFacts(**IMPRECISION.facts(case)))
    path = "; ".join(found.path)
    assert (found.down, path) == (case.then, path)
    assert case.because in path
    assert found.mark == SPELT[case.mark], path
    assert found.branch == f"imprecision/{case.branch}"


def test_a_sign_test_reaches_05_from_six_studies_on() -> None:
    """All on one side: 2·(1/2)ᵏ, .0625 with five and .03125 with six."""
    facts: dict[str, Any] = {**IMPRECISION.usual, "lower": None, "upper": None, "n": 500}
    assert 2 * 0.5**5 > 0.05 > 2 * 0.5**6
    for k in range(1, 9):
        path = "; ".join(imprecision(ImprecisionFacts(**(facts | {"k": k}))).path)
        assert ("a sign test cannot reach .05" in path) is (2 * 0.5**k > 0.05)
