"""How large an effect is: which of the sizes that have words of their own in a statement."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reviewkit.certainty.proposal import CORE_GRADE_2, PROJECT
from reviewkit.certainty.rating_up import LARGE
from reviewkit.certainty.synthesis_of import Synthesis
from reviewkit.statements import Size

#: Ratios of risks, or close to them: an odds ratio is not.
RISKS = frozenset({"RR", "HR"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Magnitude:
    """A size, or None where it is not known, with what says so and the source of the rule."""

    size: Size | None
    why: str
    source: str


def magnitude_of(synthesis: Synthesis, mid: float | None) -> Magnitude:
    """Return the size of a body's effect.

    With a minimal important difference: an estimate beyond it is important, one within it little
    to no effect (Core GRADE 2, read in a transcription). A ratio of risks whose whole interval lies
    above 2 or below one half is large: GRADE's threshold for rating up, taken here for the words, a
    convention of this project; the whole interval, because the certainty was not rated of a large
    effect. Anything else has no known size: it is held against no effect. What is slight is left to
    people.

    Parameters
    ----------
    synthesis
        The body's results together.
    mid
        The minimal important difference on the scale of the synthesis; None where none is known or
        the body does not target it.
    """
    estimate = synthesis.estimate
    if estimate is None or synthesis.ci is None or synthesis.measure == "PR":
        return Magnitude(size=None, why="no estimate with an interval", source=PROJECT)
    if mid is not None:
        if abs(estimate) < mid:
            why = "the estimate lies within the minimal important difference"
            return Magnitude(size="little to no", why=why, source=CORE_GRADE_2)
        why = "the estimate lies beyond the minimal important difference"
        return Magnitude(size="important", why=why, source=CORE_GRADE_2)
    nearer = max(synthesis.ci.lower, -synthesis.ci.upper)
    if synthesis.measure in RISKS and nearer > math.log(LARGE):
        why = f"the whole interval of the ratio lies above {LARGE:g} or below {1 / LARGE:g}"
        return Magnitude(size="large", why=why, source=PROJECT)
    why = "no minimal important difference is known or targeted: importance unknown"
    return Magnitude(size=None, why=why, source=PROJECT)
