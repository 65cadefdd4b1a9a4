"""Pool effects of several studies: common effect or random effects, Wald or Hartung-Knapp."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit.effects.tails import normal_p, normal_quantile, t_p, t_quantile
from reviewkit.effects.values import Interval
from reviewkit.errors import NotEstimable
from reviewkit.synthesis.heterogeneity import (
    cochran_q,
    common_effect_heterogeneity,
    heterogeneity,
)
from reviewkit.synthesis.pooled import METHOD_NAMES, TEST_NAMES, Method, Pooled, Test
from reviewkit.synthesis.tau2 import Array, residual_q, weighted_mean

Prediction = Literal["as-test", "k-2"]

ONE_STUDY = "One study: heterogeneity and prediction are not applicable."

LEAST_FOR_RILEY = 3
"""Studies needed for a t distribution with k - 2 degrees of freedom."""


def pool(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    *,
    method: Method = "REML",
    test: Test | None = None,
    prediction: Prediction = "as-test",
    level: float = 0.95,
) -> Pooled:
    """Return the inverse-variance weighted mean of study effects.

    ``μ = Σwy/Σw`` with ``w = 1/(v + τ²)``; ``SE² = f/Σw``. Interval ``μ ± c·SE``, prediction
    interval ``μ ± c·√(SE² + τ²)``.

    ========== ============================================== =================
    test       factor f                                       c
    ========== ============================================== =================
    z          1                                              normal
    hksj       ``Σw(y - μ)²/(k - 1)``                         t with k - 1 df
    hksj-floor the larger of that and 1                       t with k - 1 df
    ========== ============================================== =================

    Not for effects that share people (several outcomes or arms of one study): take one effect per
    study first. One study is returned as it is: nothing is estimated between studies.

    Parameters
    ----------
    y
        Effects, shape (k,), on one scale: logarithms for ratios.
    v
        Their sampling variances, shape (k,), all above 0.
    method
        How τ² is estimated: ``REML``, ``DL``, ``PM``; ``CE`` sets it to 0 (common effect).
    test
        See the table. None: ``hksj-floor`` for random effects, ``z`` for a common effect.
    prediction
        ``as-test``: the quantile c of the test, as metafor does by default; ``k-2``: t with k - 2
        degrees of freedom (Higgins, Thompson & Spiegelhalter 2009,
        doi:10.1111/j.1467-985X.2008.00552.x), None for fewer than three studies.
    level
        Coverage of all intervals, also that of τ².

    Raises
    ------
    ValueError
        For a method or test of another name.
    NotEstimable
        For no study at all; for ``hksj`` if all effects are equal, as its interval has no width.

    Notes
    -----
    Hartung & Knapp 2001, doi:10.1002/sim.791; Knapp & Hartung 2003, doi:10.1002/sim.1482; the
    floor is the ad-hoc correction in Jackson and others 2017, doi:10.1002/sim.7411, section 4.3,
    which metafor cites for it. Because τ² ≥ 0 and t is wider than the normal, the floored interval
    is never narrower than the common-effect interval either.

    As metafor's ``rma.uni`` (test "knha" and "adhoc" for the two Hartung-Knapp ones) but for τ² by
    REML (`reviewkit.synthesis.tau2.reml_maxima`: the highest of several maxima) and one
    study, for which metafor reports τ² = 0 and I² = 0 where here they are None. I² and H² of a
    common effect are ``max(0, (Q - df)/Q)`` and ``Q/df``.

    Examples
    --------
    >>> result = pool([0.2, 0.5, 0.4], [0.04, 0.02, 0.05])
    >>> round(result.estimate, 4), round(result.ci.lower, 4), round(result.ci.upper, 4)
    (0.4, -0.0414, 0.8414)
    """
    effects, variances = _checked(y, v)
    test = test or ("z" if method == "CE" else "hksj-floor")
    if method not in METHOD_NAMES or test not in TEST_NAMES:
        raise ValueError(f"no such way to pool: {method} with {test}")
    k = len(effects)
    if k == 1:
        return _single(float(effects[0]), float(variances[0]), level)
    q = cochran_q(effects, variances)
    found = (
        common_effect_heterogeneity(q)
        if method == "CE"
        else heterogeneity(effects, variances, method=method, level=level)
    )
    w = 1 / (variances + found.tau2)
    estimate = weighted_mean(effects, w)
    factor = _hk_factor(residual_q(effects, variances, found.tau2) / (k - 1), test)
    se = math.sqrt(factor / float(np.sum(w)))
    df = None if test == "z" else k - 1
    predicts = method != "CE" and (prediction == "as-test" or k >= LEAST_FOR_RILEY)
    quantile_df = df if prediction == "as-test" else k - 2
    predicted = (
        _around(estimate, math.sqrt(se * se + found.tau2), df=quantile_df, level=level)
        if predicts
        else None
    )
    return Pooled(
        estimate=estimate,
        se=se,
        ci=_around(estimate, se, df=df, level=level),
        statistic=estimate / se,
        p=normal_p(estimate / se) if df is None else t_p(estimate / se, df),
        df=df,
        k=k,
        tau2=found.tau2,
        tau2_ci=found.tau2_ci,
        i2=found.i2,
        i2_ci=found.i2_ci,
        h2=found.h2,
        q=q.q,
        q_df=q.df,
        q_p=q.p,
        prediction=predicted,
        hk_factor=factor,
        weights=tuple((w / np.sum(w)).tolist()),
        method=method,
        test=test,
        notes=found.notes,
    )


def _checked(y: npt.ArrayLike, v: npt.ArrayLike) -> tuple[Array, Array]:
    effects, variances = np.asarray(y, dtype=np.float64), np.asarray(v, dtype=np.float64)
    if effects.ndim != 1 or effects.shape != variances.shape:
        raise ValueError(
            f"y and v are one-dimensional and of one length, not {effects.shape} "
            f"and {variances.shape}"
        )
    if len(effects) == 0:
        raise NotEstimable("there is no study to pool")
    if not (np.isfinite(effects).all() and np.isfinite(variances).all()):
        raise ValueError("y and v must be finite: leave out what was not estimable, with a reason")
    if (variances <= 0).any():
        raise ValueError("sampling variances must be above 0")
    return effects, variances


def _hk_factor(ratio: float, test: Test) -> float:
    if test == "z":
        return 1.0
    if test == "hksj-floor":
        return max(1.0, ratio)
    if ratio == 0:
        raise NotEstimable(
            "all effects are equal, so the Hartung-Knapp interval has no width; "
            "take the one with the floor"
        )
    return ratio


def _around(estimate: float, se: float, *, df: int | None, level: float) -> Interval:
    margin = se * (normal_quantile(level) if df is None else t_quantile(level, df))
    return Interval(
        lower=estimate - margin,
        upper=estimate + margin,
        level=level,
        method="normal" if df is None else "t",
    )


def _single(y: float, v: float, level: float) -> Pooled:
    se = math.sqrt(v)
    return Pooled(
        estimate=y,
        se=se,
        ci=_around(y, se, df=None, level=level),
        statistic=y / se,
        p=normal_p(y / se),
        df=None,
        k=1,
        tau2=None,
        tau2_ci=None,
        i2=None,
        i2_ci=None,
        h2=None,
        q=None,
        q_df=None,
        q_p=None,
        prediction=None,
        hk_factor=1.0,
        weights=(1.0,),
        method="CE",
        test="z",
        notes=(ONE_STUDY,),
    )
