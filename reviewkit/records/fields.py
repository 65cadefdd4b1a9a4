"""The kinds of field a record is made of: printed numbers, counts, dates, what is missing.

Each says in words what may stand there (:data:`FORM`), so that a finding and the JSON Schema say
the same, and nobody has to read what a validation library calls it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    Tag,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from reviewkit.records.misfit import Misfit, Misfits
from reviewkit.reported import Reported, parse

#: The key of a JSON Schema under which a field says in words what may stand there.
FORM = "x-form"
#: The context in which a record is read although what it says cannot stand: what is wrong with it
#: has been said, and the rest is still to be checked.
LENIENT = {"misfits": "have been said"}
#: Longest text of one field: what is longer is copied, not recorded.
MAX_TEXT = 4000
#: Confidence levels that are read, in percent: beyond them an interval has no width, or no end, in
#: numbers of the machine (a convention of this project; papers print 50 to 99.9).
MIN_LEVEL, MAX_LEVEL = 1, Decimal("99.9999")


class Record(BaseModel):
    """A frozen record. In YAML a field's words are joined by hyphens; unknown ones are refused."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
        arbitrary_types_allowed=True,
    )

    def misfits(self) -> Iterator[Misfit]:
        """Yield what cannot stand although each value is well formed; a record has its own."""
        yield from ()

    @model_validator(mode="after")
    def _stands(self, info: ValidationInfo) -> Self:
        if info.context is not LENIENT and (found := tuple(self.misfits())):
            raise Misfits(found)
        return self


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
    if isinstance(value, Reported):
        return value
    return parse("" if isinstance(value, dict | list) else str(value))


def impossible(path: tuple[str | int, ...], found: Reported, expected: str) -> Misfit:
    """Return the misfit of a number that cannot be true."""
    return Misfit(
        code="R105",
        path=path,
        found=str(found),
        expected=expected,
        fix="compare with the source; say in `note` what it prints if that cannot be true",
    )


def _between(
    low: int | None, high: int | Decimal | None, form: str, *, ends: bool = True
) -> Callable[[Any], Reported]:
    """Return the reader of a number from `low` to `high`, with or without these ends."""

    def read(value: Any) -> Reported:
        number = _printed(value)
        first, last = number.value, number.value if number.upper is None else number.upper
        # "Below the lowest" is impossible too.
        below = low is not None and (
            first < low or (first == low and (number.relation == "<" or not ends))
        )
        above = high is not None and (
            last > high or (last == high and (number.relation == ">" or not ends))
        )
        if below or above:
            raise Misfits([impossible((), number, form)])
        return number

    return read


def _exactly(read: Callable[[Any], Reported], form: str) -> Callable[[Any], Reported]:
    """Return the reader of a number that is computed with: no bound, no range, one minus sign."""

    def read_exactly(value: Any) -> Reported:
        number = read(value)
        if not number.exact:
            raise ValueError(form)
        return replace(number, text=f"{number.value:f}")

    return read_exactly


def _count(value: Any) -> Reported:
    number = parse(str(value)) if _COUNT.fullmatch(str(value)) else None
    if number is None:
        raise ValueError(_COUNT_FORM)
    return number


def _whole(value: Any) -> int:
    if not _ORDINAL.fullmatch(str(value)):
        raise ValueError(_ORDINAL_FORM)
    return int(str(value))


def _flag(value: Any) -> bool:
    if str(value).lower() not in {"true", "false"}:
        raise ValueError(_FLAG_FORM)
    return str(value).lower() == "true"


def _date(value: Any) -> dt.date:
    try:
        date = dt.date.fromisoformat(str(value)) if _DATE.fullmatch(str(value)) else None
    except ValueError:  # such as 30 February
        date = None
    if date is None:
        raise ValueError(_DATE_FORM)
    return date


def _duration(value: Any) -> str:
    if not _DURATION.fullmatch(str(value)):
        raise ValueError(_DURATION_FORM)
    return str(value)


