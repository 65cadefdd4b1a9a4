"""GRADE: where certainty starts, five reasons to rate down, and the judgement beside each.

One domain per module. Each rule goes from a few facts to one of its named branches, which has the
levels it proposes and the source; that is all that thousands of specifications need. How the branch
was reached is told apart from that, in words and numbers, where it is shown.
"""

from reviewkit.certainty.body import BodyGrade, Grading, grade_body
from reviewkit.certainty.counting import Counted
from reviewkit.certainty.information_size import (
    optimal_information_size,
    optimal_information_size_binary,
    smallest_difference,
)
from reviewkit.certainty.magnitude import Magnitude, magnitude_of
from reviewkit.certainty.moving import Alternative, Move, Moving, moving
from reviewkit.certainty.proposal import CERTAINTY, LEVELS, Proposal
from reviewkit.certainty.rating import Judged
from reviewkit.certainty.start import Start
from reviewkit.certainty.synthesis_of import Synthesis
from reviewkit.certainty.threshold import mid_of, size_of
from reviewkit.certainty.together import synthesise
from reviewkit.certainty.trial import Trial, trial_for

__all__ = [
    "CERTAINTY",
    "LEVELS",
    "Alternative",
    "BodyGrade",
    "Counted",
    "Grading",
    "Judged",
    "Magnitude",
    "Move",
    "Moving",
    "Proposal",
    "Start",
    "Synthesis",
    "Trial",
    "grade_body",
    "magnitude_of",
    "mid_of",
    "moving",
    "optimal_information_size",
    "optimal_information_size_binary",
    "size_of",
    "smallest_difference",
    "synthesise",
    "trial_for",
]
