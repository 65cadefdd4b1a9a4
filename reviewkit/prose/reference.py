"""What points back, from another clause, to a term that nothing governs where it stands.

"Stress, which the brush lowers", "tight fur, and the brush loosens it", "we took the pulse, and it
had slowed" and "for stress, a brush works wonders". The words are general English.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from reviewkit.prose import background, fronted, predicate, titled
from reviewkit.prose.phrases import Hit
from reviewkit.prose.segments import Segments
from reviewkit.prose.words import WordRow

#: Words between a term and what a clause that begins with "which" says is done with it, at most.
RELATED = 10
_RELATIVE = frozenset({"which", "that"})
#: What stands for a term: as the object of an effect, and as the subject of one.
_TAKEN_UP = frozenset({"it", "them", "these", "those"})
_REFERRING = frozenset({"it", "they", "these"})


class References:
    """What the clauses of a text say of terms that stand in others.

    Parameters
    ----------
    text
        In small letters.
    row, hits, effects, segments
        Its words, what was found in it, of this the effects, and its segments.
    lead
        Characters of the lead-in that it begins with.
    treating, governed
        Names of treatments, and of terms that an effect may govern.
    """

    def __init__(
        self,
        text: str,
        row: WordRow,
        hits: Sequence[Hit],
        effects: Sequence[Hit],
        segments: Segments,
        *,
        lead: int,
        treating: Collection[str],
        governed: Collection[str],
    ) -> None:
        self._text, self._row, self._words = text, row, row.words
        self._hits, self._effects, self._segments, self._lead = hits, effects, segments, lead
        self._treating, self._governed = treating, governed

    @cached_property
    def _treatments(self) -> list[Hit]:
        return [hit for hit in self._hits if not hit.names.isdisjoint(self._treating)]

    @cached_property
    def _terms(self) -> list[Hit]:
        return [hit for hit in self._hits if not hit.names.isdisjoint(self._governed)]

    @cached_property
    def _pronouns(self) -> list[int]:
        """The words that may begin a clause that says which."""
        return [number for number, word in enumerate(self._words) if word.text in _RELATIVE]

    def effect(self, hit: Hit, befores: frozenset[str], afters: Collection[str]) -> Hit | None:
        """Return the effect that points back to a term, if it has one of these names.

        Parameters
        ----------
        hit
            The term.
        befores, afters
            Names of effects that stand before what they govern, and after it.
        """
        return (
            self._relative(hit, befores)
            or self.taken_up(hit, befores)
            or self._referred(hit, afters)
            or self._fronted(hit, befores)
            or self._titled(hit, befores)
        )

    def taken_up(self, hit: Hit, befores: frozenset[str]) -> Hit | None:
        """Return the effect of "tight X, and the treatment loosens them", if it is one of these.

        Only the term that stands nearest before the treatment is taken up. After a condition, none
        has to be named: "if you have X, it will not cure it".
        """
        for effect in self._taking:
            if befores.isdisjoint(effect.names):
                continue
            ends = [h.first for h in self._treatments if h.last < effect.first]
            if not ends and self._segments.conditional(hit.first, background.IFS):
                ends = [effect.first]
            if ends and self._is_nearest(hit, [h for h in self._terms if h.last < ends[-1]]):
                return effect
        return None

    @cached_property
    def _taking(self) -> list[Hit]:
        """The effects on what a pronoun stands for."""
        words = self._words
        return [
            effect
            for effect in self._effects
            if effect.last + 1 < len(words) and words[effect.last + 1].text in _TAKEN_UP
        ]

    def _relative(self, hit: Hit, befores: frozenset[str]) -> Hit | None:
        """Return the effect of "X, which the treatment lowers"."""
        pronoun = next((n for n in self._pronouns if n >= hit.last), None)
        if pronoun is None:
            return None
        for effect in self._effects:
            if (
                pronoun < effect.first <= hit.last + RELATED
                and effect.names & befores
                and any(pronoun < other.first < effect.first for other in self._treatments)
            ):
                return effect
        return None

    def _referred(self, hit: Hit, afters: Collection[str]) -> Hit | None:
        """Return the effect of "we took the pulse, and it had slowed".

        The pronoun is that of the thing last named; after a colon it goes on with the subject.
        """
        for effect in self._effects:
            if effect.first <= hit.last or effect.names.isdisjoint(afters):
                continue
            at = predicate.begins(self._words, hit.last, effect.first) - 1
            pronoun = self._words[at]
            if at <= hit.last or pronoun.text not in _REFERRING:
                continue
            if ":" in self._text[self._words[hit.last].end : pronoun.start]:
                continue
            named = [h for h in (*self._terms, *self._treatments) if h.last < at]
            if self._is_nearest(hit, sorted(named, key=lambda h: (h.first, -h.last))):
                return effect
        return None

    def _fronted(self, hit: Hit, befores: frozenset[str]) -> Hit | None:
        """Return what helps with a term that a text begins with."""
        if fronted.HELPING.isdisjoint(befores) or self._help is None or self._help.first < hit.last:
            return None
        opens = all(hit.first < other.first for other in self._treatments)
        apart = any(not word.joined for word in self._words[hit.last + 1 : self._help.first + 1])
        return self._help if opens and apart else None

    def _titled(self, hit: Hit, befores: frozenset[str]) -> Hit | None:
        """Return what stands for an effect in a title: the "for" of "The brush for stress"."""
        if fronted.HELPING.isdisjoint(befores) or self._lead or self._title is None:
            return None
        at = self._title[0]
        return Hit(fronted.HELPING, at, at) if titled.offered(hit, self._title) else None

    @cached_property
    def _title(self) -> tuple[int, int] | None:
        return titled.offering(self._row, self._hits, self._treating)

    @cached_property
    def _help(self) -> Hit | None:
        """What says that something helps with what the text begins with, if it does."""
        place = fronted.helped(self._text, self._lead)
        if place is None:
            return None
        numbers = [n for n, word in enumerate(self._words) if place[0] <= word.start < place[1]]
        return Hit(fronted.HELPING, numbers[0], numbers[-1]) if numbers else None

    @staticmethod
    def _is_nearest(hit: Hit, named: Sequence[Hit]) -> bool:
        """Whether a term is, or lies in, the last of what is named."""
        return bool(named) and named[-1].first <= hit.first <= named[-1].last
