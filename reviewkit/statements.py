"""What evidence may say: one statement for each certainty and size of an effect.

Certainty picks the verb and size picks the object. The frames are GRADE's: large effects from the
abstract of Santesso 2020 (GRADE guidance 26, doi:10.1016/j.jclinepi.2019.10.014); important
effects, little to no effect and effects held against the null from box 1 of Core GRADE 6
(doi:10.1136/bmj-2024-083866), read in a transcription, which gives two adverbs a level and of which
the first is taken; slight effects from Cochrane's guidance on plain language summaries (Pitcher
2022), read in a transcription. That evidence without a direction and missing evidence have a
sentence of their own is a convention of this project. A statement is of the outcome (it rises or
falls), never of whether that is good, and never a recommendation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Certainty = Literal["high", "moderate", "low", "very low"]
#: ``some``: held against no effect, so that how important it is stays unknown.
Size = Literal["large", "important", "slight", "some", "little to no"]
Way = Literal["increases", "decreases"]

SANTESSO = "GRADE guidance 26 (Santesso 2020, doi:10.1016/j.jclinepi.2019.10.014)"
CORE_GRADE_6 = "Core GRADE 6, box 1 (BMJ 2025;389:e083866)"
PITCHER = "Cochrane guidance on plain language summaries (Pitcher 2022)"

#: The source of the words for each size.
SOURCES: Mapping[Size, str] = {
    "large": SANTESSO,
    "important": CORE_GRADE_6,
    "slight": PITCHER,
    "some": CORE_GRADE_6,
    "little to no": CORE_GRADE_6,
}

#: x is the intervention and y the outcome; verbs agree with x, which may name several things.
STATEMENTS: Mapping[tuple[Certainty, Size], str] = {
    ("high", "large"): "{x} {results} in a large {noun} in {y}",
    ("high", "important"): "{x} {results} in an important {noun} in {y}",
    ("high", "slight"): "{x} {verb} {y} slightly",
    ("high", "some"): "{x} {verb} {y}",
    ("high", "little to no"): "{x} {has} little to no important effect on {y}",
    ("moderate", "large"): "{x} probably {results} in a large {noun} in {y}",
    ("moderate", "important"): "{x} probably {results} in an important {noun} in {y}",
    ("moderate", "slight"): "{x} probably {verb} {y} slightly",
    ("moderate", "some"): "{x} probably {verb} {y}",
    ("moderate", "little to no"): "{x} probably {has} little to no important effect on {y}",
    ("low", "large"): "{x} may result in a large {noun} in {y}",
    ("low", "important"): "{x} may result in an important {noun} in {y}",
    ("low", "slight"): "{x} may {base} {y} slightly",
    ("low", "some"): "{x} may {base} {y}",
    ("low", "little to no"): "{x} may have little to no important effect on {y}",
    **{
        ("very low", size): "the evidence is very uncertain about the effect of {x} on {y}"
        for size in SOURCES
    },
}
#: A direction as a verb of one thing and of several, and as a noun.
_WAYS: Mapping[Way, tuple[str, str, str]] = {
    "increases": ("increases", "increase", "increase"),
    "decreases": ("reduces", "reduce", "reduction"),
}
#: Where the head of a name ends: massage | of the head, earplugs | at night.
_HEAD = re.compile(
    r",| \(| (?:of|at|with|without|by|in|for|on|after|before|to|from|against|and then)\b"
)
#: A head that is plural: its last word ends in an s of its own, or two things are joined.
_SEVERAL = re.compile(r"(?i:.*[^suia]s|.*\b(?:and|plus)\b.*)")
#: Where no direction is shown: studies lie on both sides, or none gives a direction.
UNCLEAR = "it is unclear whether {x} {changes} {y}: what was found shows no direction"
#: Where nothing that counts was found.
NONE = "no direct evidence was found of the effect of {x} on {y}; it may be true all the same"
#: Evidence from cells, tissue or animals.
UNGRADED = "what was found is not from people: it says nothing of the effect of {x} on {y} in them"


def statement(
    *, certainty: str, size: Size | None, way: Way | None, intervention: str, outcome: str
) -> str:
    """Return the sentence that evidence of a certainty and size may say.

    Parameters
    ----------
    certainty
        ``high`` to ``very low``; ``none`` or ``not graded`` for evidence without any.
    size
        None where it is not known, which is held against no effect.
    way
        Which way the outcome goes; None where none is shown.
    intervention, outcome
        In words that go into the middle of a sentence.

    Examples
    --------
    >>> words = {"intervention": "vaccination", "outcome": "tuberculosis"}
    >>> statement(certainty="moderate", size="large", way="decreases", **words)
    'Vaccination probably results in a large reduction in tuberculosis.'
    >>> statement(certainty="low", size=None, way="increases", **words)
    'Vaccination may increase tuberculosis.'
    >>> statement(certainty="very low", size="some", way="increases", **words)
    'The evidence is very uncertain about the effect of vaccination on tuberculosis.'
    """
    singular, bare, noun = _WAYS[way or "increases"]
    several = bool(_SEVERAL.fullmatch(_HEAD.split(intervention)[0]))
    text = _frame(certainty, size or "some", way).format(
        x=intervention,
        y=outcome,
        verb=bare if several else singular,
        base=bare,
        noun=noun,
        results="result" if several else "results",
        has="have" if several else "has",
        changes="change" if several else "changes",
    )
    return f"{text[0].upper()}{text[1:]}."


def _frame(certainty: str, size: Size, way: Way | None) -> str:
    match certainty:
        case "none":
            return NONE
        case "not graded":
            return UNGRADED
        case "high" | "moderate" | "low" if way is None and size != "little to no":
            return UNCLEAR
        case "high" | "moderate" | "low" | "very low":
            return STATEMENTS[certainty, size]
    raise ValueError(f"no certainty is called {certainty!r}")
