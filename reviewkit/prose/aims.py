"""What a sentence only sets out to look at: the aims of studies, and of the text itself.

"The trial looked at the effect of brushing on stress" names an outcome, and does not say that
anything brings it about. An aim beside its finding is read as what is said. What readers want is
told apart in `goals`. The words are general English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewkit.prose.patterns import Hinted, Ways, lazily, small
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
#: How words for a study, an effect and an inquiry begin, as hints are written.
_OF_STUDY = (
    "autho disse exper inves meta paper proje resea revie scien studi study surve team teams thesi "
    "trial"
)
_OF_EFFECT = (
    "assoc benef conne corre effec effic feasi impac influ link links poten relat role safet usefu "
    "value"
)
_OF_INQUIRY = (
    "analy asses compa evalu exami explo inves judge looke measu monit obser recor studi teste"
)
#: The ways of telling an aim; the first that a text has decides whether it asks (`open`).
_AIMS = Ways(
    # a study that looks into something
    Hinted(f"analy asses evalu exami explo how if inves what wheth {_OF_EFFECT} & "
           f"he i it she that they this we which {_OF_STUDY}",
        rf"\b{_STUDY}\b.{{0,80}}?\b(?:(?:look|inquir|enquir|delv)\w* (?:at|into)|{_FIND_OUT}\w*|"
        r"set out to|aim(?:s|ed)? (?:to|at)|sought|seeks?|want(?:s|ed)? to|hoped to|ask(?:s|ed)|"
        r"focus(?:es|ed|ing)? on|concern(?:s|ed|ing))\b.{0,60}?"
        rf"\b(?:{_EFFECT}|(?P<open>{_OPEN}))\b|"
        rf"\b{_STUDY} (?:also |then |further )?(?:examin|investigat|evaluat|assess|explor|"
        r"analy[sz])\w* (?:the|its|their|several|two|three|four)\b|"
        r"\b(?:it|this|they|we|i|that|which|he|she) (?:also |then )?"
        rf"(?:{_FIND_OUT}\w*|look(?:s|ed) (?:at|into)) "
        rf"(?:the |its |what |these |both |possible |any )?(?:\w+ )?{_EFFECT}\b"),
    # anyone who sets out to find out
    Hinted("aim aimed aims carri condu decid desig done hoped order perfo plann seek seeks set "
           "sough tried under wante wishe & to",
        r"(?<!\byou )(?<!\bto )\b(?:aim(?:s|ed)?|sought|seeks?|wanted|hoped|wished|set out|"
        r"decided|tried|designed|conducted|undertaken|performed|carried out|done|planned|"
        rf"in order) (?:\w+ly |better )?to (?:\w+ly |better )?(?:{_FIND_OUT}\w*\b|"
        rf"{_ASK}\b.{{0,25}}?\b(?P<open>{_OPEN})\b)"),
    # an aim that is named as one: "the purpose of this trial was ...", "Objective: to ..."
    Hinted(f"aim aims goal goals objec point purpo & {_OF_STUDY} & of",
        r"\b(?:aim|purpose|objective|goal|point)s? of "
        r"(?:this|the|our|their|a|an|that|such|her|his) "
        rf"(?:[\w-]+ ){{0,3}}?{_STUDY}\b"),
    Hinted("aim aims goal goals idea ideas objec purpo & being is was were & to",
        r"\b(?:aim|purpose|objective|goal|idea)s? (?:\w+ ){0,3}?(?:was|is|were|being) to "
        rf"(?:\w+ly )?(?:{_FIND_OUT}\w*\b|{_ASK}\b.{{0,25}}?\b{_OPEN}\b)"),
    Hinted("to", rf"^(?:in order )?to (?:{_FIND_OUT}\w*\b|{_ASK}\b.{{0,25}}?\b{_OPEN}\b)"),
    Hinted("aim aims goal goals objec purpo",
        r"^\W*(?:objectives?|purpose|aims?|goals?)\b\W+(?:\w+ ){0,6}?(?:to )?"
        rf"(?:{_FIND_OUT}|{_ASK})"),
    # what is looked into, told of itself or of what was done: "its effect on X was measured"
    Hinted(f"{_OF_EFFECT} & {_OF_INQUIRY} & for of on",
        rf"\b{_EFFECT} (?:of|on)\b.*\b(?:was|were|been|be|being|are|is) (?:then |also |\w+ly )?"
        rf"{_INQUIRED}\b|"
        rf"\b(?:was|were|been|be|being) (?:\w+ly )?{_INQUIRED} for (?:\w+ )?(?:possible )?"
        rf"{_EFFECT}\b|"
        rf"\btested\b.{{0,40}} for (?:\w+ )?{_EFFECT} (?:of|on)\b"),
    # what was measured: "the outcome measures were ...", "stress was measured before and after"
    Hinted("endpo indic marke measu outco param varia",
        r"\b(?:outcomes?|outcome measures?|endpoints?|measurements?|parameters?|variables?|indices|"
        r"markers?)\b[^.;:]{0,40}?\b(?:were|was|included?|includes|are|comprised|:)"),
    Hinted("analy asses check evalu exami inves measu teste & been was were",
        r"\b(?:was|were|been) (?:then |also |\w+ly )?(?:measured|assessed|evaluated|examined|"
        r"analy[sz]ed|tested|investigated|checked)(?! to be| as| at \d)\b"),
    # a study named by what it is on, and a title that is no more than that
    Hinted(f"{_OF_STUDY} & {_OF_EFFECT} & about conce into of on regar",
        rf"\b{_STUDY}(?: [\w-]+){{0,6}}? (?:on|of|into|about|regarding|concerning) (?:the |its )?"
        rf"(?:\w+ )?{_EFFECT}\b"),
    Hinted("effec effic impac influ & of",
        r"^(?:: )?(?:the )?(?:effect(?:s|iveness)?|efficacy|impacts?|influence) of\b"
        r"(?!.*\b(?:is|are|was|were|can|may|might|could|will|has|have|had|"
        r"lasts?|includes?|vary|varies|depends?|go|goes|come|comes|extends?|remains?)\b)"),
    # a text that says what it will go into
    Hinted("artic guide let lets page post secti video we & check cover delve discu dive dives "
           "exami expla explo find finds inves look looks revie see sees unpac & "
           f"evide facts if quest resea scien studi wheth {_OF_EFFECT}",
        r"\b(?:we(?:'|’)ll|we will|let(?:'|’)?s(?: us)?|"
        r"this (?:article|post|guide|section|page|video)|"
        r"in this (?:article|post|guide|section|page|video),? we)(?: \w+){0,2}? "
        r"(?:looks?|explores?|examines?|reviews?|discuss(?:es)?|dives?|delves?|unpacks?|checks?|"
        r"sees?|finds? out|explains?|covers?|investigates?)\b.{0,50}?"
        rf"\b(?:evidence|science|research|studies|facts|question|{_EFFECT}|"
        r"(?P<open>whether|if))\b"),
)  # fmt: skip
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
    ways = [way.pattern for way in _AIMS.hinted_in(text)]
    if not ways:
        return
    start = 0
    for end in [*(match.start() for match in _TURN.finditer(text)), len(text)]:
        if _is_aim(text[start:end], ways):
            yield start, end
        start = end


def _is_aim(part: str, ways: Iterable[re.Pattern[str]]) -> bool:
    """Whether a part of a text tells an aim in one of these ways, and not what came of it."""
    match = next(filter(None, (way.search(part) for way in ways)), None)
    if match is None:
        return False
    asked = match.groupdict().get("open") is not None
    if _FOUND.search(part) or (not asked and _BECAME.search(part)):
        return False
    return not (limits(part) or denies(part))
