"""Patterns that are compiled when they are first looked for, and texts that they are quick on.

Compiling is a quarter of a short run, and most texts never come to most patterns: a rule looks for
its own only where a sentence holds one of its hints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    """Starts of words, one of which stands in whatever something finds.

    Parameters
    ----------
    written
        ``cure cures & no not`` means one of these and one of those.

    Examples
    --------
    >>> Hints("cure cures & no not").stand_in("it is no cure")
    True
    """

    __slots__ = ("each",)

    def __init__(self, written: str) -> None:
        self.each = tuple(frozenset(one.split()) for one in written.split(" & "))

    def stand_in(self, text: str) -> bool:
        """Whether a text in small letters holds them."""
        found = starts(text)
        for hints in self.each:  # noqa: SIM110  # twice as fast as any(), and asked all the time
            if found.isdisjoint(hints):
                return False
        return True


class Hinted:
    """A pattern that is looked for, and compiled, only where a text holds its hints.

    Parameters
    ----------
    hints
        As `Hints` are written.
    text
        The pattern, in small letters unless flags say.
    """

    __slots__ = ("hints", "pattern")

    def __init__(self, hints: str, text: str, flags: int = 0) -> None:
        self.hints = Hints(hints)
        self.pattern = lazily(text, flags)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match of the pattern in a text, from a place on, if there is one."""
        return self.pattern.search(text, start) if self.hints.stand_in(small(text)) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches of the pattern in a text, in order."""
        return self.pattern.finditer(text) if self.hints.stand_in(small(text)) else iter(())

    def sub(self, instead: str, text: str) -> str:
        """Return a text with something else in place of what the pattern finds."""
        return self.pattern.sub(instead, text) if self.hints.stand_in(small(text)) else text


class Words(Hinted):
    """Words that say one thing: patterns in small letters, looked for behind hints.

    Parameters
    ----------
    hints
        As `Hints` are written.
    alternatives
        The patterns. What one finds begins and ends with a word.
    """

    __slots__ = ("alternatives",)

    def __init__(self, hints: str, *alternatives: str) -> None:
        super().__init__(hints, rf"\b(?:{'|'.join(alternatives)})(?!\w)")
        self.alternatives = alternatives


class Ways:
    """Ways of saying one thing; of all of them, those are looked for of which a text has hints."""

    __slots__ = ("_hinted", "_hints", "each")

    def __init__(self, *each: Hinted) -> None:
        self.each = each
        self._hinted: dict[str, list[int]] = {}
        for place, way in enumerate(each):
            for hint in way.hints.each[0]:
                self._hinted.setdefault(hint, []).append(place)
        self._hints = frozenset(self._hinted)

    def stand_in(self, text: str) -> bool:
        """Whether a text in small letters says it in one of these ways."""
        return any(way.pattern.search(text) for way in self.hinted_in(text))

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first place where a text in small letters says it, if there is one."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the places where a text in small letters says it; none overlaps another."""
        patterns = [way.pattern for way in self.hinted_in(text)]
        end = 0
        while found := [match for pattern in patterns if (match := pattern.search(text, end))]:
            first = min(found, key=re.Match.start)
            yield first
            end = first.end()

    def without(self, text: str) -> str:
        """Return a text in small letters without what says it in one of these ways."""
        kept, end = [], 0
        for match in self.finditer(text):
            kept.append(text[end : match.start()])
            end = match.end()
        return " ".join([*kept, text[end:]])

    def hinted_in(self, text: str) -> list[Hinted]:
        """Return the ways of which a text in small letters has hints, in order."""
        met = self._hints & starts(text)
        if not met:
            return []
        places = {place for hint in met for place in self._hinted[hint]}
        return [self.each[n] for n in sorted(places) if self.each[n].hints.stand_in(text)]
