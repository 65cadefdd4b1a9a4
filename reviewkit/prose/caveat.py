"""What a sentence says of its own evidence: "…, but the evidence is very uncertain".

Such a caveat stands beside a claim and is no claim's verb: it opens or closes the sentence, or
stands in a clause of its own. At very low certainty it is what lets a hedge stand (methods.md
section 1, after Santesso 2020, doi:10.1016/j.jclinepi.2019.10.014). "There is no evidence that it
works" is none: the claim is inside it, and its wording is uncertain.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from reviewkit.prose.patterns import Hinted, Hints, lazily, small

Kind = Literal["uncertain", "lacking"]


class Caveat(NamedTuple):
    """Where a caveat stands, and whether it calls the evidence uncertain or lacking."""

    start: int
    end: int
    kind: Kind


_SOURCE = r"(?:evidence|research|data|proof|science|studies)"
_ABOUT = (
    r"(?: (?:of|for|on|behind|about) (?:this|it|that|them|these|either|both)| here| so far| yet)*"
)
_ADVERBS = r"(?:(?:very|still|quite|rather|currently|extremely|too|only|often|fairly|as yet) )*"
_NONE = r"(?:no|little|hardly any|not much|not enough|scant|lacking|insufficient)"
_GOOD = r"(?:(?:good|strong|direct|scientific|clinical|solid|robust|real|hard|reliable) )*"
_WEAK = (
    r"(?P<weak>uncertain|unclear|limited|weak|thin|scarce|sparse|slim|preliminary|inconclusive|"
    r"poor|shaky|patchy|(?:of )?(?:very )?low[- ](?:quality|certainty)|low in (?:quality|certainty)"
    r"|not (?:strong|conclusive|clear|certain)|anecdotal)"
)
_BE = r"(?:is|are|was|were|remains?|stays?|seems?)"
_OPENER = r"(?:but|though|although|yet|while|whereas|even though|even if|however,?|and)"
_SAID = (
    rf"(?:(?:the|this|that|its|any|current|available|existing|supporting|direct|scientific|"
    rf"clinical|human|published) )*{_SOURCE}{_ABOUT} {_BE} {_ADVERBS}(?:{_WEAK}|{_NONE})"
    rf"(?: or {_ADVERBS}\w+)?"
    rf"|(?:there (?:is|are|has been) |there's )?{_ADVERBS}"
    rf"(?:{_NONE}|(?P<few>limited|weak|thin|uncertain)) {_GOOD}{_SOURCE}{_ABOUT}"
    rf"(?: (?:is|are|was|were|has been|have been) (?:found|there|available)| exists?)?"
)
_END = rf"{_ABOUT}(?=\s*(?:[,.;:!)]|$))"
_TRAILING = lazily(rf"(?:[\s,;:(–—-]+{_OPENER} |[;:(–—]\s*)(?:{_SAID}){_END}", flags=0)
_LEADING = lazily(rf"(?:although|though|while|even though) (?:{_SAID}){_END},", flags=0)
#: How all that it finds begins.
_LEADS = ("although ", "though ", "while ", "even though ")
_RESTING = Hinted(
    "based resti",
    rf",? (?:based|resting) on {_ADVERBS}(?:{_WEAK}|(?P<few>little)) (?:\w+ )?{_SOURCE}(?!\w)",
)
_LACKING = lazily(r"\b(?:lacking|missing|absent|none)\b", flags=0)
#: Sentences whose caveat is kept: it is asked for with each of their claims.
KEPT = 16
_HINTS = Hints("data evide proof resea scien studi")


@lru_cache(maxsize=KEPT)
def caveat(text: str) -> Caveat | None:
    """Return what a sentence says of its own evidence, if it does.

    Examples
    --------
    >>> caveat("It may help, but the evidence is very uncertain.")
    Caveat(start=11, end=47, kind='uncertain')
    >>> caveat("There is no evidence that it helps.") is None
    True
    """
    text = small(text)
    if not _HINTS.stand_in(text):
        return None
    match = _TRAILING.search(text) or _RESTING.search(text)
    if not match and text.startswith(_LEADS):
        match = _LEADING.match(text)
    if not match:
        return None
    weak = match["weak"] or match["few"]
    # "very uncertain or lacking": some of it is not there at all.
    lacking = not weak or _LACKING.search(match[0]) is not None
    return Caveat(match.start(), match.end(), "lacking" if lacking else "uncertain")


def without(text: str, found: Caveat) -> str:
    """Return a text of the same length with the caveat blanked out."""
    return text[: found.start] + " " * (found.end - found.start) + text[found.end :]
