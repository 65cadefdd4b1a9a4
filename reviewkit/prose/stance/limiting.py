"""Limits: what a sentence says of its evidence, of how much there is to it, and for whom."""

from __future__ import annotations

from reviewkit.prose.patterns import Ways, Words, small
from reviewkit.prose.stance.varying import NO_CURE, VARIES

_NOT = "(?:n't|n’t| not)"
_EVIDENCE = (
    "(?:evidence|research|proof|data|stud(?:y|ies)|trials?|science|literature|support|testing|"
    "findings|investigations?|confirmation|experiments?)"
)
#: What is said of the evidence.
_OF_EVIDENCE = (
    Words("confi data evide exper findi inves liter proof resea scien studi study suppo testi "
          "trial & absen any enoug few insuf lack lacki lacks limit littl low much no only poor "
          "scant scarc spars thin weak",
        "(?:no|little|limited|insufficient|scant|scarce|weak|lack of|lacks?|lacking|not "
        "enough|not much|isn(?:'|’)t much|(?<!a )few|sparse|thin|poor|low[- ]quality|"
        rf"absence of|any|only) (?:[\w-]+ ){{0,4}}?{_EVIDENCE}(?<!any evidence)(?<!any "
        "studies)(?<!any research)"),
    Words("confi data evide exper findi inves liter proof resea scien studi study suppo testi "
          "trial & are been being is remai seem seems stay stays t was were",
        rf"{_EVIDENCE}(?:, however,)? (?:[\w’'-]+ ){{0,10}}?(?:is|are|remains?|was|were|being|"
        rf"seems?|has been|stays?)(?:{_NOT})? (?:\w+ ){{0,3}}?(?:limited|lacking|scarce|weak|"
        "mixed|thin|sparse|inconclusive|preliminary|scant|small|few|early|young|poor|slim|"
        "low|needed|missing|conflicting|contradictory|conclusive|definitive|robust|strong|"
        "good quality|quality|clear|solid|patchy|in its infancy|enough|uncontrolled|flawed|"
        r"anecdotal|required|warranted|ongoing|wanting|tiny|rare|nil|murk\w+|lukewarm|shaky|"
        "flimsy|meag(?:re|er)|slender|non-?existent|absent|incomplete|unconvincing|divided|"
        "split|called for|unblinded|hard to find|in short supply)(?<!are strong)(?<!is "
        "strong)(?<!is clear)(?<!are clear)(?<!is robust)(?<!is solid)(?<!is "
        "conclusive)(?<!is definitive)(?<!is growing)"),
    Words("data evide inves resea studi study trial work & addit bette bigge broad contr desig "
          "furth futur large longe more quali rigor",
        "(?:more|further|larger|broader|additional|bigger|better|longer|future|"
        r"larger-scale|well-designed|rigorous|high-quality|controlled) (?:[\w-]+,? "
        "){0,3}(?:research|stud(?:y|ies)|trials|evidence|investigation|work|data)(?: "
        r"\w+){0,6} (?:is|are|be|will be|would be|still)?\s?(?:\w+ )?(?:needed|required|"
        "necessary|called for|warranted|essential|to (?:confirm|know|establish|tell|verify|"
        "determine|prove|be done)|must|should)"),
    Words("resea studi trial & bette bigge furth futur large longe more",
        r"(?:larger|bigger|better|more|future|further|longer) (?:\w+ )?(?:trials|studies|"
        "research) (?:will (?:have to|tell|show)|has to|have to|need to|needs to)"),
    Words("studi study trial & fell none not rose staye went",
        r"in (?:one|some) (?:\w+ )?(?:study|studies|trials?),? (?:but |and )?(?:not|rose|"
        "fell|went|none|stayed)"),
    Words("await call calls need neede needs requi & confi data evide exper findi inves liter "
          "proof resea scien studi study suppo testi trial",
        r"(?:need(?:s|ed)?|require[sd]?|await(?:s|ing)?|calls? for) (?:\w+ )?(?:more|"
        rf"further|larger|bigger|better|additional) (?:[\w-]+ ){{0,3}}{_EVIDENCE}"),
    Words("mixed singl",
        "mixed (?:results|findings|evidence)",
        "(?:results|findings|evidence) (?:is|are|was|were) mixed",
        "(?:a|one|just one) single (?:study|trial)"),
    Words("say settl suppo tell & canno n't not",
        rf"{_EVIDENCE} (?:\w+ )?(?:cannot|can(?:'|’)t|do(?:es)?{_NOT}) (?:yet )?(?:tell|say|"
        "settle|support)"),
    Words("littl nothi & mean means prove show shows",
        rf"{_EVIDENCE}(?: \w+)? (?:prove|show|mean)s? (?:nothing|little)"),
    Words("self", "self-reports? (?:are|is|can)"),
    Words("more & confi data evide exper findi inves liter proof resea scien studi study suppo "
          "testi trial",
        rf"more {_EVIDENCE}(?!(?: \w+)? (?:shows?|showed|supports?|supported|suggests?|points?|"
        "backs?|backed|confirms?|confirmed|echoe[sd]|bears?|bore|agrees?|agreed|followed))"),
    Words("come comes drawn relie rely rest rests & confi data evide exper findi inves liter "
          "proof resea scien studi study suppo testi trial",
        rf"{_EVIDENCE} (?:\w+ )?(?:comes?|rests?|is drawn|relies|rely) (?:\w+ )?(?:on|from) "
        "(?:only |just |mostly |mainly )?(?:animals?|mice|rats|one|two|a (?:single|few|"
        "handful)|small|surveys?|people(?:'|’)s)"),
)  # fmt: skip

