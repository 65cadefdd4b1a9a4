"""Two groups: cases by hand, written as arithmetic."""

from __future__ import annotations

from math import pi, sqrt

import pytest

from reviewkit.effects import md, smd
from reviewkit.errors import NotEstimable

GROUPS = {"n1": 4, "mean1": 10.0, "sd1": 2.0, "n2": 6, "mean2": 7.0, "sd2": 3.0}


def test_md_by_hand() -> None:
    effect = md(n1=4, mean1=10.0, sd1=2.0, n2=6, mean2=7.0, sd2=3.0)
    v1, v2 = 4 / 4, 9 / 6
    assert effect.measure == "MD"
    assert effect.estimate == 3.0
    assert effect.variance == pytest.approx(v1 + v2, rel=1e-12)
    assert effect.df == pytest.approx((v1 + v2) ** 2 / (v1**2 / 3 + v2**2 / 5), rel=1e-12)
    assert effect.n == 10
    assert effect.assumptions == ()


def test_md_of_equal_groups_is_the_pooled_t_test() -> None:
    # With equal n and SD Welch's df are n1 + n2 - 2; t(8, .975) = 2.306 as printed in tables.
    effect = md(n1=5, mean1=1.0, sd1=1.0, n2=5, mean2=0.0, sd2=1.0)
    assert effect.df == pytest.approx(8, rel=1e-12)
    assert effect.ci is not None
    assert effect.ci.width / 2 == pytest.approx(2.306 * sqrt(2 / 5), abs=0.0005)


def test_welch_df_survive_tiny_units() -> None:
    effect = md(n1=5, mean1=1e-90, sd1=1e-90, n2=5, mean2=0.0, sd2=1e-90)
    assert effect.df == pytest.approx(8, rel=1e-12)


def test_smd_by_hand() -> None:
    effect = smd(n1=4, mean1=10.0, sd1=2.0, n2=6, mean2=7.0, sd2=3.0)
    j_8 = 6 / (2 * 15 / 8 * sqrt(pi))
    d = j_8 * 3 / sqrt((3 * 4 + 5 * 9) / 8)
    assert effect.measure == "SMD"
    assert effect.estimate == pytest.approx(d, rel=1e-12)
    assert effect.variance == pytest.approx(1 / 4 + 1 / 6 + d**2 / 20, rel=1e-12)
    assert effect.df is None


def test_one_group_without_spread_is_no_obstacle() -> None:
    assert md(n1=4, mean1=1, sd1=0, n2=4, mean2=0, sd2=2).se == 1.0


@pytest.mark.parametrize("kernel", [md, smd])
def test_not_estimable(kernel: object) -> None:
    assert callable(kernel)
    with pytest.raises(NotEstimable, match="both SDs are 0"):
        kernel(n1=4, mean1=1, sd1=0, n2=4, mean2=0, sd2=0)
    with pytest.raises(NotEstimable, match="one person has no standard deviation"):
        kernel(n1=1, mean1=1, sd1=1, n2=4, mean2=0, sd2=1)


def test_provenance() -> None:
    effect = smd(n1=4, mean1=10.0, sd1=2.0, n2=6, mean2=7.0, sd2=3.0)
    assert dict(effect.inputs) == GROUPS
    assert "J·(mean1 - mean2)/SD_pooled" in effect.formula
