"""What a score can be: where it ends, and of what whole numbers it is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from reviewkit.records.fields import Count, Missing, Number, Record, Stated, Text, YesNo, impossible
from reviewkit.records.misfit import Misfit
from reviewkit.reported import Reported

Scored = Literal["sum", "mean"]


class Scale(Record):
    """What the numbers of one person can be. The audit holds means and spreads against it."""

    least: Stated[Number] = Field(
        default=Missing.NOT_SOUGHT, description="the lowest that one person's score can be"
    )
    most: Stated[Number] = Field(
        default=Missing.NOT_SOUGHT, description="the highest that one person's score can be"
    )
    whole: Stated[YesNo] = Field(
        default=Missing.NOT_SOUGHT, description="whether each answer is a whole number"
    )
    items: Stated[Count] = Field(
        default=Missing.NOT_SOUGHT, description="answers that make up one person's score"
    )
    scored: Stated[Scored] = Field(
        default=Missing.NOT_SOUGHT, description="what the answers of one person are made into"
    )
    why: Text = Field(description="where that is said")

    def misfits(self) -> Iterator[Misfit]:
        """Yield ends that are none, no items, and a way of scoring without what is scored."""
        for name, end in (("least", self.least), ("most", self.most)):
            if not isinstance(end, Missing) and not end.exact:
                yield impossible((name,), end, "one number: no bound, no range")
        ends = self.ends
        if ends and all(end.exact for end in ends) and ends[0].value >= ends[1].value:
            yield impossible(("least",), ends[0], f"less than the most, {ends[1]}")
        if not isinstance(self.items, Missing) and self.items.value == 0:
            yield impossible(("items",), self.items, "at least 1: a score is made of answers")
        if self.model_fields_set == {"why"}:
            yield Misfit(
                code="R106",
                path=("why",),
                found="a reason alone",
                expected="what it is the reason of: `least`, `most`, `whole`, `items` or `scored`",
                fix="enter what is said of the scale, or delete it",
            )

    @property
    def ends(self) -> tuple[Reported, Reported] | None:
        """The lowest and the highest score, if both are known."""
        if isinstance(self.least, Missing) or isinstance(self.most, Missing):
            return None
        return self.least, self.most

    @property
    def averaged(self) -> int | None:
        """Whole answers that are averaged within each person; None where that is not known.

        A sum of whole answers is whole itself, however many there are: one. Several answers of
        which it is not said how they are scored may be averaged, and every sum is such a mean too.
        """
        if self.whole != "yes":
            return None
        if self.scored == "sum":
            return 1
        return None if isinstance(self.items, Missing) else int(self.items.value)
