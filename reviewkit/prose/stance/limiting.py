"""Limits: what a sentence says of its evidence, of how much there is to it, and for whom."""

from __future__ import annotations

from reviewkit.prose.patterns import Words, said, small

_NOT = "(?:n't|n’t| not)"
_EVIDENCE = (
    "(?:evidence|research|proof|data|stud(?:y|ies)|trials?|science|literature|support|testing|"
    "findings|investigations?|confirmation|experiments?)"
)
#: What is said of the evidence.
_OF_EVIDENCE = (
    Words(
        "confi data evide exper findi inves liter proof resea scien studi study suppo testi "
        "trial work",
        "(?:no|little|limited|insufficient|scant|scarce|weak|lack of|lacks?|lacking|not "
        "enough|not much|isn(?:'|’)t much|(?<!a )few|sparse|thin|poor|low[- ]quality|"
        rf"absence of|any|only) (?:[\w-]+ ){{0,4}}?{_EVIDENCE}(?<!any evidence)(?<!any "
        "studies)(?<!any research)",
        rf"{_EVIDENCE}(?:, however,)? (?:[\w’'-]+ ){{0,10}}?(?:is|are|remains?|was|were|being|"
        rf"seems?|has been|stays?)(?:{_NOT})? (?:\w+ ){{0,3}}?(?:limited|lacking|scarce|weak|"
        "mixed|thin|sparse|inconclusive|preliminary|scant|small|few|early|young|poor|slim|"
        "low|needed|missing|conflicting|contradictory|conclusive|definitive|robust|strong|"
        "good quality|quality|clear|solid|patchy|in its infancy|enough|uncontrolled|flawed|"
        r"anecdotal|required|warranted|ongoing|wanting|tiny|rare|nil|murk\w+|lukewarm|shaky|"
        "flimsy|meag(?:re|er)|slender|non-?existent|absent|incomplete|unconvincing|divided|"
        "split|called for|unblinded|hard to find|in short supply)(?<!are strong)(?<!is "
        "strong)(?<!is clear)(?<!are clear)(?<!is robust)(?<!is solid)(?<!is "
        "conclusive)(?<!is definitive)(?<!is growing)",
        "(?:more|further|larger|broader|additional|bigger|better|longer|future|"
        r"larger-scale|well-designed|rigorous|high-quality|controlled) (?:[\w-]+,? "
        "){0,3}(?:research|stud(?:y|ies)|trials|evidence|investigation|work|data)(?: "
        r"\w+){0,6} (?:is|are|be|will be|would be|still)?\s?(?:\w+ )?(?:needed|required|"
        "necessary|called for|warranted|essential|to (?:confirm|know|establish|tell|verify|"
        "determine|prove|be done)|must|should)",
        r"(?:larger|bigger|better|more|future|further|longer) (?:\w+ )?(?:trials|studies|"
        "research) (?:will (?:have to|tell|show)|has to|have to|need to|needs to)",
        r"in (?:one|some) (?:\w+ )?(?:study|studies|trials?),? (?:but |and )?(?:not|rose|"
        "fell|went|none|stayed)",
    ),
    Words(
        "await call calls mean means mixed need neede needs prove requi say self settl show shows "
        "singl suppo tell",
        r"(?:need(?:s|ed)?|require[sd]?|await(?:s|ing)?|calls? for) (?:\w+ )?(?:more|"
        rf"further|larger|bigger|better|additional) (?:[\w-]+ ){{0,3}}{_EVIDENCE}",
        "mixed (?:results|findings|evidence)",
        "(?:results|findings|evidence) (?:is|are|was|were) mixed",
        "(?:a|one|just one) single (?:study|trial)",
        rf"{_EVIDENCE} (?:\w+ )?(?:cannot|can(?:'|’)t|do(?:es)?{_NOT}) (?:yet )?(?:tell|say|"
        "settle|support)",
        rf"{_EVIDENCE}(?: \w+)? (?:prove|show|mean)s? (?:nothing|little)",
        "self-reports? (?:are|is|can)",
    ),
    Words(
        "come comes drawn more relie rely rest rests",
        rf"more {_EVIDENCE}(?!(?: \w+)? (?:shows?|showed|supports?|supported|suggests?|points?|"
        "backs?|backed|confirms?|confirmed|echoe[sd]|bears?|bore|agrees?|agreed|followed))",
        rf"{_EVIDENCE} (?:\w+ )?(?:comes?|rests?|is drawn|relies|rely) (?:\w+ )?(?:on|from) "
        "(?:only |just |mostly |mainly )?(?:animals?|mice|rats|one|two|a (?:single|few|"
        "handful)|small|surveys?|people(?:'|’)s)",
    ),
)  # fmt: skip

