"""Mechanism: is each link shown, and in what?"""

from __future__ import annotations

import pytest

from tests.spec.sentences import body, claim, rulings, shown
from tests.spec.table import Case, Table

LINKS = "{kind: mechanism, links: [{name: bath and warmth, body: own}]}"
DISPUTED = (
    "{kind: mechanism, "
    "links: [{name: the skin, background: a textbook, disputed: A review disputes it.}]}"
)
TWO_LINKS = (
    "{kind: mechanism, "
    "links: [{name: bath and warmth, body: own}, {name: warmth and sleep, body: beside}]}"
)

MECHANISM = Table(
    title="Mechanism",
    text=(
        "Each link is graded apart, and the weakest decides. Controlled in people: GRADE for that "
        "mediator. Uncontrolled in people: hedged at most. Cells, tissue, animals: it fits only "
        "if the sentence names that setting. Anatomy and causes: background, not graded."
    ),
    usual={
        "links": LINKS,
        "wording": 3,
        "stance": "asserts",
        "names": (),
        "setting": None,
        "about": "body chemistry",
        "own": {"certainty": "high"},
        "beside": None,
    },
    cases=(
        Case("controlled in people, high certainty", "C", {}, "wording fits"),
        Case(
            "controlled in people, low certainty",
            "C",
            {"own": {"certainty": "low"}},
            "overstated: warning",
        ),
        Case(
            "controlled in people, very low certainty, uncertainty named",
            "C",
            {"wording": 1, "names": ("uncertainty",), "own": {"certainty": "very low"}},
            "wording fits",
        ),
        Case(
            "uncontrolled in people, low certainty: “may”",
            "C",
            {"wording": 1, "own": {"certainty": "low", "contrast": "before and after"}},
            "wording fits",
        ),
        Case(
            "uncontrolled in people, low certainty: “can”",
            "C",
            {"wording": 2, "own": {"certainty": "low", "contrast": "before and after"}},
            "overstated: suggestion",
            "Uncontrolled in people",
        ),
        Case(
            "uncontrolled in people carries no more than its certainty: “may”",
            "C",
            {"wording": 1, "own": {"certainty": "very low", "contrast": "before and after"}},
            "overstated: suggestion",
            "Uncontrolled in people",
        ),
        Case(
            "uncontrolled in people carries “may” at most, whatever its certainty",
            "C",
            {"wording": 2, "own": {"certainty": "high", "contrast": "before and after"}},
            "overstated: suggestion",
            "Uncontrolled in people",
        ),
        Case(
            "uncontrolled in people: plain",
            "C",
            {"own": {"certainty": "very low", "contrast": "before and after"}},
            "overstated: warning",
        ),
        Case(
            "uncontrolled in people, plain, on a disorder",
            "C",
            {
                "about": "disorder",
                "own": {"certainty": "very low", "contrast": "before and after"},
            },
            "overstated: error",
        ),
        Case(
            "uncontrolled in people, mixed: “may”",
            "C",
            {
                "wording": 1,
                "own": {"certainty": "very low", "contrast": "before and after", "says": "mixed"},
            },
            "overstated: suggestion",
        ),
        Case(
            "an association in people: “may”",
            "C",
            {"wording": 1, "own": {"certainty": "low", "contrast": "observed"}},
            "wording fits",
        ),
        Case(
            "cells, and the sentence says so",
            "C",
            {
                "names": ("setting",),
                "own": {"certainty": "not graded", "settings": ("cells",)},
            },
            "wording fits",
            "names the setting",
        ),
        Case(
            "cells, and the sentence says that it was cells",
            "C",
            {"setting": "cells", "own": {"certainty": "not graded", "settings": ("cells",)}},
            "wording fits",
        ),
        Case(
            "cells, and the sentence says animals",
            "C",
            {"setting": "animals", "own": {"certainty": "not graded", "settings": ("cells",)}},
            "no direct evidence: error",
        ),
        Case(
            "cells, and the sentence names a study, not the setting",
            "C",
            {"names": ("source",), "own": {"certainty": "not graded", "settings": ("cells",)}},
            "no direct evidence: error",
            "does not say so",
        ),
        Case(
            "cells, not named: “may”",
            "C",
            {"wording": 1, "own": {"certainty": "not graded", "settings": ("cells",)}},
            "no direct evidence: suggestion",
        ),
        Case(
            "cells, named, “proven”",
            "C",
            {
                "wording": 4,
                "names": ("setting",),
                "own": {"certainty": "not graded", "settings": ("cells",)},
            },
            "overstated: error",
        ),
        Case(
            "cells, named, and they disagree",
            "C",
            {
                "wording": 2,
                "names": ("setting",),
                "own": {"certainty": "not graded", "settings": ("cells",), "says": "mixed"},
            },
            "no direct evidence: warning",
            "in part only",
        ),
        Case(
            "uncontrolled in people, and the sentence says how uncertain that is",
            "C",
            {
                "wording": 1,
                "names": ("uncertainty",),
                "own": {"certainty": "very low", "contrast": "before and after"},
            },
            "wording fits",
        ),
        Case(
            "“nobody has shown that”, and nobody has",
            "C",
            {"stance": "limits", "own": {"says": "nothing"}},
            "wording fits",
        ),
        Case(
            "“does not do that”, and nobody has measured it",
            "C",
            {"stance": "denies", "own": {"says": "nothing"}},
            "overstated: warning",
            "no effect is not shown",
        ),
        Case(
            "“does not do that”, at high certainty that it does",
            "C",
            {"stance": "denies"},
            "wrong: error",
        ),
        Case(
            "a link that nobody measured",
            "C",
            {"own": {"says": "nothing"}},
            "no direct evidence: error",
        ),
        Case(
            "two links: the weaker decides",
            "C",
            {"links": TWO_LINKS, "beside": {"certainty": "low"}},
            "overstated: warning",
            "Warmth and sleep",
        ),
        Case(
            "two links: the first is the weaker",
            "C",
            {"links": TWO_LINKS, "own": {"says": "nothing"}, "beside": {"certainty": "high"}},
            "no direct evidence: error",
            "Warmth and sleep",
        ),
        Case(
            "anatomy",
            "C",
            {"links": "{kind: mechanism, links: [{name: the skin, background: a textbook}]}"},
            "not graded",
            "a textbook",
        ),
        Case(
            "a disputed cause stated as fact",
            "C",
            {"links": DISPUTED},
            "overstated: suggestion",
            "A review disputes it.",
        ),
        Case(
            "a disputed cause, hedged",
            "C",
            {"links": DISPUTED, "wording": 1},
            "not graded",
            "A review disputes it.",
        ),
        Case(
            "a link whose outcome speaks for the claim by rising",
            "C",
            {"links": "{kind: mechanism, links: [{name: a, body: own, favours: increases}]}"},
            "contradicted: error",
        ),
    ),
)


