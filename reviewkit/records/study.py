"""A published study as it stands in what was read of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from pydantic import Field

from reviewkit.records.fields import (
    Amount,
    At,
    Count,
    Id,
    Missing,
    Places,
    Record,
    Stated,
    Text,
    Where,
)
from reviewkit.records.misfit import Misfit
from reviewkit.records.provenance import (
    Appraisal,
    Citation,
    Conflict,
    Correction,
    Funding,
    Notice,
    Read,
)
from reviewkit.records.readings import Readings, foreign_options
from reviewkit.records.result import SPREADS, Result

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


class Design(Record):
    """How the study was set up."""

    type: DesignType
    allocation: Stated[Allocation] = Missing.NOT_SOUGHT
    blinding: Stated[Text] = Missing.NOT_SOUGHT
    at: At
    where: Where | None = None
    places: Places = Field(default_factory=dict)
    note: Text | None = None


class People(Record):
    """Head counts by role. A number belongs to one role only."""

    reached: Stated[Count] | None = Field(default=None, description="were asked or contacted")
    answered: Stated[Count] | None = None
    assessed: Stated[Count] | None = Field(default=None, description="for eligibility")
    planned: Stated[Count] | None = None
    enrolled: Stated[Count] | None = None
    randomised: Stated[Count] | None = None
    received: Stated[Count] | None = Field(default=None, description="did or had what is studied")
    analysed: Stated[Count] | None = None
    studies: Stated[Count] | None = Field(default=None, description="in a review")


class Population(Record):
    """Who was studied."""

    who: Text
    country: Stated[Text] = Missing.NOT_SOUGHT
    n: People
    age: Stated[Text] = Missing.NOT_SOUGHT
    sex: Stated[Text] = Missing.NOT_SOUGHT
    at: At
    where: Where | None = None
    places: Places = Field(default_factory=dict)
    note: Text | None = None


class Arm(Record):
    """What one group, side or condition received."""

    intervention: Id
    label: Text | None = None
    by: Stated[Text] = Field(default=Missing.NOT_SOUGHT, description="whose hands, which device")
    minutes: Stated[Amount] = Field(default=Missing.NOT_SOUGHT, description="of one session")
    times: Stated[Text] = Field(default=Missing.NOT_SOUGHT, description="how often")
    weeks: Stated[Amount] = Missing.NOT_SOUGHT
    months: Stated[Amount] = Missing.NOT_SOUGHT
    sessions: Stated[Amount] = Field(default=Missing.NOT_SOUGHT, description="in all")
    n: Stated[Count] = Missing.NOT_SOUGHT
    instructed: Text | None = Field(default=None, description="where it differs from what was done")
    at: At
    where: Where | None = None
    places: Places = Field(default_factory=dict)
    note: Text | None = None


class Study(Record):
    """A study: citation, what was read, design, people, arms, results, funding."""

    id: Id
    citation: Citation
    read: dict[Id, Read] = Field(
        min_length=1, description="documents that were read, each under a short name"
    )
    design: Design
    population: Population
    arms: dict[Id, Arm] = Field(default_factory=dict)
    results: dict[Id, Result] = Field(default_factory=dict)
    readings: dict[Literal["spread", "allocation"], Readings] = Field(
        default_factory=dict, description="what the source leaves open throughout"
    )
    appraisal: Appraisal | None = None
    funding: Funding = Funding()
    conflicts: tuple[Conflict, ...] = ()
    registration: Stated[Text] = Missing.NOT_SOUGHT
    same_people_as: tuple[Id, ...] = Field(
        default=(), description="studies that report on the same people"
    )
    notices: tuple[Notice, ...] = ()
    corrections: tuple[Correction, ...] = ()
    not_found: tuple[Text, ...] = Field(default=(), description="what was looked for in vain")
    note: Text | None = None

    def misfits(self) -> Iterator[Misfit]:
        """Yield readings of what is not open, or of options that mean nothing."""
        yield from foreign_options(("readings", "spread"), self.readings.get("spread"), SPREADS)
        yield from foreign_options(
            ("readings", "allocation"), self.readings.get("allocation"), get_args(Allocation)
        )
        if "spread" in self.readings and not any(r.has_spread for r in self.results.values()):
            yield Misfit(
                code="R106",
                path=("readings", "spread"),
                found="a reading of the spread",
                expected="a ± that it reads, as `spread` in a result",
                fix="delete the reading, or enter what it reads",
            )
        if "allocation" in self.readings and not isinstance(self.design.allocation, Missing):
            yield Misfit(
                code="R107",
                path=("readings", "allocation"),
                found=f"a reading of the allocation, which `design` gives: "
                f"{self.design.allocation}",
                expected="readings of what the source leaves open",
                fix="delete the reading, or say in `design` that the allocation is not reported",
            )
        if self.id in self.same_people_as:
            yield Misfit(
                code="R107",
                path=("same-people-as", self.same_people_as.index(self.id)),
                found=f"{self.id} itself",
                expected="another study",
                fix="name the study that reports on the same people",
            )
