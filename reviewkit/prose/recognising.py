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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviewkit.prose.countries import ADJECTIVES
from reviewkit.prose.describing import Description
from reviewkit.prose.numbers import DAYS, Said
from reviewkit.prose.reading import Reading
from reviewkit.reported import Reported, agree, parse

#: Share of what writers say of a study that is wrong: a convention of this project, of the order of
#: what automatic readers and retellings get wrong (CliniFact 2025: one in five).
ERRS = 0.15
#: The least log-odds against a study that the base does not know [C]: a hundred and fifty to one,
#: since any of some hundred and fifty studies could be the one.
LEAST = math.log(150)
#: The least log-odds against the next best study [C].
MARGIN = math.log(2)
#: The most that words of a title or of the people can add in all, since they hang together [C].
WORDS_AT_MOST = 4.0
#: Share of the base's studies above which a word says nothing of which study it is [C].
COMMON = 0.05
#: Letters of the shortest word of a title that is looked for.
SHORTEST = 5

_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
_SEXES = {
    "men": re.compile(r"\b(?:men|males?|man|guys)\b", re.IGNORECASE),
    "women": re.compile(r"\b(?:women|females?|woman|ladies)\b", re.IGNORECASE),
}
_DESIGNS = {
    "survey": re.compile(r"\b(?:survey\w*|questionnaire|poll|respondents?)\b", re.IGNORECASE),
    "trial": re.compile(
        r"\b(?:trial|randomi[sz]ed|placebo|control group|clinical study)\b", re.IGNORECASE
    ),
    "review": re.compile(r"\b(?:meta-analysis|systematic review|review of)\b", re.IGNORECASE),
    "laboratory": re.compile(
        r"\b(?:cells? in|cultured|in vitro|mice|mouse|rats?|animals?|lab(?:oratory)?)\b",
        re.IGNORECASE,
    ),
}
_DESIGN_OF = {
    "self-selected-survey": "survey",
    "cross-sectional": "survey",
    "parallel-trial": "trial",
    "crossover-trial": "trial",
    "within-person": "trial",
    "controlled-before-after": "trial",
    "before-after": "trial",
    "systematic-review": "review",
    "narrative-review": "review",
    "laboratory": "laboratory",
    "animal-experiment": "laboratory",
}


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that a description says; `value` is looked for among a study's own."""

    kind: str
    value: Any


