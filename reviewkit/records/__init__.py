"""The records of a review: frozen models, no input or output."""

from __future__ import annotations

from reviewkit.records.appraised import Answer, ItemAppraisal
from reviewkit.records.body import Body, Judgement, Question, Threshold, Use
from reviewkit.records.claim import WORDING, Claim, Figure, Mention, Source
from reviewkit.records.fields import Missing, Record
from reviewkit.records.misfit import CODES, Misfit, Misfits
from reviewkit.records.moderator import Moderator, StudyModerator
from reviewkit.records.readings import Readings
from reviewkit.records.result import COMPARE, PAIRED, RATIOS, Estimate, Group, Moment, Result
from reviewkit.records.review import Outcome, Review, Vocabulary
from reviewkit.records.scale import Scale
from reviewkit.records.study import Arm, Study

__all__ = [
    "CODES",
    "COMPARE",
    "PAIRED",
    "RATIOS",
    "WORDING",
    "Answer",
    "Arm",
    "Body",
    "Claim",
    "Estimate",
    "Figure",
    "Group",
    "ItemAppraisal",
    "Judgement",
    "Mention",
    "Misfit",
    "Misfits",
    "Missing",
    "Moderator",
    "Moment",
    "Outcome",
    "Question",
    "Readings",
    "Record",
    "Result",
    "Review",
    "Scale",
    "Source",
    "Study",
    "StudyModerator",
    "Threshold",
    "Use",
    "Vocabulary",
]
