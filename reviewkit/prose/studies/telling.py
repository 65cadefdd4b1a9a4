"""The studies that a document tells of, recognised and held against their records, by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reviewkit import display
from reviewkit.prose.problems import Problem, Severity
from reviewkit.prose.reading import Link, Reading
from reviewkit.prose.studies import reports
from reviewkit.prose.studies.candidates import Around
from reviewkit.prose.studies.describing import Description, describe
from reviewkit.prose.studies.features import Feature
from reviewkit.prose.studies.figures import TELLING, Figures
from reviewkit.prose.studies.held import Held
from reviewkit.prose.studies.numbers import numbers
from reviewkit.prose.studies.parting import parted
from reviewkit.prose.studies.recognising import LEAST, MARGIN, SEVERAL, Base, is_specific
from reviewkit.prose.studies.reports import Ruling, ruled
from reviewkit.prose.studies.said import PART, Said
from reviewkit.prose.studies.treated import treated
from reviewkit.prose.studies.unnamed import spelt, unnamed
from reviewkit.prose.vocabulary import DEVICE
from reviewkit.prose.wording import PLAIN

#: How grave each status of a figure is, and its code.
_OF_STATUS: dict[str, tuple[str, Severity]] = {
    "wrong": ("P201", "error"),
    "misattributed": ("P202", "error"),
    "unverifiable": ("P203", "suggestion"),
}
#: What a report of a study that the base does not know is ruled: never wrong, never fitting.
_UNKNOWN = ruled(
    "unverifiable",
    "suggestion",
    "The base does not know this study; what is told of it cannot be checked.",
)
#: Words of treatments' names that tell none apart, beside those of the review's own treatments.
_SHARED = frozenset({"treatment", "therapy", "other", "care", "product"})


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


class Teller:
    """Holds what documents tell of studies against an index. Built once, and used for all."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        self._index = index
        self._base: Base | None = None
        self._figures = Figures(index)
        vocabulary = index["vocabulary"]
        self._own = frozenset(vocabulary["interventions"])
        self._shared = _SHARED.union(*(name.split("-") for name in self._own))
        self._treated = treated(vocabulary["subject"])
        self._outcome = {claim["id"]: claim["outcome"] for claim in index["claims"]}

    def tell(
        self, readings: Sequence[Reading], about: frozenset[str] = frozenset()
    ) -> dict[int, Told]:
        """Return what sentences of a document tell of studies, by their position.

        Parameters
        ----------
        readings
            The sentences of the document, in order.
        about
            The names, in the vocabulary, of what its title speaks of.
        """
        described = describe(readings, self._treated)
        if not described:
            return {}
        if self._base is None:
            self._base = Base(self._index)
        base = self._base

        def read(part: Description) -> Sequence[Feature]:
            return base.features(part, readings, about)

        parts = [
            part
            for description in described
            for part in parted(description, read, base.weighed, least=LEAST, margin=MARGIN)
        ]
        pairs = [(part, read(part)) for part in parts]
        foreign = all(reading.silenced for reading in readings)  # a text on something else
        if foreign and not any(base.is_sure(said) for _, said in pairs):
            return {}
        found: dict[int, Told] = {}
        for (description, said), study in zip(pairs, _recognised(base, pairs), strict=True):
            if study is None and not self._is_reported(readings, description, said):
                continue
            counted = False
            for position in description.readings:
                told = self._held(readings, position, description, study, counted=counted)
                counted = counted or any(_counts_all(held) for held in told.held)
                found[position] = told
        for position, study in _beside(readings, found):
            held = self._borne_out(readings[position], study)
            if held:
                found[position] = Told(study, readings[position].links, held)
        return found

    def _is_reported(
        self, readings: Sequence[Reading], description: Description, said: Sequence[Feature]
    ) -> bool:
        """Whether sentences report a study on what the review is about, though no known one."""
        told = [readings[position] for position in description.readings]
        claims = any(reading.checkable or reading.names & self._own for reading in told)
        return claims and is_specific(description, said)

    def _borne_out(self, reading: Reading, study: Mapping[str, Any]) -> list[Held]:
        """Return the numbers of a sentence that may go on with a study, if they are its numbers.

        That they are the study's is all that shows that it is told of; so none can be wrong.
        """
        text = reading.sentence.text
        said = numbers(text)
        every = (*said, *unnamed(text, said))
        held = [self._figures.hold(one, study, Around(text)) for one in every]
        right = [one for one in held if one.status == "correct"]
        several = sum(one.said.kind != "bare" for one in right) >= SEVERAL
        return right if several or any(_is_telling(one.said) for one in right) else []

    def _held(
        self,
        readings: Sequence[Reading],
        position: int,
        description: Description,
        study: Mapping[str, Any] | None,
        *,
        counted: bool,
    ) -> Told:
        reading = readings[position]
        said = description.said[position]
        text = reading.sentence.text
        unread = list(unnamed(text, said))
        told = Told(study, reading.links)
        if study is None:
            digits = (number for number in unread if not spelt(number))
            told.held = [self._figures.unknown(number) for number in (*said, *digits)]
            told.problems += _unknown(reading, told)
            if description.introduced and reports.tells(reading):
                told.rulings = {link.claim: dict(_UNKNOWN) for link in reading.links}
            return told
        outcomes = frozenset(
            {
                self._outcome[link.claim]
                for link in reading.links
                if not self._index["said"][link.claim]["record"]
            }
            | (reading.names & self._index["outcomes"].keys())
        )
        further = position != description.readings[0]
        around = Around(text, outcomes, counted=counted, further=further)
        told.held = [
            held
            for held in self._figures.hold_all((*said, *unread), study, around)
            if held.status == "correct" or held.said not in unread or not spelt(held.said)
        ]
        elsewhere = self._another_treatment(reading, study)
        if elsewhere:
            told.held = [_misplaced(number, study, elsewhere) for number in told.held]
        told.problems += [
            _problem(held, "P216" if elsewhere and held.status == "misattributed" else "")
            for held in told.held
            if held.status in _OF_STATUS
        ]
        told.links = tuple(self._links(reading, told.held, study))
        for link in told.links:
            self._report(link, reading, told, study)
        told.problems += self._missing(told, description, readings)
        return told

    def _links(
        self, reading: Reading, held: Sequence[Held], study: Mapping[str, Any]
    ) -> Iterator[Link]:
        """Yield the claims of a sentence that tells of a study, with those of its figures."""
        made = set()
        for link in reading.links:
            if self._index["said"][link.claim]["record"] in {"", study["id"]}:
                made.add(link.claim)
                yield link
        for claim, said in self._index["said"].items():
            if said["record"] != study["id"] or claim in made:
                continue
            number = next((number for number in held if number.field in said["numbers"]), None)
            if number is not None:
                start, end = number.said.start, number.said.end
                yield Link(
                    claim=claim,
                    cue=number.said.text,
                    wording=PLAIN,
                    cue_start=start,
                    cue_end=end,
                    verb_start=start,
                    verb_end=end,
                )

    def _report(self, link: Link, reading: Reading, told: Told, study: Mapping[str, Any]) -> None:
        """Hold one claim of a sentence against what the study found."""
        said = self._index["said"][link.claim]
        if said["record"] == study["id"]:
            own = [held for held in told.held if held.field in said["numbers"]]
            told.rulings[link.claim] = _of_figures(own or told.held, study)
            return
        figure = any(held.said.kind in {"percent", "measure"} for held in told.held)
        held = reports.ruling(reading, study, said, figure=figure)
        if held is None:
            return
        ruling, results = held
        treatments = {result["intervention"] for result in results} - {""}
        foreign = bool(treatments) and not treatments & set(said["interventions"])
        if foreign and not self._says(reading.sentence.text, treatments):
            severity: Severity = "error" if reading.names & self._own else "warning"
            message = f"{study['id']} is of another treatment: {self._labels(treatments)}."
            told.problems.append(_on(link, "P216", severity, message))
            return
        told.rulings[link.claim] = ruling
        if (code := reports.CODES.get(ruling["verdict"])) is not None:
            grave: Severity = ruling["severity"]  # type: ignore[assignment]
            told.problems.append(_on(link, code, grave, ruling["reason"]))
        else:
            told.faithful.append((link, results[0]["needs"]))

    def _missing(
        self, told: Told, description: Description, readings: Sequence[Reading]
    ) -> Iterator[Problem]:
        """Yield what a faithful report leaves out, once for all that a sentence reports."""
        if not told.faithful or told.study is None:
            return
        everything = description.text(readings)
        named = frozenset(DEVICE for n in description.readings if DEVICE in readings[n].names)
        if self._treated.none.search(everything):
            named |= {"control"}
        people = any(n.kind == "people" for said in description.said.values() for n in said)
        needs = [need for _, needed in told.faithful for need in needed]
        missing = reports.left_out(everything, named, counts_people=people, needs=needs)
        if missing:
            words = display.joined(dict.fromkeys(missing))
            message = f"What is told of {told.study['id']} leaves out {words}."
            yield _on(told.faithful[0][0], "P212", "suggestion", message)

    def _another_treatment(self, reading: Reading, study: Mapping[str, Any]) -> str:
        """Return a study's treatment, in words, if the sentence tells it of the review's own."""
        treatments = {arm["intervention"] for arm in study["arms"] if not arm["control"]}
        if treatments & self._own or not treatments or not reading.names & self._own:
            return ""
        if self._says(reading.sentence.text, treatments):
            return ""
        return self._labels(treatments)

    def _says(self, text: str, treatments: Iterable[str]) -> bool:
        """Whether a sentence says openly which treatment it is about: "massage of the body"."""
        told = {word for name in treatments for word in name.split("-")} - self._shared
        return any(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) for word in told)

    def _labels(self, treatments: Iterable[str]) -> str:
        labels = (self._index["interventions"].get(name, name) for name in sorted(treatments))
        return " or ".join(labels)


