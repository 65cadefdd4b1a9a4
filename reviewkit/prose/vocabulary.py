"""A review's vocabulary, compiled: its phrases, and the patterns that what they name may meet.

How they are written is told in `reviewkit.phrasing`.

The standard library alone is used here, so that a warm start of the checker stays fast.
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.phrasing import Part
from reviewkit.prose.phrases import Phrases

#: Names, by convention, of the effects that bring more and less of something.
RAISES, LOWERS = "raises >", "lowers >"
#: The claim that is found where a sentence speaks of health beyond what the review covers.
BEYOND = "(beyond)"
#: Of a word: whether it is joined to the one before, and its forms.
Said = tuple[bool, tuple[str, ...]]
#: Terms with a meaning of their own: other treatments, and what sells; both make a sentence silent.
RIVALS, PITCH = "rivals", "pitch"
#: Terms that limit by being there: "alongside treatment", "no cure".
LIMITING = "limiting"
#: What the treatment is done to: with these beside it, the words of `SUBJECT` mean the treatment.
PLACE = "place"
#: What names the tools of the treatment, beside the general words for tools.
DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of making a claim.

    Parameters
    ----------
    claim
        Its id.
    parts
        What has to be met, in order.
    needs
        Names of which a sentence has to hold one of each set, beside those of the first term:
        looked at first, since it is quick.
    spoiled
        Names of which it may hold none.
    """

    claim: str
    parts: tuple[Part, ...]
    needs: tuple[frozenset[str], ...] = ()
    spoiled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What `linking` needs of a review, compiled once and never changed.

    Parameters
    ----------
    patterns
        By the name of their first term.
    phrases
        What names these terms and effects.
    interventions
        The names of the review's treatments.
    treating
        These, and `SUBJECT`: what means the treatment where a text is about it.
    governed
        Names of terms that an effect governs in some pattern.
    befores, effects
        Names of effects that stand before what they govern, and of all effects.
    effected
        The claims that an effect on something makes.
    facts
        The claims of how a body works that no effect makes.
    evidence
        The claims on how many studies there are, and how good.
    ills
        Names of terms of which less is claimed, and of none more.
    """

    patterns: dict[str, tuple[Pattern, ...]]
    phrases: Phrases
    interventions: frozenset[str]
    treating: frozenset[str]
    governed: frozenset[str]
    befores: frozenset[str]
    effects: frozenset[str]
    effected: frozenset[str]
    facts: frozenset[str]
    evidence: frozenset[str]
    ills: frozenset[str]

    def brought(self, name: str) -> frozenset[str]:
        """Return the claims that an effect on this outcome makes, with no more said."""
        return frozenset(
            pattern.claim
            for pattern in self.patterns.get(name, ())
            if pattern.parts[0].effects and all(part.absent for part in pattern.parts[1:])
        ) - {BEYOND}

    def possible(self, names: frozenset[str]) -> dict[str, list[Pattern]]:
        """Return the patterns that a sentence with these names can meet, by their first term."""
        found = {}
        for name in names & self.patterns.keys():
            met = [
                pattern
                for pattern in self.patterns[name]
                if pattern.spoiled.isdisjoint(names)
                and not any(map(names.isdisjoint, pattern.needs))
            ]
            if met:
                found[name] = met
        return found
