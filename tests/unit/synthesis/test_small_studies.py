"""Rank test, regression tests, trim and fill, PET-PEESE: cases by hand, written as arithmetic."""

from __future__ import annotations

import json
from math import erfc, sqrt
from typing import Any

import numpy as np
import pytest

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import begg, egger, pet_peese, pool, trim_and_fill
from reviewkit.synthesis.egger import Predictor
from reviewkit.synthesis.rank_test import _exact_p, _variance
from reviewkit.synthesis.small_studies import FEW_STUDIES

Y, V = [0.1, 0.3, 0.4, 0.9], [0.01, 0.02, 0.05, 0.2]


class TestRanks:
    def test_all_in_one_order(self) -> None:
        # 1 of 24 orders goes all one way, so the two-sided p is 2/24.
        result = begg(Y, V)
        assert result.kendall_tau == 1
        assert result.p == pytest.approx(2 / 24, rel=1e-12)
        assert (result.method, result.notes) == ("exact", (FEW_STUDIES,))

    def test_two_studies_prove_nothing(self) -> None:
        assert begg([0.0, 1.0], [1.0, 2.0]).p == 1

    @pytest.mark.parametrize(("score", "p"), [(6, 2 / 24), (4, 8 / 24), (0, 1), (-6, 2 / 24)])
    def test_exact_p_of_four(self, score: float, p: float) -> None:
        # Orders of four by their pairs out of order: 1, 3, 5, 6, 5, 3, 1.
        assert _exact_p(score, 4) == pytest.approx(p, rel=1e-12)

    def test_normal_approximation(self) -> None:
        result = begg(Y, V, exact=False)
        # S = 6 with the variance 4·3·13/18, no continuity correction.
        assert result.p == pytest.approx(erfc(6 / sqrt(4 * 3 * 13 / 18) / sqrt(2)), rel=1e-12)

    def test_variance_with_ties(self) -> None:
        # Groups of two and three among five: (5·4·15 - 2·1·9 - 3·2·11)/18.
        plain = _variance(5, np.array([2.0, 3.0]), np.empty(0))
        assert plain == pytest.approx((300 - 18 - 66) / 18, rel=1e-12)
        both = _variance(5, np.array([3.0]), np.array([3.0]))
        assert both == pytest.approx((300 - 66 - 66) / 18 + 6 * 6 / 40 + 6 * 6 / 540, rel=1e-12)

    def test_equal_studies_are_ties(self) -> None:
        result = begg([0.1, 0.1, 0.5, 0.9], [0.1, 0.1, 0.3, 0.2])
        assert result.method == "normal"

    def test_a_study_that_dwarfs_all(self) -> None:
        assert -1 <= begg([0.1, 0.2, 0.4], [1e-20, 0.1, 0.2]).kendall_tau <= 1

    def test_nothing_to_rank(self) -> None:
        with pytest.raises(NotEstimable, match="one study has no rank"):
            begg([0.1], [0.1])
        with pytest.raises(NotEstimable, match="all effects or all variances"):
            begg([0.1, 0.2], [0.1, 0.1])


class TestRegression:
    def test_classical_egger(self) -> None:
        # Regressing y/se on 1/se by plain least squares: the intercept is the slope here.
        se = np.sqrt(V)
        design = np.column_stack([1 / se, np.ones(4)])
        b, squares, *_ = np.linalg.lstsq(design, np.array(Y) / se, rcond=None)
        covariance = squares[0] / 2 * np.linalg.inv(design.T @ design)
        result = egger(Y, V)
        assert result.slope.estimate == pytest.approx(b[1], rel=1e-12)
        assert result.slope.se == pytest.approx(sqrt(covariance[1, 1]), rel=1e-12)
        assert result.limit is not None
        assert result.limit.estimate == pytest.approx(b[0], rel=1e-10)
        assert (result.df, result.k, result.tau2) == (2, 4, 0.0)

    def test_mixed_leaves_heterogeneity(self) -> None:
        result = egger([0.1, 1.3, 0.4, 0.9, 2.0], [0.01, 0.02, 0.05, 0.03, 0.2], model="mixed")
        assert result.tau2 > 0
        assert result.df is None
        assert result.slope.ci.method == "normal"

    @pytest.mark.parametrize("predictor", ["n", "sqrt n"])
    def test_predictors_without_a_limit(self, predictor: Predictor) -> None:
        assert egger(Y, V, n=[400, 200, 90, 20], predictor=predictor).limit is None

    @pytest.mark.parametrize("predictor", ["1/n", "1/sqrt n", "variance"])
    def test_predictors_with_a_limit(self, predictor: Predictor) -> None:
        assert egger(Y, V, n=[400, 200, 90, 20], predictor=predictor).limit is not None

    def test_ten_studies_need_no_warning(self) -> None:
        y = [0.1 * i for i in range(10)]
        v = [0.01 * (i + 1) ** 1.5 for i in range(10)]
        assert egger(y, v).notes == ()
        assert "slope" in egger(y, v).summary()

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"predictor": "n"}, "needs n"),
            ({"predictor": "n", "n": [1, 2]}, "above 0 for each of 4"),
            ({"predictor": "1/n", "n": [1, 2, 3, 0]}, "above 0 for each of 4"),
            ({"predictor": "weight", "n": [1, 2, 3, 4]}, "predictor is one of"),
            ({"model": "loess"}, "model is"),
        ],
    )
    def test_impossible_input(self, options: Any, message: str) -> None:
        with pytest.raises(ValueError, match=message):
            egger(Y, V, **options)

    def test_too_few_or_all_alike(self) -> None:
        with pytest.raises(NotEstimable, match="2 studies cannot carry"):
            egger(Y[:2], V[:2])
        with pytest.raises(NotEstimable, match="redundant"):
            egger(Y, [0.1] * 4)


