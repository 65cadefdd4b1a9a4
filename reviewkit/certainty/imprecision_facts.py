"""What the rule on imprecision sees: an interval with its threshold, and what follows from them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from reviewkit.certainty.imprecision_branches import APPRECIABLE, WIDE
from reviewkit.certainty.information_size import (
    MODEST_SMD,
    Kind,
    optimal_information_size,
    optimal_information_size_binary,
)
from reviewkit.certainty.seen import LATER, TOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class Absolute:
    """The interval as events per 1,000 people, with the difference that is important there."""

    lower: float
    upper: float
    mid: float


class Held(NamedTuple):
    """An interval as it is held against a threshold, with the important difference beside it."""

    lower: float
    upper: float
    threshold: float
    mid: float | None

    @property
    def crosses(self) -> bool:
        """Whether the interval includes the threshold or its opposite."""
        lower, upper, threshold, _ = self
        return lower <= threshold <= upper or lower <= -threshold <= upper

    @property
    def within(self) -> bool:
        """Whether the interval lies wholly between the threshold and its opposite."""
        lower, upper, threshold, _ = self
        return -abs(threshold) < lower and upper < abs(threshold)

    @property
    def important_both_ways(self) -> bool:
        """Whether it includes both important benefit and important harm."""
        lower, upper, _, mid = self
        return mid is not None and lower <= -mid and upper >= mid


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprecisionFacts:
    """The interval with its threshold, or, without one, how many people and studies there are.

    `lower` and `upper` are on the scale of `threshold` (logarithms for ratios), which stands for
    itself and its opposite: 0 where the null is targeted, else the minimal important difference.
    `mid` is that difference, None where none is known; `standardised` is the effect in standard
    deviations; `control_risk` that of the comparison group. `absolute` stands where the minimal
    important difference is one of absolute risk, and then carries the threshold; `events` is how
    many there were in all groups. `unit` is that of the effect, and `note` says why the threshold
    or the interval is not the one asked for.
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
    unit: str = field(default="", metadata=TOLD)
    note: str = field(default="", metadata=TOLD)

    @property
    def held(self) -> Held | None:
        """The interval that is held against the threshold; None where there is no usable one."""
        if self.lower is None or self.upper is None:
            return None
        if self.absolute is None:
            return Held(self.lower, self.upper, self.threshold, self.mid)
        absolute = self.absolute
        return Held(absolute.lower, absolute.upper, self.threshold, absolute.mid)

    @property
    def appreciable_both_ways(self) -> bool:
        """Whether a ratio may lie both below and above what is appreciable."""
        if self.measure not in WIDE or self.lower is None or self.upper is None:
            return False
        return math.exp(self.lower) < APPRECIABLE[0] and math.exp(self.upper) > APPRECIABLE[1]

    @property
    def width(self) -> float:
        """How many times the lower limit of a ratio its upper one is."""
        return math.exp((self.upper or 0.0) - (self.lower or 0.0))

    @property
    def relative_change(self) -> float | None:
        """By how much a risk changes, the greater of the two groups as the whole."""
        if self.measure in WIDE:
            return 1 - math.exp(-abs(self.estimate or 0.0))
        if not self.control_risk or self.estimate is None:
            return None
        treated = self.control_risk + self.estimate
        return abs(self.estimate) / max(self.control_risk, treated)

    @property
    def rises(self) -> bool:
        """Whether the event becomes more frequent."""
        return (self.estimate or 0.0) > 0

    @property
    def baseline_risk(self) -> float | None:
        """The risk in the comparison group, where it is one from which to tell how many to need."""
        risk = self.control_risk
        return risk if risk is not None and 0 < risk < 1 else None

    @property
    def to_see(self) -> tuple[float, float]:
        """The difference of means that should be seen, and a standard deviation in its unit.

        The minimal important difference, where that and the standard deviation are known.
        """
        if self.mid and self.standardised and self.estimate:
            return self.mid, abs(self.estimate / self.standardised)
        return MODEST_SMD, 1.0


def needed_for_means(facts: ImprecisionFacts) -> int:
    """Return the optimal information size for a difference of means."""
    kind: Kind = "paired" if facts.paired else "two-arm"
    difference, sd = facts.to_see
    return optimal_information_size(kind=kind, difference=difference, sd=sd)


def needed_for_events(facts: ImprecisionFacts, risk: float) -> int:
    """Return the optimal information size for a change of the risk in the comparison group."""
    return optimal_information_size_binary(risk, rises=facts.rises)
