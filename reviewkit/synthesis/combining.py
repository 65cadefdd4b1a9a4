"""Combining p values, for studies that print a test and no effect that could be pooled.

A method of the Cochrane Handbook, chapter 12 (McKenzie & Brennan, section 12.2.1.2). It answers "is
there evidence of an effect in at least one study?": nothing on how large an effect is, nor on how
many studies have it. Where effects can be pooled, pool them; where p values are printed mostly when
they are small, the answer is biased, and no method here can tell.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from scipy.special import chdtrc, ndtr, ndtri

from reviewkit import display
from reviewkit.errors import NotEstimable

Method = Literal["Fisher", "Stouffer"]
#: Fewest p values that can be combined.
FEWEST = 2
#: Smallest p that is computed with: below it a p is the machine's, not the study's.
SMALLEST = 1e-300
#: Share of the whole to which opposite z values that cancel out are told from 0.
ROUNDING = 1e-14
#: What each method asks, in the words of its answer.
TESTS: dict[Method, str] = {
    "Fisher": "whether there is an effect in this direction in at least one study; every p counts "
    "alike, and one very small p can decide",
    "Stouffer": "whether there is an effect in this direction on the whole of the studies; "
    "results in opposite directions cancel out",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined:
    """P values combined.

    Parameters
    ----------
    method
        ``Fisher`` or ``Stouffer``.
    statistic, df
        χ² with its degrees of freedom for Fisher; z, without any, for Stouffer.
    p
        One-sided: of the null hypothesis that no study has an effect in the direction asked about.
    p_either
        The same where the direction was not chosen beforehand: twice the smaller of the p values
        of the two directions, at most 1 (Bonferroni).
    k
        P values combined.
    weighted
        Whether weights were given (Stouffer alone).
    """

    method: Method
    statistic: float
    df: int | None
    p: float
    p_either: float
    k: int
    weighted: bool = False

    @property
    def tests(self) -> str:
        """What the method asks."""
        return TESTS[self.method]

    def summary(self) -> str:
        """Return the answer in a plain sentence, with what was asked.

        Examples
        --------
        >>> print(combine([0.016, 0.067, 0.25, 0.405, 0.871]).summary())  # doctest: +ELLIPSIS
        Fisher's method, 5 p values: χ²(10) = 18.5, one-sided p = .047 (either direction p = ...
        """
        name = f"{self.method}'s method{', weighted' if self.weighted else ''}"
        sign = f"χ²({self.df})" if self.df is not None else "z"
        return (
            f"{name}, {self.k} p values: {sign} = {display.number(self.statistic)}, one-sided "
            f"{display.p_value(self.p)} (either direction {display.p_value(self.p_either)}). "
            f"It asks {self.tests}."
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "method": self.method,
            "statistic": self.statistic,
            "df": self.df,
            "p": self.p,
            "p_either": self.p_either,
            "k": self.k,
            "weighted": self.weighted,
            "tests": self.tests,
        }


def one_sided(p: float, *, toward: bool) -> float:
    """Return the one-sided p of a two-sided one: ``p/2`` toward the direction asked about.

    ``1 - p/2`` where the effect lies on the other side.

    Parameters
    ----------
    p
        Two-sided, of a test whose statistic is symmetric.
    toward
        Whether the study's effect lies in the direction asked about.

    Examples
    --------
    >>> one_sided(0.04, toward=True), one_sided(0.04, toward=False)
    (0.02, 0.98)
    """
    _checked([p])
    return p / 2 if toward else 1 - p / 2


def combine(
    p: Sequence[float],
    *,
    method: Method = "Fisher",
    weights: Sequence[float] | None = None,
) -> Combined:
    """Combine one-sided p values of independent studies, all asked about the same direction.

    ``Fisher``: ``X = -2·Σ ln pᵢ``, χ² with 2k degrees of freedom if no study has an effect.
    ``Stouffer``: ``Z = Σ wᵢ·zᵢ / √(Σ wᵢ²)`` with ``zᵢ = Φ⁻¹(1 - pᵢ)``, standard normal then.

    Parameters
    ----------
    p
        One-sided, above 0 and at most 1; see `one_sided` for two-sided ones.
    method
        ``Fisher`` or ``Stouffer``.
    weights
        Of each study, above 0, for Stouffer alone: √n is usual (Zaykin 2011); all alike by default.

    Raises
    ------
    NotEstimable
        If there are not two p values, or for Stouffer if one is 1 and another as good as 0.

    Notes
    -----
    Fisher 1925; Stouffer and others 1949; Cochrane Handbook, chapter 12,
    doi:10.1002/9781119536604.ch12; weights, Zaykin 2011, doi:10.1111/j.1420-9101.2011.02297.x.
    p values are taken as continuous and independent: those of an exact test, of two outcomes of
    one study, or rounded ones make the answer approximate. R's metap gives the same statistics
    (``sumlog``, ``sumz``); it leaves p values of 0 out, which here are an error.

    Examples
    --------
    >>> found = combine([0.016, 0.067, 0.25, 0.405, 0.871])
    >>> round(found.statistic, 3), found.df, round(found.p, 4)
    (18.533, 10, 0.0466)
    >>> round(combine([0.016, 0.067, 0.25, 0.405, 0.871], method="Stouffer").statistic, 2)
    1.53
    """
    _checked(p)
    if len(p) < FEWEST:
        raise NotEstimable(f"{display.plural(len(p), 'p value')}: there is nothing to combine")
    if method == "Fisher":
        if weights is not None:
            raise ValueError("Fisher's method has no weights: ask for Stouffer's")
        statistic, here = _fisher(p)
        _, there = _fisher([max(1 - each, SMALLEST) for each in p])
        return Combined(
            method=method,
            statistic=statistic,
            df=2 * len(p),
            p=here,
            p_either=min(1.0, 2 * min(here, there)),
            k=len(p),
        )
    z = _stouffer(p, weights)
    return Combined(
        method=method,
        statistic=z,
        df=None,
        p=float(ndtr(-z)),
        p_either=min(1.0, 2 * float(ndtr(-abs(z)))),
        k=len(p),
        weighted=weights is not None,
    )


def _fisher(p: Sequence[float]) -> tuple[float, float]:
    statistic = -2 * math.fsum(math.log(each) for each in p)
    # -0.0 where every p is 1
    return statistic + 0.0, float(chdtrc(2 * len(p), max(statistic, 0.0)))


def _stouffer(p: Sequence[float], weights: Sequence[float] | None) -> float:
    if weights is None:
        weights = [1.0] * len(p)
    if len(weights) != len(p):
        raise ValueError(f"{len(p)} p values and {len(weights)} weights")
    if not all(math.isfinite(weight) and weight > 0 for weight in weights):
        raise ValueError(f"weights are above 0, not {list(weights)}")
    z = [-float(ndtri(each)) for each in p]
    if not all(map(math.isfinite, z)):
        raise NotEstimable("a p value of 1 has no z: Stouffer's method is not defined for it")
    weighted = [weight * each for weight, each in zip(weights, z, strict=True)]
    total = math.fsum(weighted)
    if abs(total) <= ROUNDING * math.fsum(map(abs, weighted)):
        total = 0.0
    return total / math.sqrt(math.fsum(weight**2 for weight in weights))


def _checked(p: Sequence[float]) -> None:
    for each in p:
        if not 0 < each <= 1:
            raise ValueError(f"a p value lies above 0 and at most at 1, not at {each}")
