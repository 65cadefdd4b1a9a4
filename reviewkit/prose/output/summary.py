"""A table of what was found in each document: counts by verdict and by severity, never a score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reviewkit import display
from reviewkit.findings import printable
from reviewkit.prose.output.tally import TOLD, Tally, tallied

#: Verdicts in the order of their columns, the best first; others follow by their names.
VERDICTS = (
    "wording fits",
    "correct",
    "overstated",
    "no direct evidence",
    "source inconsistent",
    "misattributed",
    "wrong",
    "contradicted",
    "unverifiable",
    "not testable",
    "not graded",
    "not covered",
)
_GAP = "  "


def table(files: Sequence[dict[str, Any]]) -> str:
    """Return a row for each document and, for several, a row of totals.

    Parameters
    ----------
    files
        As `reviewkit.prose.check.check` yields them. A verdict that nothing has gets no column; the
        severities always have theirs.
    """
    tallies = [(printable(file["file"]), tallied([file])) for file in files]
    whole = tallied(files)
    verdicts = _in_order(whole)
    head = ["", "claiming sentences", *verdicts, *(f"{name}s" for name in TOLD)]
    if whole.ignored:
        head.append("ignored")
    rows = [
        [name, *_counts(tally, verdicts, ignored=bool(whole.ignored))] for name, tally in tallies
    ]
    if len(rows) > 1:
        rows.append(["all", *_counts(whole, verdicts, ignored=bool(whole.ignored))])
    return "\n".join(_set(head, rows, total=len(rows) > 1))


def _in_order(whole: Tally) -> list[str]:
    known = [verdict for verdict in VERDICTS if whole.verdicts[verdict]]
    return [*known, *sorted(set(whole.verdicts) - set(VERDICTS))]


def _counts(tally: Tally, verdicts: Sequence[str], *, ignored: bool) -> list[str]:
    counts = [
        tally.sentences,
        *(tally.verdicts[verdict] for verdict in verdicts),
        *(tally.severities[name] for name in TOLD),
        *([tally.ignored] if ignored else []),
    ]
    return [display.number(count) for count in counts]


def _set(head: Sequence[str], rows: Sequence[Sequence[str]], *, total: bool) -> Iterator[str]:
    """Yield the lines of a table: names to the left, numbers to the right, heads stacked."""
    stacked = [text.split() for text in head]
    deepest = max(map(len, stacked))
    heads = [[""] * (deepest - len(words)) + words for words in stacked]
    widths = [
        max(len(text) for text in (*words, *(row[column] for row in rows)))
        for column, words in enumerate(heads)
    ]
    for level in range(deepest):
        yield _row([words[level] for words in heads], widths)
    rule = "-" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    yield rule
    for number, row in enumerate(rows, start=1):
        if total and number == len(rows):
            yield rule
        yield _row(row, widths)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    name, *numbers = cells
    fields = [f"{text:>{width}}" for text, width in zip(numbers, widths[1:], strict=True)]
    return _GAP.join([f"{name:<{widths[0]}}", *fields]).rstrip()
