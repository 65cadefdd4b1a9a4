"""What the routes need to know of one sentence and of the evidence behind its claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from reviewkit.certainty import BodyGrade, mid_of, size_of
from reviewkit.evidence import Evidence
from reviewkit.records import Claim, Figure, Mention
from reviewkit.records.claim import Reported
from reviewkit.verdict.outcome import Outcome, outcome
from reviewkit.verdict.wording import PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence that makes a claim, or the claim's own statement as a plain assertion.

    `grades` holds the bodies of the claim under one specification.
    """

    evidence: Evidence
    claim: Claim
    grades: Mapping[str, BodyGrade]
    kinds: tuple[str, ...]
    wording: int
    stance: str = "asserts"
    names: tuple[str, ...] = ()
    setting: str | None = None
    numbers: tuple[Figure, ...] = ()
    reports: tuple[Reported, ...] = ()
    untestable: str | None = None
    bare: str | None = None

    @property
    def about(self) -> str:
        """What the claim's outcome is about: disorder, body chemistry, appearance, comfort."""
        return self.evidence.review.outcomes[self.claim.outcome].about

    @property
    def names_source(self) -> bool:
        """Whether the sentence says where its evidence comes from."""
        return bool({"setting", "source"} & set(self.names))

    @property
    def says_uncertain(self) -> bool:
        """Whether the sentence says that the evidence is very uncertain."""
        return "uncertainty" in self.names

    def names_setting(self, grade: BodyGrade) -> bool:
        """Whether the sentence says in what a body's results were seen: cells, tissue, animals."""
        if self.setting is not None:
            return self.setting in grade.settings
        return "setting" in self.names

    def is_grave(self, certainty: str) -> bool:
        """Whether plain wording is an error: on a disorder, at very low certainty."""
        return self.about == "disorder" and certainty == "very low"

    def grade(self, body: str) -> BodyGrade:
        """Return a body's grade."""
        return self.grades[body]

    def outcome(self, grade: BodyGrade) -> Outcome:
        """Return what a body says of this claim's direction, or of the one said to favour it."""
        measured = self.evidence.review.outcomes[grade.body.question.outcome]
        return outcome(
            grade,
            self.favours(grade.body.id),
            mid_of(measured, grade.synthesis),
            size=size_of(grade.body, grade.synthesis),
        )

    def favours(self, body: str) -> str:
        """Return the direction of a body's outcome that speaks for the claim."""
        links = ((link.body, link.favours) for link in self.claim.links)
        others = ((beside.body, beside.favours) for beside in self.claim.beside)
        for name, favours in chain(links, others):
            if name == body and favours:
                return favours
        return self.claim.direction


def of_mention(
    evidence: Evidence, claim: Claim, grades: Mapping[str, BodyGrade], mention: Mention
) -> Sentence:
    """Return a recorded mention as a sentence to rule on."""
    return Sentence(
        evidence=evidence,
        claim=claim,
        grades=grades,
        kinds=mention.kinds,
        wording=mention.wording,
        stance=mention.stance,
        names=mention.names,
        setting=mention.setting,
        numbers=mention.numbers,
        reports=mention.reports,
        untestable=mention.untestable,
        bare=mention.bare,
    )


def of_statement(evidence: Evidence, claim: Claim, grades: Mapping[str, BodyGrade]) -> Sentence:
    """Return the claim's own statement, as a plain assertion that names nothing."""
    return Sentence(
        evidence=evidence,
        claim=claim,
        grades=grades,
        kinds=(claim.kind,),
        wording=PLAIN,
        numbers=claim.numbers,
        reports=claim.reports,
    )
