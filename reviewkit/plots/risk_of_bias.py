"""Risk of bias by domain: what the answers come to, and what only the unread makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from reviewkit.appraisal import INSTRUMENTS, Assessment, Instrument
from reviewkit.errors import NotEstimable
from reviewkit.evidence import Evidence
from reviewkit.plots.axes import below, columns, key, rows
from reviewkit.plots.theme import CATEGORIES, FAINT, MUTED, SMALL, drawn_on, theme

ROW, REST = 0.25, 3.6
"""Inches of height that an appraisal takes, and all else."""
SIZE = 8.0
"""Points across a mark."""
SLANT = 35
"""Degrees that the domains' names rise, so that long ones do not run into each other."""

#: Each risk with its mark: it is told by shape too, and by how dark it is in grey.
MARKS = {
    "low": ("o", CATEGORIES[4]),
    "some concerns": ("^", CATEGORIES[1]),
    "no information": ("D", MUTED),
    "high": ("X", "#8c2d04"),
}
#: In place of a mark, where an item does not apply.
DASH = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One appraisal: what it is of, and what it comes to."""

    name: str
    found: Assessment


def risk_of_bias(evidence: Evidence, *, instrument: str = "rob-2", ax: Axes | None = None) -> Axes:
    """Draw the appraisals by one instrument, a row each, with its domains and the whole.

    A filled mark holds whatever stands in what was not read. A hollow one is the judgement with
    no information where nothing was read: the paper may say otherwise. A dash stands where an item
    does not apply. Beside each row stands how many of the items asked could be answered.

    Parameters
    ----------
    evidence : Evidence
        As `reviewkit.load` returns it.
    instrument : str
        The short name of an instrument, as the records give it.
    ax : Axes, optional
        Where to draw; a new figure by default.

    Raises
    ------
    NotEstimable
        If nothing was appraised by this instrument.
    """
    drawn = _rows(evidence, instrument)
    if not drawn:
        raise NotEstimable(
            f"nothing was appraised by {instrument}: one of {', '.join(INSTRUMENTS)}"
        )
    known = INSTRUMENTS[instrument]
    with theme():
        ax = drawn_on(ax, height=REST + ROW * len(drawn))
        for place, row in enumerate(drawn):
            for column, domain in enumerate(row.found.domains):
                _mark(ax, known, (column, place), domain.judgement, settled=domain.settled)
            whole = len(known.domains) + 0.3
            _mark(ax, known, (whole, place), row.found.judgement, settled=row.found.settled)
        rows(ax, [row.name for row in drawn])
        heads = [f"{domain.key} {domain.label}" for domain in known.domains]
        ax.set_xticks(
            [*range(len(heads)), len(heads) + 0.3],
            [*heads, "the whole"],
            rotation=SLANT,
            rotation_mode="anchor",
            ha="left",
        )
        ax.tick_params(axis="x", length=0, labelsize=SMALL, labeltop=True, labelbottom=False)
        ax.set_xlim(-0.6, len(heads) + 0.9)
        ax.axvline(len(heads) - 0.4, color=MUTED, linewidth=0.8, zorder=0)
        ax.spines["bottom"].set_visible(False)
        ax.grid(axis="y", color=FAINT, linewidth=0.5)
        ax.set_axisbelow(True)
        columns(ax, ("", [_answered(row.found) for row in drawn]))
        below(ax, _legend(drawn), ncols=3, title=f"{known.label}\n{known.version}")
    return ax


def _rows(evidence: Evidence, instrument: str) -> list[Row]:
    found = []
    for study in evidence.studies.values():
        own = [one for one in study.appraisals.items() if one[1].instrument == instrument]
        for name, appraisal in own:
            told = f"{study.id}: {name}" if len(own) > 1 else study.id
            found.append(Row(name=told, found=appraisal.assessed))
    return found


def _mark(
    ax: Axes, instrument: Instrument, at: tuple[float, int], judgement: str, *, settled: bool
) -> None:
    if judgement == "not applicable":
        ax.annotate(DASH, xy=at, ha="center", va="center", fontsize=SMALL, color=MUTED)
        return
    marker, colour = MARKS[instrument.risks[judgement]]
    ax.plot(
        [at[0]],
        [at[1]],
        ls="",
        marker=marker,
        ms=SIZE,
        mec=colour,
        mfc=colour if settled else "white",
        mew=1.3,
        gid=f"{judgement}, {'settled' if settled else 'open'}",
    )


def _answered(found: Assessment) -> str:
    return f"{found.answered} of {found.asked} answered"


def _legend(drawn: list[Row]) -> list[Line2D]:
    """An entry for each risk that occurs, and one for what is hollow."""
    occurring = {
        row.found.instrument.risks[judgement]
        for row in drawn
        for judgement in (row.found.judgement, *(d.judgement for d in row.found.domains))
    }
    entries = [
        key(risk, marker=marker, face=colour, edge=colour)
        for risk, (marker, colour) in MARKS.items()
        if risk in occurring
    ]
    hollow = key("hollow: turns on what was not read", marker="o", face="white", edge=MUTED)
    return [*entries, hollow]
