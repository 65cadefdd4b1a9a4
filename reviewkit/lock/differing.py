"""Two reviews side by side: which verdicts moved, from what to what, because of which records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from reviewkit.certainty import BodyGrade
from reviewkit.evidence import Evidence
from reviewkit.lock.entries import Entry, Shift, of, shifts
from reviewkit.lock.leaves import Value, leaves
from reviewkit.lock.parts import parts_of
from reviewkit.review import Graded

#: A leaf of a review: the kind and id of its record, and its path there.
Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of one record that is another: None where it is not there.

    `leaves` is how many fields that stands for: a whole part that came or went is told once.
    """

    file: str
    field: str
    before: str | None
    after: str | None
    leaves: int = 1

    def __str__(self) -> str:
        where = f"{self.file} {self.field}".strip()
        if self.leaves > 1:
            way = "added" if self.before is None else "gone"
            return f"{where}: {way} ({self.leaves} fields)"
        before, after = (ABSENT if v is None else v for v in (self.before, self.after))
        return f"{where}: {before} → {after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A claim whose verdicts moved, came or went.

    Parameters
    ----------
    before, after
        Its entries; None where the claim is not in that review.
    shifts
        What moved, from what to what; empty for a claim that came or went.
    because
        The fields that it rests on which changed; empty for a claim that came or went.
    """

    claim: str
    before: Entry | None
    after: Entry | None
    shifts: tuple[Shift, ...]
    because: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """A judgement whose facts moved: the proposal stands in its place until somebody looks again.

    `judged` is the level that the judgement gives, `stands` the one that is taken now.
    """

    body: str
    domain: str
    judged: str
    stands: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs between two reviews, both graded by the same rules.

    Parameters
    ----------
    moved
        Claims whose verdicts moved, came or went, by id.
    unmoved
        Claims that rest on something that changed and whose verdicts stayed.
    suspended, settled
        Judgements that the change suspended, and those that no longer are.
    fields, idle
        How many fields of the records changed, and how many of those no verdict rests on.
    """

    moved: tuple[Move, ...]
    unmoved: tuple[str, ...]
    suspended: tuple[Suspension, ...]
    settled: tuple[Suspension, ...]
    fields: int
    idle: int

    @property
    def any(self) -> bool:
        """Whether a verdict moved, a claim came or went, or a judgement was suspended."""
        return bool(self.moved or self.suspended)

    def to_dict(self) -> dict[str, Any]:
        """Return the difference, JSON-ready."""
        found = asdict(self)
        for move, plain in zip(self.moved, found["moved"], strict=True):
            for name in ("before", "after"):
                entry: Entry | None = getattr(move, name)
                plain[name] = entry and entry.to_dict()
        return found


#: Items of a list that are told although they did not change.
LISTED = 3
#: In the place of a value that is not there.
ABSENT = "(left out)"


def differences(before: Graded, after: Graded) -> Difference:
    """Return which verdicts moved between two reviews, and because of which fields.

    Both are graded by this version's rules, so that nothing moves but by a record.

    Parameters
    ----------
    before, after
        The same review twice, as ``grade(evidence)`` returns it.
    """
    old, new = of(before), of(after)
    fields = _Fields(before.evidence, after.evidence)
    moved, unmoved = [], []
    resting: set[Place] = set()
    for claim in sorted({*old, *new}):
        was, is_ = old.get(claim), new.get(claim)
        found = shifts(was, is_) if was and is_ else ()
        changed = _changed(_leaves(before, claim), _leaves(after, claim))
        resting |= set(changed) | fields.behind(changed)
        if was is None or is_ is None or found:
            because = tuple(fields.told(changed)) if found else ()
            moved.append(Move(claim=claim, before=was, after=is_, shifts=found, because=because))
        elif changed:
            unmoved.append(claim)
    lapsed, open_ = _suspended(before), _suspended(after)
    return Difference(
        moved=tuple(moved),
        unmoved=tuple(unmoved),
        suspended=tuple(s for key, s in open_.items() if key not in lapsed),
        settled=tuple(s for key, s in lapsed.items() if key not in open_),
        fields=len(fields.changed),
        idle=len(fields.changed - resting),
    )


def _leaves(graded: Graded, claim: str) -> dict[Place, Value]:
    """Every leaf that a claim rests on; none where there is no such claim."""
    if claim not in graded.claims:
        return {}
    parts = parts_of(graded.evidence, graded.evidence.claims[claim])
    return {
        (part.kind, part.id, path): value
        for part in parts.values()
        for path, value in part.leaves.items()
    }


def _changed(
    old: Mapping[Place, Value], new: Mapping[Place, Value]
) -> dict[Place, tuple[Value | None, Value | None]]:
    """Return the leaves that differ, each with its two values, in the order they were found."""
    return {
        place: (old.get(place), new.get(place))
        for place in dict.fromkeys([*old, *new])
        if old.get(place) != new.get(place)
    }


