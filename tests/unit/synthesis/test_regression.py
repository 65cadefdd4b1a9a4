"""Meta-regression by hand: coefficients, omnibus test, R², contrasts, subgroups, designs."""

from __future__ import annotations

import json
from fractions import Fraction
from math import erfc, sqrt

import numpy as np
import pytest

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import (
    contrasts,
    joint_test,
    meta_regression,
    omnibus_of,
    pool,
    predict,
    subgroups,
    variance_inflation,
)
from reviewkit.synthesis.moderators import cells, continuous, design, factor, interaction

LINE = [[1, 0], [1, 1], [1, 2]]
NAMES = ["intercept", "dose"]


def test_a_line_through_three_equal_variances_by_hand() -> None:
    # Slope (2.2 - 0)/2 = 1.1, intercept mean 1.2 - 1.1 = 0.1 with y = 0, 1.4, 2.2 and v = 1:
    # SE(slope)² = 1/Σ(x - 1)² = 1/2; SE(intercept)² = 1/3 + 1/2
    model = meta_regression([0.0, 1.4, 2.2], [1.0] * 3, LINE, names=NAMES, method="CE", test="z")
    assert model["dose"].estimate == pytest.approx(1.1, rel=1e-12)
    assert model["intercept"].estimate == pytest.approx(0.1, rel=1e-12)
    assert model["dose"].se == pytest.approx(sqrt(1 / 2), rel=1e-12)
    assert model["intercept"].se == pytest.approx(sqrt(1 / 3 + 1 / 2), rel=1e-12)
    # Residuals -0.1, 0.2, -0.1
    assert model.residual_q.q == pytest.approx(0.01 + 0.04 + 0.01, rel=1e-12)
    # One moderator: the omnibus test is the square of its z
    assert model.moderators.statistic == pytest.approx(1.1**2 * 2, rel=1e-12)
    assert model.moderators.p == pytest.approx(erfc(1.1 * sqrt(2) / sqrt(2)), rel=1e-9)
    # R² of a common effect: 1 - (Qₑ/1)/(Q/2), Q = 1.2² + 0.2² + 1.0² = 2.48
    assert model.r2 == pytest.approx(1 - 0.06 / (2.48 / 2), rel=1e-12)


def test_hartung_knapp_factor_is_the_residual_variance() -> None:
    y, v = [0.0, 1.4, 2.2], [1.0] * 3
    plain = meta_regression(y, v, LINE, method="CE", test="z")
    scaled = meta_regression(y, v, LINE, method="CE", test="hksj")
    assert scaled.hk_factor == pytest.approx(0.06, rel=1e-12)
    ratio = scaled.coefficients[1].se / plain.coefficients[1].se
    assert ratio == pytest.approx(sqrt(0.06), rel=1e-12)
    assert (scaled.df, scaled.moderators.df_residual) == (1, 1)


def test_prediction_and_contrast_of_the_same_row_agree() -> None:
    model = meta_regression([0.0, 1.4, 2.2, 2.0], [0.1] * 4, [*LINE, [1, 3]], names=NAMES)
    row = predict(model, [[1, 1.5]])[0]
    contrast = contrasts(model, [[1, 1.5]])[0]
    assert (row.estimate, row.se) == (contrast.estimate, contrast.se)
    assert row.prediction.width >= row.ci.width


def test_joint_test_of_all_coefficients_is_that_of_their_names() -> None:
    model = meta_regression([0.0, 1.4, 2.2, 2.0], [0.1] * 4, [*LINE, [1, 3]], names=NAMES)
    assert joint_test(model, np.eye(2)) == omnibus_of(model, NAMES)
    with pytest.raises(NotEstimable, match="follows from the others"):
        joint_test(model, [[1, 0], [2, 0]])


