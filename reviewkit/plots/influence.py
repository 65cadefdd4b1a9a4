"""Which studies fit badly, and which move the result: residuals against Cook's distances."""

from __future__ import annotations

from itertools import compress

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from reviewkit.effects.tails import normal_quantile
from reviewkit.plots import labels
from reviewkit.plots.axes import below, key, tick
from reviewkit.plots.comparable import comparable
from reviewkit.plots.names import names
from reviewkit.plots.theme import CATEGORIES, MUTED, drawn_on, theme
from reviewkit.review import GradedBody
from reviewkit.synthesis import influence as measures

HEIGHT = 5.0
"""Inches."""
SIZE = 7.0
"""Points across a mark."""
WIDEST = normal_quantile(0.95)
"""Studentised residual beyond which one study in twenty lies by chance."""
MARGIN = 1.15
"""Half the axis of residuals, in the largest."""
UNDER = 0.05
"""What is left free below a distance of 0, as a share of the largest."""


def influence(body: GradedBody, *, ax: Axes | None = None) -> Axes:
    """Draw the studentised residual and Cook's distance of each study.

    Left and right of the dashed lines are studies whose effect is far from what all others
    predict: one in twenty is by chance. Height is how far the result moves without the study. A
    filled mark passes one of the usual marks of influence of `reviewkit.synthesis.influence`,
    which are arbitrary; a hollow one passes none. Far out and low is an outlier that decides
    nothing; high and near the middle is a large study that carries the result.

    Each study is left out by itself: two that pull the same way hide each other here
    (`reviewkit.plots.gosh` shows such pairs). It is a reason to look at a study, and none to drop
    it (Viechtbauer & Cheung 2010, doi:10.1002/jrsm.11).

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
    moved = measures(found.y, found.v, method=found.method, test=found.test)
    x, y = moved.studentised.z, moved.cooks_distance
    colour = CATEGORIES[0]
    with theme():
        ax = drawn_on(ax, height=HEIGHT)
        for across, up, out in zip(x, y, moved.influential, strict=True):
            ax.plot(
                [across],
                [up],
                ls="",
                marker="o",
                ms=SIZE,
                mec=colour,
                mfc=colour if out else "white",
                mew=1.4,
                gid="influential" if out else "study",
            )
        for edge in (-WIDEST, WIDEST):
            ax.axvline(edge, color=MUTED, linewidth=0.9, linestyle="--", zorder=0, gid="edge")
        furthest = MARGIN * max(WIDEST, float(np.abs(x).max()))
        ax.set_xlim(-furthest, furthest)
        ax.set_ylim(bottom=-UNDER * float(y.max()))
        ax.set_xlabel("studentised residual: effect less what the other studies predict, in its SE")
        ax.set_ylabel("Cook's distance: how far the pool moves without it")
        for axis in (ax.xaxis, ax.yaxis):
            axis.set_major_formatter(FuncFormatter(lambda value, _: tick(value)))
        names(
            ax, [(float(a), float(b), name) for a, b, name in zip(x, y, found.names, strict=True)]
        )
        entries = [
            key("passes a mark of influence", marker="o", face=colour, edge=colour),
            key("passes no mark of influence", marker="o", face="white", edge=colour),
        ]
        present = [any(moved.influential), not all(moved.influential)]
        below(ax, list(compress(entries, present)))
        ax.set_title(labels.title(body.main), pad=18)
    return ax
