"""A body of evidence as a page tells it: question, results, certainty by domain."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.certainty import CERTAINTY, BodyGrade, Moving, moving
from reviewkit.effects.measures import MEASURES
from reviewkit.evidence import Evidence
from reviewkit.report.domains import (
    DomainAccount,
    Higher,
    JudgementAccount,
    RatingUpAccount,
    Without,
    domain_account,
    higher,
    judgement_account,
    rating_up_account,
    without,
)
from reviewkit.report.p_values import combined_text
from reviewkit.report.pooling import directions_text, pooled_text
from reviewkit.report.results import ResultAccount, cited, result_account
from reviewkit.report.saying import statement_of
from reviewkit.review import GradedBody
from reviewkit.verdict import tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """A result or study that bears on the question and does not count, with the reason."""

    ref: str
    cited: str
    why: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyAccount:
    """A body under its main specification.

    Parameters
    ----------
    role, why
        How the claim uses it: ``own``, ``link`` (of a mechanism) or ``beside``; and the name of
        the link or the reason why it stands beside.
    tells
        The body in one sentence.
    statement
        What it may say: GRADE's informative statement; None where it tells of no effect.
    mid
        The minimal important difference that it is held against, with its source; None where the
        threshold is no difference.
    certainty, summed
        As it stands, and what the start comes to with the levels rated down and up.
    overall, overall_suspended, overall_facts
        The step back: the judgement of the whole, whether its facts moved, and their hash.
    reversed
        Whether the estimate is a ratio of the opposite, rising as the outcome falls.
    rated_up, rating_up
        Levels that rating up adds, and how that came about.
    moving
        What would move its certainty.
    pooled, directions, p_values
        The synthesis in sentences of its own, where there is one.
    """

    id: str
    role: str
    why: str | None
    place: str
    question: str
    directness: str
    threshold: str
    threshold_why: str
    mid: str | None
    size: str | None
    tells: str
    statement: str | None
    kind: str
    k: int
    n: int | None
    measure: str
    estimate: float | None
    lower: float | None
    upper: float | None
    scale: str
    unit: str
    reversed: bool
    pooled: str | None
    directions: str | None
    p_values: str | None
    starts: str | None
    starts_why: str | None
    starts_source: str | None
    starts_mark: str | None
    certainty: str
    rated_up: int
    rating_up: RatingUpAccount | None
    summed: str
    provisional: bool
    domains: tuple[DomainAccount, ...]
    overall: JudgementAccount | None
    overall_suspended: bool
    overall_facts: str
    without: tuple[Without, ...]
    higher: tuple[Higher, ...]
    moving: Moving
    results: tuple[ResultAccount, ...]
    excluded: tuple[Exclusion, ...]
    searched: str
    unpublished: tuple[str, ...]
    note: str | None

    @property
    def counted(self) -> tuple[ResultAccount, ...]:
        """The results that enter the main analysis."""
        return tuple(result for result in self.results if result.counts)

    @property
    def left_out(self) -> tuple[ResultAccount, ...]:
        """The results that the body holds and the main analysis leaves out."""
        return tuple(result for result in self.results if not result.counts)

    @property
    def sum(self) -> str:
        """The start with the levels rated down and up, written out."""
        downs = " − ".join(str(domain.down) for domain in self.domains)
        total = sum(domain.down for domain in self.domains)
        start = self.starts or "none"
        floor = start in CERTAINTY and total > CERTAINTY.index(start)
        note = ", the lowest there is" if floor else ""
        up = f" + {self.rated_up} (rated up)" if self.rated_up else ""
        return f"{start} − {downs}{up} = {self.summed}{note}"


def body_account(
    evidence: Evidence, body: GradedBody, *, role: str = "own", why: str | None = None
) -> BodyAccount:
    """Return a graded body as a page tells it."""
    grade = body.main
    synthesis = grade.synthesis
    record = grade.body
    begin = grade.start
    return BodyAccount(
        id=record.id,
        role=role,
        why=why,
        place=str(evidence.place("bodies", record.id)),
        question=_question(evidence, grade),
        directness=record.directness,
        threshold=record.threshold.target,
        threshold_why=record.threshold.why,
        mid=_mid(evidence, grade),
        size=_size(grade),
        tells=tell(evidence, grade),
        statement=statement_of(evidence, grade),
        kind=synthesis.kind,
        k=synthesis.k,
        n=synthesis.n,
        measure=synthesis.measure,
        estimate=synthesis.estimate,
        lower=synthesis.ci.lower if synthesis.ci else None,
        upper=synthesis.ci.upper if synthesis.ci else None,
        scale=synthesis.scale,
        unit=synthesis.unit,
        reversed=synthesis.reversed,
        pooled=pooled_text(synthesis),
        directions=directions_text(synthesis),
        p_values=combined_text(evidence, grade),
        starts=begin.certainty if begin else None,
        starts_why=begin.why if begin else None,
        starts_source=begin.source if begin else None,
        starts_mark=begin.mark if begin else None,
        certainty=grade.certainty,
        rated_up=grade.rated_up,
        rating_up=rating_up_account(grade),
        summed=grade.summed,
        provisional=grade.provisional,
        domains=tuple(domain_account(evidence, grade, judged) for judged in grade.domains),
        overall=judgement_account(evidence, grade, "overall", grade.overall),
        overall_suspended=grade.overall_suspended,
        overall_facts=grade.overall_facts,
        without=tuple(without(grade)),
        higher=tuple(higher(grade)),
        moving=moving(evidence, grade, zip(body.multiverse.specifications, body.all, strict=True)),
        results=tuple(result_account(evidence, counted) for counted in grade.results),
        excluded=tuple(_exclusions(evidence, grade)),
        searched=record.searched,
        unpublished=record.unpublished,
        note=record.note,
    )


def _question(evidence: Evidence, grade: BodyGrade) -> str:
    asked = grade.body.question
    intervention = evidence.review.interventions[asked.intervention].label
    outcome = evidence.review.outcomes[asked.outcome].label
    return (
        f"{asked.population}: {intervention}, against {asked.comparator}; {outcome}, {asked.time}"
    )


def _mid(evidence: Evidence, grade: BodyGrade) -> str | None:
    mid = evidence.review.outcomes[grade.body.question.outcome].mid
    if grade.body.threshold.target != "mid" or isinstance(mid, str):
        return None
    basis = "a convention" if mid.basis == "convention" else mid.basis
    return f"{mid.value} {mid.unit} ({basis}; {mid.source})"


def _size(grade: BodyGrade) -> str | None:
    size = grade.body.threshold.size
    if size is None:
        return None
    return f"{MEASURES.get(grade.synthesis.measure, 'effect')} of {size}"


def _exclusions(evidence: Evidence, grade: BodyGrade) -> list[Exclusion]:
    found = []
    for position, excluded in enumerate(grade.body.excluded):
        ref = excluded.result or excluded.study or ""
        study = evidence.studies[ref.partition("#")[0]]
        place = evidence.place("bodies", grade.body.id, ("excluded", position))
        found.append(Exclusion(ref=ref, cited=cited(study), why=excluded.why, place=str(place)))
    return found
