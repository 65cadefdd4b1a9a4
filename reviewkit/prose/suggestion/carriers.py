"""The finite verb that carries words of effect, and how it is hedged.

One goes left from the words of effect ("to ease stress", "relief from pain") and asks of each word,
in turn, whether it is what carries them. A rule gives the edit that hedges, refuses the sentence,
or leaves the word to the next rule.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from reviewkit.prose.suggestion.clauses import Clauses
from reviewkit.prose.suggestion.edits import Edit
from reviewkit.prose.suggestion.lettering import capitalised, in_style
from reviewkit.prose.suggestion.verbs import (
    base_of_participle,
    base_of_past,
    base_of_third,
    is_base,
)
from reviewkit.prose.wording import aimed

Hedge = Literal["may", "probably"]


class Refusal:
    """What carries the words of effect is not to be hedged: a denial, a past tense, a report."""


Rule = Callable[[Clauses, int, int, Hedge], Edit | Refusal | None]

REFUSED = Refusal()
_HEDGED = frozenset({"may", "might", "could", "perhaps", "possibly", "potentially"})
_MODALS = frozenset({"can", "will", "should", "would"})
_NEGATIONS = frozenset({"not", "never", "no", "cannot", "nor", "without", "neither"})
_CONTRACTED = {"it's": "it may be", "that's": "that may be", "it’s": "it may be"}
_RELATIVE = frozenset({"which", "who", "that"})
_PLURAL = frozenset({"they", "these", "those", "you", "we"})
_PAST = frozenset({"was", "were", "had", "did", "has", "have"})
#: Prepositions after which a participle is a noun's, or begins a list.
PREPOSITIONS = frozenset(
    {"by", "for", "of", "in", "from", "and", "or", "to", "with", "while", "when", "after", "is",
     "are", "be", "as", "on", "at", "around", "through", "like"}
)  # fmt: skip
_ASIDE = frozenset({"by", "with", "when", "after", "before", "for", "from", "in"})
JOINING = frozenset({"and", "or", "also", "even", "then", "thus", "so", "thereby", "therefore"})
#: Adverbs that stay with a verb, and those that a hedge replaces.
_KEPT, _OFTEN = (
    frozenset({"also", "even"}),
    frozenset({"often", "usually", "generally", "typically", "normally", "commonly"}),
)
#: "It is praised as …": others say so, and hedging that they do is not meant.
_REPORTING = frozenset(
    {"talked", "praised", "said", "known", "called", "considered", "believed", "thought", "used",
     "touted", "hailed", "claimed", "regarded", "seen", "described", "recommended", "promoted",
     "marketed", "loved", "popular", "put", "reported", "linked", "associated", "named", "thanks",
     "due", "based", "because"}
)  # fmt: skip
#: What a treatment does not do, but whoever gives or takes it: "can be done", "you can use".
_DOING = frozenset(
    {"use", "try", "do", "apply", "perform", "practise", "practice", "include", "choose", "book",
     "buy", "access", "learn", "see", "go"}
)  # fmt: skip
#: Participles of such verbs that do not end in -ed.
_IRREGULARLY = frozenset({"bought", "done", "found", "held", "known", "seen", "taught", "told"})
#: Of what is so whether or not a treatment works: "it is common for people to …".
_PLAIN = frozenset(
    {"common", "important", "essential", "easy", "simple", "normal", "necessary", "crucial",
     "vital", "advisable", "clear", "true", "possible", "natural", "customary", "usual", "typical",
     "rare", "best", "worth", "time", "quick"}
)  # fmt: skip
#: Nouns by which something is defined, unless a word of praise stands before them.
_SORTS = frozenset(
    {"form", "type", "kind", "style", "variety", "branch", "blend", "combination", "mix", "name",
     "term", "practice", "technique", "therapy", "treatment", "tradition", "ritual", "device",
     "tool", "points", "point", "study"}
)  # fmt: skip
_PRAISE = frozenset(
    {"amazing", "beneficial", "best", "brilliant", "effective", "excellent", "fantastic", "good",
     "great", "helpful", "ideal", "perfect", "potent", "powerful", "proven", "superb", "useful",
     "valuable", "wonderful", "way", "ways", "remedy", "cure", "key", "aid", "boon", "boost",
     "help", "relief", "reliever", "solution"}
)  # fmt: skip
_CONDITIONS = frozenset({"if", "unless", "whether", "when", "where"})
_ABILITIES = frozenset({"ability", "abilities", "power", "powers", "capacity"})
#: How many words after a copula tell whether it defines.
_DEFINING = 5
#: Words between a participle that trails a sentence and the words of effect in its phrase.
_PHRASE = 6


def carrier(clauses: Clauses, anchor: int, reach: int, hedge: Hedge) -> Edit | Refusal | None:
    """Return how the verb that carries a word is hedged; None where none is found.

    Parameters
    ----------
    clauses
        The sentence.
    anchor
        Which word begins the words of effect.
    reach
        How many words to the left are looked at.
    hedge
        "may", or "probably".
    """
    for n in range(anchor, max(-1, anchor - reach - 1), -1):
        if clauses.parts[n] != clauses.parts[anchor]:
            return None
        for rule in RULES:
            found = rule(clauses, n, anchor, hedge)
            if found is not None:
                return REFUSED if _is_condition(clauses, n) else found
    return None


def _is_condition(clauses: Clauses, n: int) -> bool:
    """Whether a verb stands in what a sentence sets as its condition: "if you have pain, …"."""
    while n > 0 and not clauses.comma(n):
        n -= 1
        if clauses.low(n) in _CONDITIONS:
            return True
        if clauses.parts[n] != clauses.parts[n + 1]:
            return False
    return False


def cased(words: str, like: str, clauses: Clauses) -> str:
    """Return words with a capital where those that they replace had one, in a heading's style."""
    styled = in_style(words, clauses.text)
    return capitalised(styled) if like[:1].isupper() else styled


