"""Advice: is a promise attached?"""

from __future__ import annotations

import pytest

from tests.spec.sentences import BESIDE, body, claim, rulings, shown
from tests.spec.table import Case, Table

ADVICE = Table(
    title="Advice",
    text=(
        "A bare instruction is not graded. A promised effect or superiority is held against "
        "compared results as a benefit; an observed association carries “may be associated with” "
        "at most; what was only ever used has no direct evidence."
    ),
    usual={
        "bare": None,
        "wording": 3,
        "stance": "asserts",
        "names": (),
        "about": "comfort",
        "own": {"certainty": "high"},
        "beside": None,
    },
    cases=(
        Case("a bare instruction", "C", {"bare": "how long"}, "not graded", "how long"),
        Case(
            "no effect is promised",
            "C",
            {"own": None},
            "not graded",
            "without a promised effect",
        ),
        Case("superiority, compared: as a benefit", "C", {}, "wording fits"),
        Case(
            "superiority, compared, low certainty",
            "C",
            {"own": {"certainty": "low"}},
            "overstated: warning",
        ),
        Case(
            "an observed association: “may be associated with”",
            "C",
            {"wording": 1, "own": {"certainty": "low", "contrast": "observed"}},
            "wording fits",
            "No randomised comparison",
        ),
        Case(
            "an observed association carries no more than its certainty",
            "C",
            {"wording": 1, "own": {"certainty": "very low", "contrast": "observed"}},
            "overstated: suggestion",
        ),
        Case(
            "an observed association: “can”",
            "C",
            {"wording": 2, "own": {"certainty": "low", "contrast": "observed"}},
            "overstated: suggestion",
        ),
        Case(
            "an observed association: plain",
            "C",
            {"own": {"certainty": "low", "contrast": "observed"}},
            "overstated: warning",
        ),
        Case(
            "an observed association: plain, on a disorder, very low certainty",
            "C",
            {"about": "disorder", "own": {"certainty": "very low", "contrast": "observed"}},
            "overstated: error",
        ),
        Case(
            "an association observed in a body beside it",
            "C",
            {
                "wording": 1,
                "own": {"says": "nothing"},
                "beside": {"certainty": "low", "contrast": "observed"},
            },
            "wording fits",
        ),
        Case(
            "an association that goes the other way",
            "C",
            {
                "wording": 1,
                "own": {"certainty": "very low", "contrast": "observed", "says": "against"},
            },
            "no direct evidence: suggestion",
        ),
        Case(
            "an observed association, and the sentence says how uncertain that is",
            "C",
            {
                "wording": 1,
                "names": ("uncertainty",),
                "own": {"certainty": "very low", "contrast": "observed"},
            },
            "wording fits",
        ),
        Case(
            "“no length is known to be better”, and none is",
            "C",
            {"stance": "limits", "own": {"says": "nothing"}},
            "wording fits",
        ),
        Case(
            "only ever used",
            "C",
            {"own": {"says": "nothing"}},
            "no direct evidence: warning",
        ),
    ),
)


@pytest.mark.parametrize("case", ADVICE.rows())
def test_advice(case: Case) -> None:
    facts = ADVICE.facts(case)
    grades = {}
    pieces = ["kind: advice"]
    if facts["own"] is not None:
        grades["own"] = body(**facts["own"])
    if facts["beside"] is not None:
        grades["beside"] = body("beside", **facts["beside"])
        pieces.append(BESIDE)
    own = "own" if facts["own"] is not None else None
    (ruling,) = rulings(
        claim=claim("\n".join(pieces), about=facts["about"], body=own),
        grades=grades,
        kinds=("advice",),
        wording=facts["wording"],
        stance=facts["stance"],
        names=facts["names"],
        bare=facts["bare"],
    )
    assert (shown(ruling), case.because in ruling.reason) == (case.then, True), ruling
