"""``grade(evidence) -> Graded``: every reading run through to the verdict.

The declared main analysis is shown first. Beside it, every combination of readings, assumptions
and defensible choices is run to the end, so that a verdict says whether it depends on them.
"""

from reviewkit.review.flags import flagged, results_of
from reviewkit.review.graded import Graded, GradedBody, GradedClaim, GradedMention, Outcome
from reviewkit.review.grading import bodies_of, deciding_body, grade
from reviewkit.review.multiverse import Multiverse, multiverse, turns_on
from reviewkit.review.table import Columns, beyond, table
from reviewkit.review.without import Consequence, Move, WhatIf

__all__ = [
    "Columns",
    "Consequence",
    "Graded",
    "GradedBody",
    "GradedClaim",
    "GradedMention",
    "Move",
    "Multiverse",
    "Outcome",
    "WhatIf",
    "beyond",
    "bodies_of",
    "deciding_body",
    "flagged",
    "grade",
    "multiverse",
    "results_of",
    "table",
    "turns_on",
]
