"""A title that offers the treatment for something: "The brush for stress: a trial".

"How to brush cats for calm" offers it as well.

It has no verb; its "for" stands for one. The words are general English.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reviewkit.prose.phrases import Hit
from reviewkit.prose.words import WordRow

#: How a title begins that bids one take something up, and what it may be the gains of.
_BIDDING = frozenset({"get", "try", "enjoy", "book", "have", "give", "discover"})
_GAINS = frozenset({"benefits", "effects", "power", "magic", "art", "wonders", "advantages"})
#: Words before what a title is about, and words between its "for" and what it ends with, at most.
_ARTICLE, _QUALIFIED = 1, 3
#: Words of a title up to its first mark, at most.
_LONG = 10


def offering(
    row: WordRow, hits: Sequence[Hit], treating: Collection[str]
) -> tuple[int, int] | None:
    """Return the words of "for" and of the last thing that a title is for, if it is such a title.

    Parameters
    ----------
    row, hits
        The words of the text, and what was found in it.
    treating
        Names of treatments.
    """
    texts = row.texts[:_LONG]
    at = texts.index("for") if "for" in texts else 0
    if not at or not row.joined[at]:
        return None
    bids = texts[0] in _BIDDING or texts[:2] == ["how", "to"]
    latest = at if bids or not _GAINS.isdisjoint(texts[:at]) else _ARTICLE
    if not any(
        hit.first <= latest and at - 1 <= hit.last <= at and not hit.names.isdisjoint(treating)
        for hit in hits
    ):
        return None
    following = row.joined[at + 1 :]
    last = at + (following.index(False) if False in following else len(following))
    return (at, last) if at < last < _LONG else None


def offered(hit: Hit, place: tuple[int, int]) -> bool:
    """Whether a term is what a title that offers something there is for."""
    at, last = place
    return at < hit.first <= at + _QUALIFIED and hit.last == last
