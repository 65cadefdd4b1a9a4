"""Which claims a sentence makes, by rule: each link says which words made it.

A claim is made where one of its patterns is met (`vocabulary`, `clause`). The lead-in of a list is
read as the beginning of each of its bullets.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from reviewkit.phrasing import Part
from reviewkit.prose import fronted, titled
from reviewkit.prose.at_large import at_large
from reviewkit.prose.background import commonplace, facts
from reviewkit.prose.clause import Clause
from reviewkit.prose.elsewhere import finds_elsewhere
from reviewkit.prose.goals import asks_what_it_is, left_out, wanted
from reviewkit.prose.goals import of_another as asks_of_another
from reviewkit.prose.lead_ins import finished_by_entries
from reviewkit.prose.nature import of_the_body
from reviewkit.prose.phrases import Hit, names_of
from reviewkit.prose.selling import sold
from reviewkit.prose.stance import conceded
from reviewkit.prose.subjects import of_an_ill, of_another, set_against
from reviewkit.prose.vocabulary import LIMITING, PITCH, RIVALS, Pattern, Vocabulary
from reviewkit.prose.words import WordRow

#: Characters after a term without an effect in which a modal still tells of it [C].
TELLING = 30
#: Who shows or says a thing; how strongly that is put tells nothing of them: "many studies show".
_SHOWING = re.compile(
    r"\b(?:studies|trials|papers|reviews|research|evidence|science|experts?|experiments)"
    r"(?= (?:\w+ ){0,3}?(?:show|suggest|indicat|hint|find|found|report|demonstrat|conclud|confirm|"
    r"agree|link|point|impl[iy]|propos|argue)\w*)"
)


class Found(NamedTuple):
    """A claim found: the words that made it, and the place of its term and of its effect.

    `start` to `end` is from the effect to the term (or the other way about); `verb` is where the
    effect begins, or the term if there is none; `reach` ends the words that may tell how strongly
    it is put; `verb_end` ends the effect. All are offsets into the text given, the lead-in
    included. The heading or title has to name one of `topic`, if any.
    """

    claim: str
    start: int
    end: int
    verb: int
    verb_end: int
    term: int
    reach: int
    topic: frozenset[str] = frozenset()


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
    told = _told(list(found.values()), clause, vocabulary, possible) if found else []
    if hidden := found.keys() - {link.claim for link in told}:
        again = [place for place in places if place[0].claim in hidden]
        made = [link for place in again if (link := _made(*place, clause, lead))]
        later = {link.claim: link for link in reversed(_told(made, clause, vocabulary, possible))}
        told = [*told, *later.values()]
    said = _without_compared(clause, _without_conceded(clause, text))
    if PITCH in said and (apart := _unsold(told, clause)):
        told, said = apart, said - {PITCH}
    return sorted(told, key=lambda link: (link.term, link.claim)), said


def _firsts(places: Iterable[tuple[Pattern, Hit]], clause: Clause, lead: int) -> dict[str, Found]:
    """Return the first place at which each claim is found."""
    found: dict[str, Found] = {}
    for pattern, hit in places:
        if pattern.claim not in found and (made := _made(pattern, hit, clause, lead)):
            found[pattern.claim] = made
    return found


def _unsold(told: list[Found], clause: Clause) -> list[Found]:
    """Return the claims that are made apart from what sells; none if a lead-in announces them."""
    parts = sold(clause.text, clause.words, clause.hits)
    if parts[0][0] < clause.lead:
        return []
    return [
        link
        for link in told
        if not any(start <= place < end for start, end in parts for place in (link.term, link.verb))
    ]


def _spans(hit: Hit, row: WordRow, lead: int) -> bool:
    """Whether a phrase with a gap begins in a lead-in that is complete, and ends after it."""
    return not hit.whole and row.words[hit.first].start < lead <= row.words[hit.last].start


def _without_conceded(clause: Clause, text: str) -> frozenset[str]:
    """Return its names without a limit that only stands in a concession: "While no X, Y"."""
    if LIMITING not in clause.names or not (end := conceded(text)):
        return clause.names
    limits = (hit for hit in clause.hits if LIMITING in hit.names)
    within = all(clause.words[hit.first].start < end for hit in limits)
    return clause.names - {LIMITING} if within else clause.names


def _without_compared(clause: Clause, names: frozenset[str]) -> frozenset[str]:
    """Return names without other treatments that are only set against what is spoken of."""
    if RIVALS not in names:
        return names
    others = (hit for hit in clause.hits if RIVALS in hit.names)
    compared = all(set_against(clause.words, hit.first) for hit in others)
    return names - {RIVALS} if compared else names


def _told(
    made: list[Found], clause: Clause, vocabulary: Vocabulary, telling: Collection[str]
) -> list[Found]:
    """Return the claims that a sentence makes by what it is about.

    None if it is about another thing than the treatment; of what it tells of a body, the claims on
    how a body works; and of what it tells of an ill, none of an effect on anything.
    """
    untreated = _names_no_treatment(clause)
    if of_another(clause, telling):
        return []
    if untreated and at_large(clause.text):
        made = [link for link in made if link.claim not in vocabulary.effected]
    if asks_what_it_is(clause.text):
        made = [link for link in made if link.claim in vocabulary.effected]
    if untreated and facts(clause.text):
        return [link for link in made if link.claim in vocabulary.facts]
    if untreated:
        begins = 0 if asks_of_another(clause.text) else wanted(clause.text)
        made = [link for link in made if begins is None or link.end < begins]
    if untreated and finds_elsewhere(clause.text):
        made = [link for link in made if link.claim not in vocabulary.evidence]
    if of_an_ill(clause) or (untreated and commonplace(clause.text)):
        return [link for link in made if link.claim not in vocabulary.effected]
    if out := left_out(clause.text):
        made = [
            k for k in made if not out[0] <= k.term < out[1] or k.claim not in vocabulary.effected
        ]
    if ends := of_the_body(clause):
        made = [k for k in made if k.term >= ends or k.claim not in vocabulary.effected]
    return made


def _names_no_treatment(clause: Clause) -> bool:
    return not clause.lead and clause.names.isdisjoint(clause.treating)


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
