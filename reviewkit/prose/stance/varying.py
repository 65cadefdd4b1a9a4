"""Limits of use: what a thing does not stand in for, for whom it works, how soon and how long."""

from __future__ import annotations

from reviewkit.prose.patterns import Words

_NOT = "(?:n't|n’t| not)"

#: What it does not stand in for.
NO_CURE = (
    Words("all alway cure cures every fix guara insta magic main medic mirac overn panac repla "
          "silve sole stand subst & as neith never not t than",
        f"(?:(?:is|are){_NOT}|not|never|neither|isn(?:'|’)t|rather than|"
        "(?<!more )than(?= an? | the )) "
        "(?:necessarily |really |exactly |quite |intended (?:as |to be )?|meant (?:as |to "
        r"be )?|to be |be |as |so much )*(?:an? |the )?(?:\w+ ){0,2}?(?:cures?|cure-all|"
        r"miracles?|magic|substitutes?|replacements?|guarantee\w*|silver bullet|panacea|"
        "quick fix|instant|overnight|replace|stand-?alone|main (?:course|treatment)|sole|"
        "medical treatment|medical advice|for everyone|everyone|every (?:case|person|type)|"
        "all (?:cases|types|people)|always)"),
    Words("addit adjun compl extra suppl & conve medic not other presc prove rathe stand",
        r"(?:supplement|complement|addition|adjunct|extra) (?:to|alongside|and) (?:\w+ "
        ")?(?:not|rather|conventional|medical|other|prescribed|standard|proven)"),
    Words("inste place rathe & cure docto medic presc profe prove treat",
        "(?:rather than|instead of|not in place of|in place of|take the place of) (?:an? |"
        r"the |your )?(?:\w+ )?(?:cure|treat\w*|medic\w*|proven|prescri\w*|professional "
        "(?:care|advice|help)|doctor)"),
)  # fmt: skip

