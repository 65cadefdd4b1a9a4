"""A sentence as words: clauses, the commas before them, and which of them are finite verbs."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from reviewkit.prose.patterns import small
from reviewkit.prose.suggestion.verbs import base_of_third

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
#: What ends the reach of a finite verb over the words to its right.
_BREAK = re.compile(
    r"[;:?!()“”\"—–]|\.\s|\s-\s|,?\s(?:because|although|though|whether|unless|since|if|when|where|"
    r"while|whilst|whereas|but(?! also)|as (?:it|they|this|that)|so that|yet|"
    r"so(?= (?:it|they|you|we|this|the|your)\b))\s",
)


class Token(NamedTuple):
    """A word, its place, and the word in small letters."""

    text: str
    start: int
    end: int
    low: str


class Clauses:
    """A text as words, with what separates its clauses.

    Examples
    --------
    >>> clauses = Clauses("It calms, and so it eases pain")
    >>> [clauses.low(n) for n in range(len(clauses.tokens)) if clauses.finite(n)]
    ['calms', 'eases']
    """

    __slots__ = ("parts", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        low = small(text)
        self.tokens = [
            Token(m[0], *m.span(), low[m.start() : m.end()]) for m in _TOKEN.finditer(text)
        ]
        breaks = [m.end() - 1 for m in _BREAK.finditer(low)]
        self.parts = [bisect_right(breaks, token.start) for token in self.tokens]

    def at(self, place: int) -> int | None:
        """Return which word stands at a place."""
        return next((n for n, t in enumerate(self.tokens) if t.start <= place < t.end), None)

    def low(self, n: int) -> str:
        """Return a word in small letters; none where there is none."""
        return self.tokens[n].low if 0 <= n < len(self.tokens) else ""

    def before(self, n: int) -> str:
        """Return the word before another in its clause, without a comma between; else nothing."""
        if n <= 0 or self.parts[n - 1] != self.parts[n] or self.comma(n):
            return ""
        return self.low(n - 1)

    def comma(self, n: int) -> bool:
        """Whether a comma stands before a word."""
        return "," in self._gap(n)

    def dash(self, n: int) -> bool:
        """Whether a dash stands before a word."""
        return bool(set("–—") & set(self._gap(n)))

    def finite(self, n: int, *, joined: bool = True) -> str | None:
        """Return the base of a finite verb of the third person at a word, if it is one."""
        last = not n + 1 < len(self.tokens) or self.parts[n + 1] != self.parts[n]
        after = "" if last or self.comma(n + 1) else self.low(n + 1)
        return base_of_third(self.tokens[n].text, self.before(n), after, joined=joined)

    def _gap(self, n: int) -> str:
        if not 0 < n < len(self.tokens):
            return ""
        return self.text[self.tokens[n - 1].end : self.tokens[n].start]
