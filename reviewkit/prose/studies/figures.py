"""Numbers that a text tells of a study, held against its record, each in the role it is given.

The record rounded to the writer's decimals, either way of rounding a five, in the writer's unit.
The same digits in another role, another unit or another study are misattributed; a role that the
record does not hold, or only second-hand, is unverifiable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import permutations
from typing import Any, Literal

from reviewkit.display import PEOPLE
from reviewkit.prose.studies.features import same_length
from reviewkit.prose.studies.fields import Field, converted, fields_of, shown
from reviewkit.prose.studies.number_words import DAYS
from reviewkit.prose.studies.numbers import DATE, PART, SPREAD, Said
from reviewkit.prose.studies.roles import OF_STUDY, plays, roles
from reviewkit.reported import ABOUT, agree, parse

Status = Literal["correct", "wrong", "misattributed", "unverifiable"]

#: Units of one session; all others are of a course or of a point within it.
_SHORT = frozenset({"minutes", "hours"})
#: What stands before a point in time, not before how long something was done.
_POINT = re.compile(
    r"\b(?:after|at|by|until|from|week|month|day)\s+(?:the\s+|about\s+)?$", re.IGNORECASE
)
#: Fields of how much numbers spread.
_SPREADS = (".spread", ".sd", ".se")
#: A number of another study is no chance if it has a decimal or is as large as this [C].
TELLING = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
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


class Figures:
    """Holds numbers against the studies of an index."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        self._studies: list[dict[str, Any]] = index["studies"]
        self._outcomes: dict[str, Any] = index["outcomes"]
        self._fields: dict[str, list[Field]] = {}

    def hold(
        self, said: Said, study: Mapping[str, Any], text: str, outcomes: frozenset[str]
    ) -> Held:
        """Hold a number of a sentence against a study.

        Parameters
        ----------
        said
            The number.
        study
            The study that the sentence tells of.
        text
            The sentence.
        outcomes
            The outcomes that the sentence speaks of.
        """
        held = self._against(said, study, text, outcomes)
        if held.status in {"wrong", "unverifiable"} and said.kind in {"percent", "measure"}:
            other = self._elsewhere(said, study, outcomes)
            if other is not None:
                name, own = other
                why = f"{said.text}{_unit(said)} is what {name} prints as {own.role}."
                return replace(held, status="misattributed", why=f"{why} {held.why}".strip())
        return held

    def unknown(self, said: Said) -> Held:
        """Return a number of a study that the base does not know."""
        return Held(
            said=said,
            status="unverifiable",
            expected="",
            why="The base does not know the study that this is told of.",
        )

    def _against(
        self, said: Said, study: Mapping[str, Any], text: str, outcomes: frozenset[str]
    ) -> Held:
        label = study["id"]
        if said.kind in _APART:
            return _APART[said.kind](said, study)
        fields = self._of(study)
        own, others = self._candidates(said, fields, text, outcomes)
        for found in own:
            if self._is(said, found):
                flags = f" But {'; '.join(found.flags)}." if found.flags else ""
                why = f"{label} prints {shown(found)} ({found.role}).{flags}"
                return _held(said, "correct", found, why)
        derived = (
            _change(said, study, fields, outcomes)
            or _share(said, study)
            or _sum_of_groups(said, study)
        )
        if derived is not None:
            return derived
        if said.kind == "bare" or said.noun == SPREAD:
            own = []
        if _point_within(said, own, text):
            return _not_read(said, (), label)
        first = next((found for found in own if not found.second), None)
        for other in others:
            if not other.second and agree(said.number, other.number):
                return _held(said, "misattributed", first, _mistaken(said, other, first, label))
        if first is not None:
            return _held(said, "wrong", first, f"{label} prints {shown(first)} ({first.role}).")
        return _not_read(said, own, label)

    def _candidates(
        self, said: Said, fields: Sequence[Field], text: str, outcomes: frozenset[str]
    ) -> tuple[list[Field], list[Field]]:
        """Return the fields in the role of a number, the likeliest first, and all others."""
        if said.kind == "studies":
            return [f for f in fields if f.key == "studies"], []
        if said.kind == "people":
            named = roles(said, text)
            people = [
                f
                for f in fields
                if f.key != "studies" and (f.role in PEOPLE.values() or f.key == "n")
            ]
            if said.noun == PART:
                return people, []
            of_study = OF_STUDY.search(text, 0, said.start) is not None
            own = [f for f in people if plays(f, named, of_study=of_study)]
            return own, [f for f in people if f not in own]
        if said.kind == "bare" or said.noun == SPREAD:
            return list(fields), []
        if said.kind == "sessions":
            return [f for f in fields if f.unit == "sessions"], []
        if said.kind in {"p", "often"}:
            own = [f for f in fields if f.unit == said.unit and f.key.endswith(f".{said.kind}")]
            return own, []
        if said.kind == "time":
            short = said.unit in _SHORT
            means = [f for f in fields if not f.key.endswith(_SPREADS)]
            own = [f for f in means if f.unit in DAYS and (f.unit in _SHORT) == short]
            others = [f for f in fields if f.unit in DAYS and (f not in own or f.unit != said.unit)]
            return own, others
        fits: Callable[[Field], bool] = (
            (lambda f: f.unit == "%")
            if said.kind == "percent"
            else (lambda f: converted(said.unit, f, self._outcomes) is not None)
        )
        printed = [f for f in fields if fits(f) and not f.key.endswith(_SPREADS)]
        about = [f for f in printed if f.outcome in outcomes] or printed
        rest = [f for f in printed if f not in about]
        return about, rest

    def _is(self, said: Said, field: Field) -> bool:
        if said.kind == "time" and field.unit in DAYS:
            if said.unit == field.unit:
                return agree(said.number, field.number) or _near_range(said, field)
            return field.number.upper is None and same_length(
                said, float(field.number.value) * DAYS[field.unit]
            )
        if said.kind == "measure":
            there = converted(said.unit, field, self._outcomes)
            return there is not None and agree(said.number, there)
        if said.kind in {"bare", "sessions"} or said.noun == SPREAD:
            return agree(said.number, field.number)
        return field.unit == said.unit and agree(said.number, field.number)

    def _elsewhere(
        self, said: Said, study: Mapping[str, Any], outcomes: frozenset[str]
    ) -> tuple[str, Field] | None:
        """Return another study that prints a number, if that is no chance."""
        if said.number.decimals == 0 and abs(said.number.value) < TELLING:
            return None
        for other in self._studies:
            if other is study or outcomes.isdisjoint(row["outcome"] for row in other["numbers"]):
                continue
            for field in self._of(other):
                if field.outcome in outcomes and not field.second and self._is(said, field):
                    return other["id"], field
        return None

    def _of(self, study: Mapping[str, Any]) -> list[Field]:
        found = self._fields.get(study["id"])
        if found is None:
            found = self._fields[study["id"]] = list(fields_of(study))
        return found


