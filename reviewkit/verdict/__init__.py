"""Claim, evidence and wording brought together: one ruling for each way a sentence goes."""

from reviewkit.verdict.figures import Checked, check_figure
from reviewkit.verdict.outcome import Outcome, outcome
from reviewkit.verdict.routes import ROUTES, rule
from reviewkit.verdict.ruling import SEVERITIES, Ruling, rank, worst
from reviewkit.verdict.sentence import Sentence, of_mention, of_statement
from reviewkit.verdict.study_routes import measures
from reviewkit.verdict.telling import estimate_of, finding_of, studies_of, tell

__all__ = [
    "ROUTES",
    "SEVERITIES",
    "Checked",
    "Outcome",
    "Ruling",
    "Sentence",
    "check_figure",
    "estimate_of",
    "finding_of",
    "measures",
    "of_mention",
    "of_statement",
    "outcome",
    "rank",
    "rule",
    "studies_of",
    "tell",
    "worst",
]
