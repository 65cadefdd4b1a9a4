"""What each domain's rule sees of a body: plain facts, gathered from the records."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal

from reviewkit.certainty.gathered import Gathered
from reviewkit.certainty.imprecision_facts import Absolute, ImprecisionFacts
from reviewkit.certainty.inconsistency import InconsistencyFacts
from reviewkit.certainty.indirectness import IndirectnessFacts
from reviewkit.certainty.publication_bias import ASYMMETRY_FROM, PublicationFacts
from reviewkit.certainty.synthesis_of import Synthesis
from reviewkit.errors import NotEstimable
from reviewkit.records import Body, Outcome
from reviewkit.records.review import Mid
from reviewkit.records.units import OF_RISK
from reviewkit.synthesis import egger

#: Measures whose standard error depends on the effect itself.
_TIED_TO_EFFECT = frozenset({"OR", "SMD"})


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


def threshold_of(gathered: Gathered, synthesis: Synthesis) -> float:
    """Return the null, or the minimal important difference or the size if the body targets it."""
    body = gathered.body
    if (size := size_of(body, synthesis)) is not None:
        return size
    mid = mid_of(gathered.outcome, synthesis) if body.threshold.target == "mid" else None
    return mid or 0.0


def inconsistency_facts(
    gathered: Gathered, synthesis: Synthesis, threshold: float
) -> InconsistencyFacts:
    """Gather what `inconsistency` sees; the threshold lies on the side of the estimate."""
    body = gathered.body
    return InconsistencyFacts(
        intervals=gathered.intervals if synthesis.kind == "pooled" else (),
        directions=gathered.directions,
        threshold=-threshold if (synthesis.estimate or 0.0) < 0 and threshold else threshold,
        i2=synthesis.i2,
        subgroup=body.subgroup.credibility if body.subgroup else "",
    )


def indirectness_facts(gathered: Gathered, synthesis: Synthesis) -> IndirectnessFacts:
    """Gather what `indirectness` sees."""
    return IndirectnessFacts(concerns=gathered.concerns, weights=synthesis.weights)


def imprecision_facts(
    gathered: Gathered, synthesis: Synthesis, threshold: float, note: str = ""
) -> ImprecisionFacts:
    """Gather what `imprecision` sees; a share without comparison has no threshold to cross."""
    outcome, risk = gathered.outcome, gathered.control_risk
    share = synthesis.measure == "PR"
    interval = None if share else synthesis.ci
    sized = interval is None or size_of(gathered.body, synthesis) is not None
    absolute = None if sized else _absolute(outcome.mid, synthesis, risk)
    if absolute is not None and gathered.body.threshold.target == "mid":
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
        paired=gathered.paired,
        n=synthesis.n,
        k=synthesis.k,
        absolute=absolute,
        events=gathered.events,
        unit=synthesis.unit,
        note=note,
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


def publication_facts(gathered: Gathered, synthesis: Synthesis) -> PublicationFacts:
    """Gather what `publication_bias` sees."""
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
