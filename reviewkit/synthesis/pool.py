"""Pool effects of several studies: common effect or random effects, Wald or Hartung-Knapp."""

from __future__ import annotations

import math
from typing import Literal

import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.fit import Test, fit
from reviewkit.synthesis.heterogeneity import (
    cochran_q_of,
    common_effect_heterogeneity,
    heterogeneity_of,
)
from reviewkit.synthesis.pooled import METHOD_NAMES, TEST_NAMES, Pooled
from reviewkit.synthesis.studies import Weights, checked
from reviewkit.synthesis.tails import around, two_sided_p
from reviewkit.synthesis.tau2 import Method

Prediction = Literal["as-test", "k-2"]

ONE_STUDY = "One study: heterogeneity and prediction are not applicable."

NO_WIDTH = (
    "all effects are equal, so the Hartung-Knapp interval has no width; take the one with the floor"
)

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
    tau2: float | None = None,
    weights: Weights = None,
) -> Pooled:
    """Return the inverse-variance weighted mean of study effects.

    ``μ = Σwy/Σw`` with ``w = 1/(v + τ²)``; ``SE² = f/Σw``. Interval ``μ ± c·SE``, prediction
    interval ``μ ± c·√(SE² + τ²)``.

    ========== ============================================== =================
    test       factor f                                       c
    ========== ============================================== =================
    z          1                                              normal
    t          1                                              t with k - 1 df
    hksj       ``Σw(y - μ)²/(k - 1)``                         t with k - 1 df
    hksj-floor the larger of that and 1                       t with k - 1 df
    ========== ============================================== =================

    Not for effects that share people (several outcomes or arms of one study): take one effect per
    study first. One study is returned as it is, unless τ² is given: nothing is estimated between
    studies.

    Parameters
    ----------
    y
        Effects, shape (k,), on one scale: logarithms for ratios.
    v
        Their sampling variances, shape (k,), all above 0.
    method
        How τ² is estimated: ``REML``, ``ML``, ``DL``, ``PM``, ``EB``, ``HE``, ``HS``, ``HSk``,
        ``SJ``, or one of the rarer ones, each with its equation and source in
        `reviewkit.synthesis.tau2`; ``CE`` sets it to 0 (common effect).
    test
        See the table. None: ``hksj-floor`` for random effects, ``z`` for a common effect.
    prediction
        ``as-test``: the quantile c of the test, as metafor does by default; ``k-2``: t with k - 2
        degrees of freedom (Higgins, Thompson & Spiegelhalter 2009,
        doi:10.1111/j.1467-985X.2008.00552.x), None for fewer than three studies.
    level
        Coverage of all intervals, also that of τ².
    tau2
        A value of τ² to take instead of estimating it.
    weights
        Weights of one's own, shape (k,), or ``equal``, for the mean: ``μ = Σay/Σa`` and
        ``SE² = f·Σa²(v + τ²)/(Σa)²``. None: ``1/(v + τ²)``.

    Raises
    ------
    ValueError
        For a method or test of another name, and for numbers that no study can have.
    NotEstimable
        For no study at all; for a sampling variance of 0; for ``hksj`` if all effects are equal,
        as its interval has no width.

    Notes
    -----
    Hartung & Knapp 2001, doi:10.1002/sim.791; Knapp & Hartung 2003, doi:10.1002/sim.1482; the
    floor is the ad-hoc correction in Jackson and others 2017, doi:10.1002/sim.7411, section 4.3,
    which metafor cites for it. Because τ² ≥ 0 and t is wider than the normal, the floored interval
    is never narrower than the common-effect interval either.

    As metafor's ``rma.uni`` (test "knha" and "adhoc" for the two Hartung-Knapp ones) but for τ² by
    REML (`reviewkit.synthesis.likelihood.highest_maximum`) and one
    study, for which metafor reports τ² = 0 and I² = 0 where here they are None. I² and H² of a
    common effect are ``max(0, (Q - df)/Q)`` and ``Q/df``.

    Examples
    --------
    >>> result = pool([0.2, 0.5, 0.4], [0.04, 0.02, 0.05])
    >>> round(result.estimate, 4), round(result.ci.lower, 4), round(result.ci.upper, 4)
    (0.4, -0.0414, 0.8414)
    """
    batch = checked(y, v, weights=weights)
    test = test or ("z" if method == "CE" else "hksj-floor")
    if method not in METHOD_NAMES or test not in TEST_NAMES:
        raise ValueError(f"no such way to pool: {method} with {test}")
    if tau2 is not None and not tau2 >= 0:
        raise ValueError(f"τ² is a number of 0 or more, not {tau2}")
    k = len(batch.y)
    if k == 1:
        return _single(float(batch.y[0, 0]), float(batch.v[0, 0]), level, tau2)
    found = fit(batch, method, test, tau2=tau2)
    factor = float(found.factor[0])
    if factor == 0:
        raise NotEstimable(NO_WIDTH)
    between = float(found.tau2[0])
    q = cochran_q_of(float(found.q[0]), k - 1)
    spread = (
        common_effect_heterogeneity(q)
        if method == "CE"
        else heterogeneity_of(
            batch,
            between,
            int(found.maxima[0]),
            float(found.df[0] / found.shared[0]),
            level=level,
        )
    )
    estimate = float(found.coefficients[0, 0])
    se = math.sqrt(found.covariance[0, 0, 0])
    df = None if test == "z" else k - 1
    as_test = prediction == "as-test"
    w = batch.weights(between) if batch.fixed is None else batch.fixed
    return Pooled(
        estimate=estimate,
        se=se,
        ci=around(estimate, se, df=df, level=level),
        statistic=estimate / se,
        p=two_sided_p(estimate / se, df=df),
        df=df,
        k=k,
        tau2=spread.tau2,
        tau2_ci=spread.tau2_ci,
        i2=spread.i2,
        i2_ci=spread.i2_ci,
        h2=spread.h2,
        q=q.q,
        q_df=q.df,
        q_p=q.p,
        prediction=around(
            estimate, math.hypot(se, math.sqrt(between)), df=df if as_test else k - 2, level=level
        )
        if method != "CE" and (as_test or k >= LEAST_FOR_RILEY)
        else None,
        hk_factor=factor,
        weights=tuple((w / w.sum())[:, 0].tolist()),
        method=method,
        test=test,
        notes=spread.notes,
    )


def _single(y: float, v: float, level: float, tau2: float | None) -> Pooled:
    known = tau2 or 0.0
    se = math.sqrt(v + known)
    return Pooled(
        estimate=y,
        se=se,
        ci=around(y, se, df=None, level=level),
        statistic=y / se,
        p=two_sided_p(y / se, df=None),
        df=None,
        k=1,
        tau2=tau2,
        tau2_ci=None,
        i2=None,
        i2_ci=None,
        h2=None,
        q=None,
        q_df=None,
        q_p=None,
        prediction=None
        if tau2 is None
        else around(y, math.sqrt(v + 2 * known), df=None, level=level),
        hk_factor=1.0,
        weights=(1.0,),
        method="CE",
        test="z",
        notes=() if tau2 is not None else (ONE_STUDY,),
    )