def test_contrasts_of_years_keep_their_digits() -> None:
    # Contrasts of columns far from 0 nearly cancel. In exact arithmetic the test of both
    # coefficients is b'X'Wxb = Σ w·fitted², whatever two contrasts state it.
    years = [1984, 1991, 1995, 2001, 2003, 2010]
    y, v = [0.8, 0.5, 0.55, 0.2, 0.3, -0.1], [0.02, 0.05, 0.01, 0.04, 0.03, 0.02]
    model = meta_regression(y, v, [[1, year] for year in years], method="CE", test="z")
    w = [1 / Fraction(each) for each in v]
    moments = [sum(a * year**i for a, year in zip(w, years, strict=True)) for i in range(3)]
    along = [
        sum(a * year**i * Fraction(b) for a, year, b in zip(w, years, y, strict=True))
        for i in range(2)
    ]
    determinant = moments[0] * moments[2] - moments[1] ** 2
    b = (
        (moments[2] * along[0] - moments[1] * along[1]) / determinant,
        (moments[0] * along[1] - moments[1] * along[0]) / determinant,
    )
    exact = sum(a * (b[0] + b[1] * year) ** 2 for a, year in zip(w, years, strict=True))
    found = joint_test(model, np.array([[1, -0.5], [1, 0]])).statistic
    assert found == pytest.approx(float(exact), rel=1e-8)
    (at_2000,) = predict(model, [[1, 2000]])
    variance = (moments[2] - 2 * 2000 * moments[1] + 2000**2 * moments[0]) / determinant
    assert at_2000.se == pytest.approx(float(variance) ** 0.5, rel=1e-9)


def test_r2_of_a_common_effect_is_of_the_weights_given() -> None:
    # Equal weights: the adjusted R² of the plain line, whatever the variances.
    y, x = [0.0, 1.4, 2.2, 2.0], [*LINE, [1, 3]]
    model = meta_regression(y, [0.1, 0.5, 0.2, 0.9], x, method="CE", test="z", weights="equal")
    # Slope Σ(x - 1.5)y/5 = 0.68, mean 1.4; residuals -0.38, 0.34, 0.46, -0.42; total 2.92
    rest = 0.38**2 + 0.34**2 + 0.46**2 + 0.42**2
    total = 1.4**2 + 0.0**2 + 0.8**2 + 0.6**2
    assert model.r2 == pytest.approx(1 - rest / 2 / (total / 3), rel=1e-12)


def test_columns_too_nearly_redundant_for_contrasts() -> None:
    x = [[1, year, year**2, year**3] for year in range(2000, 2010)]
    model = meta_regression([0.1 * (i % 4) for i in range(10)], [0.1] * 10, x)
    with pytest.raises(NotEstimable, match="distances from their means"):
        predict(model, x)


def test_the_omnibus_test_of_nearly_the_same_column_twice() -> None:
    # The columns i and i + 1e-8·(i mod 3) span what i and i mod 3 do.
    y, v = [0.1 * (i % 4) for i in range(10)], [0.1] * 10
    close = meta_regression(y, v, [[1, i, i + 1e-8 * (i % 3)] for i in range(10)])
    apart = meta_regression(y, v, [[1, i, i % 3] for i in range(10)])
    expected = pytest.approx(apart.moderators.statistic, rel=1e-5)
    assert close.moderators.statistic == expected


def test_tested_coefficients_can_be_named() -> None:
    y, v = [0.0, 1.4, 2.2, 2.0], [0.1] * 4
    model = meta_regression(y, v, [*LINE, [1, 3]], names=NAMES, tested=["intercept"], test="z")
    assert model.tested == ("intercept",)
    assert model.moderators.statistic == pytest.approx(model["intercept"].statistic ** 2)
    with pytest.raises(ValueError, match="names among"):
        meta_regression(y, v, [*LINE, [1, 3]], names=NAMES, tested=["age"])


@pytest.mark.parametrize(
    ("x", "message"),
    [
        ([[1, 2, 2], [1, 3, 3], [1, 4, 4], [1, 6, 6]], "redundant.*x3"),
        ([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]], "cannot carry 4"),
    ],
)
def test_columns_that_the_studies_cannot_carry(x: list[list[float]], message: str) -> None:
    with pytest.raises(NotEstimable, match=message):
        meta_regression([0.1, 0.2, 0.3, 0.5], [0.1] * 4, x)


