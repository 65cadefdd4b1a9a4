"""Where a sentence says that something works without saying for what, as answers do.

"Does it work?", "Possibly.", "It can help as well." and "The studies look promising" take what
they speak of from the heading above them, or from the title. The words are general English.
"""

from __future__ import annotations

import re

from reviewkit.prose.patterns import small

_ANSWER = re.compile(
    r"^[\"“‘'(]?(?:(?:in (?:a word|short)|the (?:short )?answer(?: is)?)[:,]? )?"
    r"(?:(?:yes|no|possibly|maybe|perhaps|potentially|probably|absolutely|definitely|certainly|"
    r"sometimes|sort of|it (?:can|may|might|could|does|will|won['’]t|doesn['’]t|did)(?: not)?)"
    r"(?:,? (?:but|and|though|with|if|to some extent)\b[^.;:]*)?)[.!:]?[\"”’')]?$",
)
#: A clause at the start that only grants something: what is said to work there is another thing.
_GRANTED = re.compile(r"^(?:while|although|though|even though|whereas|despite)\b[^,;:]*[,;:]")
#: Before "work", what shows it to be a verb and not a noun ("neck work").
_WORKING = re.compile(
    r"(?:s|\b(?:to|it|they|this|these|do|does|did|can|may|might|could|will|would|not)\b[^,;]*|"
    r"n['’]t\b[^,;]*)\s$",
)
_ASKED_HOW = re.compile(r"^(?:how|why|there are (?:\w+ )?(?:ways|reasons))\b")
_WORKS = re.compile(
    r"(?<!\bat )\b(?:(?:(?:really |actually |truly |also |even )?(?:works?|worked|working|help|"
    r"helps|helped|helping)(?: (?:you|me|them|us|people|patients|sufferers))?)|"
    r"(?:are|is|be|was|were|proved|highly|very|equally) effective|"
    r"do(?:es)? the (?:job|trick)|ma(?:k|d)e?s? (?:a|any|some|all the) (?:\w+ )?difference|"
    r"plays? an? (?:\w+ )?(?:part|role)|something in it|(?:any|some) truth (?:in|to) \w+(?: \w+)*|"
    r"(?:lends?|gives?|adds?) (?:\w+ ){0,3}(?:weight|support|credence)|"
    r"(?:back|support)s? (?:this|that|the|it|these) (?:\w+ )?(?:up|theory|idea|claims?|notion)|"
    r"bring(?:s)? (?:\w+ )?relief|offers? (?:\w+ )?relief|provide(?:s)? (?:\w+ )?relief|"
    r"finds? (?:\w+ )?relief|worth (?:a try|trying|the hype))"
    r"(?= (?:too|as well|in some|in many|in most|for (?:some|certain|many|most|everyone|everybody|"
    r"all|you|me|people)|if|when|because|but|and)\b|[\"”’')]*(?:[.?!,;:—–]|$))",
)

#: Of what `_WORKS` finds, each holds one of these; few sentences do.
_HINT = re.compile(
    "work|help|effective|job|trick|difference|part|role|something in it|truth|weight|support|"
    "credence|back|relief|worth"
)


def unsaid(text: str) -> tuple[int, int] | None:
    """Return the place of the words that say that something works, if they do not say for what."""
    text = small(text)
    match = _ANSWER.match(text)
    if match is None and _HINT.search(text) and not _ASKED_HOW.match(text):
        granted = _GRANTED.match(text)
        match = _WORKS.search(text, granted.end() if granted else 0)
    if (
        match is not None
        and match[0].endswith("work")
        and not _WORKING.search(text, 0, match.start())
    ):
        return None
    return match.span() if match else None
