"""Absolute effects: what a relative effect comes to among people with a given risk.

Cochrane Handbook, chapters 14 and 15 (doi:10.1002/9781119536604.ch15): the relative effect and each
limit of its interval are applied to one baseline risk, whose own uncertainty is not counted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

Ratio = Literal["RR", "OR", "HR"]
#: People in whom absolute effects are told.
PER = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Absolute:
    """Risks without and with an intervention, as proportions.

    Parameters
    ----------
    baseline
        Risk without it.
    risk, risk_lower, risk_upper
        Risk with it, with the interval.
    difference, lower, upper
        Risk with it less risk without it, with the interval.
    capped
        Whether a risk above 1 was cut: the ratio does not fit a baseline as high as this.
    """

    baseline: float
    risk: float
    risk_lower: float
    risk_upper: float
    difference: float
    lower: float
    upper: float
    capped: bool = False

    @property
    def nnt(self) -> float | None:
        """People among whom one more, or one fewer, has the event; None for no difference."""
        return 1 / abs(self.difference) if self.difference else None

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "baseline": self.baseline,
            "risk": self.risk,
            "risk_lower": self.risk_lower,
            "risk_upper": self.risk_upper,
            "difference": self.difference,
            "lower": self.lower,
            "upper": self.upper,
            "nnt": self.nnt,
            "capped": self.capped,
        }


def from_ratio(
    measure: Ratio, *, log_estimate: float, log_lower: float, log_upper: float, baseline: float
) -> Absolute:
    """Return the absolute effect of a ratio among people with a baseline risk.

    ``RR: p₁ = p₀·RR``; ``OR: p₁ = p₀·OR / (1 - p₀ + p₀·OR)``; ``HR: p₁ = 1 - (1 - p₀)^HR``. A risk
    above 1, which a risk ratio can give, is cut to 1.

    Parameters
    ----------
    measure
        ``RR``, ``OR`` or ``HR``.
    log_estimate, log_lower, log_upper
        Natural logarithms of the ratio and its limits.
    baseline
        Risk without the intervention, a proportion from 0 to 1.

    Examples
    --------
    >>> import math
    >>> found = from_ratio("RR", log_estimate=math.log(0.5), log_lower=math.log(0.4),
    ...                    log_upper=math.log(0.8), baseline=0.1)
    >>> [round(1000 * x) for x in (found.risk, found.difference, found.lower, found.upper)]
    [50, -50, -60, -20]
    >>> round(found.nnt)
    20
    """
    _proportion(baseline)
    raw = [
        _risk(measure, math.exp(each), baseline) for each in (log_estimate, log_lower, log_upper)
    ]
    risk, low, high = (min(each, 1.0) for each in raw)
    return _absolute(baseline, risk, low, high, capped=max(raw) > 1)


def from_difference(*, estimate: float, lower: float, upper: float, baseline: float) -> Absolute:
    """Return the absolute effect of a risk difference; risks are cut to 0 and 1.

    Examples
    --------
    >>> found = from_difference(estimate=-0.05, lower=-0.15, upper=0.02, baseline=0.1)
    >>> found.risk, found.risk_lower, round(found.risk_upper, 3), found.capped
    (0.05, 0.0, 0.12, True)
    """
    _proportion(baseline)
    raw = [baseline + each for each in (estimate, lower, upper)]
    risk, low, high = (min(max(each, 0.0), 1.0) for each in raw)
    return Absolute(
        baseline=baseline,
        risk=risk,
        risk_lower=low,
        risk_upper=high,
        difference=estimate,
        lower=lower,
        upper=upper,
        capped=min(raw) < 0 or max(raw) > 1,
    )


def _absolute(baseline: float, risk: float, low: float, high: float, *, capped: bool) -> Absolute:
    return Absolute(
        baseline=baseline,
        risk=risk,
        risk_lower=low,
        risk_upper=high,
        difference=risk - baseline,
        lower=low - baseline,
        upper=high - baseline,
        capped=capped,
    )


def _risk(measure: Ratio, ratio: float, baseline: float) -> float:
    if measure == "RR":
        return baseline * ratio
    if measure == "OR":
        return baseline * ratio / (1 - baseline + baseline * ratio)
    return 1 - math.pow(1 - baseline, ratio)


def _proportion(baseline: float) -> None:
    if not 0 <= baseline <= 1:
        raise ValueError(f"a risk is a proportion from 0 to 1, not {baseline}")
