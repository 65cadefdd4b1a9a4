"""Mentions, effects and certainty as rows for a spreadsheet, each with its place in the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reviewkit.effects.measures import REVERSED
from reviewkit.report.bodies import BodyAccount
from reviewkit.report.domains import JudgementAccount
from reviewkit.report.explanation import Explanation
from reviewkit.report.results import ResultAccount
from reviewkit.report.tables import to_csv
from reviewkit.review import Graded, table

_MENTIONS = (
    *("claim", "source", "line", "sentence", "sha256", "section", "says", "kinds", "stance"),
    *("wording", "wording_name", "cue", "allowed", "route", "verdict", "severity", "robust"),
    *("reason", "place"),
)
_EFFECTS = (
    *("body", "result", "study", "outcome", "contrast", "time", "counts", "why_not", "direction"),
    *("measure", "scale", "estimate", "se", "lower", "upper", "level", "p", "df", "unit"),
    *(
        "reversed",
        "n",
        "n_basis",
        "starts",
        "formula",
        "inputs",
        "assumptions",
        "source",
        "no_effect_because",
    ),
    *("printed", "place"),
)
_CERTAINTY = (
    *("body", "domain", "proposed", "path", "source", "mark", "facts", "judged", "suspended"),
    *("takes", "by", "on", "read", "why", "place"),
)

_MULTIVERSE = (
    *("body", "specification", "main", "options", "measure", "scale", "estimate", "lower"),
    *("upper", "unit", "threshold", "certainty", "suspended", "carried", "claim", "says"),
    *("verdict", "severity", "turns_on"),
)


def mentions_csv(pages: list[Explanation]) -> str:
    """Return every mention of every claim."""
    return to_csv(_MENTIONS, (row for page in pages for row in _mentions(page)))


def effects_csv(bodies: list[BodyAccount]) -> str:
    """Return every result of every body in the main analysis; ratios are logarithms."""
    rows = (_effect(body, result) for body in bodies for result in body.results)
    return to_csv(_EFFECTS, rows)


def certainty_csv(bodies: list[BodyAccount]) -> str:
    """Return every domain of every body, and the step back as a domain named overall."""
    return to_csv(_CERTAINTY, (row for body in bodies for row in _domains(body)))


def multiverse_csv(graded: Graded) -> str:
    """Return every specification of every body that leaves something open; ratios are logarithms.

    One row for each claim that rests on the body. A share of the rows is no probability.
    """
    several = [name for name, body in graded.bodies.items() if len(body.all) > 1]
    return to_csv(_MULTIVERSE, (row for name in several for row in _specifications(graded, name)))


def _specifications(graded: Graded, name: str) -> Iterator[dict[str, Any]]:
    columns = table(graded, name)
    for cells in zip(*columns.values(), strict=True):
        row = dict(zip(columns, cells, strict=True))
        options = "; ".join(f"{name} = {option}" for name, option in row["options"].items())
        yield {**row, "options": options}


def _mentions(page: Explanation) -> Iterator[dict[str, Any]]:
    for mention in page.mentions:
        yield {
            "claim": page.id,
            "source": mention.source,
            "line": mention.line,
            "sentence": mention.sentence,
            "sha256": mention.sha256,
            "section": mention.section,
            "says": mention.says,
            "kinds": mention.kinds,
            "stance": mention.stance,
            "wording": mention.wording,
            "wording_name": mention.wording_name,
            "cue": mention.cue,
            "allowed": mention.ruling.allowed,
            "route": mention.ruling.route,
            "verdict": mention.ruling.verdict,
            "severity": mention.ruling.severity,
            "robust": mention.robust,
            "reason": " ".join([mention.ruling.reason, *mention.ruling.against]),
            "place": mention.place,
        }


def _effect(body: BodyAccount, result: ResultAccount) -> dict[str, Any]:
    effect = result.effect
    ci = effect.ci if effect else None
    return {
        "body": body.id,
        "result": result.ref,
        "study": result.study,
        "outcome": result.outcome,
        "contrast": result.contrast,
        "time": result.time,
        "counts": result.counts,
        "why_not": result.why_not,
        "direction": result.direction,
        "measure": effect.measure if effect else None,
        "scale": effect.scale if effect else None,
        "estimate": effect.estimate if effect else None,
        "se": effect.se if effect else None,
        "lower": ci.lower if ci else None,
        "upper": ci.upper if ci else None,
        "level": ci.level if ci else None,
        "p": effect.p if effect else None,
        "df": effect.df if effect else None,
        "unit": result.unit,
        "reversed": REVERSED if result.reversed else None,
        "n": result.n,
        "n_basis": result.n_basis,
        "starts": result.starts,
        "formula": effect.formula if effect else None,
        "inputs": [f"{name} = {value!r}" for name, value in effect.inputs] if effect else None,
        "assumptions": effect.assumptions if effect else None,
        "source": effect.source if effect else None,
        "no_effect_because": result.no_effect_because,
        "printed": [f"{n.name}: {n.text} ({n.place.line})" for n in result.numbers],
        "place": result.place.line,
    }


def _domains(body: BodyAccount) -> Iterator[dict[str, Any]]:
    for domain in body.domains:
        yield {
            "body": body.id,
            "domain": domain.domain,
            "proposed": domain.proposed,
            "path": domain.path,
            "source": domain.source,
            "mark": domain.mark,
            "branch": domain.branch,
            "numbers": [f"{n.name} = {n.value!r} {n.unit}".rstrip() for n in domain.numbers],
            "facts": domain.facts,
            "suspended": domain.suspended,
            "takes": domain.level,
            **_judgement(domain.judgement, body),
        }
    yield {
        "body": body.id,
        "domain": "overall",
        "proposed": body.summed,
        "path": [body.sum] if body.domains else None,
        "source": None,
        "mark": None,
        "branch": None,
        "numbers": None,
        "facts": body.overall_facts,
        "suspended": body.overall_suspended,
        "takes": body.certainty,
        **_judgement(body.overall, body),
    }


def _judgement(judgement: JudgementAccount | None, body: BodyAccount) -> dict[str, Any]:
    return {
        "judged": judgement.is_ if judgement else None,
        "by": judgement.by if judgement else None,
        "on": judgement.on if judgement else None,
        "read": judgement.read if judgement else None,
        "why": judgement.why if judgement else None,
        "place": judgement.place if judgement else body.place,
    }