class Base:
    """The studies of an index, ready to be recognised. Built once for a run, and never changed."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        self.studies: list[dict[str, Any]] = index["studies"]
        self._own = [_own(study) for study in self.studies]
        counts = Counter(word for own in self._own for word in own["word"])
        most = COMMON * len(self.studies)
        self._telling = {word for word, count in counts.items() if count <= max(most, 1)}
        self._authors = {name for own in self._own for name in own["author"]}
        self._outcomes = {name for own in self._own for name in own["outcome"]}
        self._interventions = {name for own in self._own for name in own["intervention"]}

    def recognise(
        self, description: Description, readings: Sequence[Reading]
    ) -> dict[str, Any] | None:
        """Return the study that a description is of, or None if no study stands out."""
        features = list(self._features(description, readings))
        if not features or not self.studies:
            return None
        sums = [0.0] * len(self.studies)
        words = [0.0] * len(self.studies)
        for feature in features:
            has = [_has(feature, own[feature.kind]) for own in self._own]
            said = sum(1 for own in self._own if own[feature.kind])
            share = (sum(1 for found in has if found) + 1) / (said + 2)
            gain, loss = math.log((1 - ERRS) / share), math.log(ERRS / (1 - share))
            for position, found in enumerate(has):
                if feature.kind == "word":
                    words[position] += max(gain, 0.0) if found else 0.0
                elif found:
                    sums[position] += gain
                elif found is False:
                    sums[position] += loss
        total = [
            number + min(extra, WORDS_AT_MOST) for number, extra in zip(sums, words, strict=True)
        ]
        ranked = sorted(range(len(total)), key=lambda position: -total[position])
        best = ranked[0]
        if total[best] < LEAST:
            return None
        if len(ranked) > 1 and total[best] - total[ranked[1]] < MARGIN:
            return None
        return self.studies[best]

    def is_specific(self, description: Description, readings: Sequence[Reading]) -> bool:
        """Whether a description is of one study: it says a year, people, a place or authors."""
        kinds = {feature.kind for feature in self._features(description, readings)}
        return description.introduced and len(kinds & {"year", "people", "country", "author"}) >= 1

    def _features(self, description: Description, readings: Sequence[Reading]) -> Iterator[Feature]:
        for said in _distinct(description):
            if said.kind == "time":
                yield Feature("minutes" if said.unit in {"minutes", "hours"} else "days", said)
            else:
                yield Feature(said.kind, said)
        names = {name for position in description.readings for name in readings[position].names}
        yield from (Feature("outcome", name) for name in sorted(names & self._outcomes))
        yield from (Feature("intervention", name) for name in sorted(names & self._interventions))
        yield from self._words(description.text(readings))

    def _words(self, text: str) -> Iterator[Feature]:
        words = {word.lower() for word in _WORD.findall(text)}
        low = text.lower()
        for country, adjectives in ADJECTIVES.items():
            if country.lower() in low or words & set(adjectives):
                yield Feature("country", country)
        yield from (Feature("author", name) for name in sorted(_capitalised(text) & self._authors))
        sexes = [sex for sex, pattern in _SEXES.items() if pattern.search(text)]
        if len(sexes) == 1:
            yield Feature("sex", sexes[0])
        yield from (Feature("design", d) for d, pattern in _DESIGNS.items() if pattern.search(text))
        yield from (Feature("word", word) for word in sorted(words & self._telling))


def _distinct(description: Description) -> list[Said]:
    seen: dict[tuple[str, str, str], Said] = {}
    for told in description.said.values():
        for said in told:
            seen.setdefault((said.kind, said.unit, str(said.number.value)), said)
    return list(seen.values())


def _own(study: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a study has of each kind of feature."""
    numbers = study["numbers"]
    title = f"{study['title']} {study['who']} {study['journal']}"
    times = [result["time"] for result in study["results"]]
    return {
        "year": [parse(study["year"])] if study["year"].isdigit() else [],
        "people": [
            *(parse(text) for text in study["people"].values()),
            *(parse(arm["n"]) for arm in study["arms"] if arm["n"]),
        ],
        "minutes": [parse(arm["minutes"]) for arm in study["arms"] if arm["minutes"]],
        "days": list(_lengths(study["arms"], times)),
        "percent": [parse(n["text"]) for n in numbers if n["unit"] == "%"],
        "measure": [(parse(n["text"]), n["unit"]) for n in numbers if n["unit"] not in {"", "%"}],
        "outcome": {result["outcome"] for result in study["results"]},
        "intervention": {arm["intervention"] for arm in study["arms"] if not arm["control"]},
        "country": study["country"],
        "author": set(study["authors"]),
        "sex": _sex(study["sex"]),
        "design": _DESIGN_OF.get(study["design"], ""),
        "word": {w.lower() for w in _WORD.findall(title) if len(w) >= SHORTEST},
    }


def _sex(text: str) -> str:
    found = [sex for sex, pattern in _SEXES.items() if pattern.search(text)]
    return found[0] if len(found) == 1 and not re.search(r"\d", text) else ""


_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s+(day|week|month|year)s?")


def _lengths(arms: Iterable[Mapping[str, Any]], times: Iterable[str]) -> Iterator[float]:
    """Yield the lengths of a study in days."""
    for arm in arms:
        for unit in ("weeks", "months"):
            if arm[unit]:
                yield float(parse(arm[unit])) * DAYS[unit]
    for text in times:
        for number, unit in _LENGTH.findall(text):
            yield float(number) * DAYS[f"{unit}s"]


def _has(feature: Feature, own: Any) -> bool | None:
    """Whether a study has what is said; None if its record does not say."""
    if not own:
        return None
    value = feature.value
    if feature.kind in {"outcome", "intervention", "author", "word"}:
        return value in own
    if feature.kind in {"sex", "design"}:
        return bool(value == own)
    if feature.kind == "country":
        return value in own
    if feature.kind == "days":
        return any(same_length(value, days) for days in own)
    if feature.kind == "measure":
        return any(_near(value.number, number) for number, _ in own)
    return any(_near(value.number, number) for number in own)


def _near(said: Reported, printed: Reported) -> bool:
    return agree(said, printed)


def same_length(said: Said, days: float) -> bool:
    """Whether a length of time as said is a number of days, rounded to the unit said."""
    own = days / DAYS[said.unit]
    low, high = said.number.interval
    slack = 0.05 * float(said.number.value) if said.number.relation in {"~", "~-"} else 0.0
    return float(low) - slack <= own <= float(high) + slack


def _capitalised(text: str) -> set[str]:
    return set(re.findall(r"[A-ZÀ-Þ][\w'’-]{2,}", text))
