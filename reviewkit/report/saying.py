"""What a body may say: its informative statement, from its certainty, size and direction."""

from __future__ import annotations

from reviewkit.certainty import BodyGrade, Magnitude, magnitude_of, mid_of
from reviewkit.evidence import Evidence
from reviewkit.statements import Way, statement
from reviewkit.verdict.outcome import outcome

#: Ways of bringing results together that say which way an outcome goes.
STATED: frozenset[str] = frozenset({"pooled", "single", "directions", "none"})


def size_of_body(evidence: Evidence, grade: BodyGrade) -> Magnitude:
    """Return how large the effect of a body is, by the threshold that it targets."""
    measured = evidence.review.outcomes[grade.body.question.outcome]
    targets = grade.body.threshold.target == "mid"
    mid = mid_of(measured, grade.synthesis) if targets else None
    return magnitude_of(grade.synthesis, mid)


def statement_of(evidence: Evidence, grade: BodyGrade) -> str | None:
    """Return the informative statement of a body; None where it tells of no effect."""
    if grade.synthesis.kind not in STATED:
        return None
    question = grade.body.question
    return statement(
        certainty=grade.certainty,
        size=size_of_body(evidence, grade).size,
        way=_way(grade),
        intervention=evidence.review.interventions[question.intervention].label,
        outcome=evidence.review.outcomes[question.outcome].label,
    )


def _way(grade: BodyGrade) -> Way | None:
    """Which way the outcome goes: the side of the estimate, or of most studies."""
    if outcome(grade, "increases").says == "favours":
        return "increases"
    return "decreases" if outcome(grade, "decreases").says == "favours" else None
