"""What a text shows of a study to recognise it by: numbers, names, places, designs, rare words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from reviewkit.prose.patterns import small
from reviewkit.prose.reading import Reading
from reviewkit.prose.studies.countries import ADJECTIVES
from reviewkit.prose.studies.describing import Description
from reviewkit.prose.studies.features import (
    DESIGNS,
    JOURNAL,
    SEXES,
    WORD,
    Feature,
    short_name,
)
from reviewkit.prose.studies.number_words import DAYS, SHORT
from reviewkit.prose.studies.said import DATE, SPREAD, Said, ends
from reviewkit.prose.studies.weighing import Scales

#: Share of the base's studies above which a word says nothing of which study it is [C].
COMMON = 0.05
#: Kinds of feature with which a study is introduced.
PARTICULARS = frozenset({"people", "studies", "country", "author", "journal"})
#: Countries, each with its name in small letters and its adjectives.
_COUNTRIES = [(name, name.lower(), frozenset(words)) for name, words in ADJECTIVES.items()]
_NAMES = re.compile(r"[A-ZÀ-Þ][\w'’-]{2,}")
#: A language is an author's name only before what stands behind one.
_NO_AUTHOR = re.compile(
    r"\b(?:English|French|German|Swedish|Danish|Irish|Welsh)\b"
    r"(?!['’]s|,? (?:\(?\d{4}|et al|and [A-Z]|and colleagues|&))"
)
#: Small words after a journal's name.
_ENDING = re.compile(r"(?:\s+(?:the|and|of|in))*\s*$")
#: What a journal's name has, where it shows by itself.
_JOURNALS = ("Journal", "Annals", "Archives")


Clue = tuple[str, str]
"""A kind of feature and its value, as the words of a text show it."""


class Known:
    """The names and words by which the studies of an index may be known. Built once for a run."""

    def __init__(self, index: Mapping[str, Any], scales: Scales) -> None:
        self._scales = scales
        most = max(COMMON * len(index["studies"]), 1)
        counts = Counter(word for own in scales.of("word").own for word in own)
        self._telling = frozenset(word for word, count in counts.items() if count <= most)
        self._authors = frozenset(name for own in scales.of("author").own for name in own)
        self._journals: dict[str, list[str]] = {}
        for name in sorted(set(map(short_name, scales.of("journal").own))):
            if (first := WORD.search(name)) is not None:
                self._journals.setdefault(small(first[0]), []).append(name)
        self.of_claim = {claim["id"]: claim["outcome"] for claim in index["claims"]}
        self.measured: dict[str, set[str]] = {}
        for claim, said in index["said"].items():
            if not said["record"]:
                self.measured.setdefault(self.of_claim[claim], set()).update(said["outcomes"])
        self.outcomes = frozenset(name for own in scales.of("outcome").own for name in own)
        self.spoken = self.outcomes | self.measured.keys()
        treatments = scales.of("intervention").own
        self.interventions = frozenset(name for own in treatments for name in own)

    def has_minutes(self, whole: Feature) -> bool:
        """Whether a study has sessions of a length."""
        return bool(self._scales.of("minutes").by(whole))

    def clues(self, text: str) -> frozenset[Clue]:
        """Return what the words of a text show."""
        low = small(text)
        words = frozenset(WORD.findall(low))
        return frozenset(
            (
                *(
                    ("country", country)
                    for country, name, adjectives in _COUNTRIES
                    if name in low or not words.isdisjoint(adjectives)
                ),
                *(("journal", name) for name in self._journals_in(text, words)),
                *(("author", name) for name in _capitalised(text) & self._authors),
                *(("sex", name) for name, pattern in SEXES.items() if pattern.search(low)),
                *(("design", name) for name, pattern in DESIGNS.items() if pattern.search(low)),
                *(("word", word) for word in words & self._telling),
            )
        )

    def _journals_in(self, text: str, words: frozenset[str]) -> Iterator[str]:
        """Yield the journals that a text names: those of the base, and what looks like one."""
        for first in words & self._journals.keys():
            yield from (name for name in self._journals[first] if name in text)
        if any(name in text for name in _JOURNALS):
            yield from (_ENDING.sub("", match[0]) for match in JOURNAL.finditer(text))


class Shown:
    """What the sentences of one document show of studies, each read once.

    Parameters
    ----------
    known
        The names and words by which studies may be known.
    readings
        The sentences of the document.
    about
        The names, in the vocabulary, of what the document is about: its treatment is that of a
        study of which none is told.
    """

    def __init__(
        self, known: Known, readings: Sequence[Reading], about: Collection[str] = ()
    ) -> None:
        self._known, self._readings = known, readings
        self._about = known.interventions & set(about)
        self._clues: dict[str, frozenset[Clue]] = {}

    def features(self, description: Description) -> list[Feature]:
        """Return what a description says to recognise a study by."""
        return [
            *self._counted(description),
            *self._named(description),
            *self._worded(description),
        ]

    def has_particulars(self, description: Description, position: int) -> bool:
        """Whether a sentence of a description, with its heading, has what introduces a study.

        A year alone may be that of anything.
        """
        sentence = self._readings[position].sentence
        return any(said.kind in PARTICULARS for said in description.said[position]) or any(
            kind in PARTICULARS
            for text in (sentence.text, sentence.heading)
            for kind, _ in self._clues_of(text)
        )

    def _worded(self, description: Description) -> Iterator[Feature]:
        """Yield what its words and those of its heading show; both sexes together show nothing."""
        told = [self._readings[position].sentence for position in description.readings]
        texts = (told[0].heading, *(sentence.text for sentence in told))
        clues = frozenset[Clue]().union(*map(self._clues_of, texts))
        both = sum(kind == "sex" for kind, _ in clues) > 1
        yield from (Feature(*clue) for clue in sorted(clues) if not (both and clue[0] == "sex"))

    def _clues_of(self, text: str) -> frozenset[Clue]:
        found = self._clues.get(text)
        if found is None:
            found = self._clues[text] = self._known.clues(text) if text else frozenset()
        return found

    def _counted(self, description: Description) -> Iterator[Feature]:
        distinct = _distinct(description)
        longest = max((_days(said) for said in distinct if _is_long(said)), default=0.0)
        for said in distinct:
            if said.kind in {"groups", "age", "sessions"} or said.noun == DATE:
                continue
            if said.kind in {"bare", "p"} or said.noun == SPREAD:
                yield Feature("any", said)
            elif _is_long(said):
                yield Feature("days" if _days(said) == longest else "part", said)
            elif said.kind == "time":
                yield from self._sessions(said)
            else:
                yield Feature(said.kind, said)

    def _sessions(self, said: Said) -> Iterator[Feature]:
        """Yield the length of a session; of a range that no study has, both ends."""
        whole = Feature("minutes", said)
        if said.number.upper is None or self._known.has_minutes(whole):
            yield whole
        else:
            yield from (Feature("minutes", end) for end in ends(said))

    def _named(self, description: Description) -> Iterator[Feature]:
        """Yield outcomes and treatments, by their names in the vocabulary."""
        known = self._known
        told = [self._readings[position] for position in description.readings]
        claimed = {known.of_claim[link.claim] for reading in told for link in reading.links}
        names = claimed.union(*(reading.names for reading in told))
        for name in sorted(names & known.spoken):
            meant = frozenset({name} | known.measured.get(name, set()))
            yield Feature("outcome", meant, claimed=name in claimed)
        treatments = names & known.interventions
        yield from (Feature("intervention", name) for name in sorted(treatments))
        if not treatments:
            yield from (Feature("about", name) for name in sorted(self._about))


def _is_long(said: Said) -> bool:
    return said.kind == "time" and said.unit not in SHORT


def _days(said: Said) -> float:
    return float(said.number.value) * DAYS[said.unit]


def _distinct(description: Description) -> list[Said]:
    seen: dict[tuple[str, str, str], Said] = {}
    for told in description.said.values():
        for said in told:
            seen.setdefault((said.kind, said.unit, str(said.number.value)), said)
    return list(seen.values())


def _capitalised(text: str) -> frozenset[str]:
    """Return the capitalised words that may be an author's name."""
    names = _NAMES.findall(_NO_AUTHOR.sub("", text))
    return frozenset(name.removesuffix(own) for name in names for own in ("'s", "’s"))
