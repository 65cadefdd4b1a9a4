"""How far sentences go beyond what the evidence carries, counted for each source under review."""

from __future__ import annotations

from collections import Counter

from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from reviewkit import display
from reviewkit.plots.axes import below, rows
from reviewkit.plots.theme import INK, SMALL, drawn_on, theme
from reviewkit.review import Graded, GradedMention

ROW, REST = 0.5, 1.7
"""Inches of height that a source takes, and all else."""
BAR = 0.7
"""Height of a bar, in rows."""
MARGIN = 1.02
"""The axis, in lengths of its longest bar."""
#: From a sentence that keeps within what the evidence carries to one that is furthest beyond.
SHADES = ("#e6ecf2", "#f3dfa8", "#e8b25a", "#c8641b", "#8c2f12", "#5c1010")
WHITE_FROM = 3
"""Levels beyond from which the shade takes white figures."""


def excess(graded: Graded, *, ax: Axes | None = None) -> Axes:
    """Draw how many levels of wording the mentions in each source go beyond the evidence.

    Levels run from uncertain over hedged, probable and plain to demonstrated and absolute. Only
    mentions whose wording is what is judged are counted; figures, reports of single studies and
    advice without a promise are not among them. Counts in the order of the sources' ids: no share,
    no score and no rank, on purpose.

    Parameters
    ----------
    graded : Graded
        As ``grade(evidence)`` returns it.
    ax : Axes, optional
        Where to draw; a new figure by default.
    """
    sources = list(graded.evidence.sources)
    counts: Counter[tuple[str, int]] = Counter()
    for claim in graded.claims.values():
        for found in claim.mentions:
            beyond = levels_beyond(found)
            if beyond is not None:
                counts[found.mention.source, beyond] += 1
    present = sorted({beyond for _, beyond in counts})
    with theme():
        ax = drawn_on(ax, height=REST + ROW * len(sources))
        before = [0] * len(sources)
        for beyond in present:
            widths = [counts[source, beyond] for source in sources]
            bars = ax.barh(
                range(len(sources)),
                widths,
                BAR,
                left=before,
                color=SHADES[beyond],
                edgecolor=INK,
                linewidth=0.6,
                gid=f"beyond-{beyond}",
            )
            ax.bar_label(
                bars,
                labels=[str(width or "") for width in widths],
                label_type="center",
                fontsize=SMALL,
                color="white" if beyond >= WHITE_FROM else INK,
            )
            before = [start + width for start, width in zip(before, widths, strict=True)]
        rows(ax, [f"source {source}" for source in sources])
        ax.set_xlabel("mentions whose wording is held against a certainty")
        ax.set_xlim(0, (max(before, default=0) or 1) * MARGIN)
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        patches = [
            Patch(facecolor=SHADES[beyond], edgecolor=INK, linewidth=0.6, label=_told(beyond))
            for beyond in present
        ]
        below(ax, patches, ncols=len(present))
    return ax


def levels_beyond(found: GradedMention) -> int | None:
    """Return how many levels a mention's wording is stronger than the evidence carries.

    None where something else than wording is judged.
    """
    allowed = found.ruling.allowed
    return None if allowed is None else max(0, found.mention.wording - allowed)


def _told(beyond: int) -> str:
    if not beyond:
        return "within"
    return f"{display.plural(beyond, 'level', 'levels')} beyond"
