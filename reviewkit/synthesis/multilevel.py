"""Models of effects that depend on each other: nested groups, several outcomes or arms a study."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit import display
from reviewkit.effects.values import Interval
from reviewkit.errors import NotEstimable
from reviewkit.synthesis.fitness import Fitness, criteria
from reviewkit.synthesis.heterogeneity import CochranQ
from reviewkit.synthesis.mixed_likelihood import Blocks, Likelihood, Solved
from reviewkit.synthesis.mixed_model import MixedModel, mixed_model
from reviewkit.synthesis.omnibus import Omnibus, root_of, wald
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.random_effects import RandomEffect, Structure, Term
from reviewkit.synthesis.regression import Coefficient, coefficient
from reviewkit.synthesis.result import Result
from reviewkit.synthesis.tails import around

MultilevelTest = Literal["z", "t"]
Dfs = Literal["residual", "contain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEffect(Result):
    """The predicted random effect of one group at one level: how far it lies from the model."""

    group: Hashable
    level_of: Hashable
    estimate: float
    se: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomComponent(Result):
    """What was estimated of one random effect.

    Parameters
    ----------
    structure
        As asked for; ``ID`` for a random intercept.
    levels
        The levels within a group; one, ``all``, for a random intercept.
    covariance
        Covariance matrix of the random effects of the levels; for a random intercept its variance
        alone.
    groups
        Number of groups.
    estimated
        Whether it was estimated, or given.
    effects
        Predicted random effects of each group and level, best linear unbiased given the covariance.
    """

    structure: Structure
    levels: tuple[Hashable, ...]
    covariance: tuple[tuple[float, ...], ...]
    groups: int
    estimated: bool
    effects: tuple[GroupEffect, ...]

    @property
    def variances(self) -> tuple[float, ...]:
        """Variances of the levels."""
        return tuple(row[i] for i, row in enumerate(self.covariance))

    def correlation(self, one: int = 0, other: int = 1) -> float | None:
        """Return the correlation of two levels by position; None where one does not vary.

        Raises
        ------
        NotEstimable
            If there is no such level, as where all effects are of one.
        """
        if (last := max(one, other)) >= len(self.levels):
            raise NotEstimable(
                f"the levels are {len(self.levels)}, so there is no number {last + 1}"
            )
        product = self.covariance[one][one] * self.covariance[other][other]
        return self.covariance[one][other] / math.sqrt(product) if product > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Multilevel(Result):
    """A multilevel model, on the scale of the effects that went in.

    Parameters
    ----------
    coefficients
        In the order of the columns of the design.
    covariance
        Their covariance matrix, rows of numbers.
    moderators, tested
        The omnibus test of the moderators, and the names that it is about: all but the intercept.
    dfs
        Degrees of freedom of each coefficient's t distribution; None for the normal.
    k
        Number of effects.
    components
        The random effects, in the order asked for.
    residual_q
        The test that effects differ by sampling error alone: Qₑ, on k - p degrees of freedom.
    prediction
        Where a new effect in a new group would lie; for a model of one mean whose random effects
        have one variance each, else None.
    ml, reml
        Log-likelihood and restricted log-likelihood at the estimates, with their criteria.
    method, test, level
        As used.
    notes
        What a reader must know to take the numbers rightly, one sentence each.
    """

    coefficients: tuple[Coefficient, ...]
    covariance: tuple[tuple[float, ...], ...]
    moderators: Omnibus
    tested: tuple[str, ...]
    dfs: tuple[int, ...] | None
    k: int
    components: tuple[RandomComponent, ...]
    residual_q: CochranQ
    prediction: Interval | None
    ml: Fitness
    reml: Fitness
    method: Likelihood
    test: MultilevelTest
    level: float
    notes: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> Coefficient:
        """Return the coefficient of that name."""
        for each in self.coefficients:
            if each.name == name:
                return each
        names = ", ".join(each.name for each in self.coefficients)
        raise KeyError(f'no coefficient is called "{name}"; there are {names}')

    def summary(self) -> str:
        """Return the first coefficient and the random effects in plain sentences.

        Examples
        --------
        >>> from reviewkit.synthesis import nested
        >>> study, effect = ["a", "a", "b", "b", "c"], [1, 2, 1, 2, 1]
        >>> fitted = multilevel([0.2, 0.4, 1.0, 1.1, 0.5], [0.02] * 5, nested([study, effect]))
        >>> print(fitted.summary())  # doctest: +NORMALIZE_WHITESPACE
        5 effects in 3 groups: intercept 0.62 (95% CI 0.17 to 1.07), p = .007 (multilevel model,
        REML). Variances between groups: 0.143 and 0.
        """
        first = self.coefficients[0]
        line = display.estimate_with_ci(
            first.estimate, first.ci.lower, first.ci.upper, level=self.level
        )
        groups = display.plural(self.components[0].groups, "group") if self.components else ""
        within = f" in {groups}" if groups else ""
        said = (
            f"{display.plural(self.k, 'effect')}{within}: {first.name} {line}, "
            f"{display.p_value(first.p)} (multilevel model, {self.method})."
        )
        if self.components:
            variances = [v for component in self.components for v in component.variances]
            said += f" Variances between groups: {display.joined(map(display.number, variances))}."
        return " ".join([said, *self.notes])


def multilevel(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    random: Sequence[RandomEffect],
    *,
    x: npt.ArrayLike | None = None,
    names: Sequence[str] | None = None,
    method: Likelihood = "REML",
    test: MultilevelTest = "z",
    dfs: Dfs = "residual",
    level: float = 0.95,
) -> Multilevel:
    """Return the model ``y = Xb + Zu + e`` of effects that share random effects u or errors e.

    ``b = (X'WX)⁻¹X'Wy`` with ``W = (V + ZGZ')⁻¹``, G where the (restricted) likelihood is highest
    (`reviewkit.synthesis.mixed_likelihood`).

    Intervals take G as known and are too narrow with few groups: `cluster_robust` with CR2 is the
    remedy, also where the correlations in V were assumed. A variance component of few groups is
    hardly determined at all.

    Parameters
    ----------
    y
        Effects, shape (k,).
    v
        Sampling variances, shape (k,), or their covariance matrix, shape (k, k).
    random
        The random effects; `nested` makes those of nested groups.
    x, names
        The whole design, shape (k, p), and the names of its columns; None for one mean,
        ``intercept``.
    method
        ``REML`` or ``ML``.
    test
        ``z`` or ``t``.
    dfs
        Degrees of freedom of t: ``residual`` k - p for all; ``contain`` the number of groups of
        the random effect within whose groups a column does not vary, less p; the least of them,
        and k - p where there is none.
    level
        Coverage of the intervals.

    Raises
    ------
    ValueError
        For arrays that do not fit together, or a V that is no covariance matrix.
    NotEstimable
        If there are not more effects than columns, a column is redundant, or no degrees of
        freedom are left.

    Notes
    -----
    Konstantopoulos 2011, doi:10.1002/jrsm.35; van Houwelingen, Arends & Stijnen 2002,
    doi:10.1002/sim.1040. As metafor's ``rma.mv`` with random effects ``~ 1 | group`` and
    ``~ level | group``; where the likelihood has several maxima the two may differ.

    Examples
    --------
    >>> from reviewkit.synthesis import nested
    >>> study, effect = ["a", "a", "b", "b", "c"], [1, 2, 1, 2, 1]
    >>> fitted = multilevel([0.2, 0.4, 1.0, 1.1, 0.5], [0.02] * 5, nested([study, effect]))
    >>> round(fitted["intercept"].estimate, 4), [round(each.variances[0], 4)
    ...                                          for each in fitted.components]
    (0.6191, [0.1432, 0.0])
    """
    model = mixed_model(y, v, random, x=x, names=names, method=method)
    if test not in {"z", "t"}:
        raise ValueError(f'test is "z" or "t", not "{test}"')
    b, covariance = model.coefficients, model.covariance
    freedoms = _freedoms(model, dfs) if test == "t" else None
    tested = model.tested
    return Multilevel(
        coefficients=tuple(
            coefficient(
                name,
                float(b[i]),
                math.sqrt(covariance[i, i]),
                df=None if freedoms is None else freedoms[i],
                level=level,
            )
            for i, name in enumerate(model.names)
        ),
        covariance=tuple(map(tuple, covariance.tolist())),
        moderators=wald(
            b[tested],
            root_of(covariance)[tested],
            df=None if freedoms is None else min(freedoms[i] for i in tested),
        ),
        tested=tuple(model.names[i] for i in tested),
        dfs=freedoms,
        k=model.k,
        components=tuple(_component(model, i) for i in range(len(model.terms))),
        residual_q=model.residual_q(),
        prediction=_prediction(model, freedoms, level),
        ml=_statistics(model, "ML"),
        reml=_statistics(model, "REML"),
        method=method,
        test=test,
        level=level,
        notes=model.notes,
    )


def _statistics(model: MixedModel, kind: Likelihood) -> Fitness:
    parameters = model.p + sum(term.parameters for term in model.terms)
    observations = model.k - (model.p if kind == "REML" else 0)
    saturated = model.saturated_log_likelihood() if kind == "ML" else 0.0
    return criteria(
        model.log_likelihood(kind), saturated=saturated, parameters=parameters, n=observations
    )


def _freedoms(model: MixedModel, dfs: Dfs) -> tuple[int, ...]:
    if dfs not in {"residual", "contain"}:
        raise ValueError(f'dfs is "residual" or "contain", not "{dfs}"')
    result = []
    for column in model.x.T:
        counts = [
            term.groups
            for term in model.terms
            if dfs == "contain" and _constant_within(column, term)
        ]
        result.append(min(counts, default=model.k) - model.p)
    if min(result) < 1:
        raise NotEstimable("there are no more groups than coefficients, so no t test is left")
    return tuple(result)


def _constant_within(column: Array, term: Term) -> bool:
    order = np.lexsort((column, term.outer))
    groups, values = term.outer[order], column[order]
    return not ((groups[1:] == groups[:-1]) & (values[1:] != values[:-1])).any()


def _prediction(
    model: MixedModel, freedoms: tuple[int, ...] | None, level: float
) -> Interval | None:
    one_variance = all(term.size == 1 or term.structure in {"ID", "CS"} for term in model.terms)
    if model.p != 1 or not (model.x == 1).all() or not one_variance:
        return None
    spread = float(model.covariance[0, 0]) + sum(float(g[0, 0]) for g in model.covariances)
    df = freedoms[0] if freedoms else None
    return around(float(model.coefficients[0]), math.sqrt(spread), df=df, level=level)


def _component(model: MixedModel, position: int) -> RandomComponent:
    term, g = model.terms[position], model.covariances[position]
    return RandomComponent(
        structure=term.structure,
        levels=term.labels,
        covariance=tuple(map(tuple, g.tolist())),
        groups=term.groups,
        estimated=term.parameters > 0,
        effects=_effects(model.blocks, model.solved, term, g, position),
    )


def _effects(
    blocks: Sequence[Blocks], solved: Solved, term: Term, g: Array, position: int
) -> tuple[GroupEffect, ...]:
    """Return ``u = GZ'Wr``, ``SE² = diag(G - GZ'PZG)``, for the groups and levels that occur."""
    j, groups = term.size, term.groups
    moment, spread = np.zeros((groups, j)), np.zeros((groups, j, j))
    for each, w, r in zip(blocks, solved.w, solved.residuals, strict=True):
        wx = w @ each.x
        p = w - wx @ solved.covariance @ np.swapaxes(wx, 1, 2)
        outer, inner = term.outer[each.at], each.inner[position]
        np.add.at(moment, (outer, inner), (w @ r[:, :, None])[:, :, 0])
        places = (
            np.broadcast_to(outer[:, :, None], p.shape),
            np.broadcast_to(inner[:, :, None], p.shape),
            np.broadcast_to(inner[:, None, :], p.shape),
        )
        np.add.at(spread, places, p * each.together[position])
    estimates = moment @ g
    variances = np.diag(g) - np.einsum("ab,gbc,ca->ga", g, spread, g)
    found = sorted(set(zip(term.outer.tolist(), term.inner.tolist(), strict=True)))
    return tuple(
        GroupEffect(
            group=term.group_labels[group],
            level_of=term.labels[inner],
            estimate=float(estimates[group, inner]),
            se=math.sqrt(max(0.0, float(variances[group, inner]))),
        )
        for group, inner in found
    )
