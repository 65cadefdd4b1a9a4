"""One result under test, with what its study says of the people behind it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reviewkit.audit.fit import Fit
from reviewkit.audit.means import GroupMean
from reviewkit.audit.results.check import Check
from reviewkit.records import Group, Missing, Moment, Result, Study
from reviewkit.reported import Reported

#: What is compared: two arms, or two times.
PAIR = 2
#: Designs in which nobody is in two arms.
SEPARATE = frozenset({"parallel-trial", "controlled-before-after"})
#: A mean with its spread, and the field that the spread stands in.
Read = tuple[GroupMean, str] | None


class Subject:
    """A result under test.

    Parameters
    ----------
    study
        The study that it is of.
    name
        Its name there.
    """

    def __init__(self, study: Study, name: str) -> None:
        self.study = study
        self.name = name
        self.result: Result = study.results[name]
        p = self.result.p
        self.p = None if isinstance(p, Missing) or p.relation.startswith("~") else p
        self.pair: tuple[tuple[str, Group], ...] = tuple(
            (arm, self.result.groups[arm])
            for arm in (self.result.arm, self.result.versus)
            if arm is not None and arm in self.result.groups
        )

    def check(self, code: str, fit: Fit, *path: str) -> Check:
        """Return a check of a number of this result."""
        return Check(code=code, path=("results", self.name, *path), fit=fit)

    def holders(self) -> Iterator[tuple[tuple[str, ...], Result | Group]]:
        """Yield the result and its groups, each with its path."""
        yield (), self.result
        for arm, group in self.result.groups.items():
            yield ("groups", arm), group

    def totals(self) -> list[int]:
        """Return the head counts that the percentage may be of: as read, else as printed."""
        readings = self.result.readings.get("denominator")
        totals = [int(o.replace(",", "")) for o in (readings.admissible if readings else ())]
        if not totals and self.result.total is not None:
            totals = [int(self.result.total)]
        return totals

    @property
    def spread_means(self) -> str | None:
        """What a ± without a name means here, sd or se, where the record leaves one reading."""
        readings = self.result.readings.get("spread") or self.study.readings.get("spread")
        settled = readings is not None and len(readings.admissible) == 1
        return readings.declared if settled and readings is not None else None

    def arm_n(self, arm: str) -> int | None:
        """Return the people of an arm, if they are known."""
        found = self.study.arms.get(arm)
        return None if found is None or isinstance(found.n, Missing) else int(found.n)

    def group_n(self, arm: str, group: Group) -> int | None:
        """Return the people of a group: its own, else those of its arm."""
        return known(group.n) or self.arm_n(arm)

    def people(self) -> int | None:
        """Return the people behind the result: its own, of its groups or arm, or of the study."""
        result = self.result
        if not isinstance(result.n, Missing):
            return int(result.n)
        if result.contrast == "between-arms":
            sizes = [self.group_n(arm, group) for arm, group in self.pair]
            counted = [size for size in sizes if size is not None]
            if len(counted) == PAIR:
                return sum(counted)
        arm = self.arm_n(result.arm)
        if result.contrast == "within-arm" and (arm or self.study.design.type in SEPARATE):
            return arm
        counts = self.study.population.n
        for count in (counts.analysed, counts.randomised, counts.enrolled):
            if count is not None and not isinstance(count, Missing):
                apart = result.contrast == "between-arms" and len(self.study.arms) > PAIR
                return None if apart else int(count)
        return None

    def people_of(self, path: tuple[str, ...], moment: Moment) -> int | None:
        """Return the people behind a summary, by its path within the result."""
        if moment.n is not None:
            return int(moment.n)
        if path[0] == "groups":
            return self.group_n(path[1], self.result.groups[path[1]])
        return self.people()


def known(n: Reported | None) -> int | None:
    """Return a head count that is printed, as a number."""
    return None if n is None else int(n)


def mean_of(moment: Moment | None, n: int | None) -> Read:
    """Return a mean with its spread, and the field that it stands in: sd, se or spread."""
    if moment is None or moment.mean is None or not moment.mean.exact:
        return None
    people = known(moment.n) or n
    for kind in ("sd", "spread", "se"):
        spread: Reported | None = getattr(moment, kind)
        if spread is not None and spread.exact and spread.value > Decimal(0) and (people or 0) > 1:
            return GroupMean(mean=moment.mean, sd=spread, n=people or 0), kind
    return None
