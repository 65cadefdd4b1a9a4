"""Honest samples and tests, rounded as authors round them: what no audit may ever flag.

Samples are of whole-numbered answers on scales and counts, spread widely, hardly, or to both ends;
tests are of any effect. Numbers are rounded from their exact values, a 5 going up, down or to the
even digit, or as a machine prints the nearest binary number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext

import numpy as np
from scipy.special import chdtri, fdtri, ndtri, stdtrit

from reviewkit.audit.pvalues import Statistic, p_of

ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, "as a machine prints")
SCALES = ((1, 5), (1, 7), (0, 10), (0, 3), (-3, 3), (0, 100))
N = (5, 200)
ITEMS = (1, 10)
DECIMALS = (0, 3)
MOST = 1e6
"""No statistic that a paper prints is larger; with 1 degree of freedom some would be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What is printed of a sample of whole numbers."""

    mean: str
    sd: str
    n: int
    items: int
    scale: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What is printed of a sample of ones and zeros."""

    mean: str
    sd: str
    percent: str
    n: int


def rounded(value: Decimal, decimals: int, rounding: str) -> str:
    """Print a number, its zeros kept."""
    if rounding not in ROUNDINGS[:3]:
        return f"{float(value):.{decimals}f}"
    with localcontext() as context:
        context.prec = 60
        return str(value.quantize(Decimal(1).scaleb(-decimals), rounding=rounding))


def sd_of(total: int, squares: int, n: int, items: int) -> Decimal:
    """Return the SD of n averages of items, by n - 1, from their sum of points and of squares."""
    with localcontext() as context:
        context.prec = 60
        return (Decimal(n * squares - total * total) / (n * (n - 1) * items * items)).sqrt()


def samples(seed: int, count: int, *, most_n: int = N[1]) -> Iterator[Sample]:
    """Yield honest samples of whole numbers, the same ones for the same seed."""
    rng = np.random.default_rng(seed)
    for _ in range(count):
        n, items = int(rng.integers(N[0], most_n + 1)), int(rng.integers(ITEMS[0], ITEMS[1] + 1))
        low, high = SCALES[rng.integers(len(SCALES))]
        points = _answers(rng, n, items, low, high).sum(axis=1)
        total, squares = int(points.sum()), int((points * points).sum())
        rounding = ROUNDINGS[rng.integers(len(ROUNDINGS))]
        of_mean, of_sd = (int(rng.integers(DECIMALS[0], DECIMALS[1] + 1)) for _ in range(2))
        with localcontext() as context:
            context.prec = 60
            mean = Decimal(total) / (n * items)
        yield Sample(
            mean=rounded(mean, of_mean, rounding),
            sd=rounded(sd_of(total, squares, n, items), of_sd, rounding),
            n=n,
            items=items,
            scale=(low, high),
        )


