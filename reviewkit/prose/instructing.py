"""Whether a sentence begins as an instruction may: "to ease it, press", "press, hold".

The words are general English.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reviewkit.prose.phrases import Hit
from reviewkit.prose.words import Word

#: Words with which a sentence begins whose main clause, after a comma, is an instruction.
_BEFORE_INSTRUCTIONS = frozenset(
    {"to", "with", "using", "then", "next", "first", "after", "once", "when", "while", "for",
     "if", "during", "in", "on", "at", "by", "without", "starting", "finally", "now", "gently",
     "slowly", "before", "from", "standing", "sitting"}
)  # fmt: skip
#: How other words end with which one may begin: "Keeping hands flat, press", "Softly, press".
_ADVERBIAL = ("ing", "ly")


def instructs(
    words: Sequence[Word], hits: Sequence[Hit], lead: int, names: Collection[str]
) -> bool:
    """Whether the first word after a lead-in begins an instruction; `names` are those that may."""
    first = next(number for number, word in enumerate(words) if word.start >= lead)
    opening = words[first].text
    return (
        opening in _BEFORE_INSTRUCTIONS
        or opening.endswith(_ADVERBIAL)
        or any(hit.first == first and not hit.names.isdisjoint(names) for hit in hits)
    )
