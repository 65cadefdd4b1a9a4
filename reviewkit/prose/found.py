"""A claim as it was found in a text."""

from __future__ import annotations

from typing import NamedTuple


class Found(NamedTuple):
    """A claim found: the words that made it, and the place of its term and of its effect.

    `start` to `end` is from the effect to the term (or the other way about); `verb` is where the
    effect begins, or the term if there is none; `reach` ends the words that may tell how strongly
    it is put; `verb_end` ends the effect. All are offsets into the text given, the lead-in
    included. The heading or title has to name one of `topic`, if any.
    """

    claim: str
    start: int
    end: int
    verb: int
    verb_end: int
    term: int
    reach: int
    topic: frozenset[str] = frozenset()