#: How much there is to it.
_LITTLE = (
    Words(
        "below lived low margi minus modes only small tempo tiny",
        "(?:stud(?:y|ies)|trials?|samples?|research|both|they|it|which|one|evidence|group) "
        r"(?:[\w-]+ ){0,3}(?:is|are|was|were|remains?|being) (?:(?:very|quite|relatively|"
        "also|rather|fairly|too|only|a|all|extremely|both|just) ){0,3}(?:small|tiny|minuscule)",
        r"small(?:er)? (?:sample|size|numbers?|scale and|and (?:\w+ )?(?:un|short|brief))",
        r"(?:only|just|mostly|mainly) (?:[\w-]+ ){0,3}small", "too small", r"marginal\w*",
        r"only (?:slight|small|minor|modest|a slight|a small|a minor|a modest)\w*", "well below",
        "low (?:quality|certainty)", "(?:temporary|short-lived|modest)",
        "only in (?:a few|a handful|two|three|one|some)",
    ),
    Words(
        "fall falls long longe rest rests too",
        "rests? on (?:just |only )?(?:two|one|a single|a few|a handful)",
        "falls? (?:well )?(?:short|below)",
        "too (?:little|few|small|short|weak|poor) (?:to|for(?! comfort))",
        "(?:rarely|seldom|not) for long(?:er)?",
    ),
)  # fmt: skip

