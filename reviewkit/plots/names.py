"""Names of studies beside their marks, moved apart where they would lie on each other."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from reviewkit.plots.axes import LETTER
from reviewkit.plots.theme import INK, SMALL

SIZE = SMALL - 1.0
"""Points of the studies' names."""
POINTS = 72
"""Points in an inch."""
ASIDE = 7.0
"""Points from a mark to its name."""


def names(ax: Axes, studies: Sequence[tuple[float, float, str]]) -> None:
    """Write names right of marks at x and y, the lower of two that would touch lower.

    To be called once the limits of the axes stand.
    """
    figure = ax.get_figure(root=True)
    if figure is None:
        return
    point = figure.dpi / POINTS
    taken: list[tuple[float, float, float]] = []
    placed = [
        (*(float(at) / point for at in ax.transData.transform((x, y))), x, y, name)
        for x, y, name in studies
    ]
    for across, up, x, y, name in sorted(placed, key=lambda study: -study[1]):
        length, level = len(name) * LETTER * SIZE, up
        for near, long, other in sorted(taken, key=lambda place: -place[2]):
            if near < across + length and across < near + long and abs(other - level) < SIZE:
                level = other - SIZE
        taken.append((across, length, level))
        ax.annotate(
            name,
            (x, y),
            xytext=(ASIDE, level - up - SIZE / 2 + 1),
            textcoords="offset points",
            fontsize=SIZE,
            color=INK,
            annotation_clip=False,
        )
