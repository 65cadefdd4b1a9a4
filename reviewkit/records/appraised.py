"""Risk of bias of a study's results, item by item: answers with their reasons and places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from reviewkit.appraisal import INSTRUMENTS, Assessment, Instrument, assess
from reviewkit.records.fields import FORM, At, Date, Id, Missing, Record, Stated, Text, Where
from reviewkit.records.misfit import Misfit

InstrumentKey = Literal[
    "rob-2",
    "rob-2-crossover",
    "robins-i",
    "jbi-single-arm",
    "jbi-cross-sectional",
    "jbi-case-control",
    "jbi-case-series",
    "jbi-prevalence",
    "jbi-reviews",
    "syrcle",
]
#: An answer in the words of one of the instruments. No information is none: it says, in place of
#: the whole answer, which kind of absence it is.
Response = Annotated[
    str,
    Field(
        pattern=r"^(Y|PY|PN|N|yes|no|unclear|not applicable)$",
        json_schema_extra={
            FORM: "one of Y, PY, PN or N by RoB 2 and ROBINS-I; yes, no, unclear or not applicable "
            "by a checklist; where there is no information, put in place of the whole answer why: "
            f"{', '.join(Missing)}"
        },
    ),
]
#: The number of an item, as its instrument prints it.
ItemId = Annotated[
    str,
    Field(
        pattern=r"^([0-9]+|S|T)(\.[0-9]+)?$",
        json_schema_extra={FORM: "the number of an item, in quotes, such as '1.1' or '7'"},
    ),
]


class Answer(Record):
    """The answer to one item, its reason and where that stands."""

    answer: Response
    why: Text
    at: At
    where: Where | None = None


class ItemAppraisal(Record):
    """An appraisal of one or more results of a study by one instrument, item by item.

    What could not be answered says which kind of absence it is; each counts as no information.
    """

    of: tuple[Id, ...] = Field(min_length=1, description="results of this study that it is of")
    instrument: InstrumentKey
    items: dict[ItemId, Stated[Answer]] = Field(
        description="each item that is asked, by its number: its answer, or why there is none"
    )
    why: Text | None = Field(default=None, description="the view as a whole, beyond the items")
    by: Text
    on: Date
    read: tuple[At, ...] = Field(min_length=1)

    @property
    def used(self) -> Instrument:
        """The instrument."""
        return INSTRUMENTS[self.instrument]

    @cached_property
    def answers(self) -> Mapping[str, str]:
        """Each item's answer as the instrument knows it, or its kind of absence."""
        return {
            item: str(given) if isinstance(given, Missing) else given.answer
            for item, given in self.items.items()
        }

    @cached_property
    def assessed(self) -> Assessment:
        """What the answers come to."""
        return assess(self.used, self.answers)

    def misfits(self) -> Iterator[Misfit]:
        """Yield foreign items and answers, items that are not asked, and those left out."""
        instrument, known = self.used, self.used.items
        asked = instrument.kinds(self.answers)
        for item, given in self.items.items():
            if item not in asked:
                yield self._not_asked(item, exists=item in known)
            elif not isinstance(given, Missing) and given.answer not in instrument.answers:
                yield Misfit(
                    code="R109",
                    path=("items", item, "answer"),
                    found=given.answer,
                    expected=f"an answer of {instrument.label}: {', '.join(instrument.answers)}; "
                    f"or, in place of the whole answer, why there is none: "
                    f"{', '.join(Missing)}",
                    fix="answer in the instrument's words",
                )
        left_out = [item for item in asked if item not in self.items]
        if left_out:
            yield Misfit(
                code="R115",
                path=("items",),
                found=f"no answer to {', '.join(left_out)}",
                expected=f"an answer to each item that {instrument.label} asks here, the first "
                f"left out being {left_out[0]} ({known[left_out[0]].label})",
                fix=f"answer it, or write `'{left_out[0]}': not in what was read`",
            )

    def _not_asked(self, item: str, *, exists: bool) -> Misfit:
        told = "here: earlier answers do not lead to it" if exists else "at all"
        return Misfit(
            code="R114",
            path=("items", item),
            found=item,
            expected=f"an item that {self.used.label} asks; it does not ask this one {told}",
            fix="delete it, or correct the answer that should have led to it"
            if exists
            else f"use one of {', '.join(self.used.items)}",
        )
