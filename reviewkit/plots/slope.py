"""Effects against a moderator: a bubble for each study, and the line of the meta-regression."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator

from reviewkit.certainty import BodyGrade, Counted
from reviewkit.certainty.slope import stands_at
from reviewkit.errors import UserError
from reviewkit.evidence import Evidence
from reviewkit.plots import labels
from reviewkit.plots.axes import LOG_MARKS, below, key, tick
from reviewkit.plots.names import names
from reviewkit.plots.theme import CATEGORIES, INK, MUTED, drawn_on, theme
from reviewkit.review import GradedBody
from reviewkit.synthesis import predict
from reviewkit.synthesis.regression import Regression

HEIGHT = 5.5
"""Inches."""
SMALLEST, LARGEST = 12.0, 900.0
"""Square points of a bubble with next to no weight, and with all of it."""


def slope(body: GradedBody, evidence: Evidence, *, ax: Axes | None = None) -> Axes:
    """Draw the effect of each study where it stands on the moderator that a body asks about.

    Bubbles are larger for more weight, with the 95% interval of the effect; the line is what the
    meta-regression makes of them, the band the interval of the mean effect at each place, and the
    dashed lines say where the true effect of a new study there would lie. Studies that differ in
    the moderator differ in more than that: the line shows an association of studies, and none of
    people within one. Nothing is drawn beyond the studies' own places. With fewer than ten studies
    a line through any moderator is easily chance (Cochrane Handbook, 10.11.5.1).

    Parameters
    ----------
    body : GradedBody
        As ``grade(evidence).bodies`` holds it, one whose question names a moderator of numbers.
    evidence : Evidence
        The loaded review, which knows where its studies stand.
    ax : Axes, optional
        Where to draw; a new figure by default.

    Raises
    ------
    UserError
        If the body has no slope over a moderator of numbers.
    """
    grade = body.main
    name, found = grade.body.question.moderator, grade.synthesis.regression
    if name is None or found is None or evidence.review.moderators[name].levels:
        raise UserError(f"{grade.body.id} has no slope over a moderator of numbers")
    moderator = evidence.review.moderators[name]
    places = [
        stands_at(evidence.studies[result.effect.study], moderator, name) or 0.0
        for result in grade.counted
    ]
    with theme():
        ax = drawn_on(ax, height=HEIGHT)
        for place, result, weight in zip(
            places, grade.counted, grade.synthesis.weights, strict=True
        ):
            _draw(ax, place, result, weight, grade.synthesis.scale)
        _line(ax, found, places, grade.synthesis.scale)
        _axes(ax, grade, f"{moderator.label} ({moderator.unit})")
        names(ax, _heights(grade, places))
        colour = CATEGORIES[0]
        study = key("study, larger for more weight", marker="o", face=colour, edge=colour)
        below(ax, [study, key("meta-regression, with the interval of the mean", line=True), _new()])
        ax.set_title(labels.title(grade), pad=18)
    return ax


def _new() -> Line2D:
    entry = key("where a new study's true effect would lie", edge=MUTED, line=True)
    entry.set_linestyle("--")
    return entry


def _draw(ax: Axes, place: float, result: Counted, weight: float, scale: str) -> None:
    effect = result.effect.effect
    if effect is None or effect.ci is None:
        return
    low, centre, high = (
        labels.drawn(x, scale) for x in (effect.ci.lower, effect.estimate, effect.ci.upper)
    )
    ax.plot([place, place], [low, high], color=CATEGORIES[0], linewidth=0.9, alpha=0.6, zorder=1)
    size = SMALLEST + (LARGEST - SMALLEST) * weight
    ax.scatter([place], [centre], s=size, color=CATEGORIES[0], alpha=0.85, gid="study", zorder=2)


def _heights(grade: BodyGrade, places: Sequence[float]) -> list[tuple[float, float, str]]:
    return [
        (place, labels.drawn(told.estimate, grade.synthesis.scale), result.effect.study)
        for place, result in zip(places, grade.counted, strict=True)
        if (told := result.effect.effect) is not None
    ]


def _line(ax: Axes, found: Regression, places: Sequence[float], scale: str) -> None:
    """Draw the fitted line with the interval of its mean and the prediction interval."""
    over = np.linspace(min(places), max(places))
    design = [[1.0 if each == "intercept" else x for each in found.names] for x in over]
    at = predict(found, design)
    ends = {
        "band": [(each.ci.lower, each.ci.upper) for each in at],
        "prediction": [(each.prediction.lower, each.prediction.upper) for each in at],
    }
    drawn = {
        gid: np.array([[labels.drawn(end, scale) for end in pair] for pair in pairs])
        for gid, pairs in ends.items()
    }
    heights = [labels.drawn(each.estimate, scale) for each in at]
    ax.plot(over, heights, color=INK, linewidth=1.6, gid="line", zorder=3)
    band = drawn["band"].T
    ax.fill_between(over, *band, color=MUTED, alpha=0.2, linewidth=0, gid="band", zorder=0)
    for edge in drawn["prediction"].T:
        ax.plot(over, edge, color=MUTED, linewidth=1.0, ls="--", gid="prediction", zorder=1)


def _axes(ax: Axes, grade: BodyGrade, label: str) -> None:
    effect = grade.counted[0].effect
    measure = effect.effect.measure if effect.effect else ""
    scale = grade.synthesis.scale
    ax.set_xlabel(label)
    outcome = grade.body.question.outcome
    ax.set_ylabel(labels.axis_label(outcome, measure, scale, effect.unit))
    if scale == "log":
        ax.set_yscale("log")
        low, high = ax.get_ylim()
        marks = next(marks for longest, marks in LOG_MARKS if high / low < longest)
        ax.yaxis.set_major_locator(LogLocator(subs=marks))
        ax.yaxis.set_minor_locator(FixedLocator([]))
    ax.yaxis.set_major_formatter(FuncFormatter(lambda y, _: tick(y)))
    null = labels.null_of(measure, scale)
    if null is not None:
        ax.axhline(null, color=INK, linewidth=1.0, linestyle=":", zorder=0, gid="null")