#: How much there is to it.
_LITTLE = (
    Words("minus small tiny & are being is remai was were",
        "(?:stud(?:y|ies)|trials?|samples?|research|both|they|it|which|one|evidence|group) "
        r"(?:[\w-]+ ){0,3}(?:is|are|was|were|remains?|being) (?:(?:very|quite|relatively|"
        "also|rather|fairly|too|only|a|all|extremely|both|just) ){0,3}(?:small|tiny|minuscule)"),
    Words("small & brief numbe sampl scale short size un",
        r"small(?:er)? (?:sample|size|numbers?|scale and|and (?:\w+ )?(?:un|short|brief))"),
    Words("margi small",
        r"(?:only|just|mostly|mainly) (?:[\w-]+ ){0,3}small", "too small", r"marginal\w*"),
    Words("only & minor modes sligh small",
        r"only (?:slight|small|minor|modest|a slight|a small|a minor|a modest)\w*"),
    Words("below lived low modes only tempo",
        "well below", "low (?:quality|certainty)", "(?:temporary|short-lived|modest)",
        "only in (?:a few|a handful|two|three|one|some)"),
    Words("fall falls rest rests too",
        "rests? on (?:just |only )?(?:two|one|a single|a few|a handful)",
        "falls? (?:well )?(?:short|below)",
        "too (?:little|few|small|short|weak|poor) (?:to|for(?! comfort))"),
    Words("long longe", "(?:rarely|seldom|not) for long(?:er)?"),
)  # fmt: skip

