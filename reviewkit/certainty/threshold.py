"""The threshold that an effect is held against: no difference, or what a body targets instead."""

from __future__ import annotations

import math
from typing import NamedTuple

from reviewkit.certainty.gathered import Gathered
from reviewkit.certainty.synthesis_of import Synthesis
from reviewkit.records import Body, Outcome
from reviewkit.records.review import Mid
from reviewkit.records.units import OF_RISK


class Target(NamedTuple):
    """What an effect is held against, on its scale.

    Parameters
    ----------
    threshold
        0 for no difference; else the minimal important difference or the size that is targeted.
    mid
        The minimal important difference, targeted or not; None where none is known on this scale.
    size
        The size that is targeted; None without.
    note
        Why a minimal important difference that is targeted is not the threshold; empty if it is.
    """

    threshold: float
    mid: float | None
    size: float | None
    note: str


def target_of(gathered: Gathered, synthesis: Synthesis) -> Target:
    """Return what a synthesis is held against."""
    size, mid = size_of(gathered.body, synthesis), mid_of(gathered.outcome, synthesis)
    targeted = gathered.body.threshold.target == "mid"
    threshold = size if size is not None else mid if targeted else None
    note = _not_applied(gathered, synthesis) if targeted and mid is None else ""
    return Target(threshold or 0.0, mid, size, note)


def mid_of(outcome: Outcome, synthesis: Synthesis) -> float | None:
    """Return the minimal important difference on the scale of a synthesis.

    None where none is known or where it is given in another unit than the effect, so that it
    never stands against numbers of another kind. That of a standardised difference is in SD.
    """
    mid = outcome.mid
    if isinstance(mid, str) or _other_kind(mid, synthesis):
        return None
    return float(mid.value)


def size_of(body: Body, synthesis: Synthesis) -> float | None:
    """Return the size that a body targets, above 0 and on the scale of a synthesis; None without.

    The size of a ratio is how far it is from 1: that of 0.5 is the logarithm of 2.
    """
    size = body.threshold.size
    if size is None or synthesis.kind == "slope":
        return None
    return abs(math.log(float(size))) if synthesis.scale == "log" else float(size)


def _other_kind(mid: Mid, synthesis: Synthesis) -> str:
    """Why a minimal important difference cannot stand against a synthesis; empty if it can."""
    if synthesis.kind == "slope":
        return f"it is a difference in {mid.unit} and the effect is a slope"
    if synthesis.scale == "log":
        return f"it is a difference in {mid.unit} and the effect is a ratio"
    unit = "SD" if synthesis.measure == "SMD" else synthesis.unit
    if mid.unit == unit:
        return ""
    return f"it is in {mid.unit} and the effect {f'in {unit}' if unit else 'has no unit'}"


def _not_applied(gathered: Gathered, synthesis: Synthesis) -> str:
    """Say why the minimal important difference is not the threshold; empty if it is.

    Without an interval nothing is held against a threshold, and a share has none.
    """
    mid, measure = gathered.outcome.mid, synthesis.measure
    if synthesis.ci is None or measure == "PR":
        return ""
    if isinstance(mid, str):
        why = "none is known"
    elif mid.unit in OF_RISK and measure in {"RR", "OR"}:
        why = "" if gathered.control_risk else "the risk in the comparison group is not known"
    else:
        why = _other_kind(mid, synthesis)
    told = f"the minimal important difference is not applicable, because {why}"
    return f"{told}; held against no difference" if why else ""
