"""P values recomputed from counts, means and intervals: by hand, and what is refused."""

from __future__ import annotations

from math import comb, sqrt
from time import perf_counter

import pytest
from scipy.special import ndtr, stdtr

from reviewkit.audit import (
    TwoCounts,
    arms_fit,
    centred,
    change_p,
    counts_p,
    group_mean,
    groups_p,
    interval_p,
    pool_fits,
    read_both,
    statcheck,
    statistics_in,
)
from reviewkit.audit.counts import usual_tests, wald_tests
from reviewkit.audit.means import GroupMean
from reviewkit.audit.pvalues import p_of, told

TABLE = TwoCounts(events1=3, total1=10, events2=0, total2=10)


def test_fisher_by_hand() -> None:
    """Three events in twenty, all in one half: C(10,3)/C(20,3) on either side."""
    assert dict(usual_tests(TABLE))["Fisher"] == pytest.approx(2 * comb(10, 3) / comb(20, 3))


def test_chi2_by_hand() -> None:
    """χ² = 20·(3·10 - 0·7)²/(10·10·3·17)."""
    square = 20 * 30**2 / (10 * 10 * 3 * 17)
    assert dict(usual_tests(TABLE))["χ²"] == pytest.approx(2 * ndtr(-sqrt(square)))
    corrected = 20 * (30 - 10) ** 2 / (10 * 10 * 3 * 17)
    assert dict(usual_tests(TABLE))["χ² with Yates"] == pytest.approx(2 * ndtr(-sqrt(corrected)))


def test_no_logarithm_of_no_event() -> None:
    assert list(wald_tests(TABLE)) == []


def test_nobody_or_everybody_has_the_event() -> None:
    none = TwoCounts(events1=0, total1=10, events2=0, total2=12)
    assert {round(p, 12) for _, p in usual_tests(none)} == {1.0}
    assert counts_p(none, "1.00").fits


def test_t_by_hand() -> None:
    """Means 22.0 apart, SD² (110.25 + 92.16)/2 of 14 each: t = 22/√(202.41/14) = 5.79."""
    t = 22.0 / sqrt((10.5**2 + 9.6**2) / 14)
    p = 2 * stdtr(26, -t)
    found = groups_p(group_mean("35.7", "10.5", 14), group_mean("13.7", "9.6", 14), f"{p:.7f}")
    assert found.fits


def test_paired_t_at_one_correlation() -> None:
    """With r = .5 and SDs of 2 the SD of the change is 2: t = 1/(2/√16) = 2."""
    p = 2 * stdtr(15, -2.0)
    before, after = group_mean("5.0", "2.0", 16), group_mean("4.0", "2.0", 16)
    assert change_p(before, after, f"{p:.3f}").fits


def test_a_pm_without_a_name_is_read_both_ways() -> None:
    one, other = group_mean("1.08", "0.27", 52), group_mean("2.24", "0.50", 52)
    assert not read_both(groups_p, one, other, "0.05", "sd").fits
    assert read_both(groups_p, one, other, "0.05", "se").fits
    assert read_both(groups_p, one, other, "0.05", "spread").fits
    assert "standard errors" in groups_p(one, other, "0.05").explanations[0]


def test_an_interval_of_a_known_t() -> None:
    """An estimate of exactly its half-width has p = .05, whatever the distribution."""
    for df in (None, 5, 40):
        assert interval_p("2.00", "0.00", "4.00", ".050", df=df).fits


def test_one_level_of_an_interval() -> None:
    assert interval_p("1.00", "0.35", "1.65", ".020", level="90").fits
    assert not interval_p("1.00", "0.35", "1.65", ".020").fits


