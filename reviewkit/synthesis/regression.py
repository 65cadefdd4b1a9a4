"""Meta-regression: effects of studies on their characteristics, with what is left of τ²."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

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
from reviewkit.synthesis.pooled import METHOD_NAMES, TEST_NAMES
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.studies import Weights, checked
from reviewkit.synthesis.tails import around, two_sided_p
from reviewkit.synthesis.tau2 import Method, estimate_tau2, residual_q

REDUNDANT = 1e-10
"""A column is redundant if so little of its length is left beside the columns before it."""


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
class Omnibus:
    """The test that several coefficients or contrasts are all zero.

    Parameters
    ----------
    statistic
        ``Qₘ``, chi-square on `df`; with `df_residual` ``F = Qₘ/df``.
    df, df_residual
        Number of contrasts, and the residual degrees of freedom of F; None for chi-square.
    p
        Its p.
    """

    statistic: float
    df: int
    df_residual: int | None
    p: float

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "statistic": self.statistic,
            "df": self.df,
            "df_residual": self.df_residual,
            "p": self.p,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Regression:
    """A meta-regression, on the scale of the effects that went in.

    Parameters
    ----------
    coefficients
        In the order of the columns of the design.
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

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "coefficients": [each.to_dict() for each in self.coefficients],
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
    for a common effect the adjusted R² of the weighted regression. As metafor's ``rma.uni``, which
    drops redundant columns where this raises, and may stop at a lower maximum of the likelihood.

    Examples
    --------
    >>> result = meta_regression(
    ...     [0.1, 0.4, 0.5, 0.9], [0.01] * 4, [[1, 0], [1, 1], [1, 2], [1, 3]],
    ...     names=["intercept", "dose"], test="z",
    ... )
    >>> round(result["dose"].estimate, 3), result.moderators.df
    (0.25, 1)
    """
    columns = np.asarray(x, dtype=np.float64)
    batch = checked(y, v, weights=weights)
    labels = _labels(columns, names, len(batch.y))
    if method not in METHOD_NAMES or test not in TEST_NAMES:
        raise ValueError(f"no such way to regress: {method} with {test}")
    basis, turn = orthonormal(columns, labels)
    model = Batch(batch.y, batch.v, x=basis, fixed=batch.fixed)
    found = fit(model, method, test, tau2=tau2)
    df = int(found.df[0])
    b = turn @ found.coefficients[0]
    covariance = turn @ found.covariance[0] @ turn.T
    q = cochran_q_of(float(found.q[0]), df)
    left = (
        common_effect_heterogeneity(q)
        if method == "CE"
        else heterogeneity_of(model, float(found.tau2[0]), int(found.maxima[0]), level=level)
    )
    df_test = None if test == "z" else df
    about = _tested(columns, labels, tested)
    return Regression(
        coefficients=tuple(
            coefficient(name, float(b[i]), math.sqrt(covariance[i, i]), df=df_test, level=level)
            for i, name in enumerate(labels)
        ),
        covariance=tuple(map(tuple, covariance.tolist())),
        moderators=omnibus(b[about], covariance[np.ix_(about, about)], df=df_test),
        tested=tuple(labels[i] for i in about),
        df=df_test,
        k=len(batch.y),
        heterogeneity=left,
        residual_q=q,
        r2=_r2(batch, columns, method, left.tau2, q),
        hk_factor=float(found.factor[0]),
        fitted=tuple((columns @ b).tolist()),
        method=method,
        test=test,
        level=level,
        notes=left.notes,
    )


def coefficient(
    name: str, estimate: float, se: float, *, df: int | None, level: float
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


def omnibus(b: Array, covariance: Array, *, df: int | None) -> Omnibus:
    """Return the Wald test that all of b are zero: chi-square, or F on `df`."""
    from scipy.special import chdtrc, fdtrc

    m = len(b)
    q = float(b @ np.linalg.solve(covariance, b))
    if df is None:
        return Omnibus(statistic=q, df=m, df_residual=None, p=float(chdtrc(m, q)))
    return Omnibus(statistic=q / m, df=m, df_residual=df, p=float(fdtrc(m, df, q / m)))


def orthonormal(x: Array, names: Sequence[str]) -> tuple[Array, Array]:
    """Return ``X = QR`` as Q and R⁻¹: regression on Q is well-conditioned, and ``b = R⁻¹b_Q``."""
    k, p = x.shape
    if k <= p:
        raise NotEstimable(f"{k} studies cannot carry {p} coefficients and what is left of τ²")
    basis, triangle = np.linalg.qr(x)
    lengths = np.linalg.norm(x, axis=0)
    left = np.abs(np.diag(triangle))
    redundant = [
        name for name, a, b in zip(names, left, lengths, strict=True) if a <= REDUNDANT * b
    ]
    if redundant:
        raise NotEstimable(
            f"redundant beside the columns before: {', '.join(redundant)}; leave out what other "
            "columns already say"
        )
    return basis, np.linalg.inv(triangle)


def has_intercept(x: Array) -> bool:
    """Return whether one of the columns is a column of ones."""
    return bool((x == 1).all(0).any())


def _labels(x: Array, names: Sequence[str] | None, k: int) -> tuple[str, ...]:
    if x.ndim != 2 or x.shape[0] != k:  # noqa: PLR2004
        raise ValueError(f"x has a row for each of {k} studies, not the shape {x.shape}")
    if not np.isfinite(x).all():
        raise ValueError("x must be finite: leave out studies whose moderators are not known")
    labels = tuple(names) if names is not None else tuple(f"x{i + 1}" for i in range(x.shape[1]))
    if len(labels) != x.shape[1] or len(set(labels)) != len(labels):
        raise ValueError(f"{x.shape[1]} columns need as many names, each once, not {labels}")
    return labels


def _tested(x: Array, labels: tuple[str, ...], tested: Sequence[str] | None) -> list[int]:
    if tested is not None:
        unknown = set(tested) - set(labels)
        if unknown or not tested:
            raise ValueError(f"to test: names among {labels}, not {tuple(tested)}")
        return [labels.index(name) for name in tested]
    others = [i for i in range(len(labels)) if not (x[:, i] == 1).all()]
    return others or list(range(len(labels)))


def _r2(batch: Batch, x: Array, method: Method, tau2: float, q: CochranQ) -> float | None:
    if not has_intercept(x) or x.shape[1] == 1:
        return None
    if method == "CE":
        total = float(residual_q(batch, 0.0)[0]) / (len(batch.y) - 1)
        return max(0.0, 1 - q.q / q.df / total) if total > 0 else None
    whole = float(estimate_tau2(batch, method).tau2[0])
    return max(0.0, 1 - tau2 / whole) if whole > 0 else None
