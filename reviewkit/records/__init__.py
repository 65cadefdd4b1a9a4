"""The records of a review: frozen models, no input or output."""

from __future__ import annotations

from reviewkit.records.body import Body, Judgement, Question, Threshold, Use
from reviewkit.records.claim import WORDING, Claim, Figure, Mention, Source
from reviewkit.records.fields import Missing, Record
from reviewkit.records.review import Outcome, Review, Vocabulary
from reviewkit.records.study import Arm, Group, Moment, Readings, Result, Study

__all__ = [
    "WORDING",
    "Arm",
    "Body",
    "Claim",
    "Figure",
    "Group",
    "Judgement",
    "Mention",
    "Missing",
    "Moment",
    "Outcome",
    "Question",
    "Readings",
    "Record",
    "Result",
    "Review",
    "Source",
    "Study",
    "Threshold",
    "Use",
    "Vocabulary",
]
