"""The studies that a document tells of, recognised and held against their records, by sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from reviewkit import display
from reviewkit.phrasing import SUBJECT
from reviewkit.prose.patterns import lazily, small
from reviewkit.prose.problems import Problem, Severity
from reviewkit.prose.reading import Link, Reading
from reviewkit.prose.studies import reports
from reviewkit.prose.studies.candidates import Around
from reviewkit.prose.studies.describing import (
    Description,
    describe,
    leaves_open,
    tells_of_the_past,
)
from reviewkit.prose.studies.figures import Figures
from reviewkit.prose.studies.held import Held
from reviewkit.prose.studies.number_words import SHORT
from reviewkit.prose.studies.numbers import numbers
from reviewkit.prose.studies.parting import parted
from reviewkit.prose.studies.recognising import LEAST, MARGIN, SEVERAL, Base, Weighed
from reviewkit.prose.studies.said import PART, TELLING, Said
from reviewkit.prose.studies.showing import Shown
from reviewkit.prose.studies.told import (
    OF_STATUS,
    UNKNOWN,
    Told,
    misplaced,
    of_figures,
    problem_of,
    problem_on,
    problems_of_unknown,
)
from reviewkit.prose.studies.treated import treated
from reviewkit.prose.studies.unnamed import spelt, unnamed
from reviewkit.prose.vocabulary import DEVICE
from reviewkit.prose.wording import PLAIN

#: What stands before the time of a result, and behind a time that tells what was done for so long.
_WHEN = lazily(
    r"\b(?:after|by|at|within|over|in|until|end of|week|month)(?: (?:only|just|about|those|these|"
    r"all))?(?: the)?(?: (?:first|full|whole|same))? ?$",
    0,
)
_OF_WHAT = lazily(
    r"[ -](?:weeks?|months?|days?)(?: of\b|[ -](?:long )?\w*(?:study|trial|course))", 0
)
#: Words of treatments' names that tell none apart, beside those of the review's own treatments.
_SHARED = frozenset({"treatment", "therapy", "other", "care", "product"})


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
        self._of_record: dict[str, dict[str, Collection[str]]] = {}  # fields of figures, by claim
        for claim, said in index["said"].items():
            if said["record"]:
                self._of_record.setdefault(said["record"], {})[claim] = said["numbers"]
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

        shown = Shown(base.known, readings, about)
        parts = [
            base.weighed(part, shown)
            for description in described
            for part in parted(description, shown, base.scales, least=LEAST, margin=MARGIN)
        ]
        foreign = all(reading.silenced for reading in readings)  # a text on something else
        if foreign and not any(part.is_sure for part in parts):
            return {}
        found: dict[int, Told] = {}
        for part, study in zip(parts, _recognised(base, parts), strict=True):
            if study is None and not self._is_reported(readings, part):
                continue
            counted = False
            for position in part.description.readings:
                told = self._held(readings, position, part.description, study, counted=counted)
                counted = counted or any(_counts_all(held) for held in told.held)
                found[position] = told
        for position, study in (*_beside(readings, found), *self._later(readings, found)):
            if position in found:
                continue
            held = self._borne_out(readings[position], study)
            if held:
                found[position] = Told(study, readings[position].links, held)
        return found

    def _later(
        self, readings: Sequence[Reading], found: Mapping[int, Told]
    ) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Yield the accounts of what was found of an outcome of a study told of before, with it."""
        studies = {told.study["id"]: told.study for told in found.values() if told.study}
        for position, reading in enumerate(readings):
            if position in found or not reading.links or not tells_of_the_past(reading):
                continue
            claimed = {self._outcome[link.claim] for link in reading.links}
            for study in studies.values():
                if any(result["outcome"] in claimed for result in study["results"]):
                    yield position, study

    def _is_reported(self, readings: Sequence[Reading], part: Weighed) -> bool:
        """Whether sentences report a study on what the review is about, though no known one."""
        told = [readings[position] for position in part.description.readings]
        spoken = self._own | {SUBJECT}
        claims = any(
            reading.checkable or (reading.names & spoken and not reading.silenced)
            for reading in told
        )
        return claims and part.is_specific

    def _borne_out(self, reading: Reading, study: Mapping[str, Any]) -> list[Held]:
        """Return the numbers of a sentence that may go on with a study, if they are its numbers.

        That they are the study's is all that shows that it is told of; so none can be wrong.
        """
        text = reading.sentence.text
        if leaves_open(small(text)):
            return []
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
            told.problems += problems_of_unknown(reading, told)
            if description.introduced and reports.tells(reading):
                told.rulings = {link.claim: dict(UNKNOWN) for link in reading.links}
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
        treated = self._treated.alone(text)
        around = Around(text, outcomes, counted=counted, further=further, treated=treated)
        told.held = [
            held
            for held in self._figures.hold_all((*said, *unread), study, around)
            if held.status == "correct" or held.said not in unread or not spelt(held.said)
        ]
        elsewhere = self._another_treatment(reading, study)
        if elsewhere:
            told.held = [misplaced(number, study, elsewhere) for number in told.held]
        told.problems += [
            problem_of(held, "P216" if elsewhere and held.status == "misattributed" else "")
            for held in told.held
            if held.status in OF_STATUS
        ]
        told.links = tuple(self._links(reading, [] if description.general else told.held, study))
        for link in told.links:
            self._report(link, reading, told, study)
        told.problems += self._missing(told, description, readings)
        return told

    def _links(
        self, reading: Reading, held: Sequence[Held], study: Mapping[str, Any]
    ) -> Iterator[Link]:
        """Yield the claims of a sentence that tells of a study, with those of its figures."""
        made = set()
        text = small(reading.sentence.text)
        finding = any(not self._index["said"][link.claim]["record"] for link in reading.links)
        held = [one for one in held if not _is_no_design(one, text, finding=finding)]
        for link in reading.links:
            if self._index["said"][link.claim]["record"] in {"", study["id"]}:
                made.add(link.claim)
                yield link
        for claim, fields in self._of_record.get(study["id"], {}).items():
            if claim in made:
                continue
            number = next((number for number in held if number.field in fields), None)
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
            told.rulings[link.claim] = of_figures(own or told.held, study)
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
            told.problems.append(problem_on(link, "P216", severity, message))
            return
        told.rulings[link.claim] = ruling
        if (code := reports.CODES.get(ruling["verdict"])) is not None:
            grave: Severity = ruling["severity"]  # type: ignore[assignment]
            told.problems.append(problem_on(link, code, grave, ruling["reason"]))
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
            yield problem_on(told.faithful[0][0], "P212", "suggestion", message)

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


