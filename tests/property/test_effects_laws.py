"""Laws that effect sizes obey whatever the numbers; each test is named after its law."""

from __future__ import annotations

from math import exp, sqrt
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewkit.effects import (
    Effect,
    clopper_pearson,
    md,
    mean_change,
    odds_ratio,
    proportion,
    risk_difference,
    risk_ratio,
    sd_change,
    smcc,
    smcr,
    smd,
    wilson,
)

IDENTITY = 1e-9
"""Relative: the laws are exact, floating-point sums of numbers up to 1000 apart are not."""

sizes = st.integers(3, 500)
means = st.floats(-100, 100)
sds = st.floats(0.1, 100)
correlations = st.floats(-0.99, 0.99)
levels = st.floats(0.5, 0.999)
factors = st.floats(0.01, 100)


@st.composite
def before_after(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "n": draw(sizes),
        "mean_before": draw(means),
        "sd_before": draw(sds),
        "mean_after": draw(means),
        "sd_after": draw(sds),
        "r": draw(correlations),
    }


@st.composite
def two_groups(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "n1": draw(sizes),
        "mean1": draw(means),
        "sd1": draw(sds),
        "n2": draw(sizes),
        "mean2": draw(means),
        "sd2": draw(sds),
    }


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    total1, total2 = draw(st.integers(1, 300)), draw(st.integers(1, 300))
    events1, events2 = draw(st.integers(0, total1)), draw(st.integers(0, total2))
    assume(0 < events1 + events2 < total1 + total2)
    return {"events1": events1, "total1": total1, "events2": events2, "total2": total2}


def swapped(arms: dict[str, Any]) -> dict[str, Any]:
    return {name[:-1] + ("2" if name[-1] == "1" else "1"): x for name, x in arms.items()}


def close(x: float | None, y: float | None, scale: float = 1.0) -> bool:
    assert x is not None
    assert y is not None
    return x == pytest.approx(y, rel=IDENTITY, abs=IDENTITY * scale)


def limits(effect: Effect) -> tuple[float, float]:
    assert effect.ci is not None
    return effect.ci.lower, effect.ci.upper


@given(two_groups())
def test_swapping_groups_flips_the_sign(arms: dict[str, Any]) -> None:
    for kernel in (md, smd):
        one, other = kernel(**arms), kernel(**swapped(arms))
        assert close(one.estimate, -other.estimate, 200)
        assert close(one.se, other.se)
        assert close(limits(one)[0], -limits(other)[1], 200)
        assert close(one.p, other.p)


@given(tables())
def test_swapping_arms_inverts_ratios_and_flips_differences(table: dict[str, Any]) -> None:
    other = swapped(table)
    for kernel in (risk_ratio, odds_ratio, risk_difference):
        assert close(kernel(**table).estimate, -kernel(**other).estimate)
        assert close(kernel(**table).se, kernel(**other).se)


@given(tables())
def test_counting_the_other_outcome_inverts_the_odds_ratio(table: dict[str, Any]) -> None:
    others = {
        **table,
        "events1": table["total1"] - table["events1"],
        "events2": table["total2"] - table["events2"],
    }
    assert close(odds_ratio(**table).estimate, -odds_ratio(**others).estimate)


@given(tables())
def test_odds_ratio_lies_beyond_the_risk_ratio(table: dict[str, Any]) -> None:
    rr, oratio = risk_ratio(**table), odds_ratio(**table)
    assert abs(oratio.estimate) >= abs(rr.estimate) - IDENTITY
    assert rr.estimate * oratio.estimate >= -IDENTITY


@given(before_after())
def test_time_reversed_flips_the_change(data: dict[str, Any]) -> None:
    back = {
        **data,
        "mean_before": data["mean_after"],
        "sd_before": data["sd_after"],
        "mean_after": data["mean_before"],
        "sd_after": data["sd_before"],
    }
    for kernel in (mean_change, smcc):
        one, other = kernel(**data), kernel(**back)
        assert close(one.estimate, -other.estimate, 200)
        assert close(one.se, other.se)


@given(before_after(), factors, means)
def test_change_of_unit(data: dict[str, Any], factor: float, shift: float) -> None:
    """A raw effect scales with the unit and ignores its zero; a standardised one ignores both."""
    moved = {
        name: x * factor + (shift if name.startswith("mean") else 0)
        if name.startswith(("mean", "sd"))
        else x
        for name, x in data.items()
    }
    raw, raw_moved = mean_change(**data), mean_change(**moved)
    assert close(raw_moved.estimate, raw.estimate * factor, 1e4)
    assert close(raw_moved.se, raw.se and raw.se * factor)
    one, other = smcc(**data), smcc(**moved)
    assert close(one.estimate, other.estimate, 1e6)


