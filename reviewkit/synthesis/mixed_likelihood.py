"""The likelihood of effects that share random effects and sampling errors, with its gradient.

``y = Xb + Zu + e``; u and e are normal with covariances G and V, so y has the covariance
``M = V + ZGZ'``. Up to a constant, with ``W = M⁻¹`` and ``r = y - Xb``:

    -2·l  = ln det M + r'Wr                         ML
    -2·lᵣ = ln det M + r'Wr + ln det(X'WX)          REML

(Harville 1977, doi:10.2307/2286796). M falls into blocks that share nothing, and
blocks of one size are worked on side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.random_effects import Term

Likelihood = Literal["REML", "ML"]
Positions = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Blocks:
    """All blocks of s effects: m of them.

    Parameters
    ----------
    at
        Positions of the effects, shape (m, s).
    y, x, v
        Effects, design and sampling covariances, shapes (m, s), (m, s, p) and (m, s, s).
    together
        For each term, 1 where two effects are of one group, shape (m, s, s).
    inner
        For each term, the codes of the levels, shape (m, s).
    """

    at: Positions
    y: Array
    x: Array
    v: Array
    together: tuple[Array, ...]
    inner: tuple[Positions, ...]

    def marginal(self, covariances: Sequence[Array]) -> Array:
        """Return ``M = V + ZGZ'``, shape (m, s, s)."""
        total = self.v.copy()
        for g, together, inner in zip(covariances, self.together, self.inner, strict=True):
            total += together * g[inner[:, :, None], inner[:, None, :]]
        return total


@dataclass(frozen=True, slots=True)
class Solved:
    """Generalised least squares at given covariances of the random effects.

    Parameters
    ----------
    w
        ``W = M⁻¹``, for each size of block.
    residuals
        ``y - Xb``, for each size of block.
    coefficients, covariance
        ``b = (X'WX)⁻¹X'Wy`` and ``(X'WX)⁻¹``.
    log_determinants
        Of M and of X'WX.
    squares
        ``r'Wr``.
    """

    w: tuple[Array, ...]
    residuals: tuple[Array, ...]
    coefficients: Array
    covariance: Array
    log_determinants: tuple[float, float]
    squares: float


def blocks_of(y: Array, x: Array, v: Array, terms: Sequence[Term]) -> tuple[Blocks, ...]:
    """Return the effects in blocks that share neither sampling error nor random effect."""
    members = _members(v, terms)
    sizes = sorted({len(each) for each in members})
    result = []
    for size in sizes:
        at = np.array([each for each in members if len(each) == size])
        together = tuple(
            (term.outer[at][:, :, None] == term.outer[at][:, None, :]).astype(np.float64)
            for term in terms
        )
        inner = tuple(term.inner[at] for term in terms)
        result.append(Blocks(at, y[at], x[at], v[at[:, :, None], at[:, None, :]], together, inner))
    return tuple(result)


def solve(blocks: Sequence[Blocks], covariances: Sequence[Array]) -> Solved:
    """Return generalised least squares at these covariances of the random effects.

    Raises
    ------
    numpy.linalg.LinAlgError
        If M is not positive definite.
    """
    p = blocks[0].x.shape[2]
    weights, determinant = [], 0.0
    information, moment = np.zeros((p, p)), np.zeros(p)
    for each in blocks:
        factor = np.linalg.cholesky(each.marginal(covariances))
        determinant += 2 * float(np.sum(np.log(np.diagonal(factor, axis1=1, axis2=2))))
        inverse = np.linalg.inv(factor)
        w = np.swapaxes(inverse, 1, 2) @ inverse
        weights.append(w)
        wx = (w @ each.x).reshape(-1, p)
        information += wx.T @ each.x.reshape(-1, p)
        moment += wx.T @ each.y.ravel()
    covariance = np.asarray(np.linalg.inv(information), dtype=np.float64)
    coefficients = covariance @ moment
    residuals = tuple(each.y - each.x @ coefficients for each in blocks)
    squares = sum(
        float(np.sum(r * _applied(w, r))) for r, w in zip(residuals, weights, strict=True)
    )
    return Solved(
        w=tuple(weights),
        residuals=residuals,
        coefficients=coefficients,
        covariance=covariance,
        log_determinants=(determinant, float(np.linalg.slogdet(information)[1])),
        squares=squares,
    )


def deviance(solved: Solved, kind: Likelihood) -> float:
    """Return minus twice the log-likelihood, without the terms in 2π."""
    of_m, of_information = solved.log_determinants
    return of_m + solved.squares + (of_information if kind == "REML" else 0.0)


def by_covariances(
    blocks: Sequence[Blocks], solved: Solved, terms: Sequence[Term], kind: Likelihood
) -> tuple[Array, ...]:
    """Return the derivative of the deviance by each element of each G, shapes (J, J).

    ``Z'(P - Pyy'P)Z`` over effects of one group, ``P = W - WX(X'WX)⁻¹X'W`` for REML and ``W`` in
    its first place for ML; ``Py = Wr``.
    """
    totals = tuple(np.zeros((term.size, term.size)) for term in terms)
    for each, w, r in zip(blocks, solved.w, solved.residuals, strict=True):
        wr = _applied(w, r)
        slope = w - wr[:, :, None] * wr[:, None, :]
        if kind == "REML":
            wx = w @ each.x
            slope -= wx @ solved.covariance @ np.swapaxes(wx, 1, 2)
        for total, together, inner in zip(totals, each.together, each.inner, strict=True):
            rows = np.broadcast_to(inner[:, :, None], slope.shape)
            columns = np.broadcast_to(inner[:, None, :], slope.shape)
            np.add.at(total, (rows, columns), slope * together)
    return totals


def _applied(w: Array, r: Array) -> Array:
    """Return ``Wr``, block by block."""
    found: Array = (w @ r[:, :, None])[:, :, 0]
    return found


def _members(v: Array, terms: Sequence[Term]) -> list[Positions]:
    """Return the positions of the effects of each block."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    k = len(v)
    rows, columns = np.nonzero(v)
    links = [(rows, columns)]
    for term in terms:
        order = np.argsort(term.outer, kind="stable")
        same = term.outer[order][1:] == term.outer[order][:-1]
        links.append((order[1:][same], order[:-1][same]))
    first = np.concatenate([link[0] for link in links])
    second = np.concatenate([link[1] for link in links])
    graph = coo_array((np.ones(len(first)), (first, second)), shape=(k, k))
    _, component = connected_components(graph, directed=False)
    order = np.argsort(component, kind="stable")
    ends = np.flatnonzero(np.diff(component[order])) + 1
    return [np.asarray(each, dtype=np.int64) for each in np.split(order, ends)]
