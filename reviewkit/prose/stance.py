"""Whether a sentence asserts what it links to, denies it, limits it, asks, or reports it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from reviewkit.prose.asking import DOES, asks
from reviewkit.prose.patterns import small

#: Sentences whose parts are kept: they are asked for more than once.
KEPT = 16
Stance = Literal["asserts", "denies", "limits", "asks", "reports"]


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})(?!\w)")


_NOT = "(?:n't|n’t| not)"
_EVIDENCE = (
    "(?:evidence|research|proof|data|stud(?:y|ies)|trials?|science|literature|support|testing|"
    "findings|investigations?|confirmation)"
)
#: Denials that deny nothing, or deny a harm.
_EMPTY = _words(
    "(?:not|nor is that) all(?=[:.])",
    "not (?:only|just|merely|simply|solely|to mention|least|the only|surpris\\w+|unusual|uncommon|"
    "for nothing|without)",
    f"(?:do|does|did|is|are|was|were|has|have){_NOT} (?:only|just|merely|simply|solely|end)",
    "(?:no|without|beyond|little) (?:a )?(?:doubt|question|wonder|surprise|secret)", "no matter",
    f"can(?:not|{_NOT}|'t) (?:hurt|go wrong|beat|be beaten|deny|be denied|be overstated|help but|"
    "wait|recommend|get enough|imagine|live|do without)", "could(?:n't|n’t| not) be",
    "never (?:fails?|failed|felt|been|had|seen)", "whether or not", "why not", "if not",
    f"(?:can(?:not|{_NOT}|'t|’t)|will not|won(?:'|’)t|not) (?:\\w+ ){{1,8}}without",
    f"(?:do|does|will){_NOT} (?:(?:cause|do) (?:any )?(?:harm|damage|side|pain|"
    "irritation)|damage|harm|hurt|irritate)", "no longer",
)  # fmt: skip
#: "It does not (really) ...", with a subject, outside "if", "when" and "who".
_NEGATED = re.compile(
    rf"(?P<before>(?:\b[\w'’-]+,? )?)\b(?:(?:do|does|did|will|would|could){_NOT}|can(?:not| not|"
    rf"'t|’t)|won(?:'|’)t|never) (?:(?:\w+ly|even|yet|also|ever|itself|by itself|in fact) )?"
    rf"(?:{DOES})\b(?P<after>(?: any\b)?)"
)
#: "It did not ...", whatever the verb, but for those that deny nothing of what it is good for.
_NOT_DONE = re.compile(
    rf"\b(?:it|this|that|these|they|which) (?:(?:do|does|did|will|would|could){_NOT}|"
    r"won(?:'|’)t) (?:(?:\w+ly|even|yet|also|ever) )?"
    r"(?!(?:need|require|cost|hurt|harm|take|involve|use|leave|contain|damage|irritate|matter|stop|"
    r"end|mean|have|pull|tug|feel|seem|include|come|go|sound|look|last|know|want|like|say|think|"
    r"believe|surprise|always|necessarily|only|just|merely|all)\b)\w"
)
#: Of what `_NEGATED` finds, each holds one of these; few sentences do.
_NEGATIVE = re.compile("n['’]t|not|never")
_CONDITION = re.compile(
    r"\b(?:if|when|whenever|unless|where|who|whose|because|until|once|that you|so that|what)\b"
    r"[^,;:]{0,60}$"
)
#: Characters before a denial that are looked at for a condition.
FAR = 80
_READERS = frozenset({"you", "we", "i"})
_DENIES = _words(
    "(?:has|have|had|with|shows?|showed|shown|found|find|finds|was|were|is|makes?|made|saw|see|"
    "of|to|little (?:to|or)|offers?|there(?:'|’)s|having|into) no (?!side|"
    "adverse)(?:\\w+ ){0,3}(?:effects?|"
    "impact|benefits?|influence|bearing|use|role|"
    "differences?|changes?|improvements?|increases?|reductions?|gains?|link|connection|"
    "correlation|relation\\w*|association|way)",
    "no (?:significant |measurable |real |noticeable |clear |added |such |direct |"
    "meaningful |lasting )?(?:effects?|differences?|changes?|improvements?|"
    "benefits?|impact)(?! (?:of|from) (?:medication|drugs))", "(?:is|are|just) (?:just |only |"
    "simply )?an? (?:complete |common |pure )?(?:myth|hoax|scam|gimmick|fad)", "myths?:",
    "(?:are|is|was|were|be) (?:\\w+ ){0,2}?(?:ineffective|useless|untrue|false|pointless|unlikely|"
    "unaffected|unchanged|a waste)", "unlikely to", "(?:stays?|stayed|remain(?:s|ed)?|left) "
    "(?:\\w+ )?(?:unchanged|the same|as (?:it|they) (?:was|were)|unaffected)",
    f"(?:(?:is|are|was|were){_NOT}|not) (?:\\w+ly )?(?:effective|true|different|associated|linked|"
    "related|improved|increased|reduced|changed|affected|better|possible|the case|significant|"
    "a (?:\\w+ )?(?:way|treatment|remedy|solution)|due to)",
    "(?:do|does)(?:n't|n’t| not) (?:believe|think)", "did nothing",
    "do(?:es)? (?:next to |almost )?nothing",
    "(?:do(?:es)?|did) (?:very |so |rather )?little (?:for|to|about|against)",
    "fail(?:ed|s|ing)? to", "debunk\\w*", "impossible to",
    "(?:hardly|barely|scarcely) (?:any|chang\\w+|differ\\w+|affect\\w+|improv\\w+)",
    "(?:very )?little (?:effect|difference|benefit|impact)",
    "contrary to", "neither (?!of)", "nor (?:does|do|did|is|was|will|can)",
    "nothing to do with", "(?:answer|word|short|verdict)(?: is|:) no", "no(?=:)",
    "no more (?:effective|than)", "not (?:credit|thanks to)",
    "no (?:better|worse|more \\w+|(?!longer|other|further|matter)\\w+er),? (?:\\w+, )?than",
    f"(?:{_NOT}|never) (?:\\w+ ){{1,5}}any (?:more|better|\\w+er)",
    "(?:help|calm|reliev|eas|cur|chang|improv)(?:s|ed|es) (?:nobody|no one|none)",
    "(?:is|are) (?:simply |just |plain )?(?:wrong|mistaken|overselling|lying|misinformed)",
    "ma(?:k(?:es?|ing)|de) (?:[\\w-]+ ){0,4}?worse", "aggravat(?:es?|ed|ing)", "backfires?",
)  # fmt: skip
_LIMITS = _words(
    f"(?:no|little|limited|insufficient|scant|scarce|weak|lack of|lacks?|lacking|not enough|"
    f"not much|isn(?:'|’)t much|(?<!a )few|sparse|thin|poor|low[- ]quality|absence of|any|"
    f"only) (?:[\\w-]+ "
    f"){{0,4}}?{_EVIDENCE}(?<!any evidence)(?<!any studies)(?<!any research)",
    f"{_EVIDENCE} (?:[\\w’'-]+ ){{0,6}}?(?:is|are|remains?|was|were|being|seems?|has been|stays?)"
    f"(?:{_NOT})? (?:\\w+ ){{0,3}}?(?:limited|lacking|scarce|weak|mixed|thin|sparse|inconclusive|"
    "preliminary|scant|small|few|early|young|poor|slim|low|needed|missing|conflicting|"
    "contradictory|conclusive|definitive|robust|strong|good quality|quality|clear|solid|patchy|"
    "in its infancy|enough|uncontrolled|flawed|anecdotal|required|warranted|ongoing)"
    f"(?<!are strong)(?<!is strong)(?<!is clear)(?<!are clear)(?<!is robust)(?<!is solid)"
    f"(?<!is conclusive)(?<!is definitive)(?<!is growing)",
    "(?:more|further|larger|broader|additional|bigger|better|longer|future|larger-scale|"
    "well-designed|rigorous|high-quality|controlled) (?:[\\w-]+,? ){0,3}(?:research|"
    "stud(?:y|ies)|trials|evidence|investigation|work|data)(?: \\w+){0,6} (?:is|are|be|will be|"
    "would be|still)?\\s?(?:\\w+ )?(?:needed|required|necessary|called for|warranted|essential|"
    "to (?:confirm|know|establish|tell|verify|determine|prove|be done)|must|should)",
    "(?:need(?:s|ed)?|require[sd]?|await(?:s|ing)?|calls? for) (?:\\w+ )?(?:more|further|larger|"
    f"bigger|better|additional) (?:[\\w-]+ ){{0,3}}{_EVIDENCE}",
    f"more {_EVIDENCE}(?! (?:shows?|supports?|suggests?|points?))",
    "(?:stud(?:y|ies)|trials?|samples?|research|both|they|it|which|one|evidence|group) "
    "(?:[\\w-]+ ){0,3}(?:is|are|was|were|remains?|being) "
    "(?:(?:very|quite|relatively|also|rather|fairly|too|only|a|all|extremely|both|"
    "just) ){0,3}small",
    "small(?:er)? (?:sample|size|numbers?|scale and|and (?:\\w+ )?(?:un|short|brief))",
    "(?:only|just|mostly|mainly) (?:[\\w-]+ ){0,3}small", "too small",
    f"(?:has|have|had|is|are|was|were)(?:{_NOT}| yet to| never) (?:yet |always |actually |"
    "necessarily |fully |\\w+ly )?(?:been |be )?(?:\\w+ly )?(?:proven|proved|shown|studied|"
    "demonstrated|established|confirmed|tested|supported|backed|known|clear|understood|certain|"
    "conclusive|explored|validated|verified|compared|approved|generali[sz]\\w+|evaluated)",
    "(?:not|never) (?:yet )?(?:(?:been|scientifically|clinically|fully|entirely|well|completely|"
    "definitively) ){0,3}(?:proven|proved|known|clear|understood|certain|established|"
    "verified)", "yet to (?:be|confirm|prove|show|see)", "unproven", "unclear", "uncertain(?:ty)?",
    "unverified", "unsubstantiated", "untested", "remains? to be seen", "jury(?: is|(?:'|’)s)? "
    "(?:still )?out", "too (?:early|soon)", "(?:little|not much|less) is known",
    "no one (?:really )?"
    "knows", "nobody (?:really )?knows", "(?:hard|difficult|impossible|too early) to "
    "(?:say|know|tell|measure|prove|conclude|draw|attribute|separate|pin)", "no (?:\\w+ )?"
    "(?:control|comparison|placebo|control group|consensus|guarantees?|miracles?|magic|"
    "substitute|replacement|cure|cure-all|final answer|definitive answer|clear answer|"
    "promises?|randomi[sz]\\w+)(?! for (?:the )?(?:professional|experience|feeling|touch))",
    "(?:without|lack(?:s|ed|ing)?|nor) (?:a |any )?(?:\\w+ )?(?:control|comparison|placebo)\\b",
    "(?:nothing|nobody|no one|none|not) (?:\\w+ ){0,5}(?:controlled|randomi[sz]ed|blinded|"
    "comparison|control group)",
    "uncontrolled", "inconclusive", "limitations?", "bias(?:ed)?", "subjective(?:ly)?",
    "self[- ]report\\w* (?:\\w+ )?(?:only|alone|bias)", "(?:only|merely|mostly|purely|largely|"
    "mainly|just) anecdotal", "anecdotal at best", "at best", "grain of salt", "with caution",
    "caution(?:s|ed|ary)?(?: that| against)?", "overstat\\w+", "exaggerat\\w+", "hype",
    f"(?:(?:is|are){_NOT}|not|never|neither|isn(?:'|’)t|rather than|than|as) (?:necessarily |"
    "really |exactly |quite |intended (?:as |to be )?|meant (?:as |to be )?|to be |be |as |"
    "so much )*"
    "(?:an? |the )?(?:\\w+ ){0,2}?"
    "(?:cures?|cure-all|miracles?|magic|substitutes?|replacements?|guarantee\\w*|silver bullet|"
    "panacea|quick fix|instant|overnight|replace|stand-?alone|main (?:course|treatment)|"
    "sole|medical treatment|medical advice|for everyone|everyone|every (?:case|person|type)|"
    "all (?:cases|types|people)|always)",
    f"(?:do|does|did|will|can|could|should|may|might)(?:{_NOT}) (?:\\w+ )?(?:cure|replace|"
    "substitute|guarantee|solve|mean|prove|happen|swap|"
    "work for (?:everyone|all)|be (?:your|the|a) (?:only|sole)|be (?:seen|used|relied|considered|"
    "treated|taken|viewed))",
    "won(?:'|’)t (?:\\w+ )?(?:cure|replace|happen|work for (?:everyone|all))",
    "can(?:not|'t|’t| not) (?:\\w+ )?(?:cure|replace|guarantee|promise|be (?:seen|used|relied|"
    "generali[sz]ed|sure|certain|attributed|ruled|told))",
    "(?:may|might) not(?! only| just)", "not (?:all|every|everyone)", "n(?:'|’)t for everyone",
    "do(?:n't|n’t| not) (?:swap|replace|expect|rely|count|stop|skip|give up|abandon|"
    "rush to|trade|substitute|depend)",
    "(?:results?|effects?|people|individuals?|everyone|responses?|experiences?|it) (?:\\w+ ){0,4}"
    "(?:var(?:y|ies|ied)|differs?|depends?)", "varies (?:from|between|by|with|depending)",
    "(?:vary|varying) (?:from|between|by|depending|based|greatly|widely)", "people differ",
    "(?:alone|by itself|on its own)(?:,)? (?:\\w+ ){0,2}(?:is|may|will|won(?:'|’)t|cannot|"
    "can(?:'|’)t|isn(?:'|’)t|does|might|would)(?: not|n't|n’t| only| be enough| never| unlikely|"
    " insufficient| hardly)*", "(?:by itself|alone|on its own) it (?:is|will|may)",
    "best (?:seen|used|thought of|viewed|considered|regarded|combined) (?:\\w+ )?(?:as|with|"
    "alongside|in)", "only (?:temporary|temporarily|short|one piece|part of)",
    "(?:temporary|short-lived|modest)", "(?:one|a) (?:part|piece|component|element|tool|"
    "aspect) (?:of|in) (?:a|the|your|an?) (?:\\w+ )?(?:larger|wider|broader|bigger|whole|overall|"
    "comprehensive|treatment|complete|holistic|full|plan|puzzle)",
    "part of (?:a|an) (?:\\w+ )?(?:larger|wider|broader|bigger|overall|comprehensive|complete|"
    "treatment|management)", "(?:supplement|complement|addition|adjunct|extra) (?:to|alongside|and)"
    " (?:\\w+ )?(?:not|rather|conventional|medical|other|prescribed|standard|proven)",
    "(?:rather than|instead of|not in place of|in place of|take the place of) (?:an? |the |your )?"
    "(?:\\w+ )?(?:cure|treat\\w*|medic\\w*|proven|prescri\\w*|professional (?:care|advice|help)|"
    "doctor)", "tak(?:e|es|ing) (?:weeks|months|time|patience|a while|several|up to|at least)",
    "(?:be|requires?|takes?|need) (?:\\w+ )?(?:patien\\w+)", "before (?:anything|any change|"
    "you (?:see|notice))", "should(?:n't|n’t| not) (?:\\w+ )?be",
    "(?:neither|none of the|no) (?:\\w+ )?(?:changes?|effects?|differences?|gains?|drops?|rises?) "
    "(?:is|are|was|were) (?:\\w+ly )?(?:large|big|great|strong|clear|significant)",
    "(?:nobody|no one|none of (?:this|it|them|these)|neither) (?:has|have|had|is|was|were) "
    "(?:\\w+ )?(?:been )?(?:proven|proved|shown|tested|studied|looked|confirmed|established|"
    "measured)",
    f"(?:we|scientists|researchers|experts|doctors) (?:do|can)(?:no)?(?:{_NOT}|'t|’t|t) "
    "(?:\\w+ )?(?:know|say|tell|be sure)",
    f"ha(?:s|ve){_NOT} (?:yet |so far )?(?:found|been able)", "only (?:a few )?hints",
    "(?:some|others?) (?:\\w+ )?only",
    "for some(?: people)?,? (?:but |and )?not (?:for )?(?:others|all|everyone)",
    "not for long", "at least for (?:a while|an hour|a time|now|a day)",
    "poorly (?:done|designed|conducted|controlled|run)", "anyone(?:'|’)s guess",
    "(?:hardly|scarcely|barely) enough",
    "only (?:\\w+ ){0,3}for (?:a|an|one|some) (?:\\w+ )?(?:hours?|minutes?|while|time|days?|"
    "evening)",
    "mixed (?:results|findings|evidence)",
    "(?:results|findings|evidence) (?:is|are|was|were) mixed",
    "nor (?:can|will|does|should) (?:it|this|that|they) (?:replace|take the place|cure)",
    f"(?:cannot|can(?:'|’)t|{_NOT}|never) (?:take the place of|stand in for)",
    "(?:take|treat) (?:this|these|it|them|that|the \\w+) with", "marginal\\w*",
    "only (?:slight|small|minor|"
    "modest|a slight|a small|a minor|a modest)\\w*", "rests? on (?:just |only )?(?:two|one|a "
    "single|a few|a handful)", "falls? (?:well )?(?:short|below)", "well below",
    "confirmation bias", "placebo effect",
    "(?:a|one|just one) single (?:study|trial)", "too (?:little|few|small) to",
    "whether\\b.*\\bdepends?",
    "no (?:scientific )?(?:value|basis|validity)",
    "low (?:quality|certainty)",
    f"(?:do|does|did){_NOT} (?:yet )?(?:show|prove|suffice)", "but not significantly",
    "(?:not|n't|n’t) of (?:\\w+ ){0,2}(?:high|good|great) quality",
    "(?:because|as|since) (?:they|people) (?:expected|hoped|wanted|were hoping)",
    f"calls for (?:more|further|better) {_EVIDENCE}",
)  # fmt: skip
#: A limit that is only a frame: "in a small study", "one small trial found".
_BELIEF = (
    "believed|thought|said|claimed|reputed|rumou?red|purported|supposed|credited|"
    "touted|hailed|praised|lauded|talked up|alleged|marketed|advertised|"
    "reckoned|presumed|assumed"
)
_PEOPLE = (
    "proponents|practitioners|advocates|defenders|backers|friends|fans|enthusiasts|supporters|"
    "critics|sellers|brands|parlou?rs|hundreds|thousands|"
    "companies|manufacturers|people|users|influencers|believers|followers|folks|devotees|"
    "clients|customers|reviewers|women|men|sufferers|individuals|others|ayurveda|tradition|"
    "legend|folklore|lore|ancient \\w+|healers|anecdotes|word of mouth|stylists|salons|spas"
)
_SAY = (
    "believe[sd]?|says?|said|claim(?:s|ed)?|swears?|argues?|maintain|insists?|think|reckon|"
    "hold|holds|attest|raves?|raved|rave about|tout|suspect|feel that|boast|assert|contend|has it"
)
_REPORTS = _words(
    "(?:is|are|was|were|been|be) (?:(?:also|still|long|even|\\w+ly|often|sometimes|now|been|by "
    f"\\w+|in \\w+) ){{0,3}}(?:{_BELIEF})(?= (?:to|that|as|by|for|with|a|an|the|good|beneficial|"
    "one|great|helpful|among|important|essential)\\b)",
    "according to (?:\\w+ )?(?:ayurved\\w*|tradition\\w*|folklore|legend|practitioners|proponents|"
    "believers|users|fans|some|reiki|many|ancient|popular|chinese|advocates|lore)",
    f"(?:some|many|most|few|plenty|lots|"
    f"a lot)(?: of)?(?: the)?(?: [\\w-]+)?(?: [\\w-]+)? (?:{_SAY})",
    f"(?:{_PEOPLE}) (?:[\\w-]+ly |also |often |have |who \\w+ \\w+ |still |even )?(?:{_SAY})",
    "(?:those|people) who (?:\\w+ ){1,4}(?:believe|say|claim|argue|swear)",
    "(?:you|we)(?: may| might| often|(?:'|’)ve| have)? (?:hear|heard) that", "both (?:\\w+ )?"
    "(?:say|claim|swear|believe)", "they (?:say|said|claim|claimed|believe|believed)",
    "(?:it(?: is|(?:'|’)s)|it was) "
    "(?:\\w+ )?(?:said|believed|thought|claimed|rumou?red)", "supposedly", "allegedly",
    "so-called", "supposed(?= \\w+)", "by (?:this|that|one) theory", "anecdotes of",
    "go so far as to say", "(?:assures?|tells?|told) (?:you|me|everyone) (?:that|of|how|it)",
    "(?:texts|sources|writings) (?:say|claim|hold)", "purportedly", "reputedly", "reportedly",
    "the (?:belief|idea|thinking|theory|"
    "claim|thought|notion|rumou?r) (?:is|was|goes|behind|being)", "school of thought",
    "(?:there is|there(?:'|’)s) (?:some |a )?(?:suggestion|belief|claim|talk|rumou?r)",
    "belief (?:that|is|in)", "claims? (?:that|of|about|to)", "anecdotally",
    "(?:swear|sworn) by", "says? (?:one|another)", "said to", "believed to", "thought to",
    "(?:she|he|i|everyone|everybody|(?:my|our|her|his) [\\w-]+) (?:had |has |always |still )*"
    "(?:swears?|swore|insist(?:s|ed)|claims?|claimed|vow(?:s|ed)|(?:was|is|were) "
    "(?:sure|convinced))",
    "(?:word|legend|rumou?r|hearsay|lore) has it", "(?:widely|commonly|generally|popularly) held",
    "(?:its|the|their) (?:makers?|sellers?|manufacturers?|marketers?|adverts?|ads?|brands?|labels?|"
    "leaflets?) (?:say|claim|promise|boast|tell)s?", "folk (?:wisdom|belief|tradition) \\w+s that",
    "in (?:folk|traditional|popular) (?:medicine|healing|lore|belief)",
    "(?:if you|to) believe (?:the )?(?:adverts?|ads|hype|internet|posts|makers|brands)",
    "(?:posts|videos|blogs|threads|forums|comments) (?:\\w+ )?(?:praise|rave|hail|credit|claim|"
    "say)",
    "(?:ancients|ancestors|forebears|old-timers) (?:\\w+ )?(?:thought|believed|held|swore|said)",
    "would have (?:you|us) believe", "(?:has|have|had) a (?:\\w+ )?(?:reputation|name) (?:for|as)",
    "a (?:friend|neighbour|neighbor|colleague|client|cousin) (?:once )?(?:told|tells|assured)",
    "i(?:(?:'|’)ve| have)? (?:often )?heard (?:that|it said)",
    "old wives", "promis(?:e|es|ed) (?:to|that|you)", "(?:it|they|which) promis(?:e|es|ed)",
    "(?:texts|books|writings|sources) (?:[\\w']+ )?(?:say|claim|hold|teach)",
)  # fmt: skip
#: The tag of a quotation that no expert speaks: "..., says one user".
_TAG = re.compile(
    r"[”\"’'],? (?:says?|said|claims?|claimed|writes?|wrote|gushe[sd]|raves?|raved) "
    r"(?:one|another|a|an|many|some|users|fans)\b(?! (?:[\w-]+ ){0,2}(?:doctor|dermatologist|"
    r"professor|therapist|scientist|researcher|surgeon|trichologist|expert|specialist|physician|"
    r"neurologist))"
)
#: Where a part of a sentence begins that may be taken otherwise than the rest.
_TURNS = re.compile(
    r"\b(?:but(?! also)|yet(?= (?:the|it|they|there|a|this|many|some|word))|though|although|"
    r"while|whilst|whereas|despite)\b|;|\s[–—]\s"
)
#: What a "but" goes on with, and what stands after one that has no verb of its own.
_GOES_ON = re.compile(r"\bnot (?:only|just|merely|simply)\b[^.;]*$")
_FRAGMENT = re.compile(
    r"(?:but|though|although|yet) (?:not|only|just|barely|hardly|never) \w+[.,!]?$"
)
#: How a last part begins that takes back what stands before it.
_WEAKENS = re.compile(r"(?:but|yet|;|\s[–—]) ")
#: Characters within which "Though, as I said, ..." opens before its own comma.
FRONT = 12
_FRONTED = re.compile(r"^(?:\w+, )?(?:though|although|while|whilst|despite)\b")


def stance(text: str, places: tuple[int, ...] = ()) -> Stance:
    """Return the stance of a sentence towards what it speaks of.

    `places` are where its claims stand: a denial or a limit on the other side of a "but" leaves
    them alone.

    "Not only" and "more than just" deny nothing; "studies show" asserts; a belief or a saying
    that is given as others' is reported.
    """
    text = small(text)
    if asks(text):
        return "asks"
    part = _EMPTY.sub(" ", _deciding(text, places))
    if _LIMITS.search(part):
        return "limits"
    if _denies(part):
        return "denies"
    return "reports" if _REPORTS.search(part) or _TAG.search(text) else "asserts"


#: What a limit speaks of that weakens a claim: what is shown, or how much there is to it.
_SHOWN = _words(
    _EVIDENCE, "prove[nsd]?", "unproven", "unclear", "unknown", "known", "shown", "cures?",
    "miracles?", "magic", "substitutes?", "guarantees?d?", "replac\\w+", "limited", "limits?",
    "anecdot\\w+", "subjective\\w*", "inconclusive", "uncertain", "depends?", "var(?:y|ies)",
    "alone", "only", "not", "cannot", "little", "small", "modest", "slight", "enough",
)  # fmt: skip


def limits_what_is_shown(text: str) -> bool:
    """Whether a sentence that limits speaks of what is shown, or of how much there is to it."""
    return _SHOWN.search(text) is not None


def _denies(part: str) -> bool:
    if _DENIES.search(part):
        return True
    if not _NEGATIVE.search(part):
        return False
    if any(
        not _CONDITION.search(part, max(0, match.start() - FAR), match.start())
        for match in _NOT_DONE.finditer(part)
    ):
        return True
    for match in _NEGATED.finditer(part):
        subject = match["before"].strip(" ,")
        told = match.start() + len(match["before"])
        if not subject or (subject in _READERS and not match["after"]):
            continue
        if not _CONDITION.search(part, max(0, told - FAR), told):
            return True
    return False


def _deciding(text: str, places: tuple[int, ...]) -> str:
    """Return the last part of a sentence, parted by "but" and its like, that holds a claim.

    A concession before it ("though studies are few, ...") yields. All of the text if no claim is
    placed.
    """
    edges = _edges(text)
    held = [text[a:b] for a, b in pairwise(edges) if any(a <= place < b for place in places)]
    return held[-1] if held else text


@lru_cache(maxsize=KEPT)
def _edges(text: str) -> tuple[int, ...]:
    """Return where the parts of a sentence that may be taken apart begin, and where it ends."""
    turns = [
        match.start()
        for match in _TURNS.finditer(text)
        if not (match[0] == "but" and _GOES_ON.search(text, 0, match.start()))
        and not _FRAGMENT.match(text, match.start())
    ]
    if _FRONTED.search(text) and (comma := text.find(",", FRONT)) > 0:
        turns = sorted({*turns[1:], comma})
    return (0, *turns, len(text))


def weakened(text: str, places: tuple[int, ...]) -> bool:
    """Whether a sentence ends on a limit, beyond the part that its claims stand in.

    "It lowers stress, but the studies are small" and "although it lowers stress, that is unproven"
    limit, as sentences, what they assert before.
    """
    text = small(text)
    *_, begins, _ = edges = _edges(text)
    if len(edges) == 2 or any(begins <= place for place in places):  # noqa: PLR2004  # one part
        return False
    turned = _WEAKENS.match(text, begins) or (_FRONTED.search(text) and text[begins] == ",")
    return bool(turned) and _LIMITS.search(text, begins) is not None
