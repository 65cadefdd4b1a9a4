"""The studies of a review: one row each, and the page of one study."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviewkit import display
from reviewkit.effects.people import ROLES
from reviewkit.evidence import Evidence
from reviewkit.records import Missing, Study
from reviewkit.report.appraisals import AppraisalAccount, appraisal_accounts
from reviewkit.report.lines import WIDTH, Line, Link, Page
from reviewkit.report.places import Place, place_in
from reviewkit.report.plain import plain
from reviewkit.report.results import cited
from reviewkit.report.tables import Column, fitted, table_lines, to_csv

#: Head counts of a study, the one nearest to its results first: those that may stand for the people
#: behind a result, and last those who were looked at to see whether they could be in it.
_ROLES = (*ROLES, "assessed")
#: How close a document is to the paper, the closest first.
_CLOSENESS = ("full-text", "abstract", "registry", "dataset", "secondary")

COLUMNS = (
    Column(key="id", title="study", width=23, least=16),
    Column(key="year", title="year", width=4),
    Column(key="design", title="design", width=14, least=10),
    Column(key="n", title="n", width=5, align="right"),
    Column(key="allocation", title="allocation", width=11, least=10),
    Column(key="read_as", title="read as", width=9),
    Column(key="results", title="results", width=7, align="right"),
    Column(key="risk_of_bias", title="risk of bias", width=13, least=11),
)
CAPTION = (
    "n: the count nearest to the results that was read. Read as: of the documents read, the one "
    "closest to the paper. Risk of bias: project judgements, not independently reviewed; no "
    "information where it turns on what was not read, by result where results differ."
)
_CSV = (
    *("id", "year", "cited", "title", "journal", "doi", "pmid", "pmcid", "design", "allocation"),
    *("n", "n_is", "who", "read_as", "results", "risk_of_bias", "industry", "used_by", "place"),
)


def studies_rows(evidence: Evidence) -> list[dict[str, Any]]:
    """Return a row for each study, in the order of their ids."""
    used = _used(evidence)
    return [_row(evidence, study, used.get(study.id, [])) for study in evidence.studies.values()]


def studies_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the rows as CSV."""
    return to_csv(_CSV, rows)


def studies_lines(rows: Sequence[Mapping[str, Any]], *, width: int = WIDTH) -> list[Line]:
    """Return the rows as a table for people."""
    brief = [{**row, "allocation": _brief(row["allocation"])} for row in rows]
    closing = Page()
    closing.say(f"{display.plural(len(rows), 'study')}. {CAPTION}", level=0, role="quiet")
    return [*table_lines(fitted(COLUMNS, width), brief), Line(text=""), *closing.lines(width)]


def _row(evidence: Evidence, study: Study, used: list[Link]) -> dict[str, Any]:
    role, n = _size(study)
    citation = study.citation
    return {
        "id": study.id,
        "year": str(citation.year),
        "cited": cited(study),
        "title": citation.title,
        "journal": citation.journal,
        "doi": citation.doi,
        "pmid": citation.pmid,
        "pmcid": citation.pmcid,
        "design": study.design.type,
        "allocation": str(study.design.allocation),
        "n": n,
        "n_is": role,
        "who": study.population.who,
        "read_as": min((r.access for r in study.read.values()), key=_CLOSENESS.index),
        "results": len(study.results),
        "risk_of_bias": study.risk,
        "industry": str(study.funding.industry),
        "used_by": [link.name for link in used],
        "place": str(evidence.place("studies", study.id)),
    }


def _size(study: Study) -> tuple[str | None, str | None]:
    for role in _ROLES:
        count = getattr(study.population.n, role)
        if count is not None and not isinstance(count, Missing):
            return role, count.text
    return None, None


def _brief(stated: str) -> str:
    return {"not in what was read": "not read", "not sought": "–"}.get(stated, stated)


def _used(evidence: Evidence) -> dict[str, list[Link]]:
    """The bodies that use a result of each study, and the claims that rest on its record."""
    used: dict[str, list[Link]] = {}
    for body in evidence.bodies.values():
        for study in dict.fromkeys(use.result.partition("#")[0] for use in body.uses):
            used.setdefault(study, []).append(Link(folder="bodies", name=body.id))
    for claim in evidence.claims.values():
        if claim.record is not None:
            used.setdefault(claim.record, []).append(Link(folder="claims", name=claim.id))
    return used


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A result as the page of a study tells it, with its numbers and its place."""

    name: str
    outcome: str
    contrast: str
    time: str
    direction: str
    says: str | None
    numbers: Mapping[str, str]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyAccount:
    """A study: its row in the table, the documents read, its results, and what was not found.

    `used_by` leads to the bodies and claims that the row names; `appraisal` is the view of the
    whole of a study that was not appraised item by item.
    """

    row: Mapping[str, Any]
    used_by: tuple[Link, ...]
    documents: Mapping[str, Mapping[str, str]]
    results: tuple[Printed, ...]
    not_found: tuple[str, ...]
    appraisal: str | None
    appraisals: tuple[AppraisalAccount, ...]
    note: str | None

    def to_dict(self) -> dict[str, Any]:
        """Return the study, JSON-ready; the row says what it is used by."""
        told = [name for name in self.__dataclass_fields__ if name != "used_by"]
        return {name: plain(getattr(self, name)) for name in told}


def study_account(evidence: Evidence, name: str) -> StudyAccount:
    """Return a study as its page tells it."""
    study = evidence.studies[name]
    used = _used(evidence).get(name, [])
    return StudyAccount(
        row=_row(evidence, study, used),
        used_by=tuple(used),
        documents={
            key: {"access": read.access, "url": read.url, "on": read.on.isoformat()}
            for key, read in study.read.items()
        },
        results=tuple(
            Printed(
                name=key,
                outcome=result.label or evidence.review.outcomes[result.outcome].label,
                contrast=result.contrast,
                time=result.time,
                direction=str(result.direction),
                says=result.says,
                numbers=dict(_numbers(evidence, name, key)),
                place=place_in(evidence, study, ("results", key)),
            )
            for key, result in study.results.items()
        ),
        not_found=study.not_found,
        appraisal=study.appraisal.why if study.appraisal else None,
        appraisals=appraisal_accounts(evidence, study),
        note=study.note,
    )


def _numbers(evidence: Evidence, study: str, result: str) -> list[tuple[str, str]]:
    """Every number of a result as it stands in the record, in its order, with line and column."""
    document = evidence.documents["studies", study]
    found = []
    for steps, span in document.places():
        if steps[:2] != ("results", result) or not _NUMERIC & set(steps[2:]):
            continue
        value: Any = document.data
        for step in steps:
            value = value[step]
        if isinstance(value, str) and any(character.isdigit() for character in value):
            field = ".".join(map(str, steps[2:]))
            found.append((span.line, span.column, field, f"{value} ({span})"))
    return [(field, told) for _, _, field, told in sorted(found)]


#: Fields of a result that hold printed numbers.
_NUMERIC = frozenset(
    {"n", "before", "after", "change", "groups", "events", "total", "percent", "counts", "test"}
    | {"correlation", "estimate", "p"}
)
