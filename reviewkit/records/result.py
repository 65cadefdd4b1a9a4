"""One finding of a study as printed, and the numbers that it is printed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from reviewkit.records.fields import (
    At,
    Correlation,
    Count,
    Duration,
    Flag,
    Id,
    Level,
    Missing,
    Number,
    Percentage,
    Places,
    PValue,
    Record,
    Spread,
    Stated,
    Text,
    Where,
    YesNo,
    impossible,
)
from reviewkit.records.misfit import Misfit
from reviewkit.records.readings import Readings, foreign_options
from reviewkit.records.scale import Scale
from reviewkit.reported import Reported

Direction = Literal["increases", "decreases", "no difference", "changes", "unclear"]
Setting = Literal["people", "cells", "tissue", "animals", "model"]
Contrast = Literal[
    "between-arms",  # groups of different people
    "between-conditions",  # the same people under each condition, in turn
    "between-sides",  # one side of the body against the other
    "within-arm",  # one group, before and after
    "association",  # exposure against outcome, observed
    "description",  # a count or share in one group
    "pooled",  # several studies, combined by the source
]
Measure = Literal[
    "MD",
    "SMD",
    "MC",
    "RR",
    "OR",
    "RD",
    "HR",
    "RRR",  # relative risk reduction in percent, such as the efficacy of a vaccine
    "r",
    "percent change",
]

#: Contrasts in which one arm is compared with another in the same people.
PAIRED = frozenset({"between-conditions", "between-sides"})
#: Contrasts of one arm with another.
COMPARE = PAIRED | {"between-arms"}
#: Measures that are above 0 by definition.
RATIOS = frozenset({"RR", "OR", "HR"})
#: All of them, in percent.
PERCENT = 100
#: Test statistics that are 0 or more by definition.
SQUARES = frozenset({"F", "chi2", "Q", "W", "U"})
#: A head count as a reading gives it.
HEADS = re.compile(r"[1-9][0-9]{0,8}")
#: What an undeclared ± may be.
SPREADS = ("sd", "se")
#: The parts that summarise at a time, or between two.
SUMMARIES = ("before", "after", "change")


class Moment(Record):
    """A summary at one time. `spread` is a ± that the source does not name."""

    mean: Number | None = None
    sd: Spread | None = None
    se: Spread | None = None
    spread: Spread | None = None
    median: Number | None = None
    lower: Number | None = None
    upper: Number | None = None
    n: Count | None = None
    time: Duration | None = None

    def misfits(self) -> Iterator[Misfit]:
        """Yield a spread or interval without its estimate, or an interval that misses it."""
        middle = "mean" if self.median is None else "median"
        centre = getattr(self, middle)
        yield from _interval(self.lower, self.upper, centre, middle)
        for name in ("sd", "se", "spread"):
            spread = getattr(self, name)
            if spread is not None and self.mean is None:
                yield _without(name, str(spread), "`mean` that it belongs to")
        if any(getattr(self, name) is not None for name in ("mean", "median")):
            yield from nobody(("n",), self.n)


class Group(Record):
    """One arm's numbers within a comparison."""

    n: Count | None = None
    before: Moment | None = None
    after: Moment | None = None
    change: Moment | None = None
    events: Count | None = None
    total: Count | None = None
    percent: Percentage | None = None

    def misfits(self) -> Iterator[Misfit]:
        """Yield more events than people."""
        yield from _events(self.events, self.total, "the total")
        if self.total is None:
            yield from _events(self.events, self.n, "the number of people")
        if _summarises(self):
            yield from nobody(("n",), self.n)


class Test(Record):
    """A test statistic as printed."""

    statistic: Literal["t", "F", "z", "chi2", "r", "W", "U", "Q"]
    value: Number | None = None
    df: Number | None = None
    df2: Number | None = None
    name: Text | None = None

    def misfits(self) -> Iterator[Misfit]:
        """Yield a statistic that cannot have its value, and degrees of freedom below 0."""
        if self.value is None:
            return
        if self.statistic == "r" and abs(self.value.value) > 1:
            yield impossible(("value",), self.value, "a correlation between -1 and 1")
        if self.statistic in SQUARES and self.value.value < 0:
            yield impossible(
                ("value",), self.value, f"at least 0: {self.statistic} is not negative"
            )
        for name in ("df", "df2"):
            df = getattr(self, name)
            if df is not None and df.value <= 0:
                yield impossible((name,), df, "degrees of freedom above 0")


