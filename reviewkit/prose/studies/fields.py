"""The numbers of a record, each with its unit and role: what figures of a text are held against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from reviewkit.display import PEOPLE
from reviewkit.prose.studies.frequencies import how_often
from reviewkit.prose.studies.number_words import MEASURE
from reviewkit.reported import Reported, parse

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s+(minute|hour|day|week|month|year)s?")


class Field(NamedTuple):
    """A number of a record: as printed, its unit, its role in words, whether read second-hand.

    `path` is its field ("study#path") and `at` its line in the record; both are empty for what
    stands in words.
    """

    number: Reported
    unit: str
    role: str
    second: bool
    key: str = ""
    outcome: str = ""
    path: str = ""
    at: str = ""
    flags: tuple[str, ...] = ()


def fields_of(study: Mapping[str, Any]) -> Iterator[Field]:
    """Yield the numbers of a study, those of its arms and times too that stand in words."""
    for row in study["numbers"]:
        steps = row["path"].split(".")
        people = steps[0] == "population"
        counted = people or steps[-1] in {"n", "total", "events"}
        yield Field(
            number=parse(row["text"]),
            unit="" if counted else row["unit"],
            role=PEOPLE.get(steps[-1], row["role"]) if people else row["role"],
            second=row["second"],
            key=steps[-1] if people else "n" if counted else row["path"],
            outcome=row["outcome"],
            path=f"{study['id']}#{row['path']}",
            at=row["at"],
            flags=tuple(row["flags"]),
        )
    for arm in study["arms"]:
        for often in filter(None, map(how_often, (arm["times"], arm["instructed"]))):
            yield Field(
                number=parse(often[0]),
                unit=often[1],
                role=f"how often in {arm['id']}",
                second=False,
                key="times.often",
                path=f"{study['id']}#arms.{arm['id']}.times",
            )
        for value, unit in _LENGTH.findall(arm["instructed"]):
            yield Field(
                number=parse(value),
                unit=f"{unit}s",
                role=f"what people were told to do in {arm['id']}",
                second=False,
                path=f"{study['id']}#arms.{arm['id']}.instructed",
            )
    for result in study["results"]:
        for value, unit in _LENGTH.findall(result["time"]):
            yield Field(
                number=parse(value),
                unit=f"{unit}s",
                role="the time of its results",
                second=result["second"],
                key="time",
            )


def converted(unit: str, field: Field, outcomes: Mapping[str, Any]) -> Reported | None:
    """Return a number of a record in another unit of its outcome; None if there is no way."""
    printed = field.unit.split(" (")[0].lower()
    if MEASURE.get(printed, printed) == MEASURE.get(unit.lower(), unit.lower()):
        return field.number
    outcome = outcomes.get(field.outcome)
    if outcome is None:
        return None
    factors = {name: Decimal(factor) for name, factor in outcome["also"].items()}
    if outcome["unit"]:
        factors[outcome["unit"]] = Decimal(1)
    if unit not in factors or field.unit not in factors:
        return None
    value = field.number.value * factors[field.unit] / factors[unit]
    exponent = value.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return replace(field.number, value=value, decimals=decimals)


def shown(field: Field) -> str:
    """Return a number as printed, with its unit."""
    if field.unit == "%":
        return f"{field.number}%"
    return f"{field.number} {field.unit}".strip()
