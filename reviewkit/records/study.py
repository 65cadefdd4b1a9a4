"""A published study as it stands in what was read of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from pydantic import Field

from reviewkit.appraisal import Assessment
from reviewkit.records.appraised import ItemAppraisal
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
from reviewkit.records.moderator import StudyModerator
from reviewkit.records.pool import misfits_of_parts
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
from reviewkit.records.result import SPREADS, Result, nobody

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
#: In place of a study's risk of bias, where it is not the same for all its results.
BY_RESULT = "by result"

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
    moderators: dict[Id, StudyModerator] = Field(
        default_factory=dict, description="what may change the effect, by its name in review.yaml"
    )
    appraisal: Appraisal | None = Field(
        default=None, description="a view of the whole, where it was not appraised item by item"
    )
    appraisals: dict[Id, ItemAppraisal] = Field(
        default_factory=dict, description="risk of bias item by item, each under a short name"
    )
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

    @property
    def risk(self) -> str | None:
        """Its risk of bias in one word, or that this differs between its results."""
        words = {appraisal.assessed.shown for appraisal in self.appraisals.values()}
        if len(words) > 1:
            return BY_RESULT
        whole = self.appraisal.overall if self.appraisal else None
        return next(iter(words), whole)

    def appraised(self, result: str) -> tuple[str, ItemAppraisal] | None:
        """Return the appraisal that a result has item by item, with its name."""
        found = ((name, one) for name, one in self.appraisals.items() if result in one.of)
        return next(found, None)

    def assessed(self, result: str) -> Assessment | None:
        """Return what the appraisal of a result comes to; None where there is none."""
        found = self.appraised(result)
        return None if found is None else found[1].assessed

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
        yield from self._two_meanings()
        yield from self._nobody()
        yield from self._appraised_twice()
        yield from misfits_of_parts(self.results)
        if self.id in self.same_people_as:
            yield Misfit(
                code="R107",
                path=("same-people-as", self.same_people_as.index(self.id)),
                found=f"{self.id} itself",
                expected="another study",
                fix="name the study that reports on the same people",
            )

    def _two_meanings(self) -> Iterator[Misfit]:
        """Yield a reading of the spread that is at odds with another: a paper means one thing."""
        told = [
            (("results", name, *_SPREAD), result.readings["spread"])
            for name, result in self.results.items()
            if "spread" in result.readings
        ]
        throughout = self.readings.get("spread")
        if throughout is None and told:
            throughout = told.pop(0)[1]
        for path, readings in told:
            if throughout is not None and not _alike(readings, throughout):
                yield Misfit(
                    code="R109",
                    path=path,
                    found=_said(readings),
                    expected=f"{_said(throughout)}, as elsewhere in this study",
                    fix="read the ± in one way throughout; where the source names it, enter it as "
                    "`sd` or `se`",
                )

    def _appraised_twice(self) -> Iterator[Misfit]:
        """Yield a result that two appraisals are of, and a view of the whole beside items."""
        first: dict[str, str] = {}
        for name, appraisal in self.appraisals.items():
            for position, result in enumerate(appraisal.of):
                if result in first:
                    yield Misfit(
                        code="R107",
                        path=("appraisals", name, "of", position),
                        found=f"{result}, which `{first[result]}` is of too",
                        expected="each result in one appraisal",
                        fix="take it out of one of the two",
                    )
                first.setdefault(result, name)
        if self.appraisal is not None and self.appraisals:
            yield Misfit(
                code="R107",
                path=("appraisal",),
                found="a view of the whole beside `appraisals`, which have items",
                expected="one of the two",
                fix="move its reason to `why` of the appraisal it belongs to",
            )

    def _nobody(self) -> Iterator[Misfit]:
        """Yield the arms of nobody that summaries are of."""
        of = {
            name
            for result in self.results.values()
            for path, _ in result.moments()
            for name in (path[1:2] if path[0] == "groups" else (result.arm,))
        }
        for name in sorted(of & set(self.arms)):
            n = self.arms[name].n
            yield from nobody(("arms", name, "n"), None if isinstance(n, Missing) else n)


_SPREAD = ("readings", "spread")


def _alike(one: Readings, other: Readings) -> bool:
    same = set(one.admissible) == set(other.admissible)
    return same and one.declared == other.declared


def _said(readings: Readings) -> str:
    return f"{' or '.join(readings.admissible)}, {readings.declared} in the main analysis"