@given(before_after())
def test_higher_correlation_means_a_narrower_interval(data: dict[str, Any]) -> None:
    lower, higher = {**data, "r": -0.5}, {**data, "r": 0.5}
    one, other = mean_change(**lower), mean_change(**higher)
    assert one.ci is not None
    assert other.ci is not None
    assert other.ci.width < one.ci.width
    assert one.estimate == other.estimate


@given(sds, sds)
def test_sd_of_change_between_its_limits(before: float, after: float) -> None:
    assert sd_change(before, after, 1.0) == abs(before - after)
    assert close(sd_change(before, after, -1.0), before + after)
    assert close(sd_change(before, after, 0.0), sqrt(before**2 + after**2))


@given(before_after())
def test_equal_sds_and_r_one_half_make_both_standardisations_one(data: dict[str, Any]) -> None:
    sd = data["sd_before"]
    common = {key: data[key] for key in ("n", "mean_before", "mean_after")}
    by_change = smcc(**common, sd_before=sd, sd_after=sd, r=0.5)
    by_baseline = smcr(**common, sd_before=sd, r=0.5)
    assert close(by_change.estimate, by_baseline.estimate)
    assert close(by_change.se, by_baseline.se)


@given(two_groups(), levels)
def test_wider_level_contains_the_narrower(arms: dict[str, Any], level: float) -> None:
    assume(level < 0.95)
    inner, outer = md(**arms, level=level), md(**arms)
    assert limits(outer)[0] <= limits(inner)[0] <= inner.estimate
    assert inner.estimate <= limits(inner)[1] <= limits(outer)[1]


@given(two_groups())
def test_p_below_five_percent_exactly_when_the_interval_leaves_zero_out(
    arms: dict[str, Any],
) -> None:
    for kernel in (md, smd):
        effect = kernel(**arms)
        assert effect.p is not None
        assert effect.ci is not None
        assume(abs(effect.p - 0.05) > 1e-9)
        assert (effect.p < 0.05) == (0 not in effect.ci)


@given(two_groups())
def test_t_interval_of_a_difference_is_wider_than_the_normal_one(arms: dict[str, Any]) -> None:
    effect = md(**arms)
    assert effect.ci is not None
    assert effect.se is not None
    assert effect.ci.width > 2 * 1.9599 * effect.se
    assert effect.df is not None
    assert min(arms["n1"], arms["n2"]) - 1 - IDENTITY <= effect.df
    assert effect.df <= arms["n1"] + arms["n2"] - 2 + 1e-6


@given(st.integers(1, 400), st.data(), levels)
def test_proportion_lies_within_both_intervals(
    total: int, data: st.DataObject, level: float
) -> None:
    events = data.draw(st.integers(0, total))
    for interval in (wilson, clopper_pearson):
        ci = interval(events, total, level=level)
        assert 0 <= ci.lower <= events / total + IDENTITY
        assert events / total - IDENTITY <= ci.upper <= 1


@given(st.integers(1, 400), st.data())
def test_intervals_of_the_complement_are_mirrored(total: int, data: st.DataObject) -> None:
    events = data.draw(st.integers(0, total))
    for interval in (wilson, clopper_pearson):
        one, other = interval(events, total), interval(total - events, total)
        assert close(one.lower, 1 - other.upper)
        assert close(one.upper, 1 - other.lower)


@given(st.integers(1, 400), st.data())
def test_more_events_move_the_interval_up(total: int, data: st.DataObject) -> None:
    events = data.draw(st.integers(0, total - 1))
    for interval in (wilson, clopper_pearson):
        one, other = interval(events, total), interval(events + 1, total)
        assert one.lower < other.lower
        assert one.upper < other.upper


@given(tables())
def test_back_transformed_limits_are_the_exponentials(table: dict[str, Any]) -> None:
    effect = risk_ratio(**table)
    ratio = effect.back_transformed()
    assert close(ratio.estimate, exp(effect.estimate))
    assert limits(ratio) == tuple(exp(limit) for limit in limits(effect))


@given(st.integers(1, 400), st.data())
def test_se_of_a_proportion_is_missing_only_at_its_ends(total: int, data: st.DataObject) -> None:
    events = data.draw(st.integers(0, total))
    assert (proportion(events=events, total=total).se is None) == (events in {0, total})
