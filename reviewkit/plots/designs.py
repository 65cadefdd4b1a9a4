"""The studies by design and size, and what of each could be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log10
from typing import get_args

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, FuncFormatter

from reviewkit.evidence import Evidence
from reviewkit.evidence.extent import read_of, size_of
from reviewkit.plots import labels
from reviewkit.plots.axes import below, columns, key, rows, tick
from reviewkit.plots.theme import CATEGORIES, FAINT, MUTED, drawn_on, theme
from reviewkit.records import Study
from reviewkit.records.study import DesignType

ROW, REST = 0.46, 1.7
"""Inches of height that a design takes, and all else."""
SIZE = 6.5
"""Points across a mark."""
BIN = 0.06
"""Decades of people within which two marks would touch."""
LAYER = 0.2
"""Rows from one mark to the next above or below it, where there is room for all."""
PEOPLE = (1, 3, 10, 30, 100, 300, 1000, 3000, 10000)
#: What was read of a study at best, each with its mark; these differ in shape.
READ = {
    "full-text": ("full text", "s", CATEGORIES[5]),
    "abstract": ("abstract", "o", CATEGORIES[0]),
    "registry": ("registry entry", "^", CATEGORIES[2]),
    "dataset": ("published dataset", "D", CATEGORIES[1]),
    "secondary": ("only what others tell of it", "o", "white"),
}


def designs(evidence: Evidence, *, ax: Axes | None = None) -> Axes:
    """Draw each study at its number of people, in the row of its design.

    The mark says what was read of the study at best. People are those analysed, or the closest
    head count that was read (those planned, where a trial is only registered); of reviews, the
    people in the studies that they bring together. A study whose size was not read is counted
    beside its row and not drawn.

    Parameters
    ----------
    evidence : Evidence
        As `reviewkit.load` returns it.
    ax : Axes, optional
        Where to draw; a new figure by default.
    """
    studies = sorted(evidence.studies.values(), key=lambda study: (size_of(study) or 0, study.id))
    of_design = Counter(study.design.type for study in studies)
    present = [design for design in get_args(DesignType) if of_design[design]]
    unknown = Counter(study.design.type for study in studies if size_of(study) is None)
    with theme():
        ax = drawn_on(ax, height=REST + ROW * len(present))
        layer = min(LAYER, 1 / (max(_bins(studies).values(), default=0) + 1))
        placed: Counter[tuple[str, int]] = Counter()
        for study in studies:
            size = size_of(study)
            if size is None:
                continue
            bin_ = _bin(study.design.type, size)
            row = present.index(study.design.type) + _layer(placed[bin_]) * layer
            placed[bin_] += 1
            _draw(ax, size, row, read_of(study))
        ax.set_xscale("log")
        ax.xaxis.set_major_locator(FixedLocator(PEOPLE))
        ax.xaxis.set_minor_locator(FixedLocator([]))
        ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: tick(x)))
        ax.set_xlabel("people (logarithmic axis)")
        rows(ax, [labels.words(design) for design in present])
        ax.grid(axis="y", color=FAINT, linewidth=0.8)
        ax.set_axisbelow(True)
        columns(
            ax,
            ("studies", [str(of_design[design]) for design in present]),
            ("not drawn", [str(unknown[design] or "") for design in present]),
        )
        read = {read_of(study) for study in studies}
        below(
            ax, [_key(access) for access in READ if access in read], ncols=4, title="read at best"
        )
    return ax


def _bin(design: str, size: int) -> tuple[str, int]:
    return design, round(log10(size) / BIN)


def _bins(studies: Iterable[Study]) -> Counter[tuple[str, int]]:
    """Count the studies that would touch, row by row."""
    sized = ((study.design.type, size_of(study)) for study in studies)
    return Counter(_bin(design, size) for design, size in sized if size is not None)


def _layer(position: int) -> int:
    """Return how many marks from the middle of its row one stands: 0, 1 down, 1 up, 2 down ..."""
    step = (position + 1) // 2
    return step if position % 2 else -step


def _draw(ax: Axes, size: int, row: float, access: str) -> None:
    _, marker, face = READ[access]
    edge = MUTED if face == "white" else "white"
    ax.plot([size], [row], ls="", marker=marker, ms=SIZE, mfc=face, mec=edge, mew=0.6, gid=access)


def _key(access: str) -> Line2D:
    told, marker, face = READ[access]
    return key(told, marker=marker, face=face, edge=MUTED if face == "white" else face)
