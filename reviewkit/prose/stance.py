"""Whether a sentence asserts what it links to, denies it, limits it, asks, or reports it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

Stance = Literal["asserts", "denies", "limits", "asks", "reports"]


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


#: Readers' aims: they claim nothing.
_AIM = re.compile(
    r"^(?:whether|if) you(?:'re|’re| are)? (?:want|wish|hope|need|look|explor|consider|wonder)\w*",
    re.IGNORECASE,
)
_BUT = re.compile(r"\bbut\b(?! also)", re.IGNORECASE)
_ASKS = re.compile(r"\?[\"”’')\]]*$")
_DENIES = _words(
    "(?:do|does|did|will|can|could|would)(?: not|n't|n’t) (?:actually |really |directly |itself |"
    "by itself |necessarily )?(?:work|help|make|grow|increase|improve|reduce|stop|prevent|cause|"
    "cure|reverse|regrow|relieve|lower|boost|stimulate|promote|treat|affect|change|have)",
    "(?:can ?not|won(?:'|’)t|can(?:'|’)t) (?:work|help|make|grow|increase|improve|reduce|stop|"
    "prevent|cure|reverse|regrow|stimulate|promote|treat|relieve|lower|boost)",
    "(?:has|have|had) no (?:effect|impact|benefit|influence)", "no effect", "is a myth",
    "(?:are|is|was|were) (?:ineffective|not effective|not a cure|useless)", "did nothing",
    "do(?:es)? nothing", "no (?:significant )?(?:difference|change|improvement|benefit)s?",
    "failed to", "fails to", "debunked",
    "not possible to", "impossible to",
)  # fmt: skip
_LIMITS = _words(
    "(?:no|little|limited|insufficient|scant|weak|lack of|not enough|not much) (?:\\w+ ){0,3}"
    "(?:evidence|research|proof|data|studies)",
    "(?:evidence|research|data|science) (?:\\w+ ){0,3}(?:is|are|remains?) (?:\\w+ )?"
    "(?:limited|lacking|scarce|weak|mixed|thin|sparse|inconclusive|preliminary|scant)",
    "(?:more|further|larger|broader|additional) (?:\\w+ ){0,2}(?:research|studies|trials|evidence)"
    " (?:\\w+ ){0,2}(?:needed|required|necessary)",
    "more research", "small (?:study|sample|studies|trial)", "(?:has|have)(?: not|n't|n’t) been "
    "(?:proven|shown|studied)", "not (?:yet )?(?:been )?proven", "unproven", "unclear",
    "little is known", "anecdotal", "subjective", "(?:isn't|is not|isn’t|not) (?:a |an )?(?:cure|"
    "miracle|magic|substitute|replacement|guarantee)\\w*", "shouldn(?:'|’)t be (?:your|the) only",
    "should not be (?:your|the) only", "results (?:may |can |will )?vary", "not a (?:\\w+ )?cure",
    "(?:alone|itself) (?:is|may|will|won(?:'|’)t|cannot|can(?:'|’)t)(?: not)?",
    "(?:do|does|did)(?: not|n't|n’t) (?:yet )?(?:show|prove)",
    "inconclusive", "nothing (?:\\w+ ){0,3}(?:shows|proves|suggests)",
    "take (?:this|these|it|them) with", "caution(?:s|ed)? that",
)  # fmt: skip
_REPORTS = _words(
    "(?:is|are|was|were|been) (?:also |often |widely |traditionally |sometimes |commonly )?"
    "(?:believed|thought|said|claimed|reputed|rumou?red|purported|considered by)",
    "according to (?:ayurved\\w*|tradition\\w*|folklore|legend|practitioners|proponents|believers|"
    "users|fans|some|reiki|many)",
    "(?:some|many|most|few)(?: \\w+)? (?:believed?|say|said|claim|claimed|swear|think|argue)",
    "(?:proponents|practitioners|advocates|fans|enthusiasts|supporters|critics|sellers|brands|"
    "companies|manufacturers|people|users|influencers) (?:\\w+ )?(?:believe|say|claim|swear|argue)",
    "(?:he|she|they) (?:says?|said|claims?|claimed|believes?|believed)", "supposedly", "allegedly",
    "so-called", "purportedly",
)  # fmt: skip


def stance(text: str, places: tuple[int, ...] = ()) -> Stance:
    """Return the stance of a sentence towards what it speaks of.

    `places` are where its claims stand: a denial on the other side of a "but" leaves them alone.

    "Not only" and "more than just" deny nothing; "studies show" asserts; a belief or a saying
    that is given as others' is reported.
    """
    if _ASKS.search(text) or _AIM.search(text):
        return "asks"
    if _LIMITS.search(text):
        return "limits"
    if any(_DENIES.search(part) for part in _parts(text, places)):
        return "denies"
    if _REPORTS.search(text):
        return "reports"
    return "asserts"


def _parts(text: str, places: tuple[int, ...]) -> list[str]:
    """Return the parts of a sentence, parted by "but", that hold a claim; all if none is placed."""
    edges = [0, *(match.start() for match in _BUT.finditer(text)), len(text)]
    spans = list(pairwise(edges))
    held = [text[a:b] for a, b in spans if any(a <= place < b for place in places)]
    return held or [text]
