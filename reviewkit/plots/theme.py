"""The look of every figure, as a context manager; colours that survive a grey printer.

The categorical colours are Okabe and Ito's (Color Universal Design, 2008), which are told apart
with any kind of colour vision; marks differ in shape too, so that none is told by colour alone.
Severities run from light to dark, so that their order is seen in grey.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib.pyplot as plt
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.transforms import Transform, blended_transform_factory

INK, MUTED, FAINT = "#1a1a1a", "#6e6e6e", "#d9d9d9"
"""Text and lines; what does not count, and notes; rules and shading."""

CATEGORIES = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
MARKERS = ("o", "s", "^", "D", "v", "P")

SEVERITY = {"none": "#e6ecf2", "suggestion": "#f0c75e", "warning": "#c8641b", "error": "#5c1010"}

WIDTH = 8.5
"""Inches; a figure in the column of a notebook or a page."""

SMALL = 9.0
"""Points of the text beside the marks."""

_STYLE = {
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 11.0,
    "axes.titleweight": "bold",
    "figure.facecolor": "white",
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans"],  # comes with matplotlib: one look on every machine
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "ytick.left": False,
}


@contextmanager
def theme() -> Iterator[None]:
    """Draw in the house's look; outside, matplotlib's settings are what they were.

    Examples
    --------
    >>> import matplotlib as mpl
    >>> before = mpl.rcParams["axes.spines.top"]
    >>> with theme():
    ...     mpl.rcParams["axes.spines.top"]
    False
    >>> mpl.rcParams["axes.spines.top"] == before
    True
    """
    look = {**sns.axes_style("ticks"), **sns.plotting_context("paper", font_scale=1.1), **_STYLE}
    # Not rc_context, which restores every setting, those too that a backend makes as it loads:
    # the first figure of a notebook would then be the last one that is displayed.
    before = {name: plt.rcParams[name] for name in look}
    plt.rcParams.update(look)
    try:
        yield
    finally:
        plt.rcParams.update(before)


def drawn_on(ax: Axes | None, *, height: float, width: float = WIDTH) -> Axes:
    """Return the given Axes, or new ones of so many inches."""
    if ax is not None:
        return ax
    _, new = plt.subplots(figsize=(width, height), layout="constrained")
    return new


def beside(ax: Axes) -> Transform:
    """Return the transform for text beside a row: x in widths of the Axes, y in data."""
    return blended_transform_factory(ax.transAxes, ax.transData)
