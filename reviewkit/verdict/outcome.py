"""What a body says of a claimed direction: favours, against, mixed, little to no difference."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from reviewkit.certainty import BodyGrade, Synthesis
from reviewkit.certainty.inconsistency import MOST

Says = Literal["favours", "little to no difference", "against", "mixed", "no direct evidence"]
#: A claim that something "prevents" or "relieves" an outcome says that it decreases.
SIGNS = {"increases": 1, "decreases": -1, "prevents": -1}
#: Share of all studies that those on one side must make up (a convention of this project), so that
#: one study with a direction does not speak for many without.
HALF = 0.5
CHANGES = frozenset({"increases", "decreases", "changes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a body says of a claim, and whether its interval excludes what is claimed."""

    says: Says
    excludes: bool = False


def outcome(
    grade: BodyGrade, claimed: str, mid: float | None = None, *, size: float | None = None
) -> Outcome:
    """Return what a body says of a claimed direction.

    With an interval: the side of the estimate; inside ±MID, little to no difference. It excludes
    what is claimed when no value in it is as large as the MID in the claimed direction, or, where
    none is known, when it lies wholly on the other side. Without an interval: the side on which
    at least three quarters of the studies with a direction lie, if they are half of all studies,
    else mixed (a convention of this project; never by significance). A study whose source says
    "no difference" without an interval gives no direction: it is neither for nor against.

    Parameters
    ----------
    grade
        The body, graded.
    claimed
        ``increases``, ``decreases``, ``prevents``; ``no difference``, which only an interval
        inside ±MID favours; any other claims a change of either kind, which only an interval
        that excludes no difference favours.
    mid
        The minimal important difference on the scale of the effect; None where none is known.
        One of absolute risk stands against the events per 1,000 that a ratio comes to.
    size
        The size that is claimed, above 0 and on that scale: what falls short of it is against the
        claim, though the effect may have its direction. None where a direction alone is claimed.
    """
    synthesis = grade.synthesis
    if synthesis.kind == "none":
        return Outcome(says="no direct evidence")
    if grade.absolute is not None and synthesis.ci is not None and size is None:
        held, mid = grade.absolute, grade.absolute.mid
        ci = replace(synthesis.ci, lower=held.lower, upper=held.upper)
        synthesis = replace(synthesis, ci=ci)
    if synthesis.ci is None or synthesis.estimate is None or synthesis.measure == "PR":
        return Outcome(says=_by_direction(grade, claimed))
    if claimed == "no difference":
        return _no_difference(synthesis, mid)
    if mid is not None and _inside(synthesis, mid):
        return Outcome(says="little to no difference", excludes=True)
    sign = SIGNS.get(claimed)
    if sign is None:
        return Outcome(says="mixed" if 0 in synthesis.ci else "favours")
    sign = -sign if synthesis.reversed else sign
    farthest = synthesis.ci.upper if sign > 0 else -synthesis.ci.lower
    if size is not None:
        reached = synthesis.estimate * sign >= size
        return Outcome(says="favours" if reached else "against", excludes=farthest < size)
    if farthest < (mid or 0.0):
        return Outcome(says="against", excludes=True)
    if synthesis.estimate == 0:
        return Outcome(says="mixed")
    return Outcome(says="favours" if synthesis.estimate * sign > 0 else "against")


def _inside(synthesis: Synthesis, mid: float) -> bool:
    ci = synthesis.ci
    return ci is not None and -mid < ci.lower and ci.upper < mid


def _no_difference(synthesis: Synthesis, mid: float | None) -> Outcome:
    """An imprecise result is no evidence of no difference: only the MID can tell."""
    if mid is not None and _inside(synthesis, mid):
        return Outcome(says="favours")
    ci, limit = synthesis.ci, mid or 0.0
    if ci is not None and (ci.lower > limit or ci.upper < -limit):
        return Outcome(says="against", excludes=True)
    return Outcome(says="mixed")


def _by_direction(grade: BodyGrade, claimed: str) -> Says:
    synthesis = grade.synthesis
    sign = SIGNS.get(claimed)
    if claimed == "no difference":
        return "mixed"
    if sign is None:
        changed = sum(result.effect.direction in CHANGES for result in grade.counted)
        return "favours" if changed / synthesis.k >= MOST else "mixed"
    up, down = synthesis.increases, synthesis.decreases
    toward, away = (up, down) if sign > 0 else (down, up)
    if toward >= MOST * (up + down) and toward >= HALF * synthesis.k:
        return "favours"
    if away >= MOST * (up + down) and away >= HALF * synthesis.k:
        return "against"
    return "mixed"
