"""The domains of a body: what is proposed, what was judged, and what would rate it otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.certainty import CERTAINTY, LEVELS, BodyGrade, Judged
from reviewkit.certainty.proposal import PROJECT, Quantity
from reviewkit.certainty.start import StartFacts, start
from reviewkit.evidence import Evidence
from reviewkit.records import Judgement

#: Comparisons that a body without them would be helped by, with their allocation.
_COMPARISONS = {"a comparison of groups": "not randomised", "a randomised one": "randomised"}


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
    so that the proposal stands in its place; `departs`, that a judgement takes other levels than
    the rule proposes. `facts` is the hash that a judgement records, `branch` the branch of the rule
    that was taken and `numbers` what was compared on the way.
    """

    domain: str
    proposed: str
    path: tuple[str, ...]
    source: str
    mark: str
    facts: str
    branch: str
    numbers: tuple[Quantity, ...]
    departs: bool
    judgement: JudgementAccount | None
    suspended: bool
    down: int

    @property
    def level(self) -> str:
        """The rating that the certainty takes, in GRADE's words."""
        return LEVELS[self.down]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingUpAccount:
    """What raises certainty without randomisation: by how much, by which branches, and how so."""

    up: int
    branches: tuple[str, ...]
    path: tuple[str, ...]
    source: str
    mark: str
    numbers: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """What the certainty would be without one domain's rating, the others staying as they are."""

    domain: str
    down: int
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Higher:
    """A contrast that would start higher than what the body has."""

    what: str
    certainty: str


def domain_account(evidence: Evidence, grade: BodyGrade, judged: Judged) -> DomainAccount:
    """Return one domain as a page tells it."""
    proposal = judged.proposal
    return DomainAccount(
        domain=proposal.domain,
        proposed=proposal.level,
        path=proposal.path,
        source=proposal.source if proposal.source != PROJECT else "",
        mark=proposal.mark,
        facts=proposal.facts,
        branch=proposal.branch,
        numbers=proposal.numbers,
        departs=judged.departs,
        judgement=judgement_account(evidence, grade, proposal.domain, judged.judgement),
        suspended=judged.suspended,
        down=judged.down,
    )


def rating_up_account(grade: BodyGrade) -> RatingUpAccount | None:
    """Return what raises certainty as a page tells it; None where nothing is graded."""
    found = grade.rating_up
    if found is None:
        return None
    return RatingUpAccount(
        up=found.up,
        branches=found.branches,
        path=found.path,
        source=found.source,
        mark=found.mark,
        numbers=found.numbers,
    )


def judgement_account(
    evidence: Evidence, grade: BodyGrade, domain: str, judgement: Judgement | None
) -> JudgementAccount | None:
    """Return a recorded judgement as a page tells it, with its place."""
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


def without(grade: BodyGrade) -> list[Without]:
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


def higher(grade: BodyGrade) -> list[Higher]:
    """Comparisons of groups that would start higher by the same rule, or at all if none counts."""
    if grade.start is not None and grade.start.level is None:
        return []
    now = -1 if grade.start is None else grade.start.level or 0
    found = []
    for what, allocation in _COMPARISONS.items():
        begin = start(
            StartFacts(
                contrast="between-arms",
                allocation=allocation,
                design="parallel-trial",
                setting="people",
                immediate=False,
                stable=False,
            )
        )
        if begin.level is not None and begin.level > now:
            found.append(Higher(what=what, certainty=begin.certainty))
    return found
