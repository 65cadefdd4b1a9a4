"""Whether a sentence asks: a question, or what somebody asks or leaves open.

A question of how or why a thing does what it does takes for granted that it does.
"""

from __future__ import annotations

import re

from reviewkit.prose.patterns import Hinted, lazily, small

_ASKS = re.compile(r"\?[\"”’')\]]*\s*$")
#: A question in brackets after what a sentence says.
_ASIDE = re.compile(r"(?<=\w)[,.;:]?\s+\([^()]*\?\)[.!]?\s*$")
#: A question of how or why a thing does what it does, and one that expects no answer.
_PRESUMES = lazily(
    r"[\"“‘'(]?(?:(?:q|\d+)[.:)] ?)?(?:so |and |but )?"
    r"(?:(?:how|why)(?:,? then,?)? (?:do|does|can) \w|who (?:does|would)(?:n't|n’t| not)\b|"
    r"(?:did|do) you (?:also )?know (?!if|whether|how|why|what|who|when|where|of|any)\w|"
    r"have you (?:ever )?(?:noticed|heard|read) (?:that|how)\b)",
    flags=0,
)
#: People who ask, and what they go over; what a study is after is an aim (`prose.aims`).
_QUESTION = Hinted(
    "anyon argum contr debat discu if quest wheth",
    r"\b(?:ask|wonder|debat|question|curious|argu|discuss|disput|inquir|enquir|puzzl)\w*\b"
    r"[^.;:]{0,25}\b(?:whether|if)\b(?! (?:or )?not\b)|"
    r"\b(?:explain|reveal|answer|weigh)(?:s|ed)? (?:\w+ )?(?:whether|if)\b|"
    r"\b(?:find out|see|learn|know|tell|check)\b[^.;:]{0,12} whether\b|\bfind out if\b|"
    r"\b(?:debate[ds]?|discussion|controversy|argument|question)s? (?:over|about|around) "
    r"(?:whether|if|how)\b|\bdebate(?:d|s)? over\b|^does anyone know\b|"
    r"^(?:but |so )?the (?:\w+ )?question (?:is|of|remains|arises)\b|"
    r"^(?:but |and )?whether\b.*\b(?:remains? (?:to be seen|open|an open question)|is another "
    r"(?:question|matter)|(?:does not|doesn['’]t|do not|don['’]t|did not|didn['’]t) say)\b|"
    r"\bremains? to be seen\b[^.;:]{0,12}\b(?:whether|if)\b",
)
#: What makes of a question something that has no answer: "neither can tell us whether ...".
_UNTOLD = lazily(
    r"\b(?:neither|cannot|can['’]t|nobody|no one|none|nothing|unable|"
    r"(?:no \w+|not) (?:can|could|yet)|trials? (?:will|should|must|have to))\b",
    flags=0,
)
#: What a treatment or a study may do, as a verb without ending.
DOES = (
    "work(?:ed)?|help|make|grow|increase|improve|reduce|stop|prevent|reverse|regrow|relieve|lower|"
    "boost|stimulate|promote|treat|affect|change|create|produce|generate|restore|release|speed|"
    "slow|thicken|strengthen|add|give|bring|do|provide|offer|deliver|raise|ease|cut|get|alleviate|"
    "decrease|remove|clear|rid|fix|solve|heal|influence|alter|trigger|activate|enhance|support|"
    "encourage|reach|benefit|nourish|feed|differ|respond|develop|have|lead|result|contribute|play|"
    "seem|appear|show|find|see|notice|rise|fall|drop|matter|cause|achieve|let|put|turn|come|go|"
    "wake|save|bring|move|happen|touch|mean|credit|shift"
)
#: A sentence or heading that opens as questions do, without the mark. A bullet lacks its subject:
#: "Can ease pain" asks nothing.
_OPENS = lazily(
    r"[\"“‘'(]?(?:(?:q|\d+)[.:)]\s*)?(?:but |so |and )?(?:"
    r"does (?!(?:not|what|wonders|nothing|little|exactly|everything|more|less|help|feel|work|"
    r"the (?:job|trick)|its|his|her|their)\b)\w|doesn['’]t (?:it|this|that|the|an?)\b|"
    r"(?:did|is|are|was|were|isn't|isn’t) (?:it|this|that|there|these|those|they|a|an|the|your|"
    r"my|any|all|you|we|\w+ing)\b|"
    rf"(?:can|could|will|would|do) (?!(?:not|be|also|even|\w+ly|always|often|{DOES}|soothe|calm|"
    rf"relax|lift|melt|loosen|free|keep|take|fight)\b)(?:[\w-]+ ){{1,5}}(?:really |actually )?"
    rf"(?:{DOES})\b(?![^.]*\.$)|"
    r"(?:can|could|will|would|do) (?:it|this|that|they|you|we|i) \w+\b(?![^.]*\.$)(?!.*,)|"
    r"should (?:you|i|we|they)\b(?!.*,))",
    flags=0,
)
#: How all that `_OPENS` finds begins; few sentences do.
_OPENING = re.compile(
    r"[\"“‘'(]?(?:(?:q|\d+)[.:)]\s*)?(?:but |so |and )?"
    "(?:do|did|is|are|was|were|can|could|will|would|should)"
)
#: What ends before a part of a sentence that may open so.
_BEFORE_OPENING = re.compile(r"[:–—]\s+")


def asks(text: str) -> bool:
    """Whether a sentence asks.

    Examples
    --------
    >>> asks("Does it work?"), asks("How does it work?")
    (True, False)
    """
    text = small(text)
    if "?)" in text:
        text = _ASIDE.sub("", text)
    if _ASKS.search(text):
        return not _PRESUMES.match(text)
    if _opens(text):
        return True
    asked = _QUESTION.search(text)
    return asked is not None and not _UNTOLD.search(text, 0, asked.end())


def _opens(text: str) -> bool:
    """Whether a text, or what follows a colon or a dash in it, opens as questions do."""
    places = (0, *(before.end() for before in _BEFORE_OPENING.finditer(text)))
    return any(_OPENING.match(text, place) and _OPENS.match(text, place) for place in places)
