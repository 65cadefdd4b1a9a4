"""Sentences that deny a claim, or limit it: "has no effect", "there is no good evidence"."""

from __future__ import annotations

from reviewkit.certainty import BodyGrade
from reviewkit.verdict.beside import with_beside
from reviewkit.verdict.ruling import Ruling
from reviewkit.verdict.sentence import Sentence
from reviewkit.verdict.telling import tell
from reviewkit.verdict.wording import HEDGED, PLAIN, ROWS, ceiling


def limiting(sentence: Sentence, grade: BodyGrade, route: str) -> Ruling:
    """Rule on a sentence that denies or limits: wrong where certainty is moderate or high.

    A denial is held to the certainty of what goes against the claim; "no effect" never passes.
    """
    reason = tell(sentence.evidence, grade)
    says = sentence.outcome(grade).says
    if says == "favours" and grade.certainty in {"moderate", "high"}:
        return Ruling(
            route=route,
            verdict="wrong",
            severity="error",
            certainty=grade.certainty,
            reason=f"{reason} The sentence denies what is shown with {grade.certainty} certainty.",
        )
    if sentence.stance == "denies" and says == "against":
        ruling = ceiling(
            route=route,
            wording=sentence.wording,
            limit=max(HEDGED, ROWS.get(grade.certainty, 0)),
            certainty=grade.certainty,
            reason=reason,
        )
        return with_beside(sentence, ruling)
    no_effect = sentence.stance == "denies" and sentence.wording >= PLAIN
    ruling = Ruling(
        route=route,
        verdict="overstated" if no_effect else "wording fits",
        severity="warning" if no_effect else "none",
        certainty=grade.certainty,
        reason=f"{reason} That it has no effect is not shown either." if no_effect else reason,
    )
    return with_beside(sentence, ruling)
