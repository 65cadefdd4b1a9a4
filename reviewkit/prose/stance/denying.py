"""Denials: that a thing does nothing, does not do what is said, or does the opposite."""

from __future__ import annotations

import re

from reviewkit.prose.patterns import Words, lazily
from reviewkit.prose.stance.asking import DOES

_NOT = "(?:n't|n’t| not)"
#: Denials that deny nothing, or deny a harm.
_EMPTY = Words(
    "all beat beate but could damag denie deny doubt end enoug harm hurt if imagi irrit "
    "just least live longe matte menti merel n't needs never nothi only overs pain quest "
    "recom secre side simpl solel surpr uncom unusu wait wheth why witho wonde wrong"
    "(?:not|nor is that) all(?=[:.])",
    "not (?:only|just|merely|simply|solely|to mention|least|the only|surpris\\w+|unusual|uncommon|"
    "for nothing|without)",
    f"(?:do|does|did|is|are|was|were|has|have){_NOT} (?:only|just|merely|simply|solely|end)",
    "(?:no|without|beyond|little) (?:a )?(?:doubt|question|wonder|surprise|secret)", "no matter",
    f"can(?:not|{_NOT}|'t) (?:hurt|go wrong|beat|be beaten|deny|be denied|be overstated|help but|"
    "wait|recommend|get enough|imagine|live|do without)", "could(?:n't|n’t| not) be",
    "never (?:fails?|failed|felt|had|seen|been (?:so|more|better|happier|easier|calmer))", "whether or not", "why not", "if not",
    f"(?:can(?:not|{_NOT}|'t|’t)|will not|won(?:'|’)t|not) (?:\\w+ ){{1,8}}without",
    f"(?:do|does|will){_NOT} (?:(?:cause|do) (?:any )?(?:harm|damage|side|pain|"
    "irritation)|damage|harm|hurt|irritate)", "no longer",
    "(?:nobody|no one) needs an?",
    f"nothing (?:\\w+ ){{0,5}}?(?:will|can|could|does)(?:not|{_NOT})",
)  # fmt: skip
#: "It does not (really) ...", with a subject, outside "if", "when" and "who".
_NEGATED = lazily(
    rf"(?P<before>(?:\b[\w'’-]+,? )?)\b(?:(?:do|does|did|will|would|could){_NOT}|can(?:not| not|"
    rf"'t|’t)|won(?:'|’)t|never) (?:(?:\w+ly|even|yet|also|ever|itself|by itself|in fact) )?"
    rf"(?:{DOES})\b(?P<after>(?: any\b)?)",
    flags=0,
)
#: "It did not ...", whatever the verb, but for those that deny nothing of what it is good for.
_NOT_DONE = lazily(
    rf"(?:^(?:does|did)n['’]t|\b(?:it|this|that|these|they|which) (?:(?:do|does|did|will|would|could){_NOT}|"
    r"won(?:'|’)t)) (?:(?:\w+ly|even|yet|also|ever) )?"
    r"(?!(?:need|require|cost|hurt|harm|take|involve|use|leave|contain|damage|irritate|matter|stop|"
    r"end|mean|have|pull|tug|feel|seem|include|come|go|sound|look|last|know|want|like|say|think|"
    r"believe|surprise|always|necessarily|only|just|merely|all)\b)\w",
    flags=0,
)
#: Of what `_NEGATED` finds, each holds one of these; few sentences do.
_NEGATIVE = re.compile("n['’]t|not|never")
_CONDITION = lazily(
    r"\b(?:if|when|whenever|unless|where|who|whose|because|until|once|that you|so that|what)\b"
    r"[^,;:]{0,60}$",
    flags=0,
)
#: Characters before a denial that are looked at for a condition.
FAR = 80
_READERS = frozenset({"you", "we", "i"})
#: A denial by "no", "not" and their like.
_BY_NO = Words(
    "answe any anyth be belie budge chang contr credi diffe dropp effec exist fail faile "
    "faili fails falle going gone gonna grown helpe impos impro jot matte moved much multi "
    "n't neith never no nobod none nor not nothi reaso risen short somet such than thank "
    "thing think unlik verdi word worke"
    "(?:has|have|had|with|shows?|showed|shown|found|find|finds|was|were|is|makes?|made|saw|see|"
    "of|to|little (?:to|or)|offers?|there(?:'|’)s|having|into) no (?!side|"
    "adverse)(?:\\w+ ){0,3}(?:effects?|"
    "impact|benefits?|influence|bearing|use|role|"
    "differences?|changes?|improvements?|increases?|reductions?|gains?|link|connection|"
    "correlation|relation\\w*|association|way)",
    "no (?:significant |measurable |real |noticeable |clear |added |such |direct |"
    "meaningful |lasting )?(?:effects?|differences?|changes?|improvements?|"
    "benefits?|impact)(?! (?:of|from) (?:medication|drugs))",
    "unlikely to",
    f"(?:(?:is|are|was|were){_NOT}|not) (?:\\w+ly )?(?:effective|true|different|associated|linked|"
    "related|improved|increased|reduced|changed|affected|better|possible|the case|significant|"
    "a (?:\\w+ )?(?:way|treatment|remedy|solution)|due to)",
    "(?:do|does)(?:n't|n’t| not) (?:believe|think)",
    "did nothing",
    "do(?:es)? (?:next to |almost )?nothing",
    "fail(?:ed|s|ing)? to",
    "impossible to",
    "contrary to",
    "neither (?!of)",
    "nor (?:does|do|did|is|are|was|were|will|can|could|has|have|would)",
    "nothing to do with",
    "(?:answer|word|short|verdict)(?: is|:) no",
    "no(?=:)",
    "no more (?:effective|than (?!an? \\w+ (?:a|per)|\\d|one|two|three|four|five|six|ten|that))",
    "not (?:credit|thanks to)",
    "no (?:better|worse|more \\w+|(?!longer|other|further|matter)\\w+er),? (?:\\w+, )?than",
    f"(?:{_NOT}|never) (?:\\w+ ){{1,5}}any (?:more|better|\\w+er)",
    "(?:help|calm|reliev|eas|cur|chang|improv)(?:s|ed|es) (?:nobody|no one|none)",
    "(?:has|have|had) never been (?:shown|proven|proved|demonstrated|seen)",
    "no reason to (?:believe|think|suppose|expect)",
    "nothing (?:of the sort|happened|changed|(?:will|can|could|would) (?:wake|bring|restore|revive|change|cure))",
    "no such (?:thing|luck|effect|change|rise|drop)",
    "no (?:amount of (?:\\w+ ){1,4}?|massage |rubbing |brush |oil |comb |tool |gadget |treatment |rub-down )(?:will|can|could|would|is going to|makes?|ever)",
    "(?:not|n't|n’t) (?:going to|gonna) (?!hurt|harm|cost|lie|cure|replace)\\w+",
    "can(?:not|'t|’t| not) be (?:massaged|rubbed|brushed|combed|reversed|undone|restored|revived|regrown|brought)",
    "ha(?:s|d|ve)(?:n't|n’t| not) (?:\\w+ )?(?:gone|risen|fallen|changed|grown|improved|multiplied|dropped|moved|budged|helped|worked)",
    "no different (?:after|from|to|than|between|at|with)",
    "not a jot",
    f"(?:is|are|was){_NOT} (?:\\w+ )?something (?:that )?(?:you|it|massage)",
    "no (?:more|fewer|less) (?:\\w+ ){1,6}than",
    "seem(?:s|ed)? (?:\\w+ )?unlikely",
    "too (?:slight|small|weak|little) to matter",
    "(?:is|are|was|were|felt|feels|got|gets) no (?:better|calmer|thicker|longer|happier|worse)(?=[.,;!]|$)",
    f"(?:is|are)(?:{_NOT}) (?:one of|among) (?:them|these|those)",
    f"do(?:es)?(?:{_NOT}) do (?:a thing|anything|much)",
    f"do(?:es)?{_NOT} exist",
)  # fmt: skip

