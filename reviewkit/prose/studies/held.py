"""What the record of a study makes of a number that is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from reviewkit.prose.studies.fields import Field, shown
from reviewkit.prose.studies.said import Said

Status = Literal["correct", "wrong", "misattributed", "unverifiable"]


class Held(NamedTuple):
    """A number as held against a record.

    Parameters
    ----------
    said
        The number and its place in the sentence.
    status
        What the record makes of it.
    expected
        What the record prints in that role, with its unit; empty where it prints nothing.
    why
        In a sentence, with the study.
    field
        The field of the record that it is held against, "study#path"; empty if there is none.
    at
        Where that field stands: file, line and column of the record.
    """

    said: Said
    status: Status
    expected: str
    why: str
    field: str = ""
    at: str = ""


def held(said: Said, status: Status, field: Field | None, why: str) -> Held:
    """Return a number as held against a field, or against none."""
    return Held(
        said=said,
        status=status,
        expected=shown(field) if field else "",
        why=why,
        field=field.path if field else "",
        at=field.at if field else "",
    )


def not_read(said: Said, second_hand: Sequence[Field], label: str) -> Held:
    """Return a number that the record cannot tell of; what a secondary source prints is said."""
    if second_hand:
        why = f"Only a secondary source prints it of {label}: {shown(second_hand[0])}."
        return held(said, "unverifiable", second_hand[0], why)
    return held(said, "unverifiable", None, f"What was read of {label} does not hold this number.")