def _answers(
    rng: np.random.Generator, n: int, items: int, low: int, high: int
) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Answers spread evenly, about a middle, hardly at all, or to the two ends."""
    shape = rng.integers(4)
    if shape == 0:
        return rng.integers(low, high + 1, size=(n, items))
    if shape == 1:
        return low + rng.binomial(high - low, rng.random(), size=(n, items))
    middle = int(rng.integers(low, high + 1))
    if shape == 2:
        near = rng.random((n, items)) < rng.random() / 5
        return np.where(near, np.clip(middle + rng.choice([-1, 1]), low, high), middle)
    return np.where(rng.random((n, items)) < rng.random(), low, high)


def shares(seed: int, count: int) -> Iterator[Share]:
    """Yield honest samples of ones and zeros."""
    rng = np.random.default_rng(seed)
    for _ in range(count):
        n = int(rng.integers(N[0], N[1] + 1))
        ones = int(rng.binomial(n, rng.choice([rng.random(), 0.5, 0.01, 0.99])))
        rounding = ROUNDINGS[rng.integers(len(ROUNDINGS))]
        of_mean, of_sd = (int(rng.integers(DECIMALS[0], DECIMALS[1] + 1)) for _ in range(2))
        with localcontext() as context:
            context.prec = 60
            mean = Decimal(ones) / n
        yield Share(
            mean=rounded(mean, of_mean, rounding),
            sd=rounded(sd_of(ones, ones, n, 1), of_sd, rounding),
            percent=rounded(100 * mean, of_mean, rounding),
            n=n,
        )


#: The statistic that has an upper tail, two-sided for t, r and z, of so much.
INVERSE: dict[Statistic, Callable[[float, tuple[float, ...]], float]] = {
    "t": lambda p, dfs: -float(stdtrit(dfs[0], p / 2)),
    "r": lambda p, dfs: _r(-float(stdtrit(dfs[0], p / 2)), dfs[0]),
    "z": lambda p, _: -float(ndtri(p / 2)),
    "F": lambda p, dfs: float(fdtri(dfs[0], dfs[1], 1 - p)),
    "chi2": lambda p, dfs: float(chdtri(dfs[0], p)),
    "Q": lambda p, dfs: float(chdtri(dfs[0], p)),
}


def _r(t: float, df: float) -> float:
    return t / float(np.sqrt(df + t * t))


def tests(seed: int, count: int, statistic: Statistic) -> Iterator[str]:
    """Yield honest tests as an article prints them, p exact or as a bound, some one-sided."""
    rng = np.random.default_rng(seed)
    for _ in range(count):
        dfs = tuple(_df(rng, statistic, place) for place in range(_DFS[statistic]))
        exact = tuple(float(df) for df, _ in dfs)
        drawn = rng.choice([rng.random(), 10 ** -(8 * rng.random()), 0.05, 0.001])
        value = INVERSE[statistic](min(max(float(drawn), 1e-9), 1 - 1e-9), exact)
        if value > MOST:
            value = INVERSE[statistic](0.05, exact)
        p = p_of(statistic, value, exact)
        signed = statistic in {"t", "r", "z"}
        sign = -1 if signed and rng.random() < 0.5 else 1
        one_sided = signed and rng.random() < 0.2
        if one_sided:
            p = p / 2 if rng.random() < 0.9 else 1 - p / 2  # the other way than was predicted
        rounding = ROUNDINGS[rng.integers(len(ROUNDINGS))]
        of_value, of_p = int(rng.integers(0, 4)), int(rng.integers(2, 5))
        printed = rounded(Decimal(sign * value), of_value, rounding)
        inside = ", ".join(text for _, text in dfs)
        if statistic == "chi2" and rng.random() < 0.5:
            inside += f", N = {rng.integers(20, 2000)}"
        name = {"chi2": "χ²"}.get(statistic, statistic)
        head = f"{name}({inside})" if inside else name
        tail = ", one-tailed" if one_sided else ""
        yield f"{head} = {printed}, p {_p(rng, p, of_p, rounding)}{tail}"


_DFS: dict[Statistic, int] = {"t": 1, "r": 1, "z": 0, "F": 2, "chi2": 1, "Q": 1}


def _df(rng: np.random.Generator, statistic: Statistic, place: int) -> tuple[Decimal, str]:
    """Degrees of freedom and how they are printed: whole, or corrected and with decimals."""
    most = 6 if statistic == "F" and place == 0 else 300 if statistic != "chi2" else 20
    whole = int(rng.integers(1, most + 1))
    if statistic in {"t", "F"} and rng.random() < 0.3:
        corrected = Decimal(whole) + Decimal(str(round(float(rng.random()), 6)))
        return corrected, rounded(corrected, int(rng.integers(1, 3)), ROUND_HALF_UP)
    return Decimal(whole), str(whole)


def _p(rng: np.random.Generator, p: float, decimals: int, rounding: str) -> str:
    """A p as printed: exact, or as a bound that it keeps."""
    style = rng.integers(3)
    below = [bound for bound in (0.001, 0.01, 0.05) if p < bound]
    if style == 0 and below:
        return f"< {str(below[rng.integers(len(below))])[1:]}"
    if style == 1 and p > 0.05:
        return "> .05"
    printed = rounded(Decimal(p), decimals, rounding)
    return f"= {printed.removeprefix('0') if style == 2 else printed}"
