"""The audit of printed numbers: what fits, at the precision printed, and what does not.

Every printed number is the interval of numbers that round to it, either way of rounding a 5. What
does not fit accuses nobody, and no grade rests on it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reviewkit.audit import (
    Fit,
    StatcheckFit,
    TwoCounts,
    arms_fit,
    centred,
    change_fits,
    change_p,
    counts_p,
    debit,
    grimmer,
    group_mean,
    groups_p,
    interval_p,
    mean_fits,
    percentage_fits,
    pool_fits,
    share_fits,
    smd_of_people,
    spread_of_people,
    sprite,
    statcheck,
    words_fit,
)
from tests.spec.table import Case, Table

FITS, NOT, DECIDES = "fits", "does not fit", "does not fit, and decides"

WHOLE = Table(
    title="GRIM: shares and means of whole numbers",
    text=(
        "A count of people over all of them, or a sum of points over people times items, must "
        "round to what is printed (Brown & Heathers 2017, doi:10.1177/1948550616673876). It is "
        "informative while people times items are fewer than 10 to the number of decimals."
    ),
    usual={"percent": None, "mean": None, "n": 28, "items": 1},
    cases=(
        Case("145/28 = 5.179", "T", {"mean": "5.18"}, FITS),
        Case("no sum of 28", "T", {"mean": "5.19"}, NOT),
        Case("56 answers: 290/56 = 5.179, 291/56 = 5.196", "C", {"mean": "5.20", "items": 2}, FITS),
        Case("a 5 rounded up", "C", {"percent": "13", "n": 8}, FITS),
        Case("a 5 rounded to the even digit", "C", {"percent": "12", "n": 8}, FITS),
        Case("no count of 8", "C", {"percent": "14", "n": 8}, NOT),
        Case("more people than numbers to print", "T", {"percent": "14", "n": 100}, FITS),
        Case("a zero printed is a digit", "C", {"percent": "33.0", "n": 3}, NOT),
    ),
)

SPREAD = Table(
    title="GRIMMER: the SD of whole numbers",
    text=(
        "Some sum that rounds to the mean must have a sum of squares, whole and as even as "
        "itself, that gives the SD (Anaya 2016, doi:10.7287/peerj.preprints.2400v1; Allard 2018). "
        "Every sum is tried, a convention: the usual algorithm tries the nearest one."
    ),
    usual={"mean": "5.23", "sd": "2.55", "n": 35, "items": 1},
    cases=(
        Case("no sum of squares is as even as the sum", "P", {}, NOT, "2.54 or 2.56"),
        Case("other people", "P", {"n": 31}, FITS),
        Case("no sum rounds to the mean", "C", {"mean": "5.22"}, NOT, "no whole sum"),
        Case("two items", "P", {"mean": "2.74", "sd": "0.96", "n": 63, "items": 2}, FITS),
        Case("less spread than an uneven sum has", "C", {"mean": "3.5", "sd": "0", "n": 10}, NOT),
        Case("none, where all may answer alike", "C", {"mean": "3", "sd": "0", "n": 10}, FITS),
        Case(
            "a sum that is not the nearest",
            "C",
            {"mean": "3.01", "sd": "0.12", "n": 150},
            FITS,
            "0.12",
        ),
    ),
)

BINARY = Table(
    title="DEBIT: ones and zeros",
    text=(
        "The SD of k ones among n is √(k(n-k)/(n(n-1))), at some k that rounds to the mean "
        "(Heathers & Brown 2019)."
    ),
    usual={"mean": "0.35", "sd": "0.49", "n": 20},
    cases=(
        Case("7 of 20: √(7·13/(20·19)) = 0.489", "P", {}, FITS),
        Case("half the spread", "P", {"sd": "0.18"}, NOT),
        Case("a half inside the mean", "C", {"mean": "0.5", "sd": "0.501", "n": 201}, FITS),
        Case("all zeros", "C", {"mean": "0.00", "sd": "0.00"}, FITS),
        Case("no count of ones", "C", {"mean": "0.36"}, NOT, "no whole count"),
        Case("by n, not n - 1: √(7·13/400) = 0.477", "C", {"sd": "0.477"}, NOT),
    ),
)

SCALE = Table(
    title="SPRITE: answers on a scale",
    text=(
        "Some sample within the ends of the scale must have the mean and the SD; the search is "
        "exact (Heathers et al. 2018, doi:10.7287/peerj.preprints.26968v1)."
    ),
    usual={"mean": "2.20", "sd": "1.32", "n": 20, "scale": (1, 5), "items": 1},
    cases=(
        Case("some sample", "P", {}, FITS, "such as"),
        Case("more spread than the ends allow", "C", {"sd": "2.32"}, NOT, "no sample"),
        Case("a mean beyond the ends", "C", {"mean": "5.10"}, NOT, "no sample"),
        Case("half at each end: SD 4·√(5/19)", "C", {"mean": "3.00", "sd": "2.05"}, FITS),
        Case("three items", "C", {"mean": "3.67", "sd": "0.94", "n": 2, "items": 3}, FITS),
    ),
)

P_VALUE = Table(
    title="Statcheck: a p and its statistic",
    text=(
        "The p of some number that rounds to the statistic must round to the printed p, or keep "
        "its bound (Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2). It decides if besides "
        "one of them is significant at .05 and the other is not; a p printed as .05 is neither."
    ),
    usual={"of": "t", "value": "2.20", "p": ".04", "dfs": ("28",), "one_sided": False},
    cases=(
        Case("p = .036", "P", {}, FITS),
        Case("p = .036, printed .03", "P", {"p": ".03"}, NOT),
        Case("printed not significant", "P", {"p": ".06"}, DECIDES),
        Case("printed significant", "P", {"value": "1.20", "p": ".03"}, DECIDES),
        Case("one decimal leaves .035 open", "P", {"value": "2.2", "p": ".03"}, FITS),
        Case("no decimal leaves .02 to .14 open", "P", {"value": "2", "p": ".14"}, FITS),
        Case("below zero", "P", {"value": "-2.20"}, FITS),
        Case("a bound that is kept", "P", {"p": "< .05"}, FITS),
        Case("a bound that is crossed", "P", {"p": "> .05"}, DECIDES),
        Case("p = .05 decides nothing", "C", {"p": ".05"}, NOT),
        Case("p = .000 is a rounded p", "C", {"value": "22.20", "p": ".000"}, FITS),
        Case("p < .000 is none", "P", {"value": "22.20", "p": "< .000"}, NOT),
        Case("one-sided, not said so", "P", {"p": ".018"}, NOT, "one-sided"),
        Case("one-sided, said so", "P", {"p": ".018", "one_sided": True}, FITS),
        Case("one-sided, the other way", "C", {"p": ".982", "one_sided": True}, FITS),
        Case("Welch's df are rounded too", "C", {"dfs": ("27.6",)}, FITS),
        Case("F", "C", {"of": "F", "value": "3.12", "dfs": ("2", "57"), "p": "< .05"}, DECIDES),
        Case("F below 1", "C", {"of": "F", "value": "< 1", "dfs": ("2", "57"), "p": "> .05"}, FITS),
        Case("r, with n - 2", "C", {"of": "r", "value": ".25", "dfs": ("84",), "p": ".02"}, FITS),
        Case("z", "P", {"of": "z", "value": "-2.42", "dfs": (), "p": "0.016"}, FITS),
        Case("χ²", "C", {"of": "chi2", "value": "7.0", "dfs": ("1",), "p": ".008"}, FITS),
        Case("Q", "C", {"of": "Q", "value": "25.77", "dfs": ("16",), "p": ".06"}, FITS),
    ),
)

OTHERS = Table(
    title="Numbers that follow from others",
    text=(
        "A p from means and spreads (Student's or Welch's t; paired at any correlation), from "
        "counts (χ², with and without Yates, Fisher), from an interval (normal or t); the middle "
        "of an interval; a change; a share; a total; a pool between its parts; two means at most "
        "2 SDs apart, a convention that looks for standard errors."
    ),
    usual={"of": "", "given": ()},
    cases=(
        Case("19/43 = 44.19%", "C", {"of": "share", "given": (19, 43, "44")}, FITS),
        Case("19/43 is not 54%", "C", {"of": "share", "given": (19, 43, "54")}, NOT),
        Case(
            "no usual test", "C", {"of": "counts", "given": (19, 43, 6, 41, ".008")}, NOT, "Fisher"
        ),
        Case("χ² = .0081", "C", {"of": "counts", "given": (19, 35, 6, 28, ".008")}, FITS),
        Case("t = 5.79", "C", {"of": "groups", "given": ("35.7", "10.5", "13.7", "9.6")}, FITS),
        Case("t = 0.4", "C", {"of": "groups", "given": ("35.7", "10.5", "34.1", "9.6")}, NOT),
        Case(
            "r = 1 gives any p", "C", {"of": "times", "given": ("3.0", "1.0", "2.9", "1.0")}, FITS
        ),
        Case(
            "no r gives so much", "C", {"of": "times", "given": ("3.0", "1.0", "3.0", "9.0")}, NOT
        ),
        Case("the middle", "C", {"of": "centre", "given": ("8.8", "0.11", "17.4")}, FITS),
        Case("not the middle", "C", {"of": "centre", "given": ("-0.65", "-4.75", "3.55")}, NOT),
        Case("√(1.53·7.02) = 3.28", "C", {"of": "ratio", "given": ("3.27", "1.53", "7.02")}, FITS),
        Case("√(1.04·4.2) = 2.09", "C", {"of": "ratio", "given": ("2.2", "1.04", "4.2")}, NOT),
        Case("z = 2.0", "C", {"of": "interval", "given": ("8.8", "0.11", "17.4", "0.047")}, FITS),
        Case(
            "z = 3.1", "C", {"of": "interval", "given": ("-0.88", "-1.44", "-0.31", "< .001")}, NOT
        ),
        Case("31.76 - 70.64", "C", {"of": "change", "given": ("70.64", "31.76", "-38.88")}, FITS),
        Case("2.1 - 3.5 = -1.4", "C", {"of": "change", "given": ("3.5", "2.1", "-1.6")}, NOT),
        Case("43 + 41 = 84", "C", {"of": "arms", "given": ((43, 41), 86)}, NOT),
        Case("21 + 21 + 22 = 64", "C", {"of": "arms", "given": ((21, 21, 22), 64)}, FITS),
        Case("outside its parts", "C", {"of": "pool", "given": ("15.82", ("1.16", "0.52"))}, NOT),
        Case("between its parts", "C", {"of": "pool", "given": ("0.80", ("1.16", "0.52"))}, FITS),
        Case(
            "2.2 SDs, 1.7 by rounding",
            "C",
            {"of": "spread", "given": ("3.6", "2", "8.0", "2")},
            FITS,
        ),
        Case(
            "14 SDs apart", "C", {"of": "spread", "given": ("31.76", "1.04", "47.14", "1.15")}, NOT
        ),
        Case("an SMD of 15.82", "C", {"of": "smd", "given": ("15.82",)}, NOT),
        Case("an SMD of -1.69", "C", {"of": "smd", "given": ("-1.69",)}, FITS),
        Case("called significant, p > .05", "C", {"of": "words", "given": (True, "> .05")}, NOT),
        Case("called significant, p = .05", "C", {"of": "words", "given": (True, ".05")}, FITS),
    ),
)

#: Means and spreads are of so many people, and their p is printed so.
PEOPLE, PRINTED_P = 14, "< .001"


def told(fit: Fit) -> str:
    if isinstance(fit, StatcheckFit) and fit.decision:
        return DECIDES
    return FITS if fit.fits else NOT


def holds(case: Case, fit: Fit) -> None:
    assert told(fit) == case.then
    said = " ".join((fit.printed, fit.implies, fit.arithmetic, *fit.explanations))
    assert case.because in said
    assert bool(fit.explanations) is not fit.fits  # a misfit comes with what would explain it


def of_whole(facts: dict[str, Any]) -> Fit:
    if facts["percent"] is not None:
        return percentage_fits(facts["percent"], facts["n"])
    return mean_fits(facts["mean"], facts["n"], items=facts["items"])


def of_means(of: str, given: tuple[Any, ...]) -> Fit:
    first, second = (group_mean(given[at], given[at + 1], PEOPLE) for at in (0, 2))
    if of == "spread":
        return spread_of_people(first, second)
    return (groups_p if of == "groups" else change_p)(first, second, PRINTED_P)


def of_others(of: str, given: tuple[Any, ...]) -> Fit:
    kernels: dict[str, Callable[..., Fit]] = {
        "share": share_fits,
        "counts": lambda a, n, b, m, p: counts_p(
            TwoCounts(events1=a, total1=n, events2=b, total2=m), p
        ),
        "groups": lambda *means: of_means("groups", means),
        "times": lambda *means: of_means("times", means),
        "spread": lambda *means: of_means("spread", means),
        "centre": centred,
        "ratio": lambda *numbers: centred(*numbers, ratio=True),
        "interval": interval_p,
        "change": change_fits,
        "arms": arms_fit,
        "pool": pool_fits,
        "smd": smd_of_people,
        "words": words_fit,
    }
    return kernels[of](*given)


@pytest.mark.parametrize("case", WHOLE.rows())
def test_whole_numbers(case: Case) -> None:
    holds(case, of_whole(WHOLE.facts(case)))


@pytest.mark.parametrize("case", SPREAD.rows())
def test_spread_of_whole_numbers(case: Case) -> None:
    holds(case, grimmer(**SPREAD.facts(case)))


@pytest.mark.parametrize("case", BINARY.rows())
def test_ones_and_zeros(case: Case) -> None:
    holds(case, debit(**BINARY.facts(case)))


@pytest.mark.parametrize("case", SCALE.rows())
def test_answers_on_a_scale(case: Case) -> None:
    holds(case, sprite(**SCALE.facts(case)))


@pytest.mark.parametrize("case", P_VALUE.rows())
def test_a_p_and_its_statistic(case: Case) -> None:
    facts = P_VALUE.facts(case)
    holds(case, statcheck(facts.pop("of"), facts.pop("value"), facts.pop("p"), **facts))


@pytest.mark.parametrize("case", OTHERS.rows())
def test_numbers_that_follow(case: Case) -> None:
    facts = OTHERS.facts(case)
    holds(case, of_others(facts["of"], facts["given"]))
