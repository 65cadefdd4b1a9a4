"""What each domain's rule sees of a body: plain facts, gathered from the records."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reviewkit.certainty.counting import Counted
from reviewkit.certainty.imprecision import ImprecisionFacts
from reviewkit.certainty.inconsistency import InconsistencyFacts
from reviewkit.certainty.indirectness import IndirectnessFacts, ResultConcerns
from reviewkit.certainty.publication_bias import PublicationFacts, StudySponsor
from reviewkit.certainty.risk_of_bias import RiskOfBiasFacts, StudyRisk
from reviewkit.certainty.synthesis_of import Synthesis
from reviewkit.evidence import Evidence
from reviewkit.records import PAIRED, Body, Outcome, Result, Study
from reviewkit.records.review import Mid

#: Contrasts within the same people: one set of them is the whole sample.
_SAME_PEOPLE = PAIRED | {"within-arm"}


def risk_facts(
    evidence: Evidence, counted: Sequence[Counted], synthesis: Synthesis
) -> RiskOfBiasFacts:
    """Gather what `risk_of_bias` sees; charged at the start only where no result is controlled."""
    studies = []
    for result, weight in zip(counted, synthesis.weights, strict=True):
        study = evidence.studies[result.effect.study]
        studies.append(
            StudyRisk(
                study=study.id,
                overall=study.appraisal.overall if study.appraisal else "no information",
                weight=weight,
                full_text=any(read.access == "full-text" for read in study.read.values()),
            )
        )
    charged = all(result.start.uncontrolled for result in counted)
    return RiskOfBiasFacts(studies=tuple(studies), charged_at_start=charged)


def mid_of(outcome: Outcome, synthesis: Synthesis) -> float | None:
    """Return the minimal important difference on the scale of a synthesis.

    None where none is known or where it is given in another unit than the effect, so that it
    never stands against numbers of another kind. That of a standardised difference is in SD.
    """
    if outcome.mid == "none known" or _other_kind(outcome.mid, synthesis):
        return None
    return float(outcome.mid.value)


def size_of(body: Body, synthesis: Synthesis) -> float | None:
    """Return the size that a body targets, above 0 and on the scale of a synthesis; None without.

    The size of a ratio is how far it is from 1: that of 0.5 is the logarithm of 2.
    """
    size = body.threshold.size
    if size is None or synthesis.kind == "slope":
        return None
    return abs(math.log(float(size))) if synthesis.scale == "log" else float(size)


def _other_kind(mid: Mid, synthesis: Synthesis) -> str:
    """Why a minimal important difference cannot stand against a synthesis; empty if it can."""
    if synthesis.kind == "slope":
        return f"it is a difference in {mid.unit} and the effect is a slope"
    if synthesis.scale == "log":
        return f"it is a difference in {mid.unit} and the effect is a ratio"
    unit = "SD" if synthesis.measure == "SMD" else synthesis.unit
    if mid.unit == unit:
        return ""
    return f"it is in {mid.unit} and the effect {f'in {unit}' if unit else 'has no unit'}"


def mid_not_applied(body: Body, outcome: Outcome, synthesis: Synthesis) -> str:
    """Say why a targeted minimal important difference is not the threshold; empty if it is.

    Without an interval nothing is held against a threshold, and a share has none.
    """
    if body.threshold.target != "mid" or synthesis.ci is None or synthesis.measure == "PR":
        return ""
    mid = outcome.mid
    why = "none is known" if mid == "none known" else _other_kind(mid, synthesis)
    told = f"the minimal important difference is not applicable, because {why}"
    return f"{told}; held against no difference" if why else ""


def _threshold(body: Body, outcome: Outcome, synthesis: Synthesis) -> float:
    """Return the null, or the minimal important difference or the size if the body targets it."""
    if (size := size_of(body, synthesis)) is not None:
        return size
    mid = mid_of(outcome, synthesis) if body.threshold.target == "mid" else None
    return mid or 0.0


def inconsistency_facts(
    evidence: Evidence, body: Body, counted: Sequence[Counted], synthesis: Synthesis
) -> InconsistencyFacts:
    """Gather what `inconsistency` sees; the threshold lies on the side of the estimate."""
    threshold = _threshold(body, evidence.review.outcomes[body.question.outcome], synthesis)
    intervals = tuple(
        (effect.estimate, effect.ci.lower, effect.ci.upper)
        for effect in (result.effect.effect for result in counted)
        if effect is not None and effect.ci is not None and synthesis.kind == "pooled"
    )
    return InconsistencyFacts(
        intervals=intervals,
        directions=tuple(result.effect.direction for result in counted),
        threshold=-threshold if (synthesis.estimate or 0.0) < 0 and threshold else threshold,
        i2=synthesis.pooled.i2 if synthesis.pooled else None,
    )


def indirectness_facts(counted: Sequence[Counted], synthesis: Synthesis) -> IndirectnessFacts:
    """Gather what `indirectness` sees."""
    return IndirectnessFacts(
        results=tuple(
            ResultConcerns(
                result=result.use.result,
                elements=tuple(sorted(result.use.directness)),
                weight=weight,
            )
            for result, weight in zip(counted, synthesis.weights, strict=True)
        )
    )


def imprecision_facts(
    evidence: Evidence, body: Body, counted: Sequence[Counted], synthesis: Synthesis
) -> ImprecisionFacts:
    """Gather what `imprecision` sees; a share without comparison has no threshold to cross."""
    outcome = evidence.review.outcomes[body.question.outcome]
    records = [evidence.result(result.use.result)[1] for result in counted]
    share = synthesis.measure == "PR"
    interval = None if share else synthesis.ci
    return ImprecisionFacts(
        measure=synthesis.measure,
        lower=interval.lower if interval else None,
        upper=interval.upper if interval else None,
        threshold=_threshold(body, outcome, synthesis),
        mid=mid_of(outcome, synthesis),
        standardised=synthesis.standardised,
        estimate=synthesis.estimate,
        control_risk=_control_risk(records),
        paired=all(record.contrast in _SAME_PEOPLE for record in records),
        n=synthesis.n,
        k=synthesis.k,
    )


def _control_risk(records: Sequence[Result]) -> float | None:
    events = total = 0
    for record in records:
        group = record.groups.get(record.versus or "")
        size = group and (group.total or group.n)
        if group is None or group.events is None or not size:
            return None
        events += int(group.events)
        total += int(size)
    return events / total if total else None


def publication_facts(
    evidence: Evidence, body: Body, counted: Sequence[Counted]
) -> PublicationFacts:
    """Gather what `publication_bias` sees."""
    studies = []
    for result in counted:
        study = evidence.studies[result.effect.study]
        studies.append(StudySponsor(study=study.id, n=result.effect.n, sponsored=_sponsored(study)))
    return PublicationFacts(studies=tuple(studies), unpublished=body.unpublished)


def _sponsored(study: Study) -> str:
    if study.funding.industry == "yes" or any(c.sponsorship == "yes" for c in study.conflicts):
        return "yes"
    return "no" if study.funding.industry == "no" else "unknown"