def _negation(clauses: Clauses, n: int, _anchor: int, _hedge: Hedge) -> Refusal | None:
    low = clauses.low(n)
    following = clauses.low(n + 1)
    if low == "not" and following == "only":
        return None
    refused = low in _NEGATIONS or low.endswith(("n't", "n’t"))
    return REFUSED if refused else None


def _modal(clauses: Clauses, n: int, anchor: int, hedge: Hedge) -> Edit | Refusal | None:
    token, low = clauses.tokens[n], clauses.low(n)
    if low in _HEDGED:
        return Edit(token.start, token.end, token.text)
    if low not in _MODALS:
        return None
    if clauses.low(n + 1) in _NEGATIONS and clauses.low(n + 2) != "only":
        return REFUSED
    if low == "should" and clauses.low(n + 1) == "be":
        return REFUSED  # advice: "should be done daily"
    m = _past_adverbs(clauses, n + 1)
    if clauses.low(m) in _DOING or (clauses.before(n) == "we" and not is_base(clauses.low(m))):
        return REFUSED
    if clauses.low(m) == "be" and _is_done(clauses, _past_adverbs(clauses, m + 1), anchor):
        return REFUSED  # "can be adapted": what is done, not what it does
    words = "can" if low == "can" else "will probably"
    if hedge == "may":  # "you may" would be a permission
        words = "may be able to" if low == "can" and clauses.before(n) in {"you", "we"} else "may"
    return Edit(token.start, token.end, cased(words, token.text, clauses))


def _past_adverbs(clauses: Clauses, n: int) -> int:
    """Return the first word from one on that is no adverb."""
    while clauses.low(n) in _KEPT | _OFTEN or clauses.low(n).endswith("ly"):
        n += 1
    return n


def _is_done(clauses: Clauses, n: int, anchor: int) -> bool:
    """Whether a word is a participle of something that is done to or with what it is said of."""
    low = clauses.low(n)
    done = low.endswith("ed") or low in _IRREGULARLY
    return done and base_of_past(low) is None and n != anchor


def _defines(clauses: Clauses, n: int) -> bool:
    """Whether what begins at a word after a copula says what something is, not what it does."""
    low = clauses.low(n)
    if low in _PLAIN and clauses.low(n + 1) in {"for", "to", "that", "when", "if", "in"}:
        return True
    if low.endswith("est") and clauses.low(n + 1) in {"when", "if"}:
        return True
    said = [clauses.low(m) for m in range(n, n + _DEFINING)]
    return (low == "the" or not _SORTS.isdisjoint(said)) and _PRAISE.isdisjoint(said)


