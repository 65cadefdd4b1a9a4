"""What evidence of each certainty and size may say, as a table with the source of the words."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from reviewkit.certainty import Synthesis, magnitude_of
from reviewkit.effects import Interval
from reviewkit.statements import SOURCES, STATEMENTS, Certainty, Size, Way, statement

WORDS = {"intervention": "knee arthroscopy", "outcome": "function"}
UNCERTAIN = "The evidence is very uncertain about the effect of knee arthroscopy on function."


@pytest.mark.parametrize(
    ("certainty", "size", "way", "expected"),
    [
        # Santesso 2020, abstract: results in, likely results in, may result in a large reduction
        (
            "high",
            "large",
            "decreases",
            "Knee arthroscopy results in a large reduction in function.",
        ),
        (
            "moderate",
            "large",
            "increases",
            "Knee arthroscopy probably results in a large increase in function.",
        ),
        (
            "low",
            "large",
            "decreases",
            "Knee arthroscopy may result in a large reduction in function.",
        ),
        # Core GRADE 6, box 1, held against the null
        ("high", None, "increases", "Knee arthroscopy increases function."),
        ("moderate", "some", "increases", "Knee arthroscopy probably increases function."),
        ("low", None, "decreases", "Knee arthroscopy may reduce function."),
        # Core GRADE 6, box 1, held against the minimal important difference
        (
            "high",
            "important",
            "increases",
            "Knee arthroscopy results in an important increase in function.",
        ),
        (
            "moderate",
            "little to no",
            None,
            "Knee arthroscopy probably has little to no important effect on function.",
        ),
        (
            "low",
            "important",
            "decreases",
            "Knee arthroscopy may result in an important reduction in function.",
        ),
        # Cochrane's guidance on plain language summaries
        ("moderate", "slight", "decreases", "Knee arthroscopy probably reduces function slightly."),
        ("low", "slight", "increases", "Knee arthroscopy may increase function slightly."),
        # Very low: the same, whatever the size and the way
        ("very low", "large", "decreases", UNCERTAIN),
        ("very low", None, None, UNCERTAIN),
        # Conventions of this project
        (
            "moderate",
            None,
            None,
            (
                "It is unclear whether knee arthroscopy changes function: what was found shows "
                "no direction."
            ),
        ),
        (
            "none",
            None,
            None,
            (
                "No direct evidence was found of the effect of knee arthroscopy on function; it "
                "may be true all the same."
            ),
        ),
        (
            "not graded",
            None,
            "increases",
            (
                "What was found is not from people: it says nothing of the effect of knee "
                "arthroscopy on function in them."
            ),
        ),
    ],
)
def test_statements(certainty: str, size: Size | None, way: Way | None, expected: str) -> None:
    assert statement(certainty=certainty, size=size, way=way, **WORDS) == expected


def test_every_certainty_has_a_statement_for_every_size() -> None:
    assert set(STATEMENTS) == set(product(get_args(Certainty), get_args(Size)))
    assert set(SOURCES) == set(get_args(Size))


@pytest.mark.parametrize(("certainty", "size"), sorted(STATEMENTS))
def test_no_statement_recommends_or_speaks_of_significance(
    certainty: Certainty, size: Size
) -> None:
    for way in get_args(Way):
        told = statement(certainty=certainty, size=size, way=way, **WORDS).lower()
        assert not {"should", "significant", "no effect"} & set(told.split())
        assert "benefit" not in told


@pytest.mark.parametrize(
    ("intervention", "several"),
    [
        ("earplugs at night", True),
        ("oils and massage", True),
        ("exercises for the neck, with massage", True),
        ("knee arthroscopy", False),
        ("massage of neck, shoulders or upper back, without the head", False),
        ("scalp massage with oils", False),
        ("a nap of 20 minutes", False),
        ("BCG vaccine", False),
        ("washing with shampoos and conditioners", False),
        ("brushing of hair 100 times", False),
        ("acupressure", False),
        ("traditional massage (pressing and stretching), of the head", False),
        ("pus", False),
    ],
)
def test_verbs_agree_with_the_head_of_the_name(intervention: str, several: bool) -> None:
    told = statement(
        certainty="high", size="some", way="decreases", intervention=intervention, outcome="pain"
    )
    assert told.endswith(" reduce pain." if several else " reduces pain.")


def test_an_unknown_certainty_is_refused() -> None:
    with pytest.raises(ValueError, match="no certainty is called 'fair'"):
        statement(certainty="fair", size=None, way=None, **WORDS)


def found(
    estimate: float | None, *, measure: str = "MD", scale: str = "raw", margin: float = 1.0
) -> Synthesis:
    ci = None
    if estimate is not None:
        ci = Interval(lower=estimate - margin, upper=estimate + margin, level=0.95, method="t")
    return Synthesis(
        kind="single", k=1, n=10, measure=measure, scale=scale, estimate=estimate, ci=ci
    )


@pytest.mark.parametrize(
    ("synthesis", "mid", "size"),
    [
        (found(-5.0), 8.0, "little to no"),  # Core GRADE 2: within ±MID
        (found(8.0), 8.0, "important"),  # Core GRADE 2: at the MID or beyond
        (found(-12.0), 8.0, "important"),
        (found(-12.0), None, None),  # no MID: importance unknown
        # RR 2.47, interval from 2.01: wholly above 2, a convention
        (found(0.90, measure="RR", scale="log", margin=0.20), None, "large"),
        (found(-0.90, measure="HR", scale="log", margin=0.20), None, "large"),
        # RR 2.47, interval from 1.99
        (found(0.90, measure="RR", scale="log", margin=0.21), None, None),
        # RR 0.11 with an interval from 0.04 to 0.30 is large, to 1.95 it is not
        (found(-2.2, measure="RR", scale="log", margin=1.0), None, "large"),
        (found(-2.2, measure="RR", scale="log", margin=2.87), None, None),
        # an odds ratio is no ratio of risks
        (found(3.0, measure="OR", scale="log"), None, None),
        (found(0.9, measure="PR"), None, None),
        (found(None), 8.0, None),
    ],
)
def test_sizes(synthesis: Synthesis, mid: float | None, size: Size | None) -> None:
    sized = magnitude_of(synthesis, mid)
    assert sized.size == size
    assert sized.why
    assert sized.source
