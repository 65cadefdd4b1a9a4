"""Statcheck: Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2, by the tests of the R package.

Each line is a text that the package's own tests classify (version 1.6.0, read 2026-11-28): whether
it is an inconsistency, and whether it is a decision error. Where the answer here is another, the
difference is named.
"""

from __future__ import annotations

import pytest

from reviewkit.audit import statistics_in

#: Text, inconsistent, decision error.
SAME = (
    ("t(28) = 2.20, p = .03", True, False),
    ("F(2, 28) = 2.20, p = .15", True, False),
    ("r(28) = .22, p = .26", True, False),
    ("chi2(28) = 22.20, p = .79", True, False),
    (" z = 2.20, p = .04", True, False),
    ("Q(28) = 22.20, p = .79", True, False),
    (" Z = -2.42, p = 0.016", False, False),
    ("t(28) = -2.20, p = .03", True, False),
    ("t(28) = 2.20, ns", True, True),
    ("t(28) = 2.20, p > .05", True, True),
    ("t(28) = 2.0, p < .05", False, False),
    ("t(28) = 2, p = .02", False, False),
    ("t(28) = 2, p = .14", False, False),
    ("t(28) = 2.2, p = .03", False, False),
    ("t(28) = 2.2, p = .04", False, False),
    ("t(28) = 2.20, p = .036", False, False),
    ("t(28) = 2.20, p = .037", False, False),
    ("t(28) = 2.2, p < .08", False, False),
    ("t(28) = 2.2, p > .02", False, False),
    ("t(28) = 2.2, p = .08", True, True),
    ("t(28) = 2.2, p = .02", True, False),
    ("t(28) = 2.2, p < .02", True, False),
    ("t(28) = 2.2, p > .08", True, True),
    ("t(28) = 22.20, p < .000", True, False),
    ("t(28) = 2.20, p = .06", True, True),
    ("t(28) = 1.20, p = .03", True, True),
    ("t(28) = 2.20, p = .30", True, True),
    ("F(2, 28) = 22.20, p = .06", True, True),
    ("F(2, 28) = 2.20, p = .03", True, True),
    ("r(28) = .22, p = .03", True, True),
    ("r(28) = .52, p = .06", True, True),
    ("chi2(28) = 2.20, p = .03", True, True),
    ("chi2(28) = 52.20, p = .06", True, True),
    (" z = 1.20, p = .03", True, True),
    (" z = 2.20, p = .06", True, True),
    ("Q(28) = 2.20, p = .03", True, True),
    ("Q(28) = 52.20, p = .06", True, True),
    ("t(28) = 2.20, p = .05", True, False),
    ("t(28) = 2.20, p = .018", True, False),
    ("t(28) = 2.20, p = .01, one-tailed", True, False),
    ("t(28) = 2.20, p = .018, one-tailed", False, False),
    ("t(28) = 2.20, p = .018, one-sided", False, False),
)
#: Text, whether it fits here, and why that is another answer than the package's.
OTHERWISE = (
    ("t(28) = 22.20, p = .000", True, "a p of .000 is rounded; the package counts it as an error"),
    ("t(28) = 2.20, p = .018, directional", False, "a hypothesis may be directional, not the test"),
)
#: Texts that the package's tests find statistics in, and how many.
FOUND = (
    ("The effect was very significant, chi2(28) = 2.20, p = .03.", 1),
    ("Both were, chi2(28) = 2.20, p = .03, chi2(28) = 1.23, p = .04.", 2),
    ("X2(28) = 2.20, p = .03", 1),
    ("chi_2(28) = 2.20, p = .03", 1),
    ("chi2(28, N = 129) = 2.2, p = .03", 1),
    ("chi2(1, N = 11,455) = 16.78, p <.001", 1),
    ("chi2(1, n = 81) = 3.25, p = 0.07", 1),
    (" chi2 ( 28 ) = 2.20 , p = .03", 1),
    ("chi2(28)=2.20,p=.03", 1),
    ("Both effects were, Q(2) = 2.20, p = .03, Q(2) = 1.23, p = .04.", 2),
    ("QWithin(12) = 9.20, p = .69; QBetween(4) = 16.57, p < .05", 2),
    ("χ2(374, N = 488) = 1,224.08, p < .001", 1),
)


@pytest.mark.parametrize(("text", "inconsistent", "decision"), SAME)
def test_the_same_answer(text: str, inconsistent: bool, decision: bool) -> None:
    (found,) = statistics_in(text)
    answer = found.check()
    assert (not answer.fits, answer.decision) == (inconsistent, decision)


@pytest.mark.parametrize(("text", "fits", "why"), OTHERWISE, ids=[row[2] for row in OTHERWISE])
def test_another_answer_for_a_reason(text: str, fits: bool, why: str) -> None:
    (found,) = statistics_in(text)
    assert found.check().fits is fits, why


@pytest.mark.parametrize(("text", "count"), FOUND)
def test_what_is_found(text: str, count: int) -> None:
    assert len(statistics_in(text)) == count


def test_one_tailed_is_said_of_one_test_and_not_of_the_next() -> None:
    text = (
        "this test is one-tailed: t(28) = 2.20, p = .02, but this one is not: t(28) = 2.20, p = .04"
    )
    first, second = statistics_in(text)
    assert (first.one_sided, second.one_sided) == (True, False)
    assert first.check().fits
    assert second.check().fits
