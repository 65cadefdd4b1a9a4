"""Which results stand once risk of bias is weighed: all, or those at lower risk alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

from reviewkit.certainty.counting import Counted
from reviewkit.certainty.risk_of_bias import RiskOfBiasFacts, StudyRisk
from reviewkit.certainty.synthesis_of import Synthesis, synthesise
from reviewkit.effects.choices import Specification
from reviewkit.evidence import Evidence
from reviewkit.records import Study

#: Two-sided 5% point of the normal distribution: studies at lower and at high risk differ where
#: their pooled effects lie at least so many standard errors apart (a convention of this project;
#: Core GRADE says only that they differ).
APART = 1.959964


def weighed(
    evidence: Evidence, results: Sequence[Counted], specification: Specification
) -> tuple[list[Counted], RiskOfBiasFacts]:
    """Return the results, those at high risk left out where the others differ, and the facts.

    The facts are of all studies that would count, so that the path shows what was weighed.
    """
    counted = [result for result in results if result.counts]
    synthesis = synthesise([result.effect for result in counted], specification)
    studies = tuple(
        _risk(evidence.studies[result.effect.study], result, weight)
        for result, weight in zip(counted, synthesis.weights, strict=True)
    )
    lower = [result for result, risk in zip(counted, studies, strict=True) if risk.lower]
    high = [result for result, risk in zip(counted, studies, strict=True) if risk.overall == "high"]
    facts = RiskOfBiasFacts(
        studies=studies,
        charged_at_start=bool(counted) and all(result.start.uncontrolled for result in counted),
        differ=_differ(lower, high, specification),
    )
    if not facts.lower_alone:
        return list(results), facts
    why = "not known to be at lower risk of bias; those that are differ from those at high risk"
    return [
        replace(result, why_not=why) if result.counts and result not in lower else result
        for result in results
    ], facts


def _risk(study: Study, result: Counted, weight: float) -> StudyRisk:
    """A study's risk by its items; by the view of the whole where there are none."""
    found = study.assessed(result.effect.ref.partition("#")[2])
    whole = study.appraisal.overall if study.appraisal else "no information"
    return StudyRisk(
        study=study.id,
        overall=found.risk if found else whole,
        at_best=found.risk_at_best if found else whole,
        at_worst=found.risk_at_worst if found else whole,
        weight=weight,
        full_text=any(read.access == "full-text" for read in study.read.values()),
        by_item=found is not None,
    )


def _differ(
    lower: Sequence[Counted], high: Sequence[Counted], specification: Specification
) -> bool | None:
    """Whether the effects of two sets of results lie apart; None where they have none."""
    one, other = (
        synthesise([result.effect for result in group], specification) for group in (lower, high)
    )
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