def _recognised(base: Base, parts: Sequence[Weighed]) -> list[Mapping[str, Any] | None]:
    """Return the study of each description, those told of before and beside it being likelier."""
    first: list[Mapping[str, Any] | None] = []
    known: set[str] = set()
    for part in parts:
        study = base.recognise(part, known=known)
        first.append(study)
        known |= {study["id"]} if study is not None else set()
    found: list[Mapping[str, Any] | None] = []
    for place, part in enumerate(parts):
        around = (*first[max(0, place - 1) : place], *first[place + 1 : place + 2])
        near = {study["id"] for study in around if study is not None}
        found.append(first[place] or base.recognise(part, known=known, near=near))
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


def _is_no_design(held: Held, text: str, *, finding: bool) -> bool:
    """Whether a number is a year, or the time of what a sentence tells as found.

    `text` is the sentence in small letters.
    """
    said = held.said
    if said.kind == "year":
        return True
    long = said.kind == "time" and said.unit not in SHORT
    return (
        finding
        and long
        and _WHEN.search(text, 0, said.start) is not None
        and _OF_WHAT.match(text, said.end) is None
    )


def _is_telling(said: Said) -> bool:
    """Whether a number is a study's by no chance."""
    return said.number.decimals > 0 or said.noun == PART or said.number.value >= TELLING


def _counts_all(held: Held) -> bool:
    """Whether a number tells the people of a study as its record has them."""
    counts = held.said.kind == "people" and held.said.noun not in {"", PART}
    return held.status == "correct" and counts