class TestPetPeese:
    def test_pet_where_its_limit_may_be_none(self) -> None:
        result = pet_peese(Y, V)
        assert result.chosen == "PET"
        assert result.estimate == result.pet.limit
        assert any("sensitivity analysis" in note for note in result.notes)

    def test_peese_where_pet_finds_an_effect(self) -> None:
        y, v = [1.0, 1.02, 0.97, 1.05, 1.1], [0.01, 0.02, 0.03, 0.05, 0.1]
        result = pet_peese(y, v)
        assert result.chosen == "PEESE"
        assert result.estimate == result.peese.limit
        assert pet_peese(y, v, alpha=1e-9).chosen == "PET"

    def test_no_more_than_one_alpha(self) -> None:
        with pytest.raises(ValueError, match="between 0 and 1"):
            pet_peese(Y, V, alpha=1.0)


class TestTrimAndFill:
    Y, V = (0.1, 0.2, 0.3, 0.7, 1.1), (0.01, 0.02, 0.02, 0.1, 0.2)

    def test_by_hand(self) -> None:
        # Centre 47.5/215 = 0.2209; distances -0.121 -0.021 0.079 0.479 0.879 have ranks 3 1 2 4 5:
        # T = 2 + 4 + 5 = 11, L0 = (44 - 30)/9 = 1.6, so 2. Without the two: centre 35/200 = 0.175;
        # -0.075 0.025 0.125 0.525 0.925, ranks 2 1 3 4 5: T = 13, L0 = 22/9 = 2.4, again 2.
        result = trim_and_fill(self.Y, self.V, method="CE", side="left")
        assert result.missing == 2
        assert result.filled_y == pytest.approx((2 * 0.175 - 0.7, 2 * 0.175 - 1.1), rel=1e-12)
        assert result.filled_v == (0.1, 0.2)
        again = pool([*self.Y, *result.filled_y], [*self.V, 0.1, 0.2], method="CE")
        assert result.filled == again
        assert result.observed == pool(self.Y, self.V, method="CE")
        assert result.missing_p is None

    def test_r0_counts_the_run_at_the_end(self) -> None:
        # After the first step the highest rank below the centre is 3: 5 - 3 - 1 = 1; then the
        # centre of four is 42/210 = 0.2, distances -0.1 0 0.1 0.5 0.9, again 1 below rank 4.
        result = trim_and_fill(self.Y, self.V, method="CE", side="left", estimator="R0")
        assert result.missing_p == 0.5 ** (result.missing + 1)
        assert result.missing_se == pytest.approx(sqrt(2 * result.missing + 2), rel=1e-12)

    def test_right_mirrors_left(self) -> None:
        left = trim_and_fill(self.Y, self.V, side="left")
        right = trim_and_fill([-y for y in self.Y], self.V, side="right")
        assert right.filled_y == pytest.approx([-y for y in left.filled_y], rel=1e-12)
        assert right.filled.estimate == pytest.approx(-left.filled.estimate, rel=1e-12)

    def test_the_side_is_that_of_the_large_effects_of_small_studies(self) -> None:
        assert trim_and_fill(self.Y, self.V).side == "left"
        assert trim_and_fill([-y for y in self.Y], self.V).side == "right"

    def test_a_symmetric_funnel_is_left_alone(self) -> None:
        result = trim_and_fill([0.0, 0.5, 1.0], [0.2, 0.1, 0.2], side="left")
        assert result.missing == 0
        assert result.filled == result.observed
        assert result.filled_y == ()

    def test_what_cannot_be_had(self) -> None:
        with pytest.raises(NotEstimable, match="one study has no funnel"):
            trim_and_fill([0.1], [0.1])
        with pytest.raises(NotEstimable, match="redundant"):
            trim_and_fill([0.1, 0.2, 0.5], [0.1, 0.1, 0.1])
        with pytest.raises(NotEstimable, match="Q0 is undefined"):
            trim_and_fill([0.0, 0.9, 1.0, 1.1], [1e-6, 1, 1, 1], side="left", estimator="Q0")
        with pytest.raises(ValueError, match="estimator is"):
            trim_and_fill(self.Y, self.V, side="left", estimator="S0")  # type: ignore[arg-type]

    def test_no_standard_error_where_its_variance_is_below_0(self) -> None:
        result = trim_and_fill(
            [0.0, 0.1, 0.2, 0.3, 5.0], [1, 1, 1, 1, 0.01], side="left", method="CE"
        )
        # T = 1, so L0 = (4 - 30)/9 before it is cut at 0.
        assert result.missing == 0
        assert result.missing_se is None


@pytest.mark.parametrize(
    "found",
    [begg(Y, V), egger(Y, V), pet_peese(Y, V), trim_and_fill(Y, V, side="left")],
    ids=lambda found: type(found).__name__,
)
def test_to_dict_is_json(found: Any) -> None:
    assert json.loads(json.dumps(found.to_dict())) == found.to_dict()
