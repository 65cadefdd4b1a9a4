"""GRIM: Brown & Heathers 2017, doi:10.1177/1948550616673876, and what others print of the test.

The paper itself was not read; its example is as scrutiny's tests and encyclopaedias give it. The
tables of scrutiny (an R package; its README, vignette and tests, read 2026-11-28) are fictional
data with the package's answers. It rounds a 5 up or down, as here.
"""

from __future__ import annotations

import pytest

from reviewkit.audit import mean_fits, percentage_fits, power

#: README, `pigs1`: mean, n, whether it fits, the probability of an inconsistency.
PIGS1 = (
    ("7.22", 32, True, 0.68),
    ("4.74", 25, False, 0.75),
    ("5.23", 29, False, 0.71),
    ("2.57", 24, False, 0.76),
    ("6.77", 27, False, 0.73),
    ("2.68", 28, True, 0.72),
    ("7.01", 29, False, 0.71),
    ("7.38", 26, True, 0.74),
    ("3.14", 27, False, 0.73),
    ("6.89", 31, False, 0.69),
    ("5.00", 25, True, 0.75),
    ("0.24", 28, False, 0.72),
)
#: README, `pigs2`: percentages of 150, with one decimal.
PIGS2 = (
    ("67.4", False),
    ("54.2", False),
    ("54.0", True),
    ("69.8", False),
    ("68.1", False),
    ("55.4", False),
)
#: Tests, of items and percentages: the first number, the last, the answers in between.
SERIES = (
    (519, 2, 28, 1, "ffTfffTfffTf"),
    (150, 3, 120, 3, "TffTffTfTf"),
    (80, 2, 28, 2, "TfTfTfTTTT"),
)


def test_the_example_of_the_paper() -> None:
    assert not mean_fits("5.19", 28).fits
    assert list(mean_fits("5.18", 28).wholes) == [145]


def test_the_die_of_the_encyclopaedia() -> None:
    """Twenty throws give a mean that ends in 0 or 5: 3.48 does not."""
    assert not mean_fits("3.48", 20).fits
    assert mean_fits("3.45", 20).fits


def test_the_example_of_the_economist() -> None:
    """49 people with a mean of 5.93 on a scale of 1 to 7 (18 June 2016): 290.57 points."""
    found = mean_fits("5.93", 49)
    assert not found.fits
    assert found.implies == "290.57 of 49"


@pytest.mark.parametrize(("mean", "n", "fits", "probability"), PIGS1)
def test_scrutiny_means(mean: str, n: int, fits: bool, probability: float) -> None:
    assert mean_fits(mean, n).fits is fits
    # scrutiny's is (10^d - n)/10^d; ours leaves out the numbers that a 5 reaches both ways, so it
    # is lower where n shares an even factor with 10^d, and the same for these n but 32 and 24.
    ties = {32: 0.04, 24: 0.04}.get(n, 0)
    assert power(2, n) == pytest.approx(probability - ties, abs=1e-12)


@pytest.mark.parametrize(("percent", "fits"), PIGS2)
def test_scrutiny_percentages(percent: str, fits: bool) -> None:
    assert percentage_fits(percent, 150).fits is fits


@pytest.mark.parametrize(("first", "places", "n", "items", "answers"), SERIES)
def test_scrutiny_series(first: int, places: int, n: int, items: int, answers: str) -> None:
    found = [
        mean_fits(f"{number / 10**places:.{places}f}", n, items=items).fits
        for number in range(first, first + len(answers))
    ]
    assert found == [answer == "T" for answer in answers]


def test_scrutiny_vignette() -> None:
    assert not mean_fits("5.27", 43).fits
