"""A sentence with what stands in it: which effect governs a term, and where it is but background.

An effect governs a term if it stands before it in the same clause with no other that could take
the term between, if it encloses it ("lets tension go"), or if it follows it: at once ("stress
relief"), in the passive, or after a copula, an adverb or another term ("stress and tension may
quickly ease"). A term that nothing governs may still be spoken of (`speaks_of`).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property

from reviewkit.phrasing import Part
from reviewkit.prose import background, nouns, predicate
from reviewkit.prose.given import NEAR, is_given
from reviewkit.prose.instructing import instructs
from reviewkit.prose.patterns import small
from reviewkit.prose.phrases import Hit
from reviewkit.prose.reference import References
from reviewkit.prose.segments import Segments
from reviewkit.prose.vocabulary import LOWERS, RAISES, Vocabulary
from reviewkit.prose.words import WordRow

#: Names, by convention, of effects that take a term from each other; any other leaves it alone.
OPPOSED = frozenset({RAISES, LOWERS, "worsens >"})
#: Words between an effect and what it governs, at most: a list of four or five things [C].
REACH = 16
#: How a question begins that asks of a thing and not of the treatment.
_ASKING = frozenset({"why", "what", "who", "how"})
#: Words after a term at the start of a sentence, more than which make it the subject of them.
BARE = 2
#: Words between an effect and its object, at most; and those after which none follows.
OBJECT = 4
_APART = frozenset(
    {"and", "or", "in", "for", "by", "from", "to", "with", "as", "after", "at", "on", "through",
     "into", "round", "around", "over", "within", "under", "across"}
)  # fmt: skip
#: What compares, and what stands after how something is: "more important for".
_COMPARING = frozenset({"more", "most", "less", "least"})
_OF_HOW = frozenset({"for", "in", "about", "with", "to", "than", "when", "on", "as"})
#: What leads to where something is moved, and what stands between it and that place.
_WHERETO = frozenset({"to", "into", "around", "through", "within", "towards"})
#: Between a term and what a note says of it.
_MARKS = frozenset({":", "–", "—", "-", "|"})
#: Marks that part two sentences.
_PARTING = frozenset(";!")
#: Between the two prepositions of "good to X, and so to Y".
_REPEATING = frozenset({"and", "or", "so", "also", "even"})
#: Right after an effect, what its object does not hang on: "released under stress".
_BESIDE = frozenset({"under", "than", "despite", "without", "before", "after"})
_DETERMINERS = frozenset({"the", "your", "their", "our", "its", "each", "every", "these", "those"})
_ARTICLES = _DETERMINERS | {"a", "an", "any"}
_LINKING = frozenset({"and", "but"})
_NO_SUBJECT = _APART | {"so", "also", "even"}
#: What a sentence may be about when it names nothing: the treatment, told of before.
_PRONOUNS = frozenset({"it", "this", "that", "these", "they", "you", "which", "its"})
#: What stands for a treatment that is not named.
_TREATING = frozenset(
    {"session", "sessions", "treatment", "treatments", "therapy", "technique", "group", "groups"}
)
#: What an instruction's verb stands after inside a sentence: ", and gently".
_AFTER_COMMA = re.compile(r",\s*(?:(?:(?:and|or)\s+)?\w+ly\s+)?\Z")
#: Words at the start of a sentence among which one of these is looked for.
OPENERS = 4


class Clause:
    """A text with its words, hits and their names, and where the hold of an effect ends."""

    def __init__(
        self,
        text: str,
        row: WordRow,
        hits: list[Hit],
        names: frozenset[str],
        vocabulary: Vocabulary,
        *,
        lead: int,
    ) -> None:
        self.text, self.row, self.words, self.lead = small(text), row, row.words, lead
        self.hits, self.names = hits, names
        self.interventions, self.treating = vocabulary.interventions, vocabulary.treating
        self.governed, self.ills = vocabulary.governed, vocabulary.ills
        self.befores, self._all_effects = vocabulary.befores, vocabulary.effects

    @cached_property
    def effects(self) -> list[Hit]:
        """The effects, but for those that only say what a treatment is like."""
        found = _effects(self.hits, self._all_effects)
        return [
            effect
            for effect in found
            if not (
                nouns.names_a_thing(self.words, effect)
                or nouns.says_the_kind(
                    self.words, effect, self.hits, self.interventions, self.governed
                )
            )
        ]

    @cached_property
    def segments(self) -> Segments:
        """Its segments, at whose ends the hold of an effect ends."""
        introducing: Collection[int] = ()
        if ":" in self.text:
            befores = (hit for hit in self.hits if not self.befores.isdisjoint(hit.names))
            introducing = {
                self.words[hit.last].end
                for hit in befores
                if hit.first - 1 not in self.held or not nouns.ends_a_label(self.words, hit)
            }
        return Segments(self.text, self.words, self.lead, introducing)

    @cached_property
    def references(self) -> References:
        """What its clauses say of terms that stand in others."""
        return References(
            self.text,
            self.row,
            self.hits,
            self.effects,
            self.segments,
            lead=self.lead,
            treating=self.treating,
            governed=self.governed,
        )

    @cached_property
    def held(self) -> frozenset[int]:
        """The words of terms and treatments."""
        return frozenset(
            number
            for hit in self.hits
            if not hit.names <= self._all_effects
            for number in range(hit.first, hit.last + 1)
        )

    @cached_property
    def taken(self) -> frozenset[int]:
        """The words of effects."""
        return frozenset(n for effect in self.effects for n in range(effect.first, effect.last + 1))

    def governor(self, hit: Hit, part: Part) -> Hit | None:
        """Return the effect that governs a term, if it is one that a part of a pattern asks for."""
        effects, following = part.effects, part.afters
        governing: Hit | None = None
        for effect in self.effects:
            if effect.first > hit.last:
                if effect.first - hit.last > predicate.REACH:
                    break
                asked = effect.names & following or (
                    effect.names & effects and predicate.passive(self.words, effect)
                )
                if asked and self._follows(hit, effect):
                    return effect
            elif (
                effect.names & (effects | OPPOSED)
                and self._precedes(effect, hit)
                and (governing is None or effect.last >= governing.last)
            ):
                both = governing is not None and effect.last == governing.last
                names = effect.names | (governing.names if both and governing else frozenset())
                governing = Hit(names, effect.first, effect.last)
        if governing is None or not governing.names & effects:
            return self.references.effect(hit, effects, following)
        return (
            None if self._given(governing, hit) or self._begins_anew(governing, hit) else governing
        )

    def is_governed(self, hit: Hit) -> bool:
        """Whether any effect governs a term."""
        afters = self._all_effects - self.befores
        return self.governor(hit, Part(hit.names, effects=self.befores, afters=afters)) is not None

    def speaks_of(self, hit: Hit, part: Part) -> bool:
        """Whether a term is spoken of, by none of the effects of a part and not as background."""
        against = part.effects
        if (
            self.segments.conditional(hit.first)
            or background.hung(self.words, hit.first, self.held)
            or background.exists(self.words, hit.first)
        ):
            return False
        if self.governor(hit, part) is not None:
            return False
        if self.references.taken_up(hit, self.befores - against):
            return True
        if self._begins_with(hit):
            return False
        if background.subject(self.words, hit.last, self.held) is not None:
            return False
        nearest = self._nearest(hit)
        if nearest is not None and self._given(nearest, hit):
            return False
        if any(word.text in _PRONOUNS for word in self.words[:OPENERS]):
            return True
        if self._withstood(hit):
            return True
        treats = self._treats()
        return any(
            not effect.names & against and (treats or self._told_of(hit, effect))
            for effect in self.effects
        )

    def _withstood(self, hit: Hit) -> bool:
        """Whether something is done "against an X"."""
        before = hit.first - 1
        while before >= 0 and self.words[before].text in _ARTICLES and self.words[before].joined:
            before -= 1
        return before > 0 and self.words[before].text == "against"

    def _told_of(self, hit: Hit, effect: Hit) -> bool:
        """Whether an effect is what a term is the subject of: "a stiff neck is soothed"."""
        return effect.first > hit.last and self._follows(hit, effect)

    def _treats(self) -> bool:
        """Whether a treatment is there to bring an effect about: named, done to people, or led."""
        return bool(
            any(self.words[effect.last].end <= self.lead for effect in self.effects)
            or self.names & self.treating
            or any(word.text in _TREATING for word in self.words)
        )

    def _begins_with(self, hit: Hit) -> bool:
        """Whether a sentence is about a term, as what it begins with or asks why or how of.

        "Hair loss often starts early", "why does hair fall out?"; "less hair loss" does not.
        """
        own = [word for word in self.words if word.start >= self.lead]
        if not own:  # a lead-in that fills all that is read, or a bullet of signs alone
            return False
        if own[0].text in _ASKING and self.text.endswith("?"):
            return not self.names & self.interventions
        begins = self.words[hit.first].start <= own[min(1, len(own) - 1)].start
        return (
            begins
            and not self.lead
            and hit.last + BARE < len(self.words)
            and not any(effect.first <= hit.first for effect in self.effects)
        )

    def _nearest(self, hit: Hit) -> Hit | None:
        """Return the effect that stands nearest before a term."""
        return next((e for e in reversed(self.effects) if self._precedes(e, hit)), None)

    def near(self, one: Hit, other: Hit) -> bool:
        """Whether two hits stand near each other in a clause, or overlap."""
        apart = max(one.first, other.first) - min(one.last, other.last)
        return apart <= NEAR and self.segments.same(one.first, other.first)

    def _given(self, governor: Hit, hit: Hit) -> bool:
        """Whether an effect is only given, as what brings another: "better sleep improves mood"."""
        return is_given(self.words, self.segments, self.effects, governor, hit)

    def _follows(self, hit: Hit, effect: Hit) -> bool:
        """Whether an effect follows the term that it is told of."""
        if self.words[hit.last].end <= self.lead <= self.words[effect.first].start:
            return False
        place = (self.words, hit.last, effect.first, self.held)
        follows = (
            (predicate.told(*place) and not self._parted(hit, effect))
            or self._noted(hit, effect)
            or (
                predicate.told_from_afar(*place, self.taken)
                and (not effect.names <= self.befores or predicate.passive(self.words, effect))
                and ((nearest := self._nearest(hit)) is None or nearest.names.isdisjoint(OPPOSED))
            )
        )
        return follows and not (self.takes_an_object(effect) or self._supposed(hit, effect))

    def _parted(self, hit: Hit, effect: Hit) -> bool:
        """Whether a mark between a term and an effect after it parts two sentences."""
        between = self.text[self.words[hit.last].end : self.words[effect.first].start]
        return not _PARTING.isdisjoint(between)

    def _noted(self, hit: Hit, effect: Hit) -> bool:
        """Whether a note says no more than a term and what became of it: "stress – gone"."""
        if hit.first or effect.last < len(self.words) - 1:
            return False
        between = self.text[self.words[hit.last].end : self.words[effect.first].start]
        return between.strip() in _MARKS

    def _supposed(self, hit: Hit, effect: Hit) -> bool:
        """Whether term and effect are but a condition: "when stress falls, ..."."""
        conditional = self.segments.conditional
        return conditional(hit.first, background.IFS) and conditional(effect.first, background.IFS)

    def takes_an_object(self, effect: Hit) -> bool:
        """Whether an effect after a term does something to another: "blood flow improves mood"."""
        return not self.befores.isdisjoint(effect.names) and any(
            effect.last < other.first <= effect.last + OBJECT
            and other.names & self.governed
            and all(word.joined for word in self.words[effect.last + 1 : other.first + 1])
            and self.segments.same(effect.last, other.first)
            and not any(word.text in _APART for word in self.words[effect.last + 1 : other.first])
            for other in self.hits
        )

    def _precedes(self, effect: Hit, hit: Hit) -> bool:
        return (
            effect.first < hit.first
            and hit.first - effect.last <= REACH
            and not self.befores.isdisjoint(effect.names)
            and self.segments.same(effect.last, hit.first)
            and not self._acts_itself(effect, hit)
            and not self._destined(effect, hit)
            and not self._done_by(effect, hit)
            and not self._compares(effect, hit)
            and not self._before_the_main_clause(effect, hit)
            and not (self.segments.suffered(hit.first) and self.segments.suffered(effect.first))
        )

    def _acts_itself(self, effect: Hit, hit: Hit) -> bool:
        """Whether a term inside an effect is what acts: "the impact of stress on sleep"."""
        return hit.last < effect.last and self.words[effect.last].text == "on"

    def _before_the_main_clause(self, effect: Hit, hit: Hit) -> bool:
        """Whether an effect is but a condition of what a term tells: "if it is let go, X comes"."""
        conditional = self.segments.conditional
        return conditional(effect.first, background.IFS) and not conditional(
            hit.first, background.IFS
        )

    def _compares(self, effect: Hit, hit: Hit) -> bool:
        """Whether "more" or "less" tells of how something is: "more important for X"."""
        at = effect.last + 2
        return (
            self.words[effect.last].text in _COMPARING
            and at < hit.first
            and self.words[at].text in _OF_HOW
            and effect.last + 1 not in self.held
        )

    def _done_by(self, effect: Hit, hit: Hit) -> bool:
        """Whether a term stands among what an effect is brought about by: "eased by working it"."""
        following = self.words[effect.last + 1 : effect.last + 2]
        return any(word.text == "by" and word.joined for word in following) and (
            predicate.passive(self.words, effect) and effect.last + 2 <= hit.first
        )

    def _begins_anew(self, effect: Hit, hit: Hit) -> bool:
        """Whether a term is the subject of a clause of its own: "it lifts X, and Y may rise"."""
        begins = next(
            (
                number
                for number in range(max(effect.last + 1, hit.first - NEAR), hit.first)
                if not self.words[number].joined and self.words[number].text in _LINKING
            ),
            None,
        )
        if begins is None or self.words[begins + 1].text in _NO_SUBJECT:
            return False
        return background.subject(self.words, hit.last, self.held) is not None or any(
            later.first > hit.last and self._follows(hit, later) for later in self.effects
        )

    def _destined(self, effect: Hit, hit: Hit) -> bool:
        """Whether another term is moved, and this is where to: "brings blood to the roots"."""
        before = hit.first - 1
        while before > effect.last and self.words[before].text in _DETERMINERS:
            before -= 1
        if before - effect.last <= 1 and self.words[before].text in _BESIDE:
            return True
        again = self.words[before].text == self.words[effect.last].text
        if again and self.words[before - 1].text in _REPEATING:
            return False
        return self.words[before].text in _WHERETO and any(
            effect.last < other.first < before and other.names & self.governed
            for other in self.hits
        )

    def opens(self, hit: Hit, names: frozenset[str]) -> bool:
        """Whether a hit begins a clause, as an instruction does; `names` are those that may."""
        start = self.words[hit.first].start
        return self.segments.opens_at(start) and (
            not _AFTER_COMMA.search(self.text, 0, start)
            or instructs(self.words, self.hits, self.lead, names)
        )


def _effects(hits: list[Hit], names: frozenset[str]) -> list[Hit]:
    """Return the effects, without one that is part of a longer: the "more" of "no more"."""
    effects = [hit for hit in hits if not names.isdisjoint(hit.names)]
    kept: list[Hit] = []
    reach = -1
    for hit in effects:
        if hit.last > reach or not kept or hit.first == kept[-1].first:
            kept.append(hit)
            reach = max(reach, hit.last if hit.whole else -1)
    return kept
