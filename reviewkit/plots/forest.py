"""A forest plot of one body: its results, what they come to, and those left out with the reason."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.markers import CARETLEFTBASE, CARETRIGHTBASE, MarkerStyle
from matplotlib.patches import Polygon

from reviewkit.certainty import BodyGrade, Counted
from reviewkit.evidence import Evidence
from reviewkit.plots import labels
from reviewkit.plots.axes import below, columns, effect_axis, key, rows
from reviewkit.plots.bias_columns import bias_columns
from reviewkit.plots.results import Scale, common_scale, name_of, summary_of, text_of
from reviewkit.plots.theme import CATEGORIES, INK, MUTED, WIDTH, drawn_on, theme
from reviewkit.review import GradedBody
from reviewkit.synthesis import Pooled

LINE, BETWEEN, REST = 0.165, 0.16, 1.6
"""Inches of height that a line of text takes, what keeps rows apart, and all else."""
SMALLEST, LARGEST = 4.0, 11.0
"""Points across the square of a study with next to no weight, and with all of it."""
NARROW = 7.8
"""Inches across where only directions are drawn."""
WIDER = 1.4
"""Inches that the columns of risk of bias take."""
LEGEND = 3
"""Lines of the legend that the height holds without more."""
CARET, CIRCLE = 12.0, 7.0
"""Points across the marks of directions."""
DIAMOND = 0.22
"""Half the height of the diamond, in rows."""
MARGIN = 0.05
"""What is left free beside the widest interval, as a share of the axis."""

#: Marks for a direction that is told without an interval. The base of a caret is on the line.
_DIRECTIONS: dict[str, str | int] = {
    "increases": CARETRIGHTBASE,
    "decreases": CARETLEFTBASE,
    "changes": r"$\leftrightarrow$",
    "no difference": "o",
}
_OPPOSITE = {"increases": "decreases", "decreases": "increases"}
_ONE_WAY = (-1.0, 1.0)


def forest(body: GradedBody, *, evidence: Evidence | None = None, ax: Axes | None = None) -> Axes:
    """Draw the results of a body in its main analysis.

    Squares are effects with their intervals, larger for more weight; carets tell a direction for
    which no interval can be had from what is printed; what does not count is grey, with its
    reason. Pooled effects end in a diamond with the prediction interval as a thin line and as
    text: the diamond says where the mean of the true effects lies, the line where that of a new
    study would, and only the line says what to expect somewhere else. With few studies it is wide
    for want of knowledge. An arrowhead says that one of the two goes on beyond the axis. Where the
    effects are on several scales, or none has an interval, only directions are drawn, with the
    numbers beside them.

    With the evidence, columns of marks tell the risk of bias of each result: by domain if those
    that count were appraised item by item with one instrument, and as a whole. A hollow mark turns
    on what was not read; a dash stands where nobody judged.

    Parameters
    ----------
    body : GradedBody
        As ``grade(evidence).bodies`` holds it.
    evidence : Evidence, optional
        The loaded review, for the columns of risk of bias.
    ax : Axes, optional
        Where to draw; a new figure by default.
    """
    grade = body.main
    scale = common_scale(grade)
    counted = list(grade.counted)
    left_out = [result for result in grade.results if not result.counts]
    summary = summary_of(grade)
    names = [name_of(result) for result in counted] + ([summary[0]] if summary else [])
    names += [name_of(result) for result in left_out]
    texts = [text_of(result, scale) for result in counted] + ([summary[1]] if summary else [])
    texts += [text_of(result, scale) for result in left_out]
    grey = range(len(names) - len(left_out), len(names))
    lines = max((text.count("\n") + 1 for text in (*names, *texts)), default=1)
    bias = None if evidence is None else bias_columns(counted, left_out, evidence)
    entries = [*_legend(grade, scale), *(bias.legend() if bias else [])]
    ncols = 1 if scale is None and bias is None else 2
    more = max(0, math.ceil(len(entries) / ncols) - LEGEND) if bias else 0
    with theme():
        width = (WIDTH if scale is not None else NARROW) + (WIDER if bias else 0)
        height = REST + (LINE * lines + BETWEEN) * max(len(names), 1) + LINE * more
        ax = drawn_on(ax, width=width, height=height)
        if not names:
            _nothing(ax, grade)
            return ax
        for row, (result, weight) in enumerate(zip(counted, grade.synthesis.weights, strict=True)):
            _draw(ax, row, result, scale, colour=CATEGORIES[0], weight=weight)
        for row, result in zip(grey, left_out, strict=True):
            _draw(ax, row, result, scale, colour=MUTED, weight=0.0)
        rows(ax, names)
        _axis(ax, grade, scale)
        if grade.synthesis.pooled is not None:
            _diamond(ax, len(counted), grade.synthesis.pooled, grade.synthesis.scale)
        end = columns(ax, ("effect", texts), muted=grey, bold=[len(counted)] if summary else [])
        if bias is not None:
            bias.draw(ax, [*range(len(counted)), *grey], start=end)
        for row in grey:
            ax.get_yticklabels()[row].set_color(MUTED)
        if summary:
            ax.get_yticklabels()[len(counted)].set_fontweight("bold")
        below(ax, entries, ncols=ncols, lines=1 if scale else 0)
        ax.set_title(labels.title(grade), pad=18)
    return ax


def _draw(
    ax: Axes, row: int, result: Counted, scale: Scale | None, *, colour: str, weight: float
) -> None:
    effect = result.effect.effect
    if scale is not None and scale.holds(result) and effect is not None and effect.ci is not None:
        ends = [labels.drawn(x, scale.scale) for x in (effect.ci.lower, effect.ci.upper)]
        ax.plot(ends, [row, row], color=colour, linewidth=1.8, gid="interval")
        size = SMALLEST + (LARGEST - SMALLEST) * weight**0.5
        centre = labels.drawn(effect.estimate, scale.scale)
        ax.plot([centre], [row], ls="", marker="s", ms=size, color=colour, gid="estimate")
        return
    null = labels.null_of(scale.measure, scale.scale) if scale is not None else 0.0
    if null is None:
        return
    direction = result.effect.direction
    if scale is not None and scale.reversed:  # the axis runs the other way than the outcome
        direction = _OPPOSITE.get(direction, direction)
    mark = _DIRECTIONS.get(direction)
    if mark is not None:
        hollow = mark == "o"
        ax.plot(
            [null],
            [row],
            ls="",
            marker=mark,
            ms=CIRCLE if hollow else CARET,
            mfc="white" if hollow else colour,
            mec=colour,
            mew=1.6 if hollow else 0.0,
            gid="direction",
        )


def _diamond(ax: Axes, row: int, pooled: Pooled, scale: str) -> None:
    low, centre, high = (
        labels.drawn(x, scale) for x in (pooled.ci.lower, pooled.estimate, pooled.ci.upper)
    )
    limits = ax.get_xlim()
    corners = [(low, row), (centre, row - DIAMOND), (high, row), (centre, row + DIAMOND)]
    ax.add_patch(Polygon(corners, closed=True, facecolor=INK, edgecolor=INK, gid="pooled"))
    ends = (low, high)
    if pooled.prediction is not None:
        further = pooled.prediction.lower, pooled.prediction.upper
        ends = (labels.drawn(further[0], scale), labels.drawn(further[1], scale))
        ax.plot(ends, [row, row], color=INK, linewidth=0.9, marker="|", gid="prediction")
    left, right = _widened(limits, ends, scale)
    ax.set_xlim(left, right)
    for beyond, edge, mark in ((ends[0] < left, left, "<"), (ends[1] > right, right, ">")):
        if beyond:
            ax.plot([edge], [row], ls="", marker=mark, color=INK, clip_on=False, gid="beyond")


def _widened(
    limits: tuple[float, float], ends: tuple[float, float], scale: str
) -> tuple[float, float]:
    """Return limits that hold both ends, but no more than the studies' own span further out."""
    left, right, low, high = (math.log(x) if scale == "log" else x for x in (*limits, *ends))
    span = right - left
    margin = MARGIN * span
    wider = (
        min(left, max(low - margin, left - span)),
        max(right, min(high + margin, right + span)),
    )
    return labels.drawn(wider[0], scale), labels.drawn(wider[1], scale)


