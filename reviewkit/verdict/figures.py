"""Numbers in a sentence held against the record, each in the role that the sentence gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel

from reviewkit.audit.results import percentage_flag
from reviewkit.evidence import Evidence
from reviewkit.records import Figure, Missing, Study
from reviewkit.reported import Reported, agree

Status = Literal["correct", "wrong", "misattributed", "unverifiable"]
#: Roles of head counts as people say them.
_ROLES = {
    "reached": "people who were reached",
    "answered": "people who answered",
    "assessed": "people who were assessed",
    "planned": "people who were planned",
    "enrolled": "people who were enrolled",
    "randomised": "people who were randomised",
    "received": "people who did it",
    "analysed": "people who were analysed",
    "studies": "studies",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One number of a sentence: its status, what the record prints, and why."""

    figure: Figure
    status: Status
    expected: str | None
    why: str
    flags: tuple[str, ...] = ()


def check_figure(evidence: Evidence, figure: Figure) -> Checked:
    """Compare a number with the field of the record that the sentence says it is.

    The record rounded to the writer's decimals, either way of rounding a five; units converted.
    The same digits in another role of the same study are misattributed. What stands only in a
    secondary source can be neither right nor wrong: unverifiable.
    """
    name, _, path = figure.of.partition("#")
    study = evidence.studies[name]
    printed = evidence.value(figure.of)
    if not isinstance(printed, Reported):
        why = (
            f"{_role(path)}: {printed}" if isinstance(printed, Missing) else f"{path} is no number"
        )
        return Checked(figure=figure, status="unverifiable", expected=None, why=why)
    expected = _with_unit(printed, figure)
    said = _in_unit(evidence, study, path, figure)
    if agree(said, printed):
        flags = _flags(study, path)
        return Checked(
            figure=figure,
            status="correct",
            expected=expected,
            flags=flags,
            why=f"{study.id} prints {expected}",
        )
    if _access(study, path) == "secondary":
        why = f"a secondary source prints {expected}; the paper was not read"
        return Checked(figure=figure, status="unverifiable", expected=expected, why=why)
    if other := _other_role(study, path, said):
        role, count = other
        why = f"{count} is the number of {_role(role)}; the number of {_role(path)} is {printed}"
        return Checked(figure=figure, status="misattributed", expected=expected, why=why)
    return Checked(
        figure=figure, status="wrong", expected=expected, why=f"{study.id} prints {expected}"
    )


def _with_unit(printed: Reported, figure: Figure) -> str:
    return (
        f"{printed} {figure.unit}"
        if figure.unit and figure.unit != "%"
        else f"{printed}{figure.unit or ''}"
    )


def _in_unit(evidence: Evidence, study: Study, path: str, figure: Figure) -> Reported:
    """The number said, in the unit of the record."""
    steps = path.split(".")
    if steps[0] != "results" or figure.unit is None:
        return figure.says
    result = study.results[steps[1]]
    factors = {
        unit: number.value for unit, number in evidence.review.outcomes[result.outcome].also.items()
    }
    base = evidence.review.outcomes[result.outcome].unit
    if base:
        factors[base] = Decimal(1)
    if figure.unit == result.unit or figure.unit not in factors or result.unit not in factors:
        return figure.says
    factor = factors[figure.unit] / factors[result.unit]
    shift = -factor.adjusted()
    return replace(
        figure.says,
        value=figure.says.value * factor,
        decimals=max(0, figure.says.decimals + shift),
        upper=None if figure.says.upper is None else figure.says.upper * factor,
    )


def _other_role(study: Study, path: str, said: Reported) -> tuple[str, Reported] | None:
    """Another head count of the study that the number said stands for."""
    if not path.startswith("population.n."):
        return None
    for role, count in _counts(study.population.n):
        if f"population.n.{role}" != path and agree(said, count):
            return f"population.n.{role}", count
    return None


def _counts(people: BaseModel) -> Iterator[tuple[str, Reported]]:
    for role in type(people).model_fields:
        count = getattr(people, role)
        if isinstance(count, Reported):
            yield role, count


def _role(path: str) -> str:
    last = path.rpartition(".")[2]
    return _ROLES.get(last, path)


def _access(study: Study, path: str) -> str:
    """How close to the paper the document is in which a field was read."""
    steps = path.split(".")
    part: object = study.population if steps[0] == "population" else None
    if steps[0] in {"arms", "results"}:
        part = getattr(study, steps[0])[steps[1]]
    if part is None:
        return "abstract"
    field = ".".join(steps[1 if steps[0] == "population" else 2 :])
    key = getattr(part, "places", {}).get(field, getattr(part, "at", ""))
    return study.read[key].access


def _flags(study: Study, path: str) -> tuple[str, ...]:
    steps = path.split(".")
    if steps[0] != "results" or steps[-1] != "percent" or len(steps) != 3:  # noqa: PLR2004 results.NAME.percent
        return ()
    flag = percentage_flag(study, steps[1])
    return (flag,) if flag else ()
