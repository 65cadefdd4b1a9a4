"""Whether a term is only background where it stands: a condition, a cause, a subject of its own.

"If you suffer from stress", "stress can cause hair loss", "hair loss due to stress" and "types of
headache" speak of a thing without saying that anything is done about it. The words are general
English; nothing here knows what a review is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reviewkit.prose.patterns import Hinted, Ways, lazily
from reviewkit.prose.words import Word

#: Words before a term that are looked at for what it hangs on.
LEFT = 5
#: Words after a term that are looked at for what it does.
RIGHT = 6
#: A clause that one of these opens tells under which condition, or why.
CONDITIONS = frozenset(
    {"if", "when", "whether", "because", "since", "although", "though", "unless", "while", "where",
     "whenever", "once", "until"}
)  # fmt: skip
#: Of these, those that tell a condition and no reason.
IFS = frozenset({"if", "when", "where", "once", "whenever", "unless", "until"})
#: A term that hangs on one of these is no object of what is done.
_HUNG = frozenset(
    {"of", "from", "under", "about", "during", "by", "without", "after", "before", "despite",
     "between", "than", "as", "behind", "because", "with", "related", "into", "like", "to", "in",
     "on", "at", "through", "via", "within", "inside"}
)  # fmt: skip
#: Two words that end in a preposition of `_HUNG`'s kind, or open it again.
_HUNG_PAIRS = frozenset(
    {("due", "to"), ("prone", "to"), ("linked", "to"), ("related", "to"), ("tied", "to"),
     ("leads", "to"), ("lead", "to"), ("leading", "to"), ("led", "to"), ("next", "to"),
     ("response", "to"), ("contribute", "to"), ("contributes", "to"), ("owing", "to"),
     ("dealing", "with"), ("cope", "with"), ("struggling", "with"), ("vulnerable", "to"),
     ("causes", "of"), ("responsible", "for"), ("structures", "for"), ("out", "of"),
     ("is", "a"), ("is", "an"), ("are", "a")}
)  # fmt: skip
_BEING = frozenset({"is", "are", "was", "were"})
#: What a term passes over to reach the verb whose subject it is.
_LINKS = frozenset({"and", "or", "also", "as", "well", "both", "all", "levels", "itself", "too"})
#: After its subject, a verb of being or of doing something of its own.
_DOES = frozenset(
    {"is", "are", "was", "were", "can", "may", "might", "could", "would", "does", "do", "has",
     "have", "had", "must", "should", "cause", "causes", "lead", "leads", "make", "makes", "play",
     "plays", "occur", "occurs", "happen", "happens", "affect", "affects", "come", "comes",
     "means", "mean", "tend", "tends", "remain", "remains", "need", "needs", "contribute",
     "contributes", "trigger", "triggers", "result", "results", "damage", "damages", "build",
     "builds", "become", "becomes", "work", "works", "take", "takes", "get", "gets", "carries",
     "carry", "delivers", "brings", "bring", "go", "goes", "went", "provides", "provide", "helps",
     "help", "feeds", "keeps", "refers", "involves", "depends", "requires", "begins", "starts",
     "that", "which", "who", "related", "linked", "associated", "induced", "prone"}
)  # fmt: skip
#: What tells what a thing is, where it comes from and what comes of it: facts, and no promise.
_FACTS = Ways(
    Hinted("ailme compl condi disea disor gland hormo illne infec neuro organ sympt syndr",
        r"\b(?:is|are|was|were) (?:also )?(?:an?|the|one of (?:the|many)|known as|called|"
        r"referred to as|defined as)(?: [\w-]+){0,4} (?:diseases?|disorders?|conditions?|hormones?|"
        r"illness(?:es)?|syndromes?|infections?|neurotransmitters?|glands?|organs?|complaints?|"
        r"ailments?|symptoms?)\b"),
    Hinted("accom aggra broug cause chara deter diagn inher produ trigg & by",
        r"(?<!that )(?<!which )\b(?:is|are|be|often|usually) (?:\w+ly )?(?:caused|triggered|"
        r"brought on|produced|characteri[sz]ed|determined|diagnosed|inherited|aggravated|"
        r"accompanied) by\b"),
    Hinted("form forms signs stage sympt type types",
        r"\b(?:symptoms?|signs|types?|forms?|stages?) of\b.*\b(?:is|are|include|may|can)\b"),
    Hinted("cause risk signs sympt trigg & are be inclu range vary",
        r"\b(?:symptoms|signs|causes|triggers|risk factors) (?:\w+ )?(?:include|are|can be|may be|"
        r"range|vary)\b"),
    Hinted("cause causi contr lead leadi leads resul trigg & compl conce condi disea disor illne "
           "issue probl sympt",
        r"\b(?:lead(?:s|ing)? to|caus(?:es?|ing)(?! (?:like|such))|triggers?|triggering|"
        r"contribut(?:es?|ing) to|result(?:s|ing)? in)(?: [\w,-]+){0,6} "
        r"(?:problems?|issues?|disorders?|diseases?|conditions?|"
        r"symptoms?|illness(?:es)?|complications?|concerns?)\b"),
    Hinted("affec commo occur preva",
        r"\b(?:affects?|affecting|occurs?|common|prevalent)\b.*(?:\b(?:millions?|percent|per cent|"
        r"adults|women|men|children)\b|%)"),
    Hinted("invol respo & are is", r"\b(?:is|are) (?:responsible for|involved in)\b"),
    Hinted("disea disor syndr & affec invol refer",
        r"\b(?:disorders?|syndromes?|diseases?)\b[^.;]{0,60}\b(?:involves?|affects?|"
        r"refers? to)\b"),
    Hinted("bone bones joint muscl nerve & are is",
        r"\b(?:is|are) (?:an?|the) (?:(?!of\b)[\w-]+,? ){0,4}"
        r"(?:muscles?|joints?|nerves?|bones?)\b"),
    Hinted("affec cause deter influ & just only solel & not",
        r"\b(?:is|are) not (?:only|just|solely) (?:\w+ )?"
        r"(?:caused|determined|influenced|affected) by\b"),
    Hinted("requi", r"\brequirements? (?:for|of)\b"),
    Hinted("there & has have must need needs",
        r"\bthere (?:needs?|has|have|must) (?:to )?be\b"),
    Hinted("cause facto reaso sourc trigg & behin for in of why",
        r"\b(?:is|are) (?:also |often )?(?:(?:an?|the|one of the|among the) )?(?:[\w-]+ ){0,2}"
        r"(?:causes?|factors?|reasons?|sources?|triggers?) (?:behind|for|in|of|why)\b"),
    Hinted("indic sign signs sympt & of that",
        r"\b(?:is|are|it['’]s|that['’]s) (?:often |usually )?(?:an? |the )?(?:[\w-]+ ){0,2}"
        r"(?:signs?|symptoms?|indications?) (?:of|that)\b"),
    Hinted("signs sympt & inclu & that", r"\b(?:signs|symptoms) that\b.*\binclude\b"),
    Hinted("conta has have home house rich & amino antio capil cells fatty fiber fibre gland layer "
           "miner muscl nerve nutri ompro omega prote tissu vesse vitam",
        r"(?<!that )(?<!which )\b(?:has|have|houses?|contains?|"
        r"(?:is|are) (?:also )?(?:rich in|home to))"
        r"(?: (?!been\b|more\b|better\b|fewer\b|less\b|to\b|\w+ed\b)[\w-]+,?){0,4}? "
        r"(?:vessels|glands|nerves?|cells|layers|muscles|capillaries|tissues?|antioxidants|"
        r"vitamins?|minerals|proteins?|nutrients|fib(?:re|er)|amino|fatty|omega)\b"),
    Hinted("if once when & are becom get gets is stay stays",
        r"^(?:if|when|once) (?:the|your|our|a) (?:[\w-]+ ){1,2}(?:is|are|becomes?|gets?|stays?) "
        r"(?:(?:too|very|well|not|\w+ly) )*(?!being\b)[\w-]+,"),
    Hinted("risk", r"\brisk factors?\b|\brisk of (?:developing|getting)\b"),
)  # fmt: skip

_PEOPLE = (
    r"(?:us|people|we(?: all)?|everyone|everybody|adults|individuals|workers|employees|parents|"
    r"sufferers|patients|many|most|millions)"
)
_COPING = (
    r"(?:struggl(?:e|es|ed|ing)|cop(?:e|ing)|deal(?:ing)?|dealt|grappl(?:e|es|ing)|liv(?:e|es|ing)|"
    r"battl(?:e|es|ing)|suffer(?:s|ed|ing)?|wrestl(?:e|es|ing)|contend(?:ing)?|juggl(?:e|es|ing))"
)
_HANDLING = (
    r"(?:manag|handl|reduc|lower|reliev|eas|overcom|combat|fight|tackl|address|improv|treat|"
    r"prevent|maintain)ing"
)
_WORTH = (
    r"(?:luxury|key|essential|important|crucial|vital|critical|necessary|necessity|must|priority|"
    r"part|challenge|challenging|difficult|hard|tricky|matter|step|foundation)"
)
_NEEDED = (
    r"(?:needed|required|essential|vital|crucial|important|necessary|key|fundamental|indispensable)"
)
_TURNS = r"(?:becomes?|gets?|grows?|turns?|is|are|feels?)"
_SORE = r"(?:tight|tense|stiff|sore|knotted|strained|inflamed|weak|brittle|dry)"
#: How a question begins that asks a reader for a trouble or an aim.
_READER = (
    r"(?:are (?:you|your)|do (?:you|your)|have you|ever|is your|feel(?:ing)?|looking|want|need|"
    r"tired|struggling|suffering|stressed|that)"
)
#: What people have to live with, what is worth doing, how two things hang together.
_COMMON = Ways(
    Hinted("battl conte cope copin deal deali dealt grapp juggl live lives livin strug suffe "
           "wrest & from with",
        rf"\b{_PEOPLE}(?: (?!not\b|who\b|whose\b|with\b)[\w'’]+){{0,3}}? {_COPING} "
        r"(?:with|from)\b"),
    Hinted("addre comba easin fight handl impro lower maint manag overc preve reduc relie tackl "
           "treat & are be becom is isn",
        rf"^{_HANDLING} (?:[\w-]+ ){{1,4}}?(?:is|isn['’]t|are|can be|has become)"
        rf"(?: (?:not|just|only|also|more|as|so|very|an?|the|one of))* {_WORTH}\b"),
    Hinted("play plays & part role",
        r"^(?!it\b|this\b|these\b|that\b|they\b)(?:[\w-]+ ){1,4}plays? (?:an? |the )?(?:\w+ )?"
        r"(?:role|part) in\b"),
    Hinted("copin deali faced livin strug & with & if when wheth",
        r"^(?:when|if|whether) (?:you (?:are|['’]re) )?(?:dealing|coping|struggling|living|faced) "
        r"with\b"),
    Hinted("cruci essen funda impor indis key neces neede requi vital "
           "& are is & for in to",
        r"^(?!it\b|this\b|these\b|that\b|they\b)(?:[\w-]+ ){1,6}(?:is|are) (?:\w+ly )?"
        rf"{_NEEDED} (?:for|to|in)\b"),
    Hinted("ever feel feeli looki need stres strug suffe that tired want you your",
        rf"^(?:so |but )?{_READER}\b[^?]*\?"),
    Hinted("britt dry infla knott sore stiff strai tense tight weak & after becau due durin from "
           "if when with",
        rf"\b{_TURNS} (?:\w+ly |very |too |so )*{_SORE}(?: and \w+)? "
        r"(?:after|when|if|because|due|from|during|with age)\b"),
    Hinted("cause & deter find findi ident know knowi pinpo under",
        r"\b(?:pinpoint|determin(?:e|ing)|identif(?:y|ying)|find(?:ing)?|know(?:ing)?|"
        r"understand(?:ing)?) "
        r"(?:(?:what|the|your|its|their|exact|precise|underlying|real|actual) )*causes?\b"),
    Hinted("body brain gland hormo nerve organ syste & accel are begin calm calms "
           "consi contr gover is need needs play plays prepa produ promo regul respo secre send "
           "sends signa store trans use uses",
        r"\b(?:systems?|nerves?|glands?|organs?|hormones?|brain|body) (?:\w+ly )?(?:also )?"
        r"(?:promotes?|regulates?|governs?|controls?|accelerates?|prepares?|produces?|secretes?|"
        r"begins?|consists?|responds?|plays?|uses?|sends?|needs?|stores?|"
        r"signals?|calms?|transmits?|is (?:responsible|made|built|the|an?)|"
        r"are (?:responsible|made|the))\b"),
    Hinted("betwe & assoc conne corre inter link links relat",
        r"\b(?:links?|connections?|relationships?|associations?|correlations?|interplay) "
        r"between\b"),
    Hinted("conse dange effec impac toll & on",
        r"\b(?:impact|effects?|toll|consequences|dangers?) of (?:[\w-]+ ){1,3}on\b"),
)  # fmt: skip


#: Where a sentence goes on with why, or for whom, after what it says.
_ASIDE = lazily(r"[—–;]|,? (?:especially|particularly|because|since|even) ", 0)


def facts(text: str) -> bool:
    """Whether a text, in small letters, tells facts of a thing: its nature, causes or signs.

    What it adds to say why, or for whom, tells none.

    Examples
    --------
    >>> facts("gout is a painful disease.")
    True
    >>> facts("it eases the pain, since gout is a disease.")
    False
    """
    ways = _FACTS.hinted_in(text)
    aside = _ASIDE.search(text) if ways else None
    end = aside.start() if aside else len(text)
    return any(way.pattern.search(text, 0, end) for way in ways)


def commonplace(text: str) -> bool:
    """Whether a text, in small letters, tells what people have to live with, or is worth doing.

    Examples
    --------
    >>> commonplace("many of us struggle with gout.")
    True
    >>> commonplace("are you looking for a way to beat gout?")
    True
    >>> commonplace("it helps many of us with gout.")
    False
    """
    return _COMMON.stand_in(text)


def hung(words: Sequence[Word], first: int, passed: frozenset[int]) -> bool:
    """Whether what begins at word `first` hangs on a preposition that makes it no object.

    `passed` are words of other terms, which may be listed before it.
    """
    listed = first > 0 and words[first - 1].text in ("and", "or")
    for at in range(first - 1, max(first - 1 - LEFT, -1), -1):
        word = words[at].text
        if at and (words[at - 1].text, word) in _HUNG_PAIRS:
            return True
        if word in _HUNG:
            return True
        if word in ("for", "against"):
            return False
        if not words[at].joined and not listed and at not in passed:
            return False
    return False


def exists(words: Sequence[Word], first: int) -> bool:
    """Whether what begins at word `first` is but said to be there: "there was some X"."""
    before = [word.text for word in words[max(0, first - LEFT) : first]]
    return any(one == "there" and other in _BEING for one, other in pairwise(before))


def subject(words: Sequence[Word], last: int, passed: frozenset[int]) -> int | None:
    """Return the verb whose subject ends at word `last`, if it does something of its own.

    `passed` are words of other terms, which may stand beside the subject.
    """
    for at in range(last + 1, min(last + 1 + RIGHT, len(words))):
        word = words[at].text
        if word in _DOES:
            return at
        if not (word in _LINKS or at in passed):
            return None
    return None
