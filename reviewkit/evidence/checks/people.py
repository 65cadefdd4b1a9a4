"""Head counts that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reviewkit.evidence.folder import Entry
from reviewkit.findings import Finding
from reviewkit.records import Group, Missing, Result, Study
from reviewkit.reported import Reported
from reviewkit.source import Steps

CODES = {"R205": "head counts that cannot all be true"}

#: Roles in which people are counted, each no more than those before it in its row.
CHAINS = (
    ("reached", "answered", "received"),
    ("assessed", "enrolled", "randomised", "analysed"),
    ("enrolled", "received"),
)
#: Roles whose count stands for the people behind a result, the closest first.
CLOSEST = ("analysed", "received", "answered", "randomised", "enrolled")


def check(entry: Entry[Study]) -> Iterator[Finding]:
    """Yield each role that more people have than the one it is part of; arms and results too."""
    if entry.record is None:
        return
    people = entry.record.population.n
    wrong: set[str] = set()
    for chain in CHAINS:
        counts = ((role, getattr(people, role)) for role in chain)
        known = [(role, n) for role, n in counts if isinstance(n, Reported)]
        for (larger, most), (role, n) in pairwise(known):
            if n.value > most.value and role not in wrong:
                wrong.add(role)
                steps = ("population", "n", role)
                yield _too_many(entry, steps, f"{n} {role}", f"at most the {most} {larger}")
    yield from _events(entry, entry.record)
    for larger in ("enrolled", "randomised"):
        most = getattr(people, larger)
        if isinstance(most, Reported):
            for path, n in _parts(entry.record):
                if n.value > most.value:
                    yield _too_many(entry, path, str(n), f"at most the {most} {larger}")
            return


def _events(entry: Entry[Study], study: Study) -> Iterator[Finding]:
    """Yield events of more people than there are, where no total stands beside them."""
    for name, result in study.results.items():
        parts: list[tuple[Steps, str | None, Result | Group]] = [
            (("groups", arm), arm, group) for arm, group in result.groups.items()
        ]
        if result.setting == "people" and "denominator" not in result.readings:
            parts.append(((), result.arm, result))
        for below, arm, part in parts:
            if part.events is None or part.total is not None or isinstance(part.n, Reported):
                continue  # the record itself compares them
            sizes = [study.arms[arm].n] if arm in study.arms else []
            if part is result:
                known = (getattr(study.population.n, role) for role in CLOSEST)
                sizes.append(
                    next((n for n in known if isinstance(n, Reported)), Missing.NOT_SOUGHT)
                )
            for most in sizes:
                if isinstance(most, Reported) and part.events.value > most.value:
                    steps = ("results", name, *below, "events")
                    yield _too_many(entry, steps, f"{part.events} events", f"at most {most} people")
                    break


def _parts(study: Study) -> Iterator[tuple[Steps, Reported]]:
    """Yield every head count below the study's own: of arms, results, groups and summaries.

    Cells, tissue and models are counted otherwise, and so are those of arms without people.
    """
    lifeless = {
        arm
        for result in study.results.values()
        if result.setting != "people"
        for arm in (result.arm, result.versus, *result.groups)
    }
    for name, arm in study.arms.items():
        if isinstance(arm.n, Reported) and name not in lifeless:
            yield ("arms", name, "n"), arm.n
    for name, result in study.results.items():
        if result.setting != "people":
            continue
        path: Steps = ("results", name)
        if isinstance(result.n, Reported):
            yield (*path, "n"), result.n
        for arm_name, group in result.groups.items():
            if group.n is not None:
                yield (*path, "groups", arm_name, "n"), group.n
        for below, moment in result.moments():
            if moment.n is not None:
                yield (*path, *below, "n"), moment.n


def _too_many(entry: Entry[Study], path: Steps, found: str, expected: str) -> Finding:
    return entry.finding(
        "R205",
        "error",
        path,
        CODES["R205"],
        found=found,
        expected=expected,
        fix="compare with the source; a number belongs to one role only",
    )
