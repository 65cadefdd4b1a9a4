"""The map of a review's evidence: what was measured, which way it went, how certain that is."""

from __future__ import annotations

from collections import defaultdict
from typing import get_args

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from reviewkit.certainty import CERTAINTY, BodyGrade
from reviewkit.plots import labels
from reviewkit.plots.axes import below, columns, key, rows
from reviewkit.plots.theme import CATEGORIES, FAINT, MUTED, SMALL, drawn_on, theme
from reviewkit.records.review import About
from reviewkit.review import Graded

ROW, REST = 0.25, 2.0
"""Inches of height that an outcome takes, and all else."""
SIZE = 7.0
"""Points across a mark."""
LEAST = 2
"""Marks that a column has room for at least."""

#: The columns of the map, the first two for what has no place on GRADE's scale.
COLUMNS = {"none": "nothing\ncounts", "not graded": "not from\npeople"} | {
    level: level.replace(" ", "\n") for level in CERTAINTY
}
#: Which way the results of a body go; each mark differs in shape.
DIRECTIONS = {
    "up": ("all go up", "^"),
    "down": ("all go down", "v"),
    "some": ("some up or down, others not", "D"),
    "neither": ("no clear direction", "s"),
    "nothing": ("nothing that counts", "x"),
}


def bodies(graded: Graded, *, ax: Axes | None = None) -> Axes:
    """Draw each body of evidence in the row of its outcome and the column of its certainty.

    Filled marks are direct evidence, hollow ones indirect: other treatments, other people, or
    other measures than a claim is about. Up and down are of the outcome (up is more pain, too) and
    say nothing of size. Bodies of one outcome and certainty stand side by side, in no order that
    means anything. Outcomes are grouped by what they are about.

    Parameters
    ----------
    graded : Graded
        As ``grade(evidence)`` returns it.
    ax : Axes, optional
        Where to draw; a new figure by default.
    """
    outcomes = _outcomes(graded)
    cells: dict[tuple[str, str], list[BodyGrade]] = defaultdict(list)
    for body in graded.bodies.values():
        cells[body.main.body.question.outcome, body.main.certainty].append(body.main)
    widths = {
        name: max([LEAST, *(len(found) for (_, level), found in cells.items() if level == name)])
        for name in COLUMNS
    }
    ends = [sum(list(widths.values())[: place + 1]) for place in range(len(widths))]
    left = dict(zip(COLUMNS, [0, *ends], strict=False))
    with theme():
        ax = drawn_on(ax, height=REST + ROW * len(outcomes))
        for (outcome, level), found in cells.items():
            ordered = sorted(found, key=lambda grade: (grade.body.directness, grade.body.id))
            for place, grade in enumerate(ordered):
                _draw(ax, left[level] + place + 0.5, list(outcomes).index(outcome), grade)
        rows(ax, [labels.words(outcome) for outcome in outcomes])
        ax.set_xlim(0, ends[-1])
        ax.set_xticks([left[name] + widths[name] / 2 for name in COLUMNS], list(COLUMNS.values()))
        ax.tick_params(axis="x", length=0, labelsize=SMALL, labeltop=True)
        ax.set_xlabel("certainty of the evidence (GRADE, project judgements)")
        for end in ends[:-1]:
            ax.axvline(end, color=FAINT, linewidth=0.8, zorder=0)
        ax.grid(axis="y", color=FAINT, linewidth=0.5)
        ax.set_axisbelow(True)
        _groups(ax, outcomes)
        below(ax, _legend(graded), ncols=3, lines=2, title="which way the results go")
    return ax


def direction_of(grade: BodyGrade) -> str:
    """Return which way the counted results of a body go: a key of `DIRECTIONS`."""
    synthesis = grade.synthesis
    if not synthesis.k:
        return "nothing"
    if synthesis.k == synthesis.increases:
        return "up"
    if synthesis.k == synthesis.decreases:
        return "down"
    return "neither" if synthesis.k == synthesis.neither else "some"


def _outcomes(graded: Graded) -> dict[str, str]:
    """Return the outcomes of the bodies with what they are about, those of one kind together."""
    known = graded.evidence.review.outcomes
    found = {body.main.body.question.outcome for body in graded.bodies.values()}
    kinds = get_args(About)
    ordered = sorted(found, key=lambda name: (kinds.index(known[name].about), name))
    return {name: known[name].about for name in ordered}


def _draw(ax: Axes, x: float, row: int, grade: BodyGrade) -> None:
    direction = direction_of(grade)
    colour = MUTED if direction == "nothing" else CATEGORIES[0]
    ax.plot(
        [x],
        [row],
        ls="",
        marker=DIRECTIONS[direction][1],
        ms=SIZE,
        mec=colour,
        mfc=colour if grade.body.directness == "direct" else "white",
        mew=1.4,
        gid=grade.body.id,
    )


def _groups(ax: Axes, outcomes: dict[str, str]) -> None:
    """Name what outcomes are about beside the first of each group, with a rule above it."""
    about = list(outcomes.values())
    first = [row for row, name in enumerate(about) if row == 0 or name != about[row - 1]]
    columns(ax, ("about", [name if row in first else "" for row, name in enumerate(about)]))
    for row in first[1:]:
        ax.axhline(row - 0.5, color=MUTED, linewidth=0.8, zorder=0)


def _legend(graded: Graded) -> list[Line2D]:
    """Return an entry for each direction that occurs, and two for the filling."""
    present = {direction_of(body.main) for body in graded.bodies.values()}
    blue = CATEGORIES[0]
    entries = [
        key(told, marker=marker, edge=MUTED if name == "nothing" else blue, face=blue)
        for name, (told, marker) in DIRECTIONS.items()
        if name in present
    ]
    entries.append(key("hollow: indirect evidence", marker="o", face="white", edge=blue))
    return entries
