"""Meta-regression: effects of studies on their characteristics, with what is left of τ²."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from reviewkit import display
from reviewkit.effects.values import Interval
from reviewkit.errors import NotEstimable
from reviewkit.synthesis.batch import Batch
from reviewkit.synthesis.fit import Test, fit
from reviewkit.synthesis.heterogeneity import (
    CochranQ,
    Heterogeneity,
    cochran_q_of,
    common_effect_heterogeneity,
    heterogeneity_of,
)
from reviewkit.synthesis.model import modelled
from reviewkit.synthesis.omnibus import Omnibus, root_of, wald
from reviewkit.synthesis.pooled import METHOD_NAMES, TEST_NAMES
from reviewkit.synthesis.studies import Weights
from reviewkit.synthesis.tails import around, two_sided_p
from reviewkit.synthesis.tau2 import Method, estimate_tau2

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient:
    """One coefficient of a meta-regression, or a contrast of several, with its test of zero."""

    name: str
    estimate: float
    se: float
    ci: Interval
    statistic: float
    p: float

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "name": self.name,
            "estimate": self.estimate,
            "se": self.se,
            "ci": self.ci.to_dict(),
            "statistic": self.statistic,
            "p": self.p,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Regression:
    """A meta-regression, on the scale of the effects that went in.

    Parameters
    ----------
    coefficients
        In the order of the columns of the design.
    intercept
        Name of the column of ones, if there is one.
    covariance
        Their covariance matrix, rows of numbers.
    moderators, tested
        The omnibus test of the moderators, and the names that it is about: all coefficients but
        the intercept, unless others were asked for.
    df
        Degrees of freedom of t and F, k - p; None for the normal and chi-square.
    k
        Number of studies.
    heterogeneity
        Residual τ² with its interval, and I² and H² under it.
    residual_q
        The test that no heterogeneity is left: Qₑ, on k - p degrees of freedom.
    r2
        Share of τ² that the moderators account for (a proportion); None without an intercept or
        where there is no τ² to account for. Poor with few studies.
    hk_factor
        Factor on the covariance (Hartung-Knapp), after the floor; 1 for ``z`` and ``t``.
    fitted
        ``Xb`` of each study.
    method, test, level
        As used.
    notes
        What a reader must know to take the numbers rightly, one sentence each.
    """

    coefficients: tuple[Coefficient, ...]
    intercept: str | None
    covariance: tuple[tuple[float, ...], ...]
    moderators: Omnibus
    tested: tuple[str, ...]
    df: int | None
    k: int
    heterogeneity: Heterogeneity
    residual_q: CochranQ
    r2: float | None
    hk_factor: float
    fitted: tuple[float, ...]
    method: Method
    test: Test
    level: float
    notes: tuple[str, ...] = ()

    @property
    def tau2(self) -> float:
        """Variance of the true effects that the moderators leave."""
        return self.heterogeneity.tau2

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the coefficients."""
        return tuple(each.name for each in self.coefficients)

    def __getitem__(self, name: str) -> Coefficient:
        """Return the coefficient of that name."""
        for each in self.coefficients:
            if each.name == name:
                return each
        raise KeyError(f'no coefficient is called "{name}"; there are {", ".join(self.names)}')

    def summary(self) -> str:
        """Return the result in plain sentences, method included.

        Examples
        --------
        >>> y, x = [0.1, 0.4, 0.5, 0.9], [[1, 0], [1, 1], [1, 2], [1, 3]]
        >>> model = meta_regression(y, [0.01] * 4, x, names=["intercept", "dose"], test="z")
        >>> print(model.summary())  # doctest: +NORMALIZE_WHITESPACE
        4 studies (random effects, REML; Wald interval). intercept: 0.10 (95% CI −0.06 to 0.26),
        p = .23. dose: 0.250 (95% CI 0.162 to 0.338), p < .001. τ² = 0 beside the moderators.
        """
        studies = display.plural(self.k, "study", "studies")
        parts = [f"{studies} ({METHOD_NAMES[self.method]}; {TEST_NAMES[self.test]})."]
        for each in self.coefficients:
            effect = display.estimate_with_ci(
                each.estimate, each.ci.lower, each.ci.upper, level=self.level
            )
            parts.append(f"{each.name}: {effect}, {display.p_value(each.p)}.")
        if self.method != "CE":
            parts.append(f"τ² = {display.number(self.tau2)} beside the moderators.")
        return " ".join([*parts, *self.notes])

    def to_frame(self) -> pd.DataFrame:
        """Return one row a coefficient, the interval as two columns."""
        import pandas as pd

        rows = []
        for each in self.coefficients:
            row = each.to_dict()
            ci = row.pop("ci")
            rows.append(row | {"ci_lower": ci["lower"], "ci_upper": ci["upper"]})
        return pd.DataFrame(rows)

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "coefficients": [each.to_dict() for each in self.coefficients],
            "intercept": self.intercept,
            "covariance": [list(row) for row in self.covariance],
            "moderators": self.moderators.to_dict(),
            "tested": list(self.tested),
            "df": self.df,
            "k": self.k,
            "tau2": self.tau2,
            "tau2_ci": self.heterogeneity.tau2_ci and self.heterogeneity.tau2_ci.to_dict(),
            "i2": self.heterogeneity.i2,
            "i2_ci": self.heterogeneity.i2_ci and self.heterogeneity.i2_ci.to_dict(),
            "h2": self.heterogeneity.h2,
            "q": self.residual_q.q,
            "q_df": self.residual_q.df,
            "q_p": self.residual_q.p,
            "r2": self.r2,
            "hk_factor": self.hk_factor,
            "fitted": list(self.fitted),
            "method": self.method,
            "test": self.test,
            "level": self.level,
            "notes": list(self.notes),
        }


