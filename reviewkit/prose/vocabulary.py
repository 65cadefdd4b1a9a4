"""A review's vocabulary, compiled: which phrases stand in a sentence, and which patterns they meet.

A phrase is a row of words; ``massag*`` stands for any word that begins so and ``...`` for up to
`GAP` words of any kind; none reaches over punctuation. A pattern is what makes a claim::

    relaxing                         a term that says it all by itself
    lowers|helps > stress            an effect (any of these) that governs a term
    oils & oil-does & hair|scalp     all of these in the sentence
    ^instructs & places !pressure    the first opens a clause; the last is absent
    hair & +grows                    the second stands near the first, in its clause
    -worsens > stress                the term, spoken of at all: none of these effects governs it,
                                     and it is no background (`background`)

The standard library alone is used here, so that a warm start of the checker stays fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

#: Words that ``...`` may stand for; "hair that grows in thicker" is within it.
GAP = 3
#: A word of a sentence: letters and digits, with decimals and thousands kept whole.
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\.\d+|[^\W_]+(?:['’][^\W_]+)*")
_PUNCTUATION = re.compile(r"[,;:.!?()—–]")
_PATTERN = re.compile(r"(?P<mark>[!^+-]?)(?:(?P<effects>[\w|-]+) > )?(?P<names>[\w|-]+)$")
_SUFFIXES = ("'s", "’s")
#: The claim that is found where a sentence speaks of health beyond what the review covers.
BEYOND = "(beyond)"
#: Letters of the longest stem that is looked for; a longer one is refused when compiling.
STEM = 24
#: Terms with a meaning of their own: other treatments, and what sells; both make a sentence silent.
RIVALS, PITCH = "rivals", "pitch"
#: How many different words a vocabulary remembers the phrases of; bounds memory on hostile text.
REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case, without a possessive; `joined` if no punctuation stands before it."""

    text: str
    start: int
    end: int
    joined: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found: what it names, and its words (`first` to `last`, inclusive)."""

    names: frozenset[str]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Part:
    """One condition of a pattern."""

    names: frozenset[str]
    effects: frozenset[str] = frozenset()
    opens: bool = False
    absent: bool = False
    near: bool = False
    unless: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of making a claim."""

    claim: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What `linking` needs of a review, compiled once and never changed."""

    patterns: dict[str, tuple[Pattern, ...]]
    exact: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    prefixes: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    interventions: frozenset[str]
    kinds: dict[str, str]
    _known: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = field(default_factory=dict)

    def hits(self, words: list[Word]) -> list[Hit]:
        """Return the phrases in a sentence; one that lies inside a longer one is left out.

        An effect is never hidden by a term, nor a term by an effect.
        """
        found: dict[tuple[int, int], set[str]] = {}
        for position, word in enumerate(words):
            for phrase, name in self._starting_with(word.text):
                last = _ends(phrase, words, position)
                if last is not None:
                    found.setdefault((position, last), set()).add(name)
        return _outermost(found, self.kinds)

    def _starting_with(self, word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        known = self._known.get(word)
        if known is None:
            stems = (self.prefixes.get(word[:n], ()) for n in range(2, min(len(word), STEM) + 1))
            known = self.exact.get(word, ()) + tuple(entry for stem in stems for entry in stem)
            if len(self._known) < REMEMBERED:
                self._known[word] = known
        return known


def words_of(text: str) -> list[Word]:
    """Return the words of a text, with their places."""
    found: list[Word] = []
    past = 0
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word.endswith(_SUFFIXES):
            word = word[:-2]
        joined = _PUNCTUATION.search(text, past, match.start()) is None
        past = match.end()
        found.append(Word(word, match.start(), past, joined))
    return found


def compile(index: dict[str, Any]) -> Vocabulary:  # noqa: A001 - always used by its module
    """Compile the vocabulary of an index; patterns of claims that it does not hold are left out.

    Raises
    ------
    ValueError
        If a pattern cannot be read, or names a term or an effect that the vocabulary lacks.
    """
    said = index["vocabulary"]
    claims = {row["id"] for row in index["claims"]} | {BEYOND}
    exact: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    prefixes: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    kinds = {}
    for name, kind, phrase in _phrases(said):
        kinds[name] = kind
        words = tuple(phrase.lower().split())
        if len(words[0]) > STEM:
            raise ValueError(f"vocabulary: {name}: {words[0]!r} is too long for a word")
        into = prefixes if words[0].endswith("*") else exact
        into.setdefault(words[0].rstrip("*"), []).append((words, name))
    known = set(kinds) | {_effect(name, "before") for name in said["effects"]}
    patterns: dict[str, list[Pattern]] = {}
    for claim, lines in {**said["claims"], BEYOND: said["beyond"]}.items():
        for line in lines if claim in claims else ():
            pattern = _pattern(claim, line, known)
            for name in _anchor(pattern).names:
                patterns.setdefault(name, []).append(pattern)
    kinds.update(_apart(patterns))
    return Vocabulary(
        patterns={name: tuple(found) for name, found in patterns.items()},
        exact={word: tuple(found) for word, found in exact.items()},
        prefixes={word: tuple(found) for word, found in prefixes.items()},
        interventions=frozenset(said["interventions"]),
        kinds=kinds,
    )


def _phrases(said: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each phrase after its name and its kind."""
    for group, kind in (("interventions", "intervention"), ("outcomes", "term"), ("terms", "term")):
        for name, phrases in said[group].items():
            yield from ((name, kind, phrase) for phrase in phrases)
    for name, effect in said["effects"].items():
        for side in ("before", "after"):
            yield from ((_effect(name, side), f"effect {name}", phrase) for phrase in effect[side])


