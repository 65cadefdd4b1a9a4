"""What an effect kernel returns: an estimate with its interval, formula, inputs and assumptions."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass, replace
from typing import Any, Literal

Scale = Literal[
    "raw",
    "log",
    "logit",
    "arcsine",
    "double arcsine",
    "square root",
    "double square root",
    "Fisher z",
    "Bonett",
    "Hakstian-Whalen",
]

LARGEST_LOG = math.log(sys.float_info.max)
"""Logarithm of the largest ratio that a floating-point number can hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A confidence or prediction interval, closed at both ends.

    Parameters
    ----------
    lower, upper
        The limits, on the scale of the estimate they belong to.
    level
        Coverage as a proportion, 0.95 for a 95% interval.
    method
        How it was made: ``t``, ``normal``, ``Wilson``, ``Clopper-Pearson``, ``Q-profile`` ...

    Examples
    --------
    >>> ci = Interval(lower=-0.5, upper=0.25, level=0.95, method="t")
    >>> ci.width, 0 in ci, 0.3 in ci
    (0.75, True, False)
    """

    lower: float
    upper: float
    level: float
    method: str

    def __post_init__(self) -> None:
        if not self.lower <= self.upper:
            raise ValueError(f"an interval from {self.lower} to {self.upper} has no inside")

    def __contains__(self, value: float) -> bool:
        return self.lower <= value <= self.upper

    @property
    def width(self) -> float:
        """Upper limit less lower limit."""
        return self.upper - self.lower

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "lower": self.lower,
            "upper": self.upper,
            "level": self.level,
            "method": self.method,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One effect size, with all that is needed to see how it came about.

    Parameters
    ----------
    measure
        Name as in metafor's ``escalc``: MC, SMCC, SMCR, MD, SMD, PR, RR, OR, RD; GEN for an
        estimate that was printed ready-made.
    estimate
        On `scale`: the logarithm of the ratio for RR and OR.
    se
        Standard error on the same scale; None where the data do not yield one.
    ci
        Confidence interval on the same scale; None where there is none.
    statistic, p
        Test of "the effect is zero on this scale" and its two-sided p; None where not tested.
    df
        Degrees of freedom of the t distribution used; None for the normal and for exact methods.
    scale
        ``raw`` or ``log``.
    n
        Participants (or pairs) that the estimate rests on; None if unknown.
    formula
        The equations as implemented, for people.
    inputs
        ``(name, value)`` of every number that went in, in the order of the formula.
    assumptions
        What was assumed and not read, one sentence each.
    source
        DOI of the method.
    """

    measure: str
    estimate: float
    se: float | None
    ci: Interval | None
    statistic: float | None = None
    p: float | None = None
    df: float | None = None
    scale: Scale = "raw"
    n: int | None = None
    formula: str
    inputs: tuple[tuple[str, float], ...]
    assumptions: tuple[str, ...] = ()
    source: str

    @property
    def variance(self) -> float | None:
        """Sampling variance: `se` squared, or None."""
        return None if self.se is None else self.se * self.se

    def back_transformed(self) -> Effect:
        """Return the effect on its natural scale: exp of estimate and limits for ratios.

        There is no standard error on that scale, so `se` is None; p and statistic are those of
        the logarithm. An effect that is already on the raw scale comes back unchanged.

        Examples
        --------
        >>> from reviewkit.effects import risk_ratio
        >>> ratio = risk_ratio(events1=4, total1=123, events2=11, total2=139).back_transformed()
        >>> round(ratio.estimate, 4), round(ratio.ci.lower, 4), round(ratio.ci.upper, 4)
        (0.4109, 0.1343, 1.2574)
        """
        if self.scale == "raw":
            return self
        ci = self.ci and replace(
            self.ci, lower=math.exp(self.ci.lower), upper=math.exp(self.ci.upper)
        )
        return replace(self, estimate=math.exp(self.estimate), se=None, ci=ci, scale="raw")

    def turned(self) -> Effect:
        """Return the effect with its sign turned, for numbers that rise as the outcome falls.

        Examples
        --------
        >>> from reviewkit.effects import generic
        >>> turned = generic(estimate=0.4, se=0.1).turned()
        >>> turned.estimate, round(turned.ci.lower, 3), round(turned.ci.upper, 3)
        (-0.4, -0.596, -0.204)
        """
        ci = self.ci
        if ci is not None:
            ci = replace(ci, lower=-ci.upper, upper=-ci.lower)
        statistic = None if self.statistic is None else -self.statistic
        return replace(self, estimate=-self.estimate, ci=ci, statistic=statistic)

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "measure": self.measure,
            "estimate": self.estimate,
            "se": self.se,
            "ci": self.ci and self.ci.to_dict(),
            "statistic": self.statistic,
            "p": self.p,
            "df": self.df,
            "scale": self.scale,
            "n": self.n,
            "formula": self.formula,
            "inputs": dict(self.inputs),
            "assumptions": list(self.assumptions),
            "source": self.source,
        }
