"""The kinds of field a record is made of: printed numbers, counts, dates, what is missing."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    Tag,
    WithJsonSchema,
)

from reviewkit.reported import Reported, parse


class Record(BaseModel):
    """A frozen record. In YAML a field's words are joined by hyphens; unknown fields are refused."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
        arbitrary_types_allowed=True,
    )


class Missing(StrEnum):
    """Why a value is absent. The three are different facts and are never merged."""

    NOT_IN_WHAT_WAS_READ = "not in what was read"
    NOT_REPORTED = "not reported"
    NOT_SOUGHT = "not sought"


_MISSING = frozenset(item.value for item in Missing)

T = TypeVar("T")


def _tag(value: Any) -> str:
    return "missing" if isinstance(value, str) and value in _MISSING else "value"


#: A value, or which of the three kinds of absence it is. Leaving a field out means *not sought*.
Stated = Annotated[
    Annotated[Missing, Tag("missing")] | Annotated[T, Tag("value")], Discriminator(_tag)
]


def _printed(value: Any) -> Reported:
    return value if isinstance(value, Reported) else parse(str(value))


def _positive(value: Reported) -> Reported:
    if value.value <= 0:
        raise ValueError(
            "a number above 0: a standard deviation or error of 0 or less is impossible"
        )
    return value


def _count(value: Any) -> Reported:
    text = str(value)
    if not re.fullmatch(r"\d{1,3}(,\d{3})+|\d+", text):
        raise ValueError("a whole number, such as 43 or 1,899")
    return parse(text)


def _probability(value: Reported) -> Reported:
    if not 0 <= value.value <= 1:
        raise ValueError("a p value between 0 and 1")
    return value


def _percentage(value: Reported) -> Reported:
    if not 0 <= value.value <= 100:
        raise ValueError("a percentage between 0 and 100")
    return value


def _correlation(value: Reported) -> Reported:
    if not -1 <= value.value <= 1:
        raise ValueError("a correlation between -1 and 1")
    return value


def _date(value: Any) -> dt.date:
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise ValueError("a date as YYYY-MM-DD") from None


def _past(value: dt.date) -> dt.date:
    if value.year < 1600:
        raise ValueError("a date after 1600")
    return value


_AS_TEXT = PlainSerializer(str, return_type=str)
_NUMBER_SCHEMA = WithJsonSchema(
    {
        "type": ["string", "number"],
        "description": "A number as printed: 0.085, 1,899, < .001, 11 to 20.",
    }
)

#: A number as printed.
Number = Annotated[Reported, BeforeValidator(_printed), _AS_TEXT, _NUMBER_SCHEMA]
#: A standard deviation, standard error or undeclared ±: above 0.
Spread = Annotated[
    Reported,
    BeforeValidator(lambda value: _positive(_printed(value))),
    _AS_TEXT,
    _NUMBER_SCHEMA,
]
#: A whole number of people, events or items, at least 0.
Count = Annotated[
    Reported,
    BeforeValidator(_count),
    _AS_TEXT,
    WithJsonSchema({"type": ["string", "integer"], "description": "A whole number, at least 0."}),
]
#: A p value as printed.
PValue = Annotated[
    Reported,
    BeforeValidator(lambda value: _probability(_printed(value))),
    _AS_TEXT,
    _NUMBER_SCHEMA,
]
Percentage = Annotated[
    Reported,
    BeforeValidator(lambda value: _percentage(_printed(value))),
    _AS_TEXT,
    _NUMBER_SCHEMA,
]
Correlation = Annotated[
    Reported,
    BeforeValidator(lambda value: _correlation(_printed(value))),
    _AS_TEXT,
    _NUMBER_SCHEMA,
]
Date = Annotated[dt.date, BeforeValidator(lambda value: _past(_date(value)))]

#: The id of a record: the name of its file.
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]
#: A reference to one result of one study: ``study#result``.
ResultRef = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*#[a-z0-9][a-z0-9-]*$")]
#: A reference to one field of one study: ``study#population.n.reached``.
FieldRef = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*#[A-Za-z0-9_.-]+$")]
#: Some words: never empty.
Text = Annotated[str, Field(min_length=1, max_length=4000)]


def _duration(value: Any) -> str:
    text = str(value)
    if not re.fullmatch(
        r"(about )?\d+(\.\d+)?( to \d+(\.\d+)?)? (minutes?|hours?|days?|weeks?|months?|years?|sessions?)",
        text,
    ) and text not in {"immediate", "baseline", "end of treatment", "not stated"}:
        raise ValueError(
            "a time such as 24 weeks, 20 minutes, 3 sessions, immediate, end of treatment or not stated"
        )
    return text


def _whole(value: Any) -> int:
    text = str(value)
    if not re.fullmatch(r"[1-9]\d*", text):
        raise ValueError("a whole number, at least 1")
    return int(text)


#: A position counted from 1, such as a line.
Ordinal = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 1})]


#: When something was measured, or for how long it lasted.
Duration = Annotated[str, BeforeValidator(_duration)]
