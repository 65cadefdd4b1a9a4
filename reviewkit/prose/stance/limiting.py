"""Limits: what a sentence says of its evidence, of how much there is to it, and for whom."""

from __future__ import annotations

from reviewkit.prose.patterns import Words

_NOT = "(?:n't|n’t| not)"
_EVIDENCE = (
    "(?:evidence|research|proof|data|stud(?:y|ies)|trials?|science|literature|support|testing|"
    "findings|investigations?|confirmation|experiments?)"
)
#: What is said of the evidence.
_OF_EVIDENCE = Words(
    "await call calls come comes confi data drawn evide exper findi inves liter mean mixed "
    "more need neede needs proof prove relie rely requi resea rest rests say scien selfr "
    "settl show singl studi study suppo tell testi trial work",
    f"(?:no|little|limited|insufficient|scant|scarce|weak|lack of|lacks?|lacking|not enough|"
    f"not much|isn(?:'|’)t much|(?<!a )few|sparse|thin|poor|low[- ]quality|absence of|any|"
    f"only) (?:[\\w-]+ "
    f"){{0,4}}?{_EVIDENCE}(?<!any evidence)(?<!any studies)(?<!any research)",
    f"{_EVIDENCE}(?:, however,)? (?:[\\w’'-]+ ){{0,10}}?(?:is|are|remains?|was|were|being|seems?|has been|stays?)"
    f"(?:{_NOT})? (?:\\w+ ){{0,3}}?(?:limited|lacking|scarce|weak|mixed|thin|sparse|inconclusive|"
    "preliminary|scant|small|few|early|young|poor|slim|low|needed|missing|conflicting|"
    "contradictory|conclusive|definitive|robust|strong|good quality|quality|clear|solid|patchy|"
    "in its infancy|enough|uncontrolled|flawed|anecdotal|required|warranted|ongoing|wanting|tiny|rare|nil|murk\\w+|lukewarm|"
    "shaky|flimsy|meag(?:re|er)|slender|non-?existent|absent|incomplete|unconvincing|divided|split|called for|"
    "unblinded|hard to find|in short supply)"
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
    "mixed (?:results|findings|evidence)",
    "(?:results|findings|evidence) (?:is|are|was|were) mixed",
    "(?:a|one|just one) single (?:study|trial)",
    f"{_EVIDENCE} (?:\\w+ )?(?:comes?|rests?|is drawn|relies|rely) (?:\\w+ )?(?:on|from) (?:only |just |mostly |mainly )?(?:animals?|mice|rats|"
    "one|two|a (?:single|few|handful)|small|surveys?|people(?:'|’)s)",
    f"{_EVIDENCE} (?:\\w+ )?(?:cannot|can(?:'|’)t|do(?:es)?{_NOT}) (?:yet )?(?:tell|say|settle|support)",
    f"{_EVIDENCE}(?: \\w+)? (?:prove|show|mean)s? (?:nothing|little)",
    "(?:larger|bigger|better|more|future|further|longer) (?:\\w+ )?(?:trials|studies|research) (?:will (?:have to|tell|show)|has to|have to|need to|needs to)",
    "in (?:one|some) (?:\\w+ )?(?:study|studies|trials?),? (?:but |and )?(?:not|rose|fell|went|none|stayed)",
    "self-?reports? (?:are|is|can)",
)  # fmt: skip

#: How much there is to it.
_LITTLE = Words(
    "below fall falls lived long longe low margi modes only rest rests small tempo too",
    "(?:stud(?:y|ies)|trials?|samples?|research|both|they|it|which|one|evidence|group) "
    "(?:[\\w-]+ ){0,3}(?:is|are|was|were|remains?|being) "
    "(?:(?:very|quite|relatively|also|rather|fairly|too|only|a|all|extremely|both|"
    "just) ){0,3}small",
    "small(?:er)? (?:sample|size|numbers?|scale and|and (?:\\w+ )?(?:un|short|brief))",
    "(?:only|just|mostly|mainly) (?:[\\w-]+ ){0,3}small",
    "too small",
    "marginal\\w*",
    "only (?:slight|small|minor|"
    "modest|a slight|a small|a minor|a modest)\\w*",
    "rests? on (?:just |only )?(?:two|one|a "
    "single|a few|a handful)",
    "falls? (?:well )?(?:short|below)",
    "well below",
    "too (?:little|few|small) to",
    "low (?:quality|certainty)",
    "(?:temporary|short-lived|modest)",
    "only in (?:a few|a handful|two|three|one|some)",
    "(?:rarely|seldom|not) for long(?:er)?",
)  # fmt: skip