def test_an_interval_of_no_width_within_rounding() -> None:
    found = interval_p("1", "1", "1", ".03")  # 0.5 at the least, half a width of 0.5 at the most
    assert found.fits
    assert found.implies == "p at most .050"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("t(28) = 2.20, p = .03", 0),
        ("It fell (t(28.4)=−2.20; P = 0.036).", 9),
        ("as F (1, 28) = 4.84, p<.05, was", 3),
        ("with r(84) = -.25, p = .02", 5),
        ("so z = 2.1 (p = .036)", 3),
        ("Q_between(4) = 16.57, p < .05", 0),
        ("t(28) = 1.20, n.s.", 0),
        ("t(28)\u2009=\u20092.20, p\u00a0= .036", 0),
    ],
)
def test_statistics_are_found_where_they_stand(text: str, start: int) -> None:
    (found,) = statistics_in(text)
    assert found.start == start
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "t = 2.20, p = .03",  # no df
        "t(28) = 2.20",  # no p
        "int(28) = 2.20, p = .03",
        "r(84) = 1.25, p = .02",
        "F(2, 57) = -3.12, p < .05",
        "t(0) = 2.20, p = .03",
        "t(28) = 2.20, p = 3.0",
        f"t(28) = {'1' * 30}, p = .03",
        f"t({'1' * 30}) = 2.20, p = .03",
        f"t(28) = 2.20, p = .{'1' * 30}",
        f"t(28) = 2.20{' ' * 30}, p = .03",
    ],
)
def test_what_is_no_such_statistic_is_passed_over(text: str) -> None:
    assert statistics_in(text) == ()


def test_a_long_text_is_read_at_once() -> None:
    text = "t(28) = 2.20" + " " * 50_000 + "and t(28) = 2.20, p = .03. Then it was. " * 500
    began = perf_counter()
    assert len(statistics_in(text)) == 500
    assert perf_counter() - began < 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("One-sided: t(28) = 2.20, p = .018, and t(30) = 2.20, p = .04.", [True, False]),
        ("t(28) = 2.20, p = .04. A one-tailed test: t(30) = 2.20, p = .018.", [False, True]),
        ("t(28) = 2.20, p = .04, t(30) = 2.20, p = .018, 1-tailed.", [False, True]),
        ("t(28) = 2.20, p = .04.\n\nOne-tailed tests are another matter.", [False]),
    ],
)
def test_one_sided_is_said_beside_the_statistic(text: str, said: list[bool]) -> None:
    assert [found.one_sided for found in statistics_in(text)] == said


def test_p_at_the_ends() -> None:
    assert p_of("r", 1.0, (10,)) == 0
    assert p_of("F", float("inf"), (1, 10)) == 0
    assert told(0.00005) == ".000050"


@pytest.mark.parametrize(
    ("run", "message"),
    [
        (lambda: TwoCounts(events1=5, total1=4, events2=0, total2=3), "5 of 4 is no count"),
        (lambda: group_mean("1", "0", 10), "an SD is above 0, not 0"),
        (lambda: group_mean("1", "1", 1), "at least 2, not 1"),
        (
            lambda: change_p(group_mean("1", "1", 9), group_mean("1", "1", 8), ".5"),
            "before and after have one n",
        ),
        (lambda: statcheck("F", "3.1", ".05", dfs=("2",)), "F has 2 degrees of freedom, not 1"),
        (lambda: statcheck("t", "3.1", ".05", dfs=("0",)), "degrees of freedom are above 0"),
        (lambda: statcheck("z", "about 2", ".05"), "'about 2' is not printed exactly"),
        (lambda: centred("1.2", "-0.5", "2.0", ratio=True), "a ratio is above 0"),
        (lambda: interval_p("1.2", "-0.5", "2.0", ".3", ratio=True), "a ratio is above 0"),
        (lambda: interval_p("1.2", "2.0", "0.5", ".3"), "an interval runs upwards, not from 2.0"),
        (lambda: pool_fits("1.2", ["1.0"]), "a pool lies between at least two parts"),
    ],
)
def test_what_cannot_be_tested(run: object, message: str) -> None:
    assert callable(run)
    with pytest.raises(ValueError, match=message):
        run()


def test_a_group_knows_its_standard_error() -> None:
    assert isinstance(group_mean("1", "0.5", 16).of_error(), GroupMean)
    assert float(group_mean("1", "0.5", 16).of_error().sd) == 0.5 * 4


def test_arms_add_up() -> None:
    assert arms_fit((21, 21, 22), 64).fits
    assert arms_fit((43, 41), 86).arithmetic == "43 + 41 = 84"
