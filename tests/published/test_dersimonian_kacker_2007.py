"""Nine ways to estimate τ²: DerSimonian & Kacker 2007, Contemp Clin Trials 28:105-114.

doi:10.1016/j.cct.2006.04.004. The six trials of the CLASP example, log odds ratios. The article was
not at hand: τ, the mean and its standard error are those of its Tables 3 and 4, pp. 111-112, as
metafor's own test of it holds them. Left out: ML, where τ is 0 here and metafor's test has 0.0023,
an iteration that ended on its way to 0; and SJ from another start, which is not offered.
"""

from __future__ import annotations

from math import sqrt

import pytest

from reviewkit.effects import effect_sizes
from reviewkit.synthesis import Pooled, pool
from reviewkit.synthesis.pooled import Method

TRIALS = {
    "events1": [5, 5, 12, 69, 9, 313],
    "total1": [156, 303, 565, 1570, 103, 4659],
    "events2": [8, 17, 9, 94, 11, 352],
    "total2": [74, 303, 477, 1565, 105, 4650],
}
DIGIT = 0.5e-4

# As here called, τ, mean, standard error; CA is Cochran's ANOVA estimator, here HE.
ONE_STEP: list[tuple[Method, float, float, float]] = [
    ("PM", 0.3681, -0.3811, 0.2060),
    ("HE", 0.4410, -0.4035, 0.2327),
    ("DL", 0.2323, -0.3240, 0.1540),
    ("EB", 0.3681, -0.3811, 0.2060),
    ("REML", 0.1843, -0.2980, 0.1343),
    ("HS", 0.1330, -0.2666, 0.1125),
    ("SJ", 0.4572, -0.4079, 0.2386),
]
TWO_STEP: list[tuple[Method, float, float, float]] = [
    ("HE", 0.3831, -0.3861, 0.2115),
    ("DL", 0.3254, -0.3655, 0.1901),
]


def found(pooled: Pooled) -> list[float]:
    return [sqrt(pooled.tau2 or 0.0), pooled.estimate, pooled.se]


@pytest.mark.parametrize(("method", "tau", "mean", "se"), ONE_STEP)
def test_tables_3_and_4(method: Method, tau: float, mean: float, se: float) -> None:
    sizes = effect_sizes("OR", TRIALS)
    pooled = pool(sizes.y, sizes.v, method=method, test="z")
    assert found(pooled) == pytest.approx([tau, mean, se], abs=DIGIT)


@pytest.mark.parametrize(("first", "tau", "mean", "se"), TWO_STEP)
def test_tables_3_and_4_in_two_steps(first: Method, tau: float, mean: float, se: float) -> None:
    # τ² once more by the method of moments, with the weights of the first estimate.
    sizes = effect_sizes("OR", TRIALS)
    weights = 1 / (sizes.v + (pool(sizes.y, sizes.v, method=first, test="z").tau2 or 0.0))
    second = pool(sizes.y, sizes.v, method="GENQ", weights=weights, test="z")
    pooled = pool(sizes.y, sizes.v, tau2=second.tau2, test="z")
    assert found(pooled) == pytest.approx([tau, mean, se], abs=DIGIT)
