"""Tidy frames of a graded review: effects, bodies, certainty, claims and mentions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from reviewkit.certainty import BodyGrade
from reviewkit.review.table import table

if TYPE_CHECKING:
    from reviewkit.review.graded import Graded

#: Columns of a multiverse that its frame has in another form, or that are the same in every row.
_NOT_FRAMED = {"options", "body", "scale"}


def frames(graded: Graded) -> dict[str, pd.DataFrame]:
    """Return frames named effects, specifications, certainty, claims and mentions.

    ``effects`` has a row for each result of each body in the main analysis, those that do not
    count with their reason; ``specifications`` a row for each body under each specification;
    ``certainty`` a row for each domain of each body. Ratios are on the log scale; ``reversed``
    says that one is of the opposite, rising as the outcome falls.
    """
    bodies = graded.bodies.values()
    rows: dict[str, list[dict[str, Any]]] = {
        "effects": [row for body in bodies for row in _effects(body.main)],
        "specifications": [
            {
                "body": body.main.body.id,
                "main": position == 0,
                **{f"choice {name}": option for name, option in grade.specification.items()},
                **_synthesis(grade),
            }
            for body in bodies
            for position, grade in enumerate(body.all)
        ],
        "certainty": [row for body in bodies for row in _domains(body.main)],
        "claims": [
            {
                "claim": name,
                "kind": claim.claim.kind,
                "evidence": claim.says,
                "certainty": claim.certainty,
                "verdict": claim.ruling.verdict,
                "severity": claim.ruling.severity,
                "robust": claim.robust,
                "turns_on": ", ".join(claim.turns_on),
                "mentions": len(claim.mentions),
                "reason": claim.ruling.reason,
            }
            for name, claim in graded.claims.items()
        ],
        "mentions": [
            {
                "claim": name,
                "source": found.mention.source,
                "line": found.mention.line,
                "sentence": found.mention.sentence,
                "wording": found.mention.wording,
                "allowed": found.ruling.allowed,
                "verdict": found.ruling.verdict,
                "severity": found.ruling.severity,
                "robust": found.robust,
                "reason": found.ruling.reason,
            }
            for name, claim in graded.claims.items()
            for found in claim.mentions
        ],
    }
    return {name: pd.DataFrame(found) for name, found in rows.items()}


def multiverse_frame(graded: Graded, body: str) -> pd.DataFrame:
    """Return the table of a body's multiverse, as `Graded.multiverse` describes it."""
    columns = table(graded, body)
    shown: dict[str, list[Any]] = {name: columns[name] for name in ("specification", "main")}
    for choice in graded.bodies[body].multiverse.choices:
        shown[choice.name] = [options[choice.name] for options in columns["options"]]
    shown |= {name: columns[name] for name in columns if name not in {*shown, *_NOT_FRAMED}}
    for name in ("suspended", "carried", "turns_on"):
        shown[name] = [", ".join(names) for names in shown[name]]
    return pd.DataFrame(shown)


def _effects(grade: BodyGrade) -> Iterator[dict[str, Any]]:
    for result in grade.results:
        effect = result.effect.effect
        ci = effect.ci if effect else None
        yield {
            "body": grade.body.id,
            "result": result.use.result,
            "counts": result.counts,
            "why_not": result.why_not,
            "direction": result.effect.direction,
            "measure": effect.measure if effect else None,
            "estimate": effect.estimate if effect else None,
            "lower": ci.lower if ci else None,
            "upper": ci.upper if ci else None,
            "unit": result.effect.unit,
            "reversed": result.effect.reversed,
            "n": result.effect.n,
            "starts": result.start.certainty,
            "no_effect_because": result.effect.why_not,
            "assumptions": "; ".join(effect.assumptions) if effect else None,
        }


def _synthesis(grade: BodyGrade) -> dict[str, Any]:
    synthesis = grade.synthesis
    return {
        "kind": synthesis.kind,
        "k": synthesis.k,
        "n": synthesis.n,
        "measure": synthesis.measure,
        "estimate": synthesis.estimate,
        "lower": synthesis.ci.lower if synthesis.ci else None,
        "upper": synthesis.ci.upper if synthesis.ci else None,
        "p": _p(grade),
        "reversed": synthesis.reversed,
        "standardised": synthesis.standardised,
        "certainty": grade.certainty,
        **{judged.proposal.domain: judged.down for judged in grade.domains},
    }


def _p(grade: BodyGrade) -> float | None:
    """Return the p of a pooled or single effect or a slope; directions are counted without one."""
    if grade.synthesis.p is not None:
        return grade.synthesis.p
    if grade.synthesis.regression is not None:
        return grade.synthesis.regression.moderators.p
    if grade.synthesis.kind != "single":
        return None
    effect = grade.counted[0].effect.effect
    return effect.p if effect else None


def _domains(grade: BodyGrade) -> Iterator[dict[str, Any]]:
    for judged in grade.domains:
        yield {
            "body": grade.body.id,
            "domain": judged.proposal.domain,
            "proposed": judged.proposal.level,
            "judged": judged.judgement.is_ if judged.judgement else None,
            "suspended": judged.suspended,
            "path": "; ".join(judged.proposal.path),
            "source": judged.proposal.source,
            "mark": judged.proposal.mark,
            "branch": judged.proposal.branch,
            "facts": judged.proposal.facts,
        }
