"""A harvest plot: each study a bar, in the column of what it found, taller for stronger designs.

After Ogilvie and others 2008 (doi:10.1186/1471-2288-8-8): studies are sorted by the hypothesis that
they support and weighed by eye, by what they are and not by how small their p is.
"""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from reviewkit import display
from reviewkit.certainty import CERTAINTY, BodyGrade, Counted
from reviewkit.plots import labels
from reviewkit.plots.axes import below
from reviewkit.plots.theme import FAINT, INK, MUTED, SMALL, drawn_on, theme
from reviewkit.review import Graded

ROW, REST = 1.05, 1.7
"""Inches of height that a body takes, and all else."""
TALLEST = 0.8
"""Height of a bar of the strongest design, in rows."""
BAR, GAP = 0.7, 1.0
"""Width of a bar, in places; places that are left free on both sides of a column."""
LEAST = 4
"""Bars that a column has room for at least."""
NAME = 26
"""Letters in a line of a body's name."""
TINY = 7.0
"""Points of the text on a bar."""

#: What a study can have found, in the order of the columns.
COLUMNS = {
    "decreases": "outcome decreases",
    "": "no clear direction",
    "increases": "outcome increases",
}
#: Risk of bias from the lowest, with the grey of its bars: dark is what can be relied on.
BIAS = {
    "low": "#1a1a1a",
    "some concerns": "#7a7a7a",
    "high": "#c9c9c9",
    "no information": "#ffffff",
}


def harvest(graded: Graded, names: Sequence[str], *, ax: Axes | None = None) -> Axes:
    """Draw the counted studies of some bodies, a row a body, a column a direction.

    A bar is as tall as the certainty at which its contrast starts (from very low for one group
    without comparison to high for a randomised one) and the darker the lower its risk of bias;
    above it stands how many people it has. Up and down are of the outcome.

    Parameters
    ----------
    graded : Graded
        As ``grade(evidence)`` returns it.
    names : sequence of str
        Bodies, one a row.
    ax : Axes, optional
        Where to draw; a new figure by default.
    """
    grades = [graded.bodies[name].main for name in names]
    cells = [_by_direction(grade) for grade in grades]
    widths = [max([LEAST, *(len(cell[name]) for cell in cells)]) + GAP for name in COLUMNS]
    starts = [sum(widths[:place]) for place in range(len(widths))]
    with theme():
        ax = drawn_on(ax, height=REST + ROW * len(names))
        for row, cell in enumerate(cells):
            for start, width, results in zip(starts, widths, cell.values(), strict=True):
                first = start + (width - len(results)) / 2
                for place, result in enumerate(results):
                    _bar(ax, graded, first + place, row, result)
        ax.set_xlim(0, sum(widths))
        ax.set_ylim(len(names) - 1 + 0.1, -1.0)
        ax.set_yticks(
            [row - TALLEST / 2 for row in range(len(names))],
            [_name(grade) for grade in grades],
            fontsize=SMALL,
        )
        middles = [start + width / 2 for start, width in zip(starts, widths, strict=True)]
        ax.set_xticks(middles, list(COLUMNS.values()), fontsize=SMALL)
        ax.tick_params(axis="x", length=0, labeltop=True, labelbottom=False)
        ax.tick_params(axis="y", length=0)
        for side in ("left", "bottom"):
            ax.spines[side].set_visible(False)
        for row in range(len(names)):
            ax.axhline(row, color=MUTED, linewidth=0.8)
        for start in starts[1:]:
            ax.axvline(start, color=FAINT, linewidth=0.8, zorder=0)
        below(ax, _legend(graded, grades), ncols=1)
    return ax


def _by_direction(grade: BodyGrade) -> dict[str, list[Counted]]:
    found: dict[str, list[Counted]] = {name: [] for name in COLUMNS}
    for result in grade.counted:
        direction = str(result.effect.direction)
        found[direction if direction in found else ""].append(result)
    return {name: sorted(results, key=_height, reverse=True) for name, results in found.items()}


def _height(result: Counted) -> float:
    """The share of the tallest bar: by where the contrast starts; cells and animals the least."""
    level = -1 if result.start.level is None else result.start.level
    return (level + 1.5) / (len(CERTAINTY) + 0.5)


def _bar(ax: Axes, graded: Graded, x: float, row: int, result: Counted) -> None:
    tall = TALLEST * _height(result)
    ax.add_patch(
        Rectangle(
            (x + (1 - BAR) / 2, row - tall),
            BAR,
            tall,
            facecolor=BIAS[_bias(graded, result)],
            edgecolor=INK,
            linewidth=0.9,
            gid=result.use.result,
        )
    )
    n = "?" if result.effect.n is None else display.number(result.effect.n)
    ax.text(x + 0.5, row - tall - 0.03, n, ha="center", va="bottom", fontsize=TINY)


def _bias(graded: Graded, result: Counted) -> str:
    appraisal = graded.evidence.studies[result.effect.study].appraisal
    return appraisal.overall if appraisal else "no information"


def _name(grade: BodyGrade) -> str:
    told = {"none": "nothing counts", "not graded": "not graded"}
    certainty = told.get(grade.certainty, f"{grade.certainty} certainty")
    return f"{display.wrap(labels.words(grade.body.id), width=NAME)}\n({certainty})"


def _legend(graded: Graded, grades: Sequence[BodyGrade]) -> list[Artist]:
    """Return an entry for each risk of bias that occurs, and what height and number mean."""
    results = [result for grade in grades for result in grade.counted]
    present = {_bias(graded, result) for result in results}
    entries: list[Artist] = [
        Patch(facecolor=colour, edgecolor=INK, label=f"risk of bias: {name}")
        for name, colour in BIAS.items()
        if name in present
    ]
    height = "taller: certainty starts higher (groups drawn by lot, groups compared, one group)"
    entries.append(Patch(facecolor="none", edgecolor="none", label=height))
    entries.append(Patch(facecolor="none", edgecolor="none", label="number: people; ?: not read"))
    return entries
