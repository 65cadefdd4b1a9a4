"""Numbers in a sentence held against the record, each in the role that the sentence gives it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reviewkit.audit.results import percentage_flag
from reviewkit.evidence import Evidence
from reviewkit.records import Figure, Missing, Study
from reviewkit.reported import Reported, agree
from reviewkit.verdict.roles import named, other_role
from reviewkit.verdict.units import converted, same_unit, unit_of

Status = Literal["correct", "wrong", "misattributed", "unverifiable"]


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

    The record, in the writer's unit, rounded to the writer's decimals, either way of rounding a
    five. The same digits in another role of the same study, or in another unit, are
    misattributed. A difference from what a secondary source alone prints proves nothing:
    unverifiable.
    """
    name, _, path = figure.of.partition("#")
    study = evidence.studies[name]
    printed = evidence.value(figure.of)
    if not isinstance(printed, Reported):
        is_missing = isinstance(printed, Missing)
        why = f"{named(path)}: {printed}" if is_missing else f"{path} is no number"
        return Checked(figure=figure, status="unverifiable", expected=None, why=why)
    status, why, expected = _compare(evidence, study, path, figure, printed)
    return Checked(
        figure=figure,
        status=status,
        expected=expected,
        why=why,
        flags=flags_of(study, path) if status == "correct" else (),
    )


def _compare(
    evidence: Evidence, study: Study, path: str, figure: Figure, printed: Reported
) -> tuple[Status, str, str]:
    """The status, the reason, and the number as printed with its unit."""
    unit = unit_of(study, path)
    expected = _with_unit(printed, unit or figure.unit)
    second_hand = access_of(study, path) == "secondary"
    who = "a secondary source" if second_hand else study.id
    prints = f"{who} prints {expected}"
    there: Reported | None = printed
    if not same_unit(figure.unit, unit):
        there = converted(evidence, study, path, printed, figure.unit or "")
    if there is not None and agree(figure.says, there):
        return "correct", prints, expected
    if second_hand:
        return "unverifiable", f"{prints}; the paper was not read", expected
    if not same_unit(figure.unit, unit) and agree(figure.says, printed):
        return "misattributed", f"{prints}, not {figure.unit}", expected
    if there is None:
        why = f"{prints}, which cannot be held against {figure.unit}"
        return "unverifiable", why, expected
    if other := other_role(study, path, figure.says):
        role, number = other
        own = printed if path.startswith("population.") else expected
        why = f"{number} is {named(role)}; {named(path)} is {own}"
        return "misattributed", why, expected
    return "wrong", prints, expected


def _with_unit(printed: Reported, unit: str | None) -> str:
    return f"{printed}{unit or ''}" if unit in {None, "%"} else f"{printed} {unit}"


def access_of(study: Study, path: str) -> str:
    """Return how close to the paper the document is in which a field was read."""
    steps = path.split(".")
    part: object = study.population if steps[0] == "population" else None
    if steps[0] in {"arms", "results"}:
        part = getattr(study, steps[0])[steps[1]]
    if part is None:
        return "abstract"
    inner = steps[1 if steps[0] == "population" else 2 :]
    places = getattr(part, "places", {})
    # The place of `n` is the place of all that stands below it, unless that has one of its own.
    fields = (".".join(inner[:end]) for end in range(len(inner), 0, -1))
    key = next((places[field] for field in fields if field in places), getattr(part, "at", ""))
    return study.read[key].access


def flags_of(study: Study, path: str) -> tuple[str, ...]:
    """Return what the audit says of a printed number."""
    steps = path.split(".")
    if steps[0] != "results" or steps[2:] != ["percent"]:
        return ()
    flag = percentage_flag(study, steps[1])
    return (flag,) if flag else ()
