"""Names of studies beside their marks, moved apart where they would lie on each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from matplotlib.axes import Axes

from reviewkit.plots.axes import LETTER
from reviewkit.plots.theme import INK, SMALL

SIZE = SMALL - 1.0
"""Points of the studies' names."""
POINTS = 72
"""Points in an inch."""
ASIDE = 7.0
"""Points from a mark to its name."""
ABOVE = 1.2 * SIZE
"""Points that a name lies above a mark which has others on both sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """Where a name lies, in points: from where to where, how high, and aligned how."""

    start: float
    end: float
    level: float
    aligned: Literal["left", "center", "right"]


def names(ax: Axes, studies: Sequence[tuple[float, float, str]]) -> None:
    """Write names beside marks at x and y, where no other mark is: right, left or above.

    The lower of two names that would touch is written lower. To be called once the limits of the
    axes stand.
    """
    figure = ax.get_figure(root=True)
    if figure is None:
        return
    point = figure.dpi / POINTS
    edge = float(ax.transAxes.transform((0, 0))[0]) / point
    marks = [
        (float(across) / point, float(up) / point)
        for across, up in (ax.transData.transform((x, y)) for x, y, _ in studies)
    ]
    taken: list[_Label] = []
    for place in sorted(range(len(studies)), key=lambda place: -marks[place][1]):
        (across, up), (x, y, name) = marks[place], studies[place]
        label = _below(_label(name, (across, up), marks, edge), taken)
        taken.append(label)
        aside = {"left": ASIDE, "center": 0.0, "right": -ASIDE}[label.aligned]
        ax.annotate(
            name,
            (x, y),
            xytext=(aside, label.level - up - SIZE / 2 + 1),
            textcoords="offset points",
            ha=label.aligned,
            fontsize=SIZE,
            color=INK,
            annotation_clip=False,
        )


def _label(
    name: str, mark: tuple[float, float], marks: Sequence[tuple[float, float]], edge: float
) -> _Label:
    """Return the place of a name that lies on no other mark and not over the edge, if there is."""
    across, up = mark
    length = len(name) * LETTER * SIZE
    near = [x - across for x, y in marks if (x, y) != mark and abs(y - up) < SIZE]
    if not any(0 < away < length for away in near):
        return _Label(start=across, end=across + length, level=up, aligned="left")
    if across - length < edge:
        return _Label(start=across, end=across + length, level=up, aligned="left")
    if not any(0 < -away < length for away in near):
        return _Label(start=across - length, end=across, level=up, aligned="right")
    half = length / 2
    return _Label(start=across - half, end=across + half, level=up + ABOVE, aligned="center")


def _below(label: _Label, taken: Sequence[_Label]) -> _Label:
    """Return a name below those that it would touch."""
    level = label.level
    for other in sorted(taken, key=lambda other: -other.level):
        beside = other.start < label.end and label.start < other.end
        if beside and abs(other.level - level) < SIZE:
            level = other.level - SIZE
    return replace(label, level=level)
