"""The mentions in each source under review, counted by how grave their verdict is."""

from __future__ import annotations

import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.container import BarContainer
from matplotlib.ticker import MaxNLocator

from reviewkit.plots.axes import rows
from reviewkit.plots.theme import INK, SEVERITY, SMALL, drawn_on, theme
from reviewkit.review import Graded
from reviewkit.verdict import SEVERITIES

ROW, REST = 0.42, 1.5
"""Inches of height that a source takes, and all else."""
DARK = ("warning", "error")
"""Severities whose colour takes white figures."""


def verdicts(graded: Graded, *, ax: Axes | None = None) -> Axes:
    """Draw how many mentions of claims each source has, by the severity of their verdicts.

    Counts, in the order of the sources' ids: a longer bar is a source that speaks more of these
    claims, not a worse one. There is no score and no rank on purpose.

    Parameters
    ----------
    graded : Graded
        As ``grade(evidence)`` returns it.
    ax : Axes, optional
        Where to draw; a new figure by default.
    """
    mentions = graded.frames()["mentions"]
    sources = list(graded.evidence.sources)
    mentions = mentions.assign(row=mentions["source"].map(sources.index))
    with theme():
        ax = drawn_on(ax, height=REST + ROW * len(sources))
        sns.histplot(
            mentions,
            y="row",
            hue="severity",
            hue_order=SEVERITIES,
            palette=SEVERITY,
            multiple="stack",
            discrete=True,
            shrink=0.7,
            alpha=1.0,
            edgecolor=INK,
            linewidth=0.6,
            ax=ax,
        )
        rows(ax, [f"source {source}" for source in sources])
        _count(ax)
        ax.set_xlabel("mentions of the claims (a sentence that makes two claims counts twice)")
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        sns.move_legend(
            ax,
            "lower left",
            bbox_to_anchor=(0, 1.02),
            ncols=len(SEVERITIES),
            title="severity of the verdict",
            frameon=False,
            fontsize=SMALL,
            alignment="left",
            borderaxespad=0,
        )
    return ax


def _count(ax: Axes) -> None:
    """Write into each part of a bar how many mentions it holds."""
    severities = {to_hex(colour): severity for severity, colour in SEVERITY.items()}
    stacks = [parts for parts in ax.containers if isinstance(parts, BarContainer)]
    for parts in stacks:
        severity = severities[to_hex(parts[0].get_facecolor())]
        counts = [round(part.get_width()) for part in parts]
        ax.bar_label(
            parts,
            labels=[str(count) if count else "" for count in counts],
            label_type="center",
            fontsize=SMALL,
            color="white" if severity in DARK else INK,
        )
