"""One way for each kind of sentence, from the evidence to a ruling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reviewkit import display
from reviewkit.effects.proportions import RULE_OF_THREE, zero_events_limit
from reviewkit.verdict.beside import no_direct, with_beside
from reviewkit.verdict.limiting import limiting
from reviewkit.verdict.mechanism import mechanism
from reviewkit.verdict.ruling import Ruling, Word, worst
from reviewkit.verdict.sentence import Sentence
from reviewkit.verdict.study_routes import evidence_route, figure_route, study_report_route
from reviewkit.verdict.telling import tell
from reviewkit.verdict.wording import (
    DEMONSTRATED,
    GRAVE,
    HEDGED,
    PLAIN,
    ROWS,
    ceiling,
    judge,
)

#: Contrasts that observe an exposure rather than set it.
_OBSERVED = {"association", "description"}


def rule(sentence: Sentence) -> tuple[Ruling, ...]:
    """Walk every way that a sentence's kinds lead, the worst ruling first."""
    if sentence.untestable is not None:
        return (_plainly("claim", "not testable", f"Not testable: {sentence.untestable}."),)
    if sentence.stance == "asks":
        return (_plainly("claim", "not graded", "A question asserts nothing."),)
    rulings = [ROUTES[kind](sentence) for kind in sentence.kinds]
    first = worst(rulings)
    return (first, *(ruling for ruling in rulings if ruling is not first))


def benefit(sentence: Sentence) -> Ruling:
    """Does it do this? The body's certainty against the sentence's wording."""
    if sentence.claim.body is None:
        return _resting_on_links(sentence)
    grade = sentence.grade(sentence.claim.body)
    if sentence.stance in {"denies", "limits"}:
        return limiting(sentence, grade, "benefit")
    if not grade.counted or grade.certainty == "not graded":
        return no_direct(sentence, grade, "benefit")
    ruling = judge(
        route="benefit",
        wording=sentence.wording,
        grade=grade,
        outcome=sentence.outcome(grade),
        reason=tell(sentence.evidence, grade),
        grave=sentence.is_grave(grade.certainty),
        says_uncertain=sentence.says_uncertain,
    )
    return with_beside(sentence, ruling)


def safety(sentence: Sentence) -> Ruling:
    """Were harms sought and counted? Of nobody among n, about 3/n may be the truth."""
    ruling = benefit(sentence)
    if sentence.claim.body is None:
        return ruling
    limits = [
        f"Nobody of {effect.n} had it: up to about {RULE_OF_THREE}/{effect.n} "
        f"({display.percent(zero_events_limit(effect.n).exact)}) may."
        for effect in (c.effect.effect for c in sentence.grade(sentence.claim.body).counted)
        if effect is not None and effect.measure == "PR" and effect.estimate == 0 and effect.n
    ]
    return replace(ruling, reason=" ".join([ruling.reason, *limits]))


def experience(sentence: Sentence) -> Ruling:
    """Do people report it? Self-report is enough; a suggestion at most.

    What is claimed of a disorder or of body chemistry is no experience and goes as a benefit.
    """
    if sentence.claim.body is None:
        return _resting_on_links(sentence)
    grade = sentence.grade(sentence.claim.body)
    if sentence.about in GRAVE or sentence.stance in {"denies", "limits"}:
        return benefit(sentence)
    bodies = [grade, *(sentence.grade(b.body) for b in sentence.claim.beside)]
    asked = [g for g in bodies if g.counted and g.certainty != "not graded"]
    if not asked:
        reason = f"{tell(sentence.evidence, grade)} Nobody in this base was asked."
        return with_beside(sentence, _experience(sentence, "no direct evidence", 0, reason, "none"))
    by_word = {sentence.outcome(g).says: g for g in reversed(asked)}
    shown = by_word.get("favours") or by_word.get("mixed") or asked[0]
    limit, why = 0, "People who were asked do not report it."
    if "favours" in by_word:
        limit, why = PLAIN, "For an experience, what people report is enough."
    elif "mixed" in by_word:
        limit, why = HEDGED, "Some people report it and others do not."
    reason = f"{tell(sentence.evidence, shown)} {why}"
    if sentence.wording >= DEMONSTRATED:
        reason += " What people report is not proof."
    return with_beside(
        sentence, _experience(sentence, "overstated", limit, reason, shown.certainty)
    )


def advice(sentence: Sentence) -> Ruling:
    """Is a promise attached? A bare instruction is not graded."""
    if sentence.bare is not None:
        return _plainly("advice", "not graded", f"A bare instruction: {sentence.bare}.")
    if sentence.claim.body is None:
        return _plainly("advice", "not graded", "An instruction without a promised effect.")
    grade = sentence.grade(sentence.claim.body)
    if sentence.stance in {"denies", "limits"}:
        return limiting(sentence, grade, "advice")
    if grade.counted and not set(grade.contrasts) <= _OBSERVED:
        return benefit(sentence)
    observed = [
        g
        for g in (grade, *(sentence.grade(b.body) for b in sentence.claim.beside))
        if set(g.contrasts) & _OBSERVED and sentence.outcome(g).says == "favours"
    ]
    if not observed:
        return no_direct(sentence, grade, "advice")
    reason = (
        f"{tell(sentence.evidence, observed[0])} No randomised comparison was found: "
        "an observed association carries “may be associated with” at most."
    )
    ruling = ceiling(
        route="advice",
        wording=sentence.wording,
        limit=min(HEDGED, ROWS.get(observed[0].certainty, 0)),
        certainty=observed[0].certainty,
        reason=reason,
        grave=sentence.is_grave(observed[0].certainty),
        says_uncertain=sentence.says_uncertain,
    )
    return with_beside(sentence, ruling)


def ungraded(sentence: Sentence) -> Ruling:
    """Cautions, definitions and history: recorded with their source, not graded."""
    origin = sentence.claim.origin
    found = origin.found if origin else "no source recorded"
    return _plainly(sentence.claim.kind, "not graded", f"Recorded, not graded: {found}")


ROUTES: dict[str, Callable[[Sentence], Ruling]] = {
    "benefit": benefit,
    "harm": benefit,
    "comparison": benefit,
    "safety": safety,
    "experience": experience,
    "mechanism": mechanism,
    "study-report": study_report_route,
    "figure": figure_route,
    "evidence": evidence_route,
    "advice": advice,
    "caution": ungraded,
    "definition": ungraded,
    "history": ungraded,
}


# -- pieces --------------------------------------------------------------------------------------


def _resting_on_links(sentence: Sentence) -> Ruling:
    """A mention of another kind than its claim goes the claim's own way."""
    own = ROUTES[sentence.claim.kind]
    return own(sentence) if own not in {benefit, experience} else ungraded(sentence)


def _experience(
    sentence: Sentence, verdict: str, limit: int, reason: str, certainty: str
) -> Ruling:
    fits = sentence.wording <= limit
    too_strong: Word = "overstated" if verdict == "overstated" else "no direct evidence"
    return Ruling(
        route="experience",
        verdict="wording fits" if fits else too_strong,
        severity="none" if fits else "suggestion",
        allowed=limit,
        certainty=certainty,
        reason=reason,
    )


def _plainly(route: str, verdict: str, reason: str) -> Ruling:
    return Ruling(
        route=route,
        verdict="not testable" if verdict == "not testable" else "not graded",
        severity="none",
        reason=reason,
    )
