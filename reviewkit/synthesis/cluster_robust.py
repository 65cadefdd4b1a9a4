"""Cluster-robust standard errors: what a model says when its correlations are not to be trusted.

The sandwich takes the spread of coefficients from the residuals of whole clusters, so that it
holds whatever happens within a cluster. With few clusters the plain form (CR0) is far too small;
CR2 and Satterthwaite's degrees of freedom repair most of it. Below four degrees of freedom even
those are not to be trusted (Tipton 2015, doi:10.1037/met0000011).
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.mixed_likelihood import Likelihood
from reviewkit.synthesis.mixed_model import MixedModel, mixed_model
from reviewkit.synthesis.random_effects import RandomEffect
from reviewkit.synthesis.regression import Coefficient, coefficient
from reviewkit.synthesis.result import Result
from reviewkit.synthesis.sandwich import ROUNDED, Sandwich, bias_reduced, plain

RobustKind = Literal["CR0", "CR1", "CR2"]

TRUSTED_DF = 4
"""Satterthwaite degrees of freedom below which Tipton 2015 found tests too liberal."""

LEAST_CLUSTERS = 2

FEW_CLUSTERS = (
    "Fewer than four degrees of freedom: too few clusters, or clusters too unlike, to trust the "
    "interval."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustTest(Result):
    """The test that several coefficients are zero: F on `df` and `df_residual`, with its p."""

    statistic: float
    df: int
    df_residual: float
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterRobust(Result):
    """Coefficients of a model with cluster-robust tests.

    Parameters
    ----------
    coefficients
        As estimated by the model; standard errors, intervals and t tests are robust.
    covariance
        Their robust covariance matrix, rows of numbers.
    dfs
        Degrees of freedom of each t test.
    moderators, tested
        The omnibus test of the moderators, and the names that it is about: all but the intercept;
        None where CR2 leaves it no degrees of freedom, or where one cluster alone says what a
        level of a factor does, so that the covariance cannot be inverted.
    clusters
        Number of clusters.
    variances
        Variances of the random effects of the model, term by term and level by level.
    kind
        ``CR0``, ``CR1`` or ``CR2``.
    level
        Coverage of the intervals.
    notes
        What a reader must know to take the numbers rightly, one sentence each.
    """

    coefficients: tuple[Coefficient, ...]
    covariance: tuple[tuple[float, ...], ...]
    dfs: tuple[float, ...]
    moderators: RobustTest | None
    tested: tuple[str, ...]
    clusters: int
    variances: tuple[tuple[float, ...], ...]
    kind: RobustKind
    level: float
    notes: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> Coefficient:
        """Return the coefficient of that name."""
        for each in self.coefficients:
            if each.name == name:
                return each
        names = ", ".join(each.name for each in self.coefficients)
        raise KeyError(f'no coefficient is called "{name}"; there are {names}')


def cluster_robust(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    random: Sequence[RandomEffect],
    *,
    cluster: Sequence[Hashable],
    x: npt.ArrayLike | None = None,
    names: Sequence[str] | None = None,
    kind: RobustKind = "CR2",
    method: Likelihood = "REML",
    level: float = 0.95,
) -> ClusterRobust:
    """Return the coefficients of `multilevel` with cluster-robust standard errors and tests.

    With ``W = M⁻¹`` of the model, ``C = (X'WX)⁻¹`` and the residuals e of each of m clusters,

    ``C·Σ X'WA ee' A'WX·C``

    - CR0: A is 1; t on m - p degrees of freedom;
    - CR1: as CR0, times ``m/(m - p)``;
    - CR2: A makes the estimate unbiased if the model is right: with ``M = D'D`` of the cluster,
      ``A = D'(D(M - XCX')D')^(-1/2)D``, a pseudo-inverse root where it has none; t on
      Satterthwaite's degrees of freedom, the omnibus test as Hotelling's T² on those of Zhang.

    Parameters
    ----------
    y, v, random, x, names, method
        The model, as in `multilevel`. One effect a study with τ² is
        ``[RandomEffect(groups=range(k))]``.
    cluster
        Label of the cluster of each effect, shape (k,). Effects of two clusters are taken to be
        independent.
    kind
        ``CR0``, ``CR1`` or ``CR2``.
    level
        Coverage of the intervals.

    Raises
    ------
    ValueError
        As `multilevel`, or if the model ties effects of two clusters (CR2).
    NotEstimable
        As `multilevel`, or if there are not more clusters than coefficients (CR0, CR1), or the
        clusters leave no degrees of freedom.

    Notes
    -----
    Hedges, Tipton & Johnson 2010, doi:10.1002/jrsm.5; Bell & McCaffrey 2002; Tipton 2015,
    doi:10.1037/met0000011; Tipton & Pustejovsky 2015, doi:10.3102/1076998615606099; Pustejovsky &
    Tipton 2018, doi:10.1080/07350015.2016.1247004. As metafor's ``robust``, CR2 by way of
    clubSandwich.

    Examples
    --------
    >>> from reviewkit.synthesis import nested
    >>> study, effect = ["a", "a", "b", "b", "c"], [1, 2, 1, 2, 1]
    >>> robust = cluster_robust([0.2, 0.4, 1.0, 1.1, 0.5], [0.02] * 5, nested([study, effect]),
    ...                         cluster=study)
    >>> round(robust["intercept"].se, 4), round(robust.dfs[0], 3)
    (0.2293, 1.998)
    """
    model = mixed_model(y, v, random, x=x, names=names, method=method)
    if kind not in {"CR0", "CR1", "CR2"}:
        raise ValueError(f'kind is "CR0", "CR1" or "CR2", not "{kind}"')
    members = _members(cluster, model.k)
    if len(members) < LEAST_CLUSTERS:
        raise NotEstimable("one cluster has no spread between clusters")
    if kind == "CR2":
        found = bias_reduced(model, members)
    else:
        if len(members) <= model.p:
            raise NotEstimable(
                f"{len(members)} clusters cannot carry {model.p} coefficients and their spread"
            )
        found = plain(model, members, corrected=kind == "CR1")
    _refuse_lone_clusters(model, found)
    b, tested = model.coefficients, model.tested
    return ClusterRobust(
        coefficients=tuple(
            coefficient(
                name,
                float(b[i]),
                math.sqrt(found.covariance[i, i]),
                df=found.dfs[i],
                level=level,
            )
            for i, name in enumerate(model.names)
        ),
        covariance=tuple(map(tuple, found.covariance.tolist())),
        dfs=found.dfs,
        moderators=_omnibus(model, found),
        tested=tuple(model.names[i] for i in tested),
        clusters=len(members),
        variances=tuple(tuple(np.diag(g).tolist()) for g in model.covariances),
        kind=kind,
        level=level,
        notes=model.notes + ((FEW_CLUSTERS,) if min(found.dfs) < TRUSTED_DF else ()),
    )


def _refuse_lone_clusters(model: MixedModel, found: Sandwich) -> None:
    """Raise where a robust variance is the rounding of 0."""
    robust, by_model = np.diag(found.covariance), np.diag(model.covariance)
    for name, vanishes in zip(model.names, robust <= ROUNDED**2 * by_model, strict=True):
        if vanishes:
            raise NotEstimable(
                f'"{name}" rests on one cluster, which has no spread between clusters'
            )


def _omnibus(model: MixedModel, found: Sandwich) -> RobustTest | None:
    """Return the F test of the tested coefficients, ``F = b'V⁻¹b/q``.

    For Hotelling's T² on Zhang's η it is multiplied by ``(η - q + 1)/η``, on q and η - q + 1.
    """
    from scipy.special import fdtrc

    tested = model.tested
    b, q, df = model.coefficients[tested], len(tested), found.omnibus_df
    if df is None:
        return None
    wald = float(b @ np.linalg.solve(found.covariance[np.ix_(tested, tested)], b))
    factor = df / (df + q - 1) if found.hotelling else 1.0
    statistic = factor * wald / q
    return RobustTest(statistic=statistic, df=q, df_residual=df, p=float(fdtrc(q, df, statistic)))


def _members(cluster: Sequence[Hashable], k: int) -> list[npt.NDArray[np.int64]]:
    if len(cluster) != k:
        raise ValueError(f"{k} effects, but {len(cluster)} labels of clusters")
    found: dict[Hashable, list[int]] = {}
    for i, label in enumerate(cluster):
        found.setdefault(label, []).append(i)
    return [np.array(positions, dtype=np.int64) for positions in found.values()]
