"""Capitals: the first letter of a sentence moved, and a heading's way of writing kept."""

from __future__ import annotations

import re
from itertools import islice

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: Words that a heading in title case leaves small.
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or",
     "over", "than", "the", "to", "with"}
)  # fmt: skip
#: Letters from which a word tells whether a heading is in title case.
_TELLING = 4
#: Words, beside the first, that must tell so.
_ENOUGH = 1


def capitalised(text: str) -> str:
    """Return a text with its first letter as a capital."""
    match = _WORD.search(text)
    if match is None:
        return text
    return text[: match.start()] + text[match.start()].upper() + text[match.start() + 1 :]


def lowered(text: str, names: frozenset[str] = frozenset()) -> str:
    """Return a text that goes on in a sentence: its first letter small, unless it is a name.

    A word in capitals, "I", and a word that stands with a capital elsewhere in the text or among
    `names` keep theirs.

    Examples
    --------
    >>> lowered("Scalp massage helps"), lowered("TMJ pain"), lowered("I like it")
    ('scalp massage helps', 'TMJ pain', 'I like it')
    """
    match = _WORD.match(text)
    if match is None:
        return text
    word = match[0]
    later = {found[0] for found in _WORD.finditer(text, match.end())}
    keeps = word.isupper() and (len(word) > 1 or word == "I")
    if keeps or word in later or word in names or word.startswith(("I'", "I’")):
        return text
    return text[0].lower() + text[1:]


def titled(text: str) -> bool:
    """Whether a heading is written In Title Case (or in capitals alone)."""
    telling = 0
    for found in islice(_WORD.finditer(text), 1, None):
        if len(found[0]) >= _TELLING and found[0] not in _SMALL:
            if not found[0][0].isupper():
                return False
            telling += 1
    return telling >= _ENOUGH


def in_style(words: str, like: str) -> str:
    """Return words as a heading would write them: in capitals, in title case, or as they are."""
    if like.isupper():
        return words.upper()
    if not titled(like):
        return words
    return _WORD.sub(lambda m: m[0] if m[0] in _SMALL else capitalised(m[0]), words)
