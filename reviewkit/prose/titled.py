"""A title that offers the treatment for something: "The brush for stress: a trial".

"How to brush cats for calm" offers it as well.

It has no verb; its "for" stands for one. The words are general English.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reviewkit.prose.vocabulary import Hit, Word

#: Words before what a title is about, and words between its "for" and what it ends with, at most.
_ARTICLE, _QUALIFIED = 1, 3
#: Words of a title up to its first mark, at most.
_LONG = 10


def offering(
    words: Sequence[Word], hits: Sequence[Hit], treating: Collection[str]
) -> tuple[int, int] | None:
    """Return the words of "for" and of the last thing that a title is for, if it is such a title.

    Parameters
    ----------
    words, hits
        Of the text.
    treating
        Names of treatments.
    """
    at = next((n for n, word in enumerate(words[:_LONG]) if word.text == "for"), None)
    if not at or not words[at].joined:
        return None
    latest = at if words[0].text == "how" and words[1].text == "to" else _ARTICLE
    if not any(
        hit.first <= latest and at - 1 <= hit.last <= at and not hit.names.isdisjoint(treating)
        for hit in hits
    ):
        return None
    last = next((n - 1 for n in range(at + 1, len(words)) if not words[n].joined), len(words) - 1)
    return (at, last) if at < last < _LONG else None


def offered(hit: Hit, place: tuple[int, int]) -> bool:
    """Whether a term is what a title that offers something there is for."""
    at, last = place
    return at < hit.first <= at + _QUALIFIED and hit.last == last
