"""Which whole numbers have a given count, sum and sum of squares: an exact search.

The counts of the answers are chosen from the highest answer down. What is left over must lie
between the least and the greatest sum of squares that so many numbers with that sum can have, and
be as even as the sum; that prunes nearly every false start. Made for SPRITE (Heathers et al. 2018,
doi:10.7287/peerj.preprints.26968v1), which shuffles at random instead.
"""

from __future__ import annotations

#: Choices after which a search gives up. Searches that end take a few hundred.
MOST_STEPS = 50_000


class GaveUp(Exception):
    """The search took more steps than it may."""


class Steps:
    """How many choices a search may still make."""

    def __init__(self, most: int) -> None:
        self.left = most

    def take(self) -> None:
        """Count one choice."""
        self.left -= 1
        if self.left < 0:
            raise GaveUp


def search(
    n: int,
    total: int,
    squares: int,
    highest: int,
    steps: Steps,
    *,
    capped: tuple[int, int] | None = None,
) -> list[tuple[int, int]] | None:
    """Return n numbers from 0 to `highest` with this sum and sum of squares, or None.

    Parameters
    ----------
    n, total, squares
        How many numbers, their sum and the sum of their squares.
    highest
        The highest number allowed.
    steps
        How long to look.
    capped
        A number that may occur only so many times.

    Returns
    -------
    list of (number, how many), or None if there are none.

    Raises
    ------
    GaveUp
        If it takes longer.

    Examples
    --------
    >>> search(3, 6, 14, 5, Steps(100))
    [(3, 1), (2, 1), (1, 1)]
    >>> search(3, 6, 13, 5, Steps(100)) is None  # squares are as even as numbers
    True
    """
    if not possible(n, total, squares, highest):
        return None
    if n == 0:
        return []
    at = _highest_used(n, total, squares, highest)
    while at * n >= total and possible(n, total, squares, at):
        # With nothing above it, the highest number that occurs is at least the mean.
        most = min(n, total // at, squares // (at * at)) if at else n
        if capped is not None and capped[0] == at:
            most = min(most, capped[1])
        for count in range(most, 0, -1):
            steps.take()
            rest = (n - count, total - count * at, squares - count * at * at)
            if possible(*rest, at - 1):
                found = search(*rest, at - 1, steps, capped=capped)
                if found is not None:
                    return [(at, count), *found]
        at -= 1
    return None


def possible(n: int, total: int, squares: int, highest: int) -> bool:
    """Whether n numbers from 0 to `highest` may have these sums: necessary, and nearly enough.

    Examples
    --------
    >>> possible(2, 3, 5, 2), possible(2, 3, 3, 2)
    (True, False)
    """
    if n == 0:
        return total == 0 and squares == 0
    if total < 0 or total > n * highest or (squares - total) % 2 or squares < _least(n, total):
        return False
    if highest == 0:
        return squares == 0
    full, left = divmod(total, highest)
    return squares <= full * highest * highest + left * left


def _least(n: int, total: int) -> int:
    """The sum of squares of the most even n numbers with a sum."""
    each, rest = divmod(total, n)
    return n * each * each + rest * (2 * each + 1)


def _highest_used(n: int, total: int, squares: int, highest: int) -> int:
    """The highest number up to `highest` that leaves room for the squares of the others."""
    low, high = -(-total // n), min(highest, total)
    while low < high:
        middle = (low + high + 1) // 2
        rest = _least(n - 1, total - middle) if n > 1 else 0
        if middle * middle + rest <= squares:
            low = middle
        else:
            high = middle - 1
    return low
