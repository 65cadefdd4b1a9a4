"""What the figures of effects share: the axis with its null line, rows, and columns of text."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, MaxNLocator
from matplotlib.transforms import offset_copy

from reviewkit import display
from reviewkit.plots.labels import null_of
from reviewkit.plots.theme import INK, MUTED, SMALL, beside

#: What is marked of each power of ten on a logarithmic axis: little where the axis is long.
LOG_MARKS = ((20.0, (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)), (1000.0, (1.0, 3.0)), (float("inf"), (1.0,)))
INTERVALS = 6
"""Between ticks at most: more of them run into each other."""
GAP = 10.0
"""Points between the Axes and a column of text, and between columns."""
LETTER = 0.6
"""Mean width of a letter in sizes of its font (DejaVu Sans, with room for bold)."""
UNDER_AXIS = 42.0
"""Points from the x axis down to the legend: past the ticks and the label."""
TICK_LINE = 13.0
"""Points that one more line of tick labels takes."""


def effect_axis(ax: Axes, *, measure: str, scale: str, label: str) -> None:
    """Make x the axis of an effect: plain numbers, logarithmic for ratios, a line at no effect."""
    ax.set_xlabel(label)
    if scale == "log":
        ax.set_xscale("log")
        low, high = ax.get_xlim()
        marks = next(marks for longest, marks in LOG_MARKS if high / low < longest)
        ax.xaxis.set_major_locator(LogLocator(subs=marks))
        ax.xaxis.set_minor_locator(FixedLocator([]))
    else:
        ax.xaxis.set_major_locator(MaxNLocator(nbins=INTERVALS, steps=(1, 2, 5, 10)))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: tick(x)))
    null = null_of(measure, scale)
    if null is not None:
        ax.axvline(null, color=INK, linewidth=1.0, zorder=0, gid="null")


def rows(ax: Axes, labels: Sequence[str]) -> None:
    """Make y a list with its first row on top."""
    ax.set_yticks(range(len(labels)), labels, fontsize=SMALL)
    ax.set_ylim(len(labels) - 0.4, -0.6)
    ax.set_ylabel("")
    ax.spines["left"].set_visible(False)
    ax.tick_params(axis="y", length=0)


def columns(
    ax: Axes,
    *texts: tuple[str, Sequence[str]],
    muted: Collection[int] = (),
    bold: Collection[int] = (),
) -> float:
    """Write columns of text right of the Axes, each with its head; one text a row.

    Returned is how many points right of the Axes a further column can start.
    """
    offset = GAP
    for head, column in texts:
        for row, text in enumerate((head, *column), start=-1):
            ax.annotate(
                text,
                xy=(1, row) if row >= 0 else (1, 1),
                xycoords=beside(ax) if row >= 0 else ax.transAxes,
                xytext=(offset, 0 if row >= 0 else 2),
                textcoords="offset points",
                va="center" if row >= 0 else "bottom",
                fontsize=SMALL,
                fontweight="bold" if row in bold or row < 0 else "normal",
                color=MUTED if row in muted else INK,
                annotation_clip=False,
            )
        longest = max(len(line) for text in (head, *column) for line in (text.splitlines() or [""]))
        offset += longest * LETTER * SMALL + GAP
    return offset


def key(
    label: str,
    *,
    marker: str | MarkerStyle = "",
    face: str = INK,
    edge: str = INK,
    line: bool = False,
) -> Line2D:
    """Return an entry of a legend: a mark of this look, and what it means."""
    return Line2D(
        [],
        [],
        linestyle="-" if line else "",
        linewidth=0.9,
        color=edge,
        marker=marker,
        markersize=7.0,
        markerfacecolor=face,
        markeredgewidth=1.6,
        label=label,
    )


def below(
    ax: Axes, entries: Sequence[Artist], *, ncols: int = 2, lines: int = 1, title: str = ""
) -> None:
    """Put a legend below the x axis, its label and tick labels of so many lines."""
    if not entries:
        return
    down = UNDER_AXIS + TICK_LINE * (lines - 1)
    ax.legend(
        handles=list(entries),
        loc="upper left",
        bbox_to_anchor=(0, 0),
        bbox_transform=offset_copy(ax.transAxes, ax.get_figure(root=True), y=-down, units="points"),
        ncols=ncols,
        frameon=False,
        fontsize=SMALL,
        handletextpad=0.3,
        title=title or None,
        title_fontsize=SMALL,
        alignment="left",
        borderaxespad=0,
    )


def tick(x: float) -> str:
    """Return a tick's number, plain, with no zeros at its end.

    Examples
    --------
    >>> tick(0.30000000000000004), tick(-0.005), tick(10.0), tick(0.0)
    ('0.3', '−0.005', '10', '0')
    """
    text = display.number(float(f"{x:.6g}"))
    whole, point, decimals = text.partition(".")
    if not point or "×" in text:
        return text
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole
