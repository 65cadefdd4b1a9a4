"""Laws of the audit: honest numbers fit, the tests agree with each other, order does not matter."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import combinations_with_replacement
from statistics import fmean as mean_of
from statistics import stdev

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reviewkit.audit import (
    TwoCounts,
    centred,
    change_fits,
    change_p,
    counts_p,
    debit,
    difference_within,
    grimmer,
    group_mean,
    groups_p,
    interval_p,
    mean_fits,
    mean_within,
    percent_change_fits,
    pool_fits,
    share_fits,
    sprite,
    statcheck,
    statistics_in,
)
from reviewkit.audit.counts import usual_tests
from reviewkit.audit.multisets import Steps, search
from reviewkit.audit.pvalues import PRange, Statistic, p_of, p_range
from reviewkit.audit.results import checks_of
from reviewkit.effects.tails import normal_p, normal_quantile, t_p, t_quantile
from tests.simulation.honest import rounded, sd_of
from tests.unit.audit.test_scales import SCALE, WITHIN, study

roundings = st.sampled_from((ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN))
decimals = st.integers(0, 3)


@st.composite
def printed(draw: st.DrawFn, *, low: int = 1, high: int = 5) -> tuple[list[int], str, str]:
    """A sample of answers on a scale, with its mean and SD as printed."""
    answers = draw(st.lists(st.integers(low, high), min_size=2, max_size=25))
    total, squares, n = sum(answers), sum(x * x for x in answers), len(answers)
    rounding = draw(roundings)
    mean = rounded(Decimal(total) / n, draw(decimals), rounding)
    return answers, mean, rounded(sd_of(total, squares, n, 1), draw(decimals), rounding)


@given(printed())
def test_an_honest_sample_passes_every_test(sample: tuple[list[int], str, str]) -> None:
    answers, mean, sd = sample
    n = len(answers)
    assert mean_fits(mean, n).fits
    assert grimmer(mean, sd, n).fits
    found = sprite(mean, sd, n, scale=(1, 5))
    assert found.fits
    for answer, least in found.forced:
        assert answers.count(answer) >= least
    assert found.top is not None
    assert found.bottom is not None
    assert max(answers) >= found.top
    assert min(answers) <= found.bottom


@given(printed())
def test_an_honest_mean_is_within_its_scale(sample: tuple[list[int], str, str]) -> None:
    answers, mean, _ = sample
    assert mean_within(mean, "1", "5").fits
    low, high = min(answers), max(answers)
    assert difference_within(f"{Decimal(mean) - low:f}", "1", "5").fits
    assert low == high or mean_within(mean, str(low), str(high)).fits


@given(
    st.lists(st.tuples(st.integers(-500, 500), st.integers(1, 50)), min_size=2, max_size=6),
    decimals,
    decimals,
    roundings,
)
def test_an_honest_pool_lies_between_its_parts(
    parts: list[tuple[int, int]], places: int, finer: int, rounding: str
) -> None:
    """Any weights above 0, each number rounded for itself."""
    whole = sum(weight for _, weight in parts)
    pooled = Decimal(sum(value * weight for value, weight in parts)) / (100 * whole)
    printed_parts = [rounded(Decimal(value) / 100, places, rounding) for value, _ in parts]
    assert pool_fits(rounded(pooled, finer, rounding), printed_parts).fits


@given(st.integers(1, 10**4), st.integers(0, 10**4), decimals, decimals, roundings)
def test_an_honest_change_in_percent_fits(
    before: int, after: int, places: int, finer: int, rounding: str
) -> None:
    first, last = (rounded(Decimal(x) / 100, places, rounding) for x in (before, after))
    assume(Decimal(first) * 2 > Decimal(1).scaleb(-places))
    percent = Decimal(100) * (after - before) / before
    assert percent_change_fits(first, last, rounded(percent, finer, rounding)).fits


@given(printed(), st.sampled_from(("sd", "spread")))
def test_an_honest_sample_passes_on_its_record(
    sample: tuple[list[int], str, str], field: str
) -> None:
    answers, mean, sd = sample
    assume(Decimal(sd) > 0)
    result = {"n": str(len(answers)), "after": {"mean": mean, field: sd}, "scale": SCALE}
    checks = list(checks_of(study({"calm": {**WITHIN, **result}})))
    assert all(check.fit.fits for check in checks if check.code != "A407")
    assert {check.code for check in checks} >= {"A401", "A402"}


@given(st.integers(2, 30), st.integers(0, 400), st.integers(0, 300), decimals)
def test_what_a_scale_allows_grimmer_allows(n: int, mean: int, sd: int, places: int) -> None:
    texts = (f"{mean / 100:.{places}f}", f"{sd / 100:.{places}f}")
    if sprite(*texts, n, scale=(0, 4), thorough=False).fits:
        assert grimmer(*texts, n).fits


@given(st.integers(2, 60), st.integers(0, 100), st.integers(0, 60))
def test_debit_is_sprite_on_two_answers(n: int, mean: int, sd: int) -> None:
    texts = (f"{mean / 100:.2f}", f"{sd / 100:.2f}")
    assert debit(*texts, n).fits == sprite(*texts, n, scale=(0, 1), thorough=False).fits


@settings(max_examples=30)
@given(st.integers(2, 6), st.integers(1, 6))
def test_the_search_finds_what_trying_all_finds(n: int, highest: int) -> None:
    there = {
        (sum(numbers), sum(x * x for x in numbers))
        for numbers in combinations_with_replacement(range(highest + 1), n)
    }
    for total in range(n * highest + 1):
        for squares in range(n * highest * highest + 1):
            found = search(n, total, squares, highest, Steps(10**6))
            assert (found is not None) == ((total, squares) in there)
            if found is not None:
                assert sum(k for _, k in found) == n
                assert sum(x * k for x, k in found) == total


@given(printed(), st.integers(-3, 20))
def test_adding_to_every_answer_moves_the_mean_alone(
    sample: tuple[list[int], str, str], shift: int
) -> None:
    answers, mean, sd = sample
    moved = f"{Decimal(mean) + shift:f}"
    assert grimmer(moved, sd, len(answers)).fits == grimmer(mean, sd, len(answers)).fits


@given(
    st.sampled_from(("t", "r", "z", "F", "chi2", "Q")),
    st.floats(0.01, 0.99),
    st.floats(0, 0.3),
    st.integers(1, 200),
    st.integers(1, 6),
)
def test_p_falls_as_the_statistic_grows(
    statistic: Statistic, value: float, more: float, df: int, first: int
) -> None:
    assume(value + more < 1)
    dfs: tuple[float, ...] = {"z": (), "F": (first, df)}.get(statistic, (df,))
    assert p_of(statistic, value + more, dfs) <= p_of(statistic, value, dfs) * (1 + 1e-9)
    wide = p_range(statistic, (value, value + more), tuple((d, d) for d in dfs))
    assert wide.least <= p_of(statistic, value + more / 2, dfs) * (1 + 1e-9)
    assert p_of(statistic, value + more / 2, dfs) <= wide.most * (1 + 1e-9)


@given(st.floats(0.01, 6), st.integers(1, 100))
def test_the_sign_of_t_and_its_square_as_f_give_one_p(t: float, df: int) -> None:
    once = p_of("t", t, (df,))
    assert abs(p_of("t", -t, (df,)) - once) < 1e-12
    assert abs(p_of("F", t * t, (1, df)) - once) < 1e-9


@given(st.integers(1, 40), st.integers(1, 40), st.data())
def test_counts_are_compared_either_way_round(n: int, m: int, data: st.DataObject) -> None:
    a, b = data.draw(st.integers(0, n)), data.draw(st.integers(0, m))
    one = dict(usual_tests(TwoCounts(events1=a, total1=n, events2=b, total2=m)))
    other = dict(usual_tests(TwoCounts(events1=b, total1=m, events2=a, total2=n)))
    without = dict(usual_tests(TwoCounts(events1=n - a, total1=n, events2=m - b, total2=m)))
    for name, p in one.items():
        assert abs(p - other[name]) < 1e-9
        assert abs(p - without[name]) < 1e-9
        assert 0 <= p <= 1 + 1e-9
        assert counts_p(
            TwoCounts(events1=a, total1=n, events2=b, total2=m), f"{min(p, 1):.4f}"
        ).fits


@given(st.integers(1, 500), st.data(), decimals, roundings)
def test_an_honest_share_fits_its_count(
    n: int, data: st.DataObject, places: int, rounding: str
) -> None:
    events = data.draw(st.integers(0, n))
    assert share_fits(events, n, rounded(Decimal(100 * events) / n, places, rounding)).fits


@given(
    st.tuples(st.integers(-9999, 9999), st.integers(-9999, 9999)),
    st.tuples(decimals, decimals, decimals),
    roundings,
)
def test_an_honest_change_fits(
    means: tuple[int, int], places: tuple[int, int, int], rounding: str
) -> None:
    first, last = (Decimal(mean) / 1000 for mean in means)
    exact = (first, last, last - first)
    assert change_fits(
        *(rounded(value, place, rounding) for value, place in zip(exact, places, strict=True))
    ).fits


@given(
    st.lists(st.tuples(st.integers(-999, 999), st.integers(1, 99)), min_size=2, max_size=6),
    decimals,
    roundings,
)
def test_a_weighted_mean_lies_between_its_parts(
    parts: list[tuple[int, int]], places: int, rounding: str
) -> None:
    weights = sum(weight for _, weight in parts)
    pooled = Fraction(sum(value * weight for value, weight in parts), 100 * weights)
    exact = Decimal(pooled.numerator) / pooled.denominator
    texts = [rounded(Decimal(value) / 100, places, rounding) for value, _ in parts]
    assert pool_fits(rounded(exact, places, rounding), texts).fits


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for one in statistics_in(text):
        assert text[one.start : one.end] == one.text
        one.check()


@given(st.integers(1, 200), st.integers(0, 600), st.integers(0, 1000))
def test_a_decision_is_a_misfit(df: int, t: int, p: int) -> None:
    found = statcheck("t", f"{t / 100:.2f}", f"{p / 1000:.3f}", dfs=(str(df),))
    assert not (found.decision and found.fits)
    assert PRange(found.p_least, found.p_most) == (found.p_least, found.p_most)
    assert found.p_least <= found.p_most


@given(
    st.floats(-50, 50),
    st.floats(0.05, 20),
    st.sampled_from((None, 5, 9, 30, 200)),
    st.tuples(decimals, st.integers(2, 4)),
    st.booleans(),
)
def test_an_honest_interval_fits_its_estimate_and_its_p(
    estimate: float, se: float, df: int | None, places: tuple[int, int], ratio: bool
) -> None:
    if ratio:  # the logarithm, of ratios that papers print
        estimate, se = estimate / 25, se / 20
    half = se * (normal_quantile(0.95) if df is None else t_quantile(0.95, df))
    p = normal_p(estimate / se) if df is None else t_p(estimate / se, df)
    values = (estimate, estimate - half, estimate + half)
    middle, low, high = (
        rounded(Decimal(math.exp(value) if ratio else value), places[0], ROUND_HALF_UP)
        for value in values
    )
    assume(not ratio or float(low) > 0)
    assert centred(middle, low, high, ratio=ratio).fits
    printed_p = rounded(Decimal(p), places[1], ROUND_HALF_UP)
    assert interval_p(middle, low, high, printed_p, ratio=ratio).fits


@given(
    st.tuples(st.floats(-20, 20), st.floats(-20, 20)),
    st.tuples(st.floats(0.5, 9), st.floats(0.5, 9)),
    st.tuples(st.integers(2, 60), st.integers(2, 60)),
    st.tuples(st.integers(0, 2), st.integers(2, 4)),
    st.booleans(),
)
def test_an_honest_t_test_fits_its_means(
    means: tuple[float, float],
    sds: tuple[float, float],
    ns: tuple[int, int],
    places: tuple[int, int],
    welch: bool,
) -> None:
    v, w = sds[0] ** 2 / ns[0], sds[1] ** 2 / ns[1]
    df: float = sum(ns) - 2
    error = sum((n - 1) * sd**2 for n, sd in zip(ns, sds, strict=True)) / df
    error *= 1 / ns[0] + 1 / ns[1]
    if welch:
        error, df = v + w, (v + w) ** 2 / (v**2 / (ns[0] - 1) + w**2 / (ns[1] - 1))
    p = t_p((means[0] - means[1]) / math.sqrt(error), df)
    one, other = (
        group_mean(
            rounded(Decimal(mean), places[0], ROUND_HALF_UP),
            rounded(Decimal(sd), places[0], ROUND_HALF_UP),
            n,
        )
        for mean, sd, n in zip(means, sds, ns, strict=True)
    )
    assert groups_p(one, other, rounded(Decimal(p), places[1], ROUND_HALF_UP)).fits


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=3, max_size=25),
    st.tuples(st.integers(1, 3), st.integers(2, 4)),
)
def test_an_honest_paired_test_fits_its_means(
    pairs: list[tuple[int, int]], places: tuple[int, int]
) -> None:
    columns = list(zip(*pairs, strict=True))
    changes = [after - before for before, after in pairs]
    spreads = [stdev(column) for column in columns]
    texts = [rounded(Decimal(spread), places[0], ROUND_HALF_UP) for spread in spreads]
    assume(all(float(text) > 0 for text in texts) and stdev(changes) > 0)
    n = len(pairs)
    p = t_p(mean_of(changes) / (stdev(changes) / math.sqrt(n)), n - 1)
    before, after = (
        group_mean(rounded(Decimal(mean_of(column)), places[0], ROUND_HALF_UP), text, n)
        for column, text in zip(columns, texts, strict=True)
    )
    assert change_p(before, after, rounded(Decimal(p), places[1], ROUND_HALF_UP)).fits
