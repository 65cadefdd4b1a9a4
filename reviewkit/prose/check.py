"""Documents held against a review: for each sentence that claims something, what the base says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reviewkit.prose import codes, ignoring, rules
from reviewkit.prose.locating import located
from reviewkit.prose.problems import Problem, gravest, rank
from reviewkit.prose.reading import Link, Reading, read
from reviewkit.prose.suggestion import suggest
from reviewkit.prose.text import Document, Sentence
from reviewkit.prose.vocabulary import Vocabulary
from reviewkit.prose.vocabulary import compile as compiled

_UNCOVERED = {
    "verdict": "not covered",
    "severity": "none",
    "reason": "A health claim that this base does not cover.",
    "carries": "",
    "certainty": "",
}


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
        told = ignoring.applied(document, _findings(document, vocabulary, index))
        yield {"file": document.file, "findings": list(located(document, told))}


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
    return {
        "verdict": "not graded",
        "severity": "none",
        "reason": why,
        "carries": "",
        "certainty": "",
    }


def _finding(
    reading: Reading, ruled: list[tuple[Link, dict[str, str]]], statements: dict[str, str]
) -> dict[str, Any]:
    sentence = reading.sentence
    problems = [
        *(_of_ruling(reading, link, ruling, statements[link.claim]) for link, ruling in ruled),
        *rules.look(reading),
    ]
    told = [problem for problem in problems if problem.severity != "none"]
    worst = max(
        (ruling for _, ruling in ruled),
        key=lambda ruling: rank(ruling["severity"]),
        default=_UNCOVERED,
    )
    suggestions = sorted(told, key=lambda problem: -rank(problem.severity))
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
        "problems": [_row(problem, sentence) for problem in told],
        "verdict": worst["verdict"],
        "severity": gravest([worst["severity"], *(problem.severity for problem in told)]),
        "reason": worst["reason"],
        "suggestion": next((p.suggestion for p in suggestions if p.suggestion), ""),
    }


def _of_ruling(reading: Reading, link: Link, ruling: dict[str, str], statement: str) -> Problem:
    """What a ruling on a link tells the writer; of severity "none" where nothing is to be done."""
    return Problem(
        code=codes.OF_VERDICT.get(ruling["verdict"], "P104"),
        start=link.cue_start,
        end=link.cue_end,
        severity=ruling["severity"],  # type: ignore[arg-type]
        message=ruling["reason"],
        suggestion=suggest(reading, link, ruling, statement),
    )


def _row(problem: Problem, sentence: Sentence) -> dict[str, Any]:
    """Return a problem with its place in the file, and `within`: its place in the sentence."""
    offsets = sentence.offsets or range(sentence.start, sentence.end)
    start = offsets[problem.start] if problem.start < len(offsets) else sentence.start
    end = offsets[problem.end - 1] + 1 if 0 < problem.end <= len(offsets) else sentence.end
    return {
        "code": problem.code,
        "start": start,
        "end": end,
        "within": [problem.start, problem.end],
        "severity": problem.severity,
        "message": problem.message,
        "suggestion": problem.suggestion,
    }
