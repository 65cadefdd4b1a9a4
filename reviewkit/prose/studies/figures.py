"""Numbers that a text tells of a study, held against its record, each in the role it is given.

The record rounded to the writer's decimals, either way of rounding a five, in the writer's unit.
The same digits in another role, another unit or another study are misattributed; a role that the
record does not hold, or only second-hand, is unverifiable, and so is whatever may have one of its
own (`accusing`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reviewkit.display import PEOPLE
from reviewkit.prose.studies import in_words
from reviewkit.prose.studies.accusing import SHORT, is_point_within, may_be_wrong
from reviewkit.prose.studies.derived import derived
from reviewkit.prose.studies.features import of_size, rounds_to, same_length
from reviewkit.prose.studies.fields import Field, converted, fields_of, shown
from reviewkit.prose.studies.held import Held, held, not_read
from reviewkit.prose.studies.in_words import Words
from reviewkit.prose.studies.number_words import DAYS
from reviewkit.prose.studies.numbers import PART, SPREAD, Said, ends
from reviewkit.prose.studies.pairs import paired
from reviewkit.prose.studies.roles import OF_STUDY, in_control_group, plays, roles
from reviewkit.prose.studies.unnamed import spelt
from reviewkit.reported import agree

_BY = re.compile(r"\bby (?:about |around |some |roughly |almost |nearly |up to )?$")
#: Fields of how much numbers spread.
_SPREADS = (".spread", ".sd", ".se")
#: Fields of what was measured.
_MEANS = (".mean", ".value", ".lower", ".upper")
#: A number of another study is no chance if it has a decimal or is as large as this [C].
TELLING = 25


class Figures:
    """Holds numbers against the studies of an index."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        self._studies: list[dict[str, Any]] = index["studies"]
        self._outcomes: dict[str, Any] = index["outcomes"]
        self._fields: dict[str, list[Field]] = {}
        self._words: dict[str, Words] = {}

    def hold_all(
        self,
        numbers: Sequence[Said],
        study: Mapping[str, Any],
        text: str,
        outcomes: frozenset[str],
        *,
        counted: bool = False,
    ) -> list[Held]:
        """Hold the numbers of a sentence against a study; as `hold`, and those of a pair as one."""
        found = [self.hold(number, study, text, outcomes, counted=counted) for number in numbers]
        return paired(found, study, self._of(study), text, self._is)

    def hold(
        self,
        said: Said,
        study: Mapping[str, Any],
        text: str,
        outcomes: frozenset[str],
        *,
        counted: bool = False,
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
        counted
            Whether the people of the study have been told before, as the record has them.
        """
        found = self._against(said, study, text, outcomes, counted=counted)
        if found.status in {"wrong", "unverifiable"} and said.kind in {"percent", "measure"}:
            other = self._elsewhere(said, study, outcomes)
            if other is not None:
                name, own = other
                why = f"{said.text}{_unit(said)} is what {name} prints as {own.role}."
                return replace(found, status="misattributed", why=f"{why} {found.why}".strip())
        return found

    def unknown(self, said: Said) -> Held:
        """Return a number of a study that the base does not know."""
        return Held(
            said=said,
            status="unverifiable",
            expected="",
            why="The base does not know the study that this is told of.",
        )

    def _against(
        self,
        said: Said,
        study: Mapping[str, Any],
        text: str,
        outcomes: frozenset[str],
        *,
        counted: bool,
    ) -> Held:
        label = study["id"]
        if said.kind == "year":
            return in_words.year(said, study, text, further=counted)
        if said.kind == "groups":
            return in_words.groups(said, study)
        if said.kind == "age" and not self._words_of(study).bears_out(said):
            return in_words.age(said, study)
        fields = self._of(study)
        own, others = self._candidates(said, fields, study, text, outcomes)
        both = ends(said)
        if len(both) > 1 and not any(self._is(said, found) for found in own):
            met = [next((f for f in own if self._is(end, f)), None) for end in both]
            if met[0] is not None and met[1] is not None:
                why = f"{label} prints {shown(met[0])} ({met[0].role}) and {shown(met[1])}."
                return held(said, "correct", met[0], why)
        for found in own:
            if self._is(said, found):
                if _is_level(said, found, text):
                    return held(said, "misattributed", found, _no_change(said, found, label))
                flags = f" But {'; '.join(found.flags)}." if found.flags else ""
                why = f"{label} prints {shown(found)} ({found.role}).{flags}"
                return held(said, "correct", found, why)
        words = self._words_of(study)
        follows = derived(said, study, fields, outcomes)
        if follows is not None and follows.status == "correct":
            return follows
        if told := words.bears_out(said):
            return Held(
                said=said, status="correct", expected=said.text, why=f"{label}: {told.rstrip('.')}."
            )
        if said.kind == "bare" or said.noun == SPREAD:
            return not_read(said, (), label)
        if is_point_within(said, own, text) or _is_coarse(said, own):
            return not_read(said, (), label)
        first = next((found for found in own if not found.second), None)
        for other in others:
            if not other.second and agree(said.number, other.number):
                return held(said, "misattributed", first, _mistaken(said, other, first, label))
        if words.notes(said):
            return not_read(said, (), label)
        if follows is not None and said.noun != PART:
            return follows
        if first is None or (said.kind == "percent" and said.noun == PART):
            return not_read(said, own, label)
        if not may_be_wrong(said, first, study, text, outcomes, counted=counted):
            return not_read(said, (), label)
        return held(said, "wrong", first, f"{label} prints {shown(first)} ({first.role}).")

    def _candidates(
        self,
        said: Said,
        fields: Sequence[Field],
        study: Mapping[str, Any],
        text: str,
        outcomes: frozenset[str],
    ) -> tuple[list[Field], list[Field]]:
        """Return the fields in the role of a number, the likeliest first, and all others."""
        if said.kind == "studies":
            return [f for f in fields if f.key == "studies"], []
        if said.kind == "people":
            people = [
                f
                for f in fields
                if f.key != "studies" and (f.role in PEOPLE.values() or f.key == "n")
            ]
            if in_control_group(said, text):
                arms = {arm["id"] for arm in study["arms"] if arm["control"]}
                own = [f for f in people if arms.intersection(f.path.split("."))]
                return own, [f for f in people if f not in own]
            if said.noun == PART:
                return people, []
            named = roles(said, text) & {f.key for f in people}
            of_study = OF_STUDY.search(text, 0, said.start) is not None
            own = [f for f in people if plays(f, named, of_study=of_study)]
            if all(f.key == "planned" for f in people):
                own = people  # a trial that is registered has no other
            return own, [f for f in people if f not in own]
        if said.kind == "bare" or said.noun == SPREAD:
            return list(fields), []
        if said.kind == "sessions":
            return [f for f in fields if f.unit == "sessions"], []
        if said.kind in {"p", "often"}:
            own = [f for f in fields if f.unit == said.unit and f.key.endswith(f".{said.kind}")]
            return own, []
        if said.kind == "time":
            short = said.unit in SHORT
            means = [f for f in fields if not f.key.endswith(_SPREADS)]
            own = [f for f in means if f.unit in DAYS and (f.unit in SHORT) == short]
            others = [f for f in fields if f.unit in DAYS and (f not in own or f.unit != said.unit)]
            return own, others
        fits: Callable[[Field], bool] = (
            (lambda f: f.unit == "%")
            if said.kind == "percent"
            else (lambda f: converted(said.unit, f, self._outcomes) is not None)
        )
        if said.unit == "points":  # a score whose unit no paper prints, or prints with its scale
            met = [f for f in fields if _is_score(f) and self._is(said, f)]
            if met:
                return met, []
        printed = [f for f in fields if fits(f) and not f.key.endswith(_SPREADS)]
        about = [f for f in printed if f.outcome in outcomes] or printed
        rest = [f for f in printed if f not in about]
        return about, rest

    def _is(self, said: Said, field: Field) -> bool:
        if said.kind == "time" and field.unit in DAYS:
            if said.unit == field.unit:
                return of_size(said.number, field.number) or _near_range(said, field)
            return field.number.upper is None and same_length(
                said, float(field.number.value) * DAYS[field.unit]
            )
        if said.kind == "measure":
            if said.unit == "points" and _is_score(field):
                return of_size(said.number, field.number)
            there = converted(said.unit, field, self._outcomes)
            return there is not None and of_size(said.number, there)
        if said.kind == "bare" and spelt(said):
            return said.number.value == field.number.value
        if said.kind in {"bare", "sessions"} or said.noun == SPREAD:
            return of_size(said.number, field.number)
        return field.unit == said.unit and of_size(said.number, field.number)

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

    def _words_of(self, study: Mapping[str, Any]) -> Words:
        found = self._words.get(study["id"])
        if found is None:
            found = self._words[study["id"]] = Words.of(study)
        return found

    def _of(self, study: Mapping[str, Any]) -> list[Field]:
        found = self._fields.get(study["id"])
        if found is None:
            found = self._fields[study["id"]] = list(fields_of(study))
        return found


def _is_coarse(said: Said, own: Sequence[Field]) -> bool:
    """Whether a time may stand for one of the record in another unit, if it is said coarsely."""
    if said.kind != "time":
        return False
    times = (f for f in own if f.unit != said.unit and f.number.upper is None)
    return any(rounds_to(said, float(field.number) * DAYS[field.unit]) for field in times)


def _is_score(field: Field) -> bool:
    """Whether a field may be a score, of which "points" is all that a writer says."""
    return field.key.endswith(_MEANS) and (not field.unit or field.unit.startswith("points"))


def _is_level(said: Said, field: Field, text: str) -> bool:
    """Whether a share that is reached is told as one by which something moved."""
    reached = field.unit == "%" and field.key.endswith("after.mean")
    return reached and said.kind == "percent" and _BY.search(text, 0, said.start) is not None


def _no_change(said: Said, field: Field, label: str) -> str:
    return f"In {label}, {shown(field)} is {field.role}: what it came to, not the change."


def _near_range(said: Said, field: Field) -> bool:
    """Whether "about 11 to 20" stands for a printed 11 to 20, however it is said."""
    if said.number.upper is None or field.number.upper is None:
        return False
    return (said.number.value, said.number.upper) == (field.number.value, field.number.upper)


def _mistaken(said: Said, other: Field, own: Field | None, label: str) -> str:
    """Say what a number is that a sentence tells in another role or unit."""
    where = f"; {own.role} is {shown(own)}" if own and own is not other else ""
    if said.kind == "time" and other.unit != said.unit:
        return f"{label} prints {shown(other)}, not {said.unit}{where}."
    return f"In {label}, {shown(other)} is {other.role}{where}."


def _unit(said: Said) -> str:
    return "%" if said.unit == "%" else f" {said.unit}" if said.unit else ""
