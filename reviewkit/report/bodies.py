"""A body of evidence as a page tells it: question, results, certainty by domain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reviewkit.certainty import CERTAINTY, LEVELS, BodyGrade, Judged
from reviewkit.certainty.proposal import PROJECT
from reviewkit.evidence import Evidence
from reviewkit.records import Judgement
from reviewkit.report.results import ResultAccount, cited, result_account
from reviewkit.review import GradedBody
from reviewkit.verdict import tell


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementAccount:
    """A recorded judgement: what, by whom, when, on which documents, why, beside which proposal."""

    is_: str
    by: str
    on: str
    read: tuple[str, ...]
    why: str
    proposal: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainAccount:
    """One domain: what the rule proposes and how it got there, and the judgement beside it.

    `down` is what the certainty takes; `suspended` says that the facts moved under the judgement,
    so that the proposal stands in its place. `facts` is the hash that a judgement records.
    """

    domain: str
    proposed: str
    path: tuple[str, ...]
    source: str
    mark: str
    facts: str
    judgement: JudgementAccount | None
    suspended: bool
    down: int

    @property
    def level(self) -> str:
        """The rating that the certainty takes, in GRADE's words."""
        return LEVELS[self.down]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """A result or study that bears on the question and does not count, with the reason."""

    ref: str
    cited: str
    why: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """What the certainty would be without one domain's rating, the others staying as they are."""

    domain: str
    down: int
    certainty: str


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
    certainty, summed
        As it stands, and what the start less the levels rated down comes to.
    overall, overall_suspended, overall_facts
        The step back: the judgement of the whole, whether its facts moved, and their hash.
    pooled, direction_count
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
    tells: str
    kind: str
    k: int
    n: int | None
    measure: str
    estimate: float | None
    lower: float | None
    upper: float | None
    scale: str
    unit: str
    pooled: str | None
    direction_count: str | None
    starts: str | None
    starts_why: str | None
    starts_source: str | None
    starts_mark: str | None
    certainty: str
    summed: str
    provisional: bool
    domains: tuple[DomainAccount, ...]
    overall: JudgementAccount | None
    overall_suspended: bool
    overall_facts: str
    without: tuple[Without, ...]
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
        """The start less the levels rated down, written out."""
        downs = " − ".join(str(domain.down) for domain in self.domains)
        total = sum(domain.down for domain in self.domains)
        start = self.starts or "none"
        floor = start in CERTAINTY and total > CERTAINTY.index(start)
        note = ", the lowest there is" if floor else ""
        return f"{start} − {downs} = {self.summed}{note}"


def body_account(
    evidence: Evidence, body: GradedBody, *, role: str = "own", why: str | None = None
) -> BodyAccount:
    """Return a graded body as a page tells it."""
    grade = body.main
    synthesis = grade.synthesis
    record = grade.body
    start = grade.start
    return BodyAccount(
        id=record.id,
        role=role,
        why=why,
        place=str(evidence.place("bodies", record.id)),
        question=_question(evidence, grade),
        directness=record.directness,
        threshold=record.threshold.target,
        threshold_why=record.threshold.why,
        tells=tell(evidence, grade),
        kind=synthesis.kind,
        k=synthesis.k,
        n=synthesis.n,
        measure=synthesis.measure,
        estimate=synthesis.estimate,
        lower=synthesis.ci.lower if synthesis.ci else None,
        upper=synthesis.ci.upper if synthesis.ci else None,
        scale=synthesis.scale,
        unit=synthesis.unit,
        pooled=synthesis.pooled.summary() if synthesis.pooled else None,
        direction_count=synthesis.count.summary() if synthesis.count else None,
        starts=start.certainty if start else None,
        starts_why=start.why if start else None,
        starts_source=start.source if start else None,
        starts_mark=start.mark if start else None,
        certainty=grade.certainty,
        summed=grade.summed,
        provisional=grade.provisional,
        domains=tuple(_domain(evidence, grade, judged) for judged in grade.domains),
        overall=_judgement(evidence, grade, "overall", grade.overall),
        overall_suspended=grade.overall_suspended,
        overall_facts=grade.overall_facts,
        without=tuple(_without(grade)),
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


def _domain(evidence: Evidence, grade: BodyGrade, judged: Judged) -> DomainAccount:
    proposal = judged.proposal
    return DomainAccount(
        domain=proposal.domain,
        proposed=proposal.level,
        path=proposal.path,
        source=proposal.source if proposal.source != PROJECT else "",
        mark=proposal.mark,
        facts=proposal.facts,
        judgement=_judgement(evidence, grade, proposal.domain, judged.judgement),
        suspended=judged.suspended,
        down=judged.down,
    )


def _judgement(
    evidence: Evidence, grade: BodyGrade, domain: str, judgement: Judgement | None
) -> JudgementAccount | None:
    if judgement is None:
        return None
    return JudgementAccount(
        is_=judgement.is_,
        by=judgement.by,
        on=judgement.on.isoformat(),
        read=judgement.read,
        why=judgement.why,
        proposal=judgement.proposal,
        place=str(evidence.place("bodies", grade.body.id, ("judgements", domain))),
    )


def _without(grade: BodyGrade) -> list[Without]:
    """The certainty that each domain's rating keeps from, before the step back."""
    if grade.start is None or grade.start.level is None:
        return []
    total = sum(judged.down for judged in grade.domains)
    highest = CERTAINTY.index("moderate" if grade.provisional else "high")
    return [
        Without(
            domain=judged.proposal.domain,
            down=judged.down,
            certainty=CERTAINTY[min(highest, max(0, grade.start.level - (total - judged.down)))],
        )
        for judged in grade.domains
        if judged.down
    ]


def _exclusions(evidence: Evidence, grade: BodyGrade) -> list[Exclusion]:
    found = []
    for position, excluded in enumerate(grade.body.excluded):
        ref = excluded.result or excluded.study or ""
        study = evidence.studies[ref.partition("#")[0]]
        place = evidence.place("bodies", grade.body.id, ("excluded", position))
        found.append(Exclusion(ref=ref, cited=cited(study), why=excluded.why, place=str(place)))
    return found


def plain(value: Any) -> Any:
    """Return values of this package as JSON-ready data, at full precision."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if hasattr(value, "__dataclass_fields__"):
        fields = value.__dataclass_fields__
        return {name.rstrip("_"): plain(getattr(value, name)) for name in fields}
    if isinstance(value, Mapping):
        return {str(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value
