"""Which claims a sentence makes, by rule: each link says which words made it.

A claim is made where one of its patterns is met (`vocabulary`, `clause`). The lead-in of a list is
read as the beginning of each of its bullets.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reviewkit.phrasing import Part
from reviewkit.prose import fronted
from reviewkit.prose.background import facts
from reviewkit.prose.clause import Clause
from reviewkit.prose.phrases import Hit, names_of
from reviewkit.prose.subjects import of_another
from reviewkit.prose.vocabulary import Pattern, Vocabulary
from reviewkit.prose.words import WordRow

#: Characters after a term without an effect in which a modal still tells of it [C].
TELLING = 30


class Found(NamedTuple):
    """A claim found: the words that made it, and the place of its term and of its effect.

    `start` to `end` is from the effect to the term (or the other way about); `verb` is where the
    effect begins, or the term if there is none; `reach` ends the words that may tell how strongly
    it is put; `verb_end` ends the effect. All are offsets into the text given, the lead-in
    included.
    """

    claim: str
    start: int
    end: int
    verb: int
    verb_end: int
    term: int
    reach: int


def find(text: str, vocabulary: Vocabulary, *, lead: int = 0) -> tuple[list[Found], frozenset[str]]:
    """Return the claims in a text, one for each claim, and the names of everything in it.

    The first `lead` characters are a list's lead-in: what lies in it alone is not found again.
    A matter of health outside the base is found as the claim `vocabulary.BEYOND`.
    """
    row = WordRow(text)
    hits = vocabulary.phrases.hits(row)
    names = names_of(hits)
    if not names:
        return [], names
    helped = fronted.helped(text, lead)
    possible = vocabulary.possible(names | fronted.HELPING if helped else names)
    if not possible:
        return [], names
    clause = Clause(text, row.words(), hits, names, vocabulary, lead=lead)
    found: dict[str, Found] = {}
    for hit in hits:
        for name in sorted(possible.keys() & hit.names):
            for pattern in possible[name]:
                if pattern.claim not in found and (made := _made(pattern, hit, clause, lead)):
                    found[pattern.claim] = made
    if found and (of_another(clause, possible) or _tells_facts(clause)):
        return [], names
    return sorted(found.values(), key=lambda link: (link.term, link.claim)), names


def _tells_facts(clause: Clause) -> bool:
    """Whether a sentence tells facts of a thing and names no treatment."""
    named = clause.names & clause.treating
    return not clause.lead and not named and facts(clause.text)


def _made(pattern: Pattern, anchor: Hit, clause: Clause, lead: int) -> Found | None:
    """Return what the pattern finds with its first term at `anchor`, or None."""
    first: tuple[Hit, Hit | None] | None = None
    reach = 0
    for part in pattern.parts:
        if part.absent:
            continue
        candidates = [anchor] if first is None else clause.hits
        if part.near and first is not None:
            candidates = [hit for hit in clause.hits if clause.near(anchor, hit)]
        met = next(_meeting(part, candidates, clause), None)
        if met is None:
            return None
        first = first or met
        reach = max(reach, clause.words[met[0].last].end)
    if first is None:
        return None
    term, governor = first
    ends = [term] if governor is None else [term, governor]
    start = min(clause.words[hit.first].start for hit in ends)
    end = max(clause.words[hit.last].end for hit in ends)
    if end <= lead:
        return None
    effect = governor or term
    verb, verb_end = clause.words[effect.first].start, clause.words[effect.last].end
    place = clause.words[term.first].start
    if governor is None:
        reach = max(reach, min(clause.segments.end_of(term.last), end + TELLING))
    return Found(
        claim=pattern.claim,
        start=start,
        end=end,
        verb=verb,
        verb_end=verb_end,
        term=place,
        reach=max(reach, end),
    )


def _meeting(part: Part, candidates: list[Hit], clause: Clause) -> Iterator[tuple[Hit, Hit | None]]:
    for hit in candidates:
        if not part.names & hit.names or (part.opens and not clause.opens(hit, part.names)):
            continue
        if part.unless:
            if clause.speaks_of(hit, part):
                yield hit, None
        elif not part.effects:
            yield hit, None
        elif governor := clause.governor(hit, part):
            yield hit, governor
