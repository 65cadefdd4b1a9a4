"""Pools of groups of studies, and the test of their difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from reviewkit.errors import NotEstimable
from reviewkit.synthesis.contrasts import joint_test
from reviewkit.synthesis.fit import Test
from reviewkit.synthesis.moderators import cells
from reviewkit.synthesis.omnibus import Omnibus
from reviewkit.synthesis.pool import pool
from reviewkit.synthesis.pooled import Pooled
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.regression import Regression, meta_regression
from reviewkit.synthesis.tau2 import Method

Sharing = Literal["separate", "common"]

LEAST_GROUPS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Subgroups:
    """Pools of groups of studies.

    Parameters
    ----------
    pools
        By name of the group. With a common τ² each is made with that τ²; its interval then still
        has the degrees of freedom and the factor of its own studies, and the model those of all.
    difference
        The test that all groups have one mean. A difference between significant and not is no
        significant difference: this test is the one to read.
    model
        The regression on the groups, for a common τ²; None for separate ones.
    """

    pools: Mapping[str, Pooled]
    difference: Omnibus
    model: Regression | None

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "pools": {name: each.to_dict() for name, each in self.pools.items()},
            "difference": self.difference.to_dict(),
            "model": self.model and self.model.to_dict(),
        }


def subgroups(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    groups: Sequence[str],
    *,
    method: Method = "REML",
    test: Test | None = None,
    tau2: Sharing = "separate",
    level: float = 0.95,
) -> Subgroups:
    """Return the pool of each group of studies and the test of their difference.

    With separate τ² the difference is tested by Cochran's Q of the group means,
    ``Σ (μⱼ - μ)²/SE²ⱼ`` on (groups - 1) degrees of freedom (Borenstein & Higgins 2013,
    doi:10.1007/s11121-013-0377-7; Cochrane Handbook, section 10.11.3.1). With a common one the
    studies are regressed on the groups, and the test is that regression's.

    Subgroups are observational: what differs between groups of studies is more than their label.

    Parameters
    ----------
    y, v
        Effects and sampling variances, shape (k,).
    groups
        The group of each study.
    method, test, level
        As in `reviewkit.synthesis.pool.pool`.
    tau2
        ``separate``: each group has its own; ``common``: one for all, better where groups are of
        few studies.

    Raises
    ------
    ValueError
        If the groups are not one a study.
    NotEstimable
        For fewer than two groups; for a common τ² if no group has two studies.

    Examples
    --------
    >>> found = subgroups([0.1, 0.2, 0.8, 0.9], [0.01] * 4, ["a", "a", "b", "b"], method="CE")
    >>> round(found.difference.statistic, 2), found.difference.df
    (49.0, 1)
    """
    effects, variances = np.asarray(y, dtype=np.float64), np.asarray(v, dtype=np.float64)
    labels = np.asarray(groups)
    if labels.shape != effects.shape:
        raise ValueError(f"a group for each of {len(effects)} studies, not {len(labels)} groups")
    names = sorted(set(groups))
    if len(names) < LEAST_GROUPS:
        raise NotEstimable("one group alone differs from nothing")
    model = (
        _regressed(effects, variances, groups, method=method, test=test, level=level)
        if tau2 == "common"
        else None
    )
    pools = {
        name: pool(
            effects[labels == name],
            variances[labels == name],
            method=method,
            test=test,
            level=level,
            tau2=None if model is None or method == "CE" else model.tau2,
        )
        for name in names
    }
    if model is None:
        return Subgroups(pools=pools, difference=_q_between(list(pools.values())), model=None)
    steps = np.eye(len(names))[1:] - np.eye(len(names))[0]
    return Subgroups(pools=pools, difference=joint_test(model, steps), model=model)


def _regressed(
    y: Array,
    v: Array,
    groups: Sequence[str],
    *,
    method: Method,
    test: Test | None,
    level: float,
) -> Regression:
    columns = cells("group", groups)
    test = test or ("z" if method == "CE" else "hksj-floor")
    return meta_regression(
        y, v, columns.values, names=columns.names, method=method, test=test, level=level
    )


def _q_between(pools: Sequence[Pooled]) -> Omnibus:
    from scipy.special import chdtrc

    estimates = np.array([each.estimate for each in pools])
    w = np.array([each.se for each in pools]) ** -2
    mean = (w * estimates).sum() / w.sum()
    q, df = float((w * (estimates - mean) ** 2).sum()), len(pools) - 1
    return Omnibus(statistic=q, df=df, df_residual=None, p=float(chdtrc(df, q)))
