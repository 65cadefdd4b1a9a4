"""A folder of YAML files, read into records with the place of each node."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ValidationError

from reviewkit.errors import UserError
from reviewkit.evidence.translate import findings_of
from reviewkit.findings import Finding
from reviewkit.records import Body, Claim, Review, Source, Study, Vocabulary
from reviewkit.source import Document, read, walk

#: Findings of this module: files that have no place in a review's folder.
CODES = {
    "R110": "a file that no part of a review is read from",
    "R111": "the review's own record is missing",
    "R112": "a record whose id is not the name of its file",
    "R113": "two records with one id",
}

#: The sub-folders of a review, by the record that their files hold.
FOLDERS: dict[str, type[Study | Body | Claim | Source]] = {
    "studies": Study,
    "bodies": Body,
    "claims": Claim,
    "sources": Source,
}
#: The files at the top of a review.
FILES: dict[str, type[Review | Vocabulary]] = {"review": Review, "vocabulary": Vocabulary}


@dataclass(slots=True)
class Folder:
    """What a folder holds so far: records by kind and id, their documents, findings."""

    path: Path
    records: dict[str, dict[str, BaseModel]] = field(
        default_factory=lambda: {kind: {} for kind in (*FOLDERS, "top")}
    )
    documents: dict[tuple[str, str], Document] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def ids(self, kind: str) -> list[str]:
        """Return every id of a kind: those of records that could not be validated too."""
        failed = (stem for other, stem in self.documents if other == kind)
        return sorted({*self.records[kind], *failed})


def read_folder(path: Path) -> Folder:
    """Read every file of a review; each problem becomes a finding, none stops the others."""
    if not path.is_dir():
        raise UserError(f"no evidence folder at {path}: give the folder that holds review.yaml")
    folder = Folder(path=path)
    files, problems = walk(path)
    folder.findings += problems
    for file in files:
        _read_file(folder, file)
    if "review" not in folder.records["top"] and not (path / "review.yaml").exists():
        folder.findings.append(
            Finding(
                code="R111",
                severity="error",
                where="review.yaml",
                message=CODES["R111"],
                found=f"no review.yaml in {path}",
                expected="review.yaml with title, question, outcomes and interventions",
                fix="write it, or point at the folder that holds it",
            )
        )
    return folder


def _read_file(folder: Folder, file: Path) -> None:
    relative = file.relative_to(folder.path)
    kind = relative.parts[0] if len(relative.parts) == 2 else "top"
    model = FOLDERS.get(kind) if len(relative.parts) == 2 else FILES.get(file.stem)
    if model is None or len(relative.parts) > 2:
        folder.findings.append(
            Finding(
                code="R110",
                severity="warning",
                where=str(relative),
                message=CODES["R110"],
                found=str(relative),
                expected="review.yaml, vocabulary.yaml, or a file in " + ", ".join(FOLDERS),
                fix="move or rename it; it was not read",
            )
        )
        return
    document, problems = read(file, root=folder.path)
    folder.findings += problems
    if document is None:
        return
    try:
        record = model.model_validate(document.data)
    except ValidationError as error:
        folder.findings += findings_of(error, document, model)
        folder.documents[kind, file.stem] = document
        return
    _keep(folder, kind, file.stem, record, document)


def _keep(folder: Folder, kind: str, stem: str, record: BaseModel, document: Document) -> None:
    if kind == "top":
        folder.records["top"][stem] = record
        folder.documents["top", stem] = document
        return
    name = str(getattr(record, "id"))  # noqa: B009 every record below FOLDERS has an id
    if name != stem:
        folder.findings.append(_misnamed(kind, stem, name, document))
    if name in folder.records[kind]:
        folder.findings.append(_twice(folder, kind, name, document))
        return
    folder.records[kind][name] = record
    folder.documents[kind, name] = document


def _misnamed(kind: str, stem: str, name: str, document: Document) -> Finding:
    return document.finding(
        "R112",
        "error",
        ("id",),
        CODES["R112"],
        found=name,
        expected=stem,
        fix=f"rename the file to {kind}/{name}.yaml, or correct the id",
    )


def _twice(folder: Folder, kind: str, name: str, document: Document) -> Finding:
    return document.finding(
        "R113",
        "error",
        ("id",),
        CODES["R113"],
        found=f"{name}, which {folder.documents[kind, name].path} also has",
        expected="an id of its own",
        fix="merge the two records, or give one of them another id",
    )
