"""What a claim turns on: every reading run through, and what would change the outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reviewkit.certainty import BodyGrade
from reviewkit.effects.measures import REVERSED, estimate_text
from reviewkit.review import Graded, GradedBody, GradedClaim, beyond, bodies_of, deciding_body
from reviewkit.verdict import of_statement, rule
from reviewkit.verdict.wording import ROWS, carried


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenChoice:
    """One thing left open: its options, the main one first, why it is open, what kind it is."""

    name: str
    options: tuple[str, ...]
    why: str
    origin: str
    turns: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One specification run to the end; ratios are on the log scale, as `scale` says.

    `beyond` says where the interval lies against the threshold that the body targets. `says`,
    `certainty`, `verdict` and `severity` are those of the claim's plain statement.
    """

    main: bool
    options: Mapping[str, str]
    measure: str
    estimate: float | None
    lower: float | None
    upper: float | None
    scale: str
    unit: str
    reversed: bool
    beyond: str
    says: str | None
    certainty: str | None
    verdict: str
    severity: str

    @property
    def outcome(self) -> tuple[str | None, str | None, str, str]:
        """What robustness compares."""
        return self.says, self.certainty, self.verdict, self.severity

    @property
    def shown(self) -> str:
        """The estimate with its interval, ratios back-transformed; of the opposite said so."""
        if self.estimate is None or self.lower is None or self.upper is None:
            return "no estimate"
        text = estimate_text(
            self.measure,
            self.estimate,
            self.lower,
            self.upper,
            scale=self.scale,
            unit=self.unit,
        )
        return f"{text}, {REVERSED}" if self.reversed else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Turning:
    """What is left open about a claim, and whether its result and verdict depend on it.

    Parameters
    ----------
    specifications, complete
        How many were run, and whether those are all combinations.
    choices
        What is left open, in the claim's own bodies and in those beside it.
    runs
        Each specification of the body that decides, with the verdict; the main one first.
    moves
        One choice at a time away from the main analysis, where that changes the outcome.
    carries
        The wording that each certainty carries for a claim which the evidence favours.
    """

    robust: bool
    specifications: int
    complete: bool
    choices: tuple[OpenChoice, ...]
    runs: tuple[Run, ...]
    moves: tuple[Run, ...]
    carries: Mapping[str, str]


def turning_of(graded: Graded, claim: GradedClaim) -> Turning:
    """Return what a claim turns on."""
    names = bodies_of(claim.claim)
    return Turning(
        robust=claim.robust,
        specifications=len(claim.multiverse.specifications),
        complete=claim.multiverse.complete,
        choices=tuple(
            OpenChoice(
                name=choice.name,
                options=choice.options,
                why=choice.why,
                origin=choice.origin,
                turns=choice.name in claim.turns_on,
            )
            for choice in claim.multiverse.choices
        ),
        runs=_runs(graded, claim, names),
        moves=_moves(graded, claim, names),
        carries={certainty: carried(row, certainty) for certainty, row in ROWS.items()},
    )


def _runs(graded: Graded, claim: GradedClaim, names: tuple[str, ...]) -> tuple[Run, ...]:
    """The body that decides, under each of its specifications, those beside it as in the main."""
    mains = {name: graded.bodies[name].main for name in names}
    own = deciding_body(claim.claim, mains)
    if own is None:
        return ()
    specifications = graded.bodies[own].multiverse.specifications
    return tuple(
        _run(graded, claim, {**mains, own: grade}, specification, main=position == 0)
        for position, (grade, specification) in enumerate(
            zip(graded.bodies[own].all, specifications, strict=True)
        )
    )


def _moves(graded: Graded, claim: GradedClaim, names: tuple[str, ...]) -> tuple[Run, ...]:
    main = dict(claim.multiverse.main)
    base = _run(graded, claim, _grades(graded, names, main), {}, main=True)
    moved = []
    for choice in claim.multiverse.choices:
        for option in choice.options[1:]:
            grades = _grades(graded, names, {**main, choice.name: option})
            run = _run(graded, claim, grades, {choice.name: option}, main=False)
            if run.outcome != base.outcome:
                moved.append(run)
    return tuple(moved)


def _grades(
    graded: Graded, names: tuple[str, ...], specification: Mapping[str, str]
) -> dict[str, BodyGrade]:
    return {name: _under(graded.bodies[name], specification) for name in names}


def _under(body: GradedBody, specification: Mapping[str, str]) -> BodyGrade:
    """A body's grade under the part of a specification that bears on it."""
    wanted = {choice.name: specification[choice.name] for choice in body.multiverse.choices}
    runs = zip(body.multiverse.specifications, body.all, strict=True)
    return next((grade for options, grade in runs if dict(options) == wanted), body.main)


def _run(
    graded: Graded,
    claim: GradedClaim,
    grades: Mapping[str, BodyGrade],
    options: Mapping[str, str],
    *,
    main: bool,
) -> Run:
    sentence = of_statement(graded.evidence, claim.claim, grades)
    ruling = rule(sentence)[0]
    own = deciding_body(claim.claim, grades)
    grade = grades[own] if own else None
    synthesis = grade.synthesis if grade else None
    ci = synthesis.ci if synthesis else None
    return Run(
        main=main,
        options=dict(options),
        measure=synthesis.measure if synthesis else "",
        estimate=synthesis.estimate if synthesis else None,
        lower=ci.lower if ci else None,
        upper=ci.upper if ci else None,
        scale=synthesis.scale if synthesis else "raw",
        unit=synthesis.unit if synthesis else "",
        reversed=synthesis.reversed if synthesis else False,
        beyond=beyond(grade) if grade else "no interval",
        says=sentence.outcome(grade).says if grade else None,
        certainty=grade.certainty if grade else None,
        verdict=ruling.shown,
        severity=ruling.severity,
    )
