"""The recorded mentions held against the articles themselves, by whoever has them.

A review keeps of each article its digest, and of each sentence that makes a claim its place and
its fingerprint. Given the files, `hold` finds the article of each source, whatever its name, checks
every fingerprint, and lists the sentences that hold no recorded claim. No finding holds a word of
an article: findings are kept and passed on, and articles are not ours to publish.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reviewkit.errors import UserError
from reviewkit.evidence import placing
from reviewkit.evidence.fingerprint import Sentence, sentences_of
from reviewkit.evidence.placing import Recorded, misplaced, placed, told
from reviewkit.findings import Finding, Severity, Span
from reviewkit.source import MAX_BYTES

if TYPE_CHECKING:
    from reviewkit.evidence import Evidence

#: What each code of this layer means.
CODES = {
    **placing.CODES,
    "R301": "a source whose text is in none of the files",
    "R302": "an article whose text has changed",
    "R305": "a sentence that holds no recorded claim",
    "R306": "a file that is the text of no source",
}
#: The code of which there may be dozens, so that people are better shown a list.
LISTED = "R305"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A file with its digest and its sentences."""

    path: str
    sha256: str
    sentences: tuple[Sentence, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A source held against its article.

    Parameters
    ----------
    source : str
        The id of the source.
    article : Article or None
        Its text; None where no file has it.
    mentions, in_place : int
        How many mentions are recorded, and how many of their fingerprints are where they should be.
    unrecorded : tuple of Sentence
        The sentences that hold no recorded claim.
    findings : tuple of Finding
        All that does not fit, and a hint for each sentence in `unrecorded`.
    """

    source: str
    article: Article | None
    mentions: int
    in_place: int = 0
    unrecorded: tuple[Sentence, ...] = ()
    findings: tuple[Finding, ...] = ()


def articles_in(folder: Path) -> tuple[Article, ...]:
    """Read the files right in a folder, by name; names that begin with a dot are passed over.

    Raises
    ------
    UserError
        If the folder or a file cannot be read.
    """
    try:
        files = sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))
        return tuple(_article(path) for path in files)
    except OSError as error:
        raise UserError(f"{error.filename} cannot be read: {error.strerror}") from None


def hold(evidence: Evidence, articles: Sequence[Article]) -> tuple[Held, ...]:
    """Hold every source of a review against its article, in the order of the sources' ids.

    Where the text is the one on record, a fingerprint out of place is an error of the record;
    where the text has changed, a warning.
    """
    found = matched(evidence, articles)
    return tuple(_held(evidence, source, found.get(source)) for source in evidence.sources)


def matched(evidence: Evidence, articles: Sequence[Article]) -> dict[str, Article]:
    """Return the article of each source that has one.

    It is the file with the digest on record; failing that, of the files whose digest no source
    has, the one that holds most of the source's fingerprints: a text that has changed.
    """
    recorded = {source.sha256 for source in evidence.sources.values()}
    exact = {article.sha256: article for article in reversed(articles)}
    found = {s.id: exact[s.sha256] for s in evidence.sources.values() if s.sha256 in exact}
    left = {article.path: article for article in articles if article.sha256 not in recorded}
    shared = sorted(
        (-_shared(_recorded(evidence, source), article), source, path)
        for source in evidence.sources
        if source not in found
        for path, article in left.items()
    )
    for negative, source, path in shared:
        if negative and source not in found and path in left:
            found[source] = left.pop(path)
    return found


def strays(reviews: Iterable[Sequence[Held]], articles: Sequence[Article]) -> Iterator[Finding]:
    """Yield a hint for each file that is the text of no source of any review."""
    used = {held.article.sha256 for review in reviews for held in review if held.article}
    for article in articles:
        if article.sha256 not in used:
            yield Finding(
                code="R306",
                severity="hint",
                where="",
                message=CODES["R306"],
                span=_span(article.path, 1),
                expected="a text with the digest of a source, or with some of its sentences",
            )


def _article(path: Path) -> Article:
    """Read a file, no further than a record is read; what is not UTF-8 fits no fingerprint."""
    with path.open("rb") as file:
        data = file.read(MAX_BYTES)
    return Article(
        path=path.as_posix(),
        sha256=hashlib.sha256(data).hexdigest(),
        sentences=tuple(sentences_of(data.decode("utf-8-sig", "replace"))),
    )


def _recorded(evidence: Evidence, source: str) -> list[Recorded]:
    return [
        Recorded(document=evidence.documents["claims", name], position=position, mention=mention)
        for name, claim in evidence.claims.items()
        for position, mention in enumerate(claim.mentions)
        if mention.source == source
    ]


def _shared(recorded: Sequence[Recorded], article: Article) -> int:
    """Count the fingerprints on record that an article holds."""
    digests = {one.mention.sha256 for one in recorded}
    return len(digests & {sentence.sha256 for sentence in article.sentences})


def _held(evidence: Evidence, source: str, article: Article | None) -> Held:
    recorded = _recorded(evidence, source)
    if article is None:
        absent = _absent(evidence, source)
        return Held(source=source, article=None, mentions=len(recorded), findings=(absent,))
    changed = article.sha256 != evidence.sources[source].sha256
    found = placed(recorded, article.sentences)
    unrecorded = tuple(s for s in article.sentences if s.place not in found)
    severity: Severity = "warning" if changed else "error"
    return Held(
        source=source,
        article=article,
        mentions=len(recorded),
        in_place=sum(one.place == place for one, place in zip(recorded, found, strict=True)),
        unrecorded=unrecorded,
        findings=(
            *([_changed(evidence, source, article)] if changed else []),
            *misplaced(recorded, found, article.sentences, path=article.path, severity=severity),
            *(_without_claim(source, article.path, sentence) for sentence in unrecorded),
        ),
    )


def _absent(evidence: Evidence, source: str) -> Finding:
    return evidence.documents["sources", source].finding(
        "R301",
        "warning",
        ("sha256",),
        CODES["R301"],
        expected="a file with this digest, under any name",
        fix="put the article into the folder; its mentions could not be checked",
    )


def _changed(evidence: Evidence, source: str, article: Article) -> Finding:
    return evidence.documents["sources", source].finding(
        "R302",
        "warning",
        ("sha256",),
        CODES["R302"],
        found=f"{article.sha256} is the digest of {article.path}",
        expected=f"{evidence.sources[source].sha256}, as recorded",
        fix="take the text that was read; or mend what follows, and record the digest of this one",
    )


def _without_claim(source: str, path: str, sentence: Sentence) -> Finding:
    """Say which sentence it is, by its place and fingerprint alone."""
    return Finding(
        code=LISTED,
        severity="hint",
        where=f"{source}, {told(sentence.place)}",
        message=CODES[LISTED],
        span=_span(path, sentence.line),
        found=f"the fingerprint {sentence.sha256}",
        fix="if it makes a claim, record a mention of it with this fingerprint",
    )


def _span(path: str, line: int) -> Span:
    return Span(path=path, line=line, column=1, end_line=line, end_column=1)
