"""A specification plot: the estimate of one body under every reading and choice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from operator import itemgetter
from typing import Any

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from reviewkit.certainty import BodyGrade
from reviewkit.errors import NotEstimable
from reviewkit.plots import labels
from reviewkit.plots.axes import below, columns, effect_axis, key, rows
from reviewkit.plots.theme import CATEGORIES, MARKERS, drawn_on, theme
from reviewkit.review import GradedBody

ROW, REST = 0.3, 1.5
"""Inches of height that a specification takes, and all else."""

NO_EFFECT = 0.0
"""On the scale of computation: of ratios, the logarithm."""

SUSPENDED = "†"
"""Beside a certainty for which a recorded judgement is suspended."""


def readings(body: GradedBody, *, ax: Axes | None = None) -> Axes:
    """Draw the estimate of a body, with its interval, under every specification.

    For a body with an effect whose report leaves something open. Rows are grouped by reading
    (what the paper may have meant), each with its own colour and shape; a hollow mark's interval
    crosses the line of no effect. The certainty under each specification stands beside it.

    Parameters
    ----------
    body : GradedBody
        As ``grade(evidence).bodies`` holds it.
    ax : Axes, optional
        Where to draw; a new figure by default.

    Raises
    ------
    NotEstimable
        If no specification gives an estimate with an interval.
    """
    table = _table(body)
    if table.empty:
        raise NotEstimable(f"no specification of {body.main.body.id} gives an interval")
    synthesis = body.main.synthesis
    with theme():
        ax = drawn_on(ax, height=REST + ROW * len(table))
        _draw(ax, table)
        rows(ax, list(table["label"]))
        effect_axis(
            ax,
            measure=synthesis.measure,
            scale=synthesis.scale,
            label=labels.axis_label(
                body.main.body.question.outcome,
                synthesis.measure,
                synthesis.scale,
                synthesis.unit,
                reversed_=synthesis.reversed,
            ),
        )
        main = [row for row, is_main in enumerate(table["main"]) if is_main]
        columns(
            ax,
            ("estimate", list(table["text"])),
            ("certainty", list(table["certainty"])),
            bold=main,
        )
        for row in main:
            ax.get_yticklabels()[row].set_fontweight("bold")
        null = labels.null_of(synthesis.measure, synthesis.scale)
        suspended = any(SUSPENDED in text for text in table["certainty"])
        _legend(ax, null=null, suspended=suspended)
        ax.set_title(labels.title(body.main), pad=18)
    return ax


def _table(body: GradedBody) -> pd.DataFrame:
    """Return a row for each specification with an interval, grouped by reading."""
    origins = {choice.name: choice.origin for choice in body.multiverse.choices}
    ranks = {
        choice.name: {option: rank for rank, option in enumerate(_ascending(choice.options))}
        for choice in body.multiverse.choices
    }
    readings_first = sorted(origins, key=lambda name: origins[name] != "reading")
    found: list[tuple[tuple[int, ...], dict[str, Any]]] = []
    for position, grade in enumerate(body.all):
        synthesis, taken = grade.synthesis, grade.specification
        if synthesis.estimate is None or synthesis.ci is None:
            continue
        names = labels.options({name: taken[name] for name in readings_first})
        label = ", ".join(names.values()) or "as printed"
        order = tuple(ranks[name][taken[name]] for name in readings_first)
        found.append(
            (
                order,
                {
                    "main": position == 0,
                    "reading": ", ".join(t for n, t in names.items() if origins[n] == "reading"),
                    "label": f"{label} (main)" if position == 0 else label,
                    "estimate": labels.drawn(synthesis.estimate, synthesis.scale),
                    "lower": labels.drawn(synthesis.ci.lower, synthesis.scale),
                    "upper": labels.drawn(synthesis.ci.upper, synthesis.scale),
                    "crosses": synthesis.measure != "PR" and NO_EFFECT in synthesis.ci,
                    "text": labels.estimate_text(
                        synthesis.estimate,
                        synthesis.ci,
                        measure=synthesis.measure,
                        scale=synthesis.scale,
                    ),
                    "certainty": _certainty(grade),
                },
            )
        )
    return pd.DataFrame([row for _, row in sorted(found, key=itemgetter(0))])


def _draw(ax: Axes, table: pd.DataFrame) -> None:
    """Draw a line from limit to limit in each row, and a mark over it at the estimate."""
    groups = list(dict.fromkeys(table["reading"]))
    colours = dict(zip(groups, cycle(CATEGORIES), strict=False))
    own = [colours[reading] for reading in table["reading"]]
    crossing = zip(table["crosses"], own, strict=True)
    ax.hlines(table.index, table["lower"], table["upper"], colors=own, linewidth=1.8)
    sns.scatterplot(
        table,
        x="estimate",
        y=table.index,
        style="reading",
        markers=dict(zip(groups, cycle(MARKERS), strict=False)),
        facecolors=["white" if crosses else colour for crosses, colour in crossing],
        edgecolors=own,
        linewidth=1.6,
        s=55,
        zorder=3,
        legend=False,
        ax=ax,
    )


def _ascending(options: Sequence[str]) -> list[str]:
    """Return options in the order of their numbers; those that are words as they are declared."""
    try:
        return sorted(options, key=float)
    except ValueError:
        return list(options)


def _certainty(grade: BodyGrade) -> str:
    suspended = grade.overall_suspended or any(domain.suspended for domain in grade.domains)
    return f"{grade.certainty} {SUSPENDED}" if suspended else grade.certainty


def _legend(ax: Axes, *, null: float | None, suspended: bool) -> None:
    """Say below the axis what a hollow mark and the dagger mean."""
    entries = []
    if null is not None:
        entries = [
            key(f"interval excludes {null:g}", marker="o"),
            key(f"interval includes {null:g}", marker="o", face="white"),
        ]
    if suspended:
        note = f"{SUSPENDED} a recorded judgement is suspended: what it was made on differs here"
        entries.append(key(note))
    below(ax, entries)