def _point_within(said: Said, own: Sequence[Field], text: str) -> bool:
    """Whether a time is a point within a longer course, of which a study may have several."""
    if said.kind != "time" or said.unit in _SHORT or not _POINT.search(text, 0, said.start):
        return False
    told = float(said.number.value) * DAYS[said.unit]
    return any(told < float(field.number.value) * DAYS[field.unit] for field in own)


def _near_range(said: Said, field: Field) -> bool:
    """Whether "about 11 to 20" stands for a printed 11 to 20, however it is said."""
    if said.number.upper is None or field.number.upper is None:
        return False
    return (said.number.value, said.number.upper) == (field.number.value, field.number.upper)


def _change(
    said: Said, study: Mapping[str, Any], fields: Sequence[Field], outcomes: frozenset[str]
) -> Held | None:
    """Hold a share against the relative change from before to after, which no paper need print."""
    if said.kind != "percent":
        return None
    before = {f.key.split(".")[1]: f for f in fields if f.key.endswith("before.mean")}
    after = {f.key.split(".")[1]: f for f in fields if f.key.endswith("after.mean")}
    for name in before.keys() & after.keys():
        first, last = before[name], after[name]
        if (outcomes and first.outcome not in outcomes) or not first.number.value:
            continue
        change = abs(last.number.value - first.number.value) / abs(first.number.value) * 100
        told = f"{change.quantize(Decimal('0.1'))}% (from {shown(first)} to {shown(last)})"
        low = abs(said.number.value) - said.number.half_unit - _slack(said)
        high = abs(said.number.value) + said.number.half_unit + _slack(said)
        fits = low <= change <= high
        if not fits and first.outcome not in outcomes:
            continue
        return Held(
            said=said,
            status="correct" if fits else "wrong",
            expected=told,
            why=f"By what {study['id']} prints the change is {told}.",
            field=last.path,
            at=last.at,
        )
    return None


