"""Records that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.evidence.checks.referring import references
from reviewkit.evidence.folder import Entry, Folder
from reviewkit.findings import Finding
from reviewkit.records import Claim, Study

CODES = {"R203": "a record that nothing uses"}

_STUDY_TARGETS = frozenset({"study", "result", "field"})


def check(folder: Folder) -> Iterator[Finding]:
    """Yield each study, body and source that nothing rests on."""
    studies, bodies, sources = _used(folder)
    yield from _idle(
        folder.studies,
        studies,
        "a body, claim or exclusion that names it",
        "use it, exclude it with a reason, or drop it",
    )
    yield from _idle(
        folder.bodies, bodies, "a claim that rests on it", "rest a claim on it, or drop it"
    )
    yield from _idle(
        folder.sources,
        sources,
        "a claim that it makes",
        "record what it claims, or drop it",
    )


def _used(folder: Folder) -> tuple[set[str], set[str], set[str]]:
    studies: set[str] = set()
    bodies: set[str] = set()
    sources: set[str] = set()
    for entry in folder.entries():
        record = entry.record
        if record is None or isinstance(record, Study):  # a study does not make another used
            continue
        for reference in references(record):
            if reference.target in _STUDY_TARGETS:
                studies.add(reference.name.partition("#")[0])
            elif reference.target == "body":
                bodies.add(reference.name)
            elif reference.target == "source":
                sources.add(reference.name)
        if isinstance(record, Claim) and record.inventory is not None:
            studies |= _counted(record, folder.studies)
    return studies, bodies, sources


def _counted(claim: Claim, studies: Mapping[str, Entry[Study]]) -> set[str]:
    """Return the studies that a claim about the evidence counts."""
    inventory = claim.inventory
    return {
        name
        for name, entry in studies.items()
        if inventory is not None
        and entry.record is not None
        and entry.record.design.type in inventory.designs
        and any(result.outcome in inventory.outcomes for result in entry.record.results.values())
        and any(arm.intervention in inventory.interventions for arm in entry.record.arms.values())
    }


def _idle(
    entries: Mapping[str, Entry[Any]], used: set[str], expected: str, fix: str
) -> Iterator[Finding]:
    for name, entry in entries.items():
        if name not in used:
            yield entry.finding(
                "R203", "hint", ("id",), CODES["R203"], found=name, expected=expected, fix=fix
            )
