"""How many people stand behind a result, and where that count was taken from."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.records import PAIRED, Group, Missing, Result, Study

#: Head counts of a study that may stand for the people behind a result, the closest first.
ROLES = ("analysed", "received", "answered", "randomised", "enrolled")
#: Designs in which each arm holds other people, so that an arm's change is not the whole study's.
_SEPARATE_ARMS = frozenset(
    {"parallel-trial", "controlled-before-after", "cohort", "case-control", "registered-trial"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """A number of people, where it stands, and what taking it assumes."""

    n: int | None
    basis: str
    assumed: tuple[str, ...] = ()


def people_behind(study: Study, result: Result) -> People:
    """Return the closest head count that a source gives for a result.

    That of the result itself; of the groups compared; of the two arms compared, where there are
    more; of the arm, where each arm holds other people; else of the study, which assumes that
    everybody was analysed. None where no such count was read: never the whole study's for a single
    arm, nor all trials' for one pooled outcome.
    """
    own = _of_the_result(result)
    if own is not None:
        return People(n=own, basis="of this result")
    if result.setting != "people":
        return People(n=None, basis="not of people")
    groups = [result.groups.get(arm) for arm in (result.arm, result.versus) if arm]
    sizes = [people for group in groups if group and (people := _of_group(group)) is not None]
    if len(groups) > 1 and len(sizes) == len(groups):
        n = min(sizes) if result.contrast in PAIRED else sum(sizes)
        return People(n=n, basis="of the groups compared")
    if result.contrast == "between-arms" and len(study.arms) > len(groups):
        compared = [study.arms[arm].n for arm in (result.arm, result.versus) if arm is not None]
        known = [int(n) for n in compared if not isinstance(n, Missing)]
        if len(known) == len(groups):
            return People(n=sum(known), basis="of the two arms compared")
    if result.contrast == "within-arm" and study.design.type in _SEPARATE_ARMS:
        size = study.arms[result.arm].n
        if isinstance(size, Missing):
            return People(n=None, basis="of this arm, not in what was read")
        return People(n=int(size), basis="of this arm")
    if result.contrast == "pooled":
        return People(n=None, basis="of this outcome, not in what was read")
    return _of_the_study(study)


def _of_the_result(result: Result) -> int | None:
    if not isinstance(result.n, Missing):
        return int(result.n)
    moments = [moment for moment in (result.before, result.after, result.change) if moment]
    counts = [int(moment.n) for moment in moments if moment.n is not None]
    if result.estimate is not None and result.estimate.n is not None:
        counts.append(int(result.estimate.n))
    return min(counts, default=None)


def _of_group(group: Group) -> int | None:
    """The people of one group: of the summary compared, else the group's own count."""
    summary = group.change or group.after
    count = group.n if summary is None or summary.n is None else summary.n
    return None if count is None else int(count)


def _of_the_study(study: Study) -> People:
    for role in ROLES:
        count = getattr(study.population.n, role)
        if count is None or isinstance(count, Missing):
            continue
        assumed = (
            f"all {count} people {role} are taken as analysed; "
            "the number analysed is not in what was read"
        )
        return People(
            n=int(count),
            basis=f"{role}, of the study",
            assumed=() if role == "analysed" else (assumed,),
        )
    return People(n=None, basis="not in what was read")
