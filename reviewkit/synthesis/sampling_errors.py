"""Covariances of sampling errors that share people, and one effect a cluster made of several.

The correlations are rarely reported, so they are assumed: show the result under more than one, and
put `reviewkit.synthesis.cluster_robust.cluster_robust` on top, which does not rely on them.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.result import Result
from reviewkit.synthesis.studies import check_values

Labels = Sequence[Hashable]
Same = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedArms:
    """Which two groups each effect compares, so that effects with a group in common correlate.

    Parameters
    ----------
    first, second
        Label of the two groups of each effect; the effect is first less second.
    n1, n2
        Their sizes; None if all are taken to be equal, which makes the correlation ½.
    """

    first: Labels
    second: Labels
    n1: npt.ArrayLike | None = None
    n2: npt.ArrayLike | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterMean(Result):
    """One effect made of the effects of a cluster.

    Parameters
    ----------
    cluster
        Its label.
    estimate, variance
        The effect and its sampling variance.
    effects
        Of how many effects it is made.
    """

    cluster: Hashable
    estimate: float
    variance: float
    effects: int


def sampling_covariance(
    v: npt.ArrayLike,
    *,
    cluster: Labels,
    subgroup: Labels | None = None,
    observation: Labels | None = None,
    construct: Labels | None = None,
    time: npt.ArrayLike | None = None,
    arms: SharedArms | None = None,
    rho: float | None = None,
    rho_constructs: float | None = None,
    phi: float | None = None,
) -> Array:
    """Return the covariance matrix of sampling errors within clusters, shape (k, k).

    ``V = √vᵢ·r·√vⱼ`` for two effects of one cluster and subgroup, else 0. The correlation r is a
    product of what is given:

    - `rho` between two observations of one construct, `rho_constructs` between two constructs; with
      only one of `observation` and `construct`, `rho` between its labels;
    - ``phi^|t - t'|`` between two times;
    - of contrasts a - b that share a group, ``±(1/n)/√((1/n1 + 1/n2)(1/n1' + 1/n2'))``, n the size
      of the shared one, minus where it stands on opposite sides.

    Parameters
    ----------
    v
        Sampling variances, shape (k,).
    cluster, subgroup
        Labels of the study, and of groups within it that share nobody.
    observation, construct
        Which scale or instrument, and what it measures.
    time
        Of measurement.
    arms
        For several comparisons with a shared group.
    rho, rho_constructs, phi
        Correlations as above.

    Raises
    ------
    ValueError
        If labels and correlations do not go together, or are not of one length.

    Notes
    -----
    Gleser & Olkin 2009, in The Handbook of Research Synthesis and Meta-Analysis; Wei & Higgins
    2013, doi:10.1002/sim.5679. As metafor's ``vcalc``. It need not be positive definite: two
    effects of one cluster with the same labels have the correlation 1.

    Examples
    --------
    >>> sampling_covariance([0.04, 0.09], cluster=["a", "a"], observation=[1, 2], rho=0.5).tolist()
    [[0.04, 0.03], [0.03, 0.09]]
    """
    variances = np.asarray(v, dtype=np.float64)
    check_values(np.zeros_like(variances), variances)
    k = len(variances)
    together = _same(cluster, k)
    if subgroup is not None:
        together &= _same(subgroup, k)
    correlation = (
        together
        * _of_observations(observation, construct, rho, rho_constructs, k)
        * _of_times(time, phi, k)
        * _of_arms(arms, k)
    )
    np.fill_diagonal(correlation, 1.0)
    sd = np.sqrt(variances)
    found: Array = correlation * np.outer(sd, sd)
    np.fill_diagonal(found, variances)
    return found


def one_per_cluster(
    y: npt.ArrayLike, v: npt.ArrayLike, cluster: Labels, *, weighted: bool = True
) -> tuple[ClusterMean, ...]:
    """Return one effect for each cluster, in the order in which clusters first stand.

    ``1'V⁻¹y/(1'V⁻¹1)`` with variance ``1/(1'V⁻¹1)``; unweighted the plain mean, with variance
    ``1'V1/n²``.

    Parameters
    ----------
    y
        Effects, shape (k,).
    v
        Sampling variances, shape (k,), for errors that are independent within clusters; or their
        covariance matrix, shape (k, k), as of `sampling_covariance`.
    cluster
        Label of the cluster of each effect.
    weighted
        Whether precise effects count more.

    Raises
    ------
    ValueError
        For arrays that do not fit together.
    NotEstimable
        If the errors of a cluster determine each other (weighted).

    Notes
    -----
    Borenstein, Hedges, Higgins & Rothstein 2009, doi:10.1002/9780470743386, chapters 23 and 24. As
    metafor's ``aggregate``.

    Examples
    --------
    >>> covariance = [[0.04, 0.02], [0.02, 0.04]]
    >>> one = one_per_cluster([0.2, 0.4], covariance, ["a", "a"])[0]
    >>> round(one.estimate, 3), round(one.variance, 3)
    (0.3, 0.03)
    """
    effects, sampling = np.asarray(y, dtype=np.float64), np.asarray(v, dtype=np.float64)
    k = len(effects)
    if sampling.shape not in {(k,), (k, k)} or len(cluster) != k:
        raise ValueError(
            f"{k} effects need as many clusters, and variances or covariances of the shape ({k},) "
            f"or ({k}, {k}), not {len(cluster)} and {sampling.shape}"
        )
    matrix = np.diag(sampling) if sampling.ndim == 1 else sampling
    check_values(effects, np.diag(matrix))
    labels = np.array([list(dict.fromkeys(cluster)).index(label) for label in cluster])
    return tuple(
        _mean(label, effects[at], matrix[np.ix_(at, at)], weighted=weighted)
        for code, label in enumerate(dict.fromkeys(cluster))
        for at in [np.flatnonzero(labels == code)]
    )


def _mean(label: Hashable, y: Array, v: Array, *, weighted: bool) -> ClusterMean:
    n = len(y)
    if weighted:
        try:
            np.linalg.cholesky(v)
        except np.linalg.LinAlgError:
            raise NotEstimable(
                f"the sampling errors of cluster {label} determine each other; take the plain mean"
            ) from None
        w = np.sum(np.linalg.inv(v), axis=0)
        estimate, variance = float(w @ y / np.sum(w)), float(1 / np.sum(w))
    else:
        estimate, variance = float(np.mean(y)), float(np.sum(v)) / n**2
    return ClusterMean(cluster=label, estimate=estimate, variance=variance, effects=n)


def _of_observations(
    observation: Labels | None,
    construct: Labels | None,
    rho: float | None,
    rho_constructs: float | None,
    k: int,
) -> Array:
    if observation is None and construct is None:
        return np.ones((k, k))
    if observation is None or construct is None:
        labels = observation if construct is None else construct
        return np.where(_same(labels or (), k), 1.0, _given("rho", rho))
    within = np.where(_same(observation, k), 1.0, _given("rho", rho))
    return np.where(_same(construct, k), within, _given("rho_constructs", rho_constructs))


def _of_times(time: npt.ArrayLike | None, phi: float | None, k: int) -> Array:
    if time is None:
        return np.ones((k, k))
    at = np.asarray(time, dtype=np.float64)
    if at.shape != (k,):
        raise ValueError(f"time has a number for each of {k} effects, not the shape {at.shape}")
    found: Array = _given("phi", phi) ** np.abs(at[:, None] - at)
    return found


def _of_arms(arms: SharedArms | None, k: int) -> Array:
    if arms is None:
        return np.ones((k, k))
    one, other = (
        1 / (np.ones(k) if n is None else np.asarray(n, dtype=np.float64))
        for n in (arms.n1, arms.n2)
    )
    first, second = tuple(arms.first), tuple(arms.second)
    shared = (
        _same(first, k) * one[:, None]
        + _same(second, k) * other[:, None]
        - _equal(first, second, k) * one[:, None]
        - _equal(second, first, k) * other[:, None]
    )
    size = np.sqrt(one + other)
    found: Array = shared / np.outer(size, size)
    return found


def _same(labels: Labels, k: int) -> Same:
    return _equal(labels, labels, k)


def _equal(rows: Labels, columns: Labels, k: int) -> Same:
    if len(rows) != k or len(columns) != k:
        raise ValueError(f"labels are one for each of {k} effects, not {len(rows)}")
    codes = {label: code for code, label in enumerate(dict.fromkeys((*rows, *columns)))}
    one, other = (np.array([codes[label] for label in labels]) for labels in (rows, columns))
    found: Same = one[:, None] == other
    return found


def _given(name: str, correlation: float | None) -> float:
    if correlation is None or not -1 <= correlation <= 1:
        raise ValueError(f"{name} is needed, a correlation between -1 and 1, not {correlation}")
    return correlation
