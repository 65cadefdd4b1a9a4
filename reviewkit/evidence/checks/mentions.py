"""Where claims are made: each somewhere, each sentence once, and each the same throughout."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.evidence.folder import Entry, Folder
from reviewkit.findings import Finding
from reviewkit.records import Claim

CODES = {
    "R202": "a claim without a mention",
    "R208": "the same sentence twice in one claim",
    "R212": "one sentence with two fingerprints",
}


def check(folder: Folder) -> Iterator[Finding]:
    """Yield claims that nobody makes, and sentences that stand twice or under two digests.

    A claim that no source under review makes says in `origin` where it is heard.
    """
    digests: dict[tuple[str, int, int], tuple[str, str]] = {}
    for entry in folder.claims.values():
        claim = entry.record
        if claim is None:
            continue
        if not claim.mentions and not claim.origin and entry.salvaged.whole("mentions"):
            yield entry.finding(
                "R202",
                "warning",
                ("id",),
                CODES["R202"],
                found="no mention",
                expected="at least one entry under `mentions`, or an `origin`",
                fix="record where the claim is made or heard, or drop it",
            )
        yield from _twice(entry, claim)
        for position, mention in enumerate(claim.mentions):
            place = (mention.source, mention.line, mention.sentence)
            digest, first = digests.setdefault(place, (mention.sha256, claim.id))
            if digest != mention.sha256 and first != claim.id:
                yield entry.finding(
                    "R212",
                    "error",
                    ("mentions", position, "sha256"),
                    CODES["R212"],
                    found=mention.sha256,
                    expected=f"{digest}, as in claim {first}: source {mention.source}, "
                    f"line {mention.line}, sentence {mention.sentence}",
                    fix="correct the line, the sentence or the digest of one of them",
                )


def _twice(entry: Entry[Claim], claim: Claim) -> Iterator[Finding]:
    seen: dict[tuple[str, int, int], int] = {}
    for position, mention in enumerate(claim.mentions):
        place = (mention.source, mention.line, mention.sentence)
        if place in seen:
            yield entry.finding(
                "R208",
                "error",
                ("mentions", position),
                CODES["R208"],
                found=f"source {mention.source}, line {mention.line}, sentence {mention.sentence}, "
                f"as in mentions[{seen[place]}]",
                expected="each sentence once in a claim",
                fix="merge the two; a mention may be of several kinds",
            )
        seen.setdefault(place, position)