class Estimate(Record):
    """An effect as the source printed it, with its interval."""

    measure: Measure
    value: Number
    lower: Number | None = None
    upper: Number | None = None
    level: Level | None = None
    k: Count | None = None
    n: Count | None = None
    i2: Percentage | None = None

    def misfits(self) -> Iterator[Misfit]:
        """Yield half an interval, one that misses its estimate, and impossible values."""
        yield from _interval(self.lower, self.upper, self.value, "value")
        if self.level is not None and self.lower is None and self.upper is None:
            yield _without("level", str(self.level), "interval that it belongs to")
        for name in ("value", "lower", "upper"):
            number: Reported | None = getattr(self, name)
            if number is None:
                continue
            if self.measure in RATIOS and number.value < 0:
                yield impossible((name,), number, f"at least 0: {self.measure} is a ratio")
            if self.measure == "r" and abs(number.value) > 1:
                yield impossible((name,), number, "a correlation between -1 and 1")
            if self.measure == "RRR" and number.value > PERCENT:
                yield impossible(
                    (name,), number, "at most 100 percent: no more than all cases can be prevented"
                )


class Association(Record):
    """A correlation as printed."""

    r: Correlation
    n: Count | None = None


class Result(Record):
    """One finding as printed: means, change, events, share, counts, test, interval, direction."""

    outcome: Id
    label: Text | None = None
    instrument: Stated[Text] = Missing.NOT_SOUGHT
    contrast: Contrast = Field(
        description="what the printed numbers compare; it decides where certainty starts"
    )
    setting: Setting = "people"
    arm: Id = Field(description="the arm whose outcome this is")
    versus: Id | None = Field(default=None, description="the arm that it is compared with")
    time: Duration
    n: Stated[Count] = Missing.NOT_SOUGHT
    before: Moment | None = None
    after: Moment | None = None
    change: Moment | None = None
    groups: dict[Id, Group] = Field(default_factory=dict, description="numbers of each arm")
    events: Count | None = None
    total: Count | None = None
    percent: Percentage | None = None
    counts: dict[Id, Count] = Field(default_factory=dict, description="other counts, each named")
    correlation: Association | None = None
    test: Test | None = None
    estimate: Estimate | None = None
    unit: Text | None = None
    scale: Scale | None = Field(default=None, description="what one person's number can be")
    parts: tuple[Id, ...] = Field(
        default=(),
        description="of a pool: the results of this study that are its subgroups, all of them",
    )
    reversed: Flag = Field(
        default=False,
        description="the printed numbers rise as the outcome falls: a scale that runs the other "
        "way, or the share of people who improved",
    )
    p: Stated[PValue] = Missing.NOT_SOUGHT
    direction: Stated[Direction] = Field(
        description="of the outcome in `arm`: relative to `versus`, or after as against before"
    )
    significant: Stated[YesNo] = Field(
        default=Missing.NOT_SOUGHT, description="only as the source says"
    )
    conflict: Text | None = Field(
        default=None, description="what contradicts this in the source, or in another one"
    )
    says: Text | None = Field(default=None, description="the finding in own words")
    at: At
    where: Where | None = None
    places: Places = Field(default_factory=dict)
    readings: dict[Literal["spread", "denominator"], Readings] = Field(
        default_factory=dict, description="what the source leaves open about this finding"
    )
    note: Text | None = None

    def misfits(self) -> Iterator[Misfit]:
        """Yield a comparison with nothing or with itself, impossible events, idle readings."""
        yield from _events(self.events, self.total, "the total")
        people = None if isinstance(self.n, Missing) else self.n
        if self.total is None:
            yield from _events(self.events, people, "the number of people")
        if self.estimate is not None or any(map(_summarises, self._holders())):
            yield from nobody(("n",), people)
        yield from self._whose()
        if self.contrast in COMPARE and self.versus is None:
            yield Misfit(
                code="R106",
                path=("contrast",),
                found=f"{self.contrast} without `versus`",
                expected="the arm that it is compared with, in `versus`",
                fix="add `versus`; a change within one arm is `within-arm`",
            )
        if self.versus == self.arm:
            yield Misfit(
                code="R107",
                path=("versus",),
                found=f"{self.versus}, as in `arm`",
                expected="another arm",
                fix="name the arm that it is compared with; one arm before and after is "
                "`within-arm`",
            )
        yield from foreign_options(("readings", "spread"), self.readings.get("spread"), SPREADS)
        yield from self._idle_readings()
        yield from self._denominators()

    def _whose(self) -> Iterator[Misfit]:
        """Yield summaries of a comparison that do not say which of the two they are of."""
        for name in SUMMARIES if self.contrast in COMPARE else ():
            if getattr(self, name) is not None:
                yield Misfit(
                    code="R107",
                    path=(name,),
                    found=f"`{name}` of the result, which is {self.contrast}",
                    expected="the numbers of each arm, in `groups`; a difference between the two, "
                    "in `estimate`",
                    fix=f"move it under `groups` to the arm that it is of; if it is of "
                    f"{self.arm} alone, the contrast is `within-arm`",
                )

    def _idle_readings(self) -> Iterator[Misfit]:
        idle = {"spread": not self.has_spread, "denominator": self.percent is None}
        lacks = {"spread": "a ± that it reads, as `spread`", "denominator": "a `percent` of it"}
        for name in self.readings:
            if idle[name]:
                yield Misfit(
                    code="R106",
                    path=("readings", name),
                    found=f"a reading of the {name}",
                    expected=lacks[name],
                    fix="delete the reading, or enter what it reads",
                )

    def _denominators(self) -> Iterator[Misfit]:
        readings = self.readings.get("denominator")
        for position, option in enumerate(readings.options if readings else ()):
            path = ("readings", "denominator", "options", position)
            if HEADS.fullmatch(option):
                told = next(_events(self.events, self.total, ""), None)
                if self.events is not None and int(option) < self.events.value and not told:
                    yield Misfit(
                        code="R109",
                        path=path,
                        found=option,
                        expected=f"at least the {self.events} events",
                        fix="compare with the source; events are of no fewer people",
                    )
            else:
                yield Misfit(
                    code="R109",
                    path=path,
                    found=option,
                    expected="a number of people, such as 327, of at most nine digits",
                    fix="enter the head count that the percentage may be of",
                )

    @property
    def has_spread(self) -> bool:
        """Whether a ± is printed that the source does not name."""
        return any(moment.spread is not None for _, moment in self.moments())

    def moments(self) -> Iterator[tuple[tuple[str, ...], Moment]]:
        """Yield each summary with its path, those of the groups after the result's own."""
        holders: list[tuple[tuple[str, ...], Result | Group]] = [((), self)]
        holders += [(("groups", name), group) for name, group in self.groups.items()]
        for path, holder in holders:
            for name in SUMMARIES:
                moment: Moment | None = getattr(holder, name)
                if moment is not None:
                    yield (*path, name), moment

    @property
    def prints_a_number(self) -> bool:
        """Whether anything but a p value is printed as a number."""
        of_test = self.test is not None and self.test.value is not None
        whole = self.correlation is not None or self.estimate is not None
        return of_test or whole or bool(self.counts) or any(map(_prints, self._holders()))

    def _holders(self) -> Iterator[Result | Group]:
        yield self
        yield from self.groups.values()


