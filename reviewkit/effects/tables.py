"""Two arms, one event: risk ratio, odds ratio and risk difference.

Group 1 against group 2 throughout; by convention group 1 got the treatment. Ratios are kept as
natural logarithms; `Effect.back_transformed` returns the ratio.
"""

from __future__ import annotations

import math
from typing import Literal

from reviewkit.effects import inputs
from reviewkit.effects.continuity import HALF, To, corrected
from reviewkit.effects.values import Effect
from reviewkit.effects.wald import wald
from reviewkit.errors import NotEstimable

DoubleZero = Literal["drop", "keep"]

KATZ_1978 = "10.2307/2530610"
"""Katz, Baptista, Azen & Pike: Obtaining confidence intervals for the risk ratio in cohort
studies."""

WOOLF_1955 = "10.1111/j.1469-1809.1955.tb01348.x"
"""Woolf: On estimating the relation between blood group and disease."""

HANDBOOK_CH6 = "10.1002/9781119536604.ch6"
"""Higgins, Li & Deeks: Choosing effect measures and computing estimates of effect."""


def risk_ratio(
    *,
    events1: int,
    total1: int,
    events2: int,
    total2: int,
    add: float = HALF,
    to: To = "only0",
    double_zero: DoubleZero = "drop",
    level: float = 0.95,
) -> Effect:
    """Return the log risk ratio (RR), group 1 against group 2.

    ``log RR = ln(a/n1) - ln(c/n2)``, ``SE² = 1/a - 1/n1 + 1/c - 1/n2``; normal interval. a and c
    are the events, after continuity correction, n1 and n2 the totals of the corrected cells.

    Parameters
    ----------
    events1, total1, events2, total2
        People with the event and people in all, by group.
    add, to
        Continuity correction, `reviewkit.effects.continuity.corrected`.
    double_zero
        Two arms without any event (or in which everybody had it) say nothing of a ratio:
        ``drop`` refuses them (Cochrane Handbook 10.4.4.2), ``keep`` relies on the correction.
    level
        Coverage of the interval.

    Raises
    ------
    NotEstimable
        For a dropped double zero, or if a count that is divided by is 0 after correction.

    Notes
    -----
    Katz and others 1978, doi:10.2307/2530610. As metafor's RR, whose ``drop00`` is FALSE by
    default where `double_zero` is ``drop``.

    Examples
    --------
    >>> effect = risk_ratio(events1=4, total1=123, events2=11, total2=139)
    >>> round(effect.estimate, 4), round(effect.se, 4)
    (-0.8893, 0.5706)
    """
    (a, b, c, d), assumptions = _cells(
        events1, total1, events2, total2, add=add, to=to, double_zero=double_zero
    )
    if a == 0 or c == 0:
        raise NotEstimable("an arm has no event, so the risk ratio is 0, infinite or undefined")
    n1, n2 = a + b, c + d
    return wald(
        measure="RR",
        estimate=math.log(a / n1) - math.log(c / n2),
        variance=1 / a - 1 / n1 + 1 / c - 1 / n2,
        level=level,
        scale="log",
        n=total1 + total2,
        formula=(
            "log RR = ln(events1/total1) - ln(events2/total2); "
            "SE² = 1/events1 - 1/total1 + 1/events2 - 1/total2; normal interval"
        ),
        given=_given(events1, total1, events2, total2),
        assumptions=assumptions,
        source=KATZ_1978,
    )


