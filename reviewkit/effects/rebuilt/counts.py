"""Counts behind percentages, and tables from their margins.

Counts are whole: a percentage of few people has few counts that it may stand for, and often one.
Cochrane Handbook 6.4, doi:10.1002/9781119536604.ch6.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from reviewkit.effects import inputs
from reviewkit.effects.rebuilt.value import Rebuilt, derived
from reviewkit.errors import NotEstimable

HANDBOOK_CH6 = "10.1002/9781119536604.ch6"
"""Higgins, Li & Deeks: Choosing effect measures and computing estimates of effect."""

PERCENT = 100
SLACK = 1e-9
"""Relative: what a count may lie beyond the rounding interval by floating-point error."""


def count_from_percent(percent: float, total: int, *, decimals: int = 0) -> Rebuilt:
    """Return the count that a printed percentage stands for, the one nearest.

    Every whole number within the rounding of the percentage is tried, a 5 rounded either way; where
    several fit, the assumptions say from which to which.

    Parameters
    ----------
    percent
        As printed.
    total
        People whom it is a percentage of.
    decimals
        With how many decimals it is printed.

    Raises
    ------
    NotEstimable
        If no count of so many people gives this percentage: the denominator is another one.

    Examples
    --------
    >>> count = count_from_percent(33.3, 12, decimals=1)
    >>> float(count), count.assumptions
    (4.0, ('the percentage is of 12 people, and no other count gives it',))
    >>> count_from_percent(12, 340).assumptions
    ('the percentage is of 340 people, and the count one of 40 to 42 that give it',)
    """
    inputs.finite(percent=percent)
    inputs.sample_size(total=total)
    if not 0 <= percent <= PERCENT:
        raise ValueError(f"a percentage lies between 0 and 100, not {percent}")
    half = 0.5 * 10.0**-decimals
    low = max(0, math.ceil((percent - half) / PERCENT * total * (1 - SLACK)))
    high = min(total, math.floor((percent + half) / PERCENT * total * (1 + SLACK)))
    if low > high:
        raise NotEstimable(
            f"no count of {total} people gives {percent:.{decimals}f}%: "
            f"{low} of {total} is {PERCENT * low / total:.{decimals + 1}f}%"
        )
    count = min(max(round(percent / PERCENT * total), low), high)
    fits = "no other count gives it"
    if low < high:
        fits = f"the count one of {low} to {high} that give it"
    return derived(
        "events",
        count,
        formula="events = percent·total/100, to the nearest whole number",
        source=HANDBOOK_CH6,
        assumes=(f"the percentage is of {total} people, and {fits}",),
        percent=percent,
        total=total,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A two-by-two table that was rebuilt.

    Parameters
    ----------
    events1, total1, events2, total2
        People with the event and people in all, by group.
    formula
        How it was derived.
    assumptions
        What that assumes.
    source
        DOI.
    """

    events1: int
    total1: int
    events2: int
    total2: int
    formula: str
    assumptions: tuple[str, ...]
    source: str


def table_from_margins(
    *,
    total1: int,
    total2: int,
    events: int,
    events1: int | None = None,
    events2: int | None = None,
) -> Table:
    """Return the table of which all margins and one cell are printed.

    Parameters
    ----------
    total1, total2
        People in each group.
    events
        People with the event in both groups together.
    events1, events2
        People with the event in one of the groups; one of the two suffices.

    Raises
    ------
    ValueError
        If the numbers contradict each other, or neither cell is given.

    Examples
    --------
    >>> table = table_from_margins(total1=20, total2=25, events=12, events1=4)
    >>> table.events2, table.total2
    (8, 25)
    """
    if events1 is None and events2 is None:
        raise ValueError("beside the margins one of events1 and events2 is needed")
    first = events - events2 if events1 is None and events2 is not None else events1
    second = events - first if events2 is None and first is not None else events2
    if first is None or second is None or first + second != events:
        raise ValueError(f"{events1} and {events2} events are not {events} in all")
    inputs.events(first, total1)
    inputs.events(second, total2)
    return Table(
        events1=first,
        total1=total1,
        events2=second,
        total2=total2,
        formula="events of the other group = events in all - events of this one",
        assumptions=("the margins count the same people as the cell",),
        source=HANDBOOK_CH6,
    )


DI_PIETRANTONJ_2006 = "10.1002/sim.2287"
"""Di Pietrantonj: Four-fold table cell frequencies imputation in meta analysis."""


def table_from_odds_ratio(odds_ratio: float, *, total1: int, total2: int, events: int) -> Table:
    """Return the table with these margins whose odds ratio is nearest to a printed one.

    The events of group 1 solve ``OR = a(n2 - m + a)/[(n1 - a)(m - a)]``, m being the events of
    both groups; the nearest whole table on the log scale is taken (Di Pietrantonj 2006,
    doi:10.1002/sim.2287).

    Parameters
    ----------
    odds_ratio
        As printed, unadjusted: an adjusted one is of no table.
    total1, total2
        People in each group.
    events
        People with the event in both groups together.

    Raises
    ------
    NotEstimable
        If nobody or everybody had the event, so that the odds ratio is undefined.

    Examples
    --------
    >>> table = table_from_odds_ratio(0.39, total1=123, total2=139, events=15)
    >>> table.events1, table.events2
    (4, 11)
    """
    inputs.finite(odds_ratio=odds_ratio)
    inputs.sample_size(total1=total1, total2=total2)
    if odds_ratio <= 0:
        raise ValueError(f"an odds ratio is above 0, not {odds_ratio}")
    if not 0 <= events <= total1 + total2:
        raise ValueError(f"{events} events among {total1 + total2} are impossible")
    if events in {0, total1 + total2}:
        raise NotEstimable("nobody or everybody had the event: the odds ratio is undefined")
    low, high = max(0, events - total2), min(total1, events)

    def distance(a: int) -> float:
        cells = (a, total1 - a, events - a, total2 - events + a)
        if 0 in cells:
            return math.inf
        return abs(math.log(cells[0] * cells[3] / (cells[1] * cells[2])) - math.log(odds_ratio))

    exact = _events_of_odds_ratio(odds_ratio, total1, total2, events)
    near = {min(max(a, low), high) for a in (math.floor(exact), math.ceil(exact))}
    first = min(sorted(near), key=distance)
    if math.isinf(distance(first)):
        raise NotEstimable("only tables with a zero cell come near this odds ratio")
    return Table(
        events1=first,
        total1=total1,
        events2=events - first,
        total2=total2,
        formula="OR = a(n2 - m + a)/[(n1 - a)(m - a)] solved for a, the nearest whole table",
        assumptions=("the odds ratio is unadjusted and of these people",),
        source=DI_PIETRANTONJ_2006,
    )


def _events_of_odds_ratio(ratio: float, n1: int, n2: int, m: int) -> float:
    """Return the root of ``(1 - OR)a² + (n2 - m + OR(n1 + m))a - OR·n1·m = 0`` within the table."""
    square, linear, constant = 1 - ratio, n2 - m + ratio * (n1 + m), -ratio * n1 * m
    if square == 0:
        return -constant / linear
    root = math.sqrt(max(linear**2 - 4 * square * constant, 0.0))
    # The stable form of the root that lies between 0 and the margins.
    return -2 * constant / (linear + root)
