"""A lock's entries: each claim's verdicts pinned to hashes of what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from reviewkit.lock.parts import parts_of
from reviewkit.review import Graded, GradedClaim

#: What an entry says of the claim itself; of each mention it has verdict and severity.
VERDICTS = ("evidence", "certainty", "verdict", "severity", "robust")
#: In the place of what is not there.
GONE = "(none)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One claim's verdicts and the parts that they rest on, by name, each with its hash."""

    evidence: str | None
    certainty: str | None
    verdict: str
    severity: str
    robust: bool
    mentions: tuple[str, ...]
    rests_on: Mapping[str, str] = field(hash=False)

    def to_dict(self) -> dict[str, Any]:
        """Return the entry, JSON-ready."""
        found = asdict(self)
        return {**found, "mentions": list(self.mentions), "rests_on": dict(self.rests_on)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One thing that a reader would see differ: what it is, what it was and what it is now."""

    what: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.what} {self.before} → {self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A claim that is no longer as it was locked."""

    claim: str
    before: Entry | None
    after: Entry | None

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that changed, came or went."""
        old = self.before.rests_on if self.before else {}
        new = self.after.rests_on if self.after else {}
        return tuple(sorted(n for n in {*old, *new} if old.get(n) != new.get(n)))

    def render(self) -> str:
        """Say what moved, from what to what, and because of which records."""
        if self.before is None:
            return f"{self.claim}: new, not in the lock"
        if self.after is None:
            return f"{self.claim}: in the lock, no longer in the review"
        found = "; ".join(map(str, shifts(self.before, self.after)))
        lines = [f"{self.claim}: {found or 'what it rests on changed; its verdicts did not'}"]
        lines += [f"  because of {part}" for part in self.parts]
        return "\n".join(lines)


def of(graded: Graded) -> dict[str, Entry]:
    """Return the lock of a graded review: an entry for each claim."""
    return {name: _entry(graded, claim) for name, claim in graded.claims.items()}


def compare(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> tuple[Moved, ...]:
    """Return the claims that differ between two locks, sorted by id."""
    return tuple(
        Moved(claim=name, before=old.get(name), after=new.get(name))
        for name in sorted({*old, *new})
        if old.get(name) != new.get(name)
    )


def _entry(graded: Graded, claim: GradedClaim) -> Entry:
    return Entry(
        evidence=claim.says,
        certainty=claim.certainty,
        verdict=claim.ruling.verdict,
        severity=claim.ruling.severity,
        robust=claim.robust,
        mentions=tuple(
            f"{m.mention.source}:{m.mention.line}:{m.mention.sentence} "
            f"{m.ruling.verdict} ({m.ruling.severity})"
            for m in claim.mentions
        ),
        rests_on={name: part.hash for name, part in parts_of(graded.evidence, claim.claim).items()},
    )


def shifts(old: Entry, new: Entry) -> tuple[Shift, ...]:
    """Return what differs between the verdicts of two entries, the claim's own first."""
    found = [
        Shift(what=name, before=_said(before), after=_said(after))
        for name in VERDICTS
        if (before := getattr(old, name)) != (after := getattr(new, name))
    ]
    was, is_ = (dict(m.split(" ", 1) for m in entry.mentions) for entry in (old, new))
    found += [
        Shift(what=f"mention {place}", before=was.get(place, GONE), after=is_.get(place, GONE))
        for place in dict.fromkeys([*was, *is_])
        if was.get(place) != is_.get(place)
    ]
    return tuple(found)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)
