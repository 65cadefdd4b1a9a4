"""GRIM: which whole numbers give a printed one; soundness and power."""

from __future__ import annotations

import json
from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewkit.audit import informative, mean_fits, percentage_fits, power, totals_that_fit

ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN)


def printed(value: Fraction, decimals: int, rounding: str) -> str:
    """Round exactly, as an honest author would, and keep the trailing zeros."""
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return str(exact.quantize(Decimal(1).scaleb(-decimals), rounding=rounding))


@pytest.mark.parametrize(
    ("text", "total", "counts"),
    [
        ("77.8", 9, (7,)),
        ("78", 9, (7,)),
        ("23", 20, ()),
        ("25", 20, (5,)),
        ("0", 20, (0,)),
        ("100", 20, (20,)),
        ("12.5", 8, (1,)),
        ("12", 8, (1,)),  # 12.5 rounded to the even digit
        ("13", 8, (1,)),  # 12.5 rounded up
        ("14", 8, ()),
        ("50", 1000, (495, 496, 497, 498, 499, 500, 501, 502, 503, 504, 505)),
        ("101", 20, ()),
    ],
)
def test_counts_that_fit(text: str, total: int, counts: tuple[int, ...]) -> None:
    assert tuple(percentage_fits(text, total).wholes) == counts


def test_decimals_matter_even_if_zero() -> None:
    assert percentage_fits("33", 3).fits
    assert percentage_fits("33.3", 3).fits
    assert not percentage_fits("33.0", 3).fits


def test_the_arithmetic_is_shown() -> None:
    fit = percentage_fits("23", 20)
    assert (fit.below, fit.above) == ((4, 20.0), (5, 25.0))
    assert percentage_fits("100", 20).above is None
    assert percentage_fits("0", 20).below == (0, 0.0)


@pytest.mark.parametrize(
    ("text", "n", "items", "sums"),
    [
        ("5.19", 28, 1, ()),  # the example of Brown & Heathers 2017
        ("5.18", 28, 1, (145,)),
        ("3.5", 2, 1, (7,)),
        ("-0.5", 2, 1, (-1,)),
        ("3.67", 2, 3, (22,)),
        ("3.67", 2, 1, ()),
    ],
)
def test_sums_that_fit(text: str, n: int, items: int, sums: tuple[int, ...]) -> None:
    assert tuple(mean_fits(text, n, items=items).wholes) == sums


def test_totals_nearby() -> None:
    found = totals_that_fit("66.7", 4, window=2)
    assert [(fit.total, tuple(fit.wholes)) for fit in found] == [(3, (2,)), (6, (4,))]
    assert totals_that_fit("50", 1, window=3)[0].total == 2


def test_informative_where_brown_and_heathers_say() -> None:
    assert informative(0, 99)
    assert not informative(0, 100)
    assert not informative(0, 96)  # below their bound, but 12.5, 37.5, 62.5 and 87.5% go both ways
    assert percentage_fits("50", 99).informative
    assert not percentage_fits("50", 100).informative
    assert mean_fits("3.50", 99).informative
    assert not mean_fits("3.50", 50, items=2).informative


@pytest.mark.parametrize("total", [1, 2, 3, 7, 8, 20, 28, 50, 64, 99, 100, 150])
@pytest.mark.parametrize("decimals", [0, 1, 2])
def test_power_is_the_share_of_printable_numbers_that_do_not_fit(decimals: int, total: int) -> None:
    unit = 10**decimals
    texts = [str(Decimal(i).scaleb(-decimals)) for i in range(5 * unit, 6 * unit)]
    misfits = sum(not mean_fits(text, total).fits for text in texts)
    assert power(decimals, total) == pytest.approx(misfits / unit, abs=1e-12)


@given(
    total=st.integers(1, 3000),
    share=st.fractions(0, 1),
    decimals=st.integers(0, 3),
    rounding=st.sampled_from(ROUNDINGS),
)
def test_an_honest_percentage_is_never_flagged(
    total: int, share: Fraction, decimals: int, rounding: str
) -> None:
    count = round(share * total)
    text = printed(Fraction(100 * count, total), decimals, rounding)
    assert count in percentage_fits(text, total).wholes


@given(
    answers=st.lists(st.integers(-5, 12), min_size=1, max_size=60),
    decimals=st.integers(0, 3),
    rounding=st.sampled_from(ROUNDINGS),
)
def test_an_honest_mean_is_never_flagged(answers: list[int], decimals: int, rounding: str) -> None:
    text = printed(Fraction(sum(answers), len(answers)), decimals, rounding)
    assert sum(answers) in mean_fits(text, len(answers)).wholes


@given(
    people=st.lists(st.lists(st.integers(1, 7), min_size=4, max_size=4), min_size=1, max_size=20),
    rounding=st.sampled_from(ROUNDINGS),
)
def test_an_honest_mean_of_items_is_never_flagged(people: list[list[int]], rounding: str) -> None:
    points = sum(map(sum, people))
    text = printed(Fraction(points, 4 * len(people)), 2, rounding)
    assert points in mean_fits(text, len(people), items=4).wholes


@given(total=st.integers(1, 500), decimals=st.integers(0, 1), at=st.integers(0, 1000))
def test_what_is_not_informative_never_flags(total: int, decimals: int, at: int) -> None:
    text = str(Decimal(min(at, 100 * 10**decimals)).scaleb(-decimals))
    fit = percentage_fits(text, total)
    assert fit.informative == informative(decimals, total)
    assert fit.fits or fit.informative


@pytest.mark.parametrize("text", ["about 70", "< 5", "11 to 20"])
def test_only_plain_numbers(text: str) -> None:
    with pytest.raises(ValueError, match="not one plain number"):
        percentage_fits(text, 20)


def test_impossible_totals() -> None:
    with pytest.raises(ValueError, match="total is a whole number of at least 1, not 0"):
        percentage_fits("50", 0)
    with pytest.raises(ValueError, match="items is a whole number of at least 1, not 0"):
        mean_fits("3.5", 10, items=0)


def test_to_dict_is_json() -> None:
    fit = percentage_fits("23", 20)
    assert json.loads(json.dumps(fit.to_dict())) == fit.to_dict()
    assert fit.to_dict()["fits"] is False