#: What is denied of proof, of reach or of cure.
_NOT_SHOWN = (
    Words("n't never not yet",
        f"(?:has|have|had|is|are|was|were)(?:{_NOT}| yet to| never(?! been (?:shown|seen))) "
        r"(?:yet |always |actually |necessarily |fully |\w+ly )?(?:been |be )?(?:\w+ly "
        ")?(?:proven|proved|shown|studied|demonstrated|established|confirmed|tested|"
        "supported|backed|known|clear|understood|certain|conclusive|explored|validated|"
        "verified|done|tried|examined|measured|replicated|repeated|settled|compared|"
        r"approved|generali[sz]\w+|evaluated)"),
    Words("not t & be cure guara happe mean prove repla solve subst swap work",
        rf"(?:do|does|did|will|can|could|should|may|might)(?:{_NOT}) (?:\w+ )?(?:cure|"
        "replace|substitute|guarantee|solve|mean|prove|happen|swap|work for (?:everyone|"
        "all)|be (?:your|the|a) (?:only|sole)|be (?:seen|used|relied|considered|treated|"
        "taken|viewed))"),
    Words("not", "not (?:all|every|everyone)"),
    Words("some & not",
        "for some(?: people)?,? (?:but |and )?not (?:for )?(?:others|all|everyone)"),
    Words("not", "not in (?:humans|people|us)"),
    Words("certa clear estab known prove under verif & never not",
        "(?:not|never) (?:yet )?(?:(?:been|scientifically|clinically|fully|entirely|well|"
        "completely|definitively) ){0,3}(?:proven|proved|known|clear|understood|certain|"
        "established|verified)"),
    Words("place stand & canno never not t",
        f"(?:cannot|can(?:'|’)t|{_NOT}|never) (?:take the place of|stand in for)"),
    Words("match stand", r"no(?: [\w-]+)? (?:stand-in|stand in|match for)"),
    Words("known knows yet",
        "yet to (?:be|confirm|prove|show|see)", "(?:little|not much|less) is known",
        "no one (?:really )?knows", "nobody (?:really )?knows"),
    Words("won & t", r"won(?:'|’)t (?:\w+ )?(?:cure|replace|happen|work for (?:everyone|all))"),
    Words("t", "n(?:'|’)t for everyone"),
    Words("nor & cure place repla",
        "nor (?:can|will|does|should) (?:it|this|that|they) (?:replace|take the place|cure)"),
    Words("basis knows proof valid value",
        "no (?:scientific )?(?:value|basis|validity)", "who knows(?! (?:her|his|their|how|what))",
        f"(?:is|are)(?:{_NOT}| no| hardly) proof"),
    Words("claim idea neith",
        "no idea (?:whether|if)", f"(?:should|would|must|can|could|do)(?:{_NOT}) claim",
        "neither (?:is|are) (?:an? )?(?:stand-in|substitute|replacement|cure)"),
    Words("no & answe compa conse contr cure guara magic mirac place promi rando repla subst",
        r"no (?:\w+ )?(?:control|comparison|placebo|control group|consensus|guarantees?|"
        "miracles?|magic|substitute|replacement|cure|cure-all|final answer|definitive "
        r"answer|clear answer|promises?|randomi[sz]\w+)(?! for (?:the )?(?:professional|"
        "experience|feeling|touch))"),
    Words("may might", "(?:may|might) not(?! only| just)"),
    Words("chang diffe drop drops effec gain gains rise rises & big clear great large signi "
          "stron",
        r"(?:neither|none of the|no) (?:\w+ )?(?:changes?|effects?|differences?|gains?|"
        r"drops?|rises?) (?:is|are|was|were) (?:\w+ly )?(?:large|big|great|strong|clear|"
        "significant)"),
    Words("but", r"but not (?:for|in|on|with|among) (?!only|just)\w+"),
    Words("compa contr place & lack lacke lacki lacks nor witho",
        r"(?:without|lack(?:s|ed|ing)?|nor) (?:a |any )?(?:\w+ )?(?:control|comparison|"
        r"placebo)\b"),
    Words("long quali signi",
        "not for long", "but not significantly",
        r"(?:not|n't|n’t) of (?:\w+ ){0,2}(?:high|good|great) quality"),
    Words("alone itsel own would",
        f"would(?:{_NOT}) (?:bet|expect|swear|rely|count|go so far)",
        r"not (?:[\w-]+ ){0,4}(?:on its own|by itself|alone)"),
    Words("alone itsel own", "(?:on its own|by itself|alone),? (?:no|not)"),
    Words("last & never not t", f"(?:(?:do|does|did|will|may|might){_NOT}|won(?:'|’)t|never) last"),
    Words("desig inten meant suita suite & not t",
        f"(?:is|are){_NOT} (?:meant|intended|designed|suitable|suited) (?:for|to|as)"),
    Words("wheth", r"whether\b.*\b(?:is|was) not (?:what|clear|known|something)"),
    Words("blind compa contr rando & no nobod none not nothi",
        r"(?:nothing|nobody|no one|none|not) (?:\w+ ){0,5}(?:controlled|randomi[sz]ed|"
        "blinded|comparison|control group)"),
    Words("aband count depen expec give rely repla rush skip stop subst swap trade & do t",
        "do(?:n't|n’t| not) (?:swap|replace|expect|rely|count|stop|skip|give up|abandon|"
        "rush to|trade|substitute|depend)"),
    Words("bet let shoul",
        r"should(?:n't|n’t| not) (?:\w+ )?be", f"(?:do|does|should){_NOT} (?:let|bet)"),
    Words("canno not t & be cure guara promi repla",
        r"can(?:not|'t|’t| not) (?:\w+ )?(?:cure|replace|guarantee|promise|be (?:seen|used|"
        "relied|generali[sz]ed|sure|certain|attributed|ruled|told))"),
    Words("neith nobod one & had has have",
        r"(?:nobody|no one|not one(?: of (?:\w+ ){0,3}?\w+)?|neither(?: \w+)?) (?:has|have|"
        r"had) (?:\w+ ){0,2}?(?:been )?(?:\w+ly )?(?:\w+ed|shown|proven|done|run|found|put)"),
    Words("confi estab looke measu prove shown studi teste & neith no nobod none",
        "(?:nobody|no one|none of (?:this|it|them|these)|neither) (?:has|have|had|is|was|"
        r"were) (?:\w+ )?(?:been )?(?:proven|proved|shown|tested|studied|looked|confirmed|"
        "established|measured)"),
    Words("know say sure tell & canno not t",
        f"(?:we|scientists|researchers|experts|doctors) (?:do{_NOT}|can(?:not|{_NOT}|'t|"
        r"’t)) (?:\w+ )?(?:know|say|tell|be sure)"),
    Words("able found prove show suffi",
        f"ha(?:s|ve){_NOT} (?:yet |so far )?(?:found|been able)",
        f"(?:do|does|did){_NOT} (?:yet )?(?:show|prove|suffice)"),
    Words("know promi say sure tell & no nobod who",
        "(?:nobody|no one|who|nobody really) (?:can|could|knows?|will) (?:say|tell|promise|"
        "know|be sure)"),
    Words("know prove say tell & canno not t",
        "can(?:not|'t|’t| not) (?:prove|know|say|tell)(?! enough| no| the difference| you "
        "how| how)"),
    Words("scien trial", f"(?:is|are){_NOT} (?:a )?(?:science|clinical trial|trial)"),
    Words("answe say settl tell & neith no none",
        rf"(?:neither|no|none of the) (?:\w+ )?{_EVIDENCE} (?:can|could|does|did|will) "
        "(?:yet )?(?:tell|say|answer|settle)"),
)  # fmt: skip

