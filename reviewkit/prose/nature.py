"""Whether a sentence tells what a body is like or needs, and nothing of the treatment.

"Roots need oxygen to grow", "poor sleep can cause stress" and "vessels carry oxygen to the skin"
are facts of biology. "Better sleep lowers stress" and "this feeds the roots" may be what the
treatment does: their subject is bettered, or points back to it. The words are general English.
"""

from __future__ import annotations

from reviewkit.prose import predicate
from reviewkit.prose.clause import Clause
from reviewkit.prose.patterns import lazily
from reviewkit.prose.subjects import DOING, is_verb
from reviewkit.prose.vocabulary import PLACE

#: What a thing in nature does, whatever is said of it before: it needs, and it is made up.
_NEEDS = frozenset(
    {"need", "needs", "require", "requires", "rely", "relies", "depend", "depends", "crave",
     "craves", "lack", "lacks", "contain", "contains", "consist", "consists", "produce",
     "produces", "secrete", "secretes", "undergo", "undergoes", "shrink", "shrinks", "deserve",
     "deserves"}
)  # fmt: skip
#: What says that one thing of nature comes of another.
_MEANS = frozenset({"means", "mean", "equals", "yields"})
#: In a subject, what makes it an ill.
_ILL = frozenset(
    {"poor", "weak", "weakened", "clogged", "blocked", "congested", "unhealthy", "insufficient",
     "inadequate", "excess", "excessive", "lack", "absence", "deficiency", "deficiencies",
     "restricted", "impaired", "sluggish", "chronic", "constant", "prolonged", "persistent",
     "damaged", "inflamed", "imbalanced", "undernourished", "neglected", "dirty", "shortage",
     "accumulation", "overproduction", "unresolved", "untreated"}
)  # fmt: skip
#: In a subject, what may make it the treatment, its effect, what points back to it or who tells.
_BETTERED = frozenset(
    {"increased", "increase", "increasing", "improved", "improving", "improvement", "better",
     "enhanced", "enhancing", "boosted", "boosting", "boost", "more", "greater", "extra", "fresh",
     "stimulated", "stimulating", "stimulation", "relaxed", "relaxing", "healthier", "cleaner",
     "added", "additional", "reduced", "reducing", "less", "lower", "lowered", "lowering", "rise",
     "surge", "rush", "this", "these", "that", "those", "such", "it", "they", "which", "by",
     "when", "if", "regular", "promoting", "encouraging", "keeping", "using", "warm", "hot",
     "gentle", "stronger", "thicker", "study", "studies", "research", "people", "users", "you",
     "we", "i", "gently", "once", "after", "while", "soft", "what", "how", "why", "because",
     "with", "through", "flowing", "to", "for"}
)  # fmt: skip
#: Before a subject, what may point back to the treatment's own effect: "the blood feeds ...".
_POINTING = frozenset({"the", "your", "our", "my"})
#: Words between a subject and its verb.
_BETWEEN = frozenset(
    {"can", "could", "may", "might", "will", "would", "also", "often", "then", "always", "never",
     "help", "helps", "is", "are", "more", "most", "less", "likely", "able", "better", "tend",
     "tends", "to", "prone", "similarly", "not", "only", "both"}
)  # fmt: skip
#: How a heading asks for what a body does.
_ASKING = frozenset({"how", "why"})
#: What blood does that the treatment has set going.
_ARRIVES = frozenset({"reach", "reaches", "flows", "flow", "rushes"})
#: Where a clause of its own begins.
_TURN = lazily(r"; |, (?:and|but|so|yet) (?=(?:with|by|this|that|it|they|when|if|the)\b)", 0)
#: Words that a subject has, at most; and words before a label's colon.
_LONG, _LABEL = 10, 4
#: What begins a phrase before a subject, which has so many words at most: "in this illness, ...".
_FRONTING = frozenset({"in", "with", "during", "at", "over", "as", "for", "due", "among"})
_FRONTED = 8


def of_the_body(clause: Clause) -> int:
    """Return where what a sentence tells of a body, in need, in ill or at work, ends; or 0.

    An effect that is told of its subject ("muscles relax", "stress is lowered") makes it no such
    fact, and a clause of its own after it may speak of the treatment again.
    """
    if clause.lead or clause.text.endswith("?") or not clause.names.isdisjoint(clause.treating):
        return 0
    words = clause.words
    start = _after_label(clause)
    effects = {effect.first for effect in clause.effects}
    promised = start and effects and min(effects) < start  # and this is its reason
    if promised:
        return 0
    for at in range(start + 1, min(start + _LONG + 1, len(words))):
        if not words[at].joined:
            return 0
        if _passes(words[at].text):
            continue
        before = at - 1
        while before > start and _passes(words[before].text):
            before -= 1
        needs = words[at].text in _NEEDS and before in _named(clause)
        if not needs and words[at].text in _BETTERED:
            return 0
        acts = words[at].text in _MEANS or (at in effects and _acts(at, clause))
        if needs or (acts and _tells_nature(clause, start, before)):
            turn = _TURN.search(clause.text, words[at].end)
            return turn.start() if turn else len(clause.text)
    return 0


def _tells_nature(clause: Clause, start: int, last: int) -> bool:
    """Whether a subject of these words is an ill, or of the body, and not bettered."""
    subject = {word.text for word in clause.words[start : last + 1]}
    if not (_BETTERED | DOING).isdisjoint(subject) or any(word.endswith("ing") for word in subject):
        return False
    ill = last > start and not _ILL.isdisjoint(subject)
    pointing = clause.words[start].text in _POINTING
    return ill or (last in _named(clause) and not pointing)


def _after_label(clause: Clause) -> int:
    """Return the word after a label ("Roots: each root is ..."), a phrase in front or a "how"."""
    fronted = clause.words[0].text in _FRONTING
    end = clause.text.find("," if fronted else ":")
    after = next((n for n, word in enumerate(clause.words) if word.start > end), 0)
    if not 0 < after <= (_FRONTED if fronted else _LABEL):
        after = 0
    return after + (clause.words[after].text in _ASKING)


def _passes(text: str) -> bool:
    return text in _BETWEEN or text.endswith("ly")


def _acts(at: int, clause: Clause) -> bool:
    """Whether the effect at a word is an active verb with something of the body as its object."""
    return clause.words[at].text not in _ARRIVES and any(
        effect.first == at
        and is_verb(effect, clause)
        and not predicate.passive(clause.words, effect)
        and clause.takes_an_object(effect)
        for effect in clause.effects
    )


def _named(clause: Clause) -> frozenset[int]:
    """Return the words that name a part of the body, or what happens in it."""
    names = clause.governed | {PLACE}
    return frozenset(
        number
        for hit in clause.hits
        if not names.isdisjoint(hit.names)
        for number in range(hit.first, hit.last + 1)
    )
