"""The vocabulary of the second review, on sentences of our own: what links, and what it is told.

Nothing in the checker knows of vaccines: what follows comes of the records alone.
"""

from __future__ import annotations

from typing import Any

import pytest

from reviewkit.index import open_index
from reviewkit.prose.check import check
from reviewkit.prose.text import Document
from tests.project.tree import ROOT
from tests.unit.prose.reader import sentence

TITLE = "The BCG vaccine"


@pytest.fixture(scope="module")
def index() -> dict[str, Any]:
    return open_index(ROOT / "evidence" / "bcg-vaccine")


def findings(text: str, index: dict[str, Any]) -> list[dict[str, Any]]:
    (file,) = check([Document(file="f", title=TITLE, sentences=(sentence(text),))], index)
    return list(file["findings"])


@pytest.mark.parametrize(
    ("text", "claims", "severity"),
    [
        ("The BCG vaccine halves the risk of tuberculosis.", "halves-tuberculosis", "error"),
        ("The vaccine cuts tuberculosis by half.", "halves-tuberculosis", "error"),
        ("BCG can lower the risk of tuberculosis.", "lowers-tuberculosis", "none"),
        ("BCG probably reduces the risk of TB.", "lowers-tuberculosis", "none"),
        ("BCG prevents tuberculosis.", "lowers-tuberculosis", "suggestion"),
        ("It is proven that BCG prevents tuberculosis.", "lowers-tuberculosis", "error"),
        ("The vaccine works equally well everywhere.", "equally-everywhere", "error"),
        ("BCG works better far from the equator.", "better-far-from-equator", "warning"),
        ("The jab may protect less well near the equator.", "better-far-from-equator", "none"),
        ("BCG prevents TB meningitis in babies.", "prevents-severe-tuberculosis", "warning"),
        ("It may prevent severe tuberculosis.", "prevents-severe-tuberculosis", "none"),
        ("One jab protects you for life.", "protects-for-life", "error"),
        ("BCG protects adults against TB of the lungs.", "protects-adults", "warning"),
        ("BCG probably lowers the risk of TB in infants.", "protects-infants", "none"),
        ("The vaccine has no side effects.", "no-side-effects", "error"),
        ("Several randomised trials have tested BCG.", "many-trials", "none"),
        ("BCG cuts deaths from tuberculosis.", "prevents-tuberculosis-deaths", "warning"),
        ("Does BCG protect against tuberculosis?", "lowers-tuberculosis", "none"),
        ("A single dose gives lifelong immunity.", "protects-for-life", "error"),
        (
            "In Britain the vaccine prevented many of the cases.",
            "lowers-tuberculosis",
            "suggestion",
        ),
        ("There is no evidence that it works in people over 35.", "protects-adults", "none"),
    ],
)
def test_a_sentence_makes_its_claims(
    text: str, claims: str, severity: str, index: dict[str, Any]
) -> None:
    (found,) = findings(text, index)
    assert " ".join(link["claim"] for link in found["links"]) == claims
    assert found["severity"] == severity, found["reason"]


def test_what_differs_from_place_to_place_is_contradicted_where_it_is_said_not_to(
    index: dict[str, Any],
) -> None:
    (found,) = findings("The vaccine works equally well everywhere.", index)
    assert found["verdict"] == "contradicted"
    assert "per unit of latitude" in found["reason"]


@pytest.mark.parametrize(
    "text",
    [
        "BCG was first given to a person in 1921.",
        "The vaccine is injected into the skin of the upper arm.",
        "Tuberculosis is caused by a bacterium.",
    ],
)
def test_what_claims_no_effect_is_silent(text: str, index: dict[str, Any]) -> None:
    assert findings(text, index) == []


@pytest.mark.parametrize(
    "text", ["BCG also protects against leprosy.", "BCG may prevent COVID-19."]
)
def test_another_disease_is_not_covered(text: str, index: dict[str, Any]) -> None:
    (found,) = findings(text, index)
    assert found["verdict"] == "not covered"