def _prints(holder: Result | Group) -> bool:
    fields = (*SUMMARIES, "events", "percent")
    return any(getattr(holder, field) is not None for field in fields)


def _summarises(holder: Result | Group) -> bool:
    return any(getattr(holder, name) is not None for name in SUMMARIES)


def nobody(path: tuple[str | int, ...], n: Reported | None) -> Iterator[Misfit]:
    """Yield a head count of 0 beside numbers that are of somebody."""
    if n is not None and n.value == 0:
        yield impossible(path, n, "at least 1: nobody has a mean or an effect")


def _interval(
    lower: Reported | None, upper: Reported | None, centre: Reported | None, name: str
) -> Iterator[Misfit]:
    if lower is None and upper is None:
        return
    if lower is None or upper is None:
        there, absent = ("upper", "lower") if lower is None else ("lower", "upper")
        yield _without(there, str(lower or upper), f"other end of the interval, `{absent}`")
        return
    if centre is None:
        yield _without("lower", f"{lower} to {upper}", "estimate that it belongs to")
        return
    if lower.value > upper.value:
        yield impossible(("lower",), lower, f"at most the upper end, {upper}")
    elif centre.exact and not (
        # Each number is rounded, so they miss each other only if their intervals do.
        lower.interval[0] <= centre.interval[1] and centre.interval[0] <= upper.interval[1]
    ):
        yield impossible((name,), centre, f"a number within its interval, {lower} to {upper}")


def _events(events: Reported | None, total: Reported | None, whole: str) -> Iterator[Misfit]:
    if events is not None and total is not None and events.value > total.value:
        yield impossible(("events",), events, f"at most {whole}, {total}")


def _without(name: str, found: str, needs: str) -> Misfit:
    return Misfit(
        code="R106",
        path=(name,),
        found=f"{name} {found}",
        expected=f"the {needs}",
        fix="enter it; if the source does not print it, say so in `note` and leave this out too",
    )
