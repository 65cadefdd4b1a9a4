"""What follows from a meta-regression: predictions, contrasts, tests of several coefficients."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reviewkit.effects.values import Interval
from reviewkit.errors import NotEstimable
from reviewkit.synthesis.omnibus import Omnibus, root_of, wald
from reviewkit.synthesis.projection import Array
from reviewkit.synthesis.regression import Coefficient, Regression, coefficient
from reviewkit.synthesis.tails import around


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """The mean effect at values of the moderators, and where a new study's would lie."""

    estimate: float
    se: float
    ci: Interval
    prediction: Interval


def predict(regression: Regression, x: npt.ArrayLike) -> tuple[Prediction, ...]:
    """Return the mean effect at each row of x, with its interval and prediction interval.

    ``xb`` with ``SE² = xCx'``; the prediction interval has ``SE² + τ²`` and the same quantile, as
    in metafor.

    Parameters
    ----------
    regression
        What `reviewkit.synthesis.regression.meta_regression` returns.
    x
        Rows of a design with the same columns, shape (n, p).

    Examples
    --------
    >>> from reviewkit.synthesis import meta_regression
    >>> model = meta_regression([0.1, 0.4, 0.6], [0.1] * 3, [[1, 0], [1, 1], [1, 2]], test="z")
    >>> round(predict(model, [[1, 1]])[0].estimate, 4)
    0.3667
    """
    rows, b, root = _parts(regression, x)
    df, level = regression.df, regression.level
    found = []
    for row in rows:
        estimate, se = float(row @ b), float(np.linalg.norm(row @ root))
        wide = math.hypot(se, math.sqrt(regression.tau2))
        found.append(
            Prediction(
                estimate=estimate,
                se=se,
                ci=around(estimate, se, df=df, level=level),
                prediction=around(estimate, wide, df=df, level=level),
            )
        )
    return tuple(found)


def contrasts(
    regression: Regression, rows: npt.ArrayLike, *, names: Sequence[str] | None = None
) -> tuple[Coefficient, ...]:
    """Return sums of coefficients, weighted by each row, with interval and test of zero.

    Parameters
    ----------
    regression
        What `reviewkit.synthesis.regression.meta_regression` returns.
    rows
        Shape (m, p).
    names
        One a row; None for a name made of the weights.

    Examples
    --------
    >>> from reviewkit.synthesis import meta_regression
    >>> model = meta_regression([0.1, 0.4, 0.6], [0.1] * 3, [[1, 0], [1, 1], [1, 2]], test="z")
    >>> [(each.name, round(each.estimate, 4)) for each in contrasts(model, [[1, 2]])]
    [('1·x1 + 2·x2', 0.6167)]
    """
    weights, b, root = _parts(regression, rows)
    labels = names or [_name(row, regression.names) for row in weights]
    return tuple(
        coefficient(
            label,
            float(row @ b),
            float(np.linalg.norm(row @ root)),
            df=regression.df,
            level=regression.level,
        )
        for label, row in zip(labels, weights, strict=True)
    )


def joint_test(regression: Regression, rows: npt.ArrayLike) -> Omnibus:
    """Return the test that all contrasts are zero: ``(Lb)'(LCL')⁻¹(Lb)``, chi-square or F.

    It comes from the root R of ``C = RR'``: where the contrasts of columns far from 0, such as
    years, nearly cancel, ``LCL'`` itself has lost what they differ by, and with it metafor's test
    up to four digits.

    Raises
    ------
    NotEstimable
        If one row follows from the others.

    Examples
    --------
    >>> from reviewkit.synthesis import meta_regression
    >>> model = meta_regression([0.1, 0.4, 0.6], [0.1] * 3, [[1, 0], [1, 1], [1, 2]], test="z")
    >>> joint_test(model, [[1, 0], [0, 1]]).df
    2
    """
    weights, b, root = _parts(regression, rows)
    if np.linalg.matrix_rank(weights) < len(weights):
        raise NotEstimable("a contrast that follows from the others cannot be tested beside them")
    return wald(weights @ b, weights @ root, df=regression.df)


def omnibus_of(regression: Regression, names: Sequence[str]) -> Omnibus:
    """Return the test that the coefficients of these names are all zero, as `joint_test`.

    Examples
    --------
    >>> from reviewkit.synthesis import meta_regression
    >>> model = meta_regression([0.1, 0.4, 0.6], [0.1] * 3, [[1, 0], [1, 1], [1, 2]], test="z")
    >>> round(omnibus_of(model, ["x2"]).statistic, 9) == round(model.moderators.statistic, 9)
    True
    """
    places = [regression.names.index(name) for name in names]
    return joint_test(regression, np.eye(len(regression.names))[places])


def variance_inflation(regression: Regression) -> dict[str, float]:
    """Return how much wider each coefficient's variance is for the company of the others.

    The diagonal of the inverse of the coefficients' correlation matrix, the intercept left out
    (Fox & Monette 1992, doi:10.2307/2290467). Large values say that moderators
    cannot be told apart. As metafor's ``vif``.

    Examples
    --------
    >>> from reviewkit.synthesis import meta_regression
    >>> x = [[1, 0, 0], [1, 1, 0], [1, 0, 1], [1, 1, 1]]
    >>> model = meta_regression([0.1, 0.4, 0.6, 0.8], [0.1] * 4, x, test="z")
    >>> {name: round(each, 6) for name, each in variance_inflation(model).items()}
    {'x2': 1.0, 'x3': 1.0}
    """
    kept = [i for i, name in enumerate(regression.names) if name != regression.intercept]
    covariance = np.array(regression.covariance)[np.ix_(kept, kept)]
    scale = np.sqrt(np.diag(covariance))
    inflation = np.diag(np.linalg.inv(covariance / np.outer(scale, scale)))
    return {regression.names[i]: float(each) for i, each in zip(kept, inflation, strict=True)}


def _parts(regression: Regression, rows: npt.ArrayLike) -> tuple[Array, Array, Array]:
    """Return the rows, the coefficients and the root R of their covariance ``RR'``."""
    weights = np.asarray(rows, dtype=np.float64)
    p = len(regression.coefficients)
    if weights.ndim != 2 or weights.shape[1] != p:  # noqa: PLR2004
        raise ValueError(f"rows of {p} numbers, one a coefficient, not the shape {weights.shape}")
    b = np.array([each.estimate for each in regression.coefficients])
    return weights, b, root_of(np.array(regression.covariance))


def _name(row: Array, names: tuple[str, ...]) -> str:
    terms = [f"{weight:g}·{name}" for weight, name in zip(row, names, strict=True) if weight]
    return " + ".join(terms) or "0"
