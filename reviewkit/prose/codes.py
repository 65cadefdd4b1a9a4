"""Every problem that the checker can find in a text: its code, its name and what it means.

Codes are stable: one is never given to another problem. P0 to P1 are about wording and evidence,
P2 about studies and figures, P3 the named rules, P9 the checker's own directives.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A kind of problem: its name in words, and what it means in a sentence."""

    code: str
    name: str
    means: str


_ALL = (
    ("P001", "not-covered", "A health claim that the evidence base does not cover."),
    ("P101", "overstated", "The wording is stronger than the certainty of the evidence."),
    ("P102", "no-direct-evidence", "No study of this base tested what the sentence claims."),
    ("P103", "contradicted", "The evidence speaks against what the sentence claims."),
    ("P104", "miscounted-evidence", "The evidence that the sentence speaks of is not there."),
    ("P201", "wrong-figure", "The study prints another number."),
    ("P202", "misattributed-figure", "The number stands in the record, but for something else."),
    ("P203", "unverifiable-figure", "What was read of the study does not hold this number."),
    ("P204", "unknown-study", "The base does not know the study that the sentence tells of."),
    ("P211", "wrong-report", "The study found something else."),
    ("P212", "incomplete-report", "The report leaves out what a reader needs to weigh it."),
    ("P213", "inconsistent-source", "The study's own account contradicts itself on this."),
    ("P214", "unconfirmed-report", "What was read of the study does not say so."),
    ("P215", "one-study-told-as-several", "Several studies are spoken of where there is one."),
    ("P216", "borrowed-figure", "A finding on another treatment is told as one on this."),
    ("P301", "absolute-safety", "No treatment is without any risk."),
    ("P302", "mechanism-as-proof", "How something might work is offered as proof that it does."),
    ("P303", "association-as-cause", "An association is read as a cause."),
    ("P304", "single-study", "One study is offered as if it settled the question."),
    ("P305", "testimonial", "A personal experience is offered as evidence."),
    ("P306", "expert-opinion", "Somebody's authority is offered instead of evidence."),
    ("P307", "more-is-better", "More of a treatment is taken to do more good."),
    ("P901", "ignored-without-reason", "A directive to ignore a problem gives no reason."),
    ("P902", "unused-directive", "A directive to ignore names no problem that is there."),
)

CODES: dict[str, Code] = {
    code: Code(code=code, name=name, means=means) for code, name, means in _ALL
}
"""Every code, in order."""

OF_VERDICT = {
    "not covered": "P001",
    "overstated": "P101",
    "no direct evidence": "P102",
    "contradicted": "P103",
}
"""The code of a verdict on a claim's wording that is a problem."""
