"""Which phrases of a vocabulary stand in a text.

The phrases are a tree (`reviewkit.index.phrases`). From each word one goes down it, but only where
a word follows with which a phrase goes on: most words begin none, or one of that word alone.

The standard library alone is used here, so that a warm start of the checker stays fast.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from reviewkit.index.phrases import ENDS, ENDS_OPEN, Node
from reviewkit.phrasing import ANY, GAP, STEM, SUBJECT
from reviewkit.prose.words import WordRow

#: Parts of the body: a comma in a row of these breaks no phrase ("head, neck and back rub").
PARTS = "parts"
_ROWING = frozenset({"and", "or"})
#: How many different words are remembered as phrases write them; bounds memory on hostile text.
REMEMBERED = 50_000

#: The last word of a phrase, and the node at which it ends.
End = tuple[int, Node]
_LAST = itemgetter(0)


class Hit(NamedTuple):
    """A phrase that was found: what it names, and its words (`first` to `last`, inclusive).

    `whole` says that no gap is in it.
    """

    names: frozenset[str]
    first: int
    last: int
    whole: bool = True


class Written(NamedTuple):
    """How phrases write a word.

    Parameters
    ----------
    forms
        The word and its stems, of those that stand in phrases.
    begun
        The nodes of the phrases that begin with it.
    alone
        Of these, the nodes of those that it is the whole of.
    names
        What these name.
    next
        The forms with which the others go on at once.
    gaps, beyond
        The nodes after a gap with which they go on, and the forms that these go on with.
    """

    forms: tuple[str, ...]
    begun: tuple[Node, ...]
    alone: tuple[Node, ...]
    names: frozenset[str]
    next: frozenset[str]
    gaps: tuple[Node, ...]
    beyond: frozenset[str]


class Phrases:
    """The phrases of a vocabulary.

    Parameters
    ----------
    tree
        The root of their tree; what follows a word is asked for when a text has the word.
    forms
        All words and stems of them.
    kinds
        Of each name, what hides it when it stands in something longer.
    hiding
        Of names that serve nothing but to hide, the kinds that they hide beside their own.
    """

    def __init__(
        self,
        tree: Mapping[str, Node],
        forms: Iterable[str],
        kinds: Mapping[str, str],
        hiding: Mapping[str, Sequence[str]],
    ) -> None:
        self._tree, self._forms, self._kinds = tree, frozenset(forms), kinds
        self._hiding = hiding
        self._words: dict[str, Written] = {}
        self._written: dict[tuple[str, ...], Written] = {}

    def hits(self, row: WordRow) -> list[Hit]:
        """Return the phrases in a text; one that lies inside a longer one is left out.

        An effect is never hidden by a term, nor a term by an effect; and a phrase with a gap hides
        none, unless its name serves nothing but to hide. A treatment called "a b and c" is met in
        "a, b and c" too.
        """
        known, look_up = self._words, self._look_up
        words = [known.get(text) or look_up(text) for text in row.texts]
        present = frozenset[str]().union(*[word.forms for word in words])
        joined = [*_over_rows(row, words), False]
        found = _Outermost(self._kinds, self._hiding)
        for first, word in enumerate(words):
            if not word.begun:
                continue
            ends: list[End] = []
            following = first + 1
            if joined[following] and not (
                word.next.isdisjoint(words[following].forms) and word.beyond.isdisjoint(present)
            ):
                ends = _longer(word, words, joined, following)
            if ends or (word.alone and first <= found.furthest):
                found.add(first, [*ends, *[(first, node) for node in word.alone]])
            elif word.alone:
                found.hits.append(Hit(word.names, first, first))
        return found.hits

    def _look_up(self, text: str) -> Written:
        """Return how phrases write a word, and remember it."""
        stems = (f"{text[:n]}*" for n in range(1, min(len(text), STEM) + 1))
        forms = tuple(form for form in (text, *stems) if form in self._forms)
        found = self._written.get(forms)
        if found is None:
            found = self._written[forms] = self._begun(forms)
        if len(self._words) < REMEMBERED:
            self._words[text] = found
        return found

    def _begun(self, forms: tuple[str, ...]) -> Written:
        """Return how phrases write a word that has these forms."""
        begun = tuple(self._tree[form] for form in forms if form in self._tree)
        gaps = tuple(node[ANY] for node in begun if ANY in node)
        alone = tuple(node for node in begun if ENDS in node)
        return Written(
            forms,
            begun,
            alone,
            names=frozenset(name for node in alone for name in node[ENDS]),
            next=frozenset[str]().union(*begun),
            gaps=gaps,
            beyond=frozenset[str]().union(*gaps),
        )


def _over_rows(row: WordRow, words: Sequence[Written]) -> Sequence[bool]:
    """Return which words are joined, over the commas in a row of parts before what is done to them.

    A word is part of such a row if it is a phrase of its own that names one, or joins two.
    """
    breaks = [
        number
        for number, (word, joined) in enumerate(zip(words, row.joined[1:], strict=False), 1)
        if not joined and PARTS in word.names
    ]
    if not breaks:
        return row.joined
    over = list(row.joined)
    for number in breaks:
        end = number
        while end < len(words) and (row.texts[end] in _ROWING or PARTS in words[end].names):
            end += 1
        if number < end < len(words) and SUBJECT in words[end].names:
            over[number] = True
    return over


def names_of(hits: Iterable[Hit]) -> frozenset[str]:
    """Return the names of everything that was found."""
    return frozenset[str]().union(*[hit.names for hit in hits])


def _longer(word: Written, words: Sequence[Written], joined: Sequence[bool], at: int) -> list[End]:
    """Return where the phrases end that begin with a word and go on with word `at`."""
    ends: list[End] = []
    for form in words[at].forms:
        if form in word.next:
            for node in word.begun:
                if form in node:
                    _note(node[form], words, joined, at, ends)
    for beyond in word.gaps:
        _leap(beyond, words, joined, at, ends)
    return ends


def _note(
    node: Node, words: Sequence[Written], joined: Sequence[bool], last: int, ends: list[End]
) -> None:
    """Note the phrases that end at a node, reached with word `last`, and those that go on there."""
    if ENDS in node or ENDS_OPEN in node:
        ends.append((last, node))
        if len(node) == 1:
            return
    following = last + 1
    if not joined[following]:
        return
    for form in words[following].forms:
        if form in node:
            _note(node[form], words, joined, following, ends)
    if ANY in node:
        _leap(node[ANY], words, joined, following, ends)


def _leap(
    beyond: Node, words: Sequence[Written], joined: Sequence[bool], at: int, ends: list[End]
) -> None:
    """Note the phrases that go on after a gap, with the nearest of each word that may follow."""
    met: set[str] = set()
    for reach in range(at, at + GAP + 1):
        if not joined[reach]:
            return
        for form in words[reach].forms:
            if form in beyond and form not in met:
                met.add(form)
                _note(beyond[form], words, joined, reach, ends)


class _Outermost:
    """The phrases that lie inside no longer one of their kind, taken in the order of their words.

    `reach` has, of each kind, the last word of its phrases so far, `furthest` the last of all.
    """

    __slots__ = ("furthest", "hiding", "hits", "kinds", "reach")

    def __init__(self, kinds: Mapping[str, str], hiding: Mapping[str, Sequence[str]]) -> None:
        self.hits: list[Hit] = []
        self.kinds, self.hiding = kinds, hiding
        self.reach: dict[str, int] = {}
        self.furthest = -1

    def add(self, first: int, ends: list[End]) -> None:
        """Add the phrases that begin with word `first`, and end so."""
        if len(ends) > 1:
            ends.sort(key=_LAST, reverse=True)
        reach, kinds = self.reach, self.kinds
        at = 0
        while at < len(ends):
            last, node = ends[at]
            whole, gapped = node.get(ENDS, ()), node.get(ENDS_OPEN, ())
            at += 1
            while at < len(ends) and ends[at][0] == last:
                whole = (*whole, *ends[at][1].get(ENDS, ()))
                gapped = (*gapped, *ends[at][1].get(ENDS_OPEN, ()))
                at += 1
            if last <= self.furthest:
                whole = [name for name in whole if last > reach.get(kinds[name], -1)]
                gapped = [name for name in gapped if last > reach.get(kinds[name], -1)]
                if not (whole or gapped):
                    continue
            elif whole:
                self.furthest = last
            for name in whole:
                reach[kinds[name]] = last
                if name in self.hiding:
                    reach.update(dict.fromkeys(self.hiding[name], last))
            self.hits.append(Hit(frozenset((*whole, *gapped)), first, last, bool(whole)))
