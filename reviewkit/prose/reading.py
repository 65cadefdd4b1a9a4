"""What a document's sentences claim: each with its stance, and the claims of the base it makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reviewkit.prose.aims import looked_into
from reviewkit.prose.anaphora import goes_on, likewise
from reviewkit.prose.at_large import sought
from reviewkit.prose.caveat import Caveat, caveat
from reviewkit.prose.found import Found
from reviewkit.prose.lead_ins import (
    causes_follow,
    finished_by_entries,
    label,
    names_ills,
    names_sufferings,
    of_ills,
    promises,
    reached_by_entries,
)
from reviewkit.prose.linking import find
from reviewkit.prose.patterns import small
from reviewkit.prose.scope import NEAR, Scope
from reviewkit.prose.stance import Stance, limits_what_is_shown, parted, stance, weakened
from reviewkit.prose.stance.reporting import speaks_for_itself
from reviewkit.prose.text import Document, Sentence
from reviewkit.prose.topic import unsaid
from reviewkit.prose.vocabulary import BEYOND, LIMITING, PITCH, Vocabulary
from reviewkit.prose.wording import HEDGED, wording

#: Kinds of block whose sentences are entries of a list.
_LISTED = frozenset({"bullet", "cell"})
#: Characters of a sentence that are read; what is longer is no prose, and time must stay linear.
LONGEST = 4_000


class Link(NamedTuple):
    """A claim of the base that a sentence makes.

    Parameters
    ----------
    claim
        Its id.
    cue, cue_start, cue_end
        The words that made the link, and their offsets in the text of the sentence.
    wording
        The level at which it is put, 0 to 5.
    verb_start, verb_end
        The words of effect (the term, where no effect stands), as offsets in the text of the
        sentence; both 0 where they stand in the lead-in.
    caveat
        What the sentence says beside it of the evidence: "uncertain", "lacking" or nothing.
    """

    claim: str
    cue: str
    wording: int
    cue_start: int
    cue_end: int
    verb_start: int = 0
    verb_end: int = 0
    caveat: str = ""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A sentence as read.

    Parameters
    ----------
    checkable
        Whether it makes a health claim; without links, one that the base does not cover.
    names
        The names, in the vocabulary, of everything that it speaks of.
    silenced
        Whether it is not read for claims: it is about another treatment, or sells.
    unsaid
        Whether its claims are those of a sentence, the heading or the title before it, which it
        answers ("Yes.") or goes on with ("Results vary.").
    lead
        The lead-in, as it is read before the sentence.
    places
        Where its claims stand in its text.
    said
        The stance of the words by which it takes up claims, where they have one.
    """

    sentence: Sentence
    links: tuple[Link, ...] = ()
    checkable: bool = False
    names: frozenset[str] = frozenset()
    silenced: bool = False
    unsaid: bool = False
    lead: str = ""
    places: tuple[int, ...] = ()
    said: Stance | None = None

    @cached_property
    def stance(self) -> Stance:
        """What it does with its claims: asserts (also where it speaks of nothing), denies, ...

        One that only asserts takes the stance of its lead-in. "So does the pulse." is no question,
        though it begins as one. Most sentences claim nothing, and nobody asks for their stance.
        """
        text = self.sentence.text[:LONGEST]
        own = self._own(text)
        asked = own == "asks" and text.rstrip("\"”’') ").endswith("?")
        return self.said if self.said and not asked and own in {"asserts", "asks"} else own

    def _own(self, text: str) -> Stance:
        if not self.names and not self.places:
            return "asserts"
        own = stance(text, self.places)
        if own == "asserts" and (LIMITING in self.names or weakened(text, self.places)):
            return "limits"
        if own == "asserts" and self.sentence.kind == "quote":
            told = speaks_for_itself(small(text), small(self.sentence.heading))
            return "reports" if told else own
        if own != "asserts" or not self.lead:
            return own
        led = stance(self.lead[:LONGEST], (len(self.lead[:LONGEST]) - 1,))
        if led == "asks" or (led == "reports" and not finished_by_entries(self.lead)):
            return own
        return led

    def towards(self, link: Link, *, of_evidence: bool) -> Stance:
        """Return the stance towards one claim, where the sentence takes more than one.

        "While it lowers stress, it does not grow hair" asserts the one and denies the other; "it
        lowers stress, but more research is needed" asserts the one and limits the other; "while
        evidence is limited, it grows hair" limits what it says of the evidence. A limit that is
        none of what is shown or of how much it does ("beside other treatments, it grows hair")
        carries no plain claim.

        Parameters
        ----------
        link
            One of its links.
        of_evidence
            Whether the claim speaks of the evidence itself.
        """
        text = self.sentence.text[:LONGEST]
        if self.stance == "limits":
            apart = link.wording > HEDGED
        elif of_evidence:
            apart = self.stance == "asserts" and len(self.links) > 1
        else:
            apart = parted(text, self.places)
        if not apart:
            return self.stance
        own = stance(text, (link.cue_start,))
        limits_proof = of_evidence or limits_what_is_shown(text)
        return "asserts" if own == "limits" and not limits_proof else own