_COUNT = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+|[0-9]{1,15}")
_ORDINAL = re.compile(r"[1-9][0-9]{0,8}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_AMOUNT = r"[0-9]+(\.[0-9]+)?"
_DURATION = re.compile(
    rf"(about )?{_AMOUNT}( to {_AMOUNT})? (minute|hour|day|week|month|year|session)s?"
    r"|immediate|baseline|end of treatment|not stated"
)

_NUMBER_FORM = "a number as printed and without its unit, such as 0.085, 1,899, < .001 or 11 to 20"
_AMOUNT_FORM = "a number, at least 0: no time and no number of sessions is negative"
_SPREAD_FORM = "a number above 0: a standard deviation or error of 0 or less is impossible"
_P_FORM = "a p value between 0 and 1, such as 0.03 or < .001"
_PERCENTAGE_FORM = "a percentage between 0 and 100, without its sign"
_CORRELATION_FORM = "a correlation between -1 and 1"
_EXACT_CORRELATION_FORM = f"{_CORRELATION_FORM}, as one number: no bound, no range"
_FACTOR_FORM = "a number above 0: no bound, no range"
_LEVEL_FORM = (
    f"a confidence level of {MIN_LEVEL} to {MAX_LEVEL} percent, such as 95, without its sign"
)
_COUNT_FORM = "a whole number, such as 43 or 1,899"
_ORDINAL_FORM = "a whole number, at least 1"
_FLAG_FORM = "true or false"
_DATE_FORM = "a date as YYYY-MM-DD"
_DURATION_FORM = (
    "a time such as 24 weeks, 20 minutes or 3 sessions; or immediate, end of treatment, baseline "
    "or not stated"
)

_AS_TEXT = PlainSerializer(str, return_type=str)


def _number_schema(form: str, **ends: int) -> WithJsonSchema:
    """Return the schema of a number as printed; `ends` hold where an editor takes it for one."""
    return WithJsonSchema({"type": ["string", "number"], "pattern": "[0-9]", **ends, FORM: form})


#: A number as printed.
Number = Annotated[Reported, BeforeValidator(_printed), _AS_TEXT, _number_schema(_NUMBER_FORM)]
#: A number of minutes, weeks or sessions: at least 0.
Amount = Annotated[
    Reported,
    BeforeValidator(_between(0, None, _AMOUNT_FORM)),
    _AS_TEXT,
    _number_schema(_AMOUNT_FORM, minimum=0),
]
#: A standard deviation, standard error or undeclared ±: above 0.
Spread = Annotated[
    Reported,
    BeforeValidator(_between(0, None, _SPREAD_FORM, ends=False)),
    _AS_TEXT,
    _number_schema(_SPREAD_FORM, exclusiveMinimum=0),
]
#: A p value as printed.
PValue = Annotated[
    Reported,
    BeforeValidator(_between(0, 1, _P_FORM)),
    _AS_TEXT,
    _number_schema(_P_FORM, minimum=0, maximum=1),
]
#: A share of a hundred.
Percentage = Annotated[
    Reported,
    BeforeValidator(_between(0, 100, _PERCENTAGE_FORM)),
    _AS_TEXT,
    _number_schema(_PERCENTAGE_FORM, minimum=0, maximum=100),
]
#: A correlation as printed.
Correlation = Annotated[
    Reported,
    BeforeValidator(_between(-1, 1, _CORRELATION_FORM)),
    _AS_TEXT,
    _number_schema(_CORRELATION_FORM, minimum=-1, maximum=1),
]
#: A correlation that is computed with, not printed.
ExactCorrelation = Annotated[
    Reported,
    BeforeValidator(_exactly(_between(-1, 1, _CORRELATION_FORM), _EXACT_CORRELATION_FORM)),
    _AS_TEXT,
    _number_schema(_EXACT_CORRELATION_FORM, minimum=-1, maximum=1),
]
#: A factor or difference that is computed with: one number above 0.
Factor = Annotated[
    Reported,
    BeforeValidator(_exactly(_between(0, None, _FACTOR_FORM, ends=False), _FACTOR_FORM)),
    _AS_TEXT,
    _number_schema(_FACTOR_FORM, exclusiveMinimum=0),
]
#: The level of a confidence interval, in percent.
Level = Annotated[
    Reported,
    BeforeValidator(_exactly(_between(MIN_LEVEL, MAX_LEVEL, _LEVEL_FORM), _LEVEL_FORM)),
    _AS_TEXT,
    _number_schema(_LEVEL_FORM, minimum=MIN_LEVEL, maximum=100),
]
#: A whole number of people, events or items, at least 0.
Count = Annotated[
    Reported,
    BeforeValidator(_count),
    _AS_TEXT,
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": f"^({_COUNT.pattern})$", FORM: _COUNT_FORM}
    ),
]
#: A position counted from 1, such as a line.
Ordinal = Annotated[
    int,
    BeforeValidator(_whole),
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": f"^{_ORDINAL.pattern}$", FORM: _ORDINAL_FORM}
    ),
]
#: True or false.
Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    WithJsonSchema(
        {"type": ["string", "boolean"], "pattern": "^([Tt]rue|[Ff]alse)$", FORM: _FLAG_FORM}
    ),
]
#: A day.
Date = Annotated[
    dt.date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "format": "date", FORM: _DATE_FORM}),
]
#: When something was measured, or for how long it lasted.
Duration = Annotated[
    str,
    BeforeValidator(_duration),
    WithJsonSchema({"type": "string", "pattern": f"^({_DURATION.pattern})$", FORM: _DURATION_FORM}),
]


def _in_words(form: str) -> dict[str, Any]:
    return {FORM: form}


#: The id of a record: the name of its file.
Id = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9][a-z0-9-]*$",
        max_length=80,
        json_schema_extra=_in_words(
            "an id of at most 80 small letters, digits and hyphens, such as koyama-2016"
        ),
    ),
]
#: A reference to one result of one study: ``study#result``.
ResultRef = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9][a-z0-9-]*#[a-z0-9][a-z0-9-]*$",
        json_schema_extra=_in_words(
            "a study and one of its results, such as koyama-2016#thickness-24w"
        ),
    ),
]
#: A reference to one field of one study: ``study#population.n.reached``.
FieldRef = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9][a-z0-9-]*#[A-Za-z0-9_.-]+$",
        json_schema_extra=_in_words(
            "a study and the path to one of its fields, such as koyama-2016#population.n.enrolled"
        ),
    ),
]
#: Text: never blank.
Text = Annotated[
    str,
    Field(
        pattern=r"\S",
        max_length=MAX_TEXT,
        json_schema_extra=_in_words(f"text, not blank, of at most {MAX_TEXT:,} characters"),
    ),
]
#: The SHA-256 of a text, which stands for it.
Digest = Annotated[
    str,
    Field(
        pattern=r"^[0-9a-f]{64}$",
        json_schema_extra=_in_words("a SHA-256 digest: 64 digits and letters from a to f"),
    ),
]
#: A word that the source says or does not.
YesNo = Literal["yes", "no"]
#: The document in which something stands, by its key under ``read``.
At = Annotated[Id, Field(description="the document it stands in, by its key under `read`")]
#: Where in that document, in own words.
Where = Annotated[Text, Field(description="where in that document, in own words")]
#: Fields of a part that stand in another document than `at`, each with the key of that document.
Places = Annotated[
    dict[str, At],
    Field(description="fields that stand in another document than `at`, each with its key"),
]
