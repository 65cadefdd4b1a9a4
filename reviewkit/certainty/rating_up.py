"""Rating up: what raises certainty where nobody was randomised and nothing lowers it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from reviewkit.certainty.proposal import (
    CERTAINTY,
    CORE_GRADE_4,
    GRADE_9,
    GRADE_18,
    PROJECT,
    Branch,
    Mark,
    Quantity,
    branches,
)

#: Risk ratios beyond which, or below whose inverse, certainty rises by one level and by two
#: (GRADE guidelines 9, doi:10.1016/j.jclinepi.2011.06.004, whose abstract has "at least" twofold
#: and fivefold).
LARGE, VERY_LARGE = 2.0, 5.0
#: Ratio measures that are risk ratios or close to them.
_RISKS = frozenset({"RR", "HR"})

BRANCHES = branches(
    "rating-up",
    {
        "randomised": (0, CORE_GRADE_4, "published", "it starts high"),
        "rated-down": (0, GRADE_18, "published", "something rates it down"),
        "no-risk-ratio": (
            0,
            GRADE_9,
            "published",
            "no risk ratio, nor an odds ratio with the baseline risk that makes it one",
        ),
        "not-large": (0, GRADE_9, "published", "a risk ratio from 0.5 to 2"),
        "large": (1, GRADE_9, "published", "a risk ratio above 2 or below 0.5"),
        "very-large": (2, GRADE_9, "published", "a risk ratio above 5 or below 0.2"),
        "large-from-odds": (
            1,
            PROJECT,
            "convention",
            "the same of a risk ratio made from an odds ratio and the baseline risk",
        ),
        "very-large-from-odds": (
            2,
            PROJECT,
            "convention",
            "the same of a risk ratio made from an odds ratio and the baseline risk",
        ),
        "gradient": (
            1,
            GRADE_9,
            "published",
            "a gradient of dose and response, a recorded judgement; added to a large effect",
        ),
    },
)


#: The branches that do not ask for the effect.
_UNASKED = {
    "randomised": "not for what starts high",
    "rated-down": "not where something rates down",
}
_HIGH = CERTAINTY.index("high")


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingUpFacts:
    """Where the body starts, the levels rated down in all, and a ratio on the log scale.

    `control_risk` is that of the comparison group, which turns an odds ratio into a risk ratio;
    `gradient`, whether the body records a gradient of dose and response.
    """

    start: int
    down: int
    measure: str
    estimate: float | None
    control_risk: float | None = None
    gradient: bool = False


@dataclass(frozen=True, slots=True)
class RatedUp:
    """The levels by which certainty rises: the branches taken, on what facts."""

    seen: RatingUpFacts
    taken: tuple[Branch, ...]

    @property
    def up(self) -> int:
        """Levels to rate up, 0 to 3."""
        return sum([branch.levels for branch in self.taken])

    @property
    def branches(self) -> tuple[str, ...]:
        """The branches taken, by their `id`."""
        return tuple(branch.id for branch in self.taken)

    @property
    def source(self) -> str:
        """Where the weakest of them comes from."""
        return self._weakest.source

    @property
    def mark(self) -> Mark:
        """How that source was read."""
        return self._weakest.mark

    @property
    def path(self) -> tuple[str, ...]:
        """The way to the branches taken, step by step, in words."""
        return tuple(_path(self.seen, self.taken))

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """What was compared on the way."""
        ratio = None if self.taken[0].name in _UNASKED else _risk_ratio(self.seen)
        return () if ratio is None else (Quantity(name="risk ratio", value=ratio),)

    @property
    def _weakest(self) -> Branch:
        return max(self.taken, key=lambda branch: get_args(Mark).index(branch.mark))


def rating_up(facts: RatingUpFacts) -> RatedUp:
    """Return by how much certainty rises.

    For what does not start high and nothing rates down: a risk ratio above 2 or below 0.5, one
    level; above 5 or below 0.2, two; a gradient of dose and response, one more. Plausible
    confounding that would have worked the other way is dropped by Core GRADE. An odds ratio is
    taken at the risk ratio ``OR/(1 - p₀ + p₀·OR)``, a convention; a hazard ratio as a risk ratio.

    Examples
    --------
    >>> found = rating_up(RatingUpFacts(start=1, down=0, measure="RR", estimate=math.log(2.5)))
    >>> found.up, found.branches
    (1, ('rating-up/large',))
    """
    return RatedUp(facts, tuple([BRANCHES[name] for name in _decide(facts)]))


def _decide(facts: RatingUpFacts) -> tuple[str, ...]:
    if facts.start >= _HIGH:
        return ("randomised",)
    if facts.down:
        return ("rated-down",)
    by_size = _by_size(facts)
    if not facts.gradient:
        return (by_size,)
    return (by_size, "gradient") if BRANCHES[by_size].levels else ("gradient",)


def _by_size(facts: RatingUpFacts) -> str:
    ratio = _risk_ratio(facts)
    if ratio is None:
        return "no-risk-ratio"
    distance = max(ratio, 1 / ratio)
    if distance <= LARGE:
        return "not-large"
    size = "very-large" if distance > VERY_LARGE else "large"
    return size if facts.measure in _RISKS else f"{size}-from-odds"


def _risk_ratio(facts: RatingUpFacts) -> float | None:
    if facts.estimate is None:
        return None
    ratio = math.exp(facts.estimate)
    if facts.measure in _RISKS:
        return ratio
    if facts.measure == "OR" and facts.control_risk is not None:
        return ratio / (1 - facts.control_risk + facts.control_risk * ratio)
    return None


def _path(facts: RatingUpFacts, taken: tuple[Branch, ...]) -> Iterator[str]:
    if taken[0].name in _UNASKED:
        yield _UNASKED[taken[0].name]
        return
    size, ratio = _by_size(facts), _risk_ratio(facts)
    if ratio is None:
        yield "no risk ratio"
    else:
        yield f"risk ratio {ratio:.2f}"
        if size.endswith("-from-odds"):
            yield "from the odds ratio and the risk without it"
        bounds = f"above {LARGE:g} or below {1 / LARGE:g}; {VERY_LARGE:g} and {1 / VERY_LARGE:g}"
        yield f"{size.partition('-from')[0].replace('-', ' ')} ({bounds} for two levels)"
    if facts.gradient:
        yield "a gradient of dose and response is recorded"
