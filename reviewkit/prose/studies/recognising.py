"""Which study of the base a description is of, by weighing what it says against each record.

A naive Bayes classifier with an error rate: for each thing that a description says (a year, a
number of people, a country, an outcome ...), a study that has it gains ``log((1 - e) / f)`` and one
that has something else ``log(e / (1 - f))``, where ``f`` is the share of the base's studies that
have it, plus one over plus two, and ``e`` the share in which writers err. A study that does not say
counts for nothing. The best is taken if it stands clearly above a study unknown to the base, for
which the sum is 0, and above the next best.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from reviewkit.prose.reading import Reading
from reviewkit.prose.studies.countries import ADJECTIVES
from reviewkit.prose.studies.describing import Description
from reviewkit.prose.studies.features import (
    DESIGNS,
    JOURNAL,
    SEXES,
    WORD,
    Feature,
    Had,
    has,
    short_name,
)
from reviewkit.prose.studies.number_words import DAYS, SHORT
from reviewkit.prose.studies.said import DATE, SPREAD, Said, ends

#: Share of what writers say of a study that is wrong: a convention of this project, of the order of
#: what automatic readers and retellings get wrong (CliniFact 2025: one in five).
ERRS = 0.15
#: What they get wrong less often: when it was [C].
ERRS_LESS = {"year": 0.05}
#: Particulars of a study; a retelling that has two of them wrong is of another study [C].
PARTICULARS = frozenset({"year", "people", "days", "country", "sex", "journal"})
#: What tells studies apart: one of which none of these is right, nor two things of what was done,
#: and something is wrong, is another, however well its treatment and its outcome fit.
_TELL = frozenset({"year", "people", "studies", "country", "journal"})
_SPECIFIC = frozenset({"year", "people", "country", "author"})
_GIVEN = frozenset({"minutes", "often", "days"})
_DOSE = frozenset({"minutes", "often"})
#: The least log-odds against a study that the base does not know [C]: a hundred and fifty to one,
#: since any of some hundred and fifty studies could be the one.
LEAST = math.log(150)
#: The least log-odds for a study in a text that is not on the review's treatment [C]: one such text
#: in twenty may tell of a study of the base.
SURE = LEAST + math.log(20)
#: The least log-odds against the next best study [C].
MARGIN = math.log(2)
#: The least log-odds for a study that the document has told of before [C]: three to one.
AGAIN = math.log(3)
#: Head counts of a study that are no chance together, and particulars that are no slip [C].
SEVERAL = 2
#: Kinds of which a study may print more than its record holds: not to have one tells nothing.
_NO_LOSS = frozenset({"word", "any", "part", "about"})
#: The most that words of a title or of the people can add in all, since they hang together [C].
WORDS_AT_MOST = 4.0
#: Share of the base's studies above which a word says nothing of which study it is [C].
COMMON = 0.05


#: Countries, each with its name in small letters and its adjectives.
_COUNTRIES = [(name, name.lower(), adjectives) for name, adjectives in ADJECTIVES.items()]


_NAMES = re.compile(r"[A-ZÀ-Þ][\w'’-]{2,}")
#: A language is an author's name only before what stands behind one.
_NO_AUTHOR = re.compile(
    r"\b(?:English|French|German|Swedish|Danish|Irish|Welsh)\b"
    r"(?!['’]s|,? (?:\(?\d{4}|et al|and [A-Z]|and colleagues|&))"
)
#: Small words after a journal's name.
_ENDING = re.compile(r"(?:\s+(?:the|and|of|in))*\s*$")


class Base:
    """The studies of an index, ready to be recognised. Built once for a run."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        self.studies: list[dict[str, Any]] = index["studies"]
        self._had: dict[str, Had] = {}
        counts = Counter(word for own in self._of("word").own for word in own)
        most = COMMON * len(self.studies)
        self._telling = {word for word, count in counts.items() if count <= max(most, 1)}
        self._authors = {name for own in self._of("author").own for name in own}
        self._of_claim = {claim["id"]: claim["outcome"] for claim in index["claims"]}
        self._measured: dict[str, set[str]] = {}
        for claim, said in index["said"].items():
            if not said["record"]:
                self._measured.setdefault(self._of_claim[claim], set()).update(said["outcomes"])
        self._journals = set(map(short_name, self._of("journal").own)) - {""}
        self._outcomes = {name for own in self._of("outcome").own for name in own}
        treatments = self._of("intervention").own
        self._interventions = {name for own in treatments for name in own}

    def _of(self, kind: str) -> Had:
        """Return what the studies have of a kind of feature, gathered when it is first asked."""
        if kind not in self._had:
            self._had[kind] = Had(kind, self.studies)
        return self._had[kind]

    def recognise(
        self,
        description: Description,
        features: Sequence[Feature],
        *,
        known: Collection[str] = (),
        near: Collection[str] = (),
    ) -> dict[str, Any] | None:
        """Return the study that a description is of, or None if no study stands out.

        Parameters
        ----------
        description
            What is told of it.
        features
            As `features` gives them.
        known
            Studies that the document has told of before: one of them needs less to be taken
            again, unless the text says that this is another.
        near
            Those that are told of just before and just after: sentences that speak of no study may
            go on with one.
        """
        if not features or not self.studies:
            return None
        total = self.weighed(features)
        ranked = sorted(range(len(total)), key=lambda position: -total[position])
        best = self.studies[ranked[0]]
        before = next((n for n in ranked if self.studies[n]["id"] in known), None)
        if (
            before is not None
            and total[before] >= AGAIN
            and (description.introduced or self.studies[before]["id"] in near)
            and not description.apart
            and not self._is_foreign(features, before)
        ):
            close = total[ranked[0]] - total[before] < LEAST
            return self.studies[before] if close else best
        if total[ranked[0]] < LEAST or self._is_foreign(features, ranked[0]):
            return None
        if len(ranked) > 1 and total[ranked[0]] - total[ranked[1]] < MARGIN:
            return None
        return best

    def is_sure(self, features: Sequence[Feature]) -> bool:
        """Whether a study stands out even in a text that is not on the review's treatment."""
        return bool(self.studies) and max(self.weighed(features)) >= SURE

    def _is_foreign(self, features: Sequence[Feature], position: int) -> bool:
        """Whether a study that weighs most is another than the one that is told of.

        It is if two particulars are wrong, or one thing and nothing identifies it (`_identified`);
        or if none of the outcomes told is the study's and no finding either: a study's journal and
        year with another's finding is no study of the base. The name of an author outweighs all.
        """
        own = {kind: self._of(kind).own[position] for kind in {f.kind for f in features}}
        if any(has(f, own["author"]) for f in features if f.kind == "author"):
            return False
        right: set[str] = set()
        wrong: set[str] = set()
        for feature in features:
            if (
                feature.kind in PARTICULARS | _DOSE | _TELL
                and (there := has(feature, own[feature.kind])) is not None
            ):
                (right if there else wrong).add(feature.kind)
        sure = {"percent", "measure", "any"}
        exact = any(has(f, own[f.kind]) for f in features if f.kind in sure)
        if any(
            f.value != "trial" and has(f, own["design"]) for f in features if f.kind == "design"
        ):
            right.add("design")  # trials are many, and surveys few
        wrong -= right
        if len(wrong & PARTICULARS) >= SEVERAL or (wrong and not exact | _identified(right, wrong)):
            return True
        said = [f for f in features if f.claimed and f.value & self._outcomes]
        if not said or any(has(feature, own["outcome"]) for feature in said):
            return False
        if exact:
            return False
        people = [f for f in features if f.kind == "people" and has(f, own["people"])]
        return len(people) < SEVERAL

    def weighed(self, features: Iterable[Feature]) -> list[float]:
        """Return the log-odds of each study against one that the base does not know."""
        sums, words = [0.0] * len(self.studies), [0.0] * len(self.studies)
        for feature in features:
            had = self._of(feature.kind)
            there = had.by(feature)
            share = (len(there) + 1) / (len(had.said) + 2)
            errs = ERRS_LESS.get(feature.kind, ERRS)
            gain, loss = math.log((1 - errs) / share), math.log(errs / (1 - share))
            into = words if feature.kind == "word" else sums
            for position in there:
                into[position] += max(gain, 0.0)
            if feature.kind not in _NO_LOSS:
                for position in had.said:
                    if position not in there:
                        sums[position] += loss
        return [one + min(more, WORDS_AT_MOST) for one, more in zip(sums, words, strict=True)]

    def features(
        self,
        description: Description,
        readings: Sequence[Reading],
        about: Collection[str] = (),
    ) -> list[Feature]:
        """Return what a description says to recognise a study by.

        Parameters
        ----------
        description
            What is told of it.
        readings
            The sentences of the document.
        about
            The names, in the vocabulary, of what the document is about: its treatment is that of a
            study of which none is told.
        """
        return list(self._features(description, readings, about))

    def _features(
        self, description: Description, readings: Sequence[Reading], about: Collection[str]
    ) -> Iterator[Feature]:
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
        told = [readings[position] for position in description.readings]
        names = {name for reading in told for name in reading.names}
        claimed = {self._of_claim[link.claim] for reading in told for link in reading.links}
        names |= claimed
        for name in sorted(names & (self._outcomes | self._measured.keys())):
            meant = {name} | self._measured.get(name, set())
            yield Feature("outcome", meant, claimed=name in claimed)
        treatments = names & self._interventions
        yield from (Feature("intervention", name) for name in sorted(treatments))
        if not treatments:
            yield from (Feature("about", name) for name in sorted(self._interventions & set(about)))
        yield from self._words(description.text(readings))

    def _sessions(self, said: Said) -> Iterator[Feature]:
        """Yield the length of a session; of a range that no study has, both ends."""
        whole = Feature("minutes", said)
        if said.number.upper is None or self._of("minutes").by(whole):
            yield whole
        else:
            yield from (Feature("minutes", end) for end in ends(said))

    def _words(self, text: str) -> Iterator[Feature]:
        words = {word.lower() for word in WORD.findall(text)}
        low = text.lower()
        for country, name, adjectives in _COUNTRIES:
            if name in low or not words.isdisjoint(adjectives):
                yield Feature("country", country)
        journals = {_ENDING.sub("", match[0]) for match in JOURNAL.finditer(text)}
        for journal in sorted(journals | self._named(text)):
            yield Feature("journal", journal)
        yield from (
            Feature("author", name)
            for name in sorted(_capitalised(_NO_AUTHOR.sub("", text)) & self._authors)
        )
        sexes = [sex for sex, pattern in SEXES.items() if pattern.search(text)]
        if len(sexes) == 1:
            yield Feature("sex", sexes[0])
        yield from (Feature("design", d) for d, pattern in DESIGNS.items() if pattern.search(text))
        yield from (Feature("word", word) for word in sorted(words & self._telling))

    def _named(self, text: str) -> set[str]:
        """Return the journals of the base that a text names."""
        return {name for name in self._journals if name in text}


def _identified(right: set[str], wrong: set[str]) -> bool:
    """Whether what is right of a study tells it from others, beside what is wrong.

    Two things of what was done do, or one that tells studies apart. Where the people are other
    people, a place or a year alone may be that of another study of them.
    """
    if len(right & (_DOSE | {"days"})) >= SEVERAL or "journal" in right:
        return True
    if "people" in wrong:
        return "year" in right and bool(right & {"country", "days", "minutes", "design"})
    return bool(right & _TELL)


def is_specific(description: Description, features: Iterable[Feature]) -> bool:
    """Whether a description is of one study: when, where, by or on whom, or what was done."""
    kinds = {feature.kind for feature in features}
    specific = _SPECIFIC | _GIVEN if description.named else _SPECIFIC
    return description.introduced and bool(kinds & specific)


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


def _capitalised(text: str) -> set[str]:
    return {name.removesuffix(own) for name in _NAMES.findall(text) for own in ("'s", "’s")}
