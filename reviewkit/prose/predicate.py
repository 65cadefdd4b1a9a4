"""How far the subject of a sentence reaches to what is told of it, over the words between.

"Stress has quickly fallen", "stress in the home fell", "stress, the old foe, was lowered" and
"stress that you carry is eased": between a term and the words of effect that follow it may stand
auxiliaries, adverbs, other terms, where and when it is, what it is called, and which it is. The
words are general English.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reviewkit.prose.phrases import Hit
from reviewkit.prose.words import Word

#: Words between a term and what is told of it, at most.
REACH = 18
#: Words in a row that may belong to a preposition.
PHRASE = 4
#: Words that something told in passing has at most: "stress, the enemy of us all, fell".
ASIDE = 14
#: What may stand between a term and the effect that follows it, beside adverbs in -ly and terms.
_COPULA = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "been", "being", "also", "be", "can",
     "may", "might", "could", "will", "would", "to", "should", "often", "and", "or", "just",
     "get", "gets", "seen", "starts", "start", "begin", "begins", "then", "all", "both", "levels",
     "more", "already", "even", "still", "now", "much", "far", "no", "longer", "soon", "in", "of",
     "a", "an", "the", "your", "their", "on", "under", "within", "round", "around", "did", "does",
     "do", "not", "never", "didn't", "doesn't", "won't", "cannot", "can't"}
)  # fmt: skip
#: What is measured of anything, how much it is, and verbs that report or hold back.
_MEASURED = frozenset(
    {"level", "scores", "score", "ratings", "rating", "readings", "reading", "values", "symptoms",
     "counts", "concentrations", "half", "third", "quarter", "fifth", "tenth", "percent", "per",
     "cent", "points", "times", "twice", "about", "some", "roughly", "nearly", "almost", "over",
     "said", "known", "thought", "believed", "found", "shown", "reported", "observed", "held",
     "seem", "seems", "seemed", "appear", "appears", "appeared", "tend", "tends", "tended",
     "expected", "supposed", "proven", "proved", "too", "got", "getting", "began", "started",
     "always", "usually", "sometimes", "very", "quite", "rather", "so", "went", "go", "goes",
     "must", "alike"}
)  # fmt: skip
#: What begins a phrase that says where, when, whose or from what something is.
_PREPOSITIONS = frozenset(
    {"in", "of", "at", "on", "from", "among", "amongst", "after", "during", "with", "for",
     "within", "between", "across", "around", "under", "over", "before", "throughout", "by",
     "through", "following", "inside", "behind", "without", "like", "against", "about"}
)  # fmt: skip
#: What no phrase of a preposition holds: it begins a clause of its own.
_CLAUSAL = frozenset(
    {"that", "which", "who", "whose", "he", "she", "it", "they", "we", "you", "i", "there", "this",
     "make", "makes", "made", "cause", "causes", "lead", "leads", "bring", "brings", "if", "when",
     "because", "since", "but", "while", "where", "than", "as", "why", "how", "what", "need",
     "needs", "mean", "means", "help", "helps", "affect", "affects", "let", "lets", "keep",
     "keeps", "give", "gives", "nobody", "nothing", "everyone", "until", "so", "then"}
)  # fmt: skip
#: What shows a predicate to have begun.
_FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "can", "may", "might", "could", "will",
     "would", "did", "does", "do", "get", "gets", "got", "seem", "seems", "seemed", "tend",
     "tends", "all", "both", "also", "then", "soon", "often", "never", "cannot", "can't"}
)  # fmt: skip
#: What begins a clause that says which, and how many words it has.
_RELATIVE = frozenset({"that", "which", "who", "you", "we", "they", "i"})
RELATED = (2, 8)
#: What never begins something told in passing.
_GOING_ON = frozenset({"and", "or", "but", "nor", "yet", "it", "they", "we", "you", "he", "she"})
_JOINING = frozenset({"and", "or"})
_POSSESSIVES = frozenset({"their", "his", "her", "its", "our", "your", "my"})
#: Past participles of effects that do not end in -ed.
_DONE = frozenset(
    {"brought", "kept", "held", "drawn", "taken", "driven", "shaken", "swept", "cut", "put", "set",
     "let", "beaten", "worn", "thrown", "broken", "undone", "sent", "given", "fed", "woken", "rid",
     "sped"}
)  # fmt: skip
#: Effects that compare, and how much they may say.
COMPARED = frozenset(
    {"higher", "lower", "greater", "better", "less", "fewer", "weaker", "milder", "smaller",
     "larger", "stronger", "rarer", "shorter"}
)  # fmt: skip
_DEGREES = frozenset(
    {"a", "half", "third", "quarter", "fifth", "tenth", "percent", "per", "cent", "points", "times",
     "about", "some", "roughly", "nearly", "almost", "over", "up", "to", "around", "much", "far",
     "little", "bit", "lot", "even", "still", "rather"}
)  # fmt: skip
#: What the passive passes over, and the verbs that make it.
_PASSED = frozenset(
    {"not", "never", "also", "thus", "so", "being", "soon", "often", "then", "already", "always",
     "just", "now", "all", "both"}
)  # fmt: skip
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "also"})


def told(words: Sequence[Word], last: int, first: int, passed: Collection[int]) -> bool:
    """Whether a term that ends at word `last` is what is told of at word `first`, right after it.

    `passed` are words of other terms.
    """
    return words[first].joined and all(
        number in passed
        or _owned(words, number)
        or (words[number].joined and _passes(words[number].text))
        for number in range(last + 1, first)
    )


def told_from_afar(
    words: Sequence[Word], last: int, first: int, passed: Collection[int], taken: frozenset[int]
) -> bool:
    """Whether it is told of over phrases, clauses and things told in passing as well.

    `taken` are the words of effects, which none of these holds.
    """
    if not last < first - 1 <= last + REACH:
        return False
    start = begins(words, last, first)
    if start > last + 1:
        if not words[start].joined and _aside(words, last + 1, start, taken):
            return True
        if _relative(words, last + 1, start, first):
            return True
    return words[start].joined and _phrases(words, last + 1, first, passed, taken)


def begins(words: Sequence[Word], last: int, first: int) -> int:
    """Return where the auxiliaries and adverbs before word `first` begin."""
    while (
        first - 1 > last
        and words[first].joined
        and _passes(words[first - 1].text)
        and words[first - 1].text not in _JOINING
    ):
        first -= 1
    return first


def _aside(words: Sequence[Word], begin: int, end: int, taken: frozenset[int]) -> bool:
    """Whether the words between two marks only tell of a term in passing: ", the old foe,"."""
    return (
        not words[begin].joined
        and end - begin <= ASIDE
        and words[begin].text not in _GOING_ON
        and words[end].text not in _GOING_ON
        and (words[begin].text in _RELATIVE or taken.isdisjoint(range(begin, end)))
    )


def _relative(words: Sequence[Word], begin: int, end: int, first: int) -> bool:
    """Whether the words between are a clause that says which: "stress that you carry is lifted"."""
    return (
        words[begin].text in _RELATIVE
        and RELATED[0] <= end - begin <= RELATED[1]
        and any(word.text in _FINITE for word in words[end : first + 1])
        and all(word.joined for word in words[begin : end + 1])
    )


def _phrases(
    words: Sequence[Word],
    begin: int,
    end: int,
    passed: Collection[int],
    taken: frozenset[int],
) -> bool:
    """Whether nothing but phrases with a preposition, other terms and auxiliaries stand between."""
    left = 0
    for number in range(begin, end):
        word = words[number]
        text = word.text
        if number in taken:
            return False
        if text in _PREPOSITIONS and word.joined:
            left = PHRASE
        elif number in passed:
            continue
        elif not word.joined:
            return False
        elif text in _FINITE:
            left = 0
        elif text in _JOINING or not _passes(text):
            if not left or text in _CLAUSAL:
                return False
            left -= 1
    return True


def _passes(text: str) -> bool:
    return text in _COPULA or text in _MEASURED or text.endswith("ly") or text.isdigit()


def _owned(words: Sequence[Word], number: int) -> bool:
    """Whether a word only says whose or where: "cortisol in their saliva fell"."""
    before = [word.text for word in words[max(0, number - 2) : number]]
    return before[:1] in (["in"], ["of"]) and before[-1] in _POSSESSIVES


def passive(words: Sequence[Word], effect: Hit) -> bool:
    """Whether an effect is told in the passive, or compares: "is gently lowered", "is less"."""
    before = (word.text for word in reversed(words[: effect.first]))
    named = {word.text for word in words[effect.first : effect.last + 1]}
    return (
        not named.isdisjoint(_DONE)
        or not named.isdisjoint(COMPARED)
        or any(word.endswith("ed") for word in named)
    ) and (next((w for w in before if not _qualifies(w)), "") in _BE)


def _qualifies(word: str) -> bool:
    return word in _PASSED or word in _DEGREES or word.endswith("ly") or word.isdigit()
