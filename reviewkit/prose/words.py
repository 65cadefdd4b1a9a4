"""The words of a text: what phrases are looked for in, and what a clause is made of.

The standard library alone is used here, so that a warm start of the checker stays fast.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from reviewkit.phrasing import POSSESSIVE, SIGN, SIGNED, WORD, plain

_WORDS = re.compile(f"({WORD.pattern})")
_PUNCTUATION = re.compile(r"[,;:.!?()—–]")
#: What joins two words though it may be a mark: "11–20".
_JOINING = frozenset({" ", "–"})


class Word(NamedTuple):
    """A word in lower case, without a possessive, its apostrophe straight.

    It is `joined` if no punctuation stands before it.
    """

    text: str
    start: int
    end: int
    joined: bool


class WordRow:
    """The words of a text in a row.

    Most texts are asked for no more than `texts` and `joined`, of each word what `Word` has.
    """

    def __init__(self, text: str) -> None:
        self._parts = _WORDS.split(plain(text))
        words = self._parts[1::2]
        if SIGN in text:
            words = [SIGNED if word == SIGN else word for word in words]
        self.texts = [word.removesuffix(POSSESSIVE) for word in words]
        self.joined = [
            between in _JOINING or _PUNCTUATION.search(between) is None
            for between in self._parts[:-1:2]
        ]

    @cached_property
    def words(self) -> list[Word]:
        """The words with their places."""
        edges = list(accumulate(map(len, self._parts)))
        return list(map(Word, self.texts, edges[:-1:2], edges[1::2], self.joined))
