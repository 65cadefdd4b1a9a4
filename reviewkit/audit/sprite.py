"""SPRITE: whether whole numbers within a scale can have the mean and SD printed, and what then.

The original technique draws samples at random and can miss the ones there are. Here every pair of a
sum and a sum of squares that what is printed allows is tried, and each is searched exactly, so
"none" is proof. The search gives up after `MOST_STEPS`; it then says nothing.

Heathers, Anaya, van der Zee & Brown 2018, doi:10.7287/peerj.preprints.26968v1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil, floor

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
from reviewkit.audit.multisets import MOST_STEPS, GaveUp, Steps, search
from reviewkit.reported import Reported

_EXPLANATIONS = (
    "a scale with other ends, or answers between its whole numbers",
    "another number of people behind the mean or the SD",
    "a standard error, or another spread, under the name of SD",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpriteFit(Fit):
    """Whether whole numbers within a scale can have a printed mean and SD.

    Parameters
    ----------
    sample
        One sample that fits, as pairs of an answer and how many gave it, from the lowest; points
        over all items if there are several. None where there is none.
    forced
        Answers that every sample holds, each with the least number of people who gave it.
    top, bottom
        The least that the highest answer, and the most that the lowest answer, can be.
    complete
        Whether every search came to its end. Where one did not, what it sought is taken as there.
    """

    sample: tuple[tuple[int, int], ...] | None
    forced: tuple[tuple[int, int], ...]
    top: int | None
    bottom: int | None
    complete: bool


def sprite(
    mean: Printed,
    sd: Printed,
    n: int,
    *,
    scale: tuple[int, int],
    items: int = 1,
    thorough: bool = True,
) -> SpriteFit:
    """Return whether n whole numbers on a scale can have this mean and SD, and what they hold.

    A sample is a count of people for each answer. With T the points of a person over all items,
    S = ΣT and Q = ΣT², ``mean = S/(n·items)`` and ``SD² = (n·Q - S²)/(n·(n-1)·items²)``.

    Parameters
    ----------
    mean, sd
        As printed, with their zeros; the SD by n - 1.
    n
        People, at least 2.
    scale
        The lowest and the highest answer of an item.
    items
        Whole-numbered items averaged within each person.
    thorough
        Whether to look for forced answers, and to compute the power, as well.

    Raises
    ------
    ValueError
        If a number is not plain, the scale has no two ends, or there are fewer than 2 people.

    Examples
    --------
    >>> sprite("2.20", "1.32", 20, scale=(1, 5)).fits
    True
    >>> sprite("2.20", "2.32", 20, scale=(1, 5)).fits
    False
    >>> fit = sprite("1.05", "0.22", 20, scale=(1, 5))
    >>> fit.sample, fit.forced, fit.top, fit.bottom
    (((1, 19), (2, 1)), ((1, 19), (2, 1)), 2, 1)
    """
    points, spread = plain_number(mean), plain_number(sd)
    low, high = scale
    if low >= high:
        raise ValueError(f"a scale runs from a lower to a higher number, not {low} to {high}")
    size, count = people(n, 2), whole_items(items)
    given = _Given(points=points, sd=spread, n=size, items=count)
    answers = range(low * count, high * count + 1)
    tried = _tried(given, answers)
    fits = tried.sample is not None or tried.gave_up
    bounds = _bounds(given, answers, tried) if thorough and tried.sample else _NOTHING
    power = share_seen(spread, lambda slip: _slips(given, slip, answers)) if thorough else None
    first = next(given.targets(answers), None)
    return SpriteFit(
        test="SPRITE",
        printed=f"mean {points.text}, SD {spread.text}, n = {size}, {low} to {high}"
        + (f", {count} items" if count > 1 else ""),
        fits=fits,
        implies=_told(tried.sample) if tried.sample else "no sample" if not fits else "not decided",
        arithmetic="every sum and sum of squares within rounding, searched to the end"
        if first
        else "no whole sum within the scale goes with this mean and SD",
        explanations=() if fits else _EXPLANATIONS,
        informative=not tried.gave_up and power != 0,
        power=power,
        sample=tried.sample,
        forced=bounds.forced,
        top=bounds.top,
        bottom=bounds.bottom,
        complete=not tried.gave_up and bounds.complete,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    points: Reported
    sd: Reported
    n: int
    items: int

    def targets(self, answers: range) -> Iterator[tuple[int, int]]:
        """Yield each sum and sum of squares, counted from the lowest answer, that is allowed."""
        n, lowest = self.n, answers[0]
        low, high = (end * n * self.items - n * lowest for end in ends(self.points))
        least, most = square_ends(self.sd, n * (n - 1) * self.items**2)
        sums = range(max(ceil(low), 0), min(floor(high), n * (len(answers) - 1)) + 1)
        for total in _from_the_middle(sums):
            rest = total % n
            first = -((-(max(least, rest * (n - rest)) + total * total)) // n)
            first += (first - total) % 2
            last = (most + total * total) // n
            for squares in _from_the_middle(range(first, last + 1, 2)):
                yield total, squares


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    sample: tuple[tuple[int, int], ...] | None
    gave_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bounds:
    forced: tuple[tuple[int, int], ...] = ()
    top: int | None = None
    bottom: int | None = None
    complete: bool = True


_NOTHING = _Bounds()


def _tried(given: _Given, answers: range, without: tuple[int, int] | None = None) -> _Tried:
    """Look for a sample; `without` names an answer and how many people at most may give it."""
    steps = Steps(MOST_STEPS)
    capped = None if without is None else (without[0] - answers[0], without[1])
    try:
        for total, squares in given.targets(answers):
            found = search(given.n, total, squares, len(answers) - 1, steps, capped=capped)
            if found is not None:
                return _Tried(
                    sample=tuple((answers[at], k) for at, k in sorted(found)), gave_up=False
                )
    except GaveUp:
        return _Tried(sample=None, gave_up=True)
    return _Tried(sample=None, gave_up=False)


def _there(tried: _Tried) -> bool:
    return tried.sample is not None or tried.gave_up


def _slips(given: _Given, slip: Reported, answers: range) -> bool:
    other = _Given(points=given.points, sd=slip, n=given.n, items=given.items)
    return _there(_tried(other, answers))


def _bounds(given: _Given, answers: range, tried: _Tried) -> _Bounds:
    """Return what every sample holds: only answers of the sample found can be forced."""
    complete = True

    def there(within: range, without: tuple[int, int] | None = None) -> bool:
        nonlocal complete
        again = _tried(given, within, without)
        complete = complete and not again.gave_up
        return _there(again)

    low, high = answers[0], answers[-1]
    top = _first(lambda end: there(range(low, end + 1)), low, high)
    bottom = -_first(lambda end: there(range(-end, high + 1)), -high, -low)
    forced = []
    for answer, most in tried.sample or ():
        least = next(k for k in range(most + 1) if k == most or there(answers, (answer, k)))
        if least:
            forced.append((answer, least))
    return _Bounds(forced=tuple(forced), top=top, bottom=bottom, complete=complete)


def _first(holds: Callable[[int], bool], low: int, high: int) -> int:
    """Return the first number from which on something holds; it holds at `high`."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _from_the_middle(numbers: range) -> Iterator[int]:
    """Yield a range from its middle outwards, where samples are likeliest."""
    middle = len(numbers) // 2
    for step in range(len(numbers) + 1):
        at = middle + (step + 1) // 2 * (1 if step % 2 else -1)
        if 0 <= at < len(numbers):
            yield numbers[at]


def _told(sample: tuple[tuple[int, int], ...]) -> str:
    return "such as " + ", ".join(f"{k} × {answer}" for answer, k in sample)
