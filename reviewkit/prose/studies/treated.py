"""How a text speaks of the review's own treatment where it tells of a study.

The words are those of the vocabulary's `subject`, so that "the massage group" and "no massage" are
known in a review of massage, and "the vaccinated group" in one of a vaccine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reviewkit.prose.patterns import lazily

#: What names those who were not treated, or sets groups side by side.
_OTHERS = lazily(
    r"\b(?:controls?|placebo|comparison|untreated|waiting|without|others?|rest|resting|sitting|"
    r"usual care|than|compar\w+|versus|vs|against|both|between|each|either|every|all|differ\w*|"
    r"whereas|while|respectively)\b"
)
#: A text with one number, or with two that are the ends of a change.
_ONE_CHANGE = re.compile(r"\D*\d+(?:[.,]\d+)*(?:\D{0,12}\bto\b\D{0,12}\d+(?:[.,]\d+)*)?\D*")


class Treated(NamedTuple):
    """Patterns of what is said of those who had the treatment, and of those who had none.

    Parameters
    ----------
    group
        Names the group that had it.
    having
        Says after or with what something was found.
    none
        Says that there was none of it.
    """

    group: re.Pattern[str]
    having: re.Pattern[str]
    none: re.Pattern[str]

    def alone(self, text: str) -> bool:
        """Whether a sentence tells one number, or one change, of those who had the treatment.

        Examples
        --------
        >>> told = treated(["massag*"])
        >>> told.alone("With massage it fell from 130 to 110.")
        True
        >>> told.alone("It fell to 110 with massage and to 112 with rest.")
        False
        """
        if not (self.group.search(text) or self.having.search(text)):
            return False
        others = _OTHERS.search(text) or self.none.search(text)
        return not others and _ONE_CHANGE.fullmatch(text) is not None


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
        having=lazily(rf"\b(?:with|after) (?:the |their )?(?:\w+ )?(?:{words})\b"),
        none=lazily(rf"\b(?:no|without) (?:\w+ )?(?:{words})\b"),
    )


def _written(phrase: str) -> str:
    """Return a phrase as a pattern: ``massag*`` is any word that begins so."""
    return re.escape(phrase).replace(r"\*", r"\w*").replace(r"\.\.\.", r"[\w ]*?")
