"""Imprecision: whether the interval crosses the threshold, or else is enough information."""

from __future__ import annotations

from reviewkit.certainty.imprecision_branches import (
    BRANCHES,
    ENOUGH,
    FAR_BELOW,
    FEW,
    FEW_EVENTS,
    LARGE_RRR,
    LARGE_SMD,
    OF_EVENTS,
    VERY_FEW,
    WIDE,
)
from reviewkit.certainty.imprecision_facts import (
    ImprecisionFacts,
    needed_for_events,
    needed_for_means,
)
from reviewkit.certainty.imprecision_telling import tell
from reviewkit.certainty.proposal import Rule


def decide(facts: ImprecisionFacts) -> str:
    """Decide on a rating for imprecision.

    Core GRADE 2, figure 4 (doi:10.1136/bmj-2024-081904, read in a transcription): the interval
    crosses the threshold: serious, whatever the sample; it includes both important benefit and
    important harm: two levels are to be considered, and very serious is proposed. It does not
    cross: a modest effect is not rated down, an implausibly large one is held against the optimal
    information size. What is large in standard deviations, and the 0.2 of them that stand in for an
    unknown minimal important difference, are conventions. Without a usable interval: few people
    (Murad 2017, doi:10.1136/ebmed-2017-110668), or very few, a convention. The absolute effect is
    judged where the minimal important difference is absolute and the baseline risk is known.
    """
    held = facts.held
    if held is None:
        return _without_interval(facts)
    if not held.crosses:
        return _of_events(facts) if facts.measure in OF_EVENTS else _of_means(facts)
    if held.important_both_ways:
        return _both_ways(facts, "benefit-and-harm")
    if held.mid is None and facts.appreciable_both_ways:
        return _both_ways(facts, "appreciable-both-ways")
    return "crosses"


def _without_interval(facts: ImprecisionFacts) -> str:
    if facts.n is None:
        return "no-interval-people-unknown"
    if facts.n < VERY_FEW:
        return "no-interval-very-few"
    return "no-interval-few" if facts.n <= FEW else "no-interval-many"


def _both_ways(facts: ImprecisionFacts, branch: str) -> str:
    few = facts.events is not None and facts.events < FEW_EVENTS
    return "very-few-events" if few else branch


def _of_means(facts: ImprecisionFacts) -> str:
    if facts.standardised is not None and abs(facts.standardised) < LARGE_SMD:
        return "modest"
    if facts.n is None:
        return "people-unknown"
    needed = needed_for_means(facts)
    if facts.n >= (needed if facts.paired else min(needed, ENOUGH)):
        return "enough-information"
    far_below = facts.n < FAR_BELOW * needed
    return "far-too-little-information" if far_below else "too-little-information"


def _of_events(facts: ImprecisionFacts) -> str:
    change, risk = facts.relative_change, facts.baseline_risk
    if change is not None and change <= LARGE_RRR:
        return "modest-ratio"
    if facts.measure in WIDE and facts.width >= WIDE[facts.measure]:
        return "limits-far-apart-hazard" if facts.measure == "HR" else "limits-far-apart"
    if risk is None:
        return "baseline-risk-unknown"
    if facts.n is None:
        return "people-unknown"
    enough = facts.n >= needed_for_events(facts, risk)
    return "enough-events-information" if enough else "too-little-events-information"


imprecision = Rule(domain="imprecision", branches=BRANCHES, decide=decide, tell=tell)