#: How few there were, how small it was, and what has to be done or seen first.
_FEW = (
    Words("all just mere merel no only & adult cases femal indiv males men paper parti patie "
          "peopl perso stude studi subje trial volun women",
        r"(?<!\bon )(?:only|just|merely|a mere|all (?:it|they) had (?:was|were)|no more than) "
        r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|"
        r"a handful of|a few) (?:[\w-]+ ){0,3}?(?:men|women|people|participants|patients|"
        r"subjects|volunteers|students|males|females|adults|persons|individuals|cases|studies|"
        r"trials|papers)"),
    Words("any & degre exten",
        r"not? (?:\w+ ){0,4}to any (?:\w+ )?(?:degree|extent)"),
    Words("most & at", r"at most(?! \d)"),
    Words("care caref cauti",
        r"(?:should|must|needs? to|has to|be|to be) (?:\w+ )?(?:careful|cautious|interpreted with "
        r"(?:care|caution)|treated with (?:care|caution)|viewed with caution)",
        r"words? of caution", r"with (?:some|a little|due|great) (?:care|caution)"),
    Words("agree & n't not", r"(?:not|n['’]t) (?:\w+ )?(?:in agreement|agree)"),
    Words("appro medic other profe prope prove & combi paire used & along toget with",
        r"(?:should|must|needs? to|is best|are best|best) (?:always )?(?:be )?(?:paired|combined|"
        r"used) (?:with|alongside|together with) (?:\w+ )?(?:medical|proper|professional|"
        r"appropriate|proven|other)"),
    Words("expec extra star suppo",
        r"(?:(?<!-)supporting tools?|supportive|healthy extra|nice extra|star of the show|"
        r"expectations (?:must|should|need to) (?:be|remain|stay|\w+ realistic))"),
    Words("derma docto gp physi speci trich & ask consu have let see speak talk visit",
        r"(?:have|let|ask|see|consult|visit|talk to|speak (?:to|with)) (?:a|an|your|the) "
        r"(?:[\w-]+ ){0,2}?(?:doctor|gp|dermatologist|physician|specialist|trichologist)"),
    Words("cause reaso & check clear diagn exami found inves looke sorte",
        r"have (?:the|its|any|your|that) (?:\w+ )?(?:cause|reason)s? (?:looked|checked|found|"
        r"sorted|examined|diagnosed|cleared|investigated)"),
)  # fmt: skip