def _praises(clauses: Clauses, n: int, anchor: int) -> bool:
    """Whether what begins at a word after a copula says how good something is: "so helpful"."""
    said = {clauses.low(m) for m in range(n, n + _DEFINING)}
    adjective = clauses.low(n).endswith(("ful", "ing", "ive", "ial", "er", "ed"))
    return n >= anchor or adjective or not _PRAISE.isdisjoint(said)


def _contraction(clauses: Clauses, n: int, anchor: int, hedge: Hedge) -> Edit | Refusal | None:
    token = clauses.tokens[n]
    words = _CONTRACTED.get(token.low) if hedge == "may" else None
    if not words:
        return None
    m = _past_adverbs(clauses, n + 1)
    if _is_done(clauses, m, anchor) or _defines(clauses, m) or clauses.low(m) in _REPORTING:
        return REFUSED
    return Edit(token.start, token.end, cased(words, token.text, clauses))


def _purpose(clauses: Clauses, n: int, anchor: int, hedge: Hedge) -> Edit | None:
    """What something is meant or used for promises nothing, with a caveat after it."""
    if clauses.low(n) != "to" or n == anchor or hedge != "may":
        return None
    token = clauses.tokens[n]
    return Edit(token.start, token.end, token.text) if aimed(clauses.text, token.end + 1) else None


def _copula(clauses: Clauses, n: int, anchor: int, hedge: Hedge) -> Edit | Refusal | None:
    token, low = clauses.tokens[n], clauses.low(n)
    if low not in {"is", "are"}:
        return None
    m = _past_adverbs(clauses, n + 1)
    if clauses.before(n) == "there" or clauses.low(m) in _REPORTING | _NEGATIONS:
        return REFUSED
    if _defines(clauses, m) or not _praises(clauses, m, anchor):
        return REFUSED
    done = clauses.low(m).endswith("ed") or base_of_past(clauses.low(m))
    if (done or base_of_participle(clauses.low(m))) and m != anchor:
        return REFUSED  # "is applied to ease": what is done, not what it does
    if hedge != "may":
        return Edit(token.start, token.end, cased(f"{low} probably", token.text, clauses))
    if clauses.low(n + 1) in _KEPT:
        words = in_style(f"may {clauses.low(n + 1)} be", clauses.text)
        return Edit(token.start, clauses.tokens[n + 1].end, words)
    return Edit(token.start, token.end, cased("may be", token.text, clauses))


def _auxiliary(clauses: Clauses, n: int, anchor: int, hedge: Hedge) -> Edit | Refusal | None:
    token, low = clauses.tokens[n], clauses.low(n)
    if low in _PAST and n != anchor and not _is_full(clauses, n):
        return REFUSED
    if low == "does" and clauses.before(n) == "only":
        return REFUSED  # "not only does it …"
    if low == "does" and is_base(clauses.low(_past_adverbs(clauses, n + 1))) and n < anchor:
        words = "may" if hedge == "may" else f"probably {low}"
        return Edit(token.start, token.end, cased(words, token.text, clauses))
    return None


def _is_full(clauses: Clauses, n: int) -> bool:
    """Whether "has" or "have" is a verb of its own: "has a calming effect", "can have effects"."""
    low, m = clauses.low(n), _past_adverbs(clauses, n + 1)
    after = clauses.low(m)
    done = after.endswith("ed") or base_of_past(after) or after in _IRREGULARLY | {"been", "not"}
    return low in {"has", "have"} and not done


def _ability(clauses: Clauses, n: int, anchor: int, hedge: Hedge) -> Edit | None:
    """What something is said to be able to do: "its ability to ease pain"."""
    token = clauses.tokens[n]
    if token.low not in _ABILITIES or clauses.low(n + 1) != "to" or n == anchor or hedge != "may":
        return None
    kept = clauses.before(n) in _HEDGED | {"potential", "possible"}
    words = token.text if kept else cased(f"potential {token.low}", token.text, clauses)
    return Edit(token.start, token.end, words)


