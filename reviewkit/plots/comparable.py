"""The effects that count in a body, on one scale: what the plots of a pool are drawn from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import cast

import numpy as np

from reviewkit.certainty import BodyGrade
from reviewkit.effects import Interval
from reviewkit.errors import NotEstimable
from reviewkit.plots import labels
from reviewkit.plots.results import Scale, common_scale
from reviewkit.synthesis import Pooled, pool
from reviewkit.synthesis.pooled import Method, Test
from reviewkit.synthesis.projection import Array

LEAST_STUDIES = 2
"""One study alone cannot be compared with the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """The effects of k results with their sampling variances, shape (k,), logarithms for ratios.

    `names` are those of the studies, or of the results where a study has several; `method` and
    `test` are those of the body's main analysis.
    """

    names: tuple[str, ...]
    y: Array
    v: Array
    scale: Scale
    method: Method
    test: Test
    axis_label: str

    def pooled(self) -> Pooled:
        """Return the pool of all."""
        return pool(self.y, self.v, method=self.method, test=self.test)

    def drawn(self, value: float) -> float:
        """Return a value as it is drawn: a ratio instead of its logarithm."""
        return labels.drawn(value, self.scale.scale)

    def text(self, estimate: float, ci: Interval) -> str:
        """Return an estimate with its interval, as the text beside a mark has it."""
        return labels.estimate_text(
            estimate, ci, measure=self.scale.measure, scale=self.scale.scale
        )


def comparable(grade: BodyGrade) -> Comparable:
    """Return the effects of all results that count.

    They may be pooled in the body's analysis or not: that of a slope has them too.

    Raises
    ------
    NotEstimable
        If there are fewer than two, they are on several scales, or one has no interval.
    """
    counted, scale = grade.counted, common_scale(grade)
    found = [
        (result, effect.estimate, effect.variance)
        for result in counted
        if (effect := result.effect.effect) is not None and effect.variance
    ]
    if len(counted) < LEAST_STUDIES:
        raise NotEstimable(f"{grade.body.id} has fewer than two results that count")
    if scale is None or len(found) < len(counted):
        raise NotEstimable(
            f"{grade.body.id} has no effect with an interval for each of {len(counted)} results "
            "on one scale: leave out, with a reason, what has none"
        )
    studies = Counter(result.effect.study for result in counted)
    return Comparable(
        names=tuple(
            r.effect.study if studies[r.effect.study] == 1 else r.use.result for r in counted
        ),
        y=np.array([estimate for _, estimate, _ in found]),
        v=np.array([variance for _, _, variance in found]),
        scale=scale,
        method=cast(Method, grade.specification.get("estimator", "REML")),
        test=cast(Test, grade.specification.get("test", "hksj-floor")),
        axis_label=labels.axis_label(
            grade.body.question.outcome,
            scale.measure,
            scale.scale,
            scale.unit,
            reversed_=scale.reversed,
        ),
    )
