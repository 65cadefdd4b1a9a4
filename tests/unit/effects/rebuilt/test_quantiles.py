"""Mean and SD from a median and what stands beside it; metafor's printed example is the check.

``conv.fivenum`` of metafor (its help page, https://wviechtb.github.io/metafor): 20 people with
minimum 2, quartiles 4 and 10, median 6, maximum 14.
"""

from __future__ import annotations

from typing import Any

import pytest

from reviewkit.effects.rebuilt import mean_sd, skewness
from reviewkit.errors import NotEstimable

QUARTILES = {"q1": 4, "q3": 10}
RANGE = {"minimum": 2, "maximum": 14}


@pytest.mark.parametrize(
    ("given", "mean", "sd", "statistic", "critical"),
    [
        (RANGE, 6.594468, 3.211576, 0.333, 0.416),
        (QUARTILES, 6.719500, 4.787076, 0.333, 0.578),
        ({**RANGE, **QUARTILES}, 6.938841, 3.679435, 0.491, 0.666),
    ],
)
def test_as_metafor_prints_it(
    given: dict[str, Any], mean: float, sd: float, statistic: float, critical: float
) -> None:
    found = mean_sd(n=20, median=6, **given)
    assert float(found.mean) == pytest.approx(mean, abs=5e-7)
    assert float(found.sd) == pytest.approx(sd, abs=5e-7)
    assert round(found.skewness.statistic, 3) == statistic
    assert round(found.skewness.critical, 3) == critical
    assert found.mean.assumptions == ("the outcome is normally distributed",)


def test_symmetric_numbers_have_their_middle_as_mean() -> None:
    found = mean_sd(n=50, median=10, q1=8, q3=12, minimum=4, maximum=16)
    assert float(found.mean) == pytest.approx(10, rel=1e-12)
    assert found.skewness.statistic == 0


def test_skewed_numbers_are_refused_unless_asked_to_go_on() -> None:
    skewed: dict[str, Any] = {"n": 20, "median": 6, "q1": 4, "q3": 14, "minimum": 2, "maximum": 20}
    assert skewness(**skewed).skewed
    with pytest.raises(NotEstimable, match=r"five numbers are skewed \(statistic 0.82, critical"):
        mean_sd(**skewed)
    found = mean_sd(**skewed, even_if_skewed=True)
    assert found.sd.assumptions[-1] == "though the five numbers are skewed"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"q1": 7, "q3": 10}, "does not hold: q1 7, median 6, q3 10"),
        ({"q1": 4}, "beside the median take both quartiles, or both ends of the range"),
    ],
)
def test_impossible_numbers(given: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        mean_sd(n=20, median=6, **given)


def test_numbers_that_say_too_little() -> None:
    with pytest.raises(NotEstimable, match="are equal: no spread follows"):
        mean_sd(n=20, median=6, q1=6, q3=6)
    with pytest.raises(NotEstimable, match="quantiles of 4 people"):
        mean_sd(n=4, median=6, q1=5, q3=7)
