"""Which studies of a base have what a text says: all of them at once, for each kind of feature."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from reviewkit.prose.studies.features import NAMED, OWN, SETS, Feature, has, member
from reviewkit.prose.studies.number_words import DAYS
from reviewkit.prose.studies.said import Said
from reviewkit.prose.studies.sizes import reach
from reviewkit.reported import ABOUT, Reported

#: Kinds whose things are lengths of time, whatever their unit.
_LENGTHS = frozenset({"minutes", "days", "part"})
#: What a size may be off by where it was computed.
_ROUNDED = 1e-9


class Holders:
    """The studies of a base that have things of one kind of feature.

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

    __slots__ = ("_by_size", "_of_thing", "_sizes", "own", "said")

    def __init__(self, kind: str, studies: Iterable[Mapping[str, Any]]) -> None:
        self.own = list(map(OWN[kind], studies))
        self.said = [position for position, own in enumerate(self.own) if own]
        self._of_thing: dict[Hashable, list[int]] = {}
        for position in self.said:
            own = self.own[position]
            for thing in (own,) if isinstance(own, str) else set(own):
                self._of_thing.setdefault(thing, []).append(position)
        self._by_size: list[Any] = []
        self._sizes: list[float] = []
        if kind not in NAMED:
            size = _days if kind in _LENGTHS else _size
            self._by_size = sorted(self._of_thing, key=size)
            self._sizes = list(map(size, self._by_size))

    def by(self, feature: Feature) -> set[int]:
        """Return the positions of the studies that have what is said; as `has`, of all at once."""
        if feature.kind == "outcome":
            return {place for name in feature.value for place in self._of_thing.get(name, ())}
        if feature.kind in SETS:
            return set(self._of_thing.get(member(feature), ()))
        return {
            position
            for thing in self._near(feature)
            if has(feature, thing if isinstance(thing, str) else (thing,))
            for position in self._of_thing[thing]
        }

    def _near(self, feature: Feature) -> Iterable[Any]:
        """Return the things that may be what is said: of a number, those of about its size."""
        if feature.kind in NAMED or feature.value.number.relation in {"<", "<="}:
            return self._of_thing
        least, most = _reach(feature.value, in_days=feature.kind in _LENGTHS)
        return self._by_size[bisect_left(self._sizes, least) : bisect_right(self._sizes, most)]


def _size(thing: Any) -> float:
    """Return the size of a number, without its sign and whatever its unit."""
    number: Reported = thing[0] if isinstance(thing, tuple) else thing
    return abs(float(number.value))


def _days(thing: Any) -> float:
    """Return a length of time in days."""
    return thing if isinstance(thing, float) else _size(thing) * DAYS[thing[1]]


def _reach(said: Said, *, in_days: bool) -> tuple[float, float]:
    """Return the least and the largest size that a number as said may stand for."""
    number: Reported = said.number
    low = abs(number.value)
    high = low if number.upper is None else max(low, abs(number.upper))
    slack = max(reach(number), ABOUT * high)
    factor = DAYS[said.unit] if in_days else 1.0
    least, most = float(low - slack) * factor, float(high + slack) * factor
    return least - _ROUNDED * abs(least), most + _ROUNDED * most