def _finite(clauses: Clauses, n: int, _anchor: int, hedge: Hedge) -> Edit | Refusal | None:
    base = clauses.finite(n)
    if base is None:
        return None
    token, adverb = clauses.tokens[n], clauses.before(n)
    if adverb in _NEGATIONS or (token.low, clauses.low(n + 1)) == ("turns", "out"):
        return REFUSED
    if hedge != "may":
        return Edit(token.start, token.end, cased(f"probably {token.low}", token.text, clauses))
    if adverb in _OFTEN and n > 1:
        words = in_style(f"may {base}", clauses.text)
        return Edit(clauses.tokens[n - 1].start, token.end, words)
    if (adverb in _KEPT or (adverb.endswith("ly") and adverb != "only")) and n > 1:
        words = in_style(f"may {adverb} {base}", clauses.text)
        return Edit(clauses.tokens[n - 1].start, token.end, words)
    return Edit(token.start, token.end, cased(f"may {base}", token.text, clauses))


def _plural(clauses: Clauses, n: int, _anchor: int, hedge: Hedge) -> Edit | None:
    """A verb in its base form, right after a subject in the plural."""
    token = clauses.tokens[n]
    if not is_base(token.low) or not _has_plural_subject(clauses, n):
        return None
    return Edit(token.start, token.start, f"{in_style(hedge, clauses.text)} ")


def _has_plural_subject(clauses: Clauses, n: int) -> bool:
    before = clauses.before(n)
    if before.endswith("ly") and clauses.before(n - 1):
        n -= 1
        before = clauses.before(n)
    if before in _PLURAL:
        verb = clauses.low(n - 2)  # "helps you feel" is no sentence of yours
        held = is_base(verb) or base_of_third(verb) or base_of_participle(verb)
        return before != "you" or not held
    return (
        before.endswith("s")
        and not before.endswith(("ss", "us", "is", "'s", "’s"))
        and base_of_third(before) is None
        and before not in {"always", "its", "as"}
    )


def _past(clauses: Clauses, n: int, _anchor: int, _hedge: Hedge) -> Refusal | None:
    """A past form after a subject: a study is told of."""
    before = clauses.before(n)
    if not before or base_of_past(clauses.low(n)) is None:
        return None
    verb = base_of_third(before) or base_of_participle(before) or is_base(before)
    adjective = before.endswith(("ly", "er", "ed")) or before in {"a", "an", "the", "more", "less"}
    beside = before in PREPOSITIONS | JOINING
    return None if verb or adjective or beside else REFUSED


def _may_be_verb(clauses: Clauses, n: int) -> bool:
    """Whether a word may be a verb that a subject has."""
    low = clauses.low(n)
    modal = low in _MODALS | _HEDGED | _PAST | {"is", "are"}
    return modal or is_base(low) or bool(clauses.finite(n) or base_of_past(low))


def _participle(clauses: Clauses, n: int, anchor: int, hedge: Hedge) -> Edit | None:
    """A participle that begins what trails a sentence: "…, easing stress and lifting mood"."""
    low, first = clauses.low(n), n - 1 if clauses.before(n).endswith("ly") else n
    if not base_of_participle(low) or not (clauses.comma(first) or clauses.dash(first)):
        return None
    if not any(
        _may_be_verb(clauses, m) for m in range(first) if clauses.parts[m] == clauses.parts[n]
    ):
        return None  # "Beside massage, easing stress can help": a subject
    if clauses.low(n + 1) in {"and", "or"} or anchor - n > _PHRASE:
        return None
    if n != anchor and any(clauses.comma(m) for m in range(n + 1, anchor + 1)):
        return None
    for m in range(n - 1, -1, -1):
        if clauses.parts[m] != clauses.parts[n] or clauses.finite(m):
            break
        if base_of_participle(clauses.low(m)) and clauses.before(m) in PREPOSITIONS:
            return None  # "by easing stress, lifting mood": a list
    start = clauses.tokens[first].start
    words = "possibly" if hedge == "may" else "probably"
    return Edit(start, start, f"{in_style(words, clauses.text)} ")


def _limit(clauses: Clauses, n: int, anchor: int, _hedge: Hedge) -> Refusal | None:
    """Where the clause of the words of effect begins without a verb that carries them."""
    low = clauses.low(n)
    if n < anchor and low in _RELATIVE:
        return REFUSED
    return REFUSED if clauses.comma(n) and low in _ASIDE else None


RULES: tuple[Rule, ...] = (
    _negation,
    _purpose,
    _ability,
    _modal,
    _contraction,
    _copula,
    _auxiliary,
    _finite,
    _plural,
    _past,
    _participle,
    _limit,
)
"""In the order in which they are asked of each word."""
