"""Covariances of sampling errors, and one effect a cluster: cases by hand."""

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np
import pytest

from reviewkit.errors import NotEstimable
from reviewkit.synthesis import SharedArms, one_per_cluster, sampling_covariance

V = [0.04, 0.09, 0.01]
CLUSTER = ["a", "a", "b"]


def correlations(**options: Any) -> list[list[float]]:
    matrix = sampling_covariance([1.0] * 4, cluster=["a"] * 4, **options)
    found: list[list[float]] = np.round(matrix, 10).tolist()
    return found


def test_clusters_share_nothing() -> None:
    found = sampling_covariance(V, cluster=CLUSTER, observation=[1, 2, 1], rho=0.5)
    expected = np.array([[0.04, 0.03, 0], [0.03, 0.09, 0], [0, 0, 0.01]])
    assert found == pytest.approx(expected, rel=1e-12)


def test_subgroups_share_nobody() -> None:
    found = sampling_covariance(
        V, cluster=["a"] * 3, subgroup=["men", "women", "men"], observation=[1, 2, 3], rho=0.5
    )
    assert found[0, 1] == 0
    assert found[0, 2] == pytest.approx(0.5 * 0.2 * 0.1)


def test_observations_within_and_between_constructs() -> None:
    found = correlations(
        observation=[1, 2, 1, 2], construct=["A", "A", "B", "B"], rho=0.6, rho_constructs=0.4
    )
    assert found[0] == [1, 0.6, 0.4, 0.4]


def test_time_fades() -> None:
    assert correlations(time=[0, 1, 2, 4], phi=0.5)[0] == [1, 0.5, 0.25, 0.0625]
    both = correlations(time=[0, 1, 1, 0], phi=0.5, observation=[1, 1, 2, 2], rho=0.8)
    assert both[0] == [1, 0.5, 0.4, 0.8]


def test_shared_arms() -> None:
    equal = SharedArms(first=["x", "y", "y", "p"], second=["p", "p", "x", "y"])
    # x-p and y-p share p on the same side; x-p and y-x share x on opposite ones; y-p and p-y are
    # each other's negative.
    found = correlations(arms=equal)
    assert found[0] == [1, 0.5, -0.5, -0.5]
    assert found[1][3] == -1
    sized = SharedArms(first=["x", "y"], second=["p", "p"], n1=[10, 20], n2=[40, 40])
    matrix = sampling_covariance([1.0, 1.0], cluster=["a", "a"], arms=sized)
    expected = (1 / 40) / sqrt((1 / 10 + 1 / 40) * (1 / 20 + 1 / 40))
    assert matrix[0, 1] == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"observation": [1, 2, 3]}, "rho is needed"),
        ({"observation": [1, 2, 3], "rho": 1.5}, "between -1 and 1"),
        ({"observation": [1, 2], "rho": 0.5}, "one for each of 3"),
        ({"time": [1, 2], "phi": 0.5}, "a number for each of 3"),
        ({"observation": [1, 2, 3], "construct": [1, 2, 3], "rho": 0.5}, "rho_constructs"),
    ],
)
def test_impossible_input(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        sampling_covariance(V, cluster=CLUSTER, **options)


def test_independent_errors_are_weighted_by_their_inverse() -> None:
    one, other = one_per_cluster([0.2, 0.4, 0.9], V, CLUSTER)
    w = (1 / 0.04, 1 / 0.09)
    assert one.estimate == pytest.approx((w[0] * 0.2 + w[1] * 0.4) / sum(w), rel=1e-12)
    assert one.variance == pytest.approx(1 / sum(w), rel=1e-12)
    assert (other.cluster, other.estimate, other.effects) == ("b", 0.9, 1)


def test_plain_mean() -> None:
    covariance = sampling_covariance(V, cluster=CLUSTER, observation=[1, 2, 1], rho=0.5)
    one, _ = one_per_cluster([0.2, 0.4, 0.9], covariance, CLUSTER, weighted=False)
    assert one.estimate == pytest.approx(0.3, rel=1e-12)
    assert one.variance == pytest.approx((0.04 + 0.09 + 2 * 0.03) / 4, rel=1e-12)


def test_errors_that_determine_each_other() -> None:
    covariance = sampling_covariance([0.04, 0.04], cluster=["a", "a"], construct=["x", "x"], rho=0)
    with pytest.raises(NotEstimable, match="determine each other"):
        one_per_cluster([0.2, 0.4], covariance, ["a", "a"])
    assert one_per_cluster([0.2, 0.4], covariance, ["a", "a"], weighted=False)[0].effects == 2


def test_shapes_must_fit() -> None:
    with pytest.raises(ValueError, match="as many clusters"):
        one_per_cluster([0.2, 0.4], [0.1, 0.1], ["a"])
