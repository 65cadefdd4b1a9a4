"""Rounding for people: every expected text is what a careful writer would print."""

from __future__ import annotations

import inspect
import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewkit import display
from reviewkit.display import (
    estimate_with_ci,
    interval,
    joined,
    number,
    p_value,
    percent,
    plural,
    wrap,
)

finite = st.floats(-1e9, 1e9, allow_nan=False)


def read_back(text: str) -> float:
    """Return the number that a reader of the text would understand."""
    mantissa, _, power = text.replace(",", "").replace("−", "-").partition(" × 10")
    exponent = power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
    return float(f"{mantissa}e{exponent or 0}")


@pytest.mark.parametrize(
    ("x", "digits", "expected"),
    [
        (0, 3, "0"),
        (0.0, 3, "0"),
        (9, 3, "9"),
        (1899, 3, "1,899"),
        (1899.4, 3, "1,899"),  # the whole part is never cut
        (0.085, 3, "0.0850"),
        (0.0070, 2, "0.0070"),
        (-0.25, 2, "−0.25"),
        (2.675, 3, "2.68"),  # half away from zero on the number as written, not 2.67499...
        (0.125, 2, "0.13"),
        (-0.125, 2, "−0.13"),
        (9.996, 3, "10.0"),
        (1e-7, 2, "1.0 × 10⁻⁷"),
        (-3.21e20, 3, "−3.21 × 10²⁰"),
        (math.inf, 3, "∞"),
        (-math.inf, 3, "−∞"),
        (Decimal("3.50"), 3, "3.50"),
        (np.float64(0.125), 2, "0.13"),
        (np.int64(1899), 2, "1,899"),
    ],
)
def test_number(x: float, digits: int, expected: str) -> None:
    assert number(x, digits=digits) == expected


def test_an_undefined_number_has_no_text() -> None:
    for show in (number, percent, lambda x: estimate_with_ci(x, 0, 1), lambda x: interval(0, x)):
        with pytest.raises(ValueError, match="undefined number"):
            show(math.nan)
    with pytest.raises(ValueError, match="between 0 and 1"):
        p_value(math.nan)


@given(x=finite, digits=st.integers(1, 6))
def test_a_number_reads_back_as_itself_to_its_digits(x: float, digits: int) -> None:
    shown = read_back(number(x, digits=digits))
    half_a_unit = 0.5 * 10 ** (1 - digits)  # relative, at a mantissa of 1
    assert abs(shown - x) <= max(half_a_unit * abs(x) * (1 + 1e-9), 0)


@given(x=finite)
def test_only_zero_prints_as_zero(x: float) -> None:
    assert (read_back(number(x)) == 0) == (x == 0)


@pytest.mark.parametrize(
    ("values", "unit", "null", "expected"),
    [
        # The example of the project: 0.085 -> 0.092 mm.
        ((0.007, 0.00468, 0.00932), "mm", 0, "0.0070 mm (95% CI 0.0047 to 0.0093)"),
        # Cole 2015: "reporting it rounded to two significant digits, as 23 (7.5 to 74), or even
        # as 23 (8 to 70)"; here all three share their decimals.
        ((22.68, 7.51, 73.67), "", 1, "23 (95% CI 8 to 74)"),
        ((0.689, 0.6367, 0.7375), "", 0, "0.689 (95% CI 0.637 to 0.738)"),
        ((-12.3, -20.04, -4.56), "points", 0, "−12.3 points (95% CI −20.0 to −4.6)"),
        ((68.9, 63.67, 73.75), "%", 0, "68.9% (95% CI 63.7% to 73.8%)"),
        ((1234.5, 800.2, 1668.8), "ng/mL", 0, "1,235 ng/mL (95% CI 800 to 1,669)"),
        # 0.998 is below 1: an interval that leaves out the null must show it.
        ((0.71, 0.505, 0.998), "", 1, "0.710 (95% CI 0.505 to 0.998)"),
        ((0.71, 0.5, 1.0), "", 1, "0.71 (95% CI 0.50 to 1.00)"),
        ((2.6, 0.0004, 5.2), "", 0, "2.6000 (95% CI 0.0004 to 5.2000)"),
        ((2.6, -0.0004, 5.2), "", 0, "2.6000 (95% CI −0.0004 to 5.2000)"),
        ((0.003, -0.5, 0.5), "", 0, "0.00 (95% CI −0.50 to 0.50)"),
        ((1.5, 0.75, math.inf), "", 1, "1.50 (95% CI 0.75 to ∞)"),
        ((2.0, 2.0, 2.0), "", 0, "2.00 (95% CI 2.00 to 2.00)"),
        ((0, 0, 0), "", 0, "0 (95% CI 0 to 0)"),
        ((3e-12, 1e-12, 5e-12), "M", 0, "3.0 × 10⁻¹² M (95% CI 1.0 × 10⁻¹² to 5.0 × 10⁻¹²)"),
    ],
)
def test_estimate_with_ci(
    values: tuple[float, float, float], unit: str, null: float, expected: str
) -> None:
    assert estimate_with_ci(*values, unit=unit, null=null) == expected


