"""From a body of evidence to its certainty, under one specification."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from reviewkit.certainty import facts_of
from reviewkit.certainty.counting import Counted, Counting
from reviewkit.certainty.gathered import Gathered
from reviewkit.certainty.imprecision_facts import Absolute, ImprecisionFacts
from reviewkit.certainty.lower_risk import Sides, weighed
from reviewkit.certainty.rating import DomainFacts, Judged, OverallFacts, Rated, rate
from reviewkit.certainty.rating_up import RatedUp
from reviewkit.certainty.risk_of_bias import RiskOfBiasFacts
from reviewkit.certainty.seen import facts_hash
from reviewkit.certainty.slope import slope, slope_facts
from reviewkit.certainty.start import Start
from reviewkit.certainty.synthesis_of import Kind, Synthesis, Together, Way, way_of
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
    overall, overall_suspended, overall_seen
        The step back: a recorded judgement of the certainty as a whole, whether its facts have
        moved since, and the facts as they are, of which `overall_facts` is the hash.
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
    overall_seen: OverallFacts | None = None
    settings: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()

    @property
    def rated_up(self) -> int:
        """Levels that rating up adds."""
        return self.rating_up.up if self.rating_up else 0

    @property
    def overall_facts(self) -> str:
        """Hash of what the step back saw; empty where nothing is graded."""
        return facts_hash(self.overall_seen) if self.overall_seen else ""

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
    """Grade one body under one specification; `Grading` says how."""
    return Grading(evidence, body).under([specification])[0]


class Grading:
    """A body's grade under any specifications, each stage done once on what it consumes.

    What counts is decided in `reviewkit.certainty.counting`, and where studies at lower risk of
    bias stand alone in `reviewkit.certainty.lower_risk`; what the domains make of it in
    `reviewkit.certainty.rating`. An effect is made once for what bears on it, the results are
    decided on once for a set of effects, pooled once for a set and a way of pooling, and rated once
    for what came of that.
    """

    def __init__(self, evidence: Evidence, body: Body) -> None:
        self._evidence = evidence
        self._body = body
        self._counting = Counting(evidence, body)
        self._together = Together()
        self._sides: dict[int, Sides] = {}
        self._gathered: dict[int, Gathered] = {}
        self._main: tuple[Judged, ...] = ()
        self._graded: dict[tuple[Hashable, ...], dict[str, Any]] = {}

    def under(self, specifications: Sequence[Specification]) -> list[BodyGrade]:
        """Return the body's grade under each specification, in their order."""
        asked = [(self._under(spec), way_of(spec)) for spec in specifications]
        different = {(id(sides), way): (sides, way) for sides, way in asked}
        self._together.prepare(
            (effects, way) for sides, way in different.values() for effects in sides.asked
        )
        found = {key: self._grade(sides, way) for key, (sides, way) in different.items()}
        return [
            BodyGrade(**found[id(sides), way], specification=specification)
            for (sides, way), specification in zip(asked, specifications, strict=True)
        ]

    def declare(self, main: Specification) -> None:
        """Declare the main specification, whose judgements others are held against."""
        if not self._main:
            (grade,) = self.under([main])
            self._main = grade.domains
            self._graded.clear()

    def kind(self, specification: Specification) -> Kind:
        """Return how the results come together under a specification."""
        return self._brought(self._under(specification), way_of(specification))[1].kind

    def _under(self, specification: Specification) -> Sides:
        results = self._counting.under(specification)
        if id(results) not in self._sides:
            self._sides[id(results)] = Sides(self._evidence, results)
        return self._sides[id(results)]

    def _grade(self, sides: Sides, way: Way) -> dict[str, Any]:
        """Rate once what came of the results, whichever way of pooling led there."""
        ways = [way] if self._body.question.moderator is not None else []
        weighing = [self._together.of(effects, way) for effects in sides.asked]
        key = (id(sides), *map(id, weighing), *ways)
        if key not in self._graded:
            self._graded[key] = _graded(*self._brought(sides, way), main=self._main)
        return self._graded[key]

    def _brought(self, sides: Sides, way: Way) -> tuple[Gathered, Synthesis, RiskOfBiasFacts]:
        results, bias = weighed(sides, self._together, way)
        if id(results) not in self._gathered:
            self._gathered[id(results)] = Gathered(self._evidence, self._body, results)
        gathered = self._gathered[id(results)]
        moderator = self._body.question.moderator
        if moderator is None:
            return gathered, self._together.of(gathered.effects, way), bias
        return gathered, slope(self._evidence, gathered.effects, moderator, way), bias


def _graded(
    gathered: Gathered, synthesis: Synthesis, bias: RiskOfBiasFacts, *, main: Sequence[Judged]
) -> dict[str, Any]:
    """Return the fields of the grade of what counts, all but its specification."""
    begin = gathered.start
    known = {
        "body": gathered.body,
        "results": gathered.results,
        "synthesis": synthesis,
        "start": begin,
        "settings": gathered.settings,
        "contrasts": gathered.contrasts,
    }
    if begin is None or begin.level is None:
        word = "none" if begin is None else "not graded"
        return {**known, "certainty": word, "summed": word}
    facts = _facts(gathered, synthesis, start=begin.level, bias=bias)
    rated = rate(gathered.body, facts, main)
    told = {name: getattr(rated, name) for name in _RATED}
    return {**known, "facts": facts, **told}


_RATED = tuple(field.name for field in fields(Rated))


def _facts(
    gathered: Gathered, synthesis: Synthesis, *, start: int, bias: RiskOfBiasFacts
) -> DomainFacts:
    body, risk = gathered.body, gathered.control_risk
    note = synthesis.why_not or facts_of.mid_not_applied(body, gathered.outcome, synthesis, risk)
    sloped = slope_facts(synthesis, note) if body.question.moderator is not None else None
    threshold = 0.0 if sloped else facts_of.threshold_of(gathered, synthesis)
    return DomainFacts(
        start=start,
        risk_of_bias=bias,
        inconsistency=sloped or facts_of.inconsistency_facts(gathered, synthesis, threshold),
        indirectness=facts_of.indirectness_facts(gathered, synthesis),
        imprecision=sloped or facts_of.imprecision_facts(gathered, synthesis, threshold, note),
        publication_bias=facts_of.publication_facts(gathered, synthesis),
        measure=synthesis.measure,
        estimate=synthesis.estimate,
        control_risk=risk,
    )
