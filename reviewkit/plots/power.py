"""How much a test of printed numbers can see: curves over the number of people."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, PercentFormatter

from reviewkit.plots.axes import below, key
from reviewkit.plots.theme import CATEGORIES, FAINT, MARKERS, drawn_on, theme

if TYPE_CHECKING:
    import pandas as pd

HEIGHT = 4.2
"""Inches."""
PEOPLE = (2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Marked on the axis, as far as the curves go."""
MARK_EVERY = 0.12
"""Of the figure's diagonal, between two marks on a curve."""


def power(table: pd.DataFrame, *, wrong: str = "wrong numbers", ax: Axes | None = None) -> Axes:
    """Draw the share of wrong numbers that a test sees, a curve for each way of printing them.

    What a test that flags nothing says depends on it: where a curve lies on the ground, silence is
    no information.

    Parameters
    ----------
    table : DataFrame
        A column for each curve, of proportions; the index is the number of people, rising.
    wrong : str
        Which wrong numbers are counted, each test saying of which its power is.
    ax : Axes, optional
        Where to draw; a new figure by default.

    Raises
    ------
    ValueError
        If a number is no proportion.
    """
    if not table.apply(lambda curve: curve.between(0, 1)).all(axis=None):
        raise ValueError("power is a proportion, from 0 to 1")
    with theme():
        ax = drawn_on(ax, height=HEIGHT)
        entries = []
        marks = zip(table.columns, cycle(CATEGORIES), cycle(MARKERS), strict=False)
        for name, color, marker in marks:
            ax.plot(
                table.index,
                table[name],
                color=color,
                linewidth=1.6,
                marker=marker,
                markersize=6,
                markevery=MARK_EVERY,
                gid=str(name),
            )
            entries.append(key(str(name), marker=marker, line=True, edge=color, face=color))
        ax.set_xscale("log")
        ax.set_xlim(table.index[0], table.index[-1])
        ax.xaxis.set_major_locator(FixedLocator(PEOPLE))
        ax.xaxis.set_minor_locator(FixedLocator([]))
        ax.xaxis.set_major_formatter(FuncFormatter(lambda n, _: f"{n:,.0f}"))
        ax.set_ylim(-0.03, 1.03)
        ax.yaxis.set_major_formatter(PercentFormatter(1.0))
        ax.tick_params(axis="y", left=True)
        ax.grid(color=FAINT, linewidth=0.8)
        ax.set_axisbelow(True)
        ax.set_xlabel("people")
        ax.set_ylabel(f"{wrong} that are seen")
        below(ax, entries)
    return ax
