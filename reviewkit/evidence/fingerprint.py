r"""The fingerprint of a sentence: which one it is, without its words.

A mention names a sentence of an article by its line, its position in that line and its fingerprint,
so that anyone who has the article can find the sentence again, and nobody needs to copy it. The
rule, in the order in which it is applied; each step is part of every fingerprint on record:

1. **Lines.** The text is cut at its line ends (CR LF, LF or CR). Lines count from 1, empty ones
   too, as editors count them.
2. **Normalisation.** Unicode NFKC; every run of white space becomes one space; none is left at
   either end. So a non-breaking space is a space, and ``…`` is three full stops.
3. **Markup.** A bullet (``•`` or ``- ``) and then the marks of a heading (``#`` to ``######``) are
   taken off the beginning. A number that opens a line stays.
4. **Sentences.** A line ends a sentence after ``.``, ``!`` or ``?``, with any closing quotation
   marks, where a space and a capital or an opening quotation mark follow. The full stop of a number
   that opens a line ends none. Sentences count from 1 in each line; a heading or a bullet without a
   full stop is one sentence.
5. **Fingerprint.** The SHA-256 of the sentence in UTF-8, in hexadecimal digits.

The rule is plain on purpose, since fingerprints have to be made again by other programs: it knows
no abbreviations, and a sentence that runs over two lines is two. It says where a sentence is on
record, not how a writer's text is best read.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARKUP = re.compile(r"(?:(?:•|- ) ?)?(?:#{1,6} )?")
_END = re.compile(r"[.!?][\"'”’]* ")
_OPENING_QUOTES = frozenset("\"'“‘")
_NUMBER = re.compile(r"\d+\. ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of an article and its place.

    Parameters
    ----------
    line, ordinal : int
        The line, and the position of the sentence in it, both from 1.
    words : str
        The sentence, normalised. It stays in memory: no record holds it.
    sha256 : str
        Its fingerprint.
    """

    line: int
    ordinal: int
    words: str
    sha256: str

    @property
    def place(self) -> tuple[int, int]:
        """The line and the position in it."""
        return self.line, self.ordinal


def sentences_of(text: str) -> Iterator[Sentence]:
    r"""Yield the sentences of a text with their places and fingerprints.

    Examples
    --------
    >>> text = "# Baths\n\n  • They warm. They\u00a0calm!\n"
    >>> [(s.line, s.ordinal, s.words) for s in sentences_of(text)]
    [(1, 1, 'Baths'), (3, 1, 'They warm.'), (3, 2, 'They calm!')]
    """
    for line, raw in enumerate(_LINE_END.split(text), start=1):
        for ordinal, words in enumerate(split(without_markup(normalise(raw))), start=1):
            yield Sentence(line=line, ordinal=ordinal, words=words, sha256=fingerprint(words))


def normalise(text: str) -> str:
    r"""Return a text in Unicode's NFKC, with single spaces and none at either end.

    Examples
    --------
    >>> normalise("  4\u00a0minutes\t a day ")
    '4 minutes a day'
    """
    return " ".join(unicodedata.normalize("NFKC", text).split())


def without_markup(line: str) -> str:
    """Return a normalised line without the marks of a bullet or a heading.

    Examples
    --------
    >>> without_markup("- ## Baths"), without_markup("1. Baths"), without_markup("-5 degrees")
    ('Baths', '1. Baths', '-5 degrees')
    """
    return _MARKUP.sub("", line, count=1)


def split(line: str) -> tuple[str, ...]:
    """Return the sentences of a normalised line; none of an empty one.

    Examples
    --------
    >>> split("1. Does it? “It does.” So they say, e.g. here. and there.")
    ('1. Does it?', '“It does.”', 'So they say, e.g. here. and there.')
    """
    found, start = [], 0
    number = _NUMBER.match(line)
    for end in _END.finditer(line, number.end() if number else 0):
        follows = line[end.end() : end.end() + 1]
        if follows.isupper() or follows in _OPENING_QUOTES:
            found.append(line[start : end.end() - 1])
            start = end.end()
    return (*found, line[start:]) if line else ()


def fingerprint(sentence: str) -> str:
    """Return the fingerprint of a normalised sentence.

    Examples
    --------
    >>> fingerprint("They warm.")[:16]
    '6577fdd9b7f881dd'
    """
    return hashlib.sha256(sentence.encode()).hexdigest()
