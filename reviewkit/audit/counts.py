"""Printed counts against what is printed of them: a share, and the p of two groups.

A paper that compares two shares rarely names its test, so a p fits if that of any usual one can
round to it: Pearson's χ², with and without Yates's correction, and Fisher's exact test, two-sided.
Fleiss, Levin & Paik 2003, doi:10.1002/0471445428, chapters 3 and 6.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from reviewkit.audit.fit import Fit, Printed, related, share_seen
from reviewkit.audit.grim import percentage_fits
from reviewkit.audit.pvalues import PRange, fits_p, told
from reviewkit.effects.tails import normal_p
from reviewkit.reported import Reported, parse

#: Two probabilities of Fisher's test closer than this, relative to them, are equal.
_EQUAL = 1e-7


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoCounts:
    """People with an event, of all, in two groups."""

    events1: int
    total1: int
    events2: int
    total2: int

    def __post_init__(self) -> None:
        for events, total in ((self.events1, self.total1), (self.events2, self.total2)):
            if not 0 <= events <= total or total < 1:
                raise ValueError(f"{events} of {total} is no count of people")

    def __str__(self) -> str:
        return f"{self.events1} of {self.total1} against {self.events2} of {self.total2}"


def share_fits(events: int, total: int, percent: Printed) -> Fit:
    """Return whether a printed percentage is that of the printed count.

    Examples
    --------
    >>> share_fits(19, 43, "44").fits, share_fits(19, 43, "54").implies
    (True, '44.19%')
    """
    found = percentage_fits(percent, total)
    fits = events in found.wholes
    exact = 100 * events / total
    return Fit(
        test="percentage against count",
        printed=f"{events} of {total}, {found.printed}%",
        fits=fits,
        implies=f"{exact:.2f}%",
        arithmetic=f"{events}/{total} = {exact:.2f}%",
        explanations=()
        if fits
        else (
            "a percentage of another total: of those who finished, or answered",
            "a slip in the count or in the percentage",
        ),
        power=1.0,
    )


def counts_p(table: TwoCounts, p: Printed) -> Fit:
    """Return whether a printed p is that of any usual test on two groups' counts.

    Examples
    --------
    >>> found = counts_p(TwoCounts(events1=19, total1=43, events2=6, total2=41), ".008")
    >>> found.fits, found.implies
    (False, 'p = .0031 (χ²), .0065 (χ² with Yates), .0040 (Fisher)')
    >>> found.explanations[0]
    'a Wald test of the log risk ratio would give .0076'
    >>> counts_p(TwoCounts(events1=19, total1=35, events2=6, total2=28), ".008").fits
    True
    """
    printed = parse(p) if isinstance(p, str) else p
    tests = dict(usual_tests(table))
    fits = any(_meets(printed, value) for value in tests.values())
    found = ", ".join(f"{told(value)} ({name})" for name, value in tests.items())
    power = (
        share_seen(printed, lambda slip: any(_meets(slip, value) for value in tests.values()))
        if printed.exact
        else None
    )
    return Fit(
        test="p of two counts",
        printed=f"{table}, p {related(printed)}",
        fits=fits,
        implies=f"p = {found}",
        arithmetic="χ² = Σ(observed - expected)²/expected; Fisher's two-sided p",
        explanations=()
        if fits
        else (
            *(
                f"a Wald test of the log {name} would give {told(value)}"
                for name, value in wald_tests(table)
                if _meets(printed, value)
            ),
            "a test of fewer people than the counts: of those who finished, say",
            "a test of another kind, adjusted, stratified or one-sided",
            "a slip in a count or in the p",
        ),
        informative=power != 0,
        power=power,
    )


def fewer_people(
    table: TwoCounts, p: Printed, shares: tuple[Printed, Printed]
) -> tuple[TwoCounts, ...]:
    """Return smaller totals that the same events give these shares of, with a p that fits.

    What would explain a p that does not fit the printed totals, where another source prints other
    shares with the same p.

    Examples
    --------
    >>> table = TwoCounts(events1=19, total1=43, events2=6, total2=41)
    >>> [str(found) for found in fewer_people(table, ".008", ("54", "21"))]
    ['19 of 35 against 6 of 28']
    """
    return tuple(
        smaller
        for total1 in range(max(table.events1, 1), table.total1 + 1)
        if table.events1 in percentage_fits(shares[0], total1).wholes
        for total2 in range(max(table.events2, 1), table.total2 + 1)
        if table.events2 in percentage_fits(shares[1], total2).wholes
        for smaller in [
            TwoCounts(events1=table.events1, total1=total1, events2=table.events2, total2=total2)
        ]
        if counts_p(smaller, p).fits
    )


def usual_tests(table: TwoCounts) -> Iterator[tuple[str, float]]:
    """Yield the p of each test that two counts are usually compared with, by its name.

    Examples
    --------
    >>> [round(p, 3) for _, p in usual_tests(TwoCounts(events1=3, total1=10, events2=3, total2=10))]
    [1.0, 1.0, 1.0]
    """
    n = table.total1 + table.total2
    events = table.events1 + table.events2
    cross = abs(
        table.events1 * (table.total2 - table.events2)
        - table.events2 * (table.total1 - table.events1)
    )
    margins = table.total1 * table.total2 * events * (n - events)
    for name, less in (("χ²", 0.0), ("χ² with Yates", n / 2)):
        size = max(cross - less, 0.0)
        square = n * size * size / margins if margins else 0.0
        yield name, normal_p(math.sqrt(square))
    yield "Fisher", _fisher(table)


def wald_tests(table: TwoCounts) -> Iterator[tuple[str, float]]:
    """Yield the p of the logarithms of risk ratio and odds ratio over their standard errors.

    Examples
    --------
    >>> table = TwoCounts(events1=19, total1=43, events2=6, total2=41)
    >>> [(name, round(p, 4)) for name, p in wald_tests(table)]
    [('risk ratio', 0.0076), ('odds ratio', 0.0045)]
    """
    a, b = table.events1, table.events2
    c, d = table.total1 - a, table.total2 - b
    if min(a, b, c, d) == 0:
        return
    ratio = math.log(a / table.total1 * table.total2 / b)
    error = math.sqrt(1 / a - 1 / table.total1 + 1 / b - 1 / table.total2)
    yield "risk ratio", normal_p(ratio / error)
    odds = math.log(a * d / (b * c))
    yield "odds ratio", normal_p(odds / math.sqrt(1 / a + 1 / b + 1 / c + 1 / d))


def _fisher(table: TwoCounts) -> float:
    """Two-sided: the tables with these margins that are no likelier than the one seen."""
    events = table.events1 + table.events2
    n = table.total1 + table.total2
    first = range(max(0, events - table.total2), min(events, table.total1) + 1)
    ways = {k: math.comb(table.total1, k) * math.comb(table.total2, events - k) for k in first}
    seen = ways[table.events1]
    likely = sum(way for way in ways.values() if way <= seen * (1 + _EQUAL))
    return likely / math.comb(n, events)


def _meets(printed: Reported, p: float) -> bool:
    return fits_p(printed, PRange(p, p))
