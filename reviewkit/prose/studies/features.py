"""What a study of the base has of each thing that a text may say, to recognise it by."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from reviewkit.prose.patterns import lazily
from reviewkit.prose.studies.number_words import DAYS, SHORT
from reviewkit.prose.studies.said import Said
from reviewkit.reported import ABOUT, Reported, agree, parse

#: Things said of which it is remembered which studies have them, of one kind of feature.
REMEMBERED = 2_000
#: How far a length of time in another unit may be off [C]: twelve weeks are called three months,
#: and five are not one.
CONVERTED = 0.1
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
SEXES = {
    "men": lazily(r"\b(?:men|males?|man|guys)\b"),
    "women": lazily(r"\b(?:women|females?|woman|ladies)\b"),
}
DESIGNS = {
    "survey": lazily(r"\b(?:survey\w*|questionnaire|poll|respondents?)\b"),
    "trial": lazily(r"\b(?:trial|randomi[sz]ed|placebo|control group|clinical study)\b"),
    "review": lazily(r"\b(?:meta-analysis|systematic review|review of)\b"),
    "laboratory": lazily(
        r"\b(?:cells? in|cultured|in vitro|mice|mouse|rats?|animals?|lab(?:oratory)?)\b"
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
    found = [sex for sex, pattern in SEXES.items() if pattern.search(text)]
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
_SETS = frozenset({"intervention", "about", "author", "word", "often"})


def has(feature: Feature, own: Any) -> bool | None:
    """Whether a study has what is said; None if its record does not say."""
    if not own:
        return None
    value = feature.value
    if feature.kind == "outcome":
        return bool(value & own)
    if feature.kind in _SETS:
        return _member(feature) in own
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


def of_size(said: Reported, printed: Reported) -> bool:
    """Whether a number is the one printed; a fall is told without the minus it is printed with.

    "About seven" stands for all that is rounded to seven, besides what is near it.
    """
    if printed.value < 0 < said.value and printed.upper is None:
        printed = replace(printed, value=-printed.value)
    rounded = said.relation == "~" and agree(replace(said, relation="="), printed)
    return rounded or agree(said, printed)


def _member(feature: Feature) -> Hashable:
    """Return what is looked for in a study's set."""
    value: Any = feature.value
    return (str(value.number.value), value.unit) if feature.kind == "often" else value


class Had:
    """What the studies of a base have of one kind of feature.

    Parameters
    ----------
    kind
        Of the feature.
    studies
        As the index has them.

    Attributes
    ----------
    own
        What each study has.
    said
        The positions of the studies whose record says.
    """

    __slots__ = ("_found", "_holders", "own", "said")

    def __init__(self, kind: str, studies: Iterable[Mapping[str, Any]]) -> None:
        self.own = list(map(OWN[kind], studies))
        self.said = [position for position, own in enumerate(self.own) if own]
        self._found: dict[Hashable, set[int]] = {}
        self._holders: dict[Hashable, list[int]] = {}
        for position in self.said:
            own = self.own[position]
            for thing in (own,) if isinstance(own, str) else set(own):
                self._holders.setdefault(thing, []).append(position)

    def by(self, feature: Feature) -> set[int]:
        """Return the positions of the studies that have what is said; as `has`, of all at once."""
        if feature.kind == "outcome":
            return {place for name in feature.value for place in self._holders.get(name, ())}
        if feature.kind in _SETS:
            return set(self._holders.get(_member(feature), ()))
        key = feature.value
        if isinstance(key, Said):  # wherever it stands, it is one number
            key = (key.unit, key.number)
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            found = self._found[key] = {
                position
                for thing, positions in self._holders.items()
                if has(feature, thing if isinstance(thing, str) else (thing,))
                for position in positions
            }
        return found


def same_length(said: Said, days: float) -> bool:
    """Whether a length of time as said is a number of days, rounded to the unit said."""
    own = days / DAYS[said.unit]
    low, high = said.number.interval
    slack = float(ABOUT * said.number.value) if said.number.relation in {"~", "~-"} else 0.0
    if said.number.upper is None and abs(own - float(said.number.value)) > slack + CONVERTED * own:
        return False
    return float(low) - slack <= own <= float(high) + slack


def rounds_to(said: Said, days: float) -> bool:
    """Whether a length of time as said may be a coarse way to say a number of days."""
    return abs(days / DAYS[said.unit] - float(said.number)) <= float(said.number.half_unit)


def short_name(journal: str) -> str:
    """Return a journal's name without the place that some give after it."""
    return journal.split(" (", maxsplit=1)[0]


_OFTEN = re.compile(
    r"\b(?P<number>daily|(?:\d+|once|twice|three times)(?= (?:per|an?) (?:day|week|month)))"
    r"(?: (?:per|an?) (?P<unit>day|week|month))?"
)
_TIMES = {"once": "1", "daily": "1", "twice": "2", "three times": "3"}


def how_often(text: str) -> tuple[str, str] | None:
    """Return how often something was done, as a number and its unit.

    Examples
    --------
    >>> how_often("2 per week"), how_often("daily"), how_often("as needed")
    (('2', 'per week'), ('1', 'per day'), None)
    """
    match = _OFTEN.search(text)
    if match is None or (match["unit"] is None and match["number"] != "daily"):
        return None
    number = _TIMES.get(match["number"], match["number"])
    return number, f"per {match['unit'] or 'day'}"
