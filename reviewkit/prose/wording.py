"""How strongly a sentence words a claim: a level from 0 to 5, and the word that decided it.

The levels are those of methods.md section 1 [C], built on GRADE guidance 26 (Santesso 2020,
doi:10.1016/j.jclinepi.2019.10.014); "can" reads between "may" and plain (Adams 2017).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reviewkit.prose.caveat import Caveat, caveat, without

UNCERTAIN, HEDGED, PROBABLE, PLAIN, DEMONSTRATED, NEVER = range(6)


class Wording(NamedTuple):
    """A level and its cue; the cue of plain wording is empty."""

    level: int
    cue: str


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)


#: Words that set a whole sentence's level, wherever they stand.
_SENTENCE = {
    NEVER: _words(
        "100 ?(?:%|per ?cent)(?! (?:natural|organic|pure|cotton|silicone|vegan))",
        "guarantee[ds]?", "never fails", r"no (?:risks?|side[- ]effects?)",
        "always(?! (?:consult|check|ask|use|be|start|remember|do|apply|test|make|keep|see|speak))",
        r"without (?:any )?(?:risks?|side[- ]effects?)", "completely safe", "totally safe",
        "works? for everyone",
    ),
    UNCERTAIN: _words(
        "unclear", "not (?:yet )?(?:clear|known|certain)", "little is known", "uncertain",
        "unknown", "remains to be seen", r"(?:no|little) (?:\w+ ){0,2}evidence",
        "no one knows", "not enough (?:evidence|research)",
        r"(?:isn't|is not|isn’t) (?:yet )?(?:known|clear)",
    ),
    DEMONSTRATED: _words(
        r"(?<!not )(?<!not been )(?<!n't been )(?<!yet )(?:been )?proven", "proves?",
        "clinically (?:shown|tested|proven)", "demonstrated (?:to|that)", "demonstrates? that",
        "well[- ]supported",
        "well[- ]established", "scientifically (?:shown|backed|supported)", "backed by science",
        "science[- ]backed", "undeniabl[ey]", "trials (?:show|prove|confirm)(?:ing|ed|s)?",
        "undoubtedly", "without (?:a )?doubt",
    ),
}  # fmt: skip
#: Words that set the level of the verb that they stand before, in the same clause.
_VERB = {
    HEDGED: _words(
        "may", "might", "could", "perhaps", "possibly", "potentially", "potential", "maybe",
        "appear(?:s|ed)? to", "seem(?:s|ed)? to", "suggest(?:s|ed|ing)?", "plausib(?:le|ly)",
        "(?:is|are|been|also|was|were) (?:(?:often|widely|traditionally|also|sometimes|commonly) )?"
        "(?:believed|thought|said|claimed|reputed|rumou?red|purported|supposed)", "supposedly",
        "believe(?:s|d)?", "some (?:people|users|women|men) (?:say|report|find|claim|notice)",
        "in theory", "possible", "possibilit(?:y|ies)", "theoretically", "arguably",
    "anecdotal(?:ly)?", "hint(?:s|ed|ing)?", "hypothesi[sz]ed?",
    ),
    PROBABLE: _words(
        "can", "likely", "probably", "tend(?:s|ed)? to", "promis(?:e|es|ing)", "usually",
        "generally", "often", "typically", "aims? to", "aiming to", "should", "would", "sometimes",
        "able to", "expected to", "designed to",
    ),
}  # fmt: skip
#: What ends the hold of a modal: a clause with a subject of its own.
_CLAUSE = re.compile(
    r"[;:?!]|\.\s|\b(?:which|because|although|but|yet|while(?! \w+ing))\b|,\s*(?:it|this|that|they|"
    r"these|and (?:it|this|they))\b|—",
    re.IGNORECASE,
)
_FINITE = re.compile(r"[a-z]{3,}[^s\W]s\b", re.IGNORECASE)
_PARTICIPLE = re.compile(r"[a-z]{3,}ing\b", re.IGNORECASE)
#: Between a modal and a participle, these keep the hold: "can reduce pain by improving ...".
_HOLDING = re.compile(r"\b(?:by|while|from|in|of|and|for|with|at)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
#: A modal holds a finite verb only from close by: "potentially improves", "may ... helps" does not.
_CLOSE = 12


def wording(text: str, verb: int, end: int) -> Wording:
    """Return the level at which a claim is worded.

    A caveat on the evidence beside the claim sets no level ("may …, but the evidence is very
    uncertain" is hedged); one that calls it lacking makes a hedge uncertain wording.

    Parameters
    ----------
    text
        The sentence, its lead-in before it.
    verb
        Offset at which the verb (or noun) of effect begins.
    end
        Offset at which the claim's words end.
    """
    said = caveat(text)
    if said and not said.start <= verb < said.end:
        found = _level(without(text, said), verb, end)
        lacking = said.kind == "lacking" and found.level == HEDGED
        return Wording(UNCERTAIN, _words_of(text, said)) if lacking else found
    return _level(text, verb, end)


def _words_of(text: str, said: Caveat) -> str:
    return text[said.start : said.end].strip(" ,;:(–—-")


def _level(text: str, verb: int, end: int) -> Wording:
    for level, pattern in _SENTENCE.items():
        if match := pattern.search(text):
            return Wording(level, match[0])
    breaks = [match.span() for match in _CLAUSE.finditer(text)]
    begin = max((last for _, last in breaks if last <= verb), default=0)
    end = min((first for first, _ in breaks if verb < first < end), default=end)
    found = [
        (match.start(), level, match)
        for level, pattern in _VERB.items()
        for match in pattern.finditer(text, begin, end)
    ]
    for _, level, match in sorted(found, key=lambda entry: entry[:2], reverse=True):
        if match.end() >= verb or _holds(text, match.end(), verb):
            hedges = [entry for entry in found if entry[1] == HEDGED and entry[0] <= match.start()]
            return Wording(HEDGED, hedges[-1][2][0]) if hedges else Wording(level, match[0])
    return Wording(PLAIN, "")


def _holds(text: str, modal: int, verb: int) -> bool:
    """Whether a modal that ends at `modal` reaches the verb at `verb`."""
    between = text[modal:verb]
    if _FINITE.match(text, verb) and not text[verb:].lower().startswith("stress"):
        return len(between) <= _CLOSE
    if _PARTICIPLE.match(text, verb) and "," in between:
        return bool(_HOLDING.search(between))
    return True
