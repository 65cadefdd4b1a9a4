"""Named rules: claims that rest on trust alone.

Group 1.3 of the Informed Health Choices key concepts (doi:10.12688/f1000research.21292.1, table 1).
Both are suggestions, and silent on questions, denials, limits and what others are said to believe.
"""

from __future__ import annotations

import pytest

from tests.spec.arguments import SILENT, said
from tests.spec.table import Case, Table

TESTIMONIAL = Table(
    title="P305: “It worked for me!”",
    text=(
        "Concept 16: nobody knows what would have happened without the treatment. Found where the "
        "writer's own case, or a crowd of customers, stands for evidence. Silent on feelings, "
        "which people know themselves, and where the sentence says what one case is worth."
    ),
    usual={"sentence": ""},
    cases=(
        Case(
            "it worked for me", "P", {"sentence": "It worked for me: my stress vanished."}, "P305"
        ),
        Case(
            "I swear by",
            "C",
            {"sentence": "I swear by a warm bath, which prevents headaches."},
            "P305",
        ),
        Case(
            "changed my life",
            "C",
            {"sentence": "Bathing changed my life and reduced my stress."},
            "P305",
        ),
        Case(
            "since I started",
            "C",
            {"sentence": "Since I started bathing, my headaches stopped."},
            "P305",
        ),
        Case("I noticed", "C", {"sentence": "I noticed less stress within days."}, "P305"),
        Case(
            "my clients", "C", {"sentence": "My clients report better sleep after a bath."}, "P305"
        ),
        Case(
            "thousands",
            "C",
            {"sentence": "Thousands of happy customers have seen better sleep."},
            "P305",
        ),
        Case(
            "cured my",
            "C",
            {"sentence": "A nightly bath cured my insomnia and reduced stress."},
            "P305",
        ),
        Case("a feeling", "C", {"sentence": "I noticed how relaxed I was."}, SILENT),
        Case(
            "what customers feel",
            "C",
            {"sentence": "My clients say that they feel less stress."},
            SILENT,
        ),
        Case(
            "weighed",
            "C",
            {"sentence": "It worked for me, but it might not ease your headaches."},
            SILENT,
        ),
        Case(
            "others are said to",
            "C",
            {"sentence": "Many people swear by baths, which reduce stress."},
            SILENT,
        ),
        Case("some report", "C", {"sentence": "Some people report less stress."}, SILENT),
        Case(
            "a reader's own", "C", {"sentence": "You may find that it reduces your stress."}, SILENT
        ),
        Case(
            "a routine",
            "C",
            {"sentence": "My evening bath takes ten minutes and eases stress."},
            SILENT,
        ),
        Case("a survey", "C", {"sentence": "Of 40 users, 12 reported less stress."}, SILENT),
        Case("asked", "C", {"sentence": "Has it cured my headaches and reduced stress?"}, SILENT),
        Case("I noticed none", "C", {"sentence": "I noticed no fewer headaches."}, SILENT),
        Case("I never noticed", "C", {"sentence": "I have never noticed less stress."}, SILENT),
        Case(
            "it did not",
            "C",
            {"sentence": "It never cured my headaches or reduced stress."},
            SILENT,
        ),
    ),
)

AUTHORITY = Table(
    title="P306: “Recommended by experts!”",
    text=(
        "Concept 17: experts disagree, and those who are right can say what they rest on. Found "
        "where experts vouch for an effect and no evidence is named. Silent on advice to be "
        "careful or to see a doctor, and where the effect is hedged."
    ),
    usual={"sentence": ""},
    cases=(
        Case(
            "recommend",
            "P",
            {"sentence": "Experts recommend a warm bath for better sleep."},
            "P306",
        ),
        Case(
            "agree", "C", {"sentence": "Neurologists agree that a bath prevents headaches."}, "P306"
        ),
        Case(
            "doctor-recommended",
            "C",
            {"sentence": "This doctor-recommended bath reduces stress."},
            "P306",
        ),
        Case(
            "recommended by",
            "C",
            {"sentence": "Recommended by leading specialists, it reduces stress."},
            "P306",
        ),
        Case(
            "according to",
            "C",
            {"sentence": "According to sleep experts, a bath improves sleep."},
            "P306",
        ),
        Case(
            "swear by", "C", {"sentence": "Celebrities swear by baths that reduce stress."}, "P306"
        ),
        Case("ask any", "C", {"sentence": "Ask any doctor: a bath improves sleep."}, "P306"),
        Case(
            "see a doctor",
            "C",
            {"sentence": "Experts recommend seeing a doctor about it, even with less stress."},
            SILENT,
        ),
        Case(
            "ask yours", "C", {"sentence": "Ask your doctor whether a bath reduces stress."}, SILENT
        ),
        Case(
            "a warning",
            "C",
            {"sentence": "Doctors recommend against hot baths, though they reduce stress."},
            SILENT,
        ),
        Case("hedged", "C", {"sentence": "Experts agree that a bath may improve sleep."}, SILENT),
        Case(
            "with evidence",
            "C",
            {"sentence": "Experts recommend it after a trial in which it improved sleep."},
            SILENT,
        ),
        Case(
            "guidelines",
            "C",
            {"sentence": "Guidelines by specialists recommend it, as it improves sleep."},
            SILENT,
        ),
        Case(
            "of something else",
            "C",
            {"sentence": "Most doctors recommend exercise, but a bath reduces stress as well."},
            SILENT,
        ),
        Case(
            "they disagree",
            "C",
            {"sentence": "Experts disagree on whether a bath improves sleep."},
            SILENT,
        ),
        Case(
            "none does",
            "C",
            {"sentence": "No experts recommend it, and it does not improve sleep."},
            SILENT,
        ),
        Case(
            "done by one",
            "C",
            {"sentence": "A bath prepared by a therapist reduces stress."},
            SILENT,
        ),
        Case("asked", "C", {"sentence": "Do experts recommend it for better sleep?"}, SILENT),
    ),
)


@pytest.mark.parametrize("case", TESTIMONIAL.rows())
def test_testimonial(case: Case) -> None:
    assert said(TESTIMONIAL.facts(case)["sentence"]) == case.then


@pytest.mark.parametrize("case", AUTHORITY.rows())
def test_expert_opinion(case: Case) -> None:
    assert said(AUTHORITY.facts(case)["sentence"]) == case.then
