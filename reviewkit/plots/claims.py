"""The evidence map: what is found for each claim, and how certain that is."""

from __future__ import annotations

from collections.abc import Collection

import seaborn as sns
from matplotlib.axes import Axes

from reviewkit.certainty import CERTAINTY
from reviewkit.plots.axes import below, columns, rows
from reviewkit.plots.theme import CATEGORIES, FAINT, INK, MUTED, drawn_on, theme
from reviewkit.review import Graded

ROW, REST = 0.34, 1.8
"""Inches of height that a claim takes, and all else."""

#: The columns of the map, the first two for what has no place on GRADE's scale.
COLUMNS = ("not\ngraded", "no direct\nevidence", *CERTAINTY)
#: What the evidence says, with its mark; each differs in shape. Nothing found is empty.
MARKS = {
    "favours": (">", CATEGORIES[0]),
    "mixed": ("D", CATEGORIES[1]),
    "little to no difference": ("s", CATEGORIES[2]),
    "against": ("<", CATEGORIES[5]),
    "no direct evidence": ("o", "white"),
    "not graded": (".", MUTED),
}


def claims(graded: Graded, *, only: Collection[str] | None = None, ax: Axes | None = None) -> Axes:
    """Draw what the evidence says of each claim against how certain that is.

    Beside each claim stands the verdict of its plain statement, so that "favours" is never read
    as "shown": what matters for a sentence is the column.

    Parameters
    ----------
    graded : Graded
        As ``grade(evidence)`` returns it.
    only : collection of str, optional
        Ids of the claims to draw, in the order of the review; all of them by default.
    ax : Axes, optional
        Where to draw; a new figure by default.

    Raises
    ------
    UnknownName
        If the review has no claim of one of these ids.
    """
    chosen = {graded.evidence.claim(name).id for name in (graded.claims if only is None else only)}
    table = graded.frames()["claims"]
    table = table[table["claim"].isin(chosen)]
    table = table.assign(
        row=range(len(table)),
        column=[_column(certainty) for certainty in table["certainty"]],
        says=table["evidence"].fillna("not graded"),
    )
    verdicts = [graded.claims[name].ruling.shown for name in table["claim"]]
    present = [says for says in MARKS if says in set(table["says"])]
    with theme():
        ax = drawn_on(ax, height=REST + ROW * len(table))
        sns.scatterplot(
            table,
            x="column",
            y="row",
            hue="says",
            style="says",
            hue_order=present,
            style_order=present,
            palette={says: MARKS[says][1] for says in present},
            markers={says: MARKS[says][0] for says in present},
            s=75,
            linewidth=0.8,
            edgecolor=INK,
            zorder=3,
            ax=ax,
        )
        handles, names = ax.get_legend_handles_labels()
        for handle, name in zip(handles, names, strict=True):
            handle.set_label(name)
        rows(ax, list(table["claim"]))
        ax.set_xticks(range(len(COLUMNS)), COLUMNS)
        ax.set_xlim(-0.5, len(COLUMNS) - 0.5)
        ax.set_xlabel("certainty of the evidence (GRADE, project judgements)")
        ax.grid(color=FAINT, linewidth=0.8)
        ax.set_axisbelow(True)
        columns(ax, ("verdict of its plain statement", verdicts))
        below(ax, handles, ncols=5, lines=2, title="what the evidence says")
    return ax


def _column(certainty: object) -> int:
    names = [name.replace("\n", " ") for name in COLUMNS]
    if not isinstance(certainty, str):
        return names.index("not graded")
    return names.index("no direct evidence" if certainty == "none" else certainty)
