"""Two arms, one event: risk ratio, odds ratio and risk difference.

Group 1 against group 2 throughout; by convention group 1 got the treatment. Ratios are kept as
natural logarithms; `Effect.back_transformed` returns the ratio.
"""

from __future__ import annotations

from reviewkit.effects import inputs
from reviewkit.effects.equations.zero_cells import HALF, To
from reviewkit.effects.sizes import effect_sizes
from reviewkit.effects.values import Effect


def risk_ratio(
    *,
    events1: int,
    total1: int,
    events2: int,
    total2: int,
    add: float = HALF,
    to: To = "only0",
    drop00: bool = True,
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
        Continuity correction, `reviewkit.effects.equations.zero_cells.corrected`.
    drop00
        Two arms without any event (or in which everybody had it) say nothing of a ratio: they
        are refused (Cochrane Handbook 10.4.4.2), unless false, which relies on the correction.
    level
        Coverage of the interval.

    Raises
    ------
    NotEstimable
        For a dropped double zero, or if a count that is divided by is 0 after correction.

    Notes
    -----
    Katz and others 1978, doi:10.2307/2530610. As metafor's RR, whose ``drop00`` is FALSE by
    default.

    Examples
    --------
    >>> effect = risk_ratio(events1=4, total1=123, events2=11, total2=139)
    >>> round(effect.estimate, 4), round(effect.se, 4)
    (-0.8893, 0.5706)
    """
    table = _table(events1, total1, events2, total2)
    return effect_sizes("RR", table, add=add, to=to, drop00=drop00, level=level).effect()


def odds_ratio(
    *,
    events1: int,
    total1: int,
    events2: int,
    total2: int,
    add: float = HALF,
    to: To = "only0",
    drop00: bool = True,
    level: float = 0.95,
) -> Effect:
    """Return the log odds ratio (OR), group 1 against group 2.

    ``log OR = ln(a·d/(b·c))``, ``SE² = 1/a + 1/b + 1/c + 1/d`` of the cells with (a, c) and
    without (b, d) the event; normal interval. Not a risk ratio: further from 1 unless the event
    is rare.

    Parameters
    ----------
    events1, total1, events2, total2, add, to, drop00, level
        As in `risk_ratio`.

    Raises
    ------
    NotEstimable
        For a dropped double zero, or if a cell is 0 after correction.

    Notes
    -----
    Woolf 1955, doi:10.1111/j.1469-1809.1955.tb01348.x. As metafor's OR but for the default
    of `drop00`.

    Examples
    --------
    >>> effect = odds_ratio(events1=4, total1=123, events2=11, total2=139)
    >>> round(effect.estimate, 4), round(effect.se, 4)
    (-0.9387, 0.5976)
    """
    table = _table(events1, total1, events2, total2)
    return effect_sizes("OR", table, add=add, to=to, drop00=drop00, level=level).effect()


def risk_difference(
    *,
    events1: int,
    total1: int,
    events2: int,
    total2: int,
    add: float = HALF,
    to: To = "only0",
    drop00: bool = False,
    level: float = 0.95,
) -> Effect:
    """Return the risk difference (RD), group 1 less group 2.

    ``RD = p1 - p2``, ``SE² = p1(1 - p1)/n1 + p2(1 - p2)/n2`` with ``p = events/total`` after
    continuity correction; normal interval.

    Parameters
    ----------
    events1, total1, events2, total2, add, to, level
        As in `risk_ratio`.
    drop00
        False by default: two arms without events do say that the difference is small.

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
    table = _table(events1, total1, events2, total2)
    return effect_sizes("RD", table, add=add, to=to, drop00=drop00, level=level).effect()


def _table(events1: int, total1: int, events2: int, total2: int) -> dict[str, int]:
    inputs.events(events1, total1)
    inputs.events(events2, total2)
    return {"events1": events1, "total1": total1, "events2": events2, "total2": total2}
