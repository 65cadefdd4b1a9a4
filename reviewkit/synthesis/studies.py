"""Effects and sampling variances of studies, checked before anything is computed from them."""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.batch import Batch
from reviewkit.synthesis.projection import Array

Weights = npt.ArrayLike | Literal["equal"] | None

NO_STUDY = "there is no study to pool"

NO_ERROR = (
    "a sampling variance is 0: such a study would have infinite weight; "
    "leave it out, or give its variance"
)


def checked(
    y: npt.ArrayLike, v: npt.ArrayLike, *, weights: Weights = None, x: Array | None = None
) -> Batch:
    """Return the studies as a batch of one fit.

    Raises
    ------
    ValueError
        For arrays of another shape, numbers that are not finite, a negative variance, or weights
        that are not positive.
    NotEstimable
        If there is no study, or a sampling variance is 0.
    """
    effects, variances = np.asarray(y, dtype=np.float64), np.asarray(v, dtype=np.float64)
    if effects.ndim != 1 or effects.shape != variances.shape:
        raise ValueError(
            f"y and v are one-dimensional and of one length, not {effects.shape} "
            f"and {variances.shape}"
        )
    check_values(effects, variances)
    return Batch(effects[:, None], variances[:, None], x=x, fixed=_fixed(weights, len(effects)))


def check_values(effects: Array, variances: Array) -> None:
    """Raise what `checked` raises for the numbers themselves, whatever their shape."""
    if effects.size == 0:
        raise NotEstimable(NO_STUDY)
    if not (np.isfinite(effects).all() and np.isfinite(variances).all()):
        raise ValueError("y and v must be finite: leave out what was not estimable, with a reason")
    least = variances.min()
    if least < 0:
        raise ValueError("sampling variances must be above 0")
    if least == 0:
        raise NotEstimable(NO_ERROR)


def _fixed(weights: Weights, k: int) -> Array | None:
    if weights is None:
        return None
    if isinstance(weights, str):
        if weights != "equal":
            raise ValueError(f'weights are numbers or "equal", not "{weights}"')
        return np.ones((k, 1))
    given = np.asarray(weights, dtype=np.float64)
    if given.shape != (k,) or not np.isfinite(given).all() or (given <= 0).any():
        raise ValueError("weights are positive numbers, one a study")
    return given[:, None]
