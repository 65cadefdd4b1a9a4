"""The kinds of field: what each takes, and what it says of what it does not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from reviewkit.records import Misfits, Missing
from reviewkit.records.fields import (
    Amount,
    Correlation,
    Count,
    Date,
    Digest,
    Duration,
    ExactCorrelation,
    Factor,
    FieldRef,
    Flag,
    Id,
    Level,
    Number,
    Ordinal,
    Percentage,
    PValue,
    ResultRef,
    Spread,
    Stated,
    Text,
)

COUNT = "a whole number, such as 43 or 1,899"
SPREAD = "a number above 0: a standard deviation or error of 0 or less is impossible"
P = "a p value between 0 and 1, such as 0.03 or < .001"
PERCENTAGE = "a percentage between 0 and 100, without its sign"
CORRELATION = "a correlation between -1 and 1"
FACTOR = "a number above 0: no bound, no range"
LEVEL = "a confidence level of 1 to 99.9999 percent, such as 95, without its sign"
AMOUNT = "a number, at least 0: no time and no number of sessions is negative"
NUMBER = "a number as printed and without its unit, such as 0.085, 1,899, < .001 or 11 to 20"
DURATION = (
    "a time such as 24 weeks, 20 minutes or 3 sessions; or immediate, end of treatment, baseline "
    "or not stated"
)

TAKES: list[tuple[Any, list[str]]] = [
    (Number, ["0.085", "-8.8", "−8.8", "1,899", "< .001", "11 to 20"]),
    (Count, ["0", "9", "43", "1,899", "1899", "12,345,678"]),
    (Spread, ["0.003", "6.6", "0.5 to 1.5"]),
    (PValue, ["0", "0.000", "< .001", "0.047", "1", "> .05", "0.01 to 0.05"]),
    (Percentage, ["0", "68.9", "100", "about 80"]),
    (Correlation, ["-1", "−0.4", "0", ".85", "1"]),
    (Amount, ["0", "4", "11 to 20", "about 7.5"]),
    (Ordinal, ["1", "7", "120"]),
    (Flag, ["true", "True", "false", "FALSE"]),
    (Date, ["2026-11-21", "1996-02-29"]),
    (Duration, ["24 weeks", "1 week", "about 7.4 months", "11 to 20 minutes", "3 sessions",
                "immediate", "baseline", "end of treatment", "not stated"]),
    (Id, ["koyama-2016", "001", "a"]),
    (ResultRef, ["koyama-2016#thickness-24w"]),
    (FieldRef, ["koyama-2016#population.n.enrolled", "a#not-found.0"]),
    (Text, ["x", "  padded  ", "漢字", "x" * 4000]),
    (Digest, ["0123456789abcdef" * 4]),
]  # fmt: skip

REFUSES: list[tuple[Any, str, list[str]]] = [
    (Number, NUMBER, ["", "nine", "10%", "1_000", "1e-5", "nan", "inf"]),
    (Count, COUNT, ["43.5", "43.0", "1_000", "-1", "+1", "1,89", "0,043", "about 9", "< 5",
                    "11 to 20", "٣", "", "9" * 16]),
    (Factor, FACTOR, ["0", "-1", "< 5", "5 to 10", "about 5"]),
    (ExactCorrelation, f"{CORRELATION}, as one number: no bound, no range", ["< 0.5", "0 to 1"]),
    (Level, LEVEL, ["0", "100", "99.99995", "< 95"]),
    (Spread, SPREAD, ["0", "0.000", "-0.1", "−0.1", "0 to 1"]),
    (PValue, P, ["1.01", "-0.1", "< 0", "> 1", "0.5 to 1.5", "47"]),
    (Percentage, PERCENTAGE, ["100.1", "-1", "689"]),
    (Correlation, CORRELATION, ["1.2", "-1.01", "85"]),
    (Amount, AMOUNT, ["-1", "−4"]),
    (Ordinal, "a whole number, at least 1", ["0", "-1", "1.0", "x", "", "9" * 5000]),
    (Flag, "true or false", ["1", "y", "sometimes", ""]),
    (Date, "a date as YYYY-MM-DD", ["2026-02-30", "21.11.2026", "20261121", "2026-W47-6",
                                    "2026-11-21T10:00", "lately", "٢٠٢٦-١١-٢١"]),
    (Duration, DURATION, ["24", "weeks", "24 wk", "-1 weeks", "24  weeks", ""]),
]  # fmt: skip


def complaint(kind: Any, value: object) -> str:
    """Return what is expected, however the validation was told."""
    with pytest.raises(ValidationError) as invalid:
        TypeAdapter(kind).validate_python(value)
    (item,) = invalid.value.errors()
    cause = item["ctx"]["error"]
    return cause.misfits[0].expected if isinstance(cause, Misfits) else str(cause)


@pytest.mark.parametrize(("kind", "value"), [(k, value) for k, values in TAKES for value in values])
def test_takes(kind: Any, value: str) -> None:
    read = TypeAdapter(kind).validate_python(value)
    if not isinstance(read, bool | dt.date):
        assert str(read) == value


@pytest.mark.parametrize(
    ("kind", "expected", "value"),
    [(kind, expected, value) for kind, expected, values in REFUSES for value in values],
)
def test_refuses_and_says_what_it_takes(kind: Any, expected: str, value: str) -> None:
    assert complaint(kind, value) == expected


@pytest.mark.parametrize("kind", [Number, Count, Spread, PValue, Ordinal, Flag, Date, Duration])
@pytest.mark.parametrize("value", [{"a": "1"}, ["1"], {}, []])
def test_mappings_and_lists_are_no_values(kind: Any, value: object) -> None:
    assert complaint(kind, value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [(Id, "Koyama"), (Id, "-a"), (Id, "a b"), (Id, "a\n"), (Id, "x" * 81), (ResultRef, "koyama"),
     (ResultRef, "koyama#a#b"), (FieldRef, "koyama#"), (Text, ""), (Text, " \n"),
     (Text, "x" * 4001), (Digest, "0b21"), (Digest, "G" * 64)],
)  # fmt: skip
def test_refuses_text_of_another_form(kind: Any, value: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


def test_a_stated_value_is_itself_or_why_there_is_none() -> None:
    stated = TypeAdapter(Stated[Count])
    assert str(stated.validate_python("1,899")) == "1,899"
    for missing in Missing:
        assert stated.validate_python(str(missing)) is missing
    for text in ("not in what we read", "none", "missing", "value", ""):
        with pytest.raises(ValidationError):
            stated.validate_python(text)


def test_text_and_absence_are_told_apart() -> None:
    stated = TypeAdapter(Stated[Text])
    assert stated.validate_python("not reported") is Missing.NOT_REPORTED
    assert stated.validate_python("not reported in full") == "not reported in full"
