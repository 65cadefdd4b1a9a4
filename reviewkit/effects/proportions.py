"""How many of how many: a proportion with an interval that behaves near 0 and 1.

The Wald interval is not offered: it is far too narrow in small samples and has no width at 0 of n
(Brown, Cai & DasGupta 2001, doi:10.1214/ss/1009213286).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from reviewkit.effects import inputs
from reviewkit.effects.equations.proportions import PR, PR_VARIANCES
from reviewkit.effects.equations.zero_cells import HALF, To
from reviewkit.effects.sizes import effect_sizes
from reviewkit.effects.sizes.intervals import wilson_limits
from reviewkit.effects.values import Effect, Interval

IntervalMethod = Literal["wilson", "clopper-pearson"]

CLOPPER_PEARSON_1934 = "10.1093/biomet/26.4.404"
"""Clopper & Pearson: The use of confidence or fiducial limits illustrated in the case of the
binomial."""

RULE_OF_THREE = 3
"""Hanley & Lippman-Hand 1983, doi:10.1001/jama.1983.03330370053031: -ln(0.05) = 2.996."""

RULE_OF_THREE_LEVEL = 0.95

CLOPPER_PEARSON = (
    "Clopper-Pearson interval from the quantiles of Beta(x, n - x + 1) and Beta(x + 1, n - x)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpperLimit:
    """How common an event can be that nobody of `total` people had.

    Parameters
    ----------
    total
        People observed, all without the event.
    level
        One-sided confidence.
    exact
        One-sided Clopper-Pearson limit, ``1 - (1 - level)^(1/total)``.
    rule_of_three
        The approximation 3/total, which belongs to level 0.95; None at other levels. It lies
        above the exact limit, and above 1 for fewer than three people.
    """

    total: int
    level: float
    exact: float
    rule_of_three: float | None

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "total": self.total,
            "level": self.level,
            "exact": self.exact,
            "rule_of_three": self.rule_of_three,
        }


def proportion(
    *,
    events: int,
    total: int,
    interval: IntervalMethod = "wilson",
    add: float = HALF,
    to: To = "none",
    level: float = 0.95,
) -> Effect:
    """Return the proportion of people with an event (PR), with an interval.

    ``PR = events/total``, ``SE² = PR(1 - PR)/total``. At 0 and at `total` events that SE would be
    0, which is no estimate of precision: `se` is None there, while the interval stands.

    Parameters
    ----------
    events, total
        Whole numbers, ``0 <= events <= total``.
    interval
        ``wilson`` (`wilson`) or ``clopper-pearson`` (`clopper_pearson`), always from the counts
        as they are.
    add, to
        Continuity correction of estimate and SE (`reviewkit.effects.equations.zero_cells`), for
        pooling; none by default.
    level
        Coverage of the interval.

    Notes
    -----
    With ``to="only0"`` estimate and SE are those of metafor's PR (vtype "LS") by default; its
    interval is Wald's.

    Examples
    --------
    >>> effect = proportion(events=7, total=9)
    >>> round(effect.estimate, 3), round(effect.ci.lower, 3), round(effect.ci.upper, 3)
    (0.778, 0.453, 0.937)
    >>> nobody = proportion(events=0, total=9)
    >>> nobody.se is None, round(nobody.ci.upper, 3)
    (True, 0.299)
    """
    inputs.events(events, total)
    given = {"events": events, "total": total}
    effect = effect_sizes("PR", given, add=add, to=to, level=level).described()
    if interval == "wilson":
        return effect
    return replace(
        effect,
        ci=clopper_pearson(events, total, level=level),
        formula=f"{PR}; {PR_VARIANCES['LS']}; {CLOPPER_PEARSON}",
        source=CLOPPER_PEARSON_1934,
    )


def wilson(events: int, total: int, *, level: float = 0.95) -> Interval:
    """Return Wilson's score interval for a proportion.

    ``[p + z²/(2n) ± z·√(p(1 - p)/n + z²/(4n²))] / (1 + z²/n)`` (Wilson 1927,
    doi:10.1080/01621459.1927.10502953). Its coverage is `level` on average over proportions; for
    at least `level` everywhere take `clopper_pearson`.

    Examples
    --------
    >>> ci = wilson(5, 10)
    >>> round(ci.lower, 4), round(ci.upper, 4)
    (0.2366, 0.7634)
    """
    inputs.events(events, total)
    lower, upper = wilson_limits(np.array(float(events)), np.array(float(total)), level=level)
    return Interval(lower=float(lower), upper=float(upper), level=level, method="Wilson")


def clopper_pearson(events: int, total: int, *, level: float = 0.95) -> Interval:
    """Return the exact (Clopper-Pearson) interval for a proportion.

    Lower limit: the ``(1 - level)/2`` quantile of ``Beta(x, n - x + 1)``, 0 for x = 0; upper
    limit: the ``(1 + level)/2`` quantile of ``Beta(x + 1, n - x)``, 1 for x = n. Coverage is never
    below `level`, and often well above (Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404).

    Examples
    --------
    >>> ci = clopper_pearson(5, 10)
    >>> round(ci.lower, 4), round(ci.upper, 4)
    (0.1871, 0.8129)
    """
    from scipy.special import betainccinv, betaincinv

    inputs.events(events, total)
    inputs.level(level)
    tail = (1 - level) / 2
    others = total - events
    return Interval(
        lower=0.0 if events == 0 else float(betaincinv(events, others + 1, tail)),
        upper=1.0 if others == 0 else float(betainccinv(events + 1, others, tail)),
        level=level,
        method="Clopper-Pearson",
    )


def zero_events_limit(total: int, *, level: float = 0.95) -> UpperLimit:
    """Return how common an event can still be that none of `total` people had.

    ``1 - (1 - level)^(1/total)``: the one-sided Clopper-Pearson limit for 0 of n, with the rule
    of three 3/n beside it (Hanley & Lippman-Hand 1983, doi:10.1001/jama.1983.03330370053031).
    For "no side effects in 50 people": up to 6% could have them.

    Examples
    --------
    >>> limit = zero_events_limit(50)
    >>> round(limit.exact, 4), limit.rule_of_three
    (0.0582, 0.06)
    """
    inputs.sample_size(total=total)
    inputs.level(level)
    return UpperLimit(
        total=total,
        level=level,
        exact=-math.expm1(math.log(1 - level) / total),
        rule_of_three=RULE_OF_THREE / total if level == RULE_OF_THREE_LEVEL else None,
    )
