"""The p values of a body that is not pooled, combined: where each comes from, and what is left out.

Only studies that print a p, or numbers that give one, can be combined, and those are more often the
ones with small p values: the sentence says how many there are and that it does not grade anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit import display
from reviewkit.certainty import BodyGrade, Counted
from reviewkit.evidence import Evidence
from reviewkit.records import Missing
from reviewkit.reported import Reported
from reviewkit.synthesis import combine, one_sided

#: Studies from which p values can be combined.
FEWEST = 2
_SIGNS = {"increases": True, "decreases": False}
_WAYS = {1: "up", -1: "down", 0: "either way"}
#: Relations of a p value that has no end below 1.
_ABOVE = {">", ">="}


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyP:
    """A study's two-sided p value, the direction of its effect, and where the p comes from."""

    result: str
    p: float
    increases: bool
    basis: str


def p_values(evidence: Evidence, grade: BodyGrade) -> tuple[StudyP, ...]:
    """Return the p values of the counted results of a body that have a direction.

    As printed, else as computed from the numbers: the source's own test needs no assumption. A
    bound is taken at its cautious end: ``p < .05`` as .05, ``p > .05`` as 1.
    """
    return tuple(found for result in grade.counted if (found := _of(evidence, result)))


def combined_text(evidence: Evidence, grade: BodyGrade) -> str | None:
    """Tell the combined p values of a body that is counted by direction; None for fewer than two.

    The direction that the most p values support is asked about, so that the p of either direction
    is given.
    """
    if grade.synthesis.kind != "directions":
        return None
    found = p_values(evidence, grade)
    if len(found) < FEWEST:
        return None
    up = sum(each.increases for each in found) * 2 >= len(found)
    sided = [one_sided(each.p, toward=each.increases is up) for each in found]
    fisher = combine(sided)
    told = (
        f"{len(found)} of {grade.synthesis.k} studies give a p value and a direction "
        f"({'; '.join(f'{each.result}, {each.basis}' for each in found)}). Bounds taken at their "
        "cautious end and combined by "
        f"Fisher's method: χ²({fisher.df}) = {display.number(fisher.statistic)}, "
        f"{display.p_value(fisher.p_either)} (either direction): whether at least one study has an "
        "effect, not how large it is nor how many have it"
    )
    if all(p < 1 for p in sided):
        z = combine(sided, method="Stouffer")
        told += (
            f"; by Stouffer's, unweighted, z = {display.number(abs(z.statistic))} "
            f"{_WAYS[_sign(z.statistic) * (1 if up else -1)]}, {display.p_value(z.p_either)}"
        )
    left = grade.synthesis.k - len(found)
    without = "studies that print none may well have found nothing. " if left else ""
    return f"{told}. {without.capitalize()}No grade rests on it."


def _sign(z: float) -> int:
    return (z > 0) - (z < 0)


def _of(evidence: Evidence, result: Counted) -> StudyP | None:
    sign = _SIGNS.get(str(result.effect.direction))
    if sign is None:
        return None
    ref = result.use.result
    printed = evidence.result(ref)[1].p
    if not isinstance(printed, Missing) and (p := _cautious(printed)) > 0:
        told = display.p_value(p) if printed.exact else f"p {printed}"
        return StudyP(result=ref, p=p, increases=sign, basis=f"{told} printed")
    effect = result.effect.effect
    if effect is None or not effect.p:
        return None
    told = f"{display.p_value(effect.p)} computed"
    return StudyP(result=ref, p=effect.p, increases=sign, basis=told)


def _cautious(printed: Reported) -> float:
    """The largest two-sided p that what is printed allows."""
    if printed.relation in _ABOVE:
        return 1.0
    return float(printed.value if printed.upper is None else printed.upper)