def _share(said: Said, study: Mapping[str, Any]) -> Held | None:
    """Hold a share against the head counts, which say what part of the people one role is."""
    if said.kind != "percent":
        return None
    counts = {role: int(parse(text)) for role, text in study["people"].items()}
    for part, whole in permutations(counts, 2):
        if 0 < counts[part] < counts[whole]:
            share = Decimal(100 * counts[part]) / counts[whole]
            if abs(share - said.number.value) <= said.number.half_unit:
                shown = f"{counts[part]} of {counts[whole]}"
                return Held(
                    said=said,
                    status="correct",
                    expected=f"{said.text}%",
                    why=f"By what {study['id']} prints: {shown} ({PEOPLE[part]}).",
                )
    return None


def _sum_of_groups(said: Said, study: Mapping[str, Any]) -> Held | None:
    """Hold a head count against the sum of the groups of one result."""
    if said.kind != "people":
        return None
    groups: dict[str, int] = {}
    for row in study["numbers"]:
        steps = row["path"].split(".")
        if steps[0] == "results" and steps[2:3] == ["groups"] and steps[-1] in {"n", "total"}:
            groups[steps[1]] = groups.get(steps[1], 0) + int(parse(row["text"]))
    if not any(agree(said.number, parse(str(total))) for total in groups.values()):
        return None
    why = f"The groups of {study['id']} come to it."
    return Held(said=said, status="correct", expected=said.text, why=why)


def _slack(said: Said) -> Decimal:
    return said.number.value * ABOUT if said.number.relation != "=" else Decimal(0)


def _of_year(said: Said, study: Mapping[str, Any]) -> Held:
    if said.noun == DATE:
        return _held(said, "unverifiable", None, f"The record of {study['id']} holds no such date.")
    return Held(
        said=said,
        status="correct" if study["year"] == said.text else "wrong",
        expected=study["year"],
        why=f"{study['id']} is of {study['year']}.",
        field=f"{study['id']}#citation.year",
    )


def _of_groups(said: Said, study: Mapping[str, Any]) -> Held:
    """Hold a number of groups against the arms, which a record may hold in more than one way."""
    counted = sum(1 for arm in study["arms"] if arm["n"])
    for arms in (len(study["arms"]), counted):
        if said.number.value == arms:
            why = f"{study['id']} has {arms} groups."
            return Held(said=said, status="correct", expected=str(arms), why=why)
    return _not_read(said, (), study["id"])


def _of_age(said: Said, study: Mapping[str, Any]) -> Held:
    """Hold an age against what the record says of the people's, which is words."""
    printed = [parse(number) for number in re.findall(r"\d+(?:\.\d+)?", study["age"])]
    if any(agree(said.number, number) for number in printed):
        why = f"{study['id']} prints {study['age']} (age)."
        return Held(said=said, status="correct", expected=study["age"], why=why)
    return _not_read(said, (), study["id"])


def _not_read(said: Said, second_hand: Sequence[Field], label: str) -> Held:
    if second_hand:
        why = f"Only a secondary source prints it of {label}: {shown(second_hand[0])}."
        return _held(said, "unverifiable", second_hand[0], why)
    return _held(said, "unverifiable", None, f"What was read of {label} does not hold this number.")


def _held(said: Said, status: Status, field: Field | None, why: str) -> Held:
    return Held(
        said=said,
        status=status,
        expected=shown(field) if field else "",
        why=why,
        field=field.path if field else "",
        at=field.at if field else "",
    )


def _mistaken(said: Said, other: Field, own: Field | None, label: str) -> str:
    """Say what a number is that a sentence tells in another role or unit."""
    where = f"; {own.role} is {shown(own)}" if own and own is not other else ""
    if said.kind == "time" and other.unit != said.unit:
        return f"{label} prints {shown(other)}, not {said.unit}{where}."
    return f"In {label}, {shown(other)} is {other.role}{where}."


def _unit(said: Said) -> str:
    return "%" if said.unit == "%" else f" {said.unit}" if said.unit else ""


#: Kinds of number that are held against something else than the numbers of a record.
_APART: Mapping[str, Callable[[Said, Mapping[str, Any]], Held]] = {
    "year": _of_year,
    "groups": _of_groups,
    "age": _of_age,
}
