"""Where recorded fingerprints stand in an article, and what is said of those out of place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewkit.evidence.fingerprint import Sentence
from reviewkit.findings import Finding, Severity
from reviewkit.records import Mention
from reviewkit.source import Document

Place = tuple[int, int]

#: Findings of this module.
CODES = {
    "R303": "a fingerprint that no sentence of the article has",
    "R304": "a fingerprint of a sentence that stands elsewhere",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A mention on record: which of which claim, in which file."""

    document: Document
    position: int
    mention: Mention

    @property
    def place(self) -> Place:
        """The line and the position in it, as recorded."""
        return self.mention.line, self.mention.sentence

    def distance(self, place: Place) -> tuple[int, int, Place]:
        """Order places by how far they are from the recorded one: in lines, then in the line."""
        line, ordinal = self.place
        return abs(place[0] - line), abs(place[1] - ordinal), place


def placed(recorded: Sequence[Recorded], sentences: Sequence[Sentence]) -> tuple[Place | None, ...]:
    """Return where the fingerprint of each mention stands; None where it stands nowhere.

    Of several places, the recorded one; failing that, the nearest.
    """
    places: dict[str, list[Place]] = {}
    for sentence in sentences:
        places.setdefault(sentence.sha256, []).append(sentence.place)
    return tuple(
        min(places.get(one.mention.sha256, ()), key=one.distance, default=None) for one in recorded
    )


def misplaced(
    recorded: Sequence[Recorded],
    found: Sequence[Place | None],
    sentences: Sequence[Sentence],
    *,
    path: str,
    severity: Severity,
) -> Iterator[Finding]:
    """Yield a finding for each mention whose fingerprint is not where the record says.

    Parameters
    ----------
    recorded, found
        The mentions, and where the fingerprint of each stands, as `placed` returns it.
    sentences
        Of the article.
    path
        Of the article.
    severity
        How grave it is.
    """
    moved = {
        one.mention.line: place[0]
        for one, place in zip(recorded, found, strict=True)
        if place is not None
    }
    for one, place in zip(recorded, found, strict=True):
        if place is None:
            yield _nowhere(one, nearest(one.mention.line, moved, sentences), path, severity)
        elif place != one.place:
            yield _elsewhere(one, place, path, severity)


def nearest(line: int, moved: Mapping[int, int], sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the first sentence of the line on which a lost sentence is best looked for.

    It is the line with text that is nearest to the recorded one, moved as the nearest recorded
    line moved of which a fingerprint was found; None in an article without sentences.

    Parameters
    ----------
    line
        The recorded line.
    moved
        The line on which each recorded line was found.
    sentences
        Of the article.
    """
    known = min(moved, key=lambda other: (abs(other - line), other), default=line)
    expected = line + moved.get(known, known) - known
    return min(sentences, key=lambda s: (abs(s.line - expected), s.place), default=None)


def told(place: Place) -> str:
    """Return a place in words.

    Examples
    --------
    >>> told((7, 3))
    'line 7, sentence 3'
    """
    return f"line {place[0]}, sentence {place[1]}"


def _nowhere(one: Recorded, near: Sentence | None, path: str, severity: Severity) -> Finding:
    look = f"look at {path}:{near.line}, the nearest line, and " if near else ""
    return one.document.finding(
        "R303",
        severity,
        ("mentions", one.position, "sha256"),
        CODES["R303"],
        found=one.mention.sha256,
        expected=f"the fingerprint of {told(one.place)} of source {one.mention.source}",
        fix=f"{look}correct the mention; if the sentence is gone, drop it",
    )


def _elsewhere(one: Recorded, place: Place, path: str, severity: Severity) -> Finding:
    field = "line" if place[0] != one.mention.line else "sentence"
    return one.document.finding(
        "R304",
        severity,
        ("mentions", one.position, field),
        CODES["R304"],
        found=told(one.place),
        expected=f"{told(place)} of {path}",
        fix="correct the line and the sentence; if the digest is at fault, correct that",
    )
