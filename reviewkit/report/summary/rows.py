"""One row a body: what a summary of findings and an evidence profile say of it, as values."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit import display
from reviewkit.certainty import BodyGrade
from reviewkit.effects.measures import MEASURES, REVERSED, estimate_text
from reviewkit.report.bodies import BodyAccount, body_account
from reviewkit.report.saying import size_of_body, statement_of
from reviewkit.report.summary.absolutes import AbsoluteEffect, absolute_effects
from reviewkit.report.words import CONTRASTS
from reviewkit.review import Graded
from reviewkit.statements import Size

#: Measures that are an effect relative to the comparison.
RELATIVE = frozenset({"RR", "OR", "HR"})
#: What stands in a cell that has nothing to say.
NOTHING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """A body of evidence in a table.

    Parameters
    ----------
    intervention
        What the tables are grouped by.
    outcome, time, population, comparator
        Of the question.
    studies, people, design
        What counts; people are None where any number was not read.
    relative, difference
        A ratio, and a difference in the outcome's own unit, with their intervals; empty where
        there is none.
    directions
        How many studies go which way, where nothing was pooled.
    absolute
        For each baseline risk.
    certainty
        ``high`` to ``very low``; ``none`` or ``not graded``.
    statement, size_why
        The informative statement, and what says how large the effect is.
    account
        The body with its domains, proposals and judgements.
    """

    intervention: str
    outcome: str
    time: str
    population: str
    comparator: str
    studies: int
    people: int | None
    design: str
    relative: str
    difference: str
    directions: str
    absolute: tuple[AbsoluteEffect, ...]
    certainty: str
    statement: str
    size: Size | None
    size_why: str
    account: BodyAccount


def summary_rows(graded: Graded, names: tuple[str, ...] | None = None) -> tuple[SummaryRow, ...]:
    """Return a row for each body, or for those named, in the order of intervention and outcome."""
    rows = [_row(graded, name) for name in (graded.bodies if names is None else names)]
    return tuple(sorted(rows, key=lambda row: (row.intervention, row.outcome, row.account.id)))


def _row(graded: Graded, name: str) -> SummaryRow:
    evidence, body = graded.evidence, graded.bodies[name]
    grade = body.main
    question = grade.body.question
    synthesis = grade.synthesis
    intervention = evidence.review.interventions[question.intervention].label
    found = size_of_body(evidence, grade)
    estimate = _estimate(grade)
    return SummaryRow(
        intervention=intervention,
        outcome=evidence.review.outcomes[question.outcome].label,
        time=question.time,
        population=question.population,
        comparator=question.comparator,
        studies=synthesis.k,
        people=synthesis.n,
        design=display.joined(CONTRASTS[contrast] for contrast in grade.contrasts),
        relative=estimate if synthesis.measure in RELATIVE else "",
        difference="" if synthesis.measure in RELATIVE else estimate,
        directions=_directions(grade),
        absolute=absolute_effects(evidence, grade),
        certainty=grade.certainty,
        statement=statement_of(evidence, grade) or NOTHING,
        size=found.size,
        size_why=found.why,
        account=body_account(evidence, body),
    )


def _estimate(grade: BodyGrade) -> str:
    synthesis = grade.synthesis
    if synthesis.estimate is None or synthesis.ci is None:
        return ""
    text = estimate_text(
        synthesis.measure,
        synthesis.estimate,
        synthesis.ci.lower,
        synthesis.ci.upper,
        scale=synthesis.scale,
        unit=synthesis.unit,
        level=synthesis.ci.level,
    )
    name = MEASURES.get(synthesis.measure, synthesis.measure)
    return f"{name} {f'({REVERSED}) ' if synthesis.reversed else ''}{text}"


def _directions(grade: BodyGrade) -> str:
    """How many studies go which way, where they are counted by direction."""
    synthesis = grade.synthesis
    if synthesis.kind != "directions":
        return ""
    counts = {
        "up": synthesis.increases,
        "down": synthesis.decreases,
        "without a direction": synthesis.neither,
    }
    told = display.joined(
        f"{display.plural(count, 'study', 'studies')} {word}"
        for word, count in counts.items()
        if count
    )
    return f"{told}; no interval can be had"