#: Where no finding follows: "an uncontrolled study found" tells what it found.
_NO_FINDING = (
    r"(?!,? (?:[\w-]+ ){0,2}?(?:study|trial|experiment|survey)"
    r"(?: (?:of|in|on|with) (?:[\w-]+ ){1,6}?| )(?:found|finds|reported|reports|showed|shows|saw|"
    r"suggests?|suggested|measured)\b)"
)
#: What is left open.
_OPEN = (
    Words("bias biase incon limit remai subje uncer uncle uncon unpro unsub untes unver",
        "unproven", "unclear", "uncertain(?:ty)?", "unverified", "unsubstantiated", "untested",
        "remains? to be seen", f"uncontrolled{_NO_FINDING}", "inconclusive", "limitations?",
        "bias(?:ed)?", "subjective(?:ly)?"),
    Words("anecd best cauti grain overs",
        "(?:only|merely|mostly|purely|largely|mainly|just) anecdotal", "anecdotal at best",
        "at best", "grain of salt", "with caution", "caution(?:s|ed|ary)?", r"overstat\w+"),
    Words("bias exagg guess hints poorl",
        r"exaggerat\w+", "only (?:a few )?hints",
        "poorly (?:done|designed|conducted|controlled|run)", "any(?:one|body)(?:'|’)s guess",
        "confirmation bias"),
    Words("anywa rule", "(?:hard|difficult) to rule out", r"(?:have|had|has) (?:\w+ )?anyway"),
    Words("warn warne warns & again that",
        r"warn(?:s|ed)? (?:against|that (?:it|this|a|the) (?:\w+ )?(?:can|will|does|"
        "is))"),
    Words("agree unbli", "can(?:'t|’t|not) agree", "unblinded"),
    Words("enoug jury place wheth",
        "jury(?: is|(?:'|’)s)? (?:still )?out", "(?:hardly|scarcely|barely) enough",
        "placebo effect", r"whether\b.*\bdepends?"),
    Words("conje conte debat dispu hypot moot myste quest specu theor undec & are is merel only "
          "remai still was",
        r"(?:is|are|was|remains?|still|only|merely) (?:\w+ )?(?:an? )?(?:\w+ "
        ")?(?:hypothes[ie]s|conjecture|speculation|speculative|theoretical|open question|"
        "subtle question|matter of debate|mystery|debated|contested|disputed|moot|"
        "undecided)"),
    Words("diffe disag divid split & docto exper opini resea scien studi they",
        r"(?:experts|scientists|researchers|doctors|they|studies|opinions?) (?:\w+ "
        ")?(?:disagree|differ|are (?:split|divided))"),
    Words("divid split", "(?:split|divided) (?:on|over|about)"),
    Words("early soon", "too (?:early|soon)"),
    Words("diffi early hard impos & attri concl draw know measu pin prove say separ tell",
        "(?:hard|difficult|impossible|too early) to (?:say|know|tell|measure|prove|"
        "conclude|draw|attribute|separate|pin)"),
    Words("chanc coinc hype luck place self",
        r"self[- ]report\w* (?:\w+ )?(?:only|alone|bias)", "hype",
        "(?:could|may|might) be (?:chance|luck|coincidence|placebo)",
        "chance (?:can|could|may|might|alone)"),
    Words("far long & certa clear concl convi cure curin proof prove provi settl solid stron",
        "(?:a )?(?:long way|far) from (?:curing|cure|a cure|proof|proven|proving|certain|"
        "settled|conclusive|clear|solid|strong|convincing)"),
)  # fmt: skip

#: What a limit speaks of that weakens a claim: what is shown, or how much there is to it.
_SHOWN = Ways(
    Words("confi data evide exper findi inves liter not proof resea scien studi study suppo "
          "testi trial",
        f"{_EVIDENCE}", "not"),
    Words("anecd cure cures guara incon limit mirac prove repla shown subje subst uncer uncle "
          "unkno unpro",
        "prove[nsd]?", "unproven", "unclear", "unknown", "shown", "cures?", "miracles?",
        "substitutes?", "guarantees?d?", r"replac\w+", "limited", "limits?", r"anecdot\w+",
        r"subjective\w*", "inconclusive", "uncertain"),
    Words("canno littl modes sligh varie vary",
        "var(?:y|ies)", "cannot", "little", "modest", "slight"),
    Words("alone depen enoug known magic only small",
        "known", "magic", "depends?", "alone", "only", "small", "enough"),
)  # fmt: skip


def limits_what_is_shown(text: str) -> bool:
    """Whether a sentence that limits speaks of what is shown, or of how much there is to it."""
    return _SHOWN.stand_in(small(text))


_LIMITS = Ways(*_OF_EVIDENCE, *_LITTLE, *_FEW, *_NOT_SHOWN, *NO_CURE, *_OPEN, *VARIES)


def limits(part: str) -> bool:
    """Whether a part of a sentence, in small letters, limits what it speaks of."""
    return _LIMITS.stand_in(part)
