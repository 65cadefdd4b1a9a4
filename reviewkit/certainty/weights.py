"""Weights, held apart from what they weigh, which stays the same however results are pooled."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

#: The share of each of some things in the whole, in their order; they sum to 1.
Weights = tuple[float, ...]


def share(weights: Weights, where: Iterable[bool]) -> float:
    """Return the share of those things of which something holds.

    Examples
    --------
    >>> share((0.5, 0.25, 0.25), (True, False, True))
    0.75
    """
    return sum(compress(weights, where))
