"""Denials: that a thing does nothing, does not do what is said, or does the opposite."""

from __future__ import annotations

import re

from reviewkit.prose.patterns import Ways, Words, lazily
from reviewkit.prose.stance.asking import DOES

_NOT = "(?:n't|n’t| not)"
#: Denials that deny nothing, or deny a harm.
_EMPTY = (
    Ways(
        Words("fad gimmi hoax hype legen myth scam wives & anyth hardl no not",
            r"(?:is|are|was|were|['’]s) (?:no|hardly an?|not an?|anything but an?) "
            r"(?:mere |old |pure )?"
            r"(?:wives['’]? tale|myth|fad|gimmick|hype|hoax|legend|scam)"),
        Words("canno fail forge n't negle not & many most ordin other regul some stand tradi",
            r"that (?:most|many|other|some|ordinary|regular|traditional|standard) (?:\w+ ){1,3}"
            r"(?:fail|forget|neglect|do(?: not|n['’]t)|can(?:not|['’]t))"),
        Words("all", "(?:not|nor is that) all(?=[:.])"),
        Words("doubt quest secre surpr wonde & beyon littl no witho",
            "(?:no|without|beyond|little) (?:a )?(?:doubt|question|wonder|surprise|secret)"),
        Words("could", "could(?:n't|n’t| not) be"),
        Words("never & been fail faile fails felt had seen",
            "never (?:fails?|failed|felt|had|seen|been (?:so|more|better|happier|easier|"
            "calmer))"),
        Words("if needs", "if not", "(?:nobody|no one) needs an?"),
    ),
    Ways(
        Words("not & just least menti merel nothi only simpl solel surpr uncom unusu witho",
            r"not (?:only|just|merely|simply|solely|to mention|least|the only|surpris\w+|"
            "unusual|uncommon|for nothing|without)"),
        Words("end just merel only simpl solel & not t",
            f"(?:do|does|did|is|are|was|were|has|have){_NOT} (?:only|just|merely|simply|solely|"
            "end)"),
        Words("longe nothi why",
            "why not", "no longer",
            rf"nothing (?:\w+ ){{0,5}}?(?:will|can|could|does)(?:not|{_NOT})"),
    ),
    Ways(
        Words("matte whate & claim promi say says",
            r"(?:no matter what|whatever) (?:the|its|their) \w+ (?:says?|claims?|promises?)"),
        Words("matte", "no matter"),
        Words("canno n't not & beat beate but denie deny enoug hurt imagi live overs recom wait "
              "witho wrong",
            f"can(?:not|{_NOT}|'t) (?:hurt|go wrong|beat|be beaten|deny|be denied|be overstated|"
            "help but|wait|recommend|get enough|imagine|live|do without)"),
        Words("wheth", "whether or not"),
        Words("witho & canno not t",
            rf"(?:can(?:not|{_NOT}|'t|’t)|will not|won(?:'|’)t|not) (?:\w+ ){{1,8}}without"),
        Words("damag harm hurt irrit pain side & not t",
            f"(?:do|does|will){_NOT} (?:(?:cause|do) (?:any )?(?:harm|damage|side|pain|"
            "irritation)|damage|harm|hurt|irritate)"),
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
    Words("no & assoc beari benef chang conne corre diffe effec gain gains impac impro incre "
          "influ link reduc relat role use way",
        "(?:has|have|had|with|shows?|showed|shown|found|find|finds|was|were|is|makes?|made|"
        "saw|see|of|to|little (?:to|or)|offers?|there(?:'|’)s|having|into) no (?!side|"
        r"adverse)(?:\w+ ){0,3}(?:effects?|impact|benefits?|influence|bearing|use|role|"
        "differences?|changes?|improvements?|increases?|reductions?|gains?|link|connection|"
        r"correlation|relation\w*|association|way)"),
    Words("no & benef chang diffe effec impac impro",
        "no (?:significant |measurable |real |noticeable |clear |added |such |direct |"
        "meaningful |lasting )?(?:effects?|differences?|changes?|improvements?|benefits?|"
        "impact)(?! (?:of|from) (?:medication|drugs))"),
    Words("no", "no(?=:)"),
    Words("no nobod none & calme calms chang cured cures curs eased eases eass helpe helps "
          "impro relie",
        "(?:help|calm|reliev|eas|cur|chang|improv)(?:s|ed|es) (?:nobody|no one|none)"),
    Words("amoun gadge tool treat & no",
        r"no (?:amount of (?:\w+ ){1,4}?|tool |gadget |treatment )"
        "(?:will|can|could|would|is going to|makes?|ever)"),
    Words("no & bette calme happi longe thick worse",
        "(?:is|are|was|were|felt|feels|got|gets) no (?:better|calmer|thicker|longer|"
        "happier|worse)(?=[.,;!]|$)"),
    Words("no & becam becom did do does fell get gets got grew grow grows last lasts rose went",
        r"(?:grew|grows?|became|becomes?|rose|fell|did|do|does|gets?|got|went|lasts?) no "
        r"(?!longer|other|further|matter)(?:\w{2,}er|more|better|less)"),
    Words("no & case group point stage study time trial way",
        r"at no (?:point|time|stage)", r"in no (?:case|trial|study|group|way)"),
    Words("belie fail faile faili fails impos neith think unlik",
        "unlikely to", "(?:do|does)(?:n't|n’t| not) (?:believe|think)", "fail(?:ed|s|ing)? to",
        "impossible to", "neither (?!of)"),
    Words("credi nor thank",
        "nor (?:does|do|did|is|are|was|were|will|can|could|has|have|would)",
        "not (?:credit|thanks to)"),
    Words("never reaso",
        "(?:has|have|had) never been (?:shown|proven|proved|demonstrated|seen)",
        "no reason to (?:believe|think|suppose|expect)"),
    Words("diffe exist jot unlik",
        "no different (?:after|from|to|than|between|at|with)", "not a jot",
        r"seem(?:s|ed)? (?:\w+ )?unlikely", f"do(?:es)?{_NOT} exist"),
    Words("n't not & affec assoc bette case chang diffe due effec impro incre linke possi reduc "
          "relat remed signi solut treat true way",
        rf"(?:(?:is|are|was|were){_NOT}|not) (?:\w+ly )?(?:effective|true|different|"
        "associated|linked|related|improved|increased|reduced|changed|affected|better|"
        r"possible|the case|significant|a (?:\w+ )?(?:way|treatment|remedy|solution)|due to)"),
    Words("broug regro resto rever reviv undon & be",
        "can(?:not|'t|’t| not) be (?:reversed|undone|"
        "restored|revived|regrown|brought)"),
    Words("budge chang dropp falle gone grown helpe impro moved multi risen worke & not t",
        r"ha(?:s|d|ve)(?:n't|n’t| not) (?:\w+ )?(?:gone|risen|fallen|changed|grown|improved|"
        "multiplied|dropped|moved|budged|helped|worked)"),
    Words("n't not & about among one",
        f"(?:is|are)(?:{_NOT}) (?:one of|among) (?:them|these|those)",
        f"(?:is|are)(?:{_NOT}) about"),
    Words("expec & canno not t", r"can(?:not|'t|’t| not) (?:\w+ )?expect"),
    Words("nothi", "did nothing", "do(?:es)? (?:next to |almost )?nothing", "nothing to do with"),
    Words("nothi & bring chang cure happe resto reviv sort wake",
        "nothing (?:of the sort|happened|changed|(?:will|can|could|would) (?:wake|bring|"
        "restore|revive|change|cure))"),
    Words("matte such",
        "no such (?:thing|luck|effect|change|rise|drop)",
        "too (?:slight|small|weak|little) to matter"),
    Words("contr", "contrary to"),
    Words("effec than & no",
        r"no more (?:effective|than (?!an? \w+ (?:a|per)|\d|one|two|three|four|five|six|ten|"
        "that))"),
    Words("than & no",
        r"no (?:better|worse|more \w+|(?!longer|other|further|matter)\w+er),? (?:\w+, )?than"),
    Words("somet & not t", rf"(?:is|are|was){_NOT} (?:\w+ )?something (?:that )?(?:you|it)"),
    Words("than", r"no (?:more|fewer|less) (?:\w+ ){1,6}than"),
    Words("answe any short verdi word",
        "(?:answer|word|short|verdict)(?: is|:) no",
        rf"(?:{_NOT}|never) (?:\w+ ){{1,5}}any (?:more|better|\w+er)"),
    Words("going gonna & not t",
        r"(?:not|n't|n’t) (?:going to|gonna) (?!hurt|harm|cost|lie|cure|replace)\w+"),
    Words("anyth much thing", f"do(?:es)?(?:{_NOT}) do (?:a thing|anything|much)"),
)  # fmt: skip

#: A denial by words of their own.
_BY_WORD = (
    Words("fad gimmi hoax myth scam & are is just",
        "(?:is|are|just) (?:just |only |simply )?an? (?:complete |common |pure )?(?:myth|"
        "hoax|scam|gimmick|fad)"),
    Words("myth mythb myths",
        r"myths?(?: (?:no\.? ?)?[\w-]+)?:(?!.*[.!?] \w)", r"myth-?\s?bust(?:ing|ed):"),
    Words("false ineff point unaff uncha unlik untru usele waste & are be is was were",
        r"(?:are|is|was|were|be) (?:\w+ ){0,2}?(?:ineffective|useless|untrue|false|"
        "pointless|unlikely|unaffected|unchanged|a waste)"),
    Words("remai stay staye stays & same unaff uncha was were",
        r"(?:stays?|stayed|remain(?:s|ed)?) (?:\w+ )?(?:unchanged|the same|as (?:it|"
        "they) (?:was|were)|unaffected)"),
    Words("left & unaff uncha", "left (?:unchanged|unaffected)"),
    Words("barel hardl scarc & affec any chang diffe impro",
        r"(?:hardly|barely|scarcely) (?:any|chang\w+|differ\w+|affect\w+|improv\w+)"),
    Words("lying misin mista overs wrong & are is",
        "(?:is|are) (?:simply |just |plain )?(?:wrong|mistaken|overselling|lying|"
        "misinformed)"),
    Words("contr doubt", "on the contrary", "i doubt (?:it|that|whether|if)"),
    Words("littl & did do does",
        "(?:do(?:es)?|did) (?:very |so |rather )?little (?:for|to|about|against)"),
    Words("backf debun impla littl",
        r"debunk\w*", "(?:very )?little (?:effect|difference|benefit|impact)", "backfires?",
        "implausible"),
    Words("bogus bro bunk falla fetch hogwa humbu misco mista nonse pseud quack wishf",
        "far-fetched", "nonsense", "bunk", "bogus", "wishful thinking", "(?:bro|pseudo)-science",
        "pseudoscience", "humbug", "quackery", "hogwash", "misconception", "fallacy",
        "common mistake"),
    Words("oppos quite rever true",
        "(?:do(?:es)?|did) the (?:opposite|reverse)", "the opposite is true",
        "quite the (?:opposite|reverse)"),
    Words("laid zero",
        "zero (?:change|difference|effect|results?|improvement|benefit)", "laid to rest"),
)  # fmt: skip

_DENIES = Ways(*_BY_NO, *_BY_WORD)
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
    for ways in _EMPTY:
        text = ways.without(text)
    return text


def denies(part: str) -> bool:
    """Whether a part of a sentence, in small letters, denies what it speaks of."""
    return _ANSWER.match(part) is not None or _DENIES.stand_in(part) or _by_verb(part)


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