#: What is denied of proof, of reach or of cure.
_NOT_SHOWN = Words(
    "aband able alone answe basis be bet blind but certa chang claim clear compa confi "
    "contr count cure depen desig diffe drop drops effec estab expec found gain gains give "
    "guara idea inten itsel know known knows lack lacke lacki lacks last let long looke "
    "match may meant measu might n n't neith never no nobod nor not one own place promi "
    "proof prove quali rando rely repla rise rises rush say scien settl shoul show shown "
    "signi skip stand stop studi subst suffi suita suite sure swap t tell teste trade trial "
    "under valid value verif wheth witho would yet"
    f"(?:has|have|had|is|are|was|were)(?:{_NOT}| yet to| never(?! been (?:shown|seen))) (?:yet |always |actually |"
    "necessarily |fully |\\w+ly )?(?:been |be )?(?:\\w+ly )?(?:proven|proved|shown|studied|"
    "demonstrated|established|confirmed|tested|supported|backed|known|clear|understood|certain|"
    "conclusive|explored|validated|verified|done|tried|examined|measured|replicated|repeated|settled|compared|approved|generali[sz]\\w+|evaluated)",
    "(?:not|never) (?:yet )?(?:(?:been|scientifically|clinically|fully|entirely|well|completely|"
    "definitively) ){0,3}(?:proven|proved|known|clear|understood|certain|established|"
    "verified)",
    "yet to (?:be|confirm|prove|show|see)",
    "(?:little|not much|less) is known",
    "no one (?:really )?"
    "knows",
    "nobody (?:really )?knows",
    "no (?:\\w+ )?"
    "(?:control|comparison|placebo|control group|consensus|guarantees?|miracles?|magic|"
    "substitute|replacement|cure|cure-all|final answer|definitive answer|clear answer|"
    "promises?|randomi[sz]\\w+)(?! for (?:the )?(?:professional|experience|feeling|touch))",
    "(?:without|lack(?:s|ed|ing)?|nor) (?:a |any )?(?:\\w+ )?(?:control|comparison|placebo)\\b",
    "(?:nothing|nobody|no one|none|not) (?:\\w+ ){0,5}(?:controlled|randomi[sz]ed|blinded|"
    "comparison|control group)",
    f"(?:do|does|did|will|can|could|should|may|might)(?:{_NOT}) (?:\\w+ )?(?:cure|replace|"
    "substitute|guarantee|solve|mean|prove|happen|swap|"
    "work for (?:everyone|all)|be (?:your|the|a) (?:only|sole)|be (?:seen|used|relied|considered|"
    "treated|taken|viewed))",
    "won(?:'|’)t (?:\\w+ )?(?:cure|replace|happen|work for (?:everyone|all))",
    "can(?:not|'t|’t| not) (?:\\w+ )?(?:cure|replace|guarantee|promise|be (?:seen|used|relied|"
    "generali[sz]ed|sure|certain|attributed|ruled|told))",
    "(?:may|might) not(?! only| just)",
    "not (?:all|every|everyone)",
    "n(?:'|’)t for everyone",
    "do(?:n't|n’t| not) (?:swap|replace|expect|rely|count|stop|skip|give up|abandon|"
    "rush to|trade|substitute|depend)",
    "should(?:n't|n’t| not) (?:\\w+ )?be",
    "(?:neither|none of the|no) (?:\\w+ )?(?:changes?|effects?|differences?|gains?|drops?|rises?) "
    "(?:is|are|was|were) (?:\\w+ly )?(?:large|big|great|strong|clear|significant)",
    "(?:nobody|no one|none of (?:this|it|them|these)|neither) (?:has|have|had|is|was|were) "
    "(?:\\w+ )?(?:been )?(?:proven|proved|shown|tested|studied|looked|confirmed|established|"
    "measured)",
    f"(?:we|scientists|researchers|experts|doctors) (?:do{_NOT}|can(?:not|{_NOT}|'t|’t)) "
    "(?:\\w+ )?(?:know|say|tell|be sure)",
    f"ha(?:s|ve){_NOT} (?:yet |so far )?(?:found|been able)",
    "for some(?: people)?,? (?:but |and )?not (?:for )?(?:others|all|everyone)",
    "not for long",
    "nor (?:can|will|does|should) (?:it|this|that|they) (?:replace|take the place|cure)",
    f"(?:cannot|can(?:'|’)t|{_NOT}|never) (?:take the place of|stand in for)",
    "no (?:scientific )?(?:value|basis|validity)",
    f"(?:do|does|did){_NOT} (?:yet )?(?:show|prove|suffice)",
    "but not significantly",
    "(?:not|n't|n’t) of (?:\\w+ ){0,2}(?:high|good|great) quality",
    "(?:nobody|no one|not one(?: of (?:\\w+ ){0,3}?\\w+)?|neither(?: \\w+)?) (?:has|have|had) (?:\\w+ ){0,2}?(?:been )?(?:\\w+ly )?"
    "(?:\\w+ed|shown|proven|done|run|found|put)",
    "(?:nobody|no one|who|nobody really) (?:can|could|knows?|will) (?:say|tell|promise|know|be sure)", "who knows(?! (?:her|his|their|how|what))",
    f"(?:is|are)(?:{_NOT}| no| hardly) proof",
    "not in (?:humans|people|us)",
    f"would(?:{_NOT}) (?:bet|expect|swear|rely|count|go so far)",
    "not (?:[\\w-]+ ){0,4}(?:on its own|by itself|alone)",
    "(?:on its own|by itself|alone),? (?:no|not)",
    f"(?:(?:do|does|did|will|may|might){_NOT}|won(?:'|’)t|never) last",
    f"(?:do|does|should){_NOT} (?:let|bet)",
    "can(?:not|'t|’t| not) (?:prove|know|say|tell)(?! enough| no| the difference| you how| how)",
    "no(?: [\\w-]+)? (?:stand-in|stand in|match for)",
    "but not (?:for|in|on|with|among) (?!only|just)\\w+",
    f"(?:is|are){_NOT} (?:meant|intended|designed|suitable|suited) (?:for|to|as)",
    "no idea (?:whether|if)",
    f"(?:is|are){_NOT} (?:a )?(?:science|clinical trial|trial)",
    "whether\\b.*\\b(?:is|was) not (?:what|clear|known|something)",
    f"(?:should|would|must|can|could|do)(?:{_NOT}) claim",
    "neither (?:is|are) (?:an? )?(?:stand-in|substitute|replacement|cure)",
    f"(?:neither|no|none of the) (?:\\w+ )?{_EVIDENCE} (?:can|could|does|did|will) (?:yet )?(?:tell|say|answer|settle)",
)  # fmt: skip

