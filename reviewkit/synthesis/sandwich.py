"""The sandwich covariance of coefficients and its degrees of freedom, cluster by cluster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.mixed_model import MixedModel
from reviewkit.synthesis.projection import Array

Positions = npt.NDArray[np.int64]

ROUNDED = 1e-9
"""Singular values below this, beside the largest, are rounding."""

NULL = 1e-12
"""Eigenvalues below this, beside the largest, are 0: the model fits that direction exactly."""


@dataclass(frozen=True, slots=True)
class Sandwich:
    """Robust covariance of the coefficients, with degrees of freedom.

    Parameters
    ----------
    covariance
        Shape (p, p).
    dfs
        Of the t test of each coefficient.
    omnibus_df
        Denominator of the F of the tested coefficients; None where none are left, or where the
        clusters do not tell so many coefficients apart (`_tells_apart`).
    hotelling
        Whether F is that of Hotelling's T².
    """

    covariance: Array
    dfs: tuple[float, ...]
    omnibus_df: float | None
    hotelling: bool


def plain(model: MixedModel, members: Sequence[Positions], *, corrected: bool) -> Sandwich:
    """Return CR0, or CR1 with the factor ``m/(m - p)``; both with m - p degrees of freedom."""
    w, residuals = dense(model)
    moved = model.covariance @ model.x.T @ w
    scores = np.array([moved[:, at] @ residuals[at] for at in members])
    m, p = len(members), model.p
    factor = m / (m - p) if corrected else 1.0
    return Sandwich(
        covariance=factor * scores.T @ scores,
        dfs=(float(m - p),) * p,
        omnibus_df=float(m - p) if _tells_apart(scores[:, model.tested]) else None,
        hotelling=False,
    )


def bias_reduced(model: MixedModel, members: Sequence[Positions]) -> Sandwich:
    """Return CR2 with Satterthwaite's degrees of freedom.

    With ``z = Ge`` the adjusted score of a cluster, ``G = CX'WA``, a linear function of the
    effects; under the model the scores of clusters i and j have the covariance ``G_i S_ij G_j'``
    with ``S = M - XCX'``. The degrees of freedom of a coefficient are
    ``(Σ S_ii)²/ΣΣ S_ij²`` of its elements; those of several follow Zhang.
    """
    w, residuals = dense(model)
    weighted, rest = [], []
    marginal = np.asarray(np.linalg.inv(w), dtype=np.float64)
    for at in members:
        outside = np.delete(marginal[at], at, axis=1)
        if outside.size and np.max(np.abs(outside)) > NULL * np.max(marginal):
            raise ValueError(
                "the model ties effects of different clusters; CR2 needs clusters that hold whole "
                "groups"
            )
        m = marginal[np.ix_(at, at)]
        x = model.x[at]
        adjustment = _adjustment(m, x, model.covariance)
        weighted.append(model.covariance @ x.T @ np.linalg.solve(m, adjustment))
        rest.append(x)
    scores = np.array([g @ residuals[at] for g, at in zip(weighted, members, strict=True)])
    shared = np.array([g @ x for g, x in zip(weighted, rest, strict=True)])
    own = np.array(
        [g @ marginal[np.ix_(at, at)] @ g.T for g, at in zip(weighted, members, strict=True)]
    )
    tested = model.tested
    dfs = tuple(_freedom(own, shared, model.covariance, [i]) for i in range(model.p))
    if min(dfs) <= 0:
        raise NotEstimable("the clusters leave no degrees of freedom")
    q = len(tested)
    omnibus = _freedom(own, shared, model.covariance, tested) - q + 1
    return Sandwich(
        covariance=scores.T @ scores,
        dfs=dfs,
        omnibus_df=omnibus if omnibus > 0 and _tells_apart(scores[:, tested]) else None,
        hotelling=True,
    )


def _tells_apart(scores: Array) -> bool:
    """Whether the scores of the clusters, shape (m, q), spread in all q directions.

    They do not where one cluster alone says what a level of a factor does: it fits that cluster,
    whose score along it is rounding, and a test that inverts the covariance would be noise.
    """
    lengths = np.linalg.norm(scores, axis=0)
    if (lengths == 0).any():
        return False
    found = np.linalg.svd(scores / lengths, compute_uv=False)
    return len(found) == scores.shape[1] and bool(found[-1] > ROUNDED * found[0])


def dense(model: MixedModel) -> tuple[Array, Array]:
    """Return W, shape (k, k), and the residuals, shape (k,), in the order of the effects."""
    w, residuals = np.zeros((model.k, model.k)), np.zeros(model.k)
    for each, part, r in zip(model.blocks, model.solved.w, model.solved.residuals, strict=True):
        w[each.at[:, :, None], each.at[:, None, :]] = part
        residuals[each.at] = r
    return w, residuals


def _adjustment(m: Array, x: Array, covariance: Array) -> Array:
    """Return ``A = D'(D(M - XCX')D')^(-1/2)D`` with ``M = D'D``."""
    d = np.linalg.cholesky(m).T
    inner = d @ (m - x @ covariance @ x.T) @ d.T
    adjusted: Array = d.T @ _inverse_root(inner) @ d
    return adjusted


def _inverse_root(matrix: Array) -> Array:
    values, vectors = np.linalg.eigh((matrix + matrix.T) / 2)
    kept = values > NULL * np.max(values)
    powers = np.where(kept, values, 1.0) ** -0.5 * kept
    root: Array = (vectors * powers) @ vectors.T
    return root


def _freedom(own: Array, shared: Array, covariance: Array, tested: Sequence[int]) -> float:
    """Return Zhang's η of the tested coefficients; for one it is Satterthwaite's.

    With ``P_ij`` the covariance of the scores of clusters i and j, turned so that ``ΣP_ii`` is 1:
    ``η = q(q + 1)/Σ_st Var(d_st)``, ``Var(d_st) = Σ_ij (P_ss·P_tt + P_st·P_ts)``.
    """
    at = np.ix_(range(len(own)), tested, tested)
    cross = -np.einsum("iap,pq,jbq->ijab", shared[:, tested], covariance, shared[:, tested])
    diagonal = np.arange(len(own))
    cross[diagonal, diagonal] += own[at]
    turn = _inverse_root(np.sum(cross[diagonal, diagonal], axis=0))
    turned = turn @ cross @ turn
    spread = np.einsum("ijss,ijtt->", turned, turned) + np.einsum("ijst,ijts->", turned, turned)
    q = len(tested)
    return float(q * (q + 1) / spread)
