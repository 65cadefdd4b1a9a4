"""Whether an effect is only given, as what brings another: "better sleep improves mood".

The words are general English.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.prose.phrases import Hit
from reviewkit.prose.segments import Segments
from reviewkit.prose.words import Word

#: Words between what is given and what it brings, and between a term and one near it, at most.
NEAR = 7
#: Forms in which an effect may only be given, the words before them, and before what it brings.
_GIVEN = frozenset(
    {"better", "improved", "increased", "enhanced", "more", "greater", "increase", "improvement",
     "less", "lower", "fewer", "reduced"}
)  # fmt: skip
_POINTING = frozenset({"this", "that", "the", "an", "such", "these"})
_GIVING = frozenset({"with", "from", "that"})
_BRINGING = frozenset({"ensures", "means", "allows", "brings"})
_MODALS = frozenset({"can", "may", "might", "could", "will", "also", "which", "turn"})


def is_given(
    words: Sequence[Word],
    segments: Segments,
    effects: Sequence[Hit],
    governor: Hit,
    term: Hit,
) -> bool:
    """Whether an effect and the term that it governs are but the subject of another effect."""
    if not _has_the_form(words, segments, governor):
        return False
    following = words[term.last + 1 : term.last + 2]
    if any(word.text in _BRINGING for word in following):
        return True
    return any(
        words[effect.first - 1].text in _MODALS
        or (effect.first == term.last + 1 and words[effect.first].joined)
        for effect in effects
        if term.last < effect.first <= term.last + NEAR and segments.same(term.last, effect.first)
    )


def _has_the_form(words: Sequence[Word], segments: Segments, governor: Hit) -> bool:
    first = governor.first
    if first and words[first - 1].text in _POINTING:
        first -= 1
    return words[governor.first].text in _GIVEN and (
        not first or words[first - 1].text in _GIVING or segments.opens_at(words[first].start)
    )
