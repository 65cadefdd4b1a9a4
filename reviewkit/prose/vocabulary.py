"""A review's vocabulary, compiled: which phrases stand in a sentence, and which patterns they meet.

How they are written is told in `reviewkit.phrasing`.

The standard library alone is used here, so that a warm start of the checker stays fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from reviewkit.index.phrases import ENDS, ENDS_OPEN, Node
from reviewkit.phrasing import ANY, GAP, STEM, SUBJECT, WORD, Part, plain_word

_PUNCTUATION = re.compile(r"[,;:.!?()—–]")
#: What joins two words though it may be a mark: "11–20".
_JOINING = frozenset({" ", "–"})
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
#: Parts of the body: a comma in a row of these breaks no phrase ("head, neck and back rub").
PARTS = "parts"
#: What acts by nature: parts of the body, and what lives on it (`nature`).
BODILY = "bodily"
_ROWING = frozenset({"and", "or", "&"})
#: How many different words a vocabulary remembers the phrases of; bounds memory on hostile text.
REMEMBERED = 50_000


class Word(NamedTuple):
    """A word in lower case, without a possessive, its apostrophe straight.

    It is `joined` if no punctuation stands before it.
    """

    text: str
    start: int
    end: int
    joined: bool


class Hit(NamedTuple):
    """A phrase that was found: what it names, and its words (`first` to `last`, inclusive).

    `whole` says that no gap is in it.
    """

    names: frozenset[str]
    first: int
    last: int
    whole: bool = True


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
        Names of which a sentence has to hold one of each set: looked at first, since it is quick.
    spoiled
        Names of which it may hold none.
    """

    claim: str
    parts: tuple[Part, ...]
    needs: tuple[frozenset[str], ...] = ()
    spoiled: frozenset[str] = frozenset()

    def may_be_met(self, names: frozenset[str]) -> bool:
        """Whether a sentence with these names can meet the pattern at all."""
        return self.spoiled.isdisjoint(names) and not any(map(names.isdisjoint, self.needs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What `linking` needs of a review, compiled once and never changed.

    Parameters
    ----------
    patterns
        By the name of their first term.
    tree
        The root of the tree of phrases.
    forms
        All words and stems of it.
    interventions
        The names of the review's treatments.
    treating
        These, and `SUBJECT`: what means the treatment where a text is about it.
    kinds
        Of each name, what hides it when it stands in something longer.
    governed
        Names of terms that an effect governs in some pattern.
    befores, effects
        Names of effects that stand before what they govern, and of all effects.
    effected
        The claims that an effect on something makes.
    facts
        The claims of how a body works that no effect makes.
    ills
        Names of terms of which less is claimed, and of none more.
    """

    patterns: dict[str, tuple[Pattern, ...]]
    tree: Node
    forms: frozenset[str]
    interventions: frozenset[str]
    treating: frozenset[str]
    kinds: dict[str, str]
    governed: frozenset[str]
    befores: frozenset[str]
    effects: frozenset[str]
    effected: frozenset[str]
    facts: frozenset[str]
    ills: frozenset[str]
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def brought(self, name: str) -> frozenset[str]:
        """Return the claims that an effect on this outcome makes, with no more said."""
        return frozenset(
            pattern.claim
            for pattern in self.patterns.get(name, ())
            if pattern.parts[0].effects and all(part.absent for part in pattern.parts[1:])
        ) - {BEYOND}

    def possible(self, names: frozenset[str]) -> dict[str, list[Pattern]]:
        """Return the patterns that a sentence with these names can meet, by their first term."""
        return {
            name: met
            for name in names & self.patterns.keys()
            if (met := [p for p in self.patterns[name] if p.may_be_met(names)])
        }

    def hits(self, words: list[Word]) -> list[Hit]:
        """Return the phrases in a sentence; one that lies inside a longer one is left out.

        An effect is never hidden by a term, nor a term by an effect; and a phrase with a gap hides
        none, unless its name serves nothing but to hide. A treatment called "a b and c" is met in
        "a, b and c" too.
        """
        found: list[tuple[int, int, Node]] = []
        known, written, tree = self._known, self._written, self.tree
        said = [
            (joined, known[text] if text in known else written(text))
            for text, _, _, joined in words
        ]
        self._join_rows(words, said)
        for first, (_, forms) in enumerate(said):
            for form in forms:
                if (place := tree.get(form)) is not None:
                    _walk(place, said, first, first + 1, found)
        return _outermost(found, self.kinds)

    def _join_rows(self, words: list[Word], said: list[tuple[bool, tuple[str, ...]]]) -> None:
        """Join a row of parts of the body before a treatment of them, over its commas."""
        for number in range(1, len(words) - 1):
            if said[number][0] or not self._is(PARTS, said[number - 1][1]):
                continue
            end = number
            while end < len(said) and (words[end].text in _ROWING or self._is(PARTS, said[end][1])):
                end += 1
            if number < end < len(said) and self._is(SUBJECT, said[end][1]):
                said[number] = (True, said[number][1])

    def _is(self, name: str, forms: tuple[str, ...]) -> bool:
        """Whether a word, in one of its forms, is what a name stands for."""
        return any(name in self.tree.get(form, {}).get(ENDS, ()) for form in forms)

    def _written(self, word: str) -> tuple[str, ...]:
        """Return the forms, of those in the vocabulary, that a word has."""
        known = self._known.get(word)
        if known is None:
            stems = (f"{word[:n]}*" for n in range(1, min(len(word), STEM) + 1))
            known = tuple(form for form in (word, *stems) if form in self.forms)
            if len(self._known) < REMEMBERED:
                self._known[word] = known
        return known


def names_of(hits: Iterable[Hit]) -> frozenset[str]:
    """Return the names of everything that was found."""
    return frozenset[str]().union(*(hit.names for hit in hits))


def words_of(text: str) -> list[Word]:
    """Return the words of a text, with their places."""
    found: list[Word] = []
    past = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        between = text[past:start]
        joined = between in _JOINING or _PUNCTUATION.search(between) is None
        found.append(Word(plain_word(match[0]), start, end, joined))
        past = end
    return found


#: Names as a set; phrases share few sets of names, so that most are not built again.
_names = lru_cache(maxsize=REMEMBERED)(frozenset[str])


def _walk(
    node: Node,
    said: list[Said],
    first: int,
    at: int,
    found: list[tuple[int, int, Node]],
) -> None:
    """Note the phrases that end at `node`, reached with the word before `at`, and go on.

    `said` has, of each word, whether it is joined to the one before, and its forms.
    """
    if ENDS in node or ENDS_OPEN in node:
        found.append((first, at - 1, node))
    if at < len(said) and said[at][0]:
        for form in said[at][1]:
            if (following := node.get(form)) is not None:
                _walk(following, said, first, at + 1, found)
    beyond = node.get(ANY)
    if beyond is None:
        return
    used: set[str] = set()
    for reach in range(at, min(at + GAP + 1, len(said))):
        joined, forms = said[reach]
        if not joined:
            return
        for form in forms:
            if form in beyond and form not in used:
                used.add(form)
                _walk(beyond[form], said, first, reach + 1, found)


def _outermost(found: list[tuple[int, int, Node]], kinds: dict[str, str]) -> list[Hit]:
    """Keep the longest phrases of each kind: effects, interventions, terms, each term apart."""
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    found.sort(key=lambda entry: (entry[0], -entry[1]))
    at = 0
    while at < len(found):
        first, last, node = found[at]
        names, open_names = node.get(ENDS, ()), node.get(ENDS_OPEN, ())
        at += 1
        while at < len(found) and found[at][0] == first and found[at][1] == last:
            names = (*names, *found[at][2].get(ENDS, ()))
            open_names = (*open_names, *found[at][2].get(ENDS_OPEN, ()))
            at += 1
        whole = [name for name in names if last > reach.get(kinds[name], -1)]
        gapped = [name for name in open_names if last > reach.get(kinds[name], -1)]
        if whole or gapped:
            for name in whole:
                reach[kinds[name]] = last
            kept.append(Hit(_names((*whole, *gapped)), first, last, bool(whole)))
    return kept
