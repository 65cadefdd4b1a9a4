"""How much of a treatment was tried: minutes of a session by sessions in all."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter
from matplotlib.transforms import offset_copy

from reviewkit import display
from reviewkit.errors import UnknownName
from reviewkit.evidence import Evidence
from reviewkit.evidence.doses import doses as doses_of
from reviewkit.plots.axes import below, key, tick
from reviewkit.plots.theme import CATEGORIES, FAINT, INK, MARKERS, MUTED, SMALL, drawn_on, theme

HEIGHT = 5.4
"""Inches."""
MINUTES = (1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90)
SESSIONS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
HOURS = (0.1, 1, 10, 100)
"""Totals whose line is drawn, where it crosses the figure."""
MARGIN = 2.5
"""Times that an axis goes on beyond its outermost mark."""
APART = 5.4
"""Points between the marks of arms that had one and the same dose."""
GOLDEN = math.pi * (3 - math.sqrt(5))
"""Radians from one mark of a cluster to the next (Vogel 1979, doi:10.1016/0025-5564(79)90080-4)."""
SIZE = 6.5
"""Points across a mark."""
OTHERS = "other treatments"


def doses(evidence: Evidence, *, of: Sequence[str] = (), ax: Axes | None = None) -> Axes:
    """Draw each treated arm at the length of its sessions and their number.

    Both axes are logarithmic, so that each oblique line holds doses of one total time. Arms of
    one and the same dose stand in a cluster around it. An arm of which either number was not
    read is not drawn; the legend says how many are.

    Parameters
    ----------
    evidence : Evidence
        As `reviewkit.load` returns it.
    of : sequence of str, optional
        Interventions that get their own mark; arms of the first are named. The others are grey.
    ax : Axes, optional
        Where to draw; a new figure by default.

    Raises
    ------
    UnknownName
        If an intervention is not one of the review's.
    """
    unknown = [name for name in of if name not in evidence.review.interventions]
    if unknown:
        raise UnknownName(unknown[0], "intervention", evidence.review.interventions)
    table = doses_of(evidence)
    table = table.assign(group=table["intervention"].where(table["intervention"].isin(of), OTHERS))
    groups = (*of, OTHERS)
    known = table.dropna(subset=["minutes", "sessions"])
    known = known.assign(rank=known["group"].map(groups.index)).sort_values("rank", kind="stable")
    place = known.groupby(["minutes", "sessions"]).cumcount()
    with theme():
        ax = drawn_on(ax, height=HEIGHT)
        _axes(ax, known)
        for group, minutes, sessions, turn in zip(
            known["group"], known["minutes"], known["sessions"], place, strict=True
        ):
            _draw(ax, minutes, sessions, turn=turn, group=group, look=_look(of, group))
        named = known[known["group"].isin(of[:1])].drop_duplicates(["study", "minutes", "sessions"])
        for study, minutes, sessions in zip(
            named["study"], named["minutes"], named["sessions"], strict=True
        ):
            _name(ax, minutes, sessions, study)
        entries = []
        for group in groups:
            marker, face, edge = _look(of, group)
            told = _told(evidence, table, known, group)
            entries.append(key(told, marker=marker, face=face, edge=edge))
        below(ax, entries, ncols=1)
    return ax


def _look(of: Sequence[str], group: str) -> tuple[str, str, str]:
    """Return marker, face and edge of a group: coloured where it was asked for, else hollow."""
    if group not in of:
        return "o", "white", MUTED
    position = list(of).index(group)
    colour = CATEGORIES[position % len(CATEGORIES)]
    return MARKERS[position % len(MARKERS)], colour, colour


def _draw(
    ax: Axes, minutes: float, sessions: float, *, turn: int, group: str, look: tuple[str, str, str]
) -> None:
    """Draw one arm at its dose, moved a little where others have the same."""
    out, angle = APART * math.sqrt(turn), GOLDEN * turn
    marker, face, edge = look
    ax.plot(
        [minutes],
        [sessions],
        ls="",
        marker=marker,
        ms=SIZE,
        mfc=face,
        mec=edge,
        transform=offset_copy(
            ax.transData,
            ax.get_figure(root=True),
            x=out * math.cos(angle),
            y=out * math.sin(angle),
            units="points",
        ),
        gid=group,
    )


def _name(ax: Axes, minutes: float, sessions: float, study: str) -> None:
    ax.annotate(
        study,
        xy=(minutes, sessions),
        xytext=(SIZE, SIZE / 2),
        textcoords="offset points",
        fontsize=SMALL,
        color=INK,
    )


def _axes(ax: Axes, known: pd.DataFrame) -> None:
    """Draw both scales, and a line for each total time that crosses them."""
    ax.set_xscale("log")
    ax.set_yscale("log")
    for axis, marks in ((ax.xaxis, MINUTES), (ax.yaxis, SESSIONS)):
        axis.set_major_locator(FixedLocator(marks))
        axis.set_minor_locator(FixedLocator([]))
        axis.set_major_formatter(FuncFormatter(lambda x, _: tick(x)))
    ax.set_xlabel("minutes of one session (logarithmic axis)")
    ax.set_ylabel("sessions in all (logarithmic axis)")
    if known.empty:
        return
    left, right = known["minutes"].min() / MARGIN, known["minutes"].max() * MARGIN
    bottom, top = known["sessions"].min() / MARGIN, known["sessions"].max() * MARGIN
    ax.set_xlim(left, right)
    ax.set_ylim(bottom, top)
    for hours in HOURS:
        total = hours * 60
        start, end = max(left, total / top), min(right, total / bottom)
        if start < end:
            ax.plot([start, end], [total / start, total / end], color=FAINT, lw=0.9, zorder=0)
            ax.annotate(
                _time(hours),
                xy=(end, total / end),
                xytext=(-3, 6),
                textcoords="offset points",
                ha="right",
                fontsize=SMALL,
                color=MUTED,
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
                zorder=0.5,
            )


def _time(hours: float) -> str:
    if hours < 1:
        return f"{display.number(round(hours * 60))} min in all"
    return f"{display.plural(round(hours), 'hour', 'hours')} in all"


def _told(evidence: Evidence, table: pd.DataFrame, known: pd.DataFrame, name: str) -> str:
    """Return a group's entry: what it is, and how many of its arms could be drawn."""
    named = evidence.review.interventions.get(name)
    label = named.label if named is not None else name
    drawn, arms = (known["group"] == name).sum(), (table["group"] == name).sum()
    return f"{label}: {drawn} of {display.plural(int(arms), 'arm', 'arms')}"
