"""What differs between studies and may change an effect: latitude, dose, kind of allocation."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from reviewkit.records.fields import At, Number, Record, Text, Where
from reviewkit.records.misfit import Misfit


class Moderator(Record):
    """A moderator that the review looks at: a number with its unit, or one of some levels."""

    label: Text
    unit: Text | None = Field(default=None, description="of a number")
    levels: tuple[Text, ...] = Field(default=(), description="of what is no number, in order")
    why: Text = Field(description="why it may change the effect, said before looking")
    note: Text | None = None

    def misfits(self) -> Iterator[Misfit]:
        """Yield a moderator that is neither a number nor one of some levels, or is both."""
        if self.unit is None and not self.levels:
            yield Misfit(
                code="R106",
                path=("label",),
                found=f"{self.label}, with neither a unit nor levels",
                expected="the `unit` of a number, or the `levels` of what is none",
                fix="add one of the two",
            )
        if self.unit is not None and self.levels:
            yield Misfit(
                code="R107",
                path=("levels",),
                found=f"levels beside the unit {self.unit}",
                expected="either the unit of a number or the levels of what is none",
                fix="keep one of the two",
            )
        if len(set(self.levels)) < len(self.levels):
            yield Misfit(
                code="R109",
                path=("levels",),
                found=", ".join(self.levels),
                expected="each level once",
                fix="delete the one that stands twice",
            )


class StudyModerator(Record):
    """What one study is in respect of a moderator, and where that was read."""

    value: Number | None = None
    level: Text | None = None
    unit: Text | None = None
    at: At
    where: Where | None = None
    note: Text | None = None

    def misfits(self) -> Iterator[Misfit]:
        """Yield a study that is nothing, or two things, in respect of a moderator."""
        if self.value is None and self.level is None:
            yield Misfit(
                code="R106",
                path=("at",),
                found="a place without what was read there",
                expected="a `value` with its unit, or a `level`",
                fix="enter what was read; leave the moderator out where nothing was",
            )
        if self.value is not None and self.level is not None:
            yield Misfit(
                code="R107",
                path=("level",),
                found=f"{self.level} beside the value {self.value}",
                expected="either a number or a level",
                fix="keep the one that the review declares for this moderator",
            )
        if self.value is not None and self.unit is None:
            yield Misfit(
                code="R106",
                path=("value",),
                found=f"{self.value} without its unit",
                expected="the `unit` that it was read in",
                fix="add `unit`",
            )
