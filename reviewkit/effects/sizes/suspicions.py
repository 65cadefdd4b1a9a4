"""Signs that a number was taken for another: an SE entered where an SD belongs.

Both rules and their thresholds are conventions of this project: they ask the reader to look again
and change no number. That SEs are mistaken for SDs, and that the other studies tell, is in the
Cochrane Handbook, chapter 6, doi:10.1002/9781119536604.ch6.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from reviewkit.effects.equations.solution import Array, Rows
from reviewkit.effects.equations.standardising import pooled_sd
from reviewkit.effects.sizes import designs
from reviewkit.effects.sizes.forms import Completed
from reviewkit.effects.sizes.measure import Measure

IMPLAUSIBLE_SMD = 2.0
"""A difference of more SDs than this is rare among interventions."""

SMALL_AGAINST_OTHERS = 1 / 3
"""An SD below this share of the other studies' median is out of line …"""

AS_AN_SD = (0.5, 2.0)
"""… and an SE, if √n times it lies within these factors of that median."""

FEWEST_STUDIES = 3
"""Studies needed before one of them can be out of line with the others."""


def large_standardised(d: Array, n: Array) -> dict[int, str]:
    """Return, by row, what is odd about a standardised difference above 2.

    Parameters
    ----------
    d
        Standardised difference or change.
    n
        People behind one SD, on average: √n is the ratio of SD to SE.

    Examples
    --------
    >>> large_standardised(np.array([0.5, 4.0]), np.array([16.0, 16.0]))[1]
    'a difference of 4.0 SDs is implausible: were the SD an SE, it would be 1.0'
    """
    rows = np.flatnonzero(np.abs(d) > IMPLAUSIBLE_SMD)
    return {
        int(i): (
            f"a difference of {abs(d[i]):.1f} SDs is implausible: "
            f"were the SD an SE, it would be {abs(d[i]) / np.sqrt(n[i]):.1f}"
        )
        for i in rows
    }


def out_of_line(name: str, sd: Array, n: Array) -> dict[int, str]:
    """Return, by row, which SD looks like an SE beside the SDs of the other studies.

    Only for studies that measure in one unit.

    Examples
    --------
    >>> out_of_line("sd1", np.array([10.0, 12.0, 9.0, 2.0]), np.array([25.0, 25.0, 25.0, 25.0]))
    {3: 'sd1 is 2, the other studies have 10: as an SE it would be an SD of 10'}
    """
    given: Rows = ~np.isnan(sd) & (sd > 0) & ~np.isnan(n)
    if int(given.sum()) < FEWEST_STUDIES:
        return {}
    middle = np.full(len(sd), np.nan)
    middle[given] = _median_of_the_others(sd[given])
    as_sd = sd * np.sqrt(n)
    odd = (
        (sd < SMALL_AGAINST_OTHERS * middle)
        & (as_sd >= AS_AN_SD[0] * middle)
        & (as_sd <= AS_AN_SD[1] * middle)
    )
    return {
        int(i): (
            f"{name} is {sd[i]:g}, the other studies have {middle[i]:.3g}: "
            f"as an SE it would be an SD of {as_sd[i]:.3g}"
        )
        for i in np.flatnonzero(odd)
    }


def _median_of_the_others(values: Array) -> Array:
    """Return, for each of at least two values, the median of all others."""
    ordered = np.sort(values)
    rank = np.searchsorted(ordered, values)

    def at(position: int) -> Array:
        return np.asarray(np.where(position < rank, ordered[position], ordered[position + 1]))

    others = len(values) - 1
    return np.asarray((at((others - 1) // 2) + at(others // 2)) / 2)


UNIT_SHARED = frozenset({"MD", "MC", "MN"})
"""Measures in the outcome's own unit, so that the studies' SDs can be compared."""


def suspicions(measure: Measure, rows: Completed) -> Iterator[tuple[int, str]]:
    """Yield rows and what looks as if an SE had been taken for an SD in each."""
    standardised = _standardised(measure, rows)
    if standardised is not None:
        yield from large_standardised(*standardised).items()
    if measure.name in UNIT_SHARED:
        for sd, n in _SDS:
            if sd in rows.given and n in rows.given:
                yield from out_of_line(sd, rows.given[sd], rows.given[n]).items()


_SDS = (
    ("sd1", "n1"),
    ("sd2", "n2"),
    ("sd", "n"),
    ("sd_before", "n"),
    ("sd_after", "n"),
    ("sd_change", "n"),
)


def _standardised(measure: Measure, rows: Completed) -> tuple[Array, Array] | None:
    """Return the difference or change in SDs, and the people behind an SD, where both are had."""
    x = rows.columns
    with np.errstate(all="ignore"):
        if measure.design is designs.TWO_GROUPS and {"mean1", "sd1", "sd2"} <= set(x):
            sd = pooled_sd(x["n1"], x["sd1"], x["n2"], x["sd2"])
            return (x["mean1"] - x["mean2"]) / sd, (x["n1"] + x["n2"]) / 2
        if {"mean_before", "sd_before", "sd_after"} <= set(x):
            sd = np.sqrt((x["sd_before"] ** 2 + x["sd_after"] ** 2) / 2)
            return (x["mean_after"] - x["mean_before"]) / sd, x["n"]
    return None
