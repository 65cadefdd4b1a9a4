"""``load(folder) -> Evidence``: the records of a review, checked, with the place of each value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from reviewkit.errors import InvalidEvidence, UnknownName
from reviewkit.evidence.checks import cross_check
from reviewkit.evidence.checks.dates import latest_today
from reviewkit.evidence.fieldpath import field_at
from reviewkit.evidence.folder import Entry, Folder, read_folder
from reviewkit.findings import Finding, Span, ordered
from reviewkit.records import Body, Claim, Result, Review, Source, Study, Vocabulary
from reviewkit.source import Document

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Evidence", "check", "load"]

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The records of one review.

    Parameters
    ----------
    folder : Path
        Where it was read.
    review, vocabulary : Review, Vocabulary
        The review's own records.
    studies, bodies, claims, sources : mapping of str to record
        The records by id, in the order of their ids.
    findings : tuple of Finding
        Warnings and hints; a folder with errors is not loaded.
    documents : mapping of (kind, id) to Document
        The files, with the place of every node.
    """

    folder: Path
    review: Review
    vocabulary: Vocabulary
    studies: Mapping[str, Study]
    bodies: Mapping[str, Body]
    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    findings: tuple[Finding, ...]
    documents: Mapping[tuple[str, str], Document]

    def result(self, ref: str) -> tuple[Study, Result]:
        """Return the study and the result that ``study#result`` names."""
        name, _, result = ref.partition("#")
        return self.studies[name], self.studies[name].results[result]

    def value(self, ref: str) -> Any:
        """Return what stands at ``study#population.n.reached``."""
        name, _, path = ref.partition("#")
        return field_at(self.studies[name], path)

    def claim(self, name: str) -> Claim:
        """Return a claim by id; raises `UnknownName` with what was probably meant."""
        if name not in self.claims:
            raise UnknownName(name, "claim", self.claims)
        return self.claims[name]

    def place(self, kind: str, name: str, path: tuple[str | int, ...] = ()) -> Span:
        """Return where a value of a record stands: file, line and column."""
        return self.documents[kind, name].place(path)

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return tidy frames of studies, arms, results, claims and mentions."""
        from reviewkit.evidence.frames import frames

        return frames(self)


def check(
    path: Path | str, *, today: dt.date | None = None
) -> tuple[Evidence | None, tuple[Finding, ...]]:
    """Read a folder and return the evidence, if it has no error, and every finding.

    Parameters
    ----------
    path : Path or str
        A review's folder: the one that holds ``review.yaml``.
    today : date, optional
        The day against which dates are checked; the current day by default.

    Raises
    ------
    UserError
        If there is no such folder.
    """
    folder = read_folder(Path(path))
    found = [*folder.findings, *cross_check(folder, today or latest_today())]
    findings = tuple(ordered(found))
    if any(finding.severity == "error" for finding in findings):
        return None, findings
    return _evidence(folder, findings), findings


def load(path: Path | str) -> Evidence:
    """Load a review's folder.

    Raises
    ------
    InvalidEvidence
        If any record has an error; `findings` holds all of them, with their places.
    """
    evidence, findings = check(path)
    if evidence is None:
        errors = sum(finding.severity == "error" for finding in findings)
        raise InvalidEvidence(
            f"{errors} {'error' if errors == 1 else 'errors'} in {path}", findings
        )
    return evidence


def _evidence(folder: Folder, findings: tuple[Finding, ...]) -> Evidence:
    """Put together the records of a folder without errors."""
    review = folder.review.record if folder.review else None
    if review is None:
        raise InvalidEvidence(f"no review.yaml in {folder.path}", findings)
    vocabulary = folder.vocabulary.record if folder.vocabulary else None
    kinds: dict[str, Mapping[str, Entry[Any]]] = {
        "top": {entry.name: entry for entry in (folder.review, folder.vocabulary) if entry},
        "studies": folder.studies,
        "bodies": folder.bodies,
        "claims": folder.claims,
        "sources": folder.sources,
    }
    documents = {
        (kind, name): entry.document
        for kind, entries in kinds.items()
        for name, entry in entries.items()
        if entry.document is not None
    }
    return Evidence(
        folder=folder.path,
        review=review,
        vocabulary=vocabulary or Vocabulary(),
        studies=_records(folder.studies),
        bodies=_records(folder.bodies),
        claims=_records(folder.claims),
        sources=_records(folder.sources),
        findings=findings,
        documents=MappingProxyType(documents),
    )


def _records(entries: Mapping[str, Entry[R]]) -> Mapping[str, R]:
    records = ((name, entry.record) for name, entry in sorted(entries.items()))
    return MappingProxyType({name: record for name, record in records if record is not None})