@pytest.mark.parametrize(
    ("x", "names", "message"),
    [
        ([[1, 0], [1, 1]], None, "a row for each of 3 studies"),
        (LINE, ["a"], "as many names"),
        (LINE, ["a", "a"], "each once"),
        ([[1, 0], [1, float("nan")], [1, 2]], None, "x must be finite"),
    ],
)
def test_designs_that_do_not_fit(
    x: list[list[float]], names: list[str] | None, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        meta_regression([0.1, 0.2, 0.4], [0.1] * 3, x, names=names)


def test_effects_on_a_line_have_no_bare_hartung_knapp_interval() -> None:
    with pytest.raises(NotEstimable, match="leave no residual"):
        meta_regression([0.1, 0.2, 0.3], [0.1] * 3, LINE, test="hksj")


def test_there_is_no_r2_without_an_intercept_or_without_heterogeneity() -> None:
    y, v = [0.1, 0.5, 0.9, 1.4], [0.01] * 4
    assert meta_regression(y, v, [[1], [2], [3], [4]]).r2 is None
    same = meta_regression([0.1, 0.1, 0.1, 0.1], [1.0] * 4, [*LINE, [1, 3]])
    assert same.r2 is None


def test_moderators_that_are_unrelated_do_not_inflate_each_other() -> None:
    x = [[1, -1, -1], [1, -1, 1], [1, 1, -1], [1, 1, 1]]
    model = meta_regression([0.1, 0.4, 0.2, 0.8], [0.1] * 4, x)
    assert list(variance_inflation(model).values()) == pytest.approx([1, 1])


def test_a_factor_is_compared_with_its_reference() -> None:
    kinds = ["b", "a", "c", "a"]
    assert factor("g", kinds).names == ("g=b", "g=c")
    assert factor("g", kinds, reference="c").values.tolist() == [[0, 1], [1, 0], [0, 0], [1, 0]]
    assert cells("g", kinds).values.sum(1).tolist() == [1] * 4
    with pytest.raises(ValueError, match='not "d"'):
        factor("g", kinds, reference="d")


def test_interaction_is_every_product() -> None:
    found = interaction(continuous("x", [2, 3, 4]), factor("g", ["a", "b", "c"]))
    assert found.names == ("x:g=b", "x:g=c")
    assert found.values.tolist() == [[0, 0], [3, 0], [0, 4]]


def test_design_puts_terms_side_by_side() -> None:
    found = design(continuous("x", [1, 2]), factor("g", ["a", "b"]))
    assert found.names == ("intercept", "x", "g=b")
    assert found.values.tolist() == [[1, 1, 0], [1, 2, 1]]
    with pytest.raises(ValueError, match="occur twice: x"):
        design(continuous("x", [1, 2]), continuous("x", [2, 3]))
    with pytest.raises(ValueError, match="one number of studies"):
        design(continuous("x", [1, 2]), continuous("z", [1, 2, 3]))


def test_a_regression_on_groups_gives_their_difference() -> None:
    groups = ["a", "a", "b", "b"]
    y, v = [0.1, 0.3, 0.9, 1.1], [0.1] * 4
    found = design(factor("group", groups))
    model = meta_regression(y, v, found.values, names=found.names, method="CE", test="z")
    apart = subgroups(y, v, groups, method="CE")
    assert model["group=b"].estimate == pytest.approx(0.8, rel=1e-12)
    assert model.moderators.statistic == pytest.approx(apart.difference.statistic, rel=1e-12)


def test_subgroups_with_a_common_tau2() -> None:
    groups = ["a", "b", "a", "b", "a", "b"]
    y, v = [0.1, 0.9, 0.6, 1.8, 0.2, 1.1], [0.05, 0.04, 0.03, 0.05, 0.06, 0.02]
    found = subgroups(y, v, groups, tau2="common", test="z")
    assert found.model is not None
    for name, each in found.pools.items():
        row = found.model[f"group={name}"]
        assert (each.estimate, each.se) == pytest.approx((row.estimate, row.se), rel=1e-9)
    assert found.difference.df == 1


def test_subgroups_with_tau2_of_their_own() -> None:
    groups = ["a", "b", "a", "b", "a"]
    y, v = [0.1, 0.9, 0.6, 1.8, 0.2], [0.05, 0.04, 0.03, 0.05, 0.06]
    found = subgroups(y, v, groups)
    assert found.pools["a"] == pool([0.1, 0.6, 0.2], [0.05, 0.03, 0.06])
    one, other = found.pools["a"], found.pools["b"]
    z = (one.estimate - other.estimate) ** 2 / (one.se**2 + other.se**2)
    assert found.difference.statistic == pytest.approx(z, rel=1e-12)
    with pytest.raises(NotEstimable, match="one group alone"):
        subgroups(y, v, ["a"] * 5)
    with pytest.raises(ValueError, match="a group for each"):
        subgroups(y, v, ["a", "b"])


def test_a_regression_as_a_table_and_as_json() -> None:
    model = meta_regression([0.0, 1.4, 2.2, 2.0], [0.1] * 4, [*LINE, [1, 3]], names=NAMES)
    frame = model.to_frame()
    assert frame["name"].tolist() == NAMES
    assert frame["ci_upper"].tolist() == [each.ci.upper for each in model.coefficients]
    assert json.loads(json.dumps(model.to_dict()))["tau2"] == model.tau2
    with pytest.raises(KeyError, match='no coefficient is called "age"'):
        model["age"]
