"""What a body of evidence is, in a sentence: studies, people, contrast, effect, certainty."""

from __future__ import annotations

from reviewkit import display
from reviewkit.certainty import BodyGrade
from reviewkit.effects.measures import MEASURES, REVERSED, estimate_text
from reviewkit.evidence import Evidence

_CONTRASTS = {
    "between-arms": "comparing groups",
    "between-conditions": "comparing conditions in the same people",
    "between-sides": "comparing two sides of the body",
    "within-arm": "before and after in one group, with nothing to compare",
    "association": "an observed association",
    "description": "a description of one group",
    "pooled": "pooled by its authors",
}
_WORD = {
    "increases": "an increase",
    "decreases": "a decrease",
    "no difference": "no difference detected",
    "changes": "a change",
    "unclear": "no clear direction",
}


def studies_of(evidence: Evidence, grade: BodyGrade) -> str:
    """Tell how many studies of how many people, and what they compare.

    A body without a counted result is told as what it lacks.
    """
    outcome = evidence.review.outcomes[grade.body.question.outcome].label
    if not grade.counted:
        intervention = evidence.review.interventions[grade.body.question.intervention].label
        if not grade.results:
            return f"no study in this base measured {outcome} after {intervention}"
        found = display.joined(
            [f"{r.use.result} ({r.effect.direction}; {r.why_not})" for r in grade.results]
        )
        return f"nothing that counts was found of {outcome} after {intervention}: {found}"
    synthesis = grade.synthesis
    people = ""
    if synthesis.n is not None:
        people = f" of {synthesis.n:,} people" if "people" in grade.settings else ""
    setting = "" if "people" in grade.settings else f" in {display.joined(grade.settings)}"
    contrasts = display.joined([_CONTRASTS[contrast] for contrast in grade.contrasts])
    if synthesis.regression is not None:
        contrasts = "compared with one another"
    return f"{display.plural(synthesis.k, 'study', 'studies')}{people}{setting}, {contrasts}"


def finding_of(evidence: Evidence, grade: BodyGrade) -> str:
    """Tell what a body found: the estimate with its interval, or the directions."""
    synthesis = grade.synthesis
    outcome = evidence.review.outcomes[grade.body.question.outcome].label
    if synthesis.estimate is not None and synthesis.ci is not None:
        return f"{outcome}: {estimate_of(grade)}{_claimed(grade)}"
    if synthesis.k == 1:
        direction = grade.counted[0].effect.direction
        return f"{outcome}: {_WORD.get(direction, direction)}, no interval printed"
    parts = [
        f"{display.plural(count, 'study', 'studies')} {word}"
        for count, word in (
            (synthesis.increases, "up"),
            (synthesis.decreases, "down"),
            (synthesis.neither, "without a direction (none detected, or none given)"),
        )
        if count
    ]
    return f"{outcome}: {display.joined(parts)}"


def _claimed(grade: BodyGrade) -> str:
    """Tell the size that the estimate is held against, where one is claimed."""
    size = grade.body.threshold.size
    if size is None:
        return ""
    name = MEASURES.get(grade.synthesis.measure, grade.synthesis.measure)
    return f", held against the {name} of {size} that is claimed"


def estimate_of(grade: BodyGrade) -> str:
    """Tell the estimate of a body with its interval and measure."""
    synthesis = grade.synthesis
    ci = synthesis.ci
    if synthesis.estimate is None or ci is None:
        return "no estimate"
    text = estimate_text(
        synthesis.measure,
        synthesis.estimate,
        ci.lower,
        ci.upper,
        scale=synthesis.scale,
        unit=synthesis.unit,
        level=ci.level,
    )
    name = MEASURES.get(synthesis.measure, synthesis.measure)
    return f"{name} {f'({REVERSED}) ' if synthesis.reversed else ''}{text}"


def tell(evidence: Evidence, grade: BodyGrade) -> str:
    """Tell a body in one sentence."""
    if not grade.counted:
        text = studies_of(evidence, grade)
        return f"{display.sentence(text)}."
    text = f"{studies_of(evidence, grade)}; {finding_of(evidence, grade)}"
    certainty = (
        "evidence of mechanism only"
        if grade.certainty == "not graded"
        else f"{grade.certainty} certainty"
    )
    provisional = ", provisional" if grade.provisional else ""
    return f"{display.sentence(text)} ({certainty}{provisional})."
