"""How a text speaks of the review's own treatment where it tells of a study.

The words are those of the vocabulary's `subject`, so that "the massage group" and "no massage" are
known in a review of massage, and "the vaccinated group" in one of a vaccine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reviewkit.prose.patterns import lazily


@dataclass(frozen=True, slots=True)
class Treated:
    """Patterns of what is said of those who had the treatment, and of those who had none."""

    group: re.Pattern[str]
    none: re.Pattern[str]


def treated(phrases: Iterable[str]) -> Treated:
    """Return the patterns for a treatment that is spoken of in these phrases of a vocabulary.

    Examples
    --------
    >>> bool(treated(["vaccin*"]).none.search("They had no such vaccination."))
    True
    """
    words = "|".join(map(_written, phrases)) or r"(?!)"
    return Treated(
        group=lazily(rf"\b(?:{words})[ -]groups?\b"),
        none=lazily(rf"\b(?:no|without) (?:\w+ )?(?:{words})\b"),
    )


def _written(phrase: str) -> str:
    """Return a phrase as a pattern: ``massag*`` is any word that begins so."""
    return re.escape(phrase).replace(r"\*", r"\w*").replace(r"\.\.\.", r"[\w ]*?")