class _Found(NamedTuple):
    """A sentence with what it claims and names; `own` are the claims that its words alone make."""

    sentence: Sentence
    lead: str
    claims: list[Found]
    names: frozenset[str]
    own: list[Found]


class _Topic(NamedTuple):
    """What a heading or a title claims and names, and whether it is of an illness."""

    claims: Sequence[Found] = ()
    names: frozenset[str] = frozenset()
    ills: bool = False


class _Before(NamedTuple):
    """The claims of the last sentence that made some, its number and the heading it is under."""

    claims: Sequence[Found] = ()
    number: int = 0
    heading: str = ""

    def reaches(self, number: int, heading: str) -> bool:
        """Whether a sentence stands near enough to go on with it."""
        return self.heading == heading and number - self.number <= NEAR


def read(document: Document, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Yield what each sentence of a document claims, in order, the silent ones too.

    A document is about the review's subject if its title or opening names an intervention, if its
    title names the subject and no other treatment (and its sentences, what it is done to), or if
    many of its sentences name an intervention. Elsewhere a sentence is read only if it, its heading
    or an earlier sentence of its paragraph names one, if it says what is done and it, its heading
    or the title says to what, or if it shows how that is done which its section named. A sentence
    (or one under a heading) that speaks of another treatment, and not of the review's, is silent,
    and so is a pitch, and what stands far from all that names a treatment (`scope.STRAY`), or under
    a heading of an illness without naming one. A sentence that says only that something works makes
    the claims of its heading, or else of the title.
    """
    found = [_found(sentence, vocabulary) for sentence in document.sentences]
    topics = _topics(document, found, vocabulary)
    title = topics[document.title]
    scope = Scope(document, title.names, [entry.names for entry in found], vocabulary)
    naming = vocabulary.treating
    before = _Before()
    for number, entry in enumerate(found):
        heading = entry.sentence.heading
        above = topics[heading] if heading else _Topic()
        ills = above.ills and not (above.names | entry.names) & naming
        if not scope.holds(number, entry.sentence, entry.names, above.names) or ills:
            yield Reading(
                sentence=entry.sentence, names=entry.names, lead=entry.lead, silenced=True
            )
            continue
        if not before.reaches(number, heading):
            before = _Before()
        on = above.names | title.names
        claims, said = [c for c in entry.claims if not c.topic or c.topic & on], None
        if not claims:
            claims, said = _taken_up(entry, above, title, before, vocabulary)
        if claims:
            before = _Before(claims, number, heading)
        yield _reading(entry, claims, said)


def _taken_up(
    entry: _Found, above: _Topic, title: _Topic, before: _Before, vocabulary: Vocabulary
) -> tuple[list[Found], Stance | None]:
    """Return the claims that a sentence without any of its own takes from what stands before it.

    Beside them stands the stance of the words that take them up, where they have one.
    """
    text = entry.sentence.text[:LONGEST]
    named = above.claims or title.claims
    if named and (place := unsaid(text)):
        return _placed(named, place, entry.lead), None
    if before.claims and (said := likewise(text)):
        return _placed(_brought(entry.names, vocabulary), (0, len(text)), entry.lead), said
    told = [claim for claim in before.claims if claim.claim in vocabulary.effected]
    topic = told or above.claims
    if topic and vocabulary.governed.isdisjoint(entry.names) and (taken := goes_on(text)):
        return _placed(topic, (taken.start, taken.end), entry.lead), taken.stance
    return [], None


def names_in(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the names, in the vocabulary, of everything that a text speaks of."""
    return _find(text, vocabulary)[1]


def reread(sentence: Sentence, vocabulary: Vocabulary) -> Reading:
    """Return what a sentence claims in a place that is in scope, as `read` found it to be."""
    found = _found(sentence, vocabulary)
    return _reading(found, found.claims)


def _found(sentence: Sentence, vocabulary: Vocabulary) -> _Found:
    lead = re.sub(r"\s*[:–—-]+\s*$", "", sentence.lead_in) + " " if sentence.lead_in else ""
    claims, names = _find(lead + sentence.text, vocabulary, lead=len(lead))
    own = claims
    if PITCH in names and promises(lead) and PITCH not in names_in(sentence.text, vocabulary):
        names -= {PITCH}  # a lead-in that announces benefits sells nothing in its entries
    if lead and (causes_follow(lead) or (claims and _of_ills(lead, vocabulary))):
        return _Found(sentence, lead, [], names, own)
    may_name = ": " in sentence.text or (sentence.kind in _LISTED and not claims)
    if may_name and (labelled := label(sentence.text, lead or sentence.heading)):
        told = _brought(_find(labelled, vocabulary)[1], vocabulary)
        claims = _with(claims, _placed(told, (0, len(labelled)), lead))
    if lead and reached_by_entries(lead):
        led = _find(lead, vocabulary)[0]
        claims = _with(claims, _placed(led, (0, len(sentence.text)), lead))
    reached = _reached(claims, lead + sentence.text, vocabulary)
    return _Found(sentence, lead, reached, names, own)


def _find(
    text: str, vocabulary: Vocabulary, *, lead: int = 0
) -> tuple[list[Found], frozenset[str]]:
    """Return the claims in as much of a text as is read, and the names of everything in it."""
    return find(text[:LONGEST], vocabulary, lead=lead)


def _reached(claims: list[Found], text: str, vocabulary: Vocabulary) -> list[Found]:
    """Return claims without those of an effect that is only looked into."""
    if vocabulary.effected.isdisjoint(claim.claim for claim in claims):
        return claims
    places = list(looked_into(text[:LONGEST]))
    return [
        claim
        for claim in claims
        if claim.claim not in vocabulary.effected
        or not any(start <= claim.term < end for start, end in places)
    ]


def _of_ills(lead: str, vocabulary: Vocabulary) -> bool:
    """Whether what follows a lead-in is named there as an ill, and nothing is claimed of it."""
    ills, sufferings = names_ills(lead), names_sufferings(lead)
    if not (ills or sufferings):
        return False
    claims, names = _find(lead, vocabulary)
    return not claims and (ills or not names & vocabulary.treating)


def _with(claims: list[Found], more: Iterable[Found]) -> list[Found]:
    """Return claims with those of others that are not among them."""
    own = {claim.claim for claim in claims}
    return [*claims, *(claim for claim in more if claim.claim not in own)]


def _topics(
    document: Document, found: Sequence[_Found], vocabulary: Vocabulary
) -> dict[str, _Topic]:
    """Return the topics of a document's title and headings; most are found as sentences already."""
    known = {e.sentence.text: (e.own, e.names) for e in found if e.sentence.kind == "heading"}
    texts = {document.title, *(entry.sentence.heading for entry in found)}
    return {
        text: _topic(text, *(known.get(text) or _find(text, vocabulary)), vocabulary)
        for text in texts
    }


def _topic(text: str, claims: list[Found], names: frozenset[str], vocabulary: Vocabulary) -> _Topic:
    """Return what a heading claims, or at least what it names beside the review's subject."""
    if not claims and (names & vocabulary.treating or sought(small(text))):
        claims = _brought(names, vocabulary)
    return _Topic(claims, names, of_ills(text))


def _brought(names: frozenset[str], vocabulary: Vocabulary) -> list[Found]:
    """Return the claims that an effect on any of these makes, with no more said."""
    return [
        Found(claim=claim, start=0, end=0, verb=0, verb_end=0, term=0, reach=0)
        for claim in sorted({claim for name in names for claim in vocabulary.brought(name)})
    ]


def _placed(claims: Sequence[Found], place: tuple[int, int], lead: str) -> list[Found]:
    """Return claims that were found elsewhere as made at a place of a sentence."""
    start, end = place[0] + len(lead), place[1] + len(lead)
    return [
        claim._replace(start=start, end=end, verb=start, verb_end=end, term=start, reach=end)
        for claim in claims
    ]


def _reading(entry: _Found, claims: Sequence[Found], said: Stance | None = None) -> Reading:
    """Return a sentence with its claims, its own or those that it takes up with a stance."""
    sentence = entry.sentence
    if not claims:
        return Reading(sentence=sentence, names=entry.names, lead=entry.lead)
    beside = caveat((entry.lead + sentence.text)[:LONGEST])
    links = tuple(_link(entry, claim, beside) for claim in claims if claim.claim != BEYOND)
    return Reading(
        sentence=sentence,
        links=links,
        checkable=True,
        names=entry.names,
        unsaid=not entry.claims,
        lead=entry.lead,
        said=said,
        places=tuple(claim.term - len(entry.lead) for claim in claims),
    )


def _link(entry: _Found, claim: Found, said: Caveat | None) -> Link:
    lead, text = entry.lead, entry.sentence.text
    start = max(claim.start - len(lead), 0)
    end = claim.end - len(lead)
    whole = (lead + text)[:LONGEST]
    level, _ = wording(whole, claim.verb, claim.reach)
    return Link(
        claim=claim.claim,
        cue=text[start:end],
        wording=level,
        cue_start=start,
        cue_end=end,
        verb_start=max(claim.verb - len(lead), 0),
        verb_end=max(claim.verb_end - len(lead), 0),
        caveat=said.kind if said and not said.start <= claim.verb < said.end else "",
    )
