"""A sentence's wording held against the certainty of its evidence."""

from __future__ import annotations

from reviewkit.certainty import BodyGrade
from reviewkit.records import WORDING
from reviewkit.verdict.outcome import Outcome
from reviewkit.verdict.ruling import Ruling, Severity

HEDGED, PROBABLE, PLAIN, DEMONSTRATED = 1, 2, 3, 4
#: The row of the wording table in which the bare words of each certainty stand: a convention of
#: this project after GRADE's informative statements (Santesso 2020,
#: doi:10.1016/j.jclinepi.2019.10.014) and, for "can", how readers take it (Adams 2017,
#: doi:10.1037/xap0000100).
ROWS = {"none": 0, "very low": 0, "low": HEDGED, "moderate": PROBABLE, "high": PLAIN}
#: Levels too strong from which a sentence is a warning and no longer a suggestion.
FAR = 2
#: Outcomes of which a plain sentence without evidence is an error rather than a warning.
GRAVE = frozenset({"disorder", "body chemistry"})
#: What lets a hedge stand at very low certainty.
ADD_UNCERTAIN = "“May” fits with “but the evidence is very uncertain” beside it."
#: What a sentence at each level may say.
PHRASES = (
    "it is unclear whether",
    "may",
    "probably, or can",
    "a plain statement",
    "a plain statement, or that it was shown",
)


def allowed(certainty: str, outcome: Outcome) -> int:
    """Return the strongest wording that a body carries: none above uncertain unless it favours."""
    if outcome.says != "favours" or certainty not in ROWS:
        return 0
    return DEMONSTRATED if certainty == "high" else ROWS[certainty]


def judge(
    *,
    route: str,
    wording: int,
    grade: BodyGrade,
    outcome: Outcome,
    reason: str,
    grave: bool = False,
    says_uncertain: bool = False,
) -> Ruling:
    """Hold a wording against a graded body.

    One level too strong is a suggestion, two or more a warning; demonstrated wording beyond its
    certainty and absolutes are errors, and so is plain wording on what is `grave`. At very low
    certainty a hedge fits if the sentence says too that the evidence is very uncertain. An
    interval of direct evidence that excludes what is claimed, at low certainty or better,
    contradicts.
    """
    certainty = grade.certainty
    sure = certainty in {"low", "moderate", "high"} and grade.body.directness == "direct"
    if outcome.excludes and wording >= HEDGED and sure:
        return Ruling(
            route=route,
            verdict="contradicted",
            severity="error",
            reason=reason,
            allowed=0,
            certainty=certainty,
        )
    favours = outcome.says == "favours"
    if wording == HEDGED and certainty == "very low" and favours and not says_uncertain:
        reason += f" {ADD_UNCERTAIN}"
    return ceiling(
        route=route,
        wording=wording,
        limit=allowed(certainty, outcome),
        grave=grave,
        certainty=certainty,
        reason=reason,
        says_uncertain=says_uncertain,
    )


def ceiling(
    *,
    route: str,
    wording: int,
    limit: int,
    certainty: str,
    reason: str,
    grave: bool = False,
    says_uncertain: bool = False,
) -> Ruling:
    """Hold a wording against the strongest that is allowed; `grave` makes plain wording an error.

    Distance is counted from the row in which the certainty's bare words stand; at high certainty
    both plain and demonstrated wording stand in it. At very low certainty a hedge stands too if
    the sentence says that the evidence is very uncertain, whichever way that leans.
    """
    if wording == HEDGED and certainty == "very low" and says_uncertain:
        limit = HEDGED
    if wording <= limit:
        return Ruling(
            route=route,
            verdict="wording fits",
            severity="none",
            reason=reason,
            allowed=limit,
            certainty=certainty,
        )
    severity: Severity = "warning" if wording - limit >= FAR else "suggestion"
    if wording >= DEMONSTRATED or (grave and wording >= PLAIN):
        severity = "error"
    return Ruling(
        route=route,
        verdict="overstated",
        severity=severity,
        allowed=limit,
        certainty=certainty,
        reason=f"{reason} {said(wording, limit, certainty)}",
    )


def without_evidence(*, route: str, wording: int, about: str, limit: int, reason: str) -> Ruling:
    """Rule on a sentence for which no direct evidence was found.

    Hedged: a suggestion; "can": a warning; plain: an error on disease, treatment and body
    chemistry, a warning on appearance and comfort; demonstrated and absolute: errors.
    """
    if wording <= limit:
        return Ruling(
            route=route,
            verdict="wording fits",
            severity="none",
            reason=reason,
            allowed=limit,
            certainty="none",
        )
    severity: Severity = "suggestion" if wording == HEDGED else "warning"
    if wording >= DEMONSTRATED or (wording == PLAIN and about in GRAVE):
        severity = "error"
    return Ruling(
        route=route,
        verdict="no direct evidence",
        severity=severity,
        allowed=limit,
        certainty="none",
        reason=reason,
    )


def carried(limit: int, certainty: str | None) -> str:
    """Return the words that evidence carries, in quotation marks.

    At very low certainty a hedge stands as well, if the sentence says how uncertain it is.
    """
    words = f"“{PHRASES[limit]}”"
    if limit == 0 and certainty == "very low":
        return f"{words}, or “may, but the evidence is very uncertain”"
    return words


def said(wording: int, limit: int, certainty: str | None) -> str:
    """Say how strong a sentence is and what the evidence carries instead."""
    words = carried(limit, certainty)
    return f"The sentence is {WORDING[wording]} wording; the evidence carries {words}."