class _Fields:
    """Every leaf of two reviews, to say what stood in a field and what stands there now."""

    def __init__(self, before: Evidence, after: Evidence) -> None:
        self.before, self.after = dict(_all(before)), dict(_all(after))
        self.changed = set(_changed(self.before, self.after))
        self._parts = [set(_parts_of_leaves(side)) for side in (self.before, self.after)]

    def behind(self, changed: Iterable[Place]) -> set[Place]:
        """Return the changed fields that may stand behind what rules derived and which changed.

        All of its record, and of all studies for an inventory of them: rather too many than one
        that is said to bear on nothing.
        """
        derived = [(kind, name) for kind, name, path in changed if " (" in path]
        studies = any(kind == "claims" for kind, _ in derived)
        return {
            place
            for place in self.changed
            if place[:2] in derived or (studies and place[0] == "studies")
        }

    def told(self, changed: Mapping[Place, tuple[Value | None, Value | None]]) -> Iterator[Change]:
        """Yield the changes at some places; a part that came or went is told once.

        A field that stands in both as it was (a result that is no longer used) is no cause: what
        leads to it is, and is told.
        """
        groups: dict[Place, list[Place]] = {}
        for place, values in changed.items():
            if (cause := self._cause(place, values)) is not None:
                groups.setdefault(self._whole(cause), []).append(cause)
        for whole, places in groups.items():
            if len(places) == 1:
                (place,) = places
                yield self._change(place, *changed.get(place, (None, None)))
                continue
            there = whole in self._parts[0]
            yield Change(
                file=_file(whole),
                field=whole[2],
                before="" if there else None,
                after=None if there else "",
                leaves=len(places),
            )

    def _cause(self, place: Place, values: tuple[Value | None, Value | None]) -> Place | None:
        """Return the field to tell of; None where it stands in both as it was."""
        if place in self.changed:
            return place
        kind, name, path = place
        field, derived, _ = path.partition(" (")
        if derived and None in values:
            # What was derived came or went: told by the field that it is about, if that changed.
            return (kind, name, field) if (kind, name, field) in self.changed else None
        return None if place in self.before else place

    def _change(self, place: Place, before: Value | None, after: Value | None) -> Change:
        """A field with what its record says, where that differs; else with what rules saw of it."""
        if place in self.changed:
            before, after = self.before.get(place), self.after.get(place)
        return Change(
            file=_file(place),
            field=place[2],
            before=_text(before, after),
            after=_text(after, before),
        )

    def _whole(self, place: Place) -> Place:
        """Return the widest part around a leaf that is in only one of the two; else the leaf."""
        old, new = self._parts
        for part in _around(place):
            if (part in old) != (part in new):
                return part
        return place


def _parts_of_leaves(side: Iterable[Place]) -> Iterator[Place]:
    """Yield every part that some leaf lies in, its record first, and the leaf itself."""
    for place in side:
        yield from _around(place)
        yield place


def _around(place: Place) -> Iterator[Place]:
    """Yield each part that a leaf lies in, the widest first: its record, then ever less of it."""
    kind, name, path = place
    yield kind, name, ""
    depth = 0
    for position, character in enumerate(path):
        if character in ".[" and depth == 0 and position:
            yield kind, name, path[:position]
        depth += (character == "[") - (character == "]")


def _file(place: Place) -> str:
    kind, name, _ = place
    return f"{name}.yaml" if kind == "top" else f"{kind}/{name}.yaml"


def _text(value: Value | None, other: Value | None) -> str | None:
    """A value for people: of long lists with another content, what the other does not have."""
    if not isinstance(value, tuple):
        return value
    known = other if isinstance(other, tuple) else ()
    whole = max(len(value), len(known)) <= LISTED or set(known) == set(value)
    return ", ".join(value if whole else [item for item in value if item not in known]) or None


def _all(evidence: Evidence) -> Iterator[tuple[Place, Value]]:
    records: dict[tuple[str, str], Any] = {
        ("top", "review"): evidence.review,
        ("top", "vocabulary"): evidence.vocabulary,
    }
    for kind in ("studies", "bodies", "claims", "sources"):
        records |= {(kind, name): record for name, record in getattr(evidence, kind).items()}
    for (kind, name), record in records.items():
        for path, value in leaves(record):
            yield (kind, name, path), value


def _suspended(graded: Graded) -> dict[tuple[str, str], Suspension]:
    return {
        (found.body, found.domain): found
        for body in graded.bodies.values()
        for found in _of_body(body.main)
    }


def _of_body(grade: BodyGrade) -> Iterator[Suspension]:
    for judged in grade.domains:
        if judged.suspended and judged.judgement is not None:
            yield Suspension(
                body=grade.body.id,
                domain=judged.proposal.domain,
                judged=judged.judgement.is_,
                stands=judged.proposal.level,
            )
    if grade.overall_suspended and grade.overall is not None:
        yield Suspension(
            body=grade.body.id,
            domain="overall",
            judged=grade.overall.is_,
            stands=grade.certainty,
        )
