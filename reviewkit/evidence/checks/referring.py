"""Every name in a record that has to lead somewhere, and where to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from reviewkit.records import (
    Body,
    Claim,
    ItemAppraisal,
    Mention,
    Missing,
    Result,
    Review,
    Study,
    Vocabulary,
)
from reviewkit.source import Steps

Target = Literal[
    "outcome",  # … of review.yaml
    "intervention",
    "moderator",
    "arm",  # … of the study itself
    "own-result",
    "read",
    "part",  # a field of the part that says where it stands
    "study",
    "result",  # study#result
    "field",  # study#path.to.a.field
    "document",  # study/read
    "body",
    "claim",
    "source",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A name and what it should lead to.

    Parameters
    ----------
    steps : tuple of str or int
        Where in the record the name stands.
    name : str
        The name.
    target : str
        What kind of thing it names.
    part : Record or None
        For a field of a part of the record, that part.
    is_key : bool
        Whether the name is the key at `steps`, not the value.
    """

    steps: Steps
    name: str
    target: Target
    part: BaseModel | None = None
    is_key: bool = False


def references(record: BaseModel) -> Iterator[Reference]:
    """Yield every reference in a record."""
    match record:
        case Study():
            yield from _of_study(record)
        case Body():
            yield from _of_body(record)
        case Claim():
            yield from _of_claim(record)
        case Review():
            for position, excluded in enumerate(record.excluded):
                yield from _maybe(("excluded", position, "result"), excluded.result, "result")
        case Vocabulary():
            yield from _keys(("interventions",), record.interventions, "intervention")
            yield from _keys(("outcomes",), record.outcomes, "outcome")
            yield from _keys(("claims",), record.claims, "claim")


def _of_study(study: Study) -> Iterator[Reference]:
    parts: list[tuple[Steps, BaseModel]] = [
        (("design",), study.design),
        (("population",), study.population),
        (("funding",), study.funding),
        *((("arms", name), arm) for name, arm in study.arms.items()),
        *((("results", name), result) for name, result in study.results.items()),
        *((("moderators", name), part) for name, part in study.moderators.items()),
        *((("conflicts", i), conflict) for i, conflict in enumerate(study.conflicts)),
        *((("notices", i), notice) for i, notice in enumerate(study.notices)),
    ]
    for path, part in parts:
        yield from _maybe((*path, "at"), getattr(part, "at", None), "read")
        for field, key in getattr(part, "places", {}).items():
            place = (*path, "places", field)
            yield Reference(steps=place, name=field, target="part", part=part, is_key=True)
            yield Reference(steps=place, name=key, target="read")
    if study.appraisal is not None:
        yield from _each(("appraisal", "read"), study.appraisal.read, "read")
    for name, appraisal in study.appraisals.items():
        yield from _of_appraisal(("appraisals", name), appraisal)
    for name, arm in study.arms.items():
        steps = ("arms", name, "intervention")
        yield Reference(steps=steps, name=arm.intervention, target="intervention")
    for name, result in study.results.items():
        yield from _of_result(("results", name), result)
    yield from _keys(("moderators",), study.moderators, "moderator")
    yield from _each(("same-people-as",), study.same_people_as, "study")


def _of_appraisal(path: Steps, appraisal: ItemAppraisal) -> Iterator[Reference]:
    yield from _each((*path, "of"), appraisal.of, "own-result")
    yield from _each((*path, "read"), appraisal.read, "read")
    for item, given in appraisal.items.items():
        if not isinstance(given, Missing):
            yield Reference(steps=(*path, "items", item, "at"), name=given.at, target="read")


def _of_result(path: Steps, result: Result) -> Iterator[Reference]:
    yield Reference(steps=(*path, "outcome"), name=result.outcome, target="outcome")
    yield Reference(steps=(*path, "arm"), name=result.arm, target="arm")
    yield from _maybe((*path, "versus"), result.versus, "arm")
    yield from _keys((*path, "groups"), result.groups, "arm")
    yield from _each((*path, "parts"), result.parts, "own-result")


def _of_body(body: Body) -> Iterator[Reference]:
    question: Steps = ("question",)
    yield Reference(
        steps=(*question, "intervention"), name=body.question.intervention, target="intervention"
    )
    yield Reference(steps=(*question, "outcome"), name=body.question.outcome, target="outcome")
    yield from _maybe((*question, "moderator"), body.question.moderator, "moderator")
    for position, use in enumerate(body.uses):
        yield Reference(steps=("uses", position, "result"), name=use.result, target="result")
    for position, exclusion in enumerate(body.excluded):
        yield from _maybe(("excluded", position, "result"), exclusion.result, "result")
        yield from _maybe(("excluded", position, "study"), exclusion.study, "study")
    for domain, judgement in body.judgements.items():
        yield from _each(("judgements", domain, "read"), judgement.read, "document")
    if body.subgroup is not None:
        yield from _each(("subgroup", "read"), body.subgroup.read, "document")
    if body.gradient is not None:
        yield from _each(("gradient", "read"), body.gradient.read, "document")


def _of_claim(claim: Claim) -> Iterator[Reference]:
    yield Reference(steps=("outcome",), name=claim.outcome, target="outcome")
    yield from _each(("interventions",), claim.interventions, "intervention")
    yield from _maybe(("body",), claim.body, "body")
    for position, beside in enumerate(claim.beside):
        yield Reference(steps=("beside", position, "body"), name=beside.body, target="body")
    for position, link in enumerate(claim.links):
        yield from _maybe(("links", position, "body"), link.body, "body")
    yield from _maybe(("record",), claim.record, "study")
    if claim.inventory is not None:
        yield from _each(("inventory", "outcomes"), claim.inventory.outcomes, "outcome")
        yield from _each(
            ("inventory", "interventions"), claim.inventory.interventions, "intervention"
        )
    yield from _of_telling((), claim)
    for position, mention in enumerate(claim.mentions):
        path: Steps = ("mentions", position)
        yield Reference(steps=(*path, "source"), name=mention.source, target="source")
        yield from _maybe((*path, "intervention"), mention.intervention, "intervention")
        yield from _of_telling(path, mention)


def _of_telling(path: Steps, telling: Claim | Mention) -> Iterator[Reference]:
    for position, figure in enumerate(telling.numbers):
        steps = (*path, "numbers", position, "of")
        yield Reference(steps=steps, name=figure.of, target="field")
    for position, report in enumerate(telling.reports):
        steps = (*path, "reports", position, "result")
        yield Reference(steps=steps, name=report.result, target="result")


def _maybe(steps: Steps, name: str | None, target: Target) -> Iterator[Reference]:
    if name is not None:
        yield Reference(steps=steps, name=name, target=target)


def _each(steps: Steps, names: Iterable[str], target: Target) -> Iterator[Reference]:
    for position, name in enumerate(names):
        yield Reference(steps=(*steps, position), name=name, target=target)


def _keys(steps: Steps, names: Iterable[str], target: Target) -> Iterator[Reference]:
    for name in names:
        yield Reference(steps=(*steps, name), name=name, target=target, is_key=True)
