"""Rating up: what raises certainty where nobody was randomised and nothing lowers it."""

from __future__ import annotations

import math
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


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedUp:
    """The levels by which certainty rises, with the branches taken and the numbers met."""

    up: int
    branches: tuple[str, ...]
    path: tuple[str, ...]
    source: str
    mark: Mark
    numbers: tuple[Quantity, ...] = ()


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
    if facts.start >= CERTAINTY.index("high"):
        return _RANDOMISED
    if facts.down:
        return _RATED_DOWN
    branch, path, numbers = _by_size(facts)
    if not facts.gradient:
        return _rated([branch], path, numbers)
    taken = [branch, BRANCHES["gradient"]] if branch.levels else [BRANCHES["gradient"]]
    return _rated(taken, [*path, "a gradient of dose and response is recorded"], numbers)


def _by_size(facts: RatingUpFacts) -> tuple[Branch, list[str], list[Quantity]]:
    ratio = _risk_ratio(facts)
    if ratio is None:
        return BRANCHES["no-risk-ratio"], ["no risk ratio"], []
    numbers = [Quantity(name="risk ratio", value=ratio)]
    path = [f"risk ratio {ratio:.2f}"]
    distance = max(ratio, 1 / ratio)
    name = "very-large" if distance > VERY_LARGE else "large" if distance > LARGE else "not-large"
    if name != "not-large" and facts.measure not in _RISKS:
        name += "-from-odds"
        path.append("from the odds ratio and the risk without it")
    bounds = f"above {LARGE:g} or below {1 / LARGE:g}; {VERY_LARGE:g} and {1 / VERY_LARGE:g}"
    path.append(f"{name.partition('-from')[0].replace('-', ' ')} ({bounds} for two levels)")
    return BRANCHES[name], path, numbers


def _risk_ratio(facts: RatingUpFacts) -> float | None:
    if facts.estimate is None:
        return None
    ratio = math.exp(facts.estimate)
    if facts.measure in _RISKS:
        return ratio
    if facts.measure == "OR" and facts.control_risk is not None:
        return ratio / (1 - facts.control_risk + facts.control_risk * ratio)
    return None


def _rated(taken: list[Branch], path: list[str], numbers: list[Quantity] | None = None) -> RatedUp:
    weakest = max(taken, key=lambda branch: get_args(Mark).index(branch.mark))
    return RatedUp(
        up=sum(branch.levels for branch in taken),
        branches=tuple(branch.id for branch in taken),
        path=tuple(path),
        source=weakest.source,
        mark=weakest.mark,
        numbers=tuple(numbers or ()),
    )


_RANDOMISED = _rated([BRANCHES["randomised"]], ["not for what starts high"])
_RATED_DOWN = _rated([BRANCHES["rated-down"]], ["not where something rates down"])
