"""Indirectness: population, intervention, comparator and outcome, asked for apart."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.certainty.proposal import (
    CORE_GRADE_5,
    PROJECT,
    PROPORTION,
    Proposal,
    Quantity,
    branches,
    proposed,
)

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
    """The elements in which one result differs from the question, and its share of the weight."""

    result: str
    elements: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class IndirectnessFacts:
    """The results that count, with their concerns."""

    results: tuple[ResultConcerns, ...]


def indirectness(facts: IndirectnessFacts) -> Proposal:
    """Propose a rating for indirectness.

    One level is usual, two mostly where the outcome is a surrogate (Core GRADE 5,
    doi:10.1136/bmj-2024-083865, read in a transcription). Proposed here: one level for a concern
    about any element; two where the outcome and another element, or three elements, raise one, a
    convention.
    """
    concerned, numbers = [], []
    for element in ("population", "intervention", "comparator", "outcome"):
        weight = sum(r.weight for r in facts.results if element in r.elements)
        if weight:
            numbers.append(
                Quantity(name=f"weight with another {element}", value=weight, unit=PROPORTION)
            )
        if weight >= SHARE:
            concerned.append(element)
    if not concerned:
        path = ["no element differs from the question in results with half of the weight"]
        return proposed("indirectness", BRANCHES["direct"], facts, path, numbers)
    path = [f"differs from the question in: {', '.join(concerned)}"]
    branch = "differs"
    if "outcome" in concerned and len(concerned) > 1:
        branch = "surrogate-and-more"
    elif len(concerned) >= TWO_LEVELS:
        branch = "three-differ"
    path.append(
        "one level is usual"
        if branch == "differs"
        else "a surrogate with another difference, or three differences: two levels"
    )
    return proposed("indirectness", BRANCHES[branch], facts, path, numbers)
