"""Where a word that could be a verb of effect is a plural noun: "these conditions", "scrubs are".

The words are general English.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.prose.vocabulary import Hit, Word

#: Before a plural noun, and never before a verb in -s.
_BEFORE = frozenset(
    {"the", "these", "those", "your", "their", "our", "its", "my", "many", "several", "other",
     "various", "different", "certain", "numerous", "few", "both", "such", "common", "potential",
     "possible", "additional", "of"}
)  # fmt: skip
#: After a plural noun, and never after a verb in -s.
_AFTER = frozenset(
    {"are", "were", "can", "could", "may", "might", "will", "would", "should", "have", "had",
     "include", "including", "like", "such", "of", "which", "aren't", "can't", "won't", "do"}
)  # fmt: skip


def names_a_thing(words: Sequence[Word], effect: Hit) -> bool:
    """Whether an effect of one word, in -s, is but the name of several things where it stands.

    "Treats are sold here" and "these treats" are nouns, "it treats cats" has the verb.
    """
    word = words[effect.last]
    if effect.first != effect.last or not word.text.endswith("s") or word.text.endswith("ss"):
        return False
    if effect.first and word.joined and words[effect.first - 1].text in _BEFORE:
        return True
    following = words[effect.last + 1 : effect.last + 2]
    return any(after.joined and after.text in _AFTER for after in following)
