"""SE and SD from what stands beside an estimate: there and back again."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from reviewkit.effects import md
from reviewkit.effects.rebuilt import (
    each,
    pooled_sd_from_se,
    r_from_sd_change,
    sd_from_se,
    sd_of_change,
    se_from_f,
    se_from_interval,
    se_from_p,
    se_from_t,
)
from reviewkit.effects.tails import t_p
from reviewkit.errors import NotEstimable

EFFECT = md(n1=12, mean1=10.0, sd1=3.0, n2=12, mean2=7.0, sd2=3.0)
"""Equal SDs and sizes, so that Welch's df are 22 and the SD of both groups is 3."""


def test_interval_p_t_and_f_of_one_result_give_one_se() -> None:
    assert EFFECT.ci is not None
    assert EFFECT.se is not None
    assert EFFECT.p is not None
    assert EFFECT.statistic is not None
    t = EFFECT.statistic
    found = (
        se_from_interval(EFFECT.ci.lower, EFFECT.ci.upper, df=22),
        se_from_p(3.0, EFFECT.p, df=22),
        se_from_t(3.0, t),
        se_from_f(3.0, t * t),
    )
    for se in found:
        assert float(se) == pytest.approx(EFFECT.se, rel=1e-9)
        assert float(pooled_sd_from_se(se, 12, 12)) == pytest.approx(3.0, rel=1e-9)


def test_a_p_by_the_normal_distribution() -> None:
    assert float(se_from_p(-1.959963984540054, 0.05)) == pytest.approx(1.0, rel=1e-12)
    assert t_p(3.2 / float(se_from_p(-3.2, 0.0012, df=98)), 98) == pytest.approx(0.0012, rel=1e-9)


def test_a_ratio_as_metafor_converts_it() -> None:
    # conv.wald of metafor, first example: OR 1.37 (1.03 to 1.82), vi = 0.0211.
    se = se_from_interval(1.03, 1.82, scale="log")
    assert round(float(se) ** 2, 4) == 0.0211
    # Its second: Aronson, OR 0.39 with p = 0.12, vi = 0.3668.
    assert round(float(se_from_p(math.log(0.39), 0.12)) ** 2, 4) == 0.3668


def test_what_was_derived_says_so_and_hands_it_on() -> None:
    sd = sd_from_se(se_from_interval(4.0, 6.0, df=8), 9)
    assert sd.name == "sd"
    assert sd.assumptions == (
        "se is derived: SE = (upper - lower)/(2·t)",
        "the interval was made with Student's t with 8 df and is symmetric on its scale",
    )
    assert str(sd).startswith("sd = 1.30095 (derived: SD = SE·√n)")
    assert sd.to_dict()["inputs"]["n"] == 9


def test_correlation_and_sd_of_change_undo_each_other() -> None:
    change = sd_of_change(3.0, 4.0, 0.6)
    assert float(change) == pytest.approx(math.sqrt(9 + 16 - 2 * 0.6 * 12), rel=1e-12)
    assert float(r_from_sd_change(3.0, 4.0, change)) == pytest.approx(0.6, rel=1e-12)
    assert change.assumptions == ("the correlation between before and after is 0.6",)


@pytest.mark.parametrize(
    ("attempt", "reason"),
    [
        (lambda: se_from_p(0.0, 0.5), "an estimate of no effect"),
        (lambda: se_from_p(1.0, 1.0), "a p of 0 or 1"),
        (lambda: se_from_t(0.0, 0.0), "an estimate of no effect"),
        (lambda: se_from_f(1.0, 0.0), "an estimate of no effect"),
        (lambda: r_from_sd_change(1.0, 1.0, 3.0), "fit no correlation: it would be -3.50"),
        (lambda: r_from_sd_change(0.0, 1.0, 1.0), "an SD is 0"),
    ],
)
def test_not_estimable(attempt: Callable[[], object], reason: str) -> None:
    with pytest.raises(NotEstimable, match=reason):
        attempt()


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda: se_from_interval(2.0, 1.0), "has no inside"),
        (lambda: se_from_interval(0.0, 1.0, scale="log"), "a ratio has limits above 0, not 0"),
        (lambda: se_from_p(1.0, 1.5), "between 0 and 1, not 1.5"),
        (lambda: se_from_t(3.0, -2.0), "have different signs"),
        (lambda: se_from_f(3.0, -2.0), "F cannot be negative"),
        (lambda: sd_from_se(1.0, 0), "n is not a whole number of at least 1"),
        (lambda: sd_from_se(-1.0, 4), "se cannot be negative"),
    ],
)
def test_impossible_numbers(attempt: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        attempt()


def test_rows_of_a_table() -> None:
    found = each(se_from_p, {"estimate": [2.0, 0.0], "p": [0.05, 0.05], "df": [None, 10.0]})
    assert float(found[0]) == pytest.approx(2 / 1.959964, abs=1e-6)  # type: ignore[arg-type]
    assert isinstance(found[1], NotEstimable)
    with pytest.raises(ValueError, match="one length"):
        each(sd_from_se, {"se": [1.0], "n": [4, 5]})
