"""The bodies of evidence of a review, a row each: the question, and what rests on the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reviewkit import display
from reviewkit.evidence import Evidence
from reviewkit.report.bodies import BodyAccount
from reviewkit.review import bodies_of

CAPTION = (
    "Each body: its outcome, the certainty of its evidence, how many of its results count, and the "
    "claims that rest on it or are shown with it beside them. Below each row, its question and "
    "what was found. Project judgements using GRADE domains, not independently reviewed."
)


def body_rows(evidence: Evidence, bodies: Sequence[BodyAccount]) -> list[dict[str, Any]]:
    """Return a row for each body, in the order of their ids."""
    resting: dict[str, list[str]] = {}
    beside: dict[str, list[str]] = {}
    for claim in evidence.claims.values():
        own = {claim.body, *(link.body for link in claim.links)}
        for name in bodies_of(claim):
            (resting if name in own else beside).setdefault(name, []).append(claim.id)
    return [
        {
            "id": body.id,
            "outcome": evidence.review.outcomes[evidence.bodies[body.id].question.outcome].label,
            "question": body.question,
            "directness": body.directness,
            "certainty": None if body.certainty == "none" else body.certainty,
            "provisional": body.provisional,
            "counts": _counts(body),
            "tells": body.tells,
            "claims": resting.get(body.id, []),
            "beside": beside.get(body.id, []),
        }
        for body in bodies
    ]


def _counts(body: BodyAccount) -> str:
    """How many results count and, where that is known, of how many people; how many do not."""
    out = len(body.left_out) + len(body.excluded)
    rest = f"; {out} left out" if out else ""
    if not body.counted:
        return f"none{rest}"
    people = f" of {display.plural(body.n, 'person', 'people')}" if body.n else ""
    return f"{display.plural(len(body.counted), 'result')}{people}{rest}"
