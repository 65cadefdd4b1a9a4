"""Laws of numbers as printed: what rounding and saying may do to them."""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit.reported import ABOUT, RELATIONS, Reported, agree, parse

ROUNDINGS = [ROUND_HALF_UP, ROUND_HALF_DOWN]

numbers = st.decimals(
    min_value=-(10**6), max_value=10**6, allow_nan=False, allow_infinity=False, places=8
)
places = st.integers(0, 7)
counts = st.integers(0, 10**12)
relations = st.sampled_from(sorted(RELATIONS))
# Nearly numbers: what gets past a careless pattern.
odd = st.text(st.sampled_from("0123456789.,-–−+<>≤~ \t\n\u00a0toabuevrm%٣²eE_'\"x"), max_size=70)


def rounded(number: Decimal, digits: int, rounding: str) -> str:
    text = str(number.quantize(Decimal(1).scaleb(-digits), rounding=rounding))
    return f"{Decimal(text):f}"


@pytest.mark.parametrize("rounding", ROUNDINGS)
@given(number=numbers, digits=places)
def test_a_number_lies_in_the_interval_of_what_is_printed_for_it(
    rounding: str, number: Decimal, digits: int
) -> None:
    printed = parse(rounded(number, digits, rounding))
    low, high = printed.interval
    assert low <= number <= high
    assert printed.decimals == digits
    assert high - low == Decimal(1).scaleb(-digits)


@given(number=numbers, digits=places)
def test_text_and_trailing_zeros_survive(number: Decimal, digits: int) -> None:
    text = rounded(number, digits, ROUND_HALF_UP)
    assert str(parse(text)) == text
    assert f"{parse(text).value:f}" == text


@given(count=counts)
def test_separators_between_thousands_change_nothing(count: int) -> None:
    for separator in (",", " ", "\u00a0", "\u2009", "\u202f"):
        assert parse(f"{count:,}".replace(",", separator)).value == count


@given(number=numbers)
def test_every_minus_sign_is_the_same(number: Decimal) -> None:
    size = f"{abs(number):f}"
    assert {parse(f"{sign}{size}").value for sign in "-−–"} == {-abs(number)}


@given(relation=relations, number=numbers, digits=places)
def test_agreement_is_reflexive(relation: str, number: Decimal, digits: int) -> None:
    said = parse(f"{relation} {rounded(number, digits, ROUND_HALF_UP)}")
    assert agree(said, said)


@given(low=counts, width=st.integers(1, 10**6))
def test_agreement_of_ranges_is_reflexive_however_they_are_written(low: int, width: int) -> None:
    forms = [parse(f"{low}{dash}{low + width}") for dash in (" to ", "-", "–", " – ")]
    assert all(agree(said, printed) for said in forms for printed in forms)


@pytest.mark.parametrize("rounding", ROUNDINGS)
@given(number=numbers, digits=places, fewer=st.integers(0, 7))
def test_a_printed_number_rounded_further_agrees_with_it(
    rounding: str, number: Decimal, digits: int, fewer: int
) -> None:
    printed = parse(rounded(number, digits, ROUND_HALF_UP))
    said = parse(rounded(printed.value, max(digits - fewer, 0), rounding))
    assert agree(said, printed)


@given(printed=numbers, step=st.integers(2, 100), digits=places)
def test_two_units_in_the_last_digit_apart_never_agree(
    printed: Decimal, step: int, digits: int
) -> None:
    text = rounded(printed, digits, ROUND_HALF_UP)
    off = rounded(Decimal(text) + step * Decimal(1).scaleb(-digits), digits, ROUND_HALF_UP)
    assert not agree(parse(off), parse(text))


@given(said=numbers, printed=numbers)
def test_about_is_a_share_of_what_is_said(said: Decimal, printed: Decimal) -> None:
    inside = abs(printed - said) <= ABOUT * abs(said)
    assert agree(parse(f"about {said:f}"), parse(f"{printed:f}")) is inside


@given(text=st.one_of(odd, st.text(max_size=70)))
def test_reading_either_gives_a_number_or_says_what_was_expected(text: str) -> None:
    read = number_or_complaint(text)
    if isinstance(read, Reported):
        low, high = read.interval
        assert read.text == text
        assert low < high
    else:
        assert read.startswith("a ")


def number_or_complaint(text: str) -> Reported | str:
    try:
        return parse(text)
    except ValueError as refused:  # and nothing else
        return str(refused)