def meta_regression(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    x: npt.ArrayLike,
    *,
    names: Sequence[str] | None = None,
    method: Method = "REML",
    test: Test = "hksj-floor",
    level: float = 0.95,
    tested: Sequence[str] | None = None,
    tau2: float | None = None,
    weights: Weights = None,
) -> Regression:
    """Return the regression of study effects on the columns of a design.

    ``b = (X'WX)⁻¹X'Wy`` with ``w = 1/(v + τ²)``, covariance ``f·(X'WX)⁻¹``; f and the quantile of
    the intervals as in `reviewkit.synthesis.pool.pool`, with k - p degrees of freedom. The omnibus
    test of m coefficients is ``Qₘ = b'C⁻¹b``, chi-square, or ``Qₘ/m`` as F on m and k - p.

    An association across studies is not one within them: patients in studies at high latitude
    differ in more than latitude. Ten studies a moderator is the usual least (Cochrane Handbook,
    section 10.11.5.1).

    Parameters
    ----------
    y, v
        Effects and sampling variances, shape (k,).
    x
        The whole design, shape (k, p), the column of ones included where there is an intercept
        (`reviewkit.synthesis.moderators.design` makes one).
    names
        Names of its columns; None for ``x1``, ``x2`` ...
    method, test, level, tau2, weights
        As in `reviewkit.synthesis.pool.pool`.
    tested
        Names of the coefficients of the omnibus test; None for all but the intercept.

    Raises
    ------
    ValueError
        For arrays that do not fit together, numbers that no study can have, unknown names.
    NotEstimable
        If there are not more studies than columns, or a column is redundant.

    Notes
    -----
    Knapp & Hartung 2003, doi:10.1002/sim.1482; Thompson & Higgins 2002, doi:10.1002/sim.1187; R²:
    Raudenbush 2009, ``(τ₀² - τ²)/τ₀²`` cut at 0, τ₀² by the same method without moderators, and
    for a common effect the adjusted R² of the regression by its weights. As metafor's ``rma.uni``,
    which drops redundant columns where this raises, may stop at a lower maximum of the likelihood,
    and (3.8) takes Qₑ and τ² of effects about their mean also where the columns cannot make a
    constant, as without an intercept.

    Examples
    --------
    >>> result = meta_regression(
    ...     [0.1, 0.4, 0.5, 0.9], [0.01] * 4, [[1, 0], [1, 1], [1, 2], [1, 3]],
    ...     names=["intercept", "dose"], test="z",
    ... )
    >>> round(result["dose"].estimate, 3), result.moderators.df
    (0.25, 1)
    """
    columns = np.atleast_2d(np.asarray(x, dtype=np.float64))
    labels = _labels(columns.shape[1], names)
    model = modelled(y, v, columns, names=labels, weights=weights)
    if method not in METHOD_NAMES or test not in TEST_NAMES:
        raise ValueError(f"no such way to regress: {method} with {test}")
    batch, turn = model.batch, model.turn
    found = fit(batch, method, test, tau2=tau2)
    df = int(found.df[0])
    b = turn @ found.coefficients[0]
    covariance = turn @ found.covariance[0] @ turn.T
    q = cochran_q_of(float(found.q[0]), df)
    left = (
        common_effect_heterogeneity(q)
        if method == "CE"
        else heterogeneity_of(
            batch,
            float(found.tau2[0]),
            int(found.maxima[0]),
            float(found.df[0] / found.shared[0]),
            level=level,
        )
    )
    df_test = None if test == "z" else df
    ones = np.flatnonzero((columns == 1).all(0)).tolist()
    about = _tested(labels, ones, tested)
    return Regression(
        coefficients=tuple(
            coefficient(name, float(b[i]), math.sqrt(covariance[i, i]), df=df_test, level=level)
            for i, name in enumerate(labels)
        ),
        intercept=labels[ones[0]] if ones else None,
        covariance=tuple(map(tuple, covariance.tolist())),
        moderators=wald(b[about], (turn @ root_of(found.covariance[0]))[about], df=df_test),
        tested=tuple(labels[i] for i in about),
        df=df_test,
        k=len(batch.y),
        heterogeneity=left,
        residual_q=q,
        r2=_r2(batch, method, left.tau2) if ones and len(labels) > 1 else None,
        hk_factor=float(found.factor[0]),
        fitted=tuple((columns @ b).tolist()),
        method=method,
        test=test,
        level=level,
        notes=left.notes,
    )


