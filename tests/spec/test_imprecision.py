"""Imprecision: does the interval cross the threshold, and if not, is there enough information?"""

from __future__ import annotations

from math import ceil, log
from statistics import NormalDist
from typing import Any

import pytest

from reviewkit.certainty.imprecision import (
    ImprecisionFacts,
    imprecision,
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
        "(two-sided) and a power of .80: per arm 2·(z + z)²·sd²/MID², or, for events, "
        "(z + z)²·[p₀(1 - p₀) + p₁(1 - p₁)]/(p₀ - p₁)² with a relative reduction of 25%; measured "
        "in pairs, (z + z)²·sd²/MID² in all. The measure is GRADE's (guidance 34), the formulas "
        "are the usual ones. Without a minimal important difference a standardised difference of "
        "0.2 stands in, a convention."
    ),
    usual={"kind": "two-arm", "smd": 0.2, "control_risk": None, "rrr": 0.25},
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
            "two arms, a MID of half an SD",
            "P",
            {"smd": 0.5},
            2 * ceil(2 * (z_alpha + z_beta) ** 2 / 0.5**2),
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
    ),
)


@pytest.mark.parametrize("case", SIZE.rows())
def test_optimal_information_size(case: Case) -> None:
    facts = SIZE.facts(case)
    if facts["control_risk"] is None:
        found = optimal_information_size(kind=facts["kind"], smd=facts["smd"])
    else:
        found = optimal_information_size_binary(facts["control_risk"], rrr=facts["rrr"])
    assert found == case.then


IMPRECISION = Table(
    title="Imprecision",
    text=(
        "The 95% interval crosses the threshold: one level, whatever the sample. It holds both "
        "important benefit and important harm: two. It does not cross and the effect is modest: "
        "none. It does not cross and the effect is implausibly large: held against the optimal "
        "information size (Core GRADE 2, figure 4). Without a usable interval: no more than 400 "
        "people, one level (Murad 2017); under 100, two, a convention."
    ),
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
    },
    cases=(
        Case(
            "crosses the null",
            "T",
            {"lower": -1.0, "upper": 0.5},
            1,
            "the 95% interval crosses the threshold",
        ),
        Case("crosses it in a large sample all the same", "T", {"upper": 0.5, "n": 100_000}, 1),
        Case("touches the null from below", "T", {"upper": 0.0}, 1),
        Case("touches the null from above", "T", {"lower": 0.0, "upper": 0.5}, 1),
        Case(
            "crosses the null, no MID known: two levels are never proposed",
            "T",
            {"lower": -9.0, "upper": 9.0},
            1,
        ),
        Case(
            "the MID is the threshold: beyond it on one side",
            "C",
            {"threshold": 0.4, "mid": 0.4},
            0,
        ),
        Case(
            "the MID is the threshold and the interval crosses it",
            "T",
            {"threshold": 0.6, "mid": 0.6},
            1,
            "crosses the threshold",
        ),
        Case(
            "the MID is the threshold, the interval lies within ±MID",
            "C",
            {"threshold": 2.0, "mid": 2.0},
            0,
        ),
        Case(
            "important benefit and important harm",
            "T",
            {"lower": -1.0, "upper": 1.0, "threshold": 0.5, "mid": 0.5},
            2,
            "both important benefit and important harm",
        ),
        Case(
            "just as large a harm as is important",
            "T",
            {"lower": -1.0, "upper": 0.5, "threshold": 0.5, "mid": 0.5},
            2,
        ),
        Case(
            "just as large a benefit as is important",
            "T",
            {"lower": -0.5, "upper": 1.0, "threshold": 0.5, "mid": 0.5},
            2,
        ),
        Case(
            "important benefit only, and less",
            "T",
            {"lower": -1.0, "upper": 0.2, "threshold": 0.5, "mid": 0.5},
            1,
        ),
        Case(
            "does not cross, modest",
            "C",
            {"standardised": -0.79},
            0,
            "modest",
        ),
        Case(
            "implausibly large, enough people",
            "C",
            {"standardised": -0.8, "n": 2 * ceil(2 * (z_alpha + z_beta) ** 2 / 0.2**2)},
            0,
            "implausibly large",
        ),
        Case(
            "implausibly large, one person too few",
            "C",
            {"standardised": -0.8, "n": 2 * ceil(2 * (z_alpha + z_beta) ** 2 / 0.2**2) - 1},
            1,
        ),
        Case(
            "implausibly large, 30% of the people needed",
            "C",
            {"standardised": -0.8, "n": ceil(0.30 * 786)},
            1,
        ),
        Case(
            "implausibly large, under 30% of the people needed",
            "C",
            {"standardised": -0.8, "n": ceil(0.30 * 786) - 1},
            2,
            "two levels considered",
        ),
        Case(
            "in pairs, a quarter of the people are needed",
            "C",
            {"standardised": -0.8, "paired": True, "n": ceil((z_alpha + z_beta) ** 2 / 0.2**2)},
            0,
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
        ),
        Case(
            "implausibly large, how many people is not known",
            "C",
            {"standardised": -0.8, "n": None},
            1,
            "not known",
        ),
        Case(
            "its size in SDs is not known, enough people",
            "C",
            {"standardised": None},
            0,
            "not known",
        ),
        Case("its size in SDs is not known, few people", "C", {"standardised": None, "n": 50}, 2),
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
            "1806 people; 1806 are needed",
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
        ),
        Case(
            "no interval, more than 400 people",
            "P",
            {"lower": None, "upper": None, "n": 401, "k": 6},
            0,
            "more than 400",
        ),
        Case(
            "no interval, 400 people",
            "P",
            {"lower": None, "upper": None, "n": 400, "k": 6},
            1,
            "no more than 400",
        ),
        Case(
            "no interval, 100 people",
            "P",
            {"lower": None, "upper": None, "n": 100, "k": 6},
            1,
        ),
        Case(
            "no interval, 99 people",
            "C",
            {"lower": None, "upper": None, "n": 99, "k": 6},
            2,
            "fewer than 100",
        ),
        Case(
            "no interval, nobody knows how many people",
            "C",
            {"lower": None, "upper": None, "n": None, "k": 6},
            1,
            "not known",
        ),
        Case(
            "no interval, five studies: a sign test cannot reach .05",
            "P",
            {"lower": None, "upper": None, "n": 500, "k": 5},
            0,
            "5 studies: a sign test cannot reach .05 below 6",
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


def test_a_sign_test_reaches_05_from_six_studies_on() -> None:
    """All on one side: 2·(1/2)ᵏ, .0625 with five and .03125 with six."""
    facts: dict[str, Any] = {**IMPRECISION.usual, "lower": None, "upper": None, "n": 500}
    assert 2 * 0.5**5 > 0.05 > 2 * 0.5**6
    for k in range(1, 9):
        path = "; ".join(imprecision(ImprecisionFacts(**(facts | {"k": k}))).path)
        assert ("a sign test cannot reach .05" in path) is (2 * 0.5**k > 0.05)
