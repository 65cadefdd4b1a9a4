"""What one sentence tells of a study, and how what the record makes of it is put to the writer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reviewkit.prose.problems import Problem, Severity
from reviewkit.prose.reading import Link, Reading
from reviewkit.prose.studies.held import Held
from reviewkit.prose.studies.reports import Ruling, ruled

#: How grave each status of a figure is, and its code.
OF_STATUS: dict[str, tuple[str, Severity]] = {
    "wrong": ("P201", "error"),
    "misattributed": ("P202", "error"),
    "unverifiable": ("P203", "suggestion"),
}
#: What a report of a study that the base does not know is ruled: never wrong, never fitting.
UNKNOWN = ruled(
    "unverifiable",
    "suggestion",
    "The base does not know this study; what is told of it cannot be checked.",
)


@dataclass(slots=True)
class Told:
    """What one sentence tells of a study.

    Parameters
    ----------
    study
        The study, as the index has it; None if the base does not know it.
    held
        Its numbers, held against the record.
    links
        The claims that it makes: those of the reading, but for those of another study's figures,
        and those of this one's.
    rulings
        What claims that it makes are ruled as reports, by claim.
    problems
        What is to be mended.
    faithful
        The claims that it reports as the study found them, with what such a report should name.
    """

    study: Mapping[str, Any] | None
    links: tuple[Link, ...]
    held: list[Held] = field(default_factory=list)
    rulings: dict[str, Ruling] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    faithful: list[tuple[Link, list[list[str]]]] = field(default_factory=list)


def of_figures(held: Sequence[Held], study: Mapping[str, Any]) -> Ruling:
    """Rule on a claim that tells the figures of a study: as its worst figure."""
    order = ("wrong", "misattributed", "unverifiable", "correct")
    status = min((number.status for number in held), key=order.index, default="correct")
    whys = [number.why for number in held if number.status == status] if status != "correct" else []
    return ruled(status, _severity(status), " ".join(whys) or f"As {study['id']} prints it.")


def of_figure(held: Held) -> Ruling:
    """Return what one figure is ruled, where no claim stands beside it."""
    return ruled(held.status, _severity(held.status), held.why)


def _severity(status: str) -> Severity:
    return OF_STATUS[status][1] if status in OF_STATUS else "none"


def problem_on(link: Link, code: str, severity: Severity, message: str) -> Problem:
    """Return a problem with the words that made a link."""
    return Problem(
        code=code, start=link.cue_start, end=link.cue_end, severity=severity, message=message
    )


def misplaced(held: Held, study: Mapping[str, Any], treatment: str) -> Held:
    """Return a finding's number as misattributed where it is of another treatment."""
    if held.status != "correct" or held.said.kind not in {"percent", "measure"}:
        return held
    why = f"{study['id']} prints it of another treatment: {treatment}."
    return held._replace(status="misattributed", why=why)


def problem_of(held: Held, code: str = "") -> Problem:
    """Return the problem of a figure that is not as the record has it; `code` replaces its own."""
    own, severity = OF_STATUS[held.status]
    return Problem(
        code=code or own,
        start=held.said.start,
        end=held.said.end,
        severity=severity,
        message=held.why,
    )


def problems_of_unknown(reading: Reading, told: Told) -> Iterator[Problem]:
    """Yield the problem of a sentence that tells of a study which the base does not know."""
    if reading.links or told.held:
        yield Problem(
            code="P204",
            start=0,
            end=len(reading.sentence.text),
            severity="suggestion",
            message=UNKNOWN["reason"],
        )
