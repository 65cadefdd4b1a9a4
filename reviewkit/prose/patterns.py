"""Patterns that are compiled when they are first looked for, and texts that they are quick on.

Compiling is a quarter of a short run, and most texts never come to most patterns: a rule looks for
its own only where a sentence holds one of its hints.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


class Lazy:
    """Stands for a pattern. Once compiled, its methods are the pattern's own, at no more cost."""

    __slots__ = ("_flags", "_text", *_METHODS)

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        """Compile; called only for what is not there yet."""
        compiled = re.compile(self._text, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def small(text: str) -> str:
    """Return a text in small letters, each at its place.

    A pattern in small letters is found there some three times as fast as in either case. A letter
    whose small form is two keeps the whole text as it is.

    Examples
    --------
    >>> small("Thick HAIR")
    'thick hair'
    """
    found = text.lower()
    return found if len(found) == len(text) else text


def lazily(text: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used; in either case unless flags say.

    Examples
    --------
    >>> lazily(r"hairs?").search("Thick HAIR")[0]
    'HAIR'
    """
    return cast("re.Pattern[str]", Lazy(text, flags))


#: Texts whose words are kept: they are looked for with each family of patterns.
KEPT = 16
#: Letters of a word that tell whether a pattern may be there.
START = 5
_WORD = re.compile(r"\w+")
#: The mark of a word that ends in it: "isn't" is no word of one run of letters.
_NT = "n't"


@lru_cache(maxsize=KEPT)
def starts(text: str) -> frozenset[str]:
    """Return the first letters of each word of a text, and "n't" where one ends in that.

    Examples
    --------
    >>> sorted(starts("it isn't evidence"))
    ['evide', 'isn', 'it', "n't", 't']
    """
    found = {word[:START] for word in _WORD.findall(text)}
    if _NT in text or "n’t" in text:
        found.add(_NT)
    return frozenset(found)


class Hints:
    """Starts of words, one of which stands in whatever a pattern finds: most texts hold none.

    Parameters
    ----------
    hints
        The first letters of the words, `START` of them at most, in a row.
    """

    __slots__ = ("_starts",)

    def __init__(self, hints: str) -> None:
        self._starts = frozenset(hints.split())

    def stand_in(self, text: str) -> bool:
        """Whether a text in small letters holds one of them."""
        return not self._starts.isdisjoint(starts(text))


class Words:
    """Words that say one thing: patterns in small letters, looked for behind hints.

    Parameters
    ----------
    hints
        Starts of words, one of which stands in whatever is found: ``cure cures & no not`` means one
        of these and one of those.
    alternatives
        The patterns. What one finds begins and ends with a word.
    """

    __slots__ = ("alternatives", "hints", "pattern")

    def __init__(self, hints: str, *alternatives: str) -> None:
        self.hints = tuple(frozenset(one.split()) for one in hints.split(" & "))
        self.alternatives = alternatives
        self.pattern = lazily(rf"\b(?:{'|'.join(alternatives)})(?!\w)", flags=0)

    def may_be_in(self, found: frozenset[str]) -> bool:
        """Whether a text may say it whose words have these `starts`."""
        return not any(map(found.isdisjoint, self.hints))


class Ways:
    """Ways of saying one thing; of all of them, those are looked for of which a text has hints."""

    __slots__ = ("_hinted", "words")

    def __init__(self, *words: Words) -> None:
        self.words = words
        self._hinted: dict[str, list[int]] = {}
        for place, one in enumerate(words):
            for hint in one.hints[0]:
                self._hinted.setdefault(hint, []).append(place)

    def stand_in(self, text: str) -> bool:
        """Whether a text in small letters says it in one of these ways."""
        return any(pattern.search(text) for pattern in self._hinted_in(text))

    def without(self, text: str) -> str:
        """Return a text in small letters without what says it in one of these ways."""
        patterns = self._hinted_in(text)
        kept, end = [], 0
        while found := [match for pattern in patterns if (match := pattern.search(text, end))]:
            first = min(found, key=re.Match.start)
            kept.append(text[end : first.start()])
            end = first.end()
        return " ".join([*kept, text[end:]])

    def _hinted_in(self, text: str) -> list[re.Pattern[str]]:
        """Return the patterns of which a text has hints, in order."""
        hinted, found = self._hinted, starts(text)
        places = {place for hint in hinted.keys() & found for place in hinted[hint]}
        likely = (self.words[place] for place in sorted(places))
        return [words.pattern for words in likely if words.may_be_in(found)]
