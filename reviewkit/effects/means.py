"""One group measured before and after: the mean change in the outcome's own unit.

A change within one group says nothing of what would have happened without the treatment. The SD
of the change needs the correlation between the two measurements, which is hardly ever printed:
run the kernels over a range of r and show all of it.
"""

from __future__ import annotations

import math
from typing import Literal

from reviewkit.effects import inputs
from reviewkit.effects.tails import t_p, t_quantile
from reviewkit.effects.values import Effect, Interval
from reviewkit.errors import NotEstimable

RBasis = Literal["assumed", "reported"]

HANDBOOK_CH6 = "10.1002/9781119536604.ch6"
"""Higgins, Li & Deeks: Choosing effect measures and computing estimates of effect."""

_T_TEST = "SE = SD_change/√n; t = MC/SE with n - 1 df"


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
    # The difference of SDs is taken first: near r = 1 the textbook form loses all its digits.
    return math.hypot(sd_before - sd_after, math.sqrt(2 * (1 - r) * sd_before * sd_after))


def correlation_assumption(r: float, basis: RBasis) -> tuple[str, ...]:
    """Return what to say of a correlation that was not printed; nothing if it was."""
    if basis == "reported":
        return ()
    return (f"correlation r = {r:g} between before and after assumed",)


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
    inputs.finite(mean_before=mean_before, mean_after=mean_after)
    return _paired_t(
        n=n,
        change=mean_after - mean_before,
        sd=sd_change(sd_before, sd_after, r),
        formula=(
            "MC = mean_after - mean_before; "
            f"SD_change = √(SD_before² + SD_after² - 2·r·SD_before·SD_after); {_T_TEST}"
        ),
        given=(
            ("n", n),
            ("mean_before", mean_before),
            ("sd_before", sd_before),
            ("mean_after", mean_after),
            ("sd_after", sd_after),
            ("r", r),
        ),
        assumptions=correlation_assumption(r, r_basis),
        level=level,
    )


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
    inputs.finite(change=change)
    inputs.standard_deviation(sd_change=sd_change)
    return _paired_t(
        n=n,
        change=change,
        sd=sd_change,
        formula=f"MC = change as printed; {_T_TEST}",
        given=(("n", n), ("change", change), ("sd_change", sd_change)),
        assumptions=(),
        level=level,
    )


def _paired_t(
    *,
    n: int,
    change: float,
    sd: float,
    formula: str,
    given: tuple[tuple[str, float], ...],
    assumptions: tuple[str, ...],
    level: float,
) -> Effect:
    inputs.sample_size(n=n)
    if n < inputs.LEAST_FOR_SPREAD:
        raise NotEstimable("a change in one person has no standard error")
    if sd == 0:
        raise NotEstimable("the SD of the change is 0, so its standard error is undefined")
    df = n - 1
    se = sd / math.sqrt(n)
    margin = t_quantile(level, df) * se
    return Effect(
        measure="MC",
        estimate=change,
        se=se,
        ci=Interval(lower=change - margin, upper=change + margin, level=level, method="t"),
        statistic=change / se,
        p=t_p(change / se, df),
        df=df,
        n=n,
        formula=formula,
        inputs=given,
        assumptions=assumptions,
        source=HANDBOOK_CH6,
    )
