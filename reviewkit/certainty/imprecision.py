"""Imprecision: whether the interval crosses the threshold, or else is enough information."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

from reviewkit.certainty.proposal import CORE_GRADE_2, PROJECT, Mark, Proposal, facts_hash

#: Quantiles of the normal distribution for a two-sided alpha of .05 and a power of .80.
Z_ALPHA, Z_BETA = 1.959963984540054, 0.8416212335729143
#: A standardised difference from which an effect is implausibly large (pmatools' convention).
LARGE_SMD = 0.8
#: A relative risk reduction above which an effect is implausibly large (Core GRADE 2: possibly
#: above 30%, certainly above 40%).
LARGE_RRR = 0.3
#: Standardised difference that a trial should be able to see where no MID is known
#: (a convention of this project).
MODEST_SMD = 0.2
#: Relative risk reduction that a trial should be able to see (Core GRADE 2: 20 to 25%).
MODEST_RRR = 0.25
#: Share of the optimal information size below which two levels are considered (Core GRADE 2).
FAR_BELOW = 0.3
#: Ratio of the limits of a ratio's interval from which two levels are considered (Core GRADE 2 for
#: risk and odds ratios; for hazard ratios pmatools' convention).
WIDE = {"RR": 3.0, "HR": 3.0, "OR": 2.5}
#: People up to which a synthesis without intervals is rated down (Murad 2017), and below which
#: twice (a convention of this project).
FEW, VERY_FEW = 400, 100
#: Studies that a sign test needs to be able to reach .05.
SIGN_TEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprecisionFacts:
    """The interval with its threshold, or, without one, how many people and studies there are.

    `lower` and `upper` are on the scale of `threshold` (logarithms for ratios), which stands for
    itself and its opposite: 0 where the null is targeted, else the minimal important difference.
    `mid` is that difference, None where none is known; `standardised` is the effect in standard
    deviations; `control_risk` that of the comparison group.
    """

    measure: str
    lower: float | None
    upper: float | None
    threshold: float
    mid: float | None
    standardised: float | None
    estimate: float | None
    control_risk: float | None
    paired: bool
    n: int | None
    k: int


def optimal_information_size(*, kind: Literal["two-arm", "paired"], smd: float = MODEST_SMD) -> int:
    """Return the people that one adequately powered trial would need, in all.

    Two arms: ``2·2·(z_α + z_β)²/d²``; paired or before-after: ``(z_α + z_β)²/d²``, with d in
    standard deviations (of the differences, when paired); α .05 two-sided, power .80. The measure
    is GRADE's (guidance 34, doi:10.1016/j.jclinepi.2022.07.014), the formula the usual one.

    Examples
    --------
    >>> optimal_information_size(kind="two-arm"), optimal_information_size(kind="paired")
    (786, 197)
    """
    per = (Z_ALPHA + Z_BETA) ** 2 / smd**2
    return 2 * math.ceil(2 * per) if kind == "two-arm" else math.ceil(per)


def optimal_information_size_binary(control_risk: float, *, rrr: float = MODEST_RRR) -> int:
    """Return the same for an event: ``2·(z_α + z_β)²·[p₀(1 - p₀) + p₁(1 - p₁)]/(p₀ - p₁)²``.

    Examples
    --------
    >>> optimal_information_size_binary(0.2)
    1806
    """
    treated = control_risk * (1 - rrr)
    spread = control_risk * (1 - control_risk) + treated * (1 - treated)
    return 2 * math.ceil((Z_ALPHA + Z_BETA) ** 2 * spread / (control_risk - treated) ** 2)


def imprecision(facts: ImprecisionFacts, *, note: str = "") -> Proposal:
    """Propose a rating for imprecision.

    Core GRADE 2, figure 4 (doi:10.1136/bmj-2024-081904, read in a transcription): the interval
    crosses the threshold: serious, whatever the sample; it includes both important benefit and
    important harm: two levels are to be considered, and very serious is proposed. It does not
    cross: a modest effect is not rated down, an implausibly large one is held against the optimal
    information size. What is large in standard deviations, and the 0.2 of them that stand in for an
    unknown minimal important difference, are conventions. Without a usable interval: few people
    (Murad 2017, doi:10.1136/ebmed-2017-110668), or very few, a convention.

    Parameters
    ----------
    facts
        What the rule sees.
    note
        Why the threshold or the interval is not the one asked for: told first in the path.
    """
    proposal = _imprecision(facts)
    return replace(proposal, path=(note, *proposal.path)) if note else proposal


def _imprecision(facts: ImprecisionFacts) -> Proposal:
    if facts.lower is None or facts.upper is None:
        return _without_interval(facts)
    crosses = [
        limit
        for limit in {facts.threshold, -facts.threshold}
        if facts.lower <= limit <= facts.upper
    ]
    if crosses:
        path = ["the 95% interval crosses the threshold"]
        if facts.mid is not None and facts.lower <= -facts.mid and facts.upper >= facts.mid:
            path.append("it includes both important benefit and important harm")
            return _proposal(facts, 2, path, CORE_GRADE_2, "transcribed")
        return _proposal(facts, 1, path, CORE_GRADE_2, "transcribed")
    path = ["the 95% interval does not cross the threshold"]
    if facts.measure in WIDE:
        return _ratio(facts, path)
    return _continuous(facts, path)


def _continuous(facts: ImprecisionFacts, path: list[str]) -> Proposal:
    size = facts.standardised
    if size is not None and abs(size) < LARGE_SMD:
        path.append(f"the effect is modest (standardised {abs(size):.3g}, below {LARGE_SMD})")
        return _proposal(facts, 0, path, PROJECT, "convention")
    path.append(
        "its size in standard deviations is not known, so the information is checked"
        if size is None
        else f"the effect is implausibly large (standardised {abs(size):.3g}, at least {LARGE_SMD})"
    )
    smd, purpose = MODEST_SMD, f"to see {MODEST_SMD} SD"
    if facts.mid and size and facts.estimate:
        smd = facts.mid * abs(size / facts.estimate)
        purpose = f"to see the minimal important difference ({smd:.2f} SD)"
    needed = optimal_information_size(kind="paired" if facts.paired else "two-arm", smd=smd)
    return _information(facts, path, needed, purpose, source=PROJECT)


def _ratio(facts: ImprecisionFacts, path: list[str]) -> Proposal:
    reduction = 1 - math.exp(-abs(facts.estimate or 0.0))
    if reduction <= LARGE_RRR:
        path.append(f"the effect is modest (relative change {reduction:.0%})")
        return _proposal(facts, 0, path, CORE_GRADE_2, "transcribed")
    path.append(f"the effect is implausibly large (relative change {reduction:.0%})")
    width = math.exp((facts.upper or 0.0) - (facts.lower or 0.0))
    if width >= WIDE[facts.measure]:
        path.append(f"the upper limit is {width:.1f} times the lower: two levels considered")
        return _proposal(facts, 2, path, CORE_GRADE_2, "transcribed")
    if facts.control_risk is None:
        path.append("the risk without it is not known, so the information cannot be checked")
        return _proposal(facts, 1, path, PROJECT, "convention")
    needed = optimal_information_size_binary(facts.control_risk)
    path_note = f"to see a relative reduction of {MODEST_RRR:.0%}"
    return _information(facts, path, needed, path_note, source=CORE_GRADE_2, two_levels=False)


def _information(
    facts: ImprecisionFacts,
    path: list[str],
    needed: int,
    purpose: str,
    *,
    source: str,
    two_levels: bool = True,
) -> Proposal:
    mark: Mark = "convention" if source == PROJECT else "transcribed"
    if facts.n is None:
        path.append(f"{needed} people are needed {purpose}; how many there were is not known")
        return _proposal(facts, 1, path, PROJECT, "convention")
    path.append(f"{facts.n} people; {needed} are needed {purpose}")
    if facts.n >= needed:
        return _proposal(facts, 0, path, source, mark)
    if two_levels and facts.n < FAR_BELOW * needed:
        path.append(f"that is below {FAR_BELOW:.0%} of it: two levels considered")
        return _proposal(facts, 2, path, source, mark)
    return _proposal(facts, 1, path, source, mark)


def _without_interval(facts: ImprecisionFacts) -> Proposal:
    path = ["no interval can be had from what is printed"]
    if facts.k < SIGN_TEST:
        path.append(
            f"{facts.k} {'study' if facts.k == 1 else 'studies'}: "
            f"a sign test cannot reach .05 below {SIGN_TEST}"
        )
    if facts.n is None:
        path.append("how many people there were is not known")
        return _proposal(facts, 1, path, PROJECT, "convention")
    if facts.n < VERY_FEW:
        path.append(f"{facts.n} people, fewer than {VERY_FEW}")
        return _proposal(facts, 2, path, PROJECT, "convention")
    if facts.n <= FEW:
        path.append(f"{facts.n} people, no more than {FEW}")
        return _proposal(facts, 1, path, "Murad 2017, doi:10.1136/ebmed-2017-110668", "published")
    path.append(f"{facts.n} people, more than {FEW}")
    return _proposal(facts, 0, path, "Murad 2017, doi:10.1136/ebmed-2017-110668", "published")


def _proposal(
    facts: ImprecisionFacts, down: int, path: list[str], source: str, mark: Mark
) -> Proposal:
    return Proposal(
        domain="imprecision",
        down=down,
        path=tuple(path),
        source=source,
        mark=mark,
        facts=facts_hash(facts),
    )
