"""One group measured before and after: the mean change in the outcome's own unit.

A change within one group says nothing of what would have happened without the treatment. The SD
of the change needs the correlation between the two measurements, which is hardly ever printed:
run the kernels over a range of r and show all of it.
"""

from __future__ import annotations

import math
from typing import Literal

import numpy as np

from reviewkit.effects import inputs
from reviewkit.effects.equations.standardising import sd_of_change
from reviewkit.effects.sizes import effect_sizes
from reviewkit.effects.values import Effect

RBasis = Literal["assumed", "reported"]


def sd_from_se(se: float, n: int) -> float:
    """Return the standard deviation behind a standard error of a mean, ``SD = SE·√n``.

    For a paper that prints mean ± SE of one group of `n`. Not for the SE of a difference between
    groups. Cochrane Handbook 6.5.2.2, doi:10.1002/9781119536604.ch6.

    Examples
    --------
    >>> sd_from_se(0.001, 9)
    0.003
    """
    inputs.standard_deviation(se=se)
    inputs.sample_size(n=n)
    return se * math.sqrt(n)


def sd_change(sd_before: float, sd_after: float, r: float) -> float:
    """Return the SD of individual changes from the two SDs and their correlation.

    ``SD_change = √(SD_before² + SD_after² - 2·r·SD_before·SD_after)``
    (Cochrane Handbook 6.5.2.8, doi:10.1002/9781119536604.ch6). It lies between
    ``|SD_before - SD_after|`` (r = 1) and ``SD_before + SD_after`` (r = -1).

    Examples
    --------
    >>> sd_change(3.0, 4.0, r=0.0)
    5.0
    """
    inputs.standard_deviation(sd_before=sd_before, sd_after=sd_after)
    inputs.correlation(r)
    return float(sd_of_change(*(np.array(number) for number in (sd_before, sd_after, r))))


def mean_change(
    *,
    n: int,
    mean_before: float,
    sd_before: float,
    mean_after: float,
    sd_after: float,
    r: float,
    r_basis: RBasis = "assumed",
    level: float = 0.95,
) -> Effect:
    """Return the raw mean change (MC), after less before, with a t interval.

    ``MC = mean_after - mean_before``, ``SE = SD_change/√n`` with `sd_change`, interval and test
    from Student's t with n - 1 degrees of freedom.

    Parameters
    ----------
    n
        People measured both times.
    mean_before, sd_before, mean_after, sd_after
        In the outcome's unit.
    r
        Correlation between before and after, in the same people.
    r_basis
        Whether `r` is ``assumed`` (kept among the assumptions) or was ``reported``.
    level
        Coverage of the interval.

    Raises
    ------
    NotEstimable
        For fewer than two people, or if the SD of the change is 0.

    Notes
    -----
    Cochrane Handbook 6.5.2.8, doi:10.1002/9781119536604.ch6. Estimate and SE are those of
    metafor's MC; ``summary(escalc())`` uses the normal quantile, which is too narrow for the
    small groups that print before and after only (n = 9: 1.96 in place of 2.31).

    Examples
    --------
    >>> koyama = mean_change(n=9, mean_before=0.085, sd_before=0.003,
    ...                      mean_after=0.092, sd_after=0.001, r=0.5)
    >>> round(koyama.estimate, 3), round(koyama.ci.lower, 4), round(koyama.ci.upper, 4)
    (0.007, 0.005, 0.009)
    >>> koyama.assumptions
    ('correlation r = 0.5 between before and after assumed',)
    """
    given = before_after(
        n=n, mean_before=mean_before, sd_before=sd_before, mean_after=mean_after, sd_after=sd_after
    )
    return change_effect("MC", given, r=r, r_basis=r_basis, level=level)


def before_after(
    *,
    n: int,
    mean_before: float,
    sd_before: float,
    mean_after: float,
    sd_after: float | None = None,
) -> dict[str, float]:
    """Return the columns of one study measured before and after, once they are possible."""
    inputs.finite(mean_before=mean_before, mean_after=mean_after)
    inputs.standard_deviation(sd_before=sd_before)
    inputs.sample_size(n=n)
    given = {
        "n": n,
        "mean_before": mean_before,
        "sd_before": sd_before,
        "mean_after": mean_after,
    }
    if sd_after is None:
        return given
    inputs.standard_deviation(sd_after=sd_after)
    return {**given, "sd_after": sd_after}


def change_effect(
    measure: str, given: dict[str, float], *, r: float, r_basis: RBasis, level: float
) -> Effect:
    """Return an effect of paired measurements, the correlation among its assumptions or not."""
    inputs.correlation(r)
    if r_basis == "reported":
        return effect_sizes(measure, {**given, "r": r}, level=level).effect()
    return effect_sizes(measure, given, r=r, level=level).effect()


def mean_change_from_sd_change(
    *, n: int, change: float, sd_change: float, level: float = 0.95
) -> Effect:
    """Return the raw mean change (MC) from a printed change and the SD of the changes.

    No correlation is needed. Equations, errors and source as in `mean_change`.

    Examples
    --------
    >>> effect = mean_change_from_sd_change(n=16, change=-2.0, sd_change=4.0)
    >>> effect.se, effect.df, round(effect.p, 4)
    (1.0, 15, 0.0639)
    """
    given = printed_change(n=n, change=change, sd_change=sd_change)
    return effect_sizes("MC", given, level=level).effect()


def printed_change(*, n: int, change: float, sd_change: float) -> dict[str, float]:
    """Return the columns of one study's printed change, once they are possible."""
    inputs.finite(change=change)
    inputs.standard_deviation(sd_change=sd_change)
    inputs.sample_size(n=n)
    return {"n": n, "change": change, "sd_change": sd_change}