#: What it does not stand in for.
_NO_CURE = Words(
    "addit adjun advic all alway bulle case compl cure cures every extra fix guara insta "
    "inste magic main medic mirac overn panac perso place rathe repla sole stand subst "
    "suppl type",
    f"(?:(?:is|are){_NOT}|not|never|neither|isn(?:'|’)t|rather than|than|as) (?:necessarily |"
    "really |exactly |quite |intended (?:as |to be )?|meant (?:as |to be )?|to be |be |as |"
    "so much )*"
    "(?:an? |the )?(?:\\w+ ){0,2}?"
    "(?:cures?|cure-all|miracles?|magic|substitutes?|replacements?|guarantee\\w*|silver bullet|"
    "panacea|quick fix|instant|overnight|replace|stand-?alone|main (?:course|treatment)|"
    "sole|medical treatment|medical advice|for everyone|everyone|every (?:case|person|type)|"
    "all (?:cases|types|people)|always)",
    "(?:supplement|complement|addition|adjunct|extra) (?:to|alongside|and)"
    " (?:\\w+ )?(?:not|rather|conventional|medical|other|prescribed|standard|proven)",
    "(?:rather than|instead of|not in place of|in place of|take the place of) (?:an? |the |your )?"
    "(?:\\w+ )?(?:cure|treat\\w*|medic\\w*|proven|prescri\\w*|professional (?:care|advice|help)|"
    "doctor)",
)  # fmt: skip

