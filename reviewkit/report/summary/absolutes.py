"""The absolute effect of a body: which baseline risk, from where, and what the effect comes to."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Literal, cast

from reviewkit import display
from reviewkit.certainty import BodyGrade
from reviewkit.effects.absolute import PER, Absolute, from_difference, from_ratio
from reviewkit.effects.measures import REVERSED
from reviewkit.evidence import Evidence

#: People in 1,000 below which a number is not told.
LEAST = 0.1
#: Measures that a baseline risk makes absolute.
_RATIOS = ("RR", "OR", "HR")


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsoluteEffect:
    """An absolute effect, and whose baseline risk it is of.

    `people` says among whom, `source` where that risk comes from.
    """

    effect: Absolute
    people: str
    source: str
    reversed: bool


def absolute_effects(evidence: Evidence, grade: BodyGrade) -> tuple[AbsoluteEffect, ...]:
    """Return the absolute effects of a body: of each baseline risk that is declared.

    Without any, of the median risk of the comparison groups of the studies that count, if every
    one of them prints it. Nothing for effects that are no ratio or difference of risks.
    """
    synthesis = grade.synthesis
    if synthesis.estimate is None or synthesis.ci is None:
        return ()
    if synthesis.measure not in {*_RATIOS, "RD"}:
        return ()
    return tuple(
        AbsoluteEffect(
            effect=_effect(grade, risk), people=people, source=source, reversed=synthesis.reversed
        )
        for risk, people, source in _baselines(evidence, grade)
    )


def _effect(grade: BodyGrade, baseline: float) -> Absolute:
    synthesis = grade.synthesis
    if synthesis.estimate is None or synthesis.ci is None:
        raise ValueError("an absolute effect needs an estimate with its interval")
    if synthesis.measure == "RD":
        return from_difference(
            estimate=synthesis.estimate,
            lower=synthesis.ci.lower,
            upper=synthesis.ci.upper,
            baseline=baseline,
        )
    return from_ratio(
        cast(Literal["RR", "OR", "HR"], synthesis.measure),
        log_estimate=synthesis.estimate,
        log_lower=synthesis.ci.lower,
        log_upper=synthesis.ci.upper,
        baseline=baseline,
    )


def _baselines(evidence: Evidence, grade: BodyGrade) -> Iterator[tuple[float, str, str]]:
    declared = evidence.review.outcomes[grade.body.question.outcome].baselines
    for baseline in declared:
        yield float(baseline.risk.value) / 100, baseline.people, baseline.source
    if declared:
        return
    risks = [_control_risk(evidence, result.use.result) for result in grade.counted]
    known = [risk for risk in risks if risk is not None]
    if not known or len(known) < len(risks):
        return
    if len(known) == 1:
        yield known[0], "", "the comparison group of the one study"
        return
    low, high = (display.number(PER * risk) for risk in (min(known), max(known)))
    told = (
        f"the median of the comparison groups of {len(known)} studies ({low} to {high} per 1,000)"
    )
    yield median(known), "", told


def _control_risk(evidence: Evidence, ref: str) -> float | None:
    """The share of the comparison group with the event; None where it is not printed."""
    _, result = evidence.result(ref)
    group = result.groups.get(result.versus or "")
    size = group and (group.total or group.n)
    if group is None or not size or not int(size):
        return None
    if group.events is not None:
        return int(group.events) / int(size)
    return None if group.percent is None else float(group.percent.value) / 100


def with_control(found: AbsoluteEffect) -> str:
    """Tell the baseline risk, per 1,000.

    Examples
    --------
    >>> from reviewkit.effects.absolute import from_difference
    >>> effect = from_difference(estimate=-0.05, lower=-0.08, upper=-0.01, baseline=0.1)
    >>> found = AbsoluteEffect(effect=effect, people="", source="a cohort", reversed=False)
    >>> with_control(found), with_intervention(found), difference(found)
    ('100 per 1,000', '50 per 1,000 (20 to 90)', '50 fewer per 1,000 (80 fewer to 10 fewer)')
    """
    people = f" ({found.people})" if found.people else ""
    return f"{_per(found.effect.baseline)} per 1,000{people}"


def with_intervention(found: AbsoluteEffect) -> str:
    """Tell the risk with the intervention, per 1,000, with its interval."""
    effect = found.effect
    limits = f"{_per(effect.risk_lower)} to {_per(effect.risk_upper)}"
    cut = "; cut at 0 or 1,000" if effect.capped else ""
    return f"{_per(effect.risk)} per 1,000 ({limits}{cut})"


def difference(found: AbsoluteEffect) -> str:
    """Tell the difference, per 1,000, with its interval; never without saying fewer or more."""
    effect = found.effect
    limits = " to ".join(_more(each) for each in (effect.lower, effect.upper))
    told = f"{_more(effect.difference)} per 1,000 ({limits})"
    return f"{told}, {REVERSED}" if found.reversed else told


def _more(share: float) -> str:
    if not share:
        return "0"
    if PER * abs(share) < LEAST:
        return "no more than 0.1 more or fewer"
    return f"{_per(abs(share))} {'more' if share > 0 else 'fewer'}"


def _per(share: float) -> str:
    """A share of 1,000 people: whole people, unless there are fewer than ten."""
    many = PER * share
    if 0 < many < LEAST:
        return f"fewer than {LEAST}"
    if many >= 10 or math.isclose(many, round(many), abs_tol=1e-9):  # noqa: PLR2004 two digits
        return display.number(round(many))
    return display.number(many, digits=2)