#: What is denied of proof, of reach or of cure.
_NOT_SHOWN = (
    Words(
        "n't never not yet",
        f"(?:has|have|had|is|are|was|were)(?:{_NOT}| yet to| never(?! been (?:shown|seen))) "
        r"(?:yet |always |actually |necessarily |fully |\w+ly )?(?:been |be )?(?:\w+ly "
        ")?(?:proven|proved|shown|studied|demonstrated|established|confirmed|tested|"
        "supported|backed|known|clear|understood|certain|conclusive|explored|validated|"
        "verified|done|tried|examined|measured|replicated|repeated|settled|compared|"
        r"approved|generali[sz]\w+|evaluated)",
        rf"(?:do|does|did|will|can|could|should|may|might)(?:{_NOT}) (?:\w+ )?(?:cure|"
        "replace|substitute|guarantee|solve|mean|prove|happen|swap|work for (?:everyone|"
        "all)|be (?:your|the|a) (?:only|sole)|be (?:seen|used|relied|considered|treated|"
        "taken|viewed))",
        "not (?:all|every|everyone)",
        "for some(?: people)?,? (?:but |and )?not (?:for )?(?:others|all|everyone)",
        "not in (?:humans|people|us)",
    ),
    Words(
        "certa clear estab known match place prove stand under verif",
        "(?:not|never) (?:yet )?(?:(?:been|scientifically|clinically|fully|entirely|well|"
        "completely|definitively) ){0,3}(?:proven|proved|known|clear|understood|certain|"
        "established|verified)",
        f"(?:cannot|can(?:'|’)t|{_NOT}|never) (?:take the place of|stand in for)",
        r"no(?: [\w-]+)? (?:stand-in|stand in|match for)",
    ),
    Words(
        "basis claim idea known knows n neith nor proof t valid value yet",
        "yet to (?:be|confirm|prove|show|see)", "(?:little|not much|less) is known",
        "no one (?:really )?knows", "nobody (?:really )?knows",
        r"won(?:'|’)t (?:\w+ )?(?:cure|replace|happen|work for (?:everyone|all))",
        "n(?:'|’)t for everyone",
        "nor (?:can|will|does|should) (?:it|this|that|they) (?:replace|take the place|cure)",
        "no (?:scientific )?(?:value|basis|validity)", "who knows(?! (?:her|his|their|how|what))",
        f"(?:is|are)(?:{_NOT}| no| hardly) proof", "no idea (?:whether|if)",
        f"(?:should|would|must|can|could|do)(?:{_NOT}) claim",
        "neither (?:is|are) (?:an? )?(?:stand-in|substitute|replacement|cure)",
    ),
    Words(
        "but chang diffe drop drops effec gain gains may might no rise rises",
        r"no (?:\w+ )?(?:control|comparison|placebo|control group|consensus|guarantees?|"
        "miracles?|magic|substitute|replacement|cure|cure-all|final answer|definitive "
        r"answer|clear answer|promises?|randomi[sz]\w+)(?! for (?:the )?(?:professional|"
        "experience|feeling|touch))",
        "(?:may|might) not(?! only| just)",
        r"(?:neither|none of the|no) (?:\w+ )?(?:changes?|effects?|differences?|gains?|"
        r"drops?|rises?) (?:is|are|was|were) (?:\w+ly )?(?:large|big|great|strong|clear|"
        "significant)",
        r"but not (?:for|in|on|with|among) (?!only|just)\w+",
    ),
    Words(
        "alone desig inten itsel lack lacke lacki lacks last long meant n't nor own quali "
        "signi suita suite wheth witho would",
        r"(?:without|lack(?:s|ed|ing)?|nor) (?:a |any )?(?:\w+ )?(?:control|comparison|"
        r"placebo)\b",
        "not for long", "but not significantly",
        r"(?:not|n't|n’t) of (?:\w+ ){0,2}(?:high|good|great) quality",
        f"would(?:{_NOT}) (?:bet|expect|swear|rely|count|go so far)",
        r"not (?:[\w-]+ ){0,4}(?:on its own|by itself|alone)",
        "(?:on its own|by itself|alone),? (?:no|not)",
        f"(?:(?:do|does|did|will|may|might){_NOT}|won(?:'|’)t|never) last",
        f"(?:is|are){_NOT} (?:meant|intended|designed|suitable|suited) (?:for|to|as)",
        r"whether\b.*\b(?:is|was) not (?:what|clear|known|something)",
    ),
    Words(
        "aband bet blind compa contr count depen expec give let n't rando rely repla rush "
        "shoul skip stop subst swap trade",
        r"(?:nothing|nobody|no one|none|not) (?:\w+ ){0,5}(?:controlled|randomi[sz]ed|"
        "blinded|comparison|control group)",
        "do(?:n't|n’t| not) (?:swap|replace|expect|rely|count|stop|skip|give up|abandon|"
        "rush to|trade|substitute|depend)",
        r"should(?:n't|n’t| not) (?:\w+ )?be", f"(?:do|does|should){_NOT} (?:let|bet)",
    ),
    Words(
        "be cure guara neith nobod one promi repla",
        r"can(?:not|'t|’t| not) (?:\w+ )?(?:cure|replace|guarantee|promise|be (?:seen|used|"
        "relied|generali[sz]ed|sure|certain|attributed|ruled|told))",
        r"(?:nobody|no one|not one(?: of (?:\w+ ){0,3}?\w+)?|neither(?: \w+)?) (?:has|have|"
        r"had) (?:\w+ ){0,2}?(?:been )?(?:\w+ly )?(?:\w+ed|shown|proven|done|run|found|put)",
    ),
    Words(
        "able answe confi estab found know looke measu promi prove say scien settl show shown "
        "studi suffi sure tell teste trial",
        "(?:nobody|no one|none of (?:this|it|them|these)|neither) (?:has|have|had|is|was|"
        r"were) (?:\w+ )?(?:been )?(?:proven|proved|shown|tested|studied|looked|confirmed|"
        "established|measured)",
        f"(?:we|scientists|researchers|experts|doctors) (?:do{_NOT}|can(?:not|{_NOT}|'t|"
        r"’t)) (?:\w+ )?(?:know|say|tell|be sure)",
        f"ha(?:s|ve){_NOT} (?:yet |so far )?(?:found|been able)",
        f"(?:do|does|did){_NOT} (?:yet )?(?:show|prove|suffice)",
        "(?:nobody|no one|who|nobody really) (?:can|could|knows?|will) (?:say|tell|promise|"
        "know|be sure)",
        "can(?:not|'t|’t| not) (?:prove|know|say|tell)(?! enough| no| the difference| you "
        "how| how)",
        f"(?:is|are){_NOT} (?:a )?(?:science|clinical trial|trial)",
        rf"(?:neither|no|none of the) (?:\w+ )?{_EVIDENCE} (?:can|could|does|did|will) "
        "(?:yet )?(?:tell|say|answer|settle)",
    ),
)  # fmt: skip

