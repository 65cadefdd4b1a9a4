"""What each domain's rule sees of a body: plain facts, gathered from the records."""

from __future__ import annotations

import math
from dataclasses import replace

from reviewkit.certainty.gathered import Gathered
from reviewkit.certainty.imprecision_facts import Absolute, ImprecisionFacts
from reviewkit.certainty.inconsistency import InconsistencyFacts
from reviewkit.certainty.indirectness import IndirectnessFacts
from reviewkit.certainty.publication_bias import ASYMMETRY_FROM, PublicationFacts
from reviewkit.certainty.rating import DomainFacts
from reviewkit.certainty.risk_of_bias import RiskOfBiasFacts
from reviewkit.certainty.slope import slope_facts
from reviewkit.certainty.synthesis_of import Synthesis
from reviewkit.certainty.threshold import Target, target_of
from reviewkit.errors import NotEstimable
from reviewkit.records.units import OF_RISK
from reviewkit.synthesis import egger

#: Measures whose standard error depends on the effect itself.
_TIED_TO_EFFECT = frozenset({"OR", "SMD"})


def domain_facts(
    gathered: Gathered, synthesis: Synthesis, bias: RiskOfBiasFacts, *, start: int
) -> DomainFacts:
    """Gather what the rules see of what counts and what it says together."""
    target = target_of(gathered, synthesis)
    note = synthesis.why_not or target.note
    sloped = None if gathered.body.question.moderator is None else slope_facts(synthesis, note)
    return DomainFacts(
        start=start,
        risk_of_bias=bias,
        inconsistency=sloped or _inconsistency(gathered, synthesis, target.threshold),
        indirectness=IndirectnessFacts(concerns=gathered.concerns, weights=synthesis.weights),
        imprecision=sloped or _imprecision(gathered, synthesis, target, note),
        publication_bias=_publication(gathered, synthesis),
        measure=synthesis.measure,
        estimate=synthesis.estimate,
        control_risk=gathered.control_risk,
    )


def _inconsistency(
    gathered: Gathered, synthesis: Synthesis, threshold: float
) -> InconsistencyFacts:
    """The threshold lies on the side of the estimate."""
    subgroup = gathered.body.subgroup
    return InconsistencyFacts(
        intervals=gathered.intervals if synthesis.kind == "pooled" else (),
        directions=gathered.directions,
        threshold=-threshold if threshold and (synthesis.estimate or 0.0) < 0 else threshold,
        i2=synthesis.i2,
        subgroup=subgroup.credibility if subgroup else "",
    )


def _imprecision(
    gathered: Gathered, synthesis: Synthesis, target: Target, note: str
) -> ImprecisionFacts:
    """A share without comparison has no threshold to cross."""
    interval = None if synthesis.measure == "PR" else synthesis.ci
    absolute = None
    if interval is not None and target.size is None:
        absolute = _absolute(gathered, synthesis)
    targeted = absolute is not None and gathered.body.threshold.target == "mid"
    return ImprecisionFacts(
        measure=synthesis.measure,
        lower=interval.lower if interval else None,
        upper=interval.upper if interval else None,
        threshold=absolute.mid if absolute is not None and targeted else target.threshold,
        mid=target.mid,
        standardised=synthesis.standardised,
        estimate=synthesis.estimate,
        control_risk=gathered.control_risk,
        paired=gathered.paired,
        n=synthesis.n,
        k=synthesis.k,
        absolute=absolute,
        events=gathered.events,
        unit=synthesis.unit,
        note=note,
    )


def _absolute(gathered: Gathered, synthesis: Synthesis) -> Absolute | None:
    """Return the interval of a ratio as a difference of risk, where the MID is one.

    ``p₀·(RR - 1)``, and with an odds ratio ``p₀·OR/(1 - p₀ + p₀·OR) - p₀``, times 1,000.
    """
    mid, risk, ci = gathered.outcome.mid, gathered.control_risk, synthesis.ci
    if synthesis.measure not in {"RR", "OR"} or ci is None or not risk:
        return None
    if isinstance(mid, str) or mid.unit not in OF_RISK:
        return None

    def moved(limit: float) -> float:
        ratio = math.exp(limit)
        treated = risk * ratio
        if synthesis.measure == "OR":
            treated /= 1 - risk + risk * ratio
        return 1000 * (treated - risk)

    value = float(mid.value) * OF_RISK[mid.unit]
    return Absolute(lower=moved(ci.lower), upper=moved(ci.upper), mid=value)


def _publication(gathered: Gathered, synthesis: Synthesis) -> PublicationFacts:
    if synthesis.k < ASYMMETRY_FROM:
        return gathered.publication
    return replace(gathered.publication, asymmetry_p=_asymmetry_p(gathered, synthesis))


def _asymmetry_p(gathered: Gathered, synthesis: Synthesis) -> float | None:
    """The p of Egger's test over the pooled effects, from ten studies on; None where there is none.

    Odds ratios and standardised differences are held against 1/n, since their standard error
    depends on the effect itself.
    """
    if synthesis.kind != "pooled":
        return None
    found = [result.effect for result in gathered.effects]
    effects = [effect for effect in found if effect is not None and effect.variance]
    people = [result.n for result in gathered.effects]
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
