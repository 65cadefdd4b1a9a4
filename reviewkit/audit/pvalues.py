"""P values of printed statistics, as intervals: from the numbers that round to what is printed.

Only `scipy.special` is used, and only when a p is asked for. The distributions are the usual ones:
NIST Handbook of Mathematical Functions, https://dlmf.nist.gov/8.17 (incomplete beta: t, F, r) and
https://dlmf.nist.gov/8.2 (incomplete gamma: χ², Q).
"""

from __future__ import annotations

import math
from itertools import product
from typing import Literal, NamedTuple

from reviewkit.effects.tails import normal_p, t_p
from reviewkit.reported import Reported

Statistic = Literal["t", "F", "r", "z", "chi2", "Q"]
#: Degrees of freedom that each statistic is printed with.
DFS: dict[Statistic, int] = {"t": 1, "F": 2, "r": 1, "z": 0, "chi2": 1, "Q": 1}
#: Statistics with a sign, which a one-sided test is possible with.
SIGNED: frozenset[Statistic] = frozenset({"t", "r", "z"})
#: Relative slack for the machine's arithmetic, far below any printed digit.
SLACK = 1e-9


#: The least p that is told by its digits.
_LEAST_TOLD = 1e-5


class PRange(NamedTuple):
    """The p values that the numbers behind a printed statistic have."""

    least: float
    most: float


def p_of(statistic: Statistic, value: float, dfs: tuple[float, ...] = ()) -> float:
    """Return the p of a statistic: two-sided for t, r and z, the upper tail for F, χ² and Q.

    ``r`` is tested by ``t = r·√(df / (1 - r²))`` with df = n - 2.

    Examples
    --------
    >>> round(p_of("t", 2.2, (28,)), 4), round(p_of("F", 3.12, (2, 57)), 4)
    (0.0362, 0.0518)
    >>> round(p_of("r", 0.25, (84,)), 4), round(p_of("chi2", 7.0, (1,)), 4)
    (0.0203, 0.0082)
    """
    if math.isinf(value):
        return 0.0
    if statistic == "z":
        return normal_p(value)
    if statistic == "t":
        return t_p(value, dfs[0])
    if statistic == "r":
        size = abs(value)
        return 0.0 if size >= 1 else t_p(size * math.sqrt(dfs[0] / (1 - size * size)), dfs[0])
    from scipy.special import chdtrc, fdtrc

    if statistic == "F":
        return float(fdtrc(dfs[0], dfs[1], value))
    return float(chdtrc(dfs[0], value))


def p_range(
    statistic: Statistic,
    size: tuple[float, float],
    dfs: tuple[tuple[float, float], ...] = (),
    *,
    one_sided: bool = False,
) -> PRange:
    """Return the least and the greatest p of a statistic known to lie in an interval.

    P falls as the statistic grows away from 0; over an interval of degrees of freedom, which only
    those printed with decimals are, it is taken at the ends.

    Examples
    --------
    >>> [round(p, 4) for p in p_range("t", (2.195, 2.205), ((28, 28),))]
    [0.0358, 0.0366]
    """
    low, high = size
    nearest = 0.0 if low <= 0 <= high and statistic in SIGNED else min(abs(low), abs(high))
    furthest = max(abs(low), abs(high))
    if statistic not in SIGNED:
        nearest, furthest = max(low, 0.0), max(high, 0.0)
    halves = 2 if one_sided and statistic in SIGNED else 1
    ps = [
        p_of(statistic, value, corner) / halves
        for value in (nearest, furthest)
        for corner in product(*dfs)
    ]
    return PRange(min(ps), max(ps))


def fits_p(printed: Reported, p: PRange) -> bool:
    """Whether a printed p can be the rounding of one within a range, or holds of one.

    Raises
    ------
    ValueError
        If it is printed as "about" or "almost".

    Examples
    --------
    >>> from reviewkit.reported import parse
    >>> fits_p(parse(".03"), PRange(0.0358, 0.0366)), fits_p(parse("< .05"), PRange(0.04, 0.06))
    (False, True)
    """
    limit = float(printed.value)
    if printed.relation in {"<", "<="}:
        return p.least <= limit * (1 + SLACK)
    if printed.relation in {">", ">="}:
        return p.most >= limit * (1 - SLACK)
    if printed.relation != "=":
        raise ValueError(f"{printed.text!r} is no p value that can be tested")
    low, high = map(float, printed.interval)
    return p.least <= high * (1 + SLACK) and p.most >= low * (1 - SLACK)


def side(printed: Reported, alpha: float) -> Literal["significant", "not", "open"]:
    """Return on which side of `alpha` a printed p lies, or that its rounding leaves it open.

    Examples
    --------
    >>> from reviewkit.reported import parse
    >>> side(parse(".03"), 0.05), side(parse("> .05"), 0.05), side(parse(".05"), 0.05)
    ('significant', 'not', 'open')
    """
    low, high = map(float, printed.interval)
    limit = float(printed.value)
    if printed.relation in {"<", "<="}:
        return "significant" if limit <= alpha else "open"
    if printed.relation in {">", ">="}:
        return "not" if limit >= alpha else "open"
    return "significant" if high < alpha else "not" if low > alpha else "open"


def told(p: float) -> str:
    """Return a p for people to read, with enough digits to compare it by.

    Examples
    --------
    >>> told(0.03617), told(0.00012), told(1e-12)
    ('.036', '.00012', '< .00001')
    """
    if p < _LEAST_TOLD:
        return "< .00001"
    decimals = max(3, 1 - math.floor(math.log10(p)))
    return f"{p:.{decimals}f}".removeprefix("0")


def told_range(found: PRange) -> str:
    """Return a range of p for people to read.

    Examples
    --------
    >>> told_range(PRange(0.0358, 0.0366)), told_range(PRange(1e-9, 0.002))
    ('p from .036 to .037', 'p at most .0020')
    """
    least, most = told(found.least), told(found.most)
    if least == most:
        return f"p {most}" if most.startswith("<") else f"p = {most}"
    return f"p at most {most}" if least.startswith("<") else f"p from {least} to {most}"
