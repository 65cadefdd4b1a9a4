"""Two outcomes a trial: Berkey et al. 1998, Stat Med 17:2537-2550.

doi:10.1002/(sici)1097-0258(19981130)17:22<2537::aid-sim953>3.0.co;2-c. Five trials of periodontal
surgery, probing depth (PD) and attachment level (AL) of the same teeth. Data as in metadat's
``dat.berkey1998``; the article was not at hand, and the results are those of its Table II, p. 2545,
as metafor's own test of it holds them.
"""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest

from reviewkit.synthesis import Multilevel, RandomEffect, multilevel

# Trial by trial: year, the effects of PD and AL, their variances and covariance.
TRIALS = [
    (1983, 0.47, -0.32, 0.0075, 0.0077, 0.0030),
    (1982, 0.20, -0.60, 0.0057, 0.0008, 0.0009),
    (1979, 0.40, -0.12, 0.0021, 0.0014, 0.0007),
    (1987, 0.26, -0.31, 0.0029, 0.0015, 0.0009),
    (1988, 0.56, -0.39, 0.0148, 0.0304, 0.0072),
]
FIRST_YEAR = 1983
DIGIT = 0.5e-4


def fitted() -> Multilevel:
    k = 2 * len(TRIALS)
    v = np.zeros((k, k))
    y, x, trials, outcomes = [], [], [], []
    for i, (year, pd, al, v_pd, v_al, shared) in enumerate(TRIALS):
        v[2 * i : 2 * i + 2, 2 * i : 2 * i + 2] = [[v_pd, shared], [shared, v_al]]
        y += [pd, al]
        since = year - FIRST_YEAR
        x += [[0, 1, 0, since], [1, 0, since, 0]]
        trials += [i, i]
        outcomes += ["PD", "AL"]
    random = RandomEffect(groups=trials, levels=outcomes, structure="UN")
    names = ["AL", "PD", "AL by year", "PD by year"]
    return multilevel(y, v, [random], x=x, names=names, method="ML")


def test_table_ii_coefficients() -> None:
    found = fitted().coefficients
    estimates = [each.estimate for each in found]
    assert estimates == pytest.approx([-0.3351, 0.3479, -0.0108, 0.0010], abs=DIGIT)
    assert [each.se for each in found] == pytest.approx([0.0787, 0.0520, 0.0243, 0.0154], abs=DIGIT)


def test_table_ii_variances_between_trials() -> None:
    component = fitted().components[0]
    assert list(component.variances) == pytest.approx([0.0250, 0.0080], abs=DIGIT)
    correlation = component.correlation()
    assert correlation is not None
    assert correlation * sqrt(np.prod(component.variances)) == pytest.approx(0.0093, abs=DIGIT)
    assert correlation == pytest.approx(0.6587, abs=DIGIT)
