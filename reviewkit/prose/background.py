"""Whether a term is only background where it stands: a condition, a cause, a subject of its own.

"If you suffer from stress", "stress can cause hair loss", "hair loss due to stress" and "types of
headache" speak of a thing without saying that anything is done about it. The words are general
English; nothing here knows what a review is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.prose.patterns import Hinted
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
     ("causes", "of"), ("out", "of"), ("is", "a"), ("is", "an"), ("are", "a")}
)  # fmt: skip
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
_FACTS = (
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
    Hinted("risk", r"\brisk factors?\b|\brisk of (?:developing|getting)\b"),
)  # fmt: skip


def facts(text: str) -> bool:
    """Whether a text, in small letters, tells facts of a thing: its nature, causes or signs.

    Examples
    --------
    >>> facts("gout is a painful disease.")
    True
    >>> facts("it eases the pain.")
    False
    """
    return any(fact.search(text) for fact in _FACTS)


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
