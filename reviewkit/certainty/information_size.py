"""The optimal information size: the people that one adequately powered trial would need, in all.

The measure is GRADE's (guidance 34, doi:10.1016/j.jclinepi.2022.07.014): a two-sided alpha of .05,
a power of .80, and the smallest difference that one would not want to miss, which is the minimal
important difference, or for events a relative change of 20 to 25% (Core GRADE 2,
doi:10.1136/bmj-2024-081904, read in a transcription). The formulas are the usual ones for two means
and two proportions.
"""

from __future__ import annotations

import math
from typing import Literal

#: Quantiles of the normal distribution for a two-sided alpha of .05 and a power of .80.
Z_ALPHA, Z_BETA = 1.959963984540054, 0.8416212335729143
#: Standardised difference that a trial should be able to see where no MID is known
#: (a convention of this project).
MODEST_SMD = 0.2
#: Relative change of a risk that a trial should be able to see (Core GRADE 2: 20 to 25%).
MODEST_RRR = 0.25

#: Who is compared: two groups of people; the same people under each condition or on each side;
#: one group before and after.
Kind = Literal["two-arm", "paired", "before-after"]


def optimal_information_size(*, kind: Kind, difference: float = MODEST_SMD, sd: float = 1.0) -> int:
    """Return the people needed in all to see a difference of means.

    Two arms, ``2·2·(z_α + z_β)²·sd²/difference²``; paired or before-after,
    ``(z_α + z_β)²·sd²/difference²``.

    Parameters
    ----------
    kind
        Who is compared.
    difference
        The smallest that should be seen, in the unit of `sd`; 0.2 standard deviations by default.
    sd
        Of the outcome between people with two arms; otherwise of the differences within people.

    Examples
    --------
    >>> optimal_information_size(kind="two-arm"), optimal_information_size(kind="paired")
    (786, 197)
    >>> optimal_information_size(kind="two-arm", difference=10, sd=20)
    126
    """
    per = (Z_ALPHA + Z_BETA) ** 2 * sd**2 / difference**2
    return 2 * math.ceil(2 * per) if kind == "two-arm" else math.ceil(per)


def smallest_difference(people: int, *, kind: Kind, sd: float = 1.0) -> float:
    """Return the smallest difference of means that so many people can be expected to show.

    `optimal_information_size` solved for the difference: ``2·(z_α + z_β)·sd/√n`` with two arms of
    n/2, ``(z_α + z_β)·sd/√n`` paired or before-after. It says what a study could see before it
    began, not what it saw. Normal quantiles: with very few people the true one is larger.

    Parameters
    ----------
    people
        In all.
    kind
        Who is compared.
    sd
        Of the outcome between people with two arms; otherwise of the differences within people.

    Raises
    ------
    ValueError
        If there are fewer than 2 people.

    Examples
    --------
    >>> round(smallest_difference(786, kind="two-arm"), 3)
    0.2
    >>> round(smallest_difference(9, kind="before-after"), 2)
    0.93
    """
    if people < 2:  # noqa: PLR2004  # one person has no spread
        raise ValueError(f"people is a whole number of at least 2, not {people}")
    each = (Z_ALPHA + Z_BETA) * sd / math.sqrt(people)
    return 2 * each if kind == "two-arm" else each


def optimal_information_size_binary(
    control_risk: float, *, rrr: float = MODEST_RRR, rises: bool = False
) -> int:
    """Return the people needed in all, in two arms, to see a change of a risk.

    ``2·(z_α + z_β)²·[p₀(1 - p₀) + p₁(1 - p₁)]/(p₀ - p₁)²`` with ``p₁ = p₀·(1 - rrr)``, or
    ``p₀·(1 + rrr)`` where the event is to become more frequent. Where that would be more than
    everybody, the people without the event are taken to become fewer by as much.

    Parameters
    ----------
    control_risk
        Share of people with the event in the comparison group, above 0 and below 1.
    rrr
        Relative change to be seen.
    rises
        Whether the event becomes more frequent.

    Examples
    --------
    >>> optimal_information_size_binary(0.2), optimal_information_size_binary(0.2, rises=True)
    (1806, 2182)
    """
    treated = control_risk * (1 + rrr if rises else 1 - rrr)
    if treated >= 1:
        treated = 1 - (1 - control_risk) * (1 - rrr)
    spread = control_risk * (1 - control_risk) + treated * (1 - treated)
    return 2 * math.ceil((Z_ALPHA + Z_BETA) ** 2 * spread / (control_risk - treated) ** 2)
