"""What a body's results say together: pooled, one alone, or counted by direction."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from reviewkit.effects import Interval
from reviewkit.effects.choices import Specification
from reviewkit.effects.result_effect import ResultEffect
from reviewkit.synthesis import DirectionCount, Pooled, pool
from reviewkit.synthesis.pooled import Method, Test
from reviewkit.synthesis.regression import Regression

Kind = Literal["pooled", "single", "slope", "directions", "none"]
Effects = tuple[ResultEffect, ...]


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