#: What is left open.
_OPEN = Words(
    "agree anecd anywa barel best bias biase cauti chanc coinc conje conte debat diffe "
    "diffi disag dispu divid early effec exagg far guess hard hardl hints hype hypot impos "
    "incon limit long luck moot myste out overs place poorl quest remai rule salt scarc "
    "self selfr soon specu split subje theor unbli uncer uncle uncon undec unpro unsub "
    "untes unver warn warne warns wheth",
    "unproven",
    "unclear",
    "uncertain(?:ty)?",
    "unverified",
    "unsubstantiated",
    "untested",
    "remains? to be seen",
    "jury(?: is|(?:'|’)s)? "
    "(?:still )?out",
    "too (?:early|soon)",
    "(?:hard|difficult|impossible|too early) to "
    "(?:say|know|tell|measure|prove|conclude|draw|attribute|separate|pin)",
    "uncontrolled",
    "inconclusive",
    "limitations?",
    "bias(?:ed)?",
    "subjective(?:ly)?",
    "self[- ]report\\w* (?:\\w+ )?(?:only|alone|bias)",
    "(?:only|merely|mostly|purely|largely|"
    "mainly|just) anecdotal",
    "anecdotal at best",
    "at best",
    "grain of salt",
    "with caution",
    "caution(?:s|ed|ary)?",
    "overstat\\w+",
    "exaggerat\\w+",
    "hype",
    "only (?:a few )?hints",
    "poorly (?:done|designed|conducted|controlled|run)",
    "any(?:one|body)(?:'|’)s guess",
    "(?:hardly|scarcely|barely) enough",
    "confirmation bias",
    "placebo effect",
    "whether\\b.*\\bdepends?",
    "(?:is|are|was|remains?|still|only|merely) (?:\\w+ )?(?:an? )?(?:\\w+ )?(?:hypothes[ie]s|conjecture|speculation|speculative|theoretical|"
    "open question|subtle question|matter of debate|mystery|debated|contested|disputed|moot|undecided)",
    "(?:hard|difficult) to rule out",
    "(?:could|may|might) be (?:chance|luck|coincidence|placebo)",
    "chance (?:can|could|may|might|alone)",
    "(?:a )?(?:long way|far) from (?:curing|cure|a cure|proof|proven|proving|certain|settled|conclusive|clear|solid|strong|convincing)",
    "(?:have|had|has) (?:\\w+ )?anyway",
    "warn(?:s|ed)? (?:against|that (?:it|this|a|the|massage) (?:\\w+ )?(?:can|will|does|is))",
    "(?:experts|scientists|researchers|doctors|they|studies|opinions?) (?:\\w+ )?(?:disagree|differ|are (?:split|divided))",
    "can(?:'t|’t|not) agree",
    "unblinded",
    "(?:split|divided) (?:on|over|about)",
    "self-?reports? (?:are|is|can)",
)  # fmt: skip

