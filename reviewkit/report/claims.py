"""The claims table: what the evidence says of each claim, and the spread over its mentions."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reviewkit import display
from reviewkit.index import caption
from reviewkit.report.lines import WIDTH, Line, Page, Role
from reviewkit.report.tables import NO_BREAK, Column, fitted, row_lines, to_csv

#: Severities from the worst, as words and as the short forms of a narrow column.
SEVERITIES = {"error": "error", "warning": "warn", "suggestion": "sugg", "none": "ok"}
COLUMNS = (
    Column(key="id", title="claim", width=30),
    Column(key="evidence", title="evidence", width=18, least=10),
    Column(key="certainty", title="certainty", width=9),
    Column(key="verdict", title="said plainly, it is", width=20, least=12),
    Column(key="mentions", title="its mentions", width=15, least=8),
)

_ROLES: dict[str, Role] = {"error": "error", "warning": "warning", "suggestion": "suggestion"}
_SENTENCE_END = re.compile(r"(?<=[.!?]) ")
#: What a reason says that the table's other cells say already.
_SAID = re.compile(
    r" \((?:very low|low|moderate|high) certainty(?:, provisional)?\)|^Recorded, .*?: "
)
_CSV = (
    *("id", "kind", "statement", "outcome", "body", "evidence", "certainty", "verdict", "robust"),
    *("mentions", "errors", "warnings", "suggestions", "without_finding", "reason"),
)


def spread(severities: Iterable[str]) -> str:
    """Return severities counted in words, the worst first.

    Examples
    --------
    >>> spread(["warning", "none", "warning", "error"])
    '1 error, 2 warnings, 1 without a finding'
    """
    counts = Counter(severities)
    told = [display.plural(counts[s], s) for s in SEVERITIES if s != "none" and counts[s]]
    if counts["none"]:
        told.append(f"{counts['none']} without a finding")
    return ", ".join(told)


def short_reason(row: Mapping[str, Any], width: int) -> str:
    """Return why in one line, cut at a word.

    Of the gravest mention where that is an error and the claim itself is correct, else of the
    claim. What the table's other cells say is left out.
    """
    ranks = list(SEVERITIES)
    worst = min(row["mentions"], key=lambda m: ranks.index(m["severity"]), default=None)
    reason, prefix = row["reason"], ""
    if worst is not None and row["verdict"].startswith("correct") and worst["severity"] == "error":
        parts = _SENTENCE_END.split(worst["reason"])
        found = [part for part in parts if worst["verdict"] in part]
        reason, prefix = " ".join(found) or worst["reason"], f"{worst['source']}:{worst['line']} "
    return shortened(f"{prefix}{_SAID.sub('', ' '.join(reason.split()))}", width)


def shortened(text: str, width: int) -> str:
    """Return as many of a text's sentences as fit the width; the first is cut at a word.

    Examples
    --------
    >>> shortened("It fits. It says more. No.", 9), shortened("It does not fit.", 9)
    ('It fits.', 'It does …')
    """
    first, *rest = _SENTENCE_END.split(" ".join(text.split()))
    told = textwrap.shorten(first, width=width, placeholder=" …")
    for sentence in rest:
        if len(told) + len(sentence) + 1 > width:
            break
        told = f"{told} {sentence}"
    return told


def claims_lines(index: Mapping[str, Any], *, width: int = WIDTH) -> list[Line]:
    """Return a review's claims as lines: a row each, its reason below, the standing words last."""
    rows: Sequence[Mapping[str, Any]] = index["claims"]
    lines = [Line(text=index["review"]["title"], role="title"), Line(text="")]
    columns = fitted(COLUMNS, width)
    lines += row_lines(columns, [column.title for column in columns], role="heading")
    for row in rows:
        shown = index["shown"][row["id"]]
        role = _ROLES.get(shown["severity"], "strong")
        lines += row_lines(columns, _cells(row, shown), role=role)
        lines.append(Line(text=f"  {short_reason(row, width - 2)}", role="quiet"))
    closing = Page()
    for text in summary(rows):
        closing.say(text, level=0)
    closing.say("reviewkit explain CLAIM shows how a verdict came about.", level=0)
    standing = Page()
    standing.say(caption(dict(index)), level=0, role="quiet")
    return [*lines, Line(text=""), *closing.lines(width), Line(text=""), *standing.lines(width)]


def claims_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return claims as CSV, a row each, their mentions counted by severity."""
    return to_csv(_CSV, (_flat(row) for row in rows))


def summary(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return how many claims and mentions there are, by severity, and which turn on a reading."""
    mentions = [mention["severity"] for row in rows for mention in row["mentions"]]
    turning = [row["id"] for row in rows if not row["robust"]]
    count = display.plural(len(mentions), "mention")
    robust = "Each is the same under every reading and every defensible choice."
    made = f"{count}: {spread(mentions)}" if mentions else "none of a source under review"
    return [
        f"{display.plural(len(rows), 'claim')}, {made}.",
        f"Turns on what is left open: {display.joined(turning)}." if turning else robust,
    ]


def _cells(row: Mapping[str, Any], shown: Mapping[str, Any]) -> tuple[str, ...]:
    counts = Counter(mention["severity"] for mention in row["mentions"])
    brief = " ".join(
        f"{counts[s]}{NO_BREAK}{short}" for s, short in SEVERITIES.items() if counts[s]
    )
    certainty = row["certainty"] if row["certainty"] not in {None, "none"} else "–"
    return (row["id"], row["evidence"] or "–", certainty, shown["verdict"], brief or "none")


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    counts = Counter(mention["severity"] for mention in row["mentions"])
    return {
        **row,
        "mentions": len(row["mentions"]),
        "errors": counts["error"],
        "warnings": counts["warning"],
        "suggestions": counts["suggestion"],
        "without_finding": counts["none"],
    }
