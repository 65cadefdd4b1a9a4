"""How far a pitch reaches: "Book now; it eases pain" sells in its first clause alone.

What else a sentence says is read, unless the pitch announces it: "In this post: how it eases pain".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reviewkit.prose.patterns import lazily
from reviewkit.prose.phrases import Hit
from reviewkit.prose.vocabulary import PITCH
from reviewkit.prose.words import Word

#: Where a clause of its own begins, with what may be read by itself.
_TURN = lazily(
    r"[;!?.]\s|\s[—–-]+\s|—|, (?:so|but|which) | (?:where|in which) (?=the)|"
    r":\s(?=(?:it|this|these|they|you|your)\b)",
    0,
)


def sold(text: str, words: Sequence[Word], hits: Sequence[Hit]) -> list[tuple[int, int]]:
    """Return the parts of a text, in small letters, that sell; none if none does."""
    places = [words[hit.first].start for hit in hits if PITCH in hit.names]
    if not places:
        return []
    turns = [0, *(match.start() for match in _TURN.finditer(text)), len(text)]
    return [
        (start, end)
        for start, end in pairwise(turns)
        if any(start <= place < end for place in places)
    ]
