"""A published study as it stands in what was read of it."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from reviewkit.records.fields import (
    Correlation,
    Count,
    Date,
    Duration,
    Id,
    Missing,
    Number,
    Percentage,
    PValue,
    Record,
    Spread,
    Stated,
    Text,
)
from reviewkit.reported import Reported

Direction = Literal["increases", "decreases", "no difference", "changes", "unclear"]
Access = Literal["full-text", "abstract", "registry", "secondary"]
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
DesignType = Literal[
    "parallel-trial",
    "crossover-trial",
    "within-person",
    "controlled-before-after",
    "before-after",
    "cohort",
    "case-control",
    "cross-sectional",
    "self-selected-survey",
    "case-series",
    "systematic-review",
    "narrative-review",
    "laboratory",
    "animal-experiment",
    "registered-trial",
    "opinion",
]
Allocation = Literal["randomised", "not randomised", "quasi-randomised"]
RiskOfBias = Literal["low", "some concerns", "high", "no information"]


class Citation(Record):
    """Who published what, where."""

    authors: tuple[Text, ...] = Field(min_length=1)
    year: Stated[Count]
    title: Text
    journal: Text | None = None
    volume: Text | None = None
    pages: Text | None = None
    doi: str | None = Field(default=None, pattern=r"^10\.\d{4,9}/\S+$")
    pmid: str | None = Field(default=None, pattern=r"^\d{1,9}$")
    pmcid: str | None = Field(default=None, pattern=r"^PMC\d+$")
    registry: Text | None = None
    note: Text | None = None


class Read(Record):
    """A document that was read, and how close it is to the paper."""

    url: Text
    access: Access
    on: Date
    note: Text | None = None


class Readings(Record):
    """What the source leaves open: the admissible options, the first being the declared main one."""

    options: tuple[Text, ...] = Field(min_length=2)
    why: Text
    main: Text | None = None
    impossible: dict[str, Text] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _main_is_an_option(self) -> Self:
        if self.main is not None and self.main not in self.options:
            raise ValueError(f"main: one of the options ({', '.join(self.options)})")
        return self

    @property
    def declared(self) -> str:
        """The option that the declared main analysis takes."""
        return self.main or self.options[0]

    @property
    def admissible(self) -> tuple[str, ...]:
        """The options that were not dropped as impossible, the main one first."""
        rest = (option for option in self.options if option != self.declared)
        return tuple(o for o in (self.declared, *rest) if o not in self.impossible)


class Design(Record):
    """How the study was set up."""

    type: DesignType
    allocation: Stated[Allocation] = Missing.NOT_SOUGHT
    blinding: Stated[Text] = Missing.NOT_SOUGHT
    at: str
    where: Text | None = None
    places: dict[str, str] = Field(default_factory=dict)
    note: Text | None = None


class People(Record):
    """Head counts by role. A number belongs to one role only."""

    reached: Stated[Count] | None = None
    answered: Stated[Count] | None = None
    assessed: Stated[Count] | None = None
    planned: Stated[Count] | None = None
    enrolled: Stated[Count] | None = None
    randomised: Stated[Count] | None = None
    received: Stated[Count] | None = None
    analysed: Stated[Count] | None = None
    studies: Stated[Count] | None = None


class Population(Record):
    """Who was studied."""

    who: Text
    country: Stated[Text] = Missing.NOT_SOUGHT
    n: People
    age: Stated[Text] = Missing.NOT_SOUGHT
    sex: Stated[Text] = Missing.NOT_SOUGHT
    at: str
    where: Text | None = None
    places: dict[str, str] = Field(default_factory=dict)
    note: Text | None = None


class Arm(Record):
    """What one group, side or condition received."""

    intervention: Id
    label: Text | None = None
    by: Stated[Text] = Missing.NOT_SOUGHT
    minutes: Stated[Number] = Missing.NOT_SOUGHT
    times: Stated[Text] = Missing.NOT_SOUGHT
    weeks: Stated[Number] = Missing.NOT_SOUGHT
    months: Stated[Number] = Missing.NOT_SOUGHT
    sessions: Stated[Number] = Missing.NOT_SOUGHT
    n: Stated[Count] = Missing.NOT_SOUGHT
    instructed: Text | None = None
    at: str
    where: Text | None = None
    places: dict[str, str] = Field(default_factory=dict)
    note: Text | None = None


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

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.lower is None) != (self.upper is None):
            raise ValueError("an interval with both its ends, lower and upper")
        if self.lower is not None and self.mean is None and self.median is None:
            raise ValueError("an interval with the estimate it belongs to")
        if (self.sd or self.se or self.spread) and self.mean is None:
            raise ValueError("a spread with the mean it belongs to")
        return self


class Group(Record):
    """One arm's numbers within a comparison."""

    n: Count | None = None
    before: Moment | None = None
    after: Moment | None = None
    change: Moment | None = None
    events: Count | None = None
    total: Count | None = None
    percent: Percentage | None = None

    @model_validator(mode="after")
    def _possible(self) -> Self:
        _events_within_total(self.events, self.total)
        return self


