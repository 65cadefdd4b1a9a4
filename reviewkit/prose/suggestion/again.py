"""A sentence that might be suggested, read and ruled on again in the place of the original."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cached_property

from reviewkit.prose.problems import rank
from reviewkit.prose.reading import Link, Reading
from reviewkit.prose.suggestion.frames import LEFT_OPEN
from reviewkit.prose.text import Sentence

#: Sentences of the base's own that are kept; bounds memory over many documents.
STATED = 1_000

Ruling = Mapping[str, str]
Ruled = Sequence[tuple[Link, Ruling]]


class Again:
    """What a sentence says now; how that is ruled on is worked out when it is asked for.

    Parameters
    ----------
    reading, links
        The sentence as read, and the claims that it makes.
    ruling
        Returns its rulings, and how grave what the named rules find is.
    """

    def __init__(
        self, reading: Reading, links: Iterable[Link], ruling: Callable[[], tuple[Ruled, str]]
    ) -> None:
        self.reading = reading
        self.links = tuple(links)
        self.claims = frozenset(link.claim for link in self.links)
        self._ruling = ruling

    @cached_property
    def _told(self) -> tuple[Ruled, str]:
        return self._ruling()

    def gravest(self, claims: Container[str]) -> int:
        """Return how grave the gravest problem is, of these claims or of the named rules."""
        ruled, rules = self._told
        told = (rank(ruling["severity"]) for link, ruling in ruled if link.claim in claims)
        return max(*told, rank(rules), 0)


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
