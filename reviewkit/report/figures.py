"""The figures of a report: directions and specification curves, as SVG, the same every time."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewkit.review import Graded, beyond

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Studies from which directions are drawn.
FEWEST = 2
#: Specifications from which a curve of them is drawn.
SEVERAL = 5


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


def many_specifications(graded: Graded) -> tuple[str, ...]:
    """Return the bodies of an interval whose specifications are more than a table tells well."""
    return tuple(
        name
        for name, body in graded.bodies.items()
        if body.main.synthesis.ci is not None and len(body.all) >= SEVERAL
    )


def curve_figure(graded: Graded, name: str) -> Figure:
    """Return the specification curve of one body."""
    from reviewkit.plots import specifications

    body = graded.bodies[name]
    sides = Counter(beyond(grade) for grade in body.all)
    told = [f"{count} {side}" for side, count in sides.items() if side != "no interval"]
    return Figure(
        file=f"{name}.svg",
        svg=_svg(lambda review, names: specifications(review.bodies[names[0]]), graded, [name]),
        caption="Each specification from the smallest estimate to the largest, and the options it "
        "took; after Simonsohn and others 2020 (doi:10.1038/s41562-020-0912-z). How many lie where "
        "is no probability.",
        alt=f"Of {len(body.all)} specifications, intervals against the threshold: "
        f"{', '.join(told)}. Certainty: {', '.join(body.certainties)}.",
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
