"""How strongly a sentence words a claim: a level from 0 to 5, and the word that decided it.

The levels are those of methods.md section 1 [C], built on GRADE guidance 26 (Santesso 2020,
doi:10.1016/j.jclinepi.2019.10.014); "can" reads between "may" and plain (Adams 2017).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reviewkit.prose.caveat import Caveat, caveat, without
from reviewkit.prose.patterns import Words, lazily, small
from reviewkit.prose.stance import conceded

UNCERTAIN, HEDGED, PROBABLE, PLAIN, DEMONSTRATED, NEVER = range(6)


class Wording(NamedTuple):
    """A level and its cue; the cue of plain wording is empty."""

    level: int
    cue: str


#: Words that set a whole sentence's level, wherever they stand.
_SENTENCE = {
    NEVER: Words(
        "100 100pe alway every guara never risk risks safe side sidee",
        "100 ?(?:%|per ?cent)(?! (?:natural|organic|pure|cotton|silicone|vegan))",
        "guarantee[ds]?", "never fails", r"no (?:risks?|side[- ]effects?)",
        "(?<!not )(?<!n't )(?<!almost )(?<!as )always(?= (?:work|help|be\\b|reduc|reliev|improv|"
        "increas|"
        "lower|eas|mak|giv|bring|leav|feel|grow|boost|lift|stop|prevent|cure|get|has\\b|have\\b))",
        r"without (?:any )?(?:risks?|side[- ]effects?)", "completely safe", "totally safe",
        "works? for everyone",
    ),
    UNCERTAIN: Words(
        "certa clear enoug evide guess know known knows seen uncer uncle unkno wheth",
        "unclear", "any(?:one|body)(?:'|’)s guess", "(?:do not|don't|don’t) (?:yet )?know",
        "(?:science|research|split|tell \\w+|studied|known|question|no idea) (?:on |of )?whether",
        "not (?:yet )?(?:clear|known|certain)", "little is known", "uncertain",
        "(?<!previously )(?<!hitherto )(?<!until now )unknown", "remains to be seen",
        r"(?:no|little) (?:\w+ ){0,2}evidence",
        "no one knows", "not enough (?:evidence|research)",
        r"(?:isn't|is not|isn’t) (?:yet )?(?:known|clear)",
    ),
    DEMONSTRATED: Words(
        "clini demon doubt estab prove scien suppo trial unden undou",
        r"(?<!not )(?<!not been )(?<!n't been )(?<!yet )(?:been )?proven",
        "proves?(?! (?:to be |as )?(?:\\w+ly |very |quite |most )?(?:beneficial|useful|helpful|"
        "effective|popular|(?:in)?valuable))",
        "clinically (?:shown|tested|proven)", "demonstrated (?:to|that)", "demonstrates? that",
        "well[- ]supported",
        "well[- ]established", "scientifically (?:shown|backed|supported)", "backed by science",
        "science[- ]backed", "undeniabl[ey]", "trials (?:show|prove|confirm)(?:ing|ed|s)?",
        "undoubtedly", "without (?:a )?doubt",
    ),
}  # fmt: skip
#: Words that set the level of the verb that they stand before, in the same clause.
_VERB = {
    HEDGED: Words(
        "anecd appea argua belie claim could feel find goes hint hinte hinti hints hypot may maybe "
        "might notic notio perha plaus possi poten promi propo purpo repor reput rumor rumou said "
        "say says seem seeme seems specu sugge suppo theor think thoug",
        "may", "might", "could", "perhaps", "possibly", "potentially", "potential", "maybe",
        "appear(?:s|ed)? to", "seem(?:s|ed)? to", "suggest(?:s|ed|ing)?", "plausib(?:le|ly)",
        "(?:is|are|been|also|was|were) (?:(?:often|widely|traditionally|also|sometimes|commonly) )?"
        "(?:believed|thought|said|claimed|reputed|rumou?red|purported|supposed)", "supposedly",
        "believe(?:s|d)?",
        "(?:some|many|most|plenty of|several)(?: of)? (?:\\w+ )?(?:people|users|women|men|clients|"
        "patients|fans) (?:say|report|find|claim|notice|believe|feel)",
        "in theory", "possible", "possibilit(?:y|ies)", "theoretically", "arguably",
        "anecdot(?:al|ally|es)", "hint(?:s|ed|ing)?", "hypothes(?:[ie]s|i[sz]ed?)",
        "(?:thinks?|claims?|speculates?|proposed?|suggestion|thinking|notion|theory) "
        "(?:(?:is|goes) )?that",
        "or so (?:[\\w’']+ ){1,4}?(?:says?|claims?|promises?|goes)", "the thinking goes",
        "they say",
    ),
    PROBABLE: Words(
        "able aim aimed aimin aims can desig expec gener goal goals idea inten likel meant objec "
        "often proba promi purpo seek seeks shoul somet tend tende tends typic usual would",
        "can", "likely", "probably", "tend(?:s|ed)? to", "promis(?:e|es|ing)", "usually",
        "generally", "often", "typically", "aims? to", "aiming to", "aimed at",
        "(?:aims?|goals?|purpose|objective|intention|idea)(?: (?:of|behind) (?:[\\w-]+ ){1,5}?| )"
        "(?:is|are|was|were) to", "intended to", "meant to", "seeks? to", "should", "would",
        "sometimes",
        "able to", "expected to", "designed to",
    ),
}  # fmt: skip
#: What something is for: "is designed to ease …", "has been used for centuries to calm and to …".
_AIM = lazily(
    r"\b(?:aims?|aimed|aiming|goal|purpose|designed|meant|intended|developed|created|uses?|used|"
    r"using|utili[sz](?:es?|ed|ing)|employ(?:s|ed)?|practi[sc]ed|performed)\b",
    flags=0,
)
#: What stands between an aim and "to", or "to" and a verb, only where they do not belong together.
_PARTED = lazily(r"\b(?:that|who|can|will|has|have)\b|[;:]", flags=0)
_APART_FROM_VERB = lazily(r"\b(?:that|who|is|are|can|will|has|have)\b|[;:]", flags=0)
#: Sentences of which what holds for all of their claims is kept: the one that is read, and those
#: that might be suggested for it.
KEPT = 16
#: A negation before strong words takes their strength: "not a guaranteed cure".
_NEGATED = re.compile(r"(?:\bno|\bnot|n't|n’t|\bnever|\bhardly)\b[\w\s]*$")
#: Where a sentence turns from what it says first: each part has a level of its own.
_TURNS = re.compile(r"\bbut\b(?! also\b)|(?:,|;|—|\s[–-]) ?yet\b(?! to\b)")
#: What is left uncertain in a last part by name, and not what stands before: "but whether it ...".
_OF_ITS_OWN = lazily(
    r"\b(?:whether|that|how)\b(?! (?:any of )?(?:it|this|that|they|these) (?:really |actually )?"
    r"(?:works?|does|do|helps?|is so|is true|holds?)\b| is\b)",
    flags=0,
)
#: Characters before strong words that are looked at for one.
FORE = 16
#: What ends the hold of a modal: a clause with a subject of its own.
_CLAUSE = re.compile(
    r"[;:?!]|\.\s|\b(?:which|because|although|but|yet|while(?! \w+ing))\b|,\s*(?:it|this|that|they|"
    r"these|and (?:it|this|they))\b|—",
)
_FINITE = re.compile(r"[a-z]{3,}[^s\W]s\b")
#: What stands before a noun in the plural, and never before a finite verb.
_BEFORE_NOUN = re.compile(r"\b(?:of|the|its|their|your|our) \Z")
_PARTICIPLE = re.compile(r"[a-z]{3,}ing\b")
#: Between a modal and a participle, these keep the hold: "can reduce pain by improving ...".
_HOLDING = re.compile(r"\b(?:by|while|from|in|of|and|for|with|at)\s+(?:\w+ly\s+)?$")
#: What is thought or claimed, that is held to its end.
_THAT = " that "
#: A modal holds a finite verb only from close by: "potentially improves", "may ... helps" does not.
_CLOSE = 12


def wording(text: str, verb: int, end: int) -> Wording:
    """Return the level at which a claim is worded.

    A caveat on the evidence beside the claim sets no level ("may …, but the evidence is very
    uncertain" is hedged); one that calls it lacking makes a hedge uncertain wording. What something
    is for promises nothing beside one ("it aims to …, but the evidence is very uncertain").

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
        found = _worded(without(text, said), verb, end)
        if found.level in {PROBABLE, PLAIN} and aimed(text, verb):
            found = Wording(HEDGED, found.cue)
        lacking = said.kind == "lacking" and found.level == HEDGED
        return Wording(UNCERTAIN, _words_of(text, said)) if lacking else found
    return _worded(text, verb, end)


def aimed(text: str, verb: int) -> bool:
    """Whether the verb at an offset is what something is meant or used for, and no more.

    Examples
    --------
    >>> aimed("It is meant to calm", 15), aimed("It seems to calm", 12)
    (True, False)
    """
    lower = small(text)
    begin = max((last for _, last in _breaks(lower) if last <= verb), default=0)
    to = lower.rfind(" to ", _last(_APART_FROM_VERB, lower, begin, verb), verb)
    return to > 0 and _AIM.search(lower, _last(_PARTED, lower, begin, to), to) is not None


def _last(pattern: re.Pattern[str], text: str, begin: int, end: int) -> int:
    """Return where the last match of a pattern in part of a text ends; where that part begins."""
    return max((match.end() for match in pattern.finditer(text, begin, end)), default=begin)


def _words_of(text: str, said: Caveat) -> str:
    return text[said.start : said.end].strip(" ,;:(–—-")


def _worded(text: str, verb: int, end: int) -> Wording:
    lower = small(text)
    whole = (found for found in _whole(lower) if not _apart(lower, found[1], found[2], verb))
    level, start, stop = next(whole, None) or _level(lower, verb, end)
    return Wording(level, text[start:stop])


def _apart(text: str, start: int, stop: int, verb: int) -> bool:
    """Whether the cue of a whole text in lower case stands in another part than a verb.

    A part before a turn says nothing of what follows; one after it may be of all that is said.
    """
    if stop <= verb:
        return stop <= conceded(text) <= verb or _TURNS.search(text, stop, verb) is not None
    turned = _TURNS.search(text, verb, start)
    return turned is not None and _OF_ITS_OWN.search(text, turned.end()) is not None


@lru_cache(maxsize=KEPT)
def _whole(text: str) -> tuple[tuple[int, int, int], ...]:
    """Return the levels that are set for a whole text in lower case, and the places of the cues."""
    return tuple(
        (level, *match.span())
        for level, words in _SENTENCE.items()
        for match in (words.pattern.finditer(text) if words.hints.stand_in(text) else ())
        if level == UNCERTAIN
        or not _NEGATED.search(text, max(0, match.start() - FORE), match.start())
    )


@lru_cache(maxsize=KEPT)
def _breaks(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _CLAUSE.finditer(text))


def _level(text: str, verb: int, end: int) -> tuple[int, int, int]:
    """Return the level at a verb of a text in lower case, and the place of its cue."""
    breaks = _breaks(text)
    begin = max((last for _, last in breaks if last <= verb), default=0)
    end = min((first for first, _ in breaks if verb < first < end), default=end)
    found = [
        (match.start(), level, match)
        for level, words in _VERB.items()
        if words.hints.stand_in(text)
        for match in words.pattern.finditer(text, begin, end)
    ]
    for _, level, match in sorted(found, key=lambda entry: entry[:2], reverse=True):
        if match.end() >= verb or _holds(text, match.end(), verb):
            hedges = [entry for entry in found if entry[1] == HEDGED and entry[0] <= match.start()]
            return (HEDGED, *hedges[-1][2].span()) if hedges else (level, *match.span())
    return PLAIN, 0, 0


def _holds(text: str, modal: int, verb: int) -> bool:
    """Whether a modal that ends at `modal` reaches the verb at `verb`."""
    between = text[modal:verb]
    if between.startswith(_THAT) or text.endswith(_THAT, 0, modal + 1):
        return True
    finite = _FINITE.match(text, verb) and not text[verb:].startswith("stress")
    if finite and not _BEFORE_NOUN.search(text, max(0, verb - FORE), verb):
        return len(between) <= _CLOSE
    if _PARTICIPLE.match(text, verb) and "," in between:
        return bool(_HOLDING.search(between))
    return True
