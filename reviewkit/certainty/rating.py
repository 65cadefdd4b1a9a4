"""From the facts of a body to its certainty: each domain, the sum, the step back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import get_args

from reviewkit.certainty.imprecision import imprecision
from reviewkit.certainty.imprecision_facts import ImprecisionFacts
from reviewkit.certainty.inconsistency import InconsistencyFacts, inconsistency
from reviewkit.certainty.indirectness import IndirectnessFacts, indirectness
from reviewkit.certainty.proposal import CERTAINTY, LEVELS, Domain, Proposal
from reviewkit.certainty.publication_bias import PublicationFacts, publication_bias
from reviewkit.certainty.rating_up import RatedUp, RatingUpFacts, rating_up
from reviewkit.certainty.risk_of_bias import RiskOfBiasFacts, provisional, risk_of_bias
from reviewkit.certainty.seen import facts_hash
from reviewkit.certainty.slope import SlopeFacts, imprecision_of_slope, inconsistency_of_slope
from reviewkit.records import Body, Judgement

_HIGH = CERTAINTY.index("high")


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainFacts:
    """All that the rules see of a body that starts at a level.

    Parameters
    ----------
    start
        Levels above very low.
    measure, estimate, control_risk
        Of the synthesis, and of its comparison groups: what rating up looks at.
    """

    start: int
    risk_of_bias: RiskOfBiasFacts
    inconsistency: InconsistencyFacts | SlopeFacts
    indirectness: IndirectnessFacts
    imprecision: ImprecisionFacts | SlopeFacts
    publication_bias: PublicationFacts
    measure: str
    estimate: float | None
    control_risk: float | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal with the judgement beside it, and which of the two the certainty takes.

    `suspended`: what was judged has moved, so that the proposal is taken. `carried`: under another
    specification the numbers have, and the rule proposes the same by the same branch, so that the
    judgement is taken.
    """

    proposal: Proposal
    judgement: Judgement | None = None
    suspended: bool = False
    carried: bool = False

    @property
    def down(self) -> int:
        """Levels to rate down: the judgement's, unless there is none or it is suspended."""
        if self.judgement is None or self.suspended:
            return self.proposal.taken.levels
        return LEVELS.index(self.judgement.is_)

    @property
    def departs(self) -> bool:
        """Whether a judgement that stands takes other levels than the rule proposes."""
        return self.down != self.proposal.down


@dataclass(frozen=True, slots=True, kw_only=True)
class OverallFacts:
    """What the step back saw: the start and the levels rated down, by domain."""

    start: int
    downs: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """What the rules and the judgements beside them make of the facts of a body.

    Parameters
    ----------
    facts
        What the rules saw.
    domains
        What each of the five proposes, with the judgement beside it.
    rating_up
        What raises certainty without randomisation, and by how much.
    provisional
        Whether the body is known mainly from abstracts.
    levels
        The start less the levels rated down, with those rated up: above very low, or below it.
    summed
        That in GRADE's words, very low at the lowest; of a provisional body, moderate at the most.
    overall, overall_suspended, overall_seen
        The step back: a recorded judgement of the certainty as a whole, whether its facts have
        moved since, and the facts as they are.
    """

    facts: DomainFacts
    domains: tuple[Judged, ...]
    rating_up: RatedUp
    provisional: bool
    levels: int
    summed: str
    overall: Judgement | None
    overall_suspended: bool
    overall_seen: OverallFacts

    @property
    def certainty(self) -> str:
        """The step back's, where one is recorded on these levels, else `summed`."""
        if self.overall is None or self.overall_suspended:
            return self.summed
        found = str(self.overall.is_)
        return "moderate" if self.provisional and found == "high" else found


def rate(body: Body, facts: DomainFacts, main: Sequence[Judged] = ()) -> Rated:
    """Rate a body on the facts given.

    A judgement takes the place of the proposal beside it, unless what it saw has moved: the
    facts, or what the rule proposes on them. A provisional body is never of high certainty.

    Parameters
    ----------
    body, facts
        The body, and what the rules see of it.
    main
        For another specification than the main one, the domains under that. What was judged there
        is a proposal: the level, and the branch that led to it. Where the rule proposes the same
        here, a judgement that stands in the main analysis stands here too, although a weight or a
        limit has another digit; where it proposes something else, the judgement is suspended. A
        convention of this project.
    """
    proposals = (
        risk_of_bias(facts.risk_of_bias),
        _inconsistency(facts.inconsistency),
        indirectness(facts.indirectness),
        _imprecision(facts.imprecision),
        publication_bias(facts.publication_bias),
    )
    domains = tuple(map(judged, repeat(body), proposals, main or repeat(None)))
    downs = tuple([domain.down for domain in domains])
    down = sum(downs)
    raised = rating_up(
        RatingUpFacts(
            start=facts.start,
            down=down,
            measure=facts.measure,
            estimate=facts.estimate,
            control_risk=facts.control_risk,
            gradient=body.gradient is not None,
        )
    )
    up = raised.up
    levels = facts.start - down + up
    unread = provisional(facts.risk_of_bias)
    summed = CERTAINTY[min(max(0, levels), _HIGH - 1 if unread else _HIGH)]
    overall, seen = body.judgements.get("overall"), _summed(facts.start, downs, up)
    return Rated(
        facts=facts,
        domains=domains,
        rating_up=raised,
        provisional=unread,
        levels=levels,
        summed=summed,
        overall=overall,
        overall_suspended=overall is not None
        and (overall.proposal != summed or overall.facts != facts_hash(seen)),
        overall_seen=seen,
    )


@lru_cache(maxsize=1024)
def _summed(start: int, downs: tuple[int, ...], up: int) -> OverallFacts:
    """What a step back sees: what the domains come to, and what raises it."""
    seen = tuple(zip(get_args(Domain), downs, strict=True))
    return OverallFacts(start=start, downs=(*seen, ("rating-up", -up)) if up else seen)


def _inconsistency(facts: InconsistencyFacts | SlopeFacts) -> Proposal:
    return inconsistency_of_slope(facts) if isinstance(facts, SlopeFacts) else inconsistency(facts)


def _imprecision(facts: ImprecisionFacts | SlopeFacts) -> Proposal:
    return imprecision_of_slope(facts) if isinstance(facts, SlopeFacts) else imprecision(facts)


def judged(body: Body, proposal: Proposal, main: Judged | None = None) -> Judged:
    """Return a proposal with what is recorded beside it; `main` is that of the main analysis."""
    judgement = body.judgements.get(proposal.rule.domain)
    if judgement is None:
        return Judged(proposal)
    moved = judgement.proposal != proposal.level or judgement.facts != proposal.facts
    carried = (
        moved and main is not None and not main.suspended and main.proposal.taken is proposal.taken
    )
    return Judged(proposal, judgement, suspended=moved and not carried, carried=carried)
