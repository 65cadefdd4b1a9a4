"""A body of evidence: which results answer one question, and what was judged of them."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from reviewkit.records.fields import Date, Id, Record, ResultRef, Text

Level = Literal["not serious", "serious", "very serious", "extremely serious"]
Certainty = Literal["high", "moderate", "low", "very low"]
Domain = Literal["risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"]
Question4 = Literal["population", "intervention", "comparator", "outcome"]


class Question(Record):
    """Population, intervention, comparator, outcome and time of a body."""

    population: Text
    intervention: Id
    comparator: Text
    outcome: Id
    time: Text


class Threshold(Record):
    """What the evidence is held against; chosen before looking."""

    target: Literal["null", "mid"]
    why: Text


class Use(Record):
    """A result that counts, with what keeps it from answering the question directly."""

    result: ResultRef
    directness: dict[Question4, Text] = Field(default_factory=dict)
    note: Text | None = None


class Exclusion(Record):
    """A result or study that does not count, with the reason. Exactly one of the two is named."""

    result: ResultRef | None = None
    study: Id | None = None
    why: Text

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.result is None) == (self.study is None):
            raise ValueError("either a result or a study")
        return self


class Judgement(Record):
    """A judgement beside a proposal: what, by whom, when, on which documents, why.

    `proposal` and `facts` are what the judge saw; when the facts move, the judgement is suspended.
    """

    is_: Level | Certainty
    by: Text
    on: Date
    read: tuple[Text, ...] = Field(min_length=1)
    why: Text
    proposal: Level | Certainty
    facts: str = Field(pattern=r"^[0-9a-f]{12}$")


class Body(Record):
    """Results that answer one question, apart from those that answer another."""

    id: Id
    question: Question
    directness: Literal["direct", "indirect"] = "direct"
    threshold: Threshold
    uses: tuple[Use, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
    searched: Text
    unpublished: tuple[Text, ...] = ()
    judgements: dict[Domain | Literal["overall"], Judgement] = Field(default_factory=dict)
    note: Text | None = None

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        refs = [use.result for use in self.uses]
        twice = sorted({ref for ref in refs if refs.count(ref) > 1})
        if twice:
            raise ValueError(f"each result once; {', '.join(twice)} stands twice in `uses`")
        return self
