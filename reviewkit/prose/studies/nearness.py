"""Words that say how near a number is: "almost 2,000", "over 300", "no more than 20"."""

from __future__ import annotations

import re

from reviewkit.prose.patterns import lazily
from reviewkit.prose.studies.said import Said
from reviewkit.reported import parse

#: Words before a number, by the relation that they are read as. What is just over a number lies
#: about it, and not anywhere above.
_WORDS = {
    "about": ("about", "around", "roughly", "approximately", "approx", "approx.", "some", "circa",
              "close to", "more or less", "in the region of", "~", "≈", "just over",
              "slightly over", "a little over", "slightly more than", "a little more than"),
    "almost": ("almost", "nearly", "approaching", "not quite", "just short of", "just under",
               "slightly under", "a little under", "slightly less than", "a little less than"),
    "over": ("over", ">", "more than", "well over", "upwards of", "in excess of"),
    "at least": ("at least", "no fewer than", "no less than"),
    "up to": ("up to", "at most", "no more than", "not more than"),
    "under": ("under", "<", "less than", "fewer than", "well under"),
    "": ("only", "just"),
}  # fmt: skip
RELATIONS = {word: relation for relation, words in _WORDS.items() for word in words}
"""The relation that each word is read as, in the spelling of `reported`; empty for none."""

_ANY = "|".join(sorted(map(re.escape, RELATIONS), key=len, reverse=True))
RELATION = rf"(?:(?P<relation>{_ANY})\s*)?"
"""A pattern of these words, in small letters."""

_BEFORE = lazily(rf"(?<![\w.,$£€#-])(?P<relation>{_ANY})\s+$", 0)
#: Kinds of number that stand without a unit, so that no form reads the word before them.
_BY_THEMSELVES = frozenset({"people", "studies", "sessions", "groups", "bare"})
#: Those before which "over" is "more than"; studies are pooled over, as weeks are.
_COUNTED = frozenset({"people", "bare"})
#: Letters of the longest of the words, and a space.
_LONGEST = max(map(len, RELATIONS)) + 2


def related(said: Said, low: str) -> Said:
    """Return a number of a text in small letters with the word before it, if that relates it."""
    if said.kind not in _BY_THEMSELVES or not said.number.exact:
        return said
    before = _BEFORE.search(low, max(0, said.start - _LONGEST), said.start)
    relation = RELATIONS[before["relation"]] if before else ""
    over = before is not None and before["relation"] == "over"
    if not relation or (over and said.kind not in _COUNTED):
        return said
    return said._replace(number=parse(f"{relation} {said.number}"))
