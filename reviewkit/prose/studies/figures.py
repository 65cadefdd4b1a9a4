"""Numbers that a text tells of a study, held against its record, each in the role it is given.

The record rounded to the writer's decimals, either way of rounding a five, in the writer's unit.
The same digits in another role, another unit or another study are misattributed; a role that the
record does not hold, or only second-hand, is unverifiable, and so is whatever may have one of its
own (`accusing`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from reviewkit.prose.studies import in_words
from reviewkit.prose.studies.accusing import is_point_within, may_be_wrong
from reviewkit.prose.studies.candidates import Around, candidates, is_of_controls, same
from reviewkit.prose.studies.derived import derived
from reviewkit.prose.studies.fields import Field, fields_of, shown
from reviewkit.prose.studies.held import Held, Status, held, not_read
from reviewkit.prose.studies.in_words import Words
from reviewkit.prose.studies.number_words import DAYS, SHORT
from reviewkit.prose.studies.pairs import paired
from reviewkit.prose.studies.roles import in_each_group
from reviewkit.prose.studies.said import PART, SPREAD, TELLING, Said, ends
from reviewkit.prose.studies.sizes import of_size, rounds_to

_BY = re.compile(r"\bby (?:about |around |some |roughly |almost |nearly |up to )?$")
#: Kinds of number that tell what was found.
_MEASURED = frozenset({"percent", "measure", "bare"})


class Figures:
    """Holds numbers against the studies of an index."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        self._studies: list[dict[str, Any]] = index["studies"]
        self._outcomes: dict[str, Any] = index["outcomes"]
        self._fields: dict[str, list[Field]] = {}
        self._words: dict[str, Words] = {}

    def hold_all(
        self, numbers: Sequence[Said], study: Mapping[str, Any], around: Around
    ) -> list[Held]:
        """Hold the numbers of a sentence against a study; as `hold`, and those of a pair as one."""
        found = [self.hold(number, study, around) for number in numbers]
        return paired(found, study, self._of(study), around.text, self._is)

    def hold(self, said: Said, study: Mapping[str, Any], around: Around) -> Held:
        """Hold a number of a sentence against a study.

        Parameters
        ----------
        said
            The number.
        study
            The study that the sentence tells of.
        around
            What stands around the number.
        """
        found = self._against(said, study, around)
        if found.status in {"wrong", "unverifiable"} and said.kind in {"percent", "measure"}:
            other = self._elsewhere(said, study, around.outcomes)
            if other is not None:
                name, own = other
                why = f"{said.text}{_unit(said)} is what {name} prints as {own.role}."
                return found._replace(status="misattributed", why=f"{why} {found.why}".strip())
        return found

    def unknown(self, said: Said) -> Held:
        """Return a number of a study that the base does not know."""
        return Held(
            said=said,
            status="unverifiable",
            expected="",
            why="The base does not know the study that this is told of.",
        )

    def _against(self, said: Said, study: Mapping[str, Any], around: Around) -> Held:
        """Hold a number against the record of a study alone."""
        words = self._words_of(study)
        if said.kind in _IN_WORDS:
            return _IN_WORDS[said.kind](said, study, around, words)
        fields = self._of(study)
        own, others = candidates(said, fields, study, around, self._outcomes)
        right = self._printed(said, own, study, around) or self._at_large(said, study, around)
        if right is not None:
            return right
        follows = derived(said, study, fields, around, self._outcomes)
        if follows is not None and follows.status == "correct":
            return follows
        if told := _borne_out(said, words, around.text):
            why = f"{study['id']}: {told.rstrip('.')}."
            return Held(said=said, status="correct", expected=said.text, why=why)
        if said.kind == "bare" or said.noun == SPREAD or _may_be_within(said, own, around.text):
            return not_read(said, (), study["id"])
        first = next((found for found in own if not found.second), None)
        for other in others:
            if not other.second and of_size(said.number, other.number):
                why = _mistaken(said, other, first, study["id"])
                status: Status = "wrong" if _is_slip(said, other) else "misattributed"
                return held(said, status, first, why)
        if words.notes(said):
            return not_read(said, (), study["id"])
        if follows is not None and said.noun != PART:
            return follows
        return self._refuted(said, own, study, around)

    def _printed(
        self, said: Said, own: Sequence[Field], study: Mapping[str, Any], around: Around
    ) -> Held | None:
        """Return a number as held against the field that prints it, if there is one."""
        label = study["id"]
        met = [field for field in own if self._is(said, field)]
        if met:
            found = met[0]
            others = around.treated and said.kind in _MEASURED
            if others and all(is_of_controls(field, study) for field in met):
                why = f"In {label}, {shown(found)} is {found.role}."
                return held(said, "misattributed", found, why)
            if _is_level(said, found, around.text):
                why = f"In {label}, {shown(found)} is {found.role}: what it came to."
                return held(said, "misattributed", found, why)
            flags = f" But {'; '.join(found.flags)}." if found.flags else ""
            why = f"{label} prints {shown(found)} ({found.role}).{flags}"
            return held(said, "correct", found, why)
        both = [next((f for f in own if self._is(end, f)), None) for end in ends(said)]
        first, last = both[0], both[-1]
        if len(both) == 1 or first is None or last is None:
            return None
        why = f"{label} prints {shown(first)} ({first.role}) and {shown(last)} ({last.role})."
        return held(said, "correct", first, why)

    def _at_large(self, said: Said, study: Mapping[str, Any], around: Around) -> Held | None:
        """Return a large number of no named thing as held against the whole record."""
        if said.kind != "people" or said.noun or said.number.value < TELLING:
            return None
        right = self._printed(said._replace(kind="bare"), self._of(study), study, around)
        return right._replace(said=said) if right else None

    def _refuted(
        self, said: Said, own: Sequence[Field], study: Mapping[str, Any], around: Around
    ) -> Held:
        """Return a number that nothing bears out: wrong only where it may be called so."""
        first = next((found for found in own if not found.second), None)
        if first is None or (said.kind == "percent" and said.noun == PART):
            return not_read(said, own, study["id"])
        if not may_be_wrong(said, first, study, around):
            return not_read(said, (), study["id"])
        why = f"{study['id']} prints {shown(first)} ({first.role})."
        return held(said, "wrong", first, why)

    def _is(self, said: Said, field: Field) -> bool:
        return same(said, field, self._outcomes)

    def _elsewhere(
        self, said: Said, study: Mapping[str, Any], outcomes: frozenset[str]
    ) -> tuple[str, Field] | None:
        """Return another study that prints a number, if that is no chance."""
        if said.number.decimals == 0 and abs(said.number.value) < TELLING:
            return None
        places = sorted(place for name in outcomes for place in self._measuring.get(name, ()))
        for place in dict.fromkeys(places):
            other = self._studies[place]
            if other is study:
                continue
            for field in self._of(other):
                if field.outcome in outcomes and not field.second and self._is(said, field):
                    return other["id"], field
        return None

    @cached_property
    def _measuring(self) -> dict[str, list[int]]:
        """The positions of the studies that print numbers of each outcome."""
        found: dict[str, list[int]] = {}
        for place, study in enumerate(self._studies):
            for name in {row["outcome"] for row in study["numbers"]}:
                found.setdefault(name, []).append(place)
        return found

    def _words_of(self, study: Mapping[str, Any]) -> Words:
        found = self._words.get(study["id"])
        if found is None:
            found = self._words[study["id"]] = Words(study)
        return found

    def _of(self, study: Mapping[str, Any]) -> list[Field]:
        found = self._fields.get(study["id"])
        if found is None:
            found = self._fields[study["id"]] = list(fields_of(study))
        return found


