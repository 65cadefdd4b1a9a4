"""Indirectness: population, intervention, comparator and outcome, asked for apart."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from reviewkit.certainty.proposal import (
    CORE_GRADE_5,
    PROJECT,
    PROPORTION,
    Quantity,
    Rule,
    Telling,
    branches,
)
from reviewkit.certainty.weights import Weights, share

#: What is asked for apart.
ELEMENTS = ("population", "intervention", "comparator", "outcome")

#: An element counts when results with at least this share of the weight have a concern about it
#: (a convention of this project).
SHARE = 0.5
#: Elements with a concern from which two levels are proposed (a convention of this project: one
#: level is usual, two mostly for surrogates).
TWO_LEVELS = 3

BRANCHES = branches(
    "indirectness",
    {
        "direct": (
            0,
            CORE_GRADE_5,
            "transcribed",
            (
                "population, intervention, comparator and outcome are those of the question, in "
                "results with at least half of the weight (a convention)"
            ),
        ),
        "differs": (1, CORE_GRADE_5, "transcribed", "one of them differs: one level is usual"),
        "surrogate-and-more": (
            2,
            PROJECT,
            "convention",
            "the outcome is a surrogate and another differs; two levels are mostly for surrogates",
        ),
        "three-differ": (2, PROJECT, "convention", "three of them differ"),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultConcerns:
    """The elements in which one result differs from the question."""

    result: str
    elements: tuple[str, ...]


@dataclass(frozen=True)
class Concerns:
    """The results that count, each with its concerns, whatever they weigh."""

    results: tuple[ResultConcerns, ...]

    @cached_property
    def differing(self) -> dict[str, tuple[bool, ...]]:
        """Of each element in which any result differs, which of them do."""
        return {
            element: where
            for element in ELEMENTS
            if any(where := tuple(element in result.elements for result in self.results))
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class IndirectnessFacts:
    """The results that count with their concerns, and of each its share of the weight."""

    concerns: Concerns
    weights: Weights

    def as_seen(self) -> dict[str, Any]:
        """Return what a hash sees: each result with its weight."""
        weighed = zip(self.concerns.results, self.weights, strict=True)
        return {"results": [{**asdict(result), "weight": weight} for result, weight in weighed]}


def decide(facts: IndirectnessFacts) -> str:
    """Decide on a rating for indirectness.

    One level is usual, two mostly where the outcome is a surrogate (Core GRADE 5,
    doi:10.1136/bmj-2024-083865, read in a transcription). Proposed here: one level for a concern
    about any element; two where the outcome and another element, or three elements, raise one, a
    convention.
    """
    concerned = concerns(facts)
    if not concerned:
        return "direct"
    if "outcome" in concerned and len(concerned) > 1:
        return "surrogate-and-more"
    return "three-differ" if len(concerned) >= TWO_LEVELS else "differs"


def concerns(facts: IndirectnessFacts) -> tuple[str, ...]:
    """Return the elements in which results with enough weight differ."""
    differing = facts.concerns.differing
    return tuple([name for name in differing if share(facts.weights, differing[name]) >= SHARE])


def tell(facts: IndirectnessFacts, branch: str) -> Telling:
    """Tell which elements differ, and in how much of the weight."""
    shares = {
        element: share(facts.weights, where) for element, where in facts.concerns.differing.items()
    }
    numbers = tuple(
        Quantity(name=f"weight with another {element}", value=weight, unit=PROPORTION)
        for element, weight in shares.items()
        if weight
    )
    if branch == "direct":
        step = "no element differs from the question in results with half of the weight"
        return Telling((step,), numbers)
    levels = "a surrogate with another difference, or three differences: two levels"
    step = f"differs from the question in: {', '.join(concerns(facts))}"
    return Telling((step, "one level is usual" if branch == "differs" else levels), numbers)


indirectness = Rule(domain="indirectness", branches=BRANCHES, decide=decide, tell=tell)
