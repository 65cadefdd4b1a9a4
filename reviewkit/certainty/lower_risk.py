"""Which results stand once risk of bias is weighed: all, or those at lower risk alone."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import compress
from math import sqrt
from typing import NamedTuple

from reviewkit.certainty.counting import Counted
from reviewkit.certainty.risk_of_bias import Appraised, RiskOfBiasFacts, StudyRisk
from reviewkit.certainty.synthesis_of import Synthesis, Way
from reviewkit.certainty.together import Together
from reviewkit.evidence import Evidence
from reviewkit.records import Study

#: Two-sided 5% point of the normal distribution: studies at lower and at high risk differ where
#: their pooled effects lie at least so many standard errors apart (a convention of this project;
#: Core GRADE says only that they differ).
APART = 1.959964


class Weighing(NamedTuple):
    """What the results say: all that count, those at lower risk of bias, those at high risk."""

    whole: Synthesis
    lower: Synthesis
    high: Synthesis


class Sides:
    """The results of a body by what is known of their risk of bias, whatever they find.

    Attributes
    ----------
    sets
        The effects of all that count, of those known to be at lower risk, of those at high risk.
    """

    def __init__(
        self, evidence: Evidence, results: tuple[Counted, ...], together: Together
    ) -> None:
        self.results = results
        counted = tuple(result for result in results if result.counts)
        self.appraised = Appraised(
            tuple(_risk(evidence.studies[c.effect.study], c) for c in counted)
        )
        self._lower = tuple(compress(counted, self.appraised.lower))
        effects = tuple(result.effect for result in counted)
        lower, high = self.appraised.lower, self.appraised.high
        self.sets = tuple(
            together.set_of(each)
            for each in (effects, tuple(compress(effects, lower)), tuple(compress(effects, high)))
        )
        self.charged = bool(counted) and all(c.start.uncontrolled for c in counted)

    def weighing(self, way: Way) -> Weighing:
        """Return what each of these sets says together, pooled in one way."""
        return Weighing(*[effects.pooled_by(way) for effects in self.sets])

    @cached_property
    def alone(self) -> tuple[Counted, ...]:
        """The results with those at high risk left out."""
        why = "not known to be at lower risk of bias; those that are differ from those at high risk"
        return tuple(
            replace(result, why_not=why) if result.counts and result not in self._lower else result
            for result in self.results
        )


def weighed(
    sides: Sides, weighing: Weighing
) -> tuple[tuple[Counted, ...], Synthesis, RiskOfBiasFacts]:
    """Return the results, those at high risk left out where the others differ, what they say, why.

    The facts are of all studies that would count, so that the path shows what was weighed.
    """
    facts = RiskOfBiasFacts(
        appraised=sides.appraised,
        weights=weighing.whole.weights,
        charged_at_start=sides.charged,
        differ=_differ(weighing.lower, weighing.high),
    )
    if facts.lower_alone:
        return sides.alone, weighing.lower, facts
    return sides.results, weighing.whole, facts


def _risk(study: Study, result: Counted) -> StudyRisk:
    """A study's risk by its items, else by the view of the whole."""
    found = study.assessed(result.effect.ref.partition("#")[2])
    whole = study.appraisal.overall if study.appraisal else "no information"
    return StudyRisk(
        study=study.id,
        overall=found.risk if found else whole,
        at_best=found.risk_at_best if found else whole,
        at_worst=found.risk_at_worst if found else whole,
        full_text=any(read.access == "full-text" for read in study.read.values()),
        by_item=found is not None,
    )


def _differ(one: Synthesis, other: Synthesis) -> bool | None:
    """Whether the effects of two sets of results lie apart; None where they have none."""
    first, second = _estimate(one), _estimate(other)
    alike = (one.measure, one.unit, one.reversed) == (other.measure, other.unit, other.reversed)
    if first is None or second is None or not alike:
        return None
    return abs(first[0] - second[0]) >= APART * sqrt(first[1] ** 2 + second[1] ** 2)


def _estimate(synthesis: Synthesis) -> tuple[float, float] | None:
    """The estimate of a set of results and its standard error."""
    if synthesis.estimate is None or synthesis.se is None:
        return None
    return synthesis.estimate, synthesis.se
