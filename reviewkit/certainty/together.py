"""Bringing sets of effects together, each in each way once, and many of them at a time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import mul
from typing import Any

import numpy as np

from reviewkit.certainty.synthesis_of import Effects, Pooling, Synthesis, Way, way_of
from reviewkit.certainty.weights import Weights
from reviewkit.effects import Interval
from reviewkit.effects.choices import Specification
from reviewkit.effects.result_effect import ResultEffect
from reviewkit.effects.values import LARGEST_LOG
from reviewkit.errors import NotEstimable
from reviewkit.synthesis import count_directions, fit_many

#: Pools of one shape from which the batch kernel is quicker than one after the other.
MANY = 8
_LEVEL = 0.95


def synthesise(effects: Sequence[ResultEffect], specification: Specification) -> Synthesis:
    """Bring one effect per study together.

    Pooled by random effects where every study has an effect on one measure and unit; otherwise,
    and where the pool asked for is not defined,
    vote counting by direction (SWiM, doi:10.1136/bmj.l6890), so that a study which prints no
    spread does not vanish from a pool of those that do: a convention of this project.
    """
    return EffectSet(tuple(effects)).pooled_by(way_of(specification))


class Together:
    """The sets of effects that are met, each brought together in each way once.

    A set is known by its very objects, so that what is met twice is told without comparing
    numbers.
    """

    def __init__(self) -> None:
        self._sets: dict[tuple[int, ...], EffectSet] = {}

    def set_of(self, effects: Effects) -> EffectSet:
        """Return the one set of some effects."""
        key = tuple(map(id, effects))
        if key not in self._sets:
            self._sets[key] = EffectSet(effects)
        return self._sets[key]


def prepare(asked: Iterable[tuple[EffectSet, Way]]) -> None:
    """Pool many sets of effects at once: those of one number of studies and one way."""
    alike: dict[tuple[int, Way], dict[EffectSet, None]] = {}
    for effects, way in asked:
        if effects.v and way not in effects.found:
            alike.setdefault((len(effects.v), way), {})[effects] = None
    for (_, way), sets in alike.items():
        if len(sets) >= MANY:
            _pool_many(list(sets), way)


class EffectSet:
    """Some effects, one a study, and what they say together in each way of pooling.

    Attributes
    ----------
    y, v
        What is pooled, estimates and sampling variances; empty where nothing is.
    found
        What the effects say together, by each way that was asked for.
    """

    def __init__(self, effects: Effects) -> None:
        self.effects = effects
        self.found: dict[Way, Synthesis] = {}
        told = [e.effect for e in effects if e.effect is not None and e.effect.se is not None]
        self._told = told
        kinds = {(e.effect.measure, e.unit, e.reversed) for e in effects if e.effect is not None}
        self._comparable = len(told) == len(effects) and len(kinds) == 1
        variances = tuple([each.variance or 0.0 for each in told])
        pools = self._comparable and len(effects) > 1 and all(variances)
        self.y = tuple([each.estimate for each in told]) if pools else ()
        self.v = variances if pools else ()

    def pooled_by(self, way: Way) -> Synthesis:
        """Return what the effects say together, pooled in one way if they can be pooled."""
        known = self.found.get(way)
        if known is None:
            known = self.found[way] = self._pooled_by(way) if self.v else self._unpooled
        return known

    def _pooled_by(self, way: Way) -> Synthesis:
        pooling = Pooling(self.y, self.v, way)
        try:
            pooled = pooling.pooled
        except NotEstimable as reason:
            return self._counted(str(reason))
        return self.of_pool(
            pooling, pooled.estimate, pooled.se, pooled.ci, pooled.p, pooled.i2, pooled.weights
        )

    def of_pool(  # noqa: PLR0917 what a pool gives
        self,
        pooling: Pooling,
        estimate: float,
        se: float,
        ci: Interval,
        p: float,
        i2: float | None,
        weights: Weights,
    ) -> Synthesis:
        """Return what the effects say together, from what came of pooling them."""
        if self._measured["scale"] == "log" and max(-ci.lower, ci.upper) > LARGEST_LOG:
            return self._counted("the interval of the ratio has no end that can be computed")
        sizes = self._sizes
        return Synthesis(
            kind="pooled",
            **self._counts,
            **self._measured,
            estimate=estimate,
            se=se,
            ci=ci,
            standardised=sum(map(mul, sizes, weights)) if len(sizes) == len(weights) else None,
            weights=weights,
            p=p,
            i2=i2,
            pooling=pooling,
        )

    @cached_property
    def _unpooled(self) -> Synthesis:
        if not self.effects:
            return Synthesis(kind="none", k=0, n=None)
        if not self._comparable:
            return self._counted()
        if len(self.effects) > 1:
            return self._counted("a sampling variance is too small to be told from 0")
        (effect,), (size, *_) = self._told, (*self._sizes, None)
        return Synthesis(
            kind="single",
            **self._counts,
            **self._measured,
            estimate=effect.estimate,
            se=effect.se,
            ci=effect.ci,
            standardised=size,
            weights=(1.0,),
        )

    def _counted(self, why_not: str = "") -> Synthesis:
        """Count the directions; `why_not` says why comparable effects are not pooled."""
        counts = self._counts
        up, down, neither = counts["increases"], counts["decreases"], counts["neither"]
        return Synthesis(
            kind="directions",
            **counts,
            weights=_by_size([effect.n for effect in self.effects]),
            count=count_directions(positive=up, negative=down, unclear=neither)
            if up + down
            else None,
            why_not=why_not,
        )

    @cached_property
    def _counts(self) -> dict[str, Any]:
        """How many studies and people there are, and studies by the direction of the outcome."""
        directions = [effect.direction for effect in self.effects]
        numbers = [effect.n for effect in self.effects]
        known = [n for n in numbers if n is not None]
        up, down = directions.count("increases"), directions.count("decreases")
        return {
            "k": len(self.effects),
            "n": sum(known) if len(known) == len(numbers) else None,
            "increases": up,
            "decreases": down,
            "neither": len(directions) - up - down,
        }

    @cached_property
    def _measured(self) -> dict[str, Any]:
        """What comparable effects measure."""
        return {
            "measure": self._told[0].measure,
            "unit": self.effects[0].unit,
            "scale": self._told[0].scale,
            "reversed": self.effects[0].reversed,
        }

    @cached_property
    def _sizes(self) -> tuple[float, ...]:
        """The effects in standard deviations, those that have one."""
        return tuple(e.standardised.estimate for e in self.effects if e.standardised is not None)


def _pool_many(sets: Sequence[EffectSet], way: Way) -> None:
    """Pool sets of as many effects each in one way: the batch kernel, then what it says of each.

    What it can not tell is left to be pooled by itself.
    """
    v = np.array([one.v for one in sets])
    try:
        fits = fit_many([one.y for one in sets], v, method=way.method, test=way.test, level=_LEVEL)
    except NotEstimable:
        return
    raw = 1 / (v + fits.tau2[:, None])
    weights = raw / raw.sum(1, keepdims=True)
    interval = "normal" if way.test == "z" else "t"
    columns = (fits.estimate, fits.se, fits.lower, fits.upper, fits.p, fits.i2, weights)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    for one, (estimate, se, lower, upper, p, i2, shares) in zip(sets, rows, strict=True):
        if math.isnan(se):
            continue
        ci = Interval(lower=lower, upper=upper, level=_LEVEL, method=interval)
        pooling = Pooling(one.y, one.v, way)
        one.found[way] = one.of_pool(pooling, estimate, se, ci, p, i2, tuple(shares))


def _by_size(numbers: Sequence[int | None]) -> Weights:
    """Weights by people; equal where any number is unknown."""
    if any(n is None for n in numbers) or not sum(n or 0 for n in numbers):
        return tuple(1 / len(numbers) for _ in numbers)
    total = sum(n or 0 for n in numbers)
    return tuple((n or 0) / total for n in numbers)
