"""Bringing a body's results together: pooled, one alone, or counted by direction."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple, cast

import numpy as np

from reviewkit.effects import Interval
from reviewkit.effects.choices import Specification
from reviewkit.effects.result_effect import ResultEffect
from reviewkit.effects.values import LARGEST_LOG
from reviewkit.errors import NotEstimable
from reviewkit.synthesis import DirectionCount, Pooled, count_directions, fit_many, pool
from reviewkit.synthesis.pooled import Method, Test
from reviewkit.synthesis.regression import Regression

Kind = Literal["pooled", "single", "slope", "directions", "none"]
Effects = tuple[ResultEffect, ...]

#: Pools of one shape from which the batch kernel is quicker than one after the other.
MANY = 8
_LEVEL = 0.95


class Way(NamedTuple):
    """How effects are pooled: the estimator of τ², and how the interval is made."""

    method: Method
    test: Test


def way_of(specification: Specification) -> Way:
    """Return how a specification has effects pooled."""
    return Way(
        cast(Method, specification.get("estimator", "REML")),
        cast(Test, specification.get("test", "hksj-floor")),
    )


@dataclass(frozen=True, slots=True)
class Pooling:
    """What was pooled, and how; `pooled` is the whole of what came of it."""

    y: tuple[float, ...]
    v: tuple[float, ...]
    way: Way

    @property
    def pooled(self) -> Pooled:
        """The pooled effect with heterogeneity and prediction interval, made when asked for."""
        return _pool(self)


@lru_cache(maxsize=4096)
def _pool(pooling: Pooling) -> Pooled:
    return pool(pooling.y, pooling.v, method=pooling.way.method, test=pooling.way.test)


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
    p, i2
        Of a pooled effect: of the test of no effect, and the share of the variance that is not
        sampling error.
    pooling
        What was pooled; `pooled` is the whole of what came of it.
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
    p: float | None = None
    i2: float | None = None
    pooling: Pooling | None = None
    regression: Regression | None = None
    count: DirectionCount | None = None
    why_not: str = ""

    @property
    def pooled(self) -> Pooled | None:
        """The pooled effect with heterogeneity and prediction interval; None if not pooled."""
        return self.pooling.pooled if self.pooling is not None else None


def synthesise(effects: Sequence[ResultEffect], specification: Specification) -> Synthesis:
    """Bring one effect per study together.

    Pooled by random effects where every study has an effect on one measure and unit; otherwise,
    and where the pool asked for is not defined,
    vote counting by direction (SWiM, doi:10.1136/bmj.l6890), so that a study which prints no
    spread does not vanish from a pool of those that do: a convention of this project.
    """
    return Together().of(tuple(effects), way_of(specification))


class Together:
    """Brings sets of effects together, each in each way once; those prepared for all at once.

    A set is known by its very objects, so that what is asked for twice is told without comparing
    numbers.
    """

    def __init__(self) -> None:
        self._described: dict[tuple[int, ...], _Described] = {}
        self._found: dict[tuple[tuple[int, ...], Way], Synthesis] = {}

    def of(self, effects: Effects, way: Way) -> Synthesis:
        """Return what some effects say together, pooled in one way if they can be pooled."""
        key = tuple(map(id, effects))
        if (key, way) not in self._found:
            self._found[key, way] = self._describe(key, effects).one(way)
        return self._found[key, way]

    def prepare(self, asked: Iterable[tuple[Effects, Way]]) -> None:
        """Pool many sets of effects at once: those of one number of studies and one way."""
        wanted = {}
        for effects, way in asked:
            key = tuple(map(id, effects))
            if (key, way) not in self._found:
                described = self._describe(key, effects)
                if described.v:
                    wanted[key, way] = described
                else:
                    self._found[key, way] = described.counted

        def shape(one: tuple[tuple[int, ...], Way]) -> tuple[int, Way]:
            return len(one[0]), one[1]

        for (_, way), group in groupby(sorted(wanted, key=shape), key=shape):
            keys = list(group)
            if len(keys) >= MANY:
                found = _many([wanted[key] for key in keys], way)
                self._found |= dict(zip(keys, found, strict=True))

    def _describe(self, key: tuple[int, ...], effects: Effects) -> _Described:
        if key not in self._described:
            self._described[key] = _described(effects)
        return self._described[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Described:
    """A set of effects before it is pooled.

    `counted` stands where there is nothing to pool or the pool is not defined, `measured` gives
    what the pool is of, and `y` and `v` are what goes in: empty where nothing is pooled.
    """

    effects: Effects
    counted: Synthesis
    measured: Synthesis
    sizes: tuple[float, ...] = ()
    y: tuple[float, ...] = ()
    v: tuple[float, ...] = ()

    def one(self, way: Way) -> Synthesis:
        if not self.v:
            return self.counted
        pooling = Pooling(self.y, self.v, way)
        try:
            pooled = pooling.pooled
        except NotEstimable as reason:
            return replace(self.counted, why_not=str(reason))
        return self.pooled(
            pooling, pooled.estimate, pooled.se, pooled.ci, pooled.p, pooled.i2, pooled.weights
        )

    def pooled(  # noqa: PLR0917 what a pool gives
        self,
        pooling: Pooling,
        estimate: float,
        se: float,
        ci: Interval,
        p: float,
        i2: float | None,
        weights: tuple[float, ...],
    ) -> Synthesis:
        measured = self.measured
        if measured.scale == "log" and max(-ci.lower, ci.upper) > LARGEST_LOG:
            why_not = "the interval of the ratio has no end that can be computed"
            return replace(self.counted, why_not=why_not)
        sizes = self.sizes
        return Synthesis(
            kind="pooled",
            k=measured.k,
            n=measured.n,
            measure=measured.measure,
            unit=measured.unit,
            scale=measured.scale,
            reversed=measured.reversed,
            estimate=estimate,
            se=se,
            ci=ci,
            standardised=_weighted(sizes, weights) if len(sizes) == measured.k else None,
            increases=measured.increases,
            decreases=measured.decreases,
            neither=measured.neither,
            weights=weights,
            p=p,
            i2=i2,
            pooling=pooling,
        )


def _described(effects: Effects) -> _Described:
    directions = [effect.direction for effect in effects]
    up, down = directions.count("increases"), directions.count("decreases")
    numbers = [effect.n for effect in effects]
    known = [n for n in numbers if n is not None]
    n = sum(known) if len(known) == len(effects) and known else None
    if not effects:
        nothing = Synthesis(kind="none", k=0, n=None)
        return _Described(effects=effects, counted=nothing, measured=nothing)
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
        return _Described(effects=effects, counted=counted, measured=counted)
    sizes = tuple(e.standardised.estimate for e in effects if e.standardised is not None)
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
        return _Described(effects=effects, counted=measured, measured=measured)
    variances = tuple(effect.variance or 0.0 for effect in estimable)
    if not all(variances):
        why_not = "a sampling variance is too small to be told from 0"
        return _Described(
            effects=effects, counted=replace(counted, why_not=why_not), measured=counted
        )
    return _Described(
        effects=effects,
        counted=counted,
        measured=measured,
        sizes=sizes,
        y=tuple(effect.estimate for effect in estimable),
        v=variances,
    )


def _many(sets: Sequence[_Described], way: Way) -> list[Synthesis]:
    """Pool sets of as many effects each in one way: the batch kernel, then what it says of each."""
    v = np.array([one.v for one in sets])
    try:
        fits = fit_many([one.y for one in sets], v, method=way.method, test=way.test, level=_LEVEL)
    except NotEstimable:
        return [one.one(way) for one in sets]
    raw = 1 / (v + fits.tau2[:, None])
    weights = raw / raw.sum(1, keepdims=True)
    interval = "normal" if way.test == "z" else "t"
    columns = (fits.estimate, fits.se, fits.lower, fits.upper, fits.p, fits.i2, weights)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    found = []
    for one, (estimate, se, lower, upper, p, i2, shares) in zip(sets, rows, strict=True):
        if math.isnan(se):
            found.append(one.one(way))
            continue
        ci = Interval(lower=lower, upper=upper, level=_LEVEL, method=interval)
        pooling = Pooling(one.y, one.v, way)
        found.append(one.pooled(pooling, estimate, se, ci, p, i2, tuple(shares)))
    return found


def _by_size(numbers: Sequence[int | None]) -> tuple[float, ...]:
    """Weights by people; equal where any number is unknown."""
    if any(n is None for n in numbers) or not sum(n or 0 for n in numbers):
        return tuple(1 / len(numbers) for _ in numbers)
    total = sum(n or 0 for n in numbers)
    return tuple((n or 0) / total for n in numbers)


def _weighted(values: Sequence[float], weights: Sequence[float]) -> float:
    return sum(value * weight for value, weight in zip(values, weights, strict=True))