#: How few there were, how small it was, and what has to be done or seen first.
_FEW = (
    Words(
        "only just mere merel all no",
        r"(?<!\bon )(?:only|just|merely|a mere|all (?:it|they) had (?:was|were)|no more than) "
        r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|a handful "
        r"of|"
        r"a few) (?:[\w-]+ ){0,3}?(?:men|women|people|participants|patients|subjects|volunteers|"
        r"students|males|females|adults|persons|individuals|cases|studies|trials|papers|subjects)",
    ),
    Words(
        "agree appro best cauti expec extra star suppo caref care combi paire used degre exten "
        "inter most salt treat view "
        "word",
        r"not? (?:\w+ ){0,4}to any (?:\w+ )?(?:degree|extent)", r"at most(?! \d)",
        r"(?:should|must|needs? to|has to|be|to be) (?:\w+ )?(?:careful|cautious|interpreted with "
        r"(?:care|caution)|treated with (?:care|caution)|viewed with caution)",
        r"(?:not|n['’]t) (?:\w+ )?(?:in agreement|agree)",
        r"(?:should|must|needs? to|is best|are best|best) (?:always )?(?:be )?(?:paired|combined|"
        r"used) "
        r"(?:with|alongside|together with) (?:\w+ )?(?:medical|proper|professional|appropriate|"
        r"proven|other)",
        r"(?:supporting tools?|supportive|healthy extra|nice extra|star of the show|"
        r"expectations (?:must|should|need to) (?:be|remain|stay|\w+ realistic))",
        r"words? of caution", r"with (?:some|a little|due|great) (?:care|caution)",
    ),
    Words(
        "docto gp derma physi speci trich profe cause reaso",
        r"(?:have|let|ask|see|consult|visit|talk to|speak (?:to|with)) (?:a|an|your|the) "
        r"(?:[\w-]+ ){0,2}?(?:doctor|gp|dermatologist|physician|specialist|trichologist)",
        r"have (?:the|its|any|your|that) (?:\w+ )?(?:cause|reason)s? (?:looked|checked|found|"
        r"sorted|"
        r"examined|diagnosed|cleared|investigated)",
    ),
)  # fmt: skip

#: What it does not stand in for.
_NO_CURE = (
    Words(
        "addit adjun advic all alway bulle case compl cure cures every extra fix guara insta "
        "inste magic main medic mirac overn panac perso place rathe repla sole stand subst "
        "suppl type",
        f"(?:(?:is|are){_NOT}|not|never|neither|isn(?:'|’)t|rather than|"
        "(?:than|as)(?= an? | the )) "
        "(?:necessarily |really |exactly |quite |intended (?:as |to be )?|meant (?:as |to "
        r"be )?|to be |be |as |so much )*(?:an? |the )?(?:\w+ ){0,2}?(?:cures?|cure-all|"
        r"miracles?|magic|substitutes?|replacements?|guarantee\w*|silver bullet|panacea|"
        "quick fix|instant|overnight|replace|stand-?alone|main (?:course|treatment)|sole|"
        "medical treatment|medical advice|for everyone|everyone|every (?:case|person|type)|"
        "all (?:cases|types|people)|always)",
        r"(?:supplement|complement|addition|adjunct|extra) (?:to|alongside|and) (?:\w+ "
        ")?(?:not|rather|conventional|medical|other|prescribed|standard|proven)",
        "(?:rather than|instead of|not in place of|in place of|take the place of) (?:an? |"
        r"the |your )?(?:\w+ )?(?:cure|treat\w*|medic\w*|proven|prescri\w*|professional "
        "(?:care|advice|help)|doctor)",
    ),
)  # fmt: skip

