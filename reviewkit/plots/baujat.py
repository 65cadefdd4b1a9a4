"""Baujat's plot: which studies make the heterogeneity, and which of those move the pool."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from reviewkit.plots import labels
from reviewkit.plots.axes import tick
from reviewkit.plots.comparable import comparable
from reviewkit.plots.names import names
from reviewkit.plots.theme import CATEGORIES, drawn_on, theme
from reviewkit.review import GradedBody
from reviewkit.synthesis import baujat as coordinates

HEIGHT = 4.8
"""Inches."""
SIZE = 6.0
"""Points across a mark."""
UNDER = 0.05
"""What is left free below 0 of either axis, as a share of the largest."""


def baujat(body: GradedBody, *, ax: Axes | None = None) -> Axes:
    """Draw what each study adds to the heterogeneity, and how far the pool moves without it.

    To the right are studies whose effects lie far from the pool for their precision; on top, those
    without which the pool would be another. A study in the upper right corner is one to read again
    before anything is concluded, not one to drop: what made it differ is the question. The plot
    has no marks of "too much", and somebody is always furthest right (Baujat and others 2002,
    doi:10.1002/sim.1221; as `reviewkit.synthesis.baujat`, with the body's main method).

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
    at = coordinates(found.y, found.v, method=found.method)
    with theme():
        ax = drawn_on(ax, height=HEIGHT)
        ax.plot(at.x, at.y, ls="", marker="o", ms=SIZE, color=CATEGORIES[0], gid="study")
        ax.set_xlabel("squared distance from the pool, over the variance of the study's effect")
        ax.set_ylabel("how far the pool moves without it\n(squared, in its standard errors)")
        ax.set_xlim(left=-UNDER * float(at.x.max()))
        ax.set_ylim(bottom=-UNDER * float(at.y.max()))
        for axis in (ax.xaxis, ax.yaxis):
            axis.set_major_formatter(FuncFormatter(lambda value, _: tick(value)))
        names(
            ax,
            [
                (float(x), float(y), name)
                for x, y, name in zip(at.x, at.y, found.names, strict=True)
            ],
        )
        ax.set_title(labels.title(body.main), pad=18)
    return ax
