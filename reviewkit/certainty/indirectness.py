"""Indirectness: population, intervention, comparator and outcome, asked for apart."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.certainty.proposal import CORE_GRADE_5, PROJECT, Proposal, facts_hash

#: An element counts when results with at least this share of the weight have a concern about it
#: (a convention of this project).
SHARE = 0.5
#: Elements with a concern from which two levels are proposed (a convention of this project: one
#: level is usual, two mostly for surrogates).
TWO_LEVELS = 3


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
    concerned = []
    for element in ("population", "intervention", "comparator", "outcome"):
        weight = sum(r.weight for r in facts.results if element in r.elements)
        if weight >= SHARE:
            concerned.append(element)
    if not concerned:
        path = ["no element differs from the question in results with half of the weight"]
        return _proposal(facts, 0, path)
    path = [f"differs from the question in: {', '.join(concerned)}"]
    surrogate = "outcome" in concerned and len(concerned) > 1
    if surrogate or len(concerned) >= TWO_LEVELS:
        path.append("a surrogate with another difference, or three differences: two levels")
        return _proposal(facts, 2, path, PROJECT)
    path.append("one level is usual")
    return _proposal(facts, 1, path)


def _proposal(
    facts: IndirectnessFacts, down: int, path: list[str], source: str = CORE_GRADE_5
) -> Proposal:
    return Proposal(
        domain="indirectness",
        down=down,
        path=tuple(path),
        source=source,
        mark="convention" if source == PROJECT else "transcribed",
        facts=facts_hash(facts),
    )
