"""What each domain's rule sees of a body: plain facts, gathered from the records."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from reviewkit.certainty.counting import Counted
from reviewkit.certainty.imprecision import Absolute, ImprecisionFacts
from reviewkit.certainty.inconsistency import InconsistencyFacts
from reviewkit.certainty.indirectness import IndirectnessFacts, ResultConcerns
from reviewkit.certainty.publication_bias import (
    ASYMMETRY_FROM,
    PublicationFacts,
    StudySponsor,
)
from reviewkit.certainty.synthesis_of import Synthesis
from reviewkit.errors import NotEstimable
from reviewkit.evidence import Evidence
from reviewkit.records import PAIRED, Body, Outcome, Result, Study
from reviewkit.records.review import Mid
from reviewkit.records.units import OF_RISK
from reviewkit.synthesis import egger

#: Measures whose standard error depends on the effect itself.
_TIED_TO_EFFECT = frozenset({"OR", "SMD"})
#: Contrasts within the same people: one set of them is the whole sample.
_SAME_PEOPLE = PAIRED | {"within-arm"}


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


def mid_not_applied(
    body: Body, outcome: Outcome, synthesis: Synthesis, risk: float | None = None
) -> str:
    """Say why a targeted minimal important difference is not the threshold; empty if it is.

    Without an interval nothing is held against a threshold, and a share has none.
    """
    if body.threshold.target != "mid" or synthesis.ci is None or synthesis.measure == "PR":
        return ""
    mid = outcome.mid
    why = "none is known" if mid == "none known" else _other_kind(mid, synthesis)
    if mid != "none known" and mid.unit in OF_RISK and synthesis.measure in {"RR", "OR"}:
        why = "" if risk else "the risk in the comparison group is not known"
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
        subgroup=body.subgroup.credibility if body.subgroup else "",
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
    risk = control_risk(records)
    sized = interval is None or size_of(body, synthesis) is not None
    absolute = None if sized else _absolute(outcome.mid, synthesis, risk)
    threshold = _threshold(body, outcome, synthesis)
    if absolute is not None and body.threshold.target == "mid":
        threshold = absolute.mid
    return ImprecisionFacts(
        measure=synthesis.measure,
        lower=interval.lower if interval else None,
        upper=interval.upper if interval else None,
        threshold=threshold,
        mid=mid_of(outcome, synthesis),
        standardised=synthesis.standardised,
        estimate=synthesis.estimate,
        control_risk=risk,
        paired=all(record.contrast in _SAME_PEOPLE for record in records),
        n=synthesis.n,
        k=synthesis.k,
        absolute=absolute,
        events=_events(records),
    )


def _absolute(
    mid: Mid | Literal["none known"], synthesis: Synthesis, risk: float | None
) -> Absolute | None:
    """Return the interval of a ratio as a difference of risk, where the MID is one.

    ``p₀·(RR - 1)``, and with an odds ratio ``p₀·OR/(1 - p₀ + p₀·OR) - p₀``, times 1,000.
    """
    ci = synthesis.ci
    if mid == "none known" or mid.unit not in OF_RISK or ci is None or not risk:
        return None
    if synthesis.measure not in {"RR", "OR"}:
        return None

    def moved(limit: float) -> float:
        ratio = math.exp(limit)
        treated = risk * ratio
        if synthesis.measure == "OR":
            treated /= 1 - risk + risk * ratio
        return 1000 * (treated - risk)

    value = float(mid.value) * OF_RISK[mid.unit]
    return Absolute(lower=moved(ci.lower), upper=moved(ci.upper), mid=value)


def _events(records: Sequence[Result]) -> int | None:
    """How many events all groups had together; None where a group does not say."""
    groups = [group for record in records for group in record.groups.values()]
    counts = [group.events for group in groups]
    if not groups or any(count is None for count in counts):
        return None
    return sum(int(count) for count in counts if count is not None)


def control_risk(records: Sequence[Result]) -> float | None:
    """Return the share with the event in the comparison groups; None where one does not say."""
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
    evidence: Evidence, body: Body, counted: Sequence[Counted], synthesis: Synthesis
) -> PublicationFacts:
    """Gather what `publication_bias` sees."""
    studies = []
    for result in counted:
        study = evidence.studies[result.effect.study]
        studies.append(StudySponsor(study=study.id, n=result.effect.n, sponsored=_sponsored(study)))
    return PublicationFacts(
        studies=tuple(studies),
        unpublished=body.unpublished,
        asymmetry_p=_asymmetry_p(counted, synthesis),
    )


def _asymmetry_p(counted: Sequence[Counted], synthesis: Synthesis) -> float | None:
    """The p of Egger's test over the pooled effects, from ten studies on; None where there is none.

    Odds ratios and standardised differences are held against 1/n, since their standard error
    depends on the effect itself.
    """
    if synthesis.pooled is None or synthesis.k < ASYMMETRY_FROM:
        return None
    found = [result.effect.effect for result in counted]
    effects = [effect for effect in found if effect is not None and effect.variance]
    people = [result.effect.n for result in counted]
    known = [n for n in people if n]
    by_people = synthesis.measure in _TIED_TO_EFFECT
    if len(effects) < len(found) or (by_people and len(known) < len(people)):
        return None
    y, v = [e.estimate for e in effects], [e.variance or 0.0 for e in effects]
    try:
        if by_people:
            return egger(y, v, n=known, predictor="1/n").slope.p
        return egger(y, v).slope.p
    except NotEstimable:
        return None


def _sponsored(study: Study) -> str:
    if study.funding.industry == "yes" or any(c.sponsorship == "yes" for c in study.conflicts):
        return "yes"
    return "no" if study.funding.industry == "no" else "unknown"
