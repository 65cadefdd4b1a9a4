"""From a body of evidence to its certainty, under one specification."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviewkit.certainty.counting import Counted, Counting
from reviewkit.certainty.facts_of import domain_facts
from reviewkit.certainty.gathered import Gathered
from reviewkit.certainty.imprecision_facts import Absolute, ImprecisionFacts
from reviewkit.certainty.lower_risk import Sides, Weighing, weighed
from reviewkit.certainty.rating import DomainFacts, Judged, Rated, rate
from reviewkit.certainty.rating_up import RatedUp
from reviewkit.certainty.risk_of_bias import RiskOfBiasFacts
from reviewkit.certainty.seen import facts_hash
from reviewkit.certainty.slope import slope
from reviewkit.certainty.start import Start
from reviewkit.certainty.synthesis_of import Synthesis, Way, way_of
from reviewkit.certainty.together import Together, prepare
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
    rated
        What the rules and the judgements come to; None where nothing is graded.
    settings, contrasts
        Of the results that count, each once.
    """

    body: Body
    specification: Mapping[str, str]
    results: tuple[Counted, ...]
    synthesis: Synthesis
    start: Start | None
    certainty: str
    rated: Rated | None = None
    settings: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()

    @property
    def facts(self) -> DomainFacts | None:
        """What the rules saw; None where nothing is graded."""
        return self.rated.facts if self.rated else None

    @property
    def domains(self) -> tuple[Judged, ...]:
        """What each rule proposes with the judgement beside it; none where nothing is graded."""
        return self.rated.domains if self.rated else ()

    @property
    def rating_up(self) -> RatedUp | None:
        """What raises certainty without randomisation; None where nothing is graded."""
        return self.rated.rating_up if self.rated else None

    @property
    def rated_up(self) -> int:
        """Levels that rating up adds."""
        return self.rated.rating_up.up if self.rated else 0

    @property
    def levels(self) -> int | None:
        """The start less the levels rated down, with those rated up; None if nothing is graded."""
        return self.rated.levels if self.rated else None

    @property
    def summed(self) -> str:
        """That in GRADE's words, before the step back."""
        return self.rated.summed if self.rated else self.certainty

    @property
    def provisional(self) -> bool:
        """Whether it is known mainly from abstracts."""
        return self.rated is not None and self.rated.provisional

    @property
    def overall(self) -> Judgement | None:
        """The step back: a recorded judgement of the certainty as a whole."""
        return self.rated.overall if self.rated else None

    @property
    def overall_suspended(self) -> bool:
        """Whether what the step back saw has moved since."""
        return self.rated is not None and self.rated.overall_suspended

    @property
    def overall_facts(self) -> str:
        """Hash of what the step back sees; empty where nothing is graded."""
        return facts_hash(self.rated.overall_seen) if self.rated else ""

    @property
    def absolute(self) -> Absolute | None:
        """The interval as events per 1,000, where the important difference is one of risk."""
        held = self.rated.facts.imprecision if self.rated else None
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
        self._rated: dict[tuple[Hashable, ...], _Found] = {}

    def under(self, specifications: Sequence[Specification]) -> list[BodyGrade]:
        """Return the body's grade under each specification, in their order."""
        asked = self._asked(specifications)
        different = dict.fromkeys(asked)
        prepare((effects, way) for sides, way in different for effects in sides.sets)
        found = {each: self._found(*each) for each in different}
        return [
            _graded(*found[each], specification)
            for each, specification in zip(asked, specifications, strict=True)
        ]

    def declare(self, main: Specification) -> None:
        """Declare the main specification, whose judgements others are held against."""
        if not self._main:
            (grade,) = self.under([main])
            self._main = grade.domains
            self._rated.clear()

    def pools(self, specification: Specification) -> bool:
        """Return whether it bears on the body how effects are pooled under a specification.

        On what they say together, or on which of them count: those at lower risk of bias alone, if
        they carry enough of the weight and differ from those at high risk.
        """
        ((sides, way),) = self._asked([specification])
        weighing = sides.weighing(way)
        _, synthesis, _ = self._brought(sides, way, weighing)
        return synthesis.kind == "slope" or any(said.kind == "pooled" for said in weighing)

    def _asked(self, specifications: Sequence[Specification]) -> list[tuple[Sides, Way]]:
        """The results under each specification, and how it has them pooled."""
        counted = self._counting.under(specifications)
        return list(zip(map(self._sides_of, counted), map(way_of, specifications), strict=True))

    def _sides_of(self, results: tuple[Counted, ...]) -> Sides:
        if id(results) not in self._sides:
            self._sides[id(results)] = Sides(self._evidence, results, self._together)
        return self._sides[id(results)]

    def _found(self, sides: Sides, way: Way) -> _Found:
        """Rate once what came of the results, whichever way of pooling led there."""
        weighing = sides.weighing(way)
        ways = () if self._body.question.moderator is None else way
        key = (id(sides), *map(id, weighing), *ways)
        if key not in self._rated:
            gathered, synthesis, bias = self._brought(sides, way, weighing)
            rated = None
            if gathered.start is not None and gathered.start.level is not None:
                facts = domain_facts(gathered, synthesis, bias, start=gathered.start.level)
                rated = rate(self._body, facts, self._main)
            self._rated[key] = _Found(gathered, synthesis, rated)
        return self._rated[key]

    def _brought(
        self, sides: Sides, way: Way, weighing: Weighing
    ) -> tuple[Gathered, Synthesis, RiskOfBiasFacts]:
        results, synthesis, bias = weighed(sides, weighing)
        if id(results) not in self._gathered:
            self._gathered[id(results)] = Gathered(self._evidence, self._body, results)
        gathered = self._gathered[id(results)]
        if self._body.question.moderator is not None:
            moderator = self._body.question.moderator
            synthesis = slope(self._evidence, gathered.effects, moderator, way)
        return gathered, synthesis, bias


class _Found(NamedTuple):
    """What counts, what it says together, and what the rules make of that."""

    gathered: Gathered
    synthesis: Synthesis
    rated: Rated | None


def _graded(
    gathered: Gathered, synthesis: Synthesis, rated: Rated | None, specification: Specification
) -> BodyGrade:
    ungraded = "none" if gathered.start is None else "not graded"
    return BodyGrade(
        body=gathered.body,
        specification=specification,
        results=gathered.results,
        synthesis=synthesis,
        start=gathered.start,
        certainty=rated.certainty if rated else ungraded,
        rated=rated,
        settings=gathered.settings,
        contrasts=gathered.contrasts,
    )
