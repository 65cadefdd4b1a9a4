"""Where a word that could be a verb of effect is none: "these conditions", "an old healing art".

It names several things, says of which kind a thing is, or ends a label. The words are general
English.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reviewkit.prose.phrases import Hit
from reviewkit.prose.words import Word

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

#: Nouns of effects that end a label, and introduce nothing: "Stress relief: many feel calmer."
_LABELS = frozenset(
    {"relief", "release", "reduction", "prevention", "improvement", "boost", "support", "removal",
     "alleviation", "management", "control", "increase", "balance", "treatment", "recovery"}
)  # fmt: skip
#: What a word in -ing before it only says the kind of: "an old healing art".
_QUALITIES = frozenset(
    {"system", "systems", "art", "arts", "practice", "practices", "tradition", "traditions",
     "therapy", "therapies", "method", "methods", "modality", "modalities", "process", "power",
     "powers", "properties", "qualities", "journey", "touch", "hands", "environment", "atmosphere",
     "music", "ambience", "space", "place", "experience", "ritual", "routine", "session"}
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


def says_the_kind(
    words: Sequence[Word],
    effect: Hit,
    hits: Sequence[Hit],
    interventions: Collection[str],
    governed: Collection[str],
) -> bool:
    """Whether an effect only says what something is like: "a relaxing massage", "well-kept".

    What stands right before it may be its object: "pain-relieving properties". `interventions` and
    `governed` are the names of treatments, and of what effects act on.
    """
    if effect.first and words[effect.first - 1].text == "well":
        return words[effect.last].text.endswith("ed")
    if not words[effect.last].text.endswith("ing"):
        return False
    following = effect.last + 1
    if any(hit.first == following and not hit.names.isdisjoint(interventions) for hit in hits):
        return True
    return (
        following < len(words)
        and words[following].joined
        and words[following].text in _QUALITIES
        and not any(
            hit.last == effect.first - 1 and not hit.names.isdisjoint(governed) for hit in hits
        )
    )


def ends_a_label(words: Sequence[Word], effect: Hit) -> bool:
    """Whether an effect is a noun as labels end in: "Stress relief: ..."."""
    return words[effect.last].text in _LABELS
