"""One effect told in another measure: d and log odds ratio, d and correlation, both ways.

Needed where studies of one question measured it on a scale and as yes or no. Each conversion rests
on a model that no data of the study can show; it is added to the assumptions.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from reviewkit.effects import inputs
from reviewkit.effects.equations.conversions import COX_SNELL, LOGISTIC, r_of_d
from reviewkit.effects.sizes import effect_sizes
from reviewkit.effects.values import Effect
from reviewkit.errors import NotEstimable

CHINN_2000 = "10.1002/1097-0258(20001130)19:22<3127::AID-SIM784>3.0.CO;2-M"
"""Chinn: A simple method for converting an odds ratio to effect size for use in meta-analysis."""

BORENSTEIN_2009 = "10.1002/9780470743386.ch7"
"""Borenstein, Hedges, Higgins & Rothstein: Converting among effect sizes (eq. 7.1 to 7.8)."""

MODELS = {"logistic": LOGISTIC, "normal": COX_SNELL}
"""Log odds ratio of a d of 1, by the distribution of the outcome in each group."""

_FACTORS = {"logistic": "π/√3", "normal": "1.65"}


def odds_ratio_from_d(effect: Effect, *, model: str = "logistic") -> Effect:
    """Return the log odds ratio of a standardised mean difference, ``(π/√3)·d``.

    Parameters
    ----------
    effect
        An SMD with its SE.
    model
        ``logistic`` (π/√3, Chinn 2000), or ``normal`` (1.65, Cox & Snell).

    Raises
    ------
    NotEstimable
        If the effect has no SE.

    Examples
    --------
    >>> from reviewkit.effects import smd
    >>> d = smd(n1=10, mean1=5.0, sd1=2.0, n2=12, mean2=3.0, sd2=2.0)
    >>> ratio = odds_ratio_from_d(d)
    >>> ratio.measure, round(ratio.estimate, 4), round(ratio.se, 4)
    ('OR', 1.7448, 0.82)
    """
    factor = _factor(model)
    return _scaled(
        effect,
        factor,
        measure="OR",
        formula=f"log OR = {_FACTORS[model]}·d",
        assumes=f"the outcome is {model} in each group and was cut in two at one point",
    )


def d_from_odds_ratio(effect: Effect, *, model: str = "logistic") -> Effect:
    """Return the standardised mean difference of a log odds ratio, ``(√3/π)·log OR``.

    Parameters
    ----------
    effect
        A log odds ratio with its SE.
    model
        As in `odds_ratio_from_d`.

    Examples
    --------
    >>> from reviewkit.effects import odds_ratio
    >>> d = d_from_odds_ratio(odds_ratio(events1=4, total1=123, events2=11, total2=139))
    >>> d.measure, round(d.estimate, 4), round(d.se, 4)
    ('SMD', -0.5175, 0.3295)
    """
    if effect.scale != "log":
        raise ValueError(f"an odds ratio on the log scale is needed, not {effect.measure} as it is")
    return _scaled(
        effect,
        1 / _factor(model),
        measure="SMD",
        formula=f"d = log OR/({_FACTORS[model]})",
        assumes=f"the outcome is {model} in each group and was cut in two at one point",
    )


def r_from_d(effect: Effect, *, n1: int, n2: int) -> Effect:
    """Return the point-biserial correlation of a standardised mean difference.

    ``r = d/√(d² + h)``, ``SE² = h²/(h + d²)³·SE_d²`` with ``h = m/n1 + m/n2``, ``m = n1 + n2 - 2``.

    Parameters
    ----------
    effect
        A standardised mean difference with its SE.
    n1, n2
        People in each group.

    Examples
    --------
    >>> from reviewkit.effects import smd
    >>> d = smd(n1=10, mean1=5.0, sd1=2.0, n2=12, mean2=3.0, sd2=2.0)
    >>> r = r_from_d(d, n1=10, n2=12)
    >>> r.measure, round(r.estimate, 4), round(r.se, 4)
    ('COR', 0.4489, 0.1684)
    """
    inputs.sample_size(n1=n1, n2=n2)
    sizes = (np.array([float(n)]) for n in (n1, n2))
    y, v = r_of_d(np.array([effect.estimate]), np.array([_variance(effect)]), *sizes)
    return _told(
        effect,
        float(y[0]),
        float(v[0]),
        measure="COR",
        formula="r = d/√(d² + h); SE² = h²/(h + d²)³·SE_d² with h = m/n1 + m/n2, m = n1 + n2 - 2",
        assumes="r is that of the outcome with membership in the two groups (point-biserial)",
        source=BORENSTEIN_2009,
    )


def d_from_r(effect: Effect, *, n1: int | None = None, n2: int | None = None) -> Effect:
    """Return the standardised mean difference of a correlation, ``d = r√h/√(1 - r²)``.

    ``SE² = h·SE_r²/(1 - r²)³``; h as in `r_from_d`, or 4 for groups of one size.

    Parameters
    ----------
    effect
        A correlation (not its Fisher z) with its SE.
    n1, n2
        People in each group, if known.

    Raises
    ------
    NotEstimable
        For a correlation of 1 or -1, whose d is infinite.

    Examples
    --------
    >>> from reviewkit.effects import effect_sizes
    >>> d = d_from_r(effect_sizes("COR", {"n": [30], "r": [0.5]}).effect())
    >>> d.measure, round(d.estimate, 4), round(d.se, 4)
    ('SMD', 1.1547, 0.4288)
    """
    r, v = effect.estimate, _variance(effect)
    if effect.scale != "raw" or not -1 <= r <= 1:
        raise ValueError("a correlation as it is, between -1 and 1, is needed")
    if abs(r) == 1:
        raise NotEstimable("a correlation of 1 or -1 has an infinite d")
    h = 4.0
    if n1 is not None and n2 is not None:
        inputs.sample_size(n1=n1, n2=n2)
        h = (n1 + n2 - 2) * (1 / n1 + 1 / n2)
    rest = 1 - r**2
    return _told(
        effect,
        r * math.sqrt(h / rest),
        h * v / rest**3,
        measure="SMD",
        formula=f"d = r√h/√(1 - r²); SE² = h·SE_r²/(1 - r²)³ with h = {h:.4g}",
        assumes="one of the two variables was cut in two to make the groups",
        source=BORENSTEIN_2009,
    )


def _factor(model: str) -> float:
    if model not in MODELS:
        raise ValueError(f"model is one of {', '.join(MODELS)}, not {model!r}")
    return MODELS[model]


def _variance(effect: Effect) -> float:
    if effect.variance is None:
        raise NotEstimable("the effect has no standard error to convert")
    return effect.variance


def _scaled(effect: Effect, factor: float, *, measure: str, formula: str, assumes: str) -> Effect:
    return _told(
        effect,
        effect.estimate * factor,
        _variance(effect) * factor**2,
        measure=measure,
        formula=f"{formula}; SE alike",
        assumes=assumes,
        source=CHINN_2000,
    )


def _told(
    effect: Effect,
    estimate: float,
    variance: float,
    *,
    measure: str,
    formula: str,
    assumes: str,
    source: str,
) -> Effect:
    """Return the effect in its new measure, with a normal interval."""
    level = effect.ci.level if effect.ci is not None else 0.95
    told = effect_sizes("GEN", {"y": estimate, "v": variance}, level=level).effect()
    return replace(
        told,
        measure=measure,
        scale="log" if measure == "OR" else "raw",
        n=effect.n,
        formula=f"{formula}; normal interval; from {effect.measure}: {effect.formula}",
        inputs=effect.inputs,
        assumptions=(*effect.assumptions, f"converted from {effect.measure}: {assumes}"),
        source=source,
    )
