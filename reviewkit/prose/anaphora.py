"""Where a sentence goes on with what one before it claims, and does not name it again.

"Both fell", "They also came back less often", "Results vary" and "Nobody has tested that" speak of
the outcome of the sentence or the heading before them; "the same goes for Y" and "so does Y" say of
an outcome of their own what the sentence before says. The words are general English.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reviewkit.prose.patterns import Hinted, Ways, lazily, small
from reviewkit.prose.stance import Stance

#: Characters of the longest sentence that goes on so: one that says more names what it speaks of.
LONGEST = 160


def _any(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


#: What may open a sentence before what it says: a mark, and any number of these.
_MARKS = "\"“‘'("
_OPENER = lazily(
    _any(
        "that said|still|however|but|yet|of course|mind you|even so|and|so|then|also|though|sadly",
        "alas|unfortunately|(?:please )?note(?: that)?|remember(?: that)?|for now|to be fair",
        "(?:keep|bear) in mind that|in truth|at least|after all|perhaps|again|moreover",
        "in (?:short|a word|brief)|(?:the )?(?:short |honest |simple )?answer(?: is|:)",
        "whether (?:that|this|it) is (?:so|true)",
        r"(?:in|over|after|within|by|for|at|during|from) (?:[\w-]+ ){1,5}?[\w-]+(?=,)",
    )
    + "[,:]? ",
    flags=0,
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
_LIMITS = Ways(
    Hinted("depen diffe varie vary & benef effec exper how milea outco react respo resul",
        r"(?:(?:your|the|these|those|individual|any|its|our) )?"
        r"(?:results|effects?|benefits?|outcomes|experiences?|responses?|reactions|mileage|"
        r"how (?:much|well|long|fast) [^.,;]{3,40}?)"
        r"(?: also)?(?: may| can| will| do| does)? (?:var(?:y|ies)|differs?|depends?)\b(?! not)"),
    Hinted("diffe uniqu & each every",
        r"(?:everyone|everybody|every \w+|each of us|each \w+) is (?:different|unique)"),
    Hinted("peopl", r"people (?:differ|vary)"),
    Hinted("two & no", r"no two \w+ (?:are|is)\b"),
    Hinted("calle must neces neede requi shoul warra & data evide resea studi trial work",
        r"(?:more|further|larger|bigger|better|longer|future)(?: [\w-]+,?){0,3} "
        r"(?:research|studies|trials|evidence|work|data)\b[^.;]{0,40}\b"
        r"(?:needed|required|necessary|warranted|called for|should|must)\b"),
    Hinted("cure cures fix guara magic mirac panac repla silve subst & hardl never no not t",
        r"(?:it|this|that) ?(?:is|['’]s|was)(?: not|n['’]t| no| hardly| never) (?:an? |the )?"
        r"(?:\w+ ){0,2}(?:cures?|cure-all|miracles?|magic|panacea|substitute|replacement|"
        r"quick fix|guarantee|silver bullet)\b"),
    Hinted("cure happe repla work & canno not t",
        r"(?:it|this|that) (?:(?:wo|ca|does|should)n['’]t|can ?not|(?:will|should|does) not) "
        r"(?:\w+ )?(?:replace|cure|work for|happen (?:overnight|at once)|"
        r"work (?:overnight|wonders|miracles))\b"),
    Hinted("expec hope & magic mirac much overn resul wonde",
        r"(?:do not|don['’]t|never|nobody should|you should(?: not|n['’]t)) (?:expect|hope for) "
        r"(?:any |an? |too |instant |overnight )*(?:miracles?|wonders|much|magic|overnight|"
        r"results)\b"),
    Hinted("not & all every",
        r"not (?:everyone|everybody|every \w+|all (?:of (?:them|us|you|these|those)|people|users|"
        r"patients|studies|trials|experts|doctors|scientists)) "
        r"(?:does|do|did|will|is|are|was|were|benefits?|respond(?:s|ed)?|feels?|felt|notices?|"
        r"gains?|agrees?|sees?)\b"),
    Hinted("few hardl no nobod none & backe certa clear confi demon estab know known knows looke "
           "measu prove say settl shown studi sure tell teste",
        rf"(?:nobody|no one|no (?:\w+ )?{_STUDY}|none of (?:them|this|these|the {_STUDY})|"
        rf"(?:few|hardly any) {_STUDY}) (?:really |yet |ha(?:s|ve|d) |is |are |can |could )*"
        rf"(?:\w+ly |ever |yet |been |really )*(?:{_PROVEN}|knows?|say|tell|sure)\b"),
    Hinted("certa know say sure tell & canno never not t yet",
        rf"(?:we|i|you|scientists|experts|researchers|doctors) (?:do{_NOT}|can{_NOT}|"
        r"can(?:no|['’])t) (?:yet |really |be )*(?:know|say|sure|tell|certain)\b(?! what)"),
    Hinted("backe certa clear confi demon estab known looke measu prove settl shown studi teste "
           "unbac uncer uncle uncon undem unest unkno unloo unmea unpro unset unsho unstu untes",
        rf"(?:(?:it|that|this) ?(?:has|have|['’]s|is|was|were)(?:{_NOT}|(?= un))|"
        rf"none of (?:it|this|that|these) {_HAVE})(?: yet| ever)? (?:been |be )?(?:\w+ly )?"
        rf"(?:un)?{_PROVEN}\b(?! (?:to|that|as|by|for|in)\b)"),
    Hinted("there & hardl littl much no scant",
        rf"there(?:['’]s| {_BE}) (?:still )?(?:no|little|not much|hardly any|scant) "
        r"(?:\w+ ){0,3}(?:evidence|proof|research|science|data|support)"
        r"(?: (?:for|of|behind|about|on|to) (?:(?:any of )?(?:this|it|these)|that|them))?"
        r"(?=[.!]?$)"),
    Hinted("means prove shows & littl nothi",
        r"(?:a|one|this|that) (?:single )?(?:survey|study|trial|story) (?:proves|means|shows) "
        r"(?:nothing|little)\b"),
    Hinted("biase flawe limit short small unbli weak & exper group resea sampl scien studi study "
           "surve trial",
        rf"(?:the |this |that |both |these |most )?(?:{_STUDY}|samples?|groups?)(?: \w+){{0,3}} "
        rf"(?:{_BE}|had|has) (?:very |quite |too |rather |fairly |all |both |some |a |only )*"
        r"(?:small|weak|short|flawed|biased|unblinded|limits|(?:\w+ )?limitations)\b"),
)  # fmt: skip
_DENIALS = Ways(
    Hinted("nothi", "nothing (?:happened|changed|came of it)"),
    Hinted("no & benef chang diffe effec impro thing",
        "(?:there was |it made |(?:we|they) (?:saw|found) )?no "
        r"(?:such thing|(?:\w+ )?(?:change|difference|effect|improvement|benefit))"
        rf"(?: {_BE} (?:\w+ )?(?:seen|found|noticed|measured|observed|there))?(?=[.,!]|$)"),
    Hinted("false myth nonse not untru wishf & is s was",
        "(?:that|this|it)(?:['’]s| is| was) (?:simply |just |sadly |plain |a )?"
        r"(?:not (?:so|true|the case)|untrue|false|nonsense|wishful thinking|myth)\b"),
)  # fmt: skip
_QUESTIONS = Ways(
    Hinted("anyth case hype prove safe so somet true truth & is was",
        r"(?:is|was) (?:it|this|that|there) (?:really |actually )?(?:true|any truth|"
        r"anything in it|something in it|so|the case|proven|safe to say|hype)\b"),
    Hinted("hold last work & did does will would",
        r"(?:does|did|will|would) (?:it|this|that|the (?:effect|benefit|relief|feeling)) "
        r"(?:really |actually )?(?:last|hold|work)\b"),
    Hinted("last & benef effec resul", r"do (?:the )?(?:effects|benefits|results) last\b"),
    Hinted("say & evide resea scien", r"what does (?:the )?(?:science|research|evidence) say\b"),
    Hinted("say & studi", r"what do (?:the )?studies say\b"),
)  # fmt: skip
_ASSERTIONS = Ways(
    Hinted("all attac both bouts bout compl condi episo feeli figur flare it level measu numbe "
           "probl readi score spell sympt these they those value",
        rf"{_IT} (?:{_ADVERBS})*{_CHANGES}\b"),
    Hinted("benef chang diffe effec feeli gain gains impro relie resul",
        rf"{_EFFECT} (?:{_ADVERBS})*{_LASTS}\b"),
)  # fmt: skip
_GOING_ON: tuple[tuple[Stance, Ways], ...] = (
    ("limits", _LIMITS),
    ("denies", _DENIALS),
    ("asks", _QUESTIONS),
    ("asserts", _ASSERTIONS),
)

_OF_Y = r"(?!(?:it|they|you|we|i)\b)(?=\w)"
_AS_BEFORE = Ways(
    Hinted("appli case goes holds true",
        "(?:the same|this|that|it) (?:also )?(?:goes|holds|applies|(?:is|was) true|is the case)"
        r"(?: true)?(?: for| of| to| with)?\b(?! me| you| everyone)"),
    Hinted("so", f"so (?:does|do|did|{_BE}|has|have|will|can|may|might) {_OF_Y}"),
    Hinted("much same & did do does had has have",
        "(?:it|this|that|they) (?:also )?(?:does|did|do|has|have|had) (?:much |about |exactly )?"
        r"(?:the same|as much)(?: effects?)? (?:for|to|with|on)\b"),
)  # fmt: skip
_NOR = Hinted("neith nor", rf"(?:nor|neither) (?:does|do|did|was|were|has|have|will) {_OF_Y}")
_HOW_ABOUT = Hinted("about & how what", r"(?:what|how) about (?!(?:you|it|that)\b)")
_LIKEWISE: tuple[tuple[Stance, Ways], ...] = (
    ("asserts", _AS_BEFORE),
    ("denies", Ways(_NOR)),
    ("asks", Ways(_HOW_ABOUT)),
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
    return _opened(text, _GOING_ON)


def likewise(text: str) -> Stance | None:
    """Return with which stance a sentence says of something else what was claimed before, if so.

    Examples
    --------
    >>> likewise("Nor did the pulse.")
    'denies'
    """
    taken = _opened(text, _LIKEWISE)
    return taken.stance if taken else None


def _opened(text: str, saying: Sequence[tuple[Stance, Ways]]) -> Taken | None:
    """Return the words with which a text begins, after as many openers as may be, if it does."""
    if len(text) > LONGEST:
        return None
    text = small(text)
    likely = [(stance, way.pattern) for stance, ways in saying for way in ways.hinted_in(text)]
    for start in reversed(_starts(text)) if likely else ():
        for stance, pattern in likely:
            if match := pattern.match(text, start):
                return Taken(*match.span(), stance)
    return None


def _starts(text: str) -> list[int]:
    """Return where a text may begin to say something: after each of its openers."""
    found = [1 if text[:1] in tuple(_MARKS) else 0]
    while opener := _OPENER.match(text, found[-1]):
        found.append(opener.end())
    return found
