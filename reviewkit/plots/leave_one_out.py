"""The pool without each study in turn, below the pool of all."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from reviewkit import display
from reviewkit.effects import Interval
from reviewkit.plots import labels
from reviewkit.plots.axes import columns, effect_axis, rows
from reviewkit.plots.comparable import comparable
from reviewkit.plots.theme import CATEGORIES, FAINT, INK, drawn_on, theme
from reviewkit.review import GradedBody
from reviewkit.synthesis import leave_one_out as without_each

ROW, REST = 0.3, 1.3
"""Inches of height that a row takes, and all else."""
SIZE = 6.0
"""Points across a mark."""


def leave_one_out(body: GradedBody, *, ax: Axes | None = None) -> Axes:
    """Draw the pooled effect of a body without each of its studies, with τ² and I² beside it.

    The band is the interval of all studies together. Rows that stay within it say that no study
    decides alone; a row that leaves it names the study to read again, and one whose τ² falls names
    a study that makes much of the heterogeneity. Rows share all studies but one and are no
    independent confirmation of each other; two studies of one kind are not both missed by any row.

    Parameters
    ----------
    body : GradedBody
        As ``grade(evidence).bodies`` holds it.
    ax : Axes, optional
        Where to draw; a new figure by default.

    Raises
    ------
    NotEstimable
        If there are fewer than two effects, they are on several scales, or one has no interval.
    """
    found = comparable(body.main)
    whole = found.pooled()
    fits = without_each(found.y, found.v, method=found.method, test=found.test)
    heads = [f"all {len(found.names)}", *(f"without {name}" for name in found.names)]
    texts = [found.text(whole.estimate, whole.ci)]
    tau2 = [display.number(whole.tau2 or 0.0), *(display.number(float(t)) for t in fits.tau2)]
    i2 = [display.percent(whole.i2 or 0.0), *(display.percent(float(i)) for i in fits.i2)]
    with theme():
        ax = drawn_on(ax, height=REST + ROW * len(heads))
        _draw(ax, 0, *(found.drawn(x) for x in (whole.estimate, whole.ci.lower, whole.ci.upper)))
        for row, (centre, low, high) in enumerate(
            zip(fits.estimate, fits.lower, fits.upper, strict=True), start=1
        ):
            _draw(ax, row, *(found.drawn(float(x)) for x in (centre, low, high)))
            ci = Interval(lower=float(low), upper=float(high), level=whole.ci.level, method="t")
            told = found.text(float(centre), ci) if np.isfinite(low) else "no interval"
            texts.append(told)
        rows(ax, heads)
        ax.axvspan(
            found.drawn(whole.ci.lower),
            found.drawn(whole.ci.upper),
            color=FAINT,
            alpha=0.5,
            linewidth=0,
            zorder=0,
            gid="all",
        )
        effect_axis(
            ax, measure=found.scale.measure, scale=found.scale.scale, label=found.axis_label
        )
        columns(ax, ("pooled effect", texts), ("τ²", tau2), ("I²", i2), bold=[0])
        ax.get_yticklabels()[0].set_fontweight("bold")
        ax.set_title(labels.title(body.main), pad=18)
    return ax


def _draw(ax: Axes, row: int, centre: float, low: float, high: float) -> None:
    colour = CATEGORIES[0] if row else INK
    ax.plot([low, high], [row, row], color=colour, linewidth=1.8, gid="interval")
    ax.plot([centre], [row], ls="", marker="o" if row else "d", ms=SIZE, color=colour, gid="pooled")
