"""What people want, told of no treatment: "Many people are looking for ways to lower stress".

Where the same sentence offers something for it ("if you want to unwind, this helps"), it is no mere
goal. The words are general English.
"""

from __future__ import annotations

import re

from reviewkit.prose.patterns import Hinted, Hints, lazily

_PEOPLE = (
    r"(?:people|persons?|individuals|men|women|everyone|everybody|anyone|anybody|many|most|those|"
    r"someone|patients|clients|customers|consumers|users|folks|readers|sufferers|we|you|of us|"
    r"others|parents|millions|thousands|girls|guys|ladies|adults|he|she|businesses|companies|"
    r"employers|doctors|experts|scientists|researchers)"
)
_WANT = (
    r"(?:look(?:s|ed|ing)?(?: \w+)? for|looking to|on the (?:hunt|lookout) for|search(?:es|ed|ing)?"
    r"(?: \w+)? for|in (?:search|pursuit) of|seek(?:s|ing)?|hop(?:e|es|ed|ing) (?:to|for)|"
    r"want(?:s|ed|ing)?|wish(?:es|ing)? (?:to|for)|long(?:s|ing)? (?:to|for)|dream(?:s|ing)? of|"
    r"desir(?:e|es|ing)|(?:eager|keen) to|striv(?:e|es|ing) (?:to|for)|interested in|"
    r"(?:try|tries|tried|trying) to|"
    r"tried (?:every|all|many|other|countless|several|various|different)|"
    r"(?:come|came|coming|turn|turned) to (?:us|me|our \w+) (?:to|for|with))"
)
_GOAL = Hinted(
    "came come comin desir dream eager findi hope hoped hopes hopin hunt inter keen "
    "long longi longs look looke looki looko looks pursu searc seek seeki seeks striv tried tries "
    "try tryin turn turne want wante wanti wants wish wishe wishi",
    rf"\b{_PEOPLE}(?: (?:who|that|are|is|were|have|has|been|do|does|all|often|now|also|constantly|"
    rf"always|today|everywhere|forever|struggling|actively|increasingly|with|in|the|world|over|may|might|will|"
    rf"simply|just))*(?:['’](?:re|ve))?(?: \w+ly| already)? {_WANT}\b(?P<wanted>.*)|"
    r"\bfinding (?:\w+ ){0,2}ways (?:to|of)\b(?P<found>.*)",
    re.DOTALL,
)
#: A question that names what readers want or suffer: "tired of tangles?".
_ASKED = lazily(
    r"(?:are you |is it |do you |have you )?(?:\w+ly )?(?:looking (?:for|to)|want(?:ing)?(?: to)?|"
    r"hoping (?:for|to)|tired of|sick of|fed up with|struggling (?:with|to)|"
    r"suffering (?:from|with)|dreaming of|longing for|wish|trying to|dealing with|worried about|"
    r"losing|experiencing)\b[^?]*\?\W*$",
    0,
)
#: After a goal, what may stand for the treatment that is offered for it.
_OFFERED = lazily(r"\b(?:it|its|this|these|that['’]?s|here|answer|solution is|they|them|try)\b", 0)
#: How a question of a thing begins.
_WHAT = lazily(r"(?:so |and |but |then |now )*(?:what|which|who|why|how)\b", 0)
_WHAT_IT_IS = lazily(
    r"[\"“‘'(\d.]*\s*(?:(?:so|and|but|then|now|well),? )*(?:what|who)(?: exactly)?"
    r"(?: (?:is|are|was|were)|['’]s)\b",
    0,
)
#: Of what tells whom something is not for, each holds one of these.
_LEAVING_OUT = Hints("apart excep if not unles when")
#: How a sentence begins that keeps people from something: what it says after "if" is no promise.
_CAUTION = lazily(
    r"\W*(?:(?:but|so|then|and|however|please|always|also|never|you|should|must|it is|it['’]s|"
    r"best|important|better|wise|to)[ ,]+)*"
    r"(?:ask|consult|see|speak|talk|check|avoid|do not|don['’]t|stop|skip|be careful|take care)\b",
    0,
)
#: Whom a sentence leaves out, up to the next mark.
_EXCEPTED = lazily(
    r"\b(?:with the exception of|except(?:ing)?(?: (?:for|in|if|when|people|those|anyone))?|"
    r"apart from (?:people|those)|unless (?:you|they|someone)|"
    r"not (?:(?!just\b|only\b|simply\b|merely\b)\w+ ){0,3}(?:if|for|in) "
    r"(?:you|people|those|anyone|someone|patients))\b[^,;:.]*",
    0,
)
_IF_YOU = lazily(r"\b(?:if|when) (?:you|your|they|someone)\b[^,;:.]*", 0)
_CONDITION = lazily(r"\w \(?(?:if|when|for|whether)\s+$", 0)


def of_another(text: str) -> bool:
    """Whether a question in small letters asks of a thing, and not of a treatment told of before.

    Examples
    --------
    >>> of_another("so what else can be done about stress?"), of_another("how does it help?")
    (True, False)
    """
    return text.endswith("?") and _WHAT.match(text) is not None and not _OFFERED.search(text)


def asks_what_it_is(text: str) -> bool:
    """Whether a text in small letters asks what a thing is, and so defines nothing.

    Examples
    --------
    >>> asks_what_it_is("so, what exactly is a cat brush?"), asks_what_it_is("what does it do?")
    (True, False)
    """
    return text.endswith("?") and _WHAT_IT_IS.match(text) is not None


def wanted(text: str) -> int | None:
    """Return where a text in small letters begins to tell what people want, if no more is said.

    Examples
    --------
    >>> wanted("people are looking for ways to feel better.")
    0
    >>> wanted("if people want to feel better, this helps.") is None
    True
    """
    if text.endswith("?") and _ASKED.match(text):
        return 0
    match = _GOAL.search(text)
    if match is None or _OFFERED.search(match["wanted"] or match["found"] or ""):
        return None
    offered_before = _CONDITION.search(text, 0, match.start())  # "it is good if you want ..."
    return None if offered_before and not _CAUTION.match(text) else match.start()


def left_out(text: str) -> tuple[int, int] | None:
    """Return the place where a text in small letters tells whom something is not for.

    Examples
    --------
    >>> left_out("it suits all with the exception of people with gout, and is cheap.")
    (13, 51)
    >>> left_out("ask a doctor if you are being treated for gout.")
    (13, 46)
    """
    if not _LEAVING_OUT.stand_in(text):
        return None
    found = _EXCEPTED.search(text) or (_CAUTION.match(text) and _IF_YOU.search(text))
    return found.span() if found else None
