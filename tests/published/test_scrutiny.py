"""All that scrutiny documents of GRIM, GRIMMER and DEBIT, answer by answer, agreement counted.

scrutiny is Lukas Jung's R package (github.com/lhdjung/scrutiny at a56a945 of 2025-12-02: README,
vignettes, reference and tests, read 2026-11-28). Its data are made up, its answers its own. It
rounds a 5 up or down, as here. Examples whose answers its pages compute when they are built, and
do not print in words or in a test, are not compared.

Where the answers differ, the reason has a name: scrutiny's GRIMMER is Allard's (2018), which tries
the one sum nearest to mean × n, while a printed mean may be that of several (`NEAREST_SUM`).
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from reviewkit.audit import debit, grimmer, mean_fits, percentage_fits
from tests.published.test_debit_heathers_brown import PIGS3
from tests.published.test_grim_brown_heathers import PIGS1, PIGS2, SERIES
from tests.published.test_grimmer_anaya import ONE_DECIMAL, PIGS5, THREE_ITEMS
from tests.simulation.power import nearest_sum_fits

NEAREST_SUM = "scrutiny tries the nearest sum alone, and another sum has this SD"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One documented answer: what was asked, of which page, scrutiny's answer and ours."""

    page: str
    asked: str
    theirs: bool
    ours: bool


def of_mean(page: str, mean: str, n: int, *, theirs: bool, items: int = 1) -> Case:
    ours = mean_fits(mean, n, items=items).fits
    return Case(page=page, asked=f"{mean} of {n} × {items}", theirs=theirs, ours=ours)


def of_percentage(page: str, percent: str, n: int, *, theirs: bool) -> Case:
    return Case(
        page=page, asked=f"{percent}% of {n}", theirs=theirs, ours=percentage_fits(percent, n).fits
    )


def of_sd(page: str, mean: str, sd: str, n: int, *, theirs: bool, items: int = 1) -> Case:
    ours = grimmer(mean, sd, n, items=items).fits
    return Case(page=page, asked=f"{mean} ± {sd} of {n} × {items}", theirs=theirs, ours=ours)


#: Tests of `grim_map`: the means of `pigs1` as of 40 and of 80 people, where a 5 may go either way.
OF_40, OF_80 = "tfttttftfftf", "tttttttttttt"
#: Tests of `grim`: percentages from 6 of 50. (Those from 519 of 28 are no shares.)
PERCENTAGES = "tftftftftft"
#: GRIMMER vignette, of seven: it says that two do not fit; these are the two by the nearest sum.
TWO_OF_SEVEN = {"8.9", "2.6"}
#: Tests of `grimmer_scalar`, where it says the answer and does not compare it with another code's.
SCALARS = (("5.21", "1.6", 28, True), ("3.44", "2.47", 18, False))
#: Tests of `grimmer_scalar` against Allard's own code, as that prints them: scrutiny's answer is
#: that all fit, Allard's that none does.
AGAINST_ALLARD = (
    ("16.03", "6.41", 40), ("64.73", "25.89", 40), ("64.73", "25.89", 80), ("32.68", "13.07", 80),
    ("64.27", "25.71", 40), ("16.22", "6.49", 80), ("256.03", "102.41", 40),
    ("519.93", "207.97", 40),
)  # fmt: skip
#: GRIM vignette: means of three items and 40 people; all fit once the number of items is given.
ITEMS = ("5.90", "5.71", "3.50", "3.82", "4.61", "5.24")


def cases() -> list[Case]:
    found = [of_mean("pigs1", mean, n, theirs=fits) for mean, n, fits, _ in PIGS1]
    found += [of_percentage("pigs2", percent, 150, theirs=fits) for percent, fits in PIGS2]
    for n, answers in ((40, OF_40), (80, OF_80)):
        found += [
            of_mean(f"pigs1 of {n}", mean, n, theirs=answer == "t")
            for (mean, *_), answer in zip(PIGS1, answers, strict=True)
        ]
    found += [
        of_percentage("percentages", str(number), 50, theirs=answer == "t")
        for number, answer in enumerate(PERCENTAGES, 6)
    ]
    for first, places, n, items, answers in SERIES:
        found += [
            of_mean(
                "series", f"{number / 10**places:.{places}f}", n, theirs=answer == "T", items=items
            )
            for number, answer in enumerate(answers, first)
        ]
    found += [of_mean("vignette", mean, 40, theirs=True, items=3) for mean in ITEMS]
    found += [
        of_mean("reference", "5.19", 28, theirs=False),
        of_mean("reference", "5.19", 32, theirs=True),
    ]
    found += [of_sd("pigs5", mean, sd, n, theirs=fits) for mean, sd, n, fits in PIGS5]
    found += [of_sd("vignette", m, sd, 40, theirs=True, items=3) for m, sd in THREE_ITEMS]
    found += [
        of_sd("vignette", mean, sd, 25, theirs=mean not in TWO_OF_SEVEN) for mean, sd in ONE_DECIMAL
    ]
    found += [of_sd("tests", mean, sd, n, theirs=fits) for mean, sd, n, fits in SCALARS]
    found += [of_sd("against Allard", mean, sd, n, theirs=True) for mean, sd, n in AGAINST_ALLARD]
    found += [
        Case(page="pigs3", asked=f"{m} ± {sd}", theirs=fits, ours=debit(m, sd, 1683).fits)
        for m, sd, fits in PIGS3
    ]
    vignette = debit("0.35", "0.18", 20).fits
    return [*found, Case(page="vignette", asked="0.35 ± 0.18", theirs=False, ours=vignette)]


def test_agreement_is_counted_and_each_difference_has_a_name() -> None:
    every = cases()
    differ = [case for case in every if case.ours is not case.theirs]
    assert (len(every), len(every) - len(differ)) == (136, 135)
    (one,) = differ
    assert (one.page, one.asked) == ("vignette", "8.9 ± 2.81 of 25 × 1")
    assert not one.theirs, NEAREST_SUM


def test_the_difference_is_the_nearest_sum() -> None:
    """The nearest sum gives scrutiny's answer; 222 and 223 round to 8.9 of 25 as well."""
    assert not nearest_sum_fits("8.9", "2.81", 25)
    found = grimmer("8.9", "2.81", 25)
    assert list(found.sums) == [222, 223]
    assert found.squares is not None


@pytest.mark.parametrize(("mean", "sd", "n"), AGAINST_ALLARD)
def test_where_scrutiny_and_allard_differ_we_are_with_scrutiny(mean: str, sd: str, n: int) -> None:
    """A mean on a 5 that rounds up in one and not in the other's arithmetic."""
    assert grimmer(mean, sd, n).fits
