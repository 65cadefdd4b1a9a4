"""Documents held against a review: for each sentence that claims something, what the base says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reviewkit.index import UNCERTAIN
from reviewkit.prose import codes, ignoring, rules
from reviewkit.prose.compiling import compile_vocabulary
from reviewkit.prose.locating import located
from reviewkit.prose.problems import Problem, gravest, rank
from reviewkit.prose.reading import Link, Reading, names_in, read, reread
from reviewkit.prose.studies.reports import generalises, ruled, several
from reviewkit.prose.studies.telling import Teller
from reviewkit.prose.studies.told import Told, of_figure
from reviewkit.prose.suggestion import Again, Claims, Read, Ruled, keeping, suggest
from reviewkit.prose.text import Document, Sentence
from reviewkit.prose.vocabulary import Vocabulary

_UNCOVERED = ruled("not covered", "none", "A health claim that this base does not cover.")


def check(documents: Iterable[Document], index: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what is found in each document, one JSON-ready mapping a file, in their order.

    Parameters
    ----------
    documents
        As `reviewkit.prose.documents.read` gives them.
    index
        As `reviewkit.index.open_index` gives it.
    """
    vocabulary, teller = compile_vocabulary(index), Teller(index)
    again, claims = _reader(vocabulary, index), Claims({row["id"]: row for row in index["claims"]})
    for document in documents:
        readings = list(read(document, vocabulary))
        tellings = teller.tell(readings, names_in(document.title, vocabulary))
        found = ignoring.applied(document, _findings(readings, tellings, again, claims, index))
        yield {"file": document.file, "findings": list(located(document, found))}


def _findings(
    readings: Sequence[Reading],
    tellings: Mapping[int, Told],
    again: Read,
    claims: Claims,
    index: dict[str, Any],
) -> Iterator[dict[str, Any]]:
    for position, reading in enumerate(readings):
        told = tellings.get(position)
        if not reading.checkable and (told is None or not (told.links or told.held)):
            continue
        told = told or Told(None, reading.links)
        ruled = [(link, _ruling(reading, link, told, index)) for link in told.links]
        claimed = [(link, ruling) for link, ruling in ruled if link.claim not in told.rulings]
        better = suggest(reading, claimed, claims, again)
        yield _finding(reading, ruled, told, better, index)


def _reader(vocabulary: Vocabulary, index: dict[str, Any]) -> Read:
    """Return what reads a sentence that might be suggested."""

    def again(sentence: Sentence) -> Again:
        reading = reread(sentence, vocabulary)
        return Again(reading, reading.links, lambda: _again(reading, index))

    return keeping(again)


def _again(reading: Reading, index: dict[str, Any]) -> tuple[Ruled, str]:
    """Return how a sentence that might be suggested is ruled on, and how grave its problems are."""
    told = Told(None, reading.links)
    ruled = [(link, _ruling(reading, link, told, index)) for link in reading.links]
    problems = [*rules.look(reading), *several(reading, _behind(reading.links, index))]
    return ruled, gravest(problem.severity for problem in problems)


def _behind(links: Iterable[Link], index: dict[str, Any]) -> dict[str, int | None]:
    """Return how many studies stand behind each claim."""
    return {link.claim: index["said"][link.claim]["studies"] for link in links}


def _ruling(reading: Reading, link: Link, told: Told, index: dict[str, Any]) -> dict[str, str]:
    """Rule on a claim: as a report of a study where it is one, else by what the evidence carries.

    A report that draws a general conclusion is both, and the graver ruling leads.
    """
    report = told.rulings.get(link.claim)
    if report is not None and not generalises(reading.sentence.text):
        return report
    by_stance = index["rulings"][link.claim]
    of_evidence = index["said"][link.claim]["kind"] == "evidence"
    stance: str = reading.towards(link, of_evidence=of_evidence)
    if link.caveat and stance in {"asserts", "limits"}:  # a caveat limits what is asserted beside
        stance = UNCERTAIN
    if stance in by_stance:
        found: dict[str, str] = by_stance[stance][link.wording]
    else:
        why = (
            "A question asserts nothing." if reading.stance == "asks" else "Told of somebody else."
        )
        found = ruled("not graded", "none", why)
    if report is None or rank(found["severity"]) >= rank(report["severity"]):
        return found
    return report


def _finding(
    reading: Reading,
    ruled: list[tuple[Link, dict[str, str]]],
    told: Told,
    better: str,
    index: dict[str, Any],
) -> dict[str, Any]:
    sentence = reading.sentence
    problems = [
        *(
            _of_ruling(link, ruling, better)
            for link, ruling in ruled
            if link.claim not in told.rulings
        ),
        *told.problems,
        *several(reading, _behind((link for link, _ in ruled), index)),
        *(rules.look(reading) if reading.checkable else ()),
    ]
    told_of = [problem for problem in problems if problem.severity != "none"]
    verdicts = [
        *(ruling for _, ruling in ruled),
        *(of_figure(held) for held in told.held if not ruled),
    ]
    worst = max(verdicts, key=lambda ruling: rank(ruling["severity"]), default=_UNCOVERED)
    suggestions = sorted(told_of, key=lambda problem: -rank(problem.severity))
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
        "numbers": [
            {
                "text": held.said.shown(sentence.text),
                "status": held.status,
                "expected": held.expected,
                "why": held.why,
                "field": held.field,
                "at": held.at,
            }
            for held in told.held
        ],
        "problems": [_row(problem, sentence) for problem in told_of],
        "verdict": worst["verdict"],
        "certainty": worst["certainty"],
        "severity": gravest([worst["severity"], *(problem.severity for problem in told_of)]),
        "reason": f"{worst['reason']} {worst.get('against', '')}".strip(),
        "suggestion": next((p.suggestion for p in suggestions if p.suggestion), ""),
    }


def _of_ruling(link: Link, ruling: dict[str, str], better: str) -> Problem:
    """What a ruling on a link tells the writer; of severity "none" where nothing is to be done."""
    return Problem(
        code=codes.OF_VERDICT.get(ruling["verdict"], "P104"),
        start=link.cue_start,
        end=link.cue_end,
        severity=ruling["severity"],  # type: ignore[arg-type]
        message=ruling["reason"],
        suggestion=better,
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
