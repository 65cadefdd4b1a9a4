"""The multiverse of a body as rows: what each specification comes to, up to the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from reviewkit.certainty import BodyGrade
from reviewkit.certainty.imprecision_facts import ImprecisionFacts
from reviewkit.effects import Interval
from reviewkit.review.graded import Graded, GradedBody, GradedClaim, Outcome

Beyond = Literal["beyond", "within", "crosses", "no interval"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One specification of a body, with the verdict on one claim that rests on it.

    Parameters
    ----------
    main
        Whether it is the declared main analysis.
    options
        The option taken for each choice that is open about the body.
    estimate, ci
        Of the synthesis; logarithms for ratios, as `scale` says.
    beyond
        The 95% interval against the threshold that the body targets, and its opposite: wholly
        ``beyond`` it, wholly ``within``, or it ``crosses`` one.
    suspended, carried
        Domains whose recorded judgement is suspended here, or stands although the numbers differ.
    claim, outcome
        What the evidence says of the claim, and how its plain statement is ruled on, whatever else
        it rests on being as in the main analysis; None for a body on which no claim rests, and
        for what a multiverse that was run in part did not run.
    turns_on
        The choices on which the claim's result, certainty or verdict depends.
    """

    body: str
    specification: int
    main: bool
    options: Mapping[str, str]
    k: int
    measure: str
    scale: str
    unit: str
    reversed: bool
    estimate: float | None
    ci: Interval | None
    beyond: Beyond
    certainty: str
    suspended: tuple[str, ...]
    carried: tuple[str, ...]
    claim: str | None
    outcome: Outcome | None
    turns_on: tuple[str, ...]


def beyond(grade: BodyGrade) -> Beyond:
    """Return where the interval of a body lies against the threshold that is targeted."""
    facts = grade.facts.imprecision if grade.facts else None
    if facts is None or facts.lower is None or facts.upper is None:
        return "no interval"
    lower, upper, threshold = facts.lower, facts.upper, 0.0
    if isinstance(facts, ImprecisionFacts):
        threshold = abs(facts.threshold)
        if facts.absolute is not None:
            lower, upper = facts.absolute.lower, facts.absolute.upper
    if any(lower <= limit <= upper for limit in (threshold, -threshold)):
        return "crosses"
    return "within" if -threshold < lower and upper < threshold else "beyond"


def table(graded: Graded, name: str) -> Iterator[Row]:
    """Yield the specifications of a body, the main one first, for each claim that rests on it."""
    body = graded.bodies[name]
    resting = [claim for claim in graded.claims.values() if _rests(claim, name)]
    if not resting:
        yield from _rows(body, None, {})
    for claim in resting:
        yield from _rows(body, claim, _outcomes(body, claim))


def _rests(claim: GradedClaim, name: str) -> bool:
    return claim.claim.body == name or any(link.body == name for link in claim.claim.links)


def _outcomes(body: GradedBody, claim: GradedClaim) -> dict[tuple[str, ...], Outcome]:
    """The outcomes of a claim by the body's options, all other choices as in the main analysis."""
    own = [choice.name for choice in body.multiverse.choices]
    others = {n: option for n, option in claim.multiverse.main.items() if n not in own}
    return {
        tuple(specification[n] for n in own): outcome
        for specification, outcome in zip(
            claim.multiverse.specifications, claim.outcomes, strict=True
        )
        if all(specification[n] == option for n, option in others.items())
    }


def _rows(
    body: GradedBody, claim: GradedClaim | None, outcomes: Mapping[tuple[str, ...], Outcome]
) -> Iterator[Row]:
    runs = zip(body.multiverse.specifications, body.all, strict=True)
    for number, (options, grade) in enumerate(runs):
        synthesis = grade.synthesis
        yield Row(
            body=grade.body.id,
            specification=number,
            main=number == 0,
            options=options,
            k=synthesis.k,
            measure=synthesis.measure,
            scale=synthesis.scale,
            unit=synthesis.unit,
            reversed=synthesis.reversed,
            estimate=synthesis.estimate,
            ci=synthesis.ci,
            beyond=beyond(grade),
            certainty=grade.certainty,
            suspended=tuple(d.proposal.domain for d in grade.domains if d.suspended),
            carried=tuple(d.proposal.domain for d in grade.domains if d.carried),
            claim=claim.claim.id if claim else None,
            outcome=outcomes.get(tuple(options.values())),
            turns_on=claim.turns_on if claim else (),
        )
