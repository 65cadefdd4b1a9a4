"""Words that make a claim stronger than any evidence: taken out, or turned into a bare "can"."""

from __future__ import annotations

import re

from reviewkit.prose.suggestion.lettering import capitalised

_HOW = (
    r"(?:clinically|scientifically|medically|repeatedly|consistently|well|widely|long|often|also)"
)
_SHOWN = r"(?:shown|proven|proved|demonstrated|found|known|documented|established)"
_SURE = r"(?:guaranteed|certain|sure|bound|set|going|destined)"
_STUDIES = (
    r"(?:(?:many|several|numerous|multiple|recent|fresh|new|scientific|clinical|various|the|medical|"
    r"countless|controlled|randomi[sz]ed) )*(?:studies|research|science|trials|evidence|experts|"
    r"researchers|scientists)"
)
_SHOW = r"(?:shows?|proves?|confirms?|demonstrates?|(?:has|have) (?:shown|proven|confirmed|found))"
_ADVERBS = (
    "always|undoubtedly|undeniably|definitely|certainly|surely|dramatically|drastically|"
    "significantly|greatly|effectively|instantly|completely|permanently|truly|really|powerfully"
)
#: Each pattern with what stands in its place; tried in this order.
_REPLACED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (rf"^(?!.*\d){_STUDIES} (?:clearly |consistently )?{_SHOW} that ", ""),
        (rf"^it(?:'s|’s| is| has been) (?:{_HOW} )?{_SHOWN} that ", ""),
        (rf"\b(?:has|have) (?:{_HOW} )?been (?:{_HOW} )?{_SHOWN} to (?:be able to )?", "can "),
        (rf"\b(?:is|are) (?:{_HOW} )?(?:{_SHOWN}|{_SURE}) to ", "can "),
        (rf"\b(?:{_HOW} )?(?:proven|shown|guaranteed) to ", "can "),
        (r"\bnever fails? to ", "can "),
        (r"\b(?:is|are) able to ", "can "),
        (r"\bha(?:s|ve) the (?:power|ability) to ", "can "),
        (r"\bwill (?!not\b)(?:always |certainly |definitely |surely |also )?", "can "),
        (r"(?<=\w)['’]ll (?!not\b|never\b)", " will "),
        (r"(?:,? |\b)with(?:out| no) (?:any )?(?:risks?|side[- ]effects?)\b(?! of)", ""),
        (r"\b(?:clinically|scientifically) (?:proven|tested|shown|backed|supported),? ", ""),
        (r"\b(?:science-backed|evidence-based|time-tested|proven|guaranteed),? ", ""),
        (r"\b100 ?% (?:of the time|effective(?:ly)?)\b,? ?", ""),
        (rf"\b(?:{_ADVERBS}|100 ?%|without (?:a )?doubt|guaranteed),? ", ""),
        (r",? (?:guaranteed|without (?:a )?doubt|instantly|completely|permanently)(?=[.!]?$)", ""),
    )
)  # fmt: skip
_A_BEFORE_VOWEL = re.compile(r"\b([Aa])n? (?=[aeio])")
_AN_BEFORE_CONSONANT = re.compile(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwxyz])")


_SUGGEST = re.compile(
    rf"^(?!.*\d{{4}})(?:some |early )*{_STUDIES} (?:also )?(?:suggests?|indicates?|hints?)"
    r"(?: that)? ",
    re.IGNORECASE,
)


def unattributed(text: str) -> str:
    """Return a sentence without the studies that it appeals to, for where there are none."""
    found = _SUGGEST.sub("", text)
    return capitalised(found) if text[:1].isupper() else found


def unboosted(text: str) -> str:
    """Return a sentence without what overstates whatever the evidence.

    Examples
    --------
    >>> unboosted("It is clinically proven to reduce stress.")
    'It can reduce stress.'
    >>> unboosted("Studies show that massage always helps.")
    'Massage helps.'
    """
    found = text
    for pattern, instead in _REPLACED:
        found = pattern.sub(instead, found)
    if found == text:
        return text
    found = _AN_BEFORE_CONSONANT.sub(r"\1 ", _A_BEFORE_VOWEL.sub(r"\1n ", found))
    found = re.sub(r"\bcan (?:also )?can\b", "can", re.sub(r" {2,}", " ", found)).strip()
    return capitalised(found) if text[:1].isupper() else found