#: For whom, beside what, how soon and for how long.
_VARIES = Words(
    "alone aspec befor best brief compo depen diffe eleme expec fade faded fades gone hoped "
    "hopin if itsel just least mere only own part patie piece rarel seldo shrin take takes "
    "takin than tool treat vanis varie vary varyi wante wear wears wore worn",
    "(?:results?|effects?|people|individuals?|everyone|responses?|experiences?|it) (?:\\w+ ){0,4}"
    "(?:var(?:y|ies|ied)|differs?|depends?)",
    "varies (?:from|between|by|with|depending)",
    "(?:vary|varying) (?:from|between|by|depending|based|greatly|widely)",
    "people differ",
    "(?:alone|by itself|on its own)(?:,)? (?:\\w+ ){0,2}(?:is|may|will|won(?:'|’)t|cannot|"
    "can(?:'|’)t|isn(?:'|’)t|does|might|would)(?: not|n't|n’t| only| be enough| never| unlikely|"
    " insufficient| hardly)*",
    "(?:by itself|alone|on its own) it (?:is|will|may)",
    "best (?:seen|used|thought of|viewed|considered|regarded|combined) (?:\\w+ )?(?:as|with|"
    "alongside|in)",
    "(?:one|a) (?:part|piece|component|element|tool|"
    "aspect) (?:of|in) (?:a|the|your|an?) (?:\\w+ )?(?:larger|wider|broader|bigger|whole|overall|"
    "comprehensive|treatment|complete|holistic|full|plan|puzzle)",
    "part of (?:a|an) (?:\\w+ )?(?:larger|wider|broader|bigger|overall|comprehensive|complete|"
    "treatment|management)",
    "tak(?:e|es|ing) (?:weeks|months|time|patience|a while|several|up to|at least)",
    "(?:be|requires?|takes?|need) (?:\\w+ )?(?:patien\\w+)",
    "before (?:anything|any change|"
    "you (?:see|notice))",
    "only (?:temporary|temporarily|short|one piece|part of)",
    "(?:some|others?) (?:\\w+ )?only",
    "at least for (?:a while|an hour|a time|now|a day)",
    "only (?:\\w+ ){0,3}for (?:a|an|one|some) (?:\\w+ )?(?:hours?|minutes?|while|time|days?|"
    "evening)",
    "(?:take|treat) (?:this|these|it|them|that|the \\w+) with",
    "(?:because|as|since) (?:they|people) (?:expected|hoped|wanted|were hoping)",
    "w(?:ears?|ore|orn) off",
    "(?:effects?|benefits?|relief|results?|gains?|lead|advantage|calm|glow|improvements?)(?: \\w+)?,? (?:[\\w',]+ ){0,6}(?:fade[sd]?|vanish(?:es|ed)?|gone)",
    "(?:rarely|seldom) lasts?",
    "too briefly",
    "if (?:[^.;]*) (?:see|ask|consult|visit|show it to|speak to|talk to|have|let|make an appointment with) (?:your|a|the|an?) (?:\\w+ )?(?:doctor|gp|dermatologist|physician|specialist|trichologist)",
    "shrinks? to (?:almost |next to )?nothing",
    "(?:only|just|a mere|no more than) (?:nine|ten|eight|seven|six|five|four|three|two|a dozen|a handful of|\\d+) (?:\\w+ )?(?:men|women|people|patients|volunteers|participants|subjects|chaps|students) (?:took|were|in it)",
)  # fmt: skip
#: What a limit speaks of that weakens a claim: what is shown, or how much there is to it.
_SHOWN = Words(
    "alone anecd canno confi cure cures data depen enoug evide exper findi guara incon "
    "inves known limit liter littl magic mirac modes not only proof prove repla resea scien "
    "shown sligh small studi study subje subst suppo testi trial uncer uncle unkno unpro "
    "varie vary",
    _EVIDENCE, "prove[nsd]?", "unproven", "unclear", "unknown", "known", "shown", "cures?",
    "miracles?", "magic", "substitutes?", "guarantees?d?", "replac\\w+", "limited", "limits?",
    "anecdot\\w+", "subjective\\w*", "inconclusive", "uncertain", "depends?", "var(?:y|ies)",
    "alone", "only", "not", "cannot", "little", "small", "modest", "slight", "enough",
)  # fmt: skip


def limits_what_is_shown(text: str) -> bool:
    """Whether a sentence that limits speaks of what is shown, or of how much there is to it."""
    return _SHOWN.stand_in(text)


_FAMILIES = (_OF_EVIDENCE, _LITTLE, _NOT_SHOWN, _NO_CURE, _OPEN, _VARIES)


def limits(part: str) -> bool:
    """Whether a part of a sentence, in small letters, limits what it speaks of."""
    return any(words.stand_in(part) for words in _FAMILIES)
