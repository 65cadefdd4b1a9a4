"""Documents held against a review: for each sentence that claims something, what the base says.

The first path: claims, wording, stance, verdict and a sentence to use instead. Figures and named
rules (`numbers`, `problems`) are not looked at yet and stay empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reviewkit.prose.reading import Link, Reading, read
from reviewkit.prose.text import Document
from reviewkit.prose.vocabulary import Vocabulary
from reviewkit.prose.vocabulary import compile as compiled

SEVERITIES = ("none", "suggestion", "warning", "error")
#: How a claim may be said, by the strongest wording that its evidence carries.
_OPENINGS = ("It is unclear whether", "It may be that", "It is likely that", "", "")


def check(documents: Iterable[Document], index: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what is found in each document, one JSON-ready mapping a file, in their order.

    Parameters
    ----------
    documents
        As `reviewkit.prose.documents.read` gives them.
    index
        As `reviewkit.index.open_index` gives it.
    """
    vocabulary = compiled(index)
    for document in documents:
        yield {"file": document.file, "findings": list(_findings(document, vocabulary, index))}


def _findings(
    document: Document, vocabulary: Vocabulary, index: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    statements = {claim["id"]: claim["statement"] for claim in index["claims"]}
    for reading in read(document, vocabulary):
        if not reading.checkable and not reading.links:
            continue
        ruled = [(link, _ruling(reading, link, index)) for link in reading.links]
        yield _finding(reading, ruled, statements)


def _ruling(reading: Reading, link: Link, index: dict[str, Any]) -> dict[str, str]:
    by_stance = index["rulings"][link.claim]
    if reading.stance in by_stance:
        found: dict[str, str] = by_stance[reading.stance][link.wording]
        return found
    why = "A question asserts nothing." if reading.stance == "asks" else "Told of somebody else."
    return {"verdict": "not graded", "severity": "none", "reason": why, "carries": ""}


def _finding(
    reading: Reading, ruled: list[tuple[Link, dict[str, str]]], statements: dict[str, str]
) -> dict[str, Any]:
    sentence = reading.sentence
    worst = max(
        (ruling for _, ruling in ruled),
        key=lambda ruling: SEVERITIES.index(ruling["severity"]),
        default={
            "verdict": "not covered",
            "severity": "none",
            "reason": "A health claim that this base does not cover.",
            "carries": "",
        },
    )
    leading = next((link for link, ruling in ruled if ruling is worst), None)
    suggestion = ""
    if leading is not None and worst["severity"] != "none":
        suggestion = _suggestion(statements[leading.claim], worst["carries"])
    return {
        "line": sentence.line,
        "column": sentence.column,
        "start": sentence.start,
        "end": sentence.end,
        "place": sentence.place,
        "sentence": sentence.text,
        "stance": reading.stance,
        "links": [
            {
                "claim": link.claim,
                "cue": link.cue,
                "wording": link.wording,
                "verdict": ruling["verdict"],
                "severity": ruling["severity"],
            }
            for link, ruling in ruled
        ],
        "numbers": [],
        "problems": [],
        "verdict": worst["verdict"],
        "severity": worst["severity"],
        "reason": worst["reason"],
        "suggestion": suggestion,
    }


def _suggestion(statement: str, carries: str) -> str:
    """A true sentence about the same claim, as strong as its evidence carries; else nothing."""
    opening = _OPENINGS[int(carries)] if carries else ""
    if not opening:
        return ""
    return f"{opening} {statement[0].lower()}{statement[1:]}"
