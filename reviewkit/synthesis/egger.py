"""Regression tests of small-study effects: whether the effect depends on the size of the study."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from reviewkit import display
from reviewkit.synthesis.fit import Test
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.regression import Coefficient, Regression, meta_regression
from reviewkit.synthesis.result import Result
from reviewkit.synthesis.small_studies import effects_and_variances, few_studies
from reviewkit.synthesis.tau2 import Method

Predictor = Literal["se", "variance", "n", "1/n", "sqrt n", "1/sqrt n"]
RegressionModel = Literal["lm", "mixed"]

LIMITLESS = {"n", "sqrt n"}
"""Predictors that grow without end as studies do: the intercept is of no study at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegressionTest(Result):
    """The slope of effects on a measure of study size, and the effect at its limit.

    Parameters
    ----------
    slope
        Coefficient of the predictor, with its test of zero: the test of asymmetry.
    limit
        Intercept: what the line gives for a study without end, for the predictors that are 0
        there. Not an estimate free of bias, only where this line goes.
    df
        Degrees of freedom of the t distribution; None for the normal.
    k
        Number of studies.
    tau2
        Between-study variance left beside the predictor; 0 for ``lm``.
    predictor, model
        As asked for.
    notes
        What a reader must know to take the numbers rightly, one sentence each.
    """

    slope: Coefficient
    limit: Coefficient | None
    df: int | None
    k: int
    tau2: float
    predictor: Predictor
    model: RegressionModel
    notes: tuple[str, ...] = ()

    def summary(self) -> str:
        """Return the test in plain sentences.

        Examples
        --------
        >>> print(egger([0.1, 0.3, 0.4, 0.9], [0.01, 0.02, 0.05, 0.2]).summary())
        ... # doctest: +NORMALIZE_WHITESPACE
        Effects against their se (4 studies): slope 2.4 (95% CI 0.3 to 4.5), p = .04. With fewer
        than ten studies chance asymmetry cannot be told from real: the Cochrane Handbook advises
        against the test.
        """
        ci = self.slope.ci
        line = display.estimate_with_ci(self.slope.estimate, ci.lower, ci.upper, level=ci.level)
        said = (
            f"Effects against their {self.predictor} ({display.plural(self.k, 'study')}): "
            f"slope {line}, {display.p_value(self.slope.p)}."
        )
        return " ".join([said, *self.notes])


def egger(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    *,
    n: npt.ArrayLike | None = None,
    predictor: Predictor = "se",
    model: RegressionModel = "lm",
    method: Method = "REML",
    test: Test = "z",
    level: float = 0.95,
) -> RegressionTest:
    """Return Egger's regression test for funnel plot asymmetry, or one of its kin.

    ``y = b₀ + b₁·predictor``: by ``lm`` with weights 1/v and a common factor on all variances, t
    with k - 2 degrees of freedom (with ``se`` the classical test); by ``mixed`` with τ² beside
    the sampling variances, as `meta_regression`.

    It tests whether small studies tell of other effects, not why. Unpublished studies are one
    cause; others are poorer methods, other people or more intense care in small studies, and
    chance. For odds ratios and standardised differences the se depends on the effect itself and
    finds asymmetry where there is none: take 1/n there (Peters and others 2006,
    doi:10.1001/jama.295.6.676; Pustejovsky & Rodgers 2019, doi:10.1002/jrsm.1332).

    Parameters
    ----------
    y, v
        Effects and sampling variances, shape (k,).
    n
        People in each study, for the predictors that need it.
    predictor
        ``se``, ``variance``, ``n``, ``1/n``, ``sqrt n`` or ``1/sqrt n``.
    model
        ``lm`` or ``mixed``.
    method, test
        Of the mixed model, as in `meta_regression`.
    level
        Coverage of the intervals.

    Raises
    ------
    NotEstimable
        For fewer than three studies, or if all have the same size.
    ValueError
        If n is needed and not given, or not positive.

    Notes
    -----
    Egger, Davey Smith, Schneider & Minder 1997, doi:10.1136/bmj.315.7109.629; Sterne & Egger 2005.
    As metafor's ``regtest``.

    Examples
    --------
    >>> result = egger([0.1, 0.3, 0.4, 0.9], [0.01, 0.02, 0.05, 0.2])
    >>> round(result.slope.statistic, 3), result.df, round(result.limit.estimate, 3)
    (4.829, 2, -0.109)
    """
    effects, variances = effects_and_variances(y, v)
    size = _size(predictor, variances, n)
    found = _regress(effects, variances, size, model=model, method=method, test=test, level=level)
    return RegressionTest(
        slope=found["slope"],
        limit=None if predictor in LIMITLESS else found["limit"],
        df=found.df,
        k=found.k,
        tau2=found.tau2,
        predictor=predictor,
        model=model,
        notes=few_studies(found.k),
    )


def _regress(
    y: Array,
    v: Array,
    size: Array,
    *,
    model: RegressionModel,
    method: Method,
    test: Test,
    level: float,
) -> Regression:
    if model not in {"lm", "mixed"}:
        raise ValueError(f'model is "lm" or "mixed", not "{model}"')
    design = np.column_stack([np.ones_like(size), size])
    plain = model == "lm"
    return meta_regression(
        y,
        v,
        design,
        names=["limit", "slope"],
        method="CE" if plain else method,
        test="hksj" if plain else test,
        level=level,
    )


def _size(predictor: Predictor, v: Array, n: npt.ArrayLike | None) -> Array:
    people = _people(n, len(v)) if predictor not in {"se", "variance"} else v
    sizes: dict[Predictor, Callable[[], Array]] = {
        "se": lambda: np.sqrt(v),
        "variance": lambda: v,
        "n": lambda: people,
        "1/n": lambda: 1 / people,
        "sqrt n": lambda: np.sqrt(people),
        "1/sqrt n": lambda: 1 / np.sqrt(people),
    }
    if predictor not in sizes:
        raise ValueError(f'predictor is one of {", ".join(sizes)}, not "{predictor}"')
    return sizes[predictor]()


def _people(n: npt.ArrayLike | None, k: int) -> Array:
    if n is None:
        raise ValueError("a predictor of sample size needs n, the people in each study")
    people = np.asarray(n, dtype=np.float64)
    if people.shape != (k,) or not np.isfinite(people).all() or (people <= 0).any():
        raise ValueError(f"n has a number above 0 for each of {k} studies")
    return people
