"""DEBIT: whether data of 0 and 1 can have the mean and the SD that are printed.

The SD of such data follows from the share of ones, so to print both is to say one thing twice.
Every count of ones that rounds to the printed mean is tried, so a half inside its interval, where
the SD is largest, needs no care of its own.

Heathers & Brown 2019, https://osf.io/5vb3u; the whole counts are those of GRIM (Brown & Heathers
2017, doi:10.1177/1948550616673876).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, sqrt

from reviewkit.audit.fit import Fit, Printed, ends, people, plain_number, share_seen, square_ends
from reviewkit.reported import Reported

_DIVISOR = "an SD that divides by n instead of n - 1 would fit"
_OTHER = (
    "another number of people behind the SD than behind the mean",
    "data with other values than 0 and 1",
    "a standard error under the name of SD",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DebitFit(Fit):
    """Whether ones and zeros can have a printed mean and SD.

    Parameters
    ----------
    ones
        Every count of ones that rounds to the printed mean.
    power
        Share of SDs one to nine units of the last digit away that would not fit this mean.
    """

    ones: range
    power: float


def debit(mean: Printed, sd: Printed, n: int) -> DebitFit:
    """Return whether n ones and zeros can have this mean and SD.

    With k ones, the mean is ``k/n`` and ``SD² = k·(n-k) / (n·(n-1))``.

    Parameters
    ----------
    mean, sd
        As printed, with their zeros: the share of ones, and the SD by n - 1.
    n
        People, at least 2.

    Raises
    ------
    ValueError
        If a number is not plain, the mean cannot be a share, or there are fewer than 2 people.

    Examples
    --------
    >>> debit("0.35", "0.18", 20).fits, debit("0.35", "0.49", 20).fits
    (False, True)
    >>> debit("0.35", "0.18", 20).arithmetic
    '7 of 20: SD = √(7·13/(20·19)) = 0.4894'
    """
    share, spread = plain_number(mean), plain_number(sd)
    size = people(n, 2)
    low, high = (end * size for end in ends(share))
    if high < 0 or low > size:
        raise ValueError(f"the mean of ones and zeros is between 0 and 1, not {share.text}")
    ones = range(max(ceil(low), 0), min(floor(high), size) + 1)
    fits = _some(ones, spread, size)
    power = share_seen(spread, lambda slip: _some(ones, slip, size))
    other = not fits and _some(ones, spread, size, divisor=size)
    sds = [_sd(k, size) for k in (ones[0], ones[-1], *_half(ones, size))] if ones else []
    decimals = spread.decimals + 2
    return DebitFit(
        test="DEBIT",
        printed=f"mean {share.text}, SD {spread.text}, n = {size}, of ones and zeros",
        fits=fits,
        implies=f"an SD of {min(sds):.{decimals}f} to {max(sds):.{decimals}f}"
        if sds
        else "no whole count of ones rounds to this mean (GRIM)",
        arithmetic="; ".join(
            f"{k} of {size}: SD = √({k}·{size - k}/({size}·{size - 1})) = {_sd(k, size):.4f}"
            for k in dict.fromkeys((ones[0], ones[-1]) if ones else ())
        ),
        explanations=() if fits else ((_DIVISOR,) if other else ()) + _OTHER,
        informative=power > 0,
        power=power,
        ones=ones,
    )


def _some(ones: range, sd: Reported, n: int, divisor: int | None = None) -> bool:
    """Whether the SD of some count of ones rounds to the printed one."""
    least, most = square_ends(sd, n * (n - 1 if divisor is None else divisor))
    return any(least <= k * (n - k) <= most for k in ones)


def _half(ones: range, n: int) -> tuple[int, ...]:
    return tuple(k for k in (n // 2,) if k in ones)


def _sd(k: int, n: int) -> float:
    return sqrt(k * (n - k) / (n * (n - 1)))
