"""Whether a sentence asks: a question, a reader's aim, or what a study only looked into.

A question of how or why a thing does what it does takes for granted that it does.
"""

from __future__ import annotations

import re

from reviewkit.prose.patterns import Hinted, Hints, lazily, small

#: Words that turn a question into one part of a sentence: "we asked whether ...".
_QUEST = (
    "(?:ask|wonder|investigat|explor|examin|assess|evaluat|determin|find out|look into|looked? at|"
    "test|see|saw|debat|question|curious|decid|discover|analy[sz]|stud(?:y|ied))"
)
_ASKS = re.compile(r"\?[\"”’')\]]*\s*$")
#: A question of how or why a thing does what it does, and one that expects no answer.
_PRESUMES = lazily(
    r"[\"“‘'(]?(?:(?:q|\d+)[.:)] ?)?(?:so |and |but )?"
    r"(?:(?:how|why)(?:,? then,?)? (?:do|does|can) \w|who (?:does|would)(?:n't|n’t| not)\b)",
    flags=0,
)
#: Readers' aims, and what was only looked into: they claim nothing.
_AIM = lazily(
    r"^(?:whether|if) you(?:'re|’re| are|'d|’d)? (?:\w+ly |just )?(?:want|wish|hope|need|look|"
    r"explor|consider|wonder|aim|try|seek|hop|like)\w*|"
    rf"\b{_QUEST}\w*\b[^.;:]{{0,25}}\bwhether\b|\b{_QUEST}\w* if\b|\bdebate(?:d|s)? over\b|"
    r"\b(?:want|wanted|wish|like|set out|sought|hoped) to (?:know|learn|see|find out|test|check)\b"
    r"[^.;:]{0,12}\b(?:whether|if)\b|^does anyone know\b|"
    r"^(?:but |so )?the (?:\w+ )?question (?:is|of|remains|arises)\b|"
    r"\b(?:aim|purpose|objective|goal)s? of (?:this|the|our) (?:\w+ )?(?:study|trial|review|paper)",
    flags=0,
)
#: What makes of an aim something that was not reached: "neither can tell us whether ...".
_UNTOLD = lazily(r"\b(?:neither|cannot|can['’]t|(?:no \w+|not) (?:can|could|yet))\b", flags=0)
#: Of what `_AIM` finds, each holds one of these, unless it opens as a question.
_AIM_HINTS = Hints("aim aims debat goal goals if objec purpo quest wheth")
#: What a study was after, told without what it found; and a title that names no finding.
_STUDIED = Hinted(
    "aimed aims asses compa effec evalu exami explo inves judge looke set sough teste wante & "
    "autho exper of paper resea revie scien studi study team trial was were",
    r"^(?!.*\b(?:found|finds|show(?:ed|s|n)|suggest\w*|reveal\w*|conclud\w*|reported|led to|"
    r"lowered|improved|increased|reduced|helped|confirm\w*|proved|proven|prove[sd]?|indicat\w*)\b)"
    r"(?:.*\b(?:stud(?:y|ies)|trial|experiment|paper|researchers|scientists|authors|team|review)\b"
    r".{0,80}?\b(?:looked (?:at|into)|examin\w+|investigat\w+|evaluat\w+|assess\w+|explor\w+|"
    r"tested|judged|compared|set out to|aim(?:s|ed) (?:to|at)|sought to|"
    r"wanted to (?:know|find|see))\b.{0,40}?\b(?:effects?|how|impact|influence|"
    r"whether|if|relation\w*|association|role|link)\b|"
    r".*\beffects? (?:of|on)\b.*\b(?:was|were) (?:then )?(?:analy[sz]ed|examined|investigated|"
    r"evaluated|assessed|measured|tested|studied|compared)|"
    r"(?:the )?effects? of\b(?!.*\b(?:is|are|was|were|can|may|might|could|will|has|have|had|lasts?|"
    r"includes?|vary|varies|depends?)\b))",
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
#: How all that `_OPENS` finds begins; few sentences do.
_OPENING = re.compile(
    r"(?:^|[:–—]\s+)[\"“‘'(]?(?:(?:q|\d+)[.:)]\s*)?(?:but |so |and )?"
    "(?:do|did|is|are|was|were|can|could|will|would|should)"
)
#: A sentence or heading that opens as questions do, without the mark. A bullet lacks its subject:
#: "Can ease pain" asks nothing.
_OPENS = lazily(
    r"(?:^|[:–—]\s+)[\"“‘'(]?(?:(?:q|\d+)[.:)]\s*)?(?:but |so |and )?(?:"
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


def asks(text: str) -> bool:
    """Whether a sentence asks.

    Examples
    --------
    >>> asks("Does it work?"), asks("How does it work?")
    (True, False)
    """
    text = small(text)
    if _ASKS.search(text):
        return not _PRESUMES.match(text)
    if (_OPENING.search(text) and _OPENS.search(text)) or _STUDIED.search(text):
        return True
    if not _AIM_HINTS.may_be_in(text):
        return False
    aim = _AIM.search(text)
    return aim is not None and not _UNTOLD.search(text, 0, aim.end())
