"""What a forest plot says of each result: its scale, its name, and the text beside it."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit import display
from reviewkit.certainty import BodyGrade, Counted
from reviewkit.effects import Effect
from reviewkit.effects.measures import REVERSED
from reviewkit.plots import labels
from reviewkit.synthesis.pooled import METHOD_NAMES, Pooled

REASON = 46
"""Letters in a line of a reason."""

#: Directions that a source can tell without an interval; any other word says that it is unknown.
DIRECTIONS = ("increases", "decreases", "changes", "no difference")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The one scale of a figure's axis: measure, unit, raw or log, and whether it is turned.

    It is `reversed` for ratios of the opposite, which rise as the outcome falls.
    """

    measure: str
    unit: str
    scale: str
    reversed: bool = False

    def holds(self, result: Counted) -> bool:
        """Whether a result has an interval on this scale."""
        effect = result.effect.effect
        return effect is not None and effect.ci is not None and self == scale_of(result, effect)


def scale_of(result: Counted, effect: Effect) -> Scale:
    """Return the scale of a result's effect."""
    return Scale(
        measure=effect.measure,
        unit=result.effect.unit,
        scale=effect.scale,
        reversed=result.effect.reversed,
    )


def common_scale(grade: BodyGrade) -> Scale | None:
    """Return the scale of the counted effects that have an interval, if it is one."""
    found = {
        scale_of(result, result.effect.effect)
        for result in grade.counted
        if result.effect.effect is not None and result.effect.effect.ci is not None
    }
    return found.pop() if len(found) == 1 else None


def name_of(result: Counted) -> str:
    """Return study, people and result, in two lines."""
    study, _, name = result.use.result.partition("#")
    n = result.effect.n
    people = "n not known" if n is None else f"n = {display.number(n)}"
    return f"{study}, {people}\n{labels.words(name)}"


def text_of(result: Counted, scale: Scale | None) -> str:
    """Return what stands beside a result: its effect or direction, and why it is left out."""
    effect, direction = result.effect.effect, result.effect.direction
    if effect is not None and effect.ci is not None:
        text = labels.estimate_text(
            effect.estimate, effect.ci, measure=effect.measure, scale=effect.scale
        )
        if scale is None or not scale.holds(result):
            below = REVERSED if result.effect.reversed else result.effect.unit
            text = f"{effect.measure} {text}\n{below}".strip()
    elif direction in DIRECTIONS:
        text = f"{direction}; no interval printed"
    else:
        text = f"direction {direction}"
    if result.why_not is None:
        return text
    return f"{text}\n{display.wrap(f'left out: {result.why_not}', width=REASON)}"


def summary_of(grade: BodyGrade) -> tuple[str, str] | None:
    """Return what the results come to, as a row's name and text; one result needs none."""
    synthesis = grade.synthesis
    if synthesis.pooled is not None and synthesis.estimate is not None and synthesis.ci is not None:
        method = METHOD_NAMES[synthesis.pooled.method]
        text = labels.estimate_text(
            synthesis.estimate, synthesis.ci, measure=synthesis.measure, scale=synthesis.scale
        )
        return f"pooled ({method})", f"{text}{_new_study(synthesis.pooled, synthesis.scale)}"
    found = synthesis.regression
    if found is not None and synthesis.estimate is not None and synthesis.ci is not None:
        text = labels.estimate_text(
            synthesis.estimate, synthesis.ci, measure=synthesis.measure, scale=synthesis.scale
        )
        what = display.wrap(synthesis.measure, width=REASON)
        return f"not pooled: slope\n({METHOD_NAMES[found.method]})", f"{text}\n{what}"
    if synthesis.k > 1:
        counts = ((synthesis.increases, "up"), (synthesis.decreases, "down"))
        told = [f"{count} {word}" for count, word in counts if count]
        told += [f"{synthesis.neither} neither"] if synthesis.neither else []
        return "not pooled:\ncounted by direction", display.joined(told)
    return None


def _new_study(pooled: Pooled, scale: str) -> str:
    """Return the line that says where the true effect of a new study would lie."""
    if pooled.prediction is None:
        return ""
    ends = (pooled.prediction.lower, pooled.prediction.upper)
    return f"\na new study: {display.interval(*(labels.drawn(end, scale) for end in ends))}"
