"""Inconsistency: whether estimates differ so much that one answer cannot stand for all."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from reviewkit.certainty.proposal import CORE_GRADE_3, PROJECT, Proposal, facts_hash

#: Share of the studies on one side of the threshold that counts as "most"
#: (a convention of this project; the source gives no figure).
MOST = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class InconsistencyFacts:
    """Intervals of the studies' effects where there are any, and the directions of all."""

    intervals: tuple[tuple[float, float, float], ...]
    directions: tuple[str, ...]
    threshold: float
    i2: float | None = None


def inconsistency(facts: InconsistencyFacts) -> Proposal:
    """Propose a rating for inconsistency.

    Important differences with little overlap of the intervals? No: not serious. Yes: not serious
    if most studies lie on one side of the threshold, else serious (Core GRADE 3,
    doi:10.1136/bmj-2024-081905, read in a transcription; before rating down it asks whether a
    credible subgroup explains the difference, which is left to the judgement). I² is shown and
    never decides. Where no intervals can be had, the directions are compared in the same way, a
    convention.
    """
    studies = len(facts.directions)
    if studies <= 1:
        return _proposal(facts, 0, ["not applicable: one study"], CORE_GRADE_3)
    if len(facts.intervals) == studies:
        return _by_interval(facts, studies)
    return _by_direction(facts, studies)


def _by_interval(facts: InconsistencyFacts, studies: int) -> Proposal:
    apart = sum(
        first[2] < second[1] or second[2] < first[1]
        for first, second in combinations(facts.intervals, 2)
    )
    path = [f"{apart} of {studies * (studies - 1) // 2} pairs of intervals do not overlap"]
    if facts.i2 is not None:
        path.append(f"I² = {facts.i2:.0%} (shown; it never decides)")
    if not apart:
        return _proposal(facts, 0, path, CORE_GRADE_3)
    above = sum(estimate > facts.threshold for estimate, _, _ in facts.intervals)
    share = max(above, studies - above) / studies
    path.append(f"{share:.0%} of the studies lie on one side of the threshold (most: {MOST:.0%})")
    return _proposal(facts, 0 if share >= MOST else 1, path, CORE_GRADE_3)


def _by_direction(facts: InconsistencyFacts, studies: int) -> Proposal:
    counts = {d: facts.directions.count(d) for d in dict.fromkeys(facts.directions)}
    shown = ", ".join(f"{n} {direction}" for direction, n in counts.items())
    path = [f"directions of {studies} studies: {shown}"]
    up, down = counts.get("increases", 0), counts.get("decreases", 0)
    if up + down <= 1:
        path.append("no two studies give a direction: nothing to compare")
        return _proposal(facts, 0, path, PROJECT)
    share = max(up, down) / (up + down)
    path.append(f"{share:.0%} of those with a direction agree (most: {MOST:.0%})")
    return _proposal(facts, 0 if share >= MOST else 1, path, PROJECT)


def _proposal(facts: InconsistencyFacts, down: int, path: list[str], source: str) -> Proposal:
    return Proposal(
        domain="inconsistency",
        down=down,
        path=tuple(path),
        source=source,
        mark="convention" if source == PROJECT else "transcribed",
        facts=facts_hash(facts),
    )
