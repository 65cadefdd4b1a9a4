"""Vote counting by direction of effect, for studies whose effects cannot be pooled.

A method of the Cochrane Handbook, chapter 12, reported as the SWiM guideline asks (Campbell and
others 2020, doi:10.1136/bmj.l6890): studies are counted by the side their effect lies on, never
by whether it was significant. It answers "is there any evidence of an effect?", not "how large?".
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from math import comb
from typing import Any

from reviewkit import display
from reviewkit.effects.proportions import IntervalMethod, clopper_pearson, wilson
from reviewkit.effects.values import Interval
from reviewkit.errors import NotEstimable


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionCount:
    """Studies counted by the direction of their effect.

    Parameters
    ----------
    positive, negative
        Studies whose effect lies on either side of no effect.
    unclear
        Studies with mixed, null or unreported direction: shown, but not in share, interval or p.
    share, ci
        Positive studies among those with a direction, as a proportion, with its interval.
    p
        Exact two-sided sign test that both directions are equally likely.
    least_p
        The smallest p that so many studies can give, when all agree.
    alpha
        Level that `can_reach_alpha` speaks of.
    """

    positive: int
    negative: int
    unclear: int
    share: float
    ci: Interval
    p: float
    least_p: float
    alpha: float

    @property
    def k(self) -> int:
        """Studies with a direction."""
        return self.positive + self.negative

    @property
    def can_reach_alpha(self) -> bool:
        """Whether the sign test could reach `alpha` if all studies agreed."""
        return self.least_p <= self.alpha

    def summary(self) -> str:
        """Return the count in plain sentences, with what the sign test cannot do.

        Examples
        --------
        >>> print(count_directions(4, 0).summary())  # doctest: +NORMALIZE_WHITESPACE
        4 of 4 studies with a direction point the positive way (100%, Wilson interval 51% to
        100%); sign test p = .13. With 4 studies the sign test cannot reach 0.05 even if all
        agree: it needs 6.
        """
        studies = display.plural(self.k, "study", "studies")
        limits = display.interval(100 * self.ci.lower, 100 * self.ci.upper, unit="%")
        counted = (
            f"{self.positive} of {studies} with a direction point the positive way "
            f"({display.percent(self.share)}, {self.ci.method} interval {limits}); "
            f"sign test {display.p_value(self.p)}."
        )
        parts = [counted]
        if not self.can_reach_alpha:
            parts.append(
                f"With {studies} the sign test cannot reach {self.alpha:g} even if all agree: "
                f"it needs {least_studies(self.alpha)}."
            )
        if self.unclear:
            without = display.plural(self.unclear, "study", "studies")
            parts.append(f"{without} without a clear direction not counted.")
        return " ".join(parts)

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "positive": self.positive,
            "negative": self.negative,
            "unclear": self.unclear,
            "share": self.share,
            "ci": self.ci.to_dict(),
            "p": self.p,
            "least_p": self.least_p,
            "alpha": self.alpha,
        }


def count_directions(
    positive: int,
    negative: int,
    *,
    unclear: int = 0,
    interval: IntervalMethod = "wilson",
    level: float = 0.95,
    alpha: float = 0.05,
) -> DirectionCount:
    """Return studies counted by direction, with the share, its interval and the sign test.

    Parameters
    ----------
    positive, negative
        Studies on either side of no effect, by the sign of the effect alone.
    unclear
        Studies without a clear direction; reported, not tested.
    interval
        ``wilson`` or ``clopper-pearson``, for the share of positive studies.
    level
        Coverage of that interval.
    alpha
        Level at which the sign test is asked whether it could ever reach it.

    Raises
    ------
    NotEstimable
        If no study has a direction.

    Notes
    -----
    Cochrane Handbook, chapter 12, doi:10.1002/9781119536604.ch12. A count gives a study of nine
    the weight of a study of nine hundred.

    Examples
    --------
    >>> result = count_directions(6, 0)
    >>> result.p, result.can_reach_alpha, round(result.ci.lower, 3)
    (0.03125, True, 0.61)
    """
    if min(positive, negative, unclear) < 0:
        raise ValueError(f"counts cannot be negative: {positive}, {negative}, {unclear}")
    k = positive + negative
    if k == 0:
        raise NotEstimable("no study has a direction, so there is nothing to count")
    make = clopper_pearson if interval == "clopper-pearson" else wilson
    return DirectionCount(
        positive=positive,
        negative=negative,
        unclear=unclear,
        share=positive / k,
        ci=make(positive, k, level=level),
        p=sign_test(positive, negative),
        least_p=sign_test(k, 0),
        alpha=alpha,
    )


def sign_test(positive: int, negative: int) -> float:
    """Return the exact two-sided p of the sign test.

    Twice the probability, at odds of even, of a majority at least as large; at most 1.

    Examples
    --------
    >>> sign_test(5, 0), sign_test(6, 0), sign_test(3, 3)
    (0.0625, 0.03125, 1.0)
    """
    k, least = positive + negative, min(positive, negative)
    outcomes = 2 * sum(comb(k, i) for i in range(least + 1))
    return min(1.0, outcomes / (1 << k))


def least_studies(alpha: float = 0.05) -> int:
    """Return how many studies must agree for the two-sided sign test to reach `alpha`.

    Examples
    --------
    >>> least_studies(), least_studies(0.01)
    (6, 8)
    """
    return next(k for k in count(1) if sign_test(k, 0) <= alpha)
