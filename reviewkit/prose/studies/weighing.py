"""How much what a text says speaks for each study of the base.

A naive Bayes classifier with an error rate: for each thing that a description says (a year, a
number of people, a country, an outcome ...), a study that has it gains ``log((1 - e) / f)`` and one
that has something else ``log(e / (1 - f))``, where ``f`` is the share of the base's studies that
have it, plus one over plus two, and ``e`` the share in which writers err. A study that does not say
counts for nothing. The sum stands against 0, that of a study which the base does not know.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from reviewkit.prose.studies.features import Feature
from reviewkit.prose.studies.holders import Holders
from reviewkit.prose.studies.said import Said

#: Share of what writers say of a study that is wrong: a convention of this project, of the order of
#: what automatic readers and retellings get wrong (CliniFact 2025: one in five).
ERRS = 0.15
#: What they get wrong less often: when it was [C].
ERRS_LESS = {"year": 0.05}
#: Kinds of which a study may print more than its record holds: not to have one tells nothing.
_NO_LOSS = frozenset({"word", "any", "part", "about"})
#: The most that words of a title or of the people can add in all, since they hang together [C].
WORDS_AT_MOST = 4.0
#: Things said of which it is remembered how much they weigh.
REMEMBERED = 4_000


class Weight(NamedTuple):
    """What one thing said weighs.

    Parameters
    ----------
    holders
        The positions of the studies that have it.
    gain
        What each of them gains.
    odds
        The log-odds of each study for it.
    """

    holders: Collection[int]
    gain: float
    odds: Sequence[float]


class Scales:
    """Weighs what is said against the studies of a base. Built once for a run."""

    def __init__(self, studies: Sequence[Mapping[str, Any]]) -> None:
        self._studies = studies
        self._holders: dict[str, Holders] = {}
        self._weights: dict[Hashable, Weight] = {}

    def of(self, kind: str) -> Holders:
        """Return which studies have things of a kind, gathered when it is first asked."""
        if kind not in self._holders:
            self._holders[kind] = Holders(kind, self._studies)
        return self._holders[kind]

    def weighed(self, features: Iterable[Feature]) -> list[float]:
        """Return the log-odds of each study against one that the base does not know."""
        every: list[Sequence[float]] = [[0.0] * len(self._studies)]
        words: dict[int, float] = {}
        for feature in features:
            weight = self._of(feature)
            if feature.kind == "word":
                for position in weight.holders:
                    words[position] = words.get(position, 0.0) + weight.gain
            else:
                every.append(weight.odds)
        sums: list[float] = [sum(column) for column in zip(*every, strict=True)]
        for position, gain in words.items():
            sums[position] += min(gain, WORDS_AT_MOST)
        return sums

    def _of(self, feature: Feature) -> Weight:
        """Return what one thing said weighs for each study; wherever it stands, it is one."""
        value = feature.value
        own = (value.unit, value.number) if isinstance(value, Said) else value
        key = (feature.kind, own)
        found = self._weights.get(key)
        if found is None:
            if len(self._weights) >= REMEMBERED:
                self._weights.clear()
            found = self._weights[key] = self._weigh(feature)
        return found

    def _weigh(self, feature: Feature) -> Weight:
        holders = self.of(feature.kind)
        there = holders.by(feature)
        share = (len(there) + 1) / (len(holders.said) + 2)
        errs = ERRS_LESS.get(feature.kind, ERRS)
        gain = max(math.log((1 - errs) / share), 0.0)
        odds = [0.0] * len(self._studies)
        if feature.kind not in _NO_LOSS:
            loss = math.log(errs / (1 - share))
            for position in holders.said:
                odds[position] = loss
        for position in there:
            odds[position] = gain
        return Weight(there, gain, odds)
