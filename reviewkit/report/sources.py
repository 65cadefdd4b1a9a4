"""A source, an article under review, as its page tells it: mentions in the order of its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reviewkit.errors import UnknownName
from reviewkit.records import WORDING
from reviewkit.report.explanation import MentionAccount, mention_account
from reviewkit.report.plain import plain
from reviewkit.report.standing import standing
from reviewkit.review import Graded
from reviewkit.verdict.ruling import SEVERITIES, WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSaid:
    """A claim that a sentence makes, as a mention of it."""

    claim: str
    statement: str
    mention: MentionAccount


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceAccount:
    """A sentence by its place, never by its words, and the claims that it makes."""

    line: int
    sentence: int
    section: str
    claims: tuple[ClaimSaid, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAccount:
    """A source: where it is from, and its sentences that hold a recorded claim.

    Parameters
    ----------
    published, url, publisher, note
        None where the record does not say.
    read
        The day on which it was read.
    caption
        What stands wherever grades are shown.
    """

    id: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    read: str
    note: str | None
    place: str
    sentences: tuple[SentenceAccount, ...]
    caption: str

    @property
    def said(self) -> tuple[ClaimSaid, ...]:
        """Every mention in the order of the text."""
        return tuple(said for sentence in self.sentences for said in sentence.claims)

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that it makes, each once, in the order of the text."""
        return tuple(dict.fromkeys(said.claim for said in self.said))

    @property
    def by_severity(self) -> dict[str, int]:
        """How many mentions have each severity, the gravest first; those that none has left out."""
        counts = Counter(said.mention.ruling.severity for said in self.said)
        return {word: counts[word] for word in reversed(SEVERITIES) if counts[word]}

    @property
    def by_verdict(self) -> dict[str, dict[str, int]]:
        """How many mentions have each verdict, by severity, both with the gravest first."""
        rulings = [said.mention.ruling for said in self.said]
        counts = Counter((ruling.severity, ruling.verdict) for ruling in rulings)
        verdicts = sorted({ruling.verdict for ruling in rulings}, key=rank)
        return {
            severity: {word: counts[severity, word] for word in verdicts if counts[severity, word]}
            for severity in self.by_severity
        }

    @property
    def by_wording(self) -> dict[str, dict[str, int]]:
        """How many mentions have each level of wording, by severity, from the most careful."""
        counts = Counter((said.mention.wording, said.mention.ruling.severity) for said in self.said)
        found = {
            word: {
                severity: counts[level, severity]
                for severity in self.by_severity
                if counts[level, severity]
            }
            for level, word in enumerate(WORDING)
        }
        return {word: severities for word, severities in found.items() if severities}

    def to_dict(self) -> dict[str, Any]:
        """Return the source with its counts, JSON-ready."""
        return {
            **{name: plain(getattr(self, name)) for name in self.__dataclass_fields__},
            "counts": {
                "mentions": len(self.said),
                "claims": len(self.claims),
                "sentences": len(self.sentences),
                "by_severity": self.by_severity,
                "by_verdict": self.by_verdict,
                "by_wording": self.by_wording,
            },
        }


def rank(verdict: str) -> tuple[int, str]:
    """Order verdicts as people read them, the worst first.

    Examples
    --------
    >>> sorted(["wording fits (low certainty)", "correct (as printed)", "wrong"], key=rank)
    ['wrong', 'wording fits (low certainty)', 'correct (as printed)']
    """
    word = next(index for index, word in enumerate(WORDS) if verdict.startswith(word))
    return word, verdict


def source_accounts(graded: Graded) -> list[SourceAccount]:
    """Return every source of a review, in the order of their ids, which ranks none of them."""
    said = _said(graded)
    return [_account(graded, name, said.get(name, [])) for name in sorted(graded.evidence.sources)]


def source_account(graded: Graded, name: str) -> SourceAccount:
    """Return a source as its page tells it.

    Raises
    ------
    UnknownName
        If no source goes by that name.
    """
    if name not in graded.evidence.sources:
        raise UnknownName(name, "source", graded.evidence.sources)
    return _account(graded, name, _said(graded).get(name, []))


def _said(graded: Graded) -> Mapping[str, list[ClaimSaid]]:
    """The mentions of each source, in the order of the text; those of a sentence by claim."""
    found: dict[str, list[ClaimSaid]] = {}
    for name, claim in graded.claims.items():
        for position, mention in enumerate(claim.mentions):
            said = ClaimSaid(
                claim=name,
                statement=claim.claim.statement,
                mention=mention_account(graded.evidence, claim.claim, mention, position),
            )
            found.setdefault(mention.mention.source, []).append(said)
    return {source: sorted(said, key=_place) for source, said in found.items()}


def _place(said: ClaimSaid) -> tuple[int, int]:
    return said.mention.line, said.mention.sentence


def _account(graded: Graded, name: str, said: list[ClaimSaid]) -> SourceAccount:
    evidence = graded.evidence
    source = evidence.sources[name]
    sentences = []
    for (line, sentence), found in groupby(said, key=_place):
        claims = tuple(found)
        section = claims[0].mention.section
        sentences.append(
            SentenceAccount(line=line, sentence=sentence, section=section, claims=claims)
        )
    return SourceAccount(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        read=source.read.isoformat(),
        note=source.note,
        place=str(evidence.place("sources", name)),
        sentences=tuple(sentences),
        caption=standing(evidence.review),
    )
