"""A sentence hedged at its own verbs of effect.

Where no finite verb carries the words of effect and these begin a heading or a bullet, they are
hedged themselves ("Possibly less stress"). A sentence in which something is not certain is not
rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewkit.prose.suggestion.carriers import (
    JOINING,
    PREPOSITIONS,
    Hedge,
    Refusal,
    carrier,
)
from reviewkit.prose.suggestion.clauses import Clauses, Token
from reviewkit.prose.suggestion.edits import Edit
from reviewkit.prose.suggestion.lettering import capitalised, in_style, lowered, titled
from reviewkit.prose.suggestion.telling import told_by
from reviewkit.prose.suggestion.verbs import (
    INSTRUCTIONS,
    base_of_participle,
    base_of_past,
    base_of_third,
    is_base,
    is_twofold,
)

#: Comparatives and participles that an adverb may stand before.
_GRADED = re.compile(
    r"(?:an?|less|more|fewer|better|greater|higher|lower|\w+(?:ier|nger|ker|ller|ther|ser)|"
    r"\w+ed|good|great|ideal|perfect|excellent|effective|helpful|useful|beneficial|amazing)$",
    re.IGNORECASE,
)
#: With which a heading begins that names a topic, or is a sentence.
_OF_TOPICS = frozenset(
    {"how", "why", "what", "when", "where", "who", "which", "whether", "the", "this", "these",
     "that", "those", "our", "your", "my", "tips", "ways", "steps", "step", "guide", "all",
     "about", "caring", "treating", "managing", "understanding", "choosing", "using", "it", "you",
     "we", "they", "there"}
)  # fmt: skip
#: With which a heading ends that names a treatment.
_TREATMENTS = frozenset(
    {"therapy", "therapies", "treatment", "treatments", "technique", "techniques", "tips",
     "exercise", "exercises", "routine", "routines", "ritual", "rituals", "session", "sessions",
     "method", "methods", "product", "products", "guide", "tool", "tools"}
)  # fmt: skip
#: Words of a heading that is taken for a noun and its company.
_LABEL = 7
#: How near the beginning words of effect are that a heading begins with.
_NEAR = 4
#: How near its verb a term is that no effect governs.
_TERM = 8
#: The number of a heading.
_NUMBER = re.compile(r"(?:\d+[.):]?\s+)?")
#: A hedge after another verb, where a sentence has two: "it is relieves".
_DOUBLED = re.compile(r"\b(?:is|are|was|were|been|has|have|had|can|will|does|do|to) may\b")
_MAY = re.compile(r"(?:.* )?may\b", re.IGNORECASE)


def hedged(
    text: str,
    verbs: Iterable[tuple[int, int]],
    hedge: Hedge,
    *,
    kind: str = "paragraph",
    led: bool = False,
) -> str | None:
    """Return a text in which the verbs that carry words of effect are hedged.

    None if one must not be hedged, or none can be. One that is not found is left to the reader
    that reads the sentence again: it may be held by another's hedge.

    Parameters
    ----------
    text
        A sentence, or the part of one.
    verbs
        Where words of effect begin, and, if they are a term that no effect governs, where that
        ends, else 0: its verb is in it or near, or not certain.
    hedge
        "may", or "probably".
    kind
        Of the block; a heading, bullet or cell needs no finite verb.
    led
        Whether a lead-in above completes it.

    Examples
    --------
    >>> hedged("Massage relieves stress and lifts your mood", [(8, 0)], "may")
    'Massage may relieve stress and lift your mood'
    >>> hedged("Less stress", [(0, 0)], "may", kind="heading")
    'Possibly less stress'
    """
    clauses = Clauses(text)
    edits: dict[int, Edit] = {}
    openings: set[int] = set()
    for place, end in sorted(set(verbs)):
        anchor = clauses.at(place)
        edit = None if anchor is None else _carried(clauses, anchor, end, hedge)
        if isinstance(edit, Refusal):
            return None
        if edit is None and anchor is not None and kind in {"heading", "bullet", "cell"}:
            edit = _opening(clauses, anchor, hedge, led=led)
            openings |= {edit.start} if edit else set()
        if edit is not None:
            edits.setdefault(edit.start, edit)
    if openings and len(edits) > 1:  # its verb holds the words of effect that it begins with
        edits = {start: edit for start, edit in edits.items() if start not in openings}
    for edit in sorted(edits.values(), key=lambda entry: entry.start):
        if edit.start in edits:  # and not under the hedge of one before
            for more in _coordinated(clauses, edit, {end.end for end in edits.values()}):
                edits = {s: e for s, e in edits.items() if not s <= more.start < e.end}
                edits[more.start] = more
    found = text
    for edit in sorted(edits.values(), key=lambda entry: -entry.start):
        found = found[: edit.start] + edit.words + found[edit.end :]
    return found if edits and not _DOUBLED.search(found.lower()) else None


def _carried(clauses: Clauses, anchor: int, end: int, hedge: Hedge) -> Edit | Refusal | None:
    """Return how what carries words of effect, or a term that ends at `end`, is hedged."""
    if hedge == "may" and (told := told_by(clauses, anchor)):
        return told
    term = end > clauses.tokens[anchor].start and not _is_verb(clauses, anchor)
    edit = carrier(clauses, anchor, _TERM if term else anchor, hedge)
    if edit is None and term:
        verb = _inside(clauses, anchor, end)
        verb = _after(clauses, anchor, end) if verb is None else verb
        edit = carrier(clauses, verb, 0, hedge) if verb is not None else None
    return _first_of_list(clauses, edit, hedge) if isinstance(edit, Edit) else edit


def _inside(clauses: Clauses, anchor: int, end: int) -> int | None:
    """Return the finite verb inside a term: "hair becomes thicker"."""
    inner = (n for n in range(anchor, len(clauses.tokens)) if clauses.tokens[n].end <= end)
    return next((n for n in inner if clauses.finite(n) or clauses.low(n) in {"is", "are"}), None)


def _after(clauses: Clauses, anchor: int, end: int) -> int | None:
    """Return the finite verb of which a term is the subject: "oils nourish", "points can calm"."""
    beyond = (n for n in _words_of(clauses) if clauses.tokens[n].start >= end)
    near = [n for n in beyond if clauses.parts[n] == clauses.parts[anchor]][:_TERM]
    return next((n for n in near if clauses.finite(n) or clauses.low(n) in {"can", "will"}), None)


def _is_verb(clauses: Clauses, n: int) -> bool:
    low = clauses.low(n)
    return is_base(low) or bool(base_of_third(low) or base_of_participle(low))


def _opening(clauses: Clauses, anchor: int, hedge: Hedge, *, led: bool) -> Edit | None:
    """Hedge the words that a heading or bullet begins with, if those of effect are among them."""
    n = 1 if clauses.low(0).isdigit() else 0
    number = _NUMBER.match(clauses.text)
    first = clauses.tokens[n]
    at_start = number is not None and number.end() == first.start
    if not at_start or anchor - n > _NEAR or clauses.parts[anchor] != clauses.parts[n]:
        return None
    words = _word_for(clauses, first, hedge, led=led)
    if words is None:
        return None
    if not first.text[:1].isupper():
        return Edit(first.start, first.start, f"{words} ")
    rest = lowered(first.text)
    if titled(clauses.text) and in_style(rest, clauses.text) != rest:
        rest = first.text
    words = capitalised(in_style(words, clauses.text))
    return Edit(first.start, first.end, f"{words} {rest}")


def _word_for(clauses: Clauses, first: Token, hedge: Hedge, *, led: bool) -> str | None:
    """Return what hedges a heading or bullet that begins with this word."""
    low, careful = first.low, hedge == "may"
    adverb = "possibly" if careful else "probably"
    if low in _OF_TOPICS | INSTRUCTIONS or _names_treatment(clauses):
        return None
    if is_base(low) and not _is_noun(clauses):  # "Reduce stress": after "It can:", or an order
        if led:
            return "perhaps" if careful else adverb
        slogan = any(clauses.comma(n) and is_base(clauses.low(n)) for n in _words_of(clauses))
        return "may" if careful and not slogan else None
    if low in PREPOSITIONS:
        return "perhaps" if led and careful else None
    if base_of_participle(low) or _GRADED.match(low) or " that " in clauses.text:
        return adverb
    long = len(clauses.tokens) > _LABEL
    if led and (long or not first.text[:1].isupper()):
        return adverb
    if base_of_past(low) or long or _is_clause(clauses):
        return None  # an instruction, or a sentence
    return "potential" if careful else "probable"


def _names_treatment(clauses: Clauses) -> bool:
    """Whether a heading ends with the noun that all before it tell of: "Stress Relief Therapy"."""
    last = clauses.tokens[-1].low in _TREATMENTS
    return last and PREPOSITIONS.isdisjoint(token.low for token in clauses.tokens)


def _is_clause(clauses: Clauses) -> bool:
    """Whether a heading is more than a noun and its company: it has a verb of its own."""
    return any(
        clauses.finite(n) or (clauses.low(n) == "to" and is_base(clauses.low(n + 1)))
        for n in _words_of(clauses)
    )


def _words_of(clauses: Clauses) -> range:
    return range(len(clauses.tokens))


def _first_of_list(clauses: Clauses, edit: Edit, hedge: Hedge) -> Edit:
    """Return the hedge of the first verb of a list: "may calm, ease and lift", not "calms, may"."""
    n = clauses.at(edit.start)
    first = None
    while n is not None and hedge == "may" and clauses.comma(n) and clauses.finite(n):
        part = clauses.parts[n]
        earlier = (m for m in range(n - 1, -1, -1) if clauses.parts[m] == part)
        n = next((m for m in earlier if clauses.finite(m)), None)
        first = n if n is not None else first
    if first is None:
        return edit
    found = carrier(clauses, first, 0, hedge)
    return found if isinstance(found, Edit) else edit


def _is_noun(clauses: Clauses) -> bool:
    """Whether a heading begins with a noun that is a verb elsewhere: "Boost to circulation"."""
    n = 1 if clauses.low(0).isdigit() else 0
    beside = clauses.low(n + 1) in {"to", "in", "of", "for", "from"}
    return beside and is_twofold(clauses.low(n)) and not is_base(clauses.low(n + 2))


def _coordinated(clauses: Clauses, edit: Edit, known: set[int]) -> Iterator[Edit]:
    """Yield the finite verbs that go on under a "may": "may reduce … and improve".

    `known` are the ends of those that are verbs for certain.
    """
    start = clauses.at(edit.start) if _MAY.match(edit.words) else None
    if start is None:
        return
    listed = False  # once a verb is found among them, what follows is taken for one
    for n in range(start + 1, len(clauses.tokens)):
        if clauses.tokens[n].start < edit.end:
            continue
        low = clauses.low(n)
        subject = clauses.comma(n) and low in {"it", "this", "they", "you"}
        if clauses.parts[n] != clauses.parts[start] or low in {"which", "who", "that"} or subject:
            return
        m = n - 1
        while clauses.low(m).endswith("ly") or clauses.low(m) in JOINING - {"and", "or"}:
            m -= 1
        joined = clauses.low(m) in {"and", "or"} or clauses.comma(m + 1)
        token = clauses.tokens[n]
        if low == "does":  # "and does improve" would be "and do improve"
            continue
        contrast = (clauses.low(m), clauses.low(m + 1)) == ("but", "also")
        if joined or (contrast and token.end not in known):  # one that is known has its own hedge
            base = clauses.finite(n, joined=listed or clauses.comma(m) or token.end in known)
            base = "be" if listed and low in {"is", "are"} else base
            if base is not None:
                listed = True
                yield Edit(token.start, token.end, in_style(base, clauses.text))
