"""GRIMMER: whether whole-numbered data can have the mean and the SD that are printed.

The sum of n whole numbers and the sum of their squares are whole, so only some SDs go with a mean.
The usual algorithm takes the one sum nearest to ``mean × n`` and so flags honest samples whose
printed mean allows several; here every sum that the printed mean allows is tried, in whole-number
arithmetic, with rounding intervals closed at both ends.

Anaya 2016, doi:10.7287/peerj.preprints.2400v1; the parity of the sum of squares is Allard's (2018).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, sqrt

from reviewkit.audit.fit import (
    Fit,
    Printed,
    ends,
    people,
    plain_number,
    share_seen,
    square_ends,
    whole_items,
)
from reviewkit.reported import Reported

_DIVISOR = "an SD that divides by n instead of n - 1 would fit"
_ERROR = "a standard error, or another spread, under the name of SD"
_NOT_WHOLE = "answers that are no whole numbers, or a mean of several items"
_PEOPLE = "another number of people behind the SD than behind the mean"


@dataclass(frozen=True, slots=True, kw_only=True)
class GrimmerFit(Fit):
    """Whether whole numbers can have a printed mean and SD.

    Parameters
    ----------
    sums
        Every sum of points that rounds to the printed mean.
    squares
        The first of these sums that goes with the SD, and a sum of squares that it goes with.
    power
        Share of SDs one to nine units of the last digit away that would not fit this mean.
    """

    sums: range
    squares: tuple[int, int] | None
    power: float


def grimmer(mean: Printed, sd: Printed, n: int, *, items: int = 1) -> GrimmerFit:
    """Return whether n whole-numbered answers can have this mean and SD.

    With T the points of a person over all items, S = ΣT and Q = ΣT², the mean is ``S/(n·items)``
    and ``SD² = (n·Q - S²) / (n·(n-1)·items²)``. S and Q are whole, ``Q ≡ S (mod 2)``, and with r
    the remainder of S by n, ``n·Q - S² ≥ r·(n-r)``, the least spread there is.

    Parameters
    ----------
    mean, sd
        As printed, with their zeros; the SD in units of the mean, by n - 1.
    n
        People, at least 2.
    items
        Whole-numbered items averaged within each person.

    Raises
    ------
    ValueError
        If a number is not plain, the SD is below 0, or there are fewer than 2 people.

    Notes
    -----
    These conditions are necessary, not sufficient: a few SDs pass that no sample of two to four
    people has. With the ends of the scale known, `sprite` decides exactly.

    Examples
    --------
    >>> grimmer("5.23", "2.55", 35).fits, grimmer("5.23", "2.55", 31).fits
    (False, True)
    >>> fit = grimmer("5.23", "2.55", 35)
    >>> fit.sums, fit.implies, round(fit.power, 2)
    (range(183, 184), 'SDs nearby that it allows: 2.54 or 2.56', 0.11)
    """
    points, spread = plain_number(mean), plain_number(sd)
    if spread.value < 0:
        raise ValueError(f"an SD is at least 0, not {spread.text}")
    size, count = people(n, 2), whole_items(items)
    low, high = (end * size * count for end in ends(points))
    sums = range(ceil(low), floor(high) + 1)
    found = _squares(sums, spread, size, count)
    slips = share_seen(spread, lambda slip: _squares(sums, slip, size, count) is not None)
    return GrimmerFit(
        test="GRIMMER",
        printed=f"mean {points.text}, SD {spread.text}, n = {size}"
        + (f", {count} items" if count > 1 else ""),
        fits=found is not None,
        implies=_implied(sums, spread, size, count),
        arithmetic=f"sums {_listed(sums)}; SD² = (n·Q - S²)/(n·(n-1)·items²), Q even where S is",
        explanations=() if found else _explanations(sums, spread, size, count),
        informative=slips > 0,
        power=slips,
        sums=sums,
        squares=found,
    )


def _squares(
    sums: range, sd: Reported, n: int, items: int, divisor: int | None = None
) -> tuple[int, int] | None:
    """Return the first sum with a sum of squares that goes with the SD."""
    scale = n * (n - 1 if divisor is None else divisor) * items * items
    least, most = square_ends(sd, scale)
    for total in sums[:n]:  # adding 1 to everybody changes no spread, so n sums are all there are
        rest = total % n
        first = -((-(max(least, rest * (n - rest)) + total * total)) // n)
        first += (first - total) % 2
        if first * n <= most + total * total:
            return total, first
    return None


def _implied(sums: range, sd: Reported, n: int, items: int) -> str:
    """Say which SDs next to the printed one the sums allow."""
    if not sums:
        return "no whole sum rounds to this mean (GRIM)"
    scale = n * (n - 1) * items * items
    middle = float(sd.value) ** 2 * scale
    near: list[float] = []
    for total in sums[:n]:
        rest, square = total % n, total * total
        at = floor((middle + square) / n)
        for whole in range(at - 2, at + 3):
            spread = n * whole - square
            if (whole - total) % 2 == 0 and spread >= rest * (n - rest):
                near.append(sqrt(spread / scale))
    printed = float(sd.value)
    below = max((s for s in near if s <= printed), default=None)
    above = min((s for s in near if s > printed), default=None)
    decimals = sd.decimals
    shown = [f"{s:.{decimals}f}" for s in (below, above) if s is not None]
    return f"SDs nearby that it allows: {' or '.join(dict.fromkeys(shown))}"


def _explanations(sums: range, sd: Reported, n: int, items: int) -> tuple[str, ...]:
    other = _squares(sums, sd, n, items, divisor=n) is not None
    return (*((_DIVISOR,) if other else ()), _PEOPLE, _NOT_WHOLE, _ERROR)


def _listed(sums: range) -> str:
    if not sums:
        return "none"
    return str(sums[0]) if len(sums) == 1 else f"{sums[0]} to {sums[-1]}"