def coefficient(
    name: str, estimate: float, se: float, *, df: float | None, level: float
) -> Coefficient:
    """Return an estimate with its interval and test: t on `df`, or normal for None."""
    if se == 0:
        raise NotEstimable(f'"{name}" has a standard error of 0: the effects leave no residual')
    return Coefficient(
        name=name,
        estimate=estimate,
        se=se,
        ci=around(estimate, se, df=df, level=level),
        statistic=estimate / se,
        p=two_sided_p(estimate / se, df=df),
    )


def _labels(p: int, names: Sequence[str] | None) -> tuple[str, ...]:
    labels = tuple(names) if names is not None else tuple(f"x{i + 1}" for i in range(p))
    if len(labels) != p or len(set(labels)) != p:
        raise ValueError(f"{p} columns need as many names, each once, not {labels}")
    return labels


def _tested(labels: tuple[str, ...], ones: list[int], tested: Sequence[str] | None) -> list[int]:
    if tested is not None:
        unknown = set(tested) - set(labels)
        if unknown or not tested:
            raise ValueError(f"to test: names among {labels}, not {tuple(tested)}")
        return [labels.index(name) for name in tested]
    others = [i for i in range(len(labels)) if i not in ones]
    return others or list(range(len(labels)))


def _r2(batch: Batch, method: Method, tau2: float) -> float | None:
    mean = replace(batch, x=None)
    if method == "CE":
        rest, total = _squares(batch), _squares(mean)
        k = len(batch.y)
        return max(0.0, 1 - rest / (k - batch.p) / (total / (k - 1))) if total > 0 else None
    whole = float(estimate_tau2(mean, method).tau2[0])
    return max(0.0, 1 - tau2 / whole) if whole > 0 else None


def _squares(batch: Batch) -> float:
    """Return the residual sum of squares under the weights that the coefficients have."""
    weights = batch.weights(0.0) if batch.fixed is None else batch.fixed
    return float(batch.project(weights).quadratic(batch.y)[0])
