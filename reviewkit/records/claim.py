"""What is claimed, where it is said, and how strongly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from reviewkit.records.body import Certainty
from reviewkit.records.fields import (
    FORM,
    Date,
    Digest,
    FieldRef,
    Id,
    Number,
    Ordinal,
    Record,
    ResultRef,
    Text,
    YesNo,
)
from reviewkit.records.misfit import Misfit
from reviewkit.records.result import Direction, Setting
from reviewkit.records.study import Allocation, DesignType

Kind = Literal[
    "benefit",
    "harm",
    "comparison",
    "experience",
    "mechanism",
    "study-report",
    "evidence",
    "figure",
    "advice",
    "caution",
    "definition",
    "history",
    "safety",
]
Stance = Literal["asserts", "denies", "limits", "asks", "reports"]
#: What a sentence names of the study or the setting behind it.
Names = Literal[
    "n", "design", "population", "control", "device", "setting", "source", "uncertainty", "dose"
]

#: 0 uncertain, 1 hedged, 2 probable, 3 plain, 4 demonstrated, 5 never (absolutes).
WORDING = ("uncertain", "hedged", "probable", "plain", "demonstrated", "never")
#: The field in which a claim of each kind says what it rests on; advice may rest on nothing.
RESTS_ON = {
    "benefit": "body",
    "harm": "body",
    "comparison": "body",
    "experience": "body",
    "safety": "body",
    "mechanism": "links",
    "study-report": "record",
    "figure": "record",
    "evidence": "inventory",
    "caution": "origin",
    "definition": "origin",
    "history": "origin",
}
_RESTS_IN_WORDS = {
    "body": "the body of evidence that grades it",
    "links": "the links of the mechanism, each with its body or background",
    "record": "the study that it reports",
    "inventory": "which studies it needs",
    "origin": "where it comes from, as far as was found",
}
_WORDING_FORM = ", ".join(f"{level} {word}" for level, word in enumerate(WORDING[:-1]))
_WORDING_FORM += f" or {len(WORDING) - 1} {WORDING[-1]}"


def _wording(value: object) -> int:
    if str(value) not in {str(level) for level in range(len(WORDING))}:
        raise ValueError(_WORDING_FORM)
    return int(str(value))


Wording = Annotated[
    int,
    BeforeValidator(_wording),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": f"^[0-{len(WORDING) - 1}]$",
            "minimum": 0,
            "maximum": len(WORDING) - 1,
            FORM: _WORDING_FORM,
        }
    ),
]


class Figure(Record):
    """A number in a sentence, and the field of the record that it is said to be."""

    says: Number
    of: FieldRef = Field(description="the field for the role that the sentence gives the number")
    unit: Text | None = None


class Reported(Record):
    """What a sentence says that one study found."""

    result: ResultRef
    direction: Direction
    significant: Literal[YesNo, "not said"] = "not said"


class Mention(Record):
    """One sentence of one source that makes the claim. Never the sentence itself."""

    source: Id
    section: Text = Field(description="in own words, or at most four words of the heading")
    line: Ordinal
    sentence: Ordinal = Field(description="its position in the line")
    sha256: Digest = Field(description="of the sentence, normalised")
    says: Text = Field(description="in own words, never the sentence")
    kinds: tuple[Kind, ...] = Field(min_length=1)
    wording: Wording
    cue: Text = Field(description="the words that decided the wording")
    stance: Stance = "asserts"
    intervention: Id | None = None
    population: Text | None = None
    names: tuple[Names, ...] = Field(default=(), description="what the sentence itself names")
    setting: Setting | None = None
    numbers: tuple[Figure, ...] = ()
    reports: tuple[Reported, ...] = ()
    untestable: Text | None = Field(default=None, description="why it cannot be tested")
    bare: Text | None = Field(default=None, description="why it is advice without a promise")
    note: Text | None = None


class Beside(Record):
    """Another body that is always shown with the claim's own."""

    body: Id
    why: Text
    favours: Direction | None = Field(
        default=None,
        description="the direction of its outcome that speaks for the claim, if not the claim's",
    )


class Link(Record):
    """One step of a mechanism, graded apart."""

    name: Text
    body: Id | None = None
    favours: Direction | None = Field(
        default=None,
        description="the direction of its outcome that speaks for the link, if not the claim's",
    )
    background: Text | None = Field(default=None, description="a citation; not graded")
    disputed: Text | None = Field(default=None, description="who disputes it, where, and why")

    def misfits(self) -> Iterator[Misfit]:
        """Yield a link that rests on nothing, or on two things."""
        if self.body is None and self.background is None:
            yield Misfit(
                code="R106",
                path=("name",),
                found="a link that rests on nothing",
                expected="a `body` that grades it, or a `background` citation",
                fix="name the body, or cite the background",
            )
        if self.body is not None and self.background is not None:
            yield Misfit(
                code="R107",
                path=("background",),
                found=f"a background citation beside the body {self.body}",
                expected="either a body that grades the link or a background citation",
                fix="keep one of the two; what is graded needs no background",
            )


class Inventory(Record):
    """Which studies a sentence about the evidence needs: their designs, outcome and number."""

    designs: tuple[DesignType, ...] = Field(min_length=1)
    allocation: Allocation | None = Field(
        default=None, description="which the sentence names, such as randomised; else any"
    )
    outcomes: tuple[Id, ...] = Field(min_length=1)
    interventions: tuple[Id, ...] = Field(min_length=1)
    at_least: Ordinal
    certainty: Certainty | None = None
    unread: Text | None = Field(
        default=None, description="why what was read cannot tell whether there are such studies"
    )
    why: Text


class Origin(Record):
    """Where a claim comes from, as far as was found: an ungraded one, or one without a mention."""

    found: Text
    url: Text | None = None
    on: Date


class Claim(Record):
    """A claim, the body or record it rests on, and its mentions."""

    id: Id
    kind: Kind
    statement: Text = Field(description="the claim in own words, plainly asserted")
    outcome: Id
    interventions: tuple[Id, ...] = Field(min_length=1)
    direction: Literal[Direction, "prevents", "none"] = Field(description="of the outcome")
    body: Id | None = None
    beside: tuple[Beside, ...] = ()
    links: tuple[Link, ...] = ()
    record: Id | None = None
    inventory: Inventory | None = None
    origin: Origin | None = None
    numbers: tuple[Figure, ...] = ()
    reports: tuple[Reported, ...] = ()
    mentions: tuple[Mention, ...] = ()
    note: Text | None = None

    def misfits(self) -> Iterator[Misfit]:
        """Yield a claim without what a claim of its kind rests on."""
        field = RESTS_ON.get(self.kind)
        if field is not None and not getattr(self, field):
            yield Misfit(
                code="R106",
                path=("kind",),
                found=f"{self.kind} without `{field}`",
                expected=f"{_RESTS_IN_WORDS[field]}, in `{field}`",
                fix=f"add `{field}`, or correct the kind",
            )


class Source(Record):
    """A document whose claims are under review: never its text."""

    id: Id
    title: Text
    publisher: Text | None = None
    published: Text | None = None
    url: Text | None = None
    sha256: Digest = Field(description="of the document's text")
    read: Date
    note: Text | None = None
