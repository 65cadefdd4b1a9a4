"""The verdicts on the sentences of each source, by how strong their wording is."""

from __future__ import annotations

from collections import Counter

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from reviewkit.plots.axes import rows
from reviewkit.plots.theme import CATEGORIES, FAINT, INK, SMALL, drawn_on, theme
from reviewkit.records import WORDING
from reviewkit.review import Graded
from reviewkit.verdict.ruling import WORDS

ROW, REST = 0.36, 1.5
"""Inches of height that a verdict takes, and all else."""
WIDE = 9.5
"""Inches across: the sources stand side by side."""
GAP = 0.7
"""Columns left free between two sources."""
LIGHTEST, DARKEST = 0.12, 0.9
"""Opacity of a cell with one mention, and of the fullest."""
WHITE_FROM = 0.55
"""Opacity from which a cell takes white figures."""


def wordings(graded: Graded, *, ax: Axes | None = None) -> Axes:
    """Draw how many mentions of each source have which verdict, by the level of their wording.

    The sources stand side by side in the order of their ids, each with the levels from 0
    (uncertain) up; the verdicts stand from those that find nothing to mend to the worst. Only
    verdicts and levels that occur are drawn. Counts; a source that says more has more of them.

    Parameters
    ----------
    graded : Graded
        As ``grade(evidence)`` returns it.
    ax : Axes, optional
        Where to draw; a new figure by default.
    """
    sources = list(graded.evidence.sources)
    mentions = [found for claim in graded.claims.values() for found in claim.mentions]
    counts = Counter((m.mention.source, m.mention.wording, m.ruling.verdict) for m in mentions)
    levels = range(max((level for _, level, _ in counts), default=0) + 1)
    verdicts = [word for word in reversed(WORDS) if word in {verdict for *_, verdict in counts}]
    most = max(counts.values(), default=1)
    step = len(levels) + GAP
    with theme():
        ax = drawn_on(ax, width=WIDE, height=REST + ROW * len(verdicts))
        rows(ax, verdicts)
        for place, source in enumerate(sources):
            for (name, level, verdict), count in counts.items():
                if name == source:
                    _cell(ax, place * step + level, verdicts.index(verdict), count, count / most)
            middle = place * step + (len(levels) - 1) / 2
            ax.annotate(
                f"source {source}",
                xy=(middle, 1),
                xycoords=ax.get_xaxis_transform(),
                xytext=(0, 4),
                textcoords="offset points",
                ha="center",
                fontsize=SMALL,
                fontweight="bold",
            )
        places = [place * step + level for place in range(len(sources)) for level in levels]
        ax.set_xticks(places, [str(level) for _ in sources for level in levels], fontsize=SMALL)
        ax.set_xlim(-0.5 - GAP / 2, step * len(sources) - 0.5 - GAP / 2)
        ax.tick_params(axis="x", length=0)
        named = ", ".join(f"{level} {WORDING[level]}" for level in levels)
        ax.set_xlabel(f"wording of the sentence: {named}")
        ax.grid(axis="y", color=FAINT, linewidth=0.6)
        ax.set_axisbelow(True)
    return ax


def _cell(ax: Axes, x: float, row: int, count: int, share: float) -> None:
    opacity = LIGHTEST + (DARKEST - LIGHTEST) * share
    ax.add_patch(Rectangle((x - 0.5, row - 0.5), 1, 1, facecolor="white", edgecolor="none"))
    ax.add_patch(
        Rectangle(
            (x - 0.5, row - 0.5),
            1,
            1,
            facecolor=CATEGORIES[0],
            alpha=opacity,
            edgecolor="white",
            gid="cell",
        )
    )
    colour = "white" if opacity >= WHITE_FROM else INK
    ax.text(x, row, str(count), ha="center", va="center", fontsize=SMALL, color=colour)