@pytest.mark.parametrize("case", MECHANISM.rows())
def test_mechanism(case: Case) -> None:
    facts = MECHANISM.facts(case)
    grades = {"own": body(**facts["own"])}
    if facts["beside"] is not None:
        grades["beside"] = body("beside", **facts["beside"])
    (ruling,) = rulings(
        claim=claim(facts["links"], about=facts["about"], body=None),
        grades=grades,
        kinds=("mechanism",),
        wording=facts["wording"],
        stance=facts["stance"],
        names=facts["names"],
        setting=facts["setting"],
    )
    assert (shown(ruling), case.because in ruling.reason) == (case.then, True), ruling


def test_every_link_of_a_mechanism_is_told() -> None:
    (ruling,) = rulings(
        claim=claim(TWO_LINKS, body=None),
        grades={"own": body(certainty="high"), "beside": body("beside", certainty="low")},
        kinds=("mechanism",),
    )
    assert "Bath and warmth: " in ruling.reason
    assert "Warmth and sleep: " in ruling.reason


def test_what_fits_a_mechanism_in_cells_says_so() -> None:
    (ruling,) = rulings(
        claim=claim(LINKS, body=None),
        grades={"own": body(certainty="not graded", settings=("cells",))},
        kinds=("mechanism",),
        names=("setting",),
    )
    assert ruling.shown == "wording fits (evidence of mechanism only)"
