"""A contour-enhanced funnel plot: effects against their standard errors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter

from reviewkit import display
from reviewkit.effects.tails import normal_quantile
from reviewkit.plots import labels
from reviewkit.plots.axes import below, effect_axis, key, tick
from reviewkit.plots.comparable import Comparable, comparable
from reviewkit.plots.names import names
from reviewkit.plots.theme import CATEGORIES, INK, MUTED, drawn_on, theme
from reviewkit.review import GradedBody
from reviewkit.synthesis.small_studies import LEAST_FOR_ASYMMETRY

HEIGHT = 5.4
"""Inches."""
SIZE = 6.0
"""Points across a study's mark."""
BELOW = 1.06
"""How far down the axis goes, in the largest standard errors."""
MARGIN = 0.05
"""What is left free at each side, as a share of the axis."""
LEVEL = 0.95
"""Share of studies within the pseudo region, were all of one true effect."""

#: Two-sided p of one study at the edge of each region, from the outside in, and the shade there.
OUTSIDE = "#d6d6d6"
CONTOURS = ((0.01, "#e4e4e4"), (0.05, "#f1f1f1"), (0.10, "#ffffff"))


def funnel(body: GradedBody, *, ax: Axes | None = None) -> Axes:
    """Draw the effects that count in a body against their standard errors, exact studies on top.

    Studies that all estimate one effect scatter alike to both sides of it, the less exact ones
    more widely, and 95% of them within the dashed pseudo limits ``μ ± 1.96·SE`` (μ the pooled
    effect of the body's main method; τ² is not added). Shades are regions of the p of a single
    study, around no effect and not around the pool: a gap where p is large suggests that such
    studies were not published; a gap elsewhere, another cause (Peters and others 2008,
    doi:10.1016/j.jclinepi.2007.11.010).

    It cannot tell why small studies find something else: poorer methods, other people, another
    intensity, another scale of the effect or chance do as well as silence (Sterne and others 2011,
    doi:10.1136/bmj.d4002). Where effects differ in truth, studies lie outside the limits without
    any bias. With fewer than ten studies nothing is to be read from the shape, and the figure
    says so (Cochrane Handbook, 13.3.5.4, doi:10.1002/9781119536604.ch13). Studies outside the
    limits are named.

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
    centre = found.pooled().estimate
    se = np.sqrt(found.v)
    lowest = BELOW * float(se.max())
    reach = normal_quantile(LEVEL)
    with theme():
        ax = drawn_on(ax, height=HEIGHT)
        null = labels.null_of(found.scale.measure, found.scale.scale)
        ax.set_ylim(lowest, 0)
        ax.set_xlim(*_limits(found, centre, reach * lowest))
        if null is not None:
            _contours(ax, found, lowest)
        _region(ax, found, centre, reach, lowest)
        x = [found.drawn(float(each)) for each in found.y]
        ax.plot(
            x,
            se,
            ls="",
            marker="o",
            ms=SIZE,
            color=CATEGORIES[0],
            mec="white",
            gid="study",
            zorder=4,
        )
        effect_axis(
            ax, measure=found.scale.measure, scale=found.scale.scale, label=found.axis_label
        )
        ax.set_ylabel("standard error" + (" of its logarithm" if _is_log(found) else ""))
        ax.yaxis.set_major_formatter(FuncFormatter(lambda at, _: tick(at)))
        outside = np.abs(found.y - centre) > reach * se
        names(
            ax,
            [
                (at, float(down), name)
                for at, down, name, out in zip(x, se, found.names, outside, strict=True)
                if out
            ],
        )
        below(ax, _legend(contours=null is not None), ncols=3, title=note(len(x)))
        ax.set_title(labels.title(body.main), pad=18)
    return ax


def note(k: int) -> str:
    """Return what the figure says of so few studies; nothing from ten on.

    Examples
    --------
    >>> note(7)
    '7 studies: with fewer than ten, no asymmetry can be judged by eye'
    >>> note(10)
    ''
    """
    if k >= LEAST_FOR_ASYMMETRY:
        return ""
    studies = display.plural(k, "study", "studies")
    return f"{studies}: with fewer than ten, no asymmetry can be judged by eye"


def _is_log(found: Comparable) -> bool:
    return found.scale.scale == "log"


def _limits(found: Comparable, centre: float, widest: float) -> tuple[float, float]:
    low = min(float(found.y.min()), centre - widest)
    high = max(float(found.y.max()), centre + widest)
    margin = MARGIN * (high - low)
    return found.drawn(low - margin), found.drawn(high + margin)


def _contours(ax: Axes, found: Comparable, lowest: float) -> None:
    """Shade where one study would have a p below each mark."""
    ax.set_facecolor(OUTSIDE)
    down = np.array([0.0, lowest])
    for p, shade in CONTOURS:
        half = normal_quantile(1 - p) * down
        ax.fill_betweenx(
            down,
            [found.drawn(-float(each)) for each in half],
            [found.drawn(float(each)) for each in half],
            color=shade,
            linewidth=0,
            zorder=0,
            gid=f"p-{p:g}",
        )


def _region(ax: Axes, found: Comparable, centre: float, reach: float, lowest: float) -> None:
    edges = [found.drawn(x) for x in (centre - reach * lowest, centre, centre + reach * lowest)]
    ax.plot(
        edges, [lowest, 0, lowest], color=INK, linewidth=1.0, linestyle="--", gid="region", zorder=2
    )
    ax.plot([edges[1]] * 2, [lowest, 0], color=INK, linewidth=1.0, ls=":", gid="pooled", zorder=2)


def _legend(*, contours: bool) -> Sequence[Artist]:
    limits = key("95% of studies, were all of one effect", line=True)
    limits.set_linestyle("--")
    centre = key("pooled effect", line=True)
    centre.set_linestyle(":")
    entries: list[Artist] = [limits, centre]
    if not contours:
        return entries
    shades = [*(shade for _, shade in reversed(CONTOURS)), OUTSIDE]
    told = ["one study's p above .10", "p .05 to .10", "p .01 to .05", "p below .01"]
    patches = [
        Patch(facecolor=shade, edgecolor=MUTED, linewidth=0.6, label=text)
        for shade, text in zip(shades, told, strict=True)
    ]
    return [*entries, *patches]
