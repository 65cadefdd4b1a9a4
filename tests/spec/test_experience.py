"""Experience: do people report it?"""

from __future__ import annotations

import pytest

from tests.spec.sentences import shown, walked
from tests.spec.table import Case, Table

EXPERIENCE = Table(
    title="Experience",
    text=(
        "What is felt during or right after: that people report it is enough, at any certainty, "
        "and too strong a sentence is a suggestion at most. What is claimed of a disorder or of "
        "body chemistry is no experience and goes as a benefit."
    ),
    usual={
        "kind": "experience",
        "wording": 3,
        "stance": "asserts",
        "names": (),
        "about": "comfort",
        "own": {"certainty": "very low"},
        "beside": None,
    },
    cases=(
        Case("people report it", "C", {}, "wording fits", "what people report is enough"),
        Case(
            "people in a body beside it report it",
            "C",
            {"own": {"says": "nothing"}, "beside": {"certainty": "very low"}},
            "wording fits",
        ),
        Case(
            "“proven to relax”",
            "C",
            {"wording": 4},
            "overstated: suggestion",
            "is not proof",
        ),
        Case("“always relaxes”", "C", {"wording": 5}, "overstated: suggestion"),
        Case(
            "nobody was asked",
            "C",
            {"own": {"says": "nothing"}},
            "no direct evidence: suggestion",
            "Nobody in this base was asked",
        ),
        Case(
            "some report it and some do not: plain",
            "C",
            {"own": {"says": "mixed", "certainty": "very low"}},
            "overstated: suggestion",
            "Some people report it",
        ),
        Case(
            "some report it and some do not: “some people report”",
            "C",
            {"wording": 1, "own": {"says": "mixed", "certainty": "very low"}},
            "wording fits",
        ),
        Case(
            "people report the contrary",
            "C",
            {"wording": 1, "own": {"says": "against", "certainty": "very low"}},
            "overstated: suggestion",
            "do not report it",
        ),
        Case(
            "of a disorder",
            "C",
            {"about": "disorder"},
            "overstated: error",
        ),
        Case(
            "of body chemistry",
            "C",
            {"about": "body chemistry"},
            "overstated: warning",
        ),
        Case(
            "“does not relax” at moderate certainty that it does",
            "C",
            {"stance": "denies", "own": {"certainty": "moderate"}},
            "wrong: error",
        ),
    ),
)


@pytest.mark.parametrize("case", EXPERIENCE.rows())
def test_experience(case: Case) -> None:
    (ruling,) = walked(EXPERIENCE.facts(case), "kind: experience")
    assert (shown(ruling), case.because in ruling.reason) == (case.then, True), ruling


def test_an_experience_notes_its_comparison_and_what_goes_against_it() -> None:
    facts = dict(EXPERIENCE.usual) | {
        "own": {"certainty": "very low", "contrast": "before and after"},
        "beside": {"says": "mixed"},
    }
    (ruling,) = walked(facts, "kind: experience")
    assert "before and after in one group, with nothing to compare" in ruling.reason
    assert len(ruling.against) == 1