#: A denial by words of their own.
_BY_WORD = Words(
    "aggra backf barel bogus bro bunk contr debun doubt fad falla false fetch gimmi hardl "
    "hoax hogwa humbu impla ineff laid left littl lying misco misin mista myth myths nonse "
    "oppos overs point pseud quack remai rever scam scarc snake stay staye stays unaff "
    "uncha unlik untru usele waste wishf worse wrong zero",
    "(?:is|are|just) (?:just |only |"
    "simply )?an? (?:complete |common |pure )?(?:myth|hoax|scam|gimmick|fad)",
    "myths?(?: (?:no\\.? ?)?[\\w-]+)?:(?!.*[.!?] \\w)",
    "(?:are|is|was|were|be) (?:\\w+ ){0,2}?(?:ineffective|useless|untrue|false|pointless|unlikely|"
    "unaffected|unchanged|a waste)",
    "(?:stays?|stayed|remain(?:s|ed)?|left) "
    "(?:\\w+ )?(?:unchanged|the same|as (?:it|they) (?:was|were)|unaffected)",
    "(?:do(?:es)?|did) (?:very |so |rather )?little (?:for|to|about|against)",
    "debunk\\w*",
    "(?:hardly|barely|scarcely) (?:any|chang\\w+|differ\\w+|affect\\w+|improv\\w+)",
    "(?:very )?little (?:effect|difference|benefit|impact)",
    "(?:is|are) (?:simply |just |plain )?(?:wrong|mistaken|overselling|lying|misinformed)",
    "ma(?:k(?:es?|ing)|de) (?:[\\w-]+ ){0,4}?worse",
    "aggravat(?:es?|ed|ing)",
    "backfires?",
    "implausible",
    "far-fetched",
    "nonsense",
    "bunk",
    "bogus",
    "wishful thinking",
    "(?:bro|pseudo)-?science",
    "humbug",
    "quackery",
    "hogwash",
    "snake oil",
    "misconception",
    "fallacy",
    "common mistake",
    "(?:do(?:es)?|did) the (?:opposite|reverse)",
    "the opposite is true",
    "quite the (?:opposite|reverse)",
    "on the contrary",
    "zero (?:change|difference|effect|results?|improvement|benefit)",
    "i doubt (?:it|that|whether|if)",
    "laid to rest",
)  # fmt: skip

#: An answer, alone or before what it goes on with.
_ANSWER = lazily(
    r"[\"“‘'(]*(?:(?:verdict|answer|in a word|in short|(?:the )?(?:short |honest )?answer(?: is)?)[:,]? )?"
    r"(?:(?:no|nope|nah)(?=[.!”\"]|$)|(?:hardly|false|wrong|untrue|fiction|unlikely|never|not really|"
    r"not (?:a chance|at all|so)|sadly not|alas,? no|(?:it|they|that|this|you|we) (?:(?:do|does|did|"
    rf"will|would|is|was|has|could|are){_NOT}|can(?:not|['’]t)|won['’]t))[.!;:,”\"]*$)",
    flags=0,
)


def without_empty(text: str) -> str:
    """Return a text in small letters without denials that deny nothing, or deny a harm."""
    return _EMPTY.without(text)


def denies(part: str) -> bool:
    """Whether a part of a sentence, in small letters, denies what it speaks of."""
    return (
        _ANSWER.match(part) is not None
        or _BY_NO.stand_in(part)
        or _BY_WORD.stand_in(part)
        or _by_verb(part)
    )


def _by_verb(part: str) -> bool:
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
