"""Inconsistency: whether estimates differ so much that one answer cannot stand for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from reviewkit.certainty.proposal import (
    CORE_GRADE_3,
    LATER,
    PROJECT,
    PROPORTION,
    Proposal,
    Quantity,
    branches,
    proposed,
)

#: Share of the studies on one side of the threshold that counts as "most"
#: (a convention of this project; the source gives no figure).
MOST = 0.75
#: Credibility of a subgroup effect from which it explains a difference (Core GRADE 3, in the words
#: of ICEMAN, doi:10.1503/cmaj.200077).
CREDIBLE = frozenset({"moderate", "high"})

BRANCHES = branches(
    "inconsistency",
    {
        "one-study": (0, CORE_GRADE_3, "transcribed", "one study: not applicable"),
        "overlap": (
            0,
            CORE_GRADE_3,
            "transcribed",
            "no important differences: every two intervals overlap",
        ),
        "one-side": (
            0,
            CORE_GRADE_3,
            "transcribed",
            (
                "some do not overlap, and most estimates lie on one side of the threshold (three "
                "quarters, a convention)"
            ),
        ),
        "explained": (
            0,
            CORE_GRADE_3,
            "transcribed",
            (
                "estimates lie on both sides, and a subgroup effect of moderate or high "
                "credibility, a recorded judgement, explains it: each subgroup is then to be a "
                "body of its own"
            ),
        ),
        "both-sides": (
            1,
            CORE_GRADE_3,
            "transcribed",
            (
                "estimates lie on both sides, unexplained; two levels are so unusual that the "
                "source describes none, and none are proposed"
            ),
        ),
        "no-directions": (
            0,
            PROJECT,
            "convention",
            "no intervals, and no two studies give a direction",
        ),
        "directions-agree": (
            0,
            PROJECT,
            "convention",
            "no intervals, and three quarters of the directions agree",
        ),
        "directions-explained": (
            0,
            PROJECT,
            "convention",
            "no intervals, fewer agree, and a credible subgroup effect explains it",
        ),
        "directions-differ": (1, PROJECT, "convention", "no intervals, and fewer agree"),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InconsistencyFacts:
    """Intervals of the studies' effects where there are any, and the directions of all.

    `subgroup` is the credibility of a recorded subgroup effect, `very low` to `high`, or empty.
    """

    intervals: tuple[tuple[float, float, float], ...]
    directions: tuple[str, ...]
    threshold: float
    i2: float | None = None
    subgroup: str = field(default="", metadata=LATER)


def inconsistency(facts: InconsistencyFacts) -> Proposal:
    """Propose a rating for inconsistency.

    Important differences with little overlap of the intervals? No: not serious. Yes: not serious
    if most studies lie on one side of the threshold, or if a credible subgroup effect explains
    the difference, else serious (Core GRADE 3, doi:10.1136/bmj-2024-081905, read in a
    transcription). Whether one does is a judgement that the body records; the rule takes its
    credibility. I² is shown and never decides. Where no intervals can be had, the directions are
    compared in the same way, a convention.
    """
    studies = len(facts.directions)
    if studies <= 1:
        return _end(facts, "one-study", ["not applicable: one study"])
    if len(facts.intervals) == studies:
        return _by_interval(facts, studies)
    return _by_direction(facts, studies)


def _by_interval(facts: InconsistencyFacts, studies: int) -> Proposal:
    apart = sum(
        first[2] < second[1] or second[2] < first[1]
        for first, second in combinations(facts.intervals, 2)
    )
    pairs = studies * (studies - 1) // 2
    overlap = (
        "the two intervals overlap" if pairs == 1 else f"all {pairs} pairs of intervals overlap"
    )
    path = [f"{apart} of {pairs} pairs of intervals do not overlap" if apart else overlap]
    numbers = [Quantity(name="pairs of intervals apart", value=apart)]
    if facts.i2 is not None:
        path.append(f"I² = {facts.i2:.0%} (shown; it never decides)")
        numbers.append(Quantity(name="I²", value=facts.i2, unit=PROPORTION))
    if not apart:
        return _end(facts, "overlap", path, numbers)
    above = sum(estimate > facts.threshold for estimate, _, _ in facts.intervals)
    share = max(above, studies - above) / studies
    path.append(f"{share:.0%} of the studies lie on one side of the threshold (most: {MOST:.0%})")
    numbers.append(Quantity(name="on one side", value=share, unit=PROPORTION))
    if share >= MOST:
        return _end(facts, "one-side", path, numbers)
    if _explained(facts, path):
        return _end(facts, "explained", path, numbers)
    return _end(facts, "both-sides", path, numbers)


def _explained(facts: InconsistencyFacts, path: list[str]) -> bool:
    """Tell of a recorded subgroup effect, if there is one, and whether it explains."""
    if facts.subgroup:
        path.append(f"a subgroup effect of {facts.subgroup} credibility is recorded")
    return facts.subgroup in CREDIBLE


def _by_direction(facts: InconsistencyFacts, studies: int) -> Proposal:
    counts = {d: facts.directions.count(d) for d in dict.fromkeys(facts.directions)}
    shown = ", ".join(f"{n} {direction}" for direction, n in counts.items())
    path = [f"directions of {studies} studies: {shown}"]
    up, down = counts.get("increases", 0), counts.get("decreases", 0)
    if up + down <= 1:
        path.append("no two studies give a direction: nothing to compare")
        return _end(facts, "no-directions", path)
    share = max(up, down) / (up + down)
    path.append(f"{share:.0%} of those with a direction agree (most: {MOST:.0%})")
    numbers = [Quantity(name="agree", value=share, unit=PROPORTION)]
    if share >= MOST:
        return _end(facts, "directions-agree", path, numbers)
    if _explained(facts, path):
        return _end(facts, "directions-explained", path, numbers)
    return _end(facts, "directions-differ", path, numbers)


def _end(
    facts: InconsistencyFacts, branch: str, path: Sequence[str], numbers: Sequence[Quantity] = ()
) -> Proposal:
    return proposed("inconsistency", BRANCHES[branch], facts, path, numbers)
