"""Bodies that are held against a threshold there is none of, or count results of another kind."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.evidence.folder import Entry, Folder
from reviewkit.findings import Finding
from reviewkit.records import Body, Review
from reviewkit.records.review import Mid

CODES = {
    "R211": "a threshold that the outcome does not have",
    "R213": "results on another outcome than the question's, without saying why",
}


def check(entry: Entry[Body], folder: Folder) -> Iterator[Finding]:
    """Yield a missing threshold, and results whose difference from the question is not named."""
    if entry.record is None:
        return
    yield from _threshold(entry, entry.record, folder.review)
    yield from _other_outcomes(entry, entry.record, folder)


def _threshold(entry: Entry[Body], body: Body, review: Entry[Review] | None) -> Iterator[Finding]:
    if review is None or review.record is None:
        return
    outcome = review.record.outcomes.get(body.question.outcome)
    if body.threshold.target == "mid" and outcome and not isinstance(outcome.mid, Mid):
        yield entry.finding(
            "R211",
            "error",
            ("threshold", "target"),
            CODES["R211"],
            found="mid",
            expected=f'"null": no minimal important difference of {body.question.outcome} is known',
            fix=f"target the null, or give {body.question.outcome} a `mid` with its source in "
            "review.yaml",
        )


def _other_outcomes(entry: Entry[Body], body: Body, folder: Folder) -> Iterator[Finding]:
    asked = body.question.outcome
    known = folder.review.names("outcomes") if folder.review else None
    others: dict[str, int] = {}
    for position, use in enumerate(body.uses):
        outcome = _outcome(use.result, folder)
        said = "outcome" in use.directness or use.note is not None
        if outcome is not None and outcome != asked and not said and outcome in (known or ()):
            others.setdefault(outcome, position)
    if others and body.note is None:
        yield entry.finding(
            "R213",
            "hint",
            ("uses", min(others.values()), "result"),
            CODES["R213"],
            found=f"results on {', '.join(others)}",
            expected=f"results on {asked}, or why others count: under `directness` of a result "
            "if it answers the question less well for it, else in a `note`",
            fix="say why they count, or exclude them",
        )


def _outcome(reference: str, folder: Folder) -> str | None:
    name, _, key = reference.partition("#")
    study = folder.studies[name].record if name in folder.studies else None
    result = study.results.get(key) if study else None
    return result.outcome if result else None
