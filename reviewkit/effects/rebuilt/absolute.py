"""What a relative effect means for people: events per 1,000, and the number needed to treat.

The relative effect is taken to hold at the baseline risk; the interval is that of the relative
effect alone, the baseline risk being a scenario (or a range of them) and no estimate.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

from reviewkit.effects.values import Effect, Interval

HANDBOOK_CH15 = "10.1002/9781119536604.ch15"
"""Schünemann and others: Interpreting results and drawing conclusions (15.4: NNT and absolute risk
reductions)."""

ALTMAN_1998 = "10.1136/bmj.317.7168.1309"
"""Altman: Confidence intervals for the number needed to treat."""

PER = 1000

Relative = Literal["RR", "OR", "RD", "HR"]

FORMULAS = {
    "RR": "risk = baseline·RR",
    "OR": "risk = OR·baseline/(1 - baseline + OR·baseline)",
    "HR": "risk = 1 - (1 - baseline)^HR",
    "RD": "risk = baseline + RD",
}
"""Risk with the treatment, by relative effect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsoluteEffect:
    """An effect at one baseline risk.

    Parameters
    ----------
    baseline
        Risk without the treatment, a proportion.
    risk, risk_ci
        Risk with it, and its interval.
    difference, difference_ci
        Events per 1,000 people more (above 0) or fewer (below).
    nnt
        People to treat for one event fewer (below 0) or more (above 0) than without: 1 over the
        risk difference, unrounded; None where the difference is 0.
    nnt_limits
        The same of the limits of the difference, the smaller difference first. If they have
        different signs, the interval goes through infinity: from one limit *out to infinity* and
        from there to the other (Altman 1998).
    formula
        The risk with the treatment.
    assumptions
        What it assumes.
    source
        DOI.
    """

    baseline: float
    risk: float
    risk_ci: Interval | None
    difference: float
    difference_ci: Interval | None
    nnt: float | None
    nnt_limits: tuple[float, float] | None
    formula: str
    assumptions: tuple[str, ...]
    source: str

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "baseline": self.baseline,
            "risk": self.risk,
            "risk_ci": self.risk_ci and self.risk_ci.to_dict(),
            "difference": self.difference,
            "difference_ci": self.difference_ci and self.difference_ci.to_dict(),
            "nnt": self.nnt,
            "nnt_limits": self.nnt_limits and list(self.nnt_limits),
            "formula": self.formula,
            "assumptions": list(self.assumptions),
            "source": self.source,
        }


def absolute_effect(effect: Effect, *, baseline: float) -> AbsoluteEffect:
    """Return what an effect means at a baseline risk.

    ``RR``: ``risk = p·RR``; ``OR``: ``p·OR/(1 - p + p·OR)``; ``HR``: ``1 - (1 - p)^HR``; ``RD``:
    ``p + RD``; difference per 1,000 and ``NNT = 1/(risk - p)`` of each, limits from the limits of
    the relative effect.

    Parameters
    ----------
    effect
        RR, OR or HR on the log scale, or RD; PETO counts as OR.
    baseline
        Risk without the treatment, a proportion between 0 and 1.

    Raises
    ------
    ValueError
        For another measure, or a baseline that is no risk.

    Notes
    -----
    Cochrane Handbook 15.4, doi:10.1002/9781119536604.ch15; Altman 1998,
    doi:10.1136/bmj.317.7168.1309. A risk that comes out above 1 (or below 0) is cut there, and the
    assumptions say so: the relative effect cannot hold at this baseline.

    Examples
    --------
    >>> from reviewkit.effects import risk_ratio
    >>> ratio = risk_ratio(events1=20, total1=200, events2=40, total2=200)
    >>> at = absolute_effect(ratio, baseline=0.10)
    >>> round(at.difference, 1), round(at.nnt, 1)
    (-50.0, -20.0)
    >>> [round(limit, 1) for limit in (at.difference_ci.lower, at.difference_ci.upper)]
    [-69.7, -17.6]
    """
    measure = {"PETO": "OR"}.get(effect.measure, effect.measure)
    if measure not in FORMULAS or (effect.scale == "log") is (measure == "RD"):
        raise ValueError(
            f"an absolute effect follows from RR, OR or HR on the log scale, or RD; "
            f"not from {effect.measure} on the {effect.scale} scale"
        )
    if not 0 <= baseline <= 1:
        raise ValueError(f"a baseline risk is a proportion between 0 and 1, not {baseline}")
    assumptions = [
        f"the {measure} holds at a baseline risk of {baseline:g}",
        "the baseline risk is a scenario: its own uncertainty is not in the interval",
    ]
    points = [effect.estimate]
    if effect.ci is not None:
        points += [effect.ci.lower, effect.ci.upper]
    risks = [_risk(measure, point, baseline) for point in points]
    if any(not 0 <= risk <= 1 for risk in risks):
        assumptions.append("a risk beyond 0 or 1 is cut there: the effect cannot hold to its limit")
        risks = [min(max(risk, 0.0), 1.0) for risk in risks]
    differences = [PER * (risk - baseline) for risk in risks]
    limits = differences[1:]
    return AbsoluteEffect(
        baseline=baseline,
        risk=risks[0],
        risk_ci=_interval(effect, risks[1:]),
        difference=differences[0],
        difference_ci=_interval(effect, limits),
        nnt=_nnt(differences[0]),
        nnt_limits=_nnt_limits(limits),
        formula=f"{FORMULAS[measure]}; difference = 1,000(risk - baseline); "
        "NNT = 1/(risk - baseline)",
        assumptions=(*effect.assumptions, *assumptions),
        source=HANDBOOK_CH15,
    )


def _risk(measure: str, point: float, p: float) -> float:
    if measure == "RD":
        return p + point
    ratio = math.exp(point)
    if measure == "RR":
        return p * ratio
    if measure == "OR":
        return p * ratio / (1 - p + p * ratio)
    return -math.expm1(ratio * math.log1p(-p)) if p < 1 else 1.0


def _interval(effect: Effect, limits: list[float]) -> Interval | None:
    if effect.ci is None:
        return None
    return Interval(
        lower=limits[0],
        upper=limits[1],
        level=effect.ci.level,
        method=f"{effect.ci.method}, of the {effect.measure}",
    )


def _nnt(difference: float) -> float | None:
    return None if difference == 0 else PER / difference


def _nnt_limits(limits: list[float]) -> tuple[float, float] | None:
    if not limits or 0 in limits:
        return None
    near, far = sorted(limits, key=abs)
    return PER / near, PER / far
