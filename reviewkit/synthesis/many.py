"""The batch kernel: many small meta-analyses at once, without a Python loop over them.

Leave-one-out, cumulative analysis, GOSH, permutation, bootstrap and the multiverse are sets of
studies or of numbers for the same studies; each is a column of one array here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from reviewkit.effects.tails import normal_quantile
from reviewkit.errors import NotEstimable
from reviewkit.synthesis.batch import Batch
from reviewkit.synthesis.fit import Fit, Test, fit
from reviewkit.synthesis.likelihood import COARSE_GRID
from reviewkit.synthesis.pooled import METHOD_NAMES, TEST_NAMES
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.studies import check_values
from reviewkit.synthesis.tau2 import Method

if TYPE_CHECKING:
    import pandas as pd

CHUNK = 1 << 15
"""Numbers (studies times fits) that are worked on at once: few enough to stay in the processor's
near memory, enough that a call of NumPy is mostly work."""


ROOT2 = math.sqrt(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fits:
    """m pooled effects, each field an array of shape (m,).

    A fit of a single study is that study with its normal interval; its τ², Q and I² are 0 and its
    H² is 1 by convention, as there is nothing to estimate (`k` says so).

    Parameters
    ----------
    k
        Number of studies.
    estimate, se, lower, upper, statistic, p
        Pooled effect, its standard error, interval, and test of zero. All but the estimate are NaN
        where all effects of a fit are equal, so that its Hartung-Knapp interval has no width:
        `hk_factor` is 0 there.
    tau2, i2, h2
        As in `reviewkit.synthesis.pooled.Pooled`.
    q, q_p
        Cochran's test on k - 1 degrees of freedom.
    hk_factor
        Factor on the squared standard error.
    maxima
        Local maxima of the likelihood (ML, REML): more than one, and τ² is poorly determined.
    """

    k: npt.NDArray[np.int64]
    estimate: Array
    se: Array
    lower: Array
    upper: Array
    statistic: Array
    p: Array
    tau2: Array
    i2: Array
    h2: Array
    q: Array
    q_p: Array
    hk_factor: Array
    maxima: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.k)

    def to_frame(self) -> pd.DataFrame:
        """Return one row a fit, the fields as columns."""
        import pandas as pd

        return pd.DataFrame({field.name: getattr(self, field.name) for field in fields(self)})


def fit_many(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    *,
    include: npt.ArrayLike | None = None,
    method: Method = "REML",
    test: Test | None = None,
    level: float = 0.95,
    tau2: float | None = None,
    points: int = COARSE_GRID,
) -> Fits:
    """Return m pooled effects at once, each as `reviewkit.synthesis.pool.pool` makes it.

    Parameters
    ----------
    y, v
        Effects and sampling variances: shape (k,) if all fits share them, else (m, k).
    include
        Which studies belong to each fit, true or false, shape (m, k); None for all.
    method, test, level, tau2
        As in `reviewkit.synthesis.pool.pool`.
    points
        Points at which the likelihood of each fit is scanned for its maxima (ML, REML). The
        default tells maxima apart that lie a factor of two from each other.

    Raises
    ------
    ValueError
        For arrays that do not fit together, and numbers that no study can have.
    NotEstimable
        If a fit has no study, or a sampling variance is 0.

    Notes
    -----
    All of it is float64, and a fit does not depend on the others beside it.

    Examples
    --------
    >>> fits = fit_many([0.1, 0.3, 0.9], [0.1, 0.1, 0.1], include=[[1, 1, 0], [1, 1, 1]])
    >>> [round(each, 3) for each in fits.estimate.tolist()]
    [0.2, 0.433]
    """
    effects = np.atleast_2d(np.asarray(y, dtype=np.float64))
    variances = np.atleast_2d(np.asarray(v, dtype=np.float64))
    check_values(effects, variances)
    chosen = None if include is None else np.atleast_2d(np.asarray(include)).astype(np.bool_)
    shapes = [effects.shape, variances.shape] + ([] if chosen is None else [chosen.shape])
    m, k = np.broadcast_shapes(*shapes)
    if chosen is not None and not chosen.any(1).all():
        raise NotEstimable("a fit has no study to pool")
    test = test or ("z" if method == "CE" else "hksj-floor")
    if method not in METHOD_NAMES or test not in TEST_NAMES or method == "GENQ":
        raise ValueError(f"no such way to pool many: {method} with {test}")
    parts = [
        _summarised(fit(batch, method, test, tau2=tau2, points=points), method, test, level)
        for batch in _chunks(effects, variances, chosen, m, k)
    ]
    if len(parts) == 1:
        return parts[0]
    return Fits(
        **{
            field.name: np.concatenate([getattr(part, field.name) for part in parts])
            for field in fields(Fits)
        }
    )


def _chunks(
    y: Array, v: Array, include: npt.NDArray[np.bool_] | None, m: int, k: int
) -> Iterator[Batch]:
    """Yield the fits in chunks, studies along the first axis."""
    rows = max(1, CHUNK // k)

    def columns(values: npt.NDArray[np.generic], part: slice) -> Array:
        some = values if len(values) == 1 else values[part]
        count = min(part.stop, m) - part.start
        return np.ascontiguousarray(np.broadcast_to(some, (count, k)).T, dtype=np.float64)

    for start in range(0, m, rows):
        part = slice(start, start + rows)
        mask = None if include is None else columns(include, part)
        yield Batch(columns(y, part), columns(v, part), mask)


def _summarised(found: Fit, method: Method, test: Test, level: float) -> Fits:
    from scipy.special import chdtrc

    estimate = found.coefficients[:, 0]
    se = np.where(found.factor > 0, np.sqrt(found.covariance[:, 0, 0]), np.nan)
    df = found.df.astype(np.int64)
    several = df > 0
    q = np.where(several, found.q, 0.0)
    statistic = estimate / se
    p, quantile = _tail(statistic, df, test, level)
    if method == "CE":
        i2 = np.where(q > df, 1 - df / np.where(q > 0, q, 1.0), 0.0)
        h2 = np.where(several, q / np.maximum(df, 1), 1.0)
    else:
        precision = np.divide(found.shared, df, out=np.zeros_like(q), where=several)
        between = found.tau2 * precision
        h2 = between + 1
        i2 = between / h2
    return Fits(
        k=df + 1,
        estimate=estimate,
        se=se,
        lower=estimate - quantile * se,
        upper=estimate + quantile * se,
        statistic=statistic,
        p=p,
        tau2=found.tau2,
        i2=i2,
        h2=h2,
        q=q,
        q_p=np.where(several, chdtrc(np.maximum(df, 1), q), 1.0),
        hk_factor=found.factor,
        maxima=found.maxima.astype(np.int64),
    )


def _tail(
    statistic: Array, df: npt.NDArray[np.int64], test: Test, level: float
) -> tuple[Array, Array | float]:
    """Return two-sided p and the quantile of the interval: t on df, the normal where df is 0."""
    from scipy.special import betainc, erfc, stdtrit

    if test == "z":
        return erfc(np.abs(statistic) / ROOT2), normal_quantile(level)
    n = np.maximum(df, 1)
    # Single studies are few, and the normal costs little, so it is computed for all.
    p = np.where(
        df > 0,
        betainc(n / 2, 0.5, n / (n + statistic * statistic)),
        erfc(np.abs(statistic) / ROOT2),
    )
    kinds, which = np.unique(df, return_inverse=True)
    quantiles = np.where(
        kinds > 0, stdtrit(np.maximum(kinds, 1), 0.5 + level / 2), normal_quantile(level)
    )
    return p, quantiles[which]
