"""Studies and the columns that their effects are regressed on, made well-conditioned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.batch import Batch
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.studies import Weights, checked

REDUNDANT = 1e-10
"""A column is redundant if so little of its length is left beside the columns before it."""


@dataclass(frozen=True, slots=True)
class Model:
    """Studies with a design ``X = QR``.

    Parameters
    ----------
    batch
        A batch of one fit, on Q; on a common mean if there is no design.
    basis
        Q, shape (k, p): orthonormal, so that the regression on it is well-conditioned; a column
        of ones if there is no design.
    turn
        R⁻¹, shape (p, p): coefficients of X are ``R⁻¹b``, their covariance is ``R⁻¹CR⁻¹'``.
    """

    batch: Batch
    basis: Array
    turn: Array


def modelled(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    x: npt.ArrayLike | None,
    *,
    names: Sequence[str] | None = None,
    weights: Weights = None,
) -> Model:
    """Return the studies with the design x, shape (k, p), or with a common mean for None.

    Raises
    ------
    ValueError
        For arrays that do not fit together, and numbers that no study can have.
    NotEstimable
        If there are not more studies than columns, or a column is redundant.
    """
    batch = checked(y, v, weights=weights)
    k = len(batch.y)
    if x is None:
        return Model(batch, np.ones((k, 1)), np.ones((1, 1)))
    columns = np.asarray(x, dtype=np.float64)
    if columns.ndim != 2 or len(columns) != k:  # noqa: PLR2004
        raise ValueError(f"x has a row for each of {k} studies, not the shape {columns.shape}")
    if not np.isfinite(columns).all():
        raise ValueError("x must be finite: leave out studies whose moderators are not known")
    p = columns.shape[1]
    if k <= p:
        raise NotEstimable(f"{k} studies cannot carry {p} coefficients and what is left of τ²")
    basis, triangle = np.linalg.qr(columns)
    left, lengths = np.abs(np.diag(triangle)), np.linalg.norm(columns, axis=0)
    labels = names or [f"column {i + 1}" for i in range(p)]
    redundant = [labels[i] for i in range(p) if left[i] <= REDUNDANT * lengths[i]]
    if redundant:
        raise NotEstimable(
            f"redundant beside the columns before: {', '.join(redundant)}; leave out what other "
            "columns already say"
        )
    return Model(replace(batch, x=basis), basis, np.linalg.inv(triangle))
