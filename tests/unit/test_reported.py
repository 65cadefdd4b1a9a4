"""Numbers as papers print them and as writers say them."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from reviewkit.reported import MAX_DIGITS, MAX_LENGTH, RELATIONS, agree, parse

READ = [
    # text, value, upper end, decimals, relation
    ("0.085", "0.085", None, 3, "="),
    ("3.50", "3.50", None, 2, "="),
    (".001", "0.001", None, 3, "="),
    ("1899", "1899", None, 0, "="),
    ("1,899", "1899", None, 0, "="),
    ("1,234,567.80", "1234567.80", None, 2, "="),
    ("1 899", "1899", None, 0, "="),
    ("1\u00a0899", "1899", None, 0, "="),
    ("1\u2009899", "1899", None, 0, "="),
    ("1\u202f899", "1899", None, 0, "="),
    ("-0.5", "-0.5", None, 1, "="),
    ("−0.5", "-0.5", None, 1, "="),
    ("–0.5", "-0.5", None, 1, "="),
    ("+3", "3", None, 0, "="),
    ("000", "0", None, 0, "="),
    ("< .001", "0.001", None, 3, "<"),
    ("<.001", "0.001", None, 3, "<"),
    ("≤ 0.05", "0.05", None, 2, "<="),
    ("≥2", "2", None, 0, ">="),
    ("about 3", "3", None, 0, "~"),
    ("~7.5", "7.5", None, 1, "~"),
    ("Almost 1,900", "1900", None, 0, "~-"),
    ("more than 300", "300", None, 0, ">"),
    ("11 to 20", "11", "20", 0, "="),
    ("11-20", "11", "20", 0, "="),
    ("11–20", "11", "20", 0, "="),
    ("about 11 to 20", "11", "20", 0, "~"),
    ("0.5 to 1.25", "0.5", "1.25", 2, "="),
    ("−3 to −1", "-3", "-1", 0, "="),
    ("1,000 to 1,200", "1000", "1200", 0, "="),
    ("9" * MAX_DIGITS, "9" * MAX_DIGITS, None, 0, "="),
]
FORM = "a number as printed and without its unit, such as 0.085, 1,899, < .001 or 11 to 20"
REFUSED = [
    *((text, FORM) for text in ("", " ", ".", "-", "<", "nine", "10%", "9 people", "5.", "..5")),
    *((text, FORM) for text in ("1e-5", "0x1F", "1_000", "inf", "nan", "p < .05", "0.1 ± 0.2")),
    *((text, FORM) for text in ("٣", "²", "1..2", "5--3")),
    *(
        (text, f"{FORM}; decimals follow a point")
        for text in ("0,085", "1,89", "1,2345", "12345,678", "3,5 to 4,5")
    ),
    ("20 to 11", "a range that runs from the lower to the higher number"),
    ("5-5", "a range that runs from the lower to the higher number"),
    ("9" * (MAX_DIGITS + 1), f"a number of at most {MAX_DIGITS} digits"),
    (" " * MAX_LENGTH + "1", f"{FORM}; at most {MAX_LENGTH} characters"),
]


@pytest.mark.parametrize(("text", "value", "upper", "decimals", "relation"), READ)
def test_printed_forms(
    text: str, value: str, upper: str | None, decimals: int, relation: str
) -> None:
    number = parse(text)
    assert str(number) == text
    assert str(number.value) == value
    assert (None if number.upper is None else str(number.upper)) == upper
    assert (number.decimals, number.relation) == (decimals, relation)
    assert number.exact is (relation == "=" and upper is None)


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_refused_with_what_was_expected(text: str, expected: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(expected)}$"):
        parse(text)


@pytest.mark.parametrize("word", [word for word in RELATIONS if word])
def test_every_relation_is_read_with_and_without_a_space(word: str) -> None:
    assert parse(f"{word} 12.0").relation == RELATIONS[word]
    assert parse(f"{word.upper()}12.0").relation == RELATIONS[word]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("0.085", "0.0845", "0.0855"),
        ("3.50", "3.495", "3.505"),
        ("3.5", "3.45", "3.55"),
        ("9", "8.5", "9.5"),
        ("−0.5", "-0.55", "-0.45"),
        ("11 to 20", "10.5", "20.5"),
    ],
)
def test_interval_is_half_a_unit_each_way(text: str, low: str, high: str) -> None:
    assert parse(text).interval == (Decimal(low), Decimal(high))


def test_as_a_float_and_as_a_count() -> None:
    assert float(parse("0.085")) == 0.085
    assert float(parse("11 to 20")) == (11 + 20) / 2
    assert int(parse("1,899")) == 1899
    for text in ("43.5", "11 to 20"):
        with pytest.raises(ValueError, match="not a whole number"):
            int(parse(text))


def test_equal_means_printed_alike() -> None:
    assert parse("3.50") == parse("3.50")
    assert parse("3.50") != parse("3.5")
    assert parse("3.50").value == parse("3.5").value
    assert len({parse("3.50"), parse("3.50"), parse("3.5")}) == 2


AGREE = [
    # said, printed, agree
    ("0.085", "0.085", True),
    ("0.0850", "0.085", True),
    ("0.09", "0.085", True),  # a five, rounded up …
    ("0.08", "0.085", True),  # … or down
    ("0.1", "0.085", True),
    ("0.07", "0.085", False),
    ("0.085", "0.09", False),  # more precise than the record
    ("7", "7.4", True),
    ("8", "7.4", False),
    ("1900", "1899", False),
    ("1,899", "1899", True),
    ("~7.5", "7.4", True),  # 7.5 ± 0.375
    ("about 8", "7.4", False),  # 8 ± 0.4 ends at 7.6
    ("almost 1,900", "1899", True),
    ("almost 1,900", "1900", True),
    ("almost 1,900", "1901", False),  # claims a little less
    ("almost 1,900", "327", False),
    ("almost -5", "-4.9", True),
    ("almost -5", "-5.1", False),
    ("almost -5", "4.9", False),
    ("more than 300", "310", True),
    ("more than 300", "300", False),
    ("more than 300", "316", False),  # 300 · 1.05 = 315
    ("at least 300", "300", True),
    ("up to 20", "20", True),
    ("less than 20", "20", False),
    ("less than 20", "3", True),
    ("< .05", "0.049", True),
    ("< .05", "< .001", True),
    ("< .05", "< .05", True),
    ("< .001", "< .05", False),
    (".001", "< .001", False),  # a bound is no value …
    ("about .001", "< .001", False),
    ("> .001", "< .001", False),  # … and has a side
    ("11 to 20", "11-20", True),
    ("about 11 to 20", "11 to 20", True),
    ("11 to 20", "11 to 21", False),
    ("15", "11 to 20", False),
    ("11 to 20", "15", False),
]


@pytest.mark.parametrize(("said", "printed", "expected"), AGREE)
def test_a_number_said_stands_for_a_number_printed(said: str, printed: str, expected: bool) -> None:
    assert agree(parse(said), parse(printed)) is expected


@pytest.mark.parametrize("text", ["le\u017fs than 5", "at lea\u017ft 5", "approx\u0131mately 5"])
def test_letters_that_only_resemble_those_of_a_word_make_no_relation(text: str) -> None:
    with pytest.raises(ValueError, match="a number as printed"):
        parse(text)


@pytest.mark.parametrize("text", ["Less Than\u00a05", "LESS THAN 5", "less than 5"])
def test_a_relation_is_read_in_any_case_before_any_space(text: str) -> None:
    assert parse(text).relation == "<"
