"""An estimate with a standard error, made into an effect with a normal (Wald) interval.

The last step of every measure whose sampling distribution is taken as normal, and the way in for
an estimate that a paper prints ready-made, with its SE or its interval.
"""

from __future__ import annotations

import math
from dataclasses import replace

from reviewkit.effects import inputs
from reviewkit.effects.sizes import effect_sizes
from reviewkit.effects.sizes.solving import NO_END
from reviewkit.effects.tails import normal_quantile, normal_statistic
from reviewkit.effects.values import LARGEST_LOG, Effect, Interval, Scale
from reviewkit.errors import NotEstimable


def ready_made(
    *,
    estimate: float,
    variance: float,
    level: float,
    formula: str,
    given: tuple[tuple[str, float], ...],
    scale: Scale = "raw",
    n: int | None = None,
    assumptions: tuple[str, ...] = (),
) -> Effect:
    """Return an effect (GEN) with ``SE = √variance``, interval ``estimate ± z·SE`` and z test.

    Raises
    ------
    NotEstimable
        If the variance is 0, or a limit of a ratio is too large to be told from infinity.

    Examples
    --------
    >>> effect = ready_made(estimate=0.4, variance=0.04, level=0.95, formula="as printed", given=())
    >>> round(effect.ci.lower, 3), round(effect.ci.upper, 3), round(effect.p, 4)
    (0.008, 0.792, 0.0455)
    """
    effect = effect_sizes("GEN", {"y": estimate, "v": variance}, level=level).effect()
    ends = () if effect.ci is None else (-effect.ci.lower, effect.ci.upper)
    if scale == "log" and max(ends) > LARGEST_LOG:
        raise NotEstimable(NO_END)
    return replace(effect, formula=formula, inputs=given, scale=scale, n=n, assumptions=assumptions)


def generic(
    *, estimate: float, se: float, scale: Scale = "raw", n: int | None = None, level: float = 0.95
) -> Effect:
    """Return an effect (GEN) from a printed estimate and its standard error.

    Parameters
    ----------
    estimate, se
        On `scale`; for a ratio give its logarithm and ``scale="log"``.
    scale
        ``raw``, or ``log`` for the logarithm of a ratio.
    n
        Participants, if known.
    level
        Coverage of the interval.

    Notes
    -----
    As metafor's ``summary(escalc(measure="GEN"))``.

    Examples
    --------
    >>> round(generic(estimate=0.4, se=0.2).p, 4)
    0.0455
    """
    inputs.finite(estimate=estimate)
    inputs.standard_deviation(se=se)
    return ready_made(
        estimate=estimate,
        variance=se * se,
        level=level,
        scale=scale,
        n=n,
        formula="estimate and SE as printed; normal interval",
        given=(("estimate", estimate), ("se", se)),
    )


def generic_from_interval(
    *,
    estimate: float,
    lower: float,
    upper: float,
    level: float = 0.95,
    scale: Scale = "raw",
    n: int | None = None,
) -> Effect:
    """Return an effect (GEN) from a printed estimate and its confidence interval.

    ``SE = (upper - lower)/(2·z)`` on `scale` (Cochrane Handbook 6.3,
    doi:10.1002/9781119536604.ch6). The interval is kept as printed; the test uses the SE.

    Parameters
    ----------
    estimate, lower, upper
        As printed: for ``scale="log"`` the ratio itself and its limits, not their logarithms.
    level
        Coverage of the printed interval.
    scale
        ``log`` for a ratio.
    n
        Participants, if known.

    Examples
    --------
    >>> effect = generic_from_interval(estimate=0.5, lower=0.25, upper=1.0, scale="log")
    >>> round(effect.se, 4), round(effect.p, 3)
    (0.3537, 0.05)
    """
    inputs.finite(estimate=estimate, lower=lower, upper=upper)
    if not lower <= estimate <= upper:
        raise ValueError(f"the estimate {estimate} lies outside its interval {lower} to {upper}")
    if scale == "log" and lower <= 0:
        raise ValueError(f"a ratio has limits above 0, not {lower}")
    on_scale = math.log if scale == "log" else float
    half = (on_scale(upper) - on_scale(lower)) / 2
    effect = ready_made(
        estimate=on_scale(estimate),
        variance=(half / normal_quantile(level)) ** 2,
        level=level,
        scale=scale,
        n=n,
        formula="SE = (upper - lower)/(2·z) of the printed interval",
        given=(("estimate", estimate), ("lower", lower), ("upper", upper)),
        assumptions=("the printed interval was made with the normal quantile",),
    )
    printed = Interval(
        lower=on_scale(lower), upper=on_scale(upper), level=level, method="as printed"
    )
    return replace(effect, ci=printed)


def generic_from_p(
    *, estimate: float, p: float, scale: Scale = "raw", n: int | None = None, level: float = 0.95
) -> Effect:
    """Return an effect (GEN) from a printed estimate and its exact two-sided p.

    ``SE = |estimate|/z`` on `scale`, where z has the two-sided p (Cochrane Handbook 6.3,
    doi:10.1002/9781119536604.ch6). Not for an inequality such as p < .05, which is a bound only,
    and approximate where the paper's test was not a z test.

    Parameters
    ----------
    estimate
        As printed: for ``scale="log"`` the ratio itself, not its logarithm.
    p
        The exact p value as printed, above 0 and below 1.
    scale
        ``log`` for a ratio.
    n
        Participants, if known.
    level
        Coverage of the interval.

    Raises
    ------
    NotEstimable
        If the estimate is no effect at all, or p is 0 or 1: no standard error follows.

    Examples
    --------
    >>> effect = generic_from_p(estimate=0.5, p=0.05, scale="log")
    >>> round(effect.se, 4), round(effect.p, 3)
    (0.3537, 0.05)
    """
    inputs.finite(estimate=estimate, p=p)
    if scale == "log" and estimate <= 0:
        raise ValueError(f"a ratio is above 0, not {estimate}")
    on_scale = math.log(estimate) if scale == "log" else estimate
    if on_scale == 0 or p / 2 <= 0 or p >= 1:
        raise NotEstimable(
            "no standard error follows from an estimate of no effect, or a p of 0 or 1"
        )
    return ready_made(
        estimate=on_scale,
        variance=(on_scale / normal_statistic(p)) ** 2,
        level=level,
        scale=scale,
        n=n,
        formula="SE = |estimate|/z, with z from the printed two-sided p",
        given=(("estimate", estimate), ("p", p)),
        assumptions=("the printed p is that of a z test of this estimate",),
    )
