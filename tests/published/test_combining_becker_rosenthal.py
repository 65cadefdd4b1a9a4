"""Combined p values: published examples, with the values that the documentation of metap prints.

The p values are those of Becker 1994 (A handbook of research synthesis, chapter 15) and Rosenthal
1978 (Psychological Bulletin 85:185), and two more sets of theirs, as metap 1.13 has them; the
results are those that its pages ``sumlog`` and ``sumz`` print beside each.

Where another number comes out: Rosenthal's χ² of 22.97 is that of his p values as printed, to two
decimals (22.985 from those to eight), and his p of .006 is half of the χ² test's .0109. The z of
the validity study, printed as 8.191, is 8.187 from p values of six decimals (one of them is 3e-06).
Becker's z of the teachers, 2.435, is 2.423 from the p values that stand there, in scipy as well.
"""

from __future__ import annotations

import pytest
from scipy import stats

from reviewkit.synthesis import combine

BECKER = (0.016, 0.067, 0.25, 0.405, 0.871)
ROSENTHAL = (0.12053081, 0.01000296, 0.71907241, 0.06949071, 0.16939644)
ROSENTHAL_PRINTED = (0.12, 0.01, 0.72, 0.07, 0.17)
DEGREES_OF_FREEDOM = (40, 60, 10, 30, 20)
TEACHERS = (
    *(0.405, 0.208, 0.799, 0.002, 0.243, 0.72, 0.577, 0.926, 0.051, 0.001),
    *(0.04, 0.211, 0.528, 0.216, 0.871, 0.64, 0.016, 0.227, 0.656),
)
VALIDITY = (
    *(0.015223, 0.005117, 0.224837, 0.000669, 0.004063, 0.549106, 0.052925, 0.024674, 0.004618),
    *(0.287803, 0.738475, 0.009563, 0.071971, 3e-06, 0.00104, 0.031221, 0.005274, 0.098791),
    *(0.067441, 0.25021),
)


@pytest.mark.parametrize(
    ("p", "chi2", "df"),
    [
        (TEACHERS, 69.473, 38),
        (BECKER, 18.533, 10),
        (ROSENTHAL_PRINTED, 22.97, 10),
        (VALIDITY, 159.82, 40),
    ],
    ids=["teachers", "becker", "rosenthal", "validity"],
)
def test_fisher(p: tuple[float, ...], chi2: float, df: int) -> None:
    found = combine(p)
    decimals = len(str(chi2).partition(".")[2])
    assert round(found.statistic, decimals) == chi2
    assert found.df == df


def test_p_of_fisher() -> None:
    assert round(combine(TEACHERS).p, 4) == 0.0014
    assert round(combine(ROSENTHAL_PRINTED).p / 2, 3) == 0.005  # printed .006: .0054 rounded up


@pytest.mark.parametrize(
    ("p", "weights", "z", "combined"),
    [
        (TEACHERS, None, 2.423, 0.0077),  # printed 2.435, p = .0074
        (VALIDITY, None, 8.187, None),  # printed 8.191
        (BECKER, None, 1.53, None),
        (ROSENTHAL, DEGREES_OF_FREEDOM, 3.01, 0.0013),
        (ROSENTHAL_PRINTED, None, 2.39, 0.008),  # printed .009
    ],
    ids=["teachers", "validity", "becker", "rosenthal-weighted", "rosenthal"],
)
def test_stouffer(
    p: tuple[float, ...], weights: tuple[int, ...] | None, z: float, combined: float | None
) -> None:
    found = combine(p, method="Stouffer", weights=weights)
    assert round(found.statistic, len(str(z).partition(".")[2])) == z
    if combined is not None:
        assert round(found.p, len(str(combined).partition(".")[2])) == combined


@pytest.mark.parametrize("p", [BECKER, ROSENTHAL, TEACHERS, VALIDITY])
def test_scipy_says_the_same(p: tuple[float, ...]) -> None:
    weights = tuple(range(1, len(p) + 1))
    fisher, stouffer = combine(p), combine(p, method="Stouffer", weights=weights)
    theirs = stats.combine_pvalues(p, method="fisher")
    assert (fisher.statistic, fisher.p) == pytest.approx(tuple(theirs), rel=1e-12)
    theirs = stats.combine_pvalues(p, method="stouffer", weights=weights)
    assert (stouffer.statistic, stouffer.p) == pytest.approx(tuple(theirs), rel=1e-9)
