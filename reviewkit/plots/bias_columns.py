"""Risk of bias beside the rows of a forest plot: a mark for each domain, and one for the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.transforms import offset_copy

from reviewkit.appraisal import Assessment, Instrument
from reviewkit.appraisal.instrument import Domain
from reviewkit.certainty import Counted
from reviewkit.evidence import Evidence
from reviewkit.plots.axes import key
from reviewkit.plots.risk_of_bias import DASH, MARKS
from reviewkit.plots.theme import INK, MUTED, SMALL, beside

STEP, WIDE = 15.0, 24.0
"""Points between the marks of domains, and before the mark of the whole."""
SIZE = 7.0
"""Points across a mark."""
WHOLE = "bias"
"""Head of the column of the whole."""

#: A risk, None where there is none, and whether it holds whatever stands in what was not read.
Judged = tuple[str | None, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bias:
    """The risk of bias of one result: its items, or else the view of the study as a whole."""

    found: Assessment | None
    whole: str | None

    def marks(self, instrument: Instrument | None) -> list[Judged]:
        """Return each domain's risk and whether it is settled, then that of the whole.

        None for a risk that nobody judged, or that does not apply; domains of another instrument
        than the columns' are not told.
        """
        untold: list[Judged] = [(None, True) for _ in domains_of(instrument)]
        if self.found is None:
            return [*untold, (self.whole, True)]
        risks = self.found.instrument.risks
        whole = risks.get(self.found.judgement), self.found.settled
        if self.found.instrument is not instrument:
            return [*untold, whole]
        return [*((risks.get(part.judgement), part.settled) for part in self.found.domains), whole]


@dataclass(frozen=True, slots=True, kw_only=True)
class BiasColumns:
    """The marks of each row, and the instrument whose domains have columns.

    Domains have columns where all results that count and have items were appraised by one
    instrument; else the whole alone is told, as it is for a result of another instrument.
    """

    rows: tuple[tuple[Judged, ...], ...]
    instrument: Instrument | None

    def legend(self) -> list[Line2D]:
        """Return what has to be said of the marks that are there."""
        marks = [mark for row in self.rows for mark in row]
        risks = {risk for risk, _ in marks}
        entries = [
            key(f"bias: {risk}", marker=marker, face=colour, edge=colour)
            for risk, (marker, colour) in MARKS.items()
            if risk in risks
        ]
        if not all(settled for _, settled in marks):
            note = "hollow: turns on what was not read"
            entries.append(key(note, marker="o", face="white", edge=MUTED))
        heads = [f"{domain.key} {domain.label}" for domain in domains_of(self.instrument)]
        return [*entries, *(key(head) for head in heads)]

    def draw(self, ax: Axes, rows: Sequence[int], *, start: float) -> None:
        """Draw the marks in these rows of the Axes, `start` points right of them."""
        heads = [domain.key for domain in domains_of(self.instrument)]
        places = [start + STEP * column for column in range(len(heads))]
        places.append((places[-1] + WIDE) if places else start + STEP / 2)
        for head, place in zip([*heads, WHOLE], places, strict=True):
            _text(ax, (1, 1), head, place, on_top=True)
        for row, marks in zip(rows, self.rows, strict=True):
            for (risk, settled), place in zip(marks, places, strict=True):
                _mark(ax, row, risk, place, settled=settled)


def bias_columns(
    counted: Sequence[Counted], left_out: Sequence[Counted], evidence: Evidence
) -> BiasColumns:
    """Return the risk of bias of results that count, and of those left out below them."""
    biases = [_bias(result, evidence) for result in counted]
    used = {bias.found.instrument.key: bias.found.instrument for bias in biases if bias.found}
    instrument = next(iter(used.values())) if len(used) == 1 else None
    biases += [_bias(result, evidence) for result in left_out]
    return BiasColumns(
        rows=tuple(tuple(bias.marks(instrument)) for bias in biases), instrument=instrument
    )


def domains_of(instrument: Instrument | None) -> tuple[Domain, ...]:
    """Return the domains that have columns."""
    return () if instrument is None else instrument.domains


def _bias(result: Counted, evidence: Evidence) -> Bias:
    study, name = evidence.studies[result.effect.study], result.use.result.partition("#")[2]
    whole = study.appraisal.overall if study.appraisal else None
    return Bias(found=study.assessed(name), whole=whole)


def _text(ax: Axes, at: tuple[float, float], text: str, place: float, *, on_top: bool) -> None:
    ax.annotate(
        text,
        xy=at,
        xycoords=ax.transAxes if on_top else beside(ax),
        xytext=(place, 2 if on_top else 0),
        textcoords="offset points",
        ha="center",
        va="bottom" if on_top else "center",
        fontsize=SMALL,
        fontweight="bold" if on_top else "normal",
        color=INK if on_top else MUTED,
        annotation_clip=False,
    )


def _mark(ax: Axes, row: int, risk: str | None, place: float, *, settled: bool) -> None:
    if risk is None:
        _text(ax, (1, row), DASH, place, on_top=False)
        return
    marker, colour = MARKS[risk]
    ax.plot(
        [1],
        [row],
        transform=offset_copy(beside(ax), ax.get_figure(root=True), x=place, units="points"),
        ls="",
        marker=marker,
        ms=SIZE,
        mec=colour,
        mfc=colour if settled else "white",
        mew=1.2,
        clip_on=False,
        gid=f"bias: {risk}, {'settled' if settled else 'open'}",
    )
