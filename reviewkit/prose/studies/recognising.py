"""Which study of the base a description is of, if it is of one.

The best by what is said (`weighing`) is taken if it stands clearly above a study unknown to the
base, for which the sum is 0, and above the next best, and if nothing speaks for another study.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from reviewkit.prose.studies.describing import Description
from reviewkit.prose.studies.features import Feature, has
from reviewkit.prose.studies.showing import Known, Shown
from reviewkit.prose.studies.weighing import Scales

#: Particulars of a study; a retelling that has two of them wrong is of another study [C].
PARTICULARS = frozenset({"year", "people", "days", "country", "sex", "journal"})
#: What tells studies apart: one of which none of these is right, nor two things of what was done,
#: and something is wrong, is another, however well its treatment and its outcome fit.
_TELL = frozenset({"year", "people", "studies", "country", "journal"})
_SPECIFIC = frozenset({"year", "people", "country", "author"})
_GIVEN = frozenset({"minutes", "often", "days"})
#: What only the study itself or a retelling of it has; a journal and lengths are of many.
_PERSONAL = frozenset({"year", "people", "studies", "country"})
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


class Weighed(NamedTuple):
    """A description with what it says, and the log-odds of each study of the base for that."""

    description: Description
    features: Sequence[Feature]
    odds: Sequence[float]

    @property
    def is_sure(self) -> bool:
        """Whether a study stands out even in a text that is not on the review's treatment."""
        return max(self.odds, default=0.0) >= SURE

    @property
    def is_specific(self) -> bool:
        """Whether it is of one study: when, where, by or on whom, or what was done."""
        kinds = {feature.kind for feature in self.features}
        specific = _SPECIFIC | _GIVEN if self.description.named else _SPECIFIC
        return self.description.introduced and bool(kinds & specific)


class Base:
    """The studies of an index, ready to be recognised. Built once for a run."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        self.studies: list[dict[str, Any]] = index["studies"]
        self.scales = Scales(self.studies)
        self.known = Known(index, self.scales)
        self._place = {study["id"]: place for place, study in enumerate(self.studies)}

    def weighed(self, description: Description, shown: Shown) -> Weighed:
        """Return a description with what it says and how much that speaks for each study."""
        features = shown.features(description)
        return Weighed(description, features, self.scales.weighed(features))

    def recognise(
        self, told: Weighed, *, known: Collection[str] = (), near: Collection[str] = ()
    ) -> dict[str, Any] | None:
        """Return the study that a description is of, or None if no study stands out.

        Parameters
        ----------
        told
            The description, weighed.
        known
            Studies that the document has told of before: one of them needs less to be taken
            again, unless the text says that this is another.
        near
            Those that are told of just before and just after: sentences that speak of no study may
            go on with one.
        """
        if not told.features or not self.studies:
            return None
        odds = told.odds
        second, most = sorted([-math.inf, *odds])[-2:]
        first = odds.index(most)
        before = max(
            sorted(map(self._place.__getitem__, known)), key=odds.__getitem__, default=None
        )
        if (
            before is not None
            and odds[before] >= AGAIN
            and (told.description.introduced or self.studies[before]["id"] in near)
            and not told.description.apart
            and not self._is_foreign(told.features, before)
        ):
            return self.studies[before if most - odds[before] < LEAST else first]
        if most < LEAST or self._is_foreign(told.features, first):
            return None
        if most - second < MARGIN:
            return None
        return self.studies[first]

    def _is_foreign(self, features: Sequence[Feature], position: int) -> bool:
        """Whether a study that weighs most is another than the one that is told of.

        It is if two particulars are wrong, or one thing and nothing identifies it (`_identified`);
        or if none of the outcomes told is the study's and no finding either: a study's journal and
        year with another's finding is no study of the base. The name of an author outweighs all.
        """
        own = {kind: self.scales.of(kind).own[position] for kind in {f.kind for f in features}}
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
        if (
            not exact
            and right.isdisjoint(_PERSONAL)
            and self._is_of_another_treatment(features, position)
        ):
            return True
        if len(wrong & PARTICULARS) >= SEVERAL or (wrong and not exact | _identified(right, wrong)):
            return True
        said = [f for f in features if f.claimed and f.value & self.known.outcomes]
        if not said or any(has(feature, own["outcome"]) for feature in said):
            return False
        if exact:
            return False
        people = [f for f in features if f.kind == "people" and has(f, own["people"])]
        return len(people) < SEVERAL

    def _is_of_another_treatment(self, features: Sequence[Feature], position: int) -> bool:
        """Whether treatments are named, and the study has none of them."""
        own = self.scales.of("intervention").own[position]
        named = [feature for feature in features if feature.kind == "intervention"]
        return bool(named and own) and not any(has(feature, own) for feature in named)


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
