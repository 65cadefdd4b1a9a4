"""One way for each kind of sentence, from the evidence to a ruling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reviewkit.certainty import BodyGrade
from reviewkit.verdict.ruling import Ruling, Severity, worst
from reviewkit.verdict.sentence import Sentence
from reviewkit.verdict.study_routes import evidence_route, figure_route, study_report_route
from reviewkit.verdict.telling import tell
from reviewkit.verdict.wording import (
    DEMONSTRATED,
    HEDGED,
    PLAIN,
    ceiling,
    judge,
    without_evidence,
)

#: Contrasts that observe an exposure rather than set it.
_OBSERVED = {"association", "description"}
#: What a body that does not favour a claim says of it.
_AGAINST = {"against", "little to no difference", "mixed"}
_CONTROLLED = {"between-arms", "between-conditions", "between-sides", "pooled"}


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
        return _limiting(sentence, grade)
    if not grade.counted:
        return _no_direct(sentence, grade, "benefit")
    ruling = judge(
        route="benefit",
        wording=sentence.wording,
        grade=grade,
        outcome=sentence.outcome(grade),
        about=sentence.about,
        reason=tell(sentence.evidence, grade),
    )
    return _with_beside(sentence, ruling)


def experience(sentence: Sentence) -> Ruling:
    """Do people report it? Self-report is enough; a suggestion at most."""
    if sentence.claim.body is None:
        return _resting_on_links(sentence)
    grade = sentence.grade(sentence.claim.body)
    reports = [grade, *(sentence.grade(b.body) for b in sentence.claim.beside)]
    favourable = [g for g in reports if sentence.outcome(g).says == "favours"]
    if not favourable:
        reason = f"{tell(sentence.evidence, grade)} Nobody in this base reports it."
        return _experience(sentence, "no direct evidence", 0, reason, "none")
    shown = grade if grade in favourable else favourable[0]
    reason = tell(sentence.evidence, shown)
    if sentence.wording >= DEMONSTRATED:
        reason += " What people report is not proof."
        return _experience(sentence, "overstated", PLAIN, reason, shown.certainty)
    return Ruling(
        route="experience",
        verdict="wording fits",
        severity="none",
        allowed=PLAIN,
        certainty=shown.certainty,
        reason=f"{reason} For an experience, what people report is enough.",
    )


def mechanism(sentence: Sentence) -> Ruling:
    """Is each link shown, and in what? The weakest link decides, and all are told."""
    links = [
        (link.name, sentence.grade(link.body))
        for link in sentence.claim.links
        if link.body is not None
    ]
    if not links:
        return _plainly("mechanism", "not graded", "Background, cited and not graded.")
    weakest = worst(_link(sentence, name, grade) for name, grade in links)
    told = [f"{name}: {tell(sentence.evidence, grade)}" for name, grade in links]
    others = [text for text in told if text not in weakest.reason]
    return _with_beside(sentence, replace(weakest, reason=" ".join([weakest.reason, *others])))


def advice(sentence: Sentence) -> Ruling:
    """Is a promise attached? A bare instruction is not graded."""
    if sentence.bare is not None:
        return _plainly("advice", "not graded", f"A bare instruction: {sentence.bare}.")
    if sentence.claim.body is None:
        return _plainly("advice", "not graded", "An instruction without a promised effect.")
    grade = sentence.grade(sentence.claim.body)
    if grade.counted and not set(grade.contrasts) <= _OBSERVED:
        return benefit(sentence)
    observed = [
        g
        for g in (grade, *(sentence.grade(b.body) for b in sentence.claim.beside))
        if set(g.contrasts) & _OBSERVED and sentence.outcome(g).says == "favours"
    ]
    if not observed:
        return _no_direct(sentence, grade, "advice")
    reason = (
        f"{tell(sentence.evidence, observed[0])} No randomised comparison was found: "
        "an observed association carries “may be associated with” at most."
    )
    return ceiling(
        route="advice",
        wording=sentence.wording,
        limit=HEDGED,
        certainty=observed[0].certainty,
        reason=reason,
    )


def ungraded(sentence: Sentence) -> Ruling:
    """Cautions, definitions and history: recorded with their source, not graded."""
    origin = sentence.claim.origin
    found = origin.found if origin else "no source recorded"
    return _plainly(sentence.claim.kind, "not graded", f"Recorded, not graded: {found}")


ROUTES: dict[str, Callable[[Sentence], Ruling]] = {
    "benefit": benefit,
    "harm": benefit,
    "comparison": benefit,
    "safety": benefit,
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


def _link(sentence: Sentence, name: str, grade: BodyGrade) -> Ruling:
    reason = f"{name}: {tell(sentence.evidence, grade)}"
    if not grade.counted:
        return _no_direct(sentence, grade, "mechanism", prefix=f"{name}: ")
    outcome = sentence.outcome(grade)
    if "people" not in grade.settings:
        if sentence.named_setting and outcome.says == "favours" and sentence.wording <= PLAIN:
            return Ruling(
                route="mechanism",
                verdict="wording fits",
                severity="none",
                allowed=PLAIN,
                certainty="not graded",
                reason=f"{reason} The sentence names the setting.",
            )
        where = " and ".join(grade.settings)
        return without_evidence(
            route="mechanism",
            wording=sentence.wording,
            about=sentence.about,
            limit=0,
            reason=f"{reason} Shown in {where} only, and the sentence does not say so.",
        )
    if set(grade.contrasts) & _CONTROLLED:
        return judge(
            route="mechanism",
            wording=sentence.wording,
            grade=grade,
            outcome=outcome,
            about=sentence.about,
            reason=reason,
        )
    return ceiling(
        route="mechanism",
        wording=sentence.wording,
        limit=HEDGED if outcome.says == "favours" else 0,
        certainty=grade.certainty,
        reason=f"{reason} Uncontrolled in people.",
    )


def _no_direct(sentence: Sentence, grade: BodyGrade, route: str, *, prefix: str = "") -> Ruling:
    """No direct evidence: indirect evidence, if it favours and is named, carries a hedge."""
    limit = 0
    contrary = False
    for beside in sentence.claim.beside:
        other = sentence.grade(beside.body)
        says = sentence.outcome(other).says
        if other.body.directness == "indirect" and says == "favours" and sentence.named_setting:
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
    return _with_beside(sentence, ruling)


def _with_beside(sentence: Sentence, ruling: Ruling) -> Ruling:
    """Tell the bodies beside the claim's own: those that do not favour it, and the rest."""
    against: list[str] = []
    others: list[str] = []
    for beside in sentence.claim.beside:
        grade = sentence.grade(beside.body)
        if grade.counted:
            told = f"Beside it, {beside.why}: {tell(sentence.evidence, grade)}"
            says = sentence.outcome(grade).says
            (against if says in _AGAINST else others).append(told)
    return replace(ruling, against=tuple(against), beside=tuple(others))


