"""Denials: that a thing does nothing, does not do what is said, or does the opposite."""

from __future__ import annotations

import re

from reviewkit.prose.patterns import Words, lazily, said
from reviewkit.prose.stance.asking import DOES

_NOT = "(?:n't|n’t| not)"
#: Denials that deny nothing, or deny a harm.
_EMPTY = (
    Words(
        "all can canno could do doubt fad fail forge gimmi hoax hype if legen myth n't needs negle "
        "never old quest scam secre surpr wives wonde",
        r"(?:is|are|was|were|['’]s) (?:no|hardly an?|not an?|anything but an?) "
        r"(?:mere |old |pure )?"
        r"(?:wives['’]? tale|myth|fad|gimmick|hype|hoax|legend|scam)",
        r"that (?:most|many|other|some|ordinary|regular|traditional|standard) (?:\w+ ){1,3}"
        r"(?:fail|forget|neglect|do(?: not|n['’]t)|can(?:not|['’]t))",
        "(?:not|nor is that) all(?=[:.])",
        "(?:no|without|beyond|little) (?:a )?(?:doubt|question|wonder|surprise|secret)",
        "could(?:n't|n’t| not) be",
        "never (?:fails?|failed|felt|had|seen|been (?:so|more|better|happier|easier|"
        "calmer))",
        "if not", "(?:nobody|no one) needs an?",
    ),
    Words(
        "end just least longe menti merel nothi only simpl solel surpr uncom unusu why witho",
        r"not (?:only|just|merely|simply|solely|to mention|least|the only|surpris\w+|"
        "unusual|uncommon|for nothing|without)",
        f"(?:do|does|did|is|are|was|were|has|have){_NOT} (?:only|just|merely|simply|solely|"
        "end)",
        "why not", "no longer", rf"nothing (?:\w+ ){{0,5}}?(?:will|can|could|does)(?:not|{_NOT})",
    ),
    Words(
        "beat beate but claim damag denie deny enoug harm hurt imagi irrit live matte "
        "overs pain promi recom say says side wait wheth witho wrong",
        r"(?:no matter what|whatever) (?:the|its|their) \w+ (?:says?|claims?|promises?)",
        "no matter",
        f"can(?:not|{_NOT}|'t) (?:hurt|go wrong|beat|be beaten|deny|be denied|be overstated|"
        "help but|wait|recommend|get enough|imagine|live|do without)",
        "whether or not",
        rf"(?:can(?:not|{_NOT}|'t|’t)|will not|won(?:'|’)t|not) (?:\w+ ){{1,8}}without",
        f"(?:do|does|will){_NOT} (?:(?:cause|do) (?:any )?(?:harm|damage|side|pain|"
        "irritation)|damage|harm|hurt|irritate)",
    ),
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
    r"(?:^(?:does|did)n['’]t|\b(?:it|this|that|these|they|which) "
    rf"(?:(?:do|does|did|will|would|could){_NOT}|won(?:'|’)t)) "
    r"(?:(?:\w+ly|even|yet|also|ever) )?"
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
_BY_NO = (
    Words(
        "no nobod none",
        "(?:has|have|had|with|shows?|showed|shown|found|find|finds|was|were|is|makes?|made|"
        "saw|see|of|to|little (?:to|or)|offers?|there(?:'|’)s|having|into) no (?!side|"
        r"adverse)(?:\w+ ){0,3}(?:effects?|impact|benefits?|influence|bearing|use|role|"
        "differences?|changes?|improvements?|increases?|reductions?|gains?|link|connection|"
        r"correlation|relation\w*|association|way)",
        "no (?:significant |measurable |real |noticeable |clear |added |such |direct |"
        "meaningful |lasting )?(?:effects?|differences?|changes?|improvements?|benefits?|"
        "impact)(?! (?:of|from) (?:medication|drugs))",
        "no(?=:)", "(?:help|calm|reliev|eas|cur|chang|improv)(?:s|ed|es) (?:nobody|no one|none)",
        r"no (?:amount of (?:\w+ ){1,4}?|tool |gadget |treatment )"
        "(?:will|can|could|would|is going to|makes?|ever)",
        "(?:is|are|was|were|felt|feels|got|gets) no (?:better|calmer|thicker|longer|"
        "happier|worse)(?=[.,;!]|$)",
        r"(?:grew|grows?|became|becomes?|rose|fell|did|do|does|gets?|got|went|lasts?) no "
        r"(?!longer|other|further|matter)(?:\w{2,}er|more|better|less)",
        r"at no (?:point|time|stage)", r"in no (?:case|trial|study|group|way)",
    ),
    Words(
        "belie credi diffe exist fail faile faili fails impos jot neith never nor reaso thank "
        "think unlik",
        "unlikely to", "(?:do|does)(?:n't|n’t| not) (?:believe|think)", "fail(?:ed|s|ing)? to",
        "impossible to", "neither (?!of)",
        "nor (?:does|do|did|is|are|was|were|will|can|could|has|have|would)",
        "not (?:credit|thanks to)",
        "(?:has|have|had) never been (?:shown|proven|proved|demonstrated|seen)",
        "no reason to (?:believe|think|suppose|expect)",
        "no different (?:after|from|to|than|between|at|with)", "not a jot",
        r"seem(?:s|ed)? (?:\w+ )?unlikely", f"do(?:es)?{_NOT} exist",
    ),
    Words(
        "be budge chang dropp expec falle gone grown helpe impro moved multi n't not risen worke",
        rf"(?:(?:is|are|was|were){_NOT}|not) (?:\w+ly )?(?:effective|true|different|"
        "associated|linked|related|improved|increased|reduced|changed|affected|better|"
        r"possible|the case|significant|a (?:\w+ )?(?:way|treatment|remedy|solution)|due to)",
        "can(?:not|'t|’t| not) be (?:reversed|undone|"
        "restored|revived|regrown|brought)",
        r"ha(?:s|d|ve)(?:n't|n’t| not) (?:\w+ )?(?:gone|risen|fallen|changed|grown|improved|"
        "multiplied|dropped|moved|budged|helped|worked)",
        f"(?:is|are)(?:{_NOT}) (?:one of|among) (?:them|these|those)",
        f"(?:is|are)(?:{_NOT}) about", r"can(?:not|'t|’t| not) (?:\w+ )?expect",
    ),
    Words(
        "matte nothi such",
        "did nothing", "do(?:es)? (?:next to |almost )?nothing", "nothing to do with",
        "nothing (?:of the sort|happened|changed|(?:will|can|could|would) (?:wake|bring|"
        "restore|revive|change|cure))",
        "no such (?:thing|luck|effect|change|rise|drop)",
        "too (?:slight|small|weak|little) to matter",
    ),
    Words(
        "contr effec somet than",
        "contrary to",
        r"no more (?:effective|than (?!an? \w+ (?:a|per)|\d|one|two|three|four|five|six|ten|"
        "that))",
        r"no (?:better|worse|more \w+|(?!longer|other|further|matter)\w+er),? (?:\w+, )?than",
        rf"(?:is|are|was){_NOT} (?:\w+ )?something (?:that )?(?:you|it)",
        r"no (?:more|fewer|less) (?:\w+ ){1,6}than",
    ),
    Words(
        "answe any anyth going gonna much short thing verdi word",
        "(?:answer|word|short|verdict)(?: is|:) no",
        rf"(?:{_NOT}|never) (?:\w+ ){{1,5}}any (?:more|better|\w+er)",
        r"(?:not|n't|n’t) (?:going to|gonna) (?!hurt|harm|cost|lie|cure|replace)\w+",
        f"do(?:es)?(?:{_NOT}) do (?:a thing|anything|much)",
    ),
)  # fmt: skip

#: A denial by words of their own.
_BY_WORD = (
    Words(
        "barel contr doubt fad false gimmi hardl hoax ineff left lying misin mista myth mythb "
        "myths "
        "overs point remai scam scarc stay staye stays unaff uncha unlik untru usele waste "
        "wrong",
        "(?:is|are|just) (?:just |only |simply )?an? (?:complete |common |pure )?(?:myth|"
        "hoax|scam|gimmick|fad)",
        r"myths?(?: (?:no\.? ?)?[\w-]+)?:(?!.*[.!?] \w)", r"myth-?\s?bust(?:ing|ed):",
        r"(?:are|is|was|were|be) (?:\w+ ){0,2}?(?:ineffective|useless|untrue|false|"
        "pointless|unlikely|unaffected|unchanged|a waste)",
        r"(?:stays?|stayed|remain(?:s|ed)?) (?:\w+ )?(?:unchanged|the same|as (?:it|"
        "they) (?:was|were)|unaffected)", "left (?:unchanged|unaffected)",
        r"(?:hardly|barely|scarcely) (?:any|chang\w+|differ\w+|affect\w+|improv\w+)",
        "(?:is|are) (?:simply |just |plain )?(?:wrong|mistaken|overselling|lying|"
        "misinformed)",
        "on the contrary", "i doubt (?:it|that|whether|if)",
    ),
    Words(
        "backf bogus bro bunk debun falla fetch hogwa humbu impla laid littl misco "
        "mista nonse oppos pseud quack rever snake wishf zero",
        "(?:do(?:es)?|did) (?:very |so |rather )?little (?:for|to|about|against)", r"debunk\w*",
        "(?:very )?little (?:effect|difference|benefit|impact)",
        "backfires?",
        "implausible", "far-fetched", "nonsense", "bunk", "bogus", "wishful thinking",
        "(?:bro|pseudo)-science", "pseudoscience", "humbug", "quackery", "hogwash",
        "misconception", "fallacy", "common mistake", "(?:do(?:es)?|did) the (?:opposite|reverse)",
        "the opposite is true", "quite the (?:opposite|reverse)",
        "zero (?:change|difference|effect|results?|improvement|benefit)", "laid to rest",
    ),
)  # fmt: skip

_DENIES = (*_BY_NO, *_BY_WORD)
#: An answer, alone or before what it goes on with.
_ANSWER = lazily(
    r"[\"“‘'(]*(?:(?:verdict|answer|in a word|in short|(?:the )?(?:short |honest )?answer(?: is)?)"
    r"[:,]? )?(?:(?:no|nope|nah)(?=[.!”\"]|$)|"
    r"(?:hardly|false|wrong|untrue|fiction|unlikely|never|not really|not (?:a chance|at all|so)|"
    r"sadly not|alas,? no|(?:it|they|that|this|you|we) "
    rf"(?:(?:do|does|did|will|would|is|was|has|could|are){_NOT}|can(?:not|['’]t)|won['’]t))"
    r"[.!;:,”\"]*$|(?:false|untrue|wrong|fiction|nonsense|not so|myth|busted|debunked)[:.!] )",
    flags=0,
)


def without_empty(text: str) -> str:
    """Return a text in small letters without denials that deny nothing, or deny a harm."""
    for words in _EMPTY:
        text = words.without(text)
    return text


def denies(part: str) -> bool:
    """Whether a part of a sentence, in small letters, denies what it speaks of."""
    return _ANSWER.match(part) is not None or said(part, _DENIES) or _by_verb(part)


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