def test_the_level_is_printed() -> None:
    assert estimate_with_ci(1, 0.5, 1.5, level=0.9) == "1.00 (90% CI 0.50 to 1.50)"
    assert estimate_with_ci(1, 0.5, 1.5, level=0.999) == "1.00 (99.9% CI 0.50 to 1.50)"


@given(
    limits=st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)).map(sorted),
    null=st.sampled_from([0.0, 1.0]),
)
def test_an_interval_touches_the_null_in_print_only_if_it_does(
    limits: list[float], null: float
) -> None:
    lower, upper = limits
    assume(lower < upper)
    assume(all(x == null or abs(x - null) > 10**-display.MOST_DECIMALS for x in limits))
    shown = [read_back(text) for text in interval(lower, upper, null=null).split(" to ")]
    assert [x == null for x in shown] == [x == null for x in limits]
    assert [x > null for x in shown] == [x > null for x in limits]


@pytest.mark.parametrize(
    ("p", "expected"),
    [
        (0.03, "p = .03"),
        (0.0004, "p < .001"),
        (0.001, "p = .001"),
        (0.0099, "p = .010"),
        (0.0042, "p = .004"),
        (0.01, "p = .01"),
        (0.62, "p = .62"),
        (0.05, "p = .05"),
        (0.0499, "p = .0499"),  # neither .05 nor .050: the side of .05 must be seen
        (0.0503, "p = .0503"),
        (0.046, "p = .046"),
        (0.994, "p = .99"),
        (0.997, "p > .99"),
        (1, "p = 1.00"),
        (0, "p < .001"),
    ],
)
def test_p_value(p: float, expected: str) -> None:
    assert p_value(p) == expected


@given(p=st.floats(0.001, 0.99))
def test_a_p_value_is_printed_on_its_side_of_the_level(p: float) -> None:
    assume(p == display.ALPHA or abs(p - display.ALPHA) > 10**-display.MOST_DECIMALS)
    shown = float(p_value(p).removeprefix("p = "))
    assert (shown < display.ALPHA, shown > display.ALPHA) == (p < display.ALPHA, p > display.ALPHA)


@pytest.mark.parametrize("p", [-0.01, 1.01, math.inf])
def test_a_p_value_outside_0_to_1_is_refused(p: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        p_value(p)


@pytest.mark.parametrize(
    ("proportion", "digits", "expected"),
    [
        (0, 3, "0%"),
        (1, 3, "100%"),
        (226 / 327, 3, "69.1%"),
        (0.689, 2, "69%"),
        (0.9996, 3, "99.96%"),
        (0.0004, 2, "0.040%"),
        (1e-12, 3, "0.000000000100%"),
        (1.5, 3, "150%"),
        (-0.25, 2, "−25%"),
    ],
)
def test_percent(proportion: float, digits: int, expected: str) -> None:
    assert percent(proportion, digits=digits) == expected


@pytest.mark.parametrize(
    ("n", "nouns", "expected"),
    [
        (1, ("study",), "1 study"),
        (2, ("study",), "2 studies"),
        (0, ("body",), "0 bodies"),
        (1899, ("day",), "1,899 days"),
        (2, ("hypothesis", "hypotheses"), "2 hypotheses"),
        (2, ("series", "series"), "2 series"),
    ],
)
def test_plural(n: int, nouns: tuple[str, ...], expected: str) -> None:
    assert plural(n, *nouns) == expected


@pytest.mark.parametrize(
    ("items", "last", "expected"),
    [
        ([], "and", ""),
        (["a"], "and", "a"),
        (["a", "b"], "and", "a and b"),
        (["a", "b", "c"], "and", "a, b and c"),
        (["a", "b", "c"], "or", "a, b or c"),
    ],
)
def test_joined(items: list[str], last: str, expected: str) -> None:
    assert joined(iter(items), last=last) == expected


def test_wrap_hangs_bullets_and_keeps_paragraphs() -> None:
    text = "Nine healthy men were massaged\nby a device.\n\nNo control."
    assert (
        wrap(text, width=20, first="  - ")
        == """\
  - Nine healthy men
    were massaged by
    a device.

    No control."""
    )


def test_wrap_never_breaks_words_names_or_addresses() -> None:
    name = "evidence/scalp-massage/studies/koyama-2016.yaml:14:22"
    assert wrap(f"see {name} there", width=20).splitlines() == ["see", name, "there"]


def test_wrap_takes_a_prefix_for_the_other_lines() -> None:
    assert wrap("one two three", width=8, first="> ", rest="| ") == "> one\n| two\n| three"


def test_no_function_takes_a_number_of_decimals() -> None:
    public = [
        f for name, f in inspect.getmembers(display, inspect.isfunction) if not name.startswith("_")
    ]
    assert len(public) >= 8
    assert not [f.__name__ for f in public if "decimals" in inspect.signature(f).parameters]