def _axis(ax: Axes, grade: BodyGrade, scale: Scale | None) -> None:
    outcome = grade.body.question.outcome
    if scale is not None:
        label = labels.axis_label(
            outcome, scale.measure, scale.scale, scale.unit, reversed_=scale.reversed
        )
        effect_axis(ax, measure=scale.measure, scale=scale.scale, label=label)
        return
    effect_axis(ax, measure="", scale="raw", label=f"{labels.words(outcome)}: down ← → up")
    ax.set_xlim(*_ONE_WAY)
    ax.set_xticks([])


def _nothing(ax: Axes, grade: BodyGrade) -> None:
    note = "No result in this base answers the question."
    ax.text(0.5, 0.5, note, transform=ax.transAxes, ha="center", va="center", color=MUTED)
    ax.set_axis_off()
    ax.set_title(labels.title(grade))


def _legend(grade: BodyGrade, scale: Scale | None) -> Sequence[Artist]:
    """Return what needs to be said of the marks that are there."""
    entries, blue = [], CATEGORIES[0]
    told = [
        result.effect.direction
        for result in grade.results
        if scale is None or not scale.holds(result)
    ]
    if {"increases", "decreases", "changes"} & set(told):
        entries.append(
            key(
                "direction alone, size not drawn",
                marker=MarkerStyle(CARETRIGHTBASE),
                face=blue,
                edge=blue,
            )
        )
    if "no difference" in told:
        circle = key("“no difference”, as reported", marker="o", face="white", edge=blue)
        entries.append(circle)
    if grade.synthesis.pooled is not None:
        entries.append(key("pooled", marker="d"))
        if grade.synthesis.pooled.prediction is not None:
            entries.append(key("prediction interval", marker="|", line=True))
    if any(not result.counts for result in grade.results):
        entries.append(key("left out of the main analysis", marker="s", face=MUTED, edge=MUTED))
    return entries
