"""Modified school calendars and achievement: Konstantopoulos 2011, doi:10.1002/jrsm.35.

The data are those of metadat's ``dat.konstantopoulos2011``. The paper was not at hand: results are
those of its tables 4 and 5 as metafor's own test of the paper holds them, three digits and more.
"""

from __future__ import annotations

import numpy as np
import pytest

from reviewkit.synthesis import Multilevel, RandomEffect, multilevel, nested, pool

# fmt: off
EFFECTS = (-0.18, -0.22, 0.23, -0.3, 0.13, -0.26, 0.19, 0.32, 0.45, 0.38, 0.29, 0.16, 0.65,
    0.36, 0.6, 0.08, 0.04, 0.19, -0.06, -0.18, 0, 0, -0.28, -0.04, -0.3, 0.07, 0, 0.05, -0.08,
    -0.09, 0.3, 0.98, 1.19, -0.07, -0.05, -0.01, 0.02, -0.03, 0, 0.01, -0.1, 0.5, 0.66, 0.2, 0,
    0.05, 0.07, -0.52, 0.7, -0.03, 0.27, -0.34, 0.12, 0.61, 0.04, -0.05)
VARIANCES = (0.118, 0.118, 0.144, 0.144, 0.014, 0.014, 0.015, 0.024, 0.023, 0.043, 0.012, 0.02,
    0.004, 0.004, 0.007, 0.019, 0.007, 0.005, 0.004, 0.02, 0.018, 0.019, 0.022, 0.02, 0.021,
    0.006, 0.007, 0.007, 0.007, 0.007, 0.015, 0.011, 0.01, 0.001, 0.001, 0.001, 0.001, 0.001,
    0.001, 0.001, 0.001, 0.01, 0.011, 0.01, 0.009, 0.013, 0.013, 0.031, 0.031, 0.03, 0.03, 0.03,
    0.087, 0.082, 0.067, 0.067)
DISTRICTS = (11, 11, 11, 11, 12, 12, 12, 12, 18, 18, 18, 27, 27, 27, 27, 56, 56, 56, 56, 58, 58,
    58, 58, 58, 58, 58, 58, 58, 58, 58, 71, 71, 71, 86, 86, 86, 86, 86, 86, 86, 86, 91, 91, 91,
    91, 91, 91, 108, 108, 108, 108, 108, 644, 644, 644, 644)
SCHOOLS = (1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    10, 11, 1, 2, 3, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 1, 2, 3, 4)
YEARS = (1976, 1976, 1976, 1976, 1989, 1989, 1989, 1989, 1994, 1994, 1994, 1976, 1976, 1976,
    1976, 1997, 1997, 1997, 1997, 1976, 1976, 1976, 1976, 1976, 1976, 1976, 1976, 1976, 1976,
    1976, 1997, 1997, 1997, 1997, 1997, 1997, 1997, 1997, 1997, 1997, 1997, 2000, 2000, 2000,
    2000, 2000, 2000, 2000, 2000, 2000, 2000, 2000, 1995, 1995, 1994, 1994)
# fmt: on

DIGIT = 5e-5
"""Half a unit in the fourth decimal."""


def three_levels(**options: object) -> Multilevel:
    random = nested([DISTRICTS, SCHOOLS])
    return multilevel(EFFECTS, VARIANCES, random, method="ML", **options)  # type: ignore[arg-type]


def variances(fitted: Multilevel) -> list[float]:
    return [component.variances[0] for component in fitted.components]


def test_two_levels_table_4() -> None:
    several = multilevel(EFFECTS, VARIANCES, [RandomEffect(groups=range(len(EFFECTS)))])
    assert several["intercept"].estimate == pytest.approx(0.1279, abs=DIGIT)
    assert several["intercept"].se == pytest.approx(0.0439, abs=DIGIT)
    assert variances(several) == pytest.approx([0.0884], abs=DIGIT)
    assert pool(EFFECTS, VARIANCES, test="z").estimate == pytest.approx(0.1279, abs=DIGIT)


def test_three_levels_table_5() -> None:
    fitted = three_levels()
    assert fitted["intercept"].estimate == pytest.approx(0.1845, abs=DIGIT)
    assert fitted["intercept"].se == pytest.approx(0.0805, abs=DIGIT)
    assert variances(fitted) == pytest.approx([0.0577, 0.0329], abs=DIGIT)


def test_three_levels_with_year_table_5() -> None:
    years = np.array(YEARS) - np.mean(YEARS)
    x = np.column_stack([np.ones(len(YEARS)), years])
    fitted = three_levels(x=x, names=["intercept", "year"])
    # The paper prints 0.183 for the intercept, which the data do not give.
    estimates = [fitted[name].estimate for name in ("intercept", "year")]
    assert estimates == pytest.approx([0.1780, 0.0051], abs=DIGIT)
    errors = [fitted[name].se for name in ("intercept", "year")]
    assert errors == pytest.approx([0.0805, 0.0085], abs=DIGIT)
    assert variances(fitted) == pytest.approx([0.0565, 0.0329], abs=DIGIT)
