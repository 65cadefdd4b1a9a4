"""Rating up: an effect so large that bias alone is an unlikely reason, without randomisation."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reviewkit.certainty.proposal import CERTAINTY

#: Risk ratios beyond which, or below whose inverse, certainty rises by one level and by two
#: (GRADE guidelines 9, doi:10.1016/j.jclinepi.2011.06.004, read in a transcription, which has "at
#: least" twofold and fivefold).
LARGE, VERY_LARGE = 2.0, 5.0
#: Ratio measures that are risk ratios or close to them.
_RISKS = {"RR", "HR"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingUpFacts:
    """Where the body starts, the levels rated down in all, and a ratio on the log scale."""

    start: int
    down: int
    measure: str
    estimate: float | None


def rating_up(facts: RatingUpFacts) -> int:
    """Return the levels by which certainty rises: 0, 1 or 2.

    For comparisons without randomisation that nothing rates down: RR above 2 or below 0.5, one
    level; above 5 or below 0.2, two. A gradient of dose and response is not computed: it may be
    a reason for the judgement of the certainty as a whole. Plausible confounding that would have
    worked the other way is dropped by Core GRADE.

    Examples
    --------
    >>> rating_up(RatingUpFacts(start=1, down=0, measure="RR", estimate=math.log(2.5)))
    1
    """
    not_randomised = facts.start < CERTAINTY.index("high")
    if not not_randomised or facts.down or facts.measure not in _RISKS or facts.estimate is None:
        return 0
    ratio = math.exp(abs(facts.estimate))
    return 2 if ratio > VERY_LARGE else 1 if ratio > LARGE else 0
