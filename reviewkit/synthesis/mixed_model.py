"""A mixed model made ready and fitted: what `multilevel` and `cluster_robust` report from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.heterogeneity import CochranQ
from reviewkit.synthesis.mixed_fit import highest_likelihood
from reviewkit.synthesis.mixed_likelihood import Blocks, Likelihood, Solved, blocks_of, solve
from reviewkit.synthesis.model import modelled
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.random_effects import RandomEffect, Term, term_of
from reviewkit.synthesis.studies import check_values

SYMMETRIC = 1e-10
"""How far a covariance matrix may be from symmetric, beside its largest entry."""

ONE_GROUP = "A random effect of one group cannot be told from the mean; its variance is taken as 0."


@dataclass(frozen=True, slots=True)
class MixedModel:
    """Effects, design, random effects and the fit, on the scale of the effects.

    The fit is made on an orthonormal basis of the design; ``b = turn · b_basis``.
    """

    y: Array
    x: Array
    v: Array
    names: tuple[str, ...]
    turn: Array
    terms: tuple[Term, ...]
    blocks: tuple[Blocks, ...]
    covariances: tuple[Array, ...]
    solved: Solved
    notes: tuple[str, ...]

    @property
    def k(self) -> int:
        """Number of effects."""
        return len(self.y)

    @property
    def p(self) -> int:
        """Number of coefficients."""
        return int(self.x.shape[1])

    @property
    def coefficients(self) -> Array:
        """Coefficients b of the columns of the design."""
        found: Array = self.turn @ self.solved.coefficients
        return found

    @property
    def covariance(self) -> Array:
        """Covariance matrix of the coefficients."""
        found: Array = self.turn @ self.solved.covariance @ self.turn.T
        return found

    @property
    def tested(self) -> list[int]:
        """Positions of the coefficients of the omnibus test: all but an intercept, if any other."""
        others = [i for i in range(self.p) if not (self.x[:, i] == 1).all()]
        return others or list(range(self.p))

    def log_likelihood(self, kind: Likelihood) -> float:
        """Return the log-likelihood with its constants; for REML with ``ln det(X'X)/2``."""
        of_m, of_information = self.solved.log_determinants
        if kind == "ML":
            return -(self.k * math.log(2 * math.pi) + of_m + self.solved.squares) / 2
        constant = (self.k - self.p) * math.log(2 * math.pi)
        return -(constant + of_m + of_information + self.solved.squares) / 2

    def saturated_log_likelihood(self) -> float:
        """Return the log-likelihood of the model in which each effect is its own: errors alone."""
        _, log_determinant = np.linalg.slogdet(self.v)
        return -(self.k * math.log(2 * math.pi) + float(log_determinant)) / 2

    def residual_q(self) -> CochranQ:
        """Return ``Qₑ = r'V⁻¹r`` of the model without random effects."""
        from scipy.special import chdtrc

        without = [np.zeros_like(g) for g in self.covariances]
        q, df = solve(self.blocks, without).squares, self.k - self.p
        return CochranQ(q=q, df=df, p=float(chdtrc(df, q)))


def mixed_model(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    random: Sequence[RandomEffect],
    *,
    x: npt.ArrayLike | None,
    names: Sequence[str] | None,
    method: Likelihood,
) -> MixedModel:
    """Return the fitted model; parameters and errors as in `reviewkit.synthesis.multilevel`."""
    if method not in {"REML", "ML"}:
        raise ValueError(f'method is "REML" or "ML", not "{method}"')
    effects, sampling = _checked(y, v)
    k = len(effects)
    columns = np.ones((k, 1)) if x is None else np.asarray(x, dtype=np.float64)
    labels = _labels(columns, names, k)
    design = modelled(effects, np.diag(sampling), columns, names=labels)
    basis, turn = design.basis, design.turn
    terms, notes = _terms(random, k)
    size = math.sqrt(float(np.mean(np.diag(sampling))))
    # In units of a typical standard error: no step of the fit then depends on the unit of y.
    unit_terms = tuple(term.in_units_of(size) for term in terms)
    blocks = blocks_of(effects / size, basis, sampling / size**2, unit_terms)
    residuals = effects - basis @ (basis.T @ effects)
    scale = max(1.0, float(np.std(residuals)) / size)
    covariances = highest_likelihood(blocks, unit_terms, method, scale=scale)
    scaled_back = tuple(size**2 * g for g in covariances)
    whole = blocks_of(effects, basis, sampling, terms)
    return MixedModel(
        y=effects,
        x=columns,
        v=sampling,
        names=labels,
        turn=turn,
        terms=terms,
        blocks=whole,
        covariances=scaled_back,
        solved=solve(whole, scaled_back),
        notes=notes,
    )


def _checked(y: npt.ArrayLike, v: npt.ArrayLike) -> tuple[Array, Array]:
    effects, sampling = np.asarray(y, dtype=np.float64), np.asarray(v, dtype=np.float64)
    k = len(effects) if effects.ndim == 1 else -1
    if sampling.shape not in {(k,), (k, k)}:
        raise ValueError(
            "y is one-dimensional and v has a variance for each effect, or a covariance for each "
            f"two, not the shapes {effects.shape} and {sampling.shape}"
        )
    matrix = np.diag(sampling) if sampling.ndim == 1 else sampling
    check_values(effects, np.diag(matrix))
    if not np.isfinite(matrix).all():
        raise ValueError("v must be finite: leave out what was not estimable, with a reason")
    if np.max(np.abs(matrix - matrix.T)) > SYMMETRIC * np.max(np.abs(matrix)):
        raise ValueError("a covariance matrix is symmetric; v is not")
    try:
        np.linalg.cholesky(matrix)
    except np.linalg.LinAlgError:
        raise ValueError(
            "v is not positive definite: some combination of the effects would have no error"
        ) from None
    return effects, (matrix + matrix.T) / 2


def _labels(x: Array, names: Sequence[str] | None, k: int) -> tuple[str, ...]:
    if x.ndim != 2 or len(x) != k or not np.isfinite(x).all():  # noqa: PLR2004
        raise ValueError(f"x has a row of finite numbers for each of {k} effects, not {x.shape}")
    if names is None:
        names = ["intercept"] if (x == 1).all() else [f"x{i + 1}" for i in range(x.shape[1])]
    if len(names) != x.shape[1] or len(set(names)) != len(names):
        raise ValueError(f"{x.shape[1]} columns need as many names, each once, not {names}")
    return tuple(names)


def _terms(random: Sequence[RandomEffect], k: int) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    terms = [term_of(effect, k) for effect in random]
    single = [term.groups == 1 and term.parameters > 0 for term in terms]
    if any(alone and term.size > 1 for alone, term in zip(single, terms, strict=True)):
        raise NotEstimable("one group cannot tell how the random effects of its levels vary")
    fixed = tuple(
        term.known(0.0) if alone else term for alone, term in zip(single, terms, strict=True)
    )
    return fixed, (ONE_GROUP,) if any(single) else ()
