"""The result of pooling counts: Mantel-Haenszel and Peto."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewkit import display
from reviewkit.effects.tails import normal_p, normal_quantile
from reviewkit.effects.values import Interval, Scale
from reviewkit.errors import NotEstimable
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.result import ChiSquare, Result

MEASURE_NAMES = {
    "OR": "odds ratio",
    "RR": "risk ratio",
    "RD": "risk difference",
    "IRR": "incidence rate ratio",
    "IRD": "incidence rate difference",
}


SILENT = "nobody had the event, everybody had it, or an arm is empty"
"""Why a study says nothing of a ratio."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PooledCounts(Result):
    """A common effect pooled from counts, on the log scale for ratios.

    Parameters
    ----------
    measure, scale
        OR, RR, RD, IRR or IRD; ``log`` for the ratios.
    estimate, se, ci, statistic, p
        Pooled effect on `scale`, its standard error, normal interval and z test.
    k
        Number of studies.
    k_informative
        Those that the pooled effect rests on: a study without any event adds nothing to a ratio.
    q, q_df, q_p
        Test that the studies share one effect: for Mantel-Haenszel Cochran's test of their own
        effects about the pooled one, for Peto its own. None if fewer than two have an effect.
    i2, h2
        ``max(0, (Q - df)/Q)``, a proportion, and ``Q/df``.
    weights
        In the order of the studies; they sum to 1.
    association
        Test that there is no effect at all: Cochran-Mantel-Haenszel for OR, Mantel-Haenszel for
        IRR.
    association_cochran
        The same in Cochran's unconditional form; OR only.
    homogeneity
        Tarone's test that the studies share one odds ratio; OR only.
    method
        ``Mantel-Haenszel`` or ``Peto``.
    notes
        What a reader must know to take the numbers rightly, one sentence each.
    """

    measure: str
    scale: Scale
    estimate: float
    se: float
    ci: Interval
    statistic: float
    p: float
    k: int
    k_informative: int
    q: float | None
    q_df: int | None
    q_p: float | None
    i2: float | None
    h2: float | None
    weights: tuple[float, ...]
    association: ChiSquare | None = None
    association_cochran: ChiSquare | None = None
    homogeneity: ChiSquare | None = None
    method: str
    notes: tuple[str, ...] = ()

    def summary(self) -> str:
        """Return the result in plain sentences, ratios as ratios.

        Examples
        --------
        >>> from reviewkit.synthesis import mantel_haenszel
        >>> pooled = mantel_haenszel(
        ...     events1=[4, 6], total1=[123, 306], events2=[11, 29], total2=[139, 303])
        >>> print(pooled.summary())
        2 studies: odds ratio 0.24 (95% CI 0.12 to 0.49), p < .001 (common effect, Mantel-Haenszel).
        """
        back = math.exp if self.scale == "log" else float
        effect = display.estimate_with_ci(
            back(self.estimate),
            back(self.ci.lower),
            back(self.ci.upper),
            level=self.ci.level,
            null=back(0.0),
        )
        studies = display.plural(self.k, "study", "studies")
        pooled = (
            f"{studies}: {MEASURE_NAMES[self.measure]} {effect}, {display.p_value(self.p)} "
            f"(common effect, {self.method})."
        )
        return " ".join([pooled, *self.notes])


def pooled_counts(
    *,
    measure: str,
    estimate: float,
    variance: float,
    weights: Array,
    informative: npt.NDArray[np.bool_],
    q: ChiSquare | None,
    method: str,
    level: float,
    association: ChiSquare | None = None,
    association_cochran: ChiSquare | None = None,
    homogeneity: ChiSquare | None = None,
) -> PooledCounts:
    """Return the pooled effect with its normal interval and test, and what Q implies."""
    if variance <= 0:
        raise NotEstimable("the sampling variance is 0, so there is neither interval nor test")
    se = math.sqrt(variance)
    margin = normal_quantile(level) * se
    silent = len(informative) - int(np.sum(informative))
    return PooledCounts(
        measure=measure,
        scale="log" if measure in {"OR", "RR", "IRR"} else "raw",
        estimate=estimate,
        se=se,
        ci=Interval(lower=estimate - margin, upper=estimate + margin, level=level, method="normal"),
        statistic=estimate / se,
        p=normal_p(estimate / se),
        k=len(weights),
        k_informative=len(weights) - silent,
        q=None if q is None else q.statistic,
        q_df=None if q is None else q.df,
        q_p=None if q is None else q.p,
        i2=None if q is None else _i2(q),
        h2=None if q is None else q.statistic / q.df,
        weights=tuple((weights / np.sum(weights)).tolist()),
        association=association,
        association_cochran=association_cochran,
        homogeneity=homogeneity,
        method=method,
        notes=(_silent(silent, measure),) if silent else (),
    )


def _i2(test: ChiSquare) -> float:
    excess = test.statistic - test.df
    return excess / test.statistic if excess > 0 else 0.0


def _silent(count: int, measure: str) -> str:
    studies = display.plural(count, "study has", "studies have")
    why = "an arm is empty" if measure in {"RD", "IRD"} else SILENT
    return f"{studies} no weight: {why}."
