"""The figures of a report: bodies that are counted by direction, as SVG, the same every time."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewkit.review import Graded

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Studies from which directions are drawn.
FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of the report: its file, beside the page that shows it, and what it shows in words.

    `alt` says for those who do not see it what the figure says.
    """

    file: str
    svg: str
    caption: str
    alt: str


def not_pooled(graded: Graded) -> tuple[str, ...]:
    """Return the bodies of several studies that are counted by direction and not pooled."""
    return tuple(
        name
        for name, body in graded.bodies.items()
        if body.main.synthesis.kind == "directions" and body.main.synthesis.k >= FEWEST
    )


def direction_figure(graded: Graded, name: str) -> Figure:
    """Return the effect-direction plot of one body."""
    from reviewkit.plots import effect_direction

    synthesis = graded.bodies[name].main.synthesis
    return Figure(
        file=f"{name}.svg",
        svg=_svg(effect_direction, graded, [name]),
        caption="Which way each study goes, and how many people it has; after Boon & Thomson 2021 "
        "(doi:10.1002/jrsm.1458). It says nothing of how large an effect is.",
        alt=f"Of {synthesis.k} studies, {synthesis.increases} up, {synthesis.decreases} down, "
        f"{synthesis.neither} without a clear direction.",
    )


def harvest_figure(graded: Graded, names: Sequence[str]) -> Figure:
    """Return the harvest plot of some bodies."""
    from reviewkit.plots import harvest

    return Figure(
        file="harvest.svg",
        svg=_svg(harvest, graded, list(names)),
        caption="The bodies of several studies that are counted by direction and not pooled, as a "
        "harvest plot (Ogilvie 2008, doi:10.1186/1471-2288-8-8).",
        alt=f"{len(names)} bodies, a row each: their studies by the direction of what they found. "
        "The page of each body tells the same in words.",
    )


def _svg(draw: Callable[[Graded, Sequence[str]], Axes], graded: Graded, names: list[str]) -> str:
    """Return a figure as SVG, without a date or ids that differ from run to run."""
    import matplotlib as mpl
    import matplotlib.pyplot as plt

    with mpl.rc_context({"svg.hashsalt": "reviewkit", "svg.fonttype": "none"}):
        draw(graded, names)
        figure = plt.gcf()
        text = io.StringIO()
        figure.savefig(text, format="svg", metadata={"Date": None})
        plt.close(figure)
    return text.getvalue()
