"""Imprecision: whether the interval crosses the threshold, or else is enough information."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from reviewkit.certainty.imprecision_branches import (
    APPRECIABLE,
    BRANCHES,
    CERTAINLY_LARGE_RRR,
    ENOUGH,
    FAR_BELOW,
    FEW,
    FEW_EVENTS,
    LARGE_RRR,
    LARGE_SMD,
    OF_EVENTS,
    SIGN_TEST,
    VERY_FEW,
    WIDE,
)
from reviewkit.certainty.information_size import (
    MODEST_RRR,
    MODEST_SMD,
    Kind,
    optimal_information_size,
    optimal_information_size_binary,
)
from reviewkit.certainty.proposal import LATER, PROPORTION, Proposal, Quantity, proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class Absolute:
    """The interval as events per 1,000 people, with the difference that is important there."""

    lower: float
    upper: float
    mid: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprecisionFacts:
    """The interval with its threshold, or, without one, how many people and studies there are.

    `lower` and `upper` are on the scale of `threshold` (logarithms for ratios), which stands for
    itself and its opposite: 0 where the null is targeted, else the minimal important difference.
    `mid` is that difference, None where none is known; `standardised` is the effect in standard
    deviations; `control_risk` that of the comparison group. `absolute` stands where the minimal
    important difference is one of absolute risk, and then carries the threshold; `events` is how
    many there were in all groups.
    """

    measure: str
    lower: float | None
    upper: float | None
    threshold: float
    mid: float | None
    standardised: float | None
    estimate: float | None
    control_risk: float | None
    paired: bool
    n: int | None
    k: int
    absolute: Absolute | None = field(default=None, metadata=LATER)
    events: int | None = field(default=None, metadata=LATER)


def imprecision(facts: ImprecisionFacts, *, note: str = "", unit: str = "") -> Proposal:
    """Propose a rating for imprecision.

    Core GRADE 2, figure 4 (doi:10.1136/bmj-2024-081904, read in a transcription): the interval
    crosses the threshold: serious, whatever the sample; it includes both important benefit and
    important harm: two levels are to be considered, and very serious is proposed. It does not
    cross: a modest effect is not rated down, an implausibly large one is held against the optimal
    information size. What is large in standard deviations, and the 0.2 of them that stand in for an
    unknown minimal important difference, are conventions. Without a usable interval: few people
    (Murad 2017, doi:10.1136/ebmed-2017-110668), or very few, a convention. The absolute effect is
    judged where the minimal important difference is absolute and the baseline risk is known.

    Parameters
    ----------
    facts
        What the rule sees.
    note
        Why the threshold or the interval is not the one asked for: told first in the path.
    unit
        Of the effect, for the numbers that are told.
    """
    proposal = _Walk(facts, unit).proposal()
    return replace(proposal, path=(note, *proposal.path)) if note else proposal


class _Walk:
    """One way through the rule: steps told and numbers met, until a branch ends it."""

    def __init__(self, facts: ImprecisionFacts, unit: str) -> None:
        self.facts = facts
        self.unit = unit
        self.path: list[str] = []
        self.numbers: list[Quantity] = []

    def proposal(self) -> Proposal:
        """Walk the rule."""
        facts = self.facts
        if facts.lower is None or facts.upper is None:
            return self._without_interval()
        lower, upper, threshold, mid, unit = (
            facts.lower,
            facts.upper,
            facts.threshold,
            facts.mid,
            self.unit,
        )
        if facts.absolute is not None:
            lower, upper, mid = facts.absolute.lower, facts.absolute.upper, facts.absolute.mid
            unit = "events per 1,000"
            self._tell(f"judged as events per 1,000 people, {lower:.3g} to {upper:.3g}")
        for name, limit in (("lower", lower), ("upper", upper), ("threshold", threshold)):
            ratio = facts.measure in WIDE and facts.absolute is None
            self._meet(name, math.exp(limit) if ratio else limit, unit)
        if not any(lower <= limit <= upper for limit in (threshold, -threshold)):
            self._tell("the 95% interval does not cross the threshold")
            return self._events() if facts.measure in OF_EVENTS else self._continuous()
        self._tell("the 95% interval crosses the threshold")
        if mid is not None and lower <= -mid and upper >= mid:
            self._meet("important difference", mid, unit)
            self._tell("it includes both important benefit and important harm")
            return self._both_ways("benefit-and-harm")
        if mid is None and facts.measure in WIDE and self._appreciable(lower, upper):
            low, high = APPRECIABLE
            self._tell(
                f"the ratio may be {math.exp(lower):.3g} and {math.exp(upper):.3g}: it includes "
                f"appreciable benefit and appreciable harm (below {low} and above {high})"
            )
            return self._both_ways("appreciable-both-ways")
        return self._end("crosses")

    def _appreciable(self, lower: float, upper: float) -> bool:
        return math.exp(lower) < APPRECIABLE[0] and math.exp(upper) > APPRECIABLE[1]

    def _both_ways(self, branch: str) -> Proposal:
        events = self.facts.events
        if events is None or events >= FEW_EVENTS:
            return self._end(branch)
        self._meet("events", events)
        self._tell(f"{events} events in all, fewer than {FEW_EVENTS}: three levels considered")
        return self._end("very-few-events")

    def _continuous(self) -> Proposal:
        facts, size = self.facts, self.facts.standardised
        if size is not None:
            self._meet("effect", abs(size), "SD")
        if size is not None and abs(size) < LARGE_SMD:
            self._tell(f"the effect is modest (standardised {abs(size):.3g}, below {LARGE_SMD})")
            return self._end("modest")
        self._tell(
            "its size in standard deviations is not known, so the information is checked"
            if size is None
            else f"the effect is implausibly large (standardised {abs(size):.3g}, "
            f"at least {LARGE_SMD})"
        )
        difference, sd, purpose = MODEST_SMD, 1.0, f"to see {MODEST_SMD} SD"
        if facts.mid and size and facts.estimate:
            difference, sd = facts.mid, abs(facts.estimate / size)
            purpose = f"to see the minimal important difference ({difference / sd:.2f} SD)"
        kind: Kind = "paired" if facts.paired else "two-arm"
        needed = optimal_information_size(kind=kind, difference=difference, sd=sd)
        enough = needed if facts.paired else min(needed, ENOUGH)
        if not self._informed(needed, purpose):
            return self._end("people-unknown")
        n = facts.n or 0
        if n >= enough:
            if n < needed:
                self._tell(f"{ENOUGH} in two arms are enough")
            return self._end("enough-information")
        if n < FAR_BELOW * needed:
            self._tell(f"that is below {FAR_BELOW:.0%} of it: two levels considered")
            return self._end("far-too-little-information")
        return self._end("too-little-information")

    def _events(self) -> Proposal:
        facts = self.facts
        change = self._relative_change()
        if change is not None:
            self._meet("relative change", change, PROPORTION)
        if change is not None and change <= LARGE_RRR:
            self._tell(f"the effect is modest (relative change {change:.0%})")
            return self._end("modest-ratio")
        if change is not None:
            word = "" if change > CERTAINLY_LARGE_RRR else "possibly "
            self._tell(f"the effect is {word}implausibly large (relative change {change:.0%})")
        if facts.measure in WIDE:
            width = math.exp((facts.upper or 0.0) - (facts.lower or 0.0))
            self._meet("upper over lower limit", width)
            if width >= WIDE[facts.measure]:
                self._tell(f"the upper limit is {width:.1f} times the lower: two levels considered")
                hazard = facts.measure == "HR"
                return self._end("limits-far-apart-hazard" if hazard else "limits-far-apart")
        if facts.control_risk is None or not 0 < facts.control_risk < 1:
            self._tell("the risk without it is not known, so the information cannot be checked")
            return self._end("baseline-risk-unknown")
        rises = (facts.estimate or 0.0) > 0
        self._meet("baseline risk", facts.control_risk, PROPORTION)
        needed = optimal_information_size_binary(facts.control_risk, rises=rises)
        purpose = f"to see a relative {'increase' if rises else 'reduction'} of {MODEST_RRR:.0%}"
        if not self._informed(needed, purpose):
            return self._end("people-unknown")
        enough = (facts.n or 0) >= needed
        return self._end(f"{'enough' if enough else 'too-little'}-events-information")

    def _relative_change(self) -> float | None:
        """By how much a risk changes, the greater of the two groups as the whole."""
        facts = self.facts
        if facts.measure in WIDE:
            return 1 - math.exp(-abs(facts.estimate or 0.0))
        if not facts.control_risk or facts.estimate is None:
            return None
        treated = facts.control_risk + facts.estimate
        return abs(facts.estimate) / max(facts.control_risk, treated)

    def _informed(self, needed: int, purpose: str) -> bool:
        """Tell how many people there are and are needed; whether the first is known."""
        self._meet("people needed", needed)
        if self.facts.n is None:
            self._tell(f"{needed} people are needed {purpose}; how many there were is not known")
            return False
        self._meet("people", self.facts.n)
        self._tell(f"{self.facts.n:,} people; {needed:,} are needed {purpose}")
        return True

    def _without_interval(self) -> Proposal:
        facts = self.facts
        self._tell("no interval can be had from what is printed")
        self._meet("studies", facts.k)
        if facts.k < SIGN_TEST:
            self._tell(
                f"{facts.k} {'study' if facts.k == 1 else 'studies'}: "
                f"a sign test cannot reach .05 below {SIGN_TEST}"
            )
        if facts.n is None:
            self._tell("how many people there were is not known")
            return self._end("no-interval-people-unknown")
        self._meet("people", facts.n)
        if facts.n < VERY_FEW:
            self._tell(f"{facts.n:,} people, fewer than {VERY_FEW}")
            return self._end("no-interval-very-few")
        if facts.n <= FEW:
            self._tell(f"{facts.n:,} people, no more than {FEW}")
            return self._end("no-interval-few")
        self._tell(f"{facts.n:,} people, more than {FEW}")
        return self._end("no-interval-many")

    def _tell(self, step: str) -> None:
        self.path.append(step)

    def _meet(self, name: str, value: float, unit: str = "") -> None:
        self.numbers.append(Quantity(name=name, value=value, unit=unit))

    def _end(self, branch: str) -> Proposal:
        return proposed("imprecision", BRANCHES[branch], self.facts, self.path, self.numbers)
