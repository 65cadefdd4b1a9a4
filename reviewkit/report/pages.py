"""The page that explains a claim, a body of evidence, a study or an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from reviewkit import display
from reviewkit.evidence import Evidence
from reviewkit.report.appraisals import add_appraisal
from reviewkit.report.bodies import BodyAccount, body_account
from reviewkit.report.explanation import Explanation, explain
from reviewkit.report.lines import Link, Page
from reviewkit.report.page import page
from reviewkit.report.page_bodies import add_certainty, add_studies
from reviewkit.report.page_moving import add_moving
from reviewkit.report.page_source import source_page
from reviewkit.report.page_turning import add_judging, add_searches
from reviewkit.report.plain import plain
from reviewkit.report.sources import SourceAccount, source_account
from reviewkit.report.standing import standing
from reviewkit.report.studies import StudyAccount, study_account
from reviewkit.report.words import ACCESS, CONTRASTS
from reviewkit.review import Graded, bodies_of

Kind = Literal["claim", "body", "study", "article"]


class Explained(Protocol):
    """Something that can be shown to people and to machines."""

    def page(self) -> Page:
        """Return the page."""

    def to_dict(self) -> dict[str, Any]:
        """Return the page, JSON-ready."""


def page_of(graded: Graded, kind: Kind, name: str) -> Explained:
    """Return the page of a claim, body, study or article."""
    if kind == "claim":
        return ClaimPage(explanation=explain(graded, name))
    if kind == "body":
        return BodyPage(
            body=body_account(graded.evidence, graded.bodies[name]),
            claims=tuple(c.id for c in graded.evidence.claims.values() if name in bodies_of(c)),
            searches=len(graded.evidence.review.searches),
            searches_at=str(graded.evidence.place("top", "review", ("searches",))),
            caption=standing(graded.evidence.review),
        )
    if kind == "article":
        return SourcePage(source=source_account(graded, name))
    return StudyPage(study=study_account(graded.evidence, name))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """The page of a claim."""

    explanation: Explanation

    def page(self) -> Page:
        """Return the page."""
        return page(self.explanation)

    def to_dict(self) -> dict[str, Any]:
        """Return the page, JSON-ready and at full precision."""
        return self.explanation.to_dict()


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPage:
    """The page of a body of evidence, with the claims that it bears on."""

    body: BodyAccount
    claims: tuple[str, ...]
    searches: int
    searches_at: str
    caption: str

    def page(self) -> Page:
        """Return the page."""
        out = Page()
        out.title(f"{self.body.id} (body of evidence)")
        out.lead(self.body.question)
        claims = tuple(Link(folder="claims", name=name) for name in self.claims)
        out.label("bears on", display.joined(self.claims) or "no claim", links=claims)
        add_certainty(out, self.body)
        add_studies(out, self.body)
        if self.body.moving.trial is not None:
            out.heading("What would move it")
            add_moving(out, self.body.moving)
        add_searches(out, [self.body], self.searches, self.searches_at)
        add_judging(out, self.body)
        out.heading("What this is, and is not")
        out.say(self.caption)
        return out

    def to_dict(self) -> dict[str, Any]:
        """Return the page, JSON-ready and at full precision."""
        return {**plain(self.body), "claims": list(self.claims), "caption": self.caption}


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyPage:
    """The page of a study: its citation, what was read of it, and each result as printed."""

    study: StudyAccount

    def page(self) -> Page:
        """Return the page."""
        out = Page()
        row = self.study.row
        out.title(f"{row['id']} (study)")
        out.lead(f"{row['cited']}: {row['title']}")
        for field in ("journal", "doi", "pmid", "pmcid", "design", "allocation", "who"):
            if row[field]:
                out.label(field, row[field])
        out.label("people", f"{row['n']} {row['n_is']}" if row["n"] else "not in what was read")
        out.label("bias", f"{row['risk_of_bias'] or 'not judged'}. {self.study.appraisal or ''}")
        out.label("industry", row["industry"])
        used_by = display.joined(row["used_by"]) or "nothing"
        out.label("used by", used_by, links=self.study.used_by)
        for name, document in self.study.documents.items():
            told = f"{ACCESS[document['access']]}, {document['on']}; {document['url']}"
            out.label("read", f"{name}: {told}")
        if self.study.note:
            out.label("note", self.study.note)
        out.label("record", row["place"])
        self._add_results(out)
        if self.study.appraisals:
            out.heading("Risk of bias, item by item")
            for appraisal in self.study.appraisals:
                add_appraisal(out, appraisal)
        if self.study.not_found:
            out.heading("Looked for and not found")
            for text in self.study.not_found:
                out.item(text)
        return out

    def _add_results(self, out: Page) -> None:
        """Tell each result as it was printed."""
        out.heading(f"As printed: {display.plural(len(self.study.results), 'result')}")
        for result in self.study.results:
            out.part(f"{result.name}: {result.outcome}")
            out.label("compares", f"{CONTRASTS[result.contrast]}; {result.time}", level=2)
            out.label("direction", result.direction, level=2)
            if result.says:
                out.label("it says", result.says, level=2)
            read = [text for text in (result.place.document, result.place.where) if text]
            out.label("read in", "; ".join([*read, result.place.line]), level=2)
            if result.numbers:
                out.table(
                    list(result.numbers.items()),
                    head=("field", "as printed, and its place"),
                    caption="as printed",
                    level=3,
                )

    def to_dict(self) -> dict[str, Any]:
        """Return the page, JSON-ready."""
        return self.study.to_dict()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """The page of an article: each of its sentences that holds a recorded claim."""

    source: SourceAccount

    def page(self) -> Page:
        """Return the page."""
        return source_page(self.source)

    def to_dict(self) -> dict[str, Any]:
        """Return the page, JSON-ready."""
        return self.source.to_dict()


def names(evidence: Evidence) -> dict[Kind, tuple[str, ...]]:
    """Return the ids of everything that has a page, by kind, claims first."""
    return {
        "claim": tuple(evidence.claims),
        "body": tuple(evidence.bodies),
        "study": tuple(evidence.studies),
        "article": tuple(evidence.sources),
    }
