"""A folder of YAML files, read into records with the place of each node."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ValidationError

from reviewkit.errors import UserError
from reviewkit.evidence.salvage import Salvaged, salvage, unsaid
from reviewkit.evidence.translate import findings_of, misfit_finding
from reviewkit.findings import Finding, Severity, Span
from reviewkit.records import Body, Claim, Review, Source, Study, Vocabulary
from reviewkit.source import Document, Steps, Tree, read, walk

R = TypeVar("R", bound=BaseModel)

#: Findings of this module: files that have no place in a review's folder.
CODES = {
    "R110": "a file that no part of a review is read from",
    "R111": "the review's own record is missing",
    "R112": "a record whose id is not the name of its file",
    "R113": "two records with one id",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[R]):
    """One file of a review: its record as far as it could be read, and where everything stands.

    Parameters
    ----------
    name : str
        The name of the file, which is the id of the record.
    document : Document or None
        None if the file holds no tree.
    salvaged : Salvaged
        The record, or what is left of one with errors.
    """

    name: str
    document: Document | None
    salvaged: Salvaged[R]

    @property
    def record(self) -> R | None:
        """The record, or what is left of it."""
        return self.salvaged.record

    def names(self, field: str) -> Mapping[str, Tree] | None:
        """Return what the file names under a field, right or wrong; None if that cannot be said."""
        if self.document is None or (self.record is None and field not in self.document.data):
            return None
        named = self.document.data.get(field, {})
        return named if isinstance(named, dict) else None

    def finding(
        self,
        code: str,
        severity: Severity,
        steps: Steps,
        message: str,
        *,
        found: str,
        expected: str,
        fix: str,
        did_you_mean: tuple[str, ...] = (),
        at: Literal["value", "key"] = "value",
    ) -> Finding:
        """Return a finding about a value of the record."""
        if self.document is None:
            raise ValueError(f"{self.name} was not read")
        return self.document.finding(
            code,
            severity,
            self.salvaged.in_file(steps),
            message,
            found=found,
            expected=expected,
            fix=fix,
            did_you_mean=did_you_mean,
            at=at,
        )


@dataclass(slots=True)
class Folder:
    """What a folder holds: an entry for each file, and what is wrong with the files."""

    path: Path
    studies: dict[str, Entry[Study]] = field(default_factory=dict)
    bodies: dict[str, Entry[Body]] = field(default_factory=dict)
    claims: dict[str, Entry[Claim]] = field(default_factory=dict)
    sources: dict[str, Entry[Source]] = field(default_factory=dict)
    review: Entry[Review] | None = None
    vocabulary: Entry[Vocabulary] | None = None
    findings: list[Finding] = field(default_factory=list)

    def entries(self) -> Iterator[Entry[Any]]:
        """Yield the entry of every file, the review's own first."""
        yield from (entry for entry in (self.review, self.vocabulary) if entry is not None)
        for entries in (self.studies, self.bodies, self.claims, self.sources):
            yield from entries.values()


def read_folder(path: Path) -> Folder:
    """Read every file of a review; each problem becomes a finding, none stops the others.

    Raises
    ------
    UserError
        If there is no such folder.
    """
    if not path.is_dir():
        raise UserError(f"no evidence folder at {path}: give the folder that holds review.yaml")
    folder = Folder(path=path)
    files, problems = walk(path)
    folder.findings += problems
    for file in files:
        _read_file(folder, file)
    folder.findings += _misnamed("studies", folder.studies)
    folder.findings += _misnamed("bodies", folder.bodies)
    folder.findings += _misnamed("claims", folder.claims)
    folder.findings += _misnamed("sources", folder.sources)
    if folder.review is None:
        folder.findings.append(
            _about(
                path / "review.yaml",
                "R111",
                "error",
                expected="review.yaml with title, question, outcomes and interventions",
                fix="write it, or point at the folder that holds it",
            )
        )
    return folder


def _read_file(folder: Folder, file: Path) -> None:
    match file.relative_to(folder.path).parts:
        case ("review.yaml",):
            folder.review = _entry(folder, file, Review)
        case ("vocabulary.yaml",):
            folder.vocabulary = _entry(folder, file, Vocabulary)
        case ("studies", _):
            folder.studies[file.stem] = _entry(folder, file, Study)
        case ("bodies", _):
            folder.bodies[file.stem] = _entry(folder, file, Body)
        case ("claims", _):
            folder.claims[file.stem] = _entry(folder, file, Claim)
        case ("sources", _):
            folder.sources[file.stem] = _entry(folder, file, Source)
        case _:
            folder.findings.append(
                _about(
                    file,
                    "R110",
                    "warning",
                    expected="review.yaml, vocabulary.yaml, or a file right in studies, bodies, "
                    "claims or sources",
                    fix="move or rename it; it was not read",
                )
            )


def _entry(folder: Folder, file: Path, model: type[R]) -> Entry[R]:
    document, problems = read(file, root=folder.path)
    folder.findings += problems
    salvaged: Salvaged[R]
    if document is None:
        salvaged = Salvaged(record=None)
    else:
        try:
            salvaged = Salvaged(record=model.model_validate(document.data))
        except ValidationError as error:
            folder.findings += findings_of(error, document, model)
            salvaged = salvage(model, document.data, error)
            for path, misfit in unsaid(salvaged):
                folder.findings.append(misfit_finding(misfit, path, document))
    return Entry(name=file.stem, document=document, salvaged=salvaged)


def _misnamed(kind: str, entries: Mapping[str, Entry[R]]) -> Iterator[Finding]:
    for name, entry in entries.items():
        own = getattr(entry.record, "id", name)
        if own == name:
            continue
        other = entries.get(own)
        if other is None or other.document is None:
            yield entry.finding(
                "R112",
                "error",
                ("id",),
                CODES["R112"],
                found=own,
                expected=name,
                fix=f"rename the file to {kind}/{own}.yaml, or correct the id",
            )
        else:
            yield entry.finding(
                "R113",
                "error",
                ("id",),
                CODES["R113"],
                found=f"{own}, which is the id of {other.document.path}",
                expected=name,
                fix="correct the id; if both tell of one thing, merge the two files",
            )


def _about(file: Path, code: str, severity: Severity, *, expected: str, fix: str) -> Finding:
    """Return a finding about a file that holds no record."""
    return Finding(
        code=code,
        severity=severity,
        where="",
        message=CODES[code],
        span=Span(path=file.as_posix(), line=1, column=1, end_line=1, end_column=1),
        expected=expected,
        fix=fix,
    )
