"""Articles side by side: counts by verdict, by severity and by wording; no score, no ranking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewkit.records import WORDING
from reviewkit.report.sources import SourceAccount, rank
from reviewkit.verdict.ruling import SEVERITIES

_GRAVEST_FIRST = tuple(reversed(SEVERITIES))
#: What a severity of none is called where severities are counted.
_NONE = "without a finding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One count for each article, in the articles' order; the severity it is about, if any."""

    label: str
    severity: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A row of sums and the rows that it is the sum of."""

    total: Row
    rows: tuple[Row, ...]


def by_verdict(sources: Sequence[SourceAccount]) -> list[Group]:
    """Return the mentions of each article by severity, and in each by verdict."""
    counted = [source.by_verdict for source in sources]
    found = {verdict for counts in counted for verdicts in counts.values() for verdict in verdicts}
    return list(_groups(counted, _GRAVEST_FIRST, sorted(found, key=rank)))


def by_wording(sources: Sequence[SourceAccount]) -> list[Group]:
    """Return the mentions of each article by level of wording, and in each by severity."""
    return list(_groups([source.by_wording for source in sources], WORDING, _GRAVEST_FIRST))


def _groups(
    counted: Sequence[Mapping[str, Mapping[str, int]]],
    outer: Sequence[str],
    inner: Sequence[str],
) -> Iterable[Group]:
    """Add up one article's counts beside the other's; what none of them has is left out."""
    for label in outer:
        found = [counts.get(label, {}) for counts in counted]
        if any(found):
            rows = [_row(word, [counts.get(word, 0) for counts in found]) for word in inner]
            yield Group(
                total=_row(label, [sum(counts.values()) for counts in found]),
                rows=tuple(row for row in rows if any(row.counts)),
            )


def _row(word: str, counts: Sequence[int]) -> Row:
    return Row(
        label=_NONE if word == "none" else word,
        severity=word if word in SEVERITIES else "none",
        counts=tuple(counts),
    )
