"""What a sentence only sets out to look at: the aims of studies, and of the text itself.

"The trial looked at the effect of brushing on stress" names an outcome, and does not say that
anything brings it about. An aim beside its finding is read as what is said. What readers want is
told apart in `goals`. The words are general English.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.prose.patterns import lazily, small
from reviewkit.prose.stance.denying import denies
from reviewkit.prose.stance.limiting import limits

_STUDY = (
    "(?:stud(?:y|ies)|trials?|experiments?|papers?|research(?:ers?)?|scientists?|authors?|teams?|"
    "reviews?|surveys?|investigat(?:ors?|ions?)|projects?|meta-analys[ie]s|thesis|dissertation)"
)
#: To find out: as verbs without their endings.
_FIND_OUT = (
    "(?:determin|investigat|examin|evaluat|assess|explor|test|understand|establish|measur|compar|"
    "analy[sz]|clarif|verif|ascertain|identif|quantif|study|studi|look(?= at| into)|judg|"
    "document|track|gaug)"
)
#: To find out, as what is only asked if a question follows it.
_ASK = "(?:see|know|learn|find out|check|say|tell|discover|work out|ask|wonder|settle)"
_EFFECT = (
    "(?:effects?|effectiveness|efficacy|impacts?|influence|relation\\w*|associations?|role|links?|"
    "connections?|correlations?|benefits?|potential|usefulness|value|feasibility|safety)"
)
_OPEN = "(?:whether|if|how|what|to what extent)"
_INQUIRED = (
    "(?:analy[sz]ed|examined|investigated|evaluated|assessed|measured|tested|studied|compared|"
    "explored|looked (?:at|into)|observed|recorded|monitored|judged)"
)
#: A study that looks into something.
_LOOKS = (
    rf"\b{_STUDY}\b.{{0,80}}?\b(?:(?:look|inquir|enquir|delv)\w* (?:at|into)|{_FIND_OUT}\w*|"
    r"set out to|aim(?:s|ed)? (?:to|at)|sought|seeks?|want(?:s|ed)? to|hoped to|ask(?:s|ed)|"
    r"focus(?:es|ed|ing)? on|concern(?:s|ed|ing))\b.{0,60}?"
    rf"\b(?:{_EFFECT}|(?P<open>{_OPEN}))\b|"
    rf"\b{_STUDY} (?:also |then |further )?(?:examin|investigat|evaluat|assess|explor|"
    rf"analy[sz])\w* "
    r"(?:the|its|their|several|two|three|four)\b|"
    rf"\b(?:it|this|they|we|i|that|which|he|she) (?:also |then )?(?:{_FIND_OUT}\w*|look(?:s|ed) "
    rf"(?:at|"
    rf"into)) (?:how|whether|the |its |what |these |both |possible |any )?(?:\w+ )?{_EFFECT}\b"
)
#: Anyone who sets out to find out.
_SETS_OUT = (
    r"(?<!\byou )(?<!\bto )\b(?:aim(?:s|ed)?|sought|seeks?|wanted|hoped|wished|set out|decided|"
    r"tried|designed|conducted|undertaken|performed|carried out|done|planned|in order) "
    rf"(?:\w+ly |better )?to (?:\w+ly |better )?(?:{_FIND_OUT}\w*\b|"
    rf"{_ASK}\b.{{0,25}}?\b(?P<open>{_OPEN})\b)"
)
#: An aim that is named as one: "the purpose of this trial was ...", "Objective: to ...".
_NAMED = (
    rf"\b(?:aim|purpose|objective|goal|point)s? of (?:this|the|our|their|a|an|that|such|her|his) "
    rf"(?:[\w-]+ ){{0,3}}?{_STUDY}\b|"
    rf"\b(?:aim|purpose|objective|goal|idea)s? (?:\w+ ){{0,3}}?(?:was|is|were|being) to "
    rf"(?:\w+ly )?(?:{_FIND_OUT}\w*\b|{_ASK}\b.{{0,25}}?\b{_OPEN}\b)|"
    rf"^(?:in order )?to (?:{_FIND_OUT}\w*\b|{_ASK}\b.{{0,25}}?\b{_OPEN}\b)|"
    rf"^\W*(?:objectives?|purpose|aims?|goals?)\b\W+(?:\w+ ){{0,6}}?(?:to )?(?:{_FIND_OUT}|{_ASK})"
)
#: What is looked into, told of itself or of what was done: "its effect on stress was measured".
_TOLD_OF = (
    rf"\b{_EFFECT} (?:of|on)\b.*\b(?:was|were|been|be|being|are|is) (?:then |also |\w+ly )?"
    rf"{_INQUIRED}\b|"
    rf"\b(?:was|were|been|be|being) (?:\w+ly )?{_INQUIRED} for (?:\w+ )?(?:possible )?{_EFFECT}\b|"
    rf"\btested\b.{{0,40}} for (?:\w+ )?{_EFFECT} (?:of|on)\b"
)
#: What was measured: "the outcome measures were ...", "stress was measured before and after".
_MEASURES = (
    r"\b(?:outcomes?|outcome measures?|endpoints?|measurements?|parameters?|variables?|indices|"
    r"markers?)\b[^.;:]{0,40}?\b(?:were|was|included?|includes|are|comprised|:)|"
    r"\b(?:was|were|been) (?:then |also |\w+ly )?(?:measured|assessed|evaluated|examined|"
    r"analy[sz]ed|"
    r"tested|investigated|checked)(?! to be| as| at \d)\b"
)
#: A study named by what it is on, and a title that is no more than that.
_ON = (
    rf"\b{_STUDY}(?: [\w-]+){{0,6}}? (?:on|of|into|about|regarding|concerning) (?:the |its )?"
    rf"(?:\w+ )?{_EFFECT}\b|"
    rf"^(?:: )?(?:the )?(?:effect(?:s|iveness)?|efficacy|impacts?|influence) of\b"
    r"(?!.*\b(?:is|are|was|were|can|may|might|could|will|has|have|had|"
    r"lasts?|includes?|vary|varies|depends?|go|goes|come|comes|extends?|remains?)\b)"
)
#: A text that says what it will go into.
_TEXT = (
    r"\b(?:we(?:'|’)ll|we will|let(?:'|’)?s(?: us)?|this (?:article|post|guide|section|page|video)|"
    r"in this (?:article|post|guide|section|page|video),? we)(?: \w+){0,2}? "
    r"(?:looks?|explores?|examines?|reviews?|discuss(?:es)?|dives?|delves?|unpacks?|checks?|sees?|"
    r"finds? out|explains?|covers?|investigates?)\b.{0,50}?"
    rf"\b(?:evidence|science|research|studies|facts|question|{_EFFECT}|(?P<open>whether|if))\b"
)
_AIMS = tuple(map(lazily, (_LOOKS, _SETS_OUT, _NAMED, _TOLD_OF, _MEASURES, _ON, _TEXT), [0] * 7))
#: Of what `_AIMS` finds, each holds one of these; few sentences do.
_HINTS = lazily(
    r"effect|efficacy|impact|influenc|relation|associat|role|link|connection|correlat|benefit|"
    r"potential|usefulness|value|feasib|safety|whether|how|what|\bif\b|\bto\b|evidence|science|"
    r"research|studies|facts|question|measure|assess|evaluat|examin|analy[sz]|tested|investigat|"
    r"explor|checked|outcome|parameter|variable|indices|marker|endpoint|aim|purpose|objective|goal|"
    r"point",
    0,
)
#: What was found, beside what was looked for.
_FOUND = lazily(
    r"\b(?:found|finds|finding that|show(?:ed|s|n|ing)?|suggest\w*|reveal\w*|conclud\w*|report\w*|"
    r"demonstrat\w*|observ(?:ed|ing) (?!for)|not(?:ed|ing)|saw|seen|detect\w*|confirm\w*|prov(?:e|"
    r"es|ed|en|ing)|indicat\w*|support(?:s|ed)?|results?|resulted|led to|leads? to|there (?:was|"
    r"were|is|are)|positive|promising|encouraging|significan\w+|experienced|linked to|"
    r"associated with|which|known|believed|thought)\b",
    0,
)
#: What became of it, in a sentence that does not ask whether it did.
_BECAME = lazily(
    r"\b(?:lowered|improved|increased|reduced|helped|rose|fell|dropped|grew|decreased|declined|"
    r"thickened|gained|got|became|felt|enhanced|boosted|eased|relieved|(?:can|may|might|could|"
    r"does|do|did|will|has|have|had) (?:not )?(?!been\b|to\b)\w+)\b",
    0,
)
#: Where a sentence goes on with something else.
_TURN = lazily(r";|: (?!to )| but | although | though | while | whereas |\s[–—]\s", 0)


def looked_into(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places in a text that tell what is only looked into.

    Examples
    --------
    >>> list(looked_into("The trial looked at its effect on stress."))
    [(0, 41)]
    >>> list(looked_into("The trial looked at its effect on stress and found less."))
    []
    """
    text = small(text)
    if not _HINTS.search(text):
        return
    start = 0
    for end in [*(match.start() for match in _TURN.finditer(text)), len(text)]:
        if _is_aim(text[start:end]):
            yield start, end
        start = end


def _is_aim(part: str) -> bool:
    for pattern in _AIMS:
        match = pattern.search(part)
        if match is None:
            continue
        asked = match.groupdict().get("open") is not None
        if _FOUND.search(part) or (not asked and _BECAME.search(part)):
            return False
        return not (limits(part) or denies(part))
    return False
