"""``grade(evidence) -> Graded``: every reading run through to the verdict.

The declared main analysis is shown first. Beside it, every combination of readings, assumptions
and defensible choices is run to the end, so that a verdict says whether it depends on them.
"""

from reviewkit.review.graded import Graded, GradedBody, GradedClaim, GradedMention, Outcome
from reviewkit.review.grading import bodies_of, deciding_body, grade
from reviewkit.review.multiverse import Multiverse, multiverse, turns_on
from reviewkit.review.table import Row, beyond, table

__all__ = [
    "Graded",
    "GradedBody",
    "GradedClaim",
    "GradedMention",
    "Multiverse",
    "Outcome",
    "Row",
    "beyond",
    "bodies_of",
    "deciding_body",
    "grade",
    "multiverse",
    "table",
    "turns_on",
]