def odds_ratio(
    *,
    events1: int,
    total1: int,
    events2: int,
    total2: int,
    add: float = HALF,
    to: To = "only0",
    double_zero: DoubleZero = "drop",
    level: float = 0.95,
) -> Effect:
    """Return the log odds ratio (OR), group 1 against group 2.

    ``log OR = ln(a·d/(b·c))``, ``SE² = 1/a + 1/b + 1/c + 1/d`` of the cells with (a, c) and
    without (b, d) the event; normal interval. Not a risk ratio: further from 1 unless the event
    is rare.

    Parameters
    ----------
    events1, total1, events2, total2, add, to, double_zero, level
        As in `risk_ratio`.

    Raises
    ------
    NotEstimable
        For a dropped double zero, or if a cell is 0 after correction.

    Notes
    -----
    Woolf 1955, doi:10.1111/j.1469-1809.1955.tb01348.x. As metafor's OR but for `double_zero`.

    Examples
    --------
    >>> effect = odds_ratio(events1=4, total1=123, events2=11, total2=139)
    >>> round(effect.estimate, 4), round(effect.se, 4)
    (-0.9387, 0.5976)
    """
    cells, assumptions = _cells(
        events1, total1, events2, total2, add=add, to=to, double_zero=double_zero
    )
    if 0 in cells:
        raise NotEstimable(
            "a cell of the table is 0, so the odds ratio is 0, infinite or undefined"
        )
    a, b, c, d = cells
    return wald(
        measure="OR",
        estimate=math.log(a / b) - math.log(c / d),
        variance=1 / a + 1 / b + 1 / c + 1 / d,
        level=level,
        scale="log",
        n=total1 + total2,
        formula=(
            "log OR = ln(a/b) - ln(c/d); SE² = 1/a + 1/b + 1/c + 1/d with a, c = events and "
            "b, d = total - events of groups 1 and 2; normal interval"
        ),
        given=_given(events1, total1, events2, total2),
        assumptions=assumptions,
        source=WOOLF_1955,
    )


def risk_difference(
    *,
    events1: int,
    total1: int,
    events2: int,
    total2: int,
    add: float = HALF,
    to: To = "only0",
    double_zero: DoubleZero = "keep",
    level: float = 0.95,
) -> Effect:
    """Return the risk difference (RD), group 1 less group 2.

    ``RD = p1 - p2``, ``SE² = p1(1 - p1)/n1 + p2(1 - p2)/n2`` with ``p = events/total`` after
    continuity correction; normal interval.

    Parameters
    ----------
    events1, total1, events2, total2, add, to, level
        As in `risk_ratio`.
    double_zero
        ``keep`` by default: two arms without events do say that the difference is small.

    Raises
    ------
    NotEstimable
        For a dropped double zero, or if both proportions are 0 or 1 after correction.

    Notes
    -----
    Cochrane Handbook, chapter 6, doi:10.1002/9781119536604.ch6. As metafor's RD (vtype "LS"):
    the correction enters the estimate too, so with a zero cell it is not the plain difference of
    the printed percentages; ``to="none"`` gives that.

    Examples
    --------
    >>> effect = risk_difference(events1=4, total1=123, events2=11, total2=139)
    >>> round(effect.estimate, 4), round(effect.se, 4)
    (-0.0466, 0.0279)
    """
    (a, b, c, d), assumptions = _cells(
        events1, total1, events2, total2, add=add, to=to, double_zero=double_zero
    )
    n1, n2 = a + b, c + d
    p1, p2 = a / n1, c / n2
    return wald(
        measure="RD",
        estimate=p1 - p2,
        variance=p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2,
        level=level,
        n=total1 + total2,
        formula=(
            "RD = p1 - p2 with p = events/total; SE² = p1(1 - p1)/n1 + p2(1 - p2)/n2; "
            "normal interval"
        ),
        given=_given(events1, total1, events2, total2),
        assumptions=assumptions,
        source=HANDBOOK_CH6,
    )


def _cells(
    events1: int,
    total1: int,
    events2: int,
    total2: int,
    *,
    add: float,
    to: To,
    double_zero: DoubleZero,
) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Return the cells a, b, c, d after correction, and the assumption made."""
    inputs.events(events1, total1)
    inputs.events(events2, total2)
    if double_zero == "drop" and (events1 + events2 in (0, total1 + total2)):
        raise NotEstimable(
            "nobody had the event in either arm, or everybody had it in both: "
            "such a table says nothing of a ratio"
        )
    counts = (events1, total1 - events1, events2, total2 - events2)
    return corrected(counts, add=add, to=to)


def _given(events1: int, total1: int, events2: int, total2: int) -> tuple[tuple[str, float], ...]:
    return (
        ("events1", events1),
        ("total1", total1),
        ("events2", events2),
        ("total2", total2),
    )
