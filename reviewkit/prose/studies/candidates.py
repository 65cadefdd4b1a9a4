"""Which fields of a record a number of a sentence may be: those in its role, and all others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from reviewkit.display import PEOPLE
from reviewkit.prose.studies.fields import Field, converted
from reviewkit.prose.studies.number_words import DAYS, SHORT
from reviewkit.prose.studies.roles import OF_STUDY, in_control_group, in_each_group, plays, roles
from reviewkit.prose.studies.said import PART, SPREAD, Said
from reviewkit.prose.studies.sizes import of_size, same_length
from reviewkit.prose.studies.unnamed import spelt

#: Fields of how much numbers spread, and of what was measured.
_SPREADS = (".spread", ".sd", ".se")
_MEANS = (".mean", ".value", ".lower", ".upper")

Fields = list[Field]


class Around(NamedTuple):
    """What stands around a number.

    Parameters
    ----------
    text
        The sentence.
    outcomes
        The outcomes that it speaks of.
    counted
        Whether the people of the study have been told before, as the record has them.
    further
        Whether sentences before it tell of the study.
    treated
        Whether it tells of those alone who had the treatment.
    """

    text: str
    outcomes: frozenset[str] = frozenset()
    counted: bool = False
    further: bool = False
    treated: bool = False


def candidates(
    said: Said,
    fields: Sequence[Field],
    study: Mapping[str, Any],
    around: Around,
    outcomes: Mapping[str, Any],
) -> tuple[Fields, Fields]:
    """Return the fields in the role of a number, the likeliest first, and all others.

    Parameters
    ----------
    said
        The number.
    fields
        Those of the record of its study.
    study
        The study, as the index has it.
    around
        What stands around the number.
    outcomes
        Those of the index, with the factors between their units.
    """
    if said.kind == "people":
        return _people(said, fields, study, around.text)
    if said.kind == "bare" or said.noun == SPREAD:
        return list(fields), []
    if said.kind == "time":
        means = [f for f in fields if not f.key.endswith(_SPREADS)]
        short = said.unit in SHORT
        own = [f for f in means if f.unit in DAYS and (f.unit in SHORT) == short]
        own += [f for f in means if _is_rate(said, f)]  # "2.4 days less", of days per month
        return own, [f for f in fields if f.unit in DAYS and (f not in own or f.unit != said.unit)]
    if said.kind in _BY_FIELD:
        return [f for f in fields if _BY_FIELD[said.kind](said, f)], []
    printed = [f for f in fields if not f.key.endswith(_SPREADS)]
    if said.unit == "points":  # a score whose unit no paper prints, or prints with its scale
        met = [f for f in printed if is_score(f) and same(said, f, outcomes)]
        if met:
            return met, []
    if said.kind == "percent":
        printed = [f for f in printed if f.unit == "%"]
    else:
        printed = [f for f in printed if converted(said.unit, f, outcomes) is not None]
    about = [f for f in printed if f.outcome in around.outcomes] or printed
    return about, [f for f in printed if f not in about]


_BY_FIELD: Mapping[str, Callable[[Said, Field], bool]] = {
    "studies": lambda _, f: f.key == "studies",
    "sessions": lambda _, f: f.unit == "sessions",
    "p": lambda said, f: f.unit == said.unit and f.key.endswith(".p"),
    "often": lambda said, f: f.unit == said.unit and f.key.endswith(".often"),
}


def _people(
    said: Said, fields: Sequence[Field], study: Mapping[str, Any], text: str
) -> tuple[Fields, Fields]:
    """Return the head counts that one that is said may be, and the others."""
    people = [
        f for f in fields if f.key != "studies" and (f.role in PEOPLE.values() or f.key == "n")
    ]
    if in_control_group(said, text):
        own = [f for f in people if is_of_controls(f, study)]
    elif in_each_group(said, text):
        own = [f for f in people if f.key == "n"]
    elif said.noun == PART or all(f.key == "planned" for f in people):
        own = people  # a trial that is registered has no others than the planned
    else:
        named = roles(said, text) & {f.key for f in people}
        of_study = OF_STUDY.search(text, 0, said.start) is not None
        own = [f for f in people if plays(f, named, of_study=of_study)]
    return own, [f for f in people if f not in own]


def is_of_controls(field: Field, study: Mapping[str, Any]) -> bool:
    """Whether a field is of an arm that was not treated."""
    steps = field.path.split(".")
    return any(arm["control"] and arm["id"] in steps for arm in study["arms"])


def _is_rate(said: Said, field: Field) -> bool:
    """Whether a field counts the unit of a time that is said: days with pain in a month."""
    return field.key.endswith(_MEANS) and field.unit.startswith(f"{said.unit} per ")


def is_score(field: Field) -> bool:
    """Whether a field may be a score, of which "points" is all that a writer says."""
    return field.key.endswith(_MEANS) and (not field.unit or field.unit.startswith("points"))


def same(said: Said, field: Field, outcomes: Mapping[str, Any]) -> bool:
    """Whether a number as said is that of a field, in its unit or another of its outcome.

    `outcomes` are those of the index, with the factors between their units.
    """
    if said.kind == "time" and field.unit in DAYS:
        if said.unit == field.unit:
            return of_size(said.number, field.number) or _is_range(said, field)
        whole = field.number.upper is None
        return whole and same_length(said, float(field.number.value) * DAYS[field.unit])
    if said.kind == "time" and _is_rate(said, field):
        return of_size(said.number, field.number)
    if said.kind == "measure" and not (said.unit == "points" and is_score(field)):
        there = converted(said.unit, field, outcomes)
        return there is not None and of_size(said.number, there)
    if said.kind == "bare" and spelt(said):
        return said.number.value == field.number.value
    free = said.kind in {"bare", "sessions", "measure"} or said.noun == SPREAD
    return (free or field.unit == said.unit) and of_size(said.number, field.number)


def _is_range(said: Said, field: Field) -> bool:
    """Whether "about 11 to 20" stands for a printed 11 to 20, however it is said."""
    if said.number.upper is None or field.number.upper is None:
        return False
    return (said.number.value, said.number.upper) == (field.number.value, field.number.upper)
