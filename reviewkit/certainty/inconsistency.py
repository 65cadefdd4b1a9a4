"""Inconsistency: whether estimates differ so much that one answer cannot stand for all."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from math import comb

from reviewkit.certainty.proposal import (
    CORE_GRADE_3,
    PROJECT,
    PROPORTION,
    Quantity,
    Rule,
    Telling,
    branches,
)
from reviewkit.certainty.seen import LATER

#: Of each study the estimate and the limits of its interval.
Intervals = tuple[tuple[float, float, float], ...]

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

    intervals: Intervals
    directions: tuple[str, ...]
    threshold: float
    i2: float | None = None
    subgroup: str = field(default="", metadata=LATER)


def decide(facts: InconsistencyFacts) -> str:
    """Decide on a rating for inconsistency.

    Important differences with little overlap of the intervals? No: not serious. Yes: not serious
    if most studies lie on one side of the threshold, or if a credible subgroup effect explains
    the difference, else serious (Core GRADE 3, doi:10.1136/bmj-2024-081905, read in a
    transcription). Whether one does is a judgement that the body records; the rule takes its
    credibility. I² is shown and never decides. Where no intervals can be had, the directions are
    compared in the same way, a convention.
    """
    explained = facts.subgroup in CREDIBLE
    if len(facts.directions) <= 1:
        return "one-study"
    if len(facts.intervals) == len(facts.directions):
        if not pairs_apart(facts.intervals):
            return "overlap"
        if on_one_side(facts.intervals, facts.threshold) >= MOST:
            return "one-side"
        return "explained" if explained else "both-sides"
    agreeing = agree(facts.directions)
    if agreeing is None:
        return "no-directions"
    if agreeing >= MOST:
        return "directions-agree"
    return "directions-explained" if explained else "directions-differ"


@lru_cache(maxsize=1024)
def pairs_apart(intervals: Intervals) -> int:
    """Return how many pairs of intervals do not overlap."""
    return sum(
        first[2] < second[1] or second[2] < first[1] for first, second in combinations(intervals, 2)
    )


@lru_cache(maxsize=1024)
def on_one_side(intervals: Intervals, threshold: float) -> float:
    """Return the share of the estimates on that side of the threshold where more lie."""
    above = sum(estimate > threshold for estimate, _, _ in intervals)
    return max(above, len(intervals) - above) / len(intervals)


def agree(directions: tuple[str, ...]) -> float | None:
    """Return the share of the directions that agree; None below two."""
    up, down = directions.count("increases"), directions.count("decreases")
    return max(up, down) / (up + down) if up + down > 1 else None


def tell(facts: InconsistencyFacts, branch: str) -> Telling:
    """Tell how the intervals or the directions lie."""
    if branch == "one-study":
        return Telling(("not applicable: one study",))
    if len(facts.intervals) != len(facts.directions):
        return _directions(facts)
    pairs, apart = comb(len(facts.intervals), 2), pairs_apart(facts.intervals)
    path = [f"{apart} of {pairs} pairs of intervals do not overlap"]
    if branch == "overlap":
        path = [f"{'the two' if pairs == 1 else f'all {pairs} pairs of'} intervals overlap"]
    numbers = [Quantity(name="pairs of intervals apart", value=apart)]
    if facts.i2 is not None:
        path.append(f"I² = {facts.i2:.0%} (shown; it never decides)")
        numbers.append(Quantity(name="I²", value=facts.i2, unit=PROPORTION))
    if branch != "overlap":
        share = on_one_side(facts.intervals, facts.threshold)
        side = f"{share:.0%} of the studies lie on one side of the threshold (most: {MOST:.0%})"
        path += [side, *_subgroup(facts, share)]
        numbers.append(Quantity(name="on one side", value=share, unit=PROPORTION))
    return Telling(tuple(path), tuple(numbers))


def _directions(facts: InconsistencyFacts) -> Telling:
    counts = {d: facts.directions.count(d) for d in dict.fromkeys(facts.directions)}
    shown = ", ".join(f"{n} {direction}" for direction, n in counts.items())
    path = [f"directions of {len(facts.directions)} studies: {shown}"]
    share = agree(facts.directions)
    if share is None:
        return Telling((*path, "no two studies give a direction: nothing to compare"))
    path.append(f"{share:.0%} of those with a direction agree (most: {MOST:.0%})")
    numbers = (Quantity(name="agree", value=share, unit=PROPORTION),)
    return Telling((*path, *_subgroup(facts, share)), numbers)


def _subgroup(facts: InconsistencyFacts, share: float) -> list[str]:
    """Tell of a recorded subgroup effect, where it was asked whether one explains."""
    if share >= MOST or not facts.subgroup:
        return []
    return [f"a subgroup effect of {facts.subgroup} credibility is recorded"]


inconsistency = Rule(domain="inconsistency", branches=BRANCHES, decide=decide, tell=tell)
