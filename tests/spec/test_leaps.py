"""Named rules: from one study to everybody, from some to more.

Group 1.2 of the Informed Health Choices key concepts (doi:10.12688/f1000research.21292.1, table 1),
faulty logic. Both are suggestions, and silent on questions, denials, limits and what others are
said to believe.
"""

from __future__ import annotations

import pytest

from tests.spec.arguments import SILENT, said
from tests.spec.table import Case, Table

STUDY = Table(
    title="P304: “A study shows!”",
    text=(
        "Concept 9: one study may be wrong or lucky. Found where one study speaks for everybody, "
        "in the present tense, or proves; silent on a report in the past tense, on several studies "
        "or a review of them, and on a hedged claim."
    ),
    usual={"sentence": ""},
    cases=(
        Case(
            "shows that",
            "P",
            {"sentence": "A study shows that a warm bath improves sleep."},
            "P304",
        ),
        Case("proves", "C", {"sentence": "One Dutch study proves bathing reduces stress."}, "P304"),
        Case(
            "where it stands",
            "C",
            {"sentence": "A study published in a journal shows that bathing improves sleep."},
            "P304",
        ),
        Case(
            "has proven",
            "C",
            {"sentence": "A new trial has proven that baths relieve headaches."},
            "P304",
        ),
        Case(
            "found, of everybody",
            "C",
            {"sentence": "A recent study found that a warm bath improves sleep."},
            "P304",
        ),
        Case(
            "according to",
            "C",
            {"sentence": "According to a study, bathing reduces stress."},
            "P304",
        ),
        Case(
            "a faithful report",
            "C",
            {"sentence": "A 2019 trial found that a bath improved sleep in twelve men."},
            SILENT,
        ),
        Case(
            "a report in the past tense",
            "C",
            {"sentence": "One study found that bathing reduced stress."},
            SILENT,
        ),
        Case(
            "of the people in it",
            "C",
            {"sentence": "In one study, nine women had better sleep after a bath."},
            SILENT,
        ),
        Case(
            "in the present tense, of those in it",
            "C",
            {"sentence": "A study shows that women who bathe have better sleep."},
            SILENT,
        ),
        Case(
            "suggests",
            "C",
            {"sentence": "A study suggests that a warm bath may improve sleep."},
            SILENT,
        ),
        Case(
            "shows that it may",
            "C",
            {"sentence": "A study shows that a warm bath may improve sleep."},
            SILENT,
        ),
        Case("several", "C", {"sentence": "Studies show that a warm bath improves sleep."}, SILENT),
        Case(
            "a review",
            "C",
            {"sentence": "A systematic review of each trial shows that it improves sleep."},
            SILENT,
        ),
        Case("none", "C", {"sentence": "Not one study shows that a bath improves sleep."}, SILENT),
        Case(
            "does not prove",
            "C",
            {"sentence": "One study does not prove that a bath improves sleep."},
            SILENT,
        ),
        Case(
            "asked",
            "C",
            {"sentence": "Is there a study that shows that bathing improves sleep?"},
            SILENT,
        ),
        Case("shows how", "C", {"sentence": "The study shows how bathing improves sleep."}, SILENT),
    ),
)

DOSE = Table(
    title="P307: “More is better!”",
    text=(
        "Concept 12: more of what helps often adds nothing, and can harm. Found where longer, "
        "harder or more frequent treatment is promised to do more; silent on a plain dose, on more "
        "of a state, and on warnings."
    ),
    usual={"sentence": ""},
    cases=(
        Case(
            "the more, the better",
            "P",
            {"sentence": "The more you bathe, the better, for it reduces stress."},
            "P307",
        ),
        Case(
            "the longer",
            "C",
            {"sentence": "The longer you bathe, the more it improves sleep."},
            "P307",
        ),
        Case(
            "more often",
            "C",
            {"sentence": "The more often you bathe, the less stress you have."},
            "P307",
        ),
        Case("longer sessions", "C", {"sentence": "Longer sessions mean better sleep."}, "P307"),
        Case(
            "more is better", "C", {"sentence": "Baths reduce stress, and more is better."}, "P307"
        ),
        Case(
            "twice the time",
            "C",
            {"sentence": "Double the time eases stress and doubles the effect."},
            "P307",
        ),
        Case(
            "never too much",
            "C",
            {"sentence": "Baths reduce stress, and you can never bathe too much."},
            "P307",
        ),
        Case(
            "a dose", "C", {"sentence": "Bathe for twenty minutes a day to reduce stress."}, SILENT
        ),
        Case("advice", "C", {"sentence": "Bathe more often to reduce stress."}, SILENT),
        Case(
            "more of a state",
            "C",
            {"sentence": "The more relaxed you are, the less stress you feel."},
            SILENT,
        ),
        Case(
            "more of doing nothing",
            "C",
            {"sentence": "The more you relax, the less stress you feel."},
            SILENT,
        ),
        Case(
            "a warning",
            "C",
            {"sentence": "The longer you bathe, the more you risk, though it eases stress."},
            SILENT,
        ),
        Case(
            "denied",
            "C",
            {"sentence": "Baths reduce stress, but more is not always better."},
            SILENT,
        ),
        Case("longer effects", "C", {"sentence": "It improves sleep for longer."}, SILENT),
        Case(
            "asked",
            "C",
            {"sentence": "Does it mean that the more you bathe, the better you ease stress?"},
            SILENT,
        ),
    ),
)


@pytest.mark.parametrize("case", STUDY.rows())
def test_single_study(case: Case) -> None:
    assert said(STUDY.facts(case)["sentence"]) == case.then


@pytest.mark.parametrize("case", DOSE.rows())
def test_more_is_better(case: Case) -> None:
    assert said(DOSE.facts(case)["sentence"]) == case.then
