"""What a text shows of a study to recognise it by: numbers, names, places, designs, rare words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
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


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a text show."""

    countries: frozenset[str] = frozenset()
    journals: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    sexes: frozenset[str] = frozenset()
    designs: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()

    def __or__(self, other: Words) -> Words:
        """Return what two texts show together."""
        return Words(
            countries=self.countries | other.countries,
            journals=self.journals | other.journals,
            authors=self.authors | other.authors,
            sexes=self.sexes | other.sexes,
            designs=self.designs | other.designs,
            telling=self.telling | other.telling,
        )

    def features(self) -> Iterator[Feature]:
        """Yield it feature by feature; both sexes together tell nothing."""
        for kind, found in (
            ("country", self.countries),
            ("journal", self.journals),
            ("author", self.authors),
            ("sex", self.sexes if len(self.sexes) == 1 else ()),
            ("design", self.designs),
            ("word", self.telling),
        ):
            yield from (Feature(kind, name) for name in sorted(found))


class Known:
    """The names and words by which the studies of an index may be known. Built once for a run."""

    def __init__(self, index: Mapping[str, Any], scales: Scales) -> None:
        self._scales = scales
        most = max(COMMON * len(index["studies"]), 1)
        counts = Counter(word for own in scales.of("word").own for word in own)
        self._telling = frozenset(word for word, count in counts.items() if count <= most)
        self._authors = frozenset(name for own in scales.of("author").own for name in own)
        self._journals = frozenset(map(short_name, scales.of("journal").own)) - {""}
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

    def words(self, text: str) -> Words:
        """Return what the words of a text show."""
        low = small(text)
        words = frozenset(WORD.findall(low))
        named = {journal for journal in self._journals if journal in text}
        if any(name in text for name in _JOURNALS):
            named |= {_ENDING.sub("", match[0]) for match in JOURNAL.finditer(text)}
        return Words(
            countries=frozenset(
                country
                for country, name, adjectives in _COUNTRIES
                if name in low or not words.isdisjoint(adjectives)
            ),
            journals=frozenset(named),
            authors=_capitalised(_NO_AUTHOR.sub("", text)) & self._authors,
            sexes=frozenset(sex for sex, pattern in SEXES.items() if pattern.search(low)),
            designs=frozenset(name for name, pattern in DESIGNS.items() if pattern.search(low)),
            telling=words & self._telling,
        )


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
        self._words: dict[str, Words] = {}

    def features(self, description: Description) -> list[Feature]:
        """Return what a description says to recognise a study by."""
        return [
            *self._counted(description),
            *self._named(description),
            *reduce(Words.__or__, map(self._words_of, self._texts(description))).features(),
        ]

    def _texts(self, description: Description) -> Iterator[str]:
        """Yield the heading of a description and its sentences."""
        told = [self._readings[position].sentence for position in description.readings]
        yield told[0].heading
        yield from (sentence.text for sentence in told)

    def _words_of(self, text: str) -> Words:
        found = self._words.get(text)
        if found is None:
            found = self._words[text] = self._known.words(text)
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
    return frozenset(
        name.removesuffix(own) for name in _NAMES.findall(text) for own in ("'s", "’s")
    )
