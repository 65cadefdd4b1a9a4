"""What people want, told of no treatment: "Many people are looking for ways to lower stress".

Where the same sentence offers something for it ("if you want to unwind, this helps"), it is no mere
goal. The words are general English.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reviewkit.prose.patterns import lazily, small

#: Words that each goal has; most sentences have none.
_HINT = re.compile(r"look|search|seek|hop[ei]|want|wish|long|dream|desir|eager|keen|striv|interest")
_PEOPLE = (
    r"(?:people|persons?|individuals|men|women|everyone|everybody|anyone|anybody|many|most|those|"
    r"someone|patients|clients|customers|consumers|users|folks|readers|sufferers|we|you|of us|"
    r"parents|millions|thousands|girls|guys|ladies|adults)"
)
_WANT = (
    r"(?:look(?:s|ed|ing)?(?: \w+)? for|on the (?:hunt|lookout) for|search(?:es|ed|ing)?"
    r"(?: \w+)? for|in (?:search|pursuit) of|seek(?:s|ing)?|hop(?:e|es|ed|ing) (?:to|for)|"
    r"want(?:s|ed|ing)?|wish(?:es|ing)? (?:to|for)|long(?:s|ing)? (?:to|for)|dream(?:s|ing)? of|"
    r"desir(?:e|es|ing)|(?:eager|keen) to|striv(?:e|es|ing) (?:to|for)|interested in)"
)
_GOAL = lazily(
    rf"\b{_PEOPLE}(?: (?:who|that|are|is|were|have|has|been|do|does|all|often|now|also|constantly|"
    rf"always|today|everywhere|forever|struggling|actively|with|in|the|world|over|may|might|will|"
    rf"simply|just))*(?:['’](?:re|ve))? {_WANT}\b(?P<wanted>.*)",
    re.DOTALL,
)
#: After a goal, what may stand for the treatment that is offered for it.
_OFFERED = lazily(r"\b(?:it|its|this|these|that['’]?s|here|answer|solution is|they|them|try)\b", 0)
#: How a question of a thing begins.
_WHAT = lazily(r"(?:so |and |but |then |now )*(?:what|which|who|why|how)\b", 0)
_CONDITION = lazily(r"\w \(?(?:if|when|for|whether)\s+$", 0)
#: A reader who wants something; what stands before tells that nobody has it yet.
_SEEKS = (
    r"(?:want(?:s|ed|ing)?|wish(?:es|ing)?|hop(?:e|es|ing)|looking|seek(?:s|ing)?|aim(?:s|ing)?|"
    r"try(?:ing)?|tries|need(?:s|ing)?|search(?:es|ing)?|long(?:s|ing)?|crav(?:e|es|ing)|after|"
    r"dream(?:s|ing)?|prefer|striv(?:e|es|ing)|eager|keen|struggl(?:e|es|ing)|tired|sick|"
    r"interested|curious|considering|(?:would|[’']d) (?:like|love)|ready)"
)
_OWN = lazily(
    rf"(?:^|(?<=[,;:–—] ))(?:(?:so|and|but|or) )?(?:whether|if|when|in case|since|as) "
    rf"(?:you|they|we|people|someone)(?:[’']re|[’']d|[’']ve| are| have been|[’']ve been)? "
    rf"(?:\w+ly |just |simply |also |looking |always )*{_SEEKS}\b|"
    r"^(?:are you |is it |do you |have you )?(?:\w+ly )?(?:looking (?:for|to)|"
    r"want(?:ing)?(?: to)?|hoping (?:for|to)|tired of|sick of|fed up with|struggling "
    r"(?:with|to)|suffering (?:from|with)|dreaming of|longing for|ready (?:for|to)|need(?: a| some|"
    r" to)?|wish|"
    r"trying to|dealing with|worried about|losing|experiencing)\b(?=.*\?)",
    0,
)
#: Of what `_OWN` finds, each holds one of these; few sentences do.
_OWN_HINTS = lazily(
    r"\b(?:want|wish|hop(?:e|ing)|look|seek|aim|tr(?:y|ies)|need|search|long|crav|after|dream|"
    r"prefer|striv|eager|keen|struggl|tired|sick|interested|curious|considering|like|love|ready|"
    r"shop|hunt|turn|yearn|fed|suffer|deal|worr|losing|experienc)",
    0,
)
#: Where a goal ends: the clause after it.
_ENDS = lazily(r"[;:?.–—]|, (?!or\b|and\b.*,|\w+(?: \w+){0,3},? (?:or|and)\b)|,? then\b", 0)


class Goal(NamedTuple):
    """The place of a goal in a text, and whether what stands beside it answers it by a pronoun."""

    start: int
    end: int
    answered: bool


def of_another(text: str) -> bool:
    """Whether a question in small letters asks of a thing, and not of a treatment told of before.

    Examples
    --------
    >>> of_another("so what else can be done about stress?"), of_another("how does it help?")
    (True, False)
    """
    return text.endswith("?") and _WHAT.match(text) is not None and not _OFFERED.search(text)


def wanted(text: str) -> int | None:
    """Return where a text in small letters begins to tell what people want, if no more is said.

    Examples
    --------
    >>> wanted("many people are looking for ways to feel better.")
    0
    >>> wanted("if people want to feel better, this helps.") is None
    True
    """
    match = _GOAL.search(text) if _HINT.search(text) else None
    if match is None or _OFFERED.search(match["wanted"]):
        return None
    if _CONDITION.search(
        text, 0, match.start()
    ):  # what stands before is offered: "good if you ..."
        return None
    return match.start()


def goal(text: str) -> Goal | None:
    """Return the goal or the trouble of a reader that a text names, if it names one.

    Examples
    --------
    >>> goal("If you want to sleep better, read on.")
    Goal(start=0, end=27, answered=False)
    """
    text = small(text)
    if not _OWN_HINTS.search(text):
        return None
    match = _OWN.search(text)
    if match is None:
        return None
    ends = _ENDS.search(text, match.end())
    end = ends.start() if ends else len(text)
    beside = text[: match.start()] + " " + text[end:]
    return Goal(match.start(), end, _OFFERED.search(beside) is not None)
