"""Bringing a body's results together: pooled, one alone, or counted by direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from reviewkit.effects import Effect, Interval
from reviewkit.effects.choices import Specification
from reviewkit.effects.result_effect import ResultEffect
from reviewkit.effects.values import LARGEST_LOG
from reviewkit.errors import NotEstimable
from reviewkit.synthesis import DirectionCount, Pooled, count_directions, pool
from reviewkit.synthesis.pooled import Method, Test
from reviewkit.synthesis.regression import Regression

Kind = Literal["pooled", "single", "slope", "directions", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Synthesis:
    """What a body's results say together.

    Parameters
    ----------
    kind
        ``pooled`` (two or more comparable effects), ``single`` (one effect with an interval),
        ``slope`` (what a moderator does to the effects, `reviewkit.certainty.slope`),
        ``directions`` (no interval for every study: counted by direction, SWiM), or ``none``.
    measure, unit, estimate, se, ci
        Of a pooled or single effect; logarithms for ratios.
    reversed
        Whether the estimate is a ratio of the opposite, which rises as the outcome falls.
    increases, decreases, neither
        Studies by the direction of the outcome. ``neither`` holds those that print no
        difference, an unclear direction, or none.
    weights
        Share of each result in the whole, in the order of the results; they sum to 1.
    why_not
        Why comparable effects were not pooled but counted by direction, else empty.
    """

    kind: Kind
    k: int
    n: int | None
    measure: str = ""
    unit: str = ""
    scale: str = "raw"
    reversed: bool = False
    estimate: float | None = None
    se: float | None = None
    ci: Interval | None = None
    standardised: float | None = None
    increases: int = 0
    decreases: int = 0
    neither: int = 0
    weights: tuple[float, ...] = ()
    pooled: Pooled | None = None
    regression: Regression | None = None
    count: DirectionCount | None = None
    why_not: str = ""


def synthesise(effects: Sequence[ResultEffect], specification: Specification) -> Synthesis:
    """Bring one effect per study together.

    Pooled by random effects where every study has an effect on one measure and unit; otherwise,
    and where the pool asked for is not defined,
    vote counting by direction (SWiM, doi:10.1136/bmj.l6890), so that a study which prints no
    spread does not vanish from a pool of those that do: a convention of this project.
    """
    directions = [effect.direction for effect in effects]
    up, down = directions.count("increases"), directions.count("decreases")
    numbers = [effect.n for effect in effects]
    known = [n for n in numbers if n is not None]
    n = sum(known) if len(known) == len(effects) and known else None
    if not effects:
        return Synthesis(kind="none", k=0, n=None)
    scales = {
        (e.effect.measure, e.unit, e.reversed)
        for e in effects
        if e.effect is not None and e.effect.se is not None
    }
    estimable = [e.effect for e in effects if e.effect is not None and e.effect.se is not None]
    counted = Synthesis(
        kind="directions",
        k=len(effects),
        n=n,
        increases=up,
        decreases=down,
        neither=len(effects) - up - down,
        weights=_by_size(numbers),
    )
    if up + down:
        count = count_directions(positive=up, negative=down, unclear=counted.neither)
        counted = replace(counted, count=count)
    if len(estimable) < len(effects) or len(scales) != 1:
        return counted
    sizes = [e.standardised.estimate for e in effects if e.standardised is not None]
    measured = replace(
        counted,
        kind="single",
        count=None,
        measure=estimable[0].measure,
        unit=effects[0].unit,
        scale=estimable[0].scale,
        reversed=effects[0].reversed,
        estimate=estimable[0].estimate,
        se=estimable[0].se,
        ci=estimable[0].ci,
        standardised=sizes[0] if sizes else None,
        weights=(1.0,),
    )
    if len(effects) == 1:
        return measured
    try:
        pooled = _pooled(estimable, specification)
    except NotEstimable as reason:
        return replace(counted, why_not=str(reason))
    return replace(
        measured,
        kind="pooled",
        estimate=pooled.estimate,
        se=pooled.se,
        ci=pooled.ci,
        standardised=_weighted(sizes, pooled.weights) if len(sizes) == len(effects) else None,
        weights=pooled.weights,
        pooled=pooled,
    )


def _pooled(effects: Sequence[Effect], specification: Specification) -> Pooled:
    variances = [effect.variance or 0.0 for effect in effects]
    if not all(variances):
        raise NotEstimable("a sampling variance is too small to be told from 0")
    pooled = pool(
        [effect.estimate for effect in effects],
        variances,
        method=cast(Method, specification.get("estimator", "REML")),
        test=cast(Test, specification.get("test", "hksj-floor")),
    )
    if effects[0].scale == "log" and max(-pooled.ci.lower, pooled.ci.upper) > LARGEST_LOG:
        raise NotEstimable("the interval of the ratio has no end that can be computed")
    return pooled


def _by_size(numbers: Sequence[int | None]) -> tuple[float, ...]:
    """Weights by people; equal where any number is unknown."""
    if any(n is None for n in numbers) or not sum(n or 0 for n in numbers):
        return tuple(1 / len(numbers) for _ in numbers)
    total = sum(n or 0 for n in numbers)
    return tuple((n or 0) / total for n in numbers)


def _weighted(values: Sequence[float], weights: Sequence[float]) -> float:
    return sum(value * weight for value, weight in zip(values, weights, strict=True))
