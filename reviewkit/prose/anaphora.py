"""Where a sentence goes on with what one before it claims, and does not name it again.

"Both fell", "They also came back less often", "Results vary" and "Nobody has tested that" speak of
the outcome of the sentence or the heading before them; "the same goes for Y" and "so does Y" say of
an outcome of their own what the sentence before says. The words are general English.
"""

from __future__ import annotations

from typing import NamedTuple, cast

from reviewkit.prose.patterns import lazily, small
from reviewkit.prose.stance import Stance

#: Characters of the longest sentence that goes on so: one that says more names what it speaks of.
LONGEST = 160


def _any(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


#: What may open a sentence before what it says.
_OPENER = (
    r"[\"“‘'(]?(?:"
    + _any(
        "that said|still|however|but|yet|of course|mind you|even so|and|so|then|also|though|sadly",
        "alas|unfortunately|(?:please )?note(?: that)?|remember(?: that)?|for now|to be fair",
        "(?:keep|bear) in mind that|in truth|at least|after all|perhaps|again|moreover",
        "in (?:short|a word|brief)|(?:the )?(?:short |honest |simple )?answer(?: is|:)",
        "whether (?:that|this|it) is (?:so|true)",
        r"(?:in|over|after|within|by|for|at|during|from) (?:[\w-]+ ){1,5}?[\w-]+(?=,)",
    )
    + "[,:]? )*"
)
_NOT = "(?:n['’]t| not| never| yet to)"
_BE = "(?:is|are|was|were)"
_HAVE = "(?:has|have|is|was|were)"

#: What stands for an outcome named before: a pronoun, or a noun that any complaint has.
_IT = _any(
    "it|they|both|these|those|all (?:of )?(?:this|these|three|four)",
    r"(?:the|these|those|their|his|her|your|its|my|both|all|such) (?:\w+ )?"
    + _any(
        "attacks?|symptoms?|levels?|scores?|readings?|values?|complaints?|episodes?|spells?|bouts?",
        "flare-ups?|problems?|conditions?|numbers?|figures?|feelings?|measures?",
    ),
    "attacks|symptoms|levels|scores|readings|episodes",
)
_ADVERBS = (
    _any(
        "also|even|then|soon|often|still|all|both|too|again|only|just|never|hardly|barely|much",
        r"\w+ly|did not|didn['’]t|have|has|had|may|can|might|could|will|would|do|does",
        "(?:tend(?:ed|s)?|seem(?:ed|s)?|start(?:ed|s)?|began|beg[iu]ns?) to|a (?:little|lot)",
    )
    + " "
)
_CHANGES = _any(
    "f[ae]ll(?:s|en)?|dropp?(?:s|ed)?|r[io]se[ns]?|decreased?s?|declined?s?|improved?s?|eased?s?",
    "(?:goes|go|went|gone|c[ao]mes?) (?:back )?(?:up|down(?! to)|less|more rarely)",
    "lessen(?:s|ed)?|subsided?s?|clear(?:s|ed)? up|(?:slow|calm|settl)(?:s|ed?|es)? down",
    "disappear(?:s|ed)?|vanish(?:es|ed)?|shr[aiu]nk",
    r"(?:got|gets?|feels?|felt|became|becomes?|grew|grows?|is|are|was|were) (?:\w+ly |much |far |"
    "a (?:little|lot|bit) )?"
    + _any(
        "fewer|less|rarer|milder|shorter|weaker|lower|higher|better|lighter|gone|smaller|greater",
        "improved|reduced|unchanged|the same",
    ),
)
_EFFECT = (
    r"(?:this|that|the|these|its|any|such|neither|no) (?:\w+ )?"
    "(?:effects?|benefits?|relief|improvements?|gains?|changes?|results?|differences?|feeling)"
)
_LASTS = _any(
    "lasts?|lasted|held|w[eo]a?rs? off|wore off|fade[sd]?|remain(?:s|ed)?|persist(?:s|ed)?",
    r"(?:is|are|was|were|seem(?:s|ed)?) (?:not )?(?:\w+ly |very |only |too |quite |rather )?"
    + _any(
        "small|large|big|temporary|short-lived|brief|modest|slight|marginal|lasting|gone",
        "significant|clear|subtle|lost",
    ),
    "c[ao]mes? (?:from|to)|disappear(?:s|ed)?|vanish(?:es|ed)?",
)

_STUDY = "(?:stud(?:y|ies)|trials?|experiments?|surveys?|research(?:ers)?|scientists?)"
_PROVEN = (
    "(?:pro(?:ven?|ved)|shown|tested|studied|confirmed|demonstrated|established|backed|clear|known|"
    "certain|settled|measured|looked)"
)
_LIMIT = _any(
    r"(?:(?:your|the|these|those|individual|any|its|our) )?"
    r"(?:results|effects?|benefits?|outcomes|experiences?|responses?|reactions|mileage|"
    r"how (?:much|well|long|fast) [^.,;]{3,40}?)"
    r"(?: also)?(?: may| can| will| do| does)? (?:var(?:y|ies)|differs?|depends?)\b(?! not)",
    r"(?:everyone|everybody|every \w+|each of us|each \w+) is (?:different|unique)",
    r"people (?:differ|vary)|no two \w+ (?:are|is)\b",
    r"(?:more|further|larger|bigger|better|longer|future)(?: [\w-]+,?){0,3} "
    r"(?:research|studies|trials|evidence|work|data)\b[^.;]{0,40}\b"
    r"(?:needed|required|necessary|warranted|called for|should|must)\b",
    r"(?:it|this|that) ?(?:is|['’]s|was)(?: not|n['’]t| no| hardly| never) (?:an? |the )?"
    r"(?:\w+ ){0,2}(?:cures?|cure-all|miracles?|magic|panacea|substitute|replacement|quick fix|"
    r"guarantee|silver bullet)\b",
    r"(?:it|this|that) (?:(?:wo|ca|does|should)n['’]t|can ?not|(?:will|should|does) not) (?:\w+ )?"
    r"(?:replace|cure|work for|happen (?:overnight|at once)|work (?:overnight|wonders|miracles))\b",
    r"(?:do not|don['’]t|never|nobody should|you should(?: not|n['’]t)) (?:expect|hope for) "
    r"(?:any |an? |too |instant |overnight )*(?:miracles?|wonders|much|magic|overnight|results)\b",
    r"not (?:everyone|everybody|every \w+|all (?:of (?:them|us|you|these|those)|people|users|"
    r"patients|studies|trials|experts|doctors|scientists)) "
    r"(?:does|do|did|will|is|are|was|were|benefits?|respond(?:s|ed)?|feels?|felt|notices?|gains?|"
    r"agrees?|sees?)\b",
    rf"(?:nobody|no one|no (?:\w+ )?{_STUDY}|none of (?:them|this|these|the {_STUDY})|"
    rf"(?:few|hardly any) {_STUDY}) (?:really |yet |ha(?:s|ve|d) |is |are |can |could )*"
    rf"(?:\w+ly |ever |yet |been |really )*(?:{_PROVEN}|knows?|say|tell|sure)\b",
    rf"(?:we|i|you|scientists|experts|researchers|doctors) (?:do{_NOT}|can{_NOT}|can(?:no|['’])t) "
    r"(?:yet |really |be )*(?:know|say|sure|tell|certain)\b(?! what)",
    rf"(?:(?:it|that|this) ?(?:has|have|['’]s|is|was|were)(?:{_NOT}|(?= un))|"
    rf"none of (?:it|this|that|these) {_HAVE})(?: yet| ever)? (?:been |be )?(?:\w+ly )?"
    rf"(?:un)?{_PROVEN}\b(?! (?:to|that|as|by|for|in)\b)",
    rf"there(?:['’]s| {_BE}) (?:still )?(?:no|little|not much|hardly any|scant) (?:\w+ ){{0,3}}"
    r"(?:evidence|proof|research|science|data|support)"
    r"(?: (?:for|of|behind|about|on|to) (?:(?:any of )?(?:this|it|these)|that|them))?(?=[.!]?$)",
    "(?:a|one|this|that) (?:single )?(?:survey|study|trial|story) (?:proves|means|shows) "
    r"(?:nothing|little)\b",
    rf"(?:the |this |that |both |these |most )?(?:{_STUDY}|samples?|groups?)(?: \w+){{0,3}} "
    rf"(?:{_BE}|had|has) (?:very |quite |too |rather |fairly |all |both |some |a |only )*"
    r"(?:small|weak|short|flawed|biased|unblinded|limits|(?:\w+ )?limitations)\b",
)
_DENIAL = _any(
    "nothing (?:happened|changed|came of it)",
    "(?:there was |it made |(?:we|they) (?:saw|found) )?no "
    r"(?:such thing|(?:\w+ )?(?:change|difference|effect|improvement|benefit))"
    rf"(?: {_BE} (?:\w+ )?(?:seen|found|noticed|measured|observed|there))?(?=[.,!]|$)",
    "(?:that|this|it)(?:['’]s| is| was) (?:simply |just |sadly |plain |a )?"
    r"(?:not (?:so|true|the case)|untrue|false|nonsense|wishful thinking|myth)\b",
)
_QUESTION = _any(
    r"(?:is|was) (?:it|this|that|there) (?:really |actually )?(?:true|any truth|anything in it|"
    r"something in it|so|the case|proven|safe to say|hype)\b",
    r"(?:does|did|will|would) (?:it|this|that|the (?:effect|benefit|relief|feeling)) "
    r"(?:really |actually )?(?:last|hold|work)\b|do (?:the )?(?:effects|benefits|results) last\b",
    r"what does (?:the )?(?:science|research|evidence) say\b|what do (?:the )?studies say\b",
)
_GOES_ON = lazily(
    rf"{_OPENER}(?:(?P<limits>{_LIMIT})|(?P<denies>{_DENIAL})|(?P<asks>{_QUESTION})|"
    rf"(?P<asserts>{_IT} (?:{_ADVERBS})*{_CHANGES}\b|{_EFFECT} (?:{_ADVERBS})*{_LASTS}\b))",
    flags=0,
)

_OF_Y = r"(?!(?:it|they|you|we|i)\b)(?=\w)"
_AS_BEFORE = _any(
    "(?:the same|this|that|it) (?:also )?(?:goes|holds|applies|(?:is|was) true|is the case)"
    r"(?: true)?(?: for| of| to| with)?\b(?! me| you| everyone)",
    f"so (?:does|do|did|{_BE}|has|have|will|can|may|might) {_OF_Y}",
    "(?:it|this|that|they) (?:also )?(?:does|did|do|has|have|had) (?:much |about |exactly )?"
    r"(?:the same|as much)(?: effects?)? (?:for|to|with|on)\b",
)
_LIKEWISE = lazily(
    rf"{_OPENER}(?:(?P<asserts>{_AS_BEFORE})|"
    rf"(?P<denies>(?:nor|neither) (?:does|do|did|was|were|has|have|will) {_OF_Y})|"
    r"(?P<asks>(?:what|how) about (?!(?:you|it|that)\b)))",
    flags=0,
)


class Taken(NamedTuple):
    """The words of a sentence that take up a claim, and the stance that they have by themselves."""

    start: int
    end: int
    stance: Stance


def goes_on(text: str) -> Taken | None:
    """Return the words that go on with what was claimed before, if they do.

    Examples
    --------
    >>> goes_on("Still, results vary.")
    Taken(start=7, end=19, stance='limits')
    >>> goes_on("The shop opens at nine.") is None
    True
    """
    match = _GOES_ON.match(small(text)) if len(text) <= LONGEST else None
    if match is None or match.lastgroup is None:
        return None
    return Taken(*match.span(match.lastgroup), cast("Stance", match.lastgroup))


def likewise(text: str) -> Stance | None:
    """Return with which stance a sentence says of something else what was claimed before, if so.

    Examples
    --------
    >>> likewise("Nor did the pulse.")
    'denies'
    """
    match = _LIKEWISE.match(small(text)) if len(text) <= LONGEST else None
    return cast("Stance", match.lastgroup) if match else None
