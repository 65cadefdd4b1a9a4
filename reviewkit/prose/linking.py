"""Which claims a sentence makes, by rule: each link says which words made it.

A claim is made where one of its patterns is met (`vocabulary`, `clause`). The lead-in of a list is
read as the beginning of each of its bullets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewkit.phrasing import Part
from reviewkit.prose import fronted, titled
from reviewkit.prose.about import spoken_of, told_of, unsold
from reviewkit.prose.clause import Clause
from reviewkit.prose.found import Found
from reviewkit.prose.lead_ins import finished_by_entries
from reviewkit.prose.phrases import Hit, names_of
from reviewkit.prose.vocabulary import PITCH, Pattern, Vocabulary
from reviewkit.prose.words import WordRow

#: Characters after a term without an effect in which a modal still tells of it [C].
TELLING = 30
#: Who shows or says a thing; how strongly that is put tells nothing of them: "many studies show".
_SHOWING = re.compile(
    r"\b(?:studies|trials|papers|reviews|research|evidence|science|experts?|experiments)"
    r"(?= (?:\w+ ){0,3}?(?:show|suggest|indicat|hint|find|found|report|demonstrat|conclud|confirm|"
    r"agree|link|point|impl[iy]|propos|argue)\w*)"
)


def find(text: str, vocabulary: Vocabulary, *, lead: int = 0) -> tuple[list[Found], frozenset[str]]:
    """Return the claims in a text, one for each claim, and the names of everything in it.

    The first `lead` characters are a list's lead-in: what lies in it alone is not found again.
    A matter of health outside the base is found as the claim `vocabulary.BEYOND`.
    """
    row = WordRow(text)
    hits = vocabulary.phrases.hits(row)
    if lead and not finished_by_entries(text[:lead]):
        hits = [hit for hit in hits if not _spans(hit, row, lead)]
    names = names_of(hits)
    if not names:
        return [], names
    helped = fronted.helped(text, lead) or (
        not lead and titled.offering(row, hits, vocabulary.treating)
    )
    possible = vocabulary.possible(names | fronted.HELPING if helped else names)
    if not possible:
        return [], names
    clause = Clause(text, row, hits, names, vocabulary, lead=lead)
    places = [
        (pattern, hit)
        for hit in hits
        for name in sorted(possible.keys() & hit.names)
        for pattern in possible[name]
    ]
    found = _firsts(places, clause, lead)
    told = told_of(list(found.values()), clause, vocabulary, possible) if found else []
    if hidden := found.keys() - {link.claim for link in told}:
        again = [place for place in places if place[0].claim in hidden]
        made = [link for place in again if (link := _made(*place, clause, lead))]
        later = {link.claim: link for link in reversed(told_of(made, clause, vocabulary, possible))}
        told = [*told, *later.values()]
    said = spoken_of(clause, text)
    if PITCH in said and (apart := unsold(told, clause)):
        told, said = apart, said - {PITCH}
    return sorted(told, key=lambda link: (link.term, link.claim)), said


def _firsts(places: Iterable[tuple[Pattern, Hit]], clause: Clause, lead: int) -> dict[str, Found]:
    """Return the first place at which each claim is found."""
    found: dict[str, Found] = {}
    for pattern, hit in places:
        if pattern.claim not in found and (made := _made(pattern, hit, clause, lead)):
            found[pattern.claim] = made
    return found


def _spans(hit: Hit, row: WordRow, lead: int) -> bool:
    """Whether a phrase with a gap begins in a lead-in that is complete, and ends after it."""
    return not hit.whole and row.words[hit.first].start < lead <= row.words[hit.last].start


def _made(pattern: Pattern, anchor: Hit, clause: Clause, lead: int) -> Found | None:
    """Return what the pattern finds with its first term at `anchor`, or None."""
    first: tuple[Hit, Hit | None] | None = None
    reach = 0
    topic: frozenset[str] = frozenset()
    for part in pattern.parts:
        if part.above and part.names.isdisjoint(clause.names):
            topic |= part.names
        if part.absent or part.above:
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
        told = min(clause.segments.end_of(term.last), end + TELLING)
        showing = _SHOWING.search(clause.text, start, told)
        reach = max(reach, end if showing and showing.start() < end else told)
    return Found(
        claim=pattern.claim,
        start=start,
        end=end,
        verb=verb,
        verb_end=verb_end,
        term=place,
        reach=max(reach, end),
        topic=topic,
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
