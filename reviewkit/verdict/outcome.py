"""What a body says of a claimed direction: favours, against, mixed, little to no difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reviewkit.certainty import BodyGrade
from reviewkit.certainty.inconsistency import MOST

Says = Literal["favours", "little to no difference", "against", "mixed", "no direct evidence"]
#: A claim that something "prevents" or "relieves" an outcome says that it decreases.
_SIGNS = {"increases": 1, "decreases": -1, "prevents": -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a body says of a claim, and whether its interval excludes what is claimed."""

    says: Says
    excludes: bool = False


def outcome(grade: BodyGrade, claimed: str, mid: float | None = None) -> Outcome:
    """Return what a body says of a claimed direction.

    With an interval: the side of the estimate; inside ±MID, little to no difference. Without:
    the side on which at least three quarters of the studies lie, else mixed (a convention of
    this project; never by significance). A study that prints "no difference" is on no side.

    Parameters
    ----------
    grade
        The body, graded.
    claimed
        ``increases``, ``decreases``, ``prevents``; any other claims a change of either kind.
    mid
        The minimal important difference on the scale of the effect; None where none is known.
    """
    synthesis = grade.synthesis
    if synthesis.kind == "none":
        return Outcome(says="no direct evidence")
    sign = _SIGNS.get(claimed)
    if synthesis.estimate is not None and synthesis.ci is not None and synthesis.measure != "PR":
        if mid is not None and -mid < synthesis.ci.lower and synthesis.ci.upper < mid:
            return Outcome(says="little to no difference", excludes=True)
        if sign is None:
            return Outcome(says="favours")
        toward = synthesis.estimate * sign > 0
        far = synthesis.ci.upper if sign > 0 else -synthesis.ci.lower
        return Outcome(says="favours" if toward else "against", excludes=far < 0)
    up, down = synthesis.increases, synthesis.decreases
    if sign is None:
        changed = sum(
            result.effect.direction in {"increases", "decreases", "changes"}
            for result in grade.counted
        )
        return Outcome(says="favours" if changed / synthesis.k >= MOST else "mixed")
    toward_count, away = (up, down) if sign > 0 else (down, up)
    if toward_count / synthesis.k >= MOST:
        return Outcome(says="favours")
    return Outcome(says="against" if away / synthesis.k >= MOST else "mixed")
