"""How many people a trial needs: by the difference it is to see, or by the risk without it.

The curves are the optimal information size; bodies with the people they have stand beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, FuncFormatter

from reviewkit import display
from reviewkit.certainty import (
    optimal_information_size,
    optimal_information_size_binary,
    smallest_difference,
)
from reviewkit.certainty.information_size import MODEST_RRR, MODEST_SMD, Kind
from reviewkit.errors import UserError
from reviewkit.plots.axes import below, key
from reviewkit.plots.theme import CATEGORIES, FAINT, INK, MARKERS, MUTED, SMALL, drawn_on, theme

HEIGHT, ENTRY = 4.4, 0.2
"""Inches, and what each entry of the legend adds."""
DIFFERENCES = (0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2.0)
"""Standard deviations on the axis, from the smallest that is drawn to the largest."""
RISKS = (0.0005, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.6)
"""Shares of people with the event on the axis, from the smallest that is drawn to the largest."""
CHANGES = (0.15, MODEST_RRR, 0.5)
"""Relative reductions that are drawn: the one of GRADE's rule, a smaller and a larger one."""
POINTS = 200
"""Of a curve."""
DASHES = ("-", "--", "-.", ":", (0, (1, 1)), (0, (5, 1)))
"""How curves are told apart in grey."""
#: How each way of comparing is told, with its mark.
KINDS: Mapping[Kind, tuple[str, str]] = {
    "two-arm": ("two arms", MARKERS[0]),
    "paired": ("the same people twice (SD of their differences)", MARKERS[1]),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Had:
    """The people that a body has, and the risk in its comparison groups where there is one."""

    label: str
    people: int
    kind: Kind = "two-arm"
    risk: float | None = None


def people_by_difference(had: Sequence[Had] = (), *, ax: Axes | None = None) -> Axes:
    """Draw the people a trial needs against the standardised difference it is to see.

    A numbered mark stands where the people of a body meet the curve: at the smallest difference
    that a trial of so many could be expected to see (α .05, power .80). That is not what was found,
    and where the body is biased or indirect people are not what is missing. The dotted line is the
    difference that stands in for an unknown minimal important one.

    Parameters
    ----------
    had : sequence of Had
        What there is; a label each.
    ax : Axes, optional
        Where to draw; a new figure by default.
    """
    curves = {
        name: [optimal_information_size(kind=kind, difference=d) for d in _grid(DIFFERENCES)]
        for kind, (name, _) in KINDS.items()
    }
    marks = [(smallest_difference(each.people, kind=each.kind), each) for each in had]
    ax = _drawn(ax, DIFFERENCES, curves, marks, lambda x: f"{x:g} SD")
    ax.axvline(MODEST_SMD, color=MUTED, linewidth=0.9, linestyle=":", gid="modest")
    ax.set_xlabel("difference to be seen, in standard deviations")
    return ax


def people_by_risk(
    had: Sequence[Had] = (), *, changes: Sequence[float] = CHANGES, ax: Axes | None = None
) -> Axes:
    """Draw the people a trial needs against the risk without it, a curve for each reduction.

    A numbered mark on or above a curve has as many people as that reduction needs (α .05, power
    .80), one below it has not.

    Parameters
    ----------
    had : sequence of Had
        What there is, each with its `risk`.
    changes : sequence of float
        Relative reductions, above 0 and below 1; no more than there are colours.
    ax : Axes, optional
        Where to draw; a new figure by default.

    Raises
    ------
    UserError
        If one of `had` has no risk.
    """
    marks = [(each.risk, each) for each in had if each.risk is not None]
    if len(marks) < len(had):
        without = display.joined(each.label for each in had if each.risk is None)
        raise UserError(f"the risk without the intervention is not given of {without}")
    curves = {
        f"a relative reduction of {change:.0%}": [
            optimal_information_size_binary(risk, rrr=change) for risk in _grid(RISKS)
        ]
        for change in changes
    }
    ax = _drawn(ax, RISKS, curves, marks, lambda x: f"{100 * x:g}%")
    ax.set_xlabel("share of people with the event without it")
    return ax


def _grid(ticks: Sequence[float]) -> list[float]:
    return [float(x) for x in np.geomspace(ticks[0], ticks[-1], POINTS)]


def _drawn(
    ax: Axes | None,
    ticks: Sequence[float],
    curves: Mapping[str, Sequence[int]],
    marks: Sequence[tuple[float, Had]],
    told: Callable[[float], str],
) -> Axes:
    """Draw curves of people over x, and the marks, on logarithmic axes."""
    with theme():
        ax = drawn_on(ax, height=HEIGHT + ENTRY * (len(curves) + len(marks)))
        looks = zip(curves.items(), CATEGORIES, DASHES, strict=False)
        lines = [
            ax.plot(_grid(ticks), n, color=color, ls=dash, linewidth=1.8, label=name, gid=name)[0]
            for (name, n), color, dash in looks
        ]
        ax.set_xscale("log")
        ax.set_yscale("log")
        ax.set_xlim(ticks[0], ticks[-1])
        ax.xaxis.set_major_locator(FixedLocator(list(ticks)))
        for axis in (ax.xaxis, ax.yaxis):
            axis.set_minor_locator(FixedLocator([]))
        ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: told(x)))
        ax.yaxis.set_major_formatter(FuncFormatter(lambda y, _: f"{y:,.0f}"))
        ax.tick_params(axis="y", left=True)
        ax.grid(color=FAINT, linewidth=0.8)
        ax.set_axisbelow(True)
        ax.set_ylabel("people in all")
        had = [
            _marked(ax, number, x, each, told) for number, (x, each) in enumerate(marks, start=1)
        ]
        below(ax, [*lines, *had], ncols=1)
    return ax


def _marked(ax: Axes, number: int, x: float, each: Had, told: Callable[[float], str]) -> Line2D:
    """Draw a mark with its number, and return its entry of the legend."""
    marker = KINDS[each.kind][1]
    ax.plot([x], [each.people], ls="", marker=marker, ms=7, mfc=INK, mec=INK, gid=each.label)
    ax.annotate(
        str(number),
        xy=(x, each.people),
        xytext=(6, 3),
        textcoords="offset points",
        fontsize=SMALL,
        fontweight="bold",
    )
    there = told(float(f"{x:.2g}"))
    text = f"{number}  {each.label}: {each.people:,} people, {there}"
    return key(text, marker=marker, face=INK)
