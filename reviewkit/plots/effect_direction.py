"""An effect-direction plot: which way each study goes on each body, and how large it is.

After Thomson & Thomas 2013 (doi:10.1002/jrsm.1060), as revised by Boon & Thomson 2021
(doi:10.1002/jrsm.1458): directions alone, never whether they were significant, with the sign test
below. For bodies that cannot be pooled; where there are effects on one scale, a forest plot says
more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.transforms import offset_copy

from reviewkit import display
from reviewkit.certainty import BodyGrade, Counted
from reviewkit.plots import labels
from reviewkit.plots.axes import below, columns, key, rows
from reviewkit.plots.theme import CATEGORIES, FAINT, MUTED, SMALL, drawn_on, theme
from reviewkit.review import Graded

ROW, REST = 0.36, 1.9
"""Inches of height that a study takes, and all else."""
COLUMN, MARGIN = 1.7, 4.3
"""Inches across a body, and across the names and columns of text."""
HEAD = 18
"""Letters in a line of a body's name."""
LEAST = 8.0
"""Inches across at least, so that the legend has room."""
ASIDE = 0.55
"""Half the distance of the two marks that point sideways, in sizes of a mark."""
#: People from which a mark is large and medium (Thomson & Thomas 2013), with its size in points.
SIZES = (
    (301, "more than 300 people", 13.0),
    (50, "50 to 300 people", 9.5),
    (0, "fewer than 50 people", 6.5),
)
UNKNOWN = 9.5
"""Points across the hollow mark of a study whose people are not counted in what was read."""
_ARROWS = {"increases": "^", "decreases": "v"}


def effect_direction(graded: Graded, names: Sequence[str], *, ax: Axes | None = None) -> Axes:
    """Draw the direction of each counted study on each of some bodies.

    Up and down are of the outcome (up is more pain, too). Two marks side by side tell of a study
    without a clear direction; larger marks are studies of more people, hollow ones of a number
    that was not read. The last row counts the directions, with the sign test.

    Parameters
    ----------
    graded : Graded
        As ``grade(evidence)`` returns it.
    names : sequence of str
        Bodies, one a column.
    ax : Axes, optional
        Where to draw; a new figure by default.
    """
    grades = [graded.bodies[name].main for name in names]
    studies = _studies(grades)
    with theme():
        width = max(LEAST, MARGIN + COLUMN * len(names))
        ax = drawn_on(ax, height=REST + ROW * (len(studies) + 1), width=width)
        for column, grade in enumerate(grades):
            for result in grade.counted:
                _draw(ax, column, list(studies).index(result.effect.study), result)
            _count(ax, column, len(studies), grade)
        rows(ax, [_name(study, results) for study, results in studies.items()] + ["counted"])
        ax.get_yticklabels()[-1].set_fontweight("bold")
        ax.set_xlim(-0.5, len(names) - 0.5)
        ax.set_xticks(range(len(names)), [_head(grade) for grade in grades], fontsize=SMALL)
        ax.tick_params(axis="x", length=0, labeltop=True, labelbottom=False, top=False)
        ax.spines["bottom"].set_visible(False)
        ax.grid(axis="y", color=FAINT, linewidth=0.5)
        ax.set_axisbelow(True)
        ax.axhline(len(studies) - 0.5, color=MUTED, linewidth=0.8)
        bias = [_bias(graded, study) for study in studies]
        columns(ax, ("risk of bias", [*bias, ""]))
        below(ax, _legend(grades), ncols=2)
    return ax


def _studies(grades: Iterable[BodyGrade]) -> dict[str, list[Counted]]:
    """Return the studies that count, with their results, in alphabetical order."""
    found: dict[str, list[Counted]] = {}
    for grade in grades:
        for result in grade.counted:
            found.setdefault(result.effect.study, []).append(result)
    return dict(sorted(found.items()))


def _name(study: str, results: Sequence[Counted]) -> str:
    numbers = {result.effect.n for result in results}
    known = sorted(n for n in numbers if n is not None)
    if not known:
        return f"{study}, n not known"
    return f"{study}, n = {' and '.join(map(display.number, known))}"


def _head(grade: BodyGrade) -> str:
    told = {"none": "nothing counts", "not graded": "not graded"}
    certainty = told.get(grade.certainty, f"{grade.certainty} certainty")
    return f"{display.wrap(labels.words(grade.body.id), width=HEAD)}\n({certainty})"


def _bias(graded: Graded, study: str) -> str:
    return graded.evidence.studies[study].risk or "not judged"


def _size(n: int | None) -> float:
    if n is None:
        return UNKNOWN
    return next(size for least, _, size in SIZES if n >= least)


def _draw(ax: Axes, column: int, row: int, result: Counted) -> None:
    colour, size = CATEGORIES[0], _size(result.effect.n)
    direction = str(result.effect.direction)
    marks = {0.0: _ARROWS[direction]} if direction in _ARROWS else {-ASIDE: "<", ASIDE: ">"}
    for aside, marker in marks.items():
        beside = offset_copy(ax.transData, ax.get_figure(root=True), x=aside * size, units="points")
        ax.plot(
            [column],
            [row],
            ls="",
            marker=marker,
            ms=size,
            mec=colour,
            mfc="white" if result.effect.n is None else colour,
            mew=1.2,
            gid=result.use.result,
            transform=beside,
        )


def _count(ax: Axes, column: int, row: int, grade: BodyGrade) -> None:
    """Write how many studies go which way, with the sign test where one is to be had."""
    synthesis = grade.synthesis
    counts = {"up": synthesis.increases, "down": synthesis.decreases, "neither": synthesis.neither}
    told = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    if synthesis.count is not None and synthesis.count.k > 1:
        told += f"\nsign test {display.p_value(synthesis.count.p)}"
    ax.text(
        column,
        row,
        told or "none",
        ha="center",
        va="center",
        fontsize=SMALL,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
    )


def _legend(grades: Sequence[BodyGrade]) -> list[Artist]:
    """Return an entry for each direction and each size that occurs."""
    results = [result for grade in grades for result in grade.counted]
    directions = {str(result.effect.direction) for result in results}
    blue = CATEGORIES[0]
    entries: list[Artist] = [
        key(f"outcome {direction}", marker=marker, face=blue, edge=blue)
        for direction, marker in _ARROWS.items()
        if direction in directions
    ]
    if directions - set(_ARROWS):
        entries.append(key("◂▸ no clear direction"))
    present = {_size(result.effect.n) for result in results if result.effect.n is not None}
    for _, told, size in SIZES:
        if size in present:
            entry = key(told, marker="o", face=blue, edge=blue)
            entry.set_markersize(size)
            entries.append(entry)
    if any(result.effect.n is None for result in results):
        entries.append(
            key("hollow: number of people not read", marker="o", face="white", edge=blue)
        )
    return entries
