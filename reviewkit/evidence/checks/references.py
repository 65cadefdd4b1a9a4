"""Names that have to lead somewhere: studies, results, arms, documents, outcomes and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from reviewkit.errors import closest
from reviewkit.evidence.checks.referring import Reference, Target, references
from reviewkit.evidence.fieldpath import UnknownField, field_at
from reviewkit.evidence.folder import Entry, Folder
from reviewkit.findings import Finding

_NO_ID = re.compile("[^a-z0-9]+")

CODES = {"R201": "a reference to something that is not there"}

#: What a name should be, and how one that is not is mended.
_WORDS: dict[Target, tuple[str, str]] = {
    "outcome": (
        "an outcome of review.yaml",
        "correct it, or add it to `outcomes` in review.yaml",
    ),
    "intervention": (
        "an intervention of review.yaml",
        "correct it, or add it to `interventions` in review.yaml",
    ),
    "moderator": (
        "a moderator of review.yaml",
        "correct it, or add it to `moderators` in review.yaml",
    ),
    "arm": ("an arm of this study", "correct it, or add the arm"),
    "own-result": ("a result of this study", "correct it, or add the result"),
    "read": (
        "a document that this study names under `read`",
        "correct it, or add the document to `read`",
    ),
    "study": ("a study of this review", "correct it, or write studies/{name}.yaml"),
    "body": ("a body of evidence of this review", "correct it, or write bodies/{name}.yaml"),
    "claim": ("a claim of this review", "correct it, or write claims/{name}.yaml"),
    "source": ("a source of this review", "correct it, or write sources/{name}.yaml"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dangling:
    """Why a name leads nowhere: what it should be, how to mend it, what it may have meant."""

    expected: str
    fix: str
    likely: tuple[str, ...] = ()


def check(folder: Folder) -> Iterator[Finding]:
    """Yield each name that leads nowhere.

    What stands in a file that could not be read, or in a part that was refused, counts as there:
    it has its own finding.
    """
    for entry in folder.entries():
        for reference in references(entry.record) if entry.record else ():
            dangling = _dangling(folder, entry, reference)
            if dangling is not None:
                yield entry.finding(
                    "R201",
                    "error",
                    reference.steps,
                    CODES["R201"],
                    found=reference.name,
                    expected=dangling.expected,
                    fix=dangling.fix,
                    did_you_mean=dangling.likely,
                    at="key" if reference.is_key else "value",
                )


def _dangling(folder: Folder, entry: Entry[Any], reference: Reference) -> Dangling | None:
    name, target = reference.name, reference.target
    match target:
        case "part":
            return _of_part(entry, reference)
        case "result":
            return _result(folder, name)
        case "field":
            return _field(folder, name)
        case "document":
            return _document(folder, name)
        case _:
            expected, fix = _WORDS[target]
            return _among(name, _known(folder, entry, target), expected, fix.format(name=name))


def _known(folder: Folder, entry: Entry[Any], target: Target) -> Mapping[str, object] | None:
    match target:
        case "outcome" | "intervention" | "moderator":
            return folder.review.names(f"{target}s") if folder.review else None
        case "arm":
            return entry.names("arms")
        case "own-result":
            return entry.names("results")
        case "read":
            return entry.names("read")
        case "body":
            return folder.bodies
        case "claim":
            return folder.claims
        case "source":
            return folder.sources
        case _:
            return folder.studies


def _among(
    name: str, known: Mapping[str, object] | None, expected: str, fix: str
) -> Dangling | None:
    if known is None or name in known or _plain(name) in map(_plain, known):
        return None
    return Dangling(expected=expected, fix=fix, likely=closest(name, known))


def _plain(name: str) -> str:
    """Return a name as an id is written: one that is not has a finding of its own."""
    return _NO_ID.sub("-", name.lower())


def _study(folder: Folder, name: str) -> Dangling | None:
    expected, fix = _WORDS["study"]
    return _among(name, folder.studies, expected, fix.format(name=name))


def _result(folder: Folder, name: str) -> Dangling | None:
    study, _, result = name.partition("#")
    if study not in folder.studies:
        return _study(folder, study)
    found = _among(
        result,
        folder.studies[study].names("results"),
        f"a result of {study}",
        "correct it, or add the result to the study",
    )
    return found and _prefixed(found, f"{study}#")


def _document(folder: Folder, name: str) -> Dangling | None:
    study, slash, document = name.partition("/")
    if not slash:
        return Dangling(
            expected="a study and one of the documents that it names under `read`, such as "
            "koyama-2016/abstract",
            fix="name the study too",
        )
    if study not in folder.studies:
        return _study(folder, study)
    found = _among(
        document,
        folder.studies[study].names("read"),
        f"a document that {study} names under `read`",
        "correct it, or add the document to the study",
    )
    return found and _prefixed(found, f"{study}/")


def _field(folder: Folder, name: str) -> Dangling | None:
    study, _, path = name.partition("#")
    if study not in folder.studies:
        return _study(folder, study)
    entry = folder.studies[study]
    if entry.record is None or not entry.salvaged.whole(*path.split(".")):
        return None
    return _at_path(entry.record, path, f"a field of {study}")


def _of_part(entry: Entry[Any], reference: Reference) -> Dangling | None:
    part, above = reference.part, reference.steps[:-2]
    if part is None or not entry.salvaged.whole(*above):
        return None
    return _at_path(part, reference.name, f"a field of {'.'.join(map(str, above))}")


def _at_path(part: BaseModel, path: str, what: str) -> Dangling | None:
    try:
        field_at(part, path)
    except UnknownField as unknown:
        return Dangling(
            expected=f"{what}: {unknown.expected}",
            fix="name a field that has a value there",
            likely=unknown.likely,
        )
    return None


def _prefixed(dangling: Dangling, prefix: str) -> Dangling:
    likely = tuple(prefix + name for name in dangling.likely)
    return Dangling(expected=dangling.expected, fix=dangling.fix, likely=likely)
