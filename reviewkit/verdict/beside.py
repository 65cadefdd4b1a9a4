"""Bodies beside a claim's own: what indirect evidence allows, and what goes against it."""

from __future__ import annotations

from dataclasses import replace

from reviewkit.certainty import BodyGrade
from reviewkit.verdict.ruling import Ruling
from reviewkit.verdict.sentence import Sentence
from reviewkit.verdict.telling import tell
from reviewkit.verdict.wording import HEDGED, without_evidence

#: What a body that does not favour a claim says of it.
_AGAINST = {"against", "little to no difference", "mixed"}


def no_direct(sentence: Sentence, grade: BodyGrade, route: str, *, prefix: str = "") -> Ruling:
    """No direct evidence: indirect evidence, if it favours and is named, carries a hedge."""
    limit = 0
    contrary = False
    for beside in sentence.claim.beside:
        other = sentence.grade(beside.body)
        says = sentence.outcome(other).says
        if other.body.directness == "indirect" and says == "favours" and sentence.names_source:
            limit = HEDGED
        if says in _AGAINST and other.certainty in {"low", "moderate", "high"}:
            contrary = True
    told = f"{prefix}{tell(sentence.evidence, grade)}"
    ruling = without_evidence(
        route=route,
        wording=sentence.wording,
        about=sentence.about,
        limit=0 if contrary else limit,
        reason=f"{told} No direct evidence was found in this base; it may be true all the same.",
    )
    return with_beside(sentence, ruling)


def with_beside(sentence: Sentence, ruling: Ruling) -> Ruling:
    """Tell the bodies beside the claim's own: those that do not favour it, and the rest."""
    against: list[str] = []
    others: list[str] = []
    for beside in sentence.claim.beside:
        grade = sentence.grade(beside.body)
        if not grade.results:
            continue
        told = f"Beside it, {beside.why}: {tell(sentence.evidence, grade)}"
        says = sentence.outcome(grade).says
        contrary = says in _AGAINST if grade.counted else not _speaks_for(sentence, grade)
        (against if contrary else others).append(told)
    return replace(ruling, against=tuple(against), beside=tuple(others))


def _speaks_for(sentence: Sentence, grade: BodyGrade) -> bool:
    """Whether results that do not count, second-hand ones say, at least go the claim's way."""
    return any(r.effect.direction == sentence.favours(grade.body.id) for r in grade.results)