class Test(Record):
    """A test statistic as printed."""

    statistic: Literal["t", "F", "z", "chi2", "r", "W", "U", "Q"]
    value: Number | None = None
    df: Number | None = None
    df2: Number | None = None
    name: Text | None = None


class Estimate(Record):
    """An effect as the source printed it, with its interval."""

    measure: Literal["MD", "SMD", "MC", "RR", "OR", "RD", "HR", "r", "percent change"]
    value: Number
    lower: Number | None = None
    upper: Number | None = None
    level: Percentage | None = None
    k: Count | None = None
    n: Count | None = None
    i2: Percentage | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if (self.lower is None) != (self.upper is None):
            raise ValueError("an interval with both its ends, lower and upper")
        if self.lower is not None and self.upper is not None and self.lower.value > self.upper.value:
            raise ValueError("an interval whose lower end is not above its upper end")
        return self


class Association(Record):
    """A correlation as printed."""

    r: Correlation
    n: Count | None = None


class Result(Record):
    """One finding as printed: means, change, events, share, counts, test, interval or direction."""

    outcome: Id
    label: Text | None = None
    instrument: Stated[Text] = Missing.NOT_SOUGHT
    contrast: Contrast
    setting: Setting = "people"
    arm: Id
    versus: Id | None = None
    time: Duration
    n: Stated[Count] = Missing.NOT_SOUGHT
    before: Moment | None = None
    after: Moment | None = None
    change: Moment | None = None
    groups: dict[Id, Group] = Field(default_factory=dict)
    events: Count | None = None
    total: Count | None = None
    percent: Percentage | None = None
    counts: dict[Id, Count] = Field(default_factory=dict)
    correlation: Association | None = None
    test: Test | None = None
    estimate: Estimate | None = None
    unit: Text | None = None
    p: Stated[PValue] = Missing.NOT_SOUGHT
    direction: Stated[Direction]
    significant: Stated[Literal["yes", "no"]] = Missing.NOT_SOUGHT
    conflict: Text | None = None
    says: Text | None = None
    at: str
    where: Text | None = None
    places: dict[str, str] = Field(default_factory=dict)
    readings: dict[Literal["spread", "denominator"], Readings] = Field(default_factory=dict)
    note: Text | None = None

    @model_validator(mode="after")
    def _possible(self) -> Self:
        _events_within_total(self.events, self.total)
        compares = self.contrast in {"between-arms", "between-conditions", "between-sides"}
        if compares and self.versus is None:
            raise ValueError(f"versus: which arm a {self.contrast} contrast compares with")
        return self

    @property
    def has_spread(self) -> bool:
        """Whether a ± is printed that the source does not name."""
        moments = [self.before, self.after, self.change]
        for group in self.groups.values():
            moments += [group.before, group.after, group.change]
        return any(moment is not None and moment.spread is not None for moment in moments)


def _events_within_total(events: Reported | None, total: Reported | None) -> None:
    if events is not None and total is not None and events.value > total.value:
        raise ValueError(f"events no more than the total: {events} of {total}")


class Funding(Record):
    """Who paid."""

    by: Stated[Text] = Missing.NOT_SOUGHT
    industry: Stated[Literal["yes", "no"]] = Missing.NOT_SOUGHT
    at: str | None = None
    where: Text | None = None


class Conflict(Record):
    """An interest of the authors. Employment and sales of the device count as sponsorship."""

    text: Text
    sponsorship: Literal["yes", "no"]
    at: str
    where: Text | None = None


class Appraisal(Record):
    """An overall risk-of-bias judgement with its reason (items by instrument come later)."""

    overall: RiskOfBias
    why: Text
    by: Text
    on: Date
    read: tuple[str, ...] = Field(min_length=1)


class Notice(Record):
    """A retraction, correction or expression of concern."""

    kind: Literal["retraction", "correction", "expression of concern"]
    text: Text
    at: str


class Correction(Record):
    """A correction of this record: what was, what is, why, when."""

    was: Text
    is_: Text
    why: Text
    on: Date


class Study(Record):
    """A study: citation, what was read, design, people, arms, results, funding."""

    id: Id
    citation: Citation
    read: dict[Id, Read] = Field(min_length=1)
    design: Design
    population: Population
    arms: dict[Id, Arm] = Field(default_factory=dict)
    results: dict[Id, Result] = Field(default_factory=dict)
    readings: dict[Literal["spread", "allocation"], Readings] = Field(default_factory=dict)
    appraisal: Appraisal | None = None
    funding: Funding = Funding()
    conflicts: tuple[Conflict, ...] = ()
    registration: Stated[Text] = Missing.NOT_SOUGHT
    same_people_as: tuple[Id, ...] = ()
    notices: tuple[Notice, ...] = ()
    corrections: tuple[Correction, ...] = ()
    not_found: tuple[Text, ...] = ()
    note: Text | None = None