def _is_slip(said: Said, other: Field) -> bool:
    """Whether only the unit of a length is another: "24 days" for 24 weeks."""
    return said.kind == "time" and said.unit not in SHORT and other.unit not in SHORT


def _may_be_within(said: Said, own: Sequence[Field], text: str) -> bool:
    """Whether a time is a point within a course, or a coarse word for it in another unit."""
    if said.kind != "time":
        return False
    own = [field for field in own if field.unit in DAYS]
    times = (f for f in own if f.unit != said.unit and f.number.upper is None)
    coarse = any(rounds_to(said, float(field.number) * DAYS[field.unit]) for field in times)
    return coarse or is_point_within(said, own, text)


def _borne_out(said: Said, words: Words, text: str) -> str:
    """Return the text of a record that holds a number; none says that it is of every group."""
    every = said.kind == "people" and in_each_group(said, text)
    return "" if every else words.bears_out(said)


def _is_level(said: Said, field: Field, text: str) -> bool:
    """Whether a share that is reached is told as one by which something moved."""
    reached = field.unit == "%" and field.key.endswith("after.mean")
    return reached and said.kind == "percent" and _BY.search(text, 0, said.start) is not None


def _mistaken(said: Said, other: Field, own: Field | None, label: str) -> str:
    """Say what a number is that a sentence tells in another role or unit."""
    where = f"; {own.role} is {shown(own)}" if own and own is not other else ""
    if said.kind == "time" and other.unit != said.unit:
        return f"{label} prints {shown(other)}, not {said.unit}{where}."
    return f"In {label}, {shown(other)} is {other.role}{where}."


def _unit(said: Said) -> str:
    return "%" if said.unit == "%" else f" {said.unit}" if said.unit else ""


#: Kinds of number that a record holds in words alone.
_IN_WORDS: Mapping[str, Callable[[Said, Mapping[str, Any], Around, Words], Held]] = {
    "year": lambda said, study, around, _: in_words.year(
        said, study, around.text, further=around.further
    ),
    "groups": lambda said, study, _, __: in_words.groups(said, study),
    "age": lambda said, study, _, words: in_words.age(said, study, words),
}
