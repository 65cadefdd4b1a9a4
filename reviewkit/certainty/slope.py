"""A body that asks what a moderator does to an effect: its slope across studies, and its rules.

Studies are compared with studies here, not people with people: whoever was allocated to what
within them, the studies were not allocated to their latitude. The start is therefore that of an
observed association, and all results start alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from reviewkit.certainty.imprecision_facts import Held
from reviewkit.certainty.proposal import PROJECT, Quantity, Rule, Telling, branches
from reviewkit.certainty.seen import TOLD
from reviewkit.certainty.start import LOW, Start
from reviewkit.certainty.synthesis_of import Synthesis, Way
from reviewkit.effects.measures import MEASURES
from reviewkit.effects.result_effect import ResultEffect
from reviewkit.errors import NotEstimable
from reviewkit.evidence import Evidence
from reviewkit.records import Moderator, Study
from reviewkit.synthesis.regression import Regression, meta_regression

#: Studies for each moderator below which a slope is not to be relied on (Cochrane Handbook,
#: section 10.11.5.1, as `reviewkit.synthesis.regression` has it).
FEWEST = 10
#: Levels of a moderator that one slope can tell: the second against the first.
TWO = 2
BRANCHES_OF_START = branches(
    "start",
    {
        "across-studies": (
            LOW,
            PROJECT,
            "convention",
            "studies compared with studies, by a moderator: an observed association",
        )
    },
)
BRANCHES_OF_INCONSISTENCY = branches(
    "inconsistency",
    {"one-slope": (0, PROJECT, "convention", "one slope over all studies: not applicable")},
)
BRANCHES_OF_IMPRECISION = branches(
    "imprecision",
    {
        "no-slope": (1, PROJECT, "convention", "no interval of the slope can be had"),
        "slope-crosses": (1, PROJECT, "convention", "its 95% interval includes a slope of 0"),
        "few-for-slope": (
            1,
            PROJECT,
            "convention",
            "it does not, and there are fewer than ten studies for the moderator",
        ),
        "slope-clear": (0, PROJECT, "convention", "it does not, and there are ten or more"),
    },
)
ACROSS = Start(
    level=LOW,
    why="studies compared with studies: an observed association, whoever was allocated within them",
    source=PROJECT,
    mark="convention",
    branch="start/across-studies",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlopeFacts:
    """The interval of a slope (None where none can be had), and the studies behind it.

    `note` says why none can be had, or why it is not held against the threshold that is asked for.
    """

    lower: float | None
    upper: float | None
    k: int
    i2: float | None
    note: str = field(default="", metadata=TOLD)

    @property
    def held(self) -> Held | None:
        """The interval as it is held against a slope of 0; None where there is none."""
        if self.lower is None or self.upper is None:
            return None
        return Held(self.lower, self.upper, 0.0, None)


def stands_at(study: Study, moderator: Moderator, name: str) -> float | None:
    """Return where a study stands on a moderator; of two levels 0 or 1. None if not read."""
    of_study = study.moderators.get(name)
    if of_study is None:
        return None
    if of_study.value is not None:
        return float(of_study.value)
    return float(moderator.levels.index(of_study.level)) if of_study.level else None


def slope(evidence: Evidence, effects: Sequence[ResultEffect], name: str, way: Way) -> Synthesis:
    """Return the slope of effects on a moderator: meta-regression, one effect a study.

    On the scale of the effects: for a ratio the logarithm of the factor by which it changes from
    one unit of the moderator to the next. Where no slope can be had, a synthesis without an
    estimate or a direction, with the reason.
    """
    moderator = evidence.review.moderators[name]
    numbers = [effect.n for effect in effects]
    known = [n for n in numbers if n is not None]
    counted = Synthesis(
        kind="directions" if effects else "none",
        k=len(effects),
        n=sum(known) if known and len(known) == len(effects) else None,
        neither=len(effects),
        weights=tuple(1 / len(effects) for _ in effects),
    )
    try:
        found = _regression(evidence, effects, name, moderator, way)
    except NotEstimable as reason:
        return replace(counted, why_not=f"no slope can be had: {reason}")
    effect = effects[0].effect
    if effect is None:
        return counted
    over = found[name]
    return replace(
        counted,
        kind="slope",
        neither=0,
        measure=_measure(effect.measure, effect.scale, name, moderator),
        unit=effects[0].unit,
        scale=effect.scale,
        reversed=effects[0].reversed,
        estimate=over.estimate,
        ci=over.ci,
        weights=_weights(effects, found),
        regression=found,
    )


def _regression(
    evidence: Evidence,
    effects: Sequence[ResultEffect],
    name: str,
    moderator: Moderator,
    way: Way,
) -> Regression:
    if len(moderator.levels) > TWO:
        raise NotEstimable(f"{name} has {len(moderator.levels)} levels: no one slope can tell them")
    told = [effect.effect for effect in effects]
    kinds = {(e.measure, r.unit, r.reversed) for e, r in zip(told, effects, strict=True) if e}
    if any(e is None or not e.variance for e in told) or len(kinds) != 1:
        raise NotEstimable("not every study has an effect with an interval on one measure and unit")
    places = [stands_at(evidence.studies[r.study], moderator, name) for r in effects]
    return meta_regression(
        [e.estimate for e in told if e],
        [e.variance or 0.0 for e in told if e],
        np.array([[1.0, place or 0.0] for place in places]),
        names=["intercept", name],
        method=way.method,
        test=way.test,
    )


def _weights(effects: Sequence[ResultEffect], found: Regression) -> tuple[float, ...]:
    """Shares by ``1/(v + τ²)``, as the regression weighs the studies."""
    variances = [r.effect.variance or 0.0 for r in effects if r.effect]
    raw = [1 / (variance + found.tau2) for variance in variances]
    return tuple(weight / sum(raw) for weight in raw)


def _measure(measure: str, scale: str, name: str, moderator: Moderator) -> str:
    """Name what a slope is.

    Examples
    --------
    >>> _measure("RR", "log", "latitude", Moderator(label="l", unit="degrees", why="w"))
    'ratio of risk ratios per unit of latitude (degrees)'
    """
    what = f"{'ratio' if scale == 'log' else 'difference'} of {MEASURES.get(measure, measure)}s"
    if moderator.levels:
        first, second = moderator.levels
        return f"{what}, {second} against {first}"
    return f"{what} per unit of {name} ({moderator.unit})"


def slope_facts(synthesis: Synthesis, note: str = "") -> SlopeFacts:
    """Gather what the rules on a slope see."""
    found = synthesis.regression
    return SlopeFacts(
        lower=synthesis.ci.lower if synthesis.ci else None,
        upper=synthesis.ci.upper if synthesis.ci else None,
        k=synthesis.k,
        i2=found.heterogeneity.i2 if found else None,
        note=note,
    )


def decide_inconsistency(facts: SlopeFacts) -> str:  # noqa: ARG001 nothing to decide by
    """Decide on a rating for inconsistency: one slope has no second one to differ from.

    What the moderator leaves of the differences between studies is shown and never decides.
    """
    return "one-slope"


def tell_inconsistency(facts: SlopeFacts, branch: str) -> Telling:  # noqa: ARG001 there is but one
    """Tell what the moderator leaves of the differences between studies."""
    path = [f"not applicable: one slope over {facts.k} studies"]
    if facts.i2 is not None:
        path.append(f"I² left beside it = {facts.i2:.0%} (shown; it never decides)")
    return Telling(tuple(path))


def decide_imprecision(facts: SlopeFacts) -> str:
    """Decide on a rating for imprecision of a slope.

    Serious where its interval includes a slope of 0, where there are fewer than ten studies for
    the moderator (Cochrane Handbook, section 10.11.5.1), or where no interval can be had; a
    convention of this project.
    """
    held = facts.held
    if held is None:
        return "no-slope"
    if held.crosses:
        return "slope-crosses"
    return "few-for-slope" if facts.k < FEWEST else "slope-clear"


def tell_imprecision(facts: SlopeFacts, branch: str) -> Telling:
    """Tell where the interval lies, and how many studies there are."""
    path = [facts.note] if facts.note else []
    if branch == "no-slope":
        path.append("no interval of the slope can be had")
    else:
        includes = "includes" if branch == "slope-crosses" else "does not include"
        path.append(f"the 95% interval {includes} a slope of 0")
    least = f"{FEWEST} a moderator are the usual least"
    few = facts.k < FEWEST
    path.append(f"{facts.k} studies; {least}" if few else f"{facts.k} studies, of which {least}")
    return Telling(tuple(path), (Quantity(name="studies", value=facts.k),))


inconsistency_of_slope = Rule(
    domain="inconsistency",
    branches=BRANCHES_OF_INCONSISTENCY,
    decide=decide_inconsistency,
    tell=tell_inconsistency,
)
imprecision_of_slope = Rule(
    domain="imprecision",
    branches=BRANCHES_OF_IMPRECISION,
    decide=decide_imprecision,
    tell=tell_imprecision,
)


def unplaced(study: Study, moderators: Mapping[str, Moderator], name: str) -> str | None:
    """Say why a study cannot count in a slope; None if it can."""
    if stands_at(study, moderators[name], name) is None:
        return f"its {moderators[name].label} was not read"
    return None
