"""The multiverse of a body as columns: what each specification comes to, up to the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from reviewkit.certainty import BodyGrade
from reviewkit.review.graded import Graded, GradedBody, GradedClaim, Outcome

Beyond = Literal["beyond", "within", "crosses", "no interval"]
#: Columns by name, all of one length.
Columns = dict[str, list[Any]]


def beyond(grade: BodyGrade) -> Beyond:
    """Return where the interval of a body lies against the threshold that is targeted."""
    held = grade.facts.imprecision.held if grade.facts else None
    if held is None:
        return "no interval"
    if held.crosses:
        return "crosses"
    return "within" if held.within else "beyond"


def table(graded: Graded, name: str) -> Columns:
    """Return the specifications of a body, the main one first, for each claim that rests on it.

    Returns
    -------
    dict of list
        ``body``, ``specification`` (its number), ``main`` (whether it is the declared main
        analysis), ``options`` (that taken for each choice which is open about the body).

        Of the synthesis ``k``, ``measure``, ``scale``, ``unit``, ``estimate``, ``lower`` and
        ``upper``; logarithms for ratios, as ``scale`` says.

        ``threshold``: where the 95% interval lies against the threshold that the body targets, and
        its opposite: wholly ``beyond`` it, wholly ``within``, or it ``crosses`` one.

        ``certainty``, with the domains whose recorded judgement is ``suspended`` here, or is
        ``carried``: it stands although the numbers differ.

        ``claim``; what the evidence ``says`` of it, and the ``verdict`` and ``severity`` of its
        plain statement, whatever else it rests on being as in the main analysis; ``turns_on``, the
        choices on which any of them depends. None for a body on which no claim rests, and for what
        a multiverse that was run in part did not run.
    """
    body = graded.bodies[name]
    resting: Sequence[GradedClaim | None] = [
        claim for claim in graded.claims.values() if _rests(claim, name)
    ]
    parts = [_of_claim(body, claim) for claim in resting or [None]]
    own = {column: cells * len(parts) for column, cells in _of_body(body).items()}
    return own | {column: [c for part in parts for c in part[column]] for column in parts[0]}


def _rests(claim: GradedClaim, name: str) -> bool:
    return claim.claim.body == name or any(link.body == name for link in claim.claim.links)


def _of_body(body: GradedBody) -> Columns:
    grades = body.all
    found = [grade.synthesis for grade in grades]
    intervals = [synthesis.ci for synthesis in found]
    return {
        "body": [body.main.body.id] * len(grades),
        "specification": list(range(len(grades))),
        "main": [number == 0 for number in range(len(grades))],
        "options": list(body.multiverse.specifications),
        "k": [synthesis.k for synthesis in found],
        "measure": [synthesis.measure for synthesis in found],
        "scale": [synthesis.scale for synthesis in found],
        "estimate": [synthesis.estimate for synthesis in found],
        "lower": [ci.lower if ci else None for ci in intervals],
        "upper": [ci.upper if ci else None for ci in intervals],
        "unit": [synthesis.unit for synthesis in found],
        "threshold": list(map(beyond, grades)),
        "certainty": [grade.certainty for grade in grades],
        "suspended": [_domains(grade, "suspended") for grade in grades],
        "carried": [_domains(grade, "carried") for grade in grades],
    }


def _domains(grade: BodyGrade, state: Literal["suspended", "carried"]) -> tuple[str, ...]:
    if not grade.body.judgements:
        return ()
    return tuple(judged.proposal.domain for judged in grade.domains if getattr(judged, state))


def _of_claim(body: GradedBody, claim: GradedClaim | None) -> Columns:
    count = len(body.all)
    outcomes = [None] * count if claim is None else list(_outcomes(body, claim))
    return {
        "claim": [claim.claim.id if claim else None] * count,
        "says": [outcome.says if outcome else None for outcome in outcomes],
        "verdict": [outcome.verdict if outcome else None for outcome in outcomes],
        "severity": [outcome.severity if outcome else None for outcome in outcomes],
        "turns_on": [claim.turns_on if claim else ()] * count,
    }


def _outcomes(body: GradedBody, claim: GradedClaim) -> Iterator[Outcome | None]:
    """What a claim comes to by the body's options, all other choices as in the main analysis."""
    own = [choice.name for choice in body.multiverse.choices]
    others = {n: option for n, option in claim.multiverse.main.items() if n not in own}

    def options(specification: Mapping[str, str]) -> tuple[str, ...]:
        return tuple([specification[name] for name in own])

    found = {
        options(specification): outcome
        for specification, outcome in zip(
            claim.multiverse.specifications, claim.outcomes, strict=True
        )
        if all(specification[name] == option for name, option in others.items())
    }
    return map(found.get, map(options, body.multiverse.specifications))
