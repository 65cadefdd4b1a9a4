"""Vote counting by direction: the sign test by counting, and what it cannot do."""

from __future__ import annotations

import json

import pytest

from reviewkit.effects import clopper_pearson, wilson
from reviewkit.errors import NotEstimable
from reviewkit.synthesis import DirectionCount, count_directions
from reviewkit.synthesis.direction import least_studies, sign_test


@pytest.mark.parametrize(
    ("positive", "negative", "p"),
    [
        (1, 0, 1.0),
        (5, 0, 2 / 2**5),
        (6, 0, 2 / 2**6),
        (0, 6, 2 / 2**6),
        (5, 1, 2 * (1 + 6) / 2**6),
        (3, 3, 1.0),
        (9, 1, 2 * (1 + 10) / 2**10),
    ],
)
def test_sign_test_by_counting(positive: int, negative: int, p: float) -> None:
    assert sign_test(positive, negative) == pytest.approx(p, rel=1e-12)


def test_sign_test_of_thousands() -> None:
    assert 0 < sign_test(1100, 900) < 1e-5


def test_five_studies_cannot_reach_five_percent_and_six_can() -> None:
    assert not count_directions(5, 0).can_reach_alpha
    assert count_directions(6, 0).can_reach_alpha
    assert least_studies(0.05) == 6
    assert count_directions(5, 0, alpha=0.1).can_reach_alpha


def test_share_and_interval() -> None:
    result = count_directions(7, 2, unclear=3)
    assert (result.share, result.k) == (7 / 9, 9)
    assert result.ci == wilson(7, 9)
    exact = count_directions(7, 2, interval="clopper-pearson", level=0.9)
    assert exact.ci == clopper_pearson(7, 9, level=0.9)


def test_unclear_studies_change_nothing_but_are_shown() -> None:
    with_unclear, without = count_directions(7, 2, unclear=3), count_directions(7, 2)
    assert with_unclear.p == without.p
    assert "3 studies without a clear direction not counted." in with_unclear.summary()
    assert "without a clear direction" not in without.summary()


def test_summary_says_what_the_sign_test_cannot_do() -> None:
    assert "cannot reach 0.05 even if all agree: it needs 6." in count_directions(4, 1).summary()
    assert "cannot" not in count_directions(5, 1).summary()


def test_no_direction_at_all() -> None:
    with pytest.raises(NotEstimable, match="no study has a direction"):
        count_directions(0, 0, unclear=4)


def test_negative_counts() -> None:
    with pytest.raises(ValueError, match="cannot be negative: 3, -1, 0"):
        count_directions(3, -1)


def test_to_dict_is_json_and_whole() -> None:
    result = count_directions(7, 2)
    assert json.loads(json.dumps(result.to_dict())) == result.to_dict()
    assert set(result.to_dict()) == set(DirectionCount.__slots__)
