"""What is claimed, where it is said, and how strongly."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from reviewkit.records.fields import Date, FieldRef, Id, Number, Ordinal, Record, ResultRef, Text
from reviewkit.records.study import DesignType, Direction, Setting

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


def _wording(value: object) -> int:
    if str(value) not in {"0", "1", "2", "3", "4", "5"}:
        raise ValueError("0 uncertain, 1 hedged, 2 probable, 3 plain, 4 demonstrated or 5 never")
    return int(str(value))


Wording = Annotated[
    int,
    BeforeValidator(_wording),
    Field(description="0 uncertain, 1 hedged, 2 probable, 3 plain, 4 demonstrated, 5 never"),
]


class Figure(Record):
    """A number in a sentence, and the field of the record that it is said to be."""

    says: Number
    of: FieldRef
    unit: Text | None = None


class Reported(Record):
    """What a sentence says that one study found."""

    result: ResultRef
    direction: Direction
    significant: Literal["yes", "no", "not said"] = "not said"


class Mention(Record):
    """One sentence of one source that makes the claim. Never the sentence itself."""

    source: Id
    section: Text
    line: Ordinal
    sentence: Ordinal
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    says: Text
    kinds: tuple[Kind, ...] = Field(min_length=1)
    wording: Wording
    cue: Text
    stance: Stance = "asserts"
    intervention: Id | None = None
    population: Text | None = None
    names: tuple[Names, ...] = ()
    setting: Setting | None = None
    numbers: tuple[Figure, ...] = ()
    reports: tuple[Reported, ...] = ()
    untestable: Text | None = None
    bare: Text | None = None
    note: Text | None = None


class Beside(Record):
    """Another body that is always shown with the claim's own."""

    body: Id
    why: Text


class Link(Record):
    """One step of a mechanism, graded apart."""

    name: Text
    body: Id | None = None
    background: Text | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.body is None) == (self.background is None):
            raise ValueError("either a body that grades this link or a background citation")
        return self


class Inventory(Record):
    """Which studies a sentence about the evidence needs: their designs, outcome and number."""

    designs: tuple[DesignType, ...] = Field(min_length=1)
    outcomes: tuple[Id, ...] = Field(min_length=1)
    interventions: tuple[Id, ...] = Field(min_length=1)
    at_least: Ordinal
    certainty: Literal["high", "moderate", "low", "very low"] | None = None
    why: Text


class Origin(Record):
    """Where an ungraded claim comes from, as far as was found."""

    found: Text
    url: Text | None = None
    on: Date


class Claim(Record):
    """A claim, the body or record it rests on, and its mentions."""

    id: Id
    kind: Kind
    statement: Text
    outcome: Id
    interventions: tuple[Id, ...] = Field(min_length=1)
    direction: Direction | Literal["prevents", "none"]
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

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        needs = {
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
        field = needs.get(self.kind)
        if field is not None and not getattr(self, field):
            raise ValueError(f"{field}: a claim of kind {self.kind} rests on it")
        return self


class Source(Record):
    """A document whose claims are under review: never its text."""

    id: Id
    title: Text
    publisher: Text | None = None
    published: Text | None = None
    url: Text | None = None
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    read: Date
    note: Text | None = None