#: What is left open.
_OPEN = (
    Words(
        "agree anecd anywa best bias biase cauti exagg guess hints incon limit overs poorl "
        "remai rule salt subje unbli uncer uncle uncon unpro unsub untes unver warn warne "
        "warns",
        "unproven", "unclear", "uncertain(?:ty)?", "unverified", "unsubstantiated", "untested",
        "remains? to be seen", "uncontrolled", "inconclusive", "limitations?", "bias(?:ed)?",
        "subjective(?:ly)?", "(?:only|merely|mostly|purely|largely|mainly|just) anecdotal",
        "anecdotal at best", "at best", "grain of salt", "with caution", "caution(?:s|ed|ary)?",
        r"overstat\w+", r"exaggerat\w+", "only (?:a few )?hints",
        "poorly (?:done|designed|conducted|controlled|run)", "any(?:one|body)(?:'|’)s guess",
        "confirmation bias", "(?:hard|difficult) to rule out", r"(?:have|had|has) (?:\w+ )?anyway",
        r"warn(?:s|ed)? (?:against|that (?:it|this|a|the) (?:\w+ )?(?:can|will|does|"
        "is))",
        "can(?:'t|’t|not) agree", "unblinded",
    ),
    Words(
        "barel conje conte debat diffe disag dispu divid effec hardl hypot moot myste out "
        "quest scarc specu split theor undec wheth",
        "jury(?: is|(?:'|’)s)? (?:still )?out", "(?:hardly|scarcely|barely) enough",
        "placebo effect", r"whether\b.*\bdepends?",
        r"(?:is|are|was|remains?|still|only|merely) (?:\w+ )?(?:an? )?(?:\w+ "
        ")?(?:hypothes[ie]s|conjecture|speculation|speculative|theoretical|open question|"
        "subtle question|matter of debate|mystery|debated|contested|disputed|moot|"
        "undecided)",
        r"(?:experts|scientists|researchers|doctors|they|studies|opinions?) (?:\w+ "
        ")?(?:disagree|differ|are (?:split|divided))",
        "(?:split|divided) (?:on|over|about)",
    ),
    Words(
        "chanc coinc diffi early far hard hype impos long luck place self soon",
        "too (?:early|soon)",
        "(?:hard|difficult|impossible|too early) to (?:say|know|tell|measure|prove|"
        "conclude|draw|attribute|separate|pin)",
        r"self[- ]report\w* (?:\w+ )?(?:only|alone|bias)", "hype",
        "(?:could|may|might) be (?:chance|luck|coincidence|placebo)",
        "chance (?:can|could|may|might|alone)",
        "(?:a )?(?:long way|far) from (?:curing|cure|a cure|proof|proven|proving|certain|"
        "settled|conclusive|clear|solid|strong|convincing)",
    ),
)  # fmt: skip

