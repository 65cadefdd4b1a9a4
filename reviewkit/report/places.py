"""Where a value of a record stands: the document read, the place in it, and the line of YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from reviewkit.effects.result_effect import Printed, ResultEffect
from reviewkit.evidence import Evidence
from reviewkit.records import Missing, Study
from reviewkit.reported import Reported
from reviewkit.source import Steps, dotted


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a value stands.

    Parameters
    ----------
    line
        ``path:line:col`` in the records.
    document, access, url, on
        The document it was read in: its name in the record, how close that is to the paper, its
        address and the date. Empty for what is no reading of a document.
    where
        The place inside that document, as recorded.
    """

    line: str
    document: str = ""
    access: str = ""
    url: str = ""
    on: str = ""
    where: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedNumber:
    """A number as printed: what it is, its text, its field in the record, and its place."""

    name: str
    text: str
    field: str
    place: Place


def place_in(evidence: Evidence, study: Study, steps: Steps) -> Place:
    """Return where a value of a study stands, in the record and in what was read."""
    line = str(evidence.place("studies", study.id, steps))
    part, inner = _part(study, steps)
    key = _document(part, inner)
    read = study.read.get(key) if key else None
    if read is None:
        return Place(line=line)
    return Place(
        line=line,
        document=key,
        access=read.access,
        url=read.url,
        on=read.on.isoformat(),
        where=getattr(part, "where", None) if key == getattr(part, "at", None) else None,
    )


def numbers_of(evidence: Evidence, effect: ResultEffect) -> tuple[PrintedNumber, ...]:
    """Return every printed number behind a result's effect, and the count of its people."""
    study = evidence.studies[effect.study]
    name = effect.ref.partition("#")[2]
    used = list(effect.printed)
    taken = {printed.path for printed in used}
    used += [p for p in _people(study, name, effect.n) if p.path not in taken]
    return tuple(
        PrintedNumber(
            name=_named(printed),
            text=printed.text,
            field=dotted(printed.path),
            place=place_in(evidence, study, printed.path),
        )
        for printed in used
    )


def _named(printed: Printed) -> str:
    """The number's name with the moment or arm it belongs to."""
    inside = [str(step) for step in printed.path[2:-1]]
    return f"{printed.name} ({', '.join(inside)})" if inside else printed.name


def _part(study: Study, steps: Steps) -> tuple[object, tuple[str, ...]]:
    """The part of a study that says where it was read, and the path inside that part."""
    if not steps:
        return None, ()
    first = getattr(study, str(steps[0]).replace("-", "_"), None)
    if isinstance(first, Mapping) and len(steps) > 1:
        return first.get(str(steps[1])), tuple(map(str, steps[2:]))
    if isinstance(first, tuple) and len(steps) > 1:
        return first[int(steps[1])], tuple(map(str, steps[2:]))
    return first, tuple(map(str, steps[1:]))


def _document(part: object, inner: tuple[str, ...]) -> str:
    """The document in which a field was read: its own, its nearest parent's, or the part's."""
    places: Mapping[str, str] = getattr(part, "places", {})
    for length in range(len(inner), 0, -1):
        if found := places.get(".".join(inner[:length])):
            return found
    return getattr(part, "at", None) or ""


def _people(study: Study, name: str, n: int | None) -> list[Printed]:
    """Where the count of people behind a result stands: the first field, or fields, that give it.

    The count is computed with the effect; here its place is looked up, nearest to the result first.
    """
    if n is None:
        return []
    for fields in _counts(study, name):
        if sum(int(count) for _, count in fields) == n:
            return [Printed(name="people", text=c.text, path=path) for path, c in fields]
    return []


def _counts(study: Study, name: str) -> Iterator[list[tuple[Steps, Reported]]]:
    result = study.results[name]
    at: Steps = ("results", name)
    own: list[tuple[Steps, object]] = [((*at, "n"), result.n)]
    own += [((*at, m, "n"), getattr(getattr(result, m), "n", None)) for m in _MOMENTS]
    own.append(((*at, "estimate", "n"), getattr(result.estimate, "n", None)))
    own += [((*at, "groups", arm, "n"), group.n) for arm, group in result.groups.items()]
    own += [((*at, "groups", arm, "total"), group.total) for arm, group in result.groups.items()]
    own.append((("arms", result.arm, "n"), study.arms[result.arm].n))
    single = [(path, count) for path, count in own if isinstance(count, Reported)]
    yield from ([found] for found in single)
    for last in ("n", "total"):
        yield [found for found in single if "groups" in found[0] and found[0][-1] == last]
    yield from ([found] for found in _roles(study.population.n))


def _roles(people: BaseModel) -> Iterator[tuple[Steps, Reported]]:
    for role in reversed(type(people).model_fields):
        count = getattr(people, role)
        if isinstance(count, Reported):
            yield ("population", "n", role), count


_MOMENTS = ("before", "after", "change")


def missing_in(evidence: Evidence, study: Study, parts: tuple[Steps, ...]) -> tuple[str, ...]:
    """Return the fields of some parts of a study that are *not in what was read*, with places."""
    found = []
    for steps in parts:
        part, _ = _part(study, steps)
        for path in _missing(part):
            field = dotted((*steps, *path))
            found.append(f"{field} ({evidence.place('studies', study.id, (*steps, *path))})")
    return tuple(dict.fromkeys(found))


def _missing(part: object) -> Iterator[Steps]:
    if part is Missing.NOT_IN_WHAT_WAS_READ:
        yield ()
    elif isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            for path in _missing(getattr(part, name)):
                yield (field.alias or name, *path)
