"""What a study of the base has of each thing that a text may say, to recognise it by."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from reviewkit.prose.patterns import lazily, small
from reviewkit.prose.studies.frequencies import how_often
from reviewkit.prose.studies.number_words import DAYS, SHORT
from reviewkit.prose.studies.said import Said
from reviewkit.prose.studies.sizes import of_size, same_length
from reviewkit.reported import Reported, parse

#: Letters of the shortest word of a title that is looked for.
SHORTEST = 5

#: A journal's name, as far as it shows by itself.
JOURNAL = re.compile(
    r"\b(?:[A-Z][\w-]+ ){0,3}(?:Journal|Annals|Archives) of (?:(?:the|and|of|in) |[A-Z][\w-]+[ ]?)+"
)
WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
#: Words that tell nothing of which study it is, however rare they are in titles.
_EMPTY = frozenset({
    "about", "above", "after", "again", "against", "along", "among", "another", "around",
    "because", "before", "being", "below", "between", "common", "could", "during", "effect",
    "effects", "either", "every", "first", "general", "great", "group", "groups", "having",
    "health", "healthy", "however", "large", "least", "making", "might", "month", "months",
    "never", "other", "others", "people", "period", "practice", "quality", "rather", "really",
    "result", "results", "several", "shall", "short", "should", "since", "single", "small",
    "still", "studies", "study", "their", "themselves", "there", "these", "thing", "things",
    "third", "those", "three", "through", "times", "today", "together", "under", "until",
    "using", "various", "volunteers", "weeks", "where", "whether", "which", "while", "whole",
    "within", "without", "would", "years", "young",
})  # fmt: skip
#: Sexes and designs, by the words that name them, in small letters.
SEXES = {
    "men": lazily(r"\b(?:men|males?|man|guys)\b", 0),
    "women": lazily(r"\b(?:women|females?|woman|ladies)\b", 0),
}
DESIGNS = {
    "survey": lazily(r"\b(?:survey\w*|questionnaire|poll|respondents?)\b", 0),
    "trial": lazily(r"\b(?:trial|randomi[sz]ed|placebo|control group|clinical study)\b", 0),
    "review": lazily(r"\b(?:meta-analysis|systematic review|review of)\b", 0),
    "laboratory": lazily(
        r"\b(?:cells? in|cultured|in vitro|mice|mouse|rats?|animals?|lab(?:oratory)?)\b",
        0,
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


class Feature(NamedTuple):
    """One thing that a description says; `value` is looked for among a study's own.

    `claimed` tells an outcome of which a claim is made from one that is only spoken of.
    """

    kind: str
    value: Any
    claimed: bool = False


#: Numbers of records, each text read once: a base prints many of them many times.
_parse = lru_cache(maxsize=8_192)(parse)


def _year(study: Mapping[str, Any]) -> list[Reported]:
    return [_parse(study["year"])] if study["year"].isdigit() else []


def _people(study: Mapping[str, Any]) -> list[Reported]:
    counted = (".events", ".total", ".n")
    arms = [arm["n"] for arm in study["arms"]]
    return [
        *(
            [_parse(str(sum(map(int, arms))))]
            if len(arms) > 1 and all(map(str.isdigit, arms))
            else []
        ),
        *(_parse(text) for text in study["people"].values()),
        *(_parse(arm["n"]) for arm in study["arms"] if arm["n"]),
        *(_parse(n["text"]) for n in study["numbers"] if n["path"].endswith(counted)),
    ]


def _studies(study: Mapping[str, Any]) -> list[Reported]:
    """Return how many studies a review holds; every other study is one."""
    return [_parse(study["people"].get("studies", "1"))]


def _any(study: Mapping[str, Any]) -> list[Reported]:
    return [_parse(n["text"]) for n in study["numbers"]]


def _percent(study: Mapping[str, Any]) -> list[Reported]:
    return [_parse(n["text"]) for n in study["numbers"] if n["unit"] == "%"]


def _measure(study: Mapping[str, Any]) -> list[tuple[Reported, str]]:
    measured = (n for n in study["numbers"] if n["unit"] not in {"", "%"})
    return [(_parse(n["text"]), n["unit"]) for n in measured]


def _often(study: Mapping[str, Any]) -> set[tuple[str, str]]:
    texts = (text for arm in study["arms"] for text in (arm["times"], arm["instructed"]))
    return {often for text in texts if (often := how_often(text))}


def _minutes(study: Mapping[str, Any]) -> list[tuple[Reported, str]]:
    return [
        *((_parse(arm["minutes"]), "minutes") for arm in study["arms"] if arm["minutes"]),
        *((_parse(n["text"]), n["unit"]) for n in study["numbers"] if n["unit"] in SHORT),
        *_instructed(study["arms"]),
    ]


def _days(study: Mapping[str, Any]) -> list[float]:
    long = DAYS.keys() - SHORT
    times = [result["time"] for result in study["results"]]
    times += [f"{n['text']} {n['unit']}" for n in study["numbers"] if n["unit"] in long]
    return list(_lengths(study["arms"], times))


def _treatments(study: Mapping[str, Any]) -> set[str]:
    return {arm["intervention"] for arm in study["arms"] if not arm["control"]}


def _words(study: Mapping[str, Any]) -> set[str]:
    labels = " ".join(arm["label"] for arm in study["arms"])
    title = f"{study['title']} {study['who']} {study['journal']} {labels}"
    return {w.lower() for w in WORD.findall(title) if len(w) >= SHORTEST} - _EMPTY


#: What a study has of each kind of feature.
OWN: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    "year": _year,
    "people": _people,
    "any": _any,
    "studies": _studies,
    "often": _often,
    "journal": lambda study: study["journal"],
    "minutes": _minutes,
    "days": _days,
    "part": _days,
    "percent": _percent,
    "measure": _measure,
    "outcome": lambda study: {result["outcome"] for result in study["results"]},
    "about": _treatments,
    "intervention": _treatments,
    "country": lambda study: study["country"],
    "author": lambda study: set(study["authors"]),
    "sex": lambda study: _sex(study["sex"]),
    "design": lambda study: _DESIGN_OF.get(study["design"], ""),
    "word": _words,
}


_MINUTES = re.compile(r"(\d+) minutes")


def _instructed(arms: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Reported, str]]:
    """Yield the length of a session as people were told, where they did something else."""
    for arm in arms:
        for number in _MINUTES.findall(arm["instructed"]):
            yield _parse(number), "minutes"


def _sex(text: str) -> str:
    found = [sex for sex, pattern in SEXES.items() if pattern.search(small(text))]
    return found[0] if len(found) == 1 and not re.search(r"\d", text) else ""


_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s+(day|week|month|year)s?")


def _lengths(arms: Iterable[Mapping[str, Any]], times: Iterable[str]) -> Iterator[float]:
    """Yield the lengths of a study in days."""
    for arm in arms:
        for unit in ("weeks", "months"):
            if arm[unit]:
                yield float(_parse(arm[unit])) * DAYS[unit]
    for text in times:
        for number, unit in _LENGTH.findall(text):
            yield float(number) * DAYS[f"{unit}s"]


#: Kinds of which a study has a set, in which a thing said is or is not.
SETS = frozenset({"intervention", "about", "author", "word", "often"})
#: Kinds of which the things are no numbers.
NAMED = SETS | {"outcome", "sex", "design", "country", "journal"}


def has(feature: Feature, own: Any) -> bool | None:
    """Whether a study has what is said; None if its record does not say."""
    if not own:
        return None
    value = feature.value
    if feature.kind == "outcome":
        return bool(value & own)
    if feature.kind in SETS:
        return member(feature) in own
    if feature.kind in {"sex", "design"}:
        return bool(value == own)
    if feature.kind == "country":
        return value in own
    if feature.kind == "journal":
        return short_name(own).lower() in value.lower() or value.strip().lower() in own.lower()
    if feature.kind in {"days", "part"}:
        return any(same_length(value, days) for days in own)
    if feature.kind == "minutes":
        return any(_same_session(value, number, unit) for number, unit in own)
    if feature.kind == "measure":
        return any(of_size(value.number, number) for number, _ in own)
    return any(of_size(value.number, number) for number in own)


def _same_session(said: Said, number: Reported, unit: str) -> bool:
    """Whether the length of a session as said is one that a record has."""
    if unit == said.unit:
        return of_size(said.number, number)
    return number.upper is None and same_length(said, float(number) * DAYS[unit])


def member(feature: Feature) -> Hashable:
    """Return what is looked for in a study's set."""
    value: Any = feature.value
    return (str(value.number.value), value.unit) if feature.kind == "often" else value


def short_name(journal: str) -> str:
    """Return a journal's name without the place that some give after it."""
    return journal.split(" (", maxsplit=1)[0]
