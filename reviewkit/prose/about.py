"""Which of the claims found in a sentence it makes, by what it is about and what it only names.

What is told of another thing, of a body or an ill, of what people want or look for, and what sells
is no claim of the treatment. Each of these has a module of its own; here they are asked in turn.
"""

from __future__ import annotations

from collections.abc import Collection

from reviewkit.prose.at_large import at_large
from reviewkit.prose.background import commonplace, facts
from reviewkit.prose.clause import Clause
from reviewkit.prose.elsewhere import finds_elsewhere
from reviewkit.prose.found import Found
from reviewkit.prose.goals import asks_what_it_is, left_out, wanted
from reviewkit.prose.goals import of_another as asks_of_another
from reviewkit.prose.nature import of_the_body
from reviewkit.prose.selling import sold
from reviewkit.prose.stance import conceded
from reviewkit.prose.subjects import of_an_ill, of_another, set_against
from reviewkit.prose.vocabulary import LIMITING, RIVALS, Vocabulary


def told_of(
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


def unsold(told: list[Found], clause: Clause) -> list[Found]:
    """Return the claims that are made apart from what sells; none if a lead-in announces them."""
    parts = sold(clause.text, clause.words, clause.hits)
    if parts[0][0] < clause.lead:
        return []
    return [
        link
        for link in told
        if not any(start <= place < end for start, end in parts for place in (link.term, link.verb))
    ]


def spoken_of(clause: Clause, text: str) -> frozenset[str]:
    """Return the names of what a sentence speaks of, without what it only yields to or compares."""
    return _without_compared(clause, _without_conceded(clause, text))


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


def _names_no_treatment(clause: Clause) -> bool:
    return not clause.lead and clause.names.isdisjoint(clause.treating)
