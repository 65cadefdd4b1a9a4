"""The way of a mechanism: each link apart, by what it was shown in."""

from __future__ import annotations

from dataclasses import replace

from reviewkit import display
from reviewkit.certainty import BodyGrade
from reviewkit.records import COMPARE
from reviewkit.verdict.beside import no_direct, with_beside
from reviewkit.verdict.limiting import limiting
from reviewkit.verdict.ruling import Ruling, worst
from reviewkit.verdict.sentence import Sentence
from reviewkit.verdict.telling import tell
from reviewkit.verdict.wording import HEDGED, PLAIN, allowed, ceiling, judge, without_evidence

_CONTROLLED = COMPARE | {"pooled"}


def mechanism(sentence: Sentence) -> Ruling:
    """Is each link shown, and in what? The weakest link decides, and all are told."""
    links = [
        (display.sentence(link.name), sentence.grade(link.body))
        for link in sentence.claim.links
        if link.body is not None
    ]
    if not links:
        return _background(sentence)
    if sentence.stance in {"denies", "limits"}:
        return worst(limiting(sentence, grade, "mechanism") for _, grade in links)
    weakest = worst(_link(sentence, name, grade) for name, grade in links)
    told = [f"{name}: {tell(sentence.evidence, grade)}" for name, grade in links]
    others = [text for text in told if text not in weakest.reason]
    return with_beside(sentence, replace(weakest, reason=" ".join([weakest.reason, *others])))


def _link(sentence: Sentence, name: str, grade: BodyGrade) -> Ruling:
    reason = f"{name}: {tell(sentence.evidence, grade)}"
    if not grade.counted:
        return no_direct(sentence, grade, "mechanism", prefix=f"{name}: ")
    outcome = sentence.outcome(grade)
    if "people" not in grade.settings:
        named = sentence.names_setting(grade)
        if named and outcome.says == "favours":
            return ceiling(
                route="mechanism",
                wording=sentence.wording,
                limit=PLAIN,
                certainty="not graded",
                reason=f"{reason} The sentence names the setting.",
            )
        where = display.joined(grade.settings)
        why = "in part only" if named else "only, and the sentence does not say so"
        return without_evidence(
            route="mechanism",
            wording=sentence.wording,
            about=sentence.about,
            limit=0,
            reason=f"{reason} Shown in {where} {why}.",
        )
    if set(grade.contrasts) & _CONTROLLED:
        return judge(
            route="mechanism",
            wording=sentence.wording,
            grade=grade,
            outcome=outcome,
            reason=reason,
            grave=sentence.is_grave(grade.certainty),
            says_uncertain=sentence.says_uncertain,
        )
    return ceiling(
        route="mechanism",
        wording=sentence.wording,
        limit=min(HEDGED, allowed(grade.certainty, outcome)),
        certainty=grade.certainty,
        reason=f"{reason} Uncontrolled in people.",
        grave=sentence.is_grave(grade.certainty),
        says_uncertain=sentence.says_uncertain,
    )


def _background(sentence: Sentence) -> Ruling:
    """Anatomy and causes: cited, not graded; a disputed one stated as fact is a suggestion."""
    disputed = [link.disputed for link in sentence.claim.links if link.disputed is not None]
    if disputed and sentence.wording >= PLAIN and sentence.stance == "asserts":
        return Ruling(
            route="mechanism",
            verdict="overstated",
            severity="suggestion",
            reason=" ".join(["Disputed, and stated as fact.", *disputed]),
        )
    told = [link.background for link in sentence.claim.links if link.background is not None]
    reason = " ".join(["Background, cited and not graded.", *told, *disputed])
    return Ruling(route="mechanism", verdict="not graded", severity="none", reason=reason)
