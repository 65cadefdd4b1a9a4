"""A sentence that might be suggested, read and ruled on again in the place of the original."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from reviewkit.prose.problems import rank
from reviewkit.prose.reading import Link, Reading
from reviewkit.prose.text import Sentence

Ruling = Mapping[str, str]
Ruled = Sequence[tuple[Link, Ruling]]


@dataclass(frozen=True, slots=True)
class Again:
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


def _key(sentence: Sentence) -> tuple[str, str, str]:
    return sentence.text, sentence.kind, sentence.lead_in
