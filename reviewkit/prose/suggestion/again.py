"""A sentence that might be suggested, read and ruled on again in the place of the original."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import NamedTuple

from reviewkit.prose.problems import rank
from reviewkit.prose.reading import Link, Reading
from reviewkit.prose.suggestion.frames import LEFT_OPEN
from reviewkit.prose.text import Sentence

#: Sentences of the base's own that are kept; bounds memory over many documents.
STATED = 1_000

Ruling = Mapping[str, str]
Ruled = Sequence[tuple[Link, Ruling]]


class Again(NamedTuple):
    """What a sentence says now, its rulings, and how grave what the named rules find is."""

    reading: Reading
    ruled: Ruled
    rules: str = "none"

    @property
    def claims(self) -> frozenset[str]:
        """The claims that it makes."""
        return frozenset(link.claim for link, _ in self.ruled)

    def gravest(self, claims: Container[str]) -> int:
        """Return how grave the gravest problem is, of these claims or of the named rules."""
        told = (rank(ruling["severity"]) for link, ruling in self.ruled if link.claim in claims)
        return max(*told, rank(self.rules), 0)


Read = Callable[[Sentence], Again]
"""Reads and rules on a sentence in the place of another."""


def remembering(again: Read, original: Again) -> Read:
    """Return a reader that reads nothing twice, and the original not again."""
    known = {_key(original.reading.sentence): original}

    def read(sentence: Sentence) -> Again:
        key = _key(sentence)
        if key not in known:
            known[key] = again(sentence)
        return known[key]

    return read


def keeping(again: Read) -> Read:
    """Return a reader that keeps what the base itself says of a claim ("It is unclear whether").

    Such a sentence is offered in many places and reads the same in all of them.
    """
    stated: dict[tuple[str, str, str], Again] = {}

    def read(sentence: Sentence) -> Again:
        if not sentence.text.startswith(LEFT_OPEN):
            return again(sentence)
        key = _key(sentence)
        if key not in stated:
            if len(stated) == STATED:
                stated.clear()
            stated[key] = again(sentence)
        return stated[key]

    return read


def _key(sentence: Sentence) -> tuple[str, str, str]:
    return sentence.text, sentence.kind, sentence.lead_in
