"""How far study effects differ beyond chance: Q, τ², I² and H², each with what it can bear.

I² never decides anything by itself: it is the share of the observed variance that is not sampling
error, so it grows with the size of the studies, not with the spread of the effects.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy.typing as npt

from reviewkit.effects.values import Interval
from reviewkit.synthesis.batch import Batch, one_batch
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.tau2 import Tau2Method, estimate_tau2, residual_q
from reviewkit.synthesis.tau2_interval import q_profile_of

NO_TAU2_FITS = (
    "The effects agree more closely than their sampling errors allow: no value of τ² fits them."
)

SEVERAL_MAXIMA = (
    "The likelihood has several maxima, so τ² is poorly determined; the highest was taken."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CochranQ:
    """Cochran's test of one effect common to all studies: Q, its k - 1 df and p."""

    q: float
    df: int
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Heterogeneity:
    """τ² with its interval, and I² and H² under it.

    Parameters
    ----------
    tau2, tau2_ci
        Between-study variance and its Q-profile interval; None where no τ² fits.
    i2, i2_ci, h2
        ``τ²/(τ² + ṽ)``, the same of the limits of τ², and ``τ²/ṽ + 1``, with ṽ of
        `typical_variance`. I² is a proportion.
    notes
        What a reader must know to take τ² rightly, one sentence each.
    """

    tau2: float
    tau2_ci: Interval | None
    i2: float
    i2_ci: Interval | None
    h2: float
    notes: tuple[str, ...] = ()


def cochran_q(y: npt.ArrayLike, v: npt.ArrayLike) -> CochranQ:
    """Return Cochran's Q with its chi-square test.

    ``Q = Σ (y - μ)²/v`` (Cochran 1954, doi:10.2307/3001666). With few studies a large p is no
    sign of agreement.

    Examples
    --------
    >>> test = cochran_q([0.0, 2.0], [1.0, 1.0])
    >>> test.q, test.df, round(test.p, 4)
    (2.0, 1, 0.1573)
    """
    batch = one_batch(y, v)
    return cochran_q_of(float(residual_q(batch, 0.0)[0]), batch.y.shape[0] - 1)


def cochran_q_of(q: float, df: int) -> CochranQ:
    """Return Q with its chi-square test on `df` degrees of freedom."""
    from scipy.special import chdtrc

    return CochranQ(q=q, df=df, p=float(chdtrc(df, q)) if df else 1.0)


def typical_variance(v: npt.ArrayLike, *, x: Array | None = None) -> float:
    """Return the "typical" sampling variance behind I² and H².

    ``ṽ = (k - p)/tr P`` with ``w = 1/v``; for a common mean that is
    ``(k - 1)Σw / [(Σw)² - Σw²]`` (Higgins & Thompson 2002, doi:10.1002/sim.1186, eq. 9).

    Examples
    --------
    >>> typical_variance([2.0, 2.0, 2.0])
    2.0
    """
    batch = one_batch(v, v, x)
    shared = batch.project(batch.weights(0.0)).trace_by_pairs()
    return float((batch.k - batch.p)[0] / shared[0])


def heterogeneity(
    y: npt.ArrayLike, v: npt.ArrayLike, *, method: Tau2Method = "REML", level: float = 0.95
) -> Heterogeneity:
    """Return τ² by `method`, its Q-profile interval, and I² and H² under it.

    Higgins & Thompson 2002, doi:10.1002/sim.1186, in the form that holds for any estimate of τ²
    (with DL, I² is the familiar ``(Q - df)/Q``). As metafor's ``rma.uni`` and ``confint``.

    Examples
    --------
    >>> result = heterogeneity([0.0, 1.0, 3.0], [0.5, 0.5, 0.5], method="DL")
    >>> round(result.tau2, 4), round(result.i2, 4), round(result.h2, 4)
    (1.8333, 0.7857, 4.6667)
    """
    batch = one_batch(y, v)
    found = estimate_tau2(batch, method)
    return heterogeneity_of(
        batch, float(found.tau2[0]), int(found.of[0]), typical_variance(v), level=level
    )


def heterogeneity_of(
    batch: Batch, tau2: float, maxima: int, typical: float, *, level: float
) -> Heterogeneity:
    """Return what goes with τ², of a batch of one fit whose likelihood has so many maxima."""
    tau2_ci = q_profile_of(batch, level=level)
    notes: tuple[str, ...] = (NO_TAU2_FITS,) if tau2_ci is None else ()
    if maxima > 1:
        notes += (SEVERAL_MAXIMA,)
    return Heterogeneity(
        tau2=tau2,
        tau2_ci=tau2_ci,
        i2=tau2 / (tau2 + typical),
        i2_ci=tau2_ci
        and Interval(
            lower=tau2_ci.lower / (tau2_ci.lower + typical),
            upper=tau2_ci.upper / (tau2_ci.upper + typical),
            level=level,
            method=tau2_ci.method,
        ),
        h2=tau2 / typical + 1,
        notes=notes,
    )


def common_effect_heterogeneity(q: CochranQ) -> Heterogeneity:
    """Return what a common-effect model says: τ² is 0, I² and H² come from Q alone.

    ``I² = max(0, (Q - df)/Q)``, ``H² = Q/df`` (Higgins & Thompson 2002, doi:10.1002/sim.1186),
    as in metafor.

    Examples
    --------
    >>> common_effect_heterogeneity(CochranQ(q=8.0, df=2, p=0.018)).i2
    0.75
    """
    return Heterogeneity(
        tau2=0.0,
        tau2_ci=None,
        i2=1 - q.df / q.q if q.q > q.df else 0.0,
        i2_ci=None,
        h2=q.q / q.df,
    )