def _recognised(
    base: Base, pairs: Sequence[tuple[Description, Sequence[Feature]]]
) -> list[Mapping[str, Any] | None]:
    """Return the study of each description, those told of before and beside it being likelier."""
    first: list[Mapping[str, Any] | None] = []
    known: set[str] = set()
    for description, said in pairs:
        study = base.recognise(description, said, known=known)
        first.append(study)
        known |= {study["id"]} if study is not None else set()
    found: list[Mapping[str, Any] | None] = []
    for place, (description, said) in enumerate(pairs):
        around = (*first[max(0, place - 1) : place], *first[place + 1 : place + 2])
        near = {study["id"] for study in around if study is not None}
        found.append(first[place] or base.recognise(description, said, known=known, near=near))
    return found


def _beside(
    readings: Sequence[Reading], found: Mapping[int, Told]
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the sentences beside those that tell of a study, in its paragraph, with the study."""
    for position, told in list(found.items()):
        for other in (position - 1, position + 1):
            if told.study is None or other in found or not 0 <= other < len(readings):
                continue
            if readings[other].sentence.block == readings[position].sentence.block:
                yield other, told.study


def _is_telling(said: Said) -> bool:
    """Whether a number is a study's by no chance."""
    return said.number.decimals > 0 or said.noun == PART or said.number.value >= TELLING


def _counts_all(held: Held) -> bool:
    """Whether a number tells the people of a study as its record has them."""
    counts = held.said.kind == "people" and held.said.noun not in {"", PART}
    return held.status == "correct" and counts


def _of_figures(held: Sequence[Held], study: Mapping[str, Any]) -> Ruling:
    """Rule on a claim that tells the figures of a study: as its worst figure."""
    order = ("wrong", "misattributed", "unverifiable", "correct")
    status = min((number.status for number in held), key=order.index, default="correct")
    whys = [number.why for number in held if number.status == status] if status != "correct" else []
    return ruled(status, _severity(status), " ".join(whys) or f"As {study['id']} prints it.")


def of_figure(held: Held) -> Ruling:
    """Return what one figure is ruled, where no claim stands beside it."""
    return ruled(held.status, _severity(held.status), held.why)


def _severity(status: str) -> Severity:
    return _OF_STATUS[status][1] if status in _OF_STATUS else "none"


def _on(link: Link, code: str, severity: Severity, message: str) -> Problem:
    """Return a problem with the words that made a link."""
    return Problem(
        code=code, start=link.cue_start, end=link.cue_end, severity=severity, message=message
    )


def _misplaced(held: Held, study: Mapping[str, Any], treatment: str) -> Held:
    """Return a finding's number as misattributed where it is of another treatment."""
    if held.status != "correct" or held.said.kind not in {"percent", "measure"}:
        return held
    why = f"{study['id']} prints it of another treatment: {treatment}."
    return replace(held, status="misattributed", why=why)


def _problem(held: Held, code: str = "") -> Problem:
    own, severity = _OF_STATUS[held.status]
    return Problem(
        code=code or own,
        start=held.said.start,
        end=held.said.end,
        severity=severity,
        message=held.why,
    )


def _unknown(reading: Reading, told: Told) -> Iterator[Problem]:
    if reading.links or told.held:
        yield Problem(
            code="P204",
            start=0,
            end=len(reading.sentence.text),
            severity="suggestion",
            message=_UNKNOWN["reason"],
        )
