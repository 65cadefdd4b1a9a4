"""A sentence to use instead: true, on the writer's subject, and ready to be pasted.

Each candidate is read again in the place of the original, as the checker reads any text, and is
offered only if it then holds: no warning or error is left, no claim is new, and it is not much
longer.
"""

from __future__ import annotations

import re

from reviewkit.prose.problems import rank
from reviewkit.prose.reading import Reading
from reviewkit.prose.suggestion.again import Again, Read, Ruled, keeping, remembering
from reviewkit.prose.suggestion.candidates import Claims, candidates
from reviewkit.prose.suggestion.frames import LEFT_OPEN
from reviewkit.prose.suggestion.verbs import is_base

__all__ = ["Again", "Claims", "Read", "Ruled", "keeping", "longest", "suggest"]

#: How long a suggestion may be: this many times the original, and some characters.
LONGER, ROOM = 1.8, 80
#: An opening that asks, unless a verb comes next ("Can relieve stress").
_ASKING = re.compile(
    r"(?:can|could|will|may|might|should|does|do|is|are) (?!also|even|be|not|\w+ly\b)(?P<word>\w+)",
    re.IGNORECASE,
)
#: Where a second look parts a sentence: a claim is linked but once in it.
_PARTS = re.compile(
    r"[;:–—]\s|\.\s|,\s(?:and|but|so|which)\s"
    r"(?=it|this|that|they|\w+ (?:is|are|can|may|might|could|will|helps?)\b)"
)


def longest(text: str) -> float:
    """Return how many characters a suggestion for a sentence may have."""
    return LONGER * len(text) + ROOM


def suggest(reading: Reading, ruled: Ruled, claims: Claims, again: Read) -> str:
    """Return a sentence that says what the evidence carries; empty where none can be offered.

    Parameters
    ----------
    reading
        The sentence as read.
    ruled
        Its links with their rulings: `verdict`, `severity`, `carries` (the level of wording that
        the evidence carries, as text, or empty) and `certainty`.
    claims
        The claims of the index by id: `statement` and `evidence` (what their bodies say).
    again
        Reads and rules on another sentence in the same place.
    """
    original = Again(reading, (link for link, _ in ruled), lambda: (ruled, "none"))
    grave = original.gravest(original.claims)
    if reading.unsaid or not grave or reading.stance in {"asks", "reports"}:
        return ""
    if _asks(reading.sentence.text):
        return ""
    again = remembering(again, original)
    worded = {link.claim for link, ruling in ruled if ruling["carries"]}
    mild = ""
    for candidate in candidates(reading, ruled, claims, again):
        if candidate == reading.sentence.text or len(candidate) > longest(reading.sentence.text):
            continue
        found = again(reading.sentence._replace(text=candidate))
        if not _holds(candidate, found, original, again):
            continue
        if not found.gravest(worded):  # what is left is no matter of wording
            return candidate
        if grave >= rank("warning"):
            mild = mild or candidate
    return mild


def _asks(text: str) -> bool:
    """Whether a sentence asks, a heading without its question mark too: "Can massage help"."""
    if "?" in text:
        return True
    opening = _ASKING.match(text)
    return opening is not None and not is_base(opening["word"])


def _holds(candidate: str, found: Again, original: Again, again: Read) -> bool:
    """Whether a candidate may be offered: no bolder, and nothing new."""
    return (
        found.claims <= original.claims
        and found.reading.stance != "asks"
        and found.gravest(found.claims) < rank("warning")
        and _holds_in_part(candidate, original, again)
    )


def _holds_in_part(candidate: str, original: Again, again: Read) -> bool:
    """Whether no part of a sentence, read by itself, says more than the whole seems to.

    What stands in the original as it is, and claims there nothing that is told, may stay so: a
    label of one word is a claim where it stands alone.
    """
    sentence = original.reading.sentence
    if candidate.startswith(LEFT_OPEN):
        return True
    parts = [part for part in _PARTS.split(candidate) if part.strip()]
    if len(parts) == 1:
        return True
    leads = [sentence.lead_in, *("" for _ in parts[1:])]  # what stands above is said of the first
    for part, lead in zip(parts, leads, strict=True):
        read = again(sentence._replace(text=part, lead_in=lead))
        told = read.claims & original.claims if part in sentence.text else read.claims
        if read.gravest(told) >= rank("warning"):
            return False
    return True
