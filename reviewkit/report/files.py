"""The files of a review's report: tables as CSV and JSON, and a page for all that has one."""

from __future__ import annotations

import json

from reviewkit.index import build
from reviewkit.report.bodies import body_account
from reviewkit.report.body_rows import CAPTION as BODIES
from reviewkit.report.body_rows import body_rows
from reviewkit.report.claims import claims_csv
from reviewkit.report.explanation import explain
from reviewkit.report.figures import (
    curve_figure,
    direction_figure,
    harvest_figure,
    many_specifications,
    not_pooled,
)
from reviewkit.report.html import (
    articles_html,
    bodies_html,
    findings_html,
    index_html,
    page_html,
    studies_html,
)
from reviewkit.report.pages import names, page_of
from reviewkit.report.rows import certainty_csv, effects_csv, mentions_csv, multiverse_csv
from reviewkit.report.sources import source_accounts
from reviewkit.report.standing import standing
from reviewkit.report.studies import CAPTION as STUDIES
from reviewkit.report.studies import studies_csv, studies_rows
from reviewkit.report.summary import profile_tables, summary_rows, summary_tables
from reviewkit.report.summary.tables import FINDINGS, HOW_FINDINGS, HOW_PROFILES, PROFILES
from reviewkit.report.summary.writing import to_rows
from reviewkit.review import Graded

#: The folder that the pages of a kind are in.
_FOLDERS = {"claim": "claims", "body": "bodies", "study": "studies", "article": "articles"}


def report_files(graded: Graded) -> dict[str, str]:
    """Return the text of every file of a report, by its path; the same each time."""
    evidence = graded.evidence
    index = build(graded)
    index["review"]["question"] = evidence.review.question
    bodies = [body_account(evidence, body) for body in graded.bodies.values()]
    explanations = [explain(graded, name) for name in graded.claims]
    studies = studies_rows(evidence)
    searches = [
        search.model_dump(mode="json", by_alias=True) for search in evidence.review.searches
    ]
    claims = json.dumps(index["claims"], ensure_ascii=False, indent=2)
    files = {
        "claims.csv": claims_csv(index["claims"]),
        "claims.json": f"{claims}\n",
        "mentions.csv": mentions_csv(explanations),
        "effects.csv": effects_csv(bodies),
        "certainty.csv": certainty_csv(bodies),
        "multiverse.csv": multiverse_csv(graded),
        "studies.csv": studies_csv(studies),
        "index.html": index_html(index, searches=searches),
        "articles.html": articles_html(source_accounts(graded), caption=standing(evidence.review)),
        "studies.html": studies_html(studies, caption=STUDIES),
    }
    counted = not_pooled(graded)
    harvest = harvest_figure(graded, counted) if counted else None
    rows = body_rows(evidence, bodies)
    files["bodies.html"] = bodies_html(rows, caption=BODIES, figure=harvest)
    figures = {name: direction_figure(graded, name) for name in counted}
    figures |= {name: curve_figure(graded, name) for name in many_specifications(graded)}
    files |= {f"bodies/{figure.file}": figure.svg for figure in figures.values()}
    if harvest is not None:
        files[harvest.file] = harvest.svg
    files |= _findings(graded)
    for kind, ids in names(evidence).items():
        for name in ids:
            path = f"{_FOLDERS[kind]}/{name}.html"
            figure = figures.get(name) if kind == "body" else None
            files[path] = page_html(page_of(graded, kind, name).page(), root="../", figure=figure)
    return files


def _findings(graded: Graded) -> dict[str, str]:
    """The summary-of-findings tables and the evidence profiles, as pages and as CSV."""
    rows = summary_rows(graded)
    findings = summary_tables(graded.evidence, rows)
    profiles = profile_tables(graded.evidence, rows)
    return {
        "findings.html": findings_html(findings, title=FINDINGS, lead=HOW_FINDINGS, linked=True),
        "profile.html": findings_html(profiles, title=PROFILES, lead=HOW_PROFILES, linked=True),
        "findings.csv": to_rows(findings),
        "profile.csv": to_rows(profiles),
    }