#: For whom, beside what, how soon and for how long.
VARIES = (
    Words("depen diffe varie vary",
        "(?:results?|effects?|people|individuals?|everyone|responses?|experiences?|it) "
        r"(?:\w+ ){0,4}(?:var(?:y|ies|ied)|differs?|depends?)"),
    Words("diffe varie vary varyi",
        "varies (?:from|between|by|with|depending)",
        "(?:vary|varying) (?:from|between|by|depending|based|greatly|widely)", "people differ"),
    Words("alone itsel own & canno does is may might t will would",
        r"(?:alone|by itself|on its own)(?:,)? (?:\w+ ){0,2}(?:is|may|will|won(?:'|’)t|"
        "cannot|can(?:'|’)t|isn(?:'|’)t|does|might|would)(?: not|n't|n’t| only| be enough| "
        "never| unlikely| insufficient| hardly)*"),
    Words("alone itsel own", "(?:by itself|alone|on its own) it (?:is|will|may)"),
    Words("best & combi consi regar seen thoug used viewe",
        r"best (?:seen|used|thought of|viewed|considered|regarded|combined) (?:\w+ )?(?:as|"
        "with|alongside|in)"),
    Words("befor patie",
        r"(?:be|requires?|takes?|need) (?:\w+ )?(?:patien\w+)",
        "before (?:anything|any change|you (?:see|notice))"),
    Words("least only",
        "only (?:temporary|temporarily|short|one piece|part of)", r"(?:some|others?) (?:\w+ )?only",
        "at least for (?:a while|an hour|a time|now|a day)"),
    Words("only & day days eveni hour hours minut time while",
        r"only (?:\w+ ){0,3}for (?:a|an|one|some) (?:\w+ )?(?:hours?|minutes?|while|time|"
        "days?|evening)"),
    Words("brief rarel seldo shrin wear wears wore worn",
        "w(?:ears?|ore|orn) off", "(?:rarely|seldom) lasts?", "too briefly",
        "shrinks? to (?:almost |next to )?nothing"),
    Words("aspec compo eleme part piece tool & bigge broad compl compr full holis large overa "
          "plan puzzl treat whole wider",
        "(?:one|a) (?:part|piece|component|element|tool|aspect) (?:of|in) (?:a|the|your|"
        r"an?) (?:\w+ )?(?:larger|wider|broader|bigger|whole|overall|comprehensive|"
        "treatment|complete|holistic|full|plan|puzzle)"),
    Words("part & bigge broad compl compr large manag overa treat wider",
        r"part of (?:a|an) (?:\w+ )?(?:larger|wider|broader|bigger|overall|comprehensive|"
        "complete|treatment|management)"),
    Words("expec hoped hopin wante & as becau since",
        "(?:because|as|since) (?:they|people) (?:expected|hoped|wanted|were hoping)"),
    Words("fade faded fades gone vanis & advan benef calm effec gain gains glow impro lead "
          "relie resul",
        "(?:effects?|benefits?|relief|results?|gains?|lead|advantage|calm|glow|"
        r"improvements?)(?: \w+)?,? (?:[\w',]+ ){0,6}(?:fade[sd]?|vanish(?:es|ed)?|gone)"),
    Words("take takes takin & least month patie sever time up weeks while",
        "tak(?:e|es|ing) (?:weeks|months|patience|a while|several|up to|at least|"
        "time(?! (?:to(?! (?:show|see|work|notice|build|appear))|out|for|off)\\b))"),
    Words("take treat", r"(?:take|treat) (?:this|these|it|them|that|the \w+) with"),
    Words("if & derma docto gp physi speci trich",
        "if (?:[^.;]*) (?:see|ask|consult|visit|show it to|speak to|talk to|have|let|make "
        r"an appointment with) (?:your|a|the|an?) (?:\w+ )?(?:doctor|gp|dermatologist|"
        "physician|specialist|trichologist)"),
    Words("just mere only than & in took",
        "(?:only|just|a mere|no more than) (?:nine|ten|eight|seven|six|five|four|three|two|"
        r"a dozen|a handful of|\d+) (?:\w+ )?\w+ (?:took part|were in it|in it)"),
    Words("other & few no not less littl none n't",
        r"others (?:\w+ )?(?:(?:may|might|do|did|will|would|could)(?: not|n['’]t)|(?:may|might|"
        r"will) (?:\w+ )?(?:see|notice|find|get|experience|feel|have) (?:\w+ )?(?:no|little|less|"
        r"few|none)|(?:see|saw|notice|noticed|find|found|get|got|experience|feel|felt|report|had|"
        r"have) (?:\w+ )?(?:no|little|less|few|none))"),
    Words("limit modes & benef effec gains impac impro resul succe value",
        r"(?:limited|modest) (?:[\w-]+ ){0,3}(?:benefits?|effects?|effectiveness|impact|results?|"
        r"success|value|gains|improvements?)"),
    Words("assur claim garan guara promi warra & canno n't never not",
        r"(?:(?:do|does|did|can|could|will|would|should)(?: not|n['’]t)|cannot|never|not) (?:\w+ )?"
        r"(?:promise|guarantee|warrant|assure|claim) (?:that|it|to|you|any|results?|growth|"
        r"success)"),
    Words("merit effec effic benef value claim & calle quest doubt dispu",
        r"(?:merits?|effectiveness|efficacy|benefits?|value|claims?) (?:[\w’'-]+ ){0,6}?(?:is|are|"
        r"was|were|has been|have been|remains?) (?:\w+ )?(?:called into question|questioned|"
        r"questionable|doubtful|doubted|in (?:doubt|question|dispute)|open to (?:doubt|question))"),
    Words("expec hopes & check groun low modes reali tempe",
        r"(?:keep|have|set|with) (?:\w+ )?(?:expectations|hopes) (?:\w+ )?(?:realistic|modest|low|"
        r"in check|grounded)",
        r"(?:realistic|modest|tempered?) (?:\w+ )?(?:expectations|hopes)"),
    Words("benef chang effec gain gains impro resul & disap incon limit minim minor modes negli "
          "short sligh small subtl tempo under unpre",
        r"(?:results?|effects?|benefits?|changes?|gains?|improvements?) (?:\w+ ){0,3}?(?:is|are|"
        r"was|were|be) (?:\w+ )?(?:subtle|minimal|negligible|small|minor|slight|modest|limited|"
        r"temporary|short-lived|inconsistent|unpredictable|disappointing|underwhelming)"),
    Words("diffe & indiv perso case user patie",
        r"differs? from (?:one )?(?:person|individual|case|user|patient)"),
    Words("milea so debat",
        r"mileage (?:may|will|might) vary", r"only (?:do|go) so (?:much|far)",
        r"(?:up for|open to) debate", "debatable"),
    Words("lack lacks lacki & backi basis valid",
        r"lack(?:s|ing)? (?:\w+ ){0,3}(?:backing|basis|validation)"),
)  # fmt: skip
