"""What evidence of each certainty and size may say."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from reviewkit.certainty import Synthesis, magnitude_of
from reviewkit.effects import Interval
from reviewkit.statements import SOURCES, STATEMENTS, Certainty, Size, Way, statement
from tests.spec.table import Case, Grid, Table

WORDS = {"intervention": "knee arthroscopy", "outcome": "function"}
UNCERTAIN = "The evidence is very uncertain about the effect of knee arthroscopy on function."

GRID = Grid(
    title="A statement for each certainty and size",
    text=(
        "Certainty picks the verb, size the object; of an effect that lowers the outcome. Large: "
        "GRADE guidance 26 (Santesso 2020, doi:10.1016/j.jclinepi.2019.10.014), its abstract. "
        "Important, little to no, and some (held against no effect): Core GRADE 6, box 1 "
        "(doi:10.1136/bmj-2024-083866). Slight: Cochrane's guidance on plain language summaries "
        "(Pitcher 2022)."
    ),
    mark="T",
    down=("certainty", ("high", "moderate", "low", "very low")),
    across=("size", ("large", "important", "slight", "some", "little to no")),
    cells=(
        (
            "Knee arthroscopy results in a large reduction in function.",
            "Knee arthroscopy results in an important reduction in function.",
            "Knee arthroscopy reduces function slightly.",
            "Knee arthroscopy reduces function.",
            "Knee arthroscopy has little to no important effect on function.",
        ),
        (
            "Knee arthroscopy probably results in a large reduction in function.",
            "Knee arthroscopy probably results in an important reduction in function.",
            "Knee arthroscopy probably reduces function slightly.",
            "Knee arthroscopy probably reduces function.",
            "Knee arthroscopy probably has little to no important effect on function.",
        ),
        (
            "Knee arthroscopy may result in a large reduction in function.",
            "Knee arthroscopy may result in an important reduction in function.",
            "Knee arthroscopy may reduce function slightly.",
            "Knee arthroscopy may reduce function.",
            "Knee arthroscopy may have little to no important effect on function.",
        ),
        (UNCERTAIN,) * 5,
    ),
)

OTHERS = Table(
    title="Statements of other directions, and of none",
    text=(
        "An effect that raises the outcome says increase in the same frames. Evidence that shows "
        "no direction, none at all, and none from people have sentences of their own."
    ),
    usual={"certainty": "moderate", "size": None, "way": "increases"},
    cases=(
        Case(
            "a rise, held against no effect",
            "T",
            {},
            "Knee arthroscopy probably increases function.",
        ),
        Case(
            "a rise beyond the minimal important difference",
            "T",
            {"certainty": "high", "size": "important"},
            "Knee arthroscopy results in an important increase in function.",
        ),
        Case(
            "no direction is shown",
            "C",
            {"way": None},
            "It is unclear whether knee arthroscopy changes function: "
            "what was found shows no direction.",
        ),
        Case(
            "little to no effect has no direction",
            "T",
            {"size": "little to no", "way": None},
            "Knee arthroscopy probably has little to no important effect on function.",
        ),
        Case("very low, and no direction", "T", {"certainty": "very low", "way": None}, UNCERTAIN),
        Case(
            "nothing that counts",
            "C",
            {"certainty": "none", "way": None},
            "No direct evidence was found of the effect of knee arthroscopy on function; "
            "it may be true all the same.",
        ),
        Case(
            "cells, tissue or animals",
            "C",
            {"certainty": "not graded"},
            "What was found is not from people: "
            "it says nothing of the effect of knee arthroscopy on function in them.",
        ),
    ),
)

SIZES = Table(
    title="How large an effect is, for its words",
    text=(
        "By the minimal important difference, if the body targets it (Core GRADE 2): an estimate "
        "within it is little to no effect, one at it or beyond is important. Else a ratio of risks "
        "whose whole interval lies above 2 or below 0.5 is large: the threshold of rating up, a "
        "convention here. Anything else is held against no effect. Logarithms for ratios."
    ),
    usual={"measure": "MD", "scale": "raw", "estimate": -12.0, "margin": 1.0, "mid": None},
    cases=(
        Case("within the difference", "T", {"estimate": -5.0, "mid": 8.0}, "little to no"),
        Case("at the difference", "T", {"estimate": 8.0, "mid": 8.0}, "important"),
        Case("beyond the difference", "T", {"mid": 8.0}, "important"),
        Case("no difference is known: importance unknown", "C", {}, None),
        Case(
            "RR 2.46 from 2.01",
            "C",
            {"measure": "RR", "scale": "log", "estimate": 0.90, "margin": 0.20},
            "large",
        ),
        Case(
            "HR 0.41 to 0.497",
            "C",
            {"measure": "HR", "scale": "log", "estimate": -0.90, "margin": 0.20},
            "large",
        ),
        Case(
            "RR 2.46 from 1.99: the certainty was not rated of a large effect",
            "C",
            {"measure": "RR", "scale": "log", "estimate": 0.90, "margin": 0.21},
            None,
        ),
        Case(
            "RR 0.11 to 1.95",
            "C",
            {"measure": "RR", "scale": "log", "estimate": -2.2, "margin": 2.87},
            None,
        ),
        Case(
            "an odds ratio is no ratio of risks",
            "C",
            {"measure": "OR", "scale": "log", "estimate": 3.0},
            None,
        ),
        Case("a share of one group", "C", {"measure": "PR", "estimate": 0.9}, None),
        Case("no interval", "C", {"estimate": None, "mid": 8.0}, None),
    ),
)


@pytest.mark.parametrize(("certainty", "size", "expected"), GRID.rows())
def test_statements(certainty: str, size: Size, expected: str) -> None:
    assert statement(certainty=certainty, size=size, way="decreases", **WORDS) == expected


@pytest.mark.parametrize("case", OTHERS.rows())
def test_other_statements(case: Case) -> None:
    facts = OTHERS.facts(case)
    told = statement(certainty=facts["certainty"], size=facts["size"], way=facts["way"], **WORDS)
    assert told == case.then


@pytest.mark.parametrize("case", SIZES.rows())
def test_sizes(case: Case) -> None:
    facts = SIZES.facts(case)
    estimate, margin = facts["estimate"], facts["margin"]
    ci = None
    if estimate is not None:
        ci = Interval(lower=estimate - margin, upper=estimate + margin, level=0.95, method="t")
    found = Synthesis(
        kind="single",
        k=1,
        n=10,
        measure=facts["measure"],
        scale=facts["scale"],
        estimate=estimate,
        ci=ci,
    )
    sized = magnitude_of(found, facts["mid"])
    assert sized.size == case.then
    assert sized.why
    assert sized.source


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
