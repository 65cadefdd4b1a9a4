"""A text in segments: an effect holds from where it stands to the end of its segment.

A colon ends none where an effect stands right before it and introduces what it acts on: "Good for:
sleep, ...".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import pairwise

from reviewkit.prose.background import CONDITIONS
from reviewkit.prose.words import Word

#: Characters before an instruction's verb that are looked at.
OPENING = 80
#: Entries of a list in a condition, and words of one of them, at most: "if X, Y, or Z, ...".
LISTED, ENTRY = 5, 4
_CLOSING = frozenset({"and", "or"})
#: Verbs of what one has or notices in a condition, what makes them something else, and the words
#: at its beginning among which they are looked for.
_HAVING = frozenset(
    {"notice", "noticed", "noticing", "have", "had", "feel", "feels", "see", "spot", "suffer",
     "experience", "experiencing", "struggle", "observe", "find", "battle", "face", "get", "deal"}
)  # fmt: skip
_WANTED = frozenset({"to", "can", "could", "will", "not"})
_HAD = 5
#: What ends a segment.
_BREAK = re.compile(
    r"[;:?!](?!\))|\.\s|\b(?:hormones?|chemicals?) (?:associated|linked|connected|related)\b|"
    r"\b(?:which|(?<!people )(?<!those )(?<!anyone )whose|where|because|although|but(?! also)|"
    r"whether|since|unless|if|"
    r"when|(?:ensures?|means?|so) that|(?<=, )as(?= (?:this|it|these|they|that|there|doing)\b)|"
    r"that (?:(?:can|may|might|could|often|usually|commonly|sometimes) )*"
    r"(?:appears?|manifests?|presents?|shows? (?:up|itself|themselves)|takes? the form|harbou?rs?|"
    r"holds?|stores?|carry|carries|accumulates?|suffers?|"
    r"(?:be |is |are )?(?:associated|linked|tied|connected|related|causing|contributing)))\b|"
    r"[—–](?=\s*(?:these|this|it|they|those|we|you)\b)",
)
#: What may stand between the opening of a clause and an instruction's verb.
_BEFORE_OPENER = re.compile(
    r"(?:^|[,:;.–—(•]\s*|(?<!\S)-\s+)(?:(?:then|next|now|first|"
    r"\w+ly|please|optional|or|and|to|step|\d+)[\s,.:]+)*$",
)


class Segments:
    """Where the segments of a text end, and which of them each word stands in.

    Parameters
    ----------
    text
        In small letters.
    words
        Its words.
    lead
        Characters of the lead-in that it begins with.
    introducing
        Offsets at which an effect ends that may introduce a list.
    """

    def __init__(
        self, text: str, words: Sequence[Word], lead: int, introducing: Collection[int]
    ) -> None:
        self._text, self._words, self._lead = text, words, lead
        self._ends = [
            match.start()
            for match in _BREAK.finditer(text)
            if match[0] != ":" or match.start() not in introducing
        ]

        self._numbers = (
            [bisect_right(self._ends, word.start) for word in words]
            if self._ends and words and self._ends[0] <= words[-1].start
            else [0] * len(words)
        )

    def same(self, one: int, other: int) -> bool:
        """Whether two words stand in the same segment."""
        return self._numbers[one] == self._numbers[other]

    def conditional(self, number: int, opened_by: Collection[str] = CONDITIONS) -> bool:
        """Whether a word stands in a clause that tells a condition, or why."""
        return self._opener(number, opened_by) is not None

    def suffered(self, number: int) -> bool:
        """Whether a word stands in a condition of what one has or notices: "if you notice X"."""
        opener = self._opener(number, CONDITIONS)
        if opener is None:
            return False
        opening = [word.text for word in self._words[opener + 1 : opener + 1 + _HAD]]
        return any(
            other in _HAVING and one not in _WANTED for one, other in pairwise(["", *opening])
        )

    def _opener(self, number: int, opened_by: Collection[str]) -> int | None:
        """Return the word that opens the condition or reason in which another stands."""
        words = self._words
        if self._conditions.isdisjoint(opened_by):
            return None
        while words[number].text not in opened_by:
            if not number or not self.same(number - 1, number):
                return None
            if not words[number].joined and not self._listed(number):
                return None
            number -= 1
        return number

    def _listed(self, number: int) -> bool:
        """Whether a word after a comma begins an entry of a list that a later one closes."""
        words = self._words
        for _ in range(LISTED):
            end = next((n for n in range(number + 1, len(words)) if not words[n].joined), None)
            if end is None or end - number > ENTRY:
                return False
            if words[number].text in _CLOSING:
                return True
            number = end
        return False

    @cached_property
    def _conditions(self) -> frozenset[str]:
        """The words that open a condition or a reason; most texts have none."""
        return CONDITIONS.intersection([word.text for word in self._words])

    def end_of(self, number: int) -> int:
        """Return the offset at which the words of a word's segment end."""
        segment = self._numbers[number]
        ends = self._ends[segment] if segment < len(self._ends) else len(self._text)
        return max(word.end for word in self._words[number:] if word.start < ends)

    def opens_at(self, start: int) -> bool:
        """Whether a clause opens at an offset, as far as an instruction's verb goes."""
        if start < self._lead:
            return False
        begin = max(self._lead, start - OPENING)
        cut = "" if begin == self._lead else "x"
        return bool(_BEFORE_OPENER.search(cut + self._text[begin:start]))
