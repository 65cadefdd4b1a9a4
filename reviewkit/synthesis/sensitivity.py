"""Does the result hang on one study? The pool again without each in turn."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.pool import Prediction, pool
from reviewkit.synthesis.pooled import Method, Pooled, Test

LEAST_STUDIES = 2
"""Without the only study there is nothing left."""


def leave_one_out(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    *,
    method: Method = "REML",
    test: Test | None = None,
    prediction: Prediction = "as-test",
    level: float = 0.95,
) -> tuple[Pooled, ...]:
    """Return the pool without each study in turn; element i omits study i.

    Parameters
    ----------
    y, v, method, test, prediction, level
        As in `reviewkit.synthesis.pool.pool`.

    Raises
    ------
    NotEstimable
        For fewer than two studies.

    Notes
    -----
    As metafor's ``leave1out``. Of two studies each result is a single study, with no τ².

    Examples
    --------
    >>> [round(each.estimate, 3) for each in leave_one_out([0.1, 0.2, 0.6], [0.1, 0.1, 0.1])]
    [0.4, 0.35, 0.15]
    """
    effects, variances = np.asarray(y, dtype=np.float64), np.asarray(v, dtype=np.float64)
    if len(effects) < LEAST_STUDIES:
        raise NotEstimable("without the only study there is nothing to pool")
    return tuple(
        pool(
            np.delete(effects, i),
            np.delete(variances, i),
            method=method,
            test=test,
            prediction=prediction,
            level=level,
        )
        for i in range(len(effects))
    )
