"""The randomised trial that would settle a question: how many people, and what it would compare.

The number is the optimal information size, with the standard deviation, the minimal important
difference or the risk of the body itself where it has them.
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit import display
from reviewkit.certainty.body import BodyGrade
from reviewkit.certainty.imprecision_branches import OF_EVENTS
from reviewkit.certainty.information_size import (
    MODEST_RRR,
    MODEST_SMD,
    Kind,
    optimal_information_size,
    optimal_information_size_binary,
)
from reviewkit.certainty.proposal import CORE_GRADE_2, PROJECT, Mark
from reviewkit.evidence import Evidence
from reviewkit.records import PAIRED, Outcome

#: Shares with the event for which the number is told where the share is not known.
_SHARES = (0.1, 0.3, 0.5)
#: Measures in the outcome's own unit, of which the standardised effect gives the SD.
_IN_UNIT = frozenset({"MD", "MC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A randomised trial that would be enough information, in the terms of the body's question.

    Parameters
    ----------
    people
        In all; None where it cannot be computed, and `why_not` says why.
    kind
        ``two-arm``, or ``paired`` where the body compares sides or conditions in the same people.
    to_see
        The difference that so many people would let it see, with where its numbers are from.
    source, mark
        Who holds that to be the difference to see.
    so_far, randomised
        People in the results that count now; None where that is not known. Whether those results
        start high already.
    """

    people: int | None
    kind: Kind
    population: str
    intervention: str
    comparator: str
    outcome: str
    time: str
    to_see: str
    source: str
    mark: Mark
    so_far: int | None
    randomised: bool
    why_not: str = ""

    @property
    def had(self) -> bool:
        """Whether as many people have been randomised already: more are not what is missing."""
        known = self.people is not None and self.so_far is not None
        return known and self.randomised and (self.so_far or 0) >= (self.people or 0)


def trial_for(evidence: Evidence, grade: BodyGrade) -> Trial:
    """Return the randomised trial that would be enough information on a body's question.

    Two arms, ``4·(z_α + z_β)²·sd²/MID²``; events, with a relative change of 25% at the risk of the
    comparison groups; without either, a difference of 0.2 standard deviations, a convention.
    """
    asked = grade.body.question
    outcome = evidence.review.outcomes[asked.outcome]
    within = bool(grade.contrasts) and set(grade.contrasts) <= PAIRED
    kind: Kind = "paired" if within else "two-arm"
    sized = _of_events(grade) if _counts_events(grade) else _of_means(grade, outcome, kind)
    people, to_see, mark, why_not = sized
    return Trial(
        people=people,
        kind=kind,
        population=asked.population,
        intervention=evidence.review.interventions[asked.intervention].label,
        comparator=asked.comparator,
        outcome=outcome.label,
        time=asked.time,
        to_see=to_see,
        source=PROJECT if mark == "convention" else CORE_GRADE_2,
        mark=mark,
        so_far=grade.synthesis.n,
        randomised=grade.start is not None and grade.start.certainty == "high",
        why_not=why_not,
    )


_Sized = tuple[int | None, str, Mark, str]


def _counts_events(grade: BodyGrade) -> bool:
    return grade.synthesis.measure in OF_EVENTS | {"PR"}


def _of_events(grade: BodyGrade) -> _Sized:
    risk = grade.facts.control_risk if grade.facts else None
    word = f"a relative change of {MODEST_RRR:.0%}"
    rises = (grade.synthesis.estimate or 0.0) > 0
    if risk is None or not 0 < risk < 1:
        sizes = [
            f"{optimal_information_size_binary(share, rises=rises)} at {share:.0%}"
            for share in _SHARES
        ]
        why_not = (
            "that depends on the share of people with the event without it, which not every study "
            f"that counts prints in counts; to see {word}, about {display.joined(sizes)}"
        )
        return None, word, "transcribed", why_not
    people = optimal_information_size_binary(risk, rises=rises)
    way = "increase" if rises else "reduction"
    here = f"from {display.percent(risk, digits=2)} as in the comparison groups"
    return people, f"a relative {way} of {MODEST_RRR:.0%}, {here}", "transcribed", ""


def _of_means(grade: BodyGrade, outcome: Outcome, kind: Kind) -> _Sized:
    synthesis, mid = grade.synthesis, outcome.mid
    of = "the differences within people" if kind == "paired" else "what is measured"
    if kind != "paired" and synthesis.measure == "MC":
        of = "the change in each person"
    if mid != "none known":
        important = f"the minimal important difference, {mid.value} {mid.unit}"
        mark: Mark = "convention" if mid.basis == "convention" else "transcribed"
        if mid.unit == "SD" and synthesis.measure in {"", "SMD"}:
            people = optimal_information_size(kind=kind, difference=float(mid.value))
            return people, important, mark, ""
        sd = _sd(grade) if mid.unit == synthesis.unit else None
        if sd is not None:
            people = optimal_information_size(kind=kind, difference=float(mid.value), sd=sd)
            spread = f"{display.number(sd)} {mid.unit}"
            told = f"{important}, at a standard deviation of {spread} as in the results here"
            return people, told, mark, ""
        of += f"; in the unit of {important}, no standard deviation is printed"
    people = optimal_information_size(kind=kind)
    sd = _sd(grade)
    here = "" if sd is None else f", here {display.number(MODEST_SMD * sd)} {synthesis.unit}"
    return people, f"{MODEST_SMD} standard deviations of {of}{here}", "convention", ""


def _sd(grade: BodyGrade) -> float | None:
    """The standard deviation that the effect and its standardised form share; of changes for MC."""
    synthesis = grade.synthesis
    if synthesis.measure not in _IN_UNIT or not synthesis.standardised or not synthesis.estimate:
        return None
    return abs(synthesis.estimate / synthesis.standardised)
