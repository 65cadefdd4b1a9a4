"""Summary-of-findings tables and evidence profiles as values: head, rows of text, footnotes.

The columns of a summary are those of Core GRADE 6 (doi:10.1136/bmj-2024-083866, read in a
transcription): outcome and follow-up; people, studies and their type; relative effect; absolute
effects without, with, and the difference; certainty; a plain statement. A profile tells the domains
apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reviewkit import display
from reviewkit.evidence import Evidence
from reviewkit.report.standing import standing
from reviewkit.report.summary import absolutes
from reviewkit.report.summary.footnotes import Footnotes, domain_note, other_notes, overall_note
from reviewkit.report.summary.rows import NOTHING, SummaryRow
from reviewkit.report.words import DOMAINS

#: Certainty with GRADE's signs for it.
CERTAINTY = {
    "high": "high ⊕⊕⊕⊕",
    "moderate": "moderate ⊕⊕⊕⊝",
    "low": "low ⊕⊕⊝⊝",
    "very low": "very low ⊕⊝⊝⊝",
    "none": "no direct evidence",
    "not graded": "mechanism only, not graded",
}
#: Titles, and how each is read.
FINDINGS, PROFILES = "Summary of findings", "Evidence profiles"
HOW_FINDINGS = (
    "A row a body of evidence. Up and down are of the outcome. Absolute effects apply the relative "
    "effect to one risk without the intervention, whose own uncertainty is not counted. Columns "
    "after Core GRADE 6; the statements after GRADE guidance 26 and Core GRADE 6."
)
HOW_PROFILES = (
    "A row a body of evidence, its domains apart. Where a judgement departs from what the rule "
    "proposes, the footnote tells both, and why."
)
SUMMARY = (
    "Outcome and follow-up",
    "People (studies, what they compare)",
    "Relative effect (95% CI)",
    "Without",
    "With",
    "Difference (95% CI)",
    "Certainty of the evidence",
    "What it may say",
)
#: Columns of a summary that stand under one heading.
ABSOLUTE = ("Absolute effects", 3, 6)
PROFILE = (
    "Outcome and follow-up",
    "Studies (people)",
    "What they compare",
    *(DOMAINS[name].capitalize() for name in DOMAINS),
    "Other",
    "Effect (95% CI)",
    "Absolute effect",
    "Certainty of the evidence",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of text, apart from how it is written.

    Parameters
    ----------
    title
        What was done to people: the intervention.
    head, rows
        Names of the columns, and a cell a column; a mark in square brackets leads to a footnote.
    span
        Columns under one more heading: its words, the first and one past the last; or None.
    footnotes
        Each mark with its text.
    bodies
        The body of each row, by id.
    caption
        What stands wherever grades are shown.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    footnotes: tuple[tuple[str, str], ...]
    bodies: tuple[str, ...]
    caption: str
    span: tuple[str, int, int] | None = None


def summary_tables(evidence: Evidence, rows: Sequence[SummaryRow]) -> tuple[Table, ...]:
    """Return a summary-of-findings table for each intervention."""
    return tuple(_tables(evidence, rows, SUMMARY, _summary, span=ABSOLUTE))


def profile_tables(evidence: Evidence, rows: Sequence[SummaryRow]) -> tuple[Table, ...]:
    """Return an evidence profile for each intervention."""
    return tuple(_tables(evidence, rows, PROFILE, _profile, span=None))


def _tables(
    evidence: Evidence,
    rows: Sequence[SummaryRow],
    head: tuple[str, ...],
    cells: Callable[[SummaryRow, Footnotes], tuple[str, ...]],
    *,
    span: tuple[str, int, int] | None,
) -> Iterator[Table]:
    for intervention, found in groupby(rows, key=lambda row: row.intervention):
        together = tuple(found)
        notes = Footnotes()
        yield Table(
            title=intervention,
            head=head,
            rows=tuple(cells(row, notes) for row in together),
            footnotes=notes.numbered(),
            bodies=tuple(row.account.id for row in together),
            caption=standing(evidence.review),
            span=span,
        )


def _summary(row: SummaryRow, notes: Footnotes) -> tuple[str, ...]:
    absolute = row.absolute
    without = [
        absolutes.with_control(each) + _marks(notes, f"Risk without: {each.source}.")
        for each in absolute
    ]
    return (
        _asked(row),
        _counted(row),
        row.relative or NOTHING,
        _lines(without),
        _lines(map(absolutes.with_intervention, absolute)),
        _lines(map(absolutes.difference, absolute)) if absolute else _other_effect(row),
        CERTAINTY[row.certainty] + _marks(notes, *_why(row)),
        row.statement + _marks(notes, *_importance(row)),
    )


def _profile(row: SummaryRow, notes: Footnotes) -> tuple[str, ...]:
    account = row.account
    domains = {domain.domain: domain for domain in account.domains}
    levels = []
    for name in DOMAINS:
        domain = domains.get(name)
        note = domain_note(domain) if domain else None
        levels.append(
            domain.level + _marks(notes, *([note] if note else [])) if domain else NOTHING
        )
    other = list(other_notes(account))
    up = f"rated up {account.rated_up}" if account.rated_up else ""
    start = f"starts at {account.starts}" if account.starts else NOTHING
    people = "people not known" if row.people is None else _people(row.people)
    whole = overall_note(account)
    return (
        _asked(row),
        f"{row.studies} ({people})" if row.studies else "0",
        row.design or NOTHING,
        *levels,
        "; ".join(filter(None, (start, up))) + _marks(notes, *other),
        row.relative or row.difference or row.directions or NOTHING,
        _lines(map(absolutes.difference, row.absolute)),
        CERTAINTY[row.certainty] + _marks(notes, *([whole] if whole else [])),
    )


def _asked(row: SummaryRow) -> str:
    """The outcome with its time, of whom, against what, and what it is held against."""
    account = row.account
    asked = [row.population, f"against {row.comparator}"]
    if account.threshold != "null":
        size = (
            f"the minimal important difference, {account.mid}"
            if account.mid
            else f"a {account.size}"
        )
        asked.append(f"held against {size}")
    if account.directness != "direct":
        asked.append("indirect evidence")
    return f"{row.outcome}, {row.time} ({'; '.join(asked)})"


def _counted(row: SummaryRow) -> str:
    if not row.studies:
        return "none"
    people = "people not known" if row.people is None else _people(row.people)
    return f"{people} ({display.plural(row.studies, 'study', 'studies')}, {row.design})"


def _people(n: int) -> str:
    return display.plural(n, "person", "people")


def _other_effect(row: SummaryRow) -> str:
    """A difference in the outcome's own unit, or the directions; a ratio without a risk says so."""
    if row.relative:
        return "not computed: the risk without is not known"
    return row.difference or row.directions or NOTHING


def _why(row: SummaryRow) -> Iterator[str]:
    """Everything that explains a certainty, in the order in which it is rated."""
    yield from other_notes(row.account)
    for domain in row.account.domains:
        if note := domain_note(domain):
            yield note
    if whole := overall_note(row.account):
        yield whole


def _importance(row: SummaryRow) -> Iterator[str]:
    """Why no size is named, where the certainty lets a statement name one."""
    named = row.certainty in {"high", "moderate", "low"} and row.statement != NOTHING
    if named and row.size is None:
        yield f"Size: {row.size_why}."


def _marks(notes: Footnotes, *texts: str) -> str:
    """Note some texts and return their marks, as a cell has them."""
    marks = ",".join(notes.mark(text) for text in texts)
    return f" [{marks}]" if marks else ""


def _lines(texts: Iterator[str] | Sequence[str]) -> str:
    return "\n".join(texts) or NOTHING
