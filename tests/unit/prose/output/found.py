"""What a check of an invented text finds, written out: outputs seen apart from rules."""

from __future__ import annotations

from typing import Any


def problem(
    code: str,
    words: str,
    within: str,
    *,
    start: int = 0,
    line: int = 1,
    severity: str = "warning",
    message: str = "",
    suggestion: str = "",
) -> dict[str, Any]:
    """Return a problem of some words of a sentence that begins at `start`, in column 1."""
    at = within.index(words)
    return {
        "code": code,
        "start": start + at,
        "end": start + at + len(words),
        "within": [at, at + len(words)],
        "severity": severity,
        "message": message or f"What {code} means.",
        "suggestion": suggestion,
        "line": line,
        "column": at + 1,
        "end_line": line,
        "end_column": at + len(words) + 1,
    }


def finding(
    sentence: str, *problems: dict[str, Any], start: int = 0, line: int = 1, **fields: Any
) -> dict[str, Any]:
    """Return a finding on a sentence that begins at `start`, in column 1 of a line."""
    order = ["none", "suggestion", "warning", "error"]
    return {
        "line": line,
        "column": 1,
        "end_line": line,
        "end_column": len(sentence) + 1,
        "start": start,
        "end": start + len(sentence),
        "place": "",
        "sentence": sentence,
        "stance": "asserts",
        "links": [],
        "numbers": [],
        "problems": list(problems),
        "verdict": "overstated",
        "certainty": "very low",
        "severity": max((p["severity"] for p in problems), key=order.index, default="none"),
        "reason": "Why.",
        "suggestion": next((p["suggestion"] for p in problems if p["suggestion"]), ""),
        "ignored": [],
        **fields,
    }


def link(claim: str) -> dict[str, Any]:
    """Return a link to a claim."""
    row = {"claim": claim, "cue": "calm", "wording": 3, "verdict": "overstated"}
    return row | {"severity": "warning"}


CALM = "Brushing always calms cats."
JOY = "It is a joy to all."
FUR = "Fur grows."

FOUND: dict[str, Any] = {
    "file": "drafts/cats.md",
    "findings": [
        finding(
            CALM,
            problem("P301", "always", CALM, severity="suggestion", message="Nothing always does."),
            problem(
                "P101",
                "calms cats",
                CALM,
                message="One study of four cats (very low certainty). " * 3,
                suggestion="It is unclear whether brushing calms cats.",
            ),
            links=[link("calm"), link("calm"), link("rest")],
        ),
        finding(JOY, start=30, line=3, verdict="not covered", reason="Not in the base."),
        finding(FUR, start=60, line=5, verdict="wording fits", links=[link("fur")]),
    ],
}
