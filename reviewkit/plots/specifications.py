"""A specification curve: every estimate of one body in order, and the choices that led to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, NullFormatter
from matplotlib.transforms import offset_copy

from reviewkit import display
from reviewkit.certainty import CERTAINTY, BodyGrade
from reviewkit.certainty.imprecision_facts import ImprecisionFacts
from reviewkit.effects.choices import Choice
from reviewkit.errors import NotEstimable
from reviewkit.plots import labels
from reviewkit.plots.axes import key, tick
from reviewkit.plots.theme import FAINT, INK, MARKERS, MUTED, SMALL, WIDTH, theme
from reviewkit.review import GradedBody, beyond, turns_on

CURVE, REST, ROW = 2.8, 1.3, 0.2
"""Inches of height of the estimates, of all that is neither, and of a row of the matrix."""
MOST = 240
"""Specifications that are drawn; of more, so many at even steps in the order of the estimates."""
LEVELS = dict(zip(CERTAINTY, ("#9ecae1", "#4292c6", "#08519c", "#041f3d"), strict=True))
"""From light to dark, so that the order is seen in grey."""
OTHER = MUTED
"""Of what is not graded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the matrix: a choice with one of its options, and whether something turns on it."""

    name: str
    option: str
    label: str
    turns: bool


def specifications(body: GradedBody, *, ax: Axes | None = None) -> Axes:
    """Draw the specification curve of a body.

    Above, the estimate under each specification with its 95% interval, from the smallest to the
    largest, coloured and shaped by certainty; the main analysis stands on a grey band, and dashed
    lines are the threshold that is targeted. Below, the options that each took; those of a choice
    on which the certainty or the side of the threshold depends are bold. After Simonsohn, Simmons
    & Nelson 2020 (doi:10.1038/s41562-020-0912-z). How many lie where is no probability.

    Parameters
    ----------
    body : GradedBody
        As ``grade(evidence).bodies`` holds it.
    ax : Axes, optional
        Where to draw the estimates, with room for the matrix below; a new figure by default.

    Raises
    ------
    NotEstimable
        If fewer than two specifications give an estimate with an interval on the scale of the main
        analysis.
    """
    alike = [
        number
        for number, grade in enumerate(body.all)
        if grade.synthesis.ci is not None and _kind(grade) == _kind(body.main)
    ]
    if len(alike) < 2:  # noqa: PLR2004 one estimate is no curve
        raise NotEstimable(f"{body.main.body.id} has no two specifications with an interval")
    order = sorted(alike, key=lambda number: (body.all[number].synthesis.estimate or 0.0, number))
    shown = _some(order)
    matrix = _lines(body)
    rows_high = ROW * max(len(matrix), 1)
    with theme():
        ax, below = _panels(ax, rows_high)
        main = shown.index(0) if 0 in shown else None
        for panel in (ax, below):
            if main is not None:
                panel.axvspan(
                    main - 0.5, main + 0.5, color=FAINT, zorder=0, linewidth=0, gid="main"
                )
        _curve(ax, [body.all[number] for number in shown])
        _matrix(below, matrix, [body.all[number] for number in shown], main)
        _say(ax, below, body, shown=len(shown), alike=len(alike))
    return ax


def _panels(ax: Axes | None, high: float) -> tuple[Axes, Axes]:
    """Return the Axes of the estimates, and those of the matrix below, so many inches high."""
    if ax is not None:
        return ax, ax.inset_axes((0, -0.06 - high / CURVE, 1, high / CURVE), sharex=ax)
    _, (above, below) = plt.subplots(
        2,
        1,
        figsize=(WIDTH, CURVE + REST + high),
        height_ratios=(CURVE, high),
        sharex=True,
        layout="constrained",
    )
    return above, below


def _kind(grade: BodyGrade) -> tuple[str, str, bool]:
    return grade.synthesis.measure, grade.synthesis.unit, grade.synthesis.reversed


def _some(order: Sequence[int]) -> list[int]:
    """All, or as many as are drawn at even steps, the main one among them."""
    if len(order) <= MOST:
        return list(order)
    step = (len(order) - 1) / (MOST - 1)
    positions = {round(step * position) for position in range(MOST)}
    if 0 in order:
        positions.add(order.index(0))
    return [order[position] for position in sorted(positions)]


def _lines(body: GradedBody) -> list[Line]:
    runs = body.multiverse
    turning = turns_on(runs, [(grade.certainty, beyond(grade)) for grade in body.all])
    names = {choice.name: choice.name for choice in runs.choices}
    return [
        Line(
            name=choice.name,
            option=option,
            label=_label(choice, option, list(names)),
            turns=choice.name in turning,
        )
        for choice in runs.choices
        for option in choice.options
    ]


def _label(choice: Choice, option: str, names: Sequence[str]) -> str:
    return labels.options(dict.fromkeys(names, option))[choice.name]


def _curve(ax: Axes, grades: Sequence[BodyGrade]) -> None:
    synthesis = grades[0].synthesis
    for position, grade in enumerate(grades):
        found, ci = grade.synthesis, grade.synthesis.ci
        if ci is None or found.estimate is None:
            continue
        colour = LEVELS.get(grade.certainty, OTHER)
        ends = [labels.drawn(limit, found.scale) for limit in (ci.lower, ci.upper)]
        ax.plot([position] * 2, ends, color=colour, linewidth=_width(len(grades)), zorder=2)
    for level, marker in zip((*CERTAINTY, "not graded"), MARKERS, strict=False):
        some = [
            (position, labels.drawn(grade.synthesis.estimate or 0.0, synthesis.scale))
            for position, grade in enumerate(grades)
            if grade.certainty == level
        ]
        if some:
            ax.scatter(
                [position for position, _ in some],
                [estimate for _, estimate in some],
                marker=marker,
                s=max(9.0, min(46.0, 2400 / len(grades))),
                facecolor=LEVELS.get(level, OTHER),
                edgecolor="white",
                linewidth=0.4,
                zorder=3,
                gid=level,
            )
    if synthesis.scale == "log":
        ax.set_yscale("log")
        ax.yaxis.set_minor_formatter(NullFormatter())
    ax.yaxis.set_major_formatter(FuncFormatter(lambda y, _: tick(y)))
    null = labels.null_of(synthesis.measure, synthesis.scale)
    if null is not None:
        ax.axhline(null, color=INK, linewidth=1.0, zorder=1, gid="null")
    for limit in _thresholds(grades[0]):
        ax.axhline(limit, color=MUTED, linewidth=1.0, linestyle="--", zorder=1, gid="threshold")
    ax.set_xlim(-0.5, len(grades) - 0.5)
    ax.tick_params(axis="x", bottom=False, labelbottom=False)


def _width(count: int) -> float:
    return max(0.6, min(2.0, 120 / count))


def _thresholds(grade: BodyGrade) -> list[float]:
    """The threshold and its opposite as they are drawn; none where it is no effect, or absolute."""
    facts = grade.facts.imprecision if grade.facts else None
    if not isinstance(facts, ImprecisionFacts) or facts.absolute or not facts.threshold:
        return []
    return [labels.drawn(sign * facts.threshold, grade.synthesis.scale) for sign in (-1, 1)]


def _matrix(ax: Axes, lines: Sequence[Line], grades: Sequence[BodyGrade], main: int | None) -> None:
    for row, line in enumerate(lines):
        taken = [
            x for x, grade in enumerate(grades) if grade.specification[line.name] == line.option
        ]
        ax.vlines(
            taken,
            row - 0.38,
            row + 0.38,
            colors=INK,
            linewidth=max(0.8, min(6.0, 330 / len(grades))),
        )
        if row and line.name != lines[row - 1].name:
            ax.axhline(row - 0.5, color=FAINT, linewidth=0.8, zorder=0)
    ax.set_yticks(range(len(lines)), [line.label for line in lines], fontsize=SMALL)
    for text, line in zip(ax.get_yticklabels(), lines, strict=True):
        text.set_fontweight("bold" if line.turns else "normal")
    ax.set_ylim(len(lines) - 0.5, -0.5)
    ax.tick_params(axis="both", length=0, labelbottom=False)
    for spine in ax.spines.values():
        spine.set_visible(False)
    if main is not None:
        ax.set_xticks([main], ["main analysis"])
        ax.tick_params(axis="x", labelbottom=True, labelsize=SMALL)


def _say(ax: Axes, below: Axes, body: GradedBody, *, shown: int, alike: int) -> None:
    synthesis, runs = body.main.synthesis, len(body.all)
    ax.set_ylabel(
        labels.axis_label(
            body.main.body.question.outcome,
            synthesis.measure,
            synthesis.scale,
            synthesis.unit,
            reversed_=synthesis.reversed,
        ).replace(": ", "\n", 1),
        fontsize=SMALL,
    )
    ax.set_title(labels.title(body.main), pad=36)
    told = [display.plural(runs, "specification")]
    if not body.multiverse.complete:
        told.append("one choice at a time, and a seeded sample")
    if alike < runs:
        told.append(f"{runs - alike} without an interval on this scale are not drawn")
    if shown < alike:
        told.append(f"{shown:,} are drawn, at even steps in the order of the estimates")
    ax.annotate(
        f"{'; '.join(told)}\nHow many lie where is no probability.",
        xy=(0, 1),
        xycoords="axes fraction",
        xytext=(0, 8),
        textcoords="offset points",
        fontsize=SMALL,
        color=MUTED,
    )
    levels = [
        level for level in (*CERTAINTY, "not graded") if any(g.certainty == level for g in body.all)
    ]
    shapes = dict(zip((*CERTAINTY, "not graded"), MARKERS, strict=False))
    entries = [
        key(
            level if level == "not graded" else f"{level} certainty",
            marker=shapes[level],
            face=LEVELS.get(level, OTHER),
            edge=LEVELS.get(level, OTHER),
        )
        for level in levels
    ]
    if any(text.get_fontweight() == "bold" for text in below.get_yticklabels()):
        entries.append(key("bold: certainty or side of the threshold depends on it"))
    below.legend(
        handles=entries,
        loc="upper left",
        bbox_to_anchor=(0, 0),
        bbox_transform=offset_copy(
            below.transAxes, below.get_figure(root=True), y=-24, units="points"
        ),
        ncols=3,
        frameon=False,
        fontsize=SMALL,
        handletextpad=0.3,
        borderaxespad=0,
    )
