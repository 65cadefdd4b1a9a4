"""Studies that a text tells of without naming them: which sentences belong to one, and its numbers.

A description begins where a study is introduced ("a 2016 study", "researchers in Japan", "Lee et
al.") and goes on through the sentences that lean on it ("the same women", "after 24 weeks",
"results?") in its paragraph and the next. A figure told without any study ("lowers it by 31%") is
a description of its own. What one says adds up over its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reviewkit.prose.numbers import Said, numbers
from reviewkit.prose.reading import Reading

_STUDY = (
    r"(?:study|trial|survey|experiment|investigation|paper|meta-analysis|systematic review|"
    r"literature review|poll)"
)
#: A study is introduced.
_NEW = re.compile(
    rf"\b(?:(?:a|an|one|another|the only|recent|single|notable|first|second|separate|different)"
    rf"\s+(?:(?!of\b|that\b)[\w'’.,-]+\s+){{0,6}}?{_STUDY}\b"
    rf"|(?:19|20)\d\d\s+(?:[\w'’-]+\s+){{0,4}}?{_STUDY}\b"
    rf"|{_STUDY}\s+(?:published|conducted|carried out|done|performed|from|in|by|of|on|with|"
    rf"involving)\b"
    rf"|(?:researchers|scientists|doctors|investigators|dermatologists|a team|authors)\s+"
    rf"(?:at|from|in|of|led|gave|asked|had|found|followed|recruited|randomly|measured|tested)\b"
    rf"|(?:Japanese|Korean|Iranian|American|British|Chinese|Indian|Thai|Swedish|German)\s+"
    rf"(?:researchers|scientists|{_STUDY})"
    rf"|et al\b|and colleagues\b|\((?:19|20)\d\d\)"
    rf"|(?:randomi[sz]ed|controlled|clinical|pilot|small|large)\s+(?:[\w'’-]+\s+){{0,3}}?{_STUDY}\b)",
    re.IGNORECASE,
)
#: A sentence leans on the study before it.
_SAME = re.compile(
    rf"(?:\b(?:the|this|that|these|those|same|their|each|both|all)\s+(?:[\w'’-]+\s+){{0,3}}?"
    rf"(?:{_STUDY}|participants?|subjects?|volunteers?|respondents?|researchers?|authors?|"
    rf"scientists?|results?|findings?|groups?|patients?|men|women|workers?|people|side|abstract)\b"
    rf"|^(?:they|it) (?:found|showed|reported|concluded|measured|saw|observed|also found)\b"
    rf"|^(?:the )?(?:results?|findings?)\b|\b(?:after|over|by the end of|within|at)\s+(?:the\s+)?"
    rf"(?:[\w-]+\s+){{0,2}}(?:weeks|months|days)\b"
    rf"|\bp\s*[<=>]\s*0?\.\d|\bcontrol group\b|\bplacebo\b|\bcompared (?:with|to)\b|\bbaseline\b)",
    re.IGNORECASE,
)
#: People who take part in a study, or what was found in them, as a study is told without its noun.
_TAKES_PART = re.compile(
    r"\b(?:participants|subjects|volunteers|respondents|trial participants)\b", re.IGNORECASE
)
#: Kinds of figure that make a description by themselves, where a claim stands beside them.
_FIGURES = frozenset({"percent", "measure"})
#: Whether a sentence can hold a number at all; looked at first, since it is quick.
_MAY_COUNT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|hundred)\b",
    re.IGNORECASE,
)
#: Whether a sentence can speak of a study; looked at first, since it is quick.
_MAY_TELL = re.compile(
    r"stud(?:y|ies)|trial|survey|research|scientist|experiment|participant|subjects|volunteer|"
    r"respondent|et al|colleagues|paper|analysis|review|poll|investigat|\d\s*%|per ?cent|"
    r"\((?:19|20)\d\d\)|\d\s*mm\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"(?:the|this|that|in (?:the|this))\b", re.IGNORECASE)
#: Characters of a sentence that are looked at; what is longer is no prose.
LONGEST = 4_000


@dataclass(slots=True)
class Description:
    """A study as a text tells of it.

    Parameters
    ----------
    readings
        Positions, in the document, of the sentences that tell of it.
    said
        The numbers of each of these sentences.
    introduced
        Whether a study is spoken of; if not, a figure alone stands there.
    """

    readings: list[int] = field(default_factory=list)
    said: dict[int, list[Said]] = field(default_factory=dict)
    introduced: bool = True

    def add(self, position: int, said: list[Said]) -> None:
        """Add a sentence, with its numbers."""
        self.readings.append(position)
        self.said[position] = said

    def text(self, readings: Sequence[Reading]) -> str:
        """Return what is told of it, with the heading above."""
        heading = readings[self.readings[0]].sentence.heading
        told = " ".join(readings[position].sentence.text for position in self.readings)
        return f"{heading}. {told}" if heading else told


def describe(readings: Sequence[Reading]) -> list[Description]:
    """Return the studies that a document tells of, in order; no sentence tells of two."""
    found: list[Description] = []
    current: Description | None = None
    block, heading = -1, ""
    for position, reading in enumerate(readings):
        sentence = reading.sentence
        near = current is not None and sentence.block == block
        if current is not None and sentence.heading != heading:
            current = None
        text = sentence.text[:LONGEST]
        said = numbers(text) if _MAY_COUNT.search(text) else []
        if sentence.kind == "heading":
            continue
        begins = _begins(text, said)
        if begins and not (near and current is not None and _goes_on(text, said, current)):
            current = Description()
            found.append(current)
        elif current is None or not _leans(text, said, near=near):
            if _is_figure(reading, said):
                found.append(Description(introduced=False))
                found[-1].add(position, said)
            if not near:
                current = None
            continue
        current.add(position, said)
        block, heading = sentence.block, sentence.heading
    return found


def _begins(text: str, said: Sequence[Said]) -> bool:
    """Whether a sentence introduces a study, by name of its kind or by those who took part."""
    if not _MAY_TELL.search(text):
        return False
    if _NEW.search(text):
        return True
    return _TAKES_PART.search(text) is not None and any(s.kind != "year" for s in said)


def _goes_on(text: str, said: Iterable[Said], current: Description) -> bool:
    """Whether a sentence that names a study goes on with the one before: "the 2016 study also"."""
    if not _POINTS_BACK.match(text):
        return False
    years = {s.text for s in said if s.kind == "year"}
    before = {s.text for told in current.said.values() for s in told if s.kind == "year"}
    return not years or not before or years <= before


def _leans(text: str, said: list[Said], *, near: bool) -> bool:
    if _SAME.search(text):
        return True
    return near and any(s.kind in _FIGURES for s in said)


def _is_figure(reading: Reading, said: list[Said]) -> bool:
    return bool(reading.links) and any(s.kind in _FIGURES for s in said)
