"""Words that make a claim stronger than any evidence: taken out, or turned into a bare "can"."""

from __future__ import annotations

import re
from functools import partial

from reviewkit.prose.patterns import Hinted, lazily
from reviewkit.prose.suggestion.lettering import capitalised

_HOW = (
    r"(?:clinically|scientifically|medically|repeatedly|consistently|well|widely|long|often|also)"
)
_SHOWN = r"(?:shown|proven|proved|demonstrated|found|known|documented|established)"
_SURE = r"(?:guaranteed|certain|sure|bound|set|going|destined)"
_STUDIES = (
    r"(?:(?:many|several|some|numerous|multiple|recent|fresh|new|scientific|clinical|various|the|medical|"
    r"countless|controlled|randomi[sz]ed) )*(?:studies|research|science|trials|evidence|experts|"
    r"researchers|scientists)"
)
_SHOW = r"(?:shows?|proves?|confirms?|demonstrates?|(?:has|have) (?:shown|proven|confirmed|found))"
_ADVERBS = (
    "always|undoubtedly|undeniably|definitely|certainly|surely|dramatically|drastically|"
    "significantly|greatly|effectively|instantly|completely|permanently|truly|really|powerfully"
)
#: A pattern behind hints, in either case.
_either = partial(Hinted, flags=re.IGNORECASE)
#: Each pattern with what stands in its place; tried in this order.
_REPLACED = (
    (_either("confi demon found prove show shown shows & evide exper resea scien studi trial",
        rf"^(?!.*\d){_STUDIES} (?:clearly |consistently )?{_SHOW} that "), ""),
    (_either("demon docum estab found known prove shown & that",
        rf"^it(?:'s|’s| is| has been) (?:{_HOW} )?{_SHOWN} that "), ""),
    (_either("has have & demon docum estab found known prove shown",
        rf"\b(?:has|have) (?:{_HOW} )?(?:been )?(?:{_HOW} )?{_SHOWN} to (?:be able to )?"), "can "),
    (_either("bound certa demon desti docum estab found going guara known prove set shown sure "
             "& to",
        rf"\b(?:is|are|was|were) (?:{_HOW} )?(?:{_SHOWN}|{_SURE}) to "), "can "),
    (_either("guara prove shown & to",
        rf"\b(?:{_HOW} )?(?:proven|shown|guaranteed) to "), "can "),
    (_either("abili capac poten power & for",
        r"\b(?:is|are) (?:\w+ly |also |well )?(?:known|renowned|prized|praised|celebrated|valued|"
        r"famous|loved) for (?:its|their|the|an?) (?:\w+ )?(?:ability|power|capacity|potential) "
        r"to "), "can "),
    (_either("fail fails", r"\bnever fails? to "), "can "),
    (_either("able", r"\b(?:is|are) able to "), "can "),
    (_either("abili power", r"\bha(?:s|ve) the (?:power|ability) to "), "can "),
    (_either("will",
        r"\bwill (?!not\b)(?:always |certainly |definitely |surely |also )?"), "can "),
    (_either("ll", r"(?<=\w)['’]ll (?!not\b|never\b)"), " will "),
    (_either("effec risk risks & no witho",
        r"(?:,? |\b)with(?:out| no) (?:any )?(?:risks?|side[- ]effects?)\b(?! of)"), ""),
    (_either("clini scien & backe prove shown suppo teste",
        r"\b(?:clinically|scientifically) (?:proven|tested|shown|backed|supported),? "), ""),
    (_either("backe based guara prove teste",
        r"\b(?:science-backed|evidence-based|time-tested|proven|guaranteed),? "), ""),
    (_either("effec time", r"\b100 ?% (?:of the time|effective(?:ly)?)\b,? ?"), ""),
    (_either("100 alway certa compl defin doubt drama drast effec great guara insta perma power "
             "reall signi surel truly unden undou",
        rf"\b(?:{_ADVERBS}|100 ?%|without (?:a )?doubt|guaranteed),? "), ""),
    (_either("compl doubt guara insta perma",
        r",? (?:guaranteed|without (?:a )?doubt|instantly|completely|permanently)(?=[.!]?$)"), ""),
)  # fmt: skip
_A_BEFORE_VOWEL = re.compile(r"\b([Aa])n? (?=[aeio])")
_AN_BEFORE_CONSONANT = re.compile(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwxyz])")


_SUGGEST = _either(
    "hint hints indic sugge & evide exper resea scien studi trial",
    rf"^(?!.*\d{{4}})(?:some |early )*{_STUDIES} (?:also )?(?:suggests?|indicates?|hints?)"
    r"(?: that)? ",
)


def unattributed(text: str) -> str:
    """Return a sentence without the studies that it appeals to, for where there are none."""
    found = _SUGGEST.sub("", text)
    return capitalised(found) if text[:1].isupper() else found


_SCIENCE = r"(?:(?:\w+ ){0,2}(?:science|research|studies|evidence|trials|data))"
_EXPERTS = r"(?:(?:\w+ )?(?:experts|doctors|dermatologists|physicians|scientists|professionals))"
#: What vouches for a claim, with what stands in its place where nothing does.
_VOUCHING: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (lazily(pattern), instead)
    for pattern, instead in (
        (rf"\b(is|are) (?:\w+ly |well )?(?:backed|supported|confirmed) by {_SCIENCE}\b",
         r"\1 not yet backed by strong evidence"),
        (rf",? (?:and )?(?:\w+ly )?(?:recommended|endorsed|trusted|approved) by {_EXPERTS}\b", ""),
        (rf"^{_EXPERTS} (?:all |widely )?(?:agree|say|confirm|recommend) that ", ""),
        (rf"(?<!yet),? (?:backed|supported) by {_SCIENCE}\b,?", ""),
        ((rf"^{_STUDIES} (?:have )?(?:shown?|found|reported|demonstrated|produced) (?:very )?"
          r"(?:promising|positive|good|encouraging) (?:results|effects|findings)\b"),
         "There is no strong evidence yet"),
    )
)  # fmt: skip


def unvouched(text: str) -> str:
    """Return a sentence without the science or experts that it calls upon, for where none speak.

    Examples
    --------
    >>> unvouched("It is backed by science."), unvouched("Experts agree that it helps.")
    ('It is not yet backed by strong evidence.', 'It helps.')
    """
    found = text
    for pattern, instead in _VOUCHING:
        found = pattern.sub(instead, found)
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
