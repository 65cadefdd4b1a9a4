"""From a body of evidence to its certainty, under one specification."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reviewkit.certainty import facts_of
from reviewkit.certainty.counting import Counted, count
from reviewkit.certainty.imprecision import imprecision
from reviewkit.certainty.inconsistency import inconsistency
from reviewkit.certainty.indirectness import indirectness
from reviewkit.certainty.proposal import CERTAINTY, LEVELS, Proposal, facts_hash
from reviewkit.certainty.publication_bias import publication_bias
from reviewkit.certainty.rating_up import RatingUpFacts, rating_up
from reviewkit.certainty.risk_of_bias import provisional, risk_of_bias
from reviewkit.certainty.slope import (
    imprecision_of_slope,
    inconsistency_of_slope,
    slope,
    slope_facts,
)
from reviewkit.certainty.start import Start
from reviewkit.certainty.synthesis_of import Synthesis, synthesise
from reviewkit.effects.choices import Specification
from reviewkit.evidence import Evidence
from reviewkit.records import Body, Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A proposal with the judgement beside it, and which of the two the certainty takes."""

    proposal: Proposal
    judgement: Judgement | None = None
    suspended: bool = False

    @property
    def down(self) -> int:
        """Levels to rate down: the judgement's, unless there is none or it is suspended."""
        if self.judgement is None or self.suspended:
            return self.proposal.down
        return LEVELS.index(self.judgement.is_)


@dataclass(frozen=True, slots=True, kw_only=True)
class OverallFacts:
    """What the step back saw: the start and the levels rated down, by domain."""

    start: int
    downs: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyGrade:
    """A body under one specification: results, synthesis, domains, certainty.

    Parameters
    ----------
    certainty
        ``high`` to ``very low``; ``none`` where nothing counts; ``not graded`` for evidence from
        cells, tissue or animals.
    rated_up
        Levels that a large effect without randomisation adds.
    summed
        What the start less the levels rated down comes to, before the step back.
    overall, overall_suspended, overall_facts
        The step back: a recorded judgement of the certainty as a whole, whether its facts have
        moved since, and the hash of the facts as they are.
    """

    body: Body
    specification: Mapping[str, str]
    results: tuple[Counted, ...]
    synthesis: Synthesis
    start: Start | None
    summed: str
    certainty: str
    domains: tuple[Judged, ...] = ()
    rated_up: int = 0
    provisional: bool = False
    overall: Judgement | None = None
    overall_suspended: bool = False
    overall_facts: str = ""
    settings: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()

    @property
    def counted(self) -> tuple[Counted, ...]:
        """The results that enter the main analysis."""
        return tuple(result for result in self.results if result.counts)


def grade_body(evidence: Evidence, body: Body, specification: Specification) -> BodyGrade:
    """Grade one body under one specification.

    What counts is decided in `reviewkit.certainty.counting`. A judgement takes the place of the
    proposal beside it, unless the facts it was made on have moved. A provisional body is never
    of high certainty.
    """
    results = count(evidence, body, specification)
    counted = [result for result in results if result.counts]
    effects = [result.effect for result in counted]
    moderator = body.question.moderator
    synthesis = (
        synthesise(effects, specification)
        if moderator is None
        else slope(evidence, effects, moderator, specification)
    )
    records = [evidence.result(result.use.result)[1] for result in counted]
    begin = counted[0].start if counted else None
    ungraded = BodyGrade(
        body=body,
        specification=dict(specification),
        results=tuple(results),
        synthesis=synthesis,
        start=begin,
        certainty="none" if begin is None else "not graded",
        summed="none" if begin is None else "not graded",
        settings=tuple(dict.fromkeys(record.setting for record in records)),
        contrasts=tuple(dict.fromkeys(record.contrast for record in records)),
    )
    if begin is None or begin.level is None:
        return ungraded
    bias = facts_of.risk_facts(evidence, counted, synthesis)
    measured = evidence.review.outcomes[body.question.outcome]
    note = synthesis.why_not or facts_of.mid_not_applied(body, measured, synthesis)
    if moderator is None:
        consistent = inconsistency(facts_of.inconsistency_facts(evidence, body, counted, synthesis))
        precise = imprecision(
            facts_of.imprecision_facts(evidence, body, counted, synthesis), note=note
        )
    else:
        consistent = inconsistency_of_slope(slope_facts(synthesis))
        precise = imprecision_of_slope(slope_facts(synthesis), note=note)
    proposals = (
        risk_of_bias(bias),
        consistent,
        indirectness(facts_of.indirectness_facts(counted, synthesis)),
        precise,
        publication_bias(facts_of.publication_facts(evidence, body, counted)),
    )
    domains = tuple(_judged(body, proposal) for proposal in proposals)
    down = sum(domain.down for domain in domains)
    up = rating_up(
        RatingUpFacts(
            start=begin.level,
            down=down,
            measure=synthesis.measure,  # a slope has words of its own, which rate nothing up
            estimate=synthesis.estimate,
        )
    )
    level = max(0, begin.level - down + up)
    if provisional(bias):
        level = min(level, CERTAINTY.index("moderate"))
    downs = tuple((d.proposal.domain, d.down) for d in domains)
    facts = facts_hash(
        OverallFacts(start=begin.level, downs=(*downs, ("rating-up", -up)) if up else downs)
    )
    overall = body.judgements.get("overall")
    suspended = overall is not None and overall.facts != facts
    final = CERTAINTY[level]
    if overall is not None and not suspended:
        final = str(overall.is_)
        if provisional(bias) and final == "high":
            final = "moderate"
    return replace(
        ungraded,
        domains=domains,
        rated_up=up,
        provisional=provisional(bias),
        summed=CERTAINTY[level],
        certainty=final,
        overall=overall,
        overall_suspended=suspended,
        overall_facts=facts,
    )


def _judged(body: Body, proposal: Proposal) -> Judged:
    judgement = body.judgements.get(proposal.domain)
    suspended = judgement is not None and judgement.facts != proposal.facts
    return Judged(proposal=proposal, judgement=judgement, suspended=suspended)
