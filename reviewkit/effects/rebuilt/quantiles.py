"""Mean and SD from a median with quartiles, range or both; and when not to.

For outcomes that are about normal. A paper that prints medians often does so because they are not:
the skewness test of Shi and others asks the printed numbers themselves.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

from reviewkit.effects import inputs
from reviewkit.effects.rebuilt.value import Rebuilt, derived
from reviewkit.errors import NotEstimable

WAN_2014 = "10.1186/1471-2288-14-135"
"""Wan, Wang, Liu & Tong: Estimating the sample mean and standard deviation from the sample size,
median, range and/or interquartile range (eq. 9 and 16)."""

LUO_2018 = "10.1177/0962280216669183"
"""Luo, Wan, Liu & Tong: Optimally estimating the sample mean from the sample size, median,
mid-range, and/or mid-quartile range (eq. 7, 11 and 15)."""

SHI_2020 = "10.1002/jrsm.1429"
"""Shi, Luo, Weng, Zeng, Lin, Chu & Tong: Optimally estimating the sample standard deviation from
the five-number summary (eq. 10)."""

SHI_2023 = "10.1177/09622802231172043"
"""Shi, Luo, Wan, Liu, Liu, Bian & Tong: Detecting the skewness of data from the five-number summary
and its application in meta-analysis."""

LEAST_N = 5
"""Five numbers of fewer people than that are the data themselves."""

Given = Literal["range", "quartiles", "five numbers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skewness:
    """The test of the printed numbers for skewness.

    Parameters
    ----------
    statistic
        How far the numbers are from symmetric.
    critical
        Its critical value at level 0.05 under normality.
    skewed
        Whether the statistic reaches it.
    """

    statistic: float
    critical: float
    skewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanSd:
    """Mean and SD of one group, both derived.

    Parameters
    ----------
    mean, sd
        The estimates.
    skewness
        The test that they passed, or were asked to stand in spite of.
    """

    mean: Rebuilt
    sd: Rebuilt
    skewness: Skewness


def mean_sd(
    *,
    n: int,
    median: float,
    q1: float | None = None,
    q3: float | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
    even_if_skewed: bool = False,
) -> MeanSd:
    """Return the mean and SD behind a median and quartiles, range, or all five numbers.

    Mean, weights by Luo and others: range ``w(a + b)/2 + (1 - w)m`` with ``w = 4/(4 + n^.75)``;
    quartiles ``w = 0.7 + 0.39/n``; five numbers ``w1 = 2.2/(2.2 + n^.75)`` for the range and
    ``w2 = 0.7 - 0.72/n^.55`` for the quartiles. SD by Wan and others: ``(b - a)/ξ`` with
    ``ξ = 2Φ⁻¹[(n - 0.375)/(n + 0.25)]``, or ``(q3 - q1)/η`` with
    ``η = 2Φ⁻¹[(0.75n - 0.125)/(n + 0.25)]``; for five numbers Shi and others' mean of both, the
    range having the weight ``1/(1 + 0.07·n^0.6)``.

    Parameters
    ----------
    n
        People measured.
    median, q1, q3, minimum, maximum
        As printed; both quartiles, both ends of the range, or all four.
    even_if_skewed
        Go on where the numbers are skewed, and say so.

    Raises
    ------
    NotEstimable
        If the skewness test rejects (at 0.05), unless asked to go on.
    ValueError
        If the numbers are not in order, or neither quartiles nor range is whole.

    Notes
    -----
    Luo and others 2018, doi:10.1177/0962280216669183; Wan and others 2014,
    doi:10.1186/1471-2288-14-135; Shi and others 2020, doi:10.1002/jrsm.1429. As metafor's
    ``conv.fivenum`` by default. A mean so derived is less precise than its SE will say.

    Examples
    --------
    >>> group = mean_sd(n=20, median=6, q1=4, q3=10)
    >>> round(float(group.mean), 4), round(float(group.sd), 4)
    (6.7195, 4.7871)
    """
    numbers = _Quantiles(n=n, median=median, q1=q1, q3=q3, minimum=minimum, maximum=maximum)
    given = numbers.checked()
    tested = skewness(n=n, median=median, q1=q1, q3=q3, minimum=minimum, maximum=maximum)
    if tested.skewed and not even_if_skewed:
        raise NotEstimable(
            f"the {given} are skewed (statistic {tested.statistic:.2f}, critical value "
            f"{tested.critical:.2f}): no mean and SD under a normal distribution"
        )
    assumes = ["the outcome is normally distributed"]
    if tested.skewed:
        assumes.append(f"though the {given} are skewed")
    printed = {"n": n, "median": median, "q1": q1, "q3": q3, "min": minimum, "max": maximum}
    mean_formula, mean = numbers.mean(given)
    sd_formula, sd = numbers.sd(given)
    return MeanSd(
        mean=derived(
            "mean", mean, formula=mean_formula, source=LUO_2018, assumes=tuple(assumes), **printed
        ),
        sd=derived(
            "sd",
            sd,
            formula=sd_formula,
            source=SHI_2020 if given == "five numbers" else WAN_2014,
            assumes=tuple(assumes),
            **printed,
        ),
        skewness=tested,
    )


def skewness(
    *,
    n: int,
    median: float,
    q1: float | None = None,
    q3: float | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
) -> Skewness:
    """Return the test of printed quantiles for skewness, at level 0.05.

    Range: ``|a + b - 2m|/(b - a)`` against ``1/ln(n + 9) + 2.5/(n + 1)``. Quartiles:
    ``|q1 + q3 - 2m|/(q3 - q1)`` against ``2.65/√n - 6/n²``. Five numbers: the larger of the second
    and ``2.65·ln(0.6n)/√n`` times the first, against ``3/√n - 40/n³``.

    Parameters
    ----------
    n, median, q1, q3, minimum, maximum
        As in `mean_sd`.

    Notes
    -----
    Shi and others 2023, doi:10.1177/09622802231172043. With few people it finds only the grossest
    skewness: not rejected is not shown to be normal.

    Examples
    --------
    >>> test = skewness(n=20, median=6, q1=4, q3=14, minimum=2, maximum=20)
    >>> round(test.statistic, 4), round(test.critical, 4), test.skewed
    (0.818, 0.6658, True)
    """
    numbers = _Quantiles(n=n, median=median, q1=q1, q3=q3, minimum=minimum, maximum=maximum)
    given = numbers.checked()
    of_range = numbers.asymmetry(minimum, maximum)
    of_quartiles = numbers.asymmetry(q1, q3)
    if given == "range":
        statistic, critical = of_range, 1 / math.log(n + 9) + 2.5 / (n + 1)
    elif given == "quartiles":
        statistic, critical = of_quartiles, 2.65 / math.sqrt(n) - 6 / n**2
    else:
        weighted = 2.65 * math.log(0.6 * n) / math.sqrt(n) * of_range
        statistic, critical = max(weighted, of_quartiles), 3 / math.sqrt(n) - 40 / n**3
    return Skewness(statistic=statistic, critical=critical, skewed=statistic >= critical)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quantiles:
    """The printed numbers of one group; absent ones count for nothing."""

    n: int
    median: float
    q1: float | None
    q3: float | None
    minimum: float | None
    maximum: float | None

    def checked(self) -> Given:
        """Return which numbers there are, once they are possible."""
        inputs.sample_size(n=self.n)
        if self.n < LEAST_N:
            raise NotEstimable(f"quantiles of {self.n} people say too little of a mean and an SD")
        order = ("minimum", "q1", "median", "q3", "maximum")
        numbers = {name: getattr(self, name) for name in order if getattr(self, name) is not None}
        inputs.finite(**numbers)
        if list(numbers.values()) != sorted(numbers.values()):
            said = ", ".join(f"{name} {number:g}" for name, number in numbers.items())
            raise ValueError(f"minimum ≤ q1 ≤ median ≤ q3 ≤ maximum does not hold: {said}")
        has_range = {"minimum", "maximum"} <= set(numbers)
        has_quartiles = {"q1", "q3"} <= set(numbers)
        if not (has_range or has_quartiles):
            raise ValueError("beside the median take both quartiles, or both ends of the range")
        if (has_range and self.minimum == self.maximum) or (has_quartiles and self.q1 == self.q3):
            raise NotEstimable("the numbers beside the median are equal: no spread follows")
        if has_range and has_quartiles:
            return "five numbers"
        return "range" if has_range else "quartiles"

    def asymmetry(self, low: float | None, high: float | None) -> float:
        """Return ``|low + high - 2·median|/(high - low)``."""
        if low is None or high is None:
            return 0.0
        return abs(low + high - 2 * self.median) / (high - low)

    def mean(self, given: Given) -> tuple[str, float]:
        """Return the formula of the mean, and the mean."""
        n = self.n
        of_range, of_quartiles = 0.0, 0.0
        if given == "range":
            of_range = 4 / (4 + n**0.75)
            formula = "mean = w(min + max)/2 + (1 - w)median; w = 4/(4 + n^0.75)"
        elif given == "quartiles":
            of_quartiles = 0.7 + 0.39 / n
            formula = "mean = w(q1 + q3)/2 + (1 - w)median; w = 0.7 + 0.39/n"
        else:
            of_range, of_quartiles = 2.2 / (2.2 + n**0.75), 0.7 - 0.72 / n**0.55
            formula = (
                "mean = w1(min + max)/2 + w2(q1 + q3)/2 + (1 - w1 - w2)median; "
                "w1 = 2.2/(2.2 + n^0.75), w2 = 0.7 - 0.72/n^0.55"
            )
        middles = of_range * _middle(self.minimum, self.maximum)
        middles += of_quartiles * _middle(self.q1, self.q3)
        return formula, middles + (1 - of_range - of_quartiles) * self.median

    def sd(self, given: Given) -> tuple[str, float]:
        """Return the formula of the SD, and the SD."""
        n = self.n
        of_range = _width(self.minimum, self.maximum) / _twice_normal((n - 0.375) / (n + 0.25))
        of_quartiles = _width(self.q1, self.q3) / _twice_normal((0.75 * n - 0.125) / (n + 0.25))
        if given == "range":
            return f"SD = (max - min)/ξ; {_XI}", of_range
        if given == "quartiles":
            return f"SD = (q3 - q1)/η; {_ETA}", of_quartiles
        weight = 1 / (1 + 0.07 * n**0.6)
        both = "SD = w(max - min)/ξ + (1 - w)(q3 - q1)/η; w = 1/(1 + 0.07·n^0.6)"
        return f"{both}; {_XI}; {_ETA}", weight * of_range + (1 - weight) * of_quartiles


_XI = "ξ = 2Φ⁻¹[(n - 0.375)/(n + 0.25)]"
_ETA = "η = 2Φ⁻¹[(0.75n - 0.125)/(n + 0.25)]"


def _middle(low: float | None, high: float | None) -> float:
    return 0.0 if low is None or high is None else (low + high) / 2


def _width(low: float | None, high: float | None) -> float:
    return 0.0 if low is None or high is None else high - low


def _twice_normal(share: float) -> float:
    return 2 * NormalDist().inv_cdf(share)
