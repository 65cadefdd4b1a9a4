"""“100% safe!”: a treatment is called free of any risk.

Informed Health Choices concept 1 (doi:10.12688/f1000research.21292.1, table 1): whatever can help
can harm. That nobody was harmed among n people leaves room for about 3 in n (Eypasch 1995,
doi:10.1136/bmj.311.7005.619).
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.prose.patterns import Ways, Words, small
from reviewkit.prose.problems import Problem
from reviewkit.prose.reading import Reading
from reviewkit.prose.rules.clauses import clause_before, denied, holds, phrases, quoted, text_of

_HINTS = (
    "safe",
    "risk",
    "side",
    "harm",
    "hurt",
    "danger",
    "effect",
    "contra",
    "adverse",
    "downside",
)
_HARMS = (
    r"(?:side[- ]?effects?|adverse (?:effects?|reactions?|events?)|ill[- ]effects?|"
    r"contra-?indications?|health risks?)"
)
_WHOLLY = (
    r"(?:100 ?(?:%|per ?cent)|completely|totally|perfectly|absolutely|entirely|utterly|wholly)"
)
#: Safety without any exception. "No risk of tangling" speaks of one risk and is left alone, and so
#: is relief "without the side effects of" something else.
_ABSOLUTE = Ways(
    Words("harml risk safe",
        rf"{_WHOLLY} (?:safe(?! (?:space|place|distance|hands))|harmless|risk[- ]free)"),
    Words("adver contr effec risk risks sidee & no zero",
        rf"(?:no|zero) (?:harmful |negative |adverse |bad |unwanted |nasty )?{_HARMS}"),
    Words("dange risk risks",
        r"(?:no|zero) (?:risks?|dangers?)(?! (?:of|that|in|when|if|factors?)\b)"),
    Words("dange risk risks & no", rf"no (?:risks?|dangers?) of (?:any )?(?:{_HARMS}|harm)"),
    Words("witho & adver contr dange effec risk risks sidee",
        rf"without (?:any )?(?:{_HARMS}|risks?|dangers?)(?! (?:of|from|that|associated)\b)"),
    Words("free & adver contr effec risk risks sidee",
        rf"free (?:of|from) (?:any |all )?(?:{_HARMS}|risks?)(?! of\b)"),
    Words("risk & free",
        r"risk[- ]free(?![- ](?:trial|guarantee|purchase|returns?|order|offer|period|for|\d))"),
    Words("effec", r"side[- ]effects?[- ]free"),
    Words("adver contr effec harm risk risks sidee & canno never not t",
        r"(?:(?:do|does|will)(?: not|n['’]t)|won['’]t|can ?not|can['’]t|never) "
        rf"(?:have|has|causes?|carry|carries|poses?|produces?) (?:any )?(?:{_HARMS}|harm)"),
    Words("harm harms hurt hurts & canno never not t",
        r"(?:can ?not|can['’]t|will not|won['’]t|never) (?:harms?|hurts?) (?:you|anyone|anybody)"),
    Words("downs safe",
        r"safe for (?:everyone|everybody|anyone|all ages)", r"(?:has|have|is|are) no downsides?"),
)  # fmt: skip
#: Words that soften what follows them: "almost no side effects".
_SOFTENED = phrases(
    "almost", "virtually", "practically", "nearly", "(?:little|few) (?:or|to)", "next to",
    "relatively", "generally", "usually", "mostly", "probably", "likely", "believed", "seems?",
    "appears?", "may", "might", "could",
)  # fmt: skip
#: Words of somebody who looked: what was seen, not what will be.
_SEEN_BEFORE = phrases(
    "reported", "reports?", "found", "observed", "noted", "noticed", "saw", "had", "experienced",
    "recorded", "suffered", "showed", "described",
)  # fmt: skip
_SEEN_AFTER = phrases(
    r"(?:were|was|have been|has been|had been) (?:\w+ )?(?:reported|seen|observed|noted|noticed|"
    r"recorded|found|described)",
)  # fmt: skip
#: A sale, not a treatment, is without risk.
_SELLING = phrases("try", "buy", "order", "shop", "purchase", "subscribe", "return", "refund")
#: Characters after a phrase in which it may turn out to be a report.
_NEAR = 40


def absolute_safety(reading: Reading) -> Iterator[Problem]:
    """Yield where a sentence calls a treatment safe without any exception.

    A denial of harm is what is looked for here, so that a sentence that denies or limits something
    is read too; silent is one that denies the safety, asks, or reports what was seen.
    """
    text = text_of(reading)
    if reading.stance in ("asks", "reports") or not holds(text, _HINTS):
        return
    for found in _ABSOLUTE.finditer(small(text)):
        start, end = found.span()
        before = clause_before(text, start)
        if (
            denied(text, start)
            or quoted(text, start, end)
            or any(words.search(before) for words in (_SOFTENED, _SEEN_BEFORE, _SELLING))
            or _SEEN_AFTER.match(text[end : end + _NEAR].lstrip())
        ):
            continue
        yield Problem(
            code="P301",
            start=start,
            end=end,
            severity="error",
            message=(
                "Nothing that can help is without any risk; say which harms were looked for, in "
                "how many people, and what was seen."
            ),
        )
        return