def _limiting(sentence: Sentence, grade: BodyGrade) -> Ruling:
    """A sentence that denies or limits: wrong where certainty is moderate or high."""
    reason = tell(sentence.evidence, grade)
    says = sentence.outcome(grade).says
    if says == "favours" and grade.certainty in {"moderate", "high"}:
        return Ruling(
            route="benefit",
            verdict="wrong",
            severity="error",
            certainty=grade.certainty,
            reason=f"{reason} The sentence denies what is shown with {grade.certainty} certainty.",
        )
    if sentence.stance == "denies" and sentence.wording >= PLAIN and says != "against":
        return Ruling(
            route="benefit",
            verdict="overstated",
            severity="warning",
            certainty=grade.certainty,
            reason=f"{reason} That it has no effect is not shown either.",
        )
    return Ruling(
        route="benefit",
        verdict="wording fits",
        severity="none",
        certainty=grade.certainty,
        reason=reason,
    )


def _resting_on_links(sentence: Sentence) -> Ruling:
    """A mention of another kind than its claim goes the claim's own way."""
    own = ROUTES[sentence.claim.kind]
    return own(sentence) if own not in {benefit, experience} else ungraded(sentence)


def _experience(
    sentence: Sentence, verdict: str, limit: int, reason: str, certainty: str
) -> Ruling:
    grave: Severity = "suggestion" if sentence.wording > limit else "none"
    return Ruling(
        route="experience",
        verdict="overstated" if verdict == "overstated" else "no direct evidence",
        severity=grave,
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