#: For whom, beside what, how soon and for how long.
_VARIES = (
    Words(
        "alone befor best brief depen diffe itsel least only own patie rarel seldo shrin "
        "varie vary varyi wear wears wore worn",
        "(?:results?|effects?|people|individuals?|everyone|responses?|experiences?|it) "
        r"(?:\w+ ){0,4}(?:var(?:y|ies|ied)|differs?|depends?)",
        "varies (?:from|between|by|with|depending)",
        "(?:vary|varying) (?:from|between|by|depending|based|greatly|widely)", "people differ",
        r"(?:alone|by itself|on its own)(?:,)? (?:\w+ ){0,2}(?:is|may|will|won(?:'|’)t|"
        "cannot|can(?:'|’)t|isn(?:'|’)t|does|might|would)(?: not|n't|n’t| only| be enough| "
        "never| unlikely| insufficient| hardly)*",
        "(?:by itself|alone|on its own) it (?:is|will|may)",
        r"best (?:seen|used|thought of|viewed|considered|regarded|combined) (?:\w+ )?(?:as|"
        "with|alongside|in)",
        r"(?:be|requires?|takes?|need) (?:\w+ )?(?:patien\w+)",
        "before (?:anything|any change|you (?:see|notice))",
        "only (?:temporary|temporarily|short|one piece|part of)",
        r"(?:some|others?) (?:\w+ )?only", "at least for (?:a while|an hour|a time|now|a day)",
        r"only (?:\w+ ){0,3}for (?:a|an|one|some) (?:\w+ )?(?:hours?|minutes?|while|time|"
        "days?|evening)",
        "w(?:ears?|ore|orn) off", "(?:rarely|seldom) lasts?", "too briefly",
        "shrinks? to (?:almost |next to )?nothing",
    ),
    Words(
        "aspec compo eleme expec fade faded fades gone hoped hopin part piece tool vanis "
        "wante",
        "(?:one|a) (?:part|piece|component|element|tool|aspect) (?:of|in) (?:a|the|your|"
        r"an?) (?:\w+ )?(?:larger|wider|broader|bigger|whole|overall|comprehensive|"
        "treatment|complete|holistic|full|plan|puzzle)",
        r"part of (?:a|an) (?:\w+ )?(?:larger|wider|broader|bigger|overall|comprehensive|"
        "complete|treatment|management)",
        "(?:because|as|since) (?:they|people) (?:expected|hoped|wanted|were hoping)",
        "(?:effects?|benefits?|relief|results?|gains?|lead|advantage|calm|glow|"
        r"improvements?)(?: \w+)?,? (?:[\w',]+ ){0,6}(?:fade[sd]?|vanish(?:es|ed)?|gone)",
    ),
    Words(
        "if just mere only take takes takin than treat",
        "tak(?:e|es|ing) (?:weeks|months|patience|a while|several|up to|at least|"
        "time(?! (?:to|out|for|off)\\b))",
        r"(?:take|treat) (?:this|these|it|them|that|the \w+) with",
        "if (?:[^.;]*) (?:see|ask|consult|visit|show it to|speak to|talk to|have|let|make "
        r"an appointment with) (?:your|a|the|an?) (?:\w+ )?(?:doctor|gp|dermatologist|"
        "physician|specialist|trichologist)",
        "(?:only|just|a mere|no more than) (?:nine|ten|eight|seven|six|five|four|three|two|"
        r"a dozen|a handful of|\d+) (?:\w+ )?\w+ (?:took part|were in it|in it)",
    ),
)  # fmt: skip
#: What a limit speaks of that weakens a claim: what is shown, or how much there is to it.
_SHOWN = (
    Words(
        "confi data evide exper findi inves liter not proof resea scien studi study suppo "
        "testi trial",
        f"{_EVIDENCE}", "not",
    ),
    Words(
        "anecd canno cure cures guara incon limit littl mirac modes prove repla shown sligh "
        "subje subst uncer uncle unkno unpro varie vary",
        "prove[nsd]?", "unproven", "unclear", "unknown", "shown", "cures?", "miracles?",
        "substitutes?", "guarantees?d?", r"replac\w+", "limited", "limits?", r"anecdot\w+",
        r"subjective\w*", "inconclusive", "uncertain", "var(?:y|ies)", "cannot", "little",
        "modest", "slight",
    ),
    Words(
        "alone depen enoug known magic only small",
        "known", "magic", "depends?", "alone", "only", "small", "enough",
    ),
)  # fmt: skip


def limits_what_is_shown(text: str) -> bool:
    """Whether a sentence that limits speaks of what is shown, or of how much there is to it."""
    return said(small(text), _SHOWN)


_LIMITS = (*_OF_EVIDENCE, *_LITTLE, *_FEW, *_NOT_SHOWN, *_NO_CURE, *_OPEN, *_VARIES)


def limits(part: str) -> bool:
    """Whether a part of a sentence, in small letters, limits what it speaks of."""
    return said(part, _LIMITS)