def _apart(patterns: dict[str, list[Pattern]]) -> Iterator[tuple[str, str]]:
    """Yield the terms that no longer term hides: those that open, or only stand beside others."""
    for pattern in {pattern for found in patterns.values() for pattern in found}:
        for part in pattern.parts:
            for name in part.names:
                if part.opens or name not in patterns:
                    yield name, f"apart {name}"


def _effect(name: str, side: str) -> str:
    """Return an effect's name among the hits: ``lowers >`` before what it governs, else ``<``."""
    return f"{name} >" if side == "before" else f"< {name}"


def after(effect: str) -> str:
    """Return the name of the words that follow what an effect governs."""
    return f"< {effect.removesuffix(' >')}"


def _pattern(claim: str, line: str, known: Iterable[str]) -> Pattern:
    parts = []
    for written in re.split(r" & | (?=!)", line):
        match = _PATTERN.match(written)
        if match is None:
            raise ValueError(f"vocabulary: {claim}: pattern {written!r} cannot be read")
        effects = [_effect(name, "before") for name in (match["effects"] or "").split("|") if name]
        named = match["names"].split("|")
        if unknown := [name for name in (*effects, *named) if name not in known]:
            raise ValueError(f"vocabulary: {claim}: {unknown[0].removesuffix(' >')!r} is not in it")
        parts.append(
            Part(
                names=frozenset(named),
                effects=frozenset(effects),
                opens=match["mark"] == "^",
                absent=match["mark"] == "!",
                near=match["mark"] == "+",
                unless=match["mark"] == "-",
            )
        )
    if all(part.absent for part in parts):
        raise ValueError(f"vocabulary: {claim}: pattern {line!r} asks for nothing to be there")
    return Pattern(claim, tuple(parts))


def _anchor(pattern: Pattern) -> Part:
    return next(part for part in pattern.parts if not part.absent)


def _ends(phrase: tuple[str, ...], words: list[Word], position: int) -> int | None:
    """Return the last word of a phrase that begins at `position`, if it stands there."""
    at = position
    gap = 0
    for wanted in phrase:
        if wanted == "...":
            gap = GAP
            continue
        for reach in range(at, min(at + gap + 1, len(words))):
            if reach > position and not words[reach].joined:
                return None
            if _is(words[reach].text, wanted):
                at = reach + 1
                break
        else:
            return None
        gap = 0
    return at - 1


def _is(word: str, wanted: str) -> bool:
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1])
    return word == wanted


def _outermost(found: dict[tuple[int, int], set[str]], kinds: dict[str, str]) -> list[Hit]:
    """Keep the longest phrases of each kind: effects, interventions, terms, each term apart."""
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    for (first, last), names in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
        here = {kinds[name] for name in names if last > reach.get(kinds[name], -1)}
        if here:
            reach.update(dict.fromkeys(here, last))
            kept.append(Hit(frozenset(n for n in names if kinds[n] in here), first, last))
    return kept
