"""How a vocabulary is written: phrases of words and stems, and patterns over what they name.

A phrase is a row of words; ``massag*`` stands for any word that begins so and ``...`` for up to
`GAP` words of any kind; none reaches over punctuation. A pattern is what makes a claim::

    relaxing                         a term that says it all by itself
    lowers|helps > stress            an effect (any of these) that governs a term
    oils & oil-does & hair|scalp     all of these in the sentence
    ^instructs & places !pressure    the first opens a clause; the last is absent
    hair & +grows                    the second stands near the first, in its clause
    -worsens > stress                the term, spoken of at all: none of these effects governs it,
                                     and it is no background
    no-cure & @rust                  the second in the sentence, its heading or the title

The standard library alone is used here, so that the checker starts quickly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

#: Words that `ANY` may stand for; "hair that grows in thicker" is within it.
GAP = 3
#: In a phrase, a gap of up to `GAP` words.
ANY = "..."
#: Letters of the longest word or stem that is looked for.
STEM = 24
#: The term for words that mean the review's treatment where a document or a heading is about it.
SUBJECT = "subject"
#: An effect's words stand before what they govern, or after it.
SIDES = ("before", "after")

#: A word of a text: letters and digits, with decimals and thousands kept whole, or the sign for it.
WORD = re.compile(r"\d+(?:[.,]\d+)*|\.\d+|[^\W_]+(?:['’][^\W_]+)*|&")
#: A sign that is read as a word, and the word.
SIGN, SIGNED = "&", "and"
#: What a word is read without.
POSSESSIVE = "'s"
_FORM = re.compile(rf"(?:{WORD.pattern})\*?$")
_PART = re.compile(r"(?P<mark>[!^+@-]?)(?:(?P<effects>[\w|-]+) > )?(?P<names>[\w|-]+)$")
_BETWEEN = re.compile(r" & | (?=!)")
_BETWEEN_WORDS = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class Part:
    """One condition of a pattern.

    Parameters
    ----------
    names
        Terms, of which one has to be there.
    effects, afters
        Effects, as `effect_name` names them before and after what they govern: one has to govern
        the term.
    opens, absent, near, unless, above
        The marks: ``^`` opens its clause; ``!`` must not be there; ``+`` near the first part; ``-``
        spoken of, and not governed by these effects; ``@`` there, in the heading or in the title.
    """

    names: frozenset[str]
    effects: frozenset[str] = frozenset()
    afters: frozenset[str] = frozenset()
    opens: bool = False
    absent: bool = False
    near: bool = False
    unless: bool = False
    above: bool = False


def plain(text: str) -> str:
    """Return a text in small letters, its apostrophes straight, each letter at its place.

    Examples
    --------
    >>> plain("The Barber’s İdeas")
    "the barber's ideas"
    """
    return text.replace("İ", "I").lower().replace("’", "'")  # small, it would be two


def plain_word(word: str) -> str:
    """Return a word as `plain` does, without a possessive, "&" as "and".

    Examples
    --------
    >>> plain_word("Barber’s"), plain_word("Don’t"), plain_word("&")
    ('barber', "don't", 'and')
    """
    return SIGNED if word == SIGN else plain(word).removesuffix(POSSESSIVE)


def forms(phrase: str) -> list[str]:
    """Return the words and stems of a phrase in small letters, `ANY` for each gap.

    A hyphen parts two words, and a possessive is the word itself, as in a text.

    Raises
    ------
    ValueError
        If something in it is no word, too long for one, or it begins or ends in a gap.

    Examples
    --------
    >>> forms("massag* ... Scalp"), forms("barber's well-being")
    (['massag*', '...', 'scalp'], ['barber', 'well', 'being'])
    """
    found = [plain_word(form) for form in _BETWEEN_WORDS.split(phrase)]
    if ANY in (found[0], found[-1]):
        raise ValueError("a phrase begins and ends with a word")
    for form in found:
        if form != ANY and not _FORM.match(form):
            raise ValueError(f"{form!r} is no word, nor the beginning of one with a *")
        if len(form) > STEM:
            raise ValueError(f"{form!r} has more than {STEM} letters")
    return found


def parts(pattern: str) -> tuple[Part, ...]:
    """Return what a pattern asks for, in order.

    Raises
    ------
    ValueError
        If it cannot be read, or asks for nothing to be there.

    Examples
    --------
    >>> [sorted(part.names) for part in parts("lowers > stress & massage !worsening")]
    [['stress'], ['massage'], ['worsening']]
    """
    found = []
    for written in _BETWEEN.split(pattern):
        match = _PART.match(written)
        if match is None:
            raise ValueError(f"{written!r} is no part of a pattern")
        named = [name for name in (match["effects"] or "").split("|") if name]
        found.append(
            Part(
                names=frozenset(match["names"].split("|")),
                effects=frozenset(effect_name(name, "before") for name in named),
                afters=frozenset(effect_name(name, "after") for name in named),
                opens=match["mark"] == "^",
                absent=match["mark"] == "!",
                near=match["mark"] == "+",
                unless=match["mark"] == "-",
                above=match["mark"] == "@",
            )
        )
    if all(part.absent for part in found):
        raise ValueError("it asks for nothing to be there")
    return tuple(found)


def effect_name(effect: str, side: str) -> str:
    """Return an effect's name in a sentence: ``lowers >`` before what it governs, else ``<``.

    Examples
    --------
    >>> effect_name("lowers", "before"), effect_name("lowers", "after")
    ('lowers >', '< lowers')
    """
    return f"{effect} >" if side == "before" else f"< {effect}"


def plain_name(effect: str) -> str:
    """Return an effect as the vocabulary names it.

    Examples
    --------
    >>> plain_name("lowers >"), plain_name("< lowers")
    ('lowers', 'lowers')
    """
    return effect.strip("<> ")


def named(patterns: Iterable[str]) -> frozenset[str]:
    """Return the names of the terms and effects that patterns ask for."""
    return frozenset(
        name
        for pattern in patterns
        for part in parts(pattern)
        for name in (*part.names, *map(plain_name, part.effects))
    )
