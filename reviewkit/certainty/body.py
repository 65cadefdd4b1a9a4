"""From a body of evidence to its certainty, under one specification."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reviewkit.certainty import facts_of
from reviewkit.certainty.counting import Counted, count
from reviewkit.certainty.imprecision import Absolute, ImprecisionFacts
from reviewkit.certainty.lower_risk import weighed
from reviewkit.certainty.rating import DomainFacts, Judged, rate
from reviewkit.certainty.rating_up import RatedUp
from reviewkit.certainty.risk_of_bias import RiskOfBiasFacts
from reviewkit.certainty.slope import slope, slope_facts
from reviewkit.certainty.start import Start
from reviewkit.certainty.synthesis_of import Synthesis, synthesise
from reviewkit.effects.choices import Specification
from reviewkit.evidence import Evidence
from reviewkit.records import Body, Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyGrade:
    """A body under one specification: results, synthesis, domains, certainty.

    Parameters
    ----------
    certainty
        ``high`` to ``very low``; ``none`` where nothing counts; ``not graded`` for evidence from
        cells, tissue or animals.
    facts
        What the rules saw; None where nothing is graded.
    rating_up
        What raises certainty without randomisation, and by how much; `rated_up` is the levels.
    levels
        The start less the levels rated down, with those rated up: above very low, or below it.
    summed
        That in GRADE's words, before the step back.
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
    facts: DomainFacts | None = None
    domains: tuple[Judged, ...] = ()
    rating_up: RatedUp | None = None
    levels: int | None = None
    provisional: bool = False
    overall: Judgement | None = None
    overall_suspended: bool = False
    overall_facts: str = ""
    settings: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()

    @property
    def rated_up(self) -> int:
        """Levels that rating up adds."""
        return self.rating_up.up if self.rating_up else 0

    @property
    def absolute(self) -> Absolute | None:
        """The interval as events per 1,000, where the important difference is one of risk."""
        held = self.facts.imprecision if self.facts else None
        return held.absolute if isinstance(held, ImprecisionFacts) else None

    @property
    def counted(self) -> tuple[Counted, ...]:
        """The results that enter the main analysis."""
        return tuple(result for result in self.results if result.counts)


def grade_body(evidence: Evidence, body: Body, specification: Specification) -> BodyGrade:
    """Grade one body under one specification.

    What counts is decided in `reviewkit.certainty.counting`, and where studies at lower risk of
    bias stand alone in `reviewkit.certainty.lower_risk`; what the domains make of it in
    `reviewkit.certainty.rating`.
    """
    results, bias = weighed(evidence, count(evidence, body, specification), specification)
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
    facts = _facts(evidence, body, counted, synthesis, start=begin.level, bias=bias)
    rated = rate(body, facts)
    return replace(
        ungraded,
        facts=facts,
        domains=rated.domains,
        rating_up=rated.rating_up,
        levels=rated.levels,
        provisional=rated.provisional,
        summed=rated.summed,
        certainty=rated.certainty,
        overall=rated.overall,
        overall_suspended=rated.overall_suspended,
        overall_facts=rated.overall_facts,
    )


def _facts(
    evidence: Evidence,
    body: Body,
    counted: Sequence[Counted],
    synthesis: Synthesis,
    *,
    start: int,
    bias: RiskOfBiasFacts,
) -> DomainFacts:
    records = [evidence.result(result.use.result)[1] for result in counted]
    risk = facts_of.control_risk(records)
    outcome = evidence.review.outcomes[body.question.outcome]
    sloped = slope_facts(synthesis) if body.question.moderator is not None else None
    return DomainFacts(
        start=start,
        risk_of_bias=bias,
        inconsistency=sloped or facts_of.inconsistency_facts(evidence, body, counted, synthesis),
        indirectness=facts_of.indirectness_facts(counted, synthesis),
        imprecision=sloped or facts_of.imprecision_facts(evidence, body, counted, synthesis),
        publication_bias=facts_of.publication_facts(evidence, body, counted, synthesis),
        measure=synthesis.measure,
        estimate=synthesis.estimate,
        control_risk=risk,
        unit=synthesis.unit,
        note=synthesis.why_not or facts_of.mid_not_applied(body, outcome, synthesis, risk),
    )
