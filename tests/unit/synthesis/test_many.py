"""The batch kernel: shapes, single studies, undefined fits."""

from __future__ import annotations

import numpy as np
import pytest

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import fit_many, gosh, pool
from reviewkit.synthesis.many import CHUNK
from reviewkit.synthesis.sensitivity import all_subsets, random_subsets

Y, V = [0.1, 0.9, 0.4, 1.5], [0.05, 0.02, 0.1, 0.2]


def test_mean_of_two_equal_variances_by_hand() -> None:
    # μ = 1, SE² = 1/2, Q = 1 + 1 = 2 on 1 df; each fit of its own effects
    fits = fit_many([[0.0, 2.0], [1.0, 1.0]], [1.0, 1.0], method="CE")
    assert fits.estimate.tolist() == [1, 1]
    assert fits.se == pytest.approx(np.sqrt([0.5, 0.5]), rel=1e-15)
    assert fits.q.tolist() == [2, 0]
    assert fits.i2.tolist() == [0.5, 0]


def test_variances_may_differ_between_fits() -> None:
    fits = fit_many([1.0, 3.0], [[1.0, 1.0], [1.0, 3.0]], method="CE")
    assert fits.estimate == pytest.approx([2, 1.5], rel=1e-15)


def test_a_single_study_is_taken_with_the_normal() -> None:
    fits = fit_many(Y, V, include=[[1, 0, 0, 0], [1, 1, 0, 0]], test="hksj-floor")
    single = pool(Y[:1], V[:1])
    assert (fits.lower[0], fits.p[0]) == pytest.approx((single.ci.lower, single.p), rel=1e-14)
    assert (fits.k[0], fits.tau2[0], fits.q_p[0], fits.h2[0]) == (1, 0, 1, 1)


def test_more_fits_than_one_chunk_holds() -> None:
    m = CHUNK // 2 + 3
    fits = fit_many(np.tile([1.0, 3.0], (m, 1)), [1.0, 1.0], method="DL", test="t")
    assert len(fits) == m
    assert np.unique(fits.estimate).tolist() == [2]


def test_equal_effects_have_no_bare_hartung_knapp_interval() -> None:
    fits = fit_many([[0.3, 0.3, 0.3], [0.1, 0.2, 0.3]], [0.1, 0.2, 0.3], test="hksj")
    assert fits.hk_factor[0] == 0
    assert np.isnan([fits.se[0], fits.lower[0], fits.upper[0], fits.statistic[0], fits.p[0]]).all()
    assert fits.estimate[0] == pytest.approx(0.3)
    assert np.isfinite(fits.se[1])


def test_a_fit_without_studies() -> None:
    with pytest.raises(NotEstimable, match="a fit has no study"):
        fit_many(Y, V, include=[[1, 0, 0, 0], [0, 0, 0, 0]])


def test_a_method_that_needs_weights() -> None:
    with pytest.raises(ValueError, match="no such way to pool many: GENQ"):
        fit_many(Y, V, method="GENQ")


def test_frame_has_a_row_for_each_fit() -> None:
    frame = fit_many(Y, V, include=np.tri(4), method="DL").to_frame()
    assert frame["k"].tolist() == [1, 2, 3, 4]
    assert {"estimate", "lower", "tau2", "maxima"} <= set(frame.columns)


def test_all_subsets_are_there_once_and_by_size() -> None:
    subsets = all_subsets(4)
    assert len({tuple(row) for row in subsets.tolist()}) == 15
    sizes = subsets.sum(1)
    assert (np.diff(sizes) >= 0).all()
    assert subsets[-1].all()


def test_random_subsets_hold_a_study_at_least_and_repeat_by_seed() -> None:
    subsets = random_subsets(2, 200, seed=3)
    assert subsets.any(1).all()
    assert np.array_equal(subsets, random_subsets(2, 200, seed=3))
    assert not np.array_equal(subsets, random_subsets(2, 200, seed=4))


def test_gosh_of_many_studies_has_to_be_drawn() -> None:
    y, v = np.linspace(0, 1, 30), np.full(30, 0.1)
    with pytest.raises(ValueError, match="say how many to draw"):
        gosh(y, v)
    drawn = gosh(y, v, subsets=50, method="DL")
    assert (len(drawn.fits), drawn.every) == (50, False)
