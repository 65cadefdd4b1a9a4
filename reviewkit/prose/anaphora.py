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

_OPENER = (
    r"^[\"“‘'(]?(?:(?:that said|still|however|but|yet|of course|mind you|even so|and|so|then|also|"
    r"though|sadly|alas|unfortunately|(?:please )?note(?: that)?|remember(?: that)?|for now|"
    r"(?:keep|bear) in mind that|to be fair|in truth|at least|after all|perhaps|again|moreover|"
    r"in (?:short|a word|brief)|(?:the )?(?:short |honest |simple )?answer(?: is|:)|whether (?:that|this|"
    r"it) is (?:so|true)|"
    r"(?:in|over|after|within|by|for|at|during|from) (?:[\w-]+ ){1,5}?[\w-]+(?=,))[,:]? )*"
)
#: What stands for an outcome named before: a pronoun, or a noun that any complaint has.
_IT = (
    r"(?:it|they|both|these|those|all (?:of )?(?:this|these|three|four)|(?:the|these|those|their|"
    r"his|her|your|its|my|both|all|such) (?:\w+ )?(?:attacks?|symptoms?|levels?|scores?|readings?|"
    r"values?|complaints?|episodes?|spells?|bouts?|flare-ups?|problems?|conditions?|numbers?|"
    r"figures?|feelings?|measures?)|attacks|symptoms|levels|scores|readings|episodes)"
)
_ADVERB = (
    r"(?:(?:also|even|then|soon|often|still|all|both|too|again|only|just|never|hardly|barely|"
    r"\w+ly|did not|didn['’]t|have|has|had|may|can|might|could|will|would|do|does|tend(?:ed|s)? to|"
    r"seem(?:ed|s)? to|start(?:ed|s)? to|began to|beg[iu]ns? to|a (?:little|lot)|much) )*"
)
_CHANGES = (
    r"(?:f[ae]ll(?:s|en)?|dropp?(?:s|ed)?|r[io]se[ns]?|(?:goes|go|went|gone|c[ao]mes?) (?:back )?"
    r"(?:up|down(?! to)|less|more rarely)|decreased?s?|declined?s?|improved?s?|eased?s?|lessen(?:s|ed)?|"
    r"subsided?s?|clear(?:s|ed)? up|(?:slow|calm|settl)(?:s|ed?|es)? down|disappear(?:s|ed)?|"
    r"vanish(?:es|ed)?|shr[aiu]nk|(?:got|gets?|feels?|felt|became|becomes?|grew|grows?|is|are|was|"
    r"were) (?:\w+ly |much |far |a (?:little|lot|bit) )?(?:fewer|less|rarer|milder|shorter|weaker|"
    r"lower|higher|better|lighter|gone|smaller|greater|improved|reduced|unchanged|the same))"
)
_EFFECT = (
    r"(?:(?:this|that|the|these|its|any|such|neither|no) (?:\w+ )?(?:effects?|benefits?|relief|"
    r"improvements?|gains?|changes?|results?|differences?|feeling))"
)
_LASTS = (
    r"(?:lasts?|lasted|held|w[eo]a?rs? off|wore off|fade[sd]?|remain(?:s|ed)?|persist(?:s|ed)?|"
    r"(?:is|are|was|were|seem(?:s|ed)?) (?:not )?(?:\w+ly |very |only |too |quite |rather )?(?:small|"
    r"large|big|temporary|short-lived|brief|modest|slight|marginal|lasting|gone|significant|clear|"
    r"subtle|lost)|c[ao]mes? (?:from|to)|disappear(?:s|ed)?|vanish(?:es|ed)?)"
)
_STUDY = r"(?:stud(?:y|ies)|trials?|experiments?|surveys?|research(?:ers)?|scientists?)"
_NOT = r"(?:n['’]t| not| never| yet to)"
_UNPROVEN = (
    r"(?:pro(?:ven?|ved)|shown|tested|studied|confirmed|demonstrated|established|backed|clear|"
    r"known|certain|settled|measured|looked)"
)
_ABOUT_IT = r"(?: (?:for|of|behind|about|on|to) (?:this|it|that|them|these|any of (?:this|it|these)))?"
_LIMIT = (
    r"(?:(?:(?:your|the|these|those|individual|any|its|our) )?(?:results|effects?|benefits?|"
    r"outcomes|experiences?|responses?|reactions|mileage|how (?:much|well|long|fast) [^.,;]{3,40}?)"
    r"(?: also)?(?: may| can| will| do| does)? (?:var(?:y|ies)|differs?|depends?)\b(?! not)|"
    r"(?:everyone|everybody|every \w+|each of us|each \w+) is (?:different|unique)|"
    r"people (?:differ|vary)|no two \w+ (?:are|is)\b|"
    r"(?:more|further|larger|bigger|better|longer|future)(?: [\w-]+,?){0,3} (?:research|"
    r"studies|trials|evidence|work|data)\b[^.;]{0,40}\b(?:needed|required|necessary|warranted|"
    r"called for|should|must)\b|"
    r"(?:it|this|that) ?(?:is|['’]s|was)(?: not|n['’]t| no| hardly| never) (?:an? |the )?(?:\w+ ){0,2}"
    r"(?:cures?|cure-all|miracles?|magic|panacea|substitute|replacement|quick fix|guarantee|"
    r"silver bullet)\b|"
    r"(?:it|this|that) (?:won['’]t|will not|cannot|can['’]t|can not|should not|shouldn['’]t|does not|"
    r"doesn['’]t) (?:\w+ )?(?:replace|cure|work for|happen (?:overnight|at once)|work (?:overnight|"
    r"wonders|miracles))\b|"
    r"(?:do not|don['’]t|never|nobody should|you should not|you shouldn['’]t) (?:expect|hope for) "
    r"(?:any |an? |too |instant |overnight )*(?:miracles?|wonders|much|magic|overnight|results)\b|"
    r"not (?:everyone|everybody|every \w+|all (?:of (?:them|us|you|these|those)|people|users|"
    r"patients|studies|trials|experts|doctors|scientists)) (?:does|do|did|will|is|are|was|were|"
    r"benefits?|responds?|responded|feels?|felt|notices?|gains?|agrees?|sees?)\b|"
    rf"(?:nobody|no one|no (?:\w+ )?{_STUDY}|none of (?:them|this|these|the {_STUDY})|"
    rf"few {_STUDY}|hardly any {_STUDY}) (?:really |yet |ha(?:s|ve|d) |is |are |(?:can|could) )*"
    rf"(?:\w+ly |ever |yet |been |really )*(?:{_UNPROVEN}|knows?|say|tell|sure)\b|"
    rf"(?:we|i|you|scientists|experts|researchers|doctors) (?:do{_NOT}|can{_NOT}|cannot|can['’]t) "
    r"(?:yet |really |be )*(?:know|say|sure|tell|certain)\b|"
    rf"(?:(?:it|that|this) ?(?:has|have|['’]s|is|was|were)(?:{_NOT}|(?= un))|none of (?:it|this|"
    rf"that|these) (?:has|have|is|was|were))(?: yet| ever)? (?:been |be )?(?:\w+ly )?(?:un)?{_UNPROVEN}"
    rf"\b(?! (?:to|that|as|by|for|in)\b)|"
    rf"there(?:['’]s| is| are| was) (?:still )?(?:no|little|not much|hardly any|scant) "
    rf"(?:\w+ ){{0,3}}(?:evidence|proof|research|science|data|support){_ABOUT_IT}(?=[.!]?$)|"
    r"(?:a|one|this|that) (?:single )?(?:survey|study|trial|story) (?:proves|means|shows) "
    r"(?:nothing|little)\b|"
    rf"(?:the |this |that |both |these |most )?(?:{_STUDY}|samples?|groups?)(?: \w+){{0,3}} (?:is|"
    r"are|was|were|had|has) (?:very |quite |too |rather |fairly |all |both |some |a |only )*"
    r"(?:small|weak|short|flawed|biased|unblinded|limitations|limits|(?:\w+ )?limitations)\b)"
)
_DENIAL = (
    r"(?:nothing (?:happened|changed|came of it)|(?:there was |it made |we saw |they saw |they found |"
    r"we found )?no (?:such thing|(?:\w+ )?(?:change|difference|effect|improvement|benefit))"
    r"(?: (?:was|were|is|are) (?:\w+ )?(?:seen|found|noticed|measured|observed|there))?(?=[.,!]|$)|"
    r"(?:that|this|it)(?:['’]s| is| was) (?:simply |just |sadly |plain |a )?(?:not (?:so|true|the "
    r"case)|untrue|false|nonsense|wishful thinking|myth)\b)"
)
_ASKED = (
    r"(?:(?:is|was) (?:it|this|that|there) (?:really |actually )?(?:true|any truth|anything in it|"
    r"something in it|so|the case|proven|safe to say|hype)\b|"
    r"(?:does|did|will|would) (?:it|this|that|the (?:effect|benefit|relief|feeling)) (?:really |"
    r"actually )?(?:last|hold|work)\b|do (?:the )?(?:effects|benefits|results) last\b|"
    r"what does (?:the )?(?:science|research|evidence) say\b|what do (?:the )?studies say\b)"
)
_GOES_ON = lazily(
    rf"{_OPENER}(?:(?P<limits>{_LIMIT})|(?P<denies>{_DENIAL})|(?P<asks>{_ASKED})|"
    rf"(?P<asserts>{_IT} {_ADVERB}{_CHANGES}\b|{_EFFECT} {_ADVERB}{_LASTS}\b))",
    flags=0,
)
_NOT_IT = r"(?!it |they |you |we |i )(?=\w)"
_LIKEWISE = lazily(
    rf"{_OPENER}(?:(?P<asserts>(?:the same|this|that|it) (?:also )?(?:goes|holds|applies|is true|was "
    r"true|is the case)(?: true)?(?: for| of| to| with)?\b(?! me| you| everyone)|so (?:does|do|did|"
    rf"is|are|was|were|has|have|will|can|may|might) {_NOT_IT}|(?:it|this|that|they) (?:also )?(?:does|"
    r"did|do|has|have|had) (?:much |about |exactly )?(?:the same|as much)(?: effects?)? (?:for|to|"
    rf"with|on)\b)|(?P<denies>(?:nor|neither) (?:does|do|did|was|were|has|have|will) {_NOT_IT})|"
    r"(?P<asks>(?:what|how) about (?!you\b|it\b|that\b)))",
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
    if match is None:
        return None
    return next(cast("Stance", name) for name, found in match.groupdict().items() if found)
